//! Amounts of money: integer minor units of one currency.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize, de};

use super::{Currency, Rate, Ratio, Rounding, rounding};

/// Why a text is not an amount of money.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// It is no currency code and digits.
    #[error(
        "`{text}` is not an amount of money: write a currency code in capitals, a blank and digits, as in \"EUR 1_500\" or \"EUR 12.34\"{}",
        turned(text)
    )]
    Form {
        /// What was read.
        text: String,
    },
    /// The currency is not one of the list.
    #[error(
        "`{text}` is in no currency of ISO 4217: write the code of the currency, as in \"EUR 1_500\"; an amount in anything else is stated in a currency, with the rate in the source"
    )]
    Currency {
        /// What was read.
        text: String,
    },
    /// More than can be counted.
    #[error(
        "`{text}` is more than can be counted: the largest amount is some 92 thousand million million cents, or whole units where the currency has none"
    )]
    TooLarge {
        /// What was read.
        text: String,
    },
    /// It has more decimals than the currency has a minor unit for.
    #[error("`{text}` has more decimals than {} has: {}", currency.code(), decimals(*currency))]
    Decimals {
        /// What was read.
        text: String,
        /// Its currency.
        currency: Currency,
    },
}

/// The same the way it is read, where code and digits stand the other way round or the code
/// is written small or as a sign.
fn turned(text: &str) -> String {
    let text = text.replace('€', " EUR ").replace('£', " GBP ");
    let (digits, code): (Vec<&str>, Vec<&str>) =
        text.split_whitespace().partition(|part| part.starts_with(|first: char| first.is_ascii_digit()));
    let ([digits], [code]) = (digits.as_slice(), code.as_slice()) else { return String::new() };
    let turned = format!("{} {digits}", code.to_uppercase());
    if turned.parse::<Money>().is_ok() { format!("; here \"{turned}\"") } else { String::new() }
}

fn decimals(currency: Currency) -> String {
    match currency.digits() {
        0 => "write whole units".to_owned(),
        digits => format!("write at most {digits}"),
    }
}

/// An amount in minor units of one currency: cents, or whole units where the currency is
/// not divided ([`Currency::digits`]).
///
/// # Example
/// ```
/// use amende::quantity::{Money, Rate, Rounding};
/// let maximum: Money = "EUR 20_000_000".parse().unwrap();
/// let share: Rate = "12 %".parse().unwrap();
/// assert_eq!(maximum.share(share, Rounding::Down).to_string(), "EUR 2400000.00");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// An amount from minor units (cents; whole yen).
    pub const fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// An amount from whole units; saturates at the ends of the range.
    pub const fn from_major(major: i64, currency: Currency) -> Self {
        Self { minor: major.saturating_mul(currency.minor_units()), currency }
    }

    /// Nothing, in this currency.
    pub const fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// The minor units (cents; whole yen).
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The whole units, toward zero: for display and scales only.
    pub const fn major(self) -> i64 {
        self.minor / self.currency.minor_units()
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The same figure in another currency, nothing converted: what a choice of another
    /// currency beside a figure means. `None` where the currency has no minor unit for the
    /// decimals, or the figure is too large.
    pub const fn relabelled(self, currency: Currency) -> Option<Self> {
        let (from, into) = (self.currency.minor_units(), currency.minor_units());
        if from > into {
            let ratio = from / into;
            return if self.minor % ratio == 0 { Some(Self { minor: self.minor / ratio, currency }) } else { None };
        }
        match self.minor.checked_mul(into / from) {
            Some(minor) => Some(Self { minor, currency }),
            None => None,
        }
    }

    /// This share of the amount.
    #[must_use]
    pub fn share(self, rate: Rate, how: Rounding) -> Self {
        let product = i128::from(self.minor) * i128::from(rate.ppm());
        self.with_minor(rounding::divide(product, i128::from(Rate::WHOLE.ppm()), how))
    }

    /// The amount moved by a signed share of itself: `-15 %` lowers it.
    #[must_use]
    pub fn moved_by(self, rate: Rate, how: Rounding) -> Self {
        self.share(Rate::from_ppm(Rate::WHOLE.ppm().saturating_add(rate.ppm())), how)
    }

    /// The amount in another currency, of which one unit of this one buys `rate`: exact,
    /// rounded once. Saturates at the ends of the range.
    #[must_use]
    pub fn at(self, rate: Ratio, into: Currency, how: Rounding) -> Self {
        let units = |currency: Currency| i128::from(currency.minor_units());
        let (by, over) = ((rate.numerator(), units(into)), (rate.denominator(), units(self.currency)));
        Self { currency: into, ..self.with_minor(rounding::scale(self.minor, by, over, how)) }
    }

    /// The smaller of two amounts of one currency; the first where they differ.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        if self.same(other) && other.minor < self.minor { other } else { self }
    }

    /// The larger of two amounts of one currency; the first where they differ.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        if self.same(other) && other.minor > self.minor { other } else { self }
    }

    /// Whether this is less than `other`; `false` across currencies.
    pub fn is_less_than(self, other: Self) -> bool {
        self.same(other) && self.minor < other.minor
    }

    /// The sum, or `None` across currencies or past the range.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        let minor = self.minor.checked_add(other.minor)?;
        Some(Self { minor, ..self })
    }

    /// This amount as a share of another, or `None` across currencies or of nothing.
    pub fn as_share_of(self, whole: Self, how: Rounding) -> Option<Rate> {
        if self.currency != whole.currency || whole.minor == 0 {
            return None;
        }
        let scaled = i128::from(self.minor) * i128::from(Rate::WHOLE.ppm());
        let ppm = rounding::divide(scaled, i128::from(whole.minor), how);
        i64::try_from(ppm).ok().map(Rate::from_ppm)
    }

    fn same(self, other: Self) -> bool {
        debug_assert_eq!(self.currency, other.currency, "currencies may not be compared");
        self.currency == other.currency
    }

    fn with_minor(self, minor: i128) -> Self {
        let limit = if minor < 0 { i64::MIN } else { i64::MAX };
        Self { minor: i64::try_from(minor).unwrap_or(limit), ..self }
    }
}

/// Amounts compare inside one currency only.
impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (self.currency == other.currency).then(|| self.minor.cmp(&other.minor))
    }
}

/// The form in which data files hold an amount: `EUR 240000.00`, `JPY 240000`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minor < 0 { "-" } else { "" };
        let (minor, unit) = (self.minor.unsigned_abs(), self.currency.minor_units().unsigned_abs());
        write!(f, "{} {sign}{}", self.currency.code(), minor / unit)?;
        match self.currency.digits() as usize {
            0 => Ok(()),
            digits => write!(f, ".{:0digits$}", minor % unit),
        }
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let fail = || MoneyError::Form { text: text.to_owned() };
        let (code, digits) = text.trim().split_once(' ').ok_or_else(fail)?;
        let Some(currency) = Currency::from_code(code) else {
            let is_code = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
            return Err(if is_code { MoneyError::Currency { text: text.to_owned() } } else { fail() });
        };
        // A comma sets off thousands and nothing else: "1,40" is not a hundred and forty.
        let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
        if rest.contains(',') || whole.split(',').skip(1).any(|group| group.trim().len() != 3) {
            return Err(fail());
        }
        let digits: String = digits.chars().filter(|c| !matches!(c, '_' | ' ' | ',')).collect();
        let (negative, digits) = match digits.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, digits.as_str()),
        };
        let (major, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(major) || !all_digits(fraction) {
            return Err(fail());
        }
        // Zeros past the minor unit lose nothing: "JPY 1500.00" is read.
        let fraction = fraction.trim_end_matches('0');
        let places = currency.digits() as usize;
        if fraction.len() > places {
            return Err(MoneyError::Decimals { text: text.to_owned(), currency });
        }
        let minor = format!("{major}{fraction:0<places$}").parse::<i64>();
        let minor = minor.map_err(|_| MoneyError::TooLarge { text: text.to_owned() })?;
        Ok(Self { minor: if negative { -minor } else { minor }, currency })
    }
}

impl Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::ExchangeRate;

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    #[test]
    fn reads_and_writes_the_form_of_the_data_files() {
        for (text, minor) in [
            ("EUR 240_000", 24_000_000),
            ("PLN 687534.75", 68_753_475),
            ("EUR 0.5", 50),
            ("EUR 1,400,000.25", 140_000_025),
            ("EUR -12.30", -1_230),
            ("JPY 1_500_000", 1_500_000),
            ("ISK 1500.00", 1_500),
            ("AED 1_500.25", 150_025),
            ("BHD 1_500.125", 1_500_125),
            ("KWD 0.5", 500),
            ("DEM 19_558.30", 1_955_830),
        ] {
            let money: Money = text.parse().unwrap();
            assert_eq!(money.minor(), minor, "{text}");
            assert_eq!(money.to_string().parse::<Money>().unwrap(), money);
        }
    }

    #[test]
    fn refuses_what_is_not_money() {
        for text in [
            "",
            "EUR",
            "240000",
            "EUR 1.234",
            "EUR 1,40",
            "EUR 1,4,0",
            "EUR 1.00,000",
            "EUR x",
            "XXX 5",
            "JPY 1.5",
            "EUR 1.",
            "EUR --5",
            "EUR 99999999999999999999",
        ] {
            assert!(text.parse::<Money>().is_err(), "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong_with_an_amount() {
        let said = |text: &str| text.parse::<Money>().unwrap_err().to_string();
        assert!(said("XXX 5").contains("in no currency of ISO 4217: write the code"));
        assert!(said("BHD 1.2345").contains("more decimals than BHD has: write at most 3"));
        assert!(said("JPY 1.5").contains("more decimals than JPY has: write whole units"));
        assert!(said("EUR 1.234").contains("more decimals than EUR has: write at most 2"));
        assert!(said("five").ends_with("as in \"EUR 1_500\" or \"EUR 12.34\""));
        for text in ["1_500 EUR", "eur 1_500", "€1_500", "1_500 €"] {
            assert!(said(text).ends_with("; here \"EUR 1_500\""), "{}", said(text));
        }
        assert!(!said("1.500,00 EUR").contains("; here"));
    }

    #[test]
    fn the_figure_stays_where_the_currency_is_chosen_anew() {
        let relabelled = |text: &str, into| text.parse::<Money>().unwrap().relabelled(into).map(|m| m.to_string());
        assert_eq!(relabelled("EUR 1500", currency("JPY")).unwrap(), "JPY 1500");
        assert_eq!(relabelled("JPY 1500", Currency::EUR).unwrap(), "EUR 1500.00");
        assert_eq!(relabelled("EUR 1500.25", currency("SEK")).unwrap(), "SEK 1500.25");
        assert_eq!(relabelled("EUR 1500.25", currency("KRW")), None, "nothing is dropped");
        assert_eq!(Money::from_minor(i64::MAX, currency("JPY")).relabelled(Currency::EUR), None);
    }

    #[test]
    fn shares_are_exact_up_to_a_million_million() {
        let turnover = Money::from_major(1_000_000_000_000, Currency::EUR);
        let four_percent: Rate = "4 %".parse().unwrap();
        assert_eq!(turnover.share(four_percent, Rounding::Down).major(), 40_000_000_000);
    }

    #[test]
    fn converts_exactly_either_way_and_rounds_once() {
        let rate = |text: &str| Ratio::from(text.parse::<ExchangeRate>().unwrap());
        let at = |text: &str, rate, into| text.parse::<Money>().unwrap().at(rate, into, Rounding::Down).to_string();
        assert_eq!(at("EUR 54_600", rate("4.3653"), currency("PLN")), "PLN 238345.38");
        assert_eq!(at("BGN 19_558_300", rate("1.95583").inverse(), Currency::EUR), "EUR 10000000.00");
        assert_eq!(at("EUR 54_600", rate("163.25"), currency("JPY")), "JPY 8913450");
        assert_eq!(at("JPY 8_913_450", rate("163.25").inverse(), Currency::EUR), "EUR 54600.00");
        // SEK through the euro into GBP: 11.0663 and 0.856.
        let through = rate("11.0663").inverse().then(rate("0.856")).unwrap();
        assert_eq!(at("SEK 1_106_630", through, currency("GBP")), "GBP 85600.00");
    }

    #[test]
    fn an_amount_past_all_counting_is_called_too_large() {
        let said = "SEK 92_233_720_368_547_758.08".parse::<Money>().unwrap_err();
        assert!(matches!(said, MoneyError::TooLarge { .. }), "{said}");
        assert!("SEK 92_233_720_368_547_758.07".parse::<Money>().is_ok());
    }

    #[test]
    fn a_thousand_million_million_does_not_overflow() {
        let rate = |text: &str| Ratio::from(text.parse::<ExchangeRate>().unwrap());
        let rupiah = Money::from_major(1_000_000_000_000_000, currency("IDR"));
        let euros = rupiah.at(rate("20164.8").inverse(), Currency::EUR, Rounding::Down);
        assert_eq!(euros.to_string(), "EUR 49591367134.80");
        let back =
            Money::from_major(1_000_000_000_000_000, Currency::EUR).at(rate("4.3653"), currency("PLN"), Rounding::Down);
        assert_eq!(back.to_string(), "PLN 4365300000000000.00");
        let most = Money::from_minor(i64::MAX, Currency::EUR).at(rate("20164.8"), currency("IDR"), Rounding::Down);
        assert_eq!(most.minor(), i64::MAX, "saturates");
        let long = rate("0.123456789012").then(rate("0.987654321098")).unwrap();
        assert_eq!(
            Money::from_minor(i64::MAX, Currency::EUR).at(long, currency("JPY"), Rounding::Down).minor(),
            // 9223372036854775807 × 0.123456789012 × 0.987654321098 / 100, by an independent calculator.
            11_246_300_204_053_142
        );
    }
}

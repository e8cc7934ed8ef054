//! Amounts of money: integer minor units of one currency.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize, de};

use super::{ExchangeRate, Rate, Rounding, rounding};

/// The currencies decisions are taken in, by their ISO 4217 codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the code says it all")]
pub enum Currency {
    EUR,
    GBP,
    USD,
    BGN,
    CHF,
    CZK,
    DKK,
    HUF,
    ISK,
    NOK,
    PLN,
    RON,
    SEK,
}

impl Currency {
    /// All currencies, in the order in which they are offered.
    pub const ALL: [Self; 13] = [
        Self::EUR,
        Self::GBP,
        Self::USD,
        Self::BGN,
        Self::CHF,
        Self::CZK,
        Self::DKK,
        Self::HUF,
        Self::ISK,
        Self::NOK,
        Self::PLN,
        Self::RON,
        Self::SEK,
    ];

    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::EUR => "EUR",
            Self::GBP => "GBP",
            Self::USD => "USD",
            Self::BGN => "BGN",
            Self::CHF => "CHF",
            Self::CZK => "CZK",
            Self::DKK => "DKK",
            Self::HUF => "HUF",
            Self::ISK => "ISK",
            Self::NOK => "NOK",
            Self::PLN => "PLN",
            Self::RON => "RON",
            Self::SEK => "SEK",
        }
    }
}

/// Why a text is not an amount of money.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an amount of money: write a currency code and digits, as in \"EUR 1_500\" or \"EUR 12.34\"")]
pub struct MoneyError {
    /// What was read.
    pub text: String,
}

/// An amount in minor units (cents) of one currency.
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
    /// An amount from minor units (cents).
    pub const fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// An amount from whole units; saturates at the ends of the range.
    pub const fn from_major(major: i64, currency: Currency) -> Self {
        Self { minor: major.saturating_mul(100), currency }
    }

    /// Nothing, in this currency.
    pub const fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// The minor units (cents).
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The whole units, toward zero: for display and scales only.
    pub const fn major(self) -> i64 {
        self.minor / 100
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
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

    /// The amount in another currency, of which one unit of this one buys `rate`.
    #[must_use]
    pub fn convert(self, rate: ExchangeRate, into: Currency, how: Rounding) -> Self {
        let product = i128::from(self.minor) * i128::from(rate.millionths());
        Self { currency: into, ..self.with_minor(rounding::divide(product, 1_000_000, how)) }
    }

    /// The amount in another currency, one unit of which buys `rate` of this one.
    #[must_use]
    pub fn convert_back(self, rate: ExchangeRate, into: Currency, how: Rounding) -> Self {
        let scaled = i128::from(self.minor) * 1_000_000;
        Self { currency: into, ..self.with_minor(rounding::divide(scaled, i128::from(rate.millionths()), how)) }
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

/// The form in which data files hold an amount: `EUR 240000.00`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minor < 0 { "-" } else { "" };
        let minor = self.minor.unsigned_abs();
        write!(f, "{} {sign}{}.{:02}", self.currency.code(), minor / 100, minor % 100)
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let fail = || MoneyError { text: text.to_owned() };
        let (code, digits) = text.trim().split_once(' ').ok_or_else(fail)?;
        let currency = Currency::ALL.into_iter().find(|c| c.code() == code).ok_or_else(fail)?;
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
        let (major, cents) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(major) || !all_digits(cents) || cents.len() > 2 {
            return Err(fail());
        }
        let cents: i64 = format!("{cents:0<2}").parse().map_err(|_| fail())?;
        let minor = major
            .parse::<i64>()
            .ok()
            .and_then(|m| m.checked_mul(100))
            .and_then(|m| m.checked_add(cents))
            .ok_or_else(fail)?;
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

    #[test]
    fn reads_and_writes_the_form_of_the_data_files() {
        for (text, minor) in [
            ("EUR 240_000", 24_000_000),
            ("PLN 687534.75", 68_753_475),
            ("EUR 0.5", 50),
            ("EUR 1,400,000.25", 140_000_025),
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
            "EUR --5",
            "EUR 99999999999999999999",
        ] {
            assert!(text.parse::<Money>().is_err(), "{text}");
        }
    }

    #[test]
    fn shares_are_exact_up_to_a_million_million() {
        let turnover = Money::from_major(1_000_000_000_000, Currency::EUR);
        let four_percent: Rate = "4 %".parse().unwrap();
        assert_eq!(turnover.share(four_percent, Rounding::Down).major(), 40_000_000_000);
    }

    #[test]
    fn converts_at_a_stated_rate() {
        let fine = Money::from_major(54_600, Currency::EUR);
        let zloty = fine.convert("4.3653".parse().unwrap(), Currency::PLN, Rounding::Down);
        assert_eq!(zloty.to_string(), "PLN 238345.38");
    }
}

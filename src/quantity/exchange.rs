//! Rates of exchange: decimals as they are published, and the exact fractions that come
//! of turning them round or putting one after the other.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize, de};

use super::{Rounding, rounding};

/// The most significant digits, and the most places, of a rate.
const DIGITS: usize = 12;

/// Why a text is not an exchange rate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeRateError {
    /// It is no decimal, or one with too many digits.
    #[error(
        "`{text}` is not an exchange rate: write a decimal with a point and at most twelve digits, as in \"4.3653\""
    )]
    Form {
        /// What was read.
        text: String,
    },
    /// It is zero.
    #[error("`{text}` is not an exchange rate: nothing is worth nothing of another currency")]
    Zero {
        /// What was read.
        text: String,
    },
}

/// Units of one currency for one unit of another, as an exact decimal. Never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ExchangeRate {
    /// The digits without the point, not ending in a zero after it.
    digits: u64,
    /// How many of them stand after the point.
    places: u32,
}

/// The shortest exact decimal: `4.3653`.
impl fmt::Display for ExchangeRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(self.places);
        write!(f, "{}", self.digits / unit)?;
        match self.places as usize {
            0 => Ok(()),
            places => write!(f, ".{:0places$}", self.digits % unit),
        }
    }
}

impl FromStr for ExchangeRate {
    type Err = ExchangeRateError;

    fn from_str(text: &str) -> Result<Self, ExchangeRateError> {
        let fail = || ExchangeRateError::Form { text: text.to_owned() };
        let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), "0"));
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(fail());
        }
        let fraction = fraction.trim_end_matches('0');
        let all = format!("{whole}{fraction}");
        if all.trim_start_matches('0').len() > DIGITS || fraction.len() > DIGITS {
            return Err(fail());
        }
        match all.parse() {
            Ok(0) => Err(ExchangeRateError::Zero { text: text.to_owned() }),
            Ok(digits) => Ok(Self { digits, places: u32::try_from(fraction.len()).map_err(|_| fail())? }),
            Err(_) => Err(fail()),
        }
    }
}

impl Serialize for ExchangeRate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ExchangeRate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// An exact positive fraction: what one unit of a currency is in another, whichever way
/// the rate was published and through however many currencies.
///
/// # Example
/// ```
/// use amende::quantity::{Currency, ExchangeRate, Money, Ratio, Rounding};
/// let per_euro = Ratio::from("1.95583".parse::<ExchangeRate>().unwrap());
/// let leva: Money = "BGN 19_558_300".parse().unwrap();
/// let euros = leva.at(per_euro.inverse(), Currency::EUR, Rounding::Down);
/// assert_eq!(euros.to_string(), "EUR 10000000.00");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl From<ExchangeRate> for Ratio {
    fn from(rate: ExchangeRate) -> Self {
        Self::reduced(i128::from(rate.digits), 10_i128.pow(rate.places))
    }
}

impl Ratio {
    /// One for one.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// The other way round.
    #[must_use]
    pub const fn inverse(self) -> Self {
        Self { numerator: self.denominator, denominator: self.numerator }
    }

    /// One after the other. Two published rates always fit; `None` past the range.
    pub fn then(self, other: Self) -> Option<Self> {
        let (a, b) =
            (Self::reduced(self.numerator, other.denominator), Self::reduced(other.numerator, self.denominator));
        let numerator = a.numerator.checked_mul(b.numerator)?;
        Some(Self { numerator, denominator: a.denominator.checked_mul(b.denominator)? })
    }

    /// Whether the two lie within a quarter of each other.
    pub fn is_near(self, other: Self) -> bool {
        let within = |a: Self, b: Self| {
            let (a, b) = (a.numerator.checked_mul(b.denominator)?, b.numerator.checked_mul(a.denominator)?);
            Some(a.checked_mul(4)? <= b.checked_mul(5)?)
        };
        within(self, other) == Some(true) && within(other, self) == Some(true)
    }

    /// As a decimal to six significant figures, to be looked at: `11.0663`, `0.0903645`.
    pub fn decimal(self) -> String {
        // The power of ten that leaves six figures before the point.
        let mut places = 0_u32;
        let mut scaled = (self.numerator, self.denominator);
        while scaled.0 / scaled.1 < 100_000 && places < 12 {
            let Some(more) = scaled.0.checked_mul(10) else { break };
            (scaled.0, places) = (more, places + 1);
        }
        let digits = rounding::divide(scaled.0, scaled.1, Rounding::HalfUp);
        let unit = 10_i128.pow(places);
        let fraction = format!("{:0places$}", digits % unit, places = places as usize);
        match fraction.trim_end_matches('0') {
            _ if places == 0 => digits.to_string(),
            "" => (digits / unit).to_string(),
            fraction => format!("{}.{fraction}", digits / unit),
        }
    }

    /// The numerator in lowest terms.
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator in lowest terms.
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    fn reduced(numerator: i128, denominator: i128) -> Self {
        let (mut a, mut b) = (numerator, denominator);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let common = a.max(1);
        Self { numerator: numerator / common, denominator: denominator / common }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_decimals() {
        for (text, shown) in [
            ("4.3653", "4.3653"),
            ("1", "1"),
            ("7.53450", "7.5345"),
            ("0.9183", "0.9183"),
            ("20164.8", "20164.8"),
            ("0.000048712345", "0.000048712345"),
            ("100", "100"),
        ] {
            assert_eq!(text.parse::<ExchangeRate>().unwrap().to_string(), shown);
        }
        for text in ["0", "0.000", "", "4,36", "-1", "1.", ".5", "1.2345678901234", "0.0000000000001"] {
            assert!(text.parse::<ExchangeRate>().is_err(), "{text}");
        }
    }

    #[test]
    fn fractions_turn_round_and_follow_each_other() {
        let rate = |text: &str| Ratio::from(text.parse::<ExchangeRate>().unwrap());
        assert_eq!(rate("0.0875"), Ratio { numerator: 7, denominator: 80 });
        assert_eq!(rate("11.43").inverse(), Ratio { numerator: 100, denominator: 1143 });
        assert_eq!(rate("11.43").then(rate("11.43").inverse()), Some(Ratio::ONE));
        assert_eq!(rate("11.0663").inverse().decimal(), "0.0903644");
        assert_eq!(rate("20164.8").decimal(), "20164.8");
        assert_eq!(rate("20164.8").inverse().decimal(), "0.0000495914");
        assert_eq!(rate("1").decimal(), "1");
        assert_eq!(rate("1234567").decimal(), "1234567");
        assert!(rate("11.43").is_near(rate("11.0663")) && rate("1.25").is_near(Ratio::ONE));
        assert!(!rate("11.43").is_near(rate("11.0663").inverse()) && !rate("1.26").is_near(Ratio::ONE));
        let longest = rate("999999.999999");
        assert!(longest.then(rate("0.999999999999")).is_some(), "two of the longest fit");
    }
}

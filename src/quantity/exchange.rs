//! Exchange rates: exact decimals with up to six places.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize, de};

/// Why a text is not an exchange rate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an exchange rate: write a decimal with up to six places, as in \"4.3653\"")]
pub struct ExchangeRateError {
    /// What was read.
    pub text: String,
}

/// Units of one currency for one unit of another, in millionths: 4.3653 is
/// 4,365,300. Never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExchangeRate(i64);

impl ExchangeRate {
    /// The millionths.
    pub const fn millionths(self) -> i64 {
        self.0
    }
}

/// The shortest exact decimal: `4.3653`.
impl fmt::Display for ExchangeRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fraction = format!("{:06}", self.0 % 1_000_000);
        let fraction = fraction.trim_end_matches('0');
        let dot = if fraction.is_empty() { "" } else { "." };
        write!(f, "{}{dot}{fraction}", self.0 / 1_000_000)
    }
}

impl FromStr for ExchangeRate {
    type Err = ExchangeRateError;

    fn from_str(text: &str) -> Result<Self, ExchangeRateError> {
        let fail = || ExchangeRateError { text: text.to_owned() };
        let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), "0"));
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) || fraction.len() > 6 || whole.len() > 6 {
            return Err(fail());
        }
        let whole: i64 = whole.parse().map_err(|_| fail())?;
        let fraction: i64 = format!("{fraction:0<6}").parse().map_err(|_| fail())?;
        match whole * 1_000_000 + fraction {
            0 => Err(fail()),
            millionths => Ok(Self(millionths)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_decimals() {
        for (text, millionths) in
            [("4.3653", 4_365_300), ("1", 1_000_000), ("0.9183", 918_300), ("117.25", 117_250_000)]
        {
            let rate: ExchangeRate = text.parse().unwrap();
            assert_eq!(rate.millionths(), millionths);
            assert_eq!(rate.to_string(), text);
        }
        for text in ["0", "", "4,36", "-1", "1.2345678"] {
            assert!(text.parse::<ExchangeRate>().is_err(), "{text}");
        }
    }
}

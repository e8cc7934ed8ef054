//! Shares and movements: parts per million, never a bare fraction.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize, de};

/// Why a text is not a rate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a rate: write a percentage with its sign, as in \"4 %\" or \"0.3 %\"")]
pub struct RateError {
    /// What was read.
    pub text: String,
}

/// A share in parts per million: 4 % is 40,000. May be negative for a movement.
///
/// The text form carries the percent sign, so a file can never mean 0.04 by "4".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(i64);

impl Rate {
    /// The whole: 100 %.
    pub const WHOLE: Self = Self(1_000_000);
    /// Nothing: 0 %.
    pub const ZERO: Self = Self(0);

    /// A rate from parts per million.
    pub const fn from_ppm(ppm: i64) -> Self {
        Self(ppm)
    }

    /// The parts per million.
    pub const fn ppm(self) -> i64 {
        self.0
    }

    /// The sum of two movements.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// The shortest exact percentage: `0.3 %`.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let ppm = self.0.unsigned_abs();
        let fraction = format!("{:04}", ppm % 10_000);
        let fraction = fraction.trim_end_matches('0');
        let dot = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{}{dot}{fraction} %", ppm / 10_000)
    }
}

impl FromStr for Rate {
    type Err = RateError;

    fn from_str(text: &str) -> Result<Self, RateError> {
        let fail = || RateError { text: text.to_owned() };
        let digits = text.trim().strip_suffix('%').ok_or_else(fail)?.trim();
        let (sign, digits) = match digits.strip_prefix(['-', '−']) {
            Some(rest) => (-1, rest.trim_start()),
            None => (1, digits.strip_prefix('+').unwrap_or(digits).trim_start()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) || fraction.len() > 4 || whole.len() > 9 {
            return Err(fail());
        }
        let whole: i64 = whole.parse().map_err(|_| fail())?;
        let fraction: i64 = format!("{fraction:0<4}").parse().map_err(|_| fail())?;
        Ok(Self(sign * (whole * 10_000 + fraction)))
    }
}

impl Serialize for Rate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_percentages() {
        for (text, ppm) in
            [("4 %", 40_000), ("0.3 %", 3_000), ("-35 %", -350_000), ("100%", 1_000_000), ("0.2001 %", 2_001)]
        {
            let rate: Rate = text.parse().unwrap();
            assert_eq!(rate.ppm(), ppm);
            assert_eq!(rate.to_string().parse::<Rate>().unwrap(), rate);
        }
        assert!("0.04".parse::<Rate>().is_err(), "a bare fraction is refused");
        assert!("1.23456 %".parse::<Rate>().is_err());
    }
}

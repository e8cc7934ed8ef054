//! A day of which perhaps only the month or the year is known.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day, a month or a year: `2019-05-25`, `2019-05`, `2019`.
///
/// # Example
/// ```
/// use amende::quantity::PartialDate;
/// let may: PartialDate = "2019-05".parse().unwrap();
/// assert_eq!(may.first().to_string(), "2019-05-01");
/// assert_eq!(may.last().to_string(), "2019-05-31");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// Only the year is known.
    Year(Date),
    /// Only month and year are known.
    Month(Date),
    /// The day is known.
    Day(Date),
}

impl PartialDate {
    /// A year; `None` where no calendar has it.
    pub fn year(year: i16) -> Option<Self> {
        Date::new(year, 1, 1).ok().map(Self::Year)
    }

    /// A month of a year; `None` where no calendar has it.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok().map(Self::Month)
    }

    /// The first day it may be.
    pub fn first(self) -> Date {
        match self {
            Self::Year(day) | Self::Month(day) | Self::Day(day) => day,
        }
    }

    /// The last day it may be.
    pub fn last(self) -> Date {
        match self {
            Self::Year(day) => day.last_of_year(),
            Self::Month(day) => day.last_of_month(),
            Self::Day(day) => day,
        }
    }

    /// Whether the day itself is known.
    pub fn is_day(self) -> bool {
        matches!(self, Self::Day(_))
    }
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(day) => write!(f, "{:04}", day.year()),
            Self::Month(day) => write!(f, "{:04}-{:02}", day.year(), day.month()),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

/// The text is no day, month or year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day (2019-05-25), month (2019-05) or year (2019)")]
pub struct PartialDateError(String);

impl FromStr for PartialDate {
    type Err = PartialDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || PartialDateError(text.to_owned());
        let digits = |part: &str, width| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        if !digits(year, 4) || parts.next().is_some() {
            return Err(wrong());
        }
        let found = match (month, day) {
            (None, _) => year.parse().ok().and_then(Self::year),
            (Some(month), None) if digits(month, 2) => {
                year.parse().ok().zip(month.parse().ok()).and_then(|(year, month)| Self::month(year, month))
            }
            (Some(_), Some(_)) if text.len() == 10 => text.parse().ok().map(Self::Day),
            (Some(_), _) => None,
        };
        found.ok_or_else(wrong)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_refuses_the_rest() {
        for text in ["2019", "2019-05", "2020-02-29"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in ["", "19", "2019-5", "2019-13", "2019-02-29", "2019-05-25-01", "May 2019", "2019-05-25T00"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_year_spans_its_days() {
        let year: PartialDate = "2020".parse().unwrap();
        assert_eq!((year.first().to_string(), year.last().to_string()), ("2020-01-01".into(), "2020-12-31".into()));
    }
}

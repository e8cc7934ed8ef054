//! What a person typed, read as a number, an amount, a day or a list.
//!
//! Nothing is guessed: a text that can be read in two ways is [`Reading::Ambiguous`], one that
//! cannot be read is [`Reading::Unreadable`], and both say why in words of the locale.
//!
//! Which number a text is:
//! 1. Two different marks: the last one, standing once, sets off decimals; the others group
//!    digits in threes (`1.234.567,89`, `1 234 567.89`, `1'234.50`).
//! 2. One mark several times groups (`1.234.567`). Blanks and apostrophes only ever group.
//! 3. One point or comma that is not followed by exactly three digits, or stands behind more
//!    than three digits or behind a zero, sets off decimals (`1,5`, `0.123`, `1234.5`).
//! 4. One point or comma between one to three digits and exactly three could do either. A
//!    count has no decimals: there it groups. An amount in the language's own grouping is
//!    grouped (`1,234` in English), and a share or a rate of exchange with the language's own
//!    decimal mark has decimals (`1.234 %`). Everything else, and every amount followed by
//!    `m`, `million` and the like, is ambiguous.

mod date;
mod list;
mod money;
mod number;
mod rate;
mod unit;
mod words;

pub use date::Enough;
pub use words::{UnitWords, Words};

use super::Locale;

/// What came of reading a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading<T> {
    /// Nothing was typed.
    Empty,
    /// It can be read in this one way.
    Value(T),
    /// It cannot be read.
    Unreadable(Reason),
    /// It can be read in more than one way.
    Ambiguous(Reason),
}

impl<T> Reading<T> {
    /// The same with another value.
    pub fn and_then<U>(self, read: impl FnOnce(T) -> Reading<U>) -> Reading<U> {
        match self {
            Self::Empty => Reading::Empty,
            Self::Value(value) => read(value),
            Self::Unreadable(reason) => Reading::Unreadable(reason),
            Self::Ambiguous(reason) => Reading::Ambiguous(reason),
        }
    }

    /// Why there is no value, where something was typed.
    pub fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Unreadable(reason) | Self::Ambiguous(reason) => Some(reason),
            Self::Empty | Self::Value(_) => None,
        }
    }
}

impl<T> From<Result<T, Reason>> for Reading<T> {
    fn from(read: Result<T, Reason>) -> Self {
        match read {
            Ok(value) => Self::Value(value),
            Err(reason) => Self::Unreadable(reason),
        }
    }
}

/// Why a text was not read: a key of the locale and what is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The key of the sentence.
    pub key: &'static str,
    /// The names in the sentence with what stands for them.
    pub values: Vec<(&'static str, String)>,
}

impl Reason {
    /// A reason with what is filled in.
    pub fn new(key: &'static str, values: &[(&'static str, &str)]) -> Self {
        Self { key, values: values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect() }
    }

    fn of(key: &'static str, text: &str) -> Self {
        Self::new(key, &[("text", text.trim())])
    }
}

impl Locale {
    /// Why a text was not read, as a sentence.
    pub fn reason(&self, reason: &Reason) -> String {
        let values: Vec<(&str, &str)> = reason.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.fill(reason.key, &values)
    }
}

/// What is compared: lower case, every kind of blank as one blank, none at the ends.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

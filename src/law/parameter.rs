//! A legal figure with its source and the time it is in force.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Citation, LawText};

/// A value from a day on. Does not load without a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated<T> {
    /// The first day in force.
    pub from: Date,
    /// The value.
    pub value: T,
    /// Where it stands.
    pub source: Citation,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A legal figure over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter<T> {
    /// Its name in the trace: `gdpr.83(5).static_cap`.
    pub id: String,
    /// What it is, in words.
    pub label: String,
    /// Its values, oldest first.
    pub values: Vec<Dated<T>>,
}

impl<T> Parameter<T> {
    /// The value in force on this day, if there was one.
    pub fn on(&self, day: Date) -> Option<&Dated<T>> {
        self.values.iter().rev().find(|dated| dated.from <= day)
    }

    /// What a reader should know of one of its values, by name; `None` where there is nothing.
    pub fn note_of(&self, value: &Dated<T>) -> Option<LawText> {
        value.note.as_ref()?;
        let place = self.values.iter().position(|known| known.from == value.from)?;
        Some(LawText::ParameterNote(self.id.clone(), place))
    }
}

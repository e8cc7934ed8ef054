//! What a warning is about, where one word would not tell.

use serde::Serialize;

/// What of the undertaking is named by a word of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WordOf {
    /// The country of its main establishment.
    Establishment,
    /// The authority that decides.
    Authority,
    /// Its sector.
    Sector,
}

impl WordOf {
    /// The key of the sentence that says what hangs on it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Establishment => "warning.unknown_establishment",
            Self::Authority => "warning.unknown_authority",
            Self::Sector => "warning.unknown_sector",
        }
    }
}

/// How days disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DatesProblem {
    /// The end lies before the beginning.
    EndsBeforeItBegan,
    /// A change lies before the beginning.
    ChangedBeforeItBegan,
    /// Something lies after the day of the matter.
    AfterTheMatter,
}

impl DatesProblem {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::EndsBeforeItBegan => "warning.dates.ends_before",
            Self::ChangedBeforeItBegan => "warning.dates.changed_before",
            Self::AfterTheMatter => "warning.dates.after",
        }
    }
}

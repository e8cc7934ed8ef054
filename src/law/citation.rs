//! Where a statement of law comes from.

use serde::{Deserialize, Serialize};

use super::InstrumentId;

/// A source with its address: a regulation, guidelines, a judgment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its name in citations.
    pub id: InstrumentId,
    /// Its full title.
    pub title: String,
    /// How it is cited in running text: `GDPR`, `C-807/21`.
    pub short: String,
    /// Where its official text stands.
    pub url: String,
}

/// An instrument and the place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// What is cited.
    pub instrument: InstrumentId,
    /// The article, paragraph or section; empty for the instrument as a whole.
    pub pinpoint: String,
    /// A closer address than the instrument's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Why this statement still rests on a weak source; absent when it was verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unverified: Option<String>,
}

/// A sentence on the law with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it says, in our words.
    pub text: String,
    /// Where it stands.
    pub source: Citation,
}

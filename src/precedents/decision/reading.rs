//! How a record came about: who read what when, and what lists in circulation say instead.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One reading of the decision's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The day.
    pub on: Date,
    /// Which part of the text was read: `whole`, `paras 1–153`.
    pub read: String,
    /// What the reading changed in the record, settled at the text; empty where nothing differed.
    #[serde(default)]
    pub settled: Vec<String>,
}

/// A field in which a list in circulation differs from the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListDifference {
    /// The field: `fine`, `decided`, `provisions`, `country`.
    pub field: String,
    /// What the list says.
    pub listed: String,
    /// What the text says and how the difference came about, as far as can be told.
    pub answer: String,
}

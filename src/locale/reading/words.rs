//! The words a reader knows; they stand with the language (`assets/locale/en.ron`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::quantity::Currency;

/// Words that are read, in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Words behind or before a number, with the zeros they add: `million` has 6.
    pub multipliers: BTreeMap<String, u32>,
    /// The same where they stand close before a currency code: `MSEK`.
    pub prefixes: BTreeMap<String, u32>,
    /// Signs and names of currencies besides their codes, with those that may be meant.
    pub currencies: BTreeMap<String, Vec<Currency>>,
    /// Words for the percent sign.
    pub percent: Vec<String>,
    /// Names of months in this and neighbouring languages, January is 1.
    pub months: BTreeMap<String, i8>,
    /// What may stand beside a date or a year without meaning: `of`, `FY`.
    pub beside_dates: Vec<String>,
    /// The first and the last year that a date may have.
    pub years: (i16, i16),
    /// The units of quantities.
    pub units: Vec<UnitWords>,
}

/// A unit, its names, and how it converts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitWords {
    /// The unit as questions name it: `hours`.
    pub unit: String,
    /// Units of one kind convert exactly: a day into hours, never a month into days.
    pub kind: String,
    /// How many of the kind's smallest unit it holds.
    pub size: i64,
    /// The most that is possible.
    pub most: i64,
    /// Whether `k`, `m` and `bn` may stand for zeros: not where they may mean a unit.
    pub large: bool,
    /// Its names.
    pub names: Vec<String>,
}

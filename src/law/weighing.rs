//! Art. 83(2) GDPR: what weighs in the seriousness, and the other circumstances.

use serde::{Deserialize, Serialize};

use super::{Citation, Condition, FactorId, ProvisionId};

/// Which way a fact moves the seriousness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Weight {
    /// Speaks for a lower class.
    Lowers,
    /// Neither way.
    Neutral,
    /// Speaks for a higher class.
    Raises,
}

/// Which way a circumstance moves the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Lowers the amount.
    Mitigating,
    /// Leaves it.
    Neutral,
    /// Raises it.
    Aggravating,
}

/// Something looked at for the seriousness: Art. 83(2)(a), (b) and (g).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Its name: `number_of_people`.
    pub id: FactorId,
    /// The letter of Art. 83(2).
    pub letter: String,
    /// What it is, in words.
    pub label: String,
    /// Where it stands.
    pub source: Citation,
    /// What a reader should know, such as a threshold of our own.
    #[serde(default)]
    pub note: Option<String>,
    /// The first that certainly holds decides; none: not known.
    pub readings: Vec<FactorReading>,
}

/// A way to read the facts on a factor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorReading {
    /// Which way it then weighs.
    pub weight: Weight,
    /// What the answers must say.
    pub when: Condition,
    /// Why.
    pub reason: String,
}

/// A circumstance of Art. 83(2)(c) to (f) and (h) to (k).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circumstance {
    /// Its name, usually its letter.
    pub id: FactorId,
    /// The letter of Art. 83(2).
    pub letter: String,
    /// What it is, in words.
    pub label: String,
    /// The directions the method allows.
    pub allowed: Vec<Direction>,
    /// Where it stands.
    pub source: Citation,
    /// Whether it is about conduct from the authority's first contact on.
    #[serde(default)]
    pub from_first_contact: bool,
    /// After how many years an earlier infringement is doubted, where this is about
    /// such: a measure of this program's own, never law.
    #[serde(default)]
    pub doubted_after_years: Option<i16>,
    /// What a reader should know.
    #[serde(default)]
    pub note: Option<String>,
    /// The first that certainly holds decides; none: neutral, not known.
    pub readings: Vec<CircumstanceReading>,
}

/// A way to read the facts on a circumstance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CircumstanceReading {
    /// Which way it then goes.
    pub direction: Direction,
    /// The provisions that the same facts infringe. Facts count once: where such an
    /// infringement counts by itself, because it raises the maximum of its conduct or is a
    /// conduct of its own, this reading holds; where it is fined with graver ones, the next
    /// reading that holds.
    #[serde(default)]
    pub alleged_as: Vec<ProvisionId>,
    /// What the answers must say.
    pub when: Condition,
    /// Why.
    pub reason: String,
}

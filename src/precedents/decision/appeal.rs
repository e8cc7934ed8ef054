//! What became of a decision.

use serde::{Deserialize, Serialize};

use crate::quantity::{Money, PartialDate};

/// What became of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Appeal {
    /// Not known here.
    Unknown,
    /// It stands unchallenged.
    NotAppealed,
    /// Before a court.
    Pending,
    /// A court upheld it.
    Upheld,
    /// A court changed the amount.
    Reduced {
        /// The amount in the end.
        amount: Money,
        /// By whom and why.
        note: String,
    },
    /// A court set it aside.
    Annulled {
        /// By whom and why.
        note: String,
    },
}

impl Appeal {
    /// Its name in machine-readable output.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::NotAppealed => "not_appealed",
            Self::Pending => "pending",
            Self::Upheld => "upheld",
            Self::Reduced { .. } => "reduced",
            Self::Annulled { .. } => "annulled",
        }
    }
}

/// One step before a court or another body of appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proceeding {
    /// The court.
    pub court: String,
    /// Its number.
    #[serde(default)]
    pub number: String,
    /// When it decided.
    #[serde(default)]
    pub decided: Option<PartialDate>,
    /// What it did.
    pub result: ProceedingResult,
    /// The amount after it.
    #[serde(default)]
    pub amount: Option<Money>,
    /// Why, in our own words.
    #[serde(default)]
    pub note: String,
    /// Its publication.
    #[serde(default)]
    pub url: String,
}

/// What a court did with a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProceedingResult {
    /// Nothing yet.
    Pending,
    /// It stands.
    Upheld,
    /// The amount was lowered.
    Reduced,
    /// The amount was raised.
    Raised,
    /// Set aside.
    Annulled,
    /// Sent back.
    Remitted,
    /// The challenge was withdrawn.
    Withdrawn,
}

impl ProceedingResult {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Pending => "proceeding.pending",
            Self::Upheld => "proceeding.upheld",
            Self::Reduced => "proceeding.reduced",
            Self::Raised => "proceeding.raised",
            Self::Annulled => "proceeding.annulled",
            Self::Remitted => "proceeding.remitted",
            Self::Withdrawn => "proceeding.withdrawn",
        }
    }
}

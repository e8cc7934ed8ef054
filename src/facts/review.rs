//! What the user makes of a finding: confirmed, rejected or regraded, with the
//! reason. The rule's own grade is kept beside it.

use serde::{Deserialize, Serialize};

use crate::law::{OperationId, RuleId, Strength};

/// A lawyer's word on what a rule found about an operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// About which operation.
    pub operation: OperationId,
    /// What which rule found.
    pub rule: RuleId,
    /// What is made of it.
    pub verdict: Verdict,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// What may be made of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It stands as the rule grades it.
    Confirmed,
    /// It stands, with another strength.
    Regraded(Strength),
    /// It is not alleged.
    Rejected,
}

impl Verdict {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Regraded(_) => "regraded",
            Self::Rejected => "rejected",
        }
    }

    /// Its wording's key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "review.confirmed",
            Self::Regraded(_) => "review.regraded",
            Self::Rejected => "review.rejected",
        }
    }
}

//! How the authority weighed a case: known only after the decision, never compared.

use serde::{Deserialize, Serialize};

use crate::quantity::Rate;

/// The authority's own weighing, known only after the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Weighing {
    /// Intent or negligence.
    #[serde(default)]
    pub fault: Option<Fault>,
    /// What it counted as aggravating.
    #[serde(default)]
    pub aggravating: Vec<Weighed>,
    /// What it counted as mitigating.
    #[serde(default)]
    pub mitigating: Vec<Weighed>,
    /// What it considered and counted neither way.
    #[serde(default)]
    pub neutral: Vec<Weighed>,
    /// The seriousness it named.
    #[serde(default)]
    pub seriousness: Option<Seriousness>,
}

/// The seriousness an authority named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seriousness {
    /// How grave.
    pub grade: Gravity,
    /// The share of the maximum it took, where it says so.
    #[serde(default)]
    pub share: Option<Rate>,
    /// Where in the text.
    #[serde(default)]
    pub place: String,
}

/// A degree of seriousness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Gravity {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
}

/// Fault as the authority found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// A breach of the duty of care.
    Negligence,
    /// With knowledge and will.
    Intent,
}

/// One circumstance the authority weighed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weighed {
    /// The letter of Art. 83(2).
    pub letter: String,
    /// What it was.
    pub text: String,
    /// Where in the text.
    #[serde(default)]
    pub place: String,
}

impl Fault {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Negligence => "record.negligence",
            Self::Intent => "record.intent",
        }
    }
}

impl Gravity {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Low => "seriousness.low",
            Self::Medium => "seriousness.medium",
            Self::High => "seriousness.high",
        }
    }
}

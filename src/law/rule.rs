//! Rules: from answers to an alleged infringement of a provision.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Citation, Condition, ProvisionId, RuleId, Scope, TopicId};

/// The organisation's part in the processing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Determines purposes and means (Art. 4(7) GDPR).
    Controller,
    /// Processes on behalf of a controller (Art. 4(8) GDPR).
    Processor,
    /// Determines them together with others (Art. 26 GDPR).
    Joint,
}

impl Role {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Controller => "role.controller",
            Self::Processor => "role.processor",
            Self::Joint => "role.joint",
        }
    }
}

/// What kind of body the organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum UndertakingKind {
    /// An undertaking in the sense of Articles 101 and 102 TFEU.
    Company,
    /// A public authority or body (Art. 83(7) GDPR).
    PublicBody,
    /// An association, foundation or other non-profit body.
    Association,
    /// A natural person.
    Individual,
}

impl UndertakingKind {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Company => "kind.company",
            Self::PublicBody => "kind.public_body",
            Self::Association => "kind.association",
            Self::Individual => "kind.individual",
        }
    }
}

/// How firmly the answers support an allegation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all(serialize = "snake_case"))]
pub enum Strength {
    /// Something speaks for it.
    #[serde(alias = "weak")]
    Weak,
    /// Both sides have a case.
    #[serde(alias = "arguable")]
    Arguable,
    /// The answers leave little room.
    #[serde(alias = "clear")]
    Clear,
}

impl Strength {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Weak => "strength.weak",
            Self::Arguable => "strength.arguable",
            Self::Clear => "strength.clear",
        }
    }
}

/// One file of rules on one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// The topic's name.
    pub topic: TopicId,
    /// Its rules.
    pub rules: Vec<Rule>,
}

/// What practice would infringe which provision, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name: `retention.renewed_without_end`.
    pub id: RuleId,
    /// The provision alleged to be infringed.
    pub provision: ProvisionId,
    /// The finding in a few words.
    pub title: String,
    /// Whom it is about. Of the organisation: everything it looks at is asked of the organisation as
    /// a whole, so that it is one failing, however many operations there are.
    #[serde(default)]
    pub scope: Scope,
    /// The first day on which it is alleged, where the law changed.
    #[serde(default)]
    pub from: Option<Date>,
    /// The last day, where the law changed.
    #[serde(default)]
    pub until: Option<Date>,
    /// From the firmest to the weakest; the first that certainly holds decides.
    #[serde(default)]
    pub grades: Vec<Grade>,
    /// Instead of grades: the provisions beside which authorities charge this one on the same
    /// facts. Where one of them is alleged firmly, this is alleged too, weakly.
    #[serde(default)]
    pub beside: Vec<ProvisionId>,
    /// Why this would be a breach.
    pub reasoning: String,
    /// What would rebut it.
    pub rebuttal: String,
    /// What would put it right.
    pub remedy: Remedy,
    /// The law behind it.
    pub citations: Vec<Citation>,
    /// Decided cases that found the same, by their names under `assets/decisions`.
    #[serde(default)]
    pub decided: Vec<String>,
}

/// A strength and the condition for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// How firm the allegation then is.
    pub strength: Strength,
    /// What the answers must say.
    pub when: Condition,
}

/// What would put an infringement right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// What to do.
    pub text: String,
    /// How long it usually takes, in weeks.
    pub effort_weeks: u32,
    /// It comes before everything else: an order of the authority is outstanding.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first: bool,
}

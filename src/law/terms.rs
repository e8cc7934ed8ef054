//! The figures of a method's steps, kind by kind.

use serde::{Deserialize, Serialize};

use super::{Citation, ProvisionId, Seriousness, TierId};
use crate::quantity::{Money, Range, Rate};

/// A turnover assumed where nobody knows it: a stated choice, never law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssumedTurnover {
    /// What it may be.
    pub range: Range<Money>,
    /// What is proposed.
    pub proposed: Money,
    /// Why.
    pub reason: String,
}

/// The share for the size where no turnover measures it: of bodies that are no undertaking
/// and state none. A stated choice, never law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithoutTurnover {
    /// What it may be.
    pub share: Range<Rate>,
    /// What is proposed.
    pub proposed: Rate,
    /// Why.
    pub reason: String,
}

/// How far circumstances usually move the amount: practice, not law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CircumstanceRanges {
    /// Permitted movement of one aggravating circumstance.
    pub aggravating: Range<Rate>,
    /// Proposed movement of one aggravating circumstance.
    pub aggravating_proposed: Rate,
    /// Permitted movement of one mitigating circumstance (negative).
    pub mitigating: Range<Rate>,
    /// Proposed movement of one mitigating circumstance (negative).
    pub mitigating_proposed: Rate,
    /// Whose figures these are, in words.
    pub proposal_note: String,
}

/// The last adjustment: up as well as down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proportionality {
    /// The factor seen in published decisions (100 %: unchanged).
    pub usual: Range<Rate>,
    /// The widest factor that may be chosen.
    pub permitted: Range<Rate>,
    /// The factor proposed where nothing else is chosen.
    pub proposed: Rate,
    /// Whose figures these are, in words.
    pub proposal_note: String,
}

/// A reduction for inability to pay, open only where every condition is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbilityToPay {
    /// What must be shown, all of it.
    pub conditions: Vec<HardshipCondition>,
    /// What of the fine may remain.
    pub remains: Range<Rate>,
    /// Why nothing is taken off without a choice, in words.
    pub proposal_note: String,
}

/// Something to be shown before a fine is lowered for inability to pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HardshipCondition {
    /// Its name in choices.
    pub id: String,
    /// What must be shown.
    pub text: String,
    /// Where it stands.
    pub source: Citation,
}

/// Categories of provisions, each with its band and basic amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryBands {
    /// The categories, the lowest first.
    pub categories: Vec<FineCategory>,
    /// Which provision is in which.
    pub provisions: Vec<CategoryOf>,
    /// What is proposed where the category of a provision is not known.
    pub assumed: Vec<AssumedCategory>,
    /// Whose proposal that is, in words.
    pub proposal_note: String,
}

/// A category of infringements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FineCategory {
    /// Its name: `III`.
    pub id: String,
    /// Its band.
    pub band: Range<Money>,
    /// The amount to start from.
    pub basic: Money,
    /// Where it stands.
    pub source: Citation,
}

/// The category of a provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryOf {
    /// The provision.
    pub provision: ProvisionId,
    /// Its category.
    pub category: String,
    /// Where that was read.
    pub source: Citation,
}

/// A category proposed for a tier in want of a better one: a choice, never law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssumedCategory {
    /// The tier.
    pub tier: TierId,
    /// The category proposed.
    pub category: String,
}

/// Daily values by size and factors by seriousness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DailyRates {
    /// Groups by turnover, the smallest first; the last is open.
    pub groups: Vec<DailyGroup>,
    /// By how many days the mean turnover is divided.
    pub days: u32,
    /// Where the division stands.
    pub days_source: Citation,
    /// Factors by tier and class of seriousness.
    pub classes: Vec<DailyClass>,
    /// Proposed medium from this balance of raising over lowering factors on.
    pub medium_from: i64,
    /// Proposed high from this balance on.
    pub high_from: i64,
    /// Whose proposal that is, in words.
    pub proposal_note: String,
}

/// A group of undertakings of about one size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DailyGroup {
    /// Its name: `C.IV`.
    pub id: String,
    /// Turnover up to and including this; `None` for the last group.
    #[serde(default)]
    pub up_to: Option<Money>,
    /// The mean turnover of the group; `None` where the real turnover counts.
    #[serde(default)]
    pub mean: Option<Money>,
    /// Where it stands.
    pub source: Citation,
}

/// A class of seriousness and its factor on the daily value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DailyClass {
    /// For infringements of this tier.
    pub tier: TierId,
    /// The class.
    pub level: Seriousness,
    /// The factor: 400 % is four daily values.
    pub factor: Range<Rate>,
    /// The factor proposed where nothing else is chosen.
    pub proposed: Rate,
    /// Where it stands.
    pub source: Citation,
}

impl DailyRates {
    /// The group a turnover lies in.
    pub fn group(&self, turnover: Money) -> Option<&DailyGroup> {
        self.groups.iter().find(|group| group.up_to.is_none_or(|top| !top.is_less_than(turnover)))
    }
}

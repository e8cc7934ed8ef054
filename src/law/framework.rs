//! A legal framework: its tiers of maxima (Art. 83(4) to (6) GDPR), or those of a national
//! law that stands beside it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Citation, Methodology, Note, Parameter, Provision, RuleId, StepKind, TierId, TopicId};
use crate::quantity::{Money, Range, Rate};

/// A legal framework such as the GDPR.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// Its name: `gdpr`.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// The name it is cited by: `GDPR`.
    pub short: String,
    /// Where it applies: ISO codes of countries.
    pub territory: Vec<String>,
    /// Since when conduct is under it, where no other law went before with the same duties.
    #[serde(default)]
    pub beginning: Option<Beginning>,
    /// Countries where it applied once.
    #[serde(default)]
    pub left: Vec<Departure>,
    /// Its tiers, the lower first; none where fines follow those of the law beside it.
    pub tiers: Vec<Tier>,
    /// How it relates to data protection law, where it is another law: on cookies and
    /// direct marketing.
    #[serde(default)]
    pub beside: Option<Beside>,
}

/// A law beside data protection law, with infringements and maxima of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beside {
    /// The frameworks of data protection law that it stands beside.
    pub laws: Vec<String>,
    /// The topics whose risk it covers; others are told as a risk that is in no figure.
    pub covers: Vec<TopicId>,
    /// The first day on which it is alleged.
    pub from: Date,
    /// The last day.
    #[serde(default)]
    pub until: Option<Date>,
    /// What a reader must know of how fines under both laws relate, of the authority and of
    /// the territory. Each is calculated under its own maximum, and both are added.
    pub notes: Vec<Note>,
    /// Rules of data protection law that allege the same act.
    #[serde(default)]
    pub same_acts: Vec<SameAct>,
}

/// A rule of data protection law that alleges what a rule of the law beside it alleges:
/// where both fire at an operation, only the latter counts. Where the former fires on what the
/// latter governs, the latter must fire too: or a worse answer would move the act to a lower
/// maximum and lower the fine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SameAct {
    /// The rule whose allegation falls away.
    pub displaced: RuleId,
    /// The rule that remains.
    pub by: RuleId,
    /// Why.
    pub text: String,
    /// Where that stands.
    pub source: Citation,
}

/// How the amount is set under a law that has no method of calculation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SetBy {
    /// By analogy, with the method of data protection law, where that takes shares of a
    /// maximum: the program's own proposal.
    Analogy(Note),
    /// From a range that decisions show: the program's own proposal.
    Practice {
        /// The range.
        range: Range<Money>,
        /// The amount proposed.
        proposed: Money,
        /// Whose figures these are and what they rest on.
        proposal_note: String,
        /// Where the practice is founded.
        source: Citation,
    },
    /// No method is known: the maximum is told and no amount set.
    NotKnown,
}

/// The first day on which conduct is under a law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beginning {
    /// The day.
    pub day: Date,
    /// Where it stands.
    pub source: Citation,
    /// What that means for conduct that began before.
    pub note: String,
}

/// A country that a framework no longer applies in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// Its ISO code.
    pub country: String,
    /// The last day the framework applied there.
    pub last_day: Date,
    /// Where that stands.
    pub source: Citation,
}

/// The maxima of one class of infringements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// `83(4)`, `83(5)`, `83(6)`.
    pub id: TierId,
    /// The fixed maximum.
    pub static_cap: Parameter<Money>,
    /// The maximum as a share of the undertaking's total worldwide annual
    /// turnover of the preceding financial year, where the law has one.
    #[serde(default)]
    pub dynamic_cap: Option<Parameter<Rate>>,
    /// The least that may be imposed, where the law says so: where the range of practice
    /// begins. What is taken off afterwards, as where the authority applies the scale of a
    /// lower class, may lie below.
    #[serde(default)]
    pub minimum: Option<Parameter<Money>>,
    /// The fixed maximum for a natural person, where it is another.
    #[serde(default)]
    pub individual_cap: Option<Parameter<Money>>,
    /// Who imposes the fine, where that need not be the data protection authority.
    #[serde(default)]
    pub authority: Option<String>,
    /// How the amount is set, where no method of calculation belongs to the law.
    #[serde(default)]
    pub set_by: Option<SetBy>,
}

impl Tier {
    /// All its amounts: the fixed maximum, and what is another for some or at the least.
    pub fn amounts(&self) -> impl Iterator<Item = &Parameter<Money>> {
        std::iter::once(&self.static_cap).chain(&self.individual_cap).chain(&self.minimum)
    }

    /// Whether its amounts come from a range that decisions show, and no method leads to them.
    pub fn is_by_practice(&self) -> bool {
        matches!(self.set_by, Some(SetBy::Practice { .. }))
    }

    /// Whether an amount can be set under it with a method.
    pub fn is_priced_by(&self, methodology: &Methodology) -> bool {
        let same_currency = self.static_cap.values.iter().all(|dated| dated.value.currency() == methodology.currency);
        let by_shares = || methodology.steps.iter().any(|step| matches!(step.kind, StepKind::Seriousness { .. }));
        match &self.set_by {
            None => true,
            Some(SetBy::Analogy(_)) => same_currency && by_shares(),
            Some(SetBy::Practice { .. }) => same_currency,
            Some(SetBy::NotKnown) => false,
        }
    }
}

impl Framework {
    /// Whether it applies in a country (its code in capitals) on a day.
    pub fn applies_in(&self, country: &str, day: Date) -> bool {
        let once = |left: &Departure| left.country == country && day <= left.last_day;
        self.territory.iter().any(|known| known == country) || self.left.iter().any(once)
    }

    /// The tier that governs a provision: that whose paragraph its own tier names
    /// (`83(5)(a)` lies in `83(5)`); `None` where no fine of its own is provided.
    pub fn tier_of(&self, provision: &Provision) -> Option<&Tier> {
        self.tier_around(provision.tier.as_ref()?)
    }

    /// The tier a point of Art. 83 lies in.
    pub fn tier_around(&self, point: &TierId) -> Option<&Tier> {
        self.tiers.iter().find(|tier| point.as_str().starts_with(tier.id.as_str()))
    }

    /// The tier of this name.
    pub fn tier(&self, id: &TierId) -> Option<&Tier> {
        self.tiers.iter().find(|tier| tier.id == *id)
    }
}

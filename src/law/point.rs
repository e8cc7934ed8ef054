//! The discretionary points: where a method leaves something to judgement. Closed: what is
//! asked, in which order, and what it is called stands here and nowhere else.

use std::fmt;

use super::{ChoiceId, ConductId, FactorId, ProvisionId};

/// A discretionary point of one conduct, in the order in which methods come to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Discretion {
    /// The category of the infringement, where a method has categories.
    Category,
    /// The class of seriousness.
    Seriousness,
    /// The share of the maximum inside that class.
    SeriousnessShare,
    /// The factor on the daily value inside that class.
    DailyFactor,
    /// The share for the size of the undertaking.
    TurnoverShare,
    /// The amount after seriousness and size, chosen outright.
    StartingAmount,
    /// The amount after the circumstances, chosen outright.
    AdjustedAmount,
    /// What is effective, proportionate and dissuasive.
    Proportionality,
    /// The amount in the end, chosen outright.
    FinalAmount,
    /// A reprimand in place of a fine.
    Reprimand,
}

impl Discretion {
    /// All of them, in their order.
    pub const ALL: [Self; 10] = [
        Self::Category,
        Self::Seriousness,
        Self::SeriousnessShare,
        Self::DailyFactor,
        Self::TurnoverShare,
        Self::StartingAmount,
        Self::AdjustedAmount,
        Self::Proportionality,
        Self::FinalAmount,
        Self::Reprimand,
    ];

    /// Its name, after the conduct's: `seriousness` of `A.seriousness`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Seriousness => "seriousness",
            Self::SeriousnessShare => "seriousness_share",
            Self::DailyFactor => "daily_factor",
            Self::TurnoverShare => "turnover_share",
            Self::StartingAmount => "starting_amount",
            Self::AdjustedAmount => "adjusted_amount",
            Self::Proportionality => "proportionality",
            Self::FinalAmount => "final_amount",
            Self::Reprimand => "reprimand",
        }
    }

    /// The key of what it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Category => "trace.category",
            Self::Seriousness => "trace.seriousness",
            Self::SeriousnessShare => "trace.seriousness_share",
            Self::DailyFactor => "trace.daily_factor",
            Self::TurnoverShare => "trace.turnover_share",
            Self::StartingAmount => "trace.starting_amount_chosen",
            Self::AdjustedAmount => "trace.adjusted_amount",
            Self::Proportionality => "trace.proportionality",
            Self::FinalAmount => "trace.final_amount",
            Self::Reprimand => "trace.reprimand",
        }
    }

    /// Whether what is chosen here leaves another point nothing to say: an amount chosen
    /// outright settles all that comes before it, a share its class.
    pub fn settles(self, other: Self) -> bool {
        match self {
            Self::StartingAmount | Self::AdjustedAmount | Self::FinalAmount => other < self && other != Self::Category,
            Self::SeriousnessShare | Self::DailyFactor => other == Self::Seriousness,
            Self::Category | Self::Seriousness | Self::TurnoverShare | Self::Proportionality | Self::Reprimand => false,
        }
    }
}

/// One of the conducts of a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfConduct<'a> {
    /// Its name.
    pub id: &'a ConductId,
    /// Its place among the conducts of the matter, counted from zero.
    pub place: usize,
}

/// A discretionary point of a matter: what is looked up, and named only where it is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointKey<'a> {
    /// A point of a conduct.
    Conduct(OfConduct<'a>, Discretion),
    /// How far a circumstance moves the amount; with its place among those weighed.
    Circumstance(OfConduct<'a>, &'a FactorId, usize),
    /// Whether one infringement displaces another.
    Displaced(OfConduct<'a>, &'a ProvisionId),
    /// The turnover, where it is no figure.
    Turnover,
    /// Whether conduct before the law applied counts.
    EarlierConduct,
    /// A condition of hardship.
    Ability(&'a str),
    /// What remains to be paid in hardship.
    AbilityRemains,
    /// Whether a national procedure is taken.
    Procedure(&'a str),
    /// Whether a national reduction is taken.
    Reduction(&'a str),
}

impl PointKey<'_> {
    /// Its name, as matters write it.
    pub fn id(&self) -> ChoiceId {
        ChoiceId::from(self.to_string())
    }
}

impl fmt::Display for PointKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conduct(of, point) => write!(f, "{}.{}", of.id, point.name()),
            Self::Circumstance(of, circumstance, _) => write!(f, "{}.circumstance.{circumstance}", of.id),
            Self::Displaced(of, provision) => write!(f, "{}.displaced.{provision}", of.id),
            Self::Turnover => f.write_str("matter.turnover"),
            Self::EarlierConduct => f.write_str("matter.earlier_conduct"),
            Self::Ability(condition) => write!(f, "matter.ability.{condition}"),
            Self::AbilityRemains => f.write_str("matter.ability.remains"),
            Self::Procedure(procedure) => write!(f, "matter.procedure.{procedure}"),
            Self::Reduction(reduction) => write!(f, "matter.reduction.{reduction}"),
        }
    }
}

//! A method of calculating fines: ordered steps with their figures.
//!
//! The kinds of step are a closed set; each has one file in [`crate::fine`]. A
//! method that needs only these kinds needs no Rust.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    AbilityToPay, AssumedTurnover, CategoryBands, CircumstanceRanges, Citation, Condition, DailyRates, LawText,
    MethodologyId, Note, Proportionality, UndertakingKind, WithoutTurnover,
};
use crate::quantity::{Currency, Money, Range, Rate, Rounding, rounding};

/// A method such as EDPB Guidelines 04/2022.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Methodology {
    /// Its name: `edpb-04-2022-v2.1`.
    pub id: MethodologyId,
    /// Its name for readers.
    pub name: String,
    /// Its name where there is little room: `EDPB 04/2022`.
    pub short: String,
    /// The framework it belongs to.
    pub framework: String,
    /// The first day it applies.
    pub from: Date,
    /// The last day it applies, if it was superseded.
    #[serde(default)]
    pub to: Option<Date>,
    /// Kinds of body for which it ended earlier, with their last day.
    #[serde(default)]
    pub ended_for: Vec<EndedFor>,
    /// The countries whose authority uses it, where it is not the whole framework's.
    #[serde(default)]
    pub territory: Vec<String>,
    /// The kinds of body it is made for; every kind where none is named.
    #[serde(default)]
    pub bodies: Vec<UndertakingKind>,
    /// The currency it counts in.
    pub currency: Currency,
    /// How fractions of a cent are decided, and why.
    pub rounding: Rounding,
    /// Why this rounding.
    pub rounding_reason: String,
    /// The instrument.
    pub source: Citation,
    /// The steps in their order.
    pub steps: Vec<Step>,
    /// What it leaves to judgement or we cannot express, in words.
    pub left_to_judgement: Vec<String>,
}

/// A method that some kinds of body left before the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndedFor {
    /// Which.
    pub bodies: Vec<UndertakingKind>,
    /// The last day it applied to them.
    pub to: Date,
}

/// One operation of a method, under the number of the step it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The number readers know it by; 0 where the method gives it none.
    pub number: u8,
    /// The last number, where the method counts what is done here as several steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<u8>,
    /// Its heading.
    pub title: String,
    /// Where it stands.
    pub source: Citation,
    /// What is done.
    pub kind: StepKind,
    /// Case law and guidance that govern it.
    #[serde(default)]
    pub notes: Vec<Note>,
}

impl Step {
    /// The numbers of the method: `2`, `2–3`; nothing where it has none.
    pub fn numbers(&self) -> String {
        match (self.number, self.through) {
            (0, _) => String::new(),
            (first, Some(last)) => format!("{first}–{last}"),
            (first, None) => first.to_string(),
        }
    }
}

/// The operations a method may be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepKind {
    /// Find the sanctionable conducts and how their infringements concur.
    Concurrence,
    /// Intent or negligence, as a condition of any fine or as something weighed.
    Fault {
        /// When the facts show neither.
        absent_when: Condition,
        /// Whether there is then no fine.
        excludes_fine: bool,
    },
    /// The starting share of the maximum, by class of seriousness.
    Seriousness {
        /// The classes, the lowest first.
        classes: Vec<SeriousnessClass>,
        /// Proposed medium from this balance of raising over lowering factors on.
        medium_from: i64,
        /// Proposed high from this balance on.
        high_from: i64,
        /// Whose proposal that is, in words.
        proposal_note: String,
    },
    /// The adjustment to the size of the undertaking.
    TurnoverAdjustment {
        /// The bands, the smallest first.
        bands: Vec<TurnoverBand>,
        /// How the share inside a band is proposed, in words.
        proposal_note: String,
        /// How near to the end of a band the other band's result is told, as a share of
        /// the turnover at that end: the program's own measure.
        near_edge: Rate,
        /// What is taken where no turnover measures the size.
        without_turnover: WithoutTurnover,
    },
    /// Aggravating and mitigating circumstances.
    Circumstances(CircumstanceRanges),
    /// The legal maximum.
    LegalMaximum {
        /// What is assumed where the turnover is not known.
        unknown_turnover: AssumedTurnover,
    },
    /// Effective, proportionate, dissuasive.
    Proportionality(Proportionality),
    /// A reprimand in place of a fine (recital 148 GDPR).
    Reprimand {
        /// Why none is proposed, in words.
        proposal_note: String,
    },
    /// A reduction for inability to pay.
    AbilityToPay(AbilityToPay),
    /// A basic amount by category of provision, inside a fixed band.
    CategoryBand(CategoryBands),
    /// A daily value by size times a factor by seriousness.
    DailyRate(DailyRates),
}

impl StepKind {
    /// Whether it sets or moves the amount before the legal maximum is looked at: what a
    /// method does in place of which a law beside may only have practice.
    pub fn sets_amount(&self) -> bool {
        match self {
            Self::Seriousness { .. }
            | Self::TurnoverAdjustment { .. }
            | Self::Circumstances(_)
            | Self::CategoryBand(_)
            | Self::DailyRate(_) => true,
            Self::Concurrence
            | Self::Fault { .. }
            | Self::LegalMaximum { .. }
            | Self::Proportionality(_)
            | Self::Reprimand { .. }
            | Self::AbilityToPay(_) => false,
        }
    }

    /// Whose proposals it makes, in words; `None` where it proposes nothing.
    pub fn proposal_note(&self) -> Option<&str> {
        match self {
            Self::Seriousness { proposal_note, .. }
            | Self::TurnoverAdjustment { proposal_note, .. }
            | Self::Reprimand { proposal_note } => Some(proposal_note),
            Self::Circumstances(terms) => Some(&terms.proposal_note),
            Self::Proportionality(terms) => Some(&terms.proposal_note),
            Self::AbilityToPay(terms) => Some(&terms.proposal_note),
            Self::CategoryBand(terms) => Some(&terms.proposal_note),
            Self::DailyRate(terms) => Some(&terms.proposal_note),
            Self::Concurrence | Self::Fault { .. } | Self::LegalMaximum { .. } => None,
        }
    }

    /// The same, to be replaced by a translation.
    pub(super) fn proposal_note_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Seriousness { proposal_note, .. }
            | Self::TurnoverAdjustment { proposal_note, .. }
            | Self::Reprimand { proposal_note } => Some(proposal_note),
            Self::Circumstances(terms) => Some(&mut terms.proposal_note),
            Self::Proportionality(terms) => Some(&mut terms.proposal_note),
            Self::AbilityToPay(terms) => Some(&mut terms.proposal_note),
            Self::CategoryBand(terms) => Some(&mut terms.proposal_note),
            Self::DailyRate(terms) => Some(&mut terms.proposal_note),
            Self::Concurrence | Self::Fault { .. } | Self::LegalMaximum { .. } => None,
        }
    }
}

/// How grave an infringement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all(serialize = "snake_case"))]
pub enum Seriousness {
    /// Low.
    #[serde(alias = "low")]
    Low,
    /// Medium.
    #[serde(alias = "medium")]
    Medium,
    /// High.
    #[serde(alias = "high")]
    High,
}

impl Seriousness {
    /// All classes, the lowest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];
}

/// A class of seriousness and its share of the legal maximum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriousnessClass {
    /// The class.
    pub level: Seriousness,
    /// The share of the applicable legal maximum.
    pub share: Range<Rate>,
    /// The share proposed where nothing else is chosen.
    pub proposed: Rate,
    /// Where it stands.
    pub source: Citation,
}

/// A band of turnover and the share the starting amount may be brought down to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnoverBand {
    /// Turnover above this.
    pub above: Money,
    /// Turnover up to and including this; `None` for the last band.
    #[serde(default)]
    pub up_to: Option<Money>,
    /// The share; 100 % where there is no adjustment.
    pub share: Range<Rate>,
    /// Where it stands.
    pub source: Citation,
}

impl TurnoverBand {
    /// The band a turnover lies in.
    pub fn of(bands: &[Self], turnover: Money) -> Option<&Self> {
        bands.iter().find(|band| band.up_to.is_none_or(|top| !top.is_less_than(turnover)))
    }

    /// The share as far up the band's range as the turnover lies up the band.
    pub fn share_at(&self, turnover: Money) -> Rate {
        let Some(top) = self.up_to else { return self.share.high };
        let width = i128::from(top.minor()) - i128::from(self.above.minor());
        let inside = i128::from(turnover.minor()) - i128::from(self.above.minor());
        let span = i128::from(self.share.high.ppm() - self.share.low.ppm());
        let above_low = rounding::divide(span * inside.max(0), width, Rounding::Down);
        Rate::from_ppm(self.share.low.ppm().saturating_add(i64::try_from(above_low).unwrap_or_default()))
    }
}

impl Methodology {
    /// The heading of one of its steps.
    pub fn title_of(&self, step: &Step) -> LawText {
        LawText::Step(self.id.clone(), self.place_of(step))
    }

    /// What it says of its proposals in one of its steps.
    pub fn proposal_of(&self, step: &Step) -> LawText {
        LawText::Proposal(self.id.clone(), self.place_of(step))
    }

    /// Where a step stands, counted from zero; beyond the last where it is none of them.
    fn place_of(&self, step: &Step) -> usize {
        self.steps.iter().position(|known| known == step).unwrap_or(self.steps.len())
    }

    /// The last day it applies to this kind of body, if it was superseded.
    pub fn last_day(&self, kind: UndertakingKind) -> Option<Date> {
        let earlier = self.ended_for.iter().find(|ended| ended.bodies.contains(&kind));
        earlier.map(|ended| ended.to).or(self.to)
    }

    /// Whether the method applies to this kind of body on this day.
    pub fn applies_on(&self, kind: UndertakingKind, day: Date) -> bool {
        self.from <= day && self.last_day(kind).is_none_or(|to| day <= to)
    }

    /// What is assumed where the turnover is not known, where the method says so.
    pub fn unknown_turnover(&self) -> Option<&AssumedTurnover> {
        self.steps.iter().find_map(|step| match &step.kind {
            StepKind::LegalMaximum { unknown_turnover } => Some(unknown_turnover),
            _ => None,
        })
    }

    /// Whether it counts in days of the turnover, so that there is no result without one.
    pub fn counts_by_turnover(&self) -> bool {
        self.steps.iter().any(|step| matches!(step.kind, StepKind::DailyRate(_)))
    }

    /// The class of seriousness, where the method has one.
    pub fn class(&self, level: Seriousness) -> Option<&SeriousnessClass> {
        self.steps.iter().find_map(|step| match &step.kind {
            StepKind::Seriousness { classes, .. } => classes.iter().find(|class| class.level == level),
            _ => None,
        })
    }

    /// The band a turnover lies in, where the method has one.
    pub fn band(&self, turnover: Money) -> Option<&TurnoverBand> {
        self.steps.iter().find_map(|step| match &step.kind {
            StepKind::TurnoverAdjustment { bands, .. } => TurnoverBand::of(bands, turnover),
            _ => None,
        })
    }
}

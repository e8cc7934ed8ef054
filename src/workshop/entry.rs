//! What a team estimates in a round, and what was done with it.

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::Told;
use crate::law::ProvisionId;
use crate::quantity::{Currency, Money};

/// What a team estimates. Each part is open until it is entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// The provisions it holds infringed; an empty set claims that none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisions: Option<BTreeSet<ProvisionId>>,
    /// The probability of a fine, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<u8>,
    /// The low end of the 80 % range for a fine, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Money>,
    /// The high end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Money>,
    /// The best single amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Money>,
}

/// Why an estimate cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EstimateProblem {
    /// The low end lies above the high end.
    #[error("the low end of the range, {low}, lies above the high end, {high}: exchange them or correct one")]
    UpsideDown {
        /// The low end.
        low: Money,
        /// The high end.
        high: Money,
    },
    /// The point lies outside the range.
    #[error(
        "the point, {point}, lies outside the range from {low} to {high}: move it into the range or widen the range"
    )]
    PointOutside {
        /// The point.
        point: Money,
        /// The low end.
        low: Money,
        /// The high end.
        high: Money,
    },
    /// The high end is nothing.
    #[error(
        "a range that ends at nothing holds no fine: enter a high end above zero, and say by the probability that a fine is unlikely"
    )]
    NoFine,
    /// A part is missing.
    #[error("{0} is missing: enter it before you lock")]
    Missing(&'static str),
    /// An amount is in another currency.
    #[error("{amount} is not in {}: enter amounts in {} throughout", .currency.code(), .currency.code())]
    Currency {
        /// The amount.
        amount: Money,
        /// The currency of the scenario.
        currency: Currency,
    },
    /// An amount is below zero.
    #[error("{0} is below zero: enter an amount from zero")]
    Negative(Money),
    /// A probability is above 100 %.
    #[error("{0} % is no probability: enter 0 to 100")]
    Probability(u8),
    /// A provision is none of the candidates.
    #[error("`{0}` is none of the provisions that may be chosen in this scenario")]
    Provision(ProvisionId),
}

impl Estimate {
    /// Why this cannot even be entered: amounts in another currency or below zero, a
    /// probability above 100 %, a provision that may not be chosen.
    ///
    /// # Errors
    /// The first such reason.
    pub fn possible(&self, told: &Told) -> Result<(), EstimateProblem> {
        for amount in [self.low, self.high, self.point].into_iter().flatten() {
            let currency = told.currency;
            if amount.currency() != currency {
                return Err(EstimateProblem::Currency { amount, currency });
            }
            if amount.minor() < 0 {
                return Err(EstimateProblem::Negative(amount));
            }
        }
        if let Some(probability) = self.probability.filter(|probability| *probability > 100) {
            return Err(EstimateProblem::Probability(probability));
        }
        match self.provisions.iter().flatten().find(|claimed| !told.candidates.contains(claimed)) {
            Some(unknown) => Err(EstimateProblem::Provision(unknown.clone())),
            None => Ok(()),
        }
    }

    /// Why what was entered does not agree with itself: a range upside down, a point outside.
    ///
    /// # Errors
    /// The first such reason.
    pub fn consistent(&self) -> Result<(), EstimateProblem> {
        if let (Some(low), Some(high)) = (self.low, self.high)
            && high.is_less_than(low)
        {
            return Err(EstimateProblem::UpsideDown { low, high });
        }
        if self.high.is_some_and(|high| high.minor() == 0) {
            return Err(EstimateProblem::NoFine);
        }
        if let (Some(low), Some(high), Some(point)) = (self.low, self.high, self.point)
            && (point.is_less_than(low) || high.is_less_than(point))
        {
            return Err(EstimateProblem::PointOutside { point, low, high });
        }
        Ok(())
    }

    /// Whether it may be locked: consistent and complete.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn complete(&self) -> Result<(), EstimateProblem> {
        self.consistent()?;
        let parts = [
            ("the low end of the range", self.low.is_some()),
            ("the high end of the range", self.high.is_some()),
            ("the point", self.point.is_some()),
            ("the probability of a fine", self.probability.is_some()),
            ("the choice of provisions", self.provisions.is_some()),
        ];
        match parts.into_iter().find(|(_, there)| !there) {
            Some((part, _)) => Err(EstimateProblem::Missing(part)),
            None => Ok(()),
        }
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Who entered an estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EnteredBy {
    /// The trainer, for the team.
    Trainer,
    /// The team itself, at the machine.
    Team,
}

/// The estimate of a team in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The scenario's place.
    pub scenario: usize,
    /// The round's place.
    pub round: usize,
    /// The team's place.
    pub team: usize,
    /// What was estimated.
    pub estimate: Estimate,
    /// Who entered it last.
    pub by: EnteredBy,
    /// When.
    pub at: DateTime,
    /// When it was locked; `None` while it is open. Only what is locked earns points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locked: Option<DateTime>,
    /// What was corrected afterwards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// A correction after an estimate was locked or its round was over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// What stood there before.
    pub before: Estimate,
    /// Why it was corrected.
    pub reason: String,
    /// When.
    pub at: DateTime,
}

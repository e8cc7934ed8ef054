//! The headline in JSON: method and practice together, with both beside it.

use serde::Serialize;

use super::figures::Cents;
use crate::headline::{ChanceOfFine, Estimate, Headline};
use crate::library::Library;

/// The estimate of a matter.
#[derive(Debug, Clone, Serialize)]
pub(super) struct HeadlineJson {
    #[serde(flatten)]
    both: EstimateJson,
    /// The method alone: its drawn outcomes.
    method: EstimateJson,
    /// Practice alone.
    practice: Option<EstimateJson>,
    /// The weight of the method in percent; the rest is that of practice.
    method_percent: u8,
    /// On how many decided matters the weights were fitted.
    matters: usize,
    /// Whether the turnover is stated as a figure: the weights depend on it.
    turnover_known: bool,
    probability_of_fine: Option<ChanceJson>,
    legal_maximum: Cents,
}

#[derive(Debug, Clone, Serialize)]
struct EstimateJson {
    p10: Cents,
    p25: Cents,
    p50: Cents,
    p75: Cents,
    p90: Cents,
}

#[derive(Debug, Clone, Serialize)]
struct ChanceJson {
    #[serde(flatten)]
    chance: ChanceOfFine,
    /// What it supposes.
    given: &'static str,
}

impl From<&Estimate> for EstimateJson {
    fn from(estimate: &Estimate) -> Self {
        Self {
            p10: estimate.most.low.into(),
            p25: estimate.half.low.into(),
            p50: estimate.median.into(),
            p75: estimate.half.high.into(),
            p90: estimate.most.high.into(),
        }
    }
}

impl HeadlineJson {
    pub(super) fn new(headline: &Headline, library: &Library) -> Self {
        Self {
            both: (&headline.both).into(),
            method: (&headline.method).into(),
            practice: headline.practice.as_ref().map(EstimateJson::from),
            method_percent: headline.method_percent,
            matters: library.practice.as_ref().map_or(0, |practice| practice.fitted().combination.matters),
            turnover_known: headline.turnover_known,
            probability_of_fine: headline.chance.map(|chance| ChanceJson { chance, given: "infringements_found" }),
            legal_maximum: headline.maximum.into(),
        }
    }
}

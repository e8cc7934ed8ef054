//! The estimate from practice in JSON.

use serde::Serialize;

use super::figures::Cents;
use crate::library::Library;
use crate::practice::{Fact, PracticeEstimate};
use crate::report::{factor_in_words, remark_in_words};

/// What authorities did in like matters.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PracticeJson {
    /// Percentiles of the amount in euro, given a fine.
    p10: Option<Cents>,
    p25: Option<Cents>,
    p50: Option<Cents>,
    p75: Option<Cents>,
    p90: Option<Cents>,
    mean_log10: f64,
    deviation_log10: f64,
    /// Between 0 and 1: that infringements found end in a fine.
    chance_of_fine: f64,
    /// The decisions behind it, and those of them with a fine.
    outcomes: usize,
    outcomes_fined: usize,
    /// Of those decisions, the ones of the matter's country, and of these those with a fine.
    outcomes_here: usize,
    fined_here: usize,
    /// The amounts behind the estimate.
    amounts_shipped: usize,
    amounts_others: usize,
    /// What each known fact changes.
    factors: Vec<FactorJson>,
    /// The decisions that weigh most.
    weightiest: Vec<WeightJson>,
    /// What a reader should know, in sentences.
    remarks: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct FactorJson {
    fact: Fact,
    words: Vec<String>,
    figure: Option<f64>,
    factor: f64,
    text: String,
}

#[derive(Debug, Clone, Serialize)]
struct WeightJson {
    id: String,
    weight: f64,
}

impl PracticeJson {
    pub(super) fn new(estimate: &PracticeEstimate, library: &Library) -> Self {
        let at = |percent| estimate.percentile(percent).map(Cents::from);
        let factors = estimate.factors.iter().map(|factor| FactorJson {
            fact: factor.fact,
            words: factor.words.clone(),
            figure: factor.figure,
            factor: factor.factor,
            text: factor_in_words(library, factor),
        });
        let weights = estimate.weightiest.iter();
        Self {
            p10: at(10),
            p25: at(25),
            p50: at(50),
            p75: at(75),
            p90: at(90),
            mean_log10: estimate.mean_log10,
            deviation_log10: estimate.deviation_log10,
            chance_of_fine: estimate.chance_of_fine,
            outcomes: estimate.outcomes,
            outcomes_fined: estimate.outcomes_fined,
            outcomes_here: estimate.outcomes_here,
            fined_here: estimate.fined_here,
            amounts_shipped: estimate.amounts_shipped,
            amounts_others: estimate.amounts_others,
            factors: factors.collect(),
            weightiest: weights.map(|known| WeightJson { id: known.id.clone(), weight: known.weight }).collect(),
            remarks: estimate.remarks.iter().map(|remark| remark_in_words(library, *remark)).collect(),
        }
    }
}

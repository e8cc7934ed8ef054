//! How well findings and estimate did on decided cases, as `amende backtest --write` leaves it
//! (`assets/backtest`): figures alone, shown and never computed by the window.

use serde::{Deserialize, Serialize};

use crate::quantity::Currency;

/// What was tested, as far as it was.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tested {
    /// Tables of decided cases.
    pub rows: Option<TestedRows>,
    /// Decided matters described as a client would have.
    pub matters: Option<TestedMatters>,
}

/// The estimate from practice on tables of decided cases.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestedRows {
    /// The hash of what the shipped estimate was fitted on at the time.
    pub fitted_on: String,
    /// Decisions with a known outcome.
    pub outcomes: usize,
    /// Of these, with an amount.
    pub fines: usize,
    /// The estimate.
    pub estimate: TestedScore,
    /// Simple models by name.
    pub simple: Vec<(String, TestedScore)>,
    /// The estimate in groups: what tells them apart, the group.
    pub groups: Vec<(String, String, TestedScore)>,
    /// Probabilities of a fine forecast and come true.
    pub of_fine: Vec<TestedStep>,
    /// Shares of amounts forecast to lie below a value, and come true.
    pub of_amount: Vec<TestedStep>,
}

/// How near forecasts came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestedScore {
    /// Amounts scored.
    pub fines: usize,
    /// Half of the amounts were missed by no more than this factor.
    pub half_within: f64,
    /// The share of amounts within a factor of 3.
    pub within_3: f64,
    /// The share of amounts in the middle half.
    pub inside_50: f64,
    /// In the middle eight tenths.
    pub inside_80: f64,
    /// The upper end of the middle eight tenths by the lower, in the mean of the logarithms.
    pub high_by_low: f64,
    /// The pinball loss in log10.
    pub pinball: f64,
}

/// A forecast beside what came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestedStep {
    /// What was forecast.
    pub forecast: f64,
    /// What came.
    pub came: f64,
    /// Of how many.
    pub of: usize,
}

/// Findings and estimate on decided matters of the learning part.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestedMatters {
    /// The hash of what the shipped estimate was fitted on at the time.
    pub fitted_on: String,
    /// How many matters.
    pub matters: usize,
    /// Provisions by grade: the key of its name, alleged, of these examined, of those found.
    pub grades: Vec<TestedGrade>,
    /// Provisions found infringed…
    pub found: usize,
    /// …and of these, alleged.
    pub alleged: usize,
    /// The method alone.
    pub method: TestedScore,
    /// Practice alone.
    pub practice: TestedScore,
    /// Both together, each matter by weights fitted without it.
    pub combined: TestedScore,
    /// The matters with a fine.
    pub fines: Vec<TestedFine>,
}

/// Provisions of one grade.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestedGrade {
    /// The key of its name.
    pub grade: String,
    /// Alleged.
    pub alleged: usize,
    /// Of these, examined by the authority.
    pub examined: usize,
    /// Of those, found infringed.
    pub found: usize,
}

/// One decided matter with a fine; amounts in whole units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestedFine {
    /// The id of the decision.
    pub decision: String,
    /// The currency.
    pub currency: Currency,
    /// What was imposed.
    pub imposed: f64,
    /// The lower end of the middle eight tenths of the estimate.
    pub low: f64,
    /// Its middle.
    pub median: f64,
    /// The upper end.
    pub high: f64,
    /// By what factor the middle missed the amount.
    pub factor: f64,
}

impl TestedFine {
    /// Whether the amount lies in the middle eight tenths.
    pub fn is_inside(&self) -> bool {
        self.low <= self.imposed && self.imposed <= self.high
    }
}

//! The figures of the JSON: amounts, the fine with its range and maximum, the exposure.

use serde::Serialize;

use super::headline::HeadlineJson;

use crate::exposure::{Cause, ExposureDistribution, Outside};
use crate::fine::{Calculation, Spread};
use crate::headline::Headline;
use crate::law::Seriousness;
use crate::library::Library;
use crate::quantity::Money;
use crate::report::cause_in_words;

/// An amount.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Cents {
    cents: i64,
    currency: &'static str,
}

impl From<Money> for Cents {
    fn from(money: Money) -> Self {
        Self { cents: money.minor(), currency: money.currency().code() }
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RangeJson {
    pub(super) low: Cents,
    pub(super) high: Cents,
}

/// A figure that depends on the turnover: at the low end of what it may be, with the turnover
/// taken, and at the high end. The amount itself is the high end: never more than that.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BoundJson {
    #[serde(flatten)]
    most: Cents,
    low: Cents,
    point: Cents,
    high: Cents,
}

impl From<Spread<Money>> for BoundJson {
    fn from(spread: Spread<Money>) -> Self {
        let Spread { low, point, high } = spread;
        Self { most: high.into(), low: low.into(), point: point.into(), high: high.into() }
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FineJson {
    legal_maximum: BoundJson,
    starting_amount: RangeJson,
    low: Cents,
    point: Cents,
    high: Cents,
    /// In the currency in which it is imposed, where that is another.
    payable: Option<Cents>,
    conducts: Vec<ConductJson>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ConductJson {
    conduct: String,
    tier: String,
    seriousness: Option<Seriousness>,
    legal_maximum: BoundJson,
    starting_amount: Cents,
    after_circumstances: Cents,
    low: Cents,
    point: Cents,
    high: Cents,
    without_fault: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct OutsideJson {
    /// `above` or `below` the middle 80 % of the outcomes.
    side: &'static str,
    reasons: Vec<ReasonJson>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReasonJson {
    cause: Cause,
    /// The same as a sentence.
    text: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ExposureJson {
    p5: Option<Cents>,
    p10: Option<Cents>,
    p25: Option<Cents>,
    p50: Option<Cents>,
    p75: Option<Cents>,
    p90: Option<Cents>,
    p95: Option<Cents>,
    /// Method and practice together: what is shown large everywhere. `null` where no outcome drawn is a fine.
    headline: Option<HeadlineJson>,
    /// That infringements found end in a fine, between 0 and 1; `null` where it is not estimated.
    probability_of_fine: Option<f64>,
    seed: u64,
    samples: usize,
    samples_without_fine: usize,
    /// The share of all outcomes drawn in which nothing alleged is found or no fine can be imposed.
    probability_without_fine: f64,
    /// Round amounts with the share of the fines drawn that exceed each.
    exceedance: Vec<ExceedanceJson>,
    /// What the highest tenth and the highest twentieth of the fines drawn come to on average.
    expected_shortfall: ShortfallJson,
    /// Where the method's point lies outside the middle 80 % of the outcomes, and why.
    point_outside: Option<OutsideJson>,
}

/// How many of the fines drawn exceed an amount.
#[derive(Debug, Clone, Serialize)]
struct ExceedanceJson {
    amount: Cents,
    share: f64,
}

/// The mean of the highest fines drawn.
#[derive(Debug, Clone, Serialize)]
struct ShortfallJson {
    highest_10_percent: Option<Cents>,
    highest_5_percent: Option<Cents>,
}

impl From<&crate::fine::ConductFine> for ConductJson {
    fn from(conduct: &crate::fine::ConductFine) -> Self {
        Self {
            conduct: conduct.conduct.to_string(),
            tier: conduct.tier.to_string(),
            seriousness: conduct.seriousness,
            legal_maximum: conduct.maximum.into(),
            starting_amount: conduct.starting.point.into(),
            after_circumstances: conduct.adjusted.point.into(),
            low: conduct.fine.low.into(),
            point: conduct.fine.point.into(),
            high: conduct.fine.high.into(),
            without_fault: conduct.without_fault,
        }
    }
}

impl ExposureJson {
    pub(super) fn new(exposure: &ExposureDistribution, headline: Option<&Headline>, library: &Library) -> Self {
        let text = &library.locale;
        let outside = |outside: &Outside| OutsideJson {
            side: if outside.above { "above" } else { "below" },
            reasons: outside
                .causes
                .iter()
                .map(|cause| ReasonJson { cause: *cause, text: cause_in_words(*cause, text) })
                .collect(),
        };
        let at = |percent| exposure.percentile(percent).map(Cents::from);
        Self {
            p5: at(5),
            p10: at(10),
            p25: at(25),
            p50: at(50),
            p75: at(75),
            p90: at(90),
            p95: at(95),
            headline: headline.map(|headline| HeadlineJson::new(headline, library)),
            probability_of_fine: headline.and_then(|headline| headline.chance).map(|chance| chance.probability),
            seed: exposure.seed,
            samples: exposure.drawn,
            samples_without_fine: exposure.without_fine,
            probability_without_fine: exposure.share_without_fine(),
            exceedance: exposure
                .exceedances()
                .into_iter()
                .map(|(amount, share)| ExceedanceJson { amount: amount.into(), share })
                .collect(),
            expected_shortfall: ShortfallJson {
                highest_10_percent: exposure.mean_of_highest(10).map(Cents::from),
                highest_5_percent: exposure.mean_of_highest(5).map(Cents::from),
            },
            point_outside: exposure.outside.as_ref().map(outside),
        }
    }
}

impl From<&Calculation> for FineJson {
    fn from(calculation: &Calculation) -> Self {
        Self {
            legal_maximum: calculation.maximum.into(),
            starting_amount: range(calculation.starting),
            low: calculation.fine.low.into(),
            point: calculation.fine.point.into(),
            high: calculation.fine.high.into(),
            payable: calculation.payable.map(|payable| payable.point.into()),
            conducts: calculation.conducts.iter().map(ConductJson::from).collect(),
        }
    }
}

fn range(spread: Spread<Money>) -> RangeJson {
    RangeJson { low: spread.low.into(), high: spread.high.into() }
}

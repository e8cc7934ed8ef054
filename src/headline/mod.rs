//! The headline: method and practice as one estimate inside the legal maximum, with both beside it.
//! Whatever shows the figure of a matter shows this one.

mod tested;

use serde::Serialize;

use crate::exposure::ExposureDistribution;
use crate::law::{Rates, When};
use crate::practice::{Combination, Curve, Layer, PracticeEstimate};
use crate::quantity::{Currency, Money, Range};

pub use tested::{Tested, TestedFine, TestedGrade, TestedMatters, TestedRows, TestedScore, TestedStep};

/// The shares of the middle half and of the middle eight tenths, with the middle.
const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

/// The estimate of a matter: what is shown large, everywhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    /// Method and practice together.
    pub both: Estimate,
    /// The method alone: its drawn outcomes.
    pub method: Estimate,
    /// Practice alone, with nothing above the maximum; `None` where nothing was fitted.
    pub practice: Option<Estimate>,
    /// The weight of the method in percent; the rest is that of practice.
    pub method_percent: u8,
    /// Whether the turnover is stated as a figure: the weights depend on it.
    pub turnover_known: bool,
    /// The probability of a fine; `None` where nothing was fitted.
    pub chance: Option<ChanceOfFine>,
    /// The legal maximum, above which nothing lies.
    pub maximum: Money,
}

/// An amount with its ranges, given a fine.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// Half of the outcomes lie below.
    pub median: Money,
    /// The half of the outcomes in the middle.
    pub half: Range<Money>,
    /// The eight tenths of the outcomes in the middle.
    pub most: Range<Money>,
    /// log10 of the amount.
    pub curve: Curve,
}

/// How likely infringements that are found end in a fine.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ChanceOfFine {
    /// Between 0 and 1.
    pub probability: f64,
    /// In whole percent, never 0 or 100.
    pub percent: u8,
    /// The decisions of the country behind it that found infringements…
    pub outcomes: usize,
    /// …and those of them with a fine.
    pub fined: usize,
    /// The decisions of all countries behind it.
    pub outcomes_everywhere: usize,
}

/// What the headline of a matter is made of.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// The drawn outcomes of the method.
    pub exposure: &'a ExposureDistribution,
    /// What authorities did in like matters.
    pub practice: Option<&'a PracticeEstimate>,
    /// How both are combined; `None` where nothing was fitted.
    pub combination: Option<&'a Combination>,
    /// Whether the turnover is stated as a figure.
    pub turnover_known: bool,
    /// The legal maximum.
    pub maximum: Money,
    /// Rates of exchange…
    pub rates: &'a Rates,
    /// …and when they are looked up: practice is known in euro.
    pub when: When,
}

impl Headline {
    /// The headline of a matter; `None` where no outcome drawn is a fine.
    pub fn new(parts: Parts<'_>) -> Option<Self> {
        let currency = parts.maximum.currency();
        let ceiling = logarithm(parts.maximum)?;
        let drawn = method_layer(parts.exposure)?;
        let at = |percent| parts.exposure.percentile(percent);
        let method = Estimate {
            median: at(50)?,
            half: Range::new(at(25)?, at(75)?),
            most: Range::new(at(10)?, at(90)?),
            curve: drawn.below(ceiling),
        };
        let practice = parts.practice.and_then(|estimate| practice_layer(estimate, parts.rates, currency, parts.when));
        let (both, weight) = match practice.zip(parts.combination) {
            Some((practice, fitted)) => {
                let curve = fitted.pool(drawn, practice, parts.turnover_known, ceiling);
                (Estimate::new(curve, currency), fitted.method(parts.turnover_known))
            }
            None => (method.clone(), 1.0),
        };
        Some(Self {
            both,
            method,
            practice: practice.map(|layer| Estimate::new(layer.below(ceiling), currency)),
            method_percent: percent(weight, 0, 100),
            turnover_known: parts.turnover_known,
            chance: parts.practice.map(ChanceOfFine::of),
            maximum: parts.maximum,
        })
    }
}

impl Estimate {
    fn new(curve: Curve, currency: Currency) -> Self {
        let [p10, p25, p50, p75, p90] = SHARES.map(|share| money(curve.at(share), currency));
        Self { median: p50, half: Range::new(p25, p75), most: Range::new(p10, p90), curve }
    }

    /// The amount below which a share of the outcomes lies.
    pub fn at(&self, share: f64) -> Money {
        money(self.curve.at(share), self.median.currency())
    }
}

impl ChanceOfFine {
    fn of(estimate: &PracticeEstimate) -> Self {
        Self {
            probability: estimate.chance_of_fine,
            percent: percent(estimate.chance_of_fine, 1, 99),
            outcomes: estimate.outcomes_here,
            fined: estimate.fined_here,
            outcomes_everywhere: estimate.outcomes,
        }
    }
}

/// The drawn outcomes as a curve over log10 of the amount.
pub fn method_layer(exposure: &ExposureDistribution) -> Option<Layer> {
    let at = |percent| exposure.percentile(percent).and_then(logarithm);
    Some(Layer::of(at(10)?, at(50)?, at(90)?))
}

/// The estimate from practice in a currency, as a curve over log10 of the amount; `None` without a rate.
pub fn practice_layer(estimate: &PracticeEstimate, rates: &Rates, currency: Currency, when: When) -> Option<Layer> {
    // A million, so that rounding to a minor unit does not matter.
    let million = Money::from_major(1_000_000, Currency::EUR);
    let converted = rates.convert(million, currency, when).ok()?.amount;
    let mean = estimate.mean_log10 + logarithm(converted)? - 6.0;
    Some(Layer { mean, deviation: estimate.deviation_log10 })
}

/// log10 of an amount in whole units; nothing for nothing.
pub fn logarithm(amount: Money) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "an estimate needs no cents")]
    let figure = amount.minor() as f64 / amount.currency().minor_units() as f64;
    (figure > 0.0).then(|| libm::log10(figure))
}

/// The amount of a logarithm, in whole units.
fn money(logarithm: f64, currency: Currency) -> Money {
    #[expect(clippy::cast_possible_truncation, reason = "brought inside the bounds")]
    let whole = libm::exp10(logarithm).round().clamp(0.0, 1e15) as i64;
    Money::from_major(whole, currency)
}

fn percent(share: f64, low: u8, high: u8) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let percent = (share * 100.0).round().clamp(0.0, 100.0) as u8;
    percent.clamp(low, high)
}

//! What the simulation drew, in order, with its quantiles.

use super::Outside;
use crate::quantity::{Currency, Money};

/// The amounts drawn, each a fine in one imagined outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExposureDistribution {
    /// The seed.
    pub seed: u64,
    /// How many outcomes were drawn.
    pub drawn: usize,
    /// Outcomes in which nothing alleged was found or no fine could be imposed.
    pub without_fine: usize,
    /// Why the method's result lies outside the middle of them, where it does.
    pub outside: Option<Outside>,
    currency: Currency,
    sorted: Vec<i64>,
}

impl ExposureDistribution {
    pub(super) fn new(seed: u64, currency: Currency, outcomes: impl IntoIterator<Item = Option<Money>>) -> Self {
        let (mut drawn, mut sorted) = (0, Vec::new());
        for outcome in outcomes {
            drawn += 1;
            sorted.extend(outcome.filter(|amount| amount.minor() > 0).map(Money::minor));
        }
        sorted.sort_unstable();
        Self { seed, drawn, without_fine: drawn - sorted.len(), outside: None, currency, sorted }
    }

    /// Whether no outcome ended in a fine.
    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// The amount that `percent` of the fines do not exceed (nearest rank);
    /// `None` where there is none.
    pub fn percentile(&self, percent: usize) -> Option<Money> {
        let rank = (self.sorted.len() * percent).div_ceil(100).max(1) - 1;
        self.sorted.get(rank).map(|minor| Money::from_minor(*minor, self.currency))
    }

    /// The 10th, 50th and 90th percentile with what they are called, equal ones as one:
    /// `P10, P50`. For a chart.
    pub fn marks(&self) -> Vec<(String, Money)> {
        let mut marks: Vec<(String, Money)> = Vec::new();
        for percent in [10, 50, 90] {
            let Some(amount) = self.percentile(percent) else { continue };
            match marks.last_mut().filter(|(_, known)| *known == amount) {
                Some((name, _)) => *name = format!("{name}, P{percent}"),
                None => marks.push((format!("P{percent}"), amount)),
            }
        }
        marks
    }

    /// Whether an amount lies outside the eight tenths in the middle of the fines.
    pub fn leaves_out(&self, amount: Money) -> bool {
        let ends = self.percentile(10).zip(self.percentile(90));
        ends.is_some_and(|(low, high)| amount < low || high < amount)
    }

    /// How many fines lie in each of `bins` equal steps between two amounts on a
    /// logarithmic axis. For drawing only.
    pub fn histogram(&self, low: Money, high: Money, bins: usize) -> Vec<u32> {
        let mut counts = vec![0; bins];
        let (from, to) = (log(low.minor()), log(high.minor()));
        if bins == 0 || to <= from {
            return counts;
        }
        for minor in &self.sorted {
            let place = (log(*minor) - from) / (to - from);
            if !(0.0..=1.0).contains(&place) {
                continue;
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a bin's index, brought inside its bounds"
            )]
            let bin = ((place * bins as f64).max(0.0) as usize).min(bins - 1);
            if let Some(count) = counts.get_mut(bin) {
                *count += 1;
            }
        }
        counts
    }

    /// The share of fines above an amount, in percent. For drawing only.
    pub fn exceedance(&self, amount: Money) -> usize {
        let below = self.sorted.partition_point(|minor| *minor <= amount.minor());
        (self.sorted.len() - below) * 100 / self.sorted.len().max(1)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a place on a logarithmic axis")]
fn log(minor: i64) -> f64 {
    libm::log(minor.max(1) as f64)
}

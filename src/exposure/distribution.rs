//! What the simulation drew, in order, with its quantiles.

use rayon::slice::ParallelSliceMut;

use super::Outside;
use crate::quantity::{Currency, Money, Rounding, rounding};

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
    /// Every outcome, the smallest first; those without a fine stand at the head.
    sorted: Vec<i64>,
}

impl ExposureDistribution {
    /// All outcomes, each in minor units and none left out, in the buffer they were drawn into: what is
    /// kept are eight bytes an outcome, and every quantile is an outcome that was drawn.
    pub(super) fn new(seed: u64, currency: Currency, mut outcomes: Vec<i64>) -> Self {
        outcomes.par_sort_unstable();
        let without_fine = outcomes.partition_point(|minor| *minor <= 0);
        Self { seed, drawn: outcomes.len(), without_fine, outside: None, currency, sorted: outcomes }
    }

    /// Of no outcomes at all.
    pub(crate) fn none(seed: u64, currency: Currency) -> Self {
        Self::new(seed, currency, Vec::new())
    }

    /// The fines, the smallest first.
    fn fines(&self) -> &[i64] {
        self.sorted.get(self.without_fine..).unwrap_or_default()
    }

    /// Whether no outcome ended in a fine.
    pub fn is_empty(&self) -> bool {
        self.fines().is_empty()
    }

    /// The amount that `percent` of the fines do not exceed (nearest rank);
    /// `None` where there is none.
    pub fn percentile(&self, percent: usize) -> Option<Money> {
        let rank = (self.fines().len() * percent).div_ceil(100).max(1) - 1;
        self.fines().get(rank).map(|minor| Money::from_minor(*minor, self.currency))
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
        for minor in self.fines() {
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

    /// The share of all outcomes in which nothing alleged is found or no fine can be imposed, between
    /// 0 and 1.
    pub fn share_without_fine(&self) -> f64 {
        share(self.without_fine, self.drawn)
    }

    /// The same in whole percent, never 0 where there is one, never 100 where there is a fine.
    pub fn percent_without_fine(&self) -> u8 {
        let percent = (self.without_fine * 100).div_ceil(self.drawn.max(1));
        u8::try_from(if self.is_empty() { percent } else { percent.min(99) }).unwrap_or(100)
    }

    /// The share of the fines that exceed an amount, between 0 and 1.
    pub fn share_above(&self, amount: Money) -> f64 {
        let fines = self.fines();
        share(fines.len() - fines.partition_point(|minor| *minor <= amount.minor()), fines.len())
    }

    /// The mean of the highest fines, so many in a hundred of them (at least one): what the worst
    /// outcomes come to on average. `None` where there is none.
    pub fn mean_of_highest(&self, percent: usize) -> Option<Money> {
        let fines = self.fines();
        let count = (fines.len() * percent / 100).max(1);
        let highest = fines.get(fines.len().checked_sub(count)?..)?;
        let sum: i128 = highest.iter().map(|minor| i128::from(*minor)).sum();
        let mean = rounding::divide(sum, i128::try_from(highest.len()).ok()?, Rounding::Down);
        Some(Money::from_minor(i64::try_from(mean).ok()?, self.currency))
    }

    /// Round amounts (one, two and five times a power of ten) from the 5th percentile to the highest
    /// fine, each with the share of the fines that exceed it.
    pub fn exceedances(&self) -> Vec<(Money, f64)> {
        let Some((from, to)) = self.percentile(5).zip(self.fines().last()) else { return Vec::new() };
        let unit = self.currency.minor_units();
        let powers = (0..17).filter_map(|power| unit.checked_mul(10_i64.checked_pow(power)?));
        let round = powers.flat_map(|power| [1, 2, 5].map(|times| power.saturating_mul(times)));
        let inside = round.filter(|minor| (from.minor()..*to).contains(minor));
        let amount = |minor| Money::from_minor(minor, self.currency);
        inside.map(|minor| (amount(minor), self.share_above(amount(minor)))).collect()
    }

    /// The share of fines above an amount, in percent. For drawing only.
    pub fn exceedance(&self, amount: Money) -> usize {
        let below = self.fines().partition_point(|minor| *minor <= amount.minor());
        (self.fines().len() - below) * 100 / self.fines().len().max(1)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 53 bits")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[expect(clippy::cast_precision_loss, reason = "a place on a logarithmic axis")]
fn log(minor: i64) -> f64 {
    libm::log(minor.max(1) as f64)
}

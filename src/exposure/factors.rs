//! An amount as the product of two factors, each between two ends: how often, and how much each time.

use rayon::iter::{IndexedParallelIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;

use super::lot::{Lot, Scale};
use super::simulate::SHARE;
use super::{Draws, ExposureDistribution};
use crate::quantity::{Money, Range, Rate, Rounding};

/// Draws how often and how much, each evenly on a logarithmic scale between its ends, and multiplies
/// them.
pub fn product(often: Range<Rate>, much: Range<Money>, draws: Draws) -> ExposureDistribution {
    let currency = much.low.currency();
    let scales = (
        Scale::new(often.low.ppm().max(1), often.high.ppm().max(1)),
        Scale::new(much.low.minor().max(1), much.high.minor().max(1)),
    );
    let lots = (Lot::new(draws.seed, "often"), Lot::new(draws.seed, "much"));
    let mut outcomes = vec![0; draws.count];
    outcomes.par_chunks_mut(SHARE).enumerate().for_each_init(
        || lots.clone(),
        |(often, much), (place, share)| {
            often.start_at(place * SHARE);
            much.start_at(place * SHARE);
            for outcome in share {
                let rate = scales.0.share_at(often.draw().first);
                let amount = Money::from_minor(scales.1.at(much.draw().first), currency);
                *outcome = amount.share(rate, Rounding::Down).minor();
            }
        },
    );
    ExposureDistribution::new(draws.seed, currency, outcomes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_product_is_the_product_of_the_middles() {
        let often = Range::new("10 %".parse().unwrap(), "1000 %".parse().unwrap());
        let much = Range::new("EUR 10_000".parse().unwrap(), "EUR 1_000_000".parse().unwrap());
        let drawn = product(often, much, Draws { seed: 1, count: 20_000 });
        // Both are even on a logarithmic scale: once, and EUR 100,000.
        let middle = drawn.percentile(50).unwrap().major();
        assert!((90_000..110_000).contains(&middle), "{middle}");
        let ends = (drawn.percentile(1).unwrap().major(), drawn.percentile(100).unwrap().major());
        assert!(ends.0 >= 1_000 && ends.1 <= 10_000_000, "{ends:?}");
    }
}

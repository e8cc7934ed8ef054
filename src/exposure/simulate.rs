//! Draws outcomes and calculates each, again and again.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::outside::{self, CAUSES};
use super::plan::Plan;
use super::{Cause, ExposureDistribution, Outside, Priors};
use crate::fine::{Basis, FineError};
use crate::quantity::Money;

/// One outcome in so many is enough to say why the method's result lies aside.
const FOR_REASONS: usize = 20;

/// So many outcomes are drawn one after the other, at the least.
const SHARE: usize = 500;

/// Draws `priors.samples` outcomes. What the user settled is kept as it is; the rest is
/// drawn from what the method permits.
///
/// # Errors
/// As [`crate::fine::calculate`].
pub fn simulate(basis: &Basis<'_>, priors: &Priors, seed: u64) -> Result<ExposureDistribution, FineError> {
    let mut drawn = draw(basis, priors, seed, None, priors.samples)?;
    let point = basis.point();
    if drawn.leaves_out(point) {
        let above = drawn.percentile(50).is_some_and(|middle| middle < point);
        let mut alone = Vec::with_capacity(CAUSES.len());
        // A turnover that is known is not drawn, and so is no reason.
        let open = |cause: &Cause| *cause != Cause::Turnover || basis.turnover().is_open();
        for cause in CAUSES.into_iter().filter(open) {
            let only = draw(basis, priors, seed, Some(cause), priors.samples / FOR_REASONS)?;
            alone.extend(only.percentile(50).map(|middle| (cause, middle)));
        }
        drawn.outside = Some(Outside { above, causes: outside::causes(above, point, &alone) });
    }
    Ok(drawn)
}

/// Draws outcomes in which all is drawn, or one thing alone.
fn draw(
    basis: &Basis<'_>,
    priors: &Priors,
    seed: u64,
    only: Option<Cause>,
    samples: usize,
) -> Result<ExposureDistribution, FineError> {
    let currency = basis.methodology().currency;
    let some = |from: usize, count: usize| -> Result<Vec<Option<Money>>, FineError> {
        let mut plan = Plan::new(basis, priors, seed, only);
        plan.skip(from);
        (0..count).map(|_| plan.next()).collect()
    };
    // Each stream can be entered anywhere: how many take part changes nothing of what is drawn.
    let shares = (0..samples.div_ceil(SHARE)).into_par_iter().map(|share| share * SHARE);
    let outcomes: Result<Vec<_>, FineError> = shares.map(|from| some(from, SHARE.min(samples - from))).collect();
    Ok(ExposureDistribution::new(seed, currency, outcomes?.into_iter().flatten()))
}

//! Draws outcomes and calculates each, again and again.

use rayon::iter::{IndexedParallelIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;

use super::outside::{self, CAUSES};
use super::plan::Plan;
use super::{Cause, ExposureDistribution, Outside, Priors, Watch};
use crate::fine::{Basis, FineError, Prepared};

/// One outcome in so many is enough to say why the method's result lies aside.
const FOR_REASONS: usize = 20;

/// So many outcomes are drawn one after the other. Fixed, so that where one share ends and the
/// next begins hangs on nothing but this.
pub(super) const SHARE: usize = 4_096;

/// How often to draw, and from which seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    /// The seed.
    pub seed: u64,
    /// How many outcomes.
    pub count: usize,
}

/// Draws outcomes. What the user settled is kept as it is; the rest is drawn from what the
/// method permits. `None` where it was stopped.
///
/// # Errors
/// As [`crate::fine::calculate`].
pub fn simulate(
    basis: &Basis<'_>,
    priors: &Priors,
    draws: Draws,
    watch: &Watch,
) -> Result<Option<ExposureDistribution>, FineError> {
    let prepared = basis.prepare()?;
    let Some(mut outcomes) = draw(basis, &prepared, priors, draws, None, watch) else { return Ok(None) };
    let point = basis.point();
    if outcomes.leaves_out(point) {
        let above = outcomes.percentile(50).is_some_and(|middle| middle < point);
        let mut alone = Vec::with_capacity(CAUSES.len());
        // A turnover that is known is not drawn, and so is no reason.
        let open = |cause: &Cause| *cause != Cause::Turnover || basis.turnover().is_open();
        // More than the usual number tells no more of the reasons.
        let few = Draws { count: draws.count.min(priors.samples) / FOR_REASONS, ..draws };
        for cause in CAUSES.into_iter().filter(open) {
            let Some(only) = draw(basis, &prepared, priors, few, Some(cause), watch) else { return Ok(None) };
            alone.extend(only.percentile(50).map(|middle| (cause, middle)));
        }
        outcomes.outside = Some(Outside { above, causes: outside::causes(above, point, &alone) });
    }
    Ok(Some(outcomes))
}

/// Draws outcomes in which all is drawn, or one thing alone.
fn draw(
    basis: &Basis<'_>,
    prepared: &Prepared<'_>,
    priors: &Priors,
    draws: Draws,
    only: Option<Cause>,
    watch: &Watch,
) -> Option<ExposureDistribution> {
    let plan = Plan::new(basis, prepared, priors, draws.seed, only);
    let mut outcomes = vec![0; draws.count];
    // Each stream can be entered anywhere: how many take part changes nothing of what is drawn.
    outcomes.par_chunks_mut(SHARE).enumerate().for_each_init(
        || plan.clone(),
        |plan, (place, share)| {
            if watch.is_stopped() {
                return;
            }
            plan.start_at(place * SHARE);
            for outcome in &mut *share {
                *outcome = plan.next();
            }
            watch.add(share.len());
        },
    );
    (!watch.is_stopped()).then(|| ExposureDistribution::new(draws.seed, prepared.currency(), outcomes))
}

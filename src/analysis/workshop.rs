//! What was decided behind a pack, with what method and practice say of its matter.

use super::{DEFAULT_SEED, Terms, analyse};
use crate::law::NoRate;
use crate::library::Library;
use crate::quantity::Money;
use crate::workshop::{Band, Pack, Truth};

/// Why a pack has no truth.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoTruth {
    /// Its record is not there.
    #[error("the decision of the pack `{0}` is not among the decided cases")]
    NoRecord(String),
    /// The amount cannot be told in the currency of the estimates.
    #[error(transparent)]
    Rate(#[from] NoRate),
}

/// The truth behind a pack. The method is applied to the matter it was made from, on the day
/// of the matter; practice is the estimate from what authorities did in like matters, in
/// eight fines of ten, the pack's own decision left out. Either is absent where it cannot be calculated.
///
/// # Errors
/// When the record is missing or its amount cannot be converted.
pub fn truth(library: &Library, pack: &Pack) -> Result<Truth, NoTruth> {
    let id = &pack.behind().decision;
    let decision = library.decision(id).ok_or_else(|| NoTruth::NoRecord(pack.id.clone()))?;
    let matter = pack.matter().and_then(|named| library.matter(named)?.ok());
    let analysed = matter.and_then(|mut matter| {
        // The decision on these facts never feeds an estimate of them.
        matter.decided_as = Some(id.clone());
        let as_of = matter.as_of.unwrap_or(decision.decided);
        analyse(&matter, library, &Terms { methodology: None, as_of, seed: DEFAULT_SEED }).ok()
    });
    let currency = pack.told.currency;
    let here = |amount: Money| {
        let converted = library.law.rates.convert(amount, currency, crate::law::When::Day(decision.decided));
        converted.ok().map(|converted| converted.amount)
    };
    let method = analysed.as_ref().and_then(|analysis| {
        let fine = analysis.calculation.fine;
        Some(Band { low: here(fine.low)?, point: here(fine.point)?, high: here(fine.high)? })
    });
    // What the estimate from practice says without this decision: the middle and eight fines of ten.
    let practice = analysed.as_ref().and_then(|analysis| {
        let estimate = analysis.practice.as_ref()?;
        let at = |percent| estimate.percentile(percent).and_then(here);
        Some(Band { low: at(10)?, point: at(50)?, high: at(90)? })
    });
    Ok(Truth::new(pack, decision, &library.law.rates, method, practice)?)
}

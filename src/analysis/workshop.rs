//! What was decided behind a pack, with what method and practice say of its matter.

use super::{Analysis, DEFAULT_SEED, Terms, analyse};
use crate::law::NoRate;
use crate::library::Library;
use crate::precedents::Outcome;
use crate::quantity::Money;
use crate::workshop::{Band, Pack, Truth};

/// Comparable decisions with a fine below which practice suggests nothing.
const FEWEST_COMPARABLES: usize = 3;

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
/// of the matter; practice is the lowest, middle and highest fine of the comparable decisions,
/// the pack's own left out. Either is absent where it cannot be calculated.
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
    let practice = analysed.as_ref().and_then(|analysis| practice(analysis, library, pack));
    Ok(Truth::new(pack, decision, &library.law.rates, method, practice)?)
}

/// The fines of the comparable decisions in the currency of the estimates.
fn practice(analysis: &Analysis<'_>, library: &Library, pack: &Pack) -> Option<Band> {
    let fined = analysis.comparables.iter().filter(|near| near.decision.outcome == Outcome::Fine);
    let imposed = fined.filter_map(|near| near.decision.imposed_in(pack.told.currency, &library.law.rates));
    let mut amounts: Vec<Money> = imposed.map(|converted| converted.amount).collect();
    amounts.sort_by_key(|amount| amount.minor());
    if amounts.len() < FEWEST_COMPARABLES {
        return None;
    }
    Some(Band { low: *amounts.first()?, point: *amounts.get(amounts.len() / 2)?, high: *amounts.last()? })
}

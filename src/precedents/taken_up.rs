//! How often authorities take up one provision beside another.

use super::Decision;
use crate::law::ProvisionId;

/// In how many decisions a provision was found infringed, and another beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenUp {
    /// The decisions that found both.
    pub both: usize,
    /// The decisions that found the provision it stands beside.
    pub of: usize,
}

/// Counts decisions that found `main`, and those of them that found `companion` too; at
/// whatever exactness either is named.
pub fn taken_up<'d>(
    decisions: impl IntoIterator<Item = &'d Decision>,
    main: &ProvisionId,
    companion: &ProvisionId,
) -> TakenUp {
    let found = |decision: &Decision, wanted: &ProvisionId| decision.provisions.iter().any(|id| id.is_same(wanted));
    let mut counted = TakenUp { both: 0, of: 0 };
    for decision in decisions.into_iter().filter(|decision| found(decision, main)) {
        counted.of += 1;
        counted.both += usize::from(found(decision, companion));
    }
    counted
}

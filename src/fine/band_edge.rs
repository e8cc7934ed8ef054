//! Where a band of sizes ends: the ranges of two bands overlap there, and the share proposed
//! falls where the next one begins. A turnover near such an end is told both results.

use super::calculate::{Input, at_turnover};
use super::turnover::{Known, Stated};
use crate::law::StepKind;
use crate::quantity::{Money, Rate};
use crate::trace::{TraceBuilder, Warning};

/// What the fine would be on either side of the end of a band that lies near.
pub(super) fn near(input: &Input<'_>, stated: Stated) -> Option<Warning> {
    if stated.known != Known::Figure || input.conducts.is_empty() {
        return None;
    }
    let (bands, near) = input.methodology.steps.iter().find_map(|step| match &step.kind {
        StepKind::TurnoverAdjustment { bands, near_edge, .. } => Some((bands, *near_edge)),
        _ => None,
    })?;
    let edge = bands.iter().filter_map(|band| band.up_to).find(|edge| is_near(stated.point, *edge, near, input))?;
    let beyond = Money::from_minor(edge.minor().saturating_add(1), edge.currency());
    let fine = |turnover| {
        let calculation = at_turnover(input, Stated::figure(turnover), TraceBuilder::disabled()).ok()?;
        Some(calculation.fine.point)
    };
    let (up_to, above) = (fine(edge)?, fine(beyond)?);
    (above < up_to).then_some(Warning::BandEdge { edge, up_to, above })
}

fn is_near(turnover: Money, edge: Money, near: Rate, input: &Input<'_>) -> bool {
    let width = edge.share(near, input.methodology.rounding).minor();
    turnover.minor().abs_diff(edge.minor()) <= width.unsigned_abs()
}

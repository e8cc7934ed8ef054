//! Step 2, second half: the starting amount brought down to the size of the
//! undertaking (EDPB Guidelines 04/2022, section 4.3).
//!
//! The share proposed lies inside the band where the turnover does: the higher
//! the turnover within its band, the higher the share. In the last, open band
//! there is no adjustment, since the dynamic maximum carries the size.

use super::ConductState;
use crate::fine::Spread;
use crate::fine::judgement::{Ask, Judgements};
use crate::law::{Step, StepKind, TurnoverBand};
use crate::quantity::{Money, Range, Rate, Rounding, rounding};
use crate::trace::{Label, Operation, Origin, TraceBuilder, TraceNode, Value};

pub(crate) fn apply(
    state: &mut ConductState<'_>,
    step: &Step,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) {
    let StepKind::TurnoverAdjustment { proposal_note, .. } = &step.kind else {
        debug_assert!(false, "called for another kind of step");
        return;
    };
    if state.limit.is_some_and(|limit| limit.is_base()) {
        // A national limit is not made for undertakings: their size is no measure of it.
        starting_node(state, step, state.amount.ends(), None, trace);
        state.starting = state.amount;
        return;
    }
    let methodology = state.methodology;
    let (Some(low), Some(band), Some(high)) = (
        methodology.band(state.turnover.low),
        methodology.band(state.turnover.point),
        methodology.band(state.turnover.high),
    ) else {
        debug_assert!(false, "the library checks that the last band is open");
        return;
    };
    let conduct = state.conduct;
    let id = &conduct.id;
    let ask = |point: &str, label: &'static str| Ask {
        id: id.choice(point),
        label,
        named: None,
        reason: proposal_note,
        citation: &step.source,
    };
    trace.leaf(|| band_node(state, band));
    let proposed = proposed_share(band, state.turnover.point);
    let share = if band.share.low == band.share.high {
        band.share.low
    } else {
        let share = judgements.rate(&ask("turnover_share", "trace.turnover_share"), band.share, proposed);
        trace.leaf(|| judgements.node(id.figure("turnover_share"), Value::Rate(share)));
        share
    };
    let rounding = methodology.rounding;
    let shares = Spread { low: low.share.low, point: share, high: high.share.high };
    let mut amount = state.amount.with(shares, |amount, share| amount.share(share, rounding));
    trace.collapse(|children| {
        let value = Value::Money(amount.point);
        TraceNode::step(
            id.figure("after_turnover"),
            Label::Key("trace.after_turnover"),
            Operation::ShareOf,
            value,
            children,
        )
        .citing(&step.source)
    });
    let own = ask("starting_amount", "trace.starting_amount_chosen");
    let range = amount.ends();
    if judgements.decided(&own.id) {
        // Chosen outright, nothing is left open up to here.
        amount = Spread::same(judgements.amount(&own, range, amount.point));
        trace.leaf(|| judgements.node(id.figure("starting_amount_chosen"), Value::Money(amount.point)));
    }
    state.amount = amount;
    state.starting = Spread { low: range.low, point: amount.point, high: range.high };
    starting_node(state, step, range, Some(band), trace);
}

/// The starting amount: how it was taken, and the range that was open.
fn starting_node(
    state: &ConductState<'_>,
    step: &Step,
    range: Range<Money>,
    band: Option<&TurnoverBand>,
    trace: &mut TraceBuilder,
) {
    let (id, amount) = (&state.conduct.id, state.amount);
    trace.collapse(|mut children| {
        let (figure, label) = (id.figure("starting_range"), Label::Key("trace.starting_range"));
        let class = state.seriousness.and_then(|level| state.methodology.class(level)).map(|class| {
            let (figure, label) = (id.figure("starting_range.class"), Label::Key("trace.seriousness_range"));
            TraceNode::parameter(figure, label, Value::RateRange(class.share), class.source.clone())
        });
        let size = band.map(|band| {
            let (figure, label) = (id.figure("starting_range.band"), Label::Key("trace.turnover_band_share"));
            TraceNode::parameter(figure, label, Value::RateRange(band.share), band.source.clone())
        });
        // How the maximum came about stands with the seriousness: named here only.
        let base = TraceNode::parameter(
            id.figure("starting_range.base"),
            Label::Key("trace.share_taken_from"),
            Value::Money(state.base.point),
            state.static_cap.source.clone(),
        );
        let factors = std::iter::once(base).chain(class).chain(size).collect();
        let value = Value::MoneyRange(range);
        children.push(TraceNode::step(figure, label, Operation::ShareOf, value, factors).citing(&step.source));
        let (figure, label) = (id.figure("starting_amount"), Label::Key("trace.starting_amount"));
        let value = Value::Money(amount.point);
        TraceNode::step(figure, label, Operation::Concluded, value, children).citing(&step.source)
    });
}

/// Where the turnover lies in its band, the share lies in the band's range.
pub(crate) fn proposed_share(band: &TurnoverBand, turnover: Money) -> Rate {
    let Some(top) = band.up_to else { return band.share.high };
    let width = i128::from(top.minor()) - i128::from(band.above.minor());
    let inside = i128::from(turnover.minor()) - i128::from(band.above.minor());
    let span = i128::from(band.share.high.ppm() - band.share.low.ppm());
    let above_low = rounding::divide(span * inside.max(0), width, Rounding::Down);
    Rate::from_ppm(band.share.low.ppm().saturating_add(i64::try_from(above_low).unwrap_or_default()))
}

fn band_node(state: &ConductState<'_>, band: &TurnoverBand) -> TraceNode {
    let conduct = state.conduct;
    let id = &conduct.id;
    let origin = Origin::Parameter { id: "turnover_band".to_owned() };
    let Range { low, high } = band.share;
    let value = if low == high { Value::Rate(low) } else { Value::RateRange(band.share) };
    let band_parameter =
        TraceNode::new(id.figure("band"), Label::Key("trace.turnover_band_share"), origin, value.clone(), Vec::new())
            .citing(&band.source);
    let mut children: Vec<TraceNode> = state.turnover_node.cloned().into_iter().collect();
    children.push(band_parameter);
    TraceNode::step(id.figure("turnover_band"), Label::Key("trace.turnover_band"), Operation::Lookup, value, children)
        .citing(&band.source)
}

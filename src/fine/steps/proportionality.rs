//! Step 5: effective, proportionate, dissuasive; up as well as down (EDPB
//! Guidelines 04/2022, chapter 7). Whatever is chosen, the maximum holds.

use super::{ConductState, fault};
use crate::fine::Spread;
use crate::fine::amount::Amount;
use crate::fine::ask::Ask;
use crate::fine::judgement::Judgements;
use crate::law::{Discretion, Proportionality, Step};
use crate::quantity::{Range, Rate};
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value, Warning};

pub(crate) fn apply(
    state: &mut ConductState<'_>,
    step: &Step,
    range: &Proportionality,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) {
    let conduct = state.conduct;
    let id = &conduct.id;
    let ask = Ask::of(state.sanctioned.of(), Discretion::Proportionality, state.methodology, step);
    let (factor, chosen) = judgements.rate_chosen(&ask, range.permitted, range.proposed);
    if chosen {
        unusual(&ask, factor, range, judgements);
    }
    // The usual range is told whatever was chosen.
    trace.leaf(|| {
        judgements
            .node(&ask.key, id.figure("proportionality"), Value::Rate(factor))
            .noting(state.methodology.proposal_of(step))
    });
    let rounding = state.methodology.rounding;
    let before = state.shown(state.amount.point);
    let mut amount = state.amount.map(|amount| amount.share(factor, rounding));
    trace.collapse(|children| {
        let figure = id.figure("after_proportionality");
        let label = Label::Key("trace.after_proportionality");
        TraceNode::step(figure, label, Operation::ShareOf, Value::Money(state.shown(amount.point)), children)
            .citing(&step.source)
    });
    let own = Ask::of(state.sanctioned.of(), Discretion::FinalAmount, state.methodology, step);
    // Whatever the steps gave, only the maximum binds here.
    let ends = Range { low: state.shown(state.nothing()), high: state.shown(state.maximum.point) };
    if let Some(chosen) = judgements.outright(&own, ends, state.shown(amount.point)) {
        amount = Spread::same(Amount::stated(chosen));
        let shown = state.shown(amount.point);
        if let Some(factor) = shown.as_share_of(before, rounding) {
            unusual(&own, factor, range, judgements);
        }
        trace.leaf(|| judgements.node(&own.key, id.figure("final_amount"), Value::Money(chosen)));
        trace.collapse(|children| {
            let (figure, label) = (id.figure("after_final_amount"), Label::Key("trace.final_amount"));
            let value = Value::Money(shown);
            TraceNode::step(figure, label, Operation::Concluded, value, children).citing(&step.source)
        });
    }
    state.amount = state.capped(amount);
    if state.amount.point != amount.point {
        trace.leaf(|| state.maximum_node());
        trace.collapse(|children| {
            let value = Value::Money(state.shown(state.amount.point));
            let figure = id.figure("after_final_maximum");
            TraceNode::step(figure, Label::Key("trace.after_maximum"), Operation::Lesser, value, children)
        });
    }
    fault::enforce(state, trace);
}

/// Tells of a choice outside what published chains show.
fn unusual(ask: &Ask<'_>, factor: Rate, range: &Proportionality, judgements: &mut Judgements<'_>) {
    let Range { low, high } = range.usual;
    if factor < low || high < factor {
        judgements.warn(|| Warning::Unusual { choice: ask.id(), factor, low, high });
    }
}

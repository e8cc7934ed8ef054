//! A reprimand in place of a fine, for a minor infringement or where a fine would
//! burden a natural person out of proportion (recital 148 GDPR).

use super::ConductState;
use crate::fine::Spread;
use crate::fine::ask::Ask;
use crate::fine::judgement::Judgements;
use crate::law::{Discretion, Step};
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value};

pub(crate) fn apply(
    state: &mut ConductState<'_>,
    step: &Step,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) {
    let id = &state.conduct.id;
    let ask = Ask::of(state.sanctioned.of(), Discretion::Reprimand, state.methodology, step);
    let chosen = judgements.statement(&ask);
    trace.leaf(|| judgements.statement_node(&ask, id.figure("reprimand"), chosen));
    if !chosen {
        return;
    }
    let nothing = state.nothing();
    let zero = state.shown(nothing);
    state.reprimand = true;
    state.amount = Spread::same(nothing);
    trace.collapse(|children| {
        let (figure, label) = (id.figure("reprimanded"), Label::Key("trace.reprimanded"));
        TraceNode::step(figure, label, Operation::Concluded, Value::Money(zero), children).citing(&step.source)
    });
}

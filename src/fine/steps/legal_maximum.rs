//! Step 4: never above the legal maximum (EDPB Guidelines 04/2022, chapter 6;
//! Art. 83(4) to (6) GDPR).

use super::ConductState;
use crate::law::Step;
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value};

pub(crate) fn apply(state: &mut ConductState<'_>, step: &Step, trace: &mut TraceBuilder) {
    let capped = state.capped(state.amount);
    trace.leaf(|| state.maximum_node());
    trace.collapse(|children| {
        let figure = state.conduct.id.figure("after_maximum");
        let value = Value::Money(state.shown(capped.point));
        TraceNode::step(figure, Label::Key("trace.after_maximum"), Operation::Lesser, value, children)
            .citing(&step.source)
    });
    state.amount = capped;
}

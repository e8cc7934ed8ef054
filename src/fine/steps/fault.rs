//! Intent or negligence: without either no administrative fine (C-807/21, C-683/21),
//! where the method is one of a law to which that case law applies.

use super::ConductState;
use crate::fine::Spread;
use crate::law::{Condition, Step};
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value};

/// Notes that fault is absent. Where that excludes a fine, the amount is set to nothing
/// in the last step, so that the way there can still be read; returns whether it is
/// absent.
pub(crate) fn apply(
    state: &mut ConductState<'_>,
    step: &Step,
    absent_when: &Condition,
    excludes_fine: bool,
    trace: &mut TraceBuilder,
) -> bool {
    let absent = state.sanctioned.absent.everywhere;
    state.without_fault = absent && excludes_fine;
    trace.leaf(|| {
        let key = match (absent, excludes_fine) {
            (true, true) => "fault.absent",
            (true, false) => "fault.absent_weighed",
            (false, _) => "fault.not_excluded",
        };
        let children = state.answer_nodes(absent_when.questions());
        let figure = state.conduct.id.figure("fault");
        TraceNode::step(
            figure,
            Label::Law(state.methodology.title_of(step)),
            Operation::Concluded,
            Value::Key(key),
            children,
        )
        .citing(&step.source)
        .applying(absent)
    });
    // Where it excludes nothing, one operation without fault is worth telling.
    absent || (!excludes_fine && state.sanctioned.absent.somewhere)
}

/// Sets the amount to nothing where fault is absent.
pub(super) fn enforce(state: &mut ConductState<'_>, trace: &mut TraceBuilder) {
    if !state.without_fault {
        return;
    }
    let nothing = state.nothing();
    let zero = state.shown(nothing);
    state.amount = Spread::same(nothing);
    let figure = state.conduct.id.figure("no_fine");
    trace.collapse(|children| {
        TraceNode::step(
            figure,
            Label::Key("trace.no_fine_without_fault"),
            Operation::Concluded,
            Value::Money(zero),
            children,
        )
    });
}

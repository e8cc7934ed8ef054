//! Inability to pay (EDPB Guidelines 04/2022, section 7.2; financial hardship in
//! the ICO's guidance): nothing is taken off unless every condition is shown.

use super::ConductState;
use crate::fine::ask::{Ask, Called, Why};
use crate::fine::judgement::Judgements;
use crate::law::{AbilityToPay, FigureId, PointKey, Step};
use crate::quantity::Rate;
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value, Warning};

pub(crate) fn apply(
    state: &mut ConductState<'_>,
    step: &Step,
    terms: &AbilityToPay,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) {
    let id = &state.conduct.id;
    let mut all_shown = true;
    for condition in &terms.conditions {
        let ask = Ask {
            key: PointKey::Ability(&condition.id),
            called: Called::Hardship(state.methodology, condition),
            why: Why::Step(state.methodology, step),
            citation: &condition.source,
        };
        let shown = judgements.statement(&ask);
        trace.leaf(|| judgements.statement_node(&ask, id.figure(&format!("ability.{}", condition.id)), shown));
        all_shown &= shown;
    }
    if !all_shown {
        return;
    }
    let ask = Ask {
        key: PointKey::AbilityRemains,
        called: Called::Key("trace.hardship_remains"),
        why: Why::Step(state.methodology, step),
        citation: &step.source,
    };
    let (remains, chosen) = judgements.rate_chosen(&ask, terms.remains, Rate::WHOLE);
    if !chosen {
        judgements.warn(|| Warning::NothingTakenOff);
    }
    trace.leaf(|| {
        let figure = FigureId::from(id.figure("ability.remains").as_str());
        judgements.node(&ask.key, figure, Value::Rate(remains))
    });
    let rounding = state.methodology.rounding;
    state.amount = state.amount.map(|amount| amount.share(remains, rounding));
    let point = state.shown(state.amount.point);
    trace.collapse(|children| {
        let (figure, label) = (id.figure("after_ability"), Label::Key("trace.after_ability"));
        TraceNode::step(figure, label, Operation::ShareOf, Value::Money(point), children).citing(&step.source)
    });
}

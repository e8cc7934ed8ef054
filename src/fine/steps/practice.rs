//! The amount under a law beside data protection law that has no method of calculation: from
//! the range that decisions show, which is the program's own proposal.

use super::ConductState;
use crate::fine::Spread;
use crate::fine::amount::Amount;
use crate::fine::ask::{Ask, Called, Why};
use crate::fine::judgement::Judgements;
use crate::law::{Discretion, LawText, PointKey, SetBy};
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value};

/// Sets the amount where the tier of the conduct has such a range; whether it has.
pub(crate) fn apply(state: &mut ConductState<'_>, judgements: &mut Judgements<'_>, trace: &mut TraceBuilder) -> bool {
    let tier = state.tier;
    let Some(SetBy::Practice { range, proposed, source, .. }) = &tier.set_by else { return false };
    let id = &state.conduct.id;
    let point = Discretion::StartingAmount;
    let (key, called) = (PointKey::Conduct(state.sanctioned.of(), point), Called::Key(point.label()));
    let ask = Ask { key, called, why: Why::Tier(tier), citation: source };
    let (chosen, _) = judgements.amount(&ask, *range, *proposed);
    trace.leaf(|| {
        let (figure, label) = (id.figure("practice_range"), Label::Key("trace.practice_range"));
        TraceNode::parameter(figure, label, Value::MoneyRange(*range), source.clone())
            .noting(LawText::TierProposal(tier.id.clone()))
    });
    trace.leaf(|| judgements.node(&ask.key, id.figure("practice_amount"), Value::Money(chosen)));
    let spread = Spread { low: range.low, point: chosen, high: range.high };
    state.amount = state.capped(spread.map(Amount::stated));
    state.starting = state.amount;
    state.adjusted = state.amount;
    trace.collapse(|children| {
        let (figure, label) = (id.figure("starting_amount"), Label::Key("trace.starting_amount"));
        let value = Value::Money(state.shown(state.amount.point));
        TraceNode::step(figure, label, Operation::Concluded, value, children).citing(source)
    });
    true
}

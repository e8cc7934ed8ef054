//! Step 2, first half: class of seriousness and its share of the legal maximum
//! (EDPB Guidelines 04/2022, chapter 4; Art. 83(2)(a), (b) and (g) GDPR).

use super::ConductState;
use crate::findings::WeighedFactor;
use crate::fine::Spread;
use crate::fine::ask::Ask;
use crate::fine::judgement::Judgements;
use crate::law::{Discretion, Factor, LawText, PointKey, Seriousness, Step, StepKind, Weight};
use crate::trace::{Label, Operation, Origin, TraceBuilder, TraceNode, Value};

pub(crate) fn apply(
    state: &mut ConductState<'_>,
    step: &Step,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) {
    let StepKind::Seriousness { classes, medium_from, high_from, .. } = &step.kind else {
        debug_assert!(false, "called for another kind of step");
        return;
    };
    let conduct = state.conduct;
    let id = &conduct.id;
    let ask = |point| Ask::of(state.sanctioned.of(), point, state.methodology, step);
    let proposed = proposed(&conduct.factors, *medium_from, *high_from);
    trace.leaf(|| state.base_node());
    let level = judgements.level(&ask(Discretion::Seriousness), proposed);
    trace.leaf(|| level_node(state, step, judgements, level));
    let Some(class) = classes.iter().find(|class| class.level == level) else {
        debug_assert!(false, "the library checks that every class is there");
        return;
    };
    trace.leaf(|| {
        let value = Value::RateRange(class.share);
        TraceNode::parameter(
            id.figure("seriousness_range"),
            Label::Key("trace.seriousness_range"),
            value,
            class.source.clone(),
        )
    });
    let own = ask(Discretion::SeriousnessShare);
    let share = judgements.rate(&own, class.share, class.proposed);
    trace.leaf(|| judgements.node(&own.key, id.figure("seriousness_share"), Value::Rate(share)));
    let rounding = state.methodology.rounding;
    let shares = Spread { low: class.share.low, point: share, high: class.share.high };
    let amount = state.base.with(shares, |base, share| base.share(share, rounding));
    trace.collapse(|children| {
        TraceNode::step(
            id.figure("after_seriousness"),
            Label::Key("trace.after_seriousness"),
            Operation::ShareOf,
            Value::Money(state.shown(amount.point)),
            children,
        )
        .citing(&step.source)
    });
    state.seriousness = Some(level);
    state.amount = amount;
    state.starting = amount;
}

/// The class proposed from the balance of factors.
pub(in crate::fine) fn proposed(factors: &[WeighedFactor], medium_from: i64, high_from: i64) -> Seriousness {
    match balance(factors) {
        high if high >= high_from => Seriousness::High,
        medium if medium >= medium_from => Seriousness::Medium,
        _ => Seriousness::Low,
    }
}

/// The class, with what weighs in it.
pub(super) fn level_node(
    state: &ConductState<'_>,
    step: &Step,
    judgements: &Judgements<'_>,
    level: Seriousness,
) -> TraceNode {
    let id = &state.conduct.id;
    let key = PointKey::Conduct(state.sanctioned.of(), Discretion::Seriousness);
    let mut node = judgements.node(&key, id.figure("seriousness"), Value::Level(level));
    node.children = state.conduct.factors.iter().map(|factor| factor_node(state, step, factor)).collect();
    node
}

/// How many factors raise the seriousness, less those that lower it.
fn balance(factors: &[WeighedFactor]) -> i64 {
    factors
        .iter()
        .map(|factor| match factor.weight {
            Some(Weight::Raises) => 1,
            Some(Weight::Lowers) => -1,
            Some(Weight::Neutral) | None => 0,
        })
        .sum()
}

fn factor_node(state: &ConductState<'_>, step: &Step, weighed: &WeighedFactor) -> TraceNode {
    let figure = state.conduct.id.figure(&format!("factor.{}", weighed.factor));
    let Some(factor) = state.law.factor(&weighed.factor) else {
        return TraceNode::step(
            figure,
            Label::Law(LawText::Factor(weighed.factor.clone())),
            Operation::Concluded,
            Value::None,
            Vec::new(),
        );
    };
    let key = match weighed.weight {
        Some(Weight::Raises) => "weight.raises",
        Some(Weight::Neutral) => "weight.neutral",
        Some(Weight::Lowers) => "weight.lowers",
        None => "weight.unknown",
    };
    let children = match weighed.weight {
        Some(_) => state.answer_nodes(&weighed.facts),
        None => state.answer_nodes(questions(factor)),
    };
    let label = Label::Law(LawText::Factor(factor.id.clone()));
    let mut node = TraceNode::step(figure, label, Operation::Concluded, Value::Key(key), children)
        .citing(state.cited(&factor.source, step))
        .applying(matches!(weighed.weight, Some(Weight::Raises | Weight::Lowers)));
    if node.children.is_empty() {
        node.origin = Origin::Parameter { id: factor.id.to_string() };
    }
    if !weighed.readings.is_empty() {
        node.notes = weighed.reasons();
        node.notes.extend(factor.note.as_ref().map(|_| LawText::FactorNote(factor.id.clone())));
    }
    node
}

fn questions(factor: &Factor) -> Vec<&crate::law::QuestionId> {
    let mut all: Vec<_> = factor.readings.iter().flat_map(|reading| reading.when.questions()).collect();
    all.sort();
    all.dedup();
    all
}

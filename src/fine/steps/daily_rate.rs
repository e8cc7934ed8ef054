//! A daily value by size of the undertaking times a factor by seriousness: the
//! concept of the German authorities of 2019.

use super::{ConductState, seriousness};
use crate::fine::Spread;
use crate::fine::amount::Amount;
use crate::fine::ask::Ask;
use crate::fine::judgement::Judgements;
use crate::law::{DailyGroup, DailyRates, Discretion, Step};
use crate::quantity::{Money, Rounding, rounding};
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value};

pub(crate) fn apply(
    state: &mut ConductState<'_>,
    step: &Step,
    rates: &DailyRates,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) {
    let conduct = state.conduct;
    let id = &conduct.id;
    let ask = |point| Ask::of(state.sanctioned.of(), point, state.methodology, step);
    let proposed = seriousness::proposed(&conduct.factors, rates.medium_from, rates.high_from);
    let level = judgements.level(&ask(Discretion::Seriousness), proposed);
    trace.leaf(|| seriousness::level_node(state, step, judgements, level));
    let class = rates.classes.iter().find(|class| class.level == level && class.tier == state.tier.id);
    let Some(class) = class else {
        debug_assert!(false, "the library checks that every class is there");
        return;
    };
    trace.leaf(|| {
        let (figure, label) = (id.figure("factor_range"), Label::Key("trace.factor_range"));
        TraceNode::parameter(figure, label, Value::RateRange(class.factor), class.source.clone())
    });
    let own = ask(Discretion::DailyFactor);
    let factor = judgements.rate(&own, class.factor, class.proposed);
    trace.leaf(|| judgements.node(&own.key, id.figure("daily_factor"), Value::Rate(factor)));
    let daily = state.turnover.map(|turnover| daily_value(rates, turnover));
    trace.leaf(|| daily_node(state, rates, daily.point));
    let factors = Spread { low: class.factor.low, point: factor, high: class.factor.high };
    let how = state.methodology.rounding;
    state.amount = daily.with(factors, |daily, factor| Amount::stated(daily.share(factor, how)));
    state.starting = state.amount;
    state.seriousness = Some(level);
    let point = state.shown(state.amount.point);
    trace.collapse(|mut children| {
        children.extend(state.own_rates());
        let (figure, label) = (id.figure("starting_amount"), Label::Key("trace.starting_amount"));
        TraceNode::step(figure, label, Operation::ShareOf, Value::Money(point), children).citing(&step.source)
    });
}

/// A day's share of the mean turnover of the group, to the euro; of the turnover
/// itself in the open group.
pub(in crate::fine) fn daily_value(rates: &DailyRates, turnover: Money) -> Money {
    let mean = rates.group(turnover).and_then(|group| group.mean).unwrap_or(turnover);
    let whole = rounding::divide(i128::from(mean.major()), i128::from(rates.days), Rounding::HalfUp);
    Money::from_major(i64::try_from(whole).unwrap_or(i64::MAX), turnover.currency())
}

fn daily_node(state: &ConductState<'_>, rates: &DailyRates, daily: Money) -> TraceNode {
    let id = &state.conduct.id;
    let mut children: Vec<TraceNode> = state.turnover_node.cloned().into_iter().collect();
    if let Some(DailyGroup { id: name, mean: Some(mean), source, .. }) = rates.group(state.turnover.point) {
        let label = Label::KeyWith("trace.mean_turnover", Value::Named(name.clone()));
        children.push(TraceNode::parameter(id.figure("mean_turnover"), label, Value::Money(*mean), source.clone()));
    }
    let (figure, label) = (id.figure("daily_value"), Label::Key("trace.daily_value"));
    TraceNode::step(figure, label, Operation::Lookup, Value::Money(daily), children).citing(&rates.days_source)
}

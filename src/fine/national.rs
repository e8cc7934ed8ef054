//! What national law does to the sum of the fines: a procedure's cap, reductions,
//! the currency of payment.

use super::Spread;
use super::ask::{Ask, Called, Why};
use super::calculate::Input;
use super::judgement::Judgements;
use crate::law::{FigureId, LawText, NationalRules, PointKey, Procedure};
use crate::quantity::{Money, Rate};
use crate::trace::{Label, Operation, RateBasis, RateUsed, TraceBuilder, TraceNode, Value, Warning};

/// Applies the country's procedures and reductions to the sum of the fines;
/// returns it with what is to be paid in the country's currency.
pub(super) fn apply(
    sum: Spread<Money>,
    input: &Input<'_>,
    rules: &NationalRules,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) -> (Spread<Money>, Option<Spread<Money>>) {
    let silent = rules.procedures.is_empty() && rules.reductions.is_empty() && rules.payment.is_none();
    if silent {
        return (sum, None);
    }
    trace.collapse(|children| step(sum.point, "fine.together", Operation::Sum, children));
    let sum = capped(sum, input, rules, judgements, trace);
    let sum = reduced(sum, input, rules, judgements, trace);
    (sum, payable(sum, input, rules, judgements, trace))
}

/// The cap of a procedure the user chose.
fn capped(
    mut sum: Spread<Money>,
    input: &Input<'_>,
    rules: &NationalRules,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) -> Spread<Money> {
    let currency = sum.point.currency();
    let in_force = |procedure: &&Procedure| procedure.from <= input.as_of && procedure.cap.currency() == currency;
    for procedure in rules.procedures.iter().filter(in_force) {
        let name = || format!("matter.procedure.{}", procedure.id);
        let ask = Ask {
            key: PointKey::Procedure(&procedure.id),
            called: Called::Procedure(rules, procedure),
            why: Why::Procedure(rules, procedure),
            citation: &procedure.source,
        };
        let chosen = judgements.statement(&ask);
        trace.leaf(|| judgements.statement_node(&ask, FigureId::from(name()), chosen));
        if chosen {
            trace.leaf(|| {
                let figure = FigureId::from(format!("{}.cap", name()));
                let label = ask.called.label();
                TraceNode::parameter(figure, label, Value::Money(procedure.cap), procedure.source.clone())
            });
            sum = sum.capped(Spread::same(procedure.cap));
            trace.collapse(|children| step(sum.point, "fine.after_procedure", Operation::Lesser, children));
        }
    }
    sum
}

/// What the undertaking may still take off by its own doing.
fn reduced(
    sum: Spread<Money>,
    input: &Input<'_>,
    rules: &NationalRules,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) -> Spread<Money> {
    let mut taken_off = Rate::ZERO;
    for reduction in &rules.reductions {
        let name = || format!("matter.reduction.{}", reduction.id);
        let ask = Ask {
            key: PointKey::Reduction(&reduction.id),
            called: Called::Reduction(rules, reduction),
            why: Why::Reduction(rules, reduction),
            citation: &reduction.source,
        };
        let chosen = judgements.statement(&ask);
        let share = Rate::from_ppm(-reduction.share.ppm());
        trace.leaf(|| {
            let mut node = judgements.statement_node(&ask, FigureId::from(name()), chosen);
            let figure = FigureId::from(format!("{}.share", name()));
            let label = ask.called.label();
            let rate = TraceNode::parameter(figure, label, Value::Rate(share), reduction.source.clone());
            node.children.push(rate.applying(chosen));
            node
        });
        if chosen {
            taken_off = taken_off.plus(share);
        }
    }
    if taken_off == Rate::ZERO {
        return sum;
    }
    let movement = taken_off.max(Rate::from_ppm(-Rate::WHOLE.ppm()));
    let sum = sum.map(|amount| amount.moved_by(movement, input.methodology.rounding));
    trace.collapse(|children| step(sum.point, "fine.after_reductions", Operation::MovedBy, children));
    sum
}

/// The fine in the currency in which the country's authority imposes it.
fn payable(
    sum: Spread<Money>,
    input: &Input<'_>,
    rules: &NationalRules,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) -> Option<Spread<Money>> {
    let payment = rules.payment.as_ref().filter(|payment| payment.currency != sum.point.currency())?;
    let Some(published) = payment.rate_on(input.as_of) else {
        judgements.warn(|| Warning::RateUnknown { currency: payment.currency });
        return None;
    };
    if payment.is_of_earlier_year(published, input.as_of) {
        judgements.warn(|| Warning::RateOfEarlierYear { currency: payment.currency, day: published.day });
    }
    let converted = sum.map(|amount| amount.at(published.rate.into(), payment.currency, input.methodology.rounding));
    trace.leaf(|| {
        let label = Label::Exchange(RateUsed {
            from: sum.point.currency(),
            to: payment.currency,
            rate: published.rate,
            basis: RateBasis::Named { day: published.day },
        });
        let figure = FigureId::from("matter.payment_rate");
        let value = Value::Exchange(published.rate);
        let rate = TraceNode::parameter(figure, label, value, published.source.clone())
            .noting(LawText::Payment(rules.country.clone()));
        let figure = FigureId::from("fine.payable");
        let label = Label::Key("trace.payable");
        TraceNode::step(figure, label, Operation::Converted, Value::Money(converted.point), vec![rate])
            .citing(&payment.source)
    });
    Some(converted)
}

fn step(sum: Money, figure: &'static str, operation: Operation, children: Vec<TraceNode>) -> TraceNode {
    let label = match figure {
        "fine.after_procedure" => "trace.after_procedure",
        "fine.after_reductions" => "trace.after_reductions",
        _ => "trace.fines_together",
    };
    TraceNode::step(FigureId::from(figure), Label::Key(label), operation, Value::Money(sum), children)
}

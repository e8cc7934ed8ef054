//! Step 3: aggravating and mitigating circumstances (EDPB Guidelines 04/2022,
//! chapter 5; Art. 83(2)(c) to (f) and (h) to (k) GDPR).
//!
//! The guidelines name directions, no percentages: each movement is a choice. The
//! movements are added up and applied once to the starting amount.

use super::{ConductState, category_band};
use crate::findings::WeighedCircumstance;
use crate::fine::Spread;
use crate::fine::amount::Amount;
use crate::fine::ask::{Ask, Called, Why};
use crate::fine::judgement::Judgements;
use crate::law::{Circumstance, CircumstanceRanges, Direction, Discretion, PointKey, Step};
use crate::quantity::{Range, Rate};
use crate::trace::{Label, Operation, TraceBuilder, TraceNode, Value, Warning};

pub(crate) fn apply(
    state: &mut ConductState<'_>,
    step: &Step,
    ranges: &CircumstanceRanges,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) {
    let mut movement = Rate::ZERO;
    let known = state.conduct.circumstances.iter().zip(&state.sanctioned.circumstances);
    for (place, (weighed, circumstance)) in known.enumerate() {
        let Some(circumstance) = circumstance else { continue };
        movement = movement.plus(one(state, step, circumstance, (place, weighed), ranges, judgements, trace));
    }
    let whole = Rate::from_ppm(-Rate::WHOLE.ppm());
    if movement < whole {
        // More than all of it cannot be taken away.
        judgements.warn(|| Warning::MoreThanWhole { conduct: state.conduct.id.clone(), movement });
    }
    let movement = movement.max(whole);
    let rounding = state.methodology.rounding;
    let adjusted = category_band::kept(state, state.amount.map(|amount| amount.moved_by(movement, rounding)));
    trace.collapse(|children| {
        let figure = state.conduct.id.figure("after_circumstances");
        let label = Label::Key("trace.after_circumstances");
        TraceNode::step(figure, label, Operation::MovedBy, Value::Money(state.shown(adjusted.point)), children)
            .citing(&step.source)
    });
    let decided = chosen_amount(state, step, ranges, adjusted, judgements, trace);
    state.amount = decided;
    state.adjusted = decided;
}

/// The amount after this step, where it is chosen as such: between all that may be
/// taken off and all that may be put on.
fn chosen_amount(
    state: &ConductState<'_>,
    step: &Step,
    ranges: &CircumstanceRanges,
    adjusted: Spread<Amount>,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) -> Spread<Amount> {
    let id = &state.conduct.id;
    let ask = Ask::of(state.sanctioned.of(), Discretion::AdjustedAmount, state.methodology, step);
    // Inside a band of the method where there is one, else as far as circumstances go.
    let rounding = state.methodology.rounding;
    let count = i64::try_from(state.conduct.circumstances.len()).unwrap_or(i64::MAX);
    let all = |one: Rate| Rate::from_ppm(one.ppm().saturating_mul(count).max(-Rate::WHOLE.ppm()));
    let moved = |by: Rate| state.shown(state.amount.point.moved_by(all(by), rounding));
    let band = state.band.map(|band| Range { low: state.shown(band.low), high: state.shown(band.high) });
    let open = band.unwrap_or(Range { low: moved(ranges.mitigating.low), high: moved(ranges.aggravating.high) });
    let Some(point) = judgements.outright(&ask, open, state.shown(adjusted.point)) else { return adjusted };
    trace.leaf(|| judgements.node(&ask.key, id.figure("adjusted_amount"), Value::Money(point)));
    trace.collapse(|children| {
        let (figure, label) = (id.figure("after_adjustment"), Label::Key("trace.adjusted_amount"));
        let shown = Value::Money(state.shown(Amount::stated(point)));
        TraceNode::step(figure, label, Operation::Concluded, shown, children).citing(&step.source)
    });
    // Chosen outright, nothing is left open up to here.
    Spread::same(Amount::stated(point))
}

fn one(
    state: &ConductState<'_>,
    step: &Step,
    circumstance: &Circumstance,
    (place, weighed): (usize, &WeighedCircumstance),
    ranges: &CircumstanceRanges,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) -> Rate {
    let direction = weighed.direction.unwrap_or(Direction::Neutral);
    let proposed = proposed(weighed, ranges);
    let id = &state.conduct.id;
    let ask = Ask {
        key: PointKey::Circumstance(state.sanctioned.of(), &weighed.circumstance, place),
        called: Called::Circumstance(&circumstance.id),
        why: if weighed.readings.is_empty() { Why::Step(state.methodology, step) } else { Why::Answers(weighed) },
        citation: if judgements.is_recording() { state.cited(&circumstance.source, step) } else { &step.source },
    };
    let (movement, chosen) = judgements.rate_chosen(&ask, permitted(circumstance, ranges), proposed);
    let against = match weighed.direction {
        Some(Direction::Neutral) => movement != Rate::ZERO,
        Some(Direction::Aggravating) => movement < Rate::ZERO,
        Some(Direction::Mitigating) => movement > Rate::ZERO,
        None => false,
    };
    if against && chosen {
        judgements.warn(|| Warning::AgainstAnswers { choice: ask.id(), reasons: weighed.reasons() });
    }
    trace.leaf(|| {
        let figure = id.figure(&format!("circumstance.{}", circumstance.id));
        let mut node = judgements.node(&ask.key, figure, Value::Rate(movement)).applying(movement != Rate::ZERO);
        node.children = match weighed.direction {
            Some(_) => state.answer_nodes(&weighed.facts),
            None => Vec::new(),
        };
        if direction != Direction::Neutral {
            node.notes.push(state.methodology.proposal_of(step));
        }
        node
    });
    movement
}

/// The movement proposed for a circumstance as it was weighed.
pub(in crate::fine) fn proposed(weighed: &WeighedCircumstance, ranges: &CircumstanceRanges) -> Rate {
    match weighed.direction.unwrap_or(Direction::Neutral) {
        Direction::Aggravating => ranges.aggravating_proposed,
        Direction::Neutral => Rate::ZERO,
        Direction::Mitigating => ranges.mitigating_proposed,
    }
}

/// From the strongest mitigation to the strongest aggravation the guidelines
/// allow for this circumstance, zero included.
pub(in crate::fine) fn permitted(circumstance: &Circumstance, ranges: &CircumstanceRanges) -> Range<Rate> {
    let allows = |direction| circumstance.allowed.contains(&direction);
    Range {
        low: if allows(Direction::Mitigating) { ranges.mitigating.low } else { Rate::ZERO },
        high: if allows(Direction::Aggravating) { ranges.aggravating.high } else { Rate::ZERO },
    }
}

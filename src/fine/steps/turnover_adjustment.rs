//! Step 2, second half: the starting amount brought down to the size of the
//! undertaking (EDPB Guidelines 04/2022, section 4.3).
//!
//! The share proposed lies inside the band where the turnover does: the higher
//! the turnover within its band, the higher the share. In the last, open band
//! there is no adjustment, since the dynamic maximum carries the size.

use super::ConductState;
use crate::fine::amount::Amount;
use crate::fine::ask::{Ask, Why};
use crate::fine::judgement::Judgements;
use crate::fine::{Known, Spread};
use crate::law::{Discretion, LawText, Step, StepKind, TurnoverBand, WithoutTurnover};
use crate::quantity::{Money, Range, Rate};
use crate::trace::{Label, Operation, Origin, TraceBuilder, TraceNode, Value};

pub(crate) fn apply(
    state: &mut ConductState<'_>,
    step: &Step,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) {
    let StepKind::TurnoverAdjustment { without_turnover, .. } = &step.kind else {
        debug_assert!(false, "called for another kind of step");
        return;
    };
    if state.limit.is_some_and(|limit| limit.is_base()) {
        // A national limit is not made for undertakings: their size is no measure of it.
        starting_node(state, step, state.ends(state.amount), None, trace);
        state.starting = state.amount;
        return;
    }
    let conduct = state.conduct;
    let id = &conduct.id;
    let ask = |point| Ask::of(state.sanctioned.of(), point, state.methodology, step);
    let Some(size) = Size::of(state, without_turnover) else {
        debug_assert!(false, "the library checks that the last band is open");
        return;
    };
    trace.leaf(|| size.node(state, step));
    let share = if size.open.low == size.open.high {
        size.open.low
    } else {
        let own = match size.band {
            Some(_) => ask(Discretion::TurnoverShare),
            None => Ask { why: Why::WithoutTurnover(state.methodology), ..ask(Discretion::TurnoverShare) },
        };
        let share = judgements.rate(&own, size.open, size.proposed);
        trace.leaf(|| judgements.node(&own.key, id.figure("turnover_share"), Value::Rate(share)));
        share
    };
    let shares = Spread { low: size.ends.low, point: share, high: size.ends.high };
    let rounding = state.methodology.rounding;
    let mut amount = state.amount.with(shares, |amount, share| amount.share(share, rounding));
    trace.collapse(|children| {
        let value = Value::Money(state.shown(amount.point));
        TraceNode::step(
            id.figure("after_turnover"),
            Label::Key("trace.after_turnover"),
            Operation::ShareOf,
            value,
            children,
        )
        .citing(&step.source)
    });
    let own = ask(Discretion::StartingAmount);
    let open = amount;
    let range = state.ends(open);
    if let Some(chosen) = judgements.outright(&own, range, state.shown(amount.point)) {
        // Chosen outright, nothing is left open up to here.
        amount = Spread::same(Amount::stated(chosen));
        trace.leaf(|| judgements.node(&own.key, id.figure("starting_amount_chosen"), Value::Money(chosen)));
    }
    state.amount = amount;
    state.starting = Spread { low: open.low, point: amount.point, high: open.high };
    starting_node(state, step, range, Some(&size), trace);
}

/// The starting amount: how it was taken, and the range that was open.
fn starting_node(
    state: &ConductState<'_>,
    step: &Step,
    range: Range<Money>,
    size: Option<&Size<'_>>,
    trace: &mut TraceBuilder,
) {
    let (id, amount) = (&state.conduct.id, state.amount);
    trace.collapse(|mut children| {
        let (figure, label) = (id.figure("starting_range"), Label::Key("trace.starting_range"));
        let class = state.seriousness.and_then(|level| state.methodology.class(level)).map(|class| {
            let (figure, label) = (id.figure("starting_range.class"), Label::Key("trace.seriousness_range"));
            TraceNode::parameter(figure, label, Value::RateRange(class.share), class.source.clone())
        });
        let size = size.map(|size| {
            let (figure, label) = (id.figure("starting_range.band"), Label::Key("trace.turnover_band_share"));
            let source = size.band.map_or(&step.source, |band| &band.source);
            TraceNode::parameter(figure, label, Value::RateRange(size.open), source.clone())
        });
        // How the maximum came about stands with the seriousness: named here only.
        let base = TraceNode::parameter(
            id.figure("starting_range.base"),
            Label::Key("trace.share_taken_from"),
            Value::Money(state.shown(state.base.point)),
            state.ceiling.static_cap.source.clone(),
        );
        let factors = std::iter::once(base).chain(class).chain(size).collect();
        let value = Value::MoneyRange(range);
        children.push(TraceNode::step(figure, label, Operation::ShareOf, value, factors).citing(&step.source));
        let (figure, label) = (id.figure("starting_amount"), Label::Key("trace.starting_amount"));
        let value = Value::Money(state.shown(amount.point));
        TraceNode::step(figure, label, Operation::Concluded, value, children).citing(&step.source)
    });
}

/// Which share of the starting amount may be taken for the size.
struct Size<'a> {
    /// The band of the turnover; none where no turnover measures the size.
    band: Option<&'a TurnoverBand>,
    /// What may be chosen.
    open: Range<Rate>,
    proposed: Rate,
    /// The same for the whole of a bracket.
    ends: Range<Rate>,
}

impl<'a> Size<'a> {
    fn of(state: &ConductState<'a>, without: &'a WithoutTurnover) -> Option<Self> {
        if state.turnover_known == Known::Immaterial {
            let WithoutTurnover { share, proposed, .. } = without;
            let (open, ends) = (*share, *share);
            return Some(Self { band: None, open, proposed: *proposed, ends });
        }
        let methodology = state.methodology;
        let band = methodology.band(state.turnover.point)?;
        let low = methodology.band(state.turnover.low)?.share.low;
        let high = methodology.band(state.turnover.high)?.share.high;
        let (open, proposed) = (band.share, band.share_at(state.turnover.point));
        Some(Self { band: Some(band), open, proposed, ends: Range { low, high } })
    }

    fn node(&self, state: &ConductState<'_>, step: &Step) -> TraceNode {
        let id = &state.conduct.id;
        let source = self.band.map_or(&step.source, |band| &band.source);
        let origin = Origin::Parameter { id: "turnover_band".to_owned() };
        let Range { low, high } = self.open;
        let value = if low == high { Value::Rate(low) } else { Value::RateRange(self.open) };
        let label = Label::Key("trace.turnover_band_share");
        let share = TraceNode::new(id.figure("band"), label, origin, value.clone(), Vec::new()).citing(source);
        let share = match self.band {
            Some(_) => share,
            None => share.noting(LawText::WithoutTurnover(state.methodology.id.clone())),
        };
        let mut children: Vec<TraceNode> = state.turnover_node.cloned().into_iter().collect();
        children.push(share);
        let (figure, label) = (id.figure("turnover_band"), Label::Key("trace.turnover_band"));
        TraceNode::step(figure, label, Operation::Lookup, value, children).citing(source)
    }
}

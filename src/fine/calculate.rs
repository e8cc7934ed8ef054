//! Walks the steps of a method; nothing else.

use jiff::civil::Date;

use super::judgement::{Ask, Judgements};
use super::steps::{self, ConductState};
use super::{Calculation, ConductFine, Spread};
use crate::facts::{CaseFile, Choices, Turnover};
use crate::findings::Conduct;
use crate::law::{ChoiceId, Corpus, FigureId, Methodology, StepKind, Tier};
use crate::quantity::{Currency, Money, Range};
use crate::trace::{ChosenBy, Label, Operation, Origin, TraceBuilder, TraceNode, Value};

/// Why no fine could be calculated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FineError {
    /// The turnover is in a currency the method does not count in.
    #[error(
        "the turnover is in {given:?}, but the method counts in {wanted:?}: state it in {wanted:?}, with the exchange rate in the source (undertaking.turnover)"
    )]
    Currency {
        /// The currency of the turnover.
        given: Currency,
        /// The currency of the method.
        wanted: Currency,
    },
    /// A turnover below zero, or a bracket upside down.
    #[error("the turnover must be zero or more, and a bracket must rise (undertaking.turnover)")]
    Turnover,
    /// No maximum was in force on the day.
    #[error("no fine was provided for on {0}: no maximum is in force on that day")]
    NotInForce(Date),
}

/// Everything a calculation depends on.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The law.
    pub law: &'a Corpus,
    /// The method.
    pub methodology: &'a Methodology,
    /// The matter.
    pub case_file: &'a CaseFile,
    /// The conducts with the tier that governs each.
    pub conducts: &'a [(&'a Conduct, &'a Tier)],
    /// The judgements made.
    pub choices: &'a Choices,
    /// Who made them.
    pub chosen_by: ChosenBy,
    /// The day whose law applies.
    pub as_of: Date,
}

/// Calculates the fine.
///
/// # Errors
/// When the turnover is stated in another currency than the method's, makes no
/// sense, or no maximum was in force on the day.
pub fn calculate(input: &Input<'_>, mut trace: TraceBuilder) -> Result<Calculation, FineError> {
    let currency = input.methodology.currency;
    let mut judgements = Judgements::new(input.choices, input.chosen_by, trace.is_recording());
    let (turnover, turnover_node) = turnover(input, &mut judgements)?;
    let conducts = trace.scope(
        |trace| {
            let conducts = input.conducts.iter().map(|(conduct, tier)| {
                let start = ConductState::new(input, conduct, tier, turnover, turnover_node.as_ref())?;
                Ok(walk(input, start, &mut judgements, trace))
            });
            conducts.collect::<Result<Vec<ConductFine>, FineError>>()
        },
        |conducts, children| total_node(conducts.as_deref().unwrap_or_default(), currency, children),
    )?;
    let sum = |figure: fn(&ConductFine) -> Spread<Money>| {
        conducts.iter().map(figure).fold(Spread::same(Money::zero(currency)), add)
    };
    Ok(Calculation {
        methodology: input.methodology.id.clone(),
        as_of: input.as_of,
        maximum: sum(|conduct| conduct.maximum),
        starting: sum(|conduct| conduct.starting),
        fine: sum(|conduct| conduct.fine),
        points: judgements.points,
        warnings: judgements.warnings,
        trace: trace.finish(),
        conducts,
    })
}

/// The steps of the method for one conduct, in their order.
fn walk(
    input: &Input<'_>,
    mut state: ConductState<'_>,
    judgements: &mut Judgements<'_>,
    trace: &mut TraceBuilder,
) -> ConductFine {
    trace.scope(
        |trace| {
            for step in &input.methodology.steps {
                match &step.kind {
                    StepKind::Concurrence => steps::concurrence::record(input, &state, step, trace),
                    StepKind::Fault { absent_when } => steps::fault::apply(&mut state, step, absent_when, trace),
                    StepKind::Seriousness { .. } => steps::seriousness::apply(&mut state, step, judgements, trace),
                    StepKind::TurnoverAdjustment { .. } => {
                        steps::turnover_adjustment::apply(&mut state, step, judgements, trace);
                    }
                    StepKind::Circumstances(ranges) => {
                        steps::circumstances::apply(&mut state, step, ranges, judgements, trace);
                    }
                    StepKind::LegalMaximum { .. } => steps::legal_maximum::apply(&mut state, step, trace),
                    StepKind::Proportionality(range) => {
                        steps::proportionality::apply(&mut state, step, range, judgements, trace);
                    }
                }
            }
            state.into_fine()
        },
        |fine, children| {
            let label = Label::KeyWith("trace.conduct_fine", fine.conduct.to_string());
            let value = Value::Money(fine.fine.point);
            TraceNode::step(fine.conduct.figure("fine"), label, Operation::Concluded, value, children)
        },
    )
}

/// The turnover the calculation rests on: stated, bracketed or assumed.
fn turnover(
    input: &Input<'_>,
    judgements: &mut Judgements<'_>,
) -> Result<(Spread<Money>, Option<TraceNode>), FineError> {
    let currency = input.methodology.currency;
    let figure = FigureId::from("matter.turnover");
    let label = Label::Key("trace.turnover");
    let in_order = |amount: Money| match amount {
        other if other.currency() != currency => Err(FineError::Currency { given: other.currency(), wanted: currency }),
        negative if negative.minor() < 0 => Err(FineError::Turnover),
        amount => Ok(amount),
    };
    let (range, proposed, reason) = match &input.case_file.undertaking.turnover {
        Turnover::Figure { amount, source, .. } => {
            let amount = in_order(*amount)?;
            let origin = Origin::Fact { field: "undertaking.turnover", source: source.clone() };
            let node = TraceNode::new(figure, label, origin, Value::Money(amount), Vec::new());
            return Ok((Spread::same(amount), judgements.is_recording().then_some(node)));
        }
        Turnover::Bracket { from, to, source } => {
            let (from, to) = (in_order(*from)?, in_order(*to)?);
            if to.is_less_than(from) {
                return Err(FineError::Turnover);
            }
            let middle = Money::from_minor(from.minor() / 2 + to.minor() / 2, currency);
            (Range::new(from, to), middle, source.as_str())
        }
        Turnover::Unknown => {
            let zero = Money::zero(currency);
            match input.methodology.unknown_turnover() {
                Some(assumed) => (assumed.range, assumed.proposed, assumed.reason.as_str()),
                None => (Range::only(zero), zero, ""),
            }
        }
    };
    let ask = Ask {
        id: ChoiceId::from("matter.turnover"),
        label: "trace.turnover_assumed",
        named: None,
        reason,
        citation: &input.methodology.source,
    };
    let point = judgements.amount(&ask, range, proposed);
    let node = judgements.is_recording().then(|| judgements.node(figure, Value::Money(point)));
    let spread = if judgements.decided(&ask.id) {
        Spread::same(point)
    } else {
        Spread { low: range.low, point, high: range.high }
    };
    Ok((spread, node))
}

fn total_node(conducts: &[ConductFine], currency: Currency, children: Vec<TraceNode>) -> TraceNode {
    let total = conducts.iter().map(|conduct| conduct.fine).fold(Spread::same(Money::zero(currency)), add);
    let value = Value::Money(total.point);
    TraceNode::step(FigureId::from("fine"), Label::Key("trace.fine"), Operation::Sum, value, children)
}

/// Sums saturate: beyond the range of cents no further conduct can matter.
fn add(sum: Spread<Money>, more: Spread<Money>) -> Spread<Money> {
    sum.with(more, |a, b| a.checked_add(b).unwrap_or(Money::from_minor(i64::MAX, a.currency())))
}

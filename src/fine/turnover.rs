//! The turnover a calculation rests on: stated, bracketed or assumed; in the
//! currency of the method.

use super::Spread;
use super::calculate::{FineError, Input};
use super::judgement::{Ask, Judgements};
use crate::facts::{CaseFile, Counted, Exchange, Turnover};
use crate::law::{ChoiceId, FigureId, Methodology};
use crate::quantity::{Money, Range};
use crate::trace::{Label, Operation, Origin, TraceNode, Value};

/// What is known of the turnover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// A figure: nothing is left to choose.
    Figure,
    /// Somewhere in a bracket.
    Bracket,
    /// Nothing; the method says what is assumed.
    Assumed,
    /// Nothing, and none is assumed: the body is no undertaking, and the method does not
    /// need one.
    Immaterial,
}

/// What the matter says of the turnover, in the currency of the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// What it may be; nothing where it is immaterial.
    pub range: Range<Money>,
    /// What it is, or is taken for.
    pub point: Money,
    /// How it is known.
    pub known: Known,
}

impl Stated {
    /// A turnover known to the cent.
    pub fn figure(amount: Money) -> Self {
        Self { range: Range::only(amount), point: amount, known: Known::Figure }
    }
}

/// The turnover as stated, bracketed or assumed by the method.
///
/// # Errors
/// When it is in a currency for which no rate is stated, or makes no sense.
pub fn stated_turnover(case_file: &CaseFile, methodology: &Methodology) -> Result<Stated, FineError> {
    let convert = |amount: Money| match amount {
        negative if negative.minor() < 0 => Err(FineError::Turnover),
        amount => converted(case_file, methodology, amount).map(|(amount, _)| amount),
    };
    match case_file.undertaking.turnover.counted() {
        Counted::Figure(amount) => {
            let point = convert(amount)?;
            Ok(Stated::figure(point))
        }
        Counted::Bracket(from, to) => {
            let (from, to) = (convert(from)?, convert(to)?);
            if to.is_less_than(from) {
                return Err(FineError::Turnover);
            }
            let point = Money::from_minor(from.minor() / 2 + to.minor() / 2, methodology.currency);
            Ok(Stated { range: Range::new(from, to), point, known: Known::Bracket })
        }
        Counted::Unknown => {
            let zero = Money::zero(methodology.currency);
            let needed = case_file.undertaking.is_undertaking() || methodology.counts_by_turnover();
            let stated = match methodology.unknown_turnover().filter(|_| needed) {
                Some(assumed) => Stated { range: assumed.range, point: assumed.proposed, known: Known::Assumed },
                None => Stated { range: Range::only(zero), point: zero, known: Known::Immaterial },
            };
            Ok(stated)
        }
    }
}

/// An amount in the currency of the method, with the rate that took it there.
fn converted<'c>(
    case_file: &'c CaseFile,
    methodology: &Methodology,
    amount: Money,
) -> Result<(Money, Option<&'c Exchange>), FineError> {
    let (given, wanted) = (amount.currency(), methodology.currency);
    if given == wanted {
        return Ok((amount, None));
    }
    let exchange = case_file.exchange(given, wanted).ok_or(FineError::Currency { given, wanted })?;
    Ok((amount.convert(exchange.rate, wanted, methodology.rounding), Some(exchange)))
}

/// The turnover with its trace, as a choice where it is not a figure.
pub(super) fn turnover(
    input: &Input<'_>,
    stated: Stated,
    judgements: &mut Judgements<'_>,
) -> (Spread<Money>, Option<TraceNode>) {
    let figure = FigureId::from("matter.turnover");
    let reason = match &input.case_file.undertaking.turnover {
        Turnover::Figure { amount: Some(amount), year, source, .. } => {
            let node = || figure_node(input, figure, *amount, stated.point, *year, source);
            let node = judgements.is_recording().then(node);
            return (Spread::same(stated.point), node);
        }
        Turnover::Bracket { from: Some(_), to: Some(_), source } => source.as_str(),
        Turnover::Figure { .. } | Turnover::Bracket { .. } | Turnover::Unknown if stated.known == Known::Immaterial => {
            return (Spread::same(stated.point), None);
        }
        Turnover::Figure { .. } | Turnover::Bracket { .. } | Turnover::Unknown => {
            input.methodology.unknown_turnover().map_or("", |assumed| assumed.reason.as_str())
        }
    };
    let ask = Ask {
        id: ChoiceId::from("matter.turnover"),
        label: "trace.turnover_assumed",
        named: None,
        reason,
        citation: &input.methodology.source,
    };
    let (point, chosen) = judgements.amount(&ask, stated.range, stated.point);
    let node = judgements.is_recording().then(|| judgements.node(&ask.id, figure, Value::Money(point)));
    let spread =
        if chosen { Spread::same(point) } else { Spread { low: stated.range.low, point, high: stated.range.high } };
    (spread, node)
}

fn figure_node(
    input: &Input<'_>,
    figure: FigureId,
    given: Money,
    counted: Money,
    year: Option<i16>,
    source: &str,
) -> TraceNode {
    // Of which financial year it is belongs to the figure: one counts, the others do not.
    let label = |plain: &'static str, of_year: &'static str| match year {
        Some(year) => Label::KeyWith(of_year, year.to_string()),
        None => Label::Key(plain),
    };
    let fact = |figure: FigureId, label: Label, amount: Money| {
        let origin = Origin::Fact { field: "undertaking.turnover", source: source.to_owned() };
        TraceNode::new(figure, label, origin, Value::Money(amount), Vec::new())
    };
    match input.case_file.exchange(given.currency(), counted.currency()) {
        Some(exchange) if given.currency() != counted.currency() => {
            let origin = Origin::Fact { field: "exchange", source: exchange.source.clone() };
            let rate = TraceNode::new(
                FigureId::from("matter.exchange"),
                Label::KeyWith("trace.exchange", format!("{} → {}", exchange.from.code(), exchange.to.code())),
                origin,
                Value::Text(exchange.rate.to_string()),
                Vec::new(),
            );
            let label = label("trace.turnover_stated", "trace.turnover_stated_of");
            let stated = fact(FigureId::from("matter.turnover_stated"), label, given);
            let label = Label::Key("trace.turnover_converted");
            TraceNode::step(figure, label, Operation::Converted, Value::Money(counted), vec![stated, rate])
        }
        _ => fact(figure, label("trace.turnover", "trace.turnover_of"), counted),
    }
}

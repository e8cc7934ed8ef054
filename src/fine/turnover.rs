//! The turnover a calculation rests on: stated, bracketed or assumed; in the
//! currency of the method.

use jiff::civil::Date;

use super::Spread;
use super::ask::{Ask, Called, Why};
use super::calculate::{FineError, Input};
use super::exchange::Bridge;
use super::judgement::Judgements;
use crate::facts::{CaseFile, Counted, Turnover};
use crate::law::{AssumedTurnover, FigureId, Methodology, PointKey, Rates, When};
use crate::quantity::{Money, Range};
use crate::trace::{Label, Operation, Origin, TraceNode, Value, Warning};

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
    /// Whether it is left open, so that it is drawn.
    pub fn is_open(&self) -> bool {
        matches!(self.known, Known::Bracket | Known::Assumed)
    }

    /// A turnover known to the cent.
    pub fn figure(amount: Money) -> Self {
        Self { range: Range::only(amount), point: amount, known: Known::Figure }
    }
}

/// The turnover as stated, bracketed or assumed by the method.
///
/// # Errors
/// When it is in a currency for which no rate is held or stated, or makes no sense.
pub fn stated_turnover(
    case_file: &CaseFile,
    methodology: &Methodology,
    rates: &Rates,
    as_of: Date,
) -> Result<Stated, FineError> {
    let convert = |amount: Money| match amount {
        negative if negative.minor() < 0 => Err(FineError::Turnover),
        amount => {
            let bridge = bridge(amount, case_file, methodology, rates, as_of)?;
            Ok(bridge.amount(amount, methodology.rounding))
        }
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
                Some(assumed) => {
                    let (from, to) = case_file.undertaking.turnover.bounds();
                    let (from, to) = (from.map(convert).transpose()?, to.map(convert).transpose()?);
                    within(assumed, from, to)
                }
                None => Stated { range: Range::only(zero), point: zero, known: Known::Immaterial },
            };
            Ok(stated)
        }
    }
}

/// What is assumed, inside the one bound that is stated, if one is.
fn within(assumed: &AssumedTurnover, from: Option<Money>, to: Option<Money>) -> Stated {
    let high = to.unwrap_or_else(|| from.map_or(assumed.range.high, |from| assumed.range.high.max(from)));
    let low = from.unwrap_or_else(|| assumed.range.low.min(high));
    let point = assumed.proposed.max(low).min(high);
    Stated { range: Range::new(low, high), point, known: Known::Assumed }
}

/// The way of a stated amount into the currency of the method: at the average of its
/// financial year, where the matter states no rate.
fn bridge<'a>(
    amount: Money,
    case_file: &'a CaseFile,
    methodology: &Methodology,
    rates: &'a Rates,
    as_of: Date,
) -> Result<Bridge<'a>, FineError> {
    let when = when(case_file, as_of);
    Bridge::between(amount.currency(), methodology.currency, case_file, rates, when)
}

/// As of when the turnover is converted: its financial year, else the one before the
/// decision, which counts (Art. 83(4) to (6) GDPR; EDPB Guidelines 04/2022, para. 131).
fn when(case_file: &CaseFile, as_of: Date) -> When {
    let year = match case_file.undertaking.turnover {
        Turnover::Figure { year, .. } => year,
        Turnover::Bracket { .. } | Turnover::Unknown => None,
    };
    When::FinancialYear(year.unwrap_or_else(|| as_of.year().saturating_sub(1)), as_of)
}

/// What is to be told of the conversion of the turnover.
pub(super) fn told(input: &Input<'_>) -> Vec<Warning> {
    let stated = match input.case_file.undertaking.turnover.counted() {
        Counted::Figure(amount) => Range::only(amount),
        Counted::Bracket(from, to) => Range::new(from, to),
        Counted::Unknown => return Vec::new(),
    };
    let rates = &input.law.rates;
    let bridge = bridge(stated.low, input.case_file, input.methodology, rates, input.as_of);
    let Ok(bridge) = bridge else { return Vec::new() };
    if stated.low.currency() == input.methodology.currency || stated.low.currency() != stated.high.currency() {
        return Vec::new();
    }
    let counted = |amount| bridge.amount(amount, input.methodology.rounding);
    let counted = Range::new(counted(stated.low), counted(stated.high));
    let converted = Warning::TurnoverConverted { stated, counted, rates: bridge.used() };
    let others = bridge.of_other_time().map(|rate| Warning::RateOfOtherTime { rate });
    let doubted = bridge.doubted(rates, when(input.case_file, input.as_of));
    std::iter::once(converted).chain(others).chain(doubted).collect()
}

/// The turnover with its trace, as a choice where it is not a figure.
pub(super) fn turnover(
    input: &Input<'_>,
    stated: Stated,
    judgements: &mut Judgements<'_>,
) -> Result<(Spread<Money>, Option<TraceNode>), FineError> {
    let figure = FigureId::from("matter.turnover");
    let why = match &input.case_file.undertaking.turnover {
        Turnover::Figure { amount: Some(amount), year, source, .. } => {
            let node = || figure_node(input, figure, *amount, stated.point, *year, source);
            let node = judgements.is_recording().then(node).transpose()?;
            return Ok((Spread::same(stated.point), node));
        }
        Turnover::Bracket { from: Some(_), to: Some(_), source } => Why::Stated(source),
        Turnover::Figure { .. } | Turnover::Bracket { .. } | Turnover::Unknown if stated.known == Known::Immaterial => {
            return Ok((Spread::same(stated.point), None));
        }
        Turnover::Figure { .. } | Turnover::Bracket { .. } | Turnover::Unknown => {
            Why::AssumedTurnover(input.methodology)
        }
    };
    let ask = Ask {
        key: PointKey::Turnover,
        called: Called::Key("trace.turnover_assumed"),
        why,
        citation: &input.methodology.source,
    };
    let (point, chosen) = judgements.amount(&ask, stated.range, stated.point);
    let node = || {
        let mut node = judgements.node(&ask.key, figure, Value::Money(point));
        if let Counted::Bracket(from, _) = input.case_file.undertaking.turnover.counted() {
            let bridge = bridge(from, input.case_file, input.methodology, &input.law.rates, input.as_of)?;
            node.children = bridge.nodes("matter.exchange");
        }
        Ok(node)
    };
    let node = judgements.is_recording().then(node).transpose()?;
    let spread =
        if chosen { Spread::same(point) } else { Spread { low: stated.range.low, point, high: stated.range.high } };
    Ok((spread, node))
}

fn figure_node(
    input: &Input<'_>,
    figure: FigureId,
    given: Money,
    counted: Money,
    year: Option<i16>,
    source: &str,
) -> Result<TraceNode, FineError> {
    // Of which financial year it is belongs to the figure: one counts, the others do not.
    let label = |plain: &'static str, of_year: &'static str| match year {
        Some(year) => Label::KeyWith(of_year, Value::Year(year)),
        None => Label::Key(plain),
    };
    let fact = |figure: FigureId, label: Label, amount: Money| {
        let origin = Origin::Fact { field: "undertaking.turnover", source: source.to_owned() };
        TraceNode::new(figure, label, origin, Value::Money(amount), Vec::new())
    };
    if given.currency() == counted.currency() {
        return Ok(fact(figure, label("trace.turnover", "trace.turnover_of"), counted));
    }
    let bridge = bridge(given, input.case_file, input.methodology, &input.law.rates, input.as_of)?;
    let label = label("trace.turnover_stated", "trace.turnover_stated_of");
    let mut children = vec![fact(FigureId::from("matter.turnover_stated"), label, given)];
    children.extend(bridge.nodes("matter.exchange"));
    let label = Label::Key("trace.turnover_converted");
    Ok(TraceNode::step(figure, label, Operation::Converted, Value::Money(counted), children))
}

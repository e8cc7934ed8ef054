//! Discretionary points: what may be chosen, what is proposed, what was chosen.

use super::ask::Ask;
use super::own_currency::OwnCurrency;
use crate::facts::{ChoiceValue, Choices};
use crate::law::{ChoiceId, Citation, FigureId, PointKey, Seriousness};
use crate::quantity::{Money, Range, Rate};
use crate::trace::{ChosenBy, Label, Origin, Reason, TraceNode, Value, Warning};

/// What may be chosen at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permitted {
    /// Any class of seriousness.
    Levels,
    /// A share, movement or factor between two ends.
    Rates(Range<Rate>),
    /// An amount between two ends.
    Amounts(Range<Money>),
    /// One of so many categories of the method, counted from one.
    Categories(u8),
    /// A statement that holds or does not.
    Statement,
}

/// A discretionary point with what was decided there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its name: `A.seriousness`.
    pub id: ChoiceId,
    /// What it is called.
    pub label: Label,
    /// What may be chosen.
    pub permitted: Permitted,
    /// What is proposed.
    pub proposed: ChoiceValue,
    /// Why that is proposed.
    pub proposal_reason: Reason,
    /// What holds.
    pub value: ChoiceValue,
    /// Who decided.
    pub by: ChosenBy,
    /// Why, in the words of who decided.
    pub reason: Reason,
    /// Where the point is left to judgement.
    pub citation: Citation,
}

/// Looks choices up and keeps the record of it.
#[derive(Debug)]
pub(super) struct Judgements<'a> {
    choices: &'a Choices,
    recording: bool,
    /// The currency of the amounts, where it is not the method's.
    own: Option<&'a OwnCurrency<'a>>,
    pub(super) points: Vec<Point>,
    pub(super) warnings: Vec<Warning>,
}

impl<'a> Judgements<'a> {
    pub(super) fn new(choices: &'a Choices, recording: bool, own: Option<&'a OwnCurrency<'a>>) -> Self {
        Self { choices, recording, own, points: Vec::new(), warnings: Vec::new() }
    }

    /// The class of seriousness chosen, else the one proposed.
    pub(super) fn level(&mut self, ask: &Ask<'_>, proposed: Seriousness) -> Seriousness {
        let read = |value| if let ChoiceValue::Level(level) = value { Some(level) } else { None };
        let chosen = self.chosen(ask, read);
        self.record(ask, Permitted::Levels, proposed, chosen, ChoiceValue::Level)
    }

    /// The rate chosen, brought inside what is permitted, else the one proposed.
    pub(super) fn rate(&mut self, ask: &Ask<'_>, permitted: Range<Rate>, proposed: Rate) -> Rate {
        self.rate_chosen(ask, permitted, proposed).0
    }

    /// The same, and whether it was chosen.
    pub(super) fn rate_chosen(&mut self, ask: &Ask<'_>, permitted: Range<Rate>, proposed: Rate) -> (Rate, bool) {
        let proposed = permitted.clamp(proposed);
        let read = |value| if let ChoiceValue::Rate(rate) = value { Some(rate) } else { None };
        let chosen = self.chosen(ask, read).map(|rate| self.permitted(ask, rate, permitted.clamp(rate), Value::Rate));
        let rate = self.record(ask, Permitted::Rates(permitted), proposed, chosen, ChoiceValue::Rate);
        (rate, chosen.is_some())
    }

    /// The amount chosen, brought inside what is permitted, else the one proposed; and
    /// whether it was chosen.
    pub(super) fn amount(&mut self, ask: &Ask<'_>, permitted: Range<Money>, proposed: Money) -> (Money, bool) {
        let chosen = self.amount_chosen(ask, permitted, proposed);
        let amount = self.record(ask, Permitted::Amounts(permitted), proposed, chosen, ChoiceValue::Amount);
        (amount, chosen.is_some())
    }

    /// An amount chosen outright, brought inside what is permitted. Such a point is there
    /// only where one was chosen: otherwise the steps before it give the amount.
    pub(super) fn outright(&mut self, ask: &Ask<'_>, permitted: Range<Money>, proposed: Money) -> Option<Money> {
        let chosen = self.amount_chosen(ask, permitted, proposed);
        if self.recording && self.value(ask).is_some() {
            self.record(ask, Permitted::Amounts(permitted), proposed, chosen, ChoiceValue::Amount);
        }
        chosen
    }

    /// The category chosen, brought among those there are, else the one proposed.
    pub(super) fn category(&mut self, ask: &Ask<'_>, count: u8, proposed: u8) -> u8 {
        let read = |value| if let ChoiceValue::Category(number) = value { Some(number) } else { None };
        let nearest = |number: u8| number.clamp(1, count.max(1));
        let chosen = self
            .chosen(ask, read)
            .map(|number| self.permitted(ask, number, nearest(number), |number| Value::Count(number.into())));
        self.record(ask, Permitted::Categories(count), proposed, chosen, ChoiceValue::Category)
    }

    /// Whether a statement is chosen to hold; nothing is stated without a choice.
    pub(super) fn statement(&mut self, ask: &Ask<'_>) -> bool {
        let read = |value| if let ChoiceValue::Holds(holds) = value { Some(holds) } else { None };
        let chosen = self.chosen(ask, read);
        self.record(ask, Permitted::Statement, false, chosen, ChoiceValue::Holds)
    }

    /// Whether points are recorded.
    pub(super) fn is_recording(&self) -> bool {
        self.recording
    }

    /// The trace of the point of this name.
    pub(super) fn node(&self, key: &PointKey<'_>, figure: FigureId, value: Value) -> TraceNode {
        node_of(self.point(&key.id()), figure, value)
    }

    /// The trace of a statement, as one that applies only if it holds.
    pub(super) fn statement_node(&self, ask: &Ask<'_>, figure: FigureId, holds: bool) -> TraceNode {
        let key = if holds { "answer.yes" } else { "answer.no" };
        node_of(self.point(&ask.id()), figure, Value::Key(key)).applying(holds)
    }

    fn point(&self, id: &ChoiceId) -> Option<&Point> {
        self.points.iter().find(|point| point.id == *id)
    }

    /// What a reader must know besides; a point of the whole matter is asked for each
    /// conduct and told of once. Nothing is told of where nothing is recorded.
    pub(super) fn warn(&mut self, warning: impl FnOnce() -> Warning) {
        if self.recording {
            let warning = warning();
            if !self.warnings.contains(&warning) {
                self.warnings.push(warning);
            }
        }
    }

    /// Warns of every choice for a point that this calculation does not ask for: a
    /// misspelt name, a conduct that is gone, another method's point, another country's.
    pub(super) fn warn_of_unasked(&mut self) {
        let choices = self.choices;
        for (id, _) in choices.iter() {
            if !self.points.iter().any(|point| point.id == *id) {
                self.warn(|| Warning::NoSuchPoint { choice: id.clone() });
            }
        }
    }

    fn amount_chosen(&mut self, ask: &Ask<'_>, permitted: Range<Money>, proposed: Money) -> Option<Money> {
        let own = self.own.filter(|own| own.currency == proposed.currency());
        let read = |value| match value {
            ChoiceValue::Amount(amount) if amount.currency() == proposed.currency() => Some(amount),
            ChoiceValue::Amount(amount) if own.is_some_and(|own| own.knows(amount.currency())) => Some(amount),
            _ => None,
        };
        // What is permitted stays as it is stated, in either currency.
        let nearest = |amount: Money| {
            let here = own.map_or(amount, |own| own.own(amount));
            let used = here.max(permitted.low).min(permitted.high);
            if used == here { amount } else { used }
        };
        self.chosen(ask, read).map(|amount| self.permitted(ask, amount, nearest(amount), Value::Money))
    }

    /// What was chosen at a point.
    fn value(&self, ask: &Ask<'_>) -> Option<ChoiceValue> {
        if self.choices.is_empty() { None } else { self.choices.get(ask.id().as_str()).map(|choice| choice.value) }
    }

    /// Why it was chosen, in the words of who chose.
    fn reason(&self, id: &ChoiceId) -> &str {
        self.choices.get(id.as_str()).map_or("", |choice| choice.reason.as_str())
    }

    /// The choice made at a point, where it is of the kind asked for there.
    fn chosen<T>(&mut self, ask: &Ask<'_>, read: impl Fn(ChoiceValue) -> Option<T>) -> Option<T> {
        let value = read(self.value(ask)?);
        if value.is_none() {
            self.warn(|| Warning::WrongKind { choice: ask.id() });
        }
        value
    }

    /// What is used of a choice: the nearest that is permitted.
    fn permitted<T: PartialEq + Copy>(&mut self, ask: &Ask<'_>, chosen: T, used: T, value: fn(T) -> Value) -> T {
        if used != chosen {
            self.warn(|| Warning::OutOfRange { choice: ask.id(), chosen: value(chosen), used: value(used) });
        }
        used
    }

    /// What holds at a point: what was chosen there, if anything was, else what is proposed.
    fn record<T: Copy>(
        &mut self,
        ask: &Ask<'_>,
        permitted: Permitted,
        proposed: T,
        chosen: Option<T>,
        value: fn(T) -> ChoiceValue,
    ) -> T {
        let holds = chosen.unwrap_or(proposed);
        // A point of the whole matter is asked for each conduct and recorded once.
        if !self.recording {
            return holds;
        }
        let id = ask.id();
        if self.point(&id).is_none() {
            let (by, reason) = match chosen {
                Some(_) => (ChosenBy::User, Reason::Stated(self.reason(&id).to_owned())),
                None => (ChosenBy::Program, ask.why.reason()),
            };
            self.points.push(Point {
                id,
                label: ask.called.label(),
                permitted,
                proposed: value(proposed),
                proposal_reason: ask.why.reason(),
                value: value(holds),
                by,
                reason,
                citation: ask.citation.clone(),
            });
        }
        holds
    }
}

fn node_of(point: Option<&Point>, figure: FigureId, value: Value) -> TraceNode {
    match point {
        Some(point) => {
            let origin = Origin::Choice { id: point.id.clone(), by: point.by, reason: point.reason.clone() };
            TraceNode::new(figure, point.label.clone(), origin, value, Vec::new()).citing(&point.citation)
        }
        None => TraceNode::new(
            figure,
            Label::Key("trace.choice"),
            Origin::Step(crate::trace::Operation::Group),
            value,
            Vec::new(),
        ),
    }
}

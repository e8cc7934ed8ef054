//! One figure and how it came about.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::RateUsed;
use crate::facts::AnswerValue;
use crate::law::{
    ChoiceId, Citation, ConductId, FigureId, LawText, Principle, ProvisionId, QuestionId, Seriousness, TierId,
};
use crate::quantity::{Currency, ExchangeRate, Money, Range, Rate};

/// What a figure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// An amount.
    Money(Money),
    /// A range of amounts.
    MoneyRange(Range<Money>),
    /// A share or a movement.
    Rate(Rate),
    /// A range of shares.
    RateRange(Range<Rate>),
    /// A class of seriousness.
    Level(Seriousness),
    /// A count.
    Count(i64),
    /// An answer to a question.
    Answer(QuestionId, AnswerValue),
    /// A paragraph or a point of Art. 83.
    Tier(TierId),
    /// A conduct.
    Conduct(ConductId),
    /// A rate of exchange.
    Exchange(ExchangeRate),
    /// A category or a group of a method, by the name the method gives it: `III`.
    Named(String),
    /// A provision.
    Provision(ProvisionId),
    /// A financial year.
    Year(i16),
    /// A currency.
    Currency(Currency),
    /// A text of the law.
    Law(LawText),
    /// A name the user gave.
    Stated(String),
    /// Something said by the key of its wording.
    Key(&'static str),
    /// Nothing of its own: a heading.
    None,
}

/// Serialises as `{"money": …}`, amounts as integer cents with their currency.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Cents {
            cents: i64,
            currency: &'static str,
        }
        let cents = |money: &Money| Cents { cents: money.minor(), currency: money.currency().code() };
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Money(money) => map.serialize_entry("money", &cents(money))?,
            Self::MoneyRange(range) => {
                map.serialize_entry("money_range", &[cents(&range.low), cents(&range.high)])?;
            }
            Self::Rate(rate) => map.serialize_entry("rate", rate)?,
            Self::RateRange(range) => map.serialize_entry("rate_range", &[range.low, range.high])?,
            Self::Level(level) => map.serialize_entry("seriousness", level)?,
            Self::Count(count) => map.serialize_entry("count", count)?,
            Self::Answer(question, value) => map.serialize_entry("answer", &(question, value))?,
            Self::Tier(tier) => map.serialize_entry("tier", tier)?,
            Self::Conduct(conduct) => map.serialize_entry("conduct", conduct)?,
            Self::Exchange(rate) => map.serialize_entry("exchange", rate)?,
            Self::Named(name) => map.serialize_entry("named", name)?,
            Self::Provision(provision) => map.serialize_entry("provision", provision)?,
            Self::Year(year) => map.serialize_entry("year", year)?,
            Self::Currency(currency) => map.serialize_entry("currency", currency)?,
            Self::Law(text) => map.serialize_entry("law", text)?,
            Self::Stated(name) => map.serialize_entry("stated", name)?,
            Self::Key(key) => map.serialize_entry("key", key)?,
            Self::None => {}
        }
        map.end()
    }
}

/// What a figure is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// By the key of its wording under `assets/locale`.
    Key(&'static str),
    /// By the key of its wording, with one thing named in it.
    KeyWith(&'static str, Value),
    /// A rate of exchange, by what it rests on.
    Exchange(RateUsed),
    /// The first provision displaced by the second on this ground.
    Displaced(Principle, ProvisionId, ProvisionId),
    /// By a text of the law.
    Law(LawText),
    /// By a text of the law, of an operation of this name.
    LawOf(LawText, String),
}

/// Why something was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// By what the law's data say, one text after the other.
    Law(Vec<LawText>),
    /// In the words of the user; perhaps none.
    Stated(String),
}

impl Reason {
    /// The user's own words; none where the reason is the law's.
    pub fn stated(&self) -> &str {
        match self {
            Self::Law(_) => "",
            Self::Stated(words) => words,
        }
    }
}

/// Case law or guidance that governs a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Governing {
    /// What it says.
    pub text: LawText,
    /// Where it stands.
    pub source: Citation,
}

/// Who made a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all(serialize = "snake_case"))]
pub enum ChosenBy {
    /// The program's stated proposal.
    Program,
    /// The user.
    User,
}

/// How a figure was computed from the figures below it. Each has its own
/// explanation on screen and in text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// The larger of the figures below.
    Greater,
    /// The smaller of the figures below.
    Lesser,
    /// An amount times a share.
    ShareOf,
    /// An amount moved up or down by a share of itself.
    MovedBy,
    /// The sum of the figures below.
    Sum,
    /// Read from a table by the figures below.
    Lookup,
    /// Concluded from the facts below by a rule.
    Concluded,
    /// An amount at a rate of exchange.
    Converted,
    /// A group without arithmetic of its own.
    Group,
}

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// An answer of the user.
    Answer {
        /// The question.
        question: QuestionId,
    },
    /// A statement about the organisation.
    Fact {
        /// Which: `undertaking.turnover`.
        field: &'static str,
        /// What it rests on, as the user wrote it.
        source: String,
    },
    /// A legal parameter; its citation stands in the node.
    Parameter {
        /// Its name.
        id: String,
    },
    /// A judgement.
    Choice {
        /// The discretionary point.
        id: ChoiceId,
        /// Who chose.
        by: ChosenBy,
        /// Why.
        reason: Reason,
    },
    /// An operation on the figures below.
    Step(Operation),
}

/// A figure, where it comes from and what lies below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TraceNode {
    /// Its name: `A.starting_amount`.
    pub id: FigureId,
    /// What it is called.
    pub label: Label,
    /// What it is.
    pub value: Value,
    /// Where it comes from.
    pub origin: Origin,
    /// The law it rests on.
    pub citations: Vec<Citation>,
    /// False for what was considered and did not apply.
    pub applied: bool,
    /// What a reader should know: a reason, a limit, a doubt.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<LawText>,
    /// Case law and guidance that govern the step it is made in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub governed_by: Vec<Governing>,
    /// What it was made from.
    pub children: Vec<TraceNode>,
}

impl TraceNode {
    /// A figure computed from others.
    pub fn step(id: FigureId, label: Label, operation: Operation, value: Value, children: Vec<Self>) -> Self {
        Self::new(id, label, Origin::Step(operation), value, children)
    }

    /// A figure from the law.
    pub fn parameter(id: FigureId, label: Label, value: Value, citation: Citation) -> Self {
        let origin = Origin::Parameter { id: id.as_str().to_owned() };
        Self { citations: vec![citation], ..Self::new(id, label, origin, value, Vec::new()) }
    }

    /// A figure of any origin.
    pub fn new(id: FigureId, label: Label, origin: Origin, value: Value, children: Vec<Self>) -> Self {
        let (citations, notes, governed_by) = (Vec::new(), Vec::new(), Vec::new());
        Self { id, label, value, origin, citations, applied: true, notes, governed_by, children }
    }

    /// With a citation more.
    #[must_use]
    pub fn citing(mut self, citation: &Citation) -> Self {
        self.citations.push(citation.clone());
        self
    }

    /// With a remark.
    #[must_use]
    pub fn noting(mut self, note: LawText) -> Self {
        self.notes.push(note);
        self
    }

    /// Marked as considered without applying.
    #[must_use]
    pub fn applying(mut self, applied: bool) -> Self {
        self.applied = applied;
        self
    }

    /// The figure of this name in the tree.
    pub fn find(&self, id: &str) -> Option<&Self> {
        if self.id.as_str() == id {
            return Some(self);
        }
        self.children.iter().find_map(|child| child.find(id))
    }

    /// Calls `visit` for this figure and all below, with their depth and with the case
    /// law and guidance that no figure before it has named yet: every conduct goes
    /// through the same steps, and a reader is told once.
    pub fn walk_telling<'a>(&'a self, visit: &mut impl FnMut(&'a Self, usize, &[&'a Governing])) {
        let mut told: Vec<&Governing> = Vec::new();
        self.walk(&mut |node, depth| {
            let new: Vec<&Governing> = node.governed_by.iter().filter(|note| !told.contains(note)).collect();
            visit(node, depth, &new);
            told.extend(new);
        });
    }

    /// Calls `visit` for this figure and all below, with their depth.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self, usize)) {
        self.walk_from(0, visit);
    }

    fn walk_from<'a>(&'a self, depth: usize, visit: &mut impl FnMut(&'a Self, usize)) {
        visit(self, depth);
        for child in &self.children {
            child.walk_from(depth + 1, visit);
        }
    }
}

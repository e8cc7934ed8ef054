//! One line of a step.

use crate::facts::ChoiceValue;
use crate::fine::{Permitted, Point, Spread};
use crate::locale::Locale;
use crate::quantity::{Money, Range, Rate};
use crate::report::{Inline, Typed};

/// A line: a name, what is permitted, and what it is at the low end, as taken and at the
/// high end.
#[derive(Default)]
pub(in crate::report) struct Line {
    /// What it is called.
    pub(in crate::report) name: String,
    /// The share or movement permitted, or which way it goes.
    pub(in crate::report) permitted: String,
    /// At the low end.
    pub(in crate::report) low: Option<Inline>,
    /// As taken.
    pub(in crate::report) point: Option<Inline>,
    /// At the high end.
    pub(in crate::report) high: Option<Inline>,
    /// Why, where that is of this line alone.
    pub(in crate::report) why: String,
    /// It is what the step ends in.
    pub(in crate::report) strong: bool,
    /// It was considered and does not count.
    pub(in crate::report) quiet: bool,
}

impl Line {
    pub(super) fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// One amount, as taken.
    pub(super) fn amount(name: impl Into<String>, amount: Money, text: &Locale) -> Self {
        Self { point: Some(money(amount, text)), ..Self::named(name) }
    }

    /// Two amounts, at the ends.
    pub(super) fn range(name: impl Into<String>, range: Range<Money>, text: &Locale) -> Self {
        Self { low: Some(money(range.low, text)), high: Some(money(range.high, text)), ..Self::named(name) }
    }

    /// Three amounts; one alone where they are the same.
    pub(super) fn spread(name: impl Into<String>, spread: Spread<Money>, text: &Locale) -> Self {
        if spread.low == spread.high {
            return Self::amount(name, spread.point, text);
        }
        Self { point: Some(money(spread.point, text)), ..Self::range(name, spread.ends(), text) }
    }

    /// A share.
    pub(super) fn rate(name: impl Into<String>, rate: Rate, text: &Locale) -> Self {
        Self { point: Some(Inline::value(text.rate(rate), Typed::Rate(rate))), ..Self::named(name) }
    }

    /// What is no figure.
    pub(super) fn words(name: impl Into<String>, words: String) -> Self {
        Self { point: Some(Inline::text(words)), ..Self::named(name) }
    }

    /// A discretionary point: what is permitted there, and what was taken.
    pub(super) fn judged(name: impl Into<String>, point: &Point, text: &Locale) -> Self {
        let moves = point.id.as_str().contains("circumstance");
        let written = |rate: Rate| if moves { text.movement(rate) } else { text.rate(rate) };
        let permitted = match point.permitted {
            Permitted::Rates(range) if moves => {
                format!("{}{}{}", text.movement(range.low), text.range, text.movement(range.high))
            }
            Permitted::Rates(range) => text.rate_range(range),
            Permitted::Amounts(range) => text.amount_range(range),
            Permitted::Levels | Permitted::Categories(_) | Permitted::Statement => String::new(),
        };
        let taken = match point.value {
            ChoiceValue::Rate(rate) => Inline::value(written(rate), Typed::Rate(rate)),
            ChoiceValue::Amount(amount) => money(amount, text),
            ChoiceValue::Level(level) => Inline::text(text.level(level)),
            ChoiceValue::Category(number) => Inline::text(number.to_string()),
            ChoiceValue::Holds(holds) => Inline::text(text.t(if holds { "answer.yes" } else { "answer.no" })),
        };
        Self { permitted, point: Some(taken), ..Self::named(name) }
    }

    /// The same as what the step ends in.
    pub(super) fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// The same as what does not count.
    pub(super) fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }
}

/// An amount in whole units; the column says of which currency.
fn money(amount: Money, text: &Locale) -> Inline {
    Inline::value(text.amount(amount), Typed::Money(amount))
}

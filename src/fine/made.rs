//! The judgements a calculation rests on: those the user made, or one set of many drawn.
//!
//! What is drawn is looked up by place, so that an outcome costs no name and no allocation.

use crate::facts::{ChoiceValue, Choices};
use crate::law::{Discretion, PointKey, Seriousness};
use crate::quantity::{Money, Rate};
use crate::trace::ChosenBy;

/// Where judgements are looked up.
#[derive(Debug, Clone, Copy)]
pub enum Made<'a> {
    /// Those the user made.
    Stated(&'a Choices),
    /// One imagined outcome.
    Drawn(&'a Drawn<'a>),
}

impl<'a> Made<'a> {
    /// Who made them.
    pub(super) fn by(self) -> ChosenBy {
        match self {
            Self::Stated(_) => ChosenBy::User,
            Self::Drawn(_) => ChosenBy::Simulation,
        }
    }

    /// What was chosen at a point.
    pub(super) fn value(self, key: &PointKey<'_>) -> Option<ChoiceValue> {
        match self {
            Self::Stated(choices) if choices.is_empty() => None,
            Self::Stated(choices) => choices.get(key.id().as_str()).map(|choice| choice.value),
            Self::Drawn(drawn) => drawn.value(key),
        }
    }

    /// Why it was chosen, in the words of who chose.
    pub(super) fn reason(self, key: &PointKey<'_>) -> &'a str {
        match self {
            Self::Stated(choices) => choices.get(key.id().as_str()).map_or("", |choice| choice.reason.as_str()),
            Self::Drawn(_) => "",
        }
    }

    /// All that were stated.
    pub(super) fn stated(self) -> Option<&'a Choices> {
        match self {
            Self::Stated(choices) => Some(choices),
            Self::Drawn(_) => None,
        }
    }
}

/// A value, and whether the user settled it: what is settled is not drawn.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    value: Option<ChoiceValue>,
    settled: bool,
}

impl Cell {
    fn settle(value: Option<ChoiceValue>) -> Self {
        Self { value, settled: value.is_some() }
    }

    fn draw(&mut self, value: Option<ChoiceValue>) {
        if !self.settled {
            self.value = value;
        }
    }
}

/// The points of one conduct.
#[derive(Debug, Clone, Default)]
struct Row {
    points: [Cell; Discretion::ALL.len()],
    circumstances: Vec<Cell>,
}

/// One imagined outcome: the settled choices, the rest drawn.
#[derive(Debug, Clone)]
pub struct Drawn<'b> {
    settled: &'b Choices,
    turnover: Cell,
    conducts: Vec<Row>,
}

impl<'b> Drawn<'b> {
    /// An outcome in which nothing is drawn yet.
    pub(super) fn new(settled: &'b Choices, conducts: &[super::Sanctioned<'_>]) -> Self {
        let cell = |key: PointKey<'_>| Cell::settle(settled.get(key.id().as_str()).map(|choice| choice.value));
        let row = |conduct: &super::Sanctioned<'_>| {
            let of = conduct.of();
            let weighed = conduct.conduct.circumstances.iter().enumerate();
            Row {
                points: Discretion::ALL.map(|point| cell(PointKey::Conduct(of, point))),
                circumstances: weighed
                    .map(|(place, weighed)| cell(PointKey::Circumstance(of, &weighed.circumstance, place)))
                    .collect(),
            }
        };
        Self { settled, turnover: cell(PointKey::Turnover), conducts: conducts.iter().map(row).collect() }
    }

    /// Draws a class of seriousness; what is settled stays.
    pub fn level(&mut self, key: &PointKey<'_>, level: Seriousness) {
        self.draw(key, Some(ChoiceValue::Level(level)));
    }

    /// Draws a share, a movement or a factor; what is settled stays. Without one, what the
    /// method proposes holds.
    pub fn rate(&mut self, key: &PointKey<'_>, rate: Option<Rate>) {
        self.draw(key, rate.map(ChoiceValue::Rate));
    }

    /// Draws an amount; what is settled stays.
    pub fn amount(&mut self, key: &PointKey<'_>, amount: Money) {
        self.draw(key, Some(ChoiceValue::Amount(amount)));
    }

    fn draw(&mut self, key: &PointKey<'_>, value: Option<ChoiceValue>) {
        if let Some(cell) = self.cell(key) {
            cell.draw(value);
        }
    }

    fn cell(&mut self, key: &PointKey<'_>) -> Option<&mut Cell> {
        match key {
            PointKey::Conduct(of, point) => self.conducts.get_mut(of.place)?.points.get_mut(*point as usize),
            PointKey::Circumstance(of, _, place) => self.conducts.get_mut(of.place)?.circumstances.get_mut(*place),
            PointKey::Turnover => Some(&mut self.turnover),
            PointKey::Displaced(..)
            | PointKey::EarlierConduct
            | PointKey::Ability(_)
            | PointKey::AbilityRemains
            | PointKey::Procedure(_)
            | PointKey::Reduction(_) => {
                debug_assert!(false, "never drawn");
                None
            }
        }
    }

    fn value(&self, key: &PointKey<'_>) -> Option<ChoiceValue> {
        match key {
            PointKey::Conduct(of, point) => self.conducts.get(of.place)?.points.get(*point as usize)?.value,
            PointKey::Circumstance(of, _, place) => {
                self.conducts.get(of.place)?.circumstances.get(*place).and_then(|cell| cell.value)
            }
            PointKey::Turnover => self.turnover.value,
            // Never drawn: settled or as proposed.
            _ if self.settled.is_empty() => None,
            other => self.settled.get(other.id().as_str()).map(|choice| choice.value),
        }
    }
}

//! Judgements: one value for each discretionary point, with its reason.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::law::{ChoiceId, Seriousness};
use crate::quantity::{Money, Rate};

/// What was chosen at a discretionary point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChoiceValue {
    /// A class of seriousness.
    Level(Seriousness),
    /// A share, a movement or a factor.
    Rate(Rate),
    /// An amount.
    Amount(Money),
    /// A category of the method, counted from one.
    Category(u8),
    /// Whether a statement holds.
    Holds(bool),
}

/// A judgement and the reason given for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What was chosen.
    pub value: ChoiceValue,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// All judgements made; where none was made, the stated proposal holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Choices(#[serde(deserialize_with = "super::distinct::map")] BTreeMap<ChoiceId, Choice>);

impl Choices {
    /// The judgement at a point, if one was made.
    pub fn get(&self, id: &str) -> Option<&Choice> {
        self.0.get(id)
    }

    /// Whether a judgement was made at a point.
    pub fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// Makes a judgement, in place of an earlier one.
    pub fn set(&mut self, id: ChoiceId, value: ChoiceValue, reason: impl Into<String>) {
        self.0.insert(id, Choice { value, reason: reason.into() });
    }

    /// Makes a judgement without a reason, in place of an earlier one: one of many that are
    /// drawn, so that nothing is allocated twice.
    pub fn put(&mut self, id: &ChoiceId, value: ChoiceValue) {
        match self.0.get_mut(id) {
            Some(known) => known.value = value,
            None => self.set(id.clone(), value, ""),
        }
    }

    /// Takes a judgement back: the proposal holds again.
    pub fn clear(&mut self, id: &ChoiceId) {
        self.0.remove(id);
    }

    /// All judgements by name.
    pub fn iter(&self) -> impl Iterator<Item = (&ChoiceId, &Choice)> {
        self.0.iter()
    }

    /// Whether none was made.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

//! From a profile to figures: one list of columns for every source, made from the recipe.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::recipe::Columns;
use super::{Evidence, Fact, Profile, Recipe};

/// What a column says of a profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum What {
    /// 1 where the fact has the word.
    Is(Fact, String),
    /// 1 where both facts have their words.
    Both(Fact, String, Fact, String),
    /// The logarithm of one more than the number of words.
    Count(Fact),
    /// 1 where the measure is known.
    Known(Fact),
    /// How far a measure is from a centre, in units; nought where unknown.
    Value {
        /// The fact.
        of: Fact,
        /// The centre.
        centre: f64,
        /// The unit.
        unit: f64,
    },
    /// How far a measure is above a knee, in units; nought where unknown or below.
    Above {
        /// The fact.
        of: Fact,
        /// The knee.
        knee: f64,
        /// The unit.
        unit: f64,
    },
}

/// A column with what it is multiplied by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// What it says.
    pub what: What,
    /// Its factor: rarer words count for more.
    pub scale: f64,
    /// The distance in it at which likeness fades.
    pub length: f64,
    /// The variance of its linear part.
    pub linear: f64,
}

impl What {
    /// The fact it is about; of two, the first.
    pub fn fact(&self) -> Fact {
        match self {
            Self::Is(fact, _) | Self::Both(fact, ..) | Self::Count(fact) | Self::Known(fact) => *fact,
            Self::Value { of, .. } | Self::Above { of, .. } => *of,
        }
    }

    fn of(&self, profile: &Profile) -> f64 {
        let flag = |holds: bool| if holds { 1.0 } else { 0.0 };
        match self {
            Self::Is(fact, word) => flag(profile.has(*fact, word)),
            Self::Both(one, word, other, second) => flag(profile.has(*one, word) && profile.has(*other, second)),
            Self::Count(fact) => libm::log1p(count(profile.words(*fact).count())),
            Self::Known(fact) => flag(profile.knows(*fact)),
            Self::Value { of, centre, unit } => profile.value(*of).map_or(0.0, |value| (value - centre) / unit),
            Self::Above { of, knee, unit } => profile.value(*of).map_or(0.0, |value| ((value - knee) / unit).max(0.0)),
        }
    }
}

/// A number as a figure.
pub fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

/// The columns that a recipe makes of these decisions.
pub(super) fn columns(recipe: &Recipe, evidence: &[&Evidence]) -> Vec<Column> {
    let mut found = Vec::new();
    for made in &recipe.columns {
        match made {
            Columns::Words { fact, at_least, counts } => {
                let words = frequent(evidence, *at_least, |profile| profile.words(*fact).map(str::to_owned).collect());
                found.extend(words.into_iter().map(|word| (What::Is(*fact, word), *counts)));
            }
            Columns::Pairs { one, other, at_least, counts } => {
                let pairs = frequent(evidence, *at_least, |profile| {
                    let second = |word: &str| profile.words(*other).map(|w| (word.to_owned(), w.to_owned())).collect();
                    profile.words(*one).flat_map(|word| -> Vec<(String, String)> { second(word) }).collect()
                });
                let both = |(word, second)| (What::Both(*one, word, *other, second), *counts);
                found.extend(pairs.into_iter().map(both));
            }
            Columns::Count { fact, counts } => found.push((What::Count(*fact), *counts)),
            Columns::Measure { fact, centre, unit, knees, counts } => {
                let (of, unit, centre) = (*fact, *unit, *centre);
                found.push((What::Known(of), *counts));
                found.push((What::Value { of, centre, unit }, *counts));
                found.extend(knees.iter().map(|knee| (What::Above { of, knee: *knee, unit }, *counts)));
            }
        }
    }
    let spread = |what: &What| deviation(evidence.iter().map(|known| what.of(&known.profile)));
    let scaled = found.into_iter().filter_map(|(what, counts)| {
        let spread = spread(&what);
        // A column that is the same everywhere tells nothing.
        (spread > 1e-9).then(|| Column {
            scale: rounded(1.0 / libm::pow(spread, recipe.power)),
            length: counts.length,
            linear: counts.linear,
            what,
        })
    });
    scaled.collect()
}

/// A figure with six digits: files stay small, and the same on every machine.
pub fn rounded(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

/// What at least so many decisions have, in order.
fn frequent<T: Ord>(evidence: &[&Evidence], at_least: usize, of: impl Fn(&Profile) -> BTreeSet<T>) -> Vec<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for known in evidence {
        for word in of(&known.profile) {
            *counts.entry(word).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, number)| *number >= at_least).map(|(word, _)| word).collect()
}

/// The standard deviation.
fn deviation(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let number = count(values.clone().count()).max(1.0);
    let mean = values.clone().sum::<f64>() / number;
    libm::sqrt(values.map(|value| (value - mean) * (value - mean)).sum::<f64>() / number)
}

/// The figures of a profile.
pub fn vector(columns: &[Column], profile: &Profile) -> Vec<f64> {
    columns.iter().map(|column| column.what.of(profile) * column.scale).collect()
}

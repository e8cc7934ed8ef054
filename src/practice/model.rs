//! A fitted model: amount and chance together, from profiles.

use std::collections::BTreeMap;

use super::centres::centres;
use super::chance::{Chance, Outcome};
use super::features::{Column, columns, rounded, vector};
use super::kernel::Scales;
use super::process::{NotPositive, Point, Process, Sums};
use super::{Evidence, Fact, Profile, Recipe};

/// All that was fitted.
#[derive(Debug, Clone)]
pub struct Model {
    /// The columns.
    pub columns: Vec<Column>,
    /// The points from which everything is seen.
    pub inducing: Vec<Vec<f64>>,
    /// The amount.
    pub process: Process,
    /// What the fit of the amount came to.
    pub sums: Sums,
    /// By what words more or less stays open.
    pub spreads: Spreads,
    /// Fine or no fine.
    pub chance: Chance,
    /// How many outcomes it was fitted on, by country.
    pub outcomes: BTreeMap<String, usize>,
}

/// By what words of a fact more or less stays open, as factors; the empty word where nothing is known,
/// `*` for words of few decisions.
pub type Spreads = Vec<(Fact, BTreeMap<String, f64>)>;

/// The word by which it is told how much stays open.
fn spread_word<'s>(profile: &Profile, fact: Fact, factors: &'s BTreeMap<String, f64>) -> Option<&'s str> {
    let word = profile.word(fact).unwrap_or_default();
    factors.get_key_value(word).or_else(|| factors.get_key_value("*")).map(|(word, _)| word.as_str())
}

/// The variance of log10 that stays open of a matter, however like it others were decided.
pub fn noise(recipe: &Recipe, spreads: &Spreads, profile: &Profile) -> f64 {
    let factor = |(fact, factors): &(Fact, BTreeMap<String, f64>)| {
        spread_word(profile, *fact, factors).and_then(|word| factors.get(word)).copied().unwrap_or(1.0)
    };
    recipe.noise(profile.known_of(&recipe.counted)) * spreads.iter().map(factor).product::<f64>()
}

/// The figures of a piece of evidence, with what stays open of it.
pub fn point(columns: &[Column], recipe: &Recipe, spreads: &Spreads, evidence: &Evidence) -> Option<Point> {
    let noise = rounded(noise(recipe, spreads, &evidence.profile));
    Some(Point { vector: kept(vector(columns, &evidence.profile)), amount: rounded(evidence.amount?), noise })
}

fn kept(vector: Vec<f64>) -> Vec<f64> {
    vector.into_iter().map(rounded).collect()
}

/// The figures for fine or no fine: those of the profile, without facts that the recipe leaves out.
pub fn chance_vector(columns: &[Column], recipe: &Recipe, vector: &[f64]) -> Vec<f64> {
    let left_out = |column: &Column| recipe.chance.leave_out.contains(&column.what.fact());
    columns.iter().zip(vector).map(|(column, value)| if left_out(column) { 0.0 } else { *value }).collect()
}

impl Model {
    /// Fits a model on decisions. Those that `shipped` knows may stand as inducing points
    /// themselves; of the others only centres do.
    ///
    /// # Errors
    /// Where figures are not finite.
    pub fn fit(
        recipe: &Recipe,
        evidence: &[&Evidence],
        shipped: impl Fn(&Evidence) -> bool,
    ) -> Result<Self, NotPositive> {
        let columns = columns(recipe, evidence);
        let scales = Scales::of(recipe.kernel, &columns);
        let of = |known: &&Evidence| kept(vector(&columns, &known.profile));
        let (own, foreign): (Vec<&Evidence>, Vec<&Evidence>) =
            evidence.iter().copied().partition(|known| shipped(known));
        let own: Vec<Vec<f64>> = own.iter().filter(|known| known.amount.is_some()).map(of).collect();
        let step = own.len().div_ceil(recipe.decisions.max(1)).max(1);
        let foreign: Vec<Vec<f64>> = foreign.iter().map(of).collect();
        let mut inducing: Vec<Vec<f64>> =
            if recipe.decisions == 0 { Vec::new() } else { own.into_iter().step_by(step).collect() };
        inducing.extend(centres(&foreign, recipe.centres, recipe.rounds).into_iter().map(kept));
        inducing.dedup();
        let spreads = spreads(recipe, &scales, &columns, evidence, &inducing)?;
        let points: Vec<Point> = evidence.iter().filter_map(|known| point(&columns, recipe, &spreads, known)).collect();
        let (base, sums) = Process::sums(&scales, recipe.level, &inducing, &points)?;
        let sums = Sums {
            triangle: sums.triangle.into_iter().map(rounded).collect(),
            vector: sums.vector.into_iter().map(rounded).collect(),
        };
        let process = base.with(&sums)?;
        let outcomes = evidence.iter().filter_map(|known| {
            let figures = kept(vector(&columns, &known.profile));
            Some((chance_vector(&columns, recipe, &figures), known.fined?))
        });
        let outcomes: Vec<Outcome> = outcomes.collect();
        let chance = Chance::fit(&outcomes, recipe.chance.penalty)?;
        let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
        for known in evidence.iter().filter(|known| known.fined.is_some()) {
            for country in known.profile.words(Fact::Country) {
                *outcomes.entry(country.to_owned()).or_default() += 1;
            }
        }
        Ok(Self { columns, inducing, process, sums, spreads, chance, outcomes })
    }

    /// log10 of the amount: the middle and the variance, with what stays open where so much is known.
    pub fn amount(&self, recipe: &Recipe, profile: &Profile, left_out: &[&Point]) -> (f64, f64) {
        let seen = self.process.see(&vector(&self.columns, profile));
        let estimate = self.process.without(left_out).estimate(&seen);
        (estimate.mean, estimate.variance + noise(recipe, &self.spreads, profile))
    }

    /// The probability that infringements found end in a fine.
    pub fn fine(&self, recipe: &Recipe, profile: &Profile) -> f64 {
        let figures = vector(&self.columns, profile);
        let chance = self.chance.of_fine(&chance_vector(&self.columns, recipe, &figures));
        let here = profile.word(Fact::Country).and_then(|country| self.outcomes.get(country));
        sober(chance, here.copied().unwrap_or_default(), recipe.few)
    }
}

/// A probability drawn to one half as if one more decision of the country had ended either way (Laplace's rule of
/// succession): of few decisions no certainty follows, however many of them ended alike. A country with fewer than
/// `few` leans on others, and counts for as many.
pub(super) fn sober(chance: f64, here: usize, few: usize) -> f64 {
    let number = super::count(here.max(few));
    (number * chance + 1.0) / (number + 2.0)
}

/// Finds by what words more or less stays open: from how far each amount lies from the estimate without it, drawn
/// to a factor of 1.
fn spreads(
    recipe: &Recipe,
    scales: &Scales,
    columns: &[Column],
    evidence: &[&Evidence],
    inducing: &[Vec<f64>],
) -> Result<Spreads, NotPositive> {
    let fined: Vec<&Evidence> = evidence.iter().copied().filter(|known| known.amount.is_some()).collect();
    let mut spreads: Spreads = Vec::new();
    for spread in &recipe.spreads {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for known in &fined {
            *counts.entry(known.profile.word(spread.fact).unwrap_or_default().to_owned()).or_default() += 1;
        }
        let mut factors: BTreeMap<String, f64> = BTreeMap::from([("*".to_owned(), 1.0)]);
        factors.extend(counts.into_iter().filter(|(_, n)| *n >= spread.at_least).map(|(word, _)| (word, 1.0)));
        spreads.push((spread.fact, factors));
    }
    for _ in 0..recipe.spread_rounds {
        for place in 0..spreads.len() {
            let points: Vec<Point> = fined.iter().filter_map(|known| point(columns, recipe, &spreads, known)).collect();
            let (base, sums) = Process::sums(scales, recipe.level, inducing, &points)?;
            let misses = base.with(&sums)?.misses(&points);
            let Some((fact, factors)) = spreads.get_mut(place) else { continue };
            let mut found: BTreeMap<String, (f64, f64)> = BTreeMap::new();
            for (known, miss) in fined.iter().zip(misses) {
                if let Some(word) = spread_word(&known.profile, *fact, factors) {
                    let (sum, number) = found.entry(word.to_owned()).or_default();
                    // One amount far off, wrong perhaps, must not open a whole country.
                    *sum += miss.min(9.0);
                    *number += 1.0;
                }
            }
            for (word, (sum, number)) in found {
                let factor = ((recipe.spread_prior + sum) / (recipe.spread_prior + number)).clamp(0.3, 3.0);
                factors.entry(word).and_modify(|known| *known = rounded(*known * factor));
            }
        }
    }
    let first = spreads.first_mut().into_iter().flat_map(|(_, factors)| factors.values_mut());
    first.for_each(|factor| *factor = rounded(*factor * recipe.temper));
    Ok(spreads)
}

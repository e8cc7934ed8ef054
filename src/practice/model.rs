//! A fitted model: amount and chance together, from profiles.

use super::centres::centres;
use super::chance::{Chance, Outcome};
use super::features::{Column, What, columns, rounded, vector};
use super::process::{NotPositive, Point, Process, Scales, Sums};
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
    /// Fine or no fine.
    pub chance: Chance,
}

/// The figures of a piece of evidence, with what stays open of it.
pub fn point(columns: &[Column], recipe: &Recipe, evidence: &Evidence) -> Option<Point> {
    let noise = recipe.noise(evidence.profile.known_of(&recipe.counted));
    Some(Point { vector: kept(vector(columns, &evidence.profile)), amount: rounded(evidence.amount?), noise: noise.fit })
}

fn kept(vector: Vec<f64>) -> Vec<f64> {
    vector.into_iter().map(rounded).collect()
}

/// The figures for fine or no fine: those of the profile, and once more for each source apart.
pub fn chance_vector(columns: &[Column], recipe: &Recipe, vector: &[f64], source: Option<&str>) -> Vec<f64> {
    let mut all = with_source(columns, vector, source);
    for (value, _) in all.iter_mut().zip(columns).filter(|(_, column)| recipe.chance.leave_out.contains(&column.what.fact())) {
        *value = 0.0;
    }
    let vector = all.clone();
    for apart in &recipe.chance.apart {
        let share = if source == Some(apart) { recipe.chance.apart_weight } else { 0.0 };
        all.extend(vector.iter().map(|value| value * share));
    }
    all
}

/// The same figures told by another source.
fn with_source(columns: &[Column], vector: &[f64], source: Option<&str>) -> Vec<f64> {
    let told = columns.iter().zip(vector).map(|(column, value)| match &column.what {
        What::Is(Fact::Source, word) if Some(word.as_str()) == source => column.scale,
        What::Is(Fact::Source, _) => 0.0,
        _ => *value,
    });
    told.collect()
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
        let (own, foreign): (Vec<&Evidence>, Vec<&Evidence>) = evidence.iter().copied().partition(|known| shipped(known));
        let own: Vec<Vec<f64>> = own.iter().filter(|known| known.amount.is_some()).map(of).collect();
        let step = own.len().div_ceil(recipe.decisions.max(1)).max(1);
        let foreign: Vec<Vec<f64>> = foreign.iter().map(of).collect();
        let mut inducing: Vec<Vec<f64>> =
            if recipe.decisions == 0 { Vec::new() } else { own.into_iter().step_by(step).collect() };
        inducing.extend(centres(&foreign, recipe.centres, recipe.rounds).into_iter().map(kept));
        inducing.dedup();
        let mut points: Vec<Point> = evidence.iter().filter_map(|known| point(&columns, recipe, known)).collect();
        let (mut base, mut sums) = Process::sums(&scales, recipe.level, &inducing, &points)?;
        if let Some(tails) = recipe.tails {
            for _ in 0..recipe.tail_rounds {
                let process = base.with(&sums)?;
                widen(&mut points, evidence, &columns, recipe, &process, tails);
                (base, sums) = Process::sums(&scales, recipe.level, &inducing, &points)?;
            }
        }
        let sums = Sums {
            triangle: sums.triangle.into_iter().map(rounded).collect(),
            vector: sums.vector.into_iter().map(rounded).collect(),
        };
        let process = base.with(&sums)?;
        let outcomes = evidence.iter().filter_map(|known| {
            let figures = kept(vector(&columns, &known.profile));
            let source = known.stands_for.as_deref().or(known.profile.word(Fact::Source));
            Some((chance_vector(&columns, recipe, &figures, source), known.fined?))
        });
        let outcomes: Vec<Outcome> = outcomes.collect();
        let chance = Chance::fit(&outcomes, recipe.chance.penalty)?;
        Ok(Self { columns, inducing, process, sums, chance })
    }

    /// log10 of the amount: the middle and the variance, with what stays open where so much is known.
    pub fn amount(&self, recipe: &Recipe, profile: &Profile, left_out: &[&Point]) -> (f64, f64) {
        let seen = self.process.see(&vector(&self.columns, profile));
        let estimate = self.process.without(left_out).estimate(&seen);
        let noise = recipe.noise(profile.known_of(&recipe.counted)).estimate;
        (estimate.mean, estimate.variance + noise)
    }

    /// The probability that infringements found end in a fine.
    pub fn fine(&self, recipe: &Recipe, profile: &Profile) -> f64 {
        let figures = vector(&self.columns, profile);
        self.chance.of_fine(&chance_vector(&self.columns, recipe, &figures, profile.word(Fact::Source)))
    }
}

/// Opens what stays open of points that lie far from the fit: amounts in lists are wrong now and
/// then (Student's t as a mixture of normal curves).
fn widen(
    points: &mut [Point],
    evidence: &[&Evidence],
    columns: &[Column],
    recipe: &Recipe,
    process: &Process,
    tails: f64,
) {
    let whole = process.without(&[]);
    let first = evidence.iter().filter_map(|known| point(columns, recipe, known));
    for (moved, first) in points.iter_mut().zip(first) {
        let estimate = whole.estimate(&process.see(&first.vector));
        let miss = (first.amount - estimate.mean) * (first.amount - estimate.mean) + estimate.variance;
        moved.noise = first.noise * (tails + miss / first.noise) / (tails + 1.0);
    }
}

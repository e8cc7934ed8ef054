//! The fitted estimate, ready to be asked.

use std::sync::{Arc, OnceLock};

use super::fitted::{FittedDecision, VERSION};
use super::kernel::Scales;
use super::model::{chance_vector, noise, sober};
use super::process::{NotPositive, Without};
use super::{Chance, Fact, Fitted, Outcome, Point, Process, Profile, Seen, Sums, vector};

/// The fitted estimate. What it needs is worked out once, when it is first asked.
#[derive(Debug, Clone)]
pub struct Practice {
    fitted: Arc<Fitted>,
    prepared: Arc<OnceLock<Result<Prepared, NotPositive>>>,
}

#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) process: Process,
    chance: Chance,
    pub(super) seen: Vec<Seen>,
}

/// The estimate of one matter before it is explained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer {
    /// log10 of the amount in euro given a fine: the middle.
    pub mean: f64,
    /// Its variance, with what stays open where so much is known.
    pub variance: f64,
    /// The probability that infringements found end in a fine.
    pub chance: f64,
}

impl Practice {
    /// Of a fit kept in a file.
    pub fn new(fitted: Fitted) -> Self {
        Self { fitted: Arc::new(fitted), prepared: Arc::new(OnceLock::new()) }
    }

    /// What was fitted.
    pub fn fitted(&self) -> &Fitted {
        &self.fitted
    }

    /// What does not hold together in the file; empty where all does. Quick: no matrix is worked on.
    pub fn problems(&self) -> Vec<String> {
        let fitted = &self.fitted;
        let (points, width) = (fitted.inducing.len(), fitted.columns.len());
        let figures = 1 + width;
        let mut wrong = Vec::new();
        let mut expect = |what: &str, found: usize, expected: usize| {
            if found != expected {
                wrong.push(format!("{what}: {found} figures where {expected} belong; run `amende calibrate` again"));
            }
        };
        if fitted.version != VERSION {
            expect("`version`", usize::try_from(fitted.version).unwrap_or_default(), VERSION as usize);
        }
        expect("`triangle`", fitted.triangle.0.len(), points * (points + 1) / 2);
        expect("`vector`", fitted.vector.0.len(), points);
        expect("`chance`", fitted.chance.0.len(), figures);
        expect("`curvature`", fitted.curvature.0.len(), figures * (figures + 1) / 2);
        for vector in fitted.inducing.iter().chain(fitted.decisions.iter().map(|known| &known.vector)) {
            expect("an inducing point or decision", vector.0.len(), width);
        }
        wrong
    }

    pub(super) fn prepared(&self) -> Result<&Prepared, NotPositive> {
        self.prepared.get_or_init(|| self.prepare()).as_ref().map_err(|error| *error)
    }

    fn prepare(&self) -> Result<Prepared, NotPositive> {
        let fitted = &self.fitted;
        let scales = Scales::of(fitted.recipe.kernel, &fitted.columns);
        let inducing: Vec<Vec<f64>> = fitted.inducing.iter().map(|point| point.0.clone()).collect();
        let sums = Sums { triangle: fitted.triangle.0.clone(), vector: fitted.vector.0.clone() };
        let process = Process::base(&scales, fitted.recipe.level, &inducing)?.with(&sums)?;
        let chance = Chance::of(&fitted.chance.0, &fitted.curvature.0)?;
        let seen = fitted.decisions.iter().map(|known| process.see(&known.vector.0)).collect();
        Ok(Prepared { process, chance, seen })
    }

    /// The shipped decisions of these ids, as they were fitted.
    fn left_out<'f>(&'f self, ids: &[&str]) -> Vec<&'f FittedDecision> {
        self.fitted.decisions.iter().filter(|known| ids.contains(&known.id.as_str())).collect()
    }

    /// The process without some shipped decisions.
    pub(super) fn without<'p>(&self, prepared: &'p Prepared, ids: &[&str]) -> Without<'p> {
        let points: Vec<Point> = self.left_out(ids).into_iter().map(point).collect();
        prepared.process.without(&points.iter().collect::<Vec<_>>())
    }

    /// The estimate of a profile by what was learnt from all decisions but these.
    ///
    /// # Errors
    /// Where the file's figures do not hold together.
    pub fn answer(&self, profile: &Profile, left_out: &[&str]) -> Result<Answer, NotPositive> {
        let prepared = self.prepared()?;
        let fitted = &self.fitted;
        let recipe = &fitted.recipe;
        let figures = vector(&fitted.columns, profile);
        let estimate = self.without(prepared, left_out).estimate(&prepared.process.see(&figures));
        let noise = noise(recipe, &fitted.spreads, profile);
        let outcomes = self
            .left_out(left_out)
            .into_iter()
            .filter_map(|known| Some((chance_vector(&fitted.columns, recipe, &known.vector.0), known.fined?)));
        let outcomes: Vec<Outcome> = outcomes.collect();
        let asked = chance_vector(&fitted.columns, recipe, &figures);
        let chance = if outcomes.is_empty() {
            prepared.chance.of_fine(&asked)
        } else {
            prepared.chance.without(&outcomes)?.of_fine(&asked)
        };
        let here = profile.word(Fact::Country).and_then(|country| fitted.counts.countries.get(country));
        let chance = sober(chance, here.map_or(0, |tally| tally.found), recipe.few);
        Ok(Answer { mean: estimate.mean, variance: estimate.variance + noise, chance })
    }
}

fn point(known: &FittedDecision) -> Point {
    Point { vector: known.vector.0.clone(), amount: known.amount, noise: known.noise }
}

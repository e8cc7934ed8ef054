//! The estimate of one matter with its reasons: what each known fact changes, which decided cases
//! weigh most, how many stand behind it, and where the matter lies outside what is known.

use serde::Serialize;

use super::estimate::Prepared;
use super::process::{NotPositive, Without};
use super::{Fact, Practice, Profile, Tally, vector};
use crate::quantity::{Currency, Money};

/// So many decided cases are named.
const NAMED: usize = 5;

/// What authorities did in like matters, for one matter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PracticeEstimate {
    /// log10 of the amount in euro given a fine: the middle.
    pub mean_log10: f64,
    /// Its standard deviation.
    pub deviation_log10: f64,
    /// The probability that infringements found end in a fine.
    pub chance_of_fine: f64,
    /// The decisions behind that probability.
    pub outcomes: usize,
    /// Of these, with a fine.
    pub outcomes_fined: usize,
    /// Of those decisions, the ones of the matter's country…
    pub outcomes_here: usize,
    /// …and of these, those with a fine.
    pub fined_here: usize,
    /// The amounts behind the estimate: of shipped decisions…
    pub amounts_shipped: usize,
    /// …and of others that are not shipped.
    pub amounts_others: usize,
    /// What each known fact changes, the greatest change first.
    pub factors: Vec<Factor>,
    /// The shipped decisions that weigh most, the weightiest first.
    pub weightiest: Vec<Weight>,
    /// What a reader should know.
    pub remarks: Vec<Remark>,
}

/// What a known fact changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Factor {
    /// The fact.
    pub fact: Fact,
    /// What is known of it, in the words of the estimate.
    pub words: Vec<String>,
    /// The figure known of it: an amount in euro, a number of people, a year.
    pub figure: Option<f64>,
    /// The amount with the fact by the amount with it unknown.
    pub factor: f64,
}

/// How much a shipped decision weighs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Weight {
    /// Its id.
    pub id: String,
    /// Ten times its amount would move the estimate by ten to this power.
    pub weight: f64,
}

/// What a reader should know of an estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "about")]
pub enum Remark {
    /// Few decisions of the country: it leans on its neighbours.
    FewOfCountry {
        /// How many with an amount.
        amounts: usize,
    },
    /// Few decisions on such bodies.
    FewOfKind {
        /// How many with an amount.
        amounts: usize,
    },
    /// Hardly any decided case is like it.
    Outside,
    /// Hardly any fact is known.
    LittleKnown {
        /// How many of those counted.
        known: usize,
        /// How many are counted.
        counted: usize,
    },
}

impl Practice {
    /// The estimate of a matter, by what was learnt from all decisions but these.
    ///
    /// # Errors
    /// Where the file's figures do not hold together.
    pub fn estimate(&self, profile: &Profile, left_out: &[&str]) -> Result<PracticeEstimate, NotPositive> {
        let answer = self.answer(profile, left_out)?;
        let fitted = self.fitted();
        let prepared = self.prepared()?;
        let without = self.without(prepared, left_out);
        let counts = &fitted.counts;
        let here = profile.word(Fact::Country).and_then(|country| counts.countries.get(country));
        let here = here.copied().unwrap_or_default();
        Ok(PracticeEstimate {
            mean_log10: answer.mean,
            deviation_log10: libm::sqrt(answer.variance),
            chance_of_fine: answer.chance,
            outcomes: counts.found,
            outcomes_fined: counts.fined,
            outcomes_here: here.found,
            fined_here: here.fined,
            amounts_shipped: counts.decisions,
            amounts_others: counts.rows,
            factors: self.factors(prepared, &without, profile),
            weightiest: self.weightiest(prepared, &without, profile, left_out),
            remarks: self.remarks(prepared, profile),
        })
    }

    /// What each known fact changes: the estimate with it against the estimate with it unknown.
    fn factors(&self, prepared: &Prepared, without: &Without<'_>, profile: &Profile) -> Vec<Factor> {
        let mean = |profile: &Profile| without.mean(&prepared.process.see(&vector(&self.fitted().columns, profile)));
        let whole = mean(profile);
        let known = Fact::ALL.into_iter().filter(|fact| *fact != Fact::Source && profile.knows(*fact));
        let mut factors: Vec<Factor> = known
            .map(|fact| Factor {
                fact,
                words: profile.words(fact).map(str::to_owned).collect(),
                figure: profile.value(fact).map(|value| if fact == Fact::Year { value } else { libm::exp10(value) }),
                factor: libm::exp10(whole - mean(&profile.without(fact))),
            })
            // A fact without a column of its own tells nothing.
            .filter(|factor| libm::log10(factor.factor).abs() > 1e-9)
            .collect();
        let size = |factor: &Factor| libm::log10(factor.factor).abs();
        factors.sort_by(|one, other| size(other).total_cmp(&size(one)));
        factors
    }

    /// The shipped decisions that weigh most.
    fn weightiest(
        &self,
        prepared: &Prepared,
        without: &Without<'_>,
        profile: &Profile,
        left_out: &[&str],
    ) -> Vec<Weight> {
        let fitted = self.fitted();
        let points: Vec<_> = prepared.seen.iter().zip(fitted.decisions.iter().map(|known| known.noise)).collect();
        let weights = without.weights(&prepared.process.see(&vector(&fitted.columns, profile)), &points);
        let others = fitted.decisions.iter().zip(weights).filter(|(known, _)| !left_out.contains(&known.id.as_str()));
        let mut weights: Vec<Weight> = others.map(|(known, weight)| Weight { id: known.id.clone(), weight }).collect();
        weights
            .sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()).then_with(|| one.id.cmp(&other.id)));
        weights.truncate(NAMED);
        weights
    }

    fn remarks(&self, prepared: &Prepared, profile: &Profile) -> Vec<Remark> {
        let fitted = self.fitted();
        let recipe = &fitted.recipe;
        let mut remarks = Vec::new();
        let tally = |tally: Option<&Tally>| tally.map_or(0, |known| known.amounts);
        if let Some(country) = profile.word(Fact::Country) {
            let amounts = tally(fitted.counts.countries.get(country));
            if amounts < recipe.few {
                remarks.push(Remark::FewOfCountry { amounts });
            }
        }
        if let Some(kind) = profile.word(Fact::Kind) {
            let amounts = tally(fitted.counts.kinds.get(kind));
            if amounts < recipe.few {
                remarks.push(Remark::FewOfKind { amounts });
            }
        }
        let seen = prepared.process.see(&vector(&fitted.columns, profile));
        if prepared.process.familiar(&seen) < recipe.outside {
            remarks.push(Remark::Outside);
        }
        let known = profile.known_of(&recipe.counted);
        if recipe.noise(known) >= recipe.noise(0) {
            remarks.push(Remark::LittleKnown { known, counted: recipe.counted.len() });
        }
        remarks
    }
}

impl PracticeEstimate {
    /// The amount in euro below which so many percent of fines are expected: 10, 25, 50, 75 or 90; `None` for others.
    pub fn percentile(&self, percent: u8) -> Option<Money> {
        let place = match percent {
            10 => -1.281_551_565_5,
            25 => -0.674_489_750_2,
            50 => 0.0,
            75 => 0.674_489_750_2,
            90 => 1.281_551_565_5,
            _ => return None,
        };
        Some(Money::from_major(whole(libm::exp10(self.mean_log10 + place * self.deviation_log10)), Currency::EUR))
    }
}

/// A whole number; what is beyond all fines and people stays there.
fn whole(value: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "brought inside the bounds")]
    let whole = value.round().clamp(0.0, 1e15) as i64;
    whole
}

impl Factor {
    /// The amount known of a turnover.
    pub fn money(&self) -> Option<Money> {
        self.figure.filter(|_| self.fact == Fact::Turnover).map(|euro| Money::from_major(whole(euro), Currency::EUR))
    }

    /// The number known of people or a year.
    pub fn number(&self) -> Option<i64> {
        self.figure.filter(|_| self.fact != Fact::Turnover).map(whole)
    }

    /// The factor with two digits, for showing: `3.1`, `0.46`, `12`.
    pub fn rounded(&self) -> String {
        match self.factor {
            large if large >= 10.0 => format!("{large:.0}"),
            middle if middle >= 1.0 => format!("{middle:.1}"),
            small => format!("{small:.2}"),
        }
    }
}

impl Weight {
    /// The weight in percent, for showing.
    pub fn percent(&self) -> String {
        format!("{:.1}", self.weight * 100.0)
    }
}

//! How the estimate is fitted: which facts become columns, how alike two matters count, how
//! much is left open (`assets/estimate/recipe.ron`). All of it is data.

use serde::{Deserialize, Serialize};

use super::{AnswerReading, Fact};
use crate::law::QuestionId;

/// The recipe.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// What it rests on.
    pub note: String,
    /// Which facts become columns.
    pub columns: Vec<Columns>,
    /// A column is divided by its standard deviation to this power: rare words count for more.
    pub power: f64,
    /// How alike two matters count.
    pub kernel: Kernel,
    /// Variance of log10 that stays open, by how many of `counted` are known: the last that fits.
    pub noise: Vec<Noise>,
    /// The facts counted for it.
    pub counted: Vec<Fact>,
    /// By which facts more or less stays open; how much is found by the fit.
    pub spreads: Vec<Spread>,
    /// As many decisions as a factor of 1 counts for while it is found.
    pub spread_prior: f64,
    /// In how many rounds it is found.
    pub spread_rounds: usize,
    /// What is found is multiplied by this in the end: seen from few points more seems open than is.
    pub temper: f64,
    /// log10 of the amount where nothing is known.
    pub level: f64,
    /// How many shipped decisions stand as points from which everything is seen.
    pub decisions: usize,
    /// How many centres stand for the rows that are not shipped.
    pub centres: usize,
    /// Rounds in which the centres are moved.
    pub rounds: usize,
    /// The fit of fine or no fine.
    pub chance: ChanceRecipe,
    /// How kinds and sectors are told from figures and codes.
    pub sizes: Vec<Size>,
    /// Groups of sectors: the name and the divisions of the classification from … to …
    pub sectors: Vec<SectorGroup>,
    /// Durations: up to so many months, the last without end.
    pub durations: Vec<DurationGroup>,
    /// What names tell, the first that fits.
    pub names: Vec<NameRule>,
    /// Which topics of a decision tell of people who depend on others.
    pub dependent_topics: Vec<(String, String)>,
    /// What the answers of a matter tell.
    pub answers: Vec<(QuestionId, AnswerReading)>,
    /// A matter lies outside what is known where it shares less than this with everything decided (0 to 1).
    pub outside: f64,
    /// A country with fewer decisions says so and leans on its neighbours.
    pub few: usize,
}

/// Columns made of a fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Columns {
    /// One for each word that at least so many decisions have.
    Words {
        /// The fact.
        fact: Fact,
        /// Rarer words get none.
        at_least: usize,
        /// How they count.
        counts: Counts,
    },
    /// The natural logarithm of one more than the number of words.
    Count {
        /// The fact.
        fact: Fact,
        /// How they count.
        counts: Counts,
    },
    /// A measure: whether it is known, how far it is from the centre, how far above each knee.
    Measure {
        /// The fact.
        fact: Fact,
        /// Where nothing is known, it counts as this.
        centre: f64,
        /// What counts as one.
        #[serde(default = "one")]
        unit: f64,
        /// From here on upwards it may count differently.
        #[serde(default)]
        knees: Vec<f64>,
        /// How they count.
        counts: Counts,
    },
    /// One for each pair of words of two facts that at least so many decisions have together.
    Pairs {
        /// The one.
        one: Fact,
        /// The other.
        other: Fact,
        /// Rarer pairs get none.
        at_least: usize,
        /// How they count.
        counts: Counts,
    },
}

fn one() -> f64 {
    1.0
}

/// How columns count for likeness.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// The distance in them at which likeness fades.
    pub length: f64,
    /// The variance of their linear part.
    pub linear: f64,
}

/// How alike two matters count: a smooth likeness, and a linear one as the columns say.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kernel {
    /// Variance of the smooth part.
    pub curved: f64,
    /// Variance of the level.
    pub level: f64,
    /// The tail of likeness: `None` fades as a normal curve; a figure fades slowly, as a rational quadratic.
    #[serde(default)]
    pub slow: Option<f64>,
}

/// How much stays open where so much is known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noise {
    /// From so many known facts on.
    pub at_least: usize,
    /// Variance in log10.
    pub variance: f64,
}

/// Facts by whose words more or less stays open than elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// The fact.
    pub fact: Fact,
    /// Words of fewer decisions are taken together.
    pub at_least: usize,
}

/// What a name tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameRule {
    /// The fact.
    pub fact: Fact,
    /// Its word.
    pub word: String,
    /// Not where this is known.
    #[serde(default)]
    pub unless: Option<Fact>,
    /// Fragments of a name that tell it.
    pub fragments: Vec<String>,
}

/// How fine or no fine is fitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChanceRecipe {
    /// How strongly weights are drawn to nought.
    pub penalty: f64,
    /// Facts whose columns are left out.
    #[serde(default)]
    pub leave_out: Vec<Fact>,
}

/// The kind a company is told by turnover or staff.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// The word of [`Fact::Kind`].
    pub word: String,
    /// Turnover in euro below this; none: any.
    #[serde(default)]
    pub turnover_below: Option<f64>,
    /// Staff below this; none: any.
    #[serde(default)]
    pub staff_below: Option<u64>,
}

/// Some divisions of the classification of economic activities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorGroup {
    /// The word of [`Fact::Sector`].
    pub word: String,
    /// The first division…
    pub from: u32,
    /// …and the last.
    pub to: u32,
}

/// A duration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DurationGroup {
    /// The word of [`Fact::Duration`].
    pub word: String,
    /// Up to this many months; none: any.
    #[serde(default)]
    pub months_below: Option<u32>,
}

impl Recipe {
    /// The group of a division such as `63`, `63.11` or a section's letter with its division.
    pub fn sector(&self, code: &str) -> Option<&str> {
        let code = code.trim_start_matches(|sign: char| sign.is_ascii_alphabetic() || sign == '.' || sign == ' ');
        let division: u32 = code.get(..2)?.parse().ok()?;
        let group = self.sectors.iter().find(|group| (group.from..=group.to).contains(&division))?;
        Some(&group.word)
    }

    /// The size of a company by its turnover in euro, else by its staff.
    pub fn size(&self, turnover: Option<f64>, staff: Option<u64>) -> Option<&str> {
        if turnover.is_none() && staff.is_none() {
            return None;
        }
        let fits = |size: &&Size| match (turnover, staff) {
            (Some(turnover), _) => size.turnover_below.is_none_or(|below| turnover < below),
            (None, Some(staff)) => size.staff_below.is_none_or(|below| staff < below),
            (None, None) => false,
        };
        self.sizes.iter().find(fits).map(|size| size.word.as_str())
    }

    /// The word for a duration in months.
    pub fn duration(&self, months: f64) -> Option<&str> {
        let fits = |group: &&DurationGroup| group.months_below.is_none_or(|below| months < f64::from(below));
        self.durations.iter().find(fits).map(|group| group.word.as_str())
    }

    /// The variance that stays open for a profile that knows so many facts.
    pub fn noise(&self, known: usize) -> f64 {
        let fitting = self.noise.iter().rev().find(|noise| noise.at_least <= known).or(self.noise.first());
        fitting.map_or(1.0, |noise| noise.variance)
    }
}

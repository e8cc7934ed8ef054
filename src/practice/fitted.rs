//! What a fit leaves behind (`assets/estimate/practice.ron`): figures, counts and identities, and no
//! row of what it was fitted on.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::features::Column;
use super::model::Spreads;
use super::{Combination, Numbers, Recipe};

/// The version of the file's format.
pub const VERSION: u32 = 1;

/// The fitted estimate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fitted {
    /// The version of the format.
    pub version: u32,
    /// What it was fitted on, in words.
    pub note: String,
    /// The hash of all evidence and the recipe.
    pub fitted_on: String,
    /// The first and last day of a decision it was fitted on.
    pub from: String,
    /// The last.
    pub until: String,
    /// How many decisions stand behind it.
    pub counts: Counts,
    /// The recipe it was fitted by.
    pub recipe: Recipe,
    /// The columns.
    pub columns: Vec<Column>,
    /// The points from which everything is seen: shipped decisions and centres.
    pub inducing: Vec<Numbers>,
    /// The lower triangle of the sums of the amount.
    pub triangle: Numbers,
    /// The right side of the sums of the amount.
    pub vector: Numbers,
    /// By what words more or less stays open.
    pub spreads: Spreads,
    /// The shipped decisions as they were fitted.
    pub decisions: Vec<FittedDecision>,
    /// The weights of fine or no fine, the level first.
    pub chance: Numbers,
    /// The lower triangle of their curvature.
    pub curvature: Numbers,
    /// How method and practice are combined.
    #[serde(default)]
    pub combination: Combination,
    /// Simple models to compare with.
    pub baselines: FittedBaselines,
    /// Short hashes of the identities of all rows, in order: what it was fitted on is not estimated by it.
    pub rows: Vec<String>,
}

/// How many decisions stand behind a fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Shipped decisions with an amount.
    pub decisions: usize,
    /// Rows of tables with an amount, without those that are a shipped decision.
    pub rows: usize,
    /// Decisions that found an infringement and state an outcome.
    pub found: usize,
    /// Of these, with a fine.
    pub fined: usize,
    /// By country.
    pub countries: BTreeMap<String, Tally>,
    /// By kind of body.
    pub kinds: BTreeMap<String, Tally>,
    /// Amounts by source.
    pub sources: BTreeMap<String, usize>,
}

/// Decisions of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// With an amount.
    pub amounts: usize,
    /// That found an infringement and state an outcome.
    pub found: usize,
    /// Of these, with a fine.
    pub fined: usize,
}

/// A shipped decision as it was fitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FittedDecision {
    /// Its id.
    pub id: String,
    /// The figures of its profile.
    pub vector: Numbers,
    /// log10 of its amount in euro.
    pub amount: f64,
    /// What stays open of it.
    pub noise: f64,
    /// Whether there was a fine, where it was fitted on in place of a table's row.
    #[serde(default)]
    pub fined: Option<bool>,
}

/// Simple models to compare with, as far as they need no rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FittedBaselines {
    /// The median of all amounts.
    pub median: f64,
    /// By country and article, of five amounts or more.
    pub groups: BTreeMap<String, f64>,
    /// By country, of five amounts or more.
    pub countries: BTreeMap<String, f64>,
    /// Least squares: the level, then a weight for each provision.
    pub level: f64,
    /// The weights.
    pub provisions: BTreeMap<String, f64>,
    /// How far the models miss on what they were fitted on: the amounts below which a tenth, a quarter, … lie.
    pub misses: BTreeMap<String, Numbers>,
    /// The share with a fine, altogether and by country.
    pub share: f64,
    /// By country, of five decisions or more.
    pub shares: BTreeMap<String, f64>,
    /// Least squares on fine or no fine: the level, then a weight for each provision.
    pub share_level: f64,
    /// The weights.
    pub share_provisions: BTreeMap<String, f64>,
}

/// A short hash of an identity: enough to know it again, too short to find out what it was.
pub fn short_hash(identity: &str) -> String {
    let mut hash = hexadecimal(&Sha256::digest(identity.as_bytes()));
    hash.truncate(6);
    hash
}

/// Bytes in hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

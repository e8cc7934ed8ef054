//! What authorities did in like matters: an amount given a fine, and the probability that
//! infringements found end in one, fitted on decided cases.
//!
//! A [`Profile`] holds what can be known before a decision. [`Recipe`] says how it becomes
//! figures; [`Model`] is what a fit comes to; [`Fitted`] is the same as a file.

mod centres;
mod chance;
mod combine;
mod decided;
mod estimate;
mod explain;
mod features;
mod fitted;
mod kernel;
pub mod mapping;
mod matter;
mod model;
mod numbers;
mod process;
mod profile;
mod recipe;
pub mod told;

pub use centres::{FEWEST, square};
pub use chance::{Chance, Outcome};
pub use combine::{Combination, Curve, Layer, Lesson, Losses, Share};
pub use decided::{RECORD, evidence as evidence_of, fined, profile as profile_of_decision};
pub use estimate::{Answer, Practice};
pub use explain::{Factor, PracticeEstimate, Remark, Weight};
pub use features::{Column, What, count, rounded, vector};
pub use fitted::{Counts, Fitted, FittedBaselines, FittedDecision, Tally, VERSION, hexadecimal, short_hash};
pub use kernel::Scales;
pub use matter::{AnswerReading, profile as profile_of_matter};
pub use model::{Model, Spreads, chance_vector, noise, point};
pub use numbers::Numbers;
pub use process::{NotPositive, Point, Process, Seen, Sums, Without};
pub use profile::{Evidence, Fact, Profile};
pub use recipe::{ChanceRecipe, Columns, Counts as ColumnCounts, Kernel, NameRule, Noise, Recipe, Spread};

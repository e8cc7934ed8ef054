//! Decided cases: what authorities found and fined, each from the authority's own
//! publication, and how like the matter they are.
//!
//! Facts stand apart from the authority's weighing, which is known only
//! afterwards and never compared.

mod decision;
mod features;
mod search_words;
mod similarity;
mod taken_up;

pub use decision::{
    Appeal, ConductFine, DataKind, Decision, DecisionFacts, Fault, Gravity, Initiation, ListDifference, NotFound,
    Outcome, PrimarySource, Proceeding, ProceedingResult, Read, Reading, Reported, ReportedSource, Seriousness,
    SizeClass, StatedTurnover, Weighed, Weighing,
};
pub use features::{FeatureQuestions, Features, turnover_in_euro};
pub use search_words::SearchWords;
pub use similarity::{Comparison, FeatureWeights, Firmness, Likeness, Match, named, nearest};
pub use taken_up::{TakenUp, taken_up};

//! Decided cases: what authorities found and fined, each from the authority's own
//! publication, and how like the matter they are.
//!
//! Facts stand apart from the authority's weighing, which is known only
//! afterwards and never compared.

mod decision;
mod features;
mod similarity;

pub use decision::{
    Appeal, Decision, DecisionFacts, Fault, Initiation, Outcome, PrimarySource, Read, Reported, ReportedSource,
    StatedTurnover, Weighed, Weighing,
};
pub use features::{FeatureQuestions, Features};
pub use similarity::{Comparison, FeatureWeights, Likeness, Match, named, nearest};

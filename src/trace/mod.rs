//! Why a figure is what it is: a tree from the result down to answers, cited
//! parameters and stated choices.
//!
//! The same tree feeds the screen, `amende explain`, the report's annex and the
//! tests. What was considered and did not apply stays in it.

mod builder;
mod node;
mod rate;
mod told_of;
mod warning;

pub use builder::TraceBuilder;
pub use node::{ChosenBy, Governing, Label, Operation, Origin, Reason, TraceNode, Value};
pub use rate::{RateBasis, RateUsed};
pub use told_of::{DatesProblem, WordOf};
pub use warning::Warning;

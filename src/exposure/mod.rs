//! Exposure: many sets of choices drawn from stated priors, each put through the matter prepared
//! once, which comes to what [`crate::fine::calculate`] comes to.
//!
//! The only place besides drawing where floating point is used. Seeded: the same
//! seed, matter and data give the same numbers on every system.

mod distribution;
mod factors;
mod lot;
mod of_conduct;
mod outside;
mod plan;
mod prior;
mod simulate;
mod watch;

pub use distribution::ExposureDistribution;
pub use factors::product;
pub use outside::{Cause, Outside};
pub use prior::{FoundPrior, Priors, SeriousnessPrior};
pub use simulate::{Draws, simulate};
pub use watch::Watch;

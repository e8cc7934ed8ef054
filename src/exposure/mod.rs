//! Exposure: many sets of choices drawn from stated priors, each put through the
//! same [`crate::fine::calculate`].
//!
//! The only place besides drawing where floating point is used. Seeded: the same
//! seed, matter and data give the same numbers on every system.

mod distribution;
mod lot;
mod outside;
mod plan;
mod prior;
mod simulate;

pub use distribution::ExposureDistribution;
pub use outside::{Cause, Outside};
pub use prior::{FoundPrior, Priors, SeriousnessPrior};
pub use simulate::simulate;

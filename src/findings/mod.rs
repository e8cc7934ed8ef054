//! From answers to alleged infringements, and from those to conducts.
//!
//! Nothing here is arithmetic: a rule fires when its condition certainly holds,
//! and what weighs is read from the facts. Amounts are [`crate::fine`]'s.

mod assess;
mod beside;
mod conduct;
mod dependents;
mod earlier;
mod over_time;
mod score;
mod trial;
mod weigh;

pub use assess::{Assessment, Finding, Infringement, Missing, Outcome, Tried, assess};
pub use conduct::{Basis, Conduct, Letters, WeighedOperation, graver, gravest};
pub use dependents::{Dependents, Touched};
pub use earlier::{EARLIER_CONDUCT, Earlier, earlier, known_on};
pub use over_time::{Turn, Way, turns};
pub use score::{Scale, Score, Scores};
pub use trial::{Difference, Trial};
pub use weigh::{WeighedCircumstance, WeighedFactor};

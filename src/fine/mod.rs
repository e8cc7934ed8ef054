//! The fine: walks the steps of a method with one set of choices.
//!
//! Discretion is an input: the user's choices, or the program's stated proposals,
//! give the point result. The simulation draws many sets of choices and calculates each by
//! the same matter [`Prepared`] once. No floating point, no clock, no file.
#![deny(clippy::float_arithmetic)]

mod amount;
mod answers;
mod ask;
mod band_edge;
mod basis;
mod calculate;
mod ceiling;
mod exchange;
mod judgement;
mod national;
mod own_currency;
mod prepared;
mod public_body;
mod reach;
mod record;
mod sanctioned;
mod spread;
mod steps;
mod turnover;
mod warnings;

pub use amount::Together;
pub use basis::Basis;
pub use calculate::{FineError, Input, calculate, together};
pub use judgement::{Permitted, Point};
pub use prepared::{Drawn, DrawnConduct, Prepared};
pub use record::{Calculation, ConductFine, OwnDecisions, Receipt};
pub use sanctioned::{Sanctioned, sanctioned};
pub use spread::Spread;
pub use turnover::{Known, Stated, stated_turnover};

//! How well findings and estimate do on decided reality.
//!
//! Described matters tell about findings ([`matters`]): what was alleged of what the authority
//! examined and found. Tables of decided cases tell about the estimate ([`backtest`]): each case is
//! estimated by a fit that did not see it, and scored beside simple models.

mod baselines;
mod calibrate;
mod layers;
mod linked;
pub mod matters;
mod rows;
mod run;
mod scores;
mod tested;

pub use calibrate::calibrate;
pub use layers::{Layered, Layers, Said, Summary, combination, layers};
pub use rows::{Row, Table, TableError, joined, read};
pub use run::{Backtest, SCHEMA, backtest};
pub use scores::{Case, Forecast, SHARES, Scores, Step, calibration, quantiles, scores};
pub use tested::{tested_matters, tested_rows};

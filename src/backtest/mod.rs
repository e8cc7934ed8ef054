//! How good the estimate is: decided cases read from tables, estimated by a fit that did not see
//! them, and scored beside simple models.

mod baselines;
mod calibrate;
mod linked;
mod rows;
mod run;
mod scores;

pub use calibrate::calibrate;
pub use rows::{Row, Table, TableError, joined, read};
pub use run::{Backtest, SCHEMA, backtest};
pub use scores::{Case, Forecast, SHARES, Scores, Step, calibration, quantiles, scores};

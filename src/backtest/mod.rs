//! How good the estimate is: decided cases read from tables, estimated by a fit that did not see
//! them, and scored beside simple models.

mod mapping;
mod rows;

pub use mapping::Mapping;
pub use rows::{Row, Table, TableError, joined, read};

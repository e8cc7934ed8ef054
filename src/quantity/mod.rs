//! Money, rates, ranges and their rounding: exact integers, no floating point.
//!
//! Amounts are counted in minor units (cents; whole yen) of one currency; rates in parts
//! per million. Currencies never mix silently, and rounding happens only in
//! [`rounding`]. This module knows nothing of law.
#![deny(clippy::float_arithmetic)]

mod currency;
mod exchange;
mod money;
mod partial_date;
mod range;
mod rate;
pub mod rounding;

pub use currency::{Currency, ListedCurrency};
pub use exchange::{ExchangeRate, ExchangeRateError, Ratio};
pub use money::{Money, MoneyError};
pub use partial_date::{PartialDate, PartialDateError};
pub use range::Range;
pub use rate::{Rate, RateError};
pub use rounding::Rounding;

//! Words and numbers as a reader of one language expects them.
//!
//! Wording stands under `assets/locale`, by key; what the data files say in
//! English they say in their own entries.

mod exchange;
mod explain;
mod markdown;
mod messages;
mod numbers;
pub mod plain;
mod point;
pub mod reading;
mod text;
mod time;
mod warning;

pub use messages::{MessageProblem, Messages, Place};
pub use text::Locale;

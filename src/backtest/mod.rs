//! How well findings and estimate do on decided reality.
//!
//! Described matters tell about findings ([`matters`]): what was alleged of what the
//! authority examined and found. Nothing here changes an estimate.

pub mod matters;

//! Workshops: a room learns to estimate fines, and to be honest about how sure it is.
//!
//! A [`Pack`] tells a decided matter in rounds and keeps the decision behind its `reveal`.

mod pack;

pub use pack::{
    Candidate, Fact, Level, Organisation, Pack, Reason, Reveal, Round, Ruled, Source, Teller, Told, Weight, touches,
};

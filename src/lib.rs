//! Amende estimates the exposure to administrative fines under the GDPR, with a
//! reason for every figure.
//!
//! # The path of the data
//! [`facts::CaseFile`] → [`findings::assess`] → [`fine::calculate`] (with its
//! [`trace`]) → [`exposure::simulate`] → [`report::build`] → [`report::render`].
//! [`analysis::analyse`] is that path in one function.
//!
//! # The map
//! | module | what it answers |
//! |---|---|
//! | [`quantity`] | how much: money, rates, ranges, rounding |
//! | [`law`] | what the legal data files say |
//! | [`trace`] | why a figure is what it is |
//! | [`facts`] | what the user told and chose |
//! | [`findings`] | what would be alleged |
//! | [`fine`] | what the method makes of it |
//! | [`precedents`] | what was decided in like cases |
//! | [`practice`] | what authorities did in like matters, as a fitted estimate |
//! | [`exposure`] | how far outcomes may spread |
//! | [`headline`] | method and practice as one estimate |
//! | [`workshop`] | how a room estimates a decided matter, and how well |
//! | [`library`] | all embedded data, checked |
//! | [`analysis`] | everything together |
//! | [`cases`] | which decided cases were asked for |
//! | [`examples`] | the law tried by its examples |
//! | [`backtest`] | how well findings and estimate do on decided cases |
//! | [`locale`] | words and numbers of a language |
//! | [`report`] | a document, and its formats |
//! | [`storage`] | files: the only module that opens them |
//! | [`cli`], [`gui`] | the two ways in |
//!
//! Lower modules know nothing of higher ones; `tests/architecture.rs` holds the
//! table.

pub mod analysis;
pub mod backtest;
pub mod cases;
pub mod cli;
pub mod examples;
pub mod exposure;
pub mod facts;
pub mod findings;
pub mod fine;
#[cfg(feature = "gui")]
pub mod gui;
pub mod headline;
pub mod law;
pub mod library;
pub mod locale;
pub mod practice;
pub mod precedents;
pub mod quantity;
pub mod report;
pub mod storage;
pub mod trace;
pub mod workshop;

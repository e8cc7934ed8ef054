//! Tests of the whole, without a window: one binary, so that it links once.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test fails the test by panicking")]

mod agreement;
mod borders;
mod chain;
mod choices;
mod cli;
mod companions;
mod compared;
mod currency;
mod data;
mod decided;
mod draws;
mod editions;
mod eprivacy;
mod explanation;
mod exposure;
mod facts;
#[cfg(feature = "typeset")]
mod formats;
#[cfg(feature = "typeset")]
mod formats_hostile;
mod glossary;
mod guidelines;
mod headline;
mod house_style;
mod kaspr;
mod ladder;
mod languages;
mod method_page;
mod opening;
mod own;
mod own_currency;
mod points;
mod practice;
mod practices;
#[cfg(feature = "typeset")]
mod prints;
mod properties;
mod quantity;
mod reading;
mod records;
mod refusals;
mod report;
mod rules;
mod saved_files;
mod scope;
mod search;
mod simulation;
mod steps;
mod support;
mod tables;
mod time;
mod timeline;
mod traps;
mod traps_national;
mod verify;
mod vocabulary;
mod warnings;
mod weighing;
mod words;
mod worked_examples;
mod workshop;

use std::sync::OnceLock;

use amende::analysis::{self, Analysis, DEFAULT_SEED, Terms};
use amende::facts::CaseFile;
use amende::library::Library;

/// The embedded data, loaded once.
fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| match std::env::var_os("AMENDE_DATA") {
        // The data of another checkout, tried without building it in.
        Some(folder) => Library::from_files(amende::storage::data_files(folder.as_ref()).unwrap()).unwrap(),
        None => Library::embedded().unwrap(),
    })
}

/// A shipped matter.
fn preset(file: &str) -> CaseFile {
    library().presets.iter().find(|preset| preset.file == file).unwrap().case_file.clone()
}

/// The law of the matter's day, else of a fixed one, so that results do not move with
/// the calendar.
fn terms(case_file: &CaseFile) -> Terms {
    let as_of = case_file.as_of.unwrap_or_else(|| "2026-11-23".parse().unwrap());
    Terms { methodology: None, as_of, seed: DEFAULT_SEED }
}

fn analyse(case_file: &CaseFile) -> Analysis<'static> {
    analysis::analyse(case_file, library(), &terms(case_file)).unwrap()
}

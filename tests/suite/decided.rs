//! The decided matters described before anybody saw what the program makes of them: they
//! open, they are unchanged, and those set aside are those the seed draws.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use amende::storage;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::library;

#[derive(Deserialize)]
struct Frozen {
    /// The day on which nobody had seen a result yet.
    on: jiff::civil::Date,
    seed: String,
    matters: Vec<Described>,
}

#[derive(Deserialize)]
struct Described {
    name: String,
    part: Part,
    sha256: String,
}

#[derive(Deserialize, PartialEq, Eq, Debug, Clone, Copy)]
enum Part {
    Learning,
    SetAside,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("presets/decided")
}

fn frozen() -> Frozen {
    let text = fs::read_to_string(folder().join("frozen.ron")).unwrap();
    ron::from_str(&text).unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[test]
fn every_description_opens_and_belongs_to_a_record_and_an_account() {
    let described = frozen();
    assert!(described.matters.len() >= 60);
    let mut countries = BTreeSet::new();
    for matter in &described.matters {
        let path = folder().join(format!("{}.amende.ron", matter.name));
        let opened = storage::open(&path, &library().law).unwrap_or_else(|error| panic!("{error}"));
        let record = opened.decided_as.as_deref().and_then(|id| library().decision(id));
        countries.insert(record.unwrap_or_else(|| panic!("{}: no record", matter.name)).country.clone());
        assert!(folder().join(format!("{}.md", matter.name)).exists(), "{}: no account", matter.name);
    }
    assert!(countries.len() >= 20, "{countries:?}");
    let here = fs::read_dir(folder())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().ends_with(".amende.ron"));
    assert_eq!(here.count(), described.matters.len(), "every description is on the list");
}

/// What was described is not described anew once its result is known.
#[test]
fn no_description_has_changed_since() {
    for matter in frozen().matters {
        let text = fs::read_to_string(folder().join(format!("{}.amende.ron", matter.name))).unwrap();
        assert_eq!(sha256(text.replace("\r\n", "\n").as_bytes()), matter.sha256, "{}", matter.name);
    }
}

#[test]
fn those_set_aside_are_drawn_by_the_seed() {
    let Frozen { seed, matters, on } = frozen();
    assert_eq!(on.to_string(), "2026-11-27");
    let mut drawn: Vec<&Described> = matters.iter().collect();
    drawn.sort_by_key(|matter| sha256(format!("{seed} {}", matter.name).as_bytes()));
    for (place, matter) in drawn.into_iter().enumerate() {
        let part = if place < 20 { Part::SetAside } else { Part::Learning };
        assert_eq!(matter.part, part, "{}", matter.name);
    }
}

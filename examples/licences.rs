//! Lists every crate the program is made of, with its licence and its copyright
//! notices, for the Help menu. Run it whenever `Cargo.lock` changes:
//!
//! ```sh
//! cargo metadata --format-version 1 --locked | cargo run --quiet --example licences > assets/licences/crates.ron
//! ```
//!
//! A test compares the list with `Cargo.lock`. Crates used only for tests are left out.
#![expect(clippy::unwrap_used, clippy::print_stdout, clippy::indexing_slicing, reason = "a tool of the repository")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::Path;

use serde_json::Value;

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).unwrap();
    let metadata: Value = serde_json::from_str(&input).unwrap();
    let used = used(&metadata);
    println!("// Made by examples/licences.rs; do not edit.");
    println!("[");
    for package in metadata["packages"].as_array().unwrap() {
        let id = package["id"].as_str().unwrap();
        if !used.contains(id) || package["source"].is_null() {
            continue;
        }
        let folder = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap().to_owned();
        let licence = package["license"].as_str().map_or_else(|| "see its licence file".to_owned(), ToOwned::to_owned);
        println!(
            "    (name: {:?}, version: {:?}, licence: {licence:?}, notices: {:?}),",
            package["name"].as_str().unwrap(),
            package["version"].as_str().unwrap(),
            notices(&folder),
        );
    }
    println!("]");
}

/// What the program itself needs, directly or not; dependencies for tests only are not.
fn used(metadata: &Value) -> BTreeSet<String> {
    let nodes: BTreeMap<&str, &Value> = metadata["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (node["id"].as_str().unwrap(), node))
        .collect();
    let mut used = BTreeSet::new();
    let mut next = vec![metadata["resolve"]["root"].as_str().unwrap()];
    while let Some(id) = next.pop() {
        if !used.insert(id.to_owned()) {
            continue;
        }
        for dependency in nodes[id]["deps"].as_array().unwrap() {
            let kinds = dependency["dep_kinds"].as_array().unwrap();
            if kinds.iter().any(|kind| kind["kind"].as_str() != Some("dev")) {
                next.push(dependency["pkg"].as_str().unwrap());
            }
        }
    }
    used
}

/// The lines of a crate's licence files that state whose it is.
fn notices(folder: &Path) -> Vec<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if !["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE"].iter().any(|start| name.starts_with(start)) {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        for line in text.lines().map(str::trim) {
            let lower = line.to_lowercase();
            let states = lower.starts_with("copyright") && line.chars().any(|c| c.is_ascii_digit() || c == '@');
            // The blank form at the end of the Apache License states nobody.
            if states && !line.contains("[yyyy]") && !line.contains("{yyyy}") && line.len() < 200 {
                found.insert(line.to_owned());
            }
        }
    }
    found.into_iter().collect()
}

//! Runs every Markdown file under `tests/worked_examples`: prose explains, the
//! `ron` block goes in, the `figures` block must come out to the cent.
//!
//! The expectations are taken from the decision named in the prose, never from
//! this program's output; they are contracts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use amende::facts::{CaseFile, Choices, Exchange, Turnover};
use amende::law::ProvisionId;
use jiff::civil::Date;
use serde::Deserialize;

use crate::chain::Chain;
use crate::library;

/// What goes in: facts of a decision and the choices its authority made.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    as_of: Date,
    methodology: String,
    provisions: Vec<ProvisionId>,
    turnover: Turnover,
    choices: Choices,
    /// The country whose authority decided, where its own rules matter.
    #[serde(default)]
    country: String,
    /// Rates of exchange that the decision states.
    #[serde(default)]
    exchange: Vec<Exchange>,
}

#[test]
fn published_chains_come_out_to_the_cent() {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/worked_examples"), &mut files);
    files.sort();
    assert!(files.len() >= 20, "only {} examples", files.len());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let example: Example = amende::library::parse(&file.display().to_string(), block(&text, "ron"))
            .unwrap_or_else(|problem| panic!("{problem}"));
        let figures = figures(&example);
        let mut checked = 0;
        for line in block(&text, "figures").lines() {
            let (name, expected) = line.split_once(" = ").unwrap_or_else(|| panic!("{}: `{line}`", file.display()));
            let got = figures.get(name.trim()).unwrap_or_else(|| panic!("{}: no figure `{name}`", file.display()));
            assert_eq!(got, expected.trim(), "{}: {name}", file.display());
            checked += 1;
        }
        assert!(checked >= 4, "{}: too little is checked", file.display());
    }
}

/// Every figure of the chain by its name.
fn figures(example: &Example) -> BTreeMap<String, String> {
    let text = &library().locale;
    let mut case_file = CaseFile::new("Worked example", "Operation");
    case_file.undertaking.turnover = example.turnover.clone();
    case_file.undertaking.establishment.clone_from(&example.country);
    case_file.exchange.clone_from(&example.exchange);
    case_file.choices.clone_from(&example.choices);
    let chain = Chain { methodology: &example.methodology, as_of: example.as_of, provisions: &example.provisions };
    let calculation = chain.calculate(&case_file).unwrap();
    assert!(
        calculation.warnings.is_empty(),
        "a choice of the authority lies outside the permitted range: {:?}",
        calculation.warnings
    );
    let mut found = BTreeMap::new();
    calculation.trace.as_ref().unwrap().walk(&mut |node, _| {
        found.insert(node.id.to_string(), text.value(&node.value).replace('\u{a0}', " "));
    });
    found
}

fn block<'t>(text: &'t str, kind: &str) -> &'t str {
    let start = format!("```{kind}\n");
    let from = text.find(&start).unwrap_or_else(|| panic!("no `{kind}` block")) + start.len();
    text[from..].split("\n```").next().unwrap()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
}

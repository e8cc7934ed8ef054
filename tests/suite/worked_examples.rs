//! Runs every Markdown file under `tests/worked_examples`: prose explains, the
//! `ron` block (a chain of choices) or the `matter` block (answers to questions) goes
//! in, the `figures` block must come out to the cent. A `README.md` is prose only.
//!
//! The expectations are taken from the source named in the prose, never from this
//! program's output; they are contracts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use amende::analysis::{self, DEFAULT_SEED, Terms};
use amende::facts::{CaseFile, Choices, Exchange, Operation, Turnover};
use amende::fine::Calculation;
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

/// What goes in where the answers matter: operations as in a saved matter.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    as_of: Date,
    methodology: String,
    turnover: Turnover,
    operations: Vec<Operation>,
    /// How many people work there, where the law looks at it (Art. 30(5) GDPR).
    #[serde(default)]
    employees: Option<u32>,
    #[serde(default)]
    choices: Choices,
}

#[test]
fn published_chains_come_out_to_the_cent() {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/worked_examples"), &mut files);
    files.sort();
    assert!(files.len() >= 20, "only {} examples", files.len());
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.display().to_string();
        let figures = if text.contains("```matter\n") {
            let situation = amende::library::parse(&name, block(&text, "matter"));
            situation_figures(&situation.unwrap_or_else(|problem| panic!("{problem}")))
        } else {
            let example = amende::library::parse(&name, block(&text, "ron"));
            chain_figures(&example.unwrap_or_else(|problem| panic!("{problem}")))
        };
        let mut checked = 0;
        for line in block(&text, "figures").lines() {
            let (name, expected) = line.split_once(" = ").unwrap_or_else(|| panic!("{}: `{line}`", file.display()));
            match figures.get(name.trim()) {
                Some(got) if got == expected.trim() => {}
                Some(got) => wrong.push(format!("{}: {name} = {got}, not {expected}", file.display())),
                None => wrong.push(format!("{}: no figure `{name}`", file.display())),
            }
            checked += 1;
        }
        assert!(checked >= 4, "{}: too little is checked", file.display());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every figure of the chain by its name.
fn chain_figures(example: &Example) -> BTreeMap<String, String> {
    let mut case_file = CaseFile::new("Worked example", "Operation");
    case_file.undertaking.turnover = example.turnover.clone();
    case_file.undertaking.establishment.clone_from(&example.country);
    case_file.exchange.clone_from(&example.exchange);
    case_file.choices.clone_from(&example.choices);
    let chain = Chain { methodology: &example.methodology, as_of: example.as_of, provisions: &example.provisions };
    figures(&chain.calculate(&case_file).unwrap(), false)
}

/// Every figure of the matter by its name; what was considered only says so.
fn situation_figures(situation: &Situation) -> BTreeMap<String, String> {
    let mut case_file = CaseFile::new("Worked example", "Operation");
    case_file.undertaking.turnover = situation.turnover.clone();
    case_file.undertaking.employees = situation.employees;
    case_file.operations.clone_from(&situation.operations);
    case_file.choices.clone_from(&situation.choices);
    let terms = Terms { methodology: Some(situation.methodology.clone()), as_of: situation.as_of, seed: DEFAULT_SEED };
    figures(&analysis::analyse(&case_file, library(), &terms).unwrap().calculation, true)
}

fn figures(calculation: &Calculation, mark: bool) -> BTreeMap<String, String> {
    let text = &library().locale;
    let refused: Vec<_> = calculation.warnings.iter().filter(|warning| warning.choice().is_some()).collect();
    assert!(
        refused.is_empty(),
        "a choice of the authority lies outside the permitted range or changes nothing: {refused:?}"
    );
    let mut found = BTreeMap::new();
    calculation.trace.as_ref().unwrap().walk(&mut |node, _| {
        let only = if mark && !node.applied { " (does not apply)" } else { "" };
        found.insert(node.id.to_string(), text.value(&node.value, &library().law).replace('\u{a0}', " ") + only);
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
        } else if path.extension().is_some_and(|extension| extension == "md") && !path.ends_with("README.md") {
            files.push(path);
        }
    }
}

//! Runs every Markdown file under `tests/worked_examples`: prose explains, the
//! `ron` block goes in, the `figures` block must come out to the cent.
//!
//! The expectations are taken from the decision named in the prose, never from
//! this program's output; they are contracts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use amende::facts::{CaseFile, Choices, Turnover};
use amende::findings::{Conduct, Infringement, gravest};
use amende::fine::{self, Input};
use amende::law::{ConductId, OperationId, ProvisionId, Strength};
use amende::quantity::{Currency, Money, Rounding};
use amende::trace::{ChosenBy, TraceBuilder};
use jiff::civil::Date;
use serde::Deserialize;

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
    /// The rate at which the decision states its amount in another currency.
    #[serde(default)]
    convert: Option<Convert>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Convert {
    millionths: i64,
    into: Currency,
}

#[test]
fn published_chains_come_out_to_the_cent() {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/worked_examples"), &mut files);
    files.sort();
    assert!(files.len() >= 3, "only {} examples", files.len());
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
    let (law, text) = (&library().law, &library().locale);
    let mut case_file = CaseFile::new("Worked example", "Operation");
    case_file.undertaking.turnover = example.turnover.clone();
    let infringement = |provision: &ProvisionId| Infringement {
        provision: provision.clone(),
        tier: law.tier_of(provision).map(|tier| tier.id.clone()),
        strength: Strength::Clear,
        findings: Vec::new(),
    };
    // Circumstances are open to choice whatever the answers: none was given here.
    let assessment = amende::findings::assess(&preset_with_all_circumstances(), law);
    let conduct = Conduct {
        id: ConductId::from("A"),
        operation: OperationId::from("operation-1"),
        infringements: example.provisions.iter().map(infringement).collect(),
        factors: Vec::new(),
        circumstances: assessment.conducts[0]
            .circumstances
            .iter()
            .map(|weighed| amende::findings::WeighedCircumstance {
                direction: None,
                facts: Vec::new(),
                reason: String::new(),
                ..weighed.clone()
            })
            .collect(),
    };
    let tier = gravest(law, &conduct.infringements).unwrap();
    let input = Input {
        law,
        methodology: law.methodology(Some(&example.methodology), example.as_of).unwrap(),
        case_file: &case_file,
        conducts: &[(&conduct, tier)],
        choices: &example.choices,
        chosen_by: ChosenBy::User,
        as_of: example.as_of,
    };
    let calculation = fine::calculate(&input, TraceBuilder::recording()).unwrap();
    assert!(
        calculation.warnings.is_empty(),
        "a choice of the authority lies outside the permitted range: {:?}",
        calculation.warnings
    );
    let mut found = BTreeMap::new();
    calculation.trace.as_ref().unwrap().walk(&mut |node, _| {
        found.insert(node.id.to_string(), text.value(&node.value).replace('\u{a0}', " "));
    });
    if let Some(convert) = &example.convert {
        let converted: Money = calculation.fine.point.convert(convert.millionths, convert.into, Rounding::Down);
        found.insert("converted".to_owned(), text.money_exact(converted).replace('\u{a0}', " "));
    }
    found
}

fn preset_with_all_circumstances() -> CaseFile {
    crate::preset("kaspr.amende.ron")
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

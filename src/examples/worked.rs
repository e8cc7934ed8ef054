//! Every Markdown file under `tests/worked_examples`: prose explains, the `ron` block (a
//! chain of choices) or the `matter` block (answers to questions) goes in, the `figures`
//! block must come out to the cent. A `README.md` is prose only.
//!
//! The expectations are taken from the source named in the prose, never from this
//! program's output; they are contracts.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Chain, Page, Tried};
use crate::analysis::{self, DEFAULT_SEED, Terms};
use crate::facts::{CaseFile, Choices, Exchange, Operation, Turnover};
use crate::fine::Calculation;
use crate::law::ProvisionId;
use crate::library::{Library, Problem};

/// Fewer figures show too little.
const FIGURES: usize = 4;

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

pub(super) fn run(library: &Library) -> Tried {
    let mut tried = Tried { examples: 0, problems: Vec::new() };
    for page in Page::below(library, "tests/worked_examples/") {
        tried.examples += 1;
        match example(library, &page) {
            Ok(problems) => tried.problems.extend(problems),
            Err(problem) => tried.problems.push(problem),
        }
    }
    tried
}

/// Runs one example; the figures that come out otherwise than it says.
fn example(library: &Library, page: &Page<'_>) -> Result<Vec<Problem>, Problem> {
    let whole = 0..page.text.len();
    let figures = if page.text.contains("```matter\n") {
        let block = page.block(whole.clone(), "matter")?;
        situation_figures(library, &page.read(&block)?)
    } else {
        let block = page.block(whole.clone(), "ron")?;
        chain_figures(library, &page.read(&block)?)
    };
    let figures = figures.map_err(|message| page.problem(0, message))?;
    let stated = page.block(whole, "figures")?;
    let first = page.line(stated.at);
    let mut problems = Vec::new();
    for (place, line) in stated.body.lines().enumerate() {
        let mut wrong = |message| {
            let file = page.path.to_owned();
            problems.push(Problem { file, position: Some((first + place, 1)), message });
        };
        let Some((name, expected)) = line.split_once(" = ") else {
            wrong(format!("`{line}` states no figure: write `name = value`"));
            continue;
        };
        match figures.get(name.trim()) {
            Some(got) if got == expected.trim() => {}
            Some(got) => wrong(format!("{name} = {got}, not {expected}")),
            None => wrong(format!("there is no figure `{name}`")),
        }
    }
    if stated.body.lines().count() < FIGURES {
        problems.push(page.problem(stated.at, format!("too little is stated: {FIGURES} figures at the least")));
    }
    Ok(problems)
}

/// Every figure of the chain by its name.
fn chain_figures(library: &Library, example: &Example) -> Result<BTreeMap<String, String>, String> {
    let mut case_file = CaseFile::new("Worked example", "Operation");
    case_file.undertaking.turnover = example.turnover.clone();
    case_file.undertaking.establishment.clone_from(&example.country);
    case_file.exchange.clone_from(&example.exchange);
    case_file.choices.clone_from(&example.choices);
    let chain = Chain { methodology: &example.methodology, as_of: example.as_of, provisions: &example.provisions };
    let calculation = chain.calculate(&library.law, &case_file).map_err(|error| error.to_string())?;
    figures(library, &calculation, false)
}

/// Every figure of the matter by its name; what was considered only says so.
fn situation_figures(library: &Library, situation: &Situation) -> Result<BTreeMap<String, String>, String> {
    let mut case_file = CaseFile::new("Worked example", "Operation");
    case_file.undertaking.turnover = situation.turnover.clone();
    case_file.undertaking.employees = situation.employees;
    case_file.operations.clone_from(&situation.operations);
    case_file.choices.clone_from(&situation.choices);
    let terms = Terms { methodology: Some(situation.methodology.clone()), as_of: situation.as_of, seed: DEFAULT_SEED };
    let analysis = analysis::analyse(&case_file, library, &terms).map_err(|error| error.to_string())?;
    figures(library, &analysis.calculation, true)
}

fn figures(library: &Library, calculation: &Calculation, mark: bool) -> Result<BTreeMap<String, String>, String> {
    let text = &library.locale;
    if let Some(refused) = calculation.warnings.iter().find(|warning| warning.choice().is_some()) {
        return Err(format!("a choice lies outside the permitted range or changes nothing: {refused:?}"));
    }
    let trace = calculation.trace.as_ref().ok_or("there is no calculation to follow")?;
    let mut found = BTreeMap::new();
    trace.walk(&mut |node, _| {
        let only = if mark && !node.applied { " (does not apply)" } else { "" };
        found.insert(node.id.to_string(), text.value(&node.value, &library.law).replace('\u{a0}', " ") + only);
    });
    Ok(found)
}

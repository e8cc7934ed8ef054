//! Every rule has an example that fires it and a near miss that does not:
//! `tests/rules/<topic>.md`, a section for each rule. Prose tells the story, a block
//! `fires <Strength>` holds the facts, a block `near miss` what is changed in them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use serde::Deserialize;

use super::{Page, Tried};
use crate::facts::{Answer, AnswerValue, CaseFile};
use crate::findings::{Outcome, assess};
use crate::law::{QuestionId, Role, RuleId, Strength, UndertakingKind};
use crate::library::{Library, Problem, answer_problems};

/// The day on which the facts are looked at: fixed, so that it comes out the same every day.
const DAY: Date = date(2026, 11, 1);

/// The facts of an example; in a near miss, those that differ.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Facts {
    role: Option<Role>,
    kind: Option<UndertakingKind>,
    employees: Option<u32>,
    establishment: String,
    adherence: Vec<String>,
    /// The day whose law applies, where another than the usual one.
    on: Option<Date>,
    answers: BTreeMap<QuestionId, AnswerValue>,
}

pub(super) fn run(library: &Library) -> Tried {
    let mut tried = Tried { examples: 0, problems: Vec::new() };
    let mut known = BTreeSet::new();
    for page in Page::below(library, "tests/rules/") {
        let mut starts: Vec<usize> = page.text.match_indices("\n## ").map(|(at, _)| at + 1).collect();
        starts.push(page.text.len());
        for section in starts.windows(2) {
            let [from, to] = *section else { continue };
            let heading = page.text.get(from + 3..to).and_then(|text| text.lines().next()).unwrap_or_default();
            let rule = RuleId::from(heading.trim());
            tried.examples += 1;
            match example(library, &page, from..to, &rule) {
                Ok(wrong) => tried.problems.extend(wrong.into_iter().map(|message| page.problem(from, message))),
                Err(problem) => tried.problems.push(problem),
            }
            known.insert(rule);
        }
    }
    for rule in library.law.rules.iter().filter(|rule| !known.contains(&rule.id)) {
        let message = format!("`{}` has no example: write a section `## {}` for it", rule.id, rule.id);
        tried.problems.push(Problem { file: "tests/rules".to_owned(), position: None, message });
    }
    tried
}

/// Runs one example; what comes out otherwise than it says.
fn example(
    library: &Library,
    page: &Page<'_>,
    section: std::ops::Range<usize>,
    rule: &RuleId,
) -> Result<Vec<String>, Problem> {
    let mut wrong = Vec::new();
    let facts = page.block(section.clone(), "fires ")?;
    let near_miss = page.block(section.clone(), "near miss")?;
    let strength = match facts.head {
        "Clear" => Strength::Clear,
        "Arguable" => Strength::Arguable,
        "Weak" => Strength::Weak,
        other => return Err(page.problem(section.start, format!("`{rule}`: `{other}` is no strength"))),
    };
    if library.law.rule(rule).is_none() {
        let known = library.law.rules.iter().map(|rule| rule.id.as_str());
        let near = known.min_by_key(|known| strsim::osa_distance(known, rule.as_str())).unwrap_or_default();
        return Ok(vec![format!("there is no rule `{rule}`; did you mean `{near}`?")]);
    }
    let mut case_file = CaseFile::new("Example", "Operation");
    let facts: Facts = page.read(&facts)?;
    add(&mut case_file, &facts);
    let on = facts.on.unwrap_or(DAY);
    let fired = outcome(&case_file, library, rule, on);
    if fired != Some(Outcome::Found(strength)) {
        wrong.push(format!("`{rule}`: {strength:?} is expected, the facts come to {}", told(fired)));
    }
    let before = case_file.clone();
    let near_miss: Facts = page.read(&near_miss)?;
    add(&mut case_file, &near_miss);
    let missed = outcome(&case_file, library, rule, on);
    if !matches!(missed, None | Some(Outcome::InOrder | Outcome::Idle)) {
        wrong.push(format!("`{rule}`: the near miss comes to {}", told(missed)));
    }
    let changed = near_miss.answers.len() + usize::from(before.undertaking != case_file.undertaking);
    if !(1..=2).contains(&changed) {
        wrong.push(format!("`{rule}`: {changed} facts differ, which is no near miss"));
    }
    let problems = answer_problems(&case_file, &library.law).into_iter();
    wrong.extend(problems.map(|problem| format!("`{rule}`: {}", problem.message)));
    Ok(wrong)
}

/// An outcome in words.
fn told(outcome: Option<Outcome>) -> String {
    match outcome {
        Some(Outcome::Found(strength) | Outcome::Ended(strength)) => format!("{strength:?}"),
        Some(Outcome::InOrder) => "no infringement".to_owned(),
        Some(Outcome::Open) => "no result, since an answer is missing".to_owned(),
        Some(Outcome::Idle) => "no result, since the question does not arise".to_owned(),
        None => "no result, since the provision does not bind".to_owned(),
    }
}

fn add(case_file: &mut CaseFile, facts: &Facts) {
    let undertaking = &mut case_file.undertaking;
    undertaking.role = facts.role.unwrap_or(undertaking.role);
    undertaking.kind = facts.kind.unwrap_or(undertaking.kind);
    undertaking.employees = facts.employees.or(undertaking.employees);
    undertaking.adherence.extend(facts.adherence.iter().cloned());
    if !facts.establishment.is_empty() {
        undertaking.establishment.clone_from(&facts.establishment);
    }
    for (question, value) in &facts.answers {
        let answer = Answer { value: value.clone(), ..Answer::default() };
        if let Some(operation) = case_file.operations.first_mut() {
            operation.answers.insert(question.clone(), answer);
        }
    }
}

/// What the rule came to; `None` where its provision does not bind.
fn outcome(case_file: &CaseFile, library: &Library, rule: &RuleId, on: Date) -> Option<Outcome> {
    let assessment = assess(case_file, &library.law, on);
    // What is charged beside another is no rule that is tried on answers.
    let charged = assessment.findings().find(|finding| finding.rule == *rule && finding.beside.is_some());
    if let Some(charged) = charged {
        return Some(Outcome::Found(charged.strength));
    }
    assessment.tried.into_iter().find(|tried| tried.rule == *rule).map(|tried| tried.outcome)
}

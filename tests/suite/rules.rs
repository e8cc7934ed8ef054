//! Every rule has a worked example that fires it and a near miss that does not:
//! `tests/rules/<topic>.md`, a section per rule. Prose tells the story, a block
//! `fires <Strength>` holds the facts, a block `near miss` what is changed in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use amende::facts::{Answer, AnswerValue, CaseFile};
use amende::findings::{Outcome, assess};
use amende::law::{QuestionId, Role, RuleId, Strength, UndertakingKind};
use jiff::civil::{Date, date};

use serde::Deserialize;

use crate::library;

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

struct Example {
    place: String,
    rule: RuleId,
    strength: Strength,
    fires: Facts,
    near_miss: Facts,
}

#[test]
fn every_rule_fires_on_its_example_and_not_on_the_near_miss() {
    let examples = examples();
    let mut wrong = Vec::new();
    for example in &examples {
        let mut case_file = CaseFile::new("Example", "Operation");
        add(&mut case_file, &example.fires);
        let on = example.fires.on.unwrap_or(date(2026, 11, 1));
        let fired = outcome(&case_file, &example.rule, on);
        if fired != Some(Outcome::Found(example.strength)) {
            wrong.push(format!("{}: expected {:?}, the facts come to {fired:?}", example.place, example.strength));
        }
        let facts = case_file.clone();
        add(&mut case_file, &example.near_miss);
        let missed = outcome(&case_file, &example.rule, on);
        if !matches!(missed, None | Some(Outcome::InOrder | Outcome::Idle)) {
            wrong.push(format!("{}: the near miss comes to {missed:?}", example.place));
        }
        let changed = example.near_miss.answers.len() + usize::from(facts.undertaking != case_file.undertaking);
        if !(1..=2).contains(&changed) {
            wrong.push(format!("{}: {changed} facts differ, which is no near miss", example.place));
        }
        for problem in amende::library::answer_problems(&case_file, &library().law) {
            wrong.push(format!("{}: {}", example.place, problem.message));
        }
    }
    let known: BTreeSet<&RuleId> = examples.iter().map(|example| &example.rule).collect();
    for rule in library().law.rules.iter().filter(|rule| !known.contains(&rule.id)) {
        wrong.push(format!("`{}` has no example", rule.id));
    }
    assert!(wrong.is_empty(), "{} problem(s)\n{}", wrong.len(), wrong.join("\n"));
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
        case_file.operations[0].answers.insert(question.clone(), answer);
    }
}

/// What the rule came to; `None` where its provision does not bind.
fn outcome(case_file: &CaseFile, rule: &RuleId, on: Date) -> Option<Outcome> {
    let tried = assess(case_file, &library().law, on).tried;
    tried.into_iter().find(|tried| tried.rule == *rule).map(|tried| tried.outcome)
}

fn examples() -> Vec<Example> {
    let root = std::env::var_os("AMENDE_DATA").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let folder = Path::new(&root).join("tests/rules");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for section in text.split("\n## ").skip(1) {
            let rule = section.lines().next().unwrap().trim();
            let place = format!("{}: {rule}", file.file_name().unwrap().to_string_lossy());
            let (grade, facts) = block(section, "fires ", &place);
            let (_, near_miss) = block(section, "near miss", &place);
            let strength = match grade {
                "Clear" => Strength::Clear,
                "Arguable" => Strength::Arguable,
                "Weak" => Strength::Weak,
                other => panic!("{place}: `{other}` is no strength"),
            };
            found.push(Example { rule: rule.into(), strength, fires: facts, near_miss, place });
        }
    }
    found
}

/// The rest of the opening line of a block, and the facts in it.
fn block<'t>(section: &'t str, kind: &str, place: &str) -> (&'t str, Facts) {
    let start = format!("```{kind}");
    let from = section.find(&start).unwrap_or_else(|| panic!("{place}: no block `{kind}`")) + start.len();
    let (head, rest) = section[from..].split_once('\n').unwrap();
    let body = rest.split("\n```").next().unwrap();
    (head.trim(), amende::library::parse(place, body).unwrap_or_else(|problem| panic!("{problem}")))
}

/// A clear allegation rests on facts: no question that needs weighing decides it.
#[test]
fn no_clear_grade_looks_at_a_judgement() {
    let law = &library().law;
    let (mut wrong, mut looked) = (Vec::new(), 0);
    for rule in &law.rules {
        for grade in rule.grades.iter().filter(|grade| grade.strength == Strength::Clear) {
            for id in grade.when.questions() {
                looked += 1;
                if law.question(id).is_some_and(|question| question.judgement) {
                    wrong.push(format!("{}: {id}", rule.id));
                }
            }
        }
    }
    assert!(looked > 50, "{looked} questions of clear grades");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! The same question asked the long way: every answer tried in the whole matter, with
//! findings and fine made anew from nothing. What is quick must agree with it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Relevance;
use super::candidates::Candidates;
use crate::analysis::{Terms, analyse, assess, calculate, relevance};
use crate::facts::{Answer, Assignment, Assumed, CaseFile, Operation};
use crate::findings::{Missing, Outcome};
use crate::law::{Condition, Corpus, Methodology, ProvisionId, QuestionId};
use crate::library::Library;
use crate::quantity::Money;
use crate::trace::TraceBuilder;

const DAY: Date = jiff::civil::date(2026, 11, 23);

fn fine(case_file: &CaseFile, law: &Corpus, methodology: &Methodology) -> Money {
    let conducts = assess(case_file, law, DAY).conducts;
    calculate(case_file, law, &conducts, methodology, DAY, TraceBuilder::disabled()).unwrap().fine.point
}

fn with(case_file: &CaseFile, operation: Operation) -> CaseFile {
    let mut changed = case_file.clone();
    let place = changed.operations.iter().position(|known| known.id == operation.id).unwrap();
    changed.operations[place] = operation;
    changed
}

fn looked_at<'l>(law: &'l Corpus, condition: &'l Condition, found: &mut BTreeSet<&'l QuestionId>) {
    for id in condition.questions() {
        if found.insert(id) {
            looked_at(law, &law.question(id).unwrap().when, found);
        }
    }
}

/// Least, most and further provisions for one open question.
fn long_way(case_file: &CaseFile, law: &Corpus, methodology: &Methodology, missing: &Missing) -> Relevance {
    let operation = case_file.operation(&missing.operation).unwrap();
    let assessment = assess(case_file, law, DAY);
    let mut fines = vec![fine(case_file, law, methodology)];
    for value in Candidates::of(law).to(&missing.question).unwrap() {
        let mut changed = operation.clone();
        let answer = Answer { value: value.clone(), ..Answer::default() };
        changed.answers.insert(missing.question.clone(), answer);
        fines.push(fine(&with(case_file, changed), law, methodology));
    }
    let alleged: BTreeSet<&ProvisionId> = assessment.infringements().map(|known| &known.provision).collect();
    let mut provisions = BTreeSet::new();
    let open = |tried: &&crate::findings::Tried| tried.outcome == Outcome::Open && tried.operation == operation.id;
    for tried in assessment.tried.iter().filter(open) {
        let rule = law.rule(&tried.rule).unwrap();
        let mut questions = BTreeSet::new();
        rule.grades.iter().for_each(|grade| looked_at(law, &grade.when, &mut questions));
        if !questions.contains(&missing.question) {
            continue;
        }
        let firmest = rule.grades.iter().find_map(|grade| {
            let mut assumed = Assumed::new(law, case_file, operation);
            assumed.make(&grade.when, true).then(|| assumed.into_operation())
        });
        let Some(found) = firmest else { continue };
        fines.push(fine(&with(case_file, found), law, methodology));
        if !alleged.contains(&rule.provision) {
            provisions.insert(rule.provision.clone());
        }
    }
    let low = *fines.iter().min_by_key(|fine| fine.minor()).unwrap();
    let high = *fines.iter().max_by_key(|fine| fine.minor()).unwrap();
    Relevance { missing: missing.clone(), low, high, provisions }
}

/// Every third open question: a whole matter the long way takes minutes.
fn agrees(case_file: &CaseFile, library: &Library, every: usize) {
    let terms = Terms { methodology: None, as_of: DAY, seed: 1 };
    let analysis = analyse(case_file, library, &terms).unwrap();
    let quick = relevance(case_file, library, &analysis);
    assert_eq!(quick.len(), analysis.assessment.missing.len(), "{}: every open question once", case_file.title);
    for known in quick.iter().step_by(every) {
        let slow = long_way(case_file, &library.law, analysis.methodology, &known.missing);
        assert_eq!(*known, slow, "{}", case_file.title);
    }
}

#[test]
fn every_preset_agrees_with_the_long_way() {
    let library = Library::embedded().unwrap();
    for preset in &library.presets {
        agrees(&preset.case_file, &library, 5);
    }
}

/// Linked operations, an infringement put into another conduct, a judgement under each
/// letter, a country whose law takes something off the sum.
#[test]
fn operations_that_hang_together_agree_with_the_long_way() {
    let library = Library::embedded().unwrap();
    let mut matter = library.presets.iter().find(|preset| preset.file.starts_with("kaspr")).unwrap().case_file.clone();
    let all: Vec<Operation> = library.presets.iter().flat_map(|preset| preset.case_file.operations.clone()).collect();
    matter.operations = all
        .into_iter()
        .take(6)
        .enumerate()
        .map(|(at, operation)| Operation {
            id: format!("operation-{at}").into(),
            linked_to: (at == 3).then(|| "operation-1".into()),
            ..operation
        })
        .collect();
    let assessment = assess(&matter, &library.law, DAY);
    let moved = assessment.findings().find(|finding| finding.operation.as_str() == "operation-4").unwrap().clone();
    matter.assignments.push(Assignment {
        operation: moved.operation,
        provision: moved.provision,
        conduct: "A".into(),
        reason: String::new(),
    });
    matter.choices.set(
        "B.seriousness".into(),
        crate::facts::ChoiceValue::Level(crate::law::Seriousness::High),
        "graver",
    );
    for country in ["FR", "PL", "IT"] {
        matter.undertaking.establishment = country.to_owned();
        agrees(&matter, &library, 12);
    }
}

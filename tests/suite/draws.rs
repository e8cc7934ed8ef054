//! What is drawn hangs on what it is about: what is added elsewhere leaves it as it was.

use amende::analysis::{self, Analysis};
use amende::facts::{Answer, AnswerValue, CaseFile, CaseOf, Operation};
use amende::law::{CaseKind, OperationId};
use amende::quantity::Money;

use crate::{analyse, library, preset};

/// The percentiles of what is drawn, and the fine by the method.
fn drawn(case_file: &CaseFile) -> (Vec<Option<Money>>, Money, Analysis<'static>) {
    drawn_often(case_file, library().priors.samples)
}

/// The same of so many outcomes.
fn drawn_often(case_file: &CaseFile, outcomes: usize) -> (Vec<Option<Money>>, Money, Analysis<'static>) {
    let mut analysis = analyse(case_file);
    analysis.receipt.samples = outcomes;
    let exposure = analysis::simulate(case_file, library(), &analysis).unwrap();
    let percentiles = (1..=99).map(|percent| exposure.percentile(percent)).collect();
    (percentiles, analysis.calculation.fine.point, analysis)
}

/// The matter with a single case of its first operation at the head of its operations, at
/// which all is as it was there.
fn with_incident(case_file: &CaseFile, id: &str) -> CaseFile {
    let whole = &case_file.operations[0];
    let incident = Operation {
        case_of: Some(CaseOf { operation: whole.id.clone(), kind: CaseKind::Incident }),
        answers: whole.answers.clone(),
        ..Operation::new(OperationId::from(id), "One of many")
    };
    let mut more = case_file.clone();
    more.operations.insert(0, incident);
    more
}

#[test]
fn a_case_that_changes_nothing_in_the_law_moves_no_estimate() {
    for file in ["kaspr.amende.ron", "employee-monitoring.amende.ron", "video-surveillance.amende.ron"] {
        let case_file = preset(file);
        let (before, point, _) = drawn(&case_file);
        // Whatever its name: before that of its operation in the alphabet, and after.
        for id in ["a-case", "zz-case"] {
            let (after, same, analysis) = drawn(&with_incident(&case_file, id));
            assert_eq!(same, point, "{file} {id}: the fine by the method is the same");
            let at = |conduct: &&amende::findings::Conduct| conduct.operations.contains(&OperationId::from(id));
            assert!(
                analysis.assessment.conducts.iter().any(|conduct| at(&conduct)),
                "{file}: something is found at it"
            );
            assert_eq!(after, before, "{file} {id}");
        }
    }
}

#[test]
fn a_further_infringement_of_a_conduct_leaves_its_other_draws_as_they_were() {
    let mut case_file = preset("kaspr.amende.ron");
    // In each of so many outcomes another infringement as grave is found as well.
    let few = 10_000;
    let (before, point, was) = drawn_often(&case_file, few);
    let (many_before, ..) = drawn(&case_file);
    case_file.operations[0]
        .answers
        .insert("minimisation.needed".into(), Answer { value: AnswerValue::No, ..Answer::default() });
    let (after, same, is) = drawn_often(&case_file, few);
    let alleged = |analysis: &Analysis<'_>| analysis.assessment.conducts[0].infringements.len();
    assert_eq!(alleged(&is), alleged(&was) + 1, "one more is alleged");
    assert_eq!(same, point);
    assert_eq!(after, before);
    // Of ten times as many, some find it alone or as the gravest: these rise, and none falls.
    let (many_after, ..) = drawn(&case_file);
    assert!(many_before.iter().zip(&many_after).all(|(before, after)| before <= after));
}

#[test]
fn an_operation_at_which_nothing_is_found_moves_no_estimate() {
    let mut case_file = preset("video-surveillance.amende.ron");
    let (before, ..) = drawn(&case_file);
    case_file.operations.insert(0, Operation::new(OperationId::from("aaa"), "Another"));
    assert_eq!(drawn(&case_file).0, before, "though every letter is another");
}

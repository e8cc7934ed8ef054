//! What is answered once for the organisation, at an operation, or for a single case in it.

use amende::analysis::{self, Analysis};
use amende::facts::{Answer, AnswerValue, CaseFile, CaseOf, Operation};
use amende::findings::Finding;
use amende::law::{CaseKind, OperationId, OptionId, QuestionId, YesNo};
use amende::storage;

use crate::{analyse, library, preset};

fn told(value: impl Into<AnswerValue>) -> Answer {
    Answer { value: value.into(), ..Answer::default() }
}

fn option(name: &str) -> AnswerValue {
    AnswerValue::Option(OptionId::from(name))
}

fn two_operations() -> CaseFile {
    let mut matter = CaseFile::new("Scope", "Orders");
    matter.as_of = Some("2026-11-01".parse().unwrap());
    matter.operations.push(Operation::new("newsletter".into(), "Newsletter"));
    matter
}

fn say(matter: &mut CaseFile, operation: &str, question: &str, value: impl Into<AnswerValue>) {
    let found = matter.operations.iter_mut().find(|known| known.id.as_str() == operation).unwrap();
    found.answers.insert(question.into(), told(value));
}

fn case(matter: &mut CaseFile, id: &str, of: &str, kind: CaseKind) {
    let case_of = Some(CaseOf { operation: of.into(), kind });
    matter.operations.push(Operation { case_of, ..Operation::new(id.into(), id) });
}

fn found<'a>(analysis: &'a Analysis<'_>, rule: &str) -> Vec<(&'a str, &'a Finding)> {
    let findings = analysis.assessment.findings().filter(|finding| finding.rule.as_str() == rule);
    findings.map(|finding| (finding.operation.as_str(), finding)).collect()
}

fn is_missing(analysis: &Analysis<'_>, question: &str) -> Vec<OperationId> {
    let question = QuestionId::from(question);
    let missing = analysis.assessment.missing.iter().filter(|known| known.question == question);
    missing.map(|known| known.operation.clone()).collect()
}

/// One answer for all operations; one of their own goes first.
#[test]
fn an_answer_of_the_organisation_counts_at_every_operation_without_one() {
    let mut matter = two_operations();
    matter.answers.insert("processors.used".into(), told(YesNo::Yes));
    matter.answers.insert("processors.contract".into(), told(YesNo::No));
    let both = analyse(&matter);
    assert_eq!(found(&both, "processors.contract").len(), 2);
    say(&mut matter, "newsletter", "processors.contract", YesNo::Yes);
    let one = analyse(&matter);
    let operations: Vec<&str> = found(&one, "processors.contract").into_iter().map(|(id, _)| id).collect();
    assert_eq!(operations, ["operation-1"]);
    // Unknown at the operation says nothing: the organisation's answer stands.
    say(&mut matter, "newsletter", "processors.contract", AnswerValue::Unknown);
    assert_eq!(found(&analyse(&matter), "processors.contract").len(), 2);
}

/// What is about the organisation is asked once, and once answered at none.
#[test]
fn what_is_about_the_organisation_is_asked_once() {
    let mut matter = two_operations();
    let open = is_missing(&analyse(&matter), "response.authority");
    assert_eq!(open, [OperationId::from("operation-1")]);
    matter.answers.insert("response.authority".into(), told(YesNo::No));
    assert!(is_missing(&analyse(&matter), "response.authority").is_empty());
}

/// A failing of the organisation is one, however many operations it has: an operation about which
/// nothing else is told adds neither an allegation nor an amount (Art. 83(3) GDPR looks at what
/// was done; no answer to the authority is given once).
#[test]
fn a_failing_of_the_organisation_is_alleged_once() {
    let mut one = preset("kaspr.amende.ron");
    one.answers.insert("response.authority".into(), told(YesNo::Yes));
    one.answers.insert("response.cooperation".into(), told(option("hindered")));
    one.answers.insert("cooperation.how".into(), told(AnswerValue::Options(vec!["no_answer".into()])));
    for id in ["response.authority", "response.cooperation", "cooperation.how"] {
        one.operations[0].answers.remove(&QuestionId::from(id));
    }
    let mut two = one.clone();
    two.operations.push(Operation::new("shop".into(), "Shop"));
    let (alone, beside) = (analyse(&one), analyse(&two));
    let first = one.operations[0].id.as_str();
    for analysis in [&alone, &beside] {
        let operations: Vec<&str> = found(analysis, "cooperation.refused").into_iter().map(|(id, _)| id).collect();
        assert_eq!(operations, [first]);
    }
    assert_eq!(alone.calculation.maximum, beside.calculation.maximum);
    assert_eq!(alone.calculation.fine, beside.calculation.fine);
    assert_eq!(alone.assessment.findings().count(), beside.assessment.findings().count());
    // What an operation was asked and answered by itself is alleged there too.
    say(&mut two, "shop", "cooperation.how", AnswerValue::Options(vec!["no_answer".into()]));
    assert_eq!(found(&analyse(&two), "cooperation.refused").len(), 2);
}

/// What was over before the law applied does not hide a failing of the organisation.
#[test]
fn a_failing_of_the_organisation_outlives_an_operation_before_the_law() {
    let mut matter = two_operations();
    matter.answers.insert("response.authority".into(), told(YesNo::Yes));
    matter.answers.insert("response.cooperation".into(), told(option("hindered")));
    matter.answers.insert("cooperation.how".into(), told(AnswerValue::Options(vec!["no_answer".into()])));
    matter.operations[0].ended = Some("2017".parse().unwrap());
    let operations: Vec<String> =
        found(&analyse(&matter), "cooperation.refused").into_iter().map(|(id, _)| id.to_owned()).collect();
    assert_eq!(operations, ["newsletter"]);
}

/// Two requests, one answered late: a finding about that one, none about the other.
#[test]
fn single_cases_are_looked_at_one_by_one() {
    let mut matter = two_operations();
    say(&mut matter, "operation-1", "rights.requests", AnswerValue::Options(vec!["access".into()]));
    for (id, outcome) in [("request-of-march", "unanswered"), ("request-of-may", "answered")] {
        case(&mut matter, id, "operation-1", CaseKind::Request);
        say(&mut matter, id, "rights.access_requests", YesNo::Yes);
        say(&mut matter, id, "rights.access_outcome", option(outcome));
    }
    let analysis = analyse(&matter);
    let at: Vec<&str> = analysis
        .assessment
        .findings()
        .filter(|finding| finding.facts.iter().any(|id| id.as_str() == "rights.access_outcome"))
        .map(|finding| finding.operation.as_str())
        .collect();
    assert!(at.contains(&"request-of-march"), "{at:?}");
    assert!(!at.contains(&"request-of-may") && !at.contains(&"operation-1"), "{at:?}");
    // One conduct with the operation it belongs to (Art. 83(3)).
    assert_eq!(analysis.assessment.conducts.len(), 1);
    // Neither asked again at the operation, nor the operation's questions at the case.
    let missing = &analysis.assessment.missing;
    assert!(!missing.iter().any(|known| {
        known.operation.as_str() == "operation-1" && known.question.as_str().starts_with("rights.access")
    }));
    let of_cases = missing.iter().filter(|known| known.operation.as_str().starts_with("request"));
    for known in of_cases {
        let scope = library().law.question(&known.question).unwrap().scope;
        assert_eq!(scope, amende::law::Scope::Case(CaseKind::Request), "{known:?}");
    }
}

/// A complaint tells what was otherwise in that case; the general practice keeps its answer.
#[test]
fn a_complaint_overrides_in_its_own_case_only() {
    let mut matter = two_operations();
    say(&mut matter, "newsletter", "rights.objection", YesNo::Yes);
    case(&mut matter, "complaint", "newsletter", CaseKind::Complaint);
    assert_eq!(analyse(&matter).assessment.findings().count(), 0, "nothing was otherwise yet");
    say(&mut matter, "complaint", "rights.objection", YesNo::No);
    let analysis = analyse(&matter);
    let at: Vec<&str> = analysis.assessment.findings().map(|finding| finding.operation.as_str()).collect();
    assert!(!at.is_empty() && at.iter().all(|operation| *operation == "complaint"), "{at:?}");
}

/// Removing an operation takes its cases with it; a case of nothing is refused.
#[test]
fn cases_go_with_their_operation_and_never_stand_alone() {
    let mut matter = two_operations();
    case(&mut matter, "request", "newsletter", CaseKind::Request);
    let text = storage::to_text(&matter).unwrap();
    matter.remove_operation(&"newsletter".into());
    assert_eq!(matter.operations.len(), 1);

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.amende.ron");
    let open = |text: &str| {
        std::fs::write(&path, text).unwrap();
        storage::open(&path, &library().law).map_err(|error| error.to_string())
    };
    assert_eq!(open(&text).unwrap().operations.len(), 3);
    let nowhere = text.replace("operation: \"newsletter\"", "operation: \"newsleter\"");
    let said = open(&nowhere).unwrap_err();
    assert!(said.contains("case.amende.ron:") && said.contains("newsleter") && said.contains("case_of"), "{said}");
    let itself = text.replace("operation: \"newsletter\"", "operation: \"request\"");
    assert!(open(&itself).unwrap_err().contains("of itself"));
}

/// What hangs on an open question at a case, and at an operation with cases, is found by the
/// short way as by the long one.
#[test]
fn what_hangs_on_open_questions_counts_the_cases_too() {
    let mut matter = preset("access-ignored.amende.ron");
    let whole = matter.operations[0].id.clone();
    case(&mut matter, "request", whole.as_str(), CaseKind::Request);
    let analysis = analyse(&matter);
    let relevance = analysis::relevance(&matter, library(), &analysis);
    assert_eq!(relevance.len(), analysis.assessment.missing.len());
    assert!(relevance.iter().any(|known| known.missing.operation.as_str() == "request"));
}

/// The authority that decides settles method, national rules and practice, wherever the
/// establishment is.
#[test]
fn the_deciding_authority_settles_method_and_national_rules() {
    let mut matter = preset("shop.amende.ron");
    let method = |matter: &CaseFile| analyse(matter).methodology.framework.clone();
    matter.undertaking.establishment = "GB".to_owned();
    assert_eq!(method(&matter), "uk-gdpr");
    matter.undertaking.lead_authority = "cnil".to_owned();
    assert_eq!(method(&matter), "gdpr", "a British body before the CNIL");
    matter.undertaking.establishment = "DE".to_owned();
    matter.undertaking.lead_authority = "ico".to_owned();
    assert_eq!(method(&matter), "uk-gdpr", "a German body before the ICO");
}

//! Answers, what hangs on them, what is made of findings, and the score.

use amende::analysis;
use amende::facts::{Answer, AnswerValue, Assumed, CaseFile, Review, Undertaking, Verdict};
use amende::findings::{Outcome, Scores, assess};
use amende::law::{Role, Strength, UndertakingKind};
use jiff::civil::date;

use crate::{analyse, library, preset};

fn answer(case_file: &mut CaseFile, question: &str, value: AnswerValue) {
    case_file.operations[0].answers.insert(question.into(), Answer { value, ..Answer::default() });
}

/// The firmest grade of every rule can come about, and then it is what is found.
#[test]
fn every_rule_can_come_to_its_firmest_finding() {
    let law = &library().law;
    let mut wrong = Vec::new();
    for rule in &law.rules {
        // What is charged beside another provision has no grades of its own.
        let Some(firmest) = rule.grades.first() else { continue };
        let reached = organisations().into_iter().any(|undertaking| {
            let mut case_file = CaseFile::new("Assumed", "Operation");
            case_file.undertaking = undertaking;
            let operation = case_file.operations[0].clone();
            let mut assumed = Assumed::new(law, &case_file, &operation);
            if !assumed.make(&firmest.when, true) {
                return false;
            }
            case_file.operations[0] = assumed.into_operation();
            let tried = assess(&case_file, law, rule.until.unwrap_or(date(2026, 11, 1))).tried;
            tried.iter().any(|t| t.rule == rule.id && t.outcome == Outcome::Found(firmest.strength))
        });
        if !reached {
            wrong.push(rule.id.to_string());
        }
    }
    assert!(wrong.is_empty(), "never reached: {wrong:?}");
}

/// Every role, kind and size the law tells apart.
fn organisations() -> Vec<Undertaking> {
    let mut found = Vec::new();
    for role in [Role::Controller, Role::Processor, Role::Joint] {
        for kind in [UndertakingKind::Company, UndertakingKind::PublicBody, UndertakingKind::Association] {
            for employees in [10, 1_000] {
                let beside = library().law.beside.iter().flat_map(|framework| framework.territory.clone());
                for establishment in ["FR".to_owned(), "US".to_owned()].into_iter().chain(beside) {
                    let employees = Some(employees);
                    let adherence = vec!["a certification".to_owned()];
                    let given =
                        Undertaking { role, kind, employees, establishment, adherence, ..Undertaking::default() };
                    found.push(given);
                }
            }
        }
    }
    found
}

/// A question that cannot arise counts for nothing, whatever it was answered before.
#[test]
fn an_answer_that_no_longer_arises_alleges_nothing() {
    let mut case_file = CaseFile::new("Breach", "Operation");
    for (question, value) in [("breach.happened", AnswerValue::Yes), ("breach.risk", AnswerValue::Yes)] {
        answer(&mut case_file, question, value);
    }
    answer(&mut case_file, "breach.notified", AnswerValue::No);
    let alleges =
        |case_file: &CaseFile| analyse(case_file).assessment.infringements().any(|i| i.provision.as_str() == "33");
    assert!(alleges(&case_file));
    answer(&mut case_file, "breach.happened", AnswerValue::No);
    assert!(!alleges(&case_file));
    assert!(analyse(&case_file).assessment.missing.iter().all(|open| !open.question.as_str().starts_with("breach.")));
}

/// While it is open whether a question arises, what decides that is asked in its place.
#[test]
fn an_open_gate_is_asked_before_what_hangs_on_it() {
    let missing = analyse(&CaseFile::new("New", "Operation")).assessment.missing;
    let asked = |question: &str| missing.iter().any(|open| open.question.as_str() == question);
    assert!(asked("breach.happened"));
    assert!(!asked("breach.notified"));
}

#[test]
fn a_rejected_finding_is_alleged_no_more_and_a_regraded_one_keeps_its_grade() {
    let mut case_file = preset("kaspr.amende.ron");
    let operation = case_file.operations[0].id.clone();
    let review = |rule: &str, verdict| Review {
        operation: operation.clone(),
        rule: rule.into(),
        verdict,
        reason: "test".to_owned(),
    };
    case_file.reviews.push(review("retention.renewed_without_end", Verdict::Rejected));
    case_file.reviews.push(review("lawfulness.limited_visibility", Verdict::Regraded(Strength::Weak)));
    let assessment = analyse(&case_file).assessment;
    assert!(assessment.findings().all(|known| known.rule.as_str() != "retention.renewed_without_end"));
    assert_eq!(assessment.rejected.len(), 1);
    let regraded = assessment.findings().find(|known| known.rule.as_str() == "lawfulness.limited_visibility").unwrap();
    assert_eq!((regraded.strength, regraded.graded), (Strength::Weak, Strength::Clear));
}

/// Open answers widen a score; findings lower it; it never enters the fine.
#[test]
fn a_score_is_a_range_while_answers_are_open_and_never_enters_the_fine() {
    let nothing = analyse(&CaseFile::new("New", "Operation")).scores.overall;
    assert_eq!((nothing.low, nothing.point, nothing.high), (0, None, 100));
    let mut case_file = preset("kaspr.amende.ron");
    let before = analyse(&case_file);
    let of = |scores: &Scores, article: &str| scores.articles.iter().find(|(id, _)| id == article).unwrap().1;
    assert_eq!(of(&before.scores, "6").point, Some(library().scale.clear));
    assert!(before.scores.overall.low <= before.scores.overall.high);
    let mut library = library().clone();
    library.scale.clear = 50;
    let rescaled = analysis::analyse(&case_file, &library, &crate::terms(&case_file)).unwrap();
    assert_ne!(before.scores, rescaled.scores);
    assert_eq!(before.calculation, rescaled.calculation);
    let operation = case_file.operations[0].id.clone();
    let rule = "lawfulness.limited_visibility".into();
    let reason = "test".to_owned();
    case_file.reviews.push(Review { operation, rule, verdict: Verdict::Rejected, reason });
    assert!(of(&analyse(&case_file).scores, "6").high > of(&before.scores, "6").high);
}

/// Without intent or negligence there is no fine: that question moves everything.
#[test]
fn what_matters_most_is_what_moves_the_fine_most() {
    let mut case_file = preset("kaspr.amende.ron");
    case_file.operations[0].answers.remove("fault.kind");
    let analysis = analyse(&case_file);
    let relevance = analysis::relevance(&case_file, library(), &analysis);
    let asked: Vec<_> = relevance.iter().map(|known| &known.missing).collect();
    assert!(analysis.assessment.missing.iter().all(|open| asked.contains(&open)), "every open question is weighed");
    let first = &relevance[0];
    assert_eq!(first.missing.question.as_str(), "fault.kind");
    assert_eq!(first.low.minor(), 0);
    assert!(relevance.is_sorted_by_key(|known| std::cmp::Reverse(known.moves().minor())));
    // What it says is what comes out when the answer is given.
    answer(&mut case_file, "fault.kind", AnswerValue::Option("none".into()));
    assert_eq!(analyse(&case_file).calculation.fine.point, first.low);
}

/// A matter without anything special meets thirty to forty questions, and an organisation
/// that does everything right is alleged nothing.
#[test]
fn a_simple_matter_is_short_and_a_clean_one_is_clean() {
    let clean = preset("clean-organisation.amende.ron");
    let analysis = analyse(&clean);
    assert_eq!(analysis.assessment.findings().count(), 0);
    assert!(analysis.assessment.missing.is_empty(), "every question that arises is answered");
    assert_eq!(analysis.scores.overall.point, Some(100));
    let simple = clean.operations.iter().find(|operation| operation.id.as_str() == "lending").unwrap();
    let asked = simple.answers.values().filter(|answer| answer.value.is_known()).count();
    assert!((30..=40).contains(&asked), "{asked} questions");
}

/// What a matter names must be there: nothing is dropped in silence.
#[test]
fn a_review_of_nothing_is_told() {
    let mut case_file = preset("kaspr.amende.ron");
    case_file.operations[0].linked_to = Some("elsewhere".into());
    case_file.reviews.push(Review {
        operation: "nowhere".into(),
        rule: "retention.renewed_without_ende".into(),
        verdict: Verdict::Confirmed,
        reason: String::new(),
    });
    let problems = amende::library::answer_problems(&case_file, &library().law);
    let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages.len(), 3, "{messages:?}");
    assert!(messages[0].contains("`elsewhere`") && messages[1].contains("`nowhere`"));
    assert!(messages[2].contains("did you mean `retention.renewed_without_end`?"));
}

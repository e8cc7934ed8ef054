//! The case the product is named after, end to end.

use amende::analysis;
use amende::facts::{Answer, AnswerValue, CaseFile};
use amende::quantity::Money;

use crate::{analyse, library, preset};

#[test]
fn the_infringements_decided_are_alleged_and_no_breach() {
    let analysis = analyse(&preset("kaspr.amende.ron"));
    let alleged: Vec<&str> = analysis.assessment.infringements().map(|i| i.provision.as_str()).collect();
    for provision in ["6(1)", "5(1)(e)", "12", "14", "15"] {
        assert!(alleged.contains(&provision), "{provision} in {alleged:?}");
    }
    for provision in ["33", "34", "5(1)(f)", "32"] {
        assert!(!alleged.contains(&provision), "no fact supports {provision}");
    }
}

/// 4 % of EUR 3 million is EUR 120,000: the static cap of Art. 83(5) governs.
#[test]
fn the_static_maximum_governs() {
    let analysis = analyse(&preset("kaspr.amende.ron"));
    assert_eq!(analysis.calculation.maximum.point.to_string(), "EUR 20000000.00");
}

#[test]
fn the_amount_decided_lies_in_the_range_although_nothing_says_it() {
    let case_file = preset("kaspr.amende.ron");
    let analysis = analyse(&case_file);
    let exposure = analysis::simulate(&case_file, library(), &analysis).unwrap();
    let decided: Money = "EUR 240_000".parse().unwrap();
    let (p5, p95) = (exposure.percentile(5).unwrap(), exposure.percentile(95).unwrap());
    assert!(p5 <= decided && decided <= p95, "{p5} … {p95}");
    let file = amende::library::PRESETS.get_file("kaspr.amende.ron").unwrap().contents_utf8().unwrap();
    for amount in ["240_000", "240,000", "240000", "249_600"] {
        assert!(!file.contains(amount), "the matter must not say {amount}");
    }
    assert!(case_file.choices.is_empty(), "no choice is set for Kaspr");
}

/// Leave one out: taking the decision away, or another amount in it, moves nothing.
#[test]
fn its_own_decision_feeds_nothing() {
    let case_file = preset("kaspr.amende.ron");
    let analysis = analyse(&case_file);
    assert!(analysis.comparables.iter().all(|near| near.decision.id != "cnil/2024-kaspr"));
    let mut without = library().clone();
    without.decisions.retain(|decision| decision.id != "cnil/2024-kaspr");
    let again = analysis::analyse(&case_file, &without, &crate::terms(&case_file)).unwrap();
    // That its name names nothing any more is told, and nothing else changes.
    let mut calculation = again.calculation.clone();
    let told = calculation.warnings.pop();
    assert!(matches!(told, Some(amende::trace::Warning::NoSuchDecision { .. })), "{told:?}");
    assert_eq!(analysis.calculation, calculation);
    assert_eq!(
        analysis::simulate(&case_file, library(), &analysis).unwrap(),
        analysis::simulate(&case_file, &without, &again).unwrap()
    );
}

#[test]
fn the_same_seed_gives_the_same_numbers_and_another_seed_others() {
    let case_file = preset("kaspr.amende.ron");
    let mut analysis = analyse(&case_file);
    let first = analysis::simulate(&case_file, library(), &analysis).unwrap();
    assert_eq!(first, analysis::simulate(&case_file, library(), &analysis).unwrap());
    analysis.receipt.seed += 1;
    assert_ne!(first, analysis::simulate(&case_file, library(), &analysis).unwrap());
}

/// Unknown is not No: an unanswered question alleges nothing and is listed.
#[test]
fn unknown_alleges_nothing_and_is_listed_as_missing() {
    let empty = CaseFile::new("Empty", "Operation");
    let analysis = analyse(&empty);
    assert_eq!(analysis.assessment.infringements().count(), 0);
    assert!(analysis.assessment.missing.iter().any(|open| open.question.as_str() == "retention.defined"));
    assert_eq!(analysis.calculation.fine.point.minor(), 0);
    let exposure = analysis::simulate(&empty, library(), &analysis).unwrap();
    assert!(exposure.is_empty());
}

/// C-807/21 and C-683/21: no fine without intent or negligence.
#[test]
fn no_fine_without_fault() {
    let mut case_file = preset("kaspr.amende.ron");
    let none = Answer { value: AnswerValue::Option("none".into()), ..Answer::default() };
    case_file.operations[0].answers.insert("fault.kind".into(), none);
    let analysis = analyse(&case_file);
    assert!(analysis.calculation.conducts[0].without_fault);
    assert_eq!(analysis.calculation.fine.high.minor(), 0);
}

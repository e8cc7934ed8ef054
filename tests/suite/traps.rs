//! Errors that fine calculators make, each by name.

use amende::facts::{Answer, AnswerValue, CaseFile, ChoiceValue, Turnover};
use amende::fine::Calculation;
use amende::law::{Direction, Seriousness, StepKind};
use amende::quantity::{Currency, Money, Rate};
use amende::trace::Warning;

use crate::chain::follow;
use crate::{analyse, library, preset};

pub(crate) const EDPB: &str = "edpb-04-2022-v2.1";

pub(crate) fn edpb(provisions: &[&str], turnover: &str, edit: impl FnOnce(&mut CaseFile)) -> Calculation {
    follow(EDPB, provisions, turnover, edit).unwrap()
}

fn maximum(provisions: &[&str], turnover: &str) -> String {
    edpb(provisions, turnover, |_| {}).maximum.point.to_string()
}

pub(crate) fn holds(case_file: &mut CaseFile, point: &str) {
    case_file.choices.set(point.into(), ChoiceValue::Holds(true), "test");
}

/// Trap 1: `BVwG` W256 2246230-1: the company had 27 million, the economic unit 265 million.
#[test]
fn trap_01_turnover_of_the_company_instead_of_the_undertaking() {
    let starting = |turnover| edpb(&["6(1)"], turnover, |_| {}).starting.high;
    assert!(starting("EUR 27_239_998.36") < starting("EUR 265_364_038"));
    // Who asks why is told whose turnover it is, and by which judgment.
    let trace = edpb(&["6(1)"], "EUR 27_239_998.36", |_| {}).trace.unwrap();
    let turnover = library().locale.label(&trace.find("matter.turnover").unwrap().label, &library().law);
    assert!(turnover.contains("undertaking (the economic unit)"), "{turnover}");
    let words = library().locale.trace_text(&trace, &library().law);
    assert!(words.contains("the economic unit to which the fined company belongs"), "{words}");
    assert!(words.contains("C-383/23"), "{words}");
}

/// Trap 2: The higher of both maxima governs, so the fixed one for small companies.
#[test]
fn trap_02_four_percent_as_the_maximum_of_a_small_company() {
    assert_eq!(maximum(&["6(1)"], "EUR 3_000_000"), "EUR 20000000.00");
    assert_eq!(maximum(&["6(1)"], "EUR 500_000_000"), "EUR 20000000.00");
    assert_eq!(maximum(&["6(1)"], "EUR 600_000_000"), "EUR 24000000.00");
}

/// Trap 2, who is no undertaking: a share of the turnover is a maximum "in the case of an
/// undertaking" only (Art. 83(4) to (6)).
#[test]
fn trap_02_a_share_of_the_budget_of_a_ministry() {
    use amende::law::UndertakingKind;
    let of = |kind, on_market| {
        edpb(&["6(1)"], "EUR 20_000_000_000", |case_file| {
            case_file.undertaking.kind = kind;
            case_file.undertaking.on_market = on_market;
            case_file.undertaking.establishment = "IT".to_owned();
        })
    };
    for kind in [UndertakingKind::PublicBody, UndertakingKind::Individual] {
        let calculation = of(kind, false);
        assert_eq!(calculation.maximum.high.to_string(), "EUR 20000000.00", "{kind:?}");
        assert!(calculation.warnings.contains(&Warning::NoUndertaking), "{kind:?}");
        assert_eq!(of(kind, true).maximum.high.to_string(), "EUR 800000000.00", "{kind:?} on a market");
    }
    assert_eq!(of(UndertakingKind::Company, false).maximum.high.to_string(), "EUR 800000000.00");
}

/// Trap 3: Security found under the principle is in the higher tier.
#[test]
fn trap_03_security_under_the_principle_in_the_lower_tier() {
    assert_eq!(maximum(&["32"], "EUR 3_000_000"), "EUR 10000000.00");
    assert_eq!(maximum(&["5(1)(f)"], "EUR 3_000_000"), "EUR 20000000.00");
    assert_eq!(maximum(&["5(1)(f)", "32"], "EUR 3_000_000"), "EUR 20000000.00");
}

/// Trap 4: Art. 8 is in the lower tier; Articles 10 and 24 carry no fine of their own.
#[test]
fn trap_04_tiers_of_articles_8_10_and_24() {
    let tier = |id: &str| library().law.tier_of(&id.into()).map(|tier| tier.to_string());
    assert_eq!(tier("8").as_deref(), Some("83(4)"));
    assert_eq!(tier("10"), None);
    assert_eq!(tier("24"), None);
}

/// Trap 5: Linked infringements share the maximum of the gravest (Art. 83(3)); separate
/// conducts do not.
#[test]
fn trap_05_maxima_of_linked_infringements_added_up() {
    assert_eq!(maximum(&["5(1)(e)", "6(1)", "12", "14", "15", "32"], "EUR 3_000_000"), "EUR 20000000.00");
    let mut case_file = preset("kaspr.amende.ron");
    let mut second = case_file.operations[0].clone();
    second.id = "second".into();
    case_file.operations.push(second);
    assert_eq!(analyse(&case_file).calculation.maximum.point.to_string(), "EUR 40000000.00");
    case_file.operations[1].linked_to = Some(case_file.operations[0].id.clone());
    let linked = analyse(&case_file).calculation;
    assert_eq!((linked.conducts.len(), linked.maximum.point.to_string().as_str()), (1, "EUR 20000000.00"));
}

/// Trap 6: What is displaced is not counted again: without the principle the lower tier
/// governs. Nothing is displaced unless chosen.
#[test]
fn trap_06_the_same_facts_counted_twice() {
    let mut case_file = preset("clinic.amende.ron");
    let both = |case_file: &CaseFile| {
        let analysis = analyse(case_file);
        let conduct = &analysis.assessment.conducts[0];
        let displaced = conduct.infringements.iter().find(|known| known.provision.as_str() == "5(1)(f)").unwrap();
        (displaced.displaced_by.clone(), analysis.calculation.conducts[0].tier.to_string())
    };
    assert_eq!(both(&case_file).0, None);
    holds(&mut case_file, "A.displaced.5(1)(f)");
    assert_eq!(both(&case_file).0.unwrap().as_str(), "32");
    // Security alone, under the principle and the article: with the principle displaced the
    // lower tier governs, maximum and amount.
    let mut case_file = CaseFile::new("Security", "Operation");
    for (question, value) in [
        ("security.risk_based", AnswerValue::No),
        ("security.tested", AnswerValue::No),
        ("security.access_control", AnswerValue::No),
        ("breach.happened", AnswerValue::Yes),
        ("breach.risk", AnswerValue::Yes),
        ("breach.notified", AnswerValue::Yes),
    ] {
        case_file.operations[0].answers.insert(question.into(), Answer { value, ..Answer::default() });
    }
    let tier = |case_file: &CaseFile| {
        let calculation = analyse(case_file).calculation;
        (calculation.conducts[0].tier.to_string(), calculation.maximum.point.to_string())
    };
    assert_eq!(tier(&case_file), ("83(5)".to_owned(), "EUR 20000000.00".to_owned()));
    holds(&mut case_file, "A.displaced.5(1)(f)");
    assert_eq!(tier(&case_file), ("83(4)".to_owned(), "EUR 10000000.00".to_owned()));
    // Where an infringement is alleged for the lack of cooperation, moving (f) as well is told.
    let told = |calculation: &Calculation| {
        calculation.warnings.iter().any(|warning| matches!(warning, Warning::AgainstAnswers { .. }))
    };
    let mut case_file = preset("shop.amende.ron");
    let answers = &mut case_file.operations[0].answers;
    let silent = AnswerValue::Options(vec!["no_answer".into()]);
    answers.insert("response.authority".into(), Answer { value: AnswerValue::Yes, ..Answer::default() });
    answers.insert("cooperation.how".into(), Answer { value: silent, ..Answer::default() });
    assert!(!told(&analyse(&case_file).calculation));
    case_file.choices.set("A.circumstance.f".into(), ChoiceValue::Rate("30 %".parse().unwrap()), "test");
    assert!(told(&analyse(&case_file).calculation));
}

/// Trap 7: The band holds the starting amount; step 3 may lead out of it.
#[test]
fn trap_07_the_band_taken_for_the_final_amount() {
    let calculation = edpb(&["6(1)"], "EUR 2_000_000", |case_file| {
        for (point, value) in [("seriousness_share", "100 %"), ("turnover_share", "0.4 %"), ("circumstance.k", "50 %")]
        {
            let rate: Rate = value.parse().unwrap();
            case_file.choices.set(format!("A.{point}").into(), ChoiceValue::Rate(rate), "test");
        }
        case_file.choices.set("A.seriousness".into(), ChoiceValue::Level(Seriousness::High), "test");
    });
    assert_eq!(calculation.starting.high.to_string(), "EUR 80000.00");
    assert_eq!(calculation.fine.point.to_string(), "EUR 120000.00");
}

/// Trap 8: Above EUR 500 million the size is in the dynamic maximum already.
#[test]
fn trap_08_adjustment_to_size_above_500_million() {
    let calculation = edpb(&["6(1)"], "EUR 900_000_000", |_| {});
    assert!(calculation.point("A.turnover_share").is_none(), "nothing is left to choose");
    let trace = calculation.trace.unwrap();
    assert_eq!(trace.find("A.after_turnover").unwrap().value, trace.find("A.after_seriousness").unwrap().value);
}

/// Trap 9: At exactly 2, 10, 50, 100, 250 and 500 million the lower band still applies, a
/// cent above the next one: the whole chain ends in the annex's cell on either side.
#[test]
fn trap_09_band_borders_on_the_wrong_side() {
    let range = |cents: i64| {
        let turnover = Money::from_minor(cents, Currency::EUR).to_string();
        let medium = |case_file: &mut CaseFile| {
            case_file.choices.set("A.seriousness".into(), ChoiceValue::Level(Seriousness::Medium), "test");
        };
        let starting = edpb(&["6(1)"], &turnover, medium).starting;
        (starting.low.minor() / 100, starting.high.minor() / 100)
    };
    for (million, at, above) in [
        (2, (4_000, 16_000), (6_000, 80_000)),
        (10, (6_000, 80_000), (30_000, 400_000)),
        (50, (30_000, 400_000), (160_000, 800_000)),
        (100, (160_000, 800_000), (300_000, 2_000_000)),
        (250, (300_000, 2_000_000), (800_000, 4_000_000)),
        (500, (800_000, 4_000_000), (2_000_000, 4_000_000)),
    ] {
        assert_eq!(range(million * 100_000_000), at, "at {million} million");
        assert_eq!(range(million * 100_000_000 + 1), above, "a cent above {million} million");
    }
}

/// Trap 10: No circumstance of Art. 83(2)(e) mitigates; ordinary duties are neutral.
#[test]
fn trap_10_a_first_infringement_as_mitigation() {
    let allowed = |letter: &str| &library().law.circumstances.iter().find(|c| c.letter == letter).unwrap().allowed;
    assert!(!allowed("e").contains(&Direction::Mitigating));
    let calculation = edpb(&["6(1)"], "EUR 3_000_000", |case_file| {
        let mitigation = ChoiceValue::Rate("-20 %".parse().unwrap());
        case_file.choices.set("A.circumstance.e".into(), mitigation, "first infringement");
    });
    let refused: Vec<_> = calculation.warnings.iter().filter(|warning| warning.choice().is_some()).collect();
    assert!(matches!(refused[..], [Warning::OutOfRange { .. }]), "refused and told: {refused:?}");
    assert_eq!(calculation.fine.point, edpb(&["6(1)"], "EUR 3_000_000", |_| {}).fine.point);
    // Ordinary cooperation and a notification the law requires, chosen as mitigation: told.
    for (circumstance, question, answer) in
        [("f", "response.cooperation", "ordinary"), ("h", "response.discovery", "mandatory")]
    {
        let mut case_file = preset("kaspr.amende.ron");
        let answers = &mut case_file.operations[0].answers;
        answers.insert("response.authority".into(), Answer { value: AnswerValue::Yes, ..Answer::default() });
        let value = AnswerValue::Option(answer.into());
        answers.insert(question.into(), Answer { value, ..Answer::default() });
        let point = format!("A.circumstance.{circumstance}");
        case_file.choices.set(point.as_str().into(), ChoiceValue::Rate("-20 %".parse().unwrap()), "test");
        let warnings = analyse(&case_file).calculation.warnings;
        let told = |warning: &Warning| matches!(warning, Warning::AgainstAnswers { .. });
        assert!(warnings.iter().any(told), "{circumstance}: {warnings:?}");
    }
}

/// Trap 11: No fine without intent or negligence (C-807/21, C-683/21).
#[test]
fn trap_11_a_fine_without_fault() {
    let mut case_file = preset("kaspr.amende.ron");
    let value = AnswerValue::Option("none".into());
    case_file.operations[0].answers.insert("fault.kind".into(), Answer { value, ..Answer::default() });
    let calculation = analyse(&case_file).calculation;
    assert!(calculation.conducts[0].without_fault);
    assert_eq!(calculation.fine.high.minor(), 0);
}

/// Trap 11, linked operations: they share a maximum, not a fault. What nobody is at fault
/// for sets no tier.
#[test]
fn trap_11_a_fault_lent_by_a_linked_operation() {
    let mut case_file = CaseFile::new("Linked", "No basis");
    let mut answer = |operation: usize, question: &str, value: AnswerValue| {
        let answers = &mut case_file.operations[operation].answers;
        answers.insert(question.into(), Answer { value, ..Answer::default() });
    };
    answer(0, "lawfulness.basis", AnswerValue::Option("none".into()));
    answer(0, "fault.kind", AnswerValue::Option("none".into()));
    let mut second = CaseFile::new("Linked", "No records").operations.remove(0);
    second.id = "second".into();
    second.linked_to = Some(case_file.operations[0].id.clone());
    case_file.operations.push(second);
    case_file.undertaking.employees = Some(400);
    let mut answer = |question: &str, value: AnswerValue| {
        case_file.operations[1].answers.insert(question.into(), Answer { value, ..Answer::default() });
    };
    answer("accountability.records", AnswerValue::No);
    answer("fault.kind", AnswerValue::Option("negligent".into()));
    let calculation = analyse(&case_file).calculation;
    assert_eq!(calculation.conducts.len(), 1);
    assert_eq!(calculation.conducts[0].tier.as_str(), "83(4)", "only the records are culpable");
    assert_eq!(calculation.maximum.point.to_string(), "EUR 10000000.00");
    case_file.operations[0]
        .answers
        .insert("fault.kind".into(), Answer { value: AnswerValue::Option("negligent".into()), ..Answer::default() });
    assert_eq!(analyse(&case_file).calculation.conducts[0].tier.as_str(), "83(5)");
}

/// Trap 12: The turnover is that of the year before the decision, not of the infringement:
/// the law as encoded says so, another year is told, and a matter keeps the year its
/// figure is of.
#[test]
fn trap_12_turnover_of_the_year_of_the_infringement() {
    for framework in &library().law.frameworks {
        for tier in &framework.tiers {
            let note = tier.dynamic_cap.values.last().unwrap().note.as_deref().unwrap_or_default();
            assert!(note.contains("preceding financial year"), "{} {}", framework.id, tier.id);
        }
    }
    let method = library().law.methodology(EDPB).unwrap();
    let step = method.steps.iter().find(|step| matches!(step.kind, StepKind::LegalMaximum { .. })).unwrap();
    let note =
        step.notes.iter().find(|note| note.text.contains("before the decision of the supervisory authority")).unwrap();
    assert_eq!((note.source.instrument.as_str(), note.source.pinpoint.as_str()), ("edpb-04-2022", "para. 131"));
    let warned = |stated: Option<i16>| {
        let calculation = edpb(&["6(1)"], "EUR 3_000_000", |case_file| {
            if let Turnover::Figure { year, .. } = &mut case_file.undertaking.turnover {
                *year = stated;
            }
        });
        calculation.warnings
    };
    // The chain is one of June 2025.
    assert_eq!(warned(Some(2017)), [Warning::TurnoverYear { stated: 2017, counts: 2024 }]);
    assert_eq!(warned(Some(2025)), [Warning::TurnoverYear { stated: 2025, counts: 2024 }]);
    assert_eq!(warned(None), [Warning::TurnoverYearUnstated { counts: 2024 }]);
    assert_eq!(warned(Some(2024)), []);
    let kaspr = preset("kaspr.amende.ron");
    let year = |case_file: &CaseFile| match case_file.undertaking.turnover {
        Turnover::Figure { year, .. } => year,
        Turnover::Bracket { .. } | Turnover::Unknown => None,
    };
    let saved = amende::storage::to_text(&kaspr).unwrap();
    let opened: CaseFile = amende::library::parse("saved", &saved).unwrap();
    assert!(year(&kaspr).is_some(), "the matter says of which year its turnover is");
    assert_eq!(year(&opened), year(&kaspr), "and keeps it");
}

/// Trap 13: A reprimand may be enough (recital 148); there is no duty to fine (C-768/21).
#[test]
fn trap_13_a_fine_always_follows() {
    let calculation = edpb(&["6(1)"], "EUR 3_000_000", |case_file| holds(case_file, "A.reprimand"));
    assert!(calculation.conducts[0].reprimand);
    assert_eq!((calculation.fine.point.minor(), calculation.fine.high.minor()), (0, 0));
    assert!(edpb(&["6(1)"], "EUR 3_000_000", |_| {}).fine.point.minor() > 0, "not proposed by itself");
}

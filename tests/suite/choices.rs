//! What a choice does, and what is told where it does nothing or stands out.

use amende::facts::{Answer, AnswerValue, CaseFile, ChoiceValue};
use amende::fine::Calculation;
use amende::quantity::Rate;
use amende::trace::Warning;

use crate::warnings::{amount, edpb};
use crate::{analyse, library, preset};
/// An amount chosen outright leaves no range, and no draw of the simulation leaves it.
#[test]
fn an_amount_chosen_outright_leaves_no_range() {
    for point in ["A.starting_amount", "A.adjusted_amount", "A.final_amount"] {
        for chosen in ["EUR 0", "EUR 1", "EUR 1_234.56", "EUR 9_000", "EUR 30_000"] {
            let fine = edpb(|case_file| amount(case_file, point, chosen)).fine;
            assert!(fine.low == fine.point && fine.point == fine.high, "{point} {chosen}: {fine:?}");
        }
    }
    // Only the maximum binds the last amount.
    let above = edpb(|case_file| amount(case_file, "A.final_amount", "EUR 50_000_000"));
    assert_eq!(above.fine.point.to_string(), "EUR 20000000.00");
    assert!(matches!(above.warnings.first(), Some(Warning::OutOfRange { .. })), "{:?}", above.warnings);
    for (point, chosen) in [("A.starting_amount", "EUR 0"), ("A.final_amount", "EUR 30_000")] {
        let mut case_file = preset("kaspr.amende.ron");
        case_file.choices.set("A.proportionality".into(), ChoiceValue::Rate(Rate::WHOLE), "no other factor");
        for circumstance in &library().law.circumstances {
            let id = format!("A.circumstance.{}", circumstance.id);
            case_file.choices.set(id.as_str().into(), ChoiceValue::Rate(Rate::ZERO), "no movement");
        }
        amount(&mut case_file, point, chosen);
        let analysis = analyse(&case_file);
        let exposure = amende::analysis::simulate(&case_file, library(), &analysis).unwrap();
        let point = analysis.calculation.fine.point;
        assert_eq!((exposure.percentile(10), exposure.percentile(90)), (Some(point), Some(point)), "{chosen}");
    }
}
#[test]
fn a_choice_that_changes_nothing_is_told() {
    let mut case_file = preset("kaspr.amende.ron");
    for unknown in ["A.circumstance.z", "A.totally.bogus", "Z.seriousness", "matter.reduction.acknowledgement"] {
        case_file.choices.set(unknown.into(), ChoiceValue::Rate("10 %".parse().unwrap()), "test");
    }
    case_file.choices.set("A.seriousness".into(), ChoiceValue::Holds(true), "a statement where a class is asked for");
    let expected = [
        Warning::WrongKind { choice: "A.seriousness".into() },
        Warning::NoSuchPoint { choice: "A.circumstance.z".into() },
        Warning::NoSuchPoint { choice: "A.totally.bogus".into() },
        Warning::NoSuchPoint { choice: "Z.seriousness".into() },
        Warning::NoSuchPoint { choice: "matter.reduction.acknowledgement".into() },
    ];
    assert_eq!(analyse(&case_file).calculation.warnings, expected);
    assert_eq!(analyse(&preset("kaspr.amende.ron")).calculation.warnings, []);
}
/// Pounds chosen where euro are asked for are not read as euro.
#[test]
fn an_amount_in_another_currency_is_not_taken() {
    let calculation = edpb(|case_file| amount(case_file, "A.final_amount", "GBP 30_000"));
    assert!(calculation.warnings.contains(&Warning::WrongKind { choice: "A.final_amount".into() }));
    assert_eq!(calculation.fine.point, edpb(|_| {}).fine.point);
}
#[test]
fn mitigation_of_more_than_the_whole_is_told() {
    let calculation = edpb(|case_file| {
        for circumstance in ["c", "f", "k"] {
            let half = ChoiceValue::Rate("-50 %".parse().unwrap());
            case_file.choices.set(format!("A.circumstance.{circumstance}").into(), half, "test");
        }
    });
    let movement: Rate = "-150 %".parse().unwrap();
    assert!(calculation.warnings.contains(&Warning::MoreThanWhole { conduct: "A".into(), movement }));
    assert_eq!(calculation.fine.point.minor(), 0);
}
/// What a choice of conducts or displacements undoes, and what it leaves undone, is told.
#[test]
fn choices_of_step_one_are_told_where_they_undo_something() {
    // Art. 5(1)(f) displaced by Art. 32, and 5(2) by the displaced 5(1)(f): the second has no effect.
    let mut case_file = CaseFile::new("Displaced", "Operation");
    for (question, value) in [
        ("security.risk_based", AnswerValue::No),
        ("security.tested", AnswerValue::No),
        ("security.access_control", AnswerValue::No),
        ("breach.happened", AnswerValue::Yes),
        ("accountability.demonstrable", AnswerValue::No),
    ] {
        case_file.operations[0].answers.insert(question.into(), Answer { value, ..Answer::default() });
    }
    for displaced in ["5(1)(f)", "5(2)"] {
        let point = format!("A.displaced.{displaced}");
        case_file.choices.set(point.as_str().into(), ChoiceValue::Holds(true), "test");
    }
    let warnings = analyse(&case_file).calculation.warnings;
    assert!(warnings.contains(&Warning::NotDisplaced { choice: "A.displaced.5(2)".into() }), "{warnings:?}");
    assert!(!warnings.contains(&Warning::NotDisplaced { choice: "A.displaced.5(1)(f)".into() }));

    // An infringement of a linked operation put apart: told, and its reason stands in the trace.
    let mut case_file = preset("kaspr.amende.ron");
    let mut second = case_file.operations[0].clone();
    second.id = "second".into();
    second.linked_to = Some(case_file.operations[0].id.clone());
    case_file.operations.push(second);
    assert!(!analyse(&case_file).calculation.warnings.iter().any(|known| matches!(known, Warning::LinkedApart { .. })));
    case_file.assign(amende::facts::Assignment {
        operation: "second".into(),
        provision: "6(1)".into(),
        conduct: "B".into(),
        reason: "another purpose altogether".to_owned(),
    });
    let analysis = analyse(&case_file);
    let told = Warning::LinkedApart {
        operation: "second".into(),
        name: case_file.operations[1].name.clone(),
        conducts: vec!["A".into(), "B".into()],
    };
    assert!(analysis.calculation.warnings.contains(&told), "{:?}", analysis.calculation.warnings);
    let words = library().locale.trace_text(analysis.calculation.trace.as_ref().unwrap(), &library().law);
    assert!(words.contains("another purpose altogether"));
}
/// A choice that a later one leaves without effect, and one outside what chains show.
#[test]
fn choices_that_do_not_count_or_stand_out_are_told() {
    let set = |case_file: &mut CaseFile, point: &str, value: ChoiceValue| {
        case_file.choices.set(point.into(), value, "test");
    };
    let rate = |text: &str| ChoiceValue::Rate(text.parse().unwrap());
    let calculation = edpb(|case_file| {
        set(case_file, "A.circumstance.c", rate("40 %"));
        set(case_file, "A.proportionality", rate("50 %"));
        amount(case_file, "A.final_amount", "EUR 4_000");
    });
    for choice in ["A.circumstance.c", "A.proportionality"] {
        let told = Warning::Overridden { choice: choice.into(), by: "A.final_amount".into() };
        assert!(calculation.warnings.contains(&told), "{:?}", calculation.warnings);
    }
    let unusual =
        |calculation: &Calculation| calculation.warnings.iter().any(|known| matches!(known, Warning::Unusual { .. }));
    for (factor, told) in [("34 %", true), ("35 %", false), ("250 %", false), ("251 %", true)] {
        let calculation = edpb(|case_file| set(case_file, "A.proportionality", rate(factor)));
        assert_eq!(unusual(&calculation), told, "{factor}");
        let words = library().locale.trace_text(calculation.trace.as_ref().unwrap(), &library().law);
        assert!(words.contains("Most published calculations end between 35 %"), "{factor}: the usual range is shown");
    }
    assert!(unusual(&edpb(|case_file| amount(case_file, "A.final_amount", "EUR 1_000_000"))));
}

/// What is chosen under a letter stays with its operation when an answer elsewhere brings a
/// finding or takes one away.
#[test]
fn a_choice_stays_with_its_operation() {
    let mut case_file = CaseFile::new("Two", "First");
    let mut second = CaseFile::new("x", "Second").operations.remove(0);
    second.id = "second".into();
    case_file.operations.push(second);
    let mut basis = |operation: usize, basis: &str| {
        let value = AnswerValue::Option(basis.into());
        let answers = &mut case_file.operations[operation].answers;
        answers.insert("lawfulness.basis".into(), Answer { value, ..Answer::default() });
        case_file.clone()
    };
    basis(1, "none");
    let mut quiet = basis(0, "contract");
    let mut both = basis(0, "none");
    for case_file in [&mut quiet, &mut both] {
        amount(case_file, "B.final_amount", "EUR 77_777");
    }
    let of_second = |case_file: &CaseFile| {
        let analysis = analyse(case_file);
        let conduct = analysis.assessment.conducts.iter().find(|known| known.operations == ["second".into()]).unwrap();
        let fine = analysis.calculation.conducts.iter().find(|known| known.conduct == conduct.id).unwrap();
        fine.fine.point.to_string()
    };
    assert_eq!((of_second(&quiet), of_second(&both)), ("EUR 77777.00".to_owned(), "EUR 77777.00".to_owned()));
}

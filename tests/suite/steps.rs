//! What the steps refuse, take and rest on.

use amende::facts::{Answer, AnswerValue, CaseFile, ChoiceValue, Turnover};
use amende::fine::{Calculation, FineError, Permitted, Spread};
use amende::law::{LawText, QuestionId, Seriousness};
use amende::quantity::{Money, Range, Rate};
use amende::trace::{Origin, Reason, TraceNode, Value, Warning};

use crate::chain::follow;
use crate::traps::{EDPB, edpb};
use crate::{analyse, library};

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn figure(amount: &str) -> Turnover {
    Turnover::Figure { amount: Some(money(amount)), year: None, source: "test".to_owned(), secondary: false }
}

fn bracket(from: Option<&str>, to: Option<&str>) -> Turnover {
    Turnover::Bracket { from: from.map(money), to: to.map(money), source: "test".to_owned() }
}

fn with(turnover: Turnover) -> Result<Calculation, FineError> {
    follow(EDPB, &["6(1)"], "EUR 1", |case_file| case_file.undertaking.turnover = turnover)
}

/// No undertaking has a turnover below zero, and a bracket rises: everything else is refused,
/// at every place where an amount may stand.
#[test]
fn a_turnover_below_zero_or_a_bracket_upside_down_is_refused() {
    for refused in [
        figure("EUR -0.01"),
        figure("EUR -5_000_000"),
        figure("SEK -0.01"),
        bracket(Some("EUR -0.01"), Some("EUR 5")),
        bracket(Some("EUR -5"), Some("EUR -4")),
        bracket(Some("EUR 5"), Some("EUR -0.01")),
        bracket(Some("EUR 5"), Some("EUR 4.99")),
        bracket(Some("EUR -0.01"), None),
        bracket(None, Some("EUR -0.01")),
    ] {
        assert_eq!(with(refused.clone()).unwrap_err(), FineError::Turnover, "{refused:?}");
    }
    for taken in [
        figure("EUR 0"),
        bracket(Some("EUR 0"), Some("EUR 0")),
        bracket(Some("EUR 5"), Some("EUR 5")),
        bracket(Some("EUR 5"), Some("EUR 5.01")),
    ] {
        assert!(with(taken.clone()).is_ok(), "{taken:?}");
    }
}

fn turnover_point(turnover: Turnover) -> (Money, Range<Money>) {
    let calculation = with(turnover).unwrap();
    let point = calculation.point("matter.turnover").unwrap();
    match (point.proposed, point.permitted) {
        (ChoiceValue::Amount(proposed), Permitted::Amounts(range)) => (proposed, range),
        other => panic!("{other:?}"),
    }
}

/// The middle of a bracket is proposed; where nothing is stated EUR 10 million, between 100,000
/// and 1,000 million (the method's file), brought inside the one end that is stated.
#[test]
fn what_is_not_known_of_a_turnover_is_taken_inside_what_is() {
    for (turnover, proposed, low, high) in [
        (bracket(Some("EUR 1_000_000"), Some("EUR 3_000_000")), "EUR 2_000_000", "EUR 1_000_000", "EUR 3_000_000"),
        (Turnover::Unknown, "EUR 10_000_000", "EUR 100_000", "EUR 1_000_000_000"),
        (bracket(None, None), "EUR 10_000_000", "EUR 100_000", "EUR 1_000_000_000"),
        (bracket(None, Some("EUR 5_000_000")), "EUR 5_000_000", "EUR 100_000", "EUR 5_000_000"),
        (bracket(None, Some("EUR 50_000_000")), "EUR 10_000_000", "EUR 100_000", "EUR 50_000_000"),
        (bracket(None, Some("EUR 50_000")), "EUR 50_000", "EUR 50_000", "EUR 50_000"),
        (bracket(Some("EUR 20_000_000"), None), "EUR 20_000_000", "EUR 20_000_000", "EUR 1_000_000_000"),
        (bracket(Some("EUR 1_000_000"), None), "EUR 10_000_000", "EUR 1_000_000", "EUR 1_000_000_000"),
        (bracket(Some("EUR 2_000_000_000"), None), "EUR 2_000_000_000", "EUR 2_000_000_000", "EUR 2_000_000_000"),
    ] {
        let (taken, range) = turnover_point(turnover.clone());
        assert_eq!(taken, money(proposed), "{turnover:?}");
        assert_eq!(range, Range::new(money(low), money(high)), "{turnover:?}");
    }
}

/// Answers to rules, factors and circumstances of one conduct, perhaps of two operations.
fn asked(second: bool) -> CaseFile {
    let mut case_file = CaseFile::new("Evidence", "First");
    case_file.undertaking.turnover = figure("EUR 3_000_000");
    for (question, value) in [
        ("lawfulness.basis", AnswerValue::Option("none".into())),
        ("scale.months", AnswerValue::Number(30)),
        ("response.earlier", AnswerValue::Yes),
        ("response.left_standing", AnswerValue::Yes),
    ] {
        case_file.operations[0].answers.insert(question.into(), Answer { value, ..Answer::default() });
    }
    if second {
        let mut other = case_file.operations[0].clone();
        other.id = "second".into();
        "Second".clone_into(&mut other.name);
        other.linked_to = Some(case_file.operations[0].id.clone());
        other.answers.remove("scale.months");
        case_file.operations.push(other);
    }
    case_file
}

/// The answers that stand directly under a figure.
fn answers_under(trace: &TraceNode, figure: &str) -> Vec<(String, AnswerValue)> {
    let node = trace.find(figure).unwrap_or_else(|| panic!("no {figure}"));
    let answers = node.children.iter().filter_map(|child| match (&child.origin, &child.value) {
        (Origin::Answer { question }, Value::Answer(id, value)) => {
            assert_eq!(question, id);
            Some((child.id.to_string(), value.clone()))
        }
        _ => None,
    });
    answers.collect()
}

/// Every finding, factor and circumstance stands on the answers it rests on, by operation where
/// there are several; what is not answered is shown as not known.
#[test]
fn every_reason_stands_on_its_answers() {
    let analysis = analyse(&asked(false));
    let trace = analysis.calculation.trace.as_ref().unwrap();
    let months = ("A.answer.scale.months".to_owned(), AnswerValue::Number(30));
    assert_eq!(answers_under(trace, "A.factor.duration"), [months]);
    let yes = |id: &str| (id.to_owned(), AnswerValue::Yes);
    assert_eq!(answers_under(trace, "A.circumstance.e"), [yes("A.answer.response.earlier")]);
    assert_eq!(answers_under(trace, "A.circumstance.c"), [yes("A.answer.response.left_standing")]);
    let unknown = answers_under(trace, "A.factor.scope");
    assert_eq!(unknown, [("A.answer.scale.cross_border".to_owned(), AnswerValue::Unknown)]);
    let finding = analysis.assessment.findings().next().unwrap();
    let under = answers_under(trace, &format!("A.finding.{}", finding.rule));
    let basis = ("A.answer.lawfulness.basis".to_owned(), AnswerValue::Option("none".into()));
    assert!(under.contains(&basis), "{under:?}");
    assert_eq!(under.len(), finding.facts.len());

    let analysis = analyse(&asked(true));
    let trace = analysis.calculation.trace.as_ref().unwrap();
    let first = analysis.assessment.conducts[0].operations[0].clone();
    let at = |question: &str, operation: &str| format!("A.answer.{question}@{operation}");
    // Only the first says how long; both say that harm was left standing.
    let months = (at("scale.months", first.as_str()), AnswerValue::Number(30));
    assert_eq!(answers_under(trace, "A.factor.duration"), [months]);
    let standing = [first.as_str(), "second"].map(|id| yes(&at("response.left_standing", id)));
    assert_eq!(answers_under(trace, "A.circumstance.c"), standing);
    let second = answers_under(trace, &format!("A.finding.{}@second", finding.rule));
    assert!(second.iter().all(|(id, _)| id.ends_with("@second")) && !second.is_empty(), "{second:?}");
}

/// Why a movement is proposed is what the answers say; a choice the other way is told, with
/// the same reasons, and one the same way is not.
#[test]
fn a_choice_against_the_answers_is_told_with_their_reasons() {
    let open = analyse(&asked(false)).calculation;
    let reasons = |letter: &str| vec![LawText::CircumstanceReading(letter.into(), 0)];
    for letter in ["c", "e"] {
        let point = open.point(&format!("A.circumstance.{letter}")).unwrap();
        assert_eq!(point.proposal_reason, Reason::Law(reasons(letter)), "({letter})");
    }
    let notes = &open.trace.as_ref().unwrap().find("A.factor.duration").unwrap().notes;
    assert!(notes.contains(&LawText::FactorReading("duration".into(), 0)), "{notes:?}");

    let told = |answers: &[(&str, AnswerValue)], letter: &str, movement: &str| {
        let mut case_file = asked(false);
        case_file.operations[0].answers.remove("response.left_standing");
        for (question, value) in answers {
            let answer = Answer { value: value.clone(), ..Answer::default() };
            case_file.operations[0].answers.insert(QuestionId::from(*question), answer);
        }
        let rate: Rate = movement.parse().unwrap();
        case_file.choices.set(format!("A.circumstance.{letter}").into(), ChoiceValue::Rate(rate), "test");
        let warnings = analyse(&case_file).calculation.warnings;
        let against = warnings.into_iter().find_map(|warning| match warning {
            Warning::AgainstAnswers { reasons, .. } => Some(reasons),
            _ => None,
        });
        against
            .map(|reasons| reasons.iter().map(|text| library().law.text(text).unwrap().to_owned()).collect::<Vec<_>>())
    };
    let standing = [("response.left_standing", AnswerValue::Yes)];
    let harm = Some(vec!["Known harm was left unremedied.".to_owned()]);
    for (movement, against) in [("-0.0001 %", &harm), ("0 %", &None), ("0.0001 %", &None)] {
        assert_eq!(&told(&standing, "c", movement), against, "aggravating, moved by {movement}");
    }
    let ordinary =
        [("response.authority", AnswerValue::Yes), ("response.cooperation", AnswerValue::Option("ordinary".into()))];
    for (movement, against) in [("-1 %", true), ("0 %", false), ("1 %", true)] {
        assert_eq!(told(&ordinary, "f", movement).is_some(), against, "neutral, moved by {movement}");
    }
    let beyond =
        [("response.authority", AnswerValue::Yes), ("response.cooperation", AnswerValue::Option("beyond".into()))];
    for (movement, against) in [("-1 %", false), ("0 %", false), ("1 %", true)] {
        assert_eq!(told(&beyond, "f", movement).is_some(), against, "mitigating, moved by {movement}");
    }
    for movement in ["-1 %", "0 %", "1 %"] {
        assert_eq!(told(&[], "f", movement), None, "not known, moved by {movement}");
    }
}

/// The class proposed: low by default, medium from a balance of one raising factor, high from
/// three; each that lowers takes one away (the method's note on step 2).
#[test]
fn the_class_follows_the_balance_of_factors() {
    use Seriousness::{High, Low, Medium};

    let raising = [
        ("scale.cross_border", AnswerValue::Yes),
        ("processing.core", AnswerValue::Yes),
        ("scale.monitoring", AnswerValue::Yes),
        ("scale.months", AnswerValue::Number(24)),
    ];
    let class = |raises: usize, lowers: bool| {
        let mut case_file = CaseFile::new("Class", "Operation");
        let mut say = |question: &str, value| {
            case_file.operations[0].answers.insert(question.into(), Answer { value, ..Answer::default() });
        };
        say("lawfulness.basis", AnswerValue::Option("none".into()));
        for (question, value) in &raising[..raises] {
            say(question, value.clone());
        }
        if lowers {
            say("scale.people", AnswerValue::Number(5));
        }
        analyse(&case_file).calculation.conducts[0].seriousness.unwrap()
    };
    for (raises, lowers, expected) in [
        (0, false, Low),
        (1, false, Medium),
        (2, false, Medium),
        (3, false, High),
        (4, false, High),
        (0, true, Low),
        (1, true, Low),
        (2, true, Medium),
        (3, true, Medium),
        (4, true, High),
    ] {
        assert_eq!(class(raises, lowers), expected, "{raises} raise, one lowers: {lowers}");
    }
}

/// The movements are added up and applied once; more than the whole cannot be taken away, and
/// exactly the whole is not more.
#[test]
fn movements_are_added_and_end_at_the_whole() {
    let moved = |movements: &[(&str, &str)]| {
        edpb(&["6(1)"], "EUR 2_000_000", |case_file| {
            case_file.choices.set("A.seriousness".into(), ChoiceValue::Level(Seriousness::Medium), "test");
            let all = [("seriousness_share", "10 %"), ("turnover_share", "0.4 %")];
            for (point, value) in all.iter().chain(movements) {
                let rate: Rate = value.parse().unwrap();
                case_file.choices.set(format!("A.{point}").into(), ChoiceValue::Rate(rate), "test");
            }
        })
    };
    // 0.4 % of 10 % of EUR 20 million are EUR 8,000.
    let more = |calculation: &Calculation| {
        calculation.warnings.iter().any(|warning| matches!(warning, Warning::MoreThanWhole { .. }))
    };
    for (movements, adjusted, is_more) in [
        (&[][..], "EUR 8_000", false),
        (&[("circumstance.c", "-20 %"), ("circumstance.k", "50 %")][..], "EUR 10_400", false),
        (&[("circumstance.c", "-50 %"), ("circumstance.k", "-50 %")][..], "EUR 0", false),
        (
            &[("circumstance.c", "-50 %"), ("circumstance.k", "-50 %"), ("circumstance.h", "-0.0001 %")][..],
            "EUR 0",
            true,
        ),
    ] {
        let calculation = moved(movements);
        assert_eq!(calculation.conducts[0].adjusted.point, money(adjusted), "{movements:?}");
        assert_eq!(more(&calculation), is_more, "{movements:?}");
    }
    let Spread { low, point, high } = moved(&[]).conducts[0].fine;
    assert!(low <= point && point <= high);
}

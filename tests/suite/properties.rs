//! What must hold for every matter, whatever was answered or chosen.

use amende::facts::{ChoiceValue, Choices, Turnover};
use amende::fine::Calculation;
use amende::law::{ChoiceId, Seriousness};
use amende::quantity::{Currency, Money, Rate};
use proptest::prelude::*;

use crate::{analyse, library, preset};

/// The Kaspr matter with another turnover and other choices.
fn calculate(turnover_cents: i64, choices: Choices) -> Calculation {
    let mut case_file = preset("kaspr.amende.ron");
    let amount = Money::from_minor(turnover_cents, Currency::EUR);
    case_file.undertaking.turnover =
        Turnover::Figure { amount, year: None, source: "test".to_owned(), secondary: false };
    case_file.choices = choices;
    analyse(&case_file).calculation
}

fn rate(choices: &mut Choices, point: &str, ppm: i64) {
    choices.set(ChoiceId::from(format!("A.{point}")), ChoiceValue::Rate(Rate::from_ppm(ppm)), "test");
}

prop_compose! {
    fn any_choices()(
        level in 0..3_usize,
        share in 0..1_000_000_i64,
        size in 0..1_000_000_i64,
        mitigation in -900_000..900_000_i64,
        gain in -900_000..900_000_i64,
        factor in 0..20_000_000_i64,
    ) -> Choices {
        let mut choices = Choices::default();
        choices.set("A.seriousness".into(), ChoiceValue::Level(Seriousness::ALL[level]), "test");
        for (point, ppm) in [("seriousness_share", share), ("turnover_share", size), ("circumstance.c", mitigation), ("circumstance.k", gain), ("proportionality", factor)] {
            rate(&mut choices, point, ppm);
        }
        choices
    }
}

/// Turnover from nothing to EUR 10^12, evenly over the powers of ten.
fn any_turnover() -> impl Strategy<Value = i64> {
    (0..15_u32, 1..10_i64, 0..1_000_000_i64)
        .prop_map(|(power, digit, rest)| digit * 10_i64.pow(power) + rest % 10_i64.pow(power.min(6)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Art. 83(4) to (6): whatever is chosen, the maximum holds.
    #[test]
    fn never_above_the_legal_maximum(turnover in any_turnover(), choices in any_choices()) {
        let calculation = calculate(turnover, choices);
        for conduct in &calculation.conducts {
            prop_assert!(conduct.fine.point <= conduct.maximum.point);
            prop_assert!(conduct.fine.high <= conduct.maximum.high);
            prop_assert!(conduct.fine.low.minor() >= 0);
        }
    }

    /// The point lies in the range the method permits.
    #[test]
    fn the_point_lies_between_the_ends(turnover in any_turnover(), choices in any_choices()) {
        let fine = calculate(turnover, choices).fine;
        prop_assert!(fine.low <= fine.point && fine.point <= fine.high, "{fine:?}");
    }

    #[test]
    fn more_turnover_never_lowers_a_maximum(turnover in any_turnover(), more in any_turnover()) {
        let (less, more) = (turnover.min(more), turnover.max(more));
        let maximum = |turnover| calculate(turnover, Choices::default()).maximum.point;
        prop_assert!(maximum(less) <= maximum(more));
    }

    #[test]
    fn aggravating_never_lowers_and_mitigating_never_raises(turnover in any_turnover(), ppm in 0..500_000_i64) {
        let fine = |movement| {
            let mut choices = Choices::default();
            rate(&mut choices, "circumstance.c", movement);
            calculate(turnover, choices).fine.point
        };
        prop_assert!(fine(ppm) >= fine(0));
        prop_assert!(fine(-ppm) <= fine(0));
    }

    /// A choice outside what the method permits is brought inside and told.
    #[test]
    fn choices_outside_are_told(ppm in 1_000_001..9_000_000_i64) {
        let mut choices = Choices::default();
        rate(&mut choices, "seriousness_share", ppm);
        let calculation = calculate(300_000_000, choices);
        prop_assert_eq!(calculation.warnings.len(), 1);
    }
}

/// At exactly 2, 10, 50, 100, 250 and 500 million the lower band still applies;
/// one cent more and the next one does (para. 65 and 66: "up to").
#[test]
fn band_borders_lie_on_the_side_the_guidelines_say() {
    let method = library().law.methodology("edpb-04-2022-v2.1").unwrap();
    let share = |cents: i64| method.band(Money::from_minor(cents, Currency::EUR)).unwrap().share.high.to_string();
    let borders =
        [(2, "0.4 %", "2 %"), (10, "2 %", "10 %"), (50, "10 %", "20 %"), (100, "20 %", "50 %"), (250, "50 %", "100 %")];
    for (million, at, above) in borders {
        let cents = million * 100_000_000;
        assert_eq!(share(cents), at, "at {million} million");
        assert_eq!(share(cents + 1), above, "above {million} million");
    }
    let last = method.band(Money::from_minor(50_000_000_001, Currency::EUR)).unwrap();
    assert_eq!((last.share.low.to_string().as_str(), last.up_to), ("100 %", None), "no adjustment above 500 million");
    assert!(
        method.band(Money::from_minor(50_000_000_000, Currency::EUR)).unwrap().up_to.is_some(),
        "500 million itself"
    );
}

/// The dynamic maximum governs above EUR 500 million only.
#[test]
fn four_percent_governs_above_500_million_only() {
    let maximum = |cents| calculate(cents, Choices::default()).maximum.point.to_string();
    assert_eq!(maximum(50_000_000_000), "EUR 20000000.00");
    assert_eq!(maximum(50_000_000_025), "EUR 20000000.01");
    assert_eq!(maximum(100_000_000_000_000), "EUR 40000000000.00");
}

/// The absence of earlier infringements, ordinary cooperation and a notification
/// the law requires do not mitigate (paras 94, 95 and 98 of the guidelines).
#[test]
fn duties_fulfilled_do_not_mitigate() {
    use amende::facts::{Answer, AnswerValue};
    let mut case_file = preset("kaspr.amende.ron");
    let before = analyse(&case_file).calculation.fine.point;
    let answers = &mut case_file.operations[0].answers;
    for (question, value) in [
        ("response.earlier", AnswerValue::No),
        ("response.cooperation", AnswerValue::Option("ordinary".into())),
        ("response.discovery", AnswerValue::Option("mandatory".into())),
    ] {
        answers.insert(question.into(), Answer { value, ..Answer::default() });
    }
    assert_eq!(analyse(&case_file).calculation.fine.point, before);
    let circumstance = |letter: &str| library().law.circumstances.iter().find(|c| c.letter == letter).unwrap();
    assert!(!circumstance("e").allowed.contains(&amende::law::Direction::Mitigating));
    assert!(!circumstance("i").allowed.contains(&amende::law::Direction::Mitigating));
}

/// Separate operations are separate conducts, each under its own maximum.
#[test]
fn separate_conducts_are_not_capped_together() {
    let mut case_file = preset("kaspr.amende.ron");
    let mut second = case_file.operations[0].clone();
    second.id = "second".into();
    case_file.operations.push(second);
    let calculation = analyse(&case_file).calculation;
    assert_eq!(calculation.conducts.len(), 2);
    assert_eq!(calculation.maximum.point.to_string(), "EUR 40000000.00");
}

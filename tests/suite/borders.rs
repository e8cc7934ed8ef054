//! Borders of bands and tiers, and duties that do not mitigate, by example.

use amende::facts::Choices;
use amende::quantity::{Currency, Money};

use crate::currency::currency;
use crate::properties::calculate;
use crate::{analyse, library, preset};

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

/// The United Kingdom's borders lie at 2, 10, 50, 100, 250 and 435 million pounds.
#[test]
fn british_band_borders_lie_on_the_side_the_guidance_says() {
    let method = library().law.methodology("ico-2024").unwrap();
    let share = |cents: i64| method.band(Money::from_minor(cents, currency("GBP"))).unwrap().share.high.to_string();
    for (million, at, above) in [
        (2, "0.4 %", "2 %"),
        (10, "2 %", "10 %"),
        (50, "10 %", "20 %"),
        (100, "20 %", "50 %"),
        (250, "50 %", "100 %"),
        (435, "100 %", "100 %"),
    ] {
        let cents = million * 100_000_000;
        assert_eq!((share(cents).as_str(), share(cents + 1).as_str()), (at, above), "{million} million");
    }
    assert!(method.band(Money::from_minor(43_500_000_001, currency("GBP"))).unwrap().up_to.is_none());
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
    // Para. 102: complying is no mitigation as such; only measures beyond what was ordered.
    let complied = |reading: &amende::law::CircumstanceReading| reading.direction == amende::law::Direction::Mitigating;
    assert!(!circumstance("i").readings.iter().any(complied));
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

//! Figures that agree: what is refused is refused everywhere, and point, range, maximum and
//! estimate never contradict each other, whatever is chosen, stated or left open.

use amende::analysis::{self, Analysis, Terms};
use amende::exposure::{Cause, ExposureDistribution};
use amende::facts::{CaseFile, Choice, ChoiceValue, Turnover};
use amende::fine::Spread;
use amende::law::{MethodologyId, Seriousness, UndertakingKind};
use amende::library::Library;
use amende::quantity::{Currency, Money, Rate};
use amende::trace::Warning;
use proptest::prelude::*;

use crate::currency::currency;
use crate::{analyse, library, preset, terms};

/// Fewer outcomes, so that many matters can be drawn.
fn quick() -> &'static Library {
    static LIBRARY: std::sync::OnceLock<Library> = std::sync::OnceLock::new();
    LIBRARY.get_or_init(|| {
        let mut library = library().clone();
        library.priors.samples = 100;
        library
    })
}

/// Every amount of a result: the fine, conduct by conduct, and every percentile.
fn figures(case_file: &CaseFile, method: Option<&str>) -> Vec<i64> {
    let (analysis, exposure) = drawn(case_file, method);
    let calculation = &analysis.calculation;
    let spreads = [calculation.maximum, calculation.starting, calculation.fine].into_iter().chain(calculation.payable);
    let conducts = calculation.conducts.iter();
    let spreads = spreads.chain(conducts.flat_map(|fine| [fine.maximum, fine.starting, fine.adjusted, fine.fine]));
    let ends = spreads.flat_map(|spread| [spread.low, spread.point, spread.high].map(Money::minor));
    let mut all: Vec<i64> = ends.collect();
    all.extend((1..=100).filter_map(|percent| exposure.percentile(percent)).map(Money::minor));
    all.push(i64::try_from(exposure.without_fine).unwrap());
    all
}

fn drawn(case_file: &CaseFile, method: Option<&str>) -> (Analysis<'static>, ExposureDistribution) {
    let terms = Terms { methodology: method.map(str::to_owned), ..terms(case_file) };
    let analysis = analysis::analyse(case_file, quick(), &terms).unwrap();
    let exposure = analysis::simulate(case_file, quick(), &analysis).unwrap();
    (analysis, exposure)
}

fn figure(amount: &str) -> Turnover {
    Turnover::Figure {
        amount: Some(amount.parse().unwrap()),
        year: Some(2023),
        source: "test".to_owned(),
        secondary: false,
    }
}

fn bracket(from: &str, to: &str) -> Turnover {
    Turnover::Bracket { from: Some(from.parse().unwrap()), to: Some(to.parse().unwrap()), source: "test".to_owned() }
}

/// One value of every kind.
fn every_kind(currency: Currency) -> [ChoiceValue; 5] {
    [
        ChoiceValue::Level(Seriousness::High),
        ChoiceValue::Rate("37 %".parse().unwrap()),
        ChoiceValue::Amount(Money::from_major(54_321, currency)),
        ChoiceValue::Category(2),
        ChoiceValue::Holds(true),
    ]
}

/// The points of a method with a value of the kind each asks for.
fn points(method: &str) -> Vec<(&'static str, ChoiceValue)> {
    let [level, rate, amount, category, holds] =
        every_kind(if method.starts_with("ico") { currency("GBP") } else { Currency::EUR });
    vec![
        ("A.seriousness", level),
        ("A.seriousness_share", rate),
        ("A.turnover_share", rate),
        ("A.starting_amount", amount),
        ("A.circumstance.c", rate),
        ("A.adjusted_amount", amount),
        ("A.proportionality", rate),
        ("A.final_amount", amount),
        ("A.reprimand", holds),
        ("A.daily_factor", rate),
        ("A.category", category),
        ("matter.turnover", amount),
        ("matter.ability.viability", holds),
        ("matter.ability.remains", rate),
        ("matter.procedure.simplified", holds),
        ("matter.reduction.payment", holds),
        ("A.displaced.32.5(1)(f)", holds),
        ("A.nonsense", rate),
        ("Z.final_amount", amount),
    ]
}

const METHODS: [&str; 4] = ["edpb-04-2022-v2.1", "ap-2019", "dsk-2019", "ico-2024"];

/// Of every point of every method, a choice of each other kind, and an amount in another
/// currency: told, and without any part in any figure, every percentile included.
#[test]
fn a_choice_of_the_wrong_kind_has_no_part_in_any_figure() {
    let other = currency("USD");
    for method in METHODS {
        for turnover in [figure("EUR 3_000_000"), bracket("EUR 1_000_000", "EUR 900_000_000"), Turnover::Unknown] {
            let mut plain = preset("kaspr.amende.ron");
            plain.undertaking.turnover = turnover.clone();
            if method == "ico-2024" {
                if turnover != Turnover::Unknown {
                    continue;
                }
                plain.undertaking.establishment = "GB".to_owned();
            }
            let without = figures(&plain, Some(method));
            for (point, right) in points(method) {
                for wrong in every_kind(other) {
                    let same = std::mem::discriminant(&wrong) == std::mem::discriminant(&right);
                    if same && !matches!(wrong, ChoiceValue::Amount(_)) {
                        continue;
                    }
                    let mut case_file = plain.clone();
                    case_file.choices.set(point.into(), wrong, "test");
                    assert_eq!(figures(&case_file, Some(method)), without, "{method} {point} {wrong:?}");
                    let (analysis, _) = drawn(&case_file, Some(method));
                    let told = analysis.calculation.warnings.iter().any(|warning| {
                        matches!(warning, Warning::WrongKind { choice } | Warning::NoSuchPoint { choice } if choice.as_str() == point)
                    });
                    assert!(told, "{method} {point} {wrong:?}: {:?}", analysis.calculation.warnings);
                    let overrides = |warning: &Warning| matches!(warning, Warning::Overridden { .. });
                    assert!(!analysis.calculation.warnings.iter().any(overrides), "{method} {point}");
                }
            }
        }
    }
}

/// What no point asks for has no part in any figure either: a turnover beside a figure,
/// another method's point, a conduct that is not there.
#[test]
fn a_choice_nobody_asks_for_has_no_part_in_any_figure() {
    for (method, nowhere) in [
        (
            "edpb-04-2022-v2.1",
            ["matter.turnover", "A.daily_factor", "A.category", "B.final_amount", "matter.ability.remains"],
        ),
        ("ap-2019", ["matter.turnover", "A.daily_factor", "A.seriousness_share", "A.turnover_share", "B.final_amount"]),
        ("dsk-2019", ["matter.turnover", "A.category", "A.seriousness_share", "A.turnover_share", "B.final_amount"]),
    ] {
        let plain = preset("kaspr.amende.ron");
        let without = figures(&plain, Some(method));
        for point in nowhere {
            let (_, value) = points(method).into_iter().find(|(known, _)| *known == point.replace("B.", "A.")).unwrap();
            let mut case_file = plain.clone();
            case_file.choices.set(point.into(), value, "test");
            assert_eq!(figures(&case_file, Some(method)), without, "{method} {point}");
            let told = Warning::NoSuchPoint { choice: point.into() };
            assert!(drawn(&case_file, Some(method)).0.calculation.warnings.contains(&told), "{method} {point}");
        }
    }
}

/// A choice outside what is permitted is the nearest that is, in every figure.
#[test]
fn a_choice_outside_is_the_nearest_inside_in_every_figure() {
    let mut outside = 0;
    for turnover in [figure("EUR 3_000_000"), bracket("EUR 1_000_000", "EUR 900_000_000")] {
        for method in METHODS.iter().filter(|method| **method != "ico-2024") {
            let mut plain = preset("kaspr.amende.ron");
            plain.undertaking.turnover = turnover.clone();
            let asked = points(method).into_iter().filter_map(|(point, value)| {
                let (low, high) = match value {
                    ChoiceValue::Rate(_) => {
                        (ChoiceValue::Rate(Rate::from_ppm(-9_000_000)), ChoiceValue::Rate(Rate::from_ppm(90_000_000)))
                    }
                    ChoiceValue::Amount(_) => (
                        ChoiceValue::Amount(Money::from_major(-5, Currency::EUR)),
                        ChoiceValue::Amount(Money::from_major(90_000_000_000, Currency::EUR)),
                    ),
                    ChoiceValue::Category(_) => (ChoiceValue::Category(0), ChoiceValue::Category(200)),
                    _ => return None,
                };
                Some((point, [low, high]))
            });
            for (point, values) in asked {
                for value in values {
                    let mut case_file = plain.clone();
                    case_file.choices.set(point.into(), value, "test");
                    let (analysis, _) = drawn(&case_file, Some(method));
                    let told = |warning: &Warning| matches!(warning, Warning::OutOfRange { choice, .. } if choice.as_str() == point);
                    if !analysis.calculation.warnings.iter().any(told) {
                        continue;
                    }
                    outside += 1;
                    let used = analysis.calculation.point(point).unwrap().value;
                    assert_ne!(used, value, "{method} {point}");
                    let mut nearest = plain.clone();
                    nearest.choices.set(point.into(), used, "test");
                    assert_eq!(figures(&case_file, Some(method)), figures(&nearest, Some(method)), "{method} {point}");
                }
            }
        }
    }
    assert!(outside > 30, "{outside} choices were outside");
}

fn ordered(spread: Spread<Money>) -> bool {
    spread.low <= spread.point && spread.point <= spread.high
}

fn within(low: Spread<Money>, high: Spread<Money>) -> bool {
    low.low <= high.low && low.point <= high.point && low.high <= high.high
}

/// Any turnover: a figure, a bracket, nothing.
fn any_turnover() -> impl Strategy<Value = Turnover> {
    let amount = || (0..14_u32, 1..10_i64).prop_map(|(power, digit)| digit * 10_i64.pow(power));
    let money = |minor| Money::from_minor(minor, Currency::EUR);
    prop_oneof![
        amount().prop_map(move |minor| Turnover::Figure {
            amount: Some(money(minor)),
            year: None,
            source: String::new(),
            secondary: false
        }),
        (amount(), amount()).prop_map(move |(a, b)| Turnover::Bracket {
            from: Some(money(a.min(b))),
            to: Some(money(a.max(b))),
            source: String::new()
        }),
        (amount()).prop_map(move |b| Turnover::Bracket {
            from: Some(money(0)),
            to: Some(money(b)),
            source: String::new()
        }),
        Just(Turnover::Unknown),
    ]
}

fn any_choices() -> impl Strategy<Value = Vec<(usize, ChoiceValue)>> {
    let value = prop_oneof![
        (0..3_usize).prop_map(|level| ChoiceValue::Level(Seriousness::ALL[level])),
        (-1_000_000..3_000_000_i64).prop_map(|ppm| ChoiceValue::Rate(Rate::from_ppm(ppm))),
        (0..9_000_000_000_i64).prop_map(|minor| ChoiceValue::Amount(Money::from_minor(minor, Currency::EUR))),
        (0..6_u8).prop_map(ChoiceValue::Category),
        proptest::bool::ANY.prop_map(ChoiceValue::Holds),
    ];
    proptest::collection::vec((0..17_usize, value), 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// In every result, low ≤ point ≤ high ≤ what the law allows, conduct by conduct and in
    /// the sum, in JSON too; no outcome is drawn above what the law allows.
    #[test]
    fn point_range_and_maximum_never_contradict_each_other(
        which in 0..15_usize,
        turnover in any_turnover(),
        kind in 0..4_usize,
        on_market in proptest::bool::ANY,
        country in 0..6_usize,
        method in 0..3_usize,
        choices in any_choices(),
    ) {
        let mut case_file = library().presets[which % library().presets.len()].case_file.clone();
        case_file.undertaking.turnover = turnover;
        case_file.undertaking.kind = [
            UndertakingKind::Company,
            UndertakingKind::PublicBody,
            UndertakingKind::Individual,
            UndertakingKind::Association,
        ][kind];
        case_file.undertaking.on_market = on_market;
        case_file.undertaking.establishment = ["FR", "LT", "PL", "SE", "ES", ""][country].to_owned();
        case_file.methodology = Some(MethodologyId::from(METHODS[method]));
        for (point, value) in choices {
            case_file.choices.set(points(METHODS[method])[point].0.into(), value, "test");
        }
        let terms = terms(&case_file);
        let Ok(analysis) = analysis::analyse(&case_file, quick(), &terms) else { return Ok(()) };
        let calculation = &analysis.calculation;
        prop_assert!(ordered(calculation.fine) && ordered(calculation.maximum) && ordered(calculation.starting));
        prop_assert!(within(calculation.fine, calculation.maximum), "{calculation:?}");
        for fine in &calculation.conducts {
            for spread in [fine.maximum, fine.starting, fine.adjusted, fine.fine] {
                prop_assert!(ordered(spread), "{fine:?}");
            }
            prop_assert!(within(fine.fine, fine.maximum), "{fine:?}");
        }
        if let Some(payable) = calculation.payable {
            prop_assert!(ordered(payable), "{payable:?}");
        }
        let exposure = analysis::simulate(&case_file, quick(), &analysis).unwrap();
        if let Some(most) = exposure.percentile(100) {
            prop_assert!(most <= calculation.maximum.high, "{most} {:?}", calculation.maximum);
        }
        let outside = exposure.leaves_out(calculation.fine.point);
        prop_assert_eq!(exposure.outside.is_some(), outside);
        let json = amende::report::AssessmentJson::new(&case_file, quick(), &analysis, &exposure, &[]);
        let json = serde_json::to_value(&json).unwrap();
        let cents = |of: &serde_json::Value| of["cents"].as_i64().unwrap();
        let fine = &json["fine"];
        prop_assert!(cents(&fine["low"]) <= cents(&fine["point"]) && cents(&fine["point"]) <= cents(&fine["high"]));
        prop_assert!(cents(&fine["high"]) <= cents(&fine["legal_maximum"]));
        prop_assert_eq!(cents(&fine["legal_maximum"]), cents(&fine["legal_maximum"]["high"]));
        prop_assert_eq!(json["exposure"]["point_outside"].is_object(), outside);
    }
}

/// Where the point lies outside the middle of the outcomes, what is given as the reason is
/// what moves them: drawn alone, it moves their middle the same way.
#[test]
fn the_reason_is_what_was_drawn() {
    let mut case_file = preset("kaspr.amende.ron");
    case_file.undertaking.turnover = bracket("EUR 0", "EUR 50_000_000");
    let (analysis, exposure) = drawn(&case_file, None);
    let outside = exposure.outside.as_ref().unwrap();
    assert!(outside.above && outside.causes.first() == Some(&Cause::Turnover), "{outside:?}");
    let words = amende::report::outside_in_words(&exposure, &analysis.calculation, &library().locale).unwrap();
    assert!(words.contains(&library().locale.money(analysis.calculation.fine.point)), "{words}");

    // What the user settled is no reason, and where all is settled the point lies inside.
    case_file.undertaking.turnover = figure("EUR 3_000_000");
    case_file.choices.set("A.final_amount".into(), ChoiceValue::Amount("EUR 240_000".parse().unwrap()), "test");
    let (_, exposure) = drawn(&case_file, None);
    assert_eq!(exposure.outside, None);
    assert_eq!((exposure.percentile(1), exposure.percentile(100)), (exposure.percentile(50), exposure.percentile(50)));
}

/// A bracket that begins at nothing is not drawn from one cent but from the floor the priors
/// state, and one that begins above it from its own beginning.
#[test]
fn a_bracket_is_drawn_between_its_bounds() {
    let of = |turnover: Turnover| {
        let mut case_file = preset("kaspr.amende.ron");
        case_file.undertaking.turnover = turnover;
        // All but the size is settled: what is left is 60 % of EUR 20 million times its share.
        let mut settle = |point: &str, rate: &str| {
            case_file.choices.set(point.into(), ChoiceValue::Rate(rate.parse().unwrap()), "test");
        };
        settle("A.seriousness_share", "60 %");
        settle("A.proportionality", "100 %");
        for circumstance in &library().law.circumstances {
            settle(&format!("A.circumstance.{}", circumstance.id), "0 %");
        }
        drawn(&case_file, None).1
    };
    // Of the scale from EUR 100,000 to 50 million about half lies in the smallest band, whose
    // share ends at 0.4 %; of a scale from one cent six sevenths would.
    let smallest: Option<Money> = "EUR 48_000".parse().ok();
    let wide = of(bracket("EUR 0", "EUR 50_000_000"));
    assert!(wide.percentile(35) <= smallest && smallest < wide.percentile(65), "{:?}", wide.percentile(65));
    let narrow = of(bracket("EUR 20_000_000", "EUR 50_000_000"));
    assert!(narrow.percentile(1) >= "EUR 180_000".parse().ok(), "{:?}", narrow.percentile(1));
    let small = of(bracket("EUR 0", "EUR 50_000"));
    assert!(small.percentile(100) <= smallest && small.percentile(1) >= "EUR 24_000".parse().ok());
}

/// A body that is no undertaking has no turnover made up for it: the fixed maximum holds, and
/// the share for its size is a stated choice.
#[test]
fn no_turnover_is_made_up_for_who_is_no_undertaking() {
    for (kind, on_market, made_up) in [
        (UndertakingKind::PublicBody, false, false),
        (UndertakingKind::Individual, false, false),
        (UndertakingKind::PublicBody, true, true),
        (UndertakingKind::Company, false, true),
    ] {
        let mut case_file = preset("kaspr.amende.ron");
        case_file.undertaking.turnover = Turnover::Unknown;
        case_file.undertaking.kind = kind;
        case_file.undertaking.on_market = on_market;
        case_file.undertaking.establishment = String::new();
        let analysis = analyse(&case_file);
        let calculation = &analysis.calculation;
        let assumed = calculation.warnings.iter().any(|warning| matches!(warning, Warning::TurnoverAssumed { .. }));
        let size = calculation.warnings.iter().any(|warning| matches!(warning, Warning::SizeUnknown { .. }));
        assert_eq!((assumed, size), (made_up, !made_up), "{kind:?}: {:?}", calculation.warnings);
        assert_eq!(calculation.point("matter.turnover").is_some(), made_up);
        let trace = calculation.trace.as_ref().unwrap();
        let mut said = String::new();
        trace.walk(&mut |node, _| said.push_str(&library().locale.value(&node.value, &library().law)));
        assert_eq!(said.contains("10,000,000"), made_up, "{kind:?}");
        if !made_up {
            assert_eq!(calculation.maximum, Spread::same("EUR 20_000_000".parse().unwrap()));
            let share = calculation.point("A.turnover_share").unwrap();
            assert!(matches!(share.permitted, amende::fine::Permitted::Rates(range) if range.high == Rate::WHOLE));
        }
    }
}

/// The order in which a matter lists its operations moves no figure.
#[test]
fn the_order_of_operations_moves_nothing() {
    let mut case_file = preset("shop.amende.ron");
    let others = ["clinic.amende.ron", "direct-marketing.amende.ron", "transfers.amende.ron"];
    case_file.operations.extend(others.iter().flat_map(|file| preset(file).operations));
    for (number, operation) in case_file.operations.iter_mut().enumerate() {
        operation.id = format!("operation-{number}").into();
        operation.linked_to = None;
    }
    assert!(analyse(&case_file).calculation.conducts.len() > 2);
    let sums = |case_file: &CaseFile| {
        let (analysis, exposure) = drawn(case_file, None);
        let percentiles: Vec<_> = (1..=100).map(|percent| exposure.percentile(percent)).collect();
        (analysis.calculation.fine, exposure.without_fine, percentiles)
    };
    let first = sums(&case_file);
    for _ in 1..case_file.operations.len() {
        case_file.operations.rotate_left(1);
        assert_eq!(sums(&case_file), first);
    }
    case_file.operations.reverse();
    assert_eq!(sums(&case_file), first);
}

/// Near the end of a band both results are told, each the one calculated there; elsewhere
/// nothing is, and not where the fine does not fall.
#[test]
fn both_results_are_told_near_the_end_of_a_band() {
    let of = |amount: &str| {
        let mut case_file = preset("kaspr.amende.ron");
        case_file.undertaking.turnover = figure(amount);
        analyse(&case_file).calculation
    };
    let edge = |amount: &str| {
        let told = |warning: &Warning| match warning {
            Warning::BandEdge { edge, up_to, above } => Some((*edge, *up_to, *above)),
            _ => None,
        };
        of(amount).warnings.iter().find_map(told)
    };
    for band in ["EUR 2_000_000", "EUR 10_000_000", "EUR 50_000_000", "EUR 100_000_000", "EUR 250_000_000"] {
        let at: Money = band.parse().unwrap();
        let beyond = Money::from_minor(at.minor() + 1, Currency::EUR).to_string();
        let (up_to, above) = (of(band).fine.point, of(&beyond).fine.point);
        assert!(above < up_to);
        let expected = Some((at, up_to, above));
        let nearby = [at.minor() / 100 * 91, at.minor(), at.minor() + 1, at.minor() / 100 * 109];
        for minor in nearby {
            assert_eq!(edge(&Money::from_minor(minor, Currency::EUR).to_string()), expected, "{minor}");
        }
    }
    for amount in ["EUR 3_000_000", "EUR 8_999_999", "EUR 11_000_001", "EUR 500_000_000", "EUR 900_000_000"] {
        assert_eq!(edge(amount), None, "{amount}");
    }
}

/// A choice can be read back from a calculation with its reason.
#[test]
fn what_is_refused_is_the_programs_proposal() {
    let mut case_file = preset("kaspr.amende.ron");
    case_file.choices.set("A.final_amount".into(), ChoiceValue::Amount("USD 5".parse().unwrap()), "typed");
    let calculation = analyse(&case_file).calculation;
    let point = calculation.point("A.final_amount").unwrap();
    assert_eq!(point.by, amende::trace::ChosenBy::Program);
    assert_eq!(point.value, ChoiceValue::Amount(calculation.fine.point));
    assert_ne!(point.reason.stated(), "typed");
    let kept: Option<&Choice> = case_file.choices.get("A.final_amount");
    assert!(kept.is_some(), "what the user typed stays in the matter");
}

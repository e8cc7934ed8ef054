//! What must hold for every matter, whatever was answered or chosen.

use amende::facts::{ChoiceValue, Choices, Turnover};
use amende::fine::Calculation;
use amende::law::{ChoiceId, Seriousness};
use amende::quantity::{Currency, Money, Rate};
use proptest::prelude::*;

use crate::chain::follow;
use crate::currency::currency;
use crate::{analyse, library, preset};

/// The Kaspr matter with another turnover and other choices.
pub(crate) fn calculate(turnover_cents: i64, choices: Choices) -> Calculation {
    let mut case_file = preset("kaspr.amende.ron");
    let amount = Money::from_minor(turnover_cents, Currency::EUR);
    case_file.undertaking.turnover =
        Turnover::Figure { amount: Some(amount), year: None, source: "test".to_owned(), secondary: false };
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
        prop_assert_eq!(calculation.warnings.iter().filter(|warning| warning.choice().is_some()).count(), 1);
    }
}

/// Every method with the currency it counts in.
const METHODS: [(&str, &str); 4] =
    [("edpb-04-2022-v2.1", "EUR"), ("ap-2019", "EUR"), ("dsk-2019", "EUR"), ("ico-2024", "GBP")];

/// Provisions of every tier, some of them linked in one conduct.
fn any_provisions() -> impl Strategy<Value = Vec<&'static str>> {
    // Those that a method sets a fine for: a law beside data protection law has maxima of its own.
    let law = &library().law;
    let provisions = law.provisions.iter().filter(|provision| law.beside_of(provision).is_none());
    let fined: Vec<&str> =
        provisions.filter(|provision| provision.tier.is_some()).map(|provision| provision.id.as_str()).collect();
    proptest::sample::subsequence(fined, 1..6)
}

/// The higher tier's fixed maximum where a provision of it is among them, else the lower.
fn static_cap(provisions: &[&str]) -> i64 {
    let tier = |id: &&str| library().law.tier_of(&(*id).into()).unwrap();
    if provisions.iter().all(|id| tier(id).as_str() == "83(4)") { 1_000_000_000 } else { 2_000_000_000 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every method keeps the maximum of the conduct, whatever it infringes.
    #[test]
    fn no_method_goes_above_the_maximum(
        turnover in any_turnover(),
        provisions in any_provisions(),
        choices in any_choices(),
        method in 0..METHODS.len(),
    ) {
        let (method, code) = METHODS[method];
        let currency = currency(code);
        let amount = Money::from_minor(turnover, currency).to_string();
        let calculation = follow(method, &provisions, &amount, |case_file| case_file.choices = choices).unwrap();
        let conduct = &calculation.conducts[0];
        prop_assert!(conduct.fine.point <= conduct.maximum.point, "{method}: {conduct:?}");
        prop_assert!(conduct.fine.high <= conduct.maximum.high, "{method}: {conduct:?}");
        prop_assert!(conduct.fine.low.minor() >= 0);
    }

    /// Whatever is chosen, by rate or outright, the point lies in the range beside it.
    #[test]
    fn the_point_lies_in_its_range(
        turnover in any_turnover(),
        provisions in any_provisions(),
        choices in any_choices(),
        method in 0..METHODS.len(),
        outright in 0..4_usize,
        cents in 0..5_000_000_000_i64,
    ) {
        let (method, code) = METHODS[method];
        let currency = currency(code);
        let amount = Money::from_minor(turnover, currency).to_string();
        let calculation = follow(method, &provisions, &amount, |case_file| {
            case_file.choices = choices;
            if let Some(point) = ["starting_amount", "adjusted_amount", "final_amount"].get(outright) {
                let chosen = ChoiceValue::Amount(Money::from_minor(cents, currency));
                case_file.choices.set(format!("A.{point}").into(), chosen, "test");
            }
        });
        let conduct = &calculation.unwrap().conducts[0];
        for spread in [conduct.maximum, conduct.starting, conduct.adjusted, conduct.fine] {
            prop_assert!(spread.low <= spread.point && spread.point <= spread.high, "{method}: {conduct:?}");
        }
    }

    /// More turnover never lowers a maximum: of any provision, by any method, nor of a public
    /// body whose limit is a share of its budget.
    #[test]
    fn more_turnover_never_lowers_any_maximum(
        provisions in any_provisions(),
        turnover in any_turnover(),
        more in 0..1_000_000_000_000_i64,
        method in 0..METHODS.len(),
        public in proptest::bool::ANY,
    ) {
        let (method, code) = METHODS[method];
        let currency = currency(code);
        let maximum = |cents: i64| {
            let amount = Money::from_minor(cents, currency).to_string();
            let calculation = follow(method, &provisions, &amount, |case_file| {
                if public && currency == Currency::EUR {
                    case_file.undertaking.kind = amende::law::UndertakingKind::PublicBody;
                    case_file.undertaking.establishment = "LT".to_owned();
                }
            });
            calculation.unwrap().maximum.point
        };
        prop_assert!(maximum(turnover) <= maximum(turnover.saturating_add(more)), "{method}");
    }

    /// An aggravating choice never lowers and a mitigating one never raises, by any method.
    #[test]
    fn no_method_turns_a_circumstance_round(
        provisions in any_provisions(),
        turnover in any_turnover(),
        place in 0..8_usize,
        ppm in 0..500_000_i64,
        method in 0..METHODS.len(),
    ) {
        let (method, code) = METHODS[method];
        let currency = currency(code);
        let circumstance = library().law.circumstances[place].id.clone();
        let amount = Money::from_minor(turnover, currency).to_string();
        let fine = |movement: i64| {
            let calculation = follow(method, &provisions, &amount, |case_file| {
                rate(&mut case_file.choices, &format!("circumstance.{circumstance}"), movement);
            });
            calculation.unwrap().fine.point
        };
        let (less, same, more) = (fine(-ppm), fine(0), fine(ppm));
        prop_assert!(less <= same && same <= more, "{method} {circumstance}");
    }

    /// Art. 83(3): the maximum of linked operations is that of the gravest infringement of
    /// any of them, whatever the rest is.
    #[test]
    fn linked_operations_have_the_maximum_of_the_gravest(
        turnover in any_turnover(),
        low_first in proptest::bool::ANY,
        records in proptest::bool::ANY,
    ) {
        use amende::facts::{Answer, AnswerValue};
        let mut case_file = preset("kaspr.amende.ron");
        case_file.undertaking.turnover =
            Turnover::Figure { amount: Some(Money::from_minor(turnover, Currency::EUR)), year: None, source: "test".to_owned(), secondary: false };
        case_file.undertaking.employees = Some(400);
        let alone = analyse(&case_file).calculation.maximum;
        let mut second = case_file.operations[0].clone();
        second.id = "second".into();
        second.answers.clear();
        let value = if records { AnswerValue::No } else { AnswerValue::Yes };
        second.answers.insert("accountability.records".into(), Answer { value, ..Answer::default() });
        let first = case_file.operations[0].id.clone();
        if low_first {
            case_file.operations.insert(0, second);
            case_file.operations[1].linked_to = Some("second".into());
        } else {
            second.linked_to = Some(first);
            case_file.operations.push(second);
        }
        let together = analyse(&case_file).calculation;
        prop_assert_eq!(together.conducts.len(), 1);
        prop_assert_eq!(together.maximum, alone);
        prop_assert!(together.fine.high <= alone.high);
    }

    /// Art. 83(3): linked operations are fined together, under the maximum of the gravest.
    #[test]
    fn linked_operations_share_one_maximum(turnover in any_turnover(), choices in any_choices()) {
        let mut case_file = preset("kaspr.amende.ron");
        let amount = Money::from_minor(turnover, Currency::EUR);
        case_file.undertaking.turnover =
            Turnover::Figure { amount: Some(amount), year: None, source: "test".to_owned(), secondary: false };
        case_file.choices = choices;
        let alone = analyse(&case_file).calculation.maximum;
        let mut second = case_file.operations[0].clone();
        second.id = "second".into();
        second.linked_to = Some(case_file.operations[0].id.clone());
        case_file.operations.push(second);
        let together = analyse(&case_file).calculation;
        prop_assert_eq!(together.conducts.len(), 1);
        prop_assert_eq!(together.maximum, alone);
        prop_assert!(together.fine.point <= alone.point && together.fine.high <= alone.high);
    }

    /// Cents are exact up to EUR 10^12: maximum and share agree with integer arithmetic.
    #[test]
    fn cents_are_exact(
        turnover in 0..=100_000_000_000_000_i64,
        provisions in any_provisions(),
        share in 100_000..=200_000_i64,
        movement in -500_000..=500_000_i64,
        factor in 0..=1_000_000_i64,
    ) {
        let amount = Money::from_minor(turnover, Currency::EUR).to_string();
        let calculation = follow("edpb-04-2022-v2.1", &provisions, &amount, |case_file| {
            case_file.choices.set("A.seriousness".into(), ChoiceValue::Level(Seriousness::Medium), "test");
            rate(&mut case_file.choices, "seriousness_share", share);
            rate(&mut case_file.choices, "circumstance.k", movement);
            rate(&mut case_file.choices, "proportionality", factor);
        }).unwrap();
        let fixed = static_cap(&provisions);
        let percent = if fixed == 1_000_000_000 { 2 } else { 4 };
        let maximum = fixed.max(turnover * percent / 100);
        prop_assert_eq!(calculation.maximum.point.minor(), maximum);
        let expected = i128::from(maximum) * i128::from(share) / 1_000_000;
        let trace = calculation.trace.unwrap();
        let after = &trace.find("A.after_seriousness").unwrap().value;
        prop_assert_eq!(after, &amende::trace::Value::Money(Money::from_minor(i64::try_from(expected).unwrap(), Currency::EUR)));
        // And each step after it, from the amount the step before left, fractions dropped.
        let at = |figure: &str| match trace.find(figure).unwrap().value {
            amende::trace::Value::Money(amount) => i128::from(amount.minor()),
            _ => panic!("{figure} is no amount"),
        };
        let size = match trace.find("A.turnover_share").map(|node| &node.value) {
            Some(amende::trace::Value::Rate(share)) => i128::from(share.ppm()),
            _ => 1_000_000,
        };
        prop_assert_eq!(at("A.after_turnover"), expected * size / 1_000_000);
        let moved = at("A.starting_amount") * (1_000_000 + i128::from(movement)) / 1_000_000;
        prop_assert_eq!(at("A.after_circumstances"), moved);
        prop_assert_eq!(at("A.after_maximum"), moved.min(i128::from(maximum)));
        prop_assert_eq!(at("A.after_proportionality"), at("A.after_maximum") * i128::from(factor) / 1_000_000);
    }

    /// Every circumstance, in each direction it may take: never the other way.
    #[test]
    fn no_circumstance_moves_the_other_way(
        turnover in any_turnover(),
        choices in any_choices(),
        place in 0..8_usize,
        ppm in 0..500_000_i64,
    ) {
        let circumstance = &library().law.circumstances[place];
        let fine = |movement: i64| {
            let mut choices = choices.clone();
            rate(&mut choices, &format!("circumstance.{}", circumstance.id), movement);
            calculate(turnover, choices).fine
        };
        let (less, same, more) = (fine(-ppm), fine(0), fine(ppm));
        prop_assert!(less.point <= same.point && same.point <= more.point, "{}", circumstance.id);
        prop_assert!(less.high <= same.high && same.high <= more.high, "{}", circumstance.id);
    }

    /// The order in which a file holds answers and choices, and that in which provisions
    /// and operations are named, changes nothing.
    #[test]
    fn order_is_irrelevant(order in Just((0..200_usize).collect::<Vec<_>>()).prop_shuffle()) {
        // The same file with its entries in another order.
        let kaspr = preset("kaspr.amende.ron");
        let shuffled = |mut entries: Vec<String>| {
            let mut places: Vec<_> = order.iter().take(entries.len()).copied().enumerate().collect();
            places.sort_by_key(|(_, place)| *place);
            places.iter().map(|(index, _)| std::mem::take(&mut entries[*index])).collect::<Vec<_>>().join(", ")
        };
        let answers = kaspr.operations[0].answers.iter();
        let answers: Vec<_> = answers.map(|(id, answer)| format!("\"{id}\": {}", ron::to_string(answer).unwrap())).collect();
        let choices = ["proportionality", "circumstance.c", "circumstance.k", "seriousness_share"];
        let choices: Vec<_> = choices.iter().map(|point| format!("\"A.{point}\": (value: Rate(\"30 %\"), reason: \"test\")")).collect();
        let file = |answers: &str, choices: &str| {
            let text = format!("(format: 1, title: \"t\", operations: [(id: \"o\", name: \"n\", answers: {{{answers}}})], choices: {{{choices}}})");
            amende::library::parse::<amende::facts::CaseFile>("shuffled", &text).unwrap()
        };
        let expected = analyse(&file(&answers.join(", "), &choices.join(", ")));
        let analysis = analyse(&file(&shuffled(answers), &shuffled(choices)));
        prop_assert_eq!(&analysis.calculation, &expected.calculation);
        prop_assert_eq!(&analysis.assessment, &expected.assessment);

        // Separate operations the other way round: the same fines, under other letters.
        let mut both = kaspr.clone();
        let mut second = preset("shop.amende.ron").operations.remove(0);
        second.id = "second".into();
        both.operations.push(second);
        let fines = |case_file: &amende::facts::CaseFile| {
            let calculation = analyse(case_file).calculation;
            let mut fines: Vec<_> = calculation.conducts.iter().map(|conduct| (conduct.tier.clone(), conduct.fine.point.minor())).collect();
            fines.sort();
            (fines, calculation.fine, calculation.maximum)
        };
        let before = fines(&both);
        both.operations.reverse();
        prop_assert_eq!(fines(&both), before);

        let mut places: Vec<usize> = (0..5).collect();
        places.sort_by_key(|place| order[*place]);
        let provisions: Vec<&str> = places.iter().map(|place| ["5(1)(f)", "6(1)", "12", "30", "32"][*place]).collect();
        let fine = |provisions: &[&str]| follow("edpb-04-2022-v2.1", provisions, "EUR 3_000_000", |_| {}).unwrap().fine;
        prop_assert_eq!(fine(&provisions), fine(&["32", "30", "12", "6(1)", "5(1)(f)"]));
    }
}

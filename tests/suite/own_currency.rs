//! Limits set in a national currency: applied and imposed in it, exact to the minor unit.

use amende::facts::{Answer, AnswerValue, CaseFile, ChoiceValue, Exchange, Turnover};
use amende::fine::Calculation;
use amende::law::{PublicBodyRule, Seriousness, UndertakingKind};
use amende::quantity::{Currency, Money, Rate};
use amende::report::{self, Format, SystemFonts};
use amende::trace::{Value, Warning};
use proptest::prelude::*;

use crate::chain::follow;
use crate::currency::{currency, figure, input, money};
use crate::traps::{EDPB, holds};
use crate::{analyse, library};

fn choose(case_file: &mut CaseFile, point: &str, value: ChoiceValue) {
    case_file.choices.set(format!("A.{point}").as_str().into(), value, "test");
}

fn rate(text: &str) -> ChoiceValue {
    ChoiceValue::Rate(text.parse::<Rate>().unwrap())
}

/// A public body of this country on 1 June 2025.
fn body(country: &str, provision: &str, turnover: &str, edit: impl FnOnce(&mut CaseFile)) -> Calculation {
    let calculation = follow(EDPB, &[provision], turnover, |case_file| {
        case_file.undertaking.kind = UndertakingKind::PublicBody;
        country.clone_into(&mut case_file.undertaking.establishment);
        choose(case_file, "seriousness", ChoiceValue::Level(Seriousness::High));
        edit(case_file);
    });
    calculation.unwrap()
}

/// 60 % of PLN 100,000 and 30 % more is PLN 78,000.00, at each step.
#[test]
fn a_share_of_a_limit_in_zloty_is_exact_to_the_grosz() {
    let circumstance = &library().law.circumstances[0].id;
    let calculation = body("PL", "6(1)", "EUR 3_000_000", |case_file| {
        choose(case_file, "seriousness_share", rate("60 %"));
        choose(case_file, &format!("circumstance.{circumstance}"), rate("30 %"));
    });
    assert_eq!(calculation.payable.unwrap().point, money("PLN 78_000.00"));
    assert_eq!(calculation.conducts[0].fine.point, money("PLN 78_000.00"));
    assert_eq!(figure(&calculation, "A.after_seriousness"), money("PLN 60_000.00"));
    assert_eq!(figure(&calculation, "A.after_circumstances"), money("PLN 78_000.00"));
    assert_eq!(figure(&calculation, "A.public_body_limit"), money("PLN 100_000.00"));
    // In euro at the rate the law names, 4.2092 on 28 January 2025: 78,000 / 4.2092.
    assert_eq!(calculation.fine.point, money("EUR 18_530.83"));
    assert_eq!(calculation.maximum.point, money("EUR 23_757.48"));
    let told = calculation.warnings.iter().find(|told| matches!(told, Warning::CountedInOwn { .. })).unwrap();
    let told = library().locale.warning(told, &library().law);
    assert!(told.contains("PLN 4.2092 for EUR 1 (rate of 28 January 2025"), "{told}");
}

/// `pub-SE-rate`: the limit stands in kronor, in trace and result, whatever the rate.
#[test]
fn pub_se_rate_has_its_limit_in_kronor() {
    let mut case_file = input("pub-SE-rate");
    let calculation = analyse(&case_file).calculation;
    assert_eq!(figure(&calculation, "A.public_body_limit"), money("SEK 10_000_000.00"));
    assert_eq!(figure(&calculation, "A.legal_maximum"), money("SEK 10_000_000.00"));
    assert_eq!(calculation.fine.point.currency(), Currency::EUR);
    assert!(calculation.payable.unwrap().high <= money("SEK 10_000_000"));
    // 20 % of EUR 20,000,000, and 8 % of that for the size: no currency but the euro.
    assert_eq!(calculation.starting.low, money("EUR 320_000.00"));
    assert_eq!(calculation.starting.high, money("EUR 4_000_000.00"));
    case_file.exchange.clear();
    let published = analyse(&case_file).calculation;
    assert_eq!(figure(&published, "A.public_body_limit"), money("SEK 10_000_000.00"));
    let rate = &published.trace.as_ref().unwrap().find("matter.limit_rate").unwrap().value;
    // The day is 1 November 2026: October is the last month held.
    assert_eq!(*rate, Value::Exchange("11.153".parse().unwrap()));
    assert!(published.warnings.iter().any(|warning| matches!(warning, Warning::RateOfOtherTime { .. })));
}

/// The report says what is imposed, in the country's currency, and the limit in it.
#[test]
fn the_report_names_what_is_imposed_in_the_countrys_currency() {
    let case_file = input("pub-SE-rate");
    let analysis = analyse(&case_file);
    let exposure = amende::analysis::simulate(&case_file, library(), &analysis).unwrap();
    let document = report::build(&case_file, library(), &analysis, &exposure);
    let markdown =
        String::from_utf8(report::render(&document, Format::Markdown, SystemFonts::installed()).unwrap()).unwrap();
    let text = &library().locale;
    for amount in [analysis.calculation.payable.unwrap().point, money("SEK 10_000_000")] {
        assert!(markdown.contains(&text.money_exact(amount)), "{amount}");
    }
}

/// What is taken of a limit after it was reached is exact: half of SEK 10,000,000.
#[test]
fn half_of_a_limit_reached_is_half_to_the_minor_unit() {
    let calculation = body("SE", "6(1)", "EUR 600_000_000", |case_file| {
        choose(case_file, "seriousness_share", rate("100 %"));
        choose(case_file, "proportionality", rate("50 %"));
    });
    assert_eq!(figure(&calculation, "A.after_maximum"), money("SEK 10_000_000.00"));
    assert_eq!(calculation.payable.unwrap().point, money("SEK 5_000_000.00"));
}

/// Every country's limit in a currency of its own is imposed to the minor unit where it is
/// reached, for every tier.
#[test]
fn every_limit_in_a_national_currency_is_reached_exactly() {
    let mut tried = 0;
    for rules in &library().law.national {
        let PublicBodyRule::UpTo(caps) = &rules.public_bodies.rule else { continue };
        for cap in caps.iter().filter(|cap| cap.cap.currency() != Currency::EUR) {
            let provision = match cap.tier.as_str() {
                "83(4)" => "32",
                "83(5)" => "6(1)",
                _ => "58(2)",
            };
            let calculation = body(&rules.country, provision, "EUR 2_000_000_000", |case_file| {
                choose(case_file, "seriousness_share", rate("100 %"));
            });
            assert_eq!(calculation.payable.unwrap().point, cap.cap, "{} {}", rules.country, cap.tier);
            assert_eq!(calculation.conducts[0].maximum.point, cap.cap, "{} {}", rules.country, cap.tier);
            tried += 1;
        }
    }
    assert!(tried >= 12, "only {tried}");
}

/// A budget stated in the currency of a limit that is a share of it is never converted.
#[test]
fn a_share_of_a_budget_in_its_own_currency_is_exact() {
    let calculation = body("DK", "6(1)", "DKK 300_000_001", |case_file| {
        choose(case_file, "seriousness_share", rate("100 %"));
    });
    assert_eq!(figure(&calculation, "A.public_body_relative"), money("DKK 12_000_000.04"));
    assert_eq!(calculation.conducts[0].maximum.point, money("DKK 12_000_000.04"));
}

/// Where the limit is in zloty, an amount chosen in zloty is taken as it stands, one in
/// euro is converted; in a third currency it is refused.
#[test]
fn an_amount_is_chosen_in_either_currency() {
    let chosen = |amount: &str| {
        body("PL", "6(1)", "EUR 3_000_000", |case_file| {
            choose(case_file, "adjusted_amount", ChoiceValue::Amount(amount.parse().unwrap()));
        })
    };
    assert_eq!(chosen("PLN 55_555.55").payable.unwrap().point, money("PLN 55_555.55"));
    // 12,000 × 4.2092
    assert_eq!(chosen("EUR 12_000").payable.unwrap().point, money("PLN 50_510.40"));
    let wrong = chosen("SEK 12_000");
    assert!(wrong.warnings.iter().any(|warning| matches!(warning, Warning::WrongKind { .. })));
}

/// Under a limit in euro nothing changes, and a company's fine is calculated in euro.
#[test]
fn without_a_limit_in_another_currency_the_amounts_stay_in_the_methods() {
    let ireland = body("IE", "6(1)", "EUR 600_000_000", |_| {});
    assert_eq!((ireland.conducts[0].fine.point.currency(), ireland.payable), (Currency::EUR, None));
    let mut case_file = input("pub-SE-rate");
    case_file.undertaking.kind = UndertakingKind::Company;
    let Turnover::Figure { amount, .. } = &mut case_file.undertaking.turnover else { panic!() };
    *amount = Some(Money::from_major(52_000_000, Currency::EUR));
    assert_eq!(analyse(&case_file).calculation.conducts[0].fine.point.currency(), Currency::EUR);
}

/// A reprimand is no fine in the currency of the limit too: nothing is added to it.
#[test]
fn a_reprimand_under_a_limit_in_kronor_is_nothing_in_kronor() {
    let calculation = body("SE", "6(1)", "EUR 3_000_000", |case_file| holds(case_file, "A.reprimand"));
    assert_eq!(calculation.conducts[0].fine.point, money("SEK 0"));
    assert_eq!(calculation.payable.unwrap().high, money("SEK 0"));
    assert_eq!(calculation.fine.point, money("EUR 0"));
}

/// Nor is there a fine without fault; the way there can be read in kronor.
#[test]
fn without_fault_nothing_is_imposed_in_kronor() {
    let calculation = body("SE", "6(1)", "EUR 3_000_000", |case_file| {
        let value = AnswerValue::Option("none".into());
        case_file.operations[0].answers.insert("fault.kind".into(), Answer { value, ..Answer::default() });
    });
    assert!(calculation.conducts[0].without_fault);
    assert_eq!(calculation.payable.unwrap().high, money("SEK 0"));
}

/// A public body whose budget is not known has the fixed limit alone, whatever share of the
/// budget is a limit besides.
#[test]
fn without_a_budget_the_fixed_limit_in_kroner_holds() {
    let calculation = body("DK", "6(1)", "DKK 300_000_001", |case_file| {
        case_file.undertaking.turnover = Turnover::Unknown;
        choose(case_file, "seriousness_share", rate("100 %"));
    });
    assert_eq!(calculation.conducts[0].maximum.point, money("DKK 16_000_000"));
}

/// Of a rate stated in either direction: what one euro is in the other currency, as a
/// fraction of whole numbers.
type Fraction = (i128, i128);

fn stated(currency: Currency, digits: i64, places: u32, from_euro: bool) -> (Exchange, Fraction) {
    let unit = 10_i64.pow(places);
    let text = format!("{}.{:0width$}", digits / unit, digits % unit, width = places as usize);
    let (from, to) = if from_euro { (Currency::EUR, currency) } else { (currency, Currency::EUR) };
    let (digits, unit) = (i128::from(digits), i128::from(unit));
    let per_euro = if from_euro { (digits, unit) } else { (unit, digits) };
    (Exchange { from, to, rate: text.parse().unwrap(), source: "test".to_owned() }, per_euro)
}

/// Cents as minor units of a currency of two decimals, rounded down.
fn there(cents: Money, (per, one): Fraction, into: Currency) -> Money {
    Money::from_minor((i128::from(cents.minor()) * per / one).try_into().unwrap(), into)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the rate, stated in either direction: what the method gives in euro shows as
    /// it is without a limit in another currency, what is set or chosen in that currency
    /// shows as it is set or chosen, and only the other one of each is converted, once.
    #[test]
    fn an_amount_shows_exactly_in_the_currency_it_is_stated_in(
        (country, currency) in prop::sample::select(vec![
            ("SE", currency("SEK")), ("DK", currency("DKK")), ("HU", currency("HUF")), ("RO", currency("RON")), ("PL", currency("PLN")),
        ]),
        (digits, places, from_euro) in (1_i64..10_000_000, 0_u32..7, any::<bool>()),
        turnover in 100_000_i64..900_000_000,
        chosen in 1_i64..90_000_000,
        (in_euro, chooses) in any::<(bool, bool)>(),
    ) {
        let (exchange, per_euro) = stated(currency, digits, places, from_euro);
        let chosen = Money::from_minor(chosen, if in_euro { Currency::EUR } else { currency });
        let turnover = format!("EUR {turnover}");
        let of = |country: &str| body(country, "6(1)", &turnover, |case_file| {
            case_file.exchange.push(exchange.clone());
            if chooses && country != "IT" {
                choose(case_file, "final_amount", ChoiceValue::Amount(chosen));
            }
        });
        let (own, common) = (of(country), of("IT"));
        let imposed = own.payable.unwrap();
        let limit = own.conducts[0].maximum.point;
        prop_assert_eq!(imposed.point.currency(), currency);
        prop_assert_eq!(imposed.point, own.conducts[0].fine.point);
        let back = (per_euro.1, per_euro.0);
        let refused = own.warnings.iter().any(|warning| matches!(warning, Warning::OutOfRange { .. }));
        let is_limited = imposed.point == limit;
        if country != "PL" {
            prop_assert_eq!(own.starting, common.starting);
        }
        if chooses && !refused && !is_limited {
            let expected = if in_euro { (chosen, there(chosen, per_euro, currency)) }
                else { (there(chosen, back, Currency::EUR), chosen) };
            prop_assert_eq!((own.fine.point, imposed.point), expected);
        } else if country != "PL" && !chooses && !is_limited {
            prop_assert_eq!((own.fine.point, imposed.point), (common.fine.point, there(common.fine.point, per_euro, currency)));
        } else if !chooses && limit == there(common.maximum.point, per_euro, currency) {
            // The maximum of the Regulation is the lower one: all of it is stated in euro.
            prop_assert_eq!(imposed.point, there(own.fine.point, per_euro, currency));
        } else if !chooses {
            prop_assert_eq!(own.fine.point, there(imposed.point, back, Currency::EUR));
        }
    }
}

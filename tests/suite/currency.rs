//! Money in any currency: rates of the European Central Bank, rates of the user's own in
//! either direction, exact arithmetic. The amounts expected were calculated apart from the
//! program, from the published rates with fractions of integers.

use amende::facts::{CaseFile, Exchange, Turnover};
use amende::fine::Calculation;
use amende::law::{Basis, When};
use amende::library::answer_problems;
use amende::quantity::{Currency, Money, Ratio, Rounding};
use amende::trace::{RateBasis, RateUsed, Value, Warning};
use proptest::prelude::*;

use crate::chain::follow;
use crate::traps::EDPB;
use crate::{analyse, library};

pub(crate) fn money(text: &str) -> Money {
    text.parse().unwrap()
}

/// A matter that was once got wrong, by its file.
pub(crate) fn input(name: &str) -> CaseFile {
    let path = format!("{}/tests/inputs/{name}.amende.ron", env!("CARGO_MANIFEST_DIR"));
    let case_file: CaseFile = amende::library::parse(name, &std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(answer_problems(&case_file, &library().law), [], "{name}");
    case_file
}

pub(crate) fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

/// The currencies of which a rate is held, the euro left out.
fn held() -> Vec<Currency> {
    let rates = &library().law.rates;
    let all = Currency::all().iter().copied();
    all.filter(|currency| rates.per_euro(*currency, When::Year(2025)).is_some()).collect()
}

fn rate(from: Currency, to: Currency, rate: &str) -> Exchange {
    Exchange { from, to, rate: rate.parse().unwrap(), source: "test".to_owned() }
}

/// The figure of the trace of this name, as money.
pub(crate) fn figure(calculation: &Calculation, name: &str) -> Money {
    match calculation.trace.as_ref().unwrap().find(name).unwrap().value {
        Value::Money(amount) => amount,
        ref other => panic!("{name} is {other:?}"),
    }
}

fn rates_told(calculation: &Calculation) -> Vec<RateUsed> {
    let told = calculation.warnings.iter().find_map(|warning| match warning {
        Warning::TurnoverConverted { rates, .. } => Some(rates.clone()),
        _ => None,
    });
    told.unwrap()
}

fn average(to: Currency, rate: &str, year: i16) -> RateUsed {
    let basis = RateBasis::Average { year, first: 1, last: 12 };
    RateUsed { from: Currency::EUR, to, rate: rate.parse().unwrap(), basis }
}

/// `turn-jpy`: a turnover in a currency nobody stated a rate for is converted at the
/// average of its year, told with the rate and its source everywhere.
#[test]
fn turn_jpy_is_converted_at_the_average_of_its_year() {
    let analysis = analyse(&input("turn-jpy"));
    let calculation = &analysis.calculation;
    assert_eq!(figure(calculation, "matter.turnover"), money("EUR 2_957_827_298.37"));
    assert_eq!(rates_told(calculation), [average(currency("JPY"), "169.043", 2025)]);
    let trace = calculation.trace.as_ref().unwrap();
    assert_eq!(trace.find("matter.exchange").unwrap().citations[0].instrument.as_str(), "ecb-rates");
    let text = library().locale.trace_text(trace, &library().law).replace('\u{a0}', " ");
    assert!(text.contains("JPY 500,000,000,000") && !text.contains("JPY 500,000,000,000.00"), "no decimals of yen");
    assert!(text.contains("EUR → JPY, 2025") && text.contains("169.043") && text.contains("ECB reference rates"));
    let told = analysis.calculation.warnings.iter().map(|warning| library().locale.warning(warning, &library().law));
    let told: String = told.collect::<Vec<_>>().join("\n").replace('\u{a0}', " ");
    assert!(
        told.contains("JPY 500,000,000,000 was converted to EUR 2,957,827,298.37, at JPY 169.043 for EUR 1 (average of 2025, European Central Bank)"),
        "{told}"
    );
}

/// `turn-sek-wrongway`: a rate as central banks publish it, EUR → SEK, is used exactly.
#[test]
fn turn_sek_wrongway_is_used_in_the_direction_in_which_it_is_stated() {
    let case_file = input("turn-sek-wrongway");
    let calculation = analyse(&case_file).calculation;
    // 5,000,000,000 / 11.4
    assert_eq!(figure(&calculation, "matter.turnover"), money("EUR 438_596_491.22"));
    assert!(matches!(&rates_told(&calculation)[0].basis, RateBasis::Stated { source } if source == "ECB"));
    assert!(!calculation.warnings.iter().any(|warning| matches!(warning, Warning::RateDoubted { .. })));
    let other_way = |stated: Exchange| {
        let mut case_file = case_file.clone();
        case_file.exchange = vec![stated];
        figure(&analyse(&case_file).calculation, "matter.turnover")
    };
    assert_eq!(other_way(rate(currency("SEK"), Currency::EUR, "0.0875")), money("EUR 437_500_000"));
    assert_eq!(other_way(rate(Currency::EUR, currency("SEK"), "11.43")), money("EUR 437_445_319.33"));
}

/// `turn-bgn`: exactly EUR 10,000,000 at the fixed rate, in the band up to it. A rate that
/// was turned round is used as stated, and told to be none the law allows.
#[test]
fn turn_bgn_at_the_fixed_rate_is_ten_million_euro_to_the_cent() {
    let mut case_file = input("turn-bgn");
    let stated = analyse(&case_file).calculation;
    assert_eq!(figure(&stated, "matter.turnover"), money("EUR 10_000_002.32"));
    let doubt = stated.warnings.iter().find(|warning| matches!(warning, Warning::RateDoubted { .. })).unwrap();
    let doubt = library().locale.warning(doubt, &library().law);
    assert!(doubt.contains("BGN 1.95583 for EUR 1 (fixed conversion rate)"), "{doubt}");

    case_file.exchange.clear();
    let fixed = analyse(&case_file).calculation;
    assert_eq!(figure(&fixed, "matter.turnover"), money("EUR 10_000_000.00"));
    let shares = &fixed.point("A.turnover_share").unwrap().permitted;
    let band = library().law.methodology(EDPB).unwrap().band(money("EUR 10_000_000")).unwrap();
    assert_eq!(*shares, amende::fine::Permitted::Rates(band.share), "the band up to EUR 10 million");
    let basis = &rates_told(&fixed)[0].basis;
    assert_eq!(*basis, RateBasis::Fixed { from: "2026-01-01".parse().unwrap() });
}

/// Between two other currencies the way leads through the euro, at two published rates,
/// rounded once; either part may be stated, or the pair.
#[test]
fn cross_rates_go_through_the_euro() {
    let pounds = |edit: &dyn Fn(&mut CaseFile)| {
        let calculation = follow("ico-2024", &["6(1)"], "SEK 5_000_000_000", |case_file| {
            let Turnover::Figure { year, .. } = &mut case_file.undertaking.turnover else { panic!() };
            *year = Some(2025);
            edit(case_file);
        });
        calculation.unwrap()
    };
    let published = pounds(&|_| {});
    assert_eq!(figure(&published, "matter.turnover"), money("GBP 387_117_645.46"));
    let told = [average(currency("SEK"), "11.0663", 2025), average(currency("GBP"), "0.856792", 2025)];
    assert_eq!(rates_told(&published), told);
    let steps = ["matter.turnover_stated", "matter.exchange", "matter.exchange_onward"];
    assert!(steps.iter().all(|step| published.trace.as_ref().unwrap().find(step).is_some()));

    let part = pounds(&|case_file| case_file.exchange.push(rate(Currency::EUR, currency("SEK"), "10")));
    assert_eq!(figure(&part, "matter.turnover"), money("GBP 428_396_000"));
    let pair = pounds(&|case_file| case_file.exchange.push(rate(currency("GBP"), currency("SEK"), "12.5")));
    assert_eq!(figure(&pair, "matter.turnover"), money("GBP 400_000_000"));
}

/// The year not stated: that of the year that counts; the year running, or past what is
/// held: the nearest held, and it is told.
#[test]
fn the_average_is_of_the_year_that_counts_or_it_is_told() {
    let norwegian = |year: Option<i16>, as_of: &str| {
        let mut case_file = input("turn-jpy");
        case_file.as_of = Some(as_of.parse().unwrap());
        case_file.undertaking.turnover = Turnover::Figure {
            amount: Some(money("NOK 1_000_000_000")),
            year,
            source: String::new(),
            secondary: false,
        };
        let calculation = analyse(&case_file).calculation;
        let other = calculation.warnings.iter().any(|warning| matches!(warning, Warning::RateOfOtherTime { .. }));
        (rates_told(&calculation).remove(0), other)
    };
    let year = |rate: &str, year| average(currency("NOK"), rate, year);
    assert_eq!(norwegian(Some(2024), "2026-11-01"), (year("11.629", 2024), false));
    assert_eq!(norwegian(None, "2026-11-01"), (year("11.7173", 2025), false));
    let running = RateBasis::Average { year: 2026, first: 1, last: 10 };
    assert_eq!(
        norwegian(Some(2026), "2026-11-01"),
        (RateUsed { basis: running.clone(), ..year("11.0391", 2026) }, true)
    );
    assert_eq!(norwegian(Some(2028), "2029-11-01"), (RateUsed { basis: running, ..year("11.0391", 2026) }, true));
    assert_eq!(norwegian(Some(2012), "2026-11-01"), (year("9.2906", 2016), true));
}

/// A currency the bank published for some months only says of which.
#[test]
fn currencies_with_gaps_say_of_which_months_their_rate_is() {
    let rates = &library().law.rates;
    let held = |currency, year| rates.per_euro(currency, When::Year(year)).unwrap();
    let iceland = held(currency("ISK"), 2018);
    assert_eq!(iceland.basis, Basis::Months { year: 2018, first: 2, last: 12 });
    assert!(!iceland.as_asked);
    let russia = held(currency("RUB"), 2025);
    assert_eq!(russia.basis, Basis::Months { year: 2022, first: 1, last: 3 });
    assert!(!russia.as_asked);
    // The kuna: its average before, the fixed rate after, also for a year before.
    let on = |year, day: &str| {
        let rate = rates.per_euro(currency("HRK"), When::FinancialYear(year, day.parse().unwrap()));
        rate.unwrap().rate.to_string()
    };
    assert_eq!((on(2021, "2022-06-01"), on(2021, "2023-06-01")), ("7.52841".to_owned(), "7.5345".to_owned()));
}

/// Two rates for one pair, whichever way round, and a rate into itself are refused with a
/// sentence that says what to do.
#[test]
fn contradictory_rates_are_refused() {
    let refused = |stated: &[Exchange]| {
        let mut case_file = input("turn-jpy");
        case_file.exchange = stated.to_vec();
        answer_problems(&case_file, &library().law).into_iter().map(|problem| problem.message).collect::<Vec<_>>()
    };
    let (there, back) = (rate(Currency::EUR, currency("SEK"), "11.43"), rate(currency("SEK"), Currency::EUR, "0.0875"));
    assert_eq!(refused(std::slice::from_ref(&there)), Vec::<String>::new());
    assert_eq!(refused(std::slice::from_ref(&back)), Vec::<String>::new());
    assert_eq!(
        refused(&[there, back]),
        [
            "two rates are stated between the same currencies, 1 EUR is 11.43 SEK and 1 SEK is 0.0875 EUR: keep one of them"
        ]
    );
    assert_eq!(
        refused(&[rate(Currency::EUR, Currency::EUR, "2")]),
        ["a rate is stated from EUR to EUR, the same currency: it is one, take the rate out"]
    );
}

/// A bracket has one currency.
#[test]
fn a_bracket_in_two_currencies_is_refused() {
    let mut case_file = input("turn-jpy");
    let (from, to) = (money("SEK 1_000"), money("EUR 2_000"));
    case_file.undertaking.turnover = Turnover::Bracket { from: Some(from), to: Some(to), source: String::new() };
    let problems = answer_problems(&case_file, &library().law);
    let said = "the turnover lies between an amount in SEK and one in EUR: state both in one currency";
    assert_eq!(problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>(), [said]);
}

/// Both ends of a bracket are converted, and it is told.
#[test]
fn a_bracket_is_converted_at_both_ends() {
    let mut case_file = input("turn-jpy");
    let (from, to) = (money("SEK 110_663_000"), money("SEK 221_326_000"));
    case_file.undertaking.turnover = Turnover::Bracket { from: Some(from), to: Some(to), source: String::new() };
    let calculation = analyse(&case_file).calculation;
    let point = calculation.point("matter.turnover").unwrap();
    let ends = amende::quantity::Range::new(money("EUR 10_000_000"), money("EUR 20_000_000"));
    assert_eq!(point.permitted, amende::fine::Permitted::Amounts(ends));
    assert_eq!(rates_told(&calculation), [average(currency("SEK"), "11.0663", 2025)]);
    assert!(calculation.trace.as_ref().unwrap().find("matter.exchange").is_some());
}

/// A rate stated the wrong way round stands out against the published one.
#[test]
fn a_rate_far_from_the_published_one_is_told() {
    let mut case_file = input("turn-sek-wrongway");
    case_file.exchange = vec![rate(currency("SEK"), Currency::EUR, "11.4")];
    let calculation = analyse(&case_file).calculation;
    let doubt = calculation.warnings.iter().find(|warning| matches!(warning, Warning::RateDoubted { .. })).unwrap();
    let doubt = library().locale.warning(doubt, &library().law);
    assert!(doubt.contains("EUR 11.4 for SEK 1") && doubt.contains("SEK 11.0663 for EUR 1"), "{doubt}");
}

/// One amount in another currency as of a day, a month, a year.
#[test]
fn an_amount_is_known_in_another_currency_at_a_time() {
    let rates = &library().law.rates;
    let at = |amount: &str, to, when| rates.convert(money(amount), to, when).unwrap().amount.to_string();
    let day = When::Day("2020-03-10".parse().unwrap());
    assert_eq!(at("SEK 75_000_000", Currency::EUR, day), "EUR 6896488.31");
    assert_eq!(at("SEK 75_000_000", Currency::EUR, When::Month(2020, 3)), "EUR 6896488.31");
    assert_eq!(at("EUR 6_896_488.31", currency("SEK"), day), "SEK 75000000.02");
    assert_eq!(at("GBP 7_500_000", Currency::EUR, When::Year(2025)), "EUR 8753583.13");
    assert_eq!(at("EUR 100", currency("JPY"), When::Year(2025)), "JPY 16904");
    assert_eq!(at("EUR 12.34", Currency::EUR, day), "EUR 12.34");
    assert_eq!(at("HRK 7_534_500", Currency::EUR, When::Day("2023-05-04".parse().unwrap())), "EUR 1000000.00");
}

/// The yen has no decimals: read, shown, written.
#[test]
fn yen_have_no_decimals_anywhere() {
    let yen = money("JPY 1_234_567");
    assert_eq!(yen.to_string(), "JPY 1234567");
    assert_eq!(library().locale.money_exact(yen).replace('\u{a0}', " "), "JPY 1,234,567");
    assert_eq!(library().locale.money(yen).replace('\u{a0}', " "), "JPY 1,234,567");
    assert!("JPY 1_234.5".parse::<Money>().unwrap_err().to_string().contains("write whole units"));
    let written = amende::library::ron_options().to_string(&yen).unwrap();
    assert_eq!(written, "\"JPY 1234567\"");
}

proptest! {
    /// There and back again differs by no more than half a unit's worth, and more is never
    /// less, up to a thousand million million.
    #[test]
    fn conversion_is_monotone_and_comes_back(
        cents in 0_i64..=100_000_000_000_000_000,
        more in 0_i64..1_000_000,
        index in 0..held().len(),
        year in 2016_i16..=2026,
    ) {
        let currency = held()[index];
        let rates = &library().law.rates;
        let (one, other) = (Money::from_minor(cents, Currency::EUR), Money::from_minor(cents + more, Currency::EUR));
        let into = |amount: Money| rates.convert(amount, currency, When::Year(year)).unwrap();
        prop_assert!(into(one).amount <= into(other).amount, "monotone");
        let there = into(one);
        // Saturated where the range ends: rupiah for a thousand million million euro.
        prop_assume!(there.amount.minor() < i64::MAX);
        let back = rates.convert(there.amount, Currency::EUR, When::Year(year)).unwrap().amount;
        // What half a minor unit of the other currency is worth in cents, and half a cent.
        let unit = Money::from_minor(1, currency).at(there.rate.inverse(), Currency::EUR, Rounding::HalfUp).minor();
        prop_assert!((back.minor() - cents).abs() <= unit / 2 + 1, "{cents} {currency:?} {back}");
    }

    /// Exact through the euro: turning a rate round twice, or going there and back, is one.
    #[test]
    fn rates_are_exact_fractions(first in 0..held().len(), second in 0..held().len(), year in 2016_i16..=2026) {
        let (first, second) = (held()[first], held()[second]);
        let rates = &library().law.rates;
        let (there, _) = rates.rate(first, second, When::Year(year)).unwrap();
        let (back, _) = rates.rate(second, first, When::Year(year)).unwrap();
        prop_assert_eq!(there.then(back), Some(Ratio::ONE));
        prop_assert_eq!(there.inverse().inverse(), there);
    }

    /// An amount in any currency reads back as it was written.
    #[test]
    fn amounts_are_read_as_written(minor in any::<i64>(), index in 0..Currency::all().len()) {
        prop_assume!(minor != i64::MIN);
        let amount = Money::from_minor(minor, Currency::all()[index]);
        prop_assert_eq!(amount.to_string().parse::<Money>().unwrap(), amount);
    }
}

/// Sizes are compared in euro, whatever currency a decision or a matter is in.
#[test]
fn likeness_by_turnover_does_not_depend_on_the_currency() {
    let law = &library().law;
    for decision in library().decisions.iter().filter(|decision| decision.facts.turnover.is_some()) {
        let mut decision = decision.clone();
        for amount in ["EUR 1_000_000", "NOK 1_000_000", "PLN 1_000_000", "USD 1_000_000"] {
            decision.facts.turnover.as_mut().unwrap().amount = money(amount);
            let compared = amende::precedents::Features::of_decision(&decision, law).turnover.unwrap();
            assert_eq!(compared.currency(), Currency::EUR, "{}", decision.id);
            assert_eq!(compared == money("EUR 1_000_000"), amount.starts_with("EUR"), "no currency at par");
        }
    }
    let near = |turnover: &str| {
        let mut case_file = input("turn-jpy");
        case_file.undertaking.turnover = Turnover::Figure {
            amount: Some(money(turnover)),
            year: Some(2025),
            source: String::new(),
            secondary: false,
        };
        let found = analyse(&case_file).comparables;
        found.iter().map(|near| (near.decision.id.clone(), near.similarity)).collect::<Vec<_>>()
    };
    // One and the same size: EUR 1,000 million at the averages of 2025.
    let euro = near("EUR 1_000_000_000");
    assert!(!euro.is_empty());
    assert_eq!(near("SEK 11_066_300_000"), euro);
    assert_eq!(near("JPY 169_043_000_000"), euro);
    assert_ne!(near("SEK 1_000_000_000"), euro, "kronor are not taken for euro");
}

/// The amounts of comparable decisions are given in euro too, as of the month of each.
#[test]
fn comparable_amounts_are_given_in_euro_as_of_their_month() {
    let swedish = library().decisions.iter().filter(|decision| decision.country == "SE");
    let mut compared = 0;
    for decision in swedish {
        let Some(fine) = decision.fine else { continue };
        let converted = decision.imposed_in(Currency::EUR, &library().law.rates).unwrap();
        let per_euro: f64 = converted.source[0].rate.to_string().parse().unwrap();
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "far below 53 bits")]
        let cents = (fine.major() as f64 / per_euro * 100.0).round() as i64;
        assert_eq!(converted.amount.minor(), cents, "{}", decision.id);
        let month = (decision.decided.year(), decision.decided.month());
        let expected = Basis::Months { year: month.0, first: month.1, last: month.1 };
        assert_eq!(converted.source[0].basis, expected, "{}", decision.id);
        compared += 1;
    }
    assert!(compared > 0);
}

/// A currency nobody publishes a rate of: nothing is calculated without a rate, in words
/// that name both currencies; with a rate of one's own it is converted exactly.
#[test]
fn a_currency_without_a_published_rate_needs_one_and_takes_it_in_either_direction() {
    for (amount, own, expected) in [
        ("AED 400_000_000", rate(currency("AED"), Currency::EUR, "0.25"), "EUR 100_000_000"),
        ("AED 400_000_000", rate(Currency::EUR, currency("AED"), "4"), "EUR 100_000_000"),
        // Three decimals: 100,000,000.005 dinar at 2.5 are 250,000,000.0125.
        ("BHD 100_000_000.005", rate(currency("BHD"), Currency::EUR, "2.5"), "EUR 250_000_000.01"),
        ("KWD 1_234.567", rate(currency("KWD"), Currency::EUR, "3"), "EUR 3_703.70"),
    ] {
        let mut case_file = input("turn-jpy");
        case_file.undertaking.turnover = Turnover::Figure {
            amount: Some(money(amount)),
            year: Some(2025),
            source: "test".to_owned(),
            secondary: false,
        };
        let written = amende::storage::to_text(&case_file);
        let read: CaseFile = amende::library::parse("test", &written.unwrap()).unwrap();
        assert_eq!(read, case_file, "the file opens without a rate");
        let terms = amende::analysis::Terms {
            methodology: Some(EDPB.to_owned()),
            as_of: "2026-11-01".parse().unwrap(),
            seed: 1,
        };
        let error = amende::analysis::analyse(&case_file, library(), &terms).unwrap_err();
        let code = money(amount).currency().code();
        assert!(error.to_string().contains(&format!("between {code} and EUR: state one")), "{error}");
        case_file.exchange = vec![own];
        let analysis = amende::analysis::analyse(&case_file, library(), &terms).unwrap();
        let counted = analysis.calculation.trace.as_ref().unwrap().find("matter.turnover").unwrap();
        assert_eq!(counted.value, Value::Money(money(expected)), "{amount}");
    }
}

/// The currencies that gave way to the euro are converted at the rates of Regulation (EC)
/// No 2866/98 as amended, in full and exactly.
#[test]
fn currencies_that_gave_way_to_the_euro_have_their_fixed_rates() {
    for (amount, euro) in [
        ("DEM 1_955_830", "EUR 1_000_000"),
        ("FRF 6_559_570", "EUR 1_000_000"),
        ("ITL 1_936_270_000", "EUR 1_000_000"),
        ("GRD 340_750_000", "EUR 1_000_000"),
        ("IEP 787_564", "EUR 1_000_000"),
        ("LTL 3_452_800", "EUR 1_000_000"),
        ("HRK 7_534_500", "EUR 1_000_000"),
    ] {
        let converted = library().law.rates.convert(money(amount), Currency::EUR, When::Year(2025)).unwrap();
        assert_eq!(converted.amount, money(euro), "{amount}");
    }
}

/// A slip in the list of currencies is found by the check of the data.
#[test]
fn the_list_of_currencies_is_checked() {
    const LIST: &str = "assets/vocabulary/currencies.ron";
    let said = |from, to| crate::support::broken(&[(LIST, from, to)]);
    assert!(
        said("code: \"BHD\", digits: 3", "code: \"BHD\", digits: 2").contains("`BHD` is not in the list built into")
    );
    assert!(said("code: \"AFN\"", "code: \"AED\"").contains("`AED` stands in the list twice"));
    assert!(said(", replaced_by: \"XCG\"", "").contains("state both `withdrawn` and `replaced_by`"));
    assert!(said("replaced_by: \"XCG\"", "replaced_by: \"XXX\"").contains("`ANG` is replaced by `XXX`"));
    let rates = crate::support::broken(&[("assets/law/rates/ecb.ron", "currency: ATS", "currency: BEF")]);
    assert!(rates.contains("ATS gave way to the euro and has no fixed rate"), "{rates}");
}

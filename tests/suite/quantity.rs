//! Money, rates, days and their rounding, by plain arithmetic.

use amende::quantity::rounding::{divide, scale};
use amende::quantity::{
    Currency, ExchangeRate, ExchangeRateError, Money, MoneyError, PartialDate, Range, Rate, Ratio, Rounding,
};
use serde::Deserialize;
use serde::de::IntoDeserializer;

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn percent(text: &str) -> Rate {
    text.parse().unwrap()
}

fn ratio(text: &str) -> Ratio {
    Ratio::from(text.parse::<ExchangeRate>().unwrap())
}

fn of(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

#[test]
fn a_share_is_so_many_hundredths_and_a_movement_is_of_the_amount_itself() {
    // 4 % of 1,234.56 is 49.3824; 15 % less than 1,234.56 is 1,049.376.
    assert_eq!(money("EUR 1_234.56").share(percent("4 %"), Rounding::Down), money("EUR 49.38"));
    assert_eq!(money("EUR 1_234.56").moved_by(percent("-15 %"), Rounding::Down), money("EUR 1049.37"));
    assert_eq!(money("EUR 1_234.56").moved_by(percent("-15 %"), Rounding::HalfUp), money("EUR 1049.38"));
    assert_eq!(money("EUR 200").moved_by(percent("50 %"), Rounding::Down), money("EUR 300"));
    assert_eq!(money("EUR 200").moved_by(Rate::ZERO, Rounding::Down), money("EUR 200"));
    assert_eq!(percent("10 %").plus(percent("-25 %")), percent("-15 %"));
}

#[test]
fn an_amount_as_a_share_of_another_is_none_of_nothing_and_none_across_currencies() {
    let of_whole = |part: &str, whole: &str| money(part).as_share_of(money(whole), Rounding::Down);
    assert_eq!(of_whole("EUR 15", "EUR 200"), Some(percent("7.5 %")));
    assert_eq!(of_whole("EUR 1", "EUR 3"), Some(percent("33.3333 %")));
    assert_eq!(of_whole("EUR 15", "EUR 0"), None);
    assert_eq!(of_whole("EUR 15", "SEK 200"), None);
    assert_eq!(of_whole("EUR 0", "SEK 0"), None);
}

#[test]
fn amounts_add_and_compare_inside_one_currency_only() {
    assert_eq!(money("EUR 1.50").checked_add(money("EUR 2.75")), Some(money("EUR 4.25")));
    assert_eq!(money("EUR 1.50").checked_add(money("SEK 2.75")), None);
    assert_eq!(Money::from_minor(i64::MAX, Currency::EUR).checked_add(Money::from_minor(1, Currency::EUR)), None);
    assert!(money("EUR 5") < money("EUR 5.01") && money("EUR 5") > money("EUR 4.99"));
    assert_eq!(money("EUR 5").partial_cmp(&money("SEK 6")), None);
    let (less, more) = (money("EUR 5"), money("EUR 6"));
    assert_eq!((less.min(more), more.min(less), less.max(more), more.max(less)), (less, less, more, more));
    assert!(less.is_less_than(more) && !more.is_less_than(less) && !less.is_less_than(less));
}

/// A comparison across currencies is a mistake of the program, so that a test run stops at it.
#[cfg(debug_assertions)]
#[test]
#[should_panic(expected = "currencies may not be compared")]
fn comparing_currencies_stops_a_test_run() {
    let _ = money("EUR 5").is_less_than(money("SEK 6"));
}

#[test]
fn whole_units_and_their_parts_go_by_the_currency() {
    assert_eq!(Money::from_major(12, of("KWD")).minor(), 12_000);
    assert_eq!(Money::from_major(i64::MAX, Currency::EUR).minor(), i64::MAX, "no amount turns negative by its size");
    assert_eq!((money("EUR -12.50").major(), money("JPY 1250").major()), (-12, 1_250));
    assert_eq!(Money::zero(of("SEK")), money("SEK 0"));
    assert_eq!(money("EUR -0.50").to_string(), "EUR -0.50");
    assert_eq!((money("EUR 0").to_string().as_str(), Rate::ZERO.to_string().as_str()), ("EUR 0.00", "0 %"));
    assert_eq!(money("KWD 1.250").relabelled(of("EUR")), Some(money("EUR 1.25")));
    assert_eq!(money("KWD 1.255").relabelled(of("EUR")), None);
}

#[test]
fn what_is_no_amount_is_told_from_what_is_too_large() {
    let error = |text: &str| text.parse::<Money>().unwrap_err();
    let is_form = |text: &str| matches!(error(text), MoneyError::Form { .. });
    for text in ["EUR x", "EUR 1.x", "EUR .5", "EUR", "XX 5", "xxx 5", "XXXX 5", "X1X 5", "EUR 12,00", "EUR 1,000,00"] {
        assert!(is_form(text), "{text}: {}", error(text));
    }
    assert!(matches!(error("XXX 5"), MoneyError::Currency { .. }));
    assert!(matches!(error("EUR 100_000_000_000_000_000"), MoneyError::TooLarge { .. }));
    assert!(error("£1_500").to_string().ends_with("; here \"GBP 1_500\""));
    assert!(!error("1_500 EUR SEK").to_string().contains("here"));
}

#[test]
fn a_rate_is_written_as_it_is_read() {
    for (text, ppm, shown) in [
        ("+2.5 %", 25_000, "2.5 %"),
        ("−2.5 %", -25_000, "-2.5 %"),
        ("-0.05%", -500, "-0.05 %"),
        ("0.0001 %", 1, "0.0001 %"),
        ("10 %", 100_000, "10 %"),
        ("999999999 %", 9_999_999_990_000, "999999999 %"),
    ] {
        assert_eq!((percent(text).ppm(), percent(text).to_string().as_str()), (ppm, shown), "{text}");
    }
    for text in ["++5 %", "--5 %", "1.+5 %", "x %", "1.x %", "%", "1. %", ".5 %", "1000000000 %", "5", "0.00001 %"] {
        assert!(text.parse::<Rate>().is_err(), "{text}");
    }
    assert_eq!(Rate::from_ppm(i64::MAX).plus(Rate::WHOLE).ppm(), i64::MAX);
}

#[test]
fn an_exchange_rate_has_twelve_digits_at_the_most() {
    for text in ["123456789012", "0.123456789012", "123456.789012", "000123456789012.0"] {
        assert!(text.parse::<ExchangeRate>().is_ok(), "{text}");
    }
    let error = |text: &str| text.parse::<ExchangeRate>().unwrap_err();
    for text in ["1234567890123", "0.1234567890123", "1.123456789012", "0.0000000000001", "x", "1.x", "x.1", "+1"] {
        assert!(matches!(error(text), ExchangeRateError::Form { .. }), "{text}");
    }
    assert!(matches!(error("0.00"), ExchangeRateError::Zero { .. }));
}

#[test]
fn a_ratio_is_shown_to_six_figures_and_twelve_places() {
    for (text, shown) in [
        ("100000.4", "100000"),
        ("1.000004", "1"),
        ("1.000006", "1.00001"),
        ("99999.96", "100000"),
        ("12345.67", "12345.7"),
        ("0.000000000001", "0.000000000001"),
    ] {
        assert_eq!(ratio(text).decimal(), shown);
    }
    let millionth = ratio("0.000001");
    assert_eq!(millionth.then(ratio("0.00000125")).unwrap().decimal(), "0.000000000001");
    assert_eq!((ratio("0.0875").numerator(), ratio("0.0875").denominator()), (7, 80));
}

#[test]
fn ratios_past_the_range_are_none_and_near_is_within_a_quarter_either_way() {
    // 10^24 times 10^24 has 49 digits; 128 bits hold 38.
    let large = ratio("999999999989").then(ratio("999999999989")).unwrap();
    assert_eq!(large.then(large), None);
    assert_eq!(large.inverse().then(large.inverse()), None);
    for (one, other, near) in [("1", "1.25", true), ("1.25", "1", true), ("1", "1.250001", false), ("4", "3.19", false)]
    {
        assert_eq!(ratio(one).is_near(ratio(other)), near, "{one} {other}");
        assert_eq!(ratio(other).is_near(ratio(one)), near, "{other} {one}");
    }
}

#[test]
fn a_half_goes_away_from_zero_and_less_than_a_half_is_dropped() {
    for (numerator, denominator, down, half_up) in
        [(7, 4, 1, 2), (6, 4, 1, 2), (5, 4, 1, 1), (-6, 4, -1, -2), (-5, 4, -1, -1), (8, 4, 2, 2), (0, 4, 0, 0)]
    {
        assert_eq!(divide(numerator, denominator, Rounding::Down), down, "{numerator}/{denominator}");
        assert_eq!(divide(numerator, denominator, Rounding::HalfUp), half_up, "{numerator}/{denominator}");
        // The same figures past 64 bits.
        let large = 1_i128 << 70;
        assert_eq!(divide(numerator * large, denominator * large, Rounding::Down), down);
        assert_eq!(divide(numerator * large, denominator * large, Rounding::HalfUp), half_up);
    }
}

#[test]
fn a_product_past_all_counting_stays_at_the_end_it_went_to() {
    let huge = i128::MAX;
    assert_eq!(scale(7, (huge, huge), (1, 1), Rounding::Down), i128::MAX);
    assert_eq!(scale(-7, (huge, huge), (1, 1), Rounding::Down), i128::MIN);
    assert_eq!(scale(0, (huge, huge), (1, 1), Rounding::HalfUp), 0);
    // Seven times 4/16 is 1.75, and seven times 4/20 is 1.4, however large both sides are.
    assert_eq!(scale(7, (huge / 8, 4), (huge / 8, 16), Rounding::HalfUp), 2);
    assert_eq!(scale(7, (huge / 8, 4), (huge / 8, 20), Rounding::HalfUp), 1);
    let least = money("EUR -92_233_720_368_547_758.07");
    assert_eq!(least.at(ratio("2"), Currency::EUR, Rounding::Down).minor(), i64::MIN);
}

#[test]
fn a_range_includes_its_ends() {
    let range = Range::new(10, 20);
    assert_eq!([9, 10, 15, 20, 21].map(|value| range.contains(value)), [false, true, true, true, false]);
    assert_eq!([9, 10, 15, 20, 21].map(|value| range.clamp(value)), [10, 10, 15, 20, 20]);
    assert_eq!(Range::only(5), Range { low: 5, high: 5 });
}

#[test]
fn a_month_ends_with_its_last_day_and_what_no_calendar_has_is_none() {
    let date = |text: &str| text.parse::<PartialDate>().unwrap();
    assert_eq!(date("2020-02").last().to_string(), "2020-02-29");
    assert_eq!(date("2020-02").first().to_string(), "2020-02-01");
    assert_eq!(PartialDate::month(2020, 2), Some(date("2020-02")));
    assert_eq!(PartialDate::year(2020), Some(date("2020")));
    assert_eq!((PartialDate::month(2020, 13), PartialDate::year(i16::MAX)), (None, None));
    assert_eq!(["2020", "2020-02", "2020-02-29"].map(|text| date(text).is_day()), [false, false, true]);
    assert_eq!(PartialDate::from(date("2020-02-29").first()), date("2020-02-29"));
    for text in ["201", "20190", "abcd", "2019-", "2019-1x", "2019-05-25T00:00", "2019-05-5", "2019-05-255", "-2019"] {
        assert!(text.parse::<PartialDate>().is_err(), "{text}");
    }
}

#[test]
fn all_of_it_is_read_from_files_as_it_is_written_there() {
    fn same<T>(text: &str)
    where
        T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
    {
        let value: T = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
    }
    same::<Money>("\"EUR 1500.25\"");
    same::<Rate>("\"0.3 %\"");
    same::<ExchangeRate>("\"4.3653\"");
    same::<PartialDate>("\"2019-05\"");
    same::<Currency>("\"SEK\"");
    assert!(serde_json::from_str::<Money>("\"1500\"").is_err());
    assert!(serde_json::from_str::<Currency>("\"XYZ\"").unwrap_err().to_string().contains("XYZ"));
    let number: serde::de::value::U32Deserializer<serde::de::value::Error> = 5_u32.into_deserializer();
    assert!(Currency::deserialize(number).unwrap_err().to_string().contains("the code of a currency"));
}

#[test]
fn a_currency_is_known_by_its_code() {
    assert_eq!((of("SEK").code(), of("SEK").key().as_str()), ("SEK", "currency.sek"));
    assert_eq!(format!("{:?}", of("SEK")), "SEK");
    assert!(of("AED") < of("SEK") && of("SEK") > of("AED"));
    assert_eq!((of("DEM").withdrawn(), of("EUR").withdrawn()), (Some(2002), None));
}

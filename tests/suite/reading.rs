//! What persons write, and what is read: number, amount, day, list, unit.

use amende::locale::reading::{Enough, Reading};
use amende::quantity::{Currency, Money, Range, Rate};

use crate::currency::currency;
use crate::library;

/// What a table expects: a value in a plain form, or the key of the reason.
fn told<T: ToString>(reading: Reading<T>) -> String {
    match reading {
        Reading::Empty => "empty".to_owned(),
        Reading::Value(value) => value.to_string(),
        Reading::Unreadable(reason) => reason.key.to_owned(),
        Reading::Ambiguous(reason) => format!("ambiguous {}", reason.key),
    }
}

fn table<T: ToString>(rows: &[(&str, &str)], read: impl Fn(&str) -> Reading<T>) {
    for (typed, expected) in rows {
        assert_eq!(told(read(typed)), *expected, "`{typed}`");
    }
}

#[test]
fn counts() {
    let rows = [
        ("", "empty"),
        ("  ", "empty"),
        ("0", "0"),
        ("123456", "123456"),
        ("1234567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1 234 567", "1234567"),
        ("1\u{a0}234\u{202f}567", "1234567"),
        ("1\u{2009}234", "1234"),
        ("1'234'567", "1234567"),
        ("1’234", "1234"),
        ("1,234", "1234"),
        ("1.234", "1234"),
        ("1.5 million", "1500000"),
        ("12k", "12000"),
        ("2 Mio.", "2000000"),
        ("1,234,567.00", "1234567"),
        ("1.234 million", "ambiguous reading.two_numbers"),
        ("1.2", "reading.not_whole"),
        ("1.2 people", "reading.unknown_word"),
        ("1e9", "reading.not_one_number"),
        ("-5", "reading.negative"),
        ("−5", "reading.negative"),
        ("forty", "reading.no_number"),
        ("12 34", "reading.marks"),
        ("1,23,456", "reading.marks"),
        ("1.234,567.8", "reading.marks"),
        ("5000000000", "reading.at_most"),
        ("99999999999999999999", "reading.too_large"),
        ("1,", "reading.unfinished"),
        ("3 thousand million", "reading.unknown_word"),
        ("12 dozen", "reading.unknown_word"),
    ];
    table(&rows, |typed| library().locale.read_count(typed, i64::from(u32::MAX)));
}

#[test]
fn amounts() {
    let rows = [
        ("1,234,567.89", "EUR 1234567.89"),
        ("1.234.567,89", "EUR 1234567.89"),
        ("1 234 567,89", "EUR 1234567.89"),
        ("1\u{202f}234\u{202f}567,89", "EUR 1234567.89"),
        ("1'234'567.89", "EUR 1234567.89"),
        ("42 000 000,00", "EUR 42000000.00"),
        ("1400000.50", "EUR 1400000.50"),
        ("1,234", "EUR 1234.00"),
        ("1.234", "ambiguous reading.two_numbers"),
        ("1.234m", "ambiguous reading.two_numbers"),
        ("1,234 million", "ambiguous reading.two_numbers"),
        ("0.123m", "EUR 123000.00"),
        ("3.5m", "EUR 3500000.00"),
        ("3,5m", "EUR 3500000.00"),
        (".5m", "EUR 500000.00"),
        ("3.5 million", "EUR 3500000.00"),
        ("42bn", "EUR 42000000000.00"),
        ("12k", "EUR 12000.00"),
        ("SEK 480m", "SEK 480000000.00"),
        ("480m SEK", "SEK 480000000.00"),
        ("480 MSEK", "SEK 480000000.00"),
        ("sek480m", "SEK 480000000.00"),
        ("€ 3,5 Mio", "EUR 3500000.00"),
        ("€3.5m", "EUR 3500000.00"),
        ("3,5 Mio. €", "EUR 3500000.00"),
        ("TEUR 750", "EUR 750000.00"),
        ("US$ 5", "USD 5.00"),
        ("480 million Swedish krona", "SEK 480000000.00"),
        ("$ 5", "ambiguous reading.which_currency"),
        ("480 mkr", "ambiguous reading.which_currency"),
        ("JPY 1,000", "JPY 1000"),
        ("JPY 10.5", "reading.too_fine"),
        ("JPY 10.5m", "JPY 10500000"),
        ("10.555", "ambiguous reading.two_numbers"),
        ("1234.555", "reading.too_fine"),
        ("EUR 5 SEK", "reading.two_currencies"),
        ("EUR 5 €", "EUR 5.00"),
        ("3m million", "reading.two_multipliers"),
        ("-500000", "reading.negative"),
        ("1e9", "reading.not_one_number"),
        ("3 to 4 million", "reading.not_one_number"),
        ("about 3m", "reading.unknown_word"),
        ("forty", "reading.no_number"),
        ("", "empty"),
        ("0", "EUR 0.00"),
    ];
    table(&rows, |typed| library().locale.read_money(typed, Currency::EUR));
    let in_kronor = library().locale.read_money("480 mkr", currency("SEK"));
    assert_eq!(told(in_kronor), "SEK 480000000.00", "the field's own currency is one of those meant");
}

#[test]
fn days() {
    let rows = [
        ("31.01.2026", "2026-01-31"),
        ("31.1.2026", "2026-01-31"),
        ("31. 1. 2026", "2026-01-31"),
        ("31/01/2026", "2026-01-31"),
        ("01/31/2026", "2026-01-31"),
        ("26/11/2026", "2026-11-26"),
        ("05.12.2024", "2024-12-05"),
        ("2026-01-31", "2026-01-31"),
        ("2026/01/31", "2026-01-31"),
        ("20260131", "2026-01-31"),
        ("31 January 2026", "2026-01-31"),
        ("January 31, 2026", "2026-01-31"),
        ("31st of January 2026", "2026-01-31"),
        ("31-Jan-2026", "2026-01-31"),
        ("5 Sept. 2024", "2024-09-05"),
        ("5. März 2024", "2024-03-05"),
        ("5 mai 2024", "2024-05-05"),
        ("3/3/2026", "2026-03-03"),
        ("03/04/2026", "ambiguous reading.two_dates"),
        ("3-4-2026", "ambiguous reading.two_dates"),
        ("03.04.2026", "2026-04-03"),
        ("31.2.2026", "reading.no_such_day"),
        ("32/13/2026", "reading.no_such_day"),
        ("29.2.2024", "2024-02-29"),
        ("29.2.2026", "reading.no_such_day"),
        ("31.1.26", "reading.four_digits"),
        ("1.1.1850", "reading.year_range"),
        ("1850-01-01", "reading.year_range"),
        ("March 2026", "reading.day_missing"),
        ("2026", "reading.day_missing"),
        ("today", "reading.no_date"),
        ("1/2.2026", "reading.no_date"),
        ("31 1 2026", "reading.no_date"),
        ("", "empty"),
    ];
    table(&rows, |typed| library().locale.read_day(typed));
}

#[test]
fn months_and_years_where_they_are_enough() {
    let read = |typed: &str, enough| match library().locale.read_when(typed, enough) {
        Reading::Value(when) => when.to_string(),
        other => other.reason().map_or_else(|| "empty".to_owned(), |reason| reason.key.to_owned()),
    };
    for typed in ["March 2026", "03/2026", "3.2026", "2026-03", "Mar 2026"] {
        assert_eq!(read(typed, Enough::Month), "2026-03", "{typed}");
        assert_eq!(read(typed, Enough::Day), "reading.day_missing", "{typed}");
    }
    assert_eq!(read("2026", Enough::Year), "2026");
    assert_eq!(read("2026", Enough::Month), "reading.month_missing");
    assert_eq!(read("13/2026", Enough::Month), "reading.no_month");
    assert_eq!(read("31.3.2026", Enough::Year), "2026-03-31");
}

#[test]
fn years() {
    let rows = [
        ("2024", "2024"),
        ("FY2024", "2024"),
        ("FY 2024", "2024"),
        ("24", "reading.no_year"),
        ("2023/24", "reading.no_year"),
        ("2,024", "reading.no_year"),
        ("1024", "reading.year_range"),
        ("soon", "reading.no_year"),
    ];
    table(&rows, |typed| library().locale.read_year(typed));
}

#[test]
fn shares() {
    let permitted = Range::new(Rate::from_ppm(-500_000), Rate::from_ppm(1_000_000));
    let rows = [
        ("4 %", "4 %"),
        ("4%", "4 %"),
        ("4", "4 %"),
        ("0.3 percent", "0.3 %"),
        ("0,3 %", "0.3 %"),
        ("2.125", "2.125 %"),
        ("2,125", "ambiguous reading.two_numbers"),
        ("+10 %", "10 %"),
        ("−15 %", "-15 %"),
        ("-15", "-15 %"),
        ("101 %", "reading.outside"),
        ("-51 %", "reading.outside"),
        ("1.23456 %", "reading.four_decimals"),
        ("a third", "reading.no_number"),
        ("4 EUR", "reading.unknown_word"),
    ];
    table(&rows, |typed| library().locale.read_rate(typed, permitted));
}

#[test]
fn rates_of_exchange() {
    let rows = [
        ("0.85", "0.85"),
        ("0,85", "0.85"),
        ("11.430", "11.43"),
        ("11,430", "ambiguous reading.two_numbers"),
        ("4.3653 PLN", "4.3653"),
        ("4.3653 SEK", "reading.unknown_word"),
        ("0", "reading.no_rate"),
        ("-1", "reading.negative"),
    ];
    table(&rows, |typed| library().locale.read_exchange(typed, currency("PLN")));
}

#[test]
fn units_are_read_or_refused_and_never_dropped() {
    let hours = [
        ("6", "6"),
        ("6 hours", "6"),
        ("6h", "6"),
        ("6 days", "144"),
        ("1 day", "24"),
        ("2 weeks", "336"),
        ("120 minutes", "2"),
        ("90 minutes", "reading.not_whole_unit"),
        ("3 months", "reading.other_unit"),
        ("6 fortnights", "reading.unknown_unit"),
        ("3m", "reading.unknown_unit"),
        ("1.5", "reading.not_whole"),
        ("6 days 3 hours", "reading.not_one_number"),
        ("99999999", "reading.at_most"),
    ];
    table(&hours, |typed| library().locale.read_quantity(typed, "hours"));
    let days = [
        ("2 weeks", "14"),
        ("48 hours", "2"),
        ("36 hours", "reading.not_whole_unit"),
        ("3 months", "reading.other_unit"),
        ("1 year", "reading.other_unit"),
    ];
    table(&days, |typed| library().locale.read_quantity(typed, "days"));
    let months = [("8 years", "96"), ("96", "96"), ("2 weeks", "reading.other_unit")];
    table(&months, |typed| library().locale.read_quantity(typed, "months"));
    let people = [
        ("1.2m people", "1200000"),
        ("1.2 million data subjects", "1200000"),
        ("9,500", "9500"),
        ("1.2 people", "reading.not_whole"),
        ("20bn", "reading.at_most"),
        ("6 days", "reading.other_unit"),
    ];
    table(&people, |typed| library().locale.read_quantity(typed, "people"));
}

/// Every unit in which a question is answered can be read.
#[test]
fn every_unit_of_the_questionnaire_is_known() {
    let law = &library().law;
    for question in law.questions() {
        if let amende::law::AnswerKind::Number { unit } = &question.answer {
            let known = library().locale.reading.units.iter().find(|known| known.unit == *unit);
            assert!(known.is_some_and(|known| known.names.contains(unit)), "{}: `{unit}`", question.id);
        }
    }
}

#[test]
fn lists() {
    let read = |typed: &str| {
        let codes = library().locale.read_list(typed, |word| library().locale.read_country_code(word));
        codes.and_then(|codes| Reading::Value(codes.join("+")))
    };
    let rows = [
        ("DE, FR, IT", "DE+FR+IT"),
        ("DE,FR,IT", "DE+FR+IT"),
        ("FR BE DE", "FR+BE+DE"),
        ("de; fr\nit", "DE+FR+IT"),
        ("DE,", "DE"),
        ("France", "reading.no_country_code"),
        ("DE, France", "reading.no_country_code"),
        ("DEFRIT", "reading.no_country_code"),
        (",", "reading.empty_list"),
        ("", "empty"),
    ];
    table(&rows, read);
}

/// What is proposed for a text that can be read in two ways can itself be read in one only,
/// and the two are different.
#[test]
fn what_is_proposed_is_not_ambiguous_itself() {
    let text = &library().locale;
    let proposed = |reason: &amende::locale::reading::Reason| -> Vec<String> {
        assert_eq!(reason.key, "reading.two_numbers");
        let named = reason.values.iter().filter(|(name, _)| *name != "text");
        named.map(|(_, value)| value.clone()).collect()
    };
    let amounts = ["1.234", "EUR 12.500", "1.234m", "1,234 million", "0.750 m", "12.340 m EUR", "JPY 1.234", "100.001"];
    let mut tried = 0;
    for typed in amounts {
        let Reading::Ambiguous(reason) = text.read_money(typed, Currency::EUR) else { continue };
        let read: Vec<Money> = proposed(&reason)
            .iter()
            .map(|one| match text.read_money(one, Currency::EUR) {
                Reading::Value(amount) => amount,
                other => panic!("{typed}: {one} is proposed and read as {other:?}"),
            })
            .collect();
        assert!(read.len() == 2 && read[0] != read[1], "{typed}: {read:?}");
        tried += 1;
    }
    assert!(tried >= 6, "only {tried}");
    for typed in ["1.234 million", "1,5", "12.500 thousand"] {
        let Reading::Ambiguous(reason) = text.read_count(typed, i64::MAX) else { continue };
        for one in proposed(&reason) {
            assert!(matches!(text.read_count(&one, i64::MAX), Reading::Value(_)), "{typed}: {one}");
        }
    }
    let Reading::Ambiguous(reason) = text.read_money("EUR 1.234", Currency::EUR) else { panic!() };
    assert_eq!(proposed(&reason), ["EUR 1234", "EUR 1.23"]);
    let Reading::Ambiguous(reason) = text.read_money("1.234m", Currency::EUR) else { panic!() };
    assert_eq!(proposed(&reason), ["1234m", "1.2340m"]);
}

//! The tables of the guidelines cell by cell. The cells are the source's figures,
//! not this program's output: `tests/tables`.

use amende::facts::ChoiceValue;
use amende::law::Seriousness;

use crate::chain::follow;

/// The annex of EDPB Guidelines 04/2022 v2.1: tiers × seriousness × turnover bands.
#[test]
fn the_annex_of_the_guidelines_cell_by_cell() {
    assert_eq!(cells("edpb-04-2022-v2.1", "EUR", include_str!("../tables/edpb-annex.csv")), 36);
}

/// Tables C and D of the ICO's guidance.
#[test]
fn the_starting_points_of_the_ico_cell_by_cell() {
    assert_eq!(cells("ico-2024", "GBP", include_str!("../tables/ico-starting-points.csv")), 36);
}

/// Above the last band the share is one of the dynamic maximum, without adjustment.
#[test]
fn above_the_last_band_the_dynamic_maximum_carries_the_size() {
    for (method, turnover, provision, low, high) in [
        ("edpb-04-2022-v2.1", "EUR 600_000_000", "6(1)", "EUR 4800000.00", "EUR 24000000.00"),
        ("edpb-04-2022-v2.1", "EUR 600_000_000", "32", "EUR 2400000.00", "EUR 12000000.00"),
        ("ico-2024", "GBP 500_000_000", "6(1)", "GBP 4000000.00", "GBP 20000000.00"),
    ] {
        let starting = starting(method, provision, turnover, Seriousness::High);
        assert_eq!((starting.0.as_str(), starting.1.as_str()), (low, high), "{method} {turnover}");
    }
}

/// Checks every line at the lowest and at the highest turnover of its band.
fn cells(method: &str, currency: &str, table: &str) -> usize {
    let mut checked = 0;
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    for line in reader.records() {
        let line = line.unwrap();
        let provision = if &line[0] == "83(4)" { "32" } else { "6(1)" };
        let level = match &line[3] {
            "Low" => Seriousness::Low,
            "Medium" => Seriousness::Medium,
            _ => Seriousness::High,
        };
        for turnover in [&line[1], &line[2]] {
            let (low, high) = starting(method, provision, &format!("{currency} {turnover}"), level);
            assert_eq!(low, format!("{currency} {}.00", &line[4]), "{line:?}");
            assert_eq!(high, format!("{currency} {}.00", &line[5]), "{line:?}");
        }
        checked += 1;
    }
    checked
}

fn starting(method: &str, provision: &str, turnover: &str, level: Seriousness) -> (String, String) {
    let calculation = follow(method, &[provision], turnover, |case_file| {
        case_file.choices.set("A.seriousness".into(), ChoiceValue::Level(level), "test");
    });
    let starting = calculation.unwrap().starting;
    (starting.low.to_string(), starting.high.to_string())
}

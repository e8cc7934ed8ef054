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
    // 0 to 10, 10 to 20 and 20 to 100 % of 2 or 4 % of the turnover, in whole millions; the
    // United Kingdom's fixed maximum still governs up to 437.5 million.
    let classes = [(Seriousness::Low, 0, 10), (Seriousness::Medium, 10, 20), (Seriousness::High, 20, 100)];
    let mut checked = 0;
    for (method, currency, turnovers) in
        [("edpb-04-2022-v2.1", "EUR", [501, 600, 10_000]), ("ico-2024", "GBP", [438, 600, 10_000])]
    {
        for million in turnovers {
            for (provision, percent) in [("32", 2), ("6(1)", 4), ("58(2)", 4)] {
                for (level, low, high) in classes {
                    let turnover = format!("{currency} {million}_000_000");
                    // Million times percent times percent, in units of the currency.
                    let share = |class: i64| format!("{currency} {}.00", million * percent * class * 100);
                    let expected = (share(low), share(high));
                    assert_eq!(starting(method, provision, &turnover, level), expected, "{turnover} {provision}");
                    checked += 1;
                }
            }
        }
    }
    assert_eq!(checked, 54);
    // The same points for every provision of the tier, Art. 83(6) among them.
    for provision in ["58(2)", "9", "44", "15"] {
        let of = |provision| starting("edpb-04-2022-v2.1", provision, "EUR 30_000_000", Seriousness::Medium);
        assert_eq!(of(provision), of("6(1)"), "{provision}");
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

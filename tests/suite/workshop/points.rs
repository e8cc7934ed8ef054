//! The points of the worked example of docs/workshop.md, counted there by hand.

use std::collections::BTreeSet;

use amende::law::ProvisionId;
use amende::quantity::Money;
use amende::workshop::score::{brier_score, interval_score};
use amende::workshop::{Estimate, Points};

use super::estimate;

/// The provisions found in the example.
const FOUND: [&str; 5] = ["5(1)(e)", "6", "12", "14", "15"];

fn points(estimate: &Estimate, fine: Option<&str>, found: &[&str]) -> Points {
    let found: Vec<ProvisionId> = found.iter().map(|id| (*id).into()).collect();
    let fine = fine.map(|fine| fine.parse::<Money>().unwrap());
    Points::of(estimate, fine, &found.iter().collect::<BTreeSet<_>>()).unwrap()
}

/// Range, fine, provisions, total.
fn parts(points: Points) -> (Option<i32>, i32, i32, i32) {
    (points.range, points.fine, points.provisions, points.total())
}

#[test]
fn the_worked_example_is_as_counted_by_hand() {
    let fine = Some("EUR 240_000");
    let west = estimate("200_000", "300_000", "250_000", 90, &["5(1)(e)", "6", "14", "15", "32"]);
    assert_eq!(parts(points(&west, fine, &FOUND)), (Some(57), 20, 12, 89));
    let north = estimate("60_000", "400_000", "150_000", 70, &["5(1)(e)", "6", "14"]);
    assert_eq!(parts(points(&north, fine, &FOUND)), (Some(48), 18, 12, 78));
    let mill = estimate("20_000", "120_000", "50_000", 40, &["6", "12", "17", "21"]);
    assert_eq!(parts(points(&mill, fine, &FOUND)), (Some(3), 13, 0, 16));
    let harbour = estimate("900_000", "6_000_000", "2_000_000", 95, &FOUND);
    assert_eq!(parts(points(&harbour, fine, &FOUND)), (Some(-38), 20, 20, 2));
    let south = estimate("0", "1_000_000_000", "100_000", 100, &["5(1)(e)", "6", "14"]);
    assert_eq!(parts(points(&south, fine, &FOUND)), (Some(-60), 20, 12, -28));
}

/// log10(300,000 / 200,000) = 0.176091, log10(6) = 0.778151, log10(2) = 0.301030.
#[test]
fn the_scores_behind_the_points_are_as_counted_by_hand() {
    let money = |text: &str| format!("EUR {text}").parse::<Money>().unwrap();
    let near = |value: f64, by_hand: f64| assert!((value - by_hand).abs() < 1e-5, "{value} is not {by_hand}");
    near(interval_score(money("200_000"), money("300_000"), money("240_000")), 0.176_091);
    near(interval_score(money("20_000"), money("120_000"), money("240_000")), 0.778_151 + 3.010_300);
    near(interval_score(money("0"), money("1_000_000_000"), money("240_000")), 9.0);
    near(brier_score(70, true), 0.09);
    near(brier_score(70, false), 0.49);
}

/// Where no fine was imposed the range is not scored, for it was given for the case of one.
#[test]
fn a_decision_without_a_fine_scores_probability_and_provisions_alone() {
    let found = ["13"];
    let wide = estimate("1_000", "1_000_000", "50_000", 30, &["13"]);
    assert_eq!(parts(points(&wide, None, &found)), (None, 18, 20, 38));
    let sure = estimate("40_000", "60_000", "50_000", 95, &["13", "6", "9"]);
    assert_eq!(parts(points(&sure, None, &found)), (None, 2, 0, 2));
    assert_eq!(points(&sure, None, &found).held, None);
}

#[test]
fn where_nothing_was_found_each_claim_costs_five() {
    let claims = |claimed: &[&str]| points(&estimate("1", "10", "5", 0, claimed), None, &[]).provisions;
    assert_eq!((claims(&[]), claims(&["6"]), claims(&["6", "9"])), (20, 15, 10));
    assert_eq!(claims(&["6", "9", "12", "13", "14"]), 0);
}

/// The ends of a range belong to it; cents count.
#[test]
fn a_range_holds_its_ends() {
    let held =
        |low: &str, high: &str| points(&estimate(low, high, low, 50, &[]), Some("EUR 240_000"), &FOUND).held.unwrap();
    assert!(held("240_000", "300_000") && held("100_000", "240_000") && held("240_000", "240_000"));
    assert!(!held("240_000.01", "300_000") && !held("100_000", "239_999.99"));
}

#[test]
fn an_open_part_earns_nothing() {
    let mut open = estimate("1", "10", "5", 50, &[]);
    open.probability = None;
    let found: BTreeSet<&ProvisionId> = BTreeSet::new();
    assert_eq!(Points::of(&open, None, &found), None);
}

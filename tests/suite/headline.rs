//! Method and practice as one estimate: what is shown large everywhere, with both beside it.

use amende::analysis;
use amende::facts::Turnover;
use amende::headline::{Headline, logarithm};
use amende::quantity::Money;
use serde_json::Value;

use crate::{analyse, library, preset};

fn headline(case_file: &amende::facts::CaseFile) -> Option<Headline> {
    let analysis = analyse(case_file);
    let exposure = analysis::simulate(case_file, library(), &analysis).unwrap();
    analysis::headline(case_file, library(), &analysis, &exposure)
}

/// Kaspr, left out of everything: the headline lies between its layers, what was decided lies among eight
/// outcomes of ten, and the probability is no certainty.
#[test]
fn kaspr_has_one_headline_between_method_and_practice() {
    let headline = headline(&preset("kaspr.amende.ron")).unwrap();
    let practice = headline.practice.as_ref().unwrap();
    let (low, high) = (headline.method.median.min(practice.median), headline.method.median.max(practice.median));
    assert!(low < headline.both.median && headline.both.median < high);
    let decided: Money = "EUR 240_000".parse().unwrap();
    assert!(headline.both.most.contains(decided));
    assert!(headline.both.half.low < headline.both.median && headline.both.median < headline.both.half.high);
    let chance = headline.chance.unwrap();
    // France is known from few decisions: with 33 of them at most 34 of 35.
    assert!(chance.outcomes > 20 && chance.outcomes < 60, "{chance:?}");
    let bound =
        f64::from(u32::try_from(chance.outcomes).unwrap() + 1) / f64::from(u32::try_from(chance.outcomes).unwrap() + 2);
    assert!(chance.probability > 0.5 && chance.probability <= bound, "{chance:?}");
    assert!(chance.fined <= chance.outcomes && chance.outcomes < chance.outcomes_everywhere);
}

/// Nothing of it lies above the legal maximum, whatever practice says.
#[test]
fn nothing_lies_above_the_legal_maximum() {
    for preset in &library().presets {
        let Some(headline) = headline(&preset.case_file) else { continue };
        assert!(headline.both.at(1.0) <= headline.maximum, "{}", preset.case_file.title);
        for known in [&headline.both].into_iter().chain(&headline.practice) {
            assert!(known.most.low <= known.half.low && known.half.high <= known.most.high);
            assert!(known.most.high <= headline.maximum, "{}", preset.case_file.title);
            let ceiling = logarithm(headline.maximum).unwrap();
            assert!((known.curve.below(ceiling) - 1.0).abs() < 1e-9);
        }
    }
}

/// The weight hangs on whether the turnover is stated, and where nothing is alleged there is no headline.
#[test]
fn weights_hang_on_the_turnover() {
    let mut case_file = preset("kaspr.amende.ron");
    let stated = headline(&case_file).unwrap();
    case_file.undertaking.turnover = Turnover::Unknown;
    let unknown = headline(&case_file).unwrap();
    assert!(stated.turnover_known && !unknown.turnover_known);
    let combination = &library().practice.as_ref().unwrap().fitted().combination;
    let percent = |weight: f64| format!("{:.0}", weight * 100.0);
    assert_eq!(stated.method_percent.to_string(), percent(combination.known.method));
    assert_eq!(unknown.method_percent.to_string(), percent(combination.unknown.method));
    assert!(headline(&preset("clean-organisation.amende.ron")).is_none());
}

/// The shipped combination was fitted on the learning matters alone, and loses less than either layer.
#[test]
fn the_combination_does_better_than_either_layer() {
    let combination = &library().practice.as_ref().unwrap().fitted().combination;
    let learning = library().decided.matters.iter().filter(|matter| matter.part == amende::library::Part::Learning);
    assert!(combination.matters > 20 && combination.matters <= learning.count());
    assert_eq!(combination.matters, combination.known.matters + combination.unknown.matters);
    let losses = combination.losses;
    assert!(losses.combined < losses.method && losses.combined < losses.practice, "{losses:?}");
}

/// What the window shows of the back-test is of the fit that is shipped.
#[test]
fn the_back_test_shown_is_of_the_shipped_fit() {
    let fitted = library().practice.as_ref().unwrap().fitted();
    let (rows, matters) = (library().tested.rows.as_ref().unwrap(), library().tested.matters.as_ref().unwrap());
    assert_eq!((&rows.fitted_on, &matters.fitted_on), (&fitted.fitted_on, &fitted.fitted_on));
    assert_eq!(matters.fines.len(), fitted.combination.matters);
    assert!((matters.combined.pinball - fitted.combination.losses.combined).abs() < 0.01);
    for fine in &matters.fines {
        assert!(library().decision(&fine.decision).is_some(), "{}", fine.decision);
    }
}

/// The JSON has the same headline, and the text says it first.
#[test]
fn assess_says_the_headline() {
    let assess = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_amende"))
            .args(["assess", "presets/kaspr.amende.ron"])
            .args(arguments)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let headline = headline(&preset("kaspr.amende.ron")).unwrap();
    let value: Value = serde_json::from_str(&assess(&["--format", "json"])).unwrap();
    let json = &value["exposure"]["headline"];
    assert_eq!(json["p50"]["cents"].as_i64(), Some(headline.both.median.minor()));
    assert_eq!(json["method"]["p50"]["cents"], value["exposure"]["p50"]["cents"]);
    assert_eq!(json["probability_of_fine"]["given"], "infringements_found");
    let text = assess(&[]);
    let words = library().locale.rough_money(headline.both.median).replace('\u{a0}', " ");
    assert!(text.lines().any(|line| line.starts_with("Estimate ") && line.contains(&words)), "{text}");
}

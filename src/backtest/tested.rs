//! What a back-test leaves for the window to show: figures alone, with three digits.

use super::matters::Findings;
use super::{Backtest, Layers, Scores, Step, Summary};
use crate::headline::{TestedFine, TestedGrade, TestedMatters, TestedRows, TestedScore, TestedStep};

/// What tells groups apart that are shown.
const SETS: [&str; 2] = ["country", "size"];

/// Of tables.
pub fn tested_rows(result: &Backtest, fitted_on: &str) -> TestedRows {
    let simple = result.baselines.iter().map(|(name, scores)| ((*name).to_owned(), of_scores(scores)));
    let groups = SETS.iter().filter_map(|set| Some((*set, result.by.get(set)?)));
    let groups = groups.flat_map(|(set, groups)| {
        groups.iter().map(move |(name, scores)| (set.to_owned(), name.clone(), of_scores(scores)))
    });
    TestedRows {
        fitted_on: fitted_on.to_owned(),
        outcomes: result.n,
        fines: result.n_with_fine,
        estimate: of_scores(&result.estimate),
        simple: simple.collect(),
        groups: groups.filter(|(_, _, score)| score.fines > 0).collect(),
        of_fine: result.calibration_of_fine.iter().map(step).collect(),
        of_amount: result.calibration_of_amount.iter().map(step).collect(),
    }
}

/// Of decided matters.
pub fn tested_matters(findings: &Findings, layers: &Layers, fitted_on: &str) -> TestedMatters {
    let grades = [
        ("strength.clear", findings.by_grade.clear),
        ("strength.arguable", findings.by_grade.arguable),
        ("strength.weak", findings.by_grade.weak),
    ];
    let grade = |(key, count): (&str, super::matters::GradeCount)| TestedGrade {
        grade: key.to_owned(),
        alleged: count.alleged,
        examined: count.examined,
        found: count.found,
    };
    let fine = |known: &super::Layered| TestedFine {
        decision: known.decision.clone(),
        currency: known.currency,
        imposed: known.amount,
        low: known.combined.p10,
        median: known.combined.p50,
        high: known.combined.p90,
        factor: known.combined.factor,
    };
    TestedMatters {
        fitted_on: fitted_on.to_owned(),
        matters: findings.matters,
        grades: grades.into_iter().map(grade).collect(),
        found: findings.recall.found,
        alleged: findings.recall.alleged,
        method: of_summary(&layers.method),
        practice: of_summary(&layers.practice),
        combined: of_summary(&layers.combined),
        fines: layers.matters.iter().map(fine).collect(),
    }
}

fn of_scores(scores: &Scores) -> TestedScore {
    TestedScore {
        fines: scores.n_with_fine,
        half_within: digits(libm::exp10(scores.median_abs_log10_error.unwrap_or_default())),
        within_3: digits(scores.within_factor_3.unwrap_or_default()),
        inside_50: digits(scores.coverage_50.unwrap_or_default()),
        inside_80: digits(scores.coverage_80.unwrap_or_default()),
        high_by_low: digits(libm::exp10(scores.mean_width_80_log10.unwrap_or_default())),
        pinball: digits(scores.pinball.unwrap_or_default()),
    }
}

fn of_summary(summary: &Summary) -> TestedScore {
    of_scores(&summary.scores)
}

fn step(step: &Step) -> TestedStep {
    TestedStep { forecast: digits(step.forecast), came: digits(step.came), of: step.n }
}

/// Three digits: as many as are shown.
fn digits(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

//! `amende backtest` and `amende calibrate`: how good the estimate is, and how it comes about.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::{CliError, Form, output};
use crate::backtest::{self, Backtest, Scores, Table};
use crate::library::{self, Library};
use crate::storage;

/// The tables of some files as one.
fn table(library: &Library, files: &[PathBuf], mapping: Option<&Path>) -> Result<Table, CliError> {
    let own = mapping.map(|path| -> Result<_, CliError> {
        let name = path.display().to_string();
        let bytes = storage::table_file(path)?;
        let text = String::from_utf8_lossy(&bytes);
        library::parse(&name, &text).map_err(|problem| CliError::Mapping(problem.to_string()))
    });
    let mappings = match own.transpose()? {
        Some(own) => vec![own],
        None => library.mappings.clone(),
    };
    let mut tables = Vec::new();
    for file in files {
        let bytes = storage::table_file(file)?;
        let name = file.display().to_string();
        tables.push(backtest::read(&name, &bytes, &mappings, &library.recipe, &library.law)?);
    }
    Ok(backtest::joined(tables))
}

/// Fits the estimate and writes it.
pub(super) fn calibrate(
    library: &Library,
    rows: &[PathBuf],
    mapping: Option<&Path>,
    out: &Path,
) -> Result<(), CliError> {
    storage::writable(out)?;
    let table = table(library, rows, mapping)?;
    let mut said = table.remarks.join("\n");
    let fitted = backtest::calibrate(table, library)?;
    let layout = ron::ser::PrettyConfig::new().depth_limit(2).compact_arrays(false);
    let text = library::ron_options()
        .to_string_pretty(&fitted, layout)
        .map_err(|error| CliError::Ron { file: out.to_owned(), error })?;
    storage::write(out, (text + "\n").as_bytes())?;
    let counts = &fitted.counts;
    if !said.is_empty() {
        said.push('\n');
    }
    // Writing to a string cannot fail.
    let _ = writeln!(
        said,
        "{}: {} shipped decisions and {} rows with an amount, {} outcomes, {} columns, {} points",
        out.display(),
        counts.decisions,
        counts.rows,
        counts.found,
        fitted.columns.len(),
        fitted.inducing.len()
    );
    output::text(&said)
}

/// Scores tables and prints or writes the result.
pub(super) fn run(
    library: &Library,
    files: &[PathBuf],
    mapping: Option<&Path>,
    form: Form,
    write: Option<&Path>,
) -> Result<(), CliError> {
    if let Some(out) = write {
        storage::writable(out)?;
    }
    let table = table(library, files, mapping)?;
    let result = backtest::backtest(table, library, library.practice.as_ref())?;
    if let Some(out) = write {
        storage::write(out, markdown(&result).as_bytes())?;
    }
    match form {
        Form::Json => output::json(&result),
        Form::Text => output::text(&text(&result)),
    }
}

/// The result for reading.
fn text(result: &Backtest) -> String {
    let mut out = String::new();
    let mut line = |words: &str| {
        out.push_str(words);
        out.push('\n');
    };
    for remark in &result.remarks {
        line(remark);
    }
    line(&format!(
        "{} rows: {} with a known outcome, {} with an amount; {} estimated by ten fits, {} by the shipped fit, {} a shipped decision",
        result.rows, result.n, result.n_with_fine, result.refitted, result.unseen, result.shipped
    ));
    line(&head("model"));
    line(&row("estimate", &result.estimate));
    for (name, scores) in &result.baselines {
        line(&row(name, scores));
    }
    for (set, groups) in &result.by {
        line("");
        line(&head(&format!("by {set}")));
        for (name, scores) in groups {
            line(&row(name, scores));
        }
    }
    line("");
    line("probability of a fine: forecast, came, of");
    for step in &result.calibration_of_fine {
        line(&format!("  {:.2}  {:.2}  {}", step.forecast, step.came, step.n));
    }
    line("share of amounts below the value: forecast, came, of");
    for step in &result.calibration_of_amount {
        line(&format!("  {:.2}  {:.2}  {}", step.forecast, step.came, step.n));
    }
    out
}

const HEADS: [&str; 12] =
    ["n", "fines", "median", "mean", "×2", "×3", "×10", "50 %", "80 %", "width", "pinball", "Brier / AUC"];

fn head(name: &str) -> String {
    let heads: Vec<String> = HEADS.iter().map(|head| format!("{head:>7}")).collect();
    format!("{name:<28}{}", heads.join(" "))
}

fn row(name: &str, scores: &Scores) -> String {
    let cells: Vec<String> = cells(scores).iter().map(|cell| format!("{cell:>7}")).collect();
    format!("{name:<28}{}", cells.join(" "))
}

/// The cells of a row of scores.
fn cells(scores: &Scores) -> Vec<String> {
    let figure = |value: Option<_>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
    let share = |value: Option<_>| value.map_or_else(|| "–".to_owned(), |value| format!("{:.0} %", value * 100.0));
    vec![
        scores.n.to_string(),
        scores.n_with_fine.to_string(),
        figure(scores.median_abs_log10_error),
        figure(scores.mean_abs_log10_error),
        share(scores.within_factor_2),
        share(scores.within_factor_3),
        share(scores.within_factor_10),
        share(scores.coverage_50),
        share(scores.coverage_80),
        figure(scores.mean_width_80_log10),
        figure(scores.pinball),
        format!("{} / {}", figure(scores.brier), figure(scores.auc)),
    ]
}

/// The result as `docs/backtest-estimate.md`.
fn markdown(result: &Backtest) -> String {
    let mut out = String::new();
    let mut line = |words: &str| {
        out.push_str(words);
        out.push('\n');
    };
    line("# How good the estimate is");
    line("");
    line("Written by `amende backtest TABLE… --write docs/backtest-estimate.md`; do not edit.");
    line("");
    line(
        "Every decision is estimated by a fit that did not see it: one that was fitted on, by ten fits on the same tables and the shipped decisions, each without one tenth; any other by the shipped fit. Errors are in powers of ten: 0.3 is a factor of two. A simple model stands beside it in the same run.",
    );
    line("");
    line(&format!(
        "{} rows, {} with a known outcome, {} with an amount; {} estimated by ten fits, {} by the shipped fit.",
        result.rows, result.n, result.n_with_fine, result.refitted, result.unseen
    ));
    let mut rows = |title: &str, all: Vec<(String, &Scores)>| {
        line("");
        line(&format!("| {title} | {} |", HEADS.join(" | ")));
        line(&format!("|---|{}", "---|".repeat(HEADS.len())));
        for (name, scores) in all {
            line(&format!("| {name} | {} |", cells(scores).join(" | ")));
        }
    };
    let models = result.baselines.iter().map(|(name, scores)| (name.replace('_', " "), scores));
    rows("model", std::iter::once(("**estimate**".to_owned(), &result.estimate)).chain(models).collect());
    for (set, groups) in &result.by {
        rows(set, groups.iter().map(|(name, scores)| (name.clone(), scores)).collect());
    }
    for (title, steps) in [
        ("probability of a fine", &result.calibration_of_fine),
        ("share of amounts below the value", &result.calibration_of_amount),
    ] {
        line("");
        line(&format!("| {title}: forecast | came | of |"));
        line("|---|---|---|");
        for step in steps {
            line(&format!("| {:.2} | {:.2} | {} |", step.forecast, step.came, step.n));
        }
    }
    line("");
    // Codes not understood are told on the screen: they are the table's, not the estimate's.
    for remark in result.remarks.iter().filter(|remark| !remark.contains("is not understood")) {
        line(&format!("- {remark}"));
    }
    out
}

//! `amende backtest` and `amende calibrate`: how good the estimate is, and how it comes about.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::{CliError, Form, output};
use crate::backtest::{self, Backtest, Scores, Step, Table};
use crate::library::{self, Library};
use crate::locale::Locale;
use crate::practice::Practice;
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
    let mut fitted = backtest::calibrate(table, library)?;
    fitted.combination = backtest::combination(library, &Practice::new(fitted.clone()))?;
    kept(out, &fitted)?;
    let counts = &fitted.counts;
    if !said.is_empty() {
        said.push('\n');
    }
    // Writing to a string cannot fail.
    let _ = writeln!(
        said,
        "{}: {} shipped decisions and {} rows with an amount, {} outcomes, {} columns, {} points\n{} decided matters: \
         weight of the method {:.2} with the turnover known ({}), {:.2} without ({}), widened by {:.1}; loss of the method {:.3}, of \
         practice {:.3}, of both {:.3}",
        out.display(),
        counts.decisions,
        counts.rows,
        counts.found,
        fitted.columns.len(),
        fitted.inducing.len(),
        fitted.combination.matters,
        fitted.combination.known.method,
        fitted.combination.known.matters,
        fitted.combination.unknown.method,
        fitted.combination.unknown.matters,
        fitted.combination.open,
        fitted.combination.losses.method,
        fitted.combination.losses.practice,
        fitted.combination.losses.combined,
    );
    output::text(&said)
}

/// Whether a result is written as data for the window.
pub(super) fn is_data(out: &Path) -> bool {
    out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// The hash of what the shipped estimate was fitted on.
pub(super) fn fitted_on(library: &Library) -> &str {
    library.practice.as_ref().map_or("", |practice| practice.fitted().fitted_on.as_str())
}

/// Writes data for the window.
pub(super) fn kept(out: &Path, data: &impl serde::Serialize) -> Result<(), CliError> {
    let layout = ron::ser::PrettyConfig::new().depth_limit(2).compact_arrays(false);
    let text = library::ron_options()
        .to_string_pretty(data, layout)
        .map_err(|error| CliError::Ron { file: out.to_owned(), error })?;
    Ok(storage::write(out, (text + "\n").as_bytes())?)
}

/// Scores tables and prints or writes the result.
pub(super) fn run(
    library: &Library,
    files: &[PathBuf],
    mapping: Option<&Path>,
    form: Form,
    write: &[PathBuf],
) -> Result<(), CliError> {
    for out in write {
        storage::writable(out)?;
    }
    let table = table(library, files, mapping)?;
    let result = backtest::backtest(table, library, library.practice.as_ref())?;
    for out in write {
        if is_data(out) {
            kept(out, &backtest::tested_rows(&result, fitted_on(library)))?;
        } else {
            storage::write(out, markdown(&library.locale, &result).as_bytes())?;
        }
    }
    match form {
        Form::Json => output::json(&result),
        Form::Text => output::text(&for_reading(&library.locale, &result)),
    }
}

/// The result for reading.
fn for_reading(text: &Locale, result: &Backtest) -> String {
    let mut out = String::new();
    let mut line = |words: &str| {
        out.push_str(words);
        out.push('\n');
    };
    for remark in &result.remarks {
        line(remark);
    }
    line(&counted(text, result));
    line(&head(text, text.t("backtest.rows.model")));
    line(&row(text.t("backtest.rows.estimate"), &result.estimate));
    for (name, scores) in &result.baselines {
        line(&row(name, scores));
    }
    for (set, groups) in &result.by {
        line("");
        line(&head(text, &text.fill("backtest.rows.by", &[("set", set)])));
        for (name, scores) in groups {
            line(&row(name, scores));
        }
    }
    line("");
    for (key, steps) in calibrations(result) {
        line(&[text.t(key), text.t("backtest.rows.came"), text.t("backtest.rows.of")].join(" | "));
        for step in steps {
            line(&format!("  {:.2}  {:.2}  {}", step.forecast, step.came, step.n));
        }
    }
    out
}

/// How many rows there are, and by what they were estimated.
fn counted(text: &Locale, result: &Backtest) -> String {
    let names = [
        ("rows", result.rows),
        ("known", result.n),
        ("fined", result.n_with_fine),
        ("refitted", result.refitted),
        ("unseen", result.unseen),
        ("shipped", result.shipped),
    ]
    .map(|(name, number)| (name, number.to_string()));
    text.fill("backtest.rows.counted", &names.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// What was forecast beside what came, each with the key of its heading.
fn calibrations(result: &Backtest) -> [(&'static str, &[Step]); 2] {
    [
        ("backtest.rows.of_fine", result.calibration_of_fine.as_slice()),
        ("backtest.rows.of_amount", result.calibration_of_amount.as_slice()),
    ]
}

/// The headings of the scores, in the order of [`cells`].
const HEADS: [&str; 12] = [
    "backtest.head.n",
    "backtest.head.fines",
    "backtest.head.median",
    "backtest.head.mean",
    "backtest.head.within_2",
    "backtest.head.within_3",
    "backtest.head.within_10",
    "backtest.head.coverage_50",
    "backtest.head.coverage_80",
    "backtest.head.width",
    "backtest.head.pinball",
    "backtest.head.chance",
];

fn head(text: &Locale, name: &str) -> String {
    let heads: Vec<String> = HEADS.iter().map(|key| format!("{:>7}", text.t(key))).collect();
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
fn markdown(text: &Locale, result: &Backtest) -> String {
    let mut out = String::new();
    let mut line = |words: &str| {
        out.push_str(words);
        out.push('\n');
    };
    line(&format!("# {}", text.t("backtest.rows.heading")));
    line("");
    line(text.t("backtest.rows.preface"));
    line("");
    line(&counted(text, result));
    let mut rows = |title: &str, all: Vec<(String, &Scores)>| {
        line("");
        line(&format!("| {title} | {} |", HEADS.map(|key| text.t(key)).join(" | ")));
        line(&format!("|---|{}", "---|".repeat(HEADS.len())));
        for (name, scores) in all {
            line(&format!("| {name} | {} |", cells(scores).join(" | ")));
        }
    };
    let models = result.baselines.iter().map(|(name, scores)| (name.replace('_', " "), scores));
    let estimate = (format!("**{}**", text.t("backtest.rows.estimate")), &result.estimate);
    rows(text.t("backtest.rows.model"), std::iter::once(estimate).chain(models).collect());
    for (set, groups) in &result.by {
        rows(set, groups.iter().map(|(name, scores)| (name.clone(), scores)).collect());
    }
    for (key, steps) in calibrations(result) {
        line("");
        line(&format!("| {} | {} | {} |", text.t(key), text.t("backtest.rows.came"), text.t("backtest.rows.of")));
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

//! What came of a workshop as a file for spreadsheets or for programs.

use std::path::{Path, PathBuf};

use crate::locale::plain;
use crate::workshop::Results;

/// The endings of the files that results are written in.
pub const RESULT_ENDINGS: &[&str] = &["csv", "json"];

/// Why results are not written.
#[derive(Debug, thiserror::Error)]
pub enum NoResults {
    /// The file's name asks for another format.
    #[error("{}: results are written as .csv or .json; name the file accordingly", .0.display())]
    Format(PathBuf),
    /// The rows cannot be written.
    #[error("cannot write CSV: {0}")]
    Csv(#[from] csv::Error),
    /// The value cannot be written.
    #[error("cannot write JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// Results in the format that the file's name asks for.
///
/// # Errors
/// Where it asks for none of [`RESULT_ENDINGS`].
pub fn results_for(path: &Path, results: &Results<'_>) -> Result<String, NoResults> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    match ending.as_str() {
        "csv" => results_table(results),
        "json" => Ok(serde_json::to_string_pretty(results)? + "\n"),
        _ => Err(NoResults::Format(path.to_owned())),
    }
}

/// One row for each team and round, with the mark that tells spreadsheet programs that the
/// text is UTF-8.
///
/// # Errors
/// Where the writer refuses a row.
pub fn results_table(results: &Results<'_>) -> Result<String, NoResults> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in &results.entries {
        let (title, team) = (plain::cell(row.title), plain::cell(row.team));
        writer.serialize(crate::workshop::ResultRow { title: &title, team: &team, ..row.clone() })?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(format!("\u{feff}{}", String::from_utf8_lossy(&bytes)))
}

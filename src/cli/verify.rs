//! `amende verify`: whether the figures of a report are those of a matter.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::own::OwnArgument;
use super::{CliError, TermArguments, output};
use crate::library::Library;
use crate::report::verify::{self, Compared, Difference, Stated};
use crate::report::{Format, Look, PreparedBy, Reported, SystemFonts};
use crate::storage;

/// So many differences are listed; the rest is counted.
const LISTED: usize = 40;

/// What is to be compared.
#[derive(Debug, clap::Args)]
pub(super) struct VerifyArguments {
    /// The report (.pdf, .docx, .xlsx, .html or .json)
    report: PathBuf,
    /// The matter (*.amende.ron)
    matter: PathBuf,
    #[command(flatten)]
    pub(super) own: OwnArgument,
}

pub(super) fn run(library: &Library, wanted: &VerifyArguments) -> Result<(), CliError> {
    let report = &wanted.report;
    let format = Format::from_path(report)?;
    let bytes = storage::read_whole(report)?;
    let unreadable = |error| CliError::Verify { file: report.clone(), error };
    let stated = Stated::read(&bytes, format).map_err(unreadable)?;
    let receipt = stated.receipt();
    // Method, day, seed and number of outcomes are those of the report: its figures are asked for, not others.
    let terms = TermArguments {
        methodology: Some(receipt.methodology.to_string()),
        as_of: Some(receipt.as_of),
        seed: receipt.seed,
        draws: u32::try_from(receipt.samples).ok().filter(|draws| i64::from(*draws) <= super::MOST_DRAWS),
    };
    let opened = output::open(library, &wanted.matter, &terms)?;
    let exposure = opened.simulate(library, &wanted.matter, &terms)?;
    let contents = stated.contents(library);
    let now = Reported {
        case_file: &opened.case_file,
        library,
        analysis: &opened.analysis,
        exposure: &exposure,
        by: &PreparedBy::default(),
        contents: &contents,
        look: &Look::default(),
    };
    let compared = verify::compare((&bytes, format), &stated, now, SystemFonts::installed()).map_err(unreadable)?;
    output::text(&told(report, &wanted.matter, &compared))?;
    if compared.differences.is_empty() {
        return Ok(());
    }
    Err(CliError::Differs { report: report.clone(), matter: wanted.matter.clone(), count: compared.differences.len() })
}

/// What came of it, in lines.
fn told(report: &Path, matter: &Path, compared: &Compared) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail, here and below.
    for (what, then, now) in &compared.made_otherwise {
        let _ = writeln!(out, "made otherwise: {what} was {then}, is {now}");
    }
    for difference in compared.differences.iter().take(LISTED) {
        let _ = writeln!(out, "{}", line(difference));
    }
    if compared.differences.len() > LISTED {
        let _ = writeln!(out, "and {} more", compared.differences.len() - LISTED);
    }
    if compared.differences.is_empty() {
        let (report, matter) = (report.display(), matter.display());
        let (figures, shown) = (compared.figures, compared.shown);
        let _ = writeln!(
            out,
            "{report}: the figures are those of {matter} ({figures} figures and {shown} amounts shown were compared)"
        );
    }
    out
}

fn line(difference: &Difference) -> String {
    let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
    match difference {
        Difference::Figure { name, report, matter } => {
            format!("{name}: the report says {}, the matter comes to {}", or_none(report), or_none(matter))
        }
        Difference::Shown { amount, near, report, matter } => format!(
            "{amount}: shown {report} times in the report, {matter} times by the matter (near \u{201c}{near}\u{201d})"
        ),
        Difference::Cell { place, report, matter } => {
            format!("{place}: the report says {}, the matter comes to {matter}", or_none(report))
        }
    }
}

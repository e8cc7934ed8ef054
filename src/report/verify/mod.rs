//! Whether the figures of a report are those of a matter as it is calculated now.
//!
//! Twice: the figures that the file holds for programs are compared one by one, and what its
//! pages show is compared with what they would show now. So neither a figure changed in the
//! words nor one changed beside them goes unseen. Words may be edited: only amounts count.

mod amounts;
mod read_html;
mod read_package;
mod read_pdf;
mod whole;

use std::collections::BTreeMap;

use super::{Contents, Figures, Format, RenderError, Reported, SystemFonts, compose, render};
use crate::fine::Receipt;

pub use amounts::Amount;

/// What a report says of itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Stated {
    /// The figures beside the words.
    Figures(Box<Figures>),
    /// The whole assessment: the report is JSON.
    Whole(Box<serde_json::Value>, Box<Receipt>),
}

/// Why a report cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// It is no file of the format.
    #[error("this is no {format} that can be read ({problem})")]
    Unreadable {
        /// The format's ending.
        format: &'static str,
        /// What is wrong.
        problem: String,
    },
    /// It holds no figures of this program.
    #[error(
        "no figures of Amende are in this file: it was not written by this program, or was saved by one that drops them; export the report again"
    )]
    NoFigures,
    /// The figures in it cannot be read.
    #[error("the figures in this file cannot be read ({0}): they were changed, or are of another version of Amende")]
    Malformed(String),
    /// The format holds none.
    #[error("a report as .{0} holds no figures to compare: export it as .pdf, .docx, .xlsx, .html or .json")]
    Format(&'static str),
    /// What it would show now could not be written.
    #[error(transparent)]
    Render(#[from] RenderError),
}

/// Something that is not the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A figure held for programs, by its name.
    Figure {
        /// `A.fine.point`.
        name: String,
        /// What the report says.
        report: Option<String>,
        /// What the matter comes to.
        matter: Option<String>,
    },
    /// An amount that the pages show more or fewer times than they would now.
    Shown {
        /// The amount as it is shown.
        amount: String,
        /// The words around it.
        near: String,
        /// How many times the report shows it.
        report: usize,
        /// How many times it would.
        matter: usize,
    },
    /// A number in a cell of a spreadsheet.
    Cell {
        /// Sheet and cell.
        place: String,
        /// What stands there; `None` where nothing does.
        report: Option<String>,
        /// What would.
        matter: String,
    },
}

/// What came of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What is not the same.
    pub differences: Vec<Difference>,
    /// What the report was made with, where that is something else now: what, then, now.
    pub made_otherwise: Vec<(&'static str, String, String)>,
    /// How many figures for programs were compared, and how many amounts shown.
    pub figures: usize,
    /// How many amounts or numbers that are shown were compared.
    pub shown: usize,
}

impl Stated {
    /// Reads what a report says of itself.
    ///
    /// # Errors
    /// When the file is not of the format, or holds no figures.
    pub fn read(bytes: &[u8], format: Format) -> Result<Self, VerifyError> {
        let text = match format {
            Format::Pdf => read_pdf::figures(bytes)?,
            Format::Word => read_package::word_figures(bytes)?,
            Format::Spreadsheet => read_package::sheet_figures(bytes)?,
            Format::Html => read_html::figures(bytes)?,
            Format::Json => return whole::read(bytes),
            Format::Markdown => return Err(VerifyError::Format(format.ending())),
        };
        let figures: Figures =
            serde_json::from_str(&text).map_err(|error| VerifyError::Malformed(error.to_string()))?;
        if figures.schema != super::FIGURES {
            return Err(VerifyError::Malformed(format!("`{}`", figures.schema)));
        }
        Ok(Self::Figures(Box::new(figures)))
    }

    /// What the report holds; all where it is the assessment.
    pub fn contents(&self, library: &crate::library::Library) -> Contents {
        match self {
            Self::Figures(figures) => figures.contents(library),
            Self::Whole(..) => Contents::of(library, crate::library::EditionId::Counsel),
        }
    }

    /// What the report was made with.
    pub fn receipt(&self) -> &Receipt {
        match self {
            Self::Figures(figures) => &figures.receipt,
            Self::Whole(_, receipt) => receipt,
        }
    }
}

/// Compares a report with the matter as it is calculated now.
///
/// # Errors
/// When the report cannot be read as its format, or what it would say now cannot be written.
pub fn compare(
    (bytes, format): (&[u8], Format),
    stated: &Stated,
    now: Reported<'_>,
    system: &SystemFonts,
) -> Result<Compared, VerifyError> {
    let mut compared = Compared {
        differences: Vec::new(),
        made_otherwise: made_otherwise(stated.receipt(), &now.analysis.receipt),
        figures: 0,
        shown: 0,
    };
    match stated {
        Stated::Whole(said, _) => {
            let would = whole::now(now)?;
            (compared.differences, compared.figures) = whole::differences(said, &would);
        }
        Stated::Figures(said) => {
            let would = Figures::of(&now);
            compared.figures = would.figures.len();
            compared.differences = figures(&said.figures, &would.figures);
            let would = render(&compose(now), format, system)?;
            let (shown, differences) = match format {
                Format::Spreadsheet => read_package::cells_that_differ(bytes, &would)?,
                _ => amounts::that_differ(&shown(bytes, format)?, &shown(&would, format)?),
            };
            compared.shown = shown;
            compared.differences.extend(differences);
        }
    }
    Ok(compared)
}

/// The amounts that the pages of a report show.
fn shown(bytes: &[u8], format: Format) -> Result<Vec<Amount>, VerifyError> {
    let lines = match format {
        Format::Pdf => read_pdf::lines(bytes)?,
        Format::Word => read_package::word_lines(bytes)?,
        Format::Html => read_html::lines(bytes)?,
        Format::Spreadsheet | Format::Markdown | Format::Json => Vec::new(),
    };
    Ok(lines.iter().flat_map(|line| amounts::of(line)).collect())
}

/// Figures by name: those that differ, those missing and those too many.
fn figures(said: &BTreeMap<String, String>, would: &BTreeMap<String, String>) -> Vec<Difference> {
    let names: std::collections::BTreeSet<&String> = said.keys().chain(would.keys()).collect();
    let differ = names.into_iter().filter(|name| said.get(*name) != would.get(*name));
    let difference = |name: &String| Difference::Figure {
        name: name.clone(),
        report: said.get(name).cloned(),
        matter: would.get(name).cloned(),
    };
    differ.map(difference).collect()
}

/// What the report was made with, where it is something else now.
fn made_otherwise(then: &Receipt, now: &Receipt) -> Vec<(&'static str, String, String)> {
    let own =
        |receipt: &Receipt| receipt.own_decisions.as_ref().map_or_else(|| "none".to_owned(), |own| own.sha256.clone());
    let all = [
        ("program", then.program.clone(), now.program.clone()),
        ("law data", then.law_data.clone(), now.law_data.clone()),
        ("decisions", then.decisions.clone(), now.decisions.clone()),
        ("own decisions", own(then), own(now)),
        ("assumptions of the estimate", then.estimate.clone(), now.estimate.clone()),
        ("methodology", then.methodology.to_string(), now.methodology.to_string()),
        ("data of the methodology", then.methodology_sha256.clone(), now.methodology_sha256.clone()),
        ("matter", then.matter_sha256.clone(), now.matter_sha256.clone()),
        ("outcomes drawn", then.samples.to_string(), now.samples.to_string()),
    ];
    all.into_iter().filter(|(_, then, now)| then != now).collect()
}

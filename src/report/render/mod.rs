//! One file per format.

mod html;
#[cfg(feature = "typeset")]
mod long_words;
mod markdown;
#[cfg(feature = "typeset")]
mod pdf;
#[cfg(feature = "typeset")]
mod picture;
#[cfg(feature = "typeset")]
mod set_in;
mod spreadsheet;
#[cfg(not(feature = "typeset"))]
mod without_typesetter;
mod word;

use std::path::{Path, PathBuf};

use super::{Document, Look, SystemFonts};

#[cfg(not(feature = "typeset"))]
use without_typesetter::{self as pdf, self as picture};

#[cfg(feature = "gui")]
pub use pdf::{PagePicture, Preview, pages, preview};

/// The formats a report can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Tagged PDF (PDF/UA-1 and PDF/A-3a in one file).
    Pdf,
    /// Word (Office Open XML), to be edited.
    Word,
    /// A spreadsheet (Office Open XML) of the figures.
    Spreadsheet,
    /// A page of HTML.
    Html,
    /// Markdown.
    Markdown,
    /// The assessment as JSON, for programs.
    Json,
}

impl Format {
    /// The format that a file's extension names.
    ///
    /// # Errors
    /// When it names none; the message lists those known.
    pub fn from_path(path: &Path) -> Result<Self, RenderError> {
        let ending = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let known = Self::ALL.iter().find(|format| format.ending().eq_ignore_ascii_case(ending));
        known.copied().ok_or_else(|| RenderError::UnknownFormat { path: path.to_owned() })
    }

    /// Every format.
    pub const ALL: &[Self] = &[Self::Pdf, Self::Word, Self::Spreadsheet, Self::Html, Self::Markdown, Self::Json];

    /// How the names of its files end, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Word => "docx",
            Self::Spreadsheet => "xlsx",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Pdf => "format.pdf",
            Self::Word => "format.word",
            Self::Spreadsheet => "format.spreadsheet",
            Self::Html => "format.html",
            Self::Markdown => "format.markdown",
            Self::Json => "format.json",
        }
    }

    /// The endings of all formats, as a reader lists them: `.pdf, .docx or .md`.
    fn endings() -> String {
        let endings: Vec<String> = Self::ALL.iter().map(|format| format!(".{}", format.ending())).collect();
        match endings.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => endings.concat(),
        }
    }
}

/// Why a report could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The extension names no format.
    #[error("{}: a report is written as {}; name the file accordingly", .path.display(), Format::endings())]
    UnknownFormat {
        /// The file asked for.
        path: PathBuf,
    },
    /// The typesetter refused the document.
    #[error("the report could not be typeset as PDF ({0}): write it as .md instead")]
    Typeset(String),
    /// This build has no typesetter.
    #[error(
        "this build has no typesetter for pages and charts: write the report as .md or .json, or build with the feature `typeset`"
    )]
    NoTypesetter,
    /// The parts of a file could not be packed.
    #[error("the report could not be packed as a file ({0}): write it as .md instead")]
    Pack(String),
    /// JSON is the whole assessment: an edition that withholds something is not written so.
    #[error("JSON holds the whole assessment, which the edition `{edition}` must not say: write it in another format")]
    WholeOnly {
        /// The edition.
        edition: &'static str,
    },
    /// JSON is the assessment, not the document made of it.
    #[error("JSON holds the assessment of a matter, not the report: write it from the matter")]
    NoDocument,
}

/// The logo of a look as a picture; nothing where it has none.
///
/// # Errors
/// When it cannot be drawn.
fn logo(look: &Look) -> Result<Option<picture::Png>, RenderError> {
    if look.logo.is_none() {
        return Ok(None);
    }
    picture::logo(look).map(Some)
}

/// Whether the logo of a look can be drawn.
///
/// # Errors
/// With what is wrong with it.
pub(super) fn drawable(look: &Look) -> Result<(), RenderError> {
    logo(look).map(|_| ())
}

/// The part of a document for Word that holds the figures for programs.
pub(in crate::report) const FIGURES_PART: &str = "customXml/item1.xml";
/// The sheet of a spreadsheet that holds them; nobody sees it.
pub(in crate::report) const FIGURES_SHEET: &str = "amende";

/// Writes the document in a format, with fonts of the system for what those bundled lack.
///
/// # Errors
/// When the typesetter refuses it, a file cannot be packed, or the format is JSON, which is
/// written from the matter itself ([`write`](crate::report::write)).
pub fn render(document: &Document, format: Format, system: &SystemFonts) -> Result<Vec<u8>, RenderError> {
    match format {
        Format::Pdf => pdf::pdf(document, system),
        Format::Word => word::word(document, system),
        Format::Spreadsheet => spreadsheet::spreadsheet(document),
        Format::Html => html::html(document, system),
        Format::Markdown => Ok(markdown::markdown(document).into_bytes()),
        Format::Json => Err(RenderError::NoDocument),
    }
}

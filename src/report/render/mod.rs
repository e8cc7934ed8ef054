//! One file per format.

mod long_words;
mod markdown;
mod pdf;
mod picture;
mod word;

use std::path::{Path, PathBuf};

use super::{Document, SystemFonts};

#[cfg(feature = "gui")]
pub use pdf::{PagePicture, pages};

/// The formats a report can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Tagged PDF (PDF/UA-1 and PDF/A-3a in one file).
    Pdf,
    /// Word (Office Open XML), to be edited.
    Word,
    /// Markdown.
    Markdown,
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
    pub const ALL: &[Self] = &[Self::Pdf, Self::Word, Self::Markdown];

    /// How the names of its files end, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Word => "docx",
            Self::Markdown => "md",
        }
    }

    /// The endings of all formats, as a reader lists them: `.pdf or .md`.
    fn endings() -> String {
        Self::ALL.iter().map(|format| format!(".{}", format.ending())).collect::<Vec<_>>().join(" or ")
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
    /// The parts of a file could not be packed.
    #[error("the report could not be packed as a file ({0}): write it as .md instead")]
    Pack(String),
}

/// Writes the document in a format, with fonts of the system for what those bundled lack.
///
/// # Errors
/// When the typesetter refuses it.
pub fn render(document: &Document, format: Format, system: &SystemFonts) -> Result<Vec<u8>, RenderError> {
    match format {
        Format::Pdf => pdf::pdf(document, system),
        Format::Word => word::word(document, system),
        Format::Markdown => Ok(markdown::markdown(document).into_bytes()),
    }
}

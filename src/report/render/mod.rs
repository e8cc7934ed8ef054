//! One file per format.

mod markdown;
mod pdf;

use std::path::{Path, PathBuf};

use super::Document;

#[cfg(feature = "gui")]
pub use pdf::{PagePicture, pages};

/// The formats a report can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Tagged PDF (PDF/UA-1 and PDF/A-3a in one file).
    Pdf,
    /// Markdown.
    Markdown,
}

impl Format {
    /// The format that a file's extension names.
    ///
    /// # Errors
    /// When it names none; the message lists those known.
    pub fn from_path(path: &Path) -> Result<Self, RenderError> {
        let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_lowercase);
        match extension.as_deref() {
            Some("pdf") => Ok(Self::Pdf),
            Some("md") => Ok(Self::Markdown),
            _ => Err(RenderError::UnknownFormat { path: path.to_owned() }),
        }
    }
}

/// Why a report could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The extension names no format.
    #[error("{}: a report is written as .pdf or .md; name the file accordingly", .path.display())]
    UnknownFormat {
        /// The file asked for.
        path: PathBuf,
    },
    /// The typesetter refused the document.
    #[error("the report could not be typeset: {0}")]
    Typeset(String),
}

/// Writes the document in a format.
///
/// # Errors
/// When the typesetter refuses it.
pub fn render(document: &Document, format: Format) -> Result<Vec<u8>, RenderError> {
    match format {
        Format::Pdf => pdf::pdf(document),
        Format::Markdown => Ok(markdown::markdown(document).into_bytes()),
    }
}

//! One file per format.

use std::path::Path;

use super::Document;

/// The formats a report can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Tagged PDF.
    Pdf,
}

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The typesetter refused the document.
    #[error("the report could not be typeset: {0}")]
    Typeset(String),
}

impl Format {
    /// By extension.
    ///
    /// # Errors
    /// Unknown.
    pub fn from_path(_path: &Path) -> Result<Self, RenderError> {
        Ok(Self::Pdf)
    }
}

/// Writes the document in a format.
///
/// # Errors
/// When the typesetter refuses it.
pub fn render(_document: &Document, _format: Format) -> Result<Vec<u8>, RenderError> {
    Err(RenderError::Typeset("not built".into()))
}

//! Stands for the typesetter in a build without it: asked for a page or a chart, it says so.

use super::RenderError;
use crate::report::{Block, Document, Look, SystemFonts};

/// A picture in pixels; none is made in such a build.
pub(super) struct Png {
    /// The file.
    pub(super) png: Vec<u8>,
    /// Width and height in English Metric Units.
    pub(super) size: (u64, u64),
}

/// No PDF.
///
/// # Errors
/// Always.
pub(super) fn pdf(_: &Document, _: &SystemFonts) -> Result<Vec<u8>, RenderError> {
    Err(RenderError::NoTypesetter)
}

/// No pages, and no numbers of them.
///
/// # Errors
/// Always.
pub(super) fn pages_of_headings(_: &Document, _: &SystemFonts) -> Result<Vec<usize>, RenderError> {
    Err(RenderError::NoTypesetter)
}

/// No logo in pixels.
///
/// # Errors
/// Always.
pub(super) fn logo(_: &Look) -> Result<Png, RenderError> {
    Err(RenderError::NoTypesetter)
}

/// No logo as a vector.
///
/// # Errors
/// Always.
pub(super) fn logo_svg(_: &Look) -> Result<String, RenderError> {
    Err(RenderError::NoTypesetter)
}

/// No chart in pixels.
///
/// # Errors
/// Always.
pub(super) fn png(_: &Document, _: &Block, _: f64, _: &SystemFonts) -> Result<Vec<Png>, RenderError> {
    Err(RenderError::NoTypesetter)
}

/// No chart as a vector.
///
/// # Errors
/// Always.
pub(super) fn svg(_: &Document, _: &Block, _: &SystemFonts) -> Result<String, RenderError> {
    Err(RenderError::NoTypesetter)
}

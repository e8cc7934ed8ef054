//! The report for Word: real styles, headings, repeated header rows, footnotes, fields.
//!
//! What things look like is said under `assets/report/word`; here they are only named.

mod body;
mod package;
mod paragraph;
mod pictures;
mod runs;
mod tables;
mod xml;

use super::{RenderError, pdf, picture};
use crate::report::{Block, Document, SystemFonts};

/// Dots to a point of the pictures: 300 an inch, as print needs.
const DOTS: f64 = 300.0 / 72.0;

/// The document as a package of Office Open XML. The same document gives the same bytes.
///
/// # Errors
/// When a picture cannot be typeset.
pub(super) fn word(document: &Document, system: &SystemFonts) -> Result<Vec<u8>, RenderError> {
    let mut drawn = Vec::new();
    for block in &document.blocks {
        let pictures = match block {
            Block::Chart(_) | Block::Timeline(_) => picture::png(document, block, DOTS, system)?,
            _ => Vec::new(),
        };
        drawn.push(pictures);
    }
    let logo = super::logo(&document.look)?;
    // Word sets the pages anew: these are the numbers of the PDF until it does.
    let pages = if document.contents.is_empty() { Vec::new() } else { pdf::pages_of_headings(document, system)? };
    let body = body::body(document, &drawn, (logo.as_ref(), &pages));
    let pictures: Vec<&[u8]> = drawn.iter().flatten().chain(&logo).map(|picture| picture.png.as_slice()).collect();
    package::package(document, &body, &pictures)
}

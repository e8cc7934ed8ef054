//! The charts of a report as pictures of their own, drawn by the same template as its pages.

use typst_layout::PagedDocument;

use super::{RenderError, pdf};
use crate::report::{Block, Document, SystemFonts};

/// A picture higher than this many points does not fit on a page: it goes on on the next.
const HIGHEST: f64 = 640.0;
/// English Metric Units to a point.
const UNITS: f64 = 12_700.0;

/// A picture in pixels.
pub(super) struct Png {
    /// The file.
    pub(super) png: Vec<u8>,
    /// Width and height in English Metric Units, as it is to be shown.
    pub(super) size: (u64, u64),
}

/// A chart in pixels, `dots` of them to a point: several pictures where it is higher than a
/// page.
///
/// # Errors
/// With the typesetter's message.
pub(super) fn png(
    document: &Document,
    block: &Block,
    dots: f64,
    system: &SystemFonts,
) -> Result<Vec<Png>, RenderError> {
    let options = typst_render::RenderOptions { pixel_per_pt: dots.into(), ..Default::default() };
    let paged = drawn(document, block, system, true)?;
    let pictures = paged.pages().iter().map(|page| {
        let png = typst_render::render(page, &options)
            .encode_png()
            .map_err(|error| RenderError::Typeset(error.to_string()))?;
        let size = page.frame.size();
        Ok(Png { png, size: (units(size.x.to_pt()), units(size.y.to_pt())) })
    });
    pictures.collect()
}

/// A chart as a vector, in one piece; its words are shapes, so that no font is needed.
///
/// # Errors
/// With the typesetter's message.
pub(super) fn svg(document: &Document, block: &Block, system: &SystemFonts) -> Result<String, RenderError> {
    let paged = drawn(document, block, system, false)?;
    let page = paged.pages().first();
    Ok(page.map_or_else(String::new, |page| typst_svg::svg(page, &typst_svg::SvgOptions::default())))
}

/// The chart alone, on a page of its own size.
fn drawn(document: &Document, block: &Block, system: &SystemFonts, parted: bool) -> Result<PagedDocument, RenderError> {
    let alone = Document { blocks: vec![block.clone()], sheets: Vec::new(), ..document.clone() };
    let paged = pdf::typeset(&alone, system, pdf::Paper::Picture { height: None })?.0;
    let height = paged.pages().first().map_or(0.0, |page| page.frame.size().y.to_pt());
    if !parted || height <= HIGHEST {
        return Ok(paged);
    }
    Ok(pdf::typeset(&alone, system, pdf::Paper::Picture { height: Some(HIGHEST) })?.0)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length on paper")]
fn units(points: f64) -> u64 {
    (points * UNITS).round() as u64
}

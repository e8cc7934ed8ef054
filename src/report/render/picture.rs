//! The charts of a report as pictures of their own, drawn by the same template as its pages.

use typst_layout::PagedDocument;

use super::{RenderError, pdf};
use crate::report::{Block, Document, Look, SystemFonts};

/// A picture higher than this many points does not fit on a page: it goes on on the next.
const HIGHEST: f64 = 640.0;
/// English Metric Units to a point.
const UNITS: f64 = 12_700.0;
/// A picture is shown at most so wide, in points: the width of the text.
const WIDEST: f64 = 453.5;

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
        let (width, height) = (size.x.to_pt(), size.y.to_pt());
        let scale = (WIDEST / width).min(1.0);
        Ok(Png { png, size: (units(width * scale), units(height * scale)) })
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

/// Dots to a point of a logo: 300 an inch, as print needs.
const DOTS: f64 = 300.0 / 72.0;

/// The logo in pixels.
///
/// # Errors
/// When it cannot be drawn.
pub(super) fn logo(look: &Look) -> Result<Png, RenderError> {
    let paged = logo_alone(look)?;
    let page = paged.pages().first().ok_or_else(|| RenderError::Typeset("the logo is empty".to_owned()))?;
    let options = typst_render::RenderOptions { pixel_per_pt: DOTS.into(), ..Default::default() };
    let png = typst_render::render(page, &options).encode_png();
    let size = page.frame.size();
    Ok(Png {
        png: png.map_err(|error| RenderError::Typeset(error.to_string()))?,
        size: (units(size.x.to_pt()), units(size.y.to_pt())),
    })
}

/// The logo as a vector.
///
/// # Errors
/// When it cannot be drawn.
pub(super) fn logo_svg(look: &Look) -> Result<String, RenderError> {
    let paged = logo_alone(look)?;
    let page = paged.pages().first();
    Ok(page.map_or_else(String::new, |page| typst_svg::svg(page, &typst_svg::SvgOptions::default())))
}

fn logo_alone(look: &Look) -> Result<PagedDocument, RenderError> {
    Ok(pdf::typeset(&Document::blank(look.clone()), SystemFonts::installed(), pdf::Paper::Logo)?.0)
}

/// The chart alone, on a page of its own size.
fn drawn(document: &Document, block: &Block, system: &SystemFonts, parted: bool) -> Result<PagedDocument, RenderError> {
    let alone =
        Document { blocks: vec![block.clone()], figures: String::new(), sheets: Vec::new(), ..document.clone() };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::render::pdf::tests::{document, words};
    use crate::report::{TimelineBar, TimelineChart, Tone};

    /// A picture higher than a page goes on on the next: no bar is lost, in any format.
    #[test]
    fn every_bar_of_a_long_timeline_is_drawn() {
        let bar = |number: usize| TimelineBar {
            title: format!("Bar{number}."),
            note: "Note".to_owned(),
            tone: Tone::Serious,
            parts: vec![(0.1, 0.8, "certain")],
            label: "label".to_owned(),
            limit: None,
        };
        let block = Block::Timeline(TimelineChart {
            alternative: "What was when".to_owned(),
            years: vec![(0.0, "2024".to_owned())],
            break_at: None,
            day: 0.9,
            marks: Vec::new(),
            bars: (0..60).map(bar).collect(),
            legend: vec![("serious", "clear".to_owned())],
        });
        let empty = tempfile::tempdir().unwrap();
        let fonts = SystemFonts::in_folder(empty.path());
        let report = document("x");
        let all = |paged: &PagedDocument| -> String { paged.pages().iter().map(|page| words(&page.frame)).collect() };
        let parted = drawn(&report, &block, &fonts, true).unwrap();
        assert!(parted.pages().len() > 1);
        assert!(parted.pages().iter().all(|page| page.frame.size().y.to_pt() <= HIGHEST + 0.1));
        let whole = drawn(&report, &block, &fonts, false).unwrap();
        assert_eq!(whole.pages().len(), 1);
        let pages = Document { blocks: vec![block], ..report };
        let (pages, _) = pdf::typeset(&pages, &fonts, pdf::Paper::Pages).unwrap();
        for paged in [&parted, &whole, &pages] {
            let words = all(paged);
            for number in 0..60 {
                assert!(words.contains(&format!("Bar{number}.")), "bar {number}");
            }
        }
    }
}

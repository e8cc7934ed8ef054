//! The report as tagged PDF: the template under `assets/report` reads the document
//! as data and typesets it.

use std::collections::BTreeSet;

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::layout::{Frame, FrameItem};
use typst::text::Font;
use typst_as_lib::{TypstAsLibError, TypstEngine};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::RenderError;
use crate::library::{ASSETS, sha256};
use crate::report::{Document, SystemFonts, characters, fonts};

/// The template's place under `assets/`.
const TEMPLATE: &str = "report/report.typ";

/// The document as PDF/UA-1 and PDF/A-3a in one file. The same document gives the
/// same bytes.
///
/// # Errors
/// With the typesetter's message.
pub(super) fn pdf(document: &Document, system: &SystemFonts) -> Result<Vec<u8>, RenderError> {
    let (paged, json) = typeset(document, system)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_3a])
        .map_err(|error| RenderError::Typeset(format!("{error:?}")))?;
    let options = PdfOptions {
        ident: Smart::Custom(sha256(&json)),
        creator: Smart::Custom(Some(document.author.clone())),
        timestamp: timestamp(&document.date),
        standards,
        tagged: true,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&paged, &options).map_err(|errors| RenderError::Typeset(message(&errors)))
}

/// A page as a picture.
#[cfg(feature = "gui")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePicture {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Four bytes a pixel: red, green, blue, alpha (premultiplied).
    pub rgba: Vec<u8>,
}

/// The pages as they will print.
///
/// # Errors
/// With the typesetter's message.
#[cfg(feature = "gui")]
pub fn pages(
    document: &Document,
    pixels_per_point: f64,
    system: &SystemFonts,
) -> Result<Vec<PagePicture>, RenderError> {
    let (paged, _) = typeset(document, system)?;
    let options = typst_render::RenderOptions { pixel_per_pt: pixels_per_point.into(), ..Default::default() };
    let pictures = paged.pages().iter().map(|page| {
        let picture = typst_render::render(page, &options);
        let size = |pixels: u32| usize::try_from(pixels).unwrap_or_default();
        PagePicture { width: size(picture.width()), height: size(picture.height()), rgba: picture.take() }
    });
    Ok(pictures.collect())
}

/// Runs the template; returns the pages and the data they were made of. What no font
/// has is replaced by a sign; pages in a picture and in the file are the same.
fn typeset(document: &Document, system: &SystemFonts) -> Result<(PagedDocument, Vec<u8>), RenderError> {
    let mut json = data(document)?;
    let (fonts, mut missing) = fonts::for_characters(&characters::of(&json), system);
    if !missing.is_empty() {
        json = data(&characters::with_signs(document, &missing))?;
    }
    loop {
        let paged = compile(&json, &fonts)?;
        // A font may have a character and yet no shape for it beside its neighbours.
        let before = missing.len();
        missing.extend(unshaped(&paged).into_iter().filter(|sign| !sign.is_ascii()));
        if missing.len() == before {
            return Ok((paged, json.into_bytes()));
        }
        json = data(&characters::with_signs(document, &missing))?;
    }
}

fn data(document: &Document) -> Result<String, RenderError> {
    serde_json::to_string(document).map_err(|error| RenderError::Typeset(error.to_string()))
}

fn compile(json: &str, fonts: &[Font]) -> Result<PagedDocument, RenderError> {
    let missing = || RenderError::Typeset(format!("assets/{TEMPLATE} is missing"));
    let template = ASSETS.get_file(TEMPLATE).and_then(include_dir::File::contents_utf8).ok_or_else(missing)?;
    let engine = TypstEngine::builder()
        .main_file(template)
        .fonts(fonts.iter().cloned())
        .with_static_file_resolver([("document.json", json.as_bytes().to_vec())])
        .build();
    engine.compile::<PagedDocument>().output.map_err(|error| {
        RenderError::Typeset(match &error {
            TypstAsLibError::TypstSource(errors) => message(errors),
            other => other.to_string(),
        })
    })
}

/// The characters that were set without a shape.
fn unshaped(paged: &PagedDocument) -> BTreeSet<char> {
    fn look(frame: &Frame, found: &mut BTreeSet<char>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => look(&group.frame, found),
                FrameItem::Text(text) => {
                    let without = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                    found.extend(without.flat_map(|glyph| text.text.get(glyph.range()).unwrap_or_default().chars()));
                }
                _ => {}
            }
        }
    }
    let mut found = BTreeSet::new();
    paged.pages().iter().for_each(|page| look(&page.frame, &mut found));
    found
}

/// The first of the typesetter's messages: those after it mostly follow from it.
fn message(errors: &[SourceDiagnostic]) -> String {
    errors.first().map_or_else(String::new, |error| error.message.to_string())
}

/// Midnight of the report's day, so that the file does not depend on the clock.
fn timestamp(date: &str) -> Option<Timestamp> {
    let day: jiff::civil::Date = date.parse().ok()?;
    let (month, day_of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Datetime::from_ymd_hms(i32::from(day.year()), month, day_of_month, 0, 0, 0).map(Timestamp::new_utc)
}

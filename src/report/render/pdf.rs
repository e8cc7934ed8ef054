//! The report as tagged PDF: the template under `assets/report` reads the document
//! as data and typesets it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, NativeElement as _, Smart};
use typst::introspection::Introspector as _;
use typst::layout::{Frame, FrameItem};
use typst::model::HeadingElem;
use typst::text::Font;
use typst_as_lib::{TypstAsLibError, TypstEngine};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::{RenderError, long_words, set_in};
use crate::library::{ASSETS, sha256};
use crate::report::{Block, Document, Logo, SystemFonts, characters};

/// The template's place under `assets/`.
const TEMPLATE: &str = "report/report.typ";

/// The document as PDF/UA-1 and PDF/A-3a in one file. The same document gives the
/// same bytes.
///
/// # Errors
/// With the typesetter's message.
pub(super) fn pdf(document: &Document, system: &SystemFonts) -> Result<Vec<u8>, RenderError> {
    let (paged, json) = typeset(document, system, Paper::Pages)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_3a])
        .map_err(|error| RenderError::Typeset(format!("{error:?}")))?;
    let options = PdfOptions {
        ident: Smart::Custom(sha256(&json)),
        creator: Smart::Custom(Some(document.program.clone())),
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

/// The pages as they will print, and where its sections stand.
#[cfg(feature = "gui")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The pages.
    pub pages: Vec<PagePicture>,
    /// The headings of the sections, each with the index of its page.
    pub outline: Vec<(String, usize)>,
}

/// The pages as they will print, with the places of the sections.
///
/// # Errors
/// With the typesetter's message.
#[cfg(feature = "gui")]
pub fn preview(document: &Document, pixels_per_point: f64, system: &SystemFonts) -> Result<Preview, RenderError> {
    let (paged, _) = typeset(document, system, Paper::Pages)?;
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text, .. } => Some((*level, text)),
        _ => None,
    });
    let placed = headings.zip(heading_pages(&paged)).filter(|((level, _), _)| *level == 1);
    let outline = placed.map(|((_, text), page)| (text.clone(), page.saturating_sub(1))).collect();
    Ok(Preview { pages: pictures(&paged, pixels_per_point), outline })
}

/// The number of the page of every heading of a document, in their order.
///
/// # Errors
/// With the typesetter's message.
pub(super) fn pages_of_headings(document: &Document, system: &SystemFonts) -> Result<Vec<usize>, RenderError> {
    Ok(heading_pages(&typeset(document, system, Paper::Pages)?.0))
}

fn heading_pages(paged: &PagedDocument) -> Vec<usize> {
    let introspector = paged.introspector();
    let headings = introspector.query(&HeadingElem::ELEM.select());
    let page = |heading: &typst::foundations::Content| introspector.page(heading.location()?);
    headings.iter().map(|heading| page(heading).map_or(1, std::num::NonZeroUsize::get)).collect()
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
    let (paged, _) = typeset(document, system, Paper::Pages)?;
    Ok(pictures(&paged, pixels_per_point))
}

#[cfg(feature = "gui")]
fn pictures(paged: &PagedDocument, pixels_per_point: f64) -> Vec<PagePicture> {
    let options = typst_render::RenderOptions { pixel_per_pt: pixels_per_point.into(), ..Default::default() };
    let pictures = paged.pages().iter().map(|page| {
        let picture = typst_render::render(page, &options);
        let size = |pixels: u32| usize::try_from(pixels).unwrap_or_default();
        PagePicture { width: size(picture.width()), height: size(picture.height()), rgba: picture.take() }
    });
    pictures.collect()
}

/// What the template sets a document on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Paper {
    /// The pages of a report.
    Pages,
    /// The charts alone, on paper of their own size.
    Picture {
        /// How high it may be, in points.
        height: Option<f64>,
    },
    /// The logo alone.
    Logo,
}

/// Runs the template; returns the pages and the data they were made of. What no font
/// has is replaced by a sign; pages in a picture and in the file are the same.
pub(super) fn typeset(
    document: &Document,
    system: &SystemFonts,
    paper: Paper,
) -> Result<(PagedDocument, Vec<u8>), RenderError> {
    let data = |shown: &Document| data(shown, &document.title, paper);
    let mut json = data(document)?;
    let (mut fonts, mut missing) = set_in::for_characters(&characters::of(&json), system);
    fonts.extend(set_in::of_family(&document.look.font, system));
    if !missing.is_empty() {
        json = data(&characters::with_signs(document, &missing))?;
    }
    loop {
        let paged = compile(&json, &fonts, document.look.logo.as_ref())?;
        // A font may have a character and yet no shape for it beside its neighbours.
        let before = missing.len();
        missing.extend(unshaped(&paged).into_iter().filter(|sign| !sign.is_ascii()));
        if missing.len() == before {
            return Ok((paged, json.into_bytes()));
        }
        json = data(&characters::with_signs(document, &missing))?;
    }
}

/// What the template reads.
#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    document: &'a Document,
    /// The title as it is told of the file: no font is needed for it.
    file_title: &'a str,
    paper: Paper,
    /// Long words with the places where they may break.
    breaks: BTreeMap<String, long_words::Breaks>,
}

fn data(document: &Document, file_title: &str, paper: Paper) -> Result<String, RenderError> {
    let data = Data { document, file_title, paper, breaks: long_words::of(document) };
    serde_json::to_string(&data).map_err(|error| RenderError::Typeset(error.to_string()))
}

fn compile(json: &str, fonts: &[Font], logo: Option<&Logo>) -> Result<PagedDocument, RenderError> {
    let missing = || RenderError::Typeset(format!("assets/{TEMPLATE} is missing"));
    let template = ASSETS.get_file(TEMPLATE).and_then(include_dir::File::contents_utf8).ok_or_else(missing)?;
    let logo = logo.map(|logo| (logo.name, logo.data.clone()));
    let files = [("document.json", json.as_bytes().to_vec())].into_iter().chain(logo);
    let engine = TypstEngine::builder()
        .main_file(template)
        .fonts(fonts.iter().cloned())
        .with_static_file_resolver(files)
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::report::{Block, CharacterNotes, Inline, Look};

    pub(in crate::report::render) fn document(words: &str) -> Document {
        let line = || "x".to_owned();
        Document {
            language: "en".to_owned(),
            kind: line(),
            title: words.to_owned(),
            subtitle: line(),
            marking: line(),
            running_title: line(),
            footer: line(),
            page_of: "{n} of {total}".to_owned(),
            date: "2026-11-23".to_owned(),
            author: line(),
            program: line(),
            characters: CharacterNotes {
                unnamed: String::new(),
                removed: String::new(),
                missing: "missing {characters} in {places}".to_owned(),
                front: "Front".to_owned(),
            },
            contents: line(),
            blocks: vec![Block::Paragraph { content: vec![Inline::text(words)] }],
            look: Look::default(),
            figures: String::new(),
            sheets: Vec::new(),
        }
    }

    pub(in crate::report::render) fn words(frame: &Frame) -> String {
        let items = frame.items().map(|(_, item)| match item {
            FrameItem::Group(group) => words(&group.frame),
            FrameItem::Text(text) => text.text.to_string() + " ",
            _ => String::new(),
        });
        items.collect()
    }

    #[test]
    fn pages_for_the_preview_and_the_file_have_the_same_words_and_every_one_a_shape() {
        let empty = tempfile::tempdir().unwrap();
        let fonts = SystemFonts::in_folder(empty.path());
        let document = document("Ελλάδα Ж בזק العربية Հայ ქართული ไทย ★①•→✓ 🙂 华 \u{e123}");
        let (paged, _) = typeset(&document, &fonts, Paper::Pages).unwrap();
        assert!(unshaped(&paged).is_empty());
        let words: String = paged.pages().iter().map(|page| words(&page.frame)).collect();
        for part in ["Ελλάδα", "Ж", "בזק", "العربية", "Հայ", "ქართული", "ไทย", "★", "①", "→", "🙂"]
        {
            assert!(words.contains(part), "{part}: {words}");
        }
        assert!(words.contains("missing U+534E, U+E123 in “Front”"), "{words}");
        assert!(!words.contains('华'));
        assert_eq!(words.matches('□').count(), 4, "two characters in the title, two in the text");
    }

    /// What a reader sees from left to right: figures behind a name keep their place.
    #[test]
    fn figures_stay_after_words_from_the_right() {
        let empty = tempfile::tempdir().unwrap();
        let fonts = SystemFonts::in_folder(empty.path());
        let mut document = document("A בזק 240 B");
        characters::clean(&mut document);
        let (paged, _) = typeset(&document, &fonts, Paper::Pages).unwrap();
        let mut found = Vec::new();
        let page = paged.pages().iter().next().unwrap();
        places(&page.frame, 0.0, &mut found);
        let at = |wanted: &str| found.iter().find(|(text, _)| text.contains(wanted)).map(|(_, at)| *at).unwrap();
        assert!(at("בזק") < at("240"), "{found:?}");
        assert!(at("240") <= at("B"), "{found:?}");
    }

    fn places(frame: &Frame, left: f64, found: &mut Vec<(String, f64)>) {
        for (point, item) in frame.items() {
            let at = left + point.x.to_pt();
            match item {
                FrameItem::Group(group) => places(&group.frame, at, found),
                FrameItem::Text(text) => found.push((text.text.to_string(), at)),
                _ => {}
            }
        }
    }
}

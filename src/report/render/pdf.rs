//! The report as tagged PDF: the template under `assets/report` reads the document
//! as data and typesets it.

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_as_lib::{TypstAsLibError, TypstEngine};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::RenderError;
use crate::library::{ASSETS, sha256};
use crate::report::Document;

/// The template's place under `assets/`.
const TEMPLATE: &str = "report/report.typ";

/// The document as PDF/UA-1 and PDF/A-3a in one file. The same document gives the
/// same bytes.
///
/// # Errors
/// With the typesetter's message.
pub(super) fn pdf(document: &Document) -> Result<Vec<u8>, RenderError> {
    let (paged, json) = typeset(document)?;
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
    typst_pdf::pdf(&paged, &options).map_err(|errors| RenderError::Typeset(messages(&errors)))
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
pub fn pages(document: &Document, pixels_per_point: f64) -> Result<Vec<PagePicture>, RenderError> {
    let (paged, _) = typeset(document)?;
    let options = typst_render::RenderOptions { pixel_per_pt: pixels_per_point.into(), ..Default::default() };
    let pictures = paged.pages().iter().map(|page| {
        let picture = typst_render::render(page, &options);
        let size = |pixels: u32| usize::try_from(pixels).unwrap_or_default();
        PagePicture { width: size(picture.width()), height: size(picture.height()), rgba: picture.take() }
    });
    Ok(pictures.collect())
}

/// Runs the template; returns the pages and the data they were made of.
fn typeset(document: &Document) -> Result<(PagedDocument, Vec<u8>), RenderError> {
    let missing = || RenderError::Typeset(format!("assets/{TEMPLATE} is missing"));
    let template = ASSETS.get_file(TEMPLATE).and_then(include_dir::File::contents_utf8).ok_or_else(missing)?;
    let json = serde_json::to_vec(document).map_err(|error| RenderError::Typeset(error.to_string()))?;
    let fonts = ASSETS.get_dir("fonts").into_iter().flat_map(include_dir::Dir::files);
    let fonts = fonts.filter(|file| file.path().extension().is_some_and(|extension| extension == "ttf"));
    let engine = TypstEngine::builder()
        .main_file(template)
        .fonts(fonts.map(include_dir::File::contents))
        .with_static_file_resolver([("document.json", json.clone())])
        .build();
    let paged = engine.compile::<PagedDocument>().output.map_err(|error| {
        RenderError::Typeset(match &error {
            TypstAsLibError::TypstSource(errors) => messages(errors),
            other => other.to_string(),
        })
    })?;
    Ok((paged, json))
}

fn messages(errors: &[SourceDiagnostic]) -> String {
    let messages = errors.iter().map(|error| {
        let hints: Vec<String> = error.hints.iter().map(|hint| format!("{hint:?}")).collect();
        format!("{} {}", error.message, hints.join(" ")).trim_end().to_owned()
    });
    messages.collect::<Vec<_>>().join("; ")
}

/// Midnight of the report's day, so that the file does not depend on the clock.
fn timestamp(date: &str) -> Option<Timestamp> {
    let day: jiff::civil::Date = date.parse().ok()?;
    let (month, day_of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Datetime::from_ymd_hms(i32::from(day.year()), month, day_of_month, 0, 0, 0).map(Timestamp::new_utc)
}

//! A report is told from one whose figures were changed, in every format that holds figures: in
//! the words, and beside them.

use std::io::{Cursor, Read as _, Write as _};

use amende::analysis;
use amende::facts::CaseFile;
use amende::library::EditionId;
use amende::report::verify::{self, Compared, Difference, Stated, VerifyError};
use amende::report::{self, Contents, Format, Look, PreparedBy, Reported, SystemFonts};

use crate::{analyse, library, preset};

fn with<T>(case_file: &CaseFile, edition: EditionId, then: impl FnOnce(Reported<'_>) -> T) -> T {
    let analysis = analyse(case_file);
    let exposure = analysis::simulate(case_file, library(), &analysis).unwrap();
    let contents = Contents::of(library(), edition);
    let by = PreparedBy::default();
    then(Reported {
        case_file,
        library: library(),
        analysis: &analysis,
        exposure: &exposure,
        by: &by,
        contents: &contents,
        look: &Look::default(),
    })
}

fn written(case_file: &CaseFile, edition: EditionId, format: Format) -> Vec<u8> {
    with(case_file, edition, |reported| report::write(reported, format, SystemFonts::installed()).unwrap())
}

fn compared(bytes: &[u8], format: Format, case_file: &CaseFile, edition: EditionId) -> Result<Compared, VerifyError> {
    let stated = Stated::read(bytes, format)?;
    with(case_file, edition, |now| verify::compare((bytes, format), &stated, now, SystemFonts::installed()))
}

const HOLDING: [Format; 5] = [Format::Pdf, Format::Word, Format::Spreadsheet, Format::Html, Format::Json];

/// A package with a part rewritten.
fn repacked(package: &[u8], name: &str, rewrite: impl Fn(String) -> String) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut found = false;
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let path = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if path == name {
            let text = String::from_utf8(bytes).unwrap();
            let changed = rewrite(text.clone());
            assert_ne!(changed, text, "{name}: nothing was changed");
            bytes = changed.into_bytes();
            found = true;
        }
        out.start_file(path, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    assert!(found, "{name}");
    out.finish().unwrap().into_inner()
}

#[test]
fn a_report_of_the_matter_is_told_as_such_in_every_format_and_edition() {
    let case_file = preset("kaspr.amende.ron");
    for edition in EditionId::ALL {
        for format in HOLDING {
            if format == Format::Json && edition == EditionId::Authority {
                continue;
            }
            let compared = compared(&written(&case_file, edition, format), format, &case_file, edition).unwrap();
            assert!(compared.differences.is_empty(), "{edition:?} {format:?}: {:?}", compared.differences);
            assert!(compared.made_otherwise.is_empty(), "{edition:?} {format:?}");
            if edition == EditionId::Counsel {
                assert!(compared.figures > 15, "{format:?}: {}", compared.figures);
                assert!(compared.shown > 30 || format == Format::Json, "{format:?}: {}", compared.shown);
            }
        }
    }
}

#[test]
fn a_report_of_another_state_of_the_matter_is_told_with_what_differs() {
    let case_file = preset("kaspr.amende.ron");
    let mut other = case_file.clone();
    other.undertaking.turnover = amende::facts::Turnover::Figure {
        amount: Some("EUR 60_000_000".parse().unwrap()),
        year: Some(2023),
        source: String::new(),
        secondary: false,
    };
    for format in HOLDING {
        let report = written(&case_file, EditionId::Counsel, format);
        let compared = compared(&report, format, &other, EditionId::Counsel).unwrap();
        let figure = if format == Format::Json { "fine.point.cents" } else { "fine.point" };
        let told = |known: &Difference| matches!(known, Difference::Figure { name, .. } if name == figure);
        assert!(compared.differences.iter().any(told), "{format:?}: {:?}", compared.differences);
        assert!(compared.made_otherwise.iter().any(|(what, ..)| *what == "matter"), "{format:?}");
    }
}

/// The middle of the estimate, as the first page shows it.
fn middle(case_file: &CaseFile) -> (String, String) {
    with(case_file, EditionId::Counsel, |reported| {
        let text = &library().locale;
        let amount = reported.analysis.calculation.fine.point;
        (text.rough_money(amount), amount.to_string())
    })
}

#[test]
fn a_figure_forged_in_the_words_is_found() {
    let case_file = preset("kaspr.amende.ron");
    let (shown, _) = middle(&case_file);
    let forged = |words: String| words.replacen(&shown, "EUR\u{a0}1,230", 1);
    let found = |bytes: &[u8], format: Format| {
        let compared = compared(bytes, format, &case_file, EditionId::Counsel).unwrap();
        let told: Vec<&str> = compared
            .differences
            .iter()
            .filter_map(|known| match known {
                Difference::Shown { amount, .. } => Some(amount.as_str()),
                _ => None,
            })
            .collect();
        assert!(told.contains(&"EUR 1,230") && told.len() == 2, "{format:?}: {told:?}");
    };
    let word = written(&case_file, EditionId::Counsel, Format::Word);
    found(&repacked(&word, "word/document.xml", forged), Format::Word);
    let html = String::from_utf8(written(&case_file, EditionId::Counsel, Format::Html)).unwrap();
    found(forged(html).as_bytes(), Format::Html);
    // The pages of a PDF with one amount, and the figures of another attached.
    let mut cheaper = case_file.clone();
    cheaper.undertaking.turnover = amende::facts::Turnover::Unknown;
    let pages = with(&cheaper, EditionId::Counsel, report::compose);
    let honest = with(&case_file, EditionId::Counsel, report::compose);
    let mixed = report::Document { figures: honest.figures, ..pages };
    let pdf = report::render(&mixed, Format::Pdf, SystemFonts::installed()).unwrap();
    let compared = self::compared(&pdf, Format::Pdf, &case_file, EditionId::Counsel).unwrap();
    let on_pages = compared.differences.iter().filter(|known| matches!(known, Difference::Shown { .. })).count();
    assert!(on_pages > 5, "{:?}", compared.differences);
    assert!(!compared.differences.iter().any(|known| matches!(known, Difference::Figure { .. })));
}

#[test]
fn a_number_forged_in_a_cell_is_found_with_its_place() {
    let case_file = preset("kaspr.amende.ron");
    let book = written(&case_file, EditionId::Counsel, Format::Spreadsheet);
    let first = std::cell::RefCell::new(String::new());
    let forged = repacked(&book, "xl/worksheets/sheet1.xml", |sheet| {
        let cell = sheet.split("<c r=\"D4\"").nth(1).unwrap();
        let value = cell.split("<v>").nth(1).unwrap().split("</v>").next().unwrap();
        first.replace(value.to_owned());
        sheet.replacen(&format!("<v>{value}</v>"), "<v>1230</v>", 1)
    });
    let compared = compared(&forged, Format::Spreadsheet, &case_file, EditionId::Counsel).unwrap();
    let [Difference::Cell { place, report, matter }] = compared.differences.as_slice() else {
        panic!("{:?}", compared.differences)
    };
    assert!(place.starts_with("Figures!"), "{place}");
    assert_eq!((report.as_deref(), matter), (Some("1230"), &*first.borrow()));
}

#[test]
fn a_figure_forged_beside_the_words_is_found() {
    let case_file = preset("kaspr.amende.ron");
    let (_, exact) = middle(&case_file);
    let forged = |text: String| text.replacen(&exact, "EUR 1230.00", 1);
    let found = |bytes: &[u8], format: Format| {
        let compared = compared(bytes, format, &case_file, EditionId::Counsel).unwrap();
        let told = compared
            .differences
            .iter()
            .any(|known| matches!(known, Difference::Figure { report: Some(said), .. } if said.contains("1230")));
        assert!(told, "{format:?}: {:?}", compared.differences);
    };
    let word = written(&case_file, EditionId::Counsel, Format::Word);
    found(&repacked(&word, "customXml/item1.xml", forged), Format::Word);
    let html = String::from_utf8(written(&case_file, EditionId::Counsel, Format::Html)).unwrap();
    found(forged(html).as_bytes(), Format::Html);
    let book = written(&case_file, EditionId::Counsel, Format::Spreadsheet);
    found(&repacked(&book, "xl/sharedStrings.xml", forged), Format::Spreadsheet);
    let document = with(&case_file, EditionId::Counsel, report::compose);
    let document = report::Document { figures: forged(document.figures.clone()), ..document };
    found(&report::render(&document, Format::Pdf, SystemFonts::installed()).unwrap(), Format::Pdf);
    let json = String::from_utf8(written(&case_file, EditionId::Counsel, Format::Json)).unwrap();
    let mut whole: serde_json::Value = serde_json::from_str(&json).unwrap();
    whole["fine"]["point"]["cents"] = 123_000.into();
    let compared = compared(whole.to_string().as_bytes(), Format::Json, &case_file, EditionId::Counsel).unwrap();
    assert_eq!(compared.differences.len(), 1);
    assert!(matches!(&compared.differences[0], Difference::Figure { name, .. } if name == "fine.point.cents"));
}

#[test]
fn what_is_no_report_of_this_program_is_told_so() {
    let read = |bytes: &[u8], format| Stated::read(bytes, format).unwrap_err();
    assert!(matches!(read(b"no pdf", Format::Pdf), VerifyError::Unreadable { .. } | VerifyError::NoFigures));
    assert!(matches!(read(b"no zip", Format::Word), VerifyError::Unreadable { .. }));
    assert!(matches!(read(b"no zip", Format::Spreadsheet), VerifyError::Unreadable { .. }));
    assert!(matches!(read(b"<p>EUR 1,000</p>", Format::Html), VerifyError::NoFigures));
    assert!(matches!(read(b"{}", Format::Json), VerifyError::NoFigures));
    assert!(matches!(read(b"# x", Format::Markdown), VerifyError::Format("md")));
}

/// Same matter, day and program: the same bytes, in every format and edition.
#[test]
fn every_edition_is_the_same_twice_in_every_format() {
    let case_file = preset("shop.amende.ron");
    for edition in EditionId::ALL {
        for format in Format::ALL {
            if *format == Format::Json && edition == EditionId::Authority {
                continue;
            }
            let (one, other) = (written(&case_file, edition, *format), written(&case_file, edition, *format));
            assert!(one == other, "{edition:?} {format:?}");
        }
    }
}

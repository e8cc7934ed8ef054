//! A matter whose every field is written to break a document: what was written stands there
//! as words, and nothing of it is markup, a command or a formula.

use std::io::Cursor;

use amende::facts::{CaseFile, ChoiceValue, Turnover};
use amende::report::Format;
use calamine::{Data, Reader as _, Xlsx};
use scraper::{Html, Selector};

use crate::formats::{document, parts, words, written};
use crate::preset;

/// Begins as a formula and goes on as markup of every format.
const MARKUP: &str = "=1+1 <script>alert(1)</script> <b>&amp;</b> ]]> \"'> <!-- x --> #import \"x\": * $x$ *b* _i_ `c` \
     [l](javascript:alert(1)) ![p](https://example.org/p.png) | {name} w:t </w:t> </table>";
const CONTROLS: &str = "\u{0}\u{1}\u{8}\u{b}\u{c}\u{1b}\u{fffe}\u{202e}";
const FROM_RIGHT: &str = "\n אבגד العربية 12";

fn hostile() -> CaseFile {
    let text = format!("{MARKUP}{CONTROLS}{FROM_RIGHT}");
    let mut case_file = preset("kaspr.amende.ron");
    case_file.decided_as = None;
    case_file.title = format!("{text} {}", "T".repeat(10_000));
    case_file.summary.clone_from(&text);
    case_file.notes.clone_from(&text);
    case_file.undertaking.name = format!("{text} {}", "W".repeat(10_000));
    if let Turnover::Figure { source, .. } = &mut case_file.undertaking.turnover {
        source.clone_from(&text);
    }
    for operation in &mut case_file.operations {
        operation.name = format!("{text} {}", "N".repeat(10_000));
        operation.purpose.clone_from(&text);
        for answer in operation.answers.values_mut() {
            answer.note.clone_from(&text);
            answer.evidence.clone_from(&text);
        }
    }
    case_file.choices.set("A.seriousness_share".into(), ChoiceValue::Rate("70 %".parse().unwrap()), text);
    case_file
}

/// What of the markup stands in one line.
fn said(text: &str) -> bool {
    text.contains("=1+1 <script>alert(1)</script> <b>&amp;</b> ]]>")
}

#[test]
fn word_holds_hostile_words_as_words() {
    let parts = parts(&written(&document(&hostile()), Format::Word));
    for (name, part) in parts.iter().filter(|(name, _)| !name.contains("/media/")) {
        let xml = roxmltree::Document::parse(part).unwrap_or_else(|error| panic!("{name}: {error}"));
        let fields = xml.descendants().filter(|node| node.tag_name().name() == "instrText");
        for field in fields.filter_map(|node| node.text()) {
            let first = field.split_whitespace().next().unwrap();
            assert!(["TOC", "PAGEREF", "PAGE", "NUMPAGES"].contains(&first), "{name}: {field}");
        }
        let targets = xml.descendants().filter_map(|node| node.attribute("Target"));
        assert!(targets.into_iter().all(|target| !target.contains("javascript")), "{name}");
    }
    let xml = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
    let all = words(xml.root());
    assert!(said(&all) && all.contains(&"W".repeat(10_000)) && all.contains(&"N".repeat(10_000)));
    assert!(all.contains("אבגד"));
    assert!(!all.contains(['\u{0}', '\u{1}', '\u{b}', '\u{202e}']));
    let core = roxmltree::Document::parse(&parts["docProps/core.xml"]).unwrap();
    assert!(core.descendants().any(|node| node.text().is_some_and(said)), "the title is the title");
}

#[test]
fn no_cell_of_the_spreadsheet_is_a_formula() {
    let bytes = written(&document(&hostile()), Format::Spreadsheet);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&bytes)).unwrap();
    let mut found = 0;
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().used_cells().next().is_none(), "{name}");
        for (_, _, cell) in book.worksheet_range(&name).unwrap().used_cells() {
            if let Data::String(words) = cell {
                found += usize::from(said(words));
            }
        }
    }
    assert!(found > 5, "what was written stands in the sheets");
    // Nor does one become a formula when somebody edits it: a cell of a format that says so.
    let parts = parts(&bytes);
    let styles = roxmltree::Document::parse(&parts["xl/styles.xml"]).unwrap();
    let formats = styles.descendants().find(|node| node.tag_name().name() == "cellXfs").unwrap();
    let formats: Vec<bool> = formats
        .children()
        .filter(roxmltree::Node::is_element)
        .map(|node| node.attribute("quotePrefix") == Some("1"))
        .collect();
    let strings = roxmltree::Document::parse(&parts["xl/sharedStrings.xml"]).unwrap();
    let strings: Vec<String> = strings.descendants().filter(|node| node.tag_name().name() == "si").map(words).collect();
    let mut quoted = 0;
    for (_, sheet) in parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
        let sheet = roxmltree::Document::parse(sheet).unwrap();
        for cell in sheet.descendants().filter(|node| node.attribute("t") == Some("s")) {
            let index: usize = cell.descendants().find_map(|node| node.text()).unwrap().parse().unwrap();
            if strings[index].starts_with(['=', '+', '-', '@']) {
                let format: usize = cell.attribute("s").unwrap().parse().unwrap();
                assert!(formats[format], "{}", &strings[index][..40]);
                quoted += 1;
            }
        }
    }
    assert!(quoted > 0);
}

#[test]
fn html_holds_hostile_words_as_words() {
    let text = String::from_utf8(written(&document(&hostile()), Format::Html)).unwrap();
    let html = Html::parse_document(&text);
    assert!(html.errors.is_empty(), "{:?}", html.errors);
    let select = |what: &str| html.select(&Selector::parse(what).unwrap()).collect::<Vec<_>>();
    assert!(select("script:not([type='application/json']), b, img, iframe").is_empty());
    assert_eq!(select("script").len(), 1, "the figures for programs");
    let addresses: Vec<&str> = select("a").into_iter().filter_map(|link| link.attr("href")).collect();
    assert!(
        addresses.iter().all(|address| address.starts_with("https://") || address.starts_with('#')),
        "{addresses:?}"
    );
    let all: String = select("body")[0].text().collect();
    assert!(said(&all) && all.contains(&"W".repeat(10_000)));
    assert!(!all.contains(['\u{0}', '\u{1}', '\u{b}', '\u{202e}']));
}

#[test]
fn hostile_words_give_the_same_bytes_twice() {
    let (one, other) = (document(&hostile()), document(&hostile()));
    for format in [Format::Word, Format::Spreadsheet, Format::Html, Format::Markdown] {
        assert!(written(&one, format) == written(&other, format), "{format:?}");
    }
}

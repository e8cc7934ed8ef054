//! The report for Word, as a spreadsheet and as HTML, read back by readers that did not
//! write it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use amende::analysis;
use amende::facts::CaseFile;
use amende::report::{self, AssessmentJson, Block, Document, Format, SystemFonts};
use calamine::{Data, Reader as _, Xlsx};
use scraper::{ElementRef, Html, Selector};

use crate::{analyse, library, preset};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const LINKED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(crate) fn document(case_file: &CaseFile) -> Document {
    let analysis = analyse(case_file);
    let exposure = analysis::simulate(case_file, library(), &analysis).unwrap();
    report::build(case_file, library(), &analysis, &exposure)
}

pub(crate) fn written(document: &Document, format: Format) -> Vec<u8> {
    report::render(document, format, SystemFonts::installed()).unwrap()
}

/// The parts of a package by name; those of XML as text.
pub(crate) fn parts(package: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        parts.insert(name, String::from_utf8(bytes).unwrap_or_default());
    }
    parts
}

fn named<'a>(xml: &'a roxmltree::Document<'a>, name: &'a str) -> impl Iterator<Item = roxmltree::Node<'a, 'a>> {
    xml.descendants().filter(move |node| node.has_tag_name(name) || node.has_tag_name((WORD, name)))
}

/// The words of a node, with its line breaks.
pub(crate) fn words(node: roxmltree::Node<'_, '_>) -> String {
    let parts = node.descendants().map(|part| match part.tag_name().name() {
        "t" => part.text().unwrap_or_default(),
        "br" => "\n",
        _ => "",
    });
    parts.collect()
}

fn style<'a>(paragraph: roxmltree::Node<'a, 'a>) -> &'a str {
    let style = paragraph.descendants().find(|node| node.has_tag_name((WORD, "pStyle")));
    style.and_then(|style| style.attribute((WORD, "val"))).unwrap_or_default()
}

/// The headings of a document: level and words.
fn headings(document: &Document) -> Vec<(u8, String)> {
    let heading = |block: &Block| match block {
        Block::Heading { level, text, .. } => Some((*level, text.clone())),
        _ => None,
    };
    document.blocks.iter().filter_map(heading).collect()
}

fn tables(document: &Document) -> usize {
    document.blocks.iter().filter(|block| matches!(block, Block::Table { .. } | Block::Trace { .. })).count()
}

fn alternatives(document: &Document) -> Vec<&str> {
    let alternatives = document.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart.alternative.as_str()),
        Block::Timeline(chart) => Some(chart.alternative.as_str()),
        _ => None,
    });
    let alternatives: Vec<&str> = alternatives.collect();
    assert!(!alternatives.is_empty(), "the report has pictures");
    alternatives
}

#[test]
fn word_has_headings_in_order_and_tables_with_repeated_header_rows() {
    let document = document(&preset("kaspr.amende.ron"));
    let parts = parts(&written(&document, Format::Word));
    let xml = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
    let found: Vec<(u8, String)> = named(&xml, "p")
        .filter_map(|paragraph| Some((style(paragraph).strip_prefix("Heading")?.parse().unwrap(), words(paragraph))))
        .collect();
    assert_eq!(found, headings(&document));
    let styles = roxmltree::Document::parse(&parts["word/styles.xml"]).unwrap();
    for level in 1..=3 {
        let id = format!("Heading{level}");
        let style = named(&styles, "style").find(|style| style.attribute((WORD, "styleId")) == Some(&id)).unwrap();
        let outline = style.descendants().find(|node| node.has_tag_name((WORD, "outlineLvl"))).unwrap();
        assert_eq!(outline.attribute((WORD, "val")), Some((level - 1).to_string().as_str()));
    }
    // Every style that is named is there.
    let known: Vec<&str> = named(&styles, "style").filter_map(|style| style.attribute((WORD, "styleId"))).collect();
    for name in ["pStyle", "rStyle", "tblStyle"] {
        for style in named(&xml, name).filter_map(|node| node.attribute((WORD, "val"))) {
            assert!(known.contains(&style), "{style}");
        }
    }
    let all: Vec<_> = named(&xml, "tbl").collect();
    assert_eq!(all.len(), tables(&document));
    for table in all {
        let caption = table.descendants().find(|node| node.has_tag_name((WORD, "tblCaption"))).unwrap();
        assert!(!caption.attribute((WORD, "val")).unwrap().is_empty());
        let columns = table.descendants().filter(|node| node.has_tag_name((WORD, "gridCol"))).count();
        for (index, row) in table.children().filter(|node| node.has_tag_name((WORD, "tr"))).enumerate() {
            let has = |name| row.descendants().any(|node| node.has_tag_name((WORD, name)));
            assert_eq!(has("tblHeader"), index == 0, "the first row alone repeats");
            assert!(has("cantSplit") || words(row).len() > 1000, "{}", words(row));
            let cells = row.children().filter(|node| node.has_tag_name((WORD, "tc")));
            let spans = cells.map(|cell| {
                let span = cell.descendants().find(|node| node.has_tag_name((WORD, "gridSpan")));
                span.map_or(1, |span| span.attribute((WORD, "val")).unwrap().parse().unwrap())
            });
            assert_eq!(spans.sum::<usize>(), columns, "{}", words(row));
        }
    }
}

#[test]
fn word_tells_its_language_title_and_pictures_and_every_reference_leads_somewhere() {
    let document = document(&preset("kaspr.amende.ron"));
    let parts = parts(&written(&document, Format::Word));
    for (name, part) in parts.iter().filter(|(name, _)| !name.contains("/media/")) {
        assert!(roxmltree::Document::parse(part).is_ok(), "{name}");
    }
    assert!(parts["word/styles.xml"].contains(r#"<w:lang w:val="en-GB""#));
    let core = roxmltree::Document::parse(&parts["docProps/core.xml"]).unwrap();
    let said = |name: &str| core.descendants().find(|node| node.tag_name().name() == name).unwrap().text().unwrap();
    assert_eq!((said("title"), said("language")), (document.title.as_str(), "en-GB"));
    assert_eq!(said("created"), format!("{}T00:00:00Z", document.date));
    let xml = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
    let described: Vec<&str> = xml
        .descendants()
        .filter(|node| node.tag_name().name() == "docPr")
        .map(|node| node.attribute("descr").unwrap())
        .filter(|words| !words.is_empty())
        .collect();
    assert_eq!(described, alternatives(&document));
    let fields: String = named(&xml, "instrText").filter_map(|node| node.text()).collect();
    assert!(fields.contains("TOC \\o \"1-2\""));
    let footer: &str = &parts["word/footer1.xml"];
    assert!(footer.contains(" PAGE ") && footer.contains(" NUMPAGES "));
    assert!(parts["word/header1.xml"].contains(&document.marking));
    // Sources after words are footnotes, each told once.
    let notes = roxmltree::Document::parse(&parts["word/footnotes.xml"]).unwrap();
    let told: Vec<&str> = named(&notes, "footnote").filter_map(|note| note.attribute((WORD, "id"))).collect();
    let asked: Vec<&str> = named(&xml, "footnoteReference").filter_map(|note| note.attribute((WORD, "id"))).collect();
    assert!(asked.len() > 3);
    assert_eq!(told, ["-1", "0"].into_iter().chain(asked).collect::<Vec<_>>());
    for (of, xml) in [("word/document.xml", &xml), ("word/footnotes.xml", &notes)] {
        let related = &parts[&of.replace("word/", "word/_rels/").replace(".xml", ".xml.rels")];
        let related = roxmltree::Document::parse(related).unwrap();
        let ids: Vec<&str> = related.descendants().filter_map(|node| node.attribute("Id")).collect();
        for node in xml.descendants() {
            for name in ["id", "embed"] {
                if let Some(id) = node.attribute((LINKED, name)) {
                    assert!(ids.contains(&id), "{of}: {id}");
                }
            }
        }
        let targets = related.descendants().filter(|node| node.attribute("TargetMode").is_none());
        for target in targets.filter_map(|node| node.attribute("Target")) {
            // A part outside the folder of the text is named from there.
            let part = target.strip_prefix("../").map_or_else(|| format!("word/{target}"), str::to_owned);
            assert!(parts.contains_key(&part), "{target}");
        }
    }
    // Each entry of the contents leads to a heading.
    let bookmarks: Vec<&str> = named(&xml, "bookmarkStart").filter_map(|node| node.attribute((WORD, "name"))).collect();
    let anchors = named(&xml, "hyperlink").filter_map(|node| node.attribute((WORD, "anchor")));
    let anchors: Vec<&str> = anchors.collect();
    assert!(anchors.len() > 5);
    assert!(anchors.iter().all(|anchor| bookmarks.contains(anchor)));
}

#[test]
fn word_and_html_say_what_the_document_says() {
    let document = document(&preset("adtech.amende.ron"));
    let parts = parts(&written(&document, Format::Word));
    let xml = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
    let notes = roxmltree::Document::parse(&parts["word/footnotes.xml"]).unwrap();
    let word = words(xml.root()) + &words(notes.root());
    let html = String::from_utf8(written(&document, Format::Html)).unwrap();
    let html: String = Html::parse_document(&html).root_element().text().collect();
    for block in &document.blocks {
        let runs = match block {
            Block::Paragraph { content } | Block::Note { content } => content.clone(),
            Block::List { items } => items.concat(),
            Block::Facts { rows } => rows.iter().flat_map(|(_, value)| value.clone()).collect(),
            Block::Table { rows, .. } => {
                rows.iter().flat_map(|row| &row.cells).flat_map(|cell| cell.content.clone()).collect()
            }
            _ => continue,
        };
        for run in runs {
            let said = run.words().trim();
            assert!(word.contains(said), "Word lacks: {said}");
            assert!(said.split('\n').all(|line| html.contains(line)), "HTML lacks: {said}");
        }
    }
}

/// The amount of the JSON in whole units.
fn units(amount: &serde_json::Value) -> f64 {
    amount["cents"].as_f64().unwrap() / 100.0
}

#[test]
fn the_spreadsheet_has_the_figures_of_the_json_as_numbers_and_no_formula() {
    let case_file = preset("kaspr.amende.ron");
    let analysis = analyse(&case_file);
    let exposure = analysis::simulate(&case_file, library(), &analysis).unwrap();
    let json = AssessmentJson::new(&case_file, library(), &analysis, &exposure, &[]);
    let json = serde_json::to_value(&json).unwrap();
    let document = report::build(&case_file, library(), &analysis, &exposure);
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(written(&document, Format::Spreadsheet))).unwrap();
    let names = book.sheet_names();
    assert_eq!(names, ["Figures", "Findings", "Steps", "Comparables", "Derivation", "Open questions", "amende"]);
    for name in &names {
        assert!(book.worksheet_formula(name).unwrap().used_cells().next().is_none(), "{name} has a formula");
    }
    let figures = book.worksheet_range("Figures").unwrap();
    let row = |of: &str, figure: &str| -> Vec<Data> {
        let mut rows = figures.rows().filter(|row| row[0] == *of && row[1] == *figure);
        rows.next().unwrap_or_else(|| panic!("{of}, {figure}")).to_vec()
    };
    let three = |amount: &serde_json::Value| ["low", "point", "high"].map(|end| Data::Float(units(&amount[end])));
    let fine = &json["fine"];
    assert_eq!(row("All conducts", "Legal maximum")[2..], three(&fine["legal_maximum"]));
    assert_eq!(row("All conducts", "Fine by the method")[2..], three(fine));
    for conduct in fine["conducts"].as_array().unwrap() {
        let of = format!("Conduct {}", conduct["conduct"].as_str().unwrap());
        assert_eq!(row(&of, "Legal maximum")[2..], three(&conduct["legal_maximum"]));
        assert_eq!(row(&of, "Fine by the method")[2..], three(conduct));
        assert_eq!(row(&of, "Starting amount")[3], Data::Float(units(&conduct["starting_amount"])));
    }
    for percent in [5, 10, 25, 50, 75, 90, 95] {
        let name = format!("{percent}\u{a0}% of the simulated fines lie below");
        let name = if figures.rows().any(|row| row[1] == *name.as_str()) { name } else { name.replace('\u{a0}', " ") };
        assert_eq!(row("The estimate", &name)[3], Data::Float(units(&json["exposure"][format!("p{percent}")])));
    }
    let day = row("All conducts", "Law as of")[3].clone();
    let Data::DateTime(day) = day else { panic!("a date is one: {day:?}") };
    let (year, month, day, ..) = day.to_ymd_hms_milli();
    assert_eq!(format!("{year:04}-{month:02}-{day:02}"), json["as_of"].as_str().unwrap());
    let count = |name: &str, book: &mut Xlsx<_>| book.worksheet_range(name).unwrap().height() - 1;
    assert_eq!(count("Comparables", &mut book), analysis.comparables.len());
    assert_eq!(count("Findings", &mut book), analysis.assessment.findings().count());
    let mut open: Vec<_> = analysis.assessment.missing.iter().map(|missing| &missing.question).collect();
    open.sort();
    open.dedup();
    assert_eq!(count("Open questions", &mut book), open.len());
    let mut lines = 0;
    analysis.calculation.trace.as_ref().unwrap().walk(&mut |_, _| lines += 1);
    assert_eq!(count("Derivation", &mut book), lines);
}

#[test]
fn every_sheet_keeps_its_headings_in_sight() {
    let parts = parts(&written(&document(&preset("shop.amende.ron")), Format::Spreadsheet));
    let sheets: Vec<&String> =
        parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")).map(|(_, part)| part).collect();
    // The last holds the figures for programs, and nobody sees it.
    assert_eq!(sheets.len(), 7);
    assert!(parts["xl/workbook.xml"].contains(r#"name="amende" sheetId="7" state="veryHidden""#));
    let sheets = parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet") && !name.contains("sheet7"));
    let sheets: Vec<&String> = sheets.map(|(_, part)| part).collect();
    for sheet in sheets {
        assert!(sheet.contains(r#"<pane ySplit="1""#) && sheet.contains("frozen"), "{sheet}");
        assert!(!sheet.contains("<f>"));
    }
}

fn selected<'a>(html: &'a Html, what: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(what).unwrap()).collect()
}

#[test]
fn html_is_accessible_and_loads_and_runs_nothing() {
    let document = document(&preset("clinic.amende.ron"));
    let text = String::from_utf8(written(&document, Format::Html)).unwrap();
    let html = Html::parse_document(&text);
    assert!(html.errors.is_empty(), "{:?}", html.errors);
    assert_eq!(html.root_element().attr("lang"), Some("en"));
    for landmark in ["header", "nav[aria-label]", "main", "footer", "h1", "title"] {
        assert_eq!(selected(&html, landmark).len(), 1, "{landmark}");
    }
    let level = |element: &ElementRef<'_>| element.value().name()[1..].parse::<u8>().unwrap() - 1;
    let found: Vec<(u8, String)> = selected(&html, "main h2, main h3, main h4")
        .iter()
        .map(|element| (level(element), element.text().collect()))
        .collect();
    assert_eq!(found, headings(&document));
    assert_eq!(selected(&html, "main table").len(), tables(&document));
    assert!(selected(&html, "thead th").iter().all(|cell| cell.attr("scope") == Some("col")));
    assert!(selected(&html, "tbody th").iter().all(|cell| cell.attr("scope").is_some()));
    let told: Vec<&str> =
        selected(&html, "[role=img]").iter().filter_map(|picture| picture.attr("aria-label")).collect();
    assert_eq!(told, alternatives(&document));
    assert_eq!(selected(&html, "main svg").len(), told.len());
    assert!(
        selected(&html, "script:not([type='application/json']), link, iframe, object, embed, img, base, form")
            .is_empty()
    );
    assert!(!text.contains("url(") && !text.contains("@import"));
    let ids: Vec<&str> =
        selected(&html, "main [id^=section]").iter().filter_map(|element| element.attr("id")).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "no two headings have the same name");
    let leads: Vec<&str> = selected(&html, "nav a").iter().filter_map(|link| link.attr("href")).collect();
    assert!(leads.len() > 8);
    assert!(leads.iter().all(|lead| ids.contains(&&lead[1..])), "{leads:?}");
}

#[test]
fn every_format_gives_the_same_bytes_for_the_same_matter() {
    let case_file = preset("shop.amende.ron");
    let (one, other) = (document(&case_file), document(&case_file));
    for format in Format::ALL.iter().filter(|format| **format != Format::Json) {
        assert!(written(&one, *format) == written(&other, *format), "{format:?}");
    }
}

#[test]
fn the_steps_of_a_conduct_end_in_its_fine() {
    for file in ["kaspr.amende.ron", "clinic.amende.ron", "public-authority.amende.ron", "adtech.amende.ron"] {
        let case_file = preset(file);
        let analysis = analyse(&case_file);
        let document = document(&case_file);
        let text = &library().locale;
        for fine in &analysis.calculation.conducts {
            let name = text.fill("report.steps.caption", &[("conduct", fine.conduct.as_str()), ("currency", "EUR")]);
            let rows = document.blocks.iter().find_map(|block| match block {
                Block::Table { caption, rows, .. } if *caption == name => Some(rows),
                _ => None,
            });
            let rows = rows.unwrap_or_else(|| panic!("{file}: {name}"));
            let said = |row: &report::Row| -> Vec<String> {
                let words = |cell: &report::Cell| cell.content.iter().map(report::Inline::words).collect::<String>();
                row.cells.iter().map(words).collect()
            };
            let amounts = [fine.fine.low, fine.fine.point, fine.fine.high].map(|amount| text.amount(amount));
            assert_eq!(said(rows.last().unwrap())[1..], amounts, "{file}");
            let groups = rows.iter().filter(|row| row.kind == report::RowKind::Group);
            let groups: Vec<String> = groups.map(|row| said(row).concat()).collect();
            let steps = &analysis.methodology.steps;
            assert_eq!(groups.len(), steps.len());
            for (group, step) in groups.iter().zip(steps) {
                assert!(group.ends_with(&step.title), "{group}");
            }
        }
    }
}

//! The package: its parts, how they hang together, and what it says of itself.

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::body::{Body, NAMESPACES};
use super::runs::{self, References};
use super::xml::Xml;
use super::{paragraph, pictures};
use crate::library::ASSETS;
use crate::report::render::{FIGURES_PART, RenderError};
use crate::report::{Document, Look, Tone};

/// Parts that are the same in every report but for the language; they say how it looks.
const LOOKS: &[(&str, &str)] = &[
    ("styles", "report/word/styles.xml"),
    ("settings", "report/word/settings.xml"),
    ("numbering", "report/word/numbering.xml"),
];
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// A title of more characters is cut at the head of the pages: it stands whole on the first.
const RUNNING: usize = 70;

/// Packs the parts.
///
/// # Errors
/// When a part cannot be packed, or one of `assets/` is missing.
pub(super) fn package(document: &Document, body: &Body, drawn: &[&[u8]]) -> Result<Vec<u8>, RenderError> {
    let mut parts: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".to_owned(), content_types(!document.figures.is_empty())),
        ("_rels/.rels".to_owned(), of_package()),
        ("docProps/core.xml".to_owned(), core(document)),
        ("docProps/app.xml".to_owned(), program(document)),
        ("word/document.xml".to_owned(), body.document.clone()),
        (
            "word/_rels/document.xml.rels".to_owned(),
            of_document(&body.references, drawn.len(), !document.figures.is_empty()),
        ),
        ("word/header1.xml".to_owned(), header(document)),
        ("word/footer1.xml".to_owned(), footer(document)),
    ];
    let mut references = References { note_links: body.references.note_links.clone(), ..References::default() };
    parts.push(("word/footnotes.xml".to_owned(), footnotes(&body.references, &mut references)));
    parts.push(("word/_rels/footnotes.xml.rels".to_owned(), of_footnotes(&references)));
    for (name, path) in LOOKS {
        parts.push((format!("word/{name}.xml"), look(path, document)?));
    }
    parts.extend(drawn.iter().zip(1..).map(|(png, number)| (format!("word/{}", pictures::file(number)), png.to_vec())));
    if !document.figures.is_empty() {
        parts.extend(figures(&document.figures));
    }
    pack(&parts).map_err(|error| RenderError::Pack(error.to_string()))
}

fn pack(parts: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No part carries the time at which it was packed.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The figures for programs as a part of its own: Word keeps it when the document is saved.
fn figures(figures: &str) -> [(String, Vec<u8>); 3] {
    let mut data = Xml::new();
    data.within("figures", &[("xmlns", "urn:amende:figures")], |xml| xml.words(figures));
    let mut properties = Xml::new();
    let schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
    let id = "{A3E4D0F1-5C0B-4B53-9E0A-6D1F0A7C2E11}";
    properties.within("ds:datastoreItem", &[("ds:itemID", id), ("xmlns:ds", schema)], |xml| {
        xml.within("ds:schemaRefs", &[], |xml| xml.empty("ds:schemaRef", &[("ds:uri", "urn:amende:figures")]));
    });
    let mut related = Xml::new();
    related.within("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        self::related(xml, "properties", &format!("{OFFICE}/customXmlProps"), "itemProps1.xml");
    });
    [
        (FIGURES_PART.to_owned(), data.bytes()),
        ("customXml/itemProps1.xml".to_owned(), properties.bytes()),
        ("customXml/_rels/item1.xml.rels".to_owned(), related.bytes()),
    ]
}

/// A part of `assets/`, in the language and the look of the document.
fn look(path: &str, document: &Document) -> Result<Vec<u8>, RenderError> {
    let part = ASSETS.get_file(path).and_then(include_dir::File::contents_utf8);
    let part = part.ok_or_else(|| RenderError::Pack(format!("assets/{path} is missing")))?;
    let usual = Look::default();
    let mut part = part.replace("{language}", &with_region(&document.language));
    for (usual, own) in [(&usual.accent, &document.look.accent), (&usual.ink, &document.look.ink)] {
        let digits = |colour: &str| colour.trim_start_matches('#').to_uppercase();
        part = part.replace(&digits(usual), &digits(own));
    }
    // A name of a font is no markup.
    let font: String = document.look.font.chars().filter(|sign| !matches!(sign, '<' | '>' | '&' | '"')).collect();
    if !font.is_empty() {
        for usual in ["Cambria", "Calibri"] {
            part = part.replace(&format!("\"{usual}\""), &format!("\"{font}\""));
        }
    }
    Ok(part.into_bytes())
}

/// A language as Word's spelling takes it: with a region.
fn with_region(language: &str) -> String {
    match language {
        "en" => "en-GB".to_owned(),
        whole if whole.contains('-') => whole.to_owned(),
        short => format!("{short}-{}", short.to_uppercase()),
    }
}

fn content_types(figures: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")], |xml| {
        let relationships = "application/vnd.openxmlformats-package.relationships+xml";
        for (ending, kind) in [("rels", relationships), ("xml", "application/xml"), ("png", "image/png")] {
            xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        }
        let parts = [
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("numbering", "numbering"),
            ("footnotes", "footnotes"),
            ("header1", "header"),
            ("footer1", "footer"),
        ];
        for (name, kind) in parts {
            let (name, kind) = (format!("/word/{name}.xml"), format!("{WORD}.{kind}+xml"));
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        let program = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
        if figures {
            let kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
            xml.empty("Override", &[("PartName", "/customXml/itemProps1.xml"), ("ContentType", kind)]);
        }
        xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)]);
        xml.empty("Override", &[("PartName", "/docProps/app.xml"), ("ContentType", program)]);
    });
    xml.bytes()
}

fn related(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
}

fn linked(xml: &mut Xml, links: &[String]) {
    for (url, number) in links.iter().zip(1..) {
        let (id, kind) = (format!("link{number}"), format!("{OFFICE}/hyperlink"));
        xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", url), ("TargetMode", "External")]);
    }
}

fn of_package() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        related(xml, "document", &format!("{OFFICE}/officeDocument"), "word/document.xml");
        related(xml, "core", &format!("{PACKAGE}/core-properties"), "docProps/core.xml");
        related(xml, "program", &format!("{OFFICE}/extended-properties"), "docProps/app.xml");
    });
    xml.bytes()
}

fn of_document(references: &References, drawn: usize, figures: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for name in ["styles", "settings", "numbering", "footnotes"] {
            related(xml, name, &format!("{OFFICE}/{name}"), &format!("{name}.xml"));
        }
        for name in ["header", "footer"] {
            related(xml, name, &format!("{OFFICE}/{name}"), &format!("{name}1.xml"));
        }
        if figures {
            related(xml, "figures", &format!("{OFFICE}/customXml"), &format!("../{FIGURES_PART}"));
        }
        for number in 1..=drawn {
            related(xml, &pictures::relationship(number), &format!("{OFFICE}/image"), &pictures::file(number));
        }
        linked(xml, &references.links);
    });
    xml.bytes()
}

fn of_footnotes(references: &References) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| linked(xml, &references.note_links));
    xml.bytes()
}

/// The footnotes, with the two that Word sets them apart by.
fn footnotes(of: &References, references: &mut References) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("w:footnotes", NAMESPACES, |xml| {
        for (id, kind, mark) in
            [("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")]
        {
            xml.within("w:footnote", &[("w:type", kind), ("w:id", id)], |xml| {
                xml.within("w:p", &[], |xml| xml.within("w:r", &[], |xml| xml.empty(mark, &[])));
            });
        }
        for (sources, number) in of.notes.iter().zip(1_usize..) {
            xml.within("w:footnote", &[("w:id", &number.to_string())], |xml| {
                paragraph::of(xml, "FootnoteText", &[], |xml| note(xml, sources, references));
            });
        }
    });
    xml.bytes()
}

fn note(xml: &mut Xml, sources: &[(String, String)], references: &mut References) {
    xml.within("w:r", &[], |xml| {
        xml.within("w:rPr", &[], |xml| xml.set("w:rStyle", "FootnoteReference"));
        xml.empty("w:footnoteRef", &[]);
    });
    for (index, (text, url)) in sources.iter().enumerate() {
        runs::words(xml, if index == 0 { " " } else { "; " }, Tone::Plain, None);
        runs::link(xml, text, url, &mut references.note_links);
    }
    runs::words(xml, ".", Tone::Plain, None);
}

fn header(document: &Document) -> Vec<u8> {
    let mut title: String = document.running_title.chars().take(RUNNING).collect();
    if title.len() < document.running_title.len() {
        title.push('…');
    }
    edge("w:hdr", "Header", |xml| {
        runs::words(xml, &document.marking, Tone::Plain, None);
        xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
        runs::words(xml, &title, Tone::Plain, None);
    })
}

fn footer(document: &Document) -> Vec<u8> {
    edge("w:ftr", "Footer", |xml| {
        runs::words(xml, &document.footer, Tone::Plain, None);
        xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
        let mut rest = document.page_of.as_str();
        while let Some(at) = rest.find('{') {
            let (before, place) = rest.split_at(at);
            runs::words(xml, before, Tone::Plain, None);
            let (place, after) = place.split_once('}').unwrap_or((place, ""));
            runs::field(xml, if place == "{n" { "PAGE" } else { "NUMPAGES" }, "1", false);
            rest = after;
        }
        runs::words(xml, rest, Tone::Plain, None);
    })
}

fn edge(name: &str, style: &str, content: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within(name, NAMESPACES, |xml| paragraph::of(xml, style, &[], content));
    xml.bytes()
}

/// Title, author, language and day of the document.
fn core(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let day = format!("{}T00:00:00Z", document.date);
    xml.within("cp:coreProperties", &namespaces, |xml| {
        let language = with_region(&document.language);
        let said = [
            ("dc:title", &document.title),
            ("dc:subject", &document.kind),
            ("dc:creator", &document.author),
            ("cp:lastModifiedBy", &document.author),
            ("dc:language", &language),
        ];
        for (name, words) in said {
            xml.within(name, &[], |xml| xml.words(words));
        }
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.within(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.words(&day));
        }
    });
    xml.bytes()
}

/// The program that made it.
fn program(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.within("Properties", &[("xmlns", namespace)], |xml| {
        xml.within("Application", &[], |xml| xml.words(&document.program));
    });
    xml.bytes()
}

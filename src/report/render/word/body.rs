//! The text of the document, block by block.

use super::runs::{self, References, Sources};
use super::xml::Xml;
use super::{paragraph, pictures, tables};
use crate::report::render::picture::Png;
use crate::report::{Block, Document, Inline, Tone};

/// How deep the table of contents goes.
const CONTENTS_DEPTH: u8 = 2;

/// The body with what it refers to.
pub(super) struct Body {
    /// The main part.
    pub(super) document: Vec<u8>,
    /// Links and footnotes.
    pub(super) references: References,
}

/// The namespaces of a part with text.
pub(super) const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];

/// Writes the main part; `drawn` has the pictures of each block, and the logo is the last of all
/// pictures. `pages` are the numbers of the pages of all headings.
pub(super) fn body(document: &Document, drawn: &[Vec<Png>], (logo, pages): (Option<&Png>, &[usize])) -> Body {
    let mut xml = Xml::new();
    let mut writer =
        Writer { references: References::default(), bookmarks: 0, pictures: 0, new_page: false, signed: false };
    xml.within("w:document", NAMESPACES, |xml| {
        xml.within("w:body", &[], |xml| {
            if let Some((logo, known)) = logo.zip(document.look.logo.as_ref()) {
                let number = drawn.iter().map(Vec::len).sum::<usize>() + 1;
                let placed = pictures::Placed { number, size: logo.size, alternative: &known.alternative };
                paragraph::of(xml, "Picture", &[], |xml| pictures::run(xml, &placed));
            }
            title(xml, document);
            let place = (!document.contents.is_empty()).then(|| contents_place(&document.blocks));
            for (at, (block, drawn)) in document.blocks.iter().zip(drawn).enumerate() {
                if place == Some(at) {
                    self::contents(xml, document, pages);
                    writer.new_page = true;
                }
                writer.signed = matches!(document.blocks.get(at + 1), Some(Block::Signature { .. }));
                writer.block(xml, block, drawn);
            }
            section(xml);
        });
    });
    Body { document: xml.bytes(), references: writer.references }
}

fn title(xml: &mut Xml, document: &Document) {
    for (style, words) in [("Kicker", &document.kind), ("Title", &document.title), ("Subtitle", &document.subtitle)] {
        paragraph::of(xml, style, &[], |xml| runs::words(xml, words, Tone::Plain, None));
    }
}

/// Where the contents stand: behind the first page, where it says it all, else before all.
fn contents_place(blocks: &[Block]) -> usize {
    let broken = blocks.iter().position(|block| matches!(block, Block::PageBreak)).unwrap_or_default();
    let before = blocks.iter().take(broken).filter(|block| matches!(block, Block::Heading { level: 1, .. }));
    if before.count() == 1 { broken } else { 0 }
}

/// The table of contents: a field, with the headings as they are now.
fn contents(xml: &mut Xml, document: &Document, pages: &[usize]) {
    let mut pages = pages.iter();
    let headings: Vec<(u8, &str, &str, String)> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, text, anchor } => {
                let page = pages.next().map_or_else(|| "–".to_owned(), ToString::to_string);
                (*level <= CONTENTS_DEPTH).then_some((*level, text.as_str(), anchor.as_str(), page))
            }
            _ => None,
        })
        .collect();
    let set = [("w:keepNext", ""), ("w:pageBreakBefore", "")];
    paragraph::of(xml, "TOCHeading", &set, |xml| runs::words(xml, &document.contents, Tone::Plain, None));
    let last = headings.len().saturating_sub(1);
    for (index, (level, text, anchor, page)) in headings.into_iter().enumerate() {
        paragraph::of(xml, &format!("TOC{level}"), &[], |xml| {
            if index == 0 {
                runs::field_part(xml, "begin", true);
                xml.within("w:r", &[], |xml| {
                    xml.within("w:instrText", &[("xml:space", "preserve")], |xml| {
                        xml.words(&format!(" TOC \\o \"1-{CONTENTS_DEPTH}\" \\h \\z \\u "));
                    });
                });
                runs::field_part(xml, "separate", false);
            }
            let bookmark = bookmark(anchor);
            xml.within("w:hyperlink", &[("w:anchor", &bookmark), ("w:history", "1")], |xml| {
                runs::words(xml, text, Tone::Plain, None);
                xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
                runs::field(xml, &format!("PAGEREF {bookmark} \\h"), &page, false);
            });
            if index == last {
                runs::field_part(xml, "end", false);
            }
        });
    }
}

/// The name of a heading's bookmark: Word takes letters, digits and low lines.
fn bookmark(anchor: &str) -> String {
    format!("_{}", anchor.replace('-', "_"))
}

/// Paper and margins, with header and footer.
fn section(xml: &mut Xml) {
    xml.within("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "header")]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let sides = [("w:top", "1361"), ("w:right", "1418"), ("w:bottom", "1247"), ("w:left", "1418")];
        let inside = [("w:header", "680"), ("w:footer", "567"), ("w:gutter", "0")];
        xml.empty("w:pgMar", &[sides.as_slice(), &inside].concat());
    });
}

struct Writer {
    references: References,
    /// How many bookmarks there are.
    bookmarks: usize,
    /// How many pictures there are.
    pictures: usize,
    /// What comes next begins a page.
    new_page: bool,
    /// Lines to be signed on follow: they do not stand on a page of their own.
    signed: bool,
}

impl Writer {
    fn block(&mut self, xml: &mut Xml, block: &Block, drawn: &[Png]) {
        match block {
            Block::Heading { level, text, anchor } => self.heading(xml, *level, text, anchor),
            Block::Paragraph { content } => self.text(xml, "BodyText", content),
            Block::Note { content } => self.text(xml, "Note", content),
            Block::List { items } => items.iter().for_each(|item| self.text(xml, "ListBullet", item)),
            Block::Facts { rows } => rows.iter().for_each(|(name, value)| self.fact(xml, name, value)),
            Block::Table { caption, columns, rows } => {
                self.text(xml, "Caption", &[Inline::text(caption)]);
                tables::table(xml, caption, columns, rows, &mut self.references);
                after_table(xml);
            }
            Block::Trace { headings, lines } => {
                tables::trace(xml, headings, lines, &mut self.references);
                after_table(xml);
            }
            Block::Chart(chart) => {
                self.picture(xml, &chart.alternative, drawn);
                self.text(xml, "Note", &[Inline::text(&chart.caption)]);
            }
            Block::Timeline(chart) => self.picture(xml, &chart.alternative, drawn),
            Block::Signature { lines } => lines.iter().for_each(|line| {
                paragraph::of(xml, "Signature", &[], |xml| runs::words(xml, line, Tone::Plain, None));
            }),
            Block::PageBreak => self.new_page = true,
        }
    }

    fn heading(&mut self, xml: &mut Xml, level: u8, text: &str, anchor: &str) {
        let style = format!("Heading{}", level.clamp(1, 3));
        let set: &[(&str, &str)] = if std::mem::take(&mut self.new_page) { &[("w:pageBreakBefore", "")] } else { &[] };
        self.bookmarks += 1;
        let id = self.bookmarks.to_string();
        paragraph::of(xml, &style, set, |xml| {
            xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark(anchor))]);
            runs::words(xml, text, Tone::Plain, None);
            xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        });
    }

    fn text(&mut self, xml: &mut Xml, style: &str, content: &[Inline]) {
        // A paragraph that begins in a script from right to left reads from there.
        let set: &[(&str, &str)] = if from_right(content) { &[("w:bidi", "")] } else { &[] };
        let references = &mut self.references;
        paragraph::of(xml, style, set, |xml| runs::runs(xml, content, Tone::Plain, Sources::AtFoot, references));
    }

    fn fact(&mut self, xml: &mut Xml, name: &str, value: &[Inline]) {
        let references = &mut self.references;
        let set: &[(&str, &str)] = if self.signed { &[("w:keepNext", "")] } else { &[] };
        paragraph::of(xml, "Fact", set, |xml| {
            runs::words(xml, name, Tone::Plain, Some("FactName"));
            xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
            runs::runs(xml, value, Tone::Plain, Sources::AtFoot, references);
        });
    }

    fn picture(&mut self, xml: &mut Xml, alternative: &str, drawn: &[Png]) {
        for (index, picture) in drawn.iter().enumerate() {
            self.pictures += 1;
            // What goes on over the page is described once.
            let alternative = if index == 0 { alternative } else { "" };
            let placed = pictures::Placed { number: self.pictures, size: picture.size, alternative };
            paragraph::of(xml, "Picture", &[], |xml| pictures::run(xml, &placed));
        }
    }
}

/// Word joins two tables that nothing stands between.
fn after_table(xml: &mut Xml) {
    paragraph::of(xml, "TableText", &[], |_| {});
}

fn from_right(content: &[Inline]) -> bool {
    let mut letters = content.iter().flat_map(|part| part.words().chars()).filter(|sign| sign.is_alphabetic());
    letters.next().is_some_and(crate::locale::plain::from_right)
}

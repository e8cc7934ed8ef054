//! Runs of text: words, links and footnotes, with what they need elsewhere in the package.

use super::xml::Xml;
use crate::report::{Inline, Tone};

/// What the text refers to: addresses of links, and footnotes with their sources.
#[derive(Default)]
pub(super) struct References {
    /// The addresses of links in the text, in the order of their numbers.
    pub(super) links: Vec<String>,
    /// The addresses of links in footnotes.
    pub(super) note_links: Vec<String>,
    /// The footnotes: each a list of sources with their addresses.
    pub(super) notes: Vec<Vec<(String, String)>>,
}

impl References {
    /// The name of the relationship of an address; the same for the same address.
    fn link(links: &mut Vec<String>, url: &str) -> String {
        let place = links.iter().position(|known| known == url).unwrap_or_else(|| {
            links.push(url.to_owned());
            links.len() - 1
        });
        format!("link{}", place + 1)
    }

    /// The number of a new footnote.
    fn note(&mut self, sources: Vec<(String, String)>) -> String {
        self.notes.push(sources);
        self.notes.len().to_string()
    }
}

/// Whether sources that follow words stand in the text or at the foot of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sources {
    /// In the text, as links.
    InText,
    /// At the foot of the page.
    AtFoot,
}

/// Writes runs of text. Sources after words become one footnote where that is asked; where
/// nothing but sources is said, they stand in the text.
pub(super) fn runs(xml: &mut Xml, content: &[Inline], tone: Tone, sources: Sources, references: &mut References) {
    let mut said = false;
    let mut rest = content;
    while let Some((part, after)) = rest.split_first() {
        let taken = match part {
            Inline::Cite { .. } if said && sources == Sources::AtFoot => footnote(xml, rest, references),
            _ => 0,
        };
        if taken > 0 {
            rest = rest.get(taken..).unwrap_or_default();
            continue;
        }
        said |= !matches!(part, Inline::Cite { .. }) && part.words().chars().any(char::is_alphanumeric);
        match part {
            // What sets a footnote apart from the words before it is its place.
            Inline::Text { text } if said && sources == Sources::AtFoot && before_note(after) => {
                words(xml, text.trim_end(), tone, None);
            }
            Inline::Text { text } | Inline::Value { text, .. } => words(xml, text, tone, None),
            Inline::Strong { text } => words(xml, text, Tone::Strong, None),
            Inline::Link { text, url } | Inline::Cite { text, url } => {
                link(xml, text, url, &mut references.links);
            }
        }
        rest = after;
    }
}

fn before_note(after: &[Inline]) -> bool {
    matches!(after.first(), Some(Inline::Cite { .. }))
}

/// One footnote for the sources at the beginning, with what stands between them; returns how
/// many parts it took.
fn footnote(xml: &mut Xml, content: &[Inline], references: &mut References) -> usize {
    let mut sources = Vec::new();
    let mut taken = 0;
    for (index, part) in content.iter().enumerate() {
        match part {
            Inline::Cite { text, url } => {
                sources.push((text.clone(), url.clone()));
                taken = index + 1;
            }
            // Only what sets one source apart from the next goes with them.
            Inline::Text { text } if !text.chars().any(char::is_alphanumeric) => {}
            _ => break,
        }
    }
    let number = references.note(sources);
    xml.within("w:r", &[], |xml| {
        xml.within("w:rPr", &[], |xml| xml.set("w:rStyle", "FootnoteReference"));
        xml.empty("w:footnoteReference", &[("w:id", &number)]);
    });
    taken
}

/// A link; words alone where there is no address.
pub(super) fn link(xml: &mut Xml, text: &str, url: &str, links: &mut Vec<String>) {
    if url.is_empty() {
        words(xml, text, Tone::Plain, None);
        return;
    }
    let id = References::link(links, url);
    xml.within("w:hyperlink", &[("r:id", &id), ("w:history", "1")], |xml| {
        words(xml, text, Tone::Plain, Some("Hyperlink"));
    });
}

/// A run of plain words; each line break is one of Word's.
pub(super) fn words(xml: &mut Xml, text: &str, tone: Tone, style: Option<&str>) {
    if text.is_empty() {
        return;
    }
    let style = style.or(match tone {
        Tone::Plain => None,
        Tone::Quiet => Some("Quiet"),
        Tone::Strong => Some("Strong"),
        Tone::Good => Some("Good"),
        Tone::Caution => Some("Caution"),
        Tone::Serious => Some("Serious"),
    });
    xml.within("w:r", &[], |xml| {
        if let Some(style) = style {
            xml.within("w:rPr", &[], |xml| xml.set("w:rStyle", style));
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                xml.empty("w:br", &[]);
            }
            xml.within("w:t", &[("xml:space", "preserve")], |xml| xml.words(line));
        }
    });
}

/// A field that Word computes, such as the number of the page.
pub(super) fn field(xml: &mut Xml, instruction: &str, shown: &str, dirty: bool) {
    field_part(xml, "begin", dirty);
    xml.within("w:r", &[], |xml| {
        xml.within("w:instrText", &[("xml:space", "preserve")], |xml| xml.words(&format!(" {instruction} ")));
    });
    field_part(xml, "separate", false);
    words(xml, shown, Tone::Plain, None);
    field_part(xml, "end", false);
}

/// The beginning, middle or end of a field.
pub(super) fn field_part(xml: &mut Xml, kind: &str, dirty: bool) {
    let attributes: &[(&str, &str)] =
        if dirty { &[("w:fldCharType", kind), ("w:dirty", "true")] } else { &[("w:fldCharType", kind)] };
    xml.within("w:r", &[], |xml| xml.empty("w:fldChar", attributes));
}

//! The characters of a document: what may stand in it, and a note on what could not.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Block, Document, Inline};
use crate::locale::plain;

/// Stands for a character that no font has.
const SIGN: char = '□';

/// The wording of the notes on characters, in the document's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CharacterNotes {
    /// On characters left out; `{characters}` and `{places}` are filled in.
    pub removed: String,
    /// On characters printed as a sign; likewise.
    pub missing: String,
    /// Stands for a heading of which nothing is left.
    pub unnamed: String,
    /// How the title and the heads of the pages are called as a place.
    pub front: String,
}

/// Whether a text may have several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Line,
    Lines,
}

/// Leaves out what cannot be seen, makes one line of what is one, and says so in a note.
pub(super) fn clean(document: &mut Document) {
    let mut found = Found::default();
    each_text(document, &mut |place, shape, text| {
        found.add(place, plain::removed(text));
        let plain = match shape {
            Shape::Line => plain::one_line(text),
            Shape::Lines => plain::lines(text),
        };
        *text = plain::kept_in_place(&plain);
    });
    let note = found.note(&document.characters.removed);
    document.blocks.extend(note);
    // A heading must say something: a reader that goes by headings would find nothing.
    let unnamed = document.characters.unnamed.clone();
    for block in &mut document.blocks {
        if let Block::Heading { text, .. } = block
            && text.trim().is_empty()
        {
            text.clone_from(&unnamed);
        }
    }
}

/// Every character of the document beyond ASCII.
pub(super) fn of(json: &str) -> BTreeSet<char> {
    json.chars().filter(|sign| !sign.is_ascii()).collect()
}

/// Every text that is shown.
pub(super) fn texts(document: &Document) -> Vec<String> {
    let mut texts = Vec::new();
    each_text(&mut document.clone(), &mut |_, _, text| texts.push(text.clone()));
    texts
}

/// The document with a visible sign for these characters, and a note on them.
pub(super) fn with_signs(document: &Document, missing: &BTreeSet<char>) -> Document {
    let mut document = document.clone();
    let mut found = Found::default();
    each_text(&mut document, &mut |place, _, text| {
        found.add(place, text.chars().filter(|sign| missing.contains(sign)));
        *text = text.chars().map(|sign| if missing.contains(&sign) { SIGN } else { sign }).collect();
    });
    let note = found.note(&document.characters.missing);
    document.blocks.extend(note);
    document
}

/// Characters and where they stood.
#[derive(Default)]
struct Found {
    signs: BTreeSet<char>,
    /// In the order of the document.
    places: Vec<String>,
}

impl Found {
    fn add(&mut self, place: &str, signs: impl IntoIterator<Item = char>) {
        let mut any = false;
        for sign in signs {
            any = true;
            self.signs.insert(sign);
        }
        if any && !place.is_empty() && !self.places.iter().any(|known| known == place) {
            self.places.push(place.to_owned());
        }
    }

    /// The note; none where nothing was found.
    fn note(self, wording: &str) -> Option<Block> {
        if self.signs.is_empty() {
            return None;
        }
        let signs: Vec<String> = self.signs.iter().map(|sign| format!("U+{:04X}", u32::from(*sign))).collect();
        let places: Vec<String> = self.places.iter().map(|place| format!("“{place}”")).collect();
        // Places hold words of the user and come last: nothing is filled into them.
        let words = wording.replace("{characters}", &signs.join(", ")).replace("{places}", &places.join(", "));
        Some(Block::Note { content: vec![Inline::text(words)] })
    }
}

/// Visits every text that is shown, with the heading it stands under.
fn each_text(document: &mut Document, visit: &mut dyn FnMut(&str, Shape, &mut String)) {
    let mut place = document.characters.front.clone();
    for text in [
        &mut document.kind,
        &mut document.title,
        &mut document.subtitle,
        &mut document.marking,
        &mut document.running_title,
        &mut document.footer,
        &mut document.author,
        &mut document.contents,
    ] {
        visit(&place, Shape::Line, text);
    }
    for block in &mut document.blocks {
        if let Block::Heading { text, .. } = block {
            visit(&place, Shape::Line, text);
            place.clone_from(text);
        } else {
            each_of_block(block, &mut |shape, text| visit(&place, shape, text));
        }
    }
    for sheet in &mut document.sheets {
        // What a sheet says stands in the document too, where it is told what was left out.
        visit("", Shape::Line, &mut sheet.name);
        sheet.columns.iter_mut().for_each(|column| visit("", Shape::Line, &mut column.heading));
        let cells = sheet.rows.iter_mut().flat_map(|row| &mut row.cells);
        cells.flat_map(|cell| &mut cell.content).for_each(|run| visit("", Shape::Lines, run.words_mut()));
    }
}

fn each_of_block(block: &mut Block, visit: &mut dyn FnMut(Shape, &mut String)) {
    let runs = |runs: &mut Vec<Inline>, visit: &mut dyn FnMut(Shape, &mut String)| {
        for run in runs {
            visit(Shape::Lines, run.words_mut());
        }
    };
    match block {
        Block::Heading { .. } | Block::PageBreak => {}
        Block::Signature { lines } => lines.iter_mut().for_each(|line| visit(Shape::Line, line)),
        Block::Paragraph { content } | Block::Note { content } => runs(content, visit),
        Block::List { items } => items.iter_mut().for_each(|item| runs(item, visit)),
        Block::Facts { rows } => {
            for (name, value) in rows {
                visit(Shape::Line, name);
                runs(value, visit);
            }
        }
        Block::Table { caption, columns, rows } => {
            visit(Shape::Line, caption);
            for column in columns {
                visit(Shape::Line, &mut column.heading);
            }
            let cells = rows.iter_mut().flat_map(|row| &mut row.cells);
            cells.for_each(|cell| runs(&mut cell.content, visit));
        }
        Block::Chart(chart) => {
            visit(Shape::Line, &mut chart.alternative);
            visit(Shape::Line, &mut chart.caption);
            chart.ticks.iter_mut().for_each(|(_, label)| visit(Shape::Line, label));
            chart.marks.iter_mut().for_each(|mark| visit(Shape::Line, &mut mark.label));
        }
        Block::Timeline(chart) => {
            visit(Shape::Line, &mut chart.alternative);
            chart.years.iter_mut().for_each(|(_, label)| visit(Shape::Line, label));
            chart.marks.iter_mut().for_each(|mark| visit(Shape::Line, &mut mark.label));
            for bar in &mut chart.bars {
                visit(Shape::Line, &mut bar.title);
                visit(Shape::Line, &mut bar.note);
                visit(Shape::Line, &mut bar.label);
            }
            chart.legend.iter_mut().for_each(|(_, label)| visit(Shape::Line, label));
        }
        Block::Trace { headings, lines } => {
            for heading in headings {
                visit(Shape::Line, heading);
            }
            for line in lines {
                visit(Shape::Line, &mut line.label);
                visit(Shape::Line, &mut line.value);
                visit(Shape::Lines, &mut line.origin);
                runs(&mut line.citations, visit);
                line.notes.iter_mut().for_each(|note| runs(note, visit));
            }
        }
    }
}

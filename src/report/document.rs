//! A report as neutral blocks: what is said, not how it looks.
//!
//! Renderers know nothing of law; sections know nothing of formats.

mod charts;
mod inline;
mod table;

use serde::Serialize;

use super::{CharacterNotes, Look};

pub use charts::{Chart, ChartMark, TimelineBar, TimelineChart, TimelineMark};
pub use inline::{Inline, Typed};
pub use table::{Cell, Column, Row, RowKind, Tone};

/// A whole report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// The language of the words (BCP 47).
    pub language: String,
    /// What kind of document it is, above the title.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Whom it is for, by whom, when, under which law.
    pub subtitle: String,
    /// The marking at the head of every page.
    pub marking: String,
    /// The matter at the head of every page.
    pub running_title: String,
    /// What stands at the foot of every page, before the page number.
    pub footer: String,
    /// "page {n} of {total}" in the document's language, both names in braces.
    pub page_of: String,
    /// The day of the report (ISO 8601).
    pub date: String,
    /// Who is named as author in the file.
    pub author: String,
    /// The program that made it.
    pub program: String,
    /// The wording of notes on characters that cannot be printed.
    pub characters: CharacterNotes,
    /// The word above the table of contents.
    pub contents: String,
    /// The content.
    pub blocks: Vec<Block>,
    /// What it looks like.
    pub look: Look,
    /// The figures for programs ([`Figures`](super::Figures) as JSON); empty where there are none.
    pub figures: String,
    /// The same figures as a spreadsheet shows them, sheet by sheet.
    #[serde(skip)]
    pub sheets: Vec<Sheet>,
}

impl Document {
    /// One that says nothing, in a look.
    #[cfg(feature = "typeset")]
    pub(super) fn blank(look: Look) -> Self {
        let empty = String::new;
        Self {
            language: "en".to_owned(),
            kind: empty(),
            title: empty(),
            subtitle: empty(),
            marking: empty(),
            running_title: empty(),
            footer: empty(),
            page_of: empty(),
            date: "2000-01-01".to_owned(),
            author: empty(),
            program: empty(),
            characters: CharacterNotes { removed: empty(), missing: empty(), unnamed: empty(), front: empty() },
            contents: empty(),
            blocks: Vec::new(),
            look,
            figures: empty(),
            sheets: Vec::new(),
        }
    }
}

/// A sheet of a spreadsheet: one table under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A part of the content.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// A heading; level 1 is a section.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its words.
        text: String,
        /// The name by which it can be jumped to; no two are the same.
        anchor: String,
    },
    /// Running text.
    Paragraph {
        /// Its parts.
        content: Vec<Inline>,
    },
    /// Text that may be skipped: a remark, a caption, a limit.
    Note {
        /// Its parts.
        content: Vec<Inline>,
    },
    /// Points without order.
    List {
        /// The points.
        items: Vec<Vec<Inline>>,
    },
    /// Names and values, as on a data sheet.
    Facts {
        /// Name and value.
        rows: Vec<(String, Vec<Inline>)>,
    },
    /// A table.
    Table {
        /// What it shows, for readers who do not see it.
        caption: String,
        /// Its columns.
        columns: Vec<Column>,
        /// Its rows.
        rows: Vec<Row>,
    },
    /// The distribution on the money axis.
    Chart(Chart),
    /// What was when, on an axis of days. The table that goes with it says the same.
    Timeline(TimelineChart),
    /// A calculation line by line, indented as it hangs together.
    Trace {
        /// What stands above the names and above the figures.
        headings: [String; 2],
        /// The lines from top to bottom.
        lines: Vec<TraceLine>,
    },
    /// Lines to be signed on, each with what stands below it.
    Signature {
        /// What stands below each line.
        lines: Vec<String>,
    },
    /// A new page.
    PageBreak,
}

impl Block {
    /// A heading; its anchor is given once the document stands.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, text: text.into(), anchor: String::new() }
    }
}

/// One line of a calculation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TraceLine {
    /// How deep it hangs; 0 is the result.
    pub depth: usize,
    /// What the figure is called.
    pub label: String,
    /// The figure, to the cent.
    pub value: String,
    /// Where it comes from: answer, law, choice by whom and why.
    pub origin: String,
    /// The law it rests on.
    pub citations: Vec<Inline>,
    /// Case law and guidance on the step, where the reader is told of it first.
    pub notes: Vec<Vec<Inline>>,
    /// False for what was considered and did not apply.
    pub applied: bool,
}

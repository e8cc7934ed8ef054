//! Tables: columns, rows by what they are for, cells that may span columns.

use serde::Serialize;

use super::{Inline, Typed};

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// How wide it is, as a share of what is left (0: as its content).
    pub share: u8,
    /// Figures stand to the right.
    pub right: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its cells; together they span every column.
    pub cells: Vec<Cell>,
    /// What it is for.
    pub kind: RowKind,
}

impl Row {
    /// A row like the others.
    pub fn plain(cells: Vec<Cell>) -> Self {
        Self { cells, kind: RowKind::Plain }
    }

    /// The same row for another purpose.
    #[must_use]
    pub fn of_kind(mut self, kind: RowKind) -> Self {
        self.kind = kind;
        self
    }
}

/// What a row is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// As the others.
    Plain,
    /// It names what follows.
    Group,
    /// A part of a group.
    Line,
    /// It says why, of what stands above it.
    Remark,
    /// The result.
    Total,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Its content.
    pub content: Vec<Inline>,
    /// Its tone; never the only carrier of meaning.
    pub tone: Tone,
    /// How many columns it spans; at least one.
    pub span: u8,
}

impl Cell {
    /// A cell of plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::of(vec![Inline::text(text)])
    }

    /// A cell of words with the value they stand for.
    pub fn value(text: impl Into<String>, value: Typed) -> Self {
        Self::of(vec![Inline::value(text, value)])
    }

    /// A cell of several runs of text.
    pub fn of(content: Vec<Inline>) -> Self {
        Self { content, tone: Tone::Plain, span: 1 }
    }

    /// The same across several columns.
    #[must_use]
    pub fn across(mut self, columns: u8) -> Self {
        self.span = columns;
        self
    }

    /// The same in another tone.
    #[must_use]
    pub fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

/// How something is set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// As the rest.
    Plain,
    /// Second in importance.
    Quiet,
    /// First in importance.
    Strong,
    /// In order.
    Good,
    /// Needs somebody.
    Caution,
    /// Serious.
    Serious,
}

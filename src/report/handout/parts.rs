//! How the pieces of a hand-out are made.

use crate::report::{Block, Cell, Column, Inline, Row};

/// A heading.
pub(super) fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::heading(level, text)
}

/// A paragraph of plain words.
pub(super) fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph { content: vec![Inline::text(text)] }
}

/// A row of a table.
pub(super) fn row(cells: Vec<Cell>) -> Row {
    Row::plain(cells)
}

/// A cell that holds several runs of text.
pub(super) fn cell(content: Vec<Inline>) -> Cell {
    Cell::of(content)
}

/// A column: its heading, its share of the width, figures to the right.
pub(super) fn column(heading: &str, share: u8, right: bool) -> Column {
    Column { heading: heading.to_owned(), share, right }
}

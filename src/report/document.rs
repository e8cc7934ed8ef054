//! A report as neutral blocks: what is said, not how it looks.
//!
//! Renderers know nothing of law; sections know nothing of formats.

use serde::Serialize;

use super::CharacterNotes;

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
    /// The content.
    pub blocks: Vec<Block>,
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
        /// The lines from top to bottom.
        lines: Vec<TraceLine>,
    },
    /// A new page.
    PageBreak,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Inline {
    /// Plain words.
    Text {
        /// The words.
        text: String,
    },
    /// Words that carry weight.
    Strong {
        /// The words.
        text: String,
    },
    /// A link to a source.
    Link {
        /// The words.
        text: String,
        /// The address.
        url: String,
    },
}

impl Inline {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// Words that carry weight.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Strong { text: text.into() }
    }

    /// A link; plain words where there is no address.
    pub fn link(text: impl Into<String>, url: impl Into<String>) -> Self {
        let (text, url) = (text.into(), url.into());
        if url.is_empty() { Self::Text { text } } else { Self::Link { text, url } }
    }

    /// The words alone.
    pub fn words(&self) -> &str {
        match self {
            Self::Text { text } | Self::Strong { text } | Self::Link { text, .. } => text,
        }
    }

    pub(super) fn words_mut(&mut self) -> &mut String {
        match self {
            Self::Text { text } | Self::Strong { text } | Self::Link { text, .. } => text,
        }
    }
}

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
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Its content.
    pub content: Vec<Inline>,
    /// Its tone; never the only carrier of meaning.
    pub tone: Tone,
}

impl Cell {
    /// A cell of plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self { content: vec![Inline::text(text)], tone: Tone::Plain }
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

/// The distribution of the estimate on a logarithmic money axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// What it shows, in a sentence, for readers who do not see it.
    pub alternative: String,
    /// The line below it.
    pub caption: String,
    /// The decimal exponents at the ends of the axis (EUR 1,000 is 3).
    pub axis: (f64, f64),
    /// Where the axis is labelled: decimal exponent and label.
    pub ticks: Vec<(f64, String)>,
    /// Heights from left to right, evenly spaced over the axis, 0 to 1.
    pub curve: Vec<f64>,
    /// Dotted lines with a label: P10, P50, P90.
    pub marks: Vec<ChartMark>,
    /// Decided cases as dots below the axis: decimal exponents.
    pub dots: Vec<f64>,
}

/// A labelled place on the axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartMark {
    /// Decimal exponent.
    pub at: f64,
    /// Its label.
    pub label: String,
}

/// Bars and marks on an axis of days; places are shares of the width, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelineChart {
    /// What it shows, in a sentence, for readers who do not see it.
    pub alternative: String,
    /// The beginnings of years with their labels.
    pub years: Vec<(f64, String)>,
    /// Where the axis breaks off, if something comes much later.
    pub break_at: Option<f64>,
    /// The day of the matter.
    pub day: f64,
    /// Numbered places.
    pub marks: Vec<TimelineMark>,
    /// The bars from top to bottom.
    pub bars: Vec<TimelineBar>,
    /// What the looks of bars mean.
    pub legend: Vec<(&'static str, String)>,
}

/// A numbered place on an axis of days.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelineMark {
    /// Where.
    pub at: f64,
    /// Its number, or the first and the last of those of one day.
    pub label: String,
}

/// A bar of a timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelineBar {
    /// What it is.
    pub title: String,
    /// Of second rank.
    pub note: String,
    /// Its colour; the table says the same in words.
    pub tone: Tone,
    /// From, to, and `not_counted`, `uncertain`, `certain` or `goes_on`.
    pub parts: Vec<(f64, f64, &'static str)>,
    /// What stands behind it.
    pub label: String,
    /// The end of limitation.
    pub limit: Option<f64>,
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

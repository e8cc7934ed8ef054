//! Runs of text: words, links, sources, and values with the words for them.

use jiff::civil::Date;
use serde::Serialize;

use crate::quantity::{Money, Rate};

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
    /// A link.
    Link {
        /// The words.
        text: String,
        /// The address.
        url: String,
    },
    /// A source: a link in running text, or a footnote where the format has them.
    Cite {
        /// The words.
        text: String,
        /// The address; empty where there is none.
        url: String,
    },
    /// A figure or a day: words for readers, a value for a spreadsheet.
    Value {
        /// The words.
        text: String,
        /// What they stand for.
        #[serde(skip)]
        value: Typed,
    },
}

/// A value behind words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// An amount.
    Money(Money),
    /// A share or a movement.
    Rate(Rate),
    /// A count or a plain number.
    Number(i64),
    /// A day.
    Date(Date),
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

    /// A source.
    pub fn cite(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self::Cite { text: text.into(), url: url.into() }
    }

    /// Words with the value they stand for.
    pub fn value(text: impl Into<String>, value: Typed) -> Self {
        Self::Value { text: text.into(), value }
    }

    /// The words alone.
    pub fn words(&self) -> &str {
        match self {
            Self::Text { text }
            | Self::Strong { text }
            | Self::Link { text, .. }
            | Self::Cite { text, .. }
            | Self::Value { text, .. } => text,
        }
    }

    pub(in crate::report) fn words_mut(&mut self) -> &mut String {
        match self {
            Self::Text { text }
            | Self::Strong { text }
            | Self::Link { text, .. }
            | Self::Cite { text, .. }
            | Self::Value { text, .. } => text,
        }
    }
}

//! The trace as JSON: ids and typed values as they were calculated, with the words that a
//! reader of the language is told beside them.

use serde::Serialize;

use crate::law::Citation;
use crate::library::Library;
use crate::trace::{Governing, Origin, TraceNode, Value};

/// A figure with what lies below it.
#[derive(Debug, Clone, Serialize)]
pub struct TraceJson<'a> {
    id: &'a str,
    /// What it is called.
    label: String,
    value: &'a Value,
    /// The value in words; empty for a heading.
    text: String,
    origin: &'a Origin,
    /// Where it comes from, and what a reader should know, in words.
    grounds: String,
    citations: &'a [Citation],
    applied: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    governed_by: Vec<GoverningJson<'a>>,
    children: Vec<TraceJson<'a>>,
}

#[derive(Debug, Clone, Serialize)]
struct GoverningJson<'a> {
    text: String,
    source: &'a Citation,
}

impl<'a> TraceJson<'a> {
    /// A figure and all below it, in the language of the library.
    pub fn new(node: &'a TraceNode, library: &Library) -> Self {
        let (locale, law) = (&library.locale, &library.law);
        let governing = |governing: &'a Governing| GoverningJson {
            text: locale.law_text(&governing.text, law),
            source: &governing.source,
        };
        Self {
            id: node.id.as_str(),
            label: locale.label(&node.label, law),
            value: &node.value,
            text: locale.value(&node.value, law),
            origin: &node.origin,
            grounds: locale.grounds(node, law),
            citations: &node.citations,
            applied: node.applied,
            governed_by: node.governed_by.iter().map(governing).collect(),
            children: node.children.iter().map(|child| TraceJson::new(child, library)).collect(),
        }
    }
}

//! The trace as Markdown: a nested list with figures, origins and linked citations.
//!
//! What was considered and did not apply stands in it like the rest, and says so.

use std::fmt::Write as _;

use super::{Locale, plain};
use crate::law::{Citation, Corpus};
use crate::trace::TraceNode;

impl Locale {
    /// The whole tree as a nested list, one figure an item.
    ///
    /// # Example
    /// ```
    /// use amende::law::FigureId;
    /// use amende::trace::{Label, Operation, TraceNode, Value};
    ///
    /// let library = amende::library::Library::embedded().unwrap();
    /// let label = Label::KeyWith("trace.left_out", Value::Stated("Two * two".to_owned()));
    /// let node = TraceNode::step(FigureId::from("x"), label, Operation::Sum, Value::Count(4), Vec::new());
    /// let list = library.locale.trace_markdown(&node, &library.law);
    /// assert!(list.starts_with("- Two \\* two: infringements of this operation are not fined: **4**"), "{list}");
    /// ```
    pub fn trace_markdown(&self, node: &TraceNode, law: &Corpus) -> String {
        let mut out = String::new();
        node.walk_telling(&mut |node, depth, notes| {
            self.markdown_item(node, depth, law, &mut out);
            for note in notes {
                let (indent, words) = ("  ".repeat(depth + 1), plain::markdown(&self.law_text(&note.text, law)));
                let words = self.fill("trace.note", &[("words", &words)]);
                // Writing to a string cannot fail.
                let _ = writeln!(out, "{indent}- *{words}* {}", self.linked(&note.source, law));
            }
        });
        out
    }

    fn markdown_item(&self, node: &TraceNode, depth: usize, law: &Corpus, out: &mut String) {
        let indent = "  ".repeat(depth);
        let value = match self.value(&node.value, law) {
            nothing if nothing.is_empty() => nothing,
            value if node.applied => format!(": **{}**", plain::markdown(&value)),
            value => format!(": {}", plain::markdown(&value)),
        };
        let label = plain::markdown(&self.label(&node.label, law));
        let grounds = plain::markdown(&self.grounds(node, law));
        let citations: Vec<String> = node.citations.iter().map(|citation| self.linked(citation, law)).collect();
        let cited = if citations.is_empty() { String::new() } else { format!(" {}", citations.join("; ")) };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{indent}- {label}{value} ({grounds}){cited}");
    }

    fn linked(&self, citation: &Citation, law: &Corpus) -> String {
        let name = plain::markdown(&self.marked(citation, law));
        match self.citation_url(citation, law) {
            "" => name,
            url => format!("[{name}](<{url}>)"),
        }
    }
}

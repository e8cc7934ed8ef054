//! The report as Markdown.

use std::fmt::Write as _;

use crate::locale::plain::markdown as escaped;
use crate::report::{Block, Document, Inline, TraceLine};

/// The document as Markdown.
pub(super) fn markdown(document: &Document) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(
        out,
        "{}\n\n# {}\n\n{}\n\n{}\n",
        escaped(&document.marking),
        escaped(&document.title),
        escaped(&document.kind),
        escaped(&document.subtitle)
    );
    for block in &document.blocks {
        self::block(&mut out, block);
    }
    let _ = writeln!(out, "---\n{} · {}", escaped(&document.marking), escaped(&document.footer));
    out
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level, text, .. } => {
            let _ = writeln!(out, "{} {}\n", "#".repeat(usize::from(*level) + 1), escaped(text));
        }
        Block::Paragraph { content } | Block::Note { content } => {
            let _ = writeln!(out, "{}\n", runs(content));
        }
        Block::List { items } => {
            for item in items {
                let _ = writeln!(out, "- {}", runs(item));
            }
            out.push('\n');
        }
        Block::Facts { rows } => {
            for (name, value) in rows {
                let _ = writeln!(out, "- **{}** {}", escaped(name), runs(value));
            }
            out.push('\n');
        }
        Block::Table { columns, rows, .. } => {
            let headings: Vec<String> = columns.iter().map(|column| escaped(&column.heading)).collect();
            let sides: Vec<&str> = columns.iter().map(|column| if column.right { "---:" } else { "---" }).collect();
            let _ = writeln!(out, "| {} |\n| {} |", headings.join(" | "), sides.join(" | "));
            for row in rows {
                // No cell spans several columns here: those after it are empty.
                let mut cells: Vec<String> = Vec::new();
                for cell in &row.cells {
                    cells.push(runs(&cell.content));
                    cells.extend((1..cell.span).map(|_| String::new()));
                }
                let _ = writeln!(out, "| {} |", cells.join(" | "));
            }
            out.push('\n');
        }
        Block::Chart(chart) => {
            let marks: Vec<String> = chart.marks.iter().map(|mark| escaped(&mark.label)).collect();
            let _ = writeln!(out, "{} ({})\n", escaped(&chart.alternative), marks.join("; "));
        }
        Block::Trace { lines, .. } => {
            for line in lines {
                trace(out, line);
            }
            out.push('\n');
        }
        Block::Signature { lines } => {
            for line in lines {
                let _ = writeln!(out, "{}: {}\n", escaped(line), "\\_".repeat(24));
            }
        }
        // The table that goes with it says the same.
        Block::Timeline(_) | Block::PageBreak => {}
    }
}

fn trace(out: &mut String, line: &TraceLine) {
    let indent = "  ".repeat(line.depth);
    let cited = if line.citations.is_empty() { String::new() } else { format!(" [{}]", runs(&line.citations)) };
    let value = strong(&line.value);
    let _ = writeln!(out, "{indent}- {}: {value} – {}{cited}", escaped(&line.label), escaped(&line.origin));
    for note in &line.notes {
        let _ = writeln!(out, "{indent}  - {}", runs(note));
    }
}

/// Runs of text on one line; the spaces between them are kept.
fn runs(content: &[Inline]) -> String {
    content
        .iter()
        .map(|part| match part {
            Inline::Text { text } | Inline::Value { text, .. } => around(text, "", ""),
            Inline::Strong { text } => strong(text),
            Inline::Cite { text, url } if url.is_empty() => around(text, "", ""),
            Inline::Link { text, url } | Inline::Cite { text, url } => {
                around(text, "[", &format!("](<{}>)", address(url)))
            }
        })
        .collect()
}

fn strong(text: &str) -> String {
    around(text, "**", "**")
}

/// The escaped text between two marks, which stand at the words and not at the spaces
/// around them.
fn around(text: &str, before: &str, after: &str) -> String {
    let words = escaped(text);
    if words.is_empty() {
        return text.replace('\n', "<br>");
    }
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let space = |part: Option<&str>| part.unwrap_or_default().replace('\n', "<br>");
    format!("{}{before}{words}{after}{}", space(text.get(..start)), space(text.get(end..)))
}

/// An address without what would end it early.
fn address(url: &str) -> String {
    url.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '<' | '>')).collect()
}

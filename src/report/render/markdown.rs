//! The report as Markdown.

use std::fmt::Write as _;

use crate::report::{Block, Document, Inline};

/// The document as Markdown.
pub(super) fn markdown(document: &Document) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "# {}\n\n{}\n\n{}\n", document.title, document.kind, document.subtitle);
    for block in &document.blocks {
        self::block(&mut out, block);
    }
    let _ = writeln!(out, "---\n{} · {}", document.marking, document.footer);
    out
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level, text } => {
            let _ = writeln!(out, "{} {text}\n", "#".repeat(usize::from(*level) + 1));
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
                let _ = writeln!(out, "- **{name}** {}", runs(value));
            }
            out.push('\n');
        }
        Block::Table { columns, rows, .. } => {
            let headings: Vec<&str> = columns.iter().map(|column| column.heading.as_str()).collect();
            let sides: Vec<&str> = columns.iter().map(|column| if column.right { "---:" } else { "---" }).collect();
            let _ = writeln!(out, "| {} |\n| {} |", headings.join(" | "), sides.join(" | "));
            for row in rows {
                let cells: Vec<String> = row.cells.iter().map(|cell| runs(&cell.content).replace('|', "\\|")).collect();
                let _ = writeln!(out, "| {} |", cells.join(" | "));
            }
            out.push('\n');
        }
        Block::Chart(chart) => {
            let marks: Vec<&str> = chart.marks.iter().map(|mark| mark.label.as_str()).collect();
            let _ = writeln!(out, "{} ({})\n", chart.alternative, marks.join("; "));
        }
        Block::Trace { lines } => {
            for line in lines {
                let cited =
                    if line.citations.is_empty() { String::new() } else { format!(" [{}]", runs(&line.citations)) };
                let _ = writeln!(
                    out,
                    "{}- {}: **{}** – {}{cited}",
                    "  ".repeat(line.depth),
                    line.label,
                    line.value,
                    line.origin
                );
                for note in &line.notes {
                    let _ = writeln!(out, "{}- {}", "  ".repeat(line.depth + 1), runs(note));
                }
            }
            out.push('\n');
        }
        Block::PageBreak => {}
    }
}

fn runs(content: &[Inline]) -> String {
    content
        .iter()
        .map(|part| match part {
            Inline::Text { text } => text.clone(),
            Inline::Strong { text } => format!("**{text}**"),
            Inline::Link { text, url } => format!("[{text}]({url})"),
        })
        .collect()
}

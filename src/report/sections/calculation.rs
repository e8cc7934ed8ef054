//! The calculation, conduct by conduct, with every figure's reason to the cent.

use super::Source;
use crate::report::{Block, Cell, Column, Inline, Row, Tone, TraceLine, between};
use crate::trace::TraceNode;

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let mut blocks = vec![source.heading("report.calculation.heading")];
    let Some(trace) = source.analysis.calculation.trace.as_ref().filter(|trace| !trace.children.is_empty()) else {
        blocks.push(source.paragraph("report.calculation.none", &[]));
        return blocks;
    };
    blocks.push(source.paragraph("report.calculation.note", &[("method", &source.analysis.methodology.name)]));
    blocks.push(overview(source));
    blocks.push(Block::heading(2, text.t("report.calculation.trace").to_owned()));
    blocks.push(source.note("report.calculation.trace_note", &[]));
    blocks.push(Block::Trace {
        headings: ["report.trace.figure", "report.trace.value"].map(|key| text.t(key).to_owned()),
        lines: lines(source, trace),
    });
    blocks
}

/// One row a conduct, one column a step.
fn overview(source: Source<'_>) -> Block {
    let text = source.text;
    let calculation = &source.analysis.calculation;
    let keys = [
        ("report.calculation.conduct", 3, false),
        ("report.calculation.maximum", 3, true),
        ("report.calculation.starting", 3, true),
        ("report.calculation.adjusted", 3, true),
        ("report.calculation.fine", 3, true),
    ];
    let columns =
        keys.iter().map(|(key, share, right)| Column { heading: text.t(key).to_owned(), share: *share, right: *right });
    let mut rows: Vec<Row> = Vec::new();
    for fine in &calculation.conducts {
        let conduct = source.analysis.assessment.conducts.iter().find(|conduct| conduct.id == fine.conduct);
        let operation = conduct.map_or_else(String::new, |conduct| source.case_file.names_of(&conduct.operations));
        let name = text.fill(
            "report.calculation.row",
            &[
                ("conduct", fine.conduct.as_str()),
                ("operation", &operation),
                ("seriousness", fine.seriousness.map_or("–", |level| text.level(level))),
            ],
        );
        let maximum = between(fine.maximum, |amount| text.money_exact(amount), text);
        let amounts = [fine.starting.point, fine.adjusted.point, fine.fine.point];
        let mut cells = vec![Cell::text(name), Cell::text(maximum)];
        cells.extend(amounts.map(|amount| Cell::text(text.money_exact(amount))));
        rows.push(Row::plain(cells));
    }
    if calculation.conducts.len() > 1 {
        let fine = Cell::text(text.money_exact(calculation.fine.point)).toned(Tone::Strong);
        let mut cells = vec![Cell::text(text.t("report.calculation.total")).toned(Tone::Strong)];
        cells.extend([Cell::text(""), Cell::text(""), Cell::text(""), fine]);
        rows.push(Row::plain(cells));
    }
    if let Some(payable) = calculation.payable {
        let payable = Cell::text(text.money_exact(payable.point)).toned(Tone::Strong);
        let mut cells = vec![Cell::text(text.t("trace.payable")).toned(Tone::Strong)];
        cells.extend([Cell::text(""), Cell::text(""), Cell::text(""), payable]);
        rows.push(Row::plain(cells));
    }
    Block::Table { caption: text.t("report.calculation.caption").to_owned(), columns: columns.collect(), rows }
}

fn lines(source: Source<'_>, trace: &TraceNode) -> Vec<TraceLine> {
    let text = source.text;
    let mut lines = Vec::new();
    trace.walk_telling(&mut |node, depth, notes| {
        let citations: Vec<Inline> = source.cites(&node.citations);
        let notes = notes.iter().map(|note| {
            let words = text.fill("trace.note", &[("words", &text.law_text(&note.text, &source.library.law))]);
            vec![Inline::text(words + " "), source.cite(&note.source)]
        });
        lines.push(TraceLine {
            depth,
            label: text.label(&node.label, &source.library.law),
            value: text.value(&node.value, &source.library.law),
            origin: text.grounds(node, &source.library.law),
            citations,
            notes: notes.collect(),
            applied: node.applied,
        });
    });
    lines
}

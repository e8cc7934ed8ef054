//! The annex: the amounts to the cent, and every figure from the result down to the answers.

use super::Source;
use crate::fine::Spread;
use crate::quantity::Money;
use crate::report::{Block, Cell, Column, Inline, Row, TraceLine, Typed};
use crate::trace::Value;

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let trace = source.analysis.calculation.trace.as_ref().filter(|trace| !trace.children.is_empty());
    if trace.is_none() {
        return Vec::new();
    }
    vec![
        source.heading("report.annex.heading"),
        Block::heading(2, text.t("report.annex.amounts")),
        overview(source),
        Block::heading(2, text.t("report.calculation.trace")),
        source.note("report.calculation.trace_note", &[]),
        Block::Trace {
            headings: ["report.trace.figure", "report.trace.value"].map(|key| text.t(key).to_owned()),
            lines: figures(source).into_iter().map(|figure| figure.line).collect(),
        },
    ]
}

/// The amounts of every conduct and of all together, to the cent.
fn overview(source: Source<'_>) -> Block {
    let text = source.text;
    let keys = [
        ("report.sheet.of", 4, false),
        ("report.trace.figure", 6, false),
        ("report.steps.low", 5, true),
        ("report.steps.point", 5, true),
        ("report.steps.high", 5, true),
    ];
    let columns = keys.map(|(key, share, right)| Column { heading: text.t(key).to_owned(), share, right });
    Block::Table {
        caption: text.t("report.calculation.caption").to_owned(),
        columns: columns.to_vec(),
        rows: amounts(source),
    }
}

/// One row an amount: at the low end, as taken and at the high end.
pub(super) fn amounts(source: Source<'_>) -> Vec<Row> {
    let text = source.text;
    let calculation = &source.analysis.calculation;
    let row = |of: &str, key: &str, amounts: Spread<Money>| {
        let exact = |amount| Cell::value(text.money_exact(amount), Typed::Money(amount));
        let mut cells = vec![Cell::text(of), Cell::text(text.t(key))];
        cells.extend([amounts.low, amounts.point, amounts.high].map(exact));
        Row::plain(cells)
    };
    let all = text.t("report.calculation.total");
    let mut rows = vec![
        row(all, "trace.legal_maximum", calculation.maximum),
        row(all, "trace.starting_amount", calculation.starting),
        row(all, "report.sheet.fine", calculation.fine),
    ];
    rows.extend(calculation.payable.map(|payable| row(all, "trace.payable", payable)));
    for fine in &calculation.conducts {
        let of = text.fill("report.sheet.conduct_named", &[("conduct", fine.conduct.as_str())]);
        rows.extend([
            row(&of, "trace.legal_maximum", fine.maximum),
            row(&of, "trace.starting_amount", fine.starting),
            row(&of, "trace.after_circumstances", fine.adjusted),
            row(&of, "report.sheet.fine", fine.fine),
        ]);
    }
    rows
}

/// A figure of the derivation in words, with its value where it is one.
pub(super) struct Figure {
    pub(super) line: TraceLine,
    pub(super) value: Option<Typed>,
}

/// Every figure of the derivation, from the result down.
pub(super) fn figures(source: Source<'_>) -> Vec<Figure> {
    let text = source.text;
    let mut figures = Vec::new();
    let Some(trace) = source.analysis.calculation.trace.as_ref() else { return figures };
    trace.walk_telling(&mut |node, depth, notes| {
        let citations: Vec<Inline> = source.cites(&node.citations);
        let notes = notes.iter().map(|note| {
            let words = text.fill("trace.note", &[("words", &text.law_text(&note.text, &source.library.law))]);
            vec![Inline::text(words + " "), source.cite(&note.source)]
        });
        let line = TraceLine {
            depth,
            label: text.label(&node.label, &source.library.law),
            value: text.value(&node.value, &source.library.law),
            origin: text.grounds(node, &source.library.law),
            citations,
            notes: notes.collect(),
            applied: node.applied,
        };
        figures.push(Figure { line, value: typed(&node.value) });
    });
    figures
}

/// The value behind a figure's words, where it is one number.
fn typed(value: &Value) -> Option<Typed> {
    match value {
        Value::Money(amount) => Some(Typed::Money(*amount)),
        Value::Rate(rate) => Some(Typed::Rate(*rate)),
        Value::Count(count) => Some(Typed::Number(*count)),
        _ => None,
    }
}

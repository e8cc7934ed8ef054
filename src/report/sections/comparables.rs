//! The nearest decided cases with what they share and where they differ.

use super::Source;
use crate::precedents::{Likeness, Match};
use crate::report::{Block, Cell, Column, Inline, Row, Tone, Typed, amount_in_words, controller};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let mut blocks = vec![source.heading("report.comparables.heading")];
    if source.analysis.comparables.is_empty() {
        blocks.push(source.paragraph("report.comparables.none", &[]));
        return blocks;
    }
    blocks.push(source.note("report.comparables.note", &[]));
    if source.analysis.comparables.iter().any(|near| near.decision.own) {
        blocks.push(source.note("report.comparables.own", &[]));
    }
    if source.case_file.decided_as.is_some() {
        blocks.push(source.note("report.comparables.left_out", &[]));
    }
    let keys = [
        ("report.comparables.likeness", 1, true),
        ("report.comparables.decision", 5, false),
        ("report.comparables.shared", 5, false),
        ("report.comparables.amount", 3, true),
    ];
    let columns =
        keys.iter().map(|(key, share, right)| Column { heading: text.t(key).to_owned(), share: *share, right: *right });
    let rows = source.analysis.comparables.iter().map(|near| row(source, near));
    blocks.push(Block::Table {
        caption: text.t("report.comparables.caption").to_owned(),
        columns: columns.collect(),
        rows: rows.collect(),
    });
    blocks
}

fn row(source: Source<'_>, near: &Match<'_>) -> Row {
    let text = source.text;
    let decision = near.decision;
    let date = text.date(decision.decided);
    let what = text.fill(
        "report.comparables.what",
        &[
            ("authority", source.library.law.vocabulary.authority_name(&decision.authority)),
            ("number", &decision.number),
            ("date", &date),
        ],
    );
    let title = vec![
        Inline::strong(controller(decision, text)),
        Inline::text(format!(", {what}. ")),
        Inline::link(text.t("report.comparables.source"), &decision.source.url),
    ];
    let list = |wanted: &[Likeness]| {
        let named = near.reasons.iter().filter(|reason| wanted.contains(&reason.likeness));
        named.map(|reason| text.t(reason.feature).to_owned()).collect::<Vec<_>>().join(", ")
    };
    let shared = list(&[Likeness::Same, Likeness::Partly]);
    let different = list(&[Likeness::Different]);
    let mut compared = Vec::new();
    if !shared.is_empty() {
        compared.push(Inline::text(text.fill("report.comparables.same", &[("features", &shared)])));
    }
    if !different.is_empty() {
        compared.push(Inline::text(text.fill("report.comparables.different", &[("features", &different)])));
    }
    Row::plain(vec![
        Cell::value(near.similarity.to_string(), Typed::Number(i64::from(near.similarity))),
        Cell::of(title),
        Cell::of(compared).toned(Tone::Quiet),
        Cell::text(amount_in_words(near.decision, text)).toned(Tone::Strong),
    ])
}

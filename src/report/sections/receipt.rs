//! What the result was made with, so that it can be made again.

use super::Source;
use crate::report::{Block, Inline};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let receipt = &source.analysis.receipt;
    let samples = text.count(i64::try_from(receipt.samples).unwrap_or(i64::MAX));
    let own = receipt.own_decisions.as_ref().map(|own| {
        let names = [("file", own.file.as_str()), ("sha256", own.sha256.as_str())];
        ("report.receipt.own", text.fill("report.receipt.own_file", &names))
    });
    let made_with = [
        ("report.receipt.program", receipt.program.clone()),
        ("report.receipt.as_of", text.date(receipt.as_of)),
        ("report.receipt.methodology", receipt.methodology.to_string()),
        ("report.receipt.methodology_hash", receipt.methodology_sha256.clone()),
        ("report.receipt.law", receipt.law_data.clone()),
        ("report.receipt.decisions", receipt.decisions.clone()),
    ];
    let rows = [
        ("report.receipt.estimate", receipt.estimate.clone()),
        ("report.receipt.matter", receipt.matter_sha256.clone()),
        ("report.receipt.seed", receipt.seed.to_string()),
        ("report.receipt.samples", samples),
    ];
    let rows = made_with
        .into_iter()
        .chain(own)
        .chain(rows)
        .map(|(key, value)| (text.t(key).to_owned(), vec![Inline::text(value)]));
    vec![
        source.heading("report.receipt.heading"),
        source.note("report.receipt.note", &[]),
        Block::Facts { rows: rows.collect() },
        source.note("report.disclaimer", &[]),
    ]
}

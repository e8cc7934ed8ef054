//! What would move the figure most: the open questions on which the fine by the method hangs.

use super::Source;
use crate::analysis::{self, Relevance};
use crate::locale::plain;
use crate::quantity::Range;
use crate::report::{Block, Cell, Column, Inline, Row, Tone, Typed};

/// How many questions the table names.
const NAMED: usize = 5;

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let moving = moving(source);
    let Some(first) = moving.first() else { return Vec::new() };
    let mut blocks = vec![source.heading("report.sensitivity.heading")];
    blocks.extend(sentence(source, first));
    if moving.len() > 1 {
        blocks.push(table(source, moving.iter().take(NAMED)));
    }
    blocks
}

/// The open questions that move the fine, the weightiest first.
pub(super) fn moving(source: Source<'_>) -> Vec<Relevance> {
    let mut all = analysis::relevance(source.case_file, source.library, source.analysis);
    all.retain(|known| known.moves().minor() > 0);
    all
}

/// What would move the figure most, in a sentence.
pub(super) fn sentence(source: Source<'_>, first: &Relevance) -> Option<Block> {
    let text = source.text;
    let question = source.library.law.question(&first.missing.question)?;
    let operation = source.case_file.operation(&first.missing.operation);
    let operation = operation.map_or_else(String::new, |operation| plain::joined(&operation.name));
    let names = [
        ("question", question.text.clone()),
        ("operation", operation),
        ("low", text.rough_money(first.low)),
        ("high", text.rough_money(first.high)),
    ];
    let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let several = source.case_file.operations.len() > 1;
    let key = if several { "report.sensitivity.most_of" } else { "report.sensitivity.most" };
    Some(source.paragraph(key, &names))
}

fn table<'r>(source: Source<'_>, moving: impl Iterator<Item = &'r Relevance>) -> Block {
    let text = source.text;
    let currency = source.analysis.methodology.currency.code();
    let columns = [
        ("report.sheet.question", 7, false),
        ("report.finding.operation", 4, false),
        ("report.sensitivity.between", 4, true),
    ];
    let columns =
        columns.map(|(key, share, right)| Column { heading: text.fill(key, &[("currency", currency)]), share, right });
    let row = |known: &Relevance| {
        let question = source.library.law.question(&known.missing.question)?;
        let operation = source.case_file.names_of(std::slice::from_ref(&known.missing.operation));
        let between = text.rough_range(Range::new(known.low, known.high));
        Some(Row::plain(vec![
            Cell::text(&question.text),
            Cell::text(plain::joined(&operation)).toned(Tone::Quiet),
            Cell::of(vec![Inline::value(between, Typed::Money(known.moves()))]),
        ]))
    };
    Block::Table {
        caption: text.t("report.sensitivity.caption").to_owned(),
        columns: columns.to_vec(),
        rows: moving.filter_map(row).collect(),
    }
}

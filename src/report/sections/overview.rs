//! The second page of those who decide: what is alleged, what each conduct could cost, what was
//! imposed elsewhere, and what would move the figure.

use std::cmp::Reverse;

use super::{Source, sensitivity};
use crate::findings::Finding;
use crate::report::{Block, Cell, Column, Inline, Row, RowKind, Tone, Typed, amount_in_words};

/// How many allegations, conducts and decisions it names.
const ALLEGATIONS: usize = 6;
const CONDUCTS: usize = 5;
const DECISIONS: usize = 3;

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let mut blocks = vec![source.heading("report.overview.heading")];
    blocks.extend(allegations(source));
    blocks.extend(conducts(source));
    blocks.extend(decisions(source));
    if let Some(first) = sensitivity::moving(source).first() {
        blocks.push(Block::heading(2, source.text.t("report.sensitivity.heading")));
        blocks.extend(sensitivity::sentence(source, first));
    }
    blocks
}

fn columns(source: Source<'_>, keys: &[(&str, u8, bool)]) -> Vec<Column> {
    let currency = source.analysis.methodology.currency.code();
    let heading = |key: &str| source.text.fill(key, &[("currency", currency)]);
    keys.iter().map(|(key, share, right)| Column { heading: heading(key), share: *share, right: *right }).collect()
}

/// The firmest allegations, one a row.
fn allegations(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let mut findings: Vec<&Finding> = source.findings().collect();
    if findings.is_empty() {
        return vec![source.paragraph("report.findings.none", &[])];
    }
    findings.sort_by_key(|finding| Reverse(finding.strength));
    let row = |finding: &&Finding| {
        let rule = source.library.law.rule(&finding.rule)?;
        Some(Row::plain(vec![
            Cell::text(&rule.title),
            Cell::of(vec![source.provision(&rule.provision)]),
            Cell::text(text.t(finding.strength.key())).toned(Tone::Quiet),
        ]))
    };
    let keys = [
        ("report.sheet.finding", 8, false),
        ("report.finding.provision", 3, false),
        ("report.sheet.strength", 3, false),
    ];
    let mut blocks = vec![
        Block::heading(2, text.t("report.findings.heading")),
        Block::Table {
            caption: text.t("report.findings.heading").to_owned(),
            columns: columns(source, &keys),
            rows: findings.iter().take(ALLEGATIONS).filter_map(row).collect(),
        },
    ];
    if findings.len() > ALLEGATIONS {
        let words = text.plural("report.overview.more", findings.len() - ALLEGATIONS);
        blocks.push(Block::Note { content: vec![Inline::text(words)] });
    }
    blocks
}

/// The fine for each conduct by the method, and for all together.
fn conducts(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let calculation = &source.analysis.calculation;
    if calculation.conducts.is_empty() {
        return Vec::new();
    }
    let amounts = |name: String, fine: crate::fine::Spread<crate::quantity::Money>| {
        let amounts = [fine.low, fine.point, fine.high];
        let mut cells = vec![Cell::text(name)];
        cells.extend(amounts.map(|amount| Cell::value(text.rough(amount), Typed::Money(amount))));
        Row::plain(cells)
    };
    let mut rows: Vec<Row> = Vec::new();
    for fine in calculation.conducts.iter().take(CONDUCTS) {
        let conduct = source.analysis.assessment.conducts.iter().find(|known| known.id == fine.conduct);
        let operation = conduct.map_or_else(String::new, |conduct| source.case_file.names_of(&conduct.operations));
        let names = [("conduct", fine.conduct.as_str()), ("operation", operation.as_str())];
        rows.push(amounts(text.fill("report.conduct", &names), fine.fine));
    }
    let all = text.t("report.calculation.total").to_owned();
    rows.push(amounts(all, calculation.fine).of_kind(RowKind::Total));
    let keys = [
        ("report.overview.conduct", 8, false),
        ("report.steps.low", 3, true),
        ("report.steps.point", 3, true),
        ("report.steps.high", 3, true),
    ];
    let currency = source.analysis.methodology.currency.code();
    let caption = text.fill("report.overview.amounts", &[("currency", currency)]);
    let mut blocks = vec![
        Block::heading(2, text.t("report.calculation.heading")),
        Block::Table { caption, columns: columns(source, &keys), rows },
    ];
    if calculation.conducts.len() > CONDUCTS {
        let words = text.plural("report.overview.more_conducts", calculation.conducts.len() - CONDUCTS);
        blocks.push(Block::Note { content: vec![Inline::text(words)] });
    }
    blocks
}

/// The nearest decisions, one a row.
fn decisions(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let near = &source.analysis.comparables;
    if near.is_empty() {
        return Vec::new();
    }
    let row = |near: &crate::precedents::Match<'_>| {
        let decision = near.decision;
        let authority = source.library.law.vocabulary.authority_name(&decision.authority).to_owned();
        let what = text.fill(
            "report.comparables.what",
            &[("authority", &authority), ("number", &decision.number), ("date", &text.date(decision.decided))],
        );
        Row::plain(vec![
            Cell::text(crate::report::controller(decision, text)),
            Cell::text(what).toned(Tone::Quiet),
            Cell::text(amount_in_words(decision, text)),
        ])
    };
    let keys = [
        ("report.overview.against", 6, false),
        ("report.comparables.decision", 6, false),
        ("report.comparables.amount", 3, true),
    ];
    vec![
        Block::heading(2, text.t("report.comparables.heading")),
        Block::Table {
            caption: text.t("report.comparables.caption").to_owned(),
            columns: columns(source, &keys),
            rows: near.iter().take(DECISIONS).map(row).collect(),
        },
    ]
}

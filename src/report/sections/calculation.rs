//! The calculation, conduct by conduct: the steps of the method in one table each.

use super::{Source, steps};
use crate::fine::ConductFine;
use crate::report::{Block, Cell, Column, Inline, Row, RowKind, Tone, Typed};

/// How many columns the table of a conduct has.
const COLUMNS: u8 = 5;

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let calculation = &source.analysis.calculation;
    let mut blocks = vec![source.heading("report.calculation.heading")];
    if calculation.conducts.is_empty() {
        blocks.push(source.paragraph("report.calculation.none", &[]));
        return blocks;
    }
    blocks.push(source.paragraph("report.calculation.note", &[("method", &source.analysis.methodology.name)]));
    for fine in &calculation.conducts {
        let conduct = source.analysis.assessment.conducts.iter().find(|conduct| conduct.id == fine.conduct);
        let operation = conduct.map_or_else(String::new, |conduct| source.case_file.names_of(&conduct.operations));
        let names = [("conduct", fine.conduct.as_str()), ("operation", operation.as_str())];
        blocks.push(Block::heading(2, text.fill("report.conduct", &names)));
        blocks.push(in_words(source, fine));
        blocks.push(table(source, fine));
    }
    blocks.extend(total(source));
    blocks
}

/// What comes out for a conduct, in a sentence.
fn in_words(source: Source<'_>, fine: &ConductFine) -> Block {
    let text = source.text;
    let names = [
        ("conduct", fine.conduct.to_string()),
        ("low", text.rough_money(fine.fine.low)),
        ("high", text.rough(fine.fine.high)),
    ];
    let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let before = text.fill("report.calculation.result_before", &names);
    let after = text.fill("report.calculation.result_after", &names);
    let amount = Inline::strong(text.rough_money(fine.fine.point));
    Block::Paragraph { content: vec![Inline::text(before), amount, Inline::text(after)] }
}

/// The steps, each with its lines and reasons, and the result.
fn table(source: Source<'_>, fine: &ConductFine) -> Block {
    let text = source.text;
    let currency = source.analysis.methodology.currency.code();
    let keys = [
        ("report.steps.step", 9, false),
        ("report.steps.permitted", 4, true),
        ("report.steps.low", 4, true),
        ("report.steps.point", 4, true),
        ("report.steps.high", 4, true),
    ];
    let columns =
        keys.map(|(key, share, right)| Column { heading: text.fill(key, &[("currency", currency)]), share, right });
    let mut rows = Vec::new();
    for told in steps::of(source, fine) {
        rows.push(group(&told));
        rows.extend(told.lines.iter().flat_map(lines));
        let remarks = told.remarks.into_iter().map(|remark| Row::plain(vec![Cell::of(remark).across(COLUMNS)]));
        rows.extend(remarks.map(|row| row.of_kind(RowKind::Remark)));
    }
    let amounts = [fine.fine.low, fine.fine.point, fine.fine.high];
    let mut cells = vec![Cell::text(text.t("fine.result")).across(2)];
    cells.extend(amounts.map(|amount| Cell::value(text.amount(amount), Typed::Money(amount)).toned(Tone::Strong)));
    rows.push(Row::plain(cells).of_kind(RowKind::Total));
    let names = [("conduct", fine.conduct.as_str()), ("currency", currency)];
    Block::Table { caption: text.fill("report.steps.caption", &names), columns: columns.to_vec(), rows }
}

/// The name of a step, with its number where it has one.
fn group(told: &steps::Told) -> Row {
    let mut words = vec![Inline::text(&told.title)];
    if !told.number.is_empty() {
        words.insert(0, Inline::text(format!("{}\u{2002}", told.number)));
    }
    Row::plain(vec![Cell::of(words).across(COLUMNS)]).of_kind(RowKind::Group)
}

/// A line, and below it why, where that is of this line alone.
fn lines(line: &steps::Line) -> Vec<Row> {
    let tone = match (line.strong, line.quiet) {
        (true, _) => Tone::Strong,
        (false, true) => Tone::Quiet,
        (false, false) => Tone::Plain,
    };
    let figures = [&line.low, &line.point, &line.high];
    let mut cells = vec![Cell::text(&line.name).toned(tone), Cell::text(&line.permitted).toned(Tone::Quiet)];
    cells.extend(figures.map(|figure| Cell::of(figure.iter().cloned().collect()).toned(tone)));
    let mut rows = vec![Row::plain(cells).of_kind(RowKind::Line)];
    if !line.why.is_empty() {
        let why = Cell::text(&line.why).across(COLUMNS);
        rows.push(Row::plain(vec![why]).of_kind(RowKind::Remark));
    }
    rows
}

/// The fines together, where there are several, and what is imposed in another currency.
fn total(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let calculation = &source.analysis.calculation;
    let mut blocks = Vec::new();
    if calculation.conducts.len() > 1 || calculation.payable.is_some() {
        blocks.push(Block::heading(2, text.t("report.calculation.total")));
        let fine = calculation.fine;
        let names = [
            ("amount", text.rough_money(fine.point)),
            ("low", text.rough_money(fine.low)),
            ("high", text.rough(fine.high)),
        ];
        let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
        blocks.push(source.paragraph("report.calculation.together", &names));
    }
    if let Some(payable) = calculation.payable {
        blocks.push(source.paragraph("report.calculation.payable", &[("amount", &text.rough_money(payable.point))]));
    }
    blocks
}

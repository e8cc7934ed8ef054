//! The same figures as a spreadsheet shows them: one table a sheet, every figure a number.

use super::{Source, annex, steps};
use crate::facts::Until;
use crate::locale::plain;
use crate::precedents::{Likeness, Match};
use crate::quantity::{Money, PartialDate};
use crate::report::{Cell, Column, Inline, Row, Sheet, Typed, standing_amount};

/// Every sheet, in the order of the report.
pub(super) fn all(source: Source<'_>) -> Vec<Sheet> {
    vec![
        figures(source),
        findings(source),
        steps_taken(source),
        comparables(source),
        derivation(source),
        open_questions(source),
    ]
}

/// A sheet of these columns; a share of zero is a narrow column.
fn sheet(source: Source<'_>, name: &str, columns: &[(&str, u8)], rows: Vec<Row>) -> Sheet {
    let text = source.text;
    let columns =
        columns.iter().map(|(key, share)| Column { heading: text.t(key).to_owned(), share: *share, right: false });
    Sheet { name: text.t(name).to_owned(), columns: columns.collect(), rows }
}

fn words(words: impl Into<String>) -> Cell {
    Cell::text(words)
}

fn empty() -> Cell {
    Cell::of(Vec::new())
}

fn count(number: usize) -> Cell {
    Cell::value(number.to_string(), Typed::Number(i64::try_from(number).unwrap_or(i64::MAX)))
}

fn money(source: Source<'_>, amount: Option<Money>) -> Cell {
    amount.map_or_else(empty, |amount| Cell::value(source.text.money_exact(amount), Typed::Money(amount)))
}

/// A day as a date; a month or a year as words, for it is none.
fn when(source: Source<'_>, when: Option<PartialDate>) -> Cell {
    match when {
        None => empty(),
        Some(PartialDate::Day(day)) => Cell::value(source.text.date(day), Typed::Date(day)),
        Some(other) => words(source.text.partial_date(other)),
    }
}

/// The figures of the calculation and of the estimate.
fn figures(source: Source<'_>) -> Sheet {
    let text = source.text;
    let calculation = &source.analysis.calculation;
    let all = text.t("report.calculation.total");
    let mut rows = annex::amounts(source);
    let estimate = text.t("report.summary.estimate");
    for percent in [5, 10, 25, 50, 75, 90, 95] {
        let name = text.fill("report.sheet.percentile", &[("n", &percent.to_string())]);
        let amount = money(source, source.exposure.percentile(percent));
        rows.push(Row::plain(vec![words(estimate), words(name), empty(), amount, empty()]));
    }
    let day = calculation.as_of;
    let day = Cell::value(text.date(day), Typed::Date(day));
    rows.push(Row::plain(vec![words(all), words(text.t("report.receipt.as_of")), empty(), day, empty()]));
    let columns = [
        ("report.sheet.of", 2),
        ("report.trace.figure", 4),
        ("report.steps.low", 2),
        ("report.steps.point", 2),
        ("report.steps.high", 2),
    ];
    sheet(source, "report.sheet.figures", &columns, rows)
}

/// One row a finding.
fn findings(source: Source<'_>) -> Sheet {
    let text = source.text;
    let mut rows = Vec::new();
    for conduct in &source.analysis.assessment.conducts {
        for finding in conduct.infringements.iter().flat_map(|infringement| &infringement.findings) {
            let Some(rule) = source.library.law.rule(&finding.rule) else { continue };
            let operation = source.case_file.names_of(std::slice::from_ref(&finding.operation));
            let period = finding.period;
            let until = match period.map(|period| period.until) {
                Some(Until::Ended(day)) => when(source, day),
                Some(Until::GoesOn) => words(text.t("timeline.continues")),
                Some(Until::Unclear) => words(text.t("timeline.open")),
                None => empty(),
            };
            let review = finding.verdict.map(|verdict| super::findings::reviewed(source, finding, verdict));
            rows.push(Row::plain(vec![
                words(conduct.id.as_str()),
                words(plain::joined(&operation)),
                Cell::of(vec![source.provision(&rule.provision)]),
                words(&rule.title),
                words(text.t(finding.strength.key())),
                when(source, period.and_then(|period| period.from)),
                until,
                words(&rule.reasoning),
                Cell::of(super::findings::facts(source, finding)),
                words(&rule.rebuttal),
                words(&rule.remedy.text),
                count(usize::try_from(rule.remedy.effort_weeks).unwrap_or_default()),
                review.map_or_else(empty, Cell::of),
            ]));
        }
    }
    let columns = [
        ("report.calculation.conduct", 0),
        ("report.finding.operation", 2),
        ("report.finding.provision", 1),
        ("report.sheet.finding", 3),
        ("report.sheet.strength", 1),
        ("timeline.column.from", 1),
        ("timeline.column.until", 1),
        ("report.finding.reasoning", 5),
        ("report.finding.facts", 5),
        ("report.finding.rebuttal", 4),
        ("report.finding.remedy", 4),
        ("report.sheet.weeks", 0),
        ("report.finding.review", 2),
    ];
    sheet(source, "report.sheet.findings", &columns, rows)
}

/// One row a line of a step.
fn steps_taken(source: Source<'_>) -> Sheet {
    let mut rows = Vec::new();
    for fine in &source.analysis.calculation.conducts {
        for told in steps::of(source, fine) {
            let head = |rest: Vec<Cell>| {
                let mut cells = vec![words(fine.conduct.as_str()), words(&told.number), words(&told.title)];
                cells.extend(rest);
                Row::plain(cells)
            };
            for line in &told.lines {
                let figures = [&line.low, &line.point, &line.high];
                let mut cells = vec![words(&line.name), words(&line.permitted)];
                cells.extend(figures.map(|figure| Cell::of(figure.iter().cloned().collect())));
                cells.push(words(&line.why));
                rows.push(head(cells));
            }
            for remark in &told.remarks {
                rows.push(head(vec![empty(), empty(), empty(), empty(), empty(), Cell::of(remark.clone())]));
            }
        }
    }
    let columns = [
        ("report.calculation.conduct", 0),
        ("report.sheet.step", 0),
        ("report.sheet.step_name", 3),
        ("report.trace.figure", 4),
        ("report.steps.permitted", 2),
        ("report.steps.low", 2),
        ("report.steps.point", 2),
        ("report.steps.high", 2),
        ("report.sheet.reason", 6),
    ];
    sheet(source, "report.sheet.steps", &columns, rows)
}

/// One row a comparable decision.
fn comparables(source: Source<'_>) -> Sheet {
    let rows = source.analysis.comparables.iter().map(|near| comparable(source, near));
    let columns = [
        ("report.comparables.likeness", 0),
        ("report.comparables.decision", 3),
        ("report.sheet.authority", 1),
        ("report.sheet.number", 2),
        ("timeline.column.day", 1),
        ("report.sheet.imposed", 2),
        ("report.sheet.standing", 2),
        ("report.sheet.standing_here", 2),
        ("report.sheet.outcome", 2),
        ("report.sheet.alike", 4),
        ("report.sheet.unlike", 4),
        ("report.finding.sources", 1),
    ];
    sheet(source, "report.sheet.comparables", &columns, rows.collect())
}

fn comparable(source: Source<'_>, near: &Match<'_>) -> Row {
    let text = source.text;
    let decision = near.decision;
    let features = |wanted: &[Likeness]| {
        let named = near.reasons.iter().filter(|reason| wanted.contains(&reason.likeness));
        named.map(|reason| text.t(reason.feature)).collect::<Vec<_>>().join(", ")
    };
    let here = decision.standing_in(source.analysis.methodology.currency, &source.library.law.rates);
    Row::plain(vec![
        count(usize::try_from(near.similarity).unwrap_or_default()),
        words(&decision.controller),
        words(source.library.law.vocabulary.authority_name(&decision.authority)),
        words(&decision.number),
        Cell::value(text.date(decision.decided), Typed::Date(decision.decided)),
        money(source, decision.fine),
        money(source, decision.standing_amount()),
        money(source, here.map(|standing| standing.amount)),
        words(standing_amount(decision, text)),
        words(features(&[Likeness::Same, Likeness::Partly])),
        words(features(&[Likeness::Different])),
        Cell::of(vec![Inline::link(text.t("report.comparables.source"), &decision.source.url)]),
    ])
}

/// One row a figure of the derivation; how deep it hangs is a number.
fn derivation(source: Source<'_>) -> Sheet {
    let rows = annex::figures(source).into_iter().map(|figure| {
        let (line, value) = (figure.line, figure.value);
        Row::plain(vec![
            count(line.depth),
            words(line.label),
            match value {
                Some(value) => Cell::value(line.value, value),
                None => words(line.value),
            },
            words(line.origin),
            Cell::of(line.citations),
            words(source.text.t(if line.applied { "answer.yes" } else { "answer.no" })),
        ])
    });
    let columns = [
        ("report.sheet.depth", 0),
        ("report.trace.figure", 5),
        ("report.trace.value", 2),
        ("report.sheet.reason", 6),
        ("report.finding.sources", 3),
        ("report.sheet.applied", 0),
    ];
    sheet(source, "report.sheet.trace", &columns, rows.collect())
}

/// One row an open question, with the operations it is open for.
fn open_questions(source: Source<'_>) -> Sheet {
    let rows = super::assumptions::open(source)
        .into_iter()
        .map(|(question, operations)| Row::plain(vec![words(question), words(operations.join(", "))]));
    let columns = [("report.sheet.question", 8), ("report.finding.operation", 3)];
    sheet(source, "report.assumptions.open", &columns, rows.collect())
}

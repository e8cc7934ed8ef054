//! The same figures as a spreadsheet shows them: one table a sheet, every figure a number.

use super::{Source, annex, steps, title};
use crate::facts::Until;
use crate::findings::Finding;
use crate::law::Rule;
use crate::library::{Section, Withheld};
use crate::locale::plain;
use crate::precedents::{Likeness, Match};
use crate::quantity::{Money, PartialDate};
use crate::report::{Cell, Column, Contents, Inline, Row, Sheet, Typed, standing_amount};

/// The sheets of the sections wanted, in their order; what the file is, where there is none.
pub(super) fn wanted(source: Source<'_>, contents: &Contents) -> Vec<Sheet> {
    let any = |sections: &[Section]| sections.iter().any(|section| contents.has(*section));
    let mut sheets = Vec::new();
    if !source.withholds(Withheld::Estimate) && any(&[Section::Summary, Section::Overview, Section::Calculation]) {
        sheets.push(figures(source));
    }
    if any(&[Section::Findings, Section::Overview]) {
        sheets.push(findings(source));
    }
    if contents.has(Section::Calculation) {
        sheets.push(steps_taken(source));
    }
    if any(&[Section::Comparables, Section::Overview]) {
        sheets.push(comparables(source));
    }
    if contents.has(Section::Annex) {
        sheets.push(derivation(source));
    }
    if contents.has(Section::OpenQuestions) {
        sheets.push(open_questions(source));
    }
    if sheets.is_empty() {
        let marking = source.text.t(source.edition.marking.key());
        let rows = vec![Row::plain(vec![words(title(source.case_file, source.text)), words(marking)])];
        sheets.push(sheet(
            source,
            "report.matter.heading",
            &[("report.sheet.of", 6), ("report.sheet.marking", 6)],
            rows,
        ));
    }
    sheets
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

/// One row a finding that is told of.
fn findings(source: Source<'_>) -> Sheet {
    let mut rows = Vec::new();
    for conduct in &source.analysis.assessment.conducts {
        let all = conduct.infringements.iter().flat_map(|infringement| &infringement.findings);
        for finding in all.filter(|finding| source.is_told(finding)) {
            let Some(rule) = source.library.law.rule(&finding.rule) else { continue };
            let cells = COLUMNS.iter().filter(|column| column.is_told(source));
            let cells = cells.map(|column| column.cell(source, conduct.id.as_str(), finding, rule));
            rows.push(Row::plain(cells.collect()));
        }
    }
    let told = COLUMNS.iter().filter(|column| column.is_told(source));
    let columns: Vec<(&str, u8)> = told.map(|column| column.heading()).collect();
    sheet(source, "report.sheet.findings", &columns, rows)
}

/// What is said of a finding.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Conduct,
    Operation,
    Provision,
    Title,
    Strength,
    From,
    Until,
    Reasoning,
    Facts,
    Rebuttal,
    Remedy,
    Weeks,
    Review,
}

/// The columns of the findings.
const COLUMNS: [Said; 13] = [
    Said::Conduct,
    Said::Operation,
    Said::Provision,
    Said::Title,
    Said::Strength,
    Said::From,
    Said::Until,
    Said::Reasoning,
    Said::Facts,
    Said::Rebuttal,
    Said::Remedy,
    Said::Weeks,
    Said::Review,
];

impl Said {
    fn is_told(self, source: Source<'_>) -> bool {
        match self {
            Self::Strength | Self::Reasoning | Self::Rebuttal => !source.withholds(Withheld::Strategy),
            Self::Review => !source.withholds(Withheld::Notes),
            _ => true,
        }
    }

    fn heading(self) -> (&'static str, u8) {
        match self {
            Self::Conduct => ("report.calculation.conduct", 0),
            Self::Operation => ("report.finding.operation", 2),
            Self::Provision => ("report.finding.provision", 1),
            Self::Title => ("report.sheet.finding", 3),
            Self::Strength => ("report.sheet.strength", 1),
            Self::From => ("timeline.column.from", 1),
            Self::Until => ("timeline.column.until", 1),
            Self::Reasoning => ("report.finding.reasoning", 5),
            Self::Facts => ("report.finding.facts", 5),
            Self::Rebuttal => ("report.finding.rebuttal", 4),
            Self::Remedy => ("report.finding.remedy", 4),
            Self::Weeks => ("report.sheet.weeks", 0),
            Self::Review => ("report.finding.review", 2),
        }
    }

    fn cell(self, source: Source<'_>, conduct: &str, finding: &Finding, rule: &Rule) -> Cell {
        let text = source.text;
        let period = finding.period;
        match self {
            Self::Conduct => words(conduct),
            Self::Operation => {
                words(plain::joined(&source.case_file.names_of(std::slice::from_ref(&finding.operation))))
            }
            Self::Provision => Cell::of(vec![source.provision(&rule.provision)]),
            Self::Title => words(&rule.title),
            Self::Strength => words(text.t(finding.strength.key())),
            Self::From => when(source, period.and_then(|period| period.from)),
            Self::Until => match period.map(|period| period.until) {
                Some(Until::Ended(day)) => when(source, day),
                Some(Until::GoesOn) => words(text.t("timeline.continues")),
                Some(Until::Unclear) => words(text.t("timeline.open")),
                None => empty(),
            },
            Self::Reasoning => words(&rule.reasoning),
            Self::Facts => Cell::of(super::findings::facts(source, finding, true)),
            Self::Rebuttal => words(&rule.rebuttal),
            Self::Remedy => words(&rule.remedy.text),
            Self::Weeks => count(usize::try_from(rule.remedy.effort_weeks).unwrap_or_default()),
            Self::Review => {
                let review = finding.verdict.map(|verdict| super::findings::reviewed(source, finding, verdict));
                review.map_or_else(empty, Cell::of)
            }
        }
    }
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
        words(crate::report::controller(decision, text)),
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

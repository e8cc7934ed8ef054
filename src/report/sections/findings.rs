//! Alleged infringements: what, how firmly, on which answers, what would rebut it.

use super::Source;
use crate::facts::Verdict;
use crate::findings::Finding;
use crate::locale::plain;
use crate::report::{Block, Inline};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let mut blocks = vec![source.heading("report.findings.heading")];
    blocks.extend(source.not_in_figures());
    if source.analysis.assessment.findings().next().is_none() {
        blocks.push(source.paragraph("report.findings.none", &[]));
        blocks.extend(rejected(source));
        return blocks;
    }
    blocks.push(source.note("report.findings.note", &[]));
    for conduct in &source.analysis.assessment.conducts {
        let operation = source.case_file.names_of(&conduct.operations);
        let heading = text.fill("report.conduct", &[("conduct", conduct.id.as_str()), ("operation", &operation)]);
        blocks.push(Block::heading(2, heading));
        let several = conduct.operations.len() > 1;
        for finding in conduct.infringements.iter().flat_map(|infringement| &infringement.findings) {
            blocks.extend(one(source, finding, several));
        }
    }
    blocks.extend(rejected(source));
    blocks
}

/// What rules found and the user rejected, each with the reason.
fn rejected(source: Source<'_>) -> Vec<Block> {
    let findings = &source.analysis.assessment.rejected;
    if findings.is_empty() {
        return Vec::new();
    }
    let items = findings.iter().filter_map(|finding| {
        let rule = source.library.law.rule(&finding.rule)?;
        let mut item =
            vec![Inline::text(format!("{} (", rule.title)), source.provision(&rule.provision), Inline::text("). ")];
        item.extend(reviewed(source, finding, finding.verdict?));
        Some(item)
    });
    let heading = Block::heading(2, source.text.t("report.rejected.heading").to_owned());
    vec![heading, Block::List { items: items.collect() }]
}

/// The reason given for a review, or that none was.
fn reason(source: Source<'_>, finding: &Finding) -> String {
    let review = source.case_file.review(&finding.operation, &finding.rule);
    match review.map(|review| review.reason.trim()).filter(|reason| !reason.is_empty()) {
        Some(reason) => reason.to_owned(),
        None => source.text.t("review.no_reason").to_owned(),
    }
}

/// What the user made of a finding, in words.
pub(super) fn reviewed(source: Source<'_>, finding: &Finding, verdict: Verdict) -> Vec<Inline> {
    let graded = source.text.t(finding.graded.key());
    let names = [("graded", graded), ("reason", &reason(source, finding))];
    vec![Inline::text(source.text.fill(verdict.key(), &names))]
}

/// A finding; with its operation where the conduct has several.
fn one(source: Source<'_>, finding: &Finding, several: bool) -> Vec<Block> {
    let text = source.text;
    let Some(rule) = source.library.law.rule(&finding.rule) else { return Vec::new() };
    let strength = text.t(finding.strength.key());
    let heading = text.fill("report.finding.heading", &[("title", &rule.title)]);
    let weeks = text.plural("report.weeks", usize::try_from(rule.remedy.effort_weeks).unwrap_or_default());
    let mut rows = vec![
        (
            text.t("report.finding.provision").to_owned(),
            vec![
                source.provision(&rule.provision),
                Inline::text(text.fill("report.finding.strength", &[("strength", strength)])),
            ],
        ),
        (text.t("report.finding.reasoning").to_owned(), vec![Inline::text(&rule.reasoning)]),
        (text.t("report.finding.facts").to_owned(), facts(source, finding)),
        (text.t("report.finding.rebuttal").to_owned(), vec![Inline::text(&rule.rebuttal)]),
        (
            text.t("report.finding.remedy").to_owned(),
            vec![Inline::text(format!("{} ({weeks})", rule.remedy.text.trim_end_matches('.')))],
        ),
        (text.t("report.finding.sources").to_owned(), source.cites(&rule.citations)),
    ];
    if let Some(words) = crate::report::taken_up(finding, source.case_file, source.library) {
        rows.insert(1, (text.t("report.finding.beside").to_owned(), vec![Inline::text(words)]));
    }
    if let Some(period) = finding.period {
        rows.insert(1, (text.t("report.finding.period").to_owned(), vec![Inline::text(text.period(&period))]));
    }
    if let Some(operation) = source.case_file.operation(&finding.operation).filter(|_| several) {
        rows.insert(
            0,
            (text.t("report.finding.operation").to_owned(), vec![Inline::text(plain::joined(&operation.name))]),
        );
    }
    if let Some(verdict) = finding.verdict {
        rows.push((text.t("report.finding.review").to_owned(), reviewed(source, finding, verdict)));
    }
    vec![Block::heading(3, heading), Block::Facts { rows }]
}

/// The answers a finding rests on, each with its question.
pub(super) fn facts(source: Source<'_>, finding: &Finding) -> Vec<Inline> {
    let Some(operation) = source.case_file.operation(&finding.operation) else { return Vec::new() };
    let mut content = Vec::new();
    for id in &finding.facts {
        let Some(question) = source.library.law.question(id) else { continue };
        if !content.is_empty() {
            content.push(Inline::text(" "));
        }
        content.push(Inline::text(format!("{} ", question.text)));
        let answer = source.case_file.answer(operation, id);
        let words = answer.map_or_else(String::new, |answer| source.text.answered(question, answer));
        content.push(Inline::strong(words + "."));
        content.extend(answer.and_then(|answer| source.remark(answer)));
    }
    content
}

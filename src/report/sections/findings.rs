//! Alleged infringements: what, how firmly, on which answers, what would rebut it.

use std::collections::BTreeSet;

use super::Source;
use crate::facts::{Answer, AnswerValue, Verdict};
use crate::findings::Finding;
use crate::law::{OptionId, Question};
use crate::library::Withheld;
use crate::locale::plain;
use crate::report::{Block, Inline};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let mut blocks = vec![source.heading("report.findings.heading")];
    blocks.extend(source.not_in_figures());
    if source.findings().next().is_none() {
        blocks.push(source.paragraph("report.findings.none", &[]));
        blocks.extend(rejected(source));
        return blocks;
    }
    if !source.withholds(Withheld::Strategy) {
        blocks.push(source.note("report.findings.note", &[]));
    }
    for conduct in &source.analysis.assessment.conducts {
        let findings = conduct.infringements.iter().flat_map(|infringement| &infringement.findings);
        let told: Vec<&Finding> = findings.filter(|finding| source.is_told(finding)).collect();
        if told.is_empty() {
            continue;
        }
        let operation = source.case_file.names_of(&conduct.operations);
        let heading = text.fill("report.conduct", &[("conduct", conduct.id.as_str()), ("operation", &operation)]);
        blocks.push(Block::heading(2, heading));
        let several = conduct.operations.len() > 1;
        blocks.extend(told.into_iter().flat_map(|finding| one(source, finding, several)));
    }
    blocks.extend(rejected(source));
    blocks
}

/// What rules found and the user rejected, each with the reason.
fn rejected(source: Source<'_>) -> Vec<Block> {
    let findings = &source.analysis.assessment.rejected;
    if findings.is_empty() || source.withholds(Withheld::Strategy) {
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
    let heading = text.fill("report.finding.heading", &[("title", &rule.title)]);
    let weeks = text.plural("report.weeks", usize::try_from(rule.remedy.effort_weeks).unwrap_or_default());
    let strategy = !source.withholds(Withheld::Strategy);
    let mut provision = vec![source.provision(&rule.provision)];
    if strategy {
        let strength = text.t(finding.strength.key());
        provision.push(Inline::text(text.fill("report.finding.strength", &[("strength", strength)])));
    }
    let named = |key: &str, content: Vec<Inline>| (text.t(key).to_owned(), content);
    let mut rows = vec![
        named("report.finding.provision", provision),
        named("report.finding.facts", facts(source, finding, false)),
    ];
    if strategy {
        rows.insert(1, named("report.finding.reasoning", vec![Inline::text(&rule.reasoning)]));
        rows.push(named("report.finding.rebuttal", vec![Inline::text(&rule.rebuttal)]));
    }
    let remedy = format!("{} ({weeks})", rule.remedy.text.trim_end_matches('.'));
    rows.push(named("report.finding.remedy", vec![Inline::text(remedy)]));
    rows.push(named("report.finding.sources", source.cites(&rule.citations)));
    let companion = crate::report::taken_up(finding, source.case_file, source.library).filter(|_| strategy);
    if let Some(words) = companion {
        rows.insert(1, named("report.finding.beside", vec![Inline::text(words)]));
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
    if let Some(verdict) = finding.verdict.filter(|_| !source.withholds(Withheld::Notes)) {
        rows.push((text.t("report.finding.review").to_owned(), reviewed(source, finding, verdict)));
    }
    vec![Block::heading(3, heading), Block::Facts { rows }]
}

/// The answers a finding rests on, each with its question; where several options were chosen,
/// those that decided. With notes and evidence only where those are asked for.
pub(super) fn facts(source: Source<'_>, finding: &Finding, remarks: bool) -> Vec<Inline> {
    let Some(operation) = source.case_file.operation(&finding.operation) else { return Vec::new() };
    let mut content = Vec::new();
    for id in &finding.facts {
        let Some(question) = source.library.law.question(id) else { continue };
        if !content.is_empty() {
            content.push(Inline::text(" "));
        }
        content.push(Inline::text(format!("{} ", question.text)));
        let answer = source.case_file.answer(operation, id);
        let words = answer.map_or_else(String::new, |answer| decisive(source, finding, question, answer));
        content.push(Inline::strong(words + "."));
        content.extend(answer.filter(|_| remarks).and_then(|answer| source.remark(answer)));
    }
    content
}

/// An answer in words; of several options those that the rule looks at, where it names any of
/// them.
fn decisive(source: Source<'_>, finding: &Finding, question: &Question, answer: &Answer) -> String {
    let whole = || source.text.answered(question, answer);
    let (AnswerValue::Options(chosen), Some(rule)) = (&answer.value, source.library.law.rule(&finding.rule)) else {
        return whole();
    };
    let named: BTreeSet<&OptionId> = rule
        .grades
        .iter()
        .flat_map(|grade| grade.when.options())
        .filter(|(asked, _)| **asked == question.id)
        .map(|(_, option)| option)
        .collect();
    let decided: Vec<OptionId> = chosen.iter().filter(|option| named.contains(option)).cloned().collect();
    if decided.is_empty() || answer.before.is_some() {
        return whole();
    }
    source.text.answer(question, &AnswerValue::Options(decided))
}

//! Alleged infringements: what, how firmly, on which answers, what would rebut it.

use super::Source;
use crate::facts::Answers;
use crate::findings::Finding;
use crate::report::{Block, Inline};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let mut blocks = vec![source.heading("report.findings.heading")];
    if source.analysis.assessment.findings().next().is_none() {
        blocks.push(source.paragraph("report.findings.none", &[]));
        return blocks;
    }
    blocks.push(source.note("report.findings.note", &[]));
    for conduct in &source.analysis.assessment.conducts {
        let operation = source.case_file.names_of(&conduct.operations);
        let heading = text.fill("report.conduct", &[("conduct", conduct.id.as_str()), ("operation", &operation)]);
        blocks.push(Block::Heading { level: 2, text: heading });
        for finding in conduct.infringements.iter().flat_map(|infringement| &infringement.findings) {
            blocks.extend(one(source, finding));
        }
    }
    blocks
}

fn one(source: Source<'_>, finding: &Finding) -> Vec<Block> {
    let text = source.text;
    let Some(rule) = source.library.law.rule(&finding.rule) else { return Vec::new() };
    let strength = text.t(finding.strength.key());
    let heading = text.fill("report.finding.heading", &[("title", &rule.title)]);
    let weeks = text.plural("report.weeks", usize::try_from(rule.remedy.effort_weeks).unwrap_or_default());
    let rows = vec![
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
    vec![Block::Heading { level: 3, text: heading }, Block::Facts { rows }]
}

/// The answers a finding rests on, each with its question.
fn facts(source: Source<'_>, finding: &Finding) -> Vec<Inline> {
    let Some(operation) = source.case_file.operation(&finding.operation) else { return Vec::new() };
    let answers = Answers::given(&source.case_file.undertaking, operation);
    let mut content = Vec::new();
    for id in &finding.facts {
        let Some(question) = source.library.law.question(id) else { continue };
        if !content.is_empty() {
            content.push(Inline::text(" "));
        }
        content.push(Inline::text(format!("{} ", question.text)));
        content.push(Inline::strong(source.text.answer(question, answers.value(id)) + "."));
        if let Some(evidence) = operation.answers.get(id).map(|answer| &answer.evidence).filter(|e| !e.is_empty()) {
            content.push(Inline::text(format!(" ({evidence})")));
        }
    }
    content
}

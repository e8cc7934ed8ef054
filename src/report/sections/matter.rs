//! What the matter is about, in the words of who entered it; the facts relied on, with notes
//! and evidence.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use crate::facts::Answer;
use crate::law::QuestionId;
use crate::library::Withheld;
use crate::report::{Block, Inline};

/// Summary, operations and notes of the matter; nothing where nothing was written.
pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let mut blocks = Vec::new();
    blocks.extend(paragraph(&source.case_file.summary));
    let purposes = source.case_file.operations.iter().filter(|operation| !operation.purpose.trim().is_empty());
    // A name may be long: it stands above its purpose.
    let named: Vec<Block> = purposes
        .flat_map(|operation| [Some(Block::heading(3, operation.name.clone())), paragraph(&operation.purpose)])
        .flatten()
        .collect();
    if !named.is_empty() {
        blocks.push(Block::heading(2, text.t("report.matter.purposes").to_owned()));
        blocks.extend(named);
    }
    let notes = paragraph(&source.case_file.notes).filter(|_| !source.withholds(Withheld::Notes));
    if let Some(notes) = notes {
        blocks.push(Block::heading(2, text.t("report.matter.notes").to_owned()));
        blocks.push(notes);
    }
    if !blocks.is_empty() {
        blocks.insert(0, source.heading("report.matter.heading"));
    }
    blocks
}

fn paragraph(words: &str) -> Option<Block> {
    let words = words.trim();
    (!words.is_empty()).then(|| Block::Paragraph { content: vec![Inline::text(words)] })
}

/// The facts relied on, by operation: every answer that a finding told of rests on, and every
/// other with a note or evidence.
pub(super) fn remarks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let several = source.case_file.operations.len() > 1;
    let mut blocks = Vec::new();
    let relied: BTreeSet<&QuestionId> = source.findings().flat_map(|finding| &finding.facts).collect();
    let general = of_answers(source, &source.case_file.answers, &relied);
    if !general.is_empty() {
        blocks.push(Block::heading(2, text.t("report.remarks.organisation").to_owned()));
        blocks.push(Block::List { items: general });
    }
    for operation in &source.case_file.operations {
        let of = source.findings().filter(|finding| finding.operation == operation.id);
        let relied: BTreeSet<&QuestionId> = of.flat_map(|finding| &finding.facts).collect();
        let items = of_answers(source, &operation.answers, &relied);
        if items.is_empty() {
            continue;
        }
        if several {
            blocks.push(Block::heading(2, operation.name.clone()));
        }
        blocks.push(Block::List { items });
    }
    if !blocks.is_empty() {
        let day = text.date(source.analysis.calculation.as_of);
        blocks.insert(0, source.heading("report.remarks.heading"));
        blocks.insert(1, source.note("report.remarks.note", &[("date", &day)]));
    }
    blocks
}

fn of_answers(
    source: Source<'_>,
    answers: &BTreeMap<QuestionId, Answer>,
    relied: &BTreeSet<&QuestionId>,
) -> Vec<Vec<Inline>> {
    let answers = answers.iter().filter_map(|(id, answer)| {
        let remark = source.remark(answer);
        let counts = answer.value.is_known() || answer.before.is_some();
        // Who is told of some allegations only is told of their facts only.
        let remarked = remark.is_some() && !source.withholds(Withheld::NotConceded);
        let told = remarked || counts && relied.contains(id);
        if !told {
            return None;
        }
        let question = source.library.law.question(id)?;
        let words = source.text.answered(question, answer) + ".";
        let said = [Inline::text(format!("{} ", question.text)), Inline::strong(words)];
        Some(said.into_iter().chain(remark).collect())
    });
    answers.collect()
}

impl Source<'_> {
    /// Note and evidence of an answer, to stand behind it.
    pub(super) fn remark(&self, answer: &Answer) -> Option<Inline> {
        let (note, evidence) = (answer.note.trim(), answer.evidence.trim());
        let note = if self.withholds(Withheld::Notes) { "" } else { note };
        let key = match (note.is_empty(), evidence.is_empty()) {
            (true, true) => return None,
            (false, true) => "report.remark.note",
            (true, false) => "report.remark.evidence",
            (false, false) => "report.remark.both",
        };
        // The evidence goes on with the sentence.
        let note = if evidence.is_empty() { note } else { note.trim_end_matches('.') };
        let words = self.text.fill(key, &[("note", note), ("evidence", evidence)]);
        Some(Inline::text(format!(" {words}")))
    }
}

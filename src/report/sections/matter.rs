//! What the matter is about, in the words of who entered it; what was noted on answers.

use std::collections::BTreeMap;

use super::Source;
use crate::facts::Answer;
use crate::law::QuestionId;
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
    if let Some(notes) = paragraph(&source.case_file.notes) {
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

/// Every answer with a note or evidence, by operation.
pub(super) fn remarks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let several = source.case_file.operations.len() > 1;
    let mut blocks = Vec::new();
    let general = of_answers(source, &source.case_file.answers);
    if !general.is_empty() {
        blocks.push(Block::heading(2, text.t("report.remarks.organisation").to_owned()));
        blocks.push(Block::List { items: general });
    }
    for operation in &source.case_file.operations {
        let items = of_answers(source, &operation.answers);
        if items.is_empty() {
            continue;
        }
        if several {
            blocks.push(Block::heading(2, operation.name.clone()));
        }
        blocks.push(Block::List { items });
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(1, text.t("report.remarks.heading").to_owned()));
    }
    blocks
}

fn of_answers(source: Source<'_>, answers: &BTreeMap<QuestionId, Answer>) -> Vec<Vec<Inline>> {
    let answers = answers.iter().filter_map(|(id, answer)| {
        let remark = source.remark(answer)?;
        let question = source.library.law.question(id)?;
        Some(vec![
            Inline::text(format!("{} ", question.text)),
            Inline::strong(source.text.answered(question, answer) + "."),
            remark,
        ])
    });
    answers.collect()
}

impl Source<'_> {
    /// Note and evidence of an answer, to stand behind it.
    pub(super) fn remark(&self, answer: &Answer) -> Option<Inline> {
        let (note, evidence) = (answer.note.trim(), answer.evidence.trim());
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

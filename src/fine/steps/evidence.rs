//! Answers as leaves of the trace.

use super::ConductState;
use crate::facts::{AnswerValue, Operation};
use crate::law::{AnswerKind, FigureId, OperationId, OptionId, QuestionId};
use crate::trace::{Label, Origin, TraceNode, Value};

impl ConductState<'_> {
    /// The answers to these questions: of every operation that knows one, else as unknown.
    pub(super) fn answer_nodes<'q>(&self, questions: impl IntoIterator<Item = &'q QuestionId>) -> Vec<TraceNode> {
        let nodes = questions.into_iter().flat_map(|question| {
            let known = self.answers.iter().filter(|answers| answers.value(question).is_known());
            let mut nodes: Vec<TraceNode> = known
                .map(|answers| self.answer_node(question, answers.value(question), Some(answers.operation)))
                .collect();
            if nodes.is_empty() {
                nodes.push(self.answer_node(question, &AnswerValue::Unknown, None));
            }
            nodes
        });
        nodes.collect()
    }

    /// The answers about one of the operations.
    pub(super) fn answer_nodes_of<'q>(
        &self,
        operation: &OperationId,
        questions: impl IntoIterator<Item = &'q QuestionId>,
    ) -> Vec<TraceNode> {
        let about = self.answers.iter().find(|answers| answers.operation.id == *operation);
        let value = |id| about.map_or(&AnswerValue::Unknown, |answers| answers.value(id));
        let about = about.map(|answers| answers.operation);
        questions.into_iter().map(|question| self.answer_node(question, value(question), about)).collect()
    }

    /// The name of a figure and of the operation it is about, where the conduct has
    /// several.
    pub(super) fn about(&self, name: &str, label: String, operation: Option<&Operation>) -> (FigureId, Label) {
        match operation.filter(|_| self.answers.len() > 1) {
            Some(operation) => (
                self.conduct.id.figure(&format!("{name}@{}", operation.id)),
                Label::Words(format!("{label} ({})", operation.name)),
            ),
            None => (self.conduct.id.figure(name), Label::Words(label)),
        }
    }

    fn answer_node(&self, id: &QuestionId, value: &AnswerValue, operation: Option<&Operation>) -> TraceNode {
        let question = self.law.question(id);
        let label = question.map_or_else(|| id.to_string(), |question| question.text.clone());
        let options = question.map(|question| &question.answer);
        let value = match value {
            AnswerValue::Unknown => Value::Key("answer.unknown".to_owned()),
            AnswerValue::Yes => Value::Key("answer.yes".to_owned()),
            AnswerValue::Partly => Value::Key("answer.partly".to_owned()),
            AnswerValue::No => Value::Key("answer.no".to_owned()),
            AnswerValue::Number(number) => Value::Count(*number),
            AnswerValue::Date(date) => Value::Text(date.to_string()),
            AnswerValue::Money(amount) => Value::Money(*amount),
            AnswerValue::Option(option) => Value::Text(wording(options, option)),
            AnswerValue::Options(chosen) => {
                let words: Vec<String> = chosen.iter().map(|option| wording(options, option)).collect();
                Value::Text(words.join(", "))
            }
        };
        let origin = Origin::Answer { question: id.clone() };
        let (figure, label) = self.about(&format!("answer.{id}"), label, operation);
        TraceNode::new(figure, label, origin, value, Vec::new())
    }
}

fn wording(kind: Option<&AnswerKind>, option: &OptionId) -> String {
    kind.and_then(|kind| kind.options().iter().find(|known| known.id == *option))
        .map_or_else(|| option.to_string(), |known| known.label.clone())
}

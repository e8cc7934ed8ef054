//! Answers as leaves of the trace.

use super::ConductState;
use crate::facts::AnswerValue;
use crate::law::{AnswerKind, OperationId, OptionId, QuestionId};
use crate::trace::{Label, Origin, TraceNode, Value};

impl ConductState<'_> {
    /// The answers to these questions, unknown ones included.
    pub(super) fn answer_nodes<'q>(&self, questions: impl IntoIterator<Item = &'q QuestionId>) -> Vec<TraceNode> {
        questions.into_iter().map(|question| self.answer_node(question, self.known(question))).collect()
    }

    /// The answers about one of the operations.
    pub(super) fn answer_nodes_of<'q>(
        &self,
        operation: &OperationId,
        questions: impl IntoIterator<Item = &'q QuestionId>,
    ) -> Vec<TraceNode> {
        let about = self.answers.iter().find(|answers| answers.operation.id == *operation);
        let value = |id| about.map_or(&AnswerValue::Unknown, |answers| answers.value(id));
        questions.into_iter().map(|question| self.answer_node(question, value(question))).collect()
    }

    /// What is known of a question about any of the operations.
    fn known(&self, id: &QuestionId) -> &AnswerValue {
        let mut values = self.answers.iter().map(|answers| answers.value(id));
        values.find(|value| value.is_known()).unwrap_or(&AnswerValue::Unknown)
    }

    fn answer_node(&self, id: &QuestionId, value: &AnswerValue) -> TraceNode {
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
        let figure = self.conduct.id.figure(&format!("answer.{id}"));
        TraceNode::new(figure, Label::Words(label), origin, value, Vec::new())
    }
}

fn wording(kind: Option<&AnswerKind>, option: &OptionId) -> String {
    kind.and_then(|kind| kind.options().iter().find(|known| known.id == *option))
        .map_or_else(|| option.to_string(), |known| known.label.clone())
}

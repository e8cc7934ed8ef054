//! Answers as leaves of the trace.

use super::ConductState;
use crate::facts::{AnswerValue, Operation};
use crate::law::{FigureId, LawText, OperationId, QuestionId};
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
    pub(super) fn about(&self, name: &str, label: LawText, operation: Option<&Operation>) -> (FigureId, Label) {
        match operation.filter(|_| self.answers.len() > 1) {
            Some(operation) => (
                self.conduct.id.figure(&format!("{name}@{}", operation.id)),
                Label::LawOf(label, operation.name.clone()),
            ),
            None => (self.conduct.id.figure(name), Label::Law(label)),
        }
    }

    fn answer_node(&self, id: &QuestionId, value: &AnswerValue, operation: Option<&Operation>) -> TraceNode {
        let label = LawText::Question(id.clone());
        let value = Value::Answer(id.clone(), value.clone());
        let origin = Origin::Answer { question: id.clone() };
        let (figure, label) = self.about(&format!("answer.{id}"), label, operation);
        TraceNode::new(figure, label, origin, value, Vec::new())
    }
}

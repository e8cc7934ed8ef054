//! Whether what a question says of itself fits the form of its answer, and the cases it is
//! asked of those of the questions it depends on.

use super::Problem;
use super::sources::{Sources, Word};
use crate::law::{AnswerKind, Corpus, Question, Scope};

/// All that is wrong with the questions.
pub(super) fn problems(law: &Corpus, sources: Sources<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for question in law.questions() {
        let id = Word::Of("id", question.id.as_str());
        for (key, message) in of_itself(question).into_iter().chain(of_gates(law, question)) {
            let message = format!("`{}` {message}", question.id);
            problems.push(sources.problem("assets/questionnaire", &[id, Word::Key(key)], message));
        }
    }
    problems
}

/// What does not fit the form of the answer: the key, and what is wrong.
fn of_itself(question: &Question) -> Vec<(&'static str, String)> {
    let mut wrong = Vec::new();
    let is_number = matches!(question.answer, AnswerKind::Number { .. });
    if question.at_most.is_some() && !is_number {
        wrong.push(("at_most", "has a greatest number, and asks for none".to_owned()));
    }
    if question.duration && !matches!(&question.answer, AnswerKind::Number { unit } if unit == "months") {
        wrong.push(("duration", "is told by dates, so it must ask for a Number of months".to_owned()));
    }
    if question.lasting && (question.duration || matches!(question.answer, AnswerKind::Date)) {
        wrong.push(("lasting", "asks for a day or a duration, which is no state that lasts".to_owned()));
    }
    wrong
}

/// Questions it depends on that are asked of another kind of single case only.
fn of_gates(law: &Corpus, question: &Question) -> Vec<(&'static str, String)> {
    let Scope::Case(own) = question.scope else { return Vec::new() };
    let elsewhere = |gate: &&Question| matches!(gate.scope, Scope::Case(other) if other != own);
    let gates = question.when.questions().into_iter().filter_map(|id| law.question(id)).filter(elsewhere);
    let told = |gate: &Question| format!("is asked of one kind of case and depends on `{}` of another", gate.id);
    gates.map(|gate| ("when", told(gate))).collect()
}

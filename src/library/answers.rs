//! Whether the answers of a matter fit the questionnaire, and whether what it names is
//! there.

use std::collections::BTreeMap;

use crate::facts::{Answer, AnswerValue, Assignment, CaseFile, Counted, Exchange, Review};
use crate::law::{AnswerKind, Corpus, OperationId, QuestionId};

/// An answer that does not fit the questionnaire, or a name nothing has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerProblem {
    /// Where it stands: what to look for in the file, one after the other, each behind the
    /// one before. `id: "newsletter"` is a key with its value, `case_of:` a key, anything
    /// else a text in quotation marks.
    pub place: Vec<String>,
    /// What is wrong and what to do.
    pub message: String,
}

/// What is wrong with the answers of a matter: questions nobody asks, options
/// that do not exist, answers of another form than the question's; and what is wrong
/// with what it links, assigns and reviews.
pub fn answer_problems(case_file: &CaseFile, law: &Corpus) -> Vec<AnswerProblem> {
    let mut problems = Vec::new();
    problems.extend(of_answers("the organisation", &[], &case_file.answers, law));
    for operation in &case_file.operations {
        let within = [format!("id: \"{}\"", operation.id)];
        problems.extend(of_answers(&format!("operation `{}`", operation.id), &within, &operation.answers, law));
    }
    problems.extend(of_money(case_file));
    problems.extend(references(case_file, law));
    problems
}

/// Answers to questions nobody asks, or of another form than the question's.
fn of_answers(
    whose: &str,
    within: &[String],
    answers: &BTreeMap<QuestionId, Answer>,
    law: &Corpus,
) -> Vec<AnswerProblem> {
    let mut problems = Vec::new();
    for (id, answer) in answers {
        let wrong = match law.question(id) {
            None => {
                let known = law.questions().map(|question| question.id.as_str());
                let near = known.min_by_key(|known| strsim::levenshtein(known, id.as_str()));
                let hint = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                format!("there is no question `{id}`{hint}")
            }
            Some(question) if !fits(&answer.value, &question.answer) => {
                format!("the answer to `{id}` is not one the question takes: {}", taken(&question.answer))
            }
            Some(question) => match &answer.before {
                Some(_) if !question.lasting => {
                    format!("`{id}` asks for no lasting state, so it has no answer for before: take `before` out")
                }
                Some(before) if !fits(&before.value, &question.answer) => {
                    let taken = taken(&question.answer);
                    format!("what `{id}` was `before` is no answer the question takes: {taken}")
                }
                Some(_) | None => continue,
            },
        };
        let place = within.iter().cloned().chain([id.to_string()]).collect();
        problems.push(AnswerProblem { place, message: format!("{whose}: {wrong}") });
    }
    problems
}

/// A bracket in two currencies, rates of exchange that contradict each other.
fn of_money(case_file: &CaseFile) -> Vec<AnswerProblem> {
    let mut problems = Vec::new();
    let mut problem = |key: &str, message: String| {
        problems.push(AnswerProblem { place: vec![format!("{key}:")], message });
    };
    if let Counted::Bracket(from, to) = case_file.undertaking.turnover.counted()
        && from.currency() != to.currency()
    {
        let (from, to) = (from.currency().code(), to.currency().code());
        let message =
            format!("the turnover lies between an amount in {from} and one in {to}: state both in one currency");
        problem("turnover", message);
    }
    for (index, exchange) in case_file.exchange.iter().enumerate() {
        let (from, to) = (exchange.from, exchange.to);
        if from == to {
            let code = from.code();
            problem(
                "exchange",
                format!("a rate is stated from {code} to {code}, the same currency: it is one, take the rate out"),
            );
        } else if let Some(other) = case_file.exchange.iter().take(index).find(|other| other.is_between(from, to)) {
            let said = |of: &Exchange| format!("1 {} is {} {}", of.from.code(), of.rate, of.to.code());
            let (one, two) = (said(other), said(exchange));
            let message =
                format!("two rates are stated between the same currencies, {one} and {two}: keep one of them");
            problem("exchange", message);
        }
    }
    problems
}

/// Operations, rules and provisions that are named and not there.
fn references(case_file: &CaseFile, law: &Corpus) -> Vec<AnswerProblem> {
    let known: Vec<String> = case_file.operations.iter().map(|operation| format!("`{}`", operation.id)).collect();
    let known = known.join(", ");
    let mut problems = Vec::new();
    let mut problem = |place: &[&str], message: String| {
        problems.push(AnswerProblem { place: place.iter().map(|part| (*part).to_owned()).collect(), message });
    };
    for (index, operation) in case_file.operations.iter().enumerate() {
        if case_file.operations.iter().take(index).any(|other| other.id == operation.id) {
            let name = &operation.id;
            let id = format!("id: \"{name}\"");
            problem(&[&id, &id], format!("two operations are called `{name}`: give one of them another `id`"));
        }
    }
    for name in case_file.undertaking.previous_infringements.iter().flat_map(|earlier| &earlier.provisions) {
        if law.provision(name).is_none() {
            problem(
                &["previous_infringements:", name.as_str()],
                format!("an earlier infringement names the provision `{name}`, which is not there"),
            );
        }
    }
    let is_missing = |operation: &OperationId| case_file.operation(operation).is_none();
    for operation in &case_file.operations {
        let id = format!("id: \"{}\"", operation.id);
        if let Some(case) = &operation.case_of {
            let whole = case_file.operation(&case.operation);
            let wrong = match whole {
                None => Some(format!("of operation `{}`, which is not there; there are {known}", case.operation)),
                Some(whole) if whole.id == operation.id => Some("of itself".to_owned()),
                Some(whole) if whole.case_of.is_some() => {
                    Some(format!("of `{}`, which is a single case itself", case.operation))
                }
                Some(_) => None,
            };
            if let Some(wrong) = wrong {
                let message = format!("operation `{}` is a single case {wrong}: correct `case_of`", operation.id);
                problem(&[&id, "case_of:"], message);
            }
        }
        if operation.linked_to.as_ref() == Some(&operation.id) {
            let message = format!("operation `{}` is linked to itself: remove `linked_to`", operation.id);
            problem(&[&id, "linked_to:"], message);
        }
        if let Some(linked) = operation.linked_to.as_ref().filter(|linked| is_missing(linked)) {
            let message = format!("operation `{}` is linked to `{linked}`, which is none of {known}", operation.id);
            problem(&[&id, "linked_to:"], message);
        }
    }
    problems.extend(of_judgements(case_file, law, &known));
    problems
}

/// Reviews and assignments of what is not there, or twice.
fn of_judgements(case_file: &CaseFile, law: &Corpus, known: &str) -> Vec<AnswerProblem> {
    let mut problems = Vec::new();
    let mut problem = |place: &[&str], message: String| {
        problems.push(AnswerProblem { place: place.iter().map(|part| (*part).to_owned()).collect(), message });
    };
    let is_missing = |operation: &OperationId| case_file.operation(operation).is_none();
    for (index, review) in case_file.reviews.iter().enumerate() {
        let same = |other: &Review| other.operation == review.operation && other.rule == review.rule;
        if case_file.reviews.iter().take(index).any(same) {
            let (operation, rule) = (&review.operation, &review.rule);
            let stated = format!("rule: \"{rule}\"");
            problem(
                &["reviews:", &stated, &stated],
                format!("what `{rule}` finds at `{operation}` is reviewed twice: keep one of them"),
            );
        }
        if is_missing(&review.operation) {
            let name = &review.operation;
            problem(
                &["reviews:", name.as_str()],
                format!("a review names the operation `{name}`, which is none of {known}"),
            );
        }
        if law.rule(&review.rule).is_none() {
            let near = law.rules.iter().map(|rule| rule.id.as_str());
            let near = near.min_by_key(|near| strsim::levenshtein(near, review.rule.as_str())).unwrap_or_default();
            let message =
                format!("a review names the rule `{}`, which is not there; did you mean `{near}`?", review.rule);
            problem(&["reviews:", review.rule.as_str()], message);
        }
    }
    for (index, assignment) in case_file.assignments.iter().enumerate() {
        let letters = assignment.conduct.as_str();
        if letters.is_empty() || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let message = format!("an assignment names the conduct `{letters}`: write a capital letter, as in \"B\"");
            problem(&["assignments:", letters], message);
        }
        let same =
            |other: &Assignment| other.operation == assignment.operation && other.provision == assignment.provision;
        if case_file.assignments.iter().take(index).any(same) {
            let (operation, provision) = (&assignment.operation, &assignment.provision);
            let stated = format!("provision: \"{provision}\"");
            problem(
                &["assignments:", &stated, &stated],
                format!("`{provision}` of `{operation}` is assigned twice: keep one of them"),
            );
        }
        if is_missing(&assignment.operation) {
            let name = &assignment.operation;
            problem(
                &["assignments:", name.as_str()],
                format!("an assignment names the operation `{name}`, which is none of {known}"),
            );
        }
        if law.provision(&assignment.provision).is_none() {
            let name = &assignment.provision;
            problem(
                &["assignments:", name.as_str()],
                format!("an assignment names the provision `{name}`, which is not there"),
            );
        }
    }
    problems
}

fn fits(value: &AnswerValue, kind: &AnswerKind) -> bool {
    match (value, kind) {
        (AnswerValue::Unknown, _)
        | (AnswerValue::Yes | AnswerValue::Partly | AnswerValue::No, AnswerKind::YesNo)
        | (AnswerValue::Date(_), AnswerKind::Date) => true,
        (AnswerValue::Money(amount), AnswerKind::Money) => amount.minor() >= 0,
        (AnswerValue::Number(number), AnswerKind::Number { .. }) => *number >= 0,
        (AnswerValue::Option(option), AnswerKind::Choice(options)) => options.iter().any(|o| o.id == *option),
        (AnswerValue::Options(given), AnswerKind::Several(options)) => {
            given.iter().all(|option| options.iter().any(|o| o.id == *option))
        }
        _ => false,
    }
}

/// The form of an answer as a file writes it.
fn taken(kind: &AnswerKind) -> String {
    let ids = || kind.options().iter().map(|option| format!("\"{}\"", option.id)).collect::<Vec<_>>().join(", ");
    match kind {
        AnswerKind::YesNo => "write Yes, Partly, No or Unknown".to_owned(),
        AnswerKind::Number { unit } => format!("write Number(…), {unit}, zero or more, or Unknown"),
        AnswerKind::Date => "write Date(\"2026-01-31\") or Unknown".to_owned(),
        AnswerKind::Money => "write Money(\"EUR 1_000\"), zero or more, or Unknown".to_owned(),
        AnswerKind::Choice(_) => format!("write Option(…) with one of {}, or Unknown", ids()),
        AnswerKind::Several(_) => format!("write Options([…]) of {}, or Unknown", ids()),
    }
}

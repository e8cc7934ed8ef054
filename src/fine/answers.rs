//! What the answers of a matter say against each other or cannot mean: told, and left as it is.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::ask::{Ask, Called, Why};
use super::calculate::Input;
use super::judgement::Judgements;
use crate::facts::{self, AnswerValue, Answers, Change, Moment, Operation, PreviousInfringement, Truth};
use crate::findings;
use crate::law::{AnswerKind, LawText, PointKey};
use crate::quantity::PartialDate;
use crate::trace::{DatesProblem, Warning};

/// What is told of the answers.
pub(super) fn told(input: &Input<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for operation in &input.case_file.operations {
        warnings.extend(contradictions(input, operation));
        warnings.extend(beside_none(input, operation));
        warnings.extend(too_many(input, operation));
    }
    warnings.extend(dates(input));
    warnings.extend(earlier(input));
    warnings
}

/// Answers that cannot both be true, or hardly.
fn contradictions(input: &Input<'_>, operation: &Operation) -> Vec<Warning> {
    let mut case_file = Cow::Borrowed(input.case_file);
    let later = |known: &PreviousInfringement| !known.counts_on(input.as_of);
    if case_file.undertaking.previous_infringements.iter().any(later) {
        case_file.to_mut().undertaking.previous_infringements.retain(|known| !later(known));
    }
    let idle = facts::idle(input.law.questions(), &case_file, operation, Moment::Today);
    let answers = Answers::of(&case_file, operation, &idle);
    let found = input.law.contradictions.iter().filter(|known| answers.holds(&known.when) == Truth::True);
    found
        .map(|known| Warning::Contradiction {
            operation: operation.name.clone(),
            about: LawText::Contradiction(known.id.clone()),
        })
        .collect()
}

/// "None of these" beside one of these.
fn beside_none(input: &Input<'_>, operation: &Operation) -> Vec<Warning> {
    let found = operation.answers.iter().filter_map(|(id, answer)| {
        let AnswerValue::Options(chosen) = &answer.value else { return None };
        let question = input.law.question(id)?;
        let AnswerKind::Several(options) = &question.answer else { return None };
        let none = options.iter().find(|option| option.is_none() && chosen.contains(&option.id))?;
        (chosen.len() > 1).then(|| Warning::NoneAndOthers {
            operation: operation.name.clone(),
            question: id.clone(),
            none: none.id.clone(),
        })
    });
    found.collect()
}

/// A number beyond the most the question can be answered with.
fn too_many(input: &Input<'_>, operation: &Operation) -> Vec<Warning> {
    let found = operation.answers.iter().filter_map(|(id, answer)| {
        let AnswerValue::Number(stated) = answer.value else { return None };
        let question = input.law.question(id)?;
        let most = question.at_most.filter(|most| stated > *most)?;
        Some(Warning::TooMany { operation: operation.name.clone(), question: id.clone(), stated, most })
    });
    found.collect()
}

/// Days that cannot all be right.
fn dates(input: &Input<'_>) -> Vec<Warning> {
    let today = PartialDate::from(input.as_of);
    let mut warnings = Vec::new();
    let mut tell = |operation: &str, problem, stated: PartialDate, against: PartialDate| {
        let operation = operation.to_owned();
        warnings.push(Warning::DatesDisagree { operation, problem, stated, against });
    };
    let is_later = |day: &PartialDate| day.first() > input.as_of;
    if let Some(contact) = input.case_file.first_contact.filter(is_later) {
        tell("", DatesProblem::AfterTheMatter, contact, today);
    }
    for operation in &input.case_file.operations {
        let changes = operation.answers.values().filter_map(|answer| answer.before.as_ref()?.until);
        let changes: BTreeSet<Change> = changes.map(|until| Change(Some(until))).collect();
        let all = [operation.began, operation.ended].into_iter().chain(changes.iter().map(|change| change.0));
        for day in all.flatten().filter(is_later) {
            tell(&operation.name, DatesProblem::AfterTheMatter, day, today);
        }
        let Some(began) = operation.began else { continue };
        if let Some(ended) = operation.ended.filter(|ended| ended.last() < began.first()) {
            tell(&operation.name, DatesProblem::EndsBeforeItBegan, ended, began);
        }
        for until in changes.iter().filter_map(|change| change.0).filter(|until| until.last() < began.first()) {
            tell(&operation.name, DatesProblem::ChangedBeforeItBegan, until, began);
        }
    }
    warnings
}

/// Conduct before the law applied.
fn earlier(input: &Input<'_>) -> Vec<Warning> {
    let Some(beginning) = input.law.beginning() else { return Vec::new() };
    let told = |known: findings::Earlier| Warning::EarlierConduct {
        operation: input.case_file.names_of(&[known.operation]),
        since: beginning.day,
        stated: known.stated,
        possible: known.possible,
    };
    findings::earlier(input.case_file, input.law, input.as_of).into_iter().map(told).collect()
}

/// Asks whether conduct before the law applied counts, where there is any. What is answered
/// was taken into account with the findings.
pub(super) fn ask_of_earlier(input: &Input<'_>, judgements: &mut Judgements<'_>) {
    let Some(framework) = input.law.begun().filter(|_| judgements.is_recording()) else { return };
    let Some(beginning) = &framework.beginning else { return };
    if findings::earlier(input.case_file, input.law, input.as_of).is_empty() {
        return;
    }
    judgements.statement(&Ask {
        key: PointKey::EarlierConduct,
        called: Called::Key("trace.earlier_conduct"),
        why: Why::Beginning(framework),
        citation: &beginning.source,
    });
}

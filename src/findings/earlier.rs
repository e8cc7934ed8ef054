//! Conduct before the law applied: it is no infringement of it, and its months do not count
//! unless the user chose so.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::facts::{Answer, AnswerValue, CaseFile, ChoiceValue, Operation, PreviousInfringement, months_between};
use crate::law::{Corpus, OperationId, QuestionId};
use crate::quantity::PartialDate;

/// The name of the choice to count it all the same.
pub const EARLIER_CONDUCT: &str = "matter.earlier_conduct";

/// A duration that reaches back before the law applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Of which operation.
    pub operation: OperationId,
    /// By the answer to which question.
    pub question: QuestionId,
    /// The months stated.
    pub stated: i64,
    /// The months that can lie between the first day of the law and the day of the matter.
    pub possible: i64,
}

/// Every duration longer than the law had applied on a day: what lasted until then at the
/// latest must have begun before. Where no months are stated the beginning of the operation
/// tells them.
pub fn earlier(case_file: &CaseFile, law: &Corpus, day: Date) -> Vec<Earlier> {
    let Some(beginning) = law.beginning().map(|beginning| beginning.day) else { return Vec::new() };
    let durations: Vec<&QuestionId> = law.questions().filter(|known| known.duration).map(|known| &known.id).collect();
    let mut found = Vec::new();
    for operation in &case_file.operations {
        for question in &durations {
            let stated = operation.answers.get(*question).map(|answer| &answer.value);
            let (stated, possible) = match stated {
                Some(AnswerValue::Number(stated)) => (Some(*stated), months_between(beginning, day)),
                _ => by_dates(operation, beginning, day),
            };
            if let (Some(stated), Some(possible)) = (stated, possible)
                && stated > possible
            {
                let (operation, question) = (operation.id.clone(), (*question).clone());
                found.push(Earlier { operation, question, stated, possible });
            }
        }
    }
    found
}

/// The months of an operation, and those of them under the law; none where it did not begin
/// before the law applied.
fn by_dates(operation: &Operation, beginning: Date, day: Date) -> (Option<i64>, Option<i64>) {
    let end = operation.ended.map_or(day, |end| end.first().min(day));
    let began = operation.began.map(PartialDate::last).filter(|began| *began < beginning);
    (began.and_then(|began| months_between(began, end)), months_between(beginning, end))
}

/// The matter as it was known on a day and counts: without conduct before the law applied, and
/// without what was established only later, which is no earlier infringement (Art. 83(2)(e)
/// GDPR).
pub fn known_on<'a>(case_file: &'a CaseFile, law: &Corpus, day: Date) -> Cow<'a, CaseFile> {
    let mut known = counted(case_file, law, day);
    let stated = |earlier: &PreviousInfringement| earlier.established().is_some();
    let later = |earlier: &PreviousInfringement| stated(earlier) && !earlier.counts_on(day);
    if known.undertaking.previous_infringements.iter().any(later) {
        known.to_mut().undertaking.previous_infringements.retain(|earlier| earlier.counts_on(day));
    }
    known
}

/// The matter with the time that counts: that under the law, unless the rest is chosen to
/// count too.
fn counted<'a>(case_file: &'a CaseFile, law: &Corpus, day: Date) -> Cow<'a, CaseFile> {
    let Some(beginning) = law.beginning().map(|beginning| beginning.day) else { return Cow::Borrowed(case_file) };
    let chosen = case_file.choices.get(EARLIER_CONDUCT).map(|choice| choice.value);
    let reaches_back = |operation: &Operation| {
        operation.began.is_some_and(|began| began.last() < beginning)
            || operation.answers.values().any(|answer| is_over(answer, beginning))
    };
    let earlier = earlier(case_file, law, day);
    let nothing = earlier.is_empty() && !case_file.operations.iter().any(reaches_back);
    if nothing || chosen == Some(ChoiceValue::Holds(true)) {
        return Cow::Borrowed(case_file);
    }
    let mut counted = case_file.clone();
    for known in earlier {
        let operation = counted.operations.iter_mut().find(|operation| operation.id == known.operation);
        if let Some(answer) = operation.and_then(|operation| operation.answers.get_mut(&known.question))
            && answer.value.is_known()
        {
            answer.value = AnswerValue::Number(known.possible);
        }
    }
    for operation in &mut counted.operations {
        operation.began = operation.began.map(|began| if began.last() < beginning { beginning.into() } else { began });
        for answer in operation.answers.values_mut().filter(|answer| is_over(answer, beginning)) {
            answer.before = None;
        }
    }
    Cow::Owned(counted)
}

/// Whether what was so before was over before the law applied.
fn is_over(answer: &Answer, beginning: Date) -> bool {
    let until = answer.before.as_ref().and_then(|before| before.until);
    until.is_some_and(|until| until.last() < beginning)
}

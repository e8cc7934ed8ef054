//! Conduct before the law applied: it is no infringement of it, and its months do not count
//! unless the user chose so.

use std::borrow::Cow;

use jiff::civil::Date;
use jiff::{SpanRound, Unit};

use crate::facts::{AnswerValue, CaseFile, ChoiceValue, PreviousInfringement};
use crate::law::{Corpus, OperationId, QuestionId};

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
/// latest must have begun before.
pub fn earlier(case_file: &CaseFile, law: &Corpus, day: Date) -> Vec<Earlier> {
    let Some(possible) = law.beginning().and_then(|beginning| months(beginning.day, day)) else { return Vec::new() };
    let durations: Vec<&QuestionId> = law.questions().filter(|known| known.duration).map(|known| &known.id).collect();
    let mut found = Vec::new();
    for operation in &case_file.operations {
        for question in &durations {
            let stated = operation.answers.get(*question).map(|answer| &answer.value);
            if let Some(AnswerValue::Number(stated)) = stated
                && *stated > possible
            {
                let (operation, question) = (operation.id.clone(), (*question).clone());
                found.push(Earlier { operation, question, stated: *stated, possible });
            }
        }
    }
    found
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

/// The matter with the durations that count: those under the law, unless the rest is chosen
/// to count too.
fn counted<'a>(case_file: &'a CaseFile, law: &Corpus, day: Date) -> Cow<'a, CaseFile> {
    let chosen = case_file.choices.get(EARLIER_CONDUCT).map(|choice| choice.value);
    let earlier = earlier(case_file, law, day);
    if earlier.is_empty() || chosen == Some(ChoiceValue::Holds(true)) {
        return Cow::Borrowed(case_file);
    }
    let mut counted = case_file.clone();
    for known in earlier {
        let operation = counted.operations.iter_mut().find(|operation| operation.id == known.operation);
        if let Some(answer) = operation.and_then(|operation| operation.answers.get_mut(&known.question)) {
            answer.value = AnswerValue::Number(known.possible);
        }
    }
    Cow::Owned(counted)
}

/// The whole months between two days; none where the second is not the later one.
fn months(from: Date, to: Date) -> Option<i64> {
    let span = from.until(to).ok()?;
    let whole = SpanRound::new().largest(Unit::Month).relative(from);
    let months = span.round(whole).ok()?.get_months();
    Some(i64::from(months.max(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_whole_ones() {
        let between = |from: &str, to: &str| months(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(between("2018-05-25", "2019-05-24"), Some(11));
        assert_eq!(between("2018-05-25", "2019-05-25"), Some(12));
        assert_eq!(between("2018-05-25", "2019-06-01"), Some(12));
        assert_eq!(between("2018-05-25", "2018-05-01"), Some(0));
        assert_eq!(between("2018-05-25", "2026-11-23"), Some(101));
    }
}

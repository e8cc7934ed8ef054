//! Answers that would make a condition hold: what a question may lead to is found by
//! assuming them, never by guessing at amounts.

use std::collections::BTreeSet;

use super::{Answer, AnswerValue, Answers, CaseFile, Operation, Truth};
use crate::law::{AnswerKind, Condition, Corpus, OptionId, QuestionId, YesNo};
use crate::quantity::{Currency, Money};

/// An operation with answers assumed where none were given.
#[derive(Debug, Clone)]
pub struct Assumed<'a> {
    law: &'a Corpus,
    case_file: &'a CaseFile,
    operation: Operation,
    /// Those answered here, not by the user.
    supposed: BTreeSet<QuestionId>,
}

impl<'a> Assumed<'a> {
    /// Nothing assumed yet.
    pub fn new(law: &'a Corpus, case_file: &'a CaseFile, operation: &Operation) -> Self {
        Self { law, case_file, operation: operation.clone(), supposed: BTreeSet::new() }
    }

    /// The operation as assumed so far.
    pub fn into_operation(self) -> Operation {
        self.operation
    }

    /// The answers assumed, without those that were given.
    pub fn into_answers(mut self) -> Vec<(QuestionId, Answer)> {
        let answers = &mut self.operation.answers;
        self.supposed.into_iter().filter_map(|id| answers.remove_entry(&id)).collect()
    }

    /// Makes a condition hold (or not) by assuming answers to questions without one;
    /// returns whether that succeeded. Given answers are never changed.
    pub fn make(&mut self, condition: &Condition, wanted: bool) -> bool {
        if wanted && self.chosen_besides(condition) {
            return true;
        }
        match self.truth(condition) {
            Truth::True => return wanted,
            Truth::False if !wanted => return true,
            // An option assumed before may still be joined by another further down.
            Truth::False | Truth::Unknown => {}
        }
        match condition {
            Condition::All(parts) if wanted => parts.iter().all(|part| self.make(part, true)),
            Condition::All(parts) => self.one_of(parts, false),
            Condition::Any(parts) if wanted => self.one_of(parts, true),
            Condition::Any(parts) => parts.iter().all(|part| self.make(part, false)),
            Condition::AtLeastOf(count, parts) if wanted => {
                let made = parts.iter().filter(|part| self.tried(part, true)).count();
                made >= *count
            }
            Condition::AtLeastOf(_, parts) => parts.iter().all(|part| self.make(part, false)),
            Condition::Not(part) | Condition::Unless(part) => self.make(part, !wanted),
            leaf => self.answer(leaf, wanted) && (self.truth(leaf) == Truth::True) == wanted,
        }
    }

    /// Adds an option to several already assumed: another one does not exclude it.
    fn chosen_besides(&mut self, condition: &Condition) -> bool {
        let Condition::Includes(id, option) = condition else { return false };
        let given = self.operation.answers.get_mut(id).filter(|_| self.supposed.contains(id));
        match given.map(|answer| &mut answer.value) {
            Some(AnswerValue::Options(chosen)) if !chosen.is_empty() => {
                if !chosen.contains(option) {
                    chosen.push(option.clone());
                }
                true
            }
            _ => false,
        }
    }

    fn truth(&self, condition: &Condition) -> Truth {
        Answers::given(self.case_file, &self.operation).holds(condition)
    }

    fn one_of(&mut self, parts: &[Condition], wanted: bool) -> bool {
        parts.iter().any(|part| self.tried(part, wanted))
    }

    /// As [`Self::make`], leaving no trace where it fails.
    fn tried(&mut self, part: &Condition, wanted: bool) -> bool {
        let before = (self.operation.clone(), self.supposed.clone());
        let made = self.make(part, wanted);
        if !made {
            (self.operation, self.supposed) = before;
        }
        made
    }

    /// Answers the question of a single statement, which must be able to arise.
    fn answer(&mut self, leaf: &Condition, wanted: bool) -> bool {
        let Some((id, value)) = self.value(leaf, wanted) else { return false };
        let Some(question) = self.law.question(&id) else { return false };
        let given = self.operation.answers.get(&id).is_some_and(|answer| answer.value.is_known());
        if given || !self.make(&question.when, true) {
            return false;
        }
        self.supposed.insert(id.clone());
        self.operation.answers.insert(id, Answer { value, ..Answer::default() });
        true
    }

    fn value(&self, leaf: &Condition, wanted: bool) -> Option<(QuestionId, AnswerValue)> {
        let other = |avoided: &[YesNo]| {
            [YesNo::No, YesNo::Yes, YesNo::Partly].into_iter().find(|value| !avoided.contains(value))
        };
        let (id, value) = match leaf {
            Condition::Is(id, value) if wanted => (id, (*value).into()),
            Condition::Is(id, value) => (id, other(&[*value])?.into()),
            Condition::OneOf(id, values) if wanted => (id, (*values.first()?).into()),
            Condition::OneOf(id, values) => (id, other(values)?.into()),
            Condition::AtLeast(id, bound) => (id, AnswerValue::Number(bound - i64::from(!wanted))),
            Condition::Below(id, bound) => (id, AnswerValue::Number(bound - i64::from(wanted))),
            Condition::Before(id, bound) => {
                (id, AnswerValue::Date(if wanted { bound.yesterday().ok()? } else { *bound }.into()))
            }
            Condition::OnOrAfter(id, bound) => {
                (id, AnswerValue::Date(if wanted { *bound } else { bound.yesterday().ok()? }.into()))
            }
            Condition::SomeMoney(id) => (id, AnswerValue::Money(Money::from_major(i64::from(wanted), Currency::EUR))),
            Condition::Includes(id, option) => (id, self.options(id, option, wanted)?),
            _ => return None,
        };
        Some((id.clone(), value))
    }

    fn options(&self, id: &QuestionId, option: &OptionId, wanted: bool) -> Option<AnswerValue> {
        match &self.law.question(id)?.answer {
            AnswerKind::Several(_) if wanted => Some(AnswerValue::Options(vec![option.clone()])),
            AnswerKind::Several(_) => Some(AnswerValue::Options(Vec::new())),
            AnswerKind::Choice(_) if wanted => Some(AnswerValue::Option(option.clone())),
            AnswerKind::Choice(options) => {
                options.iter().find(|known| known.id != *option).map(|known| AnswerValue::Option(known.id.clone()))
            }
            AnswerKind::YesNo | AnswerKind::Number { .. } | AnswerKind::Date | AnswerKind::Money => None,
        }
    }
}

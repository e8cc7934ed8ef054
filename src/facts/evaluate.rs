//! The three-valued meaning of conditions: an unanswered question makes a
//! condition unknown, never false.

use super::{AnswerValue, Operation, Undertaking};
use crate::law::{Condition, QuestionId};

/// True, false or not known yet (Kleene's strong logic).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// It certainly holds.
    True,
    /// It certainly does not.
    False,
    /// An answer is missing.
    Unknown,
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

/// The answers about one operation, with the organisation they belong to.
#[derive(Debug, Clone, Copy)]
pub struct Answers<'a> {
    /// Who.
    pub undertaking: &'a Undertaking,
    /// What is done.
    pub operation: &'a Operation,
}

impl<'a> Answers<'a> {
    /// The answer to a question; `Unknown` where there is none.
    pub fn value(&self, question: &QuestionId) -> &'a AnswerValue {
        self.operation.answers.get(question).map_or(&AnswerValue::Unknown, |answer| &answer.value)
    }

    /// Whether the condition holds for these answers.
    ///
    /// # Example
    /// ```
    /// use amende::facts::{Answers, CaseFile, Truth};
    /// use amende::law::{Condition, QuestionId, YesNo};
    /// let matter = CaseFile::new("Example", "Newsletter");
    /// let answers = Answers { undertaking: &matter.undertaking, operation: &matter.operations[0] };
    /// let renewed = Condition::Is(QuestionId::from("retention.renewed"), YesNo::Yes);
    /// assert_eq!(answers.holds(&renewed), Truth::Unknown);
    /// ```
    pub fn holds(&self, condition: &Condition) -> Truth {
        match condition {
            Condition::Always => Truth::True,
            Condition::Is(question, wanted) => self.yes_no(question, |given| given == *wanted),
            Condition::OneOf(question, wanted) => self.yes_no(question, |given| wanted.contains(&given)),
            Condition::AtLeast(question, bound) => self.number(question, |given| given >= *bound),
            Condition::Below(question, bound) => self.number(question, |given| given < *bound),
            Condition::Includes(question, option) => match self.value(question) {
                AnswerValue::Option(given) => (given == option).into(),
                AnswerValue::Options(given) => given.contains(option).into(),
                _ => Truth::Unknown,
            },
            Condition::All(parts) => self.at_least(parts.len(), parts),
            Condition::Any(parts) => self.at_least(1, parts),
            Condition::AtLeastOf(wanted, parts) => self.at_least(*wanted, parts),
            Condition::Not(part) => match self.holds(part) {
                Truth::True => Truth::False,
                Truth::False => Truth::True,
                Truth::Unknown => Truth::Unknown,
            },
            Condition::Role(roles) => roles.contains(&self.undertaking.role).into(),
            Condition::Kind(kinds) => kinds.contains(&self.undertaking.kind).into(),
        }
    }

    /// The unanswered questions that keep a condition from being decided; none
    /// once it is.
    pub fn missing<'c>(&self, condition: &'c Condition) -> Vec<&'c QuestionId> {
        if self.holds(condition) != Truth::Unknown {
            return Vec::new();
        }
        condition.questions().into_iter().filter(|question| !self.value(question).is_known()).collect()
    }

    fn yes_no(&self, question: &QuestionId, test: impl Fn(crate::law::YesNo) -> bool) -> Truth {
        self.value(question).yes_no().map_or(Truth::Unknown, |given| test(given).into())
    }

    fn number(&self, question: &QuestionId, test: impl Fn(i64) -> bool) -> Truth {
        match self.value(question) {
            AnswerValue::Number(given) => test(*given).into(),
            _ => Truth::Unknown,
        }
    }

    fn at_least(&self, wanted: usize, parts: &[Condition]) -> Truth {
        let (mut holding, mut unknown) = (0, 0);
        for part in parts {
            match self.holds(part) {
                Truth::True => holding += 1,
                Truth::Unknown => unknown += 1,
                Truth::False => {}
            }
        }
        if holding >= wanted {
            Truth::True
        } else if holding + unknown >= wanted {
            Truth::Unknown
        } else {
            Truth::False
        }
    }
}

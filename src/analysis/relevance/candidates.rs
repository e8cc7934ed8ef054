//! The answers worth trying for each question.

use std::collections::BTreeMap;

use crate::facts::AnswerValue;
use crate::law::{AnswerKind, Condition, Corpus, Question, QuestionId};
use crate::quantity::{Currency, Money};

/// The answers worth trying for each question.
pub(super) struct Candidates<'l>(BTreeMap<&'l QuestionId, Vec<AnswerValue>>);

impl<'l> Candidates<'l> {
    pub(super) fn of(law: &'l Corpus) -> Self {
        Self(law.questions().map(|question| (&question.id, candidates(question, law))).collect())
    }

    pub(super) fn to(&self, question: &QuestionId) -> Option<&[AnswerValue]> {
        self.0.get(question).map(Vec::as_slice)
    }
}

/// The answers worth trying: every one there is, and for numbers and days those on
/// either side of the bounds the law looks at.
fn candidates(question: &Question, law: &Corpus) -> Vec<AnswerValue> {
    match &question.answer {
        AnswerKind::YesNo => vec![AnswerValue::Yes, AnswerValue::Partly, AnswerValue::No],
        AnswerKind::Choice(options) => options.iter().map(|option| AnswerValue::Option(option.id.clone())).collect(),
        AnswerKind::Several(options) => {
            let single = options.iter().map(|option| AnswerValue::Options(vec![option.id.clone()]));
            single.chain([AnswerValue::Options(Vec::new())]).collect()
        }
        AnswerKind::Money => [0, 1].map(|major| AnswerValue::Money(Money::from_major(major, Currency::EUR))).to_vec(),
        AnswerKind::Number { .. } | AnswerKind::Date => {
            let mut found = Vec::new();
            let mut note = |condition: &Condition| bounds(condition, &question.id, &mut found);
            law.rules.iter().flat_map(|rule| &rule.grades).for_each(|grade| note(&grade.when));
            law.factors.iter().flat_map(|factor| &factor.readings).for_each(|reading| note(&reading.when));
            law.circumstances.iter().flat_map(|known| &known.readings).for_each(|reading| note(&reading.when));
            found
        }
    }
}

fn bounds(condition: &Condition, question: &QuestionId, found: &mut Vec<AnswerValue>) {
    match condition {
        Condition::AtLeast(id, bound) | Condition::Below(id, bound) if id == question => {
            found.extend([bound - 1, *bound].map(AnswerValue::Number));
        }
        Condition::Before(id, bound) | Condition::OnOrAfter(id, bound) if id == question => {
            found.extend(bound.yesterday().ok().into_iter().chain([*bound]).map(|day| AnswerValue::Date(day.into())));
        }
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeastOf(_, parts) => {
            for part in parts {
                bounds(part, question, found);
            }
        }
        Condition::Not(part) | Condition::Unless(part) => bounds(part, question, found),
        _ => {}
    }
}

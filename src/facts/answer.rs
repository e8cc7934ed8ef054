//! What was answered. *Unknown* and *No* are different in law.

use serde::{Deserialize, Serialize};

use crate::law::{OptionId, YesNo};
use crate::quantity::{Money, PartialDate};

/// An answer with what supports it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The answer.
    pub value: AnswerValue,
    /// What the person who answered wants to add.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where the proof is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// What was so before, where it was different: only for questions on a lasting state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
}

/// What an answer was before it became what it is today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// What was so.
    pub value: AnswerValue,
    /// The last day, month or year of it; nobody knows where none is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// What shows the change.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

/// The answer itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub enum AnswerValue {
    /// Nobody knows yet.
    #[default]
    Unknown,
    /// It is so.
    Yes,
    /// It is so in part.
    Partly,
    /// It is not so.
    No,
    /// A count or a measure in the question's unit.
    Number(i64),
    /// A day, or the month or year of it where no more is known.
    Date(PartialDate),
    /// An amount.
    Money(Money),
    /// One of the options.
    Option(OptionId),
    /// Several of the options; none of them is an answer too.
    Options(Vec<OptionId>),
}

impl AnswerValue {
    /// As an answer to a yes-or-no question.
    pub fn yes_no(&self) -> Option<YesNo> {
        match self {
            Self::Yes => Some(YesNo::Yes),
            Self::Partly => Some(YesNo::Partly),
            Self::No => Some(YesNo::No),
            Self::Unknown | Self::Number(_) | Self::Date(_) | Self::Money(_) | Self::Option(_) | Self::Options(_) => {
                None
            }
        }
    }

    /// Whether something was answered.
    pub fn is_known(&self) -> bool {
        *self != Self::Unknown
    }
}

impl From<YesNo> for AnswerValue {
    fn from(value: YesNo) -> Self {
        match value {
            YesNo::Yes => Self::Yes,
            YesNo::Partly => Self::Partly,
            YesNo::No => Self::No,
        }
    }
}

//! Questions about practices: wording, legal reason, form of the answer.

use serde::{Deserialize, Serialize};

use super::{Citation, Condition, OptionId, QuestionId, TopicId};

/// One file of questions on one topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// The topic's name.
    pub topic: TopicId,
    /// The topic as a heading.
    pub heading: String,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Question>,
}

/// A question about what an organisation does.
#[expect(clippy::struct_excessive_bools, reason = "marks of a question that do not hang together")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name: `retention.renewed`.
    pub id: QuestionId,
    /// Its wording.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// The law behind it.
    pub citations: Vec<Citation>,
    /// The form of the answer.
    pub answer: AnswerKind,
    /// Asked only where this can still hold.
    #[serde(default)]
    pub when: Condition,
    /// Examples of what is meant.
    #[serde(default)]
    pub examples: Vec<String>,
    /// Where it is asked first; it may be answered elsewhere too.
    #[serde(default)]
    pub scope: Scope,
    /// Whether it asks for a state that lasts and may have been different before: its answer
    /// then takes what was so until when.
    #[serde(default)]
    pub lasting: bool,
    /// Whether it asks for how many months something has gone on until the day of the matter.
    #[serde(default)]
    pub duration: bool,
    /// Whether “yes” means that an authority is involved, so that there was a first contact.
    #[serde(default)]
    pub contact: bool,
    /// The greatest number that can be meant, where a number is asked for: no law, a guard
    /// against slips of the pen.
    #[serde(default)]
    pub at_most: Option<i64>,
    /// Whether no rule can decide it, so that a lawyer's judgement is asked for and
    /// its reason recorded.
    #[serde(default)]
    pub judgement: bool,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Scope {
    /// The organisation as a whole: one answer for every operation that has none of its own.
    Organisation,
    /// One processing operation.
    #[default]
    Operation,
    /// A single case of this kind within an operation.
    Case(CaseKind),
}

/// What kind of single case it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CaseKind {
    /// Something that happened, such as a personal data breach.
    Incident,
    /// Somebody exercised a right.
    Request,
    /// Somebody complained of how their data was used: whatever was otherwise in that case.
    Complaint,
}

impl CaseKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Incident, Self::Request, Self::Complaint];

    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Incident => "case.incident",
            Self::Request => "case.request",
            Self::Complaint => "case.complaint",
        }
    }
}

/// The form an answer takes. `Unknown` is always possible besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerKind {
    /// Yes, partly or no.
    YesNo,
    /// A whole number.
    Number {
        /// What is counted: `people`, `months`.
        unit: String,
    },
    /// A day.
    Date,
    /// An amount of money.
    Money,
    /// One of the options.
    Choice(Vec<QuestionOption>),
    /// Any of the options.
    Several(Vec<QuestionOption>),
}

impl AnswerKind {
    /// The options to choose from, if it is that kind of question.
    pub fn options(&self) -> &[QuestionOption] {
        match self {
            Self::Choice(options) | Self::Several(options) => options,
            Self::YesNo | Self::Number { .. } | Self::Date | Self::Money => &[],
        }
    }
}

impl QuestionOption {
    /// Whether it says that none of the others is so: by its name, `none`.
    pub fn is_none(&self) -> bool {
        self.id.as_str() == "none"
    }
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionOption {
    /// Its name.
    pub id: OptionId,
    /// Its wording.
    pub label: String,
}

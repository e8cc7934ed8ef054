//! Facts of the organisation that nobody has stated, beside the unanswered questions: what
//! hangs on them stays open, and the range of the amount stays wide.

use super::{AnswerValue, CaseFile, Counted};
use crate::law::{Corpus, QuestionId, UndertakingKind, YesNo};

/// A fact of the organisation, or of the matter as a whole, that is not stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unstated {
    /// The turnover: neither a figure nor both ends of a bracket.
    Turnover,
    /// How many people work there.
    Employees,
    /// The country of the main establishment.
    Establishment,
    /// Which kind of public body it is.
    PublicBody,
    /// The day of the authority's first contact, though an authority is involved.
    FirstContact,
}

impl Unstated {
    /// The key of its name, that of its field.
    pub fn key(self) -> &'static str {
        match self {
            Self::Turnover => "organisation.turnover",
            Self::Employees => "organisation.employees",
            Self::Establishment => "organisation.establishment",
            Self::PublicBody => "organisation.public_body",
            Self::FirstContact => "time.first_contact",
        }
    }
}

/// What is not stated about the organisation, in the order of its fields.
pub fn unstated(case_file: &CaseFile, law: &Corpus) -> Vec<Unstated> {
    let who = &case_file.undertaking;
    let involved = |id: &QuestionId, value: &AnswerValue| {
        value.yes_no() == Some(YesNo::Yes) && law.question(id).is_some_and(|question| question.contact)
    };
    let mut answers = case_file.operations.iter().flat_map(|operation| &operation.answers).chain(&case_file.answers);
    let is_involved = answers.any(|(id, answer)| involved(id, &answer.value));
    let missing = [
        (Unstated::Turnover, who.is_undertaking() && matches!(who.turnover.counted(), Counted::Unknown)),
        (Unstated::Employees, who.employees.is_none() && who.kind != UndertakingKind::Individual),
        (Unstated::Establishment, who.establishment.trim().is_empty()),
        (Unstated::PublicBody, who.kind == UndertakingKind::PublicBody && who.public_body.is_none()),
        (Unstated::FirstContact, is_involved && case_file.first_contact.is_none()),
    ];
    missing.into_iter().filter_map(|(fact, is_missing)| is_missing.then_some(fact)).collect()
}

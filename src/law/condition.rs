//! The closed set of conditions that questions, rules and factors may state.
//!
//! This is the syntax; [`crate::facts::evaluate`] gives it its three-valued meaning.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{OptionId, QuestionId, Role, UndertakingKind};

/// Answers that cannot both be true, or hardly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// Its name.
    pub id: String,
    /// What the answers then say.
    pub when: Condition,
    /// What to look at, as a reader is told.
    pub text: String,
}

/// The graded answer to a question of fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum YesNo {
    /// It is so.
    Yes,
    /// It is so in part, or for some.
    Partly,
    /// It is not so.
    No,
}

/// A statement about the answers given, true, false or not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub enum Condition {
    /// Holds whatever was answered.
    #[default]
    Always,
    /// The question was answered so.
    Is(QuestionId, YesNo),
    /// The question was answered in one of these ways.
    OneOf(QuestionId, Vec<YesNo>),
    /// The number answered is this or more.
    AtLeast(QuestionId, i64),
    /// The number answered is less than this.
    Below(QuestionId, i64),
    /// The day answered lies before this one.
    Before(QuestionId, Date),
    /// The day answered is this one or a later one.
    OnOrAfter(QuestionId, Date),
    /// The amount answered is more than nothing, in whatever currency.
    SomeMoney(QuestionId),
    /// The option is the one chosen, or among those chosen.
    Includes(QuestionId, OptionId),
    /// All of them hold.
    All(Vec<Condition>),
    /// One of them holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// It does not certainly hold: an exception that nobody has answered does not stand in the
    /// way. Such a grade is not clear.
    Unless(Box<Condition>),
    /// So many of them hold.
    AtLeastOf(usize, Vec<Condition>),
    /// The organisation acts in one of these roles.
    Role(Vec<Role>),
    /// The organisation is of one of these kinds.
    Kind(Vec<UndertakingKind>),
    /// The organisation employs fewer people than this.
    EmployeesBelow(u32),
    /// Its main establishment is in one of these countries (ISO 3166 alpha-2).
    EstablishedIn(Vec<String>),
    /// The people concerned, or the organisation where their countries are not stated, are
    /// in one of these countries.
    PeopleIn(Vec<String>),
    /// It adheres to a code of conduct or holds a certification.
    Adheres,
    /// An infringement of the organisation was established earlier.
    EarlierInfringement,
    /// The authority has made contact.
    Contacted,
    /// All that lasted and is alleged about the operation has been put right, then.
    PutRight(PutRight),
}

/// When what was wrong was put right, seen from the authority's first contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PutRight {
    /// Before it, or without any.
    BeforeContact,
    /// On its day or after it.
    AfterContact,
}

impl Condition {
    /// Every question the condition looks at, in the order in which it does.
    pub fn questions(&self) -> Vec<&QuestionId> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    /// Every pair of question and option the condition names.
    pub fn options(&self) -> Vec<(&QuestionId, &OptionId)> {
        match self {
            Self::Includes(question, option) => vec![(question, option)],
            Self::All(parts) | Self::Any(parts) | Self::AtLeastOf(_, parts) => {
                parts.iter().flat_map(Self::options).collect()
            }
            Self::Not(part) | Self::Unless(part) => part.options(),
            Self::Always
            | Self::Is(..)
            | Self::OneOf(..)
            | Self::AtLeast(..)
            | Self::Below(..)
            | Self::Before(..)
            | Self::OnOrAfter(..)
            | Self::SomeMoney(_)
            | Self::Role(_)
            | Self::Kind(_)
            | Self::EmployeesBelow(_)
            | Self::EstablishedIn(_)
            | Self::PeopleIn(_)
            | Self::Adheres
            | Self::EarlierInfringement
            | Self::Contacted
            | Self::PutRight(_) => Vec::new(),
        }
    }

    /// Whether it looks at when something was put right, which no single answer tells.
    pub fn looks_at_course(&self) -> bool {
        match self {
            Self::PutRight(_) => true,
            Self::All(parts) | Self::Any(parts) | Self::AtLeastOf(_, parts) => parts.iter().any(Self::looks_at_course),
            Self::Not(part) | Self::Unless(part) => part.looks_at_course(),
            Self::Always
            | Self::Is(..)
            | Self::OneOf(..)
            | Self::AtLeast(..)
            | Self::Below(..)
            | Self::Before(..)
            | Self::OnOrAfter(..)
            | Self::SomeMoney(_)
            | Self::Includes(..)
            | Self::Role(_)
            | Self::Kind(_)
            | Self::EmployeesBelow(_)
            | Self::EstablishedIn(_)
            | Self::PeopleIn(_)
            | Self::Adheres
            | Self::EarlierInfringement
            | Self::Contacted => false,
        }
    }

    /// Its exceptions: the parts that count as not so while nobody has answered them.
    pub fn exceptions(&self) -> Vec<&Condition> {
        match self {
            Self::Unless(part) => vec![part],
            Self::All(parts) | Self::Any(parts) | Self::AtLeastOf(_, parts) => {
                parts.iter().flat_map(Self::exceptions).collect()
            }
            Self::Not(part) => part.exceptions(),
            _ => Vec::new(),
        }
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a QuestionId>) {
        match self {
            Self::Is(question, _)
            | Self::OneOf(question, _)
            | Self::AtLeast(question, _)
            | Self::Below(question, _)
            | Self::Before(question, _)
            | Self::OnOrAfter(question, _)
            | Self::SomeMoney(question)
            | Self::Includes(question, _) => {
                if !found.contains(&question) {
                    found.push(question);
                }
            }
            Self::All(parts) | Self::Any(parts) | Self::AtLeastOf(_, parts) => {
                for part in parts {
                    part.collect(found);
                }
            }
            Self::Not(part) | Self::Unless(part) => part.collect(found),
            Self::Always
            | Self::Role(_)
            | Self::Kind(_)
            | Self::EmployeesBelow(_)
            | Self::EstablishedIn(_)
            | Self::PeopleIn(_)
            | Self::Adheres
            | Self::EarlierInfringement
            | Self::Contacted
            | Self::PutRight(_) => {}
        }
    }
}

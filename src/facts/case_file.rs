//! A matter: one file, one plain value. Saving, undoing and comparing are free.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Choices, Undertaking};
use crate::law::{OperationId, QuestionId};

/// The version of the file format this program writes.
pub const FORMAT: u32 = 1;

/// The user's matter (`*.amende.ron`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The version of the format.
    pub format: u32,
    /// What the matter is called.
    pub title: String,
    /// Two sentences on it.
    #[serde(default)]
    pub summary: String,
    /// The decision taken on these very facts, if there is one: it never feeds
    /// the estimate of this matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_as: Option<String>,
    /// Who is concerned.
    #[serde(default)]
    pub undertaking: Undertaking,
    /// What is done with personal data.
    #[serde(default)]
    pub operations: Vec<Operation>,
    /// The judgements made.
    #[serde(default)]
    pub choices: Choices,
    /// Anything else.
    #[serde(default)]
    pub notes: String,
}

/// A processing operation and the answers about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// Its name in findings.
    pub id: OperationId,
    /// What it is called.
    pub name: String,
    /// What it is for.
    #[serde(default)]
    pub purpose: String,
    /// What was answered.
    #[serde(default)]
    pub answers: BTreeMap<QuestionId, Answer>,
}

impl CaseFile {
    /// A new matter with one operation and nothing answered.
    pub fn new(title: impl Into<String>, operation: impl Into<String>) -> Self {
        Self {
            format: FORMAT,
            title: title.into(),
            summary: String::new(),
            decided_as: None,
            undertaking: Undertaking::default(),
            operations: vec![Operation {
                id: OperationId::from("operation-1"),
                name: operation.into(),
                purpose: String::new(),
                answers: BTreeMap::new(),
            }],
            choices: Choices::default(),
            notes: String::new(),
        }
    }

    /// The operation of this name.
    pub fn operation(&self, id: &OperationId) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.id == *id)
    }
}

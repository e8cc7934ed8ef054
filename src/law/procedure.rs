//! What follows a fine in a country: appeal, payment, publication, and what interrupts
//! limitation (`assets/law/procedure`). Told in the report; nothing is calculated from it.

use serde::{Deserialize, Serialize};

/// The procedure of one country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NationalProcedure {
    /// ISO 3166 alpha-2.
    pub country: String,
    /// What is known of limitation, where [`super::NationalRules`] hold no period.
    #[serde(default)]
    pub limitation: String,
    /// What interrupts limitation; empty where that was not found.
    #[serde(default)]
    pub interruption: String,
    /// To whom an appeal lies.
    pub appeal: Appeal,
    /// What is reduced for early payment; empty where that was not found.
    #[serde(default)]
    pub early_payment: String,
    /// Whether the decision is published; empty where that was not found.
    #[serde(default)]
    pub publication: String,
    /// Within which time the fine is payable; empty where that was not found.
    #[serde(default)]
    pub payable: String,
    /// What else a reader should know, each a sentence or two.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// Where it was read.
    pub source: ProcedureSource,
    /// What was not checked at its source, each in a sentence.
    #[serde(default)]
    pub unverified: Vec<String>,
}

/// An appeal against a fine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appeal {
    /// To whom it lies, in a sentence.
    pub body: String,
    /// Within which time, in calendar days unless another unit is named; empty where that was
    /// not found.
    #[serde(default)]
    pub within: String,
    /// Whether it keeps the fine from being payable.
    pub suspends: Suspends,
}

/// Whether an appeal keeps a fine from being payable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Suspends {
    /// It does.
    Yes,
    /// It does not, unless a court grants it.
    No,
    /// That was not found.
    NotKnown,
}

impl Suspends {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Yes => "report.procedure.suspends",
            Self::No => "report.procedure.suspends_not",
            Self::NotKnown => "report.procedure.suspends_unknown",
        }
    }
}

/// Where a procedure was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcedureSource {
    /// Statutes and decisions, as they are cited.
    pub title: String,
    /// The address; empty where none was opened.
    #[serde(default)]
    pub url: String,
}

/// A corrective power (Art. 58(2) GDPR).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectivePower {
    /// Its letter in Art. 58(2).
    pub letter: String,
    /// What it is called.
    pub name: String,
    /// What it does to the organisation.
    pub effect: String,
    /// The articles with whose infringement it goes, by number; empty: with any.
    #[serde(default)]
    pub with_articles: Vec<u16>,
    /// Only while an infringement continues.
    #[serde(default)]
    pub while_it_continues: bool,
    /// Only for a body that holds a certification or adheres to a code.
    #[serde(default)]
    pub certified: bool,
}

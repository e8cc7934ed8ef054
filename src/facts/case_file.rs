//! A matter: one file, one plain value. Saving, undoing and comparing are free.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Answer, Choices, Compared, Review, Undertaking};
use crate::law::{CaseKind, ConductId, MethodologyId, OperationId, ProvisionId, QuestionId, RuleId};
use crate::quantity::{Currency, ExchangeRate, PartialDate, Ratio};

/// The version of the file format this program writes.
pub const FORMAT: u32 = 3;

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
    /// The day whose law applies: of the decision, or of the one expected. Today where
    /// none is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// When the authority first made contact: its first letter, call or inspection. None
    /// stated: it has made none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_contact: Option<PartialDate>,
    /// Who is concerned.
    #[serde(default)]
    pub undertaking: Undertaking,
    /// What was answered for the organisation as a whole.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "super::distinct::map")]
    pub answers: BTreeMap<QuestionId, Answer>,
    /// What is done with personal data, and the single cases within it.
    #[serde(default)]
    pub operations: Vec<Operation>,
    /// Alleged infringements put into another conduct than proposed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment>,
    /// What the user made of findings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Review>,
    /// The method chosen, where it is not the usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub methodology: Option<MethodologyId>,
    /// Rates for figures in another currency than the method's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exchange: Vec<Exchange>,
    /// The judgements made.
    #[serde(default)]
    pub choices: Choices,
    /// What the user made of the decisions it is compared with.
    #[serde(default, skip_serializing_if = "Compared::is_empty")]
    pub compared: Compared,
    /// Anything else.
    #[serde(default)]
    pub notes: String,
}

/// A processing operation, or a single case within one, and the answers about it.
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
    /// An operation so closely linked that both are one conduct (Art. 83(3) GDPR).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linked_to: Option<OperationId>,
    /// The operation in which it is a single case: all that is not answered here is taken
    /// from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_of: Option<CaseOf>,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began: Option<PartialDate>,
    /// Its last day, month or year; none stated: it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<PartialDate>,
    /// What was answered.
    #[serde(default, deserialize_with = "super::distinct::map")]
    pub answers: BTreeMap<QuestionId, Answer>,
}

/// Of which operation something is a single case, and of what kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseOf {
    /// The operation.
    pub operation: OperationId,
    /// The kind of case.
    pub kind: CaseKind,
}

impl Operation {
    /// One of which nothing is known yet.
    pub fn new(id: OperationId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            purpose: String::new(),
            linked_to: None,
            case_of: None,
            began: None,
            ended: None,
            answers: BTreeMap::new(),
        }
    }
}

/// An alleged infringement put into a conduct by the user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Of which operation.
    pub operation: OperationId,
    /// Of which provision.
    pub provision: ProvisionId,
    /// Into which conduct.
    pub conduct: ConductId,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// A rate of exchange stated for this matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// One unit of this…
    pub from: Currency,
    /// …is so many of this:
    pub to: Currency,
    /// the rate.
    pub rate: ExchangeRate,
    /// What it rests on, with the day.
    #[serde(default)]
    pub source: String,
}

impl Exchange {
    /// What one unit of this currency, one of the two, is in the other: exactly as stated,
    /// turned round where it is stated the other way.
    pub fn ratio_from(&self, from: Currency) -> Ratio {
        let stated = Ratio::from(self.rate);
        if self.from == from { stated } else { stated.inverse() }
    }

    /// Whether it is between these two currencies, in either direction.
    pub fn is_between(&self, one: Currency, other: Currency) -> bool {
        (self.from, self.to) == (one, other) || (self.from, self.to) == (other, one)
    }
}

impl CaseFile {
    /// A new matter with one operation and nothing answered.
    pub fn new(title: impl Into<String>, operation: impl Into<String>) -> Self {
        Self {
            format: FORMAT,
            title: title.into(),
            summary: String::new(),
            decided_as: None,
            as_of: None,
            first_contact: None,
            undertaking: Undertaking::default(),
            answers: BTreeMap::new(),
            operations: vec![Operation::new(OperationId::from("operation-1"), operation)],
            assignments: Vec::new(),
            reviews: Vec::new(),
            methodology: None,
            exchange: Vec::new(),
            choices: Choices::default(),
            compared: Compared::default(),
            notes: String::new(),
        }
    }

    /// The names of operations, as one line.
    pub fn names_of(&self, operations: &[OperationId]) -> String {
        let names = operations.iter().map(|id| self.operation(id).map_or(id.as_str(), |known| known.name.as_str()));
        names.collect::<Vec<_>>().join(", ")
    }

    /// The rate stated between two currencies, in either direction.
    pub fn exchange(&self, one: Currency, other: Currency) -> Option<&Exchange> {
        self.exchange.iter().find(|exchange| exchange.is_between(one, other))
    }

    /// States a rate in place of an earlier one for the same pair, in either direction.
    pub fn set_exchange(&mut self, exchange: Exchange) {
        match self.exchange.iter_mut().find(|known| known.is_between(exchange.from, exchange.to)) {
            Some(known) => *known = exchange,
            None => self.exchange.push(exchange),
        }
    }

    /// Takes back the rate stated between two currencies.
    pub fn remove_exchange(&mut self, one: Currency, other: Currency) {
        self.exchange.retain(|known| !known.is_between(one, other));
    }

    /// Puts an infringement into a conduct, in place of an earlier assignment.
    pub fn assign(&mut self, assignment: Assignment) {
        let place = |known: &Assignment| (known.operation.clone(), known.provision.clone());
        self.assignments.retain(|known| place(known) != place(&assignment));
        self.assignments.push(assignment);
    }

    /// What the user made of what a rule found about an operation.
    pub fn review(&self, operation: &OperationId, rule: &RuleId) -> Option<&Review> {
        self.reviews.iter().find(|known| known.operation == *operation && known.rule == *rule)
    }

    /// Records a review in place of an earlier one; `None` takes it back.
    pub fn set_review(&mut self, operation: &OperationId, rule: &RuleId, review: Option<Review>) {
        self.reviews.retain(|known| known.operation != *operation || known.rule != *rule);
        self.reviews.extend(review);
    }

    /// The single cases of an operation.
    pub fn cases_of(&self, operation: &OperationId) -> impl Iterator<Item = &Operation> {
        let id = operation.clone();
        self.operations.iter().filter(move |known| known.case_of.as_ref().is_some_and(|case| case.operation == id))
    }

    /// The operation of which something is a single case.
    pub fn whole_of(&self, operation: &Operation) -> Option<&Operation> {
        self.operation(&operation.case_of.as_ref()?.operation)
    }

    /// What was answered about an operation: its own answer, else that of the operation it
    /// is a case of, else that of the organisation. An answer that says Unknown is none.
    pub fn answer<'a>(&'a self, operation: &'a Operation, question: &QuestionId) -> Option<&'a Answer> {
        let own = [Some(operation), self.whole_of(operation)].into_iter().flatten();
        let answers = own.map(|known| &known.answers).chain([&self.answers]);
        let said = |answer: &&Answer| answer.value.is_known() || answer.before.is_some();
        answers.filter_map(|answers| answers.get(question)).find(said)
    }

    /// Removes an operation with its single cases and all that names them.
    pub fn remove_operation(&mut self, id: &OperationId) {
        let cases: Vec<OperationId> = self.cases_of(id).map(|case| case.id.clone()).collect();
        for case in cases.iter().filter(|case| *case != id) {
            self.remove_operation(case);
        }
        self.operations.retain(|known| known.id != *id);
        for other in self.operations.iter_mut().filter(|other| other.linked_to.as_ref() == Some(id)) {
            other.linked_to = None;
        }
        self.assignments.retain(|known| known.operation != *id);
        self.reviews.retain(|known| known.operation != *id);
    }

    /// The operation of this name.
    pub fn operation(&self, id: &OperationId) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.id == *id)
    }
}

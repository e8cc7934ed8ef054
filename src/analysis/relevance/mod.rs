//! What matters most: for each open question, how far the fine by the method would
//! move between its answers, and which infringements hang on it.
//!
//! A question is credited with what follows from it directly, and with the firmest
//! finding of every undecided rule that hangs on it or on what it opens: so a question
//! that only leads to others is not taken for idle. Both are found by assuming answers
//! and calculating anew, with the same rules and the same method; only what hangs on
//! those answers is looked at again, so that the work grows with the number of open
//! questions and not with its square.

mod candidates;
#[cfg(test)]
mod oracle;
mod part;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::facts::{CaseFile, Operation};
use crate::findings::{self, Assessment, Dependents, Letters, Missing};
use crate::law::{Condition, ConductId, Corpus, Methodology, ProvisionId, QuestionId, StepKind};
use crate::quantity::Money;
use crate::trace::TraceBuilder;
use candidates::Candidates;
use part::Part;

/// What hangs on an open question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relevance {
    /// The question, and about which operation.
    pub missing: Missing,
    /// The least the fine by the method could come to.
    pub low: Money,
    /// The most.
    pub high: Money,
    /// What could be alleged besides.
    pub provisions: BTreeSet<ProvisionId>,
}

impl Relevance {
    /// How far the fine by the method could move.
    pub fn moves(&self) -> Money {
        Money::from_minor(self.high.minor().saturating_sub(self.low.minor()), self.high.currency())
    }

    /// Whether anything hangs on the question.
    pub fn matters(&self) -> bool {
        self.moves().minor() > 0 || !self.provisions.is_empty()
    }
}

/// Every open question with what hangs on it, the weightiest first.
pub(super) fn relevance(
    case_file: &CaseFile,
    law: &Corpus,
    assessment: &Assessment,
    methodology: &Methodology,
    as_of: Date,
) -> Vec<Relevance> {
    let known_then = findings::known_on(case_file, law, as_of);
    let (letters, dependents) = (Letters::of(&known_then), Dependents::of(law));
    let tried = Candidates::of(law);
    let matter = Matter { law, methodology, as_of, letters: &letters, dependents: &dependents, candidates: &tried };
    let mut all = matter.relevance(&known_then, assessment).unwrap_or_default();
    let order: BTreeMap<&QuestionId, usize> =
        law.questions().enumerate().map(|(place, question)| (&question.id, place)).collect();
    all.sort_by_cached_key(|known| {
        let weight = (known.moves().minor(), known.provisions.len());
        (std::cmp::Reverse(weight), order.get(&known.missing.question).copied())
    });
    all
}

/// What all parts of the matter have in common.
struct Matter<'a> {
    law: &'a Corpus,
    methodology: &'a Methodology,
    as_of: Date,
    letters: &'a Letters,
    dependents: &'a Dependents<'a>,
    candidates: &'a Candidates<'a>,
}

impl Matter<'_> {
    /// `None` where nothing can be calculated.
    fn relevance(&self, case_file: &CaseFile, assessment: &Assessment) -> Option<Vec<Relevance>> {
        let conducts = &assessment.conducts;
        let present =
            super::calculate(case_file, self.law, conducts, self.methodology, self.as_of, TraceBuilder::disabled())
                .ok()?;
        let parts = parts(case_file, self.letters);
        let of = |part: &Vec<&Operation>| Part::new(self, case_file, part, assessment, &present).relevance(assessment);
        Some(parts.par_iter().flat_map_iter(of).collect())
    }

    /// Whether the method's step on fault looks at one of these answers itself: all else
    /// in a fine hangs on findings and on what weighs.
    fn looks_at_fault<'q>(&self, mut questions: impl Iterator<Item = &'q QuestionId>) -> bool {
        let conditions = self.methodology.steps.iter().filter_map(|step| match &step.kind {
            StepKind::Fault { absent_when, .. } => Some(absent_when),
            StepKind::Concurrence
            | StepKind::Seriousness { .. }
            | StepKind::TurnoverAdjustment { .. }
            | StepKind::Circumstances(_)
            | StepKind::LegalMaximum { .. }
            | StepKind::Proportionality(_)
            | StepKind::Reprimand { .. }
            | StepKind::CategoryBand(_)
            | StepKind::DailyRate(_)
            | StepKind::AbilityToPay(_) => None,
        });
        let looked_at: Vec<&QuestionId> = conditions.flat_map(Condition::questions).collect();
        questions.any(|id| looked_at.contains(&id))
    }
}

/// The operations that may share a conduct, part by part: linked ones, and those that
/// infringements were put together of. What is answered about one part changes no fine
/// for another; only the sum is common.
fn parts<'c>(case_file: &'c CaseFile, letters: &Letters) -> Vec<Vec<&'c Operation>> {
    let mut parts: Vec<(BTreeSet<&ConductId>, Vec<&Operation>)> = Vec::new();
    for operation in &case_file.operations {
        let assigned = case_file.assignments.iter().filter(|known| known.operation == operation.id);
        let own = letters.get(&operation.id).into_iter();
        let mut conducts: BTreeSet<&ConductId> = own.chain(assigned.map(|known| &known.conduct)).collect();
        let mut together = Vec::new();
        parts.retain_mut(|(known, operations)| {
            let apart = known.is_disjoint(&conducts);
            if !apart {
                conducts.append(known);
                together.append(operations);
            }
            apart
        });
        together.push(operation);
        parts.push((conducts, together));
    }
    parts.into_iter().map(|(_, operations)| operations).collect()
}

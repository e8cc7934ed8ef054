//! Operations that may share a conduct: what hangs on their open questions.

use std::collections::{BTreeMap, BTreeSet};

use super::{Matter, Relevance};
use crate::facts::{Answer, Assumed, CaseFile, Operation};
use crate::findings::{Assessment, Conduct, Difference, Missing, Outcome, Trial};
use crate::fine::{Calculation, Together};
use crate::law::{Condition, ConductId, OperationId, ProvisionId, QuestionId, Rule};
use crate::quantity::Money;

/// The fine if an undecided rule came to its firmest finding.
struct Hanging<'l> {
    operation: OperationId,
    rule: &'l Rule,
    /// Everything it looks at, and what decides whether that arises.
    questions: BTreeSet<&'l QuestionId>,
    fine: Option<Money>,
}

/// Operations that may share a conduct, with the fines of all others.
pub(super) struct Part<'m, 'a> {
    matter: &'m Matter<'a>,
    trial: Trial<'a>,
    others: Option<Together>,
    present: Money,
    alleged: BTreeSet<ProvisionId>,
    /// What was calculated already.
    known: BTreeMap<Difference, Option<Money>>,
}

impl<'m, 'a> Part<'m, 'a> {
    pub(super) fn new(
        matter: &'m Matter<'a>,
        case_file: &CaseFile,
        operations: &[&Operation],
        assessment: &Assessment,
        present: &Calculation,
    ) -> Self {
        let ids: BTreeSet<&OperationId> = operations.iter().map(|operation| &operation.id).collect();
        let here = |conduct: &Conduct| conduct.operations.iter().any(|operation| ids.contains(operation));
        let own: BTreeSet<&ConductId> = assessment.conducts.iter().filter(|c| here(c)).map(|c| &c.id).collect();
        let others = present.conducts.iter().filter(|fine| !own.contains(&fine.conduct));
        Self {
            trial: Trial::new(case_file, matter.law, matter.dependents, matter.letters, operations, matter.as_of),
            others: others.map(|fine| fine.together).reduce(Together::and),
            present: present.fine.point,
            alleged: assessment.infringements().map(|known| known.provision.clone()).collect(),
            known: BTreeMap::new(),
            matter,
        }
    }

    pub(super) fn relevance(&mut self, assessment: &Assessment) -> Vec<Relevance> {
        let hanging = self.hanging(assessment);
        let own = |missing: &&Missing| self.trial.case_file().operation(&missing.operation).is_some();
        let missing: Vec<&Missing> = assessment.missing.iter().filter(own).collect();
        missing.into_iter().filter_map(|missing| self.of(missing, &hanging)).collect()
    }

    fn hanging(&mut self, assessment: &Assessment) -> Vec<Hanging<'a>> {
        let mut hanging = Vec::new();
        for tried in assessment.tried.iter().filter(|tried| tried.outcome == Outcome::Open) {
            let Some(rule) = self.matter.law.rule(&tried.rule) else { continue };
            let Some(assumed) = self.assumed(rule, &tried.operation) else { continue };
            let mut questions = BTreeSet::new();
            rule.grades.iter().for_each(|grade| self.collect(&grade.when, &mut questions));
            let fine = self.fine(&tried.operation, assumed);
            hanging.push(Hanging { operation: tried.operation.clone(), rule, questions, fine });
        }
        hanging
    }

    /// The answers by which a rule comes to its firmest finding.
    fn assumed(&self, rule: &Rule, operation: &OperationId) -> Option<Vec<(QuestionId, Answer)>> {
        let case_file = self.trial.case_file();
        let operation = case_file.operation(operation)?;
        rule.grades.iter().find_map(|grade| {
            let mut assumed = Assumed::new(self.matter.law, case_file, operation);
            assumed.make(&grade.when, true).then(|| assumed.into_answers())
        })
    }

    /// The questions of a condition with those that decide whether they arise.
    fn collect(&self, condition: &'a Condition, found: &mut BTreeSet<&'a QuestionId>) {
        for id in condition.questions() {
            if found.insert(id)
                && let Some(question) = self.matter.law.question(id)
            {
                self.collect(&question.when, found);
            }
        }
    }

    fn of(&mut self, missing: &Missing, hanging: &[Hanging<'_>]) -> Option<Relevance> {
        let id = &missing.question;
        let candidates = self.matter.candidates.to(id)?;
        let mut fines = vec![self.present];
        for value in candidates {
            let answer = Answer { value: value.clone(), ..Answer::default() };
            fines.extend(self.fine(&missing.operation, vec![(id.clone(), answer)]));
        }
        let mut provisions = BTreeSet::new();
        let here = |rule: &&Hanging<'_>| rule.operation == missing.operation && rule.questions.contains(id);
        for rule in hanging.iter().filter(here) {
            fines.extend(rule.fine);
            if !self.alleged.contains(&rule.rule.provision) {
                provisions.insert(rule.rule.provision.clone());
            }
        }
        let low = fines.iter().copied().min_by_key(|fine| fine.minor())?;
        let high = fines.iter().copied().max_by_key(|fine| fine.minor())?;
        Some(Relevance { missing: missing.clone(), low, high, provisions })
    }

    /// The fine for the whole matter with these answers given besides: calculated once
    /// for all answers that come to the same.
    fn fine(&mut self, operation: &OperationId, answers: Vec<(QuestionId, Answer)>) -> Option<Money> {
        let Self { matter, trial, others, present, known, .. } = self;
        let fault = matter.looks_at_fault(answers.iter().map(|(id, _)| id));
        trial.with(operation, answers, |tried| {
            let calculate = || {
                let (law, method) = (matter.law, matter.methodology);
                crate::analysis::together(tried.case_file(), law, &tried.conducts(), method, matter.as_of, *others).ok()
            };
            if fault {
                return calculate();
            }
            match tried.difference() {
                none if none.is_none() => Some(*present),
                difference => *known.entry(difference).or_insert_with(calculate),
            }
        })?
    }
}

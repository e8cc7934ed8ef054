//! Applies every rule to every operation.

use std::collections::BTreeSet;

use super::{Conduct, conduct};
use crate::facts::{Answers, CaseFile, Truth};
use crate::law::{Bound, Corpus, OperationId, ProvisionId, QuestionId, Role, Rule, RuleId, Strength, TierId};

/// An alleged breach of one provision by one operation, by one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that fired.
    pub rule: RuleId,
    /// The operation it fired for.
    pub operation: OperationId,
    /// What would be infringed.
    pub provision: ProvisionId,
    /// How firmly.
    pub strength: Strength,
    /// The answers it rests on.
    pub facts: Vec<QuestionId>,
}

/// A provision alleged to be infringed, with all findings for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Infringement {
    /// What would be infringed.
    pub provision: ProvisionId,
    /// The tier of maxima; `None` where the provision carries no fine of its own.
    pub tier: Option<TierId>,
    /// The firmest of its findings.
    pub strength: Strength,
    /// Its findings.
    pub findings: Vec<Finding>,
    /// The provision that displaces it, where the user chose so.
    pub displaced_by: Option<ProvisionId>,
}

/// An answer that would change something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// About which operation.
    pub operation: OperationId,
    /// The question.
    pub question: QuestionId,
}

/// What the answers amount to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// What would be alleged, grouped as it would be sanctioned.
    pub conducts: Vec<Conduct>,
    /// Unanswered questions on which a rule, a factor or a circumstance hangs.
    pub missing: BTreeSet<Missing>,
}

impl Assessment {
    /// All alleged infringements in all conducts.
    pub fn infringements(&self) -> impl Iterator<Item = &Infringement> {
        self.conducts.iter().flat_map(|conduct| &conduct.infringements)
    }

    /// All findings in all conducts.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.infringements().flat_map(|infringement| &infringement.findings)
    }
}

/// Applies every rule of the law to every operation of the matter.
pub fn assess(case_file: &CaseFile, law: &Corpus) -> Assessment {
    let mut missing = BTreeSet::new();
    let mut findings = Vec::new();
    for operation in &case_file.operations {
        let answers = Answers { undertaking: &case_file.undertaking, operation };
        for rule in law.rules.iter().filter(|rule| binds(law, &rule.provision, answers.undertaking.role)) {
            let open = apply(rule, answers, &mut findings);
            missing.extend(open.into_iter().map(|q| Missing { operation: operation.id.clone(), question: q.clone() }));
        }
    }
    let conducts = conduct::group(case_file, law, &findings, &mut missing);
    missing.retain(|open| can_be_asked(case_file, law, open));
    Assessment { conducts, missing }
}

/// Whether a provision binds an organisation in this role.
fn binds(law: &Corpus, provision: &ProvisionId, role: Role) -> bool {
    let wanted = match role {
        Role::Controller | Role::Joint => Bound::Controller,
        Role::Processor => Bound::Processor,
    };
    law.provision(provision).is_some_and(|provision| provision.bound.contains(&wanted))
}

/// Adds a finding if one of the grades certainly holds; returns the questions
/// that would make it firmer or bring it about.
fn apply<'r>(rule: &'r Rule, answers: Answers<'_>, findings: &mut Vec<Finding>) -> Vec<&'r QuestionId> {
    let mut open = Vec::new();
    for grade in &rule.grades {
        match answers.holds(&grade.when) {
            Truth::True => {
                let facts = grade.when.questions().into_iter().filter(|q| answers.value(q).is_known());
                findings.push(Finding {
                    rule: rule.id.clone(),
                    operation: answers.operation.id.clone(),
                    provision: rule.provision.clone(),
                    strength: grade.strength,
                    facts: facts.cloned().collect(),
                });
                break;
            }
            Truth::Unknown => open.extend(answers.missing(&grade.when)),
            Truth::False => {}
        }
    }
    open
}

fn can_be_asked(case_file: &CaseFile, law: &Corpus, open: &Missing) -> bool {
    let (Some(operation), Some(question)) = (case_file.operation(&open.operation), law.question(&open.question)) else {
        return false;
    };
    let answers = Answers { undertaking: &case_file.undertaking, operation };
    answers.holds(&question.when) != Truth::False
}

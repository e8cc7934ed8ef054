//! Applies every rule to every operation.

use std::collections::BTreeSet;

use super::{Conduct, Letters, WeighedOperation, conduct, weigh};
use crate::facts::{self, Answers, CaseFile, Truth, Verdict};
use crate::law::{Bound, Corpus, Grade, OperationId, ProvisionId, QuestionId, Role, Rule, RuleId, Strength, TierId};

/// An alleged breach of one provision by one operation, by one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that fired.
    pub rule: RuleId,
    /// The operation it fired for.
    pub operation: OperationId,
    /// What would be infringed.
    pub provision: ProvisionId,
    /// How firmly: as the rule grades it, unless the user regraded it.
    pub strength: Strength,
    /// How the rule grades it.
    pub graded: Strength,
    /// What the user made of it.
    pub verdict: Option<Verdict>,
    /// The answers it rests on.
    pub facts: Vec<QuestionId>,
}

/// What a rule came to for an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It alleges a breach.
    Found(Strength),
    /// It certainly does not.
    InOrder,
    /// An answer is missing.
    Open,
    /// What it looks at cannot arise.
    Idle,
}

/// A rule, an operation, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// The rule.
    pub rule: RuleId,
    /// The operation.
    pub operation: OperationId,
    /// What came of it.
    pub outcome: Outcome,
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
    /// Unanswered questions on which a rule, a factor or a circumstance hangs, as
    /// they can be asked now.
    pub missing: BTreeSet<Missing>,
    /// What the user rejected: found by a rule, alleged no more.
    pub rejected: Vec<Finding>,
    /// What every rule that binds came to.
    pub tried: Vec<Tried>,
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
    let idle: Vec<BTreeSet<QuestionId>> = case_file
        .operations
        .iter()
        .map(|operation| facts::idle(law.questions(), &case_file.undertaking, operation))
        .collect();
    let operations: Vec<Answers<'_>> = case_file
        .operations
        .iter()
        .zip(&idle)
        .map(|(operation, idle)| Answers { undertaking: &case_file.undertaking, operation, idle })
        .collect();
    let mut open = BTreeSet::new();
    let (mut findings, mut rejected, mut tried) = (Vec::new(), Vec::new(), Vec::new());
    for answers in &operations {
        for rule in law.rules.iter().filter(|rule| binds(law, &rule.provision, answers.undertaking.role)) {
            let (found, missing) = apply(rule, *answers);
            let id = &answers.operation.id;
            open.extend(missing.into_iter().map(|q| Missing { operation: id.clone(), question: q.clone() }));
            let mut outcome = outcome(rule, *answers, found.as_ref());
            if let Some(finding) = found.map(|finding| reviewed(finding, case_file)) {
                let is_rejected = finding.verdict == Some(Verdict::Rejected);
                outcome = if is_rejected { Outcome::InOrder } else { Outcome::Found(finding.strength) };
                if is_rejected { &mut rejected } else { &mut findings }.push(finding);
            }
            tried.push(Tried { rule: rule.id.clone(), operation: id.clone(), outcome });
        }
    }
    let found: Vec<&Finding> = findings.iter().collect();
    let conducts = conduct::group(case_file, law, &Letters::of(case_file), &found, |id| {
        let answers = operations.iter().find(|answers| answers.operation.id == *id)?;
        let (factors, circumstances) = weigh::weigh(law, *answers, &mut open);
        Some(WeighedOperation { operation: id.clone(), factors, circumstances })
    });
    let mut missing = BTreeSet::new();
    for answers in &operations {
        for known in open.iter().filter(|known| known.operation == answers.operation.id) {
            ask(law, *answers, &known.question, &mut missing);
        }
    }
    Assessment { conducts, missing, rejected, tried }
}

/// The finding as the user left it.
pub(super) fn reviewed(mut finding: Finding, case_file: &CaseFile) -> Finding {
    finding.verdict = case_file.review(&finding.operation, &finding.rule).map(|review| review.verdict);
    if let Some(Verdict::Regraded(strength)) = finding.verdict {
        finding.strength = strength;
    }
    finding
}

/// What a rule came to, before the user's word on it.
fn outcome(rule: &Rule, answers: Answers<'_>, found: Option<&Finding>) -> Outcome {
    let cannot_arise = |grade: &Grade| grade.when.questions().into_iter().any(|q| answers.idle.contains(q));
    match found {
        Some(finding) => Outcome::Found(finding.strength),
        None if rule.grades.iter().any(|grade| answers.holds(&grade.when) == Truth::Unknown) => Outcome::Open,
        None if rule.grades.iter().all(cannot_arise) => Outcome::Idle,
        None => Outcome::InOrder,
    }
}

/// Whether a provision binds an organisation in this role.
pub(super) fn binds(law: &Corpus, provision: &ProvisionId, role: Role) -> bool {
    let wanted = match role {
        Role::Controller | Role::Joint => Bound::Controller,
        Role::Processor => Bound::Processor,
    };
    law.provision(provision).is_some_and(|provision| provision.bound.contains(&wanted))
}

/// The finding of the first grade that certainly holds, and the questions that would
/// make it firmer or bring one about.
pub(super) fn apply<'r>(rule: &'r Rule, answers: Answers<'_>) -> (Option<Finding>, Vec<&'r QuestionId>) {
    let mut open = Vec::new();
    for grade in &rule.grades {
        match answers.holds(&grade.when) {
            Truth::True => {
                let facts = grade.when.questions().into_iter().filter(|q| answers.value(q).is_known());
                let finding = Finding {
                    rule: rule.id.clone(),
                    operation: answers.operation.id.clone(),
                    provision: rule.provision.clone(),
                    strength: grade.strength,
                    graded: grade.strength,
                    verdict: None,
                    facts: facts.cloned().collect(),
                };
                return (Some(finding), open);
            }
            Truth::Unknown => open.extend(answers.missing(&grade.when)),
            Truth::False => {}
        }
    }
    (None, open)
}

/// Adds a question as it can be asked: itself, or those that decide whether it is.
fn ask(law: &Corpus, answers: Answers<'_>, id: &QuestionId, missing: &mut BTreeSet<Missing>) {
    let Some(question) = law.question(id) else { return };
    match answers.holds(&question.when) {
        Truth::True => {
            missing.insert(Missing { operation: answers.operation.id.clone(), question: id.clone() });
        }
        Truth::Unknown => answers.missing(&question.when).into_iter().for_each(|gate| ask(law, answers, gate, missing)),
        Truth::False => {}
    }
}

//! Applies every rule to every operation.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::over_time::{self, Through, Today};
use super::{Conduct, Letters, WeighedOperation, beside, conduct, weigh};
use crate::facts::{Answers, CaseFile, Course, Period, Truth, Verdict};
use crate::law::{Bound, Corpus, OperationId, ProvisionId, QuestionId, Role, Rule, RuleId, Scope, Strength, TierId};

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
    /// From when until when, where it lasts; an event has no period.
    pub period: Option<Period>,
    /// The firmly alleged provision that it is charged beside, on the same facts; nothing
    /// where answers of its own bring it about.
    pub beside: Option<ProvisionId>,
}

impl Finding {
    /// Whether it was so before and is no more.
    pub fn has_ended(&self) -> bool {
        self.period.is_some_and(|period| period.has_ended())
    }
}

/// What a rule came to for an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It alleges a breach that stands.
    Found(Strength),
    /// It alleges a breach that is over.
    Ended(Strength),
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

impl Infringement {
    /// The provision it is only charged beside; nothing where a finding stands by itself, or
    /// the user confirmed it or gave it another grade. It is found together with that provision
    /// or not at all, and sets no maximum.
    pub fn beside(&self) -> Option<&ProvisionId> {
        let first = self.findings.first()?.beside.as_ref()?;
        let only_beside = |finding: &Finding| finding.beside.is_some() && finding.verdict.is_none();
        self.findings.iter().all(only_beside).then_some(first)
    }
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
    /// The course of each operation, by its dates.
    pub courses: BTreeMap<OperationId, Course>,
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

/// Applies every rule of the law to every operation of the matter, as things stand on a day.
pub fn assess(case_file: &CaseFile, law: &Corpus, day: Date) -> Assessment {
    let leading = over_time::leading(law, case_file);
    let through = |operation| Through::of(law, case_file, operation, leading == Some(&operation.id));
    let operations: Vec<Through<'_>> = case_file.operations.iter().map(through).collect();
    let mut open = BTreeSet::new();
    let (mut findings, mut rejected, mut tried) = (Vec::new(), Vec::new(), Vec::new());
    let people_in = case_file.undertaking.people_or_seat();
    for through in &operations {
        let id = &through.operation.id;
        let binding = law.rules.iter().filter(|rule| binds(law, rule, case_file, &people_in, day));
        for rule in binding.filter(|rule| rule.beside.is_empty() && through.looks_at(law, rule)) {
            let held = through.apply(law, rule);
            open.extend(held.open.iter().map(|q| Missing { operation: id.clone(), question: (*q).clone() }));
            let finding = held.finding.map(|finding| reviewed(finding, case_file));
            let outcome = outcome(held.today, finding.as_ref());
            if let Some(finding) = finding {
                let is_rejected = finding.verdict == Some(Verdict::Rejected);
                if is_rejected { &mut rejected } else { &mut findings }.push(finding);
            }
            tried.push(Tried { rule: rule.id.clone(), operation: id.clone(), outcome });
        }
    }
    let courses: BTreeMap<OperationId, Course> = operations
        .iter()
        .map(|through| {
            let id = &through.operation.id;
            let own = findings.iter().filter(|finding| finding.operation == *id);
            (id.clone(), over_time::course(law, own, day))
        })
        .collect();
    let letters = Letters::of(case_file);
    for companion in beside::charged(law, case_file, &people_in, day, &letters, &findings.iter().collect::<Vec<_>>()) {
        let is_rejected = companion.verdict == Some(Verdict::Rejected);
        if is_rejected { &mut rejected } else { &mut findings }.push(companion);
    }
    let found: Vec<&Finding> = findings.iter().collect();
    let conducts = conduct::group(case_file, law, &letters, &found, |id| {
        let through = operations.iter().find(|through| through.operation.id == *id)?;
        let answers = Answers { course: courses.get(id), ..through.today()? };
        let (factors, circumstances) = weigh::weigh(law, answers, &mut open);
        Some(WeighedOperation { operation: id.clone(), factors, circumstances })
    });
    let mut missing = BTreeSet::new();
    for through in &operations {
        let Some(answers) = through.today() else { continue };
        for known in open.iter().filter(|known| known.operation == through.operation.id) {
            ask(law, answers, &known.question, &mut missing);
        }
    }
    let missing = asked_once(missing, case_file, law);
    Assessment { conducts, missing, rejected, tried, courses }
}

/// Every question where it is asked: what no single case tells apart at the operation, what is
/// about the organisation at the first operation that needs it.
fn asked_once(missing: BTreeSet<Missing>, case_file: &CaseFile, law: &Corpus) -> BTreeSet<Missing> {
    let order = |id: &OperationId| case_file.operations.iter().position(|operation| operation.id == *id);
    let mut asked: BTreeMap<QuestionId, OperationId> = BTreeMap::new();
    let mut all = BTreeSet::new();
    for Missing { operation, question } in missing {
        let whole = case_file.operation(&operation).and_then(|known| case_file.whole_of(known));
        let scope = law.question(&question).map(|question| question.scope);
        match (scope, whole) {
            (Some(Scope::Organisation), whole) => {
                let operation = whole.map_or(operation, |whole| whole.id.clone());
                let first = asked.entry(question).or_insert_with(|| operation.clone());
                if order(&operation) < order(first) {
                    *first = operation;
                }
            }
            (Some(Scope::Operation), Some(whole)) => {
                all.insert(Missing { operation: whole.id.clone(), question });
            }
            (Some(Scope::Operation | Scope::Case(_)) | None, _) => {
                all.insert(Missing { operation, question });
            }
        }
    }
    all.extend(asked.into_iter().map(|(question, operation)| Missing { operation, question }));
    all
}

/// What a rule came to, with the user's word on it.
fn outcome(today: Today, finding: Option<&Finding>) -> Outcome {
    match (today, finding) {
        (Today::Holds(_) | Today::Not | Today::Idle, Some(finding)) if finding.verdict == Some(Verdict::Rejected) => {
            Outcome::InOrder
        }
        (Today::Holds(_), Some(Finding { verdict: Some(Verdict::Regraded(strength)), .. })) => {
            Outcome::Found(*strength)
        }
        (Today::Holds(strength), Some(finding)) if finding.has_ended() => Outcome::Ended(strength),
        (Today::Holds(strength), _) => Outcome::Found(strength),
        (Today::Open, _) => Outcome::Open,
        (Today::Not | Today::Idle, Some(finding)) => Outcome::Ended(finding.strength),
        (Today::Not, None) => Outcome::InOrder,
        (Today::Idle, None) => Outcome::Idle,
    }
}

/// The finding as the user left it.
pub(super) fn reviewed(mut finding: Finding, case_file: &CaseFile) -> Finding {
    finding.verdict = case_file.review(&finding.operation, &finding.rule).map(|review| review.verdict);
    if let Some(Verdict::Regraded(strength)) = finding.verdict {
        finding.strength = strength;
    }
    finding
}

/// Whether a rule binds the organisation in its role on a day: that of a law beside data
/// protection law where people are in its territory.
pub(super) fn binds(law: &Corpus, rule: &Rule, case_file: &CaseFile, people_in: &BTreeSet<String>, day: Date) -> bool {
    let wanted = match case_file.undertaking.role {
        Role::Controller | Role::Joint => Bound::Controller,
        Role::Processor => Bound::Processor,
    };
    let in_force = |from: Option<Date>, until: Option<Date>| {
        from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
    };
    let Some(provision) = law.provision(&rule.provision) else { return false };
    let applies = law.beside_of(provision).is_none_or(|(framework, beside)| {
        in_force(Some(beside.from), beside.until) && framework.territory.iter().any(|known| people_in.contains(known))
    });
    applies && in_force(rule.from, rule.until) && provision.bound.contains(&wanted)
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

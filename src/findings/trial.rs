//! Findings as they would be with other answers: prepared once for operations that
//! may share a conduct, then only what hangs on the changed answers is looked at.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Conduct, Dependents, Finding, Letters, Touched, WeighedOperation, assess, conduct, weigh};
use crate::facts::{self, Answer, Answers, CaseFile, Operation, Truth, Verdict};
use crate::law::{Corpus, OperationId, QuestionId};

/// Operations to try other answers at.
#[derive(Debug)]
pub struct Trial<'a> {
    law: &'a Corpus,
    dependents: &'a Dependents<'a>,
    letters: &'a Letters,
    /// The matter with these operations only.
    case_file: CaseFile,
    present: Vec<Present>,
}

/// What an operation comes to with the answers it has.
#[derive(Debug, Clone)]
struct Present {
    idle: BTreeSet<QuestionId>,
    /// By the place of the rule in the law.
    findings: Vec<Option<Finding>>,
    weighed: WeighedOperation,
}

impl<'a> Trial<'a> {
    /// Prepares the operations of a matter that are named; those that share a conduct
    /// must be together. Letters are those of the whole matter.
    pub fn new(
        case_file: &CaseFile,
        law: &'a Corpus,
        dependents: &'a Dependents<'a>,
        letters: &'a Letters,
        operations: &[&Operation],
    ) -> Self {
        let case_file = CaseFile {
            operations: operations.iter().map(|operation| (*operation).clone()).collect(),
            ..without_operations(case_file)
        };
        let present = case_file.operations.iter().map(|operation| present(&case_file, law, operation)).collect();
        Self { law, dependents, letters, case_file, present }
    }

    /// The matter with these operations only.
    pub fn case_file(&self) -> &CaseFile {
        &self.case_file
    }

    /// The conducts as the answers are.
    pub fn conducts(&self) -> Vec<Conduct> {
        let present: Vec<Cow<'_, Present>> = self.present.iter().map(Cow::Borrowed).collect();
        self.group(&present)
    }

    /// Tries answers at an operation: `look` sees the matter so answered and its
    /// conducts. Afterwards everything is as before.
    pub fn with<T>(
        &mut self,
        operation: &OperationId,
        answers: Vec<(QuestionId, Answer)>,
        look: impl FnOnce(&CaseFile, &[Conduct]) -> T,
    ) -> Option<T> {
        let at = self.case_file.operations.iter().position(|known| known.id == *operation)?;
        let touched = self.touched(answers.iter().map(|(id, _)| id));
        let before = self.answer(at, answers);
        let changed = self.changed(at, &touched);
        let seen = changed.map(|changed| {
            let one = |(place, present)| if place == at { Cow::Borrowed(&changed) } else { Cow::Borrowed(present) };
            let present: Vec<Cow<'_, Present>> = self.present.iter().enumerate().map(one).collect();
            look(&self.case_file, &self.group(&present))
        });
        self.restore(at, before);
        seen
    }

    fn touched<'q>(&self, mut questions: impl Iterator<Item = &'q QuestionId>) -> Cow<'a, Touched> {
        let dependents = self.dependents;
        let first = questions.next().and_then(|id| dependents.on(id));
        let mut all = first.map_or_else(|| Cow::Owned(Touched::default()), Cow::Borrowed);
        for more in questions.filter_map(|id| dependents.on(id)) {
            all.to_mut().extend(more);
        }
        all
    }

    /// Puts answers in place and returns those that stood there.
    fn answer(&mut self, at: usize, answers: Vec<(QuestionId, Answer)>) -> Vec<(QuestionId, Option<Answer>)> {
        let Some(operation) = self.case_file.operations.get_mut(at) else { return Vec::new() };
        let put = |(id, answer): (QuestionId, Answer)| {
            let before = operation.answers.insert(id.clone(), answer);
            (id, before)
        };
        answers.into_iter().map(put).collect()
    }

    fn restore(&mut self, at: usize, before: Vec<(QuestionId, Option<Answer>)>) {
        let Some(operation) = self.case_file.operations.get_mut(at) else { return };
        for (id, answer) in before {
            match answer {
                Some(answer) => operation.answers.insert(id, answer),
                None => operation.answers.remove(&id),
            };
        }
    }

    /// What an operation comes to now, where something hangs on what was changed.
    fn changed(&self, at: usize, touched: &Touched) -> Option<Present> {
        let (operation, present) = (self.case_file.operations.get(at)?, self.present.get(at)?);
        let undertaking = &self.case_file.undertaking;
        let mut changed = present.clone();
        for question in touched.gated.iter().filter_map(|place| self.dependents.questions.get(*place)) {
            // A question stands after those it depends on, so each sees those before it.
            let answers = Answers { undertaking, operation, idle: &changed.idle };
            if answers.holds(&question.when) == Truth::False {
                changed.idle.insert(question.id.clone());
            } else {
                changed.idle.remove(&question.id);
            }
        }
        let answers = Answers { undertaking, operation, idle: &changed.idle };
        let law = self.law;
        for place in &touched.rules {
            if let Some(found) = changed.findings.get_mut(*place) {
                *found = finding(&self.case_file, law, *place, answers);
            }
        }
        let mut open = BTreeSet::new();
        for place in &touched.factors {
            if let (Some(weighed), Some(factor)) = (changed.weighed.factors.get_mut(*place), law.factors.get(*place)) {
                *weighed = weigh::factor(factor, answers, &mut open);
            }
        }
        for place in &touched.circumstances {
            let weighed = changed.weighed.circumstances.get_mut(*place);
            if let (Some(weighed), Some(circumstance)) = (weighed, law.circumstances.get(*place)) {
                *weighed = weigh::circumstance(circumstance, answers, &mut open);
            }
        }
        Some(changed)
    }

    fn group(&self, present: &[Cow<'_, Present>]) -> Vec<Conduct> {
        let findings: Vec<&Finding> = present.iter().flat_map(|known| known.findings.iter().flatten()).collect();
        conduct::group(&self.case_file, self.law, self.letters, &findings, |id| {
            present.iter().map(|known| &known.weighed).find(|weighed| weighed.operation == *id).cloned()
        })
    }
}

fn present(case_file: &CaseFile, law: &Corpus, operation: &Operation) -> Present {
    let undertaking = &case_file.undertaking;
    let idle = facts::idle(law.questions(), undertaking, operation);
    let answers = Answers { undertaking, operation, idle: &idle };
    let findings = (0..law.rules.len()).map(|place| finding(case_file, law, place, answers)).collect();
    let (factors, circumstances) = weigh::weigh(law, answers, &mut BTreeSet::new());
    let weighed = WeighedOperation { operation: operation.id.clone(), factors, circumstances };
    Present { idle, findings, weighed }
}

/// What the rule at this place finds, unless the user rejected it.
fn finding(case_file: &CaseFile, law: &Corpus, place: usize, answers: Answers<'_>) -> Option<Finding> {
    let rule = law.rules.get(place)?;
    if !assess::binds(law, &rule.provision, answers.undertaking.role) {
        return None;
    }
    let finding = assess::reviewed(assess::apply(rule, answers).0?, case_file);
    (finding.verdict != Some(Verdict::Rejected)).then_some(finding)
}

/// A copy of all but the operations.
fn without_operations(case_file: &CaseFile) -> CaseFile {
    CaseFile {
        format: case_file.format,
        title: case_file.title.clone(),
        summary: case_file.summary.clone(),
        decided_as: case_file.decided_as.clone(),
        as_of: case_file.as_of,
        undertaking: case_file.undertaking.clone(),
        operations: Vec::new(),
        assignments: case_file.assignments.clone(),
        reviews: case_file.reviews.clone(),
        methodology: case_file.methodology.clone(),
        exchange: case_file.exchange.clone(),
        choices: case_file.choices.clone(),
        notes: String::new(),
    }
}

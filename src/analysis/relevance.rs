//! What matters most: for each open question, how far the fine by the method would
//! move between its answers, and which infringements hang on it.
//!
//! A question is credited with what follows from it directly, and with the firmest
//! finding of every undecided rule that hangs on it or on what it opens: so a question
//! that only leads to others is not taken for idle. Both are found by assuming answers
//! and calculating anew, with the same rules and the same method.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::facts::{Answer, AnswerValue, Assumed, CaseFile, Operation};
use crate::findings::{Assessment, Missing, Outcome};
use crate::law::{AnswerKind, Condition, Corpus, Methodology, OperationId, ProvisionId, Question, QuestionId, Rule};
use crate::quantity::{Currency, Money};
use crate::trace::TraceBuilder;

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
    let matter = Matter { case_file, law, methodology, as_of };
    let Some(present) = matter.fine(case_file) else { return Vec::new() };
    let hanging = matter.hanging(assessment);
    let one = |missing: &Missing| matter.relevance(missing, present, assessment, &hanging);
    let mut all: Vec<Relevance> = assessment.missing.iter().filter_map(one).collect();
    let order = |id: &QuestionId| law.questions().position(|question| question.id == *id);
    all.sort_by_cached_key(|known| {
        let weight = (known.moves().minor(), known.provisions.len());
        (std::cmp::Reverse(weight), order(&known.missing.question))
    });
    all
}

/// The fine if an undecided rule came to its firmest finding.
struct Hanging<'l> {
    operation: OperationId,
    rule: &'l Rule,
    /// Everything it looks at, and what decides whether that arises.
    questions: BTreeSet<&'l QuestionId>,
    fine: Option<Money>,
}

struct Matter<'a> {
    case_file: &'a CaseFile,
    law: &'a Corpus,
    methodology: &'a Methodology,
    as_of: Date,
}

impl<'a> Matter<'a> {
    fn hanging(&self, assessment: &Assessment) -> Vec<Hanging<'a>> {
        let open = assessment.tried.iter().filter(|tried| tried.outcome == Outcome::Open);
        let hanging = open.filter_map(|tried| {
            let rule = self.law.rule(&tried.rule)?;
            let operation = self.case_file.operation(&tried.operation)?;
            let mut questions = BTreeSet::new();
            rule.grades.iter().for_each(|grade| self.collect(&grade.when, &mut questions));
            let found = rule.grades.iter().find_map(|grade| {
                let mut assumed = Assumed::new(self.law, &self.case_file.undertaking, operation);
                assumed.make(&grade.when, true).then(|| assumed.into_operation())
            })?;
            let fine = self.fine(&self.with(found));
            Some(Hanging { operation: tried.operation.clone(), rule, questions, fine })
        });
        hanging.collect()
    }

    /// The questions of a condition with those that decide whether they arise.
    fn collect(&self, condition: &'a Condition, found: &mut BTreeSet<&'a QuestionId>) {
        for id in condition.questions() {
            if found.insert(id)
                && let Some(question) = self.law.question(id)
            {
                self.collect(&question.when, found);
            }
        }
    }

    fn relevance(
        &self,
        missing: &Missing,
        present: Money,
        assessment: &Assessment,
        hanging: &[Hanging<'_>],
    ) -> Option<Relevance> {
        let question = self.law.question(&missing.question)?;
        let operation = self.case_file.operation(&missing.operation)?;
        let answered = candidates(question, self.law).into_iter().filter_map(|value| {
            let mut changed = operation.clone();
            changed.answers.insert(question.id.clone(), Answer { value, ..Answer::default() });
            self.fine(&self.with(changed))
        });
        let mut fines: Vec<Money> = answered.collect();
        fines.push(present);
        let alleged: BTreeSet<&ProvisionId> = assessment.infringements().map(|known| &known.provision).collect();
        let mut provisions = BTreeSet::new();
        let here = |rule: &&Hanging<'_>| rule.operation == operation.id && rule.questions.contains(&question.id);
        for rule in hanging.iter().filter(here) {
            fines.extend(rule.fine);
            if !alleged.contains(&rule.rule.provision) {
                provisions.insert(rule.rule.provision.clone());
            }
        }
        let low = fines.iter().copied().min_by_key(|fine| fine.minor())?;
        let high = fines.iter().copied().max_by_key(|fine| fine.minor())?;
        Some(Relevance { missing: missing.clone(), low, high, provisions })
    }

    /// The matter with one operation replaced.
    fn with(&self, operation: Operation) -> CaseFile {
        let mut case_file = self.case_file.clone();
        if let Some(place) = case_file.operations.iter_mut().find(|known| known.id == operation.id) {
            *place = operation;
        }
        case_file
    }

    fn fine(&self, case_file: &CaseFile) -> Option<Money> {
        let assessment = super::assess(case_file, self.law, self.as_of);
        let trace = TraceBuilder::disabled();
        let calculation =
            super::calculate(case_file, self.law, &assessment, self.methodology, self.as_of, trace).ok()?;
        Some(calculation.fine.point)
    }
}

/// The answers worth trying: every one there is, and for numbers and days those on
/// either side of the bounds the law looks at.
fn candidates(question: &Question, law: &Corpus) -> Vec<AnswerValue> {
    match &question.answer {
        AnswerKind::YesNo => vec![AnswerValue::Yes, AnswerValue::Partly, AnswerValue::No],
        AnswerKind::Choice(options) => options.iter().map(|option| AnswerValue::Option(option.id.clone())).collect(),
        AnswerKind::Several(options) => {
            let single = options.iter().map(|option| AnswerValue::Options(vec![option.id.clone()]));
            single.chain([AnswerValue::Options(Vec::new())]).collect()
        }
        AnswerKind::Money => [0, 1].map(|major| AnswerValue::Money(Money::from_major(major, Currency::EUR))).to_vec(),
        AnswerKind::Number { .. } | AnswerKind::Date => {
            let mut found = Vec::new();
            let mut note = |condition: &Condition| bounds(condition, &question.id, &mut found);
            law.rules.iter().flat_map(|rule| &rule.grades).for_each(|grade| note(&grade.when));
            law.factors.iter().flat_map(|factor| &factor.readings).for_each(|reading| note(&reading.when));
            law.circumstances.iter().flat_map(|known| &known.readings).for_each(|reading| note(&reading.when));
            found
        }
    }
}

fn bounds(condition: &Condition, question: &QuestionId, found: &mut Vec<AnswerValue>) {
    match condition {
        Condition::AtLeast(id, bound) | Condition::Below(id, bound) if id == question => {
            found.extend([bound - 1, *bound].map(AnswerValue::Number));
        }
        Condition::Before(id, bound) | Condition::OnOrAfter(id, bound) if id == question => {
            found.extend(bound.yesterday().ok().into_iter().chain([*bound]).map(AnswerValue::Date));
        }
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeastOf(_, parts) => {
            for part in parts {
                bounds(part, question, found);
            }
        }
        Condition::Not(part) => bounds(part, question, found),
        _ => {}
    }
}

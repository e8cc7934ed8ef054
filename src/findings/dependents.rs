//! What hangs on each question: found once, so that another answer is tried by
//! looking only at what it can change.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::{Condition, Corpus, Question, QuestionId};

/// What may come out differently once a question is answered otherwise, each by its
/// place in the law.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Questions that may arise or no longer arise, in the order of asking.
    pub(super) gated: BTreeSet<usize>,
    pub(super) rules: BTreeSet<usize>,
    pub(super) factors: BTreeSet<usize>,
    pub(super) circumstances: BTreeSet<usize>,
}

impl Touched {
    /// Adds what hangs on another question.
    pub fn extend(&mut self, more: &Self) {
        self.gated.extend(&more.gated);
        self.rules.extend(&more.rules);
        self.factors.extend(&more.factors);
        self.circumstances.extend(&more.circumstances);
    }
}

/// The index from questions to what hangs on them.
#[derive(Debug)]
pub struct Dependents<'l> {
    pub(super) questions: Vec<&'l Question>,
    touched: BTreeMap<&'l QuestionId, Touched>,
    /// What weighs by how long something lasted and when it was put right.
    pub(super) on_course: Touched,
}

impl<'l> Dependents<'l> {
    /// The index of a law.
    pub fn of(law: &'l Corpus) -> Self {
        let questions: Vec<&Question> = law.questions().collect();
        let rules = by_question(law.rules.iter().map(|rule| rule.grades.iter().map(|grade| &grade.when)));
        let factors = by_question(law.factors.iter().map(|known| known.readings.iter().map(|reading| &reading.when)));
        let circumstances =
            by_question(law.circumstances.iter().map(|known| known.readings.iter().map(|reading| &reading.when)));
        let gates = by_question(questions.iter().map(|question| std::iter::once(&question.when)));
        let mut touched = BTreeMap::new();
        for question in &questions {
            let opened = all_gated(&question.id, &questions, &gates);
            let ids = || opened.iter().filter_map(|at| questions.get(*at)).map(|known| &known.id).chain([&question.id]);
            let all = |index: &BTreeMap<&QuestionId, BTreeSet<usize>>| {
                ids().filter_map(|id| index.get(id)).flatten().copied().collect()
            };
            let (rules, factors, circumstances) = (all(&rules), all(&factors), all(&circumstances));
            touched.insert(&question.id, Touched { gated: opened, rules, factors, circumstances });
        }
        let on_course = on_course(law, &touched);
        Self { questions, touched, on_course }
    }

    /// What hangs on a question, directly or by what it lets arise.
    pub fn on(&self, question: &QuestionId) -> Option<&Touched> {
        self.touched.get(question)
    }
}

/// Factors and circumstances that look at a duration or at when something was put right.
fn on_course(law: &Corpus, touched: &BTreeMap<&QuestionId, Touched>) -> Touched {
    let durations = law.questions().filter(|question| question.duration);
    let by_duration: Vec<&Touched> = durations.filter_map(|question| touched.get(&question.id)).collect();
    let mut all = Touched::default();
    for known in by_duration {
        all.factors.extend(&known.factors);
        all.circumstances.extend(&known.circumstances);
    }
    for (place, factor) in law.factors.iter().enumerate() {
        if factor.readings.iter().any(|reading| reading.when.looks_at_course()) {
            all.factors.insert(place);
        }
    }
    for (place, circumstance) in law.circumstances.iter().enumerate() {
        if circumstance.readings.iter().any(|reading| reading.when.looks_at_course()) {
            all.circumstances.insert(place);
        }
    }
    all
}

/// Question → places of the things whose conditions look at it.
fn by_question<'l, I>(things: impl Iterator<Item = I>) -> BTreeMap<&'l QuestionId, BTreeSet<usize>>
where
    I: Iterator<Item = &'l Condition>,
{
    let mut found: BTreeMap<&QuestionId, BTreeSet<usize>> = BTreeMap::new();
    for (place, conditions) in things.enumerate() {
        for id in conditions.flat_map(Condition::questions) {
            found.entry(id).or_default().insert(place);
        }
    }
    found
}

/// The questions whose arising hangs on this one, directly or through others.
fn all_gated(
    start: &QuestionId,
    questions: &[&Question],
    gates: &BTreeMap<&QuestionId, BTreeSet<usize>>,
) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut next = vec![start];
    while let Some(id) = next.pop() {
        for at in gates.get(id).into_iter().flatten() {
            if found.insert(*at)
                && let Some(question) = questions.get(*at)
            {
                next.push(&question.id);
            }
        }
    }
    found
}

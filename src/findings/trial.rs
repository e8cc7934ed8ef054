//! Findings as they would be with other answers: prepared once for operations that
//! may share a conduct, then only what hangs on the changed answers is looked at.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::over_time::Through;
use super::{
    Conduct, Dependents, Finding, Letters, Touched, WeighedCircumstance, WeighedFactor, WeighedOperation, assess,
    beside, conduct, over_time, weigh,
};
use crate::facts::{self, Answer, Answers, CaseFile, Course, Moment, Operation, Truth, Verdict};
use crate::law::{Corpus, Direction, OperationId, QuestionId, Strength, Weight};

/// Operations to try other answers at.
#[derive(Debug)]
pub struct Trial<'a> {
    law: &'a Corpus,
    dependents: &'a Dependents<'a>,
    letters: &'a Letters,
    /// Where what is about the organisation as a whole is alleged, in the whole matter.
    leading: Option<OperationId>,
    /// The matter with these operations only.
    case_file: CaseFile,
    /// Where the people concerned are.
    people_in: BTreeSet<String>,
    /// The day of the matter.
    day: Date,
    present: Vec<Present>,
}

/// What an operation comes to with the answers it has.
#[derive(Debug)]
struct Present {
    /// What cannot arise, moment by moment.
    idle: Vec<(Moment, BTreeSet<QuestionId>)>,
    course: Course,
    /// By the place of the rule in the law.
    findings: Vec<Option<Finding>>,
    weighed: WeighedOperation,
}

/// What comes out differently at one operation, each by its place in the law.
#[derive(Debug, Default)]
struct Changed {
    findings: BTreeMap<usize, Option<Finding>>,
    factors: BTreeMap<usize, WeighedFactor>,
    circumstances: BTreeMap<usize, WeighedCircumstance>,
}

/// All of an outcome that an amount can depend on, as it differs from the present one:
/// two sets of answers with the same difference come to the same fine.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// Each with the place of the operation before the place in the law.
    findings: Vec<(usize, usize, Option<Strength>)>,
    factors: Vec<(usize, usize, Option<Weight>)>,
    circumstances: Vec<(usize, usize, Option<Direction>)>,
}

impl Difference {
    /// Whether nothing comes out differently.
    pub fn is_none(&self) -> bool {
        self.findings.is_empty() && self.factors.is_empty() && self.circumstances.is_empty()
    }
}

/// Answers put in place for a moment, and what hangs on them.
#[derive(Debug)]
pub struct Tried<'t, 'a> {
    trial: &'t Trial<'a>,
    /// By the place of the operation: the one answered, and the single cases within it.
    changed: BTreeMap<usize, Changed>,
}

impl Tried<'_, '_> {
    /// The matter so answered, with the operations of the trial only.
    pub fn case_file(&self) -> &CaseFile {
        &self.trial.case_file
    }

    /// What comes out differently.
    pub fn difference(&self) -> Difference {
        let mut difference = Difference::default();
        for (at, changed) in &self.changed {
            let Some(Present { findings, weighed, .. }) = self.trial.present.get(*at) else { continue };
            let strength = |found: &Option<Finding>| found.as_ref().map(|finding| finding.strength);
            for (place, found) in &changed.findings {
                let now = strength(found);
                if findings.get(*place).and_then(strength) != now {
                    difference.findings.push((*at, *place, now));
                }
            }
            for (place, known) in &changed.factors {
                if weighed.factors.get(*place).and_then(|known| known.weight) != known.weight {
                    difference.factors.push((*at, *place, known.weight));
                }
            }
            for (place, known) in &changed.circumstances {
                let before = weighed.circumstances.get(*place);
                if before.map(|before| (before.direction, before.otherwise)) != Some((known.direction, known.otherwise))
                {
                    difference.circumstances.push((*at, *place, known.direction));
                }
            }
        }
        difference
    }

    /// The conducts as they would be.
    pub fn conducts(&self) -> Vec<Conduct> {
        let mut findings: Vec<&Finding> = Vec::new();
        for (at, present) in self.trial.present.iter().enumerate() {
            let changed = self.changed.get(&at);
            for (place, found) in present.findings.iter().enumerate() {
                let now = changed.and_then(|changed| changed.findings.get(&place));
                findings.extend(now.unwrap_or(found));
            }
        }
        let Trial { law, letters, case_file, people_in, day, .. } = self.trial;
        let mut companions = beside::charged(law, case_file, people_in, *day, letters, &findings);
        companions.retain(|companion| companion.verdict != Some(Verdict::Rejected));
        findings.extend(&companions);
        conduct::group(case_file, law, letters, &findings, |id| self.weighed(id))
    }

    fn weighed(&self, operation: &OperationId) -> Option<WeighedOperation> {
        let mut all = self.trial.present.iter().map(|present| &present.weighed).enumerate();
        let (at, weighed) = all.find(|(_, weighed)| weighed.operation == *operation)?;
        let mut weighed = weighed.clone();
        if let Some(changed) = self.changed.get(&at) {
            for (place, now) in &changed.factors {
                if let Some(known) = weighed.factors.get_mut(*place) {
                    known.clone_from(now);
                }
            }
            for (place, now) in &changed.circumstances {
                if let Some(known) = weighed.circumstances.get_mut(*place) {
                    known.clone_from(now);
                }
            }
        }
        Some(weighed)
    }
}

impl<'a> Trial<'a> {
    /// Prepares the operations of a matter that are named; those that share a conduct
    /// must be together. Letters are those of the whole matter; the day is the matter's.
    pub fn new(
        case_file: &CaseFile,
        law: &'a Corpus,
        dependents: &'a Dependents<'a>,
        letters: &'a Letters,
        operations: &[&Operation],
        day: Date,
    ) -> Self {
        let leading = over_time::leading(law, case_file).cloned();
        let case_file = CaseFile {
            operations: operations.iter().map(|operation| (*operation).clone()).collect(),
            ..without_operations(case_file)
        };
        let people_in = case_file.undertaking.people_or_seat();
        let of = |operation: &Operation| {
            let leads = leading.as_ref() == Some(&operation.id);
            present(&case_file, law, operation, leads, (&people_in, day))
        };
        let present = case_file.operations.iter().map(of).collect();
        Self { law, dependents, letters, leading, case_file, people_in, day, present }
    }

    /// The matter with these operations only.
    pub fn case_file(&self) -> &CaseFile {
        &self.case_file
    }

    /// Tries answers at an operation and looks at what would be. Afterwards everything
    /// is as before.
    pub fn with<T>(
        &mut self,
        operation: &OperationId,
        answers: Vec<(QuestionId, Answer)>,
        look: impl FnOnce(&Tried<'_, 'a>) -> T,
    ) -> Option<T> {
        let at = self.case_file.operations.iter().position(|known| known.id == *operation)?;
        let touched = self.touched(answers.iter().map(|(id, _)| id));
        let before = self.answer(at, answers);
        let affected = self.case_file.operations.iter().enumerate().filter(|(place, known)| {
            *place == at || known.case_of.as_ref().is_some_and(|case| case.operation == *operation)
        });
        let affected: Vec<usize> = affected.map(|(place, _)| place).collect();
        let changed = affected.into_iter().filter_map(|at| Some((at, self.changed(at, &touched)?))).collect();
        let seen = look(&Tried { trial: self, changed });
        self.restore(at, before);
        Some(seen)
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

    /// What hangs on the answers put in place, at the operation they are about.
    fn changed(&self, at: usize, touched: &Touched) -> Option<Changed> {
        let (operation, present) = (self.case_file.operations.get(at)?, self.present.get(at)?);
        let (law, case_file) = (self.law, &self.case_file);
        let states = present.idle.iter().map(|(at, idle)| (*at, self.idle(operation, *at, idle, touched))).collect();
        let leads = self.leading.as_ref() == Some(&operation.id);
        let through = Through::with_idle(case_file, operation, leads, states);
        let findings: BTreeMap<usize, Option<Finding>> = touched
            .rules
            .iter()
            .map(|place| (*place, finding(law, *place, &through, &self.people_in, self.day)))
            .collect();
        let all = present.findings.iter().enumerate();
        let now = all.filter_map(|(place, before)| findings.get(&place).unwrap_or(before).as_ref());
        let course = over_time::course(law, now, self.day);
        let touched = if course == present.course { Cow::Borrowed(touched) } else { self.with_course(touched) };
        let answers = Answers { course: Some(&course), ..through.today()? };
        let mut open = BTreeSet::new();
        let factors = touched.factors.iter().filter_map(|place| Some((*place, law.factors.get(*place)?)));
        let circumstances =
            touched.circumstances.iter().filter_map(|place| Some((*place, law.circumstances.get(*place)?)));
        Some(Changed {
            findings,
            factors: factors.map(|(place, known)| (place, weigh::factor(known, answers, &mut open))).collect(),
            circumstances: circumstances
                .map(|(place, known)| (place, weigh::circumstance(known, answers, &mut BTreeSet::new())))
                .collect(),
        })
    }

    /// With all that hangs on the course of the operation, which findings may change.
    fn with_course<'t>(&self, touched: &Touched) -> Cow<'t, Touched> {
        let mut all = touched.clone();
        all.extend(&self.dependents.on_course);
        Cow::Owned(all)
    }

    /// The questions that cannot arise at a moment now.
    fn idle<'i>(
        &self,
        operation: &Operation,
        at: Moment,
        before: &'i BTreeSet<QuestionId>,
        touched: &Touched,
    ) -> Cow<'i, BTreeSet<QuestionId>> {
        let mut idle = Cow::Borrowed(before);
        for question in touched.gated.iter().filter_map(|place| self.dependents.questions.get(*place)) {
            // A question stands after those it depends on, so each sees those before it.
            let answers = Answers { at, ..Answers::of(&self.case_file, operation, &idle) };
            let cannot_arise = !facts::is_asked_at(question, &self.case_file, operation)
                || answers.holds(&question.when) == Truth::False;
            if cannot_arise != idle.contains(&question.id) {
                if cannot_arise {
                    idle.to_mut().insert(question.id.clone());
                } else {
                    idle.to_mut().remove(&question.id);
                }
            }
        }
        idle
    }
}

fn present(
    case_file: &CaseFile,
    law: &Corpus,
    operation: &Operation,
    leads: bool,
    (people_in, day): (&BTreeSet<String>, Date),
) -> Present {
    let idle: Vec<(Moment, BTreeSet<QuestionId>)> = facts::moments(case_file, operation)
        .into_iter()
        .map(|at| (at, facts::idle(law.questions(), case_file, operation, at)))
        .collect();
    let states = idle.iter().map(|(at, idle)| (*at, Cow::Borrowed(idle))).collect();
    let through = Through::with_idle(case_file, operation, leads, states);
    let findings: Vec<Option<Finding>> =
        (0..law.rules.len()).map(|place| finding(law, place, &through, people_in, day)).collect();
    let course = over_time::course(law, findings.iter().flatten(), day);
    let weighed = through.today().map(|answers| {
        let answers = Answers { course: Some(&course), ..answers };
        weigh::weigh(law, answers, &mut BTreeSet::new())
    });
    let (factors, circumstances) = weighed.unwrap_or_default();
    let weighed = WeighedOperation { operation: operation.id.clone(), factors, circumstances };
    Present { idle, course, findings, weighed }
}

/// What the rule at this place finds, unless the user rejected it.
fn finding(
    law: &Corpus,
    place: usize,
    through: &Through<'_>,
    people_in: &BTreeSet<String>,
    day: Date,
) -> Option<Finding> {
    let rule = law.rules.get(place).filter(|rule| through.looks_at(law, rule))?;
    if !assess::binds(law, rule, through.case_file, people_in, day) {
        return None;
    }
    let finding = assess::reviewed(through.apply(law, rule).finding?, through.case_file);
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
        first_contact: case_file.first_contact,
        answers: case_file.answers.clone(),
        undertaking: case_file.undertaking.clone(),
        operations: Vec::new(),
        assignments: case_file.assignments.clone(),
        reviews: case_file.reviews.clone(),
        methodology: case_file.methodology.clone(),
        exchange: case_file.exchange.clone(),
        choices: case_file.choices.clone(),
        compared: crate::facts::Compared::default(),
        notes: String::new(),
    }
}

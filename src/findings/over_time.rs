//! One rule at all moments of an operation: what holds today goes on, what held only
//! before has ended; both stay infringements.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{EARLIER_CONDUCT, Finding};
use crate::facts::{
    Answers, CaseFile, Change, ChoiceValue, Course, Moment, Operation, Period, Restored, Truth, Until, idle, moments,
};
use crate::law::{Corpus, Grade, OperationId, QuestionId, Rule, Scope, Strength};
use crate::quantity::PartialDate;

/// An answer that was different before, and what the change did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The question.
    pub question: QuestionId,
    /// The last day, month or year of what was so before; `None` where nobody knows.
    pub until: Option<PartialDate>,
    /// What it did to what is alleged.
    pub way: Way,
}

/// What a change did to what is alleged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Something is alleged no more, or less firmly.
    Better,
    /// Something is alleged, or more firmly.
    Worse,
    /// Neither, both, or not known.
    Open,
}

/// What each change of an answer about an operation did: what the rules that look at it and
/// bind on a day come to just before and just after.
pub fn turns(law: &Corpus, case_file: &CaseFile, operation: &Operation, day: Date) -> Vec<Turn> {
    let leads = leading(law, case_file) == Some(&operation.id);
    let through = Through::of(law, case_file, operation, leads);
    let people_in = case_file.undertaking.people_or_seat();
    let binding: Vec<&Rule> =
        law.rules.iter().filter(|rule| super::assess::binds(law, rule, case_file, &people_in, day)).collect();
    let states: Vec<Answers<'_>> = through.each().collect();
    let changed = operation.answers.iter().filter_map(|(id, answer)| Some((id, answer.before.as_ref()?.until)));
    let turn = |(question, until): (&QuestionId, Option<PartialDate>)| {
        let around = states.iter().zip(states.iter().skip(1));
        let mut around = around.filter(|(before, _)| before.at == Moment::Before(Change(until)));
        let way = around.next().map_or(Way::Open, |(before, after)| way(&binding, question, *before, *after));
        Turn { question: question.clone(), until, way }
    };
    changed.map(turn).collect()
}

fn way(binding: &[&Rule], question: &QuestionId, before: Answers<'_>, after: Answers<'_>) -> Way {
    let looks_at = |grade: &Grade| grade.when.questions().contains(&question);
    let strength = |rule: &Rule, answers| match at_one_moment(rule, answers) {
        (Some(finding), _) => Some(Some(finding.strength)),
        (None, open) => open.is_empty().then_some(None),
    };
    let (mut better, mut worse) = (false, false);
    for rule in binding.iter().filter(|rule| rule.grades.iter().any(looks_at)) {
        if let (Some(before), Some(after)) = (strength(rule, before), strength(rule, after)) {
            better |= after < before;
            worse |= after > before;
        }
    }
    match (better, worse) {
        (true, false) => Way::Better,
        (false, true) => Way::Worse,
        (true, true) | (false, false) => Way::Open,
    }
}

/// An operation at each of its moments, the last of which is today.
#[derive(Debug, Clone)]
pub(super) struct Through<'a> {
    pub(super) case_file: &'a CaseFile,
    pub(super) operation: &'a Operation,
    /// Whether what is about the organisation as a whole is alleged here.
    leads: bool,
    states: Vec<(Moment, Cow<'a, BTreeSet<QuestionId>>)>,
}

/// What a rule comes to over time.
#[derive(Debug)]
pub(super) struct Held<'r> {
    /// What it alleges, today or before.
    pub(super) finding: Option<Finding>,
    /// Questions of today that would make it firmer or bring it about.
    pub(super) open: Vec<&'r QuestionId>,
    /// What it comes to today.
    pub(super) today: Today,
}

/// What a rule comes to with the answers of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Today {
    Holds(Strength),
    Open,
    Not,
    /// What it looks at cannot arise.
    Idle,
}

/// Where what is about the organisation as a whole is alleged: at the first operation that
/// counts.
pub(super) fn leading<'c>(law: &Corpus, case_file: &'c CaseFile) -> Option<&'c OperationId> {
    let mut counting = case_file
        .operations
        .iter()
        .filter(|operation| operation.case_of.is_none() && !is_before_the_law(law, case_file, operation));
    counting.next().map(|operation| &operation.id)
}

/// Whether all of an operation was over before the law applied, and is not chosen to count.
fn is_before_the_law(law: &Corpus, case_file: &CaseFile, operation: &Operation) -> bool {
    let (Some(ended), Some(beginning)) = (operation.ended, law.beginning()) else { return false };
    let chosen = case_file.choices.get(EARLIER_CONDUCT).map(|choice| choice.value);
    ended.last() < beginning.day && chosen != Some(ChoiceValue::Holds(true))
}

impl<'a> Through<'a> {
    /// An operation with what cannot arise at each moment.
    pub(super) fn of(law: &Corpus, case_file: &'a CaseFile, operation: &'a Operation, leads: bool) -> Self {
        let at = |at: Moment| (at, Cow::Owned(idle(law.questions(), case_file, operation, at)));
        let states = moments(case_file, operation).into_iter().map(at).collect();
        Self { case_file, operation, leads, states }
    }

    /// The same moments with other sets of what cannot arise, in the same order.
    pub(super) fn with_idle(
        case_file: &'a CaseFile,
        operation: &'a Operation,
        leads: bool,
        states: Vec<(Moment, Cow<'a, BTreeSet<QuestionId>>)>,
    ) -> Self {
        Self { case_file, operation, leads, states }
    }

    /// Whether a rule is looked at here: in a single case, only those on what is asked about
    /// such cases or was answered about this one; the operation itself sees to the rest. What is
    /// about the organisation as a whole is one failing: it is looked at where it is alleged, and
    /// where an operation has an answer of its own.
    pub(super) fn looks_at(&self, law: &Corpus, rule: &Rule) -> bool {
        if is_before_the_law(law, self.case_file, self.operation) {
            return false;
        }
        if rule.scope == Scope::Organisation && !self.leads {
            let mut questions = rule.grades.iter().flat_map(|grade| grade.when.questions());
            return questions.any(|id| self.operation.answers.contains_key(id));
        }
        let Some(case) = &self.operation.case_of else { return true };
        let of_the_case = |id: &&QuestionId| {
            self.operation.answers.contains_key(*id)
                || law.question(id).is_some_and(|question| question.scope == Scope::Case(case.kind))
        };
        rule.grades.iter().flat_map(|grade| grade.when.questions()).any(|id| of_the_case(&id))
    }

    /// The answers of today.
    pub(super) fn today(&self) -> Option<Answers<'_>> {
        self.each().last()
    }

    fn each(&self) -> impl Iterator<Item = Answers<'_>> {
        let of = |idle| Answers::of(self.case_file, self.operation, idle);
        self.states.iter().map(move |(at, idle)| Answers { at: *at, ..of(idle.as_ref()) })
    }

    /// What a rule comes to: the firmest it holds at any moment, from the first to the last.
    pub(super) fn apply<'r>(&self, law: &Corpus, rule: &'r Rule) -> Held<'r> {
        let mut firmest: Option<Finding> = None;
        let (mut from, mut until) = (None, None);
        let (mut open, mut today) = (Vec::new(), Today::Not);
        let mut since = self.operation.began.or_else(|| self.case_file.whole_of(self.operation)?.began);
        for answers in self.each() {
            let (found, missing) = at_one_moment(rule, answers);
            if let Some(finding) = &found {
                from = from.or(Some(since));
                until = Some(answers.at);
                if firmest.as_ref().is_none_or(|known| known.strength <= finding.strength) {
                    firmest.clone_from(&found);
                }
            }
            match answers.at {
                Moment::Before(Change(day)) => since = day,
                Moment::Today => {
                    today = outcome(rule, answers, found.as_ref());
                    open = missing;
                }
            }
        }
        if let Some(finding) = &mut firmest {
            let lasts = finding.facts.iter().any(|id| law.question(id).is_some_and(|question| question.lasting));
            finding.period = lasts.then(|| Period { from: from.flatten(), until: self.until(until, today) });
        }
        Held { finding: firmest, open, today }
    }

    fn until(&self, last: Option<Moment>, today: Today) -> Until {
        let ended = self.operation.ended.or_else(|| self.case_file.whole_of(self.operation)?.ended);
        // Nothing lasts longer than the operation it is about.
        let is_first = |end: &PartialDate, day: Option<PartialDate>| Change(Some(*end)) < Change(day);
        match (last, today) {
            (Some(Moment::Before(_)), Today::Open) => Until::Unclear,
            (Some(Moment::Before(Change(day))), _) => Until::Ended(ended.filter(|end| is_first(end, day)).or(day)),
            (Some(Moment::Today) | None, _) => ended.map_or(Until::GoesOn, |day| Until::Ended(Some(day))),
        }
    }
}

/// The finding of the first grade that certainly holds, and the questions that would
/// make it firmer or bring one about.
fn at_one_moment<'r>(rule: &'r Rule, answers: Answers<'_>) -> (Option<Finding>, Vec<&'r QuestionId>) {
    let mut open = Vec::new();
    for grade in &rule.grades {
        match answers.holds(&grade.when) {
            Truth::True => {
                open.extend(answers.missing(&grade.when));
                let facts = grade.when.questions().into_iter().filter(|q| answers.value(q).is_known());
                let finding = Finding {
                    rule: rule.id.clone(),
                    operation: answers.operation.id.clone(),
                    provision: rule.provision.clone(),
                    strength: grade.strength,
                    graded: grade.strength,
                    verdict: None,
                    facts: facts.cloned().collect(),
                    period: None,
                    beside: None,
                };
                return (Some(finding), open);
            }
            Truth::Unknown => open.extend(answers.missing(&grade.when)),
            Truth::False => {}
        }
    }
    (None, open)
}

fn outcome(rule: &Rule, answers: Answers<'_>, found: Option<&Finding>) -> Today {
    let cannot_arise = |grade: &Grade| grade.when.questions().into_iter().any(|q| answers.idle.contains(q));
    match found {
        Some(finding) => Today::Holds(finding.strength),
        None if rule.grades.iter().any(|grade| answers.holds(&grade.when) == Truth::Unknown) => Today::Open,
        None if rule.grades.iter().all(cannot_arise) => Today::Idle,
        None => Today::Not,
    }
}

/// What the time of its findings tells of an operation: how long the longest certainly
/// lasted until a day, and when the last was put right.
pub(super) fn course<'f>(law: &Corpus, findings: impl Iterator<Item = &'f Finding>, day: Date) -> Course {
    let periods: Vec<Period> = findings.filter_map(|finding| finding.period).collect();
    let months = periods.iter().filter_map(|period| period.months(day)).max();
    let durations = law.questions().filter(|question| question.duration).filter_map(|question| {
        let months = months?;
        Some((question.id.clone(), crate::facts::AnswerValue::Number(months)))
    });
    Course { durations: durations.collect(), put_right: restored(&periods) }
}

fn restored(periods: &[Period]) -> Restored {
    if periods.is_empty() || periods.iter().any(|period| period.until == Until::GoesOn) {
        return Restored::No;
    }
    let mut last: Option<PartialDate> = None;
    for period in periods {
        let Until::Ended(Some(day)) = period.until else { return Restored::Unclear };
        if last.is_none_or(|known| Change(Some(known)) < Change(Some(day))) {
            last = Some(day);
        }
    }
    last.map_or(Restored::No, Restored::By)
}

//! Whether any answers let a condition hold: what can never be reached is a slip.
//!
//! All combinations of the answers that can make a difference are tried, as far as they
//! are not decided sooner. A question that cannot arise is as in [`crate::facts`]: no
//! condition on it holds.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::law::{
    AnswerKind, Condition, Corpus, OptionId, PutRight, Question, QuestionId, Role, UndertakingKind, YesNo,
};

/// After so many looks a condition counts as one that can hold: it must not take long.
const LOOKS: usize = 50_000;

/// What a condition looks at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Fact<'a> {
    Answer(&'a QuestionId),
    Option(&'a QuestionId, &'a OptionId),
    Role,
    Kind,
    Employees,
    Country,
    PeopleIn(&'a str),
    Adheres,
    Earlier,
    Contacted,
    PutRight,
}

/// The questions, to look conditions up in.
pub(super) struct Reach<'a> {
    questions: BTreeMap<&'a QuestionId, &'a Question>,
}

impl<'a> Reach<'a> {
    pub(super) fn of(law: &'a Corpus) -> Self {
        Self { questions: law.questions().map(|question| (&question.id, question)).collect() }
    }

    /// Whether answers are possible by which all of `all` hold and none of `none` does.
    pub(super) fn is_possible(&self, all: &[&Condition], none: &[&Condition]) -> bool {
        let mut search = Search { questions: &self.questions, facts: Vec::new(), given: BTreeMap::new(), looks: LOOKS };
        for condition in all.iter().chain(none) {
            search.collect(condition);
        }
        search.found(all, none, 0)
    }
}

struct Search<'s, 'a> {
    questions: &'s BTreeMap<&'a QuestionId, &'a Question>,
    /// What can make a difference, each with the values that stand for all.
    facts: Vec<(Fact<'s>, Vec<i64>)>,
    given: BTreeMap<Fact<'s>, i64>,
    looks: usize,
}

impl<'s> Search<'s, '_> {
    /// Whether the rest of the facts can be given so that it comes out as wanted.
    fn found(&mut self, all: &[&'s Condition], none: &[&'s Condition], next: usize) -> bool {
        if self.looks == 0 {
            return true;
        }
        self.looks -= 1;
        let (mut decided, mut refuted) = (true, false);
        for (condition, wanted) in all.iter().map(|c| (c, true)).chain(none.iter().map(|c| (c, false))) {
            match self.holds(condition) {
                Some(holds) => refuted |= holds != wanted,
                None => decided = false,
            }
        }
        if refuted || decided {
            return !refuted;
        }
        let Some((fact, values)) = self.facts.get(next).cloned() else { return true };
        let found = values.iter().any(|value| {
            self.given.insert(fact.clone(), *value);
            self.found(all, none, next + 1)
        });
        self.given.remove(&fact);
        found
    }

    /// Adds what a condition looks at, the questions that decide whether others arise first.
    fn collect(&mut self, condition: &'s Condition) {
        match condition {
            Condition::Always => {}
            Condition::Is(id, _) | Condition::OneOf(id, _) => self.answer(id, &[0, 1, 2]),
            Condition::AtLeast(id, bound) | Condition::Below(id, bound) => self.answer(id, &[0, bound - 1, *bound]),
            Condition::Before(id, bound) | Condition::OnOrAfter(id, bound) => {
                self.answer(id, &[day(*bound) - 1, day(*bound)]);
            }
            Condition::SomeMoney(id) => self.answer(id, &[0, 1]),
            Condition::Includes(id, option) => {
                if self.option_place(id, option).is_none() {
                    self.gate(id);
                    if let Some(none) = self.none_of(id) {
                        self.fact(Fact::Option(id, none), &[0, 1]);
                    }
                    self.fact(Fact::Option(id, option), &[0, 1]);
                } else {
                    let count = self.question(id).map_or(0, |question| question.answer.options().len());
                    let places: Vec<i64> = (0..i64::try_from(count).unwrap_or_default()).collect();
                    self.answer(id, &places);
                }
            }
            Condition::All(parts) | Condition::Any(parts) | Condition::AtLeastOf(_, parts) => {
                for part in parts {
                    self.collect(part);
                }
            }
            Condition::Not(part) => self.collect(part),
            Condition::Unless(part) => {
                self.collect(part);
                // An exception may be left open: no answer that is one of the known.
                for id in part.questions() {
                    self.leave_open(id);
                }
            }
            Condition::Role(_) => self.fact(Fact::Role, &[0, 1, 2]),
            Condition::Kind(_) => self.fact(Fact::Kind, &[0, 1, 2, 3]),
            Condition::EmployeesBelow(bound) => self.fact(Fact::Employees, &[i64::from(*bound) - 1, i64::from(*bound)]),
            Condition::EstablishedIn(countries) => {
                let codes: Vec<i64> = std::iter::once(0).chain(countries.iter().map(|code| country(code))).collect();
                self.fact(Fact::Country, &codes);
            }
            // People may be in several countries at once: each is a fact of its own.
            Condition::PeopleIn(countries) => {
                for code in countries {
                    self.fact(Fact::PeopleIn(code), &[0, 1]);
                }
            }
            Condition::Adheres => self.fact(Fact::Adheres, &[0, 1]),
            Condition::EarlierInfringement => self.fact(Fact::Earlier, &[0, 1]),
            Condition::Contacted => self.fact(Fact::Contacted, &[0, 1]),
            Condition::PutRight(_) => {
                self.fact(Fact::Contacted, &[0, 1]);
                self.fact(Fact::PutRight, &[0, 1, 2]);
            }
        }
    }

    fn question(&self, id: &QuestionId) -> Option<&'s Question> {
        self.questions.get(id).copied()
    }

    fn gate(&mut self, id: &'s QuestionId) {
        if let Some(question) = self.question(id) {
            self.collect(&question.when);
        }
    }

    fn answer(&mut self, id: &'s QuestionId, values: &[i64]) {
        self.gate(id);
        let question = self.question(id);
        let possible = |value: &i64| match question.map(|question| &question.answer) {
            Some(AnswerKind::Number { .. }) => {
                *value >= 0 && question.and_then(|question| question.at_most).is_none_or(|most| *value <= most)
            }
            _ => true,
        };
        let values: Vec<i64> = values.iter().copied().filter(possible).collect();
        self.fact(Fact::Answer(id), &values);
    }

    /// Lets a question that takes one answer be unanswered.
    fn leave_open(&mut self, id: &'s QuestionId) {
        if !matches!(self.question(id).map(|question| &question.answer), Some(AnswerKind::Several(_))) {
            self.fact(Fact::Answer(id), &[-1]);
        }
    }

    fn fact(&mut self, fact: Fact<'s>, values: &[i64]) {
        let place = self.facts.iter().position(|(known, _)| *known == fact);
        if let Some((_, known)) = place.and_then(|place| self.facts.get_mut(place)) {
            known.extend(values);
            known.sort_unstable();
            known.dedup();
        } else {
            self.facts.push((fact, values.to_vec()));
        }
    }

    /// The option of a question that says that none of the others is so.
    fn none_of(&self, id: &QuestionId) -> Option<&'s OptionId> {
        self.question(id)?.answer.options().iter().find(|option| option.is_none()).map(|option| &option.id)
    }

    /// The place of an option of a question that takes one only.
    fn option_place(&self, id: &QuestionId, option: &OptionId) -> Option<i64> {
        let AnswerKind::Choice(options) = &self.question(id)?.answer else { return None };
        i64::try_from(options.iter().position(|known| known.id == *option)?).ok()
    }

    /// Whether a condition holds by what is given; `None` where that does not decide.
    fn holds(&self, condition: &'s Condition) -> Option<bool> {
        match condition {
            Condition::Always => Some(true),
            Condition::Is(id, wanted) => self.answered(id, |given| given == yes_no(*wanted)),
            Condition::OneOf(id, wanted) => {
                self.answered(id, |given| wanted.iter().any(|wanted| given == yes_no(*wanted)))
            }
            Condition::AtLeast(id, bound) => self.answered(id, |given| given >= *bound),
            Condition::Below(id, bound) => self.answered(id, |given| given < *bound),
            Condition::Before(id, bound) => self.answered(id, |given| given < day(*bound)),
            Condition::OnOrAfter(id, bound) => self.answered(id, |given| given >= day(*bound)),
            Condition::SomeMoney(id) => self.answered(id, |given| given > 0),
            Condition::Includes(id, option) => self.includes(id, option),
            Condition::All(parts) => self.at_least(parts.len(), parts),
            Condition::Any(parts) => self.at_least(1, parts),
            Condition::AtLeastOf(wanted, parts) => self.at_least(*wanted, parts),
            Condition::Not(part) | Condition::Unless(part) => self.holds(part).map(|holds| !holds),
            Condition::Role(roles) => self.is(&Fact::Role, |given| roles.iter().any(|of| role(*of) == given)),
            Condition::Kind(kinds) => self.is(&Fact::Kind, |given| kinds.iter().any(|of| kind(*of) == given)),
            Condition::EmployeesBelow(bound) => self.is(&Fact::Employees, |given| given < i64::from(*bound)),
            Condition::EstablishedIn(countries) => {
                self.is(&Fact::Country, |given| countries.iter().any(|code| country(code) == given))
            }
            Condition::PeopleIn(countries) => {
                let none = countries.iter().map(|code| self.is(&Fact::PeopleIn(code), |given| given == 0));
                none.fold(Some(true), and).map(|none| !none)
            }
            Condition::Adheres => self.is(&Fact::Adheres, |given| given == 1),
            Condition::EarlierInfringement => self.is(&Fact::Earlier, |given| given == 1),
            Condition::Contacted => self.is(&Fact::Contacted, |given| given == 1),
            Condition::PutRight(PutRight::BeforeContact) => self.is(&Fact::PutRight, |given| given == 1),
            // After a contact only where there was one.
            Condition::PutRight(PutRight::AfterContact) => {
                and(self.is(&Fact::Contacted, |given| given == 1), self.is(&Fact::PutRight, |given| given == 2))
            }
        }
    }

    fn includes(&self, id: &'s QuestionId, option: &'s OptionId) -> Option<bool> {
        if let Some(place) = self.option_place(id, option) {
            return self.answered(id, |given| given == place);
        }
        // With “none of these” no other can be given.
        let none = self.none_of(id).filter(|none| *none != option);
        let alone = none.map_or(Some(true), |none| self.is(&Fact::Option(id, none), |given| given == 0));
        let given = self.is(&Fact::Option(id, option), |given| given == 1);
        and(self.arises(id), and(alone, given))
    }

    fn arises(&self, id: &QuestionId) -> Option<bool> {
        self.question(id).map_or(Some(true), |question| self.holds(&question.when))
    }

    fn answered(&self, id: &'s QuestionId, test: impl Fn(i64) -> bool) -> Option<bool> {
        and(self.arises(id), self.is(&Fact::Answer(id), test))
    }

    fn is(&self, fact: &Fact<'s>, test: impl Fn(i64) -> bool) -> Option<bool> {
        self.given.get(fact).map(|given| test(*given))
    }

    fn at_least(&self, wanted: usize, parts: &'s [Condition]) -> Option<bool> {
        let (mut holding, mut open) = (0, 0);
        for part in parts {
            match self.holds(part) {
                Some(true) => holding += 1,
                None => open += 1,
                Some(false) => {}
            }
        }
        if holding >= wanted {
            Some(true)
        } else if holding + open < wanted {
            Some(false)
        } else {
            None
        }
    }
}

fn and(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn yes_no(answer: YesNo) -> i64 {
    match answer {
        YesNo::Yes => 0,
        YesNo::Partly => 1,
        YesNo::No => 2,
    }
}

fn role(role: Role) -> i64 {
    match role {
        Role::Controller => 0,
        Role::Processor => 1,
        Role::Joint => 2,
    }
}

fn kind(kind: UndertakingKind) -> i64 {
    match kind {
        UndertakingKind::Company => 0,
        UndertakingKind::PublicBody => 1,
        UndertakingKind::Association => 2,
        UndertakingKind::Individual => 3,
    }
}

/// A number that orders days as time does.
fn day(date: Date) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

/// A number for each country's code, above zero.
fn country(code: &str) -> i64 {
    code.bytes().fold(1, |number, byte| number * 256 + i64::from(byte))
}

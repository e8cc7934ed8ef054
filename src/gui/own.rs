//! The user's own decisions in the window: the file they are kept in, and the record being entered.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::precedents::{Decision, StatedTurnover};
use crate::quantity::Money;

/// A wish about the user's own decisions.
#[derive(Debug, Clone, PartialEq)]
pub enum OwnWish {
    /// Begin a record, or go on with the one begun.
    Add,
    /// Change a record.
    Edit(String),
    /// Take a record out of the file.
    Delete(String),
    /// What is entered so far.
    Enter(Box<Draft>),
    /// Write the record entered into the file; the fields whose text cannot be read.
    Keep(Vec<String>),
    /// Give up what was entered.
    Cancel,
    /// Write the file as it was before the last change.
    Restore(Option<String>),
    /// Read the file again.
    Reread,
}

/// A record while it is entered: what may be missing meanwhile stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The record that is changed; none where it is new.
    pub of: Option<String>,
    /// What is entered; every field without a place in the form stays as it is.
    pub record: Decision,
    /// The day, once it is stated.
    pub decided: Option<Date>,
    /// The turnover, once it is stated.
    pub turnover: Option<Money>,
    /// Its financial year.
    pub turnover_year: Option<i16>,
    /// Not from the decision itself.
    pub turnover_secondary: bool,
}

impl Draft {
    /// A new record.
    pub(super) fn new(today: Date) -> Self {
        Self {
            of: None,
            record: Decision::blank(today),
            decided: None,
            turnover: None,
            turnover_year: None,
            turnover_secondary: false,
        }
    }

    /// A record to be changed.
    pub(super) fn of(record: &Decision) -> Self {
        let turnover = record.facts.turnover.as_ref();
        Self {
            of: Some(record.id.clone()),
            record: record.clone(),
            decided: Some(record.decided),
            turnover: turnover.map(|turnover| turnover.amount),
            turnover_year: turnover.and_then(|turnover| turnover.year),
            turnover_secondary: turnover.is_some_and(|turnover| turnover.secondary),
        }
    }

    /// The record as it is to be kept; `None` without a day.
    pub(super) fn finished(&self) -> Option<Decision> {
        let mut record = self.record.clone();
        record.decided = self.decided?;
        let note = record.facts.turnover.take().and_then(|turnover| turnover.note);
        record.facts.turnover = self.turnover.map(|amount| StatedTurnover {
            amount,
            year: self.turnover_year,
            secondary: self.turnover_secondary,
            note,
        });
        Some(record)
    }
}

/// What the window knows of the user's own decisions.
#[derive(Default)]
pub(super) struct Own {
    /// Where they are kept; `None` where nothing is kept, as in tests.
    pub(super) path: Option<PathBuf>,
    /// What the file says; `None` while there is none.
    pub(super) text: Option<String>,
    /// Why the file cannot be used. It is then left as it is, and nothing is written.
    pub(super) problem: Option<String>,
    /// The record being entered.
    pub(super) draft: Option<Draft>,
    /// Whether its form is shown; else what is listed or read.
    pub(super) is_shown: bool,
    /// Why it is not kept.
    pub(super) refused: Vec<String>,
    /// As it was before each change, and as it was before each taken back.
    before: Vec<Draft>,
    after: Vec<Draft>,
}

impl Own {
    /// Begins to enter a record.
    pub(super) fn begin(&mut self, draft: Draft) {
        let (path, text, problem) = (self.path.take(), self.text.take(), self.problem.take());
        *self = Self { path, text, problem, draft: Some(draft), is_shown: true, ..Self::default() };
    }

    /// Nothing is entered any more.
    pub(super) fn finish(&mut self) {
        let (path, text, problem) = (self.path.take(), self.text.take(), self.problem.take());
        *self = Self { path, text, problem, ..Self::default() };
    }

    /// Takes what was entered.
    pub(super) fn enter(&mut self, draft: Draft) {
        self.before.extend(self.draft.replace(draft));
        self.after.clear();
        self.refused.clear();
    }

    /// Takes the last change back, or makes it again.
    pub(super) fn step(&mut self, forward: bool) {
        let (from, to) =
            if forward { (&mut self.after, &mut self.before) } else { (&mut self.before, &mut self.after) };
        if let Some(draft) = from.pop() {
            to.extend(self.draft.replace(draft));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_entered_can_be_taken_back_and_made_again() {
        let mut own = Own::default();
        own.begin(Draft::new("2026-11-23".parse().unwrap()));
        let mut next = own.draft.clone().unwrap();
        next.record.controller = "Shop".to_owned();
        own.enter(next.clone());
        own.step(false);
        assert_eq!(own.draft.as_ref().unwrap().record.controller, "");
        own.step(true);
        assert_eq!(own.draft, Some(next));
        own.step(true);
        assert!(own.draft.is_some(), "there is nothing more");
    }

    #[test]
    fn a_field_without_a_place_in_the_form_stays() {
        let library = crate::library::Library::embedded().unwrap();
        for record in &library.decisions {
            assert_eq!(Draft::of(record).finished().as_ref(), Some(record), "{}", record.id);
        }
    }
}

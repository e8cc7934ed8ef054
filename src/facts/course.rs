//! Facts over time: what was so before, and the course an operation took.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{SpanRound, Unit};

use super::{AnswerValue, CaseFile, Operation};
use crate::law::QuestionId;
use crate::quantity::PartialDate;

/// The last day, month or year of what was so before. A change of which nobody knows the day
/// is taken to come before all others: at the very beginning it certainly had not happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change(pub Option<PartialDate>);

impl Ord for Change {
    fn cmp(&self, other: &Self) -> Ordering {
        // None comes before all days.
        let key = |change: &Self| change.0.map(|day| (day.last(), day.first()));
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Change {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A moment for which answers are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Moment {
    /// As it is today.
    #[default]
    Today,
    /// As it was just before a change.
    Before(Change),
}

/// The moments at which answers that count for an operation differ, the earliest first;
/// today is the last.
pub fn moments(case_file: &CaseFile, operation: &Operation) -> Vec<Moment> {
    let own = [Some(operation), case_file.whole_of(operation)].into_iter().flatten();
    let all = own.map(|known| &known.answers).chain([&case_file.answers]);
    let before = all.flat_map(|answers| answers.values()).filter_map(|answer| answer.before.as_ref());
    let changes: BTreeSet<Change> = before.map(|before| Change(before.until)).collect();
    changes.into_iter().map(Moment::Before).chain([Moment::Today]).collect()
}

/// What is concluded on the time of what is alleged about an operation, for those
/// circumstances that weigh it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Course {
    /// Durations that dates tell, for questions nobody answered.
    pub durations: BTreeMap<QuestionId, AnswerValue>,
    /// When it was put right.
    pub put_right: Restored,
}

/// Whether and when what was wrong at an operation was put right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Restored {
    /// Something still goes on, or nothing that lasts is alleged.
    #[default]
    No,
    /// All of it, and all before this day, month or year was over.
    By(PartialDate),
    /// All of it, or perhaps all of it; the day is not known.
    Unclear,
}

/// From when until when something was so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its first day, month or year; `None` where nobody knows.
    pub from: Option<PartialDate>,
    /// Its end.
    pub until: Until,
}

/// The end of what was so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// It goes on.
    GoesOn,
    /// It ended; `None` where nobody knows the day.
    Ended(Option<PartialDate>),
    /// Whether it goes on hangs on an open question.
    Unclear,
}

impl Period {
    /// The whole months it certainly lasted until a day at the latest; `None` where its
    /// beginning or its end is not known.
    pub fn months(&self, day: Date) -> Option<i64> {
        let end = match self.until {
            Until::GoesOn => day,
            Until::Ended(end) => end?.first().min(day),
            Until::Unclear => return None,
        };
        let from = self.from?;
        if from.first() > end { None } else { months_between(from.last(), end) }
    }

    /// Whether it is over.
    pub fn has_ended(&self) -> bool {
        matches!(self.until, Until::Ended(_))
    }
}

/// The whole months between two days; none where the second is not the later one.
pub fn months_between(from: Date, to: Date) -> Option<i64> {
    let span = from.until(to).ok()?;
    let whole = SpanRound::new().largest(Unit::Month).relative(from);
    let months = span.round(whole).ok()?.get_months();
    Some(i64::from(months.max(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_whole_ones() {
        let between = |from: &str, to: &str| months_between(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(between("2018-05-25", "2019-05-24"), Some(11));
        assert_eq!(between("2018-05-25", "2019-05-25"), Some(12));
        assert_eq!(between("2018-05-25", "2019-06-01"), Some(12));
        assert_eq!(between("2018-05-25", "2018-05-01"), Some(0));
        assert_eq!(between("2018-05-25", "2026-11-23"), Some(101));
    }

    #[test]
    fn changes_stand_in_the_order_of_their_days_and_unknown_ones_first() {
        let change = |day: &str| Change(Some(day.parse().unwrap()));
        let mut all = [Change(None), change("2024"), change("2024-03-31"), change("2024-03-15"), change("2024-03")];
        all.sort();
        let sorted = [Change(None), change("2024-03-15"), change("2024-03"), change("2024-03-31"), change("2024")];
        assert_eq!(all, sorted);
    }
}

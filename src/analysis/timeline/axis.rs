//! Where days stand on the picture: evenly up to the day of the matter, and after a break
//! what comes much later, only in its order.

use jiff::Span;
use jiff::civil::Date;

use super::{Bar, Limit, Mark};
use crate::facts::Until;
use crate::quantity::PartialDate;

/// The whole width of the picture: places are parts per million of it.
pub const PPM: i64 = 1_000_000;

/// The part of it that days share evenly; what is left is for what goes on and what comes
/// later.
const EVEN: i64 = 760_000;
/// So long at least, in months, so that a few days do not fill the picture.
const LEAST: i64 = 12;
/// So long at most before the law applies, in months: what went on then is told, not counted.
const BEFORE_THE_LAW: i64 = 24;
/// More labelled years than this are too many.
const LABELS: i16 = 7;

/// How long the arrow of what goes on is.
const ARROW: i64 = 70_000;

/// What a part of a bar says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// It was told and does not count: the law did not apply yet.
    NotCounted,
    /// It may have been so.
    Uncertain,
    /// It was so.
    Certain,
    /// It goes on.
    GoesOn,
}

/// A part of a bar, in parts per million of the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Where it begins.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// What it says.
    pub kind: PartKind,
}

struct Parts<'a> {
    axis: &'a Axis,
    found: Vec<Part>,
}

impl Parts<'_> {
    fn add(&mut self, from: Date, to: Date, kind: PartKind) {
        let (from, to) = (self.axis.place(from), self.axis.place(to));
        // One day is seen too; what lies before the axis is not.
        if to > from || kind == PartKind::Certain {
            self.found.push(Part { from, to, kind });
        }
    }
}

/// The axis of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// The first day on it.
    pub from: Date,
    /// The last day of the part that is even.
    pub to: Date,
    /// The first day that counts, where what came before does not.
    pub counts_from: Option<Date>,
    /// Days after the break, in their order.
    pub later: Vec<Date>,
}

impl Axis {
    /// From the first day told, or some time before the law, to the day of the matter.
    pub(super) fn of(
        bars: &[Bar],
        marks: &[Mark],
        beginning: Option<Date>,
        counts_from: Option<Date>,
        day: Date,
    ) -> Self {
        let begins = bars.iter().flat_map(|bar| [bar.told_from, bar.period.and_then(|period| period.from)]);
        let ends = bars.iter().filter_map(|bar| match bar.period?.until {
            Until::Ended(end) => end,
            Until::GoesOn | Until::Unclear => None,
        });
        let days = begins.flatten().chain(ends).flat_map(|day| [day.first(), day.last()]);
        let days: Vec<Date> = days.chain(marks.iter().map(Mark::at)).collect();
        let to = days.iter().copied().fold(day, Date::max);
        let from = days.iter().copied().fold(months_before(day, LEAST), Date::min);
        let from = match beginning {
            Some(beginning) if day > beginning => from.max(months_before(beginning, BEFORE_THE_LAW)),
            Some(_) | None => from,
        };
        let mut later: Vec<Date> = bars.iter().filter_map(Bar::limited).map(PartialDate::last).collect();
        later.retain(|limit| *limit > to);
        later.sort_unstable();
        later.dedup();
        Self { from: from.first_of_year(), to, counts_from, later }
    }

    /// Where a day stands, in parts per million of the width; what comes before the axis at
    /// its beginning.
    pub fn place(&self, day: Date) -> i64 {
        if day > self.to && !self.later.is_empty() {
            let rank = self.later.iter().filter(|later| **later <= day).count();
            let (rank, all) = (i64::try_from(rank).unwrap_or(i64::MAX), i64::try_from(self.later.len() + 1));
            let width = PPM - self.break_at();
            return self.break_at() + width.saturating_mul(rank) / all.unwrap_or(i64::MAX);
        }
        let days = |until: Date| self.from.until(until).map_or(0, |span| i64::from(span.get_days()));
        let whole = days(self.to).max(1);
        (days(day).clamp(0, whole) * EVEN) / whole
    }

    /// The parts of a bar from left to right; none for an event.
    pub fn parts(&self, bar: &Bar, day: Date) -> Vec<Part> {
        let Some(period) = bar.period else { return Vec::new() };
        let counts = |day: Date| self.counts_from.map_or(day, |first| day.max(first));
        let mut parts = Parts { axis: self, found: Vec::new() };
        let told = bar.told_from.or(period.from).map(PartialDate::first);
        if let (Some(told), Some(first)) = (told, self.counts_from)
            && told < first
        {
            parts.add(told, first, PartKind::NotCounted);
        }
        let perhaps = counts(period.from.map_or(self.from, PartialDate::first));
        let (surely_over, over) = match period.until {
            Until::GoesOn => (Some(day), day),
            Until::Ended(Some(end)) => (Some(end.first()), end.last()),
            Until::Ended(None) | Until::Unclear => (None, day),
        };
        match (period.from.map(|from| counts(from.last())), surely_over) {
            (Some(surely), Some(surely_over)) if surely <= surely_over => {
                parts.add(perhaps, surely, PartKind::Uncertain);
                parts.add(surely, surely_over, PartKind::Certain);
                parts.add(surely_over, over, PartKind::Uncertain);
            }
            _ => parts.add(perhaps, over, PartKind::Uncertain),
        }
        if bar.goes_on() {
            let from = self.place(day);
            parts.found.push(Part { from, to: from + ARROW, kind: PartKind::GoesOn });
        }
        parts.found
    }

    /// Where the even part ends.
    pub fn even(&self) -> i64 {
        EVEN
    }

    /// Where the axis breaks off, if something comes later.
    pub fn break_at(&self) -> i64 {
        EVEN + (PPM - EVEN) / 2
    }

    /// The beginnings of years that are labelled.
    pub fn years(&self) -> Vec<Date> {
        let (first, last) = (self.from.year(), self.to.year());
        let steps: [i16; 4] = [1, 2, 5, 10];
        let step = steps.into_iter().find(|step| (last - first) / step < LABELS).unwrap_or(20);
        let years = (first..=last).filter(|year| (year - first) % step == 0);
        years.filter_map(|year| Date::new(year, 1, 1).ok()).collect()
    }
}

impl Bar {
    /// The end of limitation, where it was computed.
    pub fn limited(&self) -> Option<PartialDate> {
        match self.limit {
            Limit::Ends(day) => Some(day),
            Limit::NotKnown | Limit::GoesOn | Limit::NoDay | Limit::Elsewhere(_) => None,
        }
    }
}

fn months_before(day: Date, months: i64) -> Date {
    Span::new().try_months(months).ok().and_then(|span| day.checked_sub(span).ok()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::PartKind::{Certain, GoesOn, NotCounted, Uncertain};
    use super::*;

    fn axis(from: &str, to: &str, later: &[&str]) -> Axis {
        let later = later.iter().map(|day| day.parse().unwrap()).collect();
        Axis { from: from.parse().unwrap(), to: to.parse().unwrap(), counts_from: None, later }
    }

    #[test]
    fn days_stand_in_their_order_and_later_ones_after_the_break() {
        let axis = axis("2020-01-01", "2024-06-30", &["2027-01-01", "2029-05-05"]);
        let at = |day: &str| axis.place(day.parse().unwrap());
        assert_eq!(at("2019-01-01"), 0, "before the axis");
        assert_eq!(at("2020-01-01"), 0);
        assert_eq!(at("2024-06-30"), axis.even());
        let half = at("2022-04-01");
        assert!((half - axis.even() / 2).abs() < PPM / 1000, "{half}: half the days");
        assert!(axis.break_at() < at("2027-01-01") && at("2027-01-01") < at("2029-05-05") && at("2029-05-05") < PPM);
    }

    #[test]
    fn a_bar_has_a_part_for_each_thing_it_says() {
        let mut axis = axis("2017-01-01", "2026-02-01", &[]);
        axis.counts_from = Some("2018-05-25".parse().unwrap());
        let kinds = |from: Option<&str>, until: Until| {
            let from = from.map(|from| from.parse().unwrap());
            let bar = Bar {
                rule: "rule".into(),
                operation: "operation".into(),
                provision: "5(1)(e)".into(),
                strength: crate::law::Strength::Clear,
                period: Some(crate::facts::Period { from, until }),
                told_from: None,
                months: None,
                limit: Limit::NotKnown,
            };
            let parts = axis.parts(&bar, axis.to);
            assert!(parts.windows(2).all(|two| two[0].to == two[1].from), "{parts:?}");
            parts.iter().map(|part| part.kind).collect::<Vec<_>>()
        };
        assert_eq!(kinds(Some("2018"), Until::GoesOn), [NotCounted, Uncertain, Certain, GoesOn]);
        assert_eq!(kinds(Some("2020-03-01"), Until::GoesOn), [Certain, GoesOn]);
        assert_eq!(kinds(None, Until::GoesOn), [Uncertain, GoesOn], "the beginning is not known");
        let march = Until::Ended(Some("2021-03".parse().unwrap()));
        assert_eq!(kinds(Some("2020-03-01"), march), [Certain, Uncertain]);
        assert_eq!(kinds(Some("2021"), march), [Uncertain], "perhaps after its end");
        assert_eq!(kinds(Some("2020-03-01"), Until::Ended(None)), [Uncertain]);
    }

    #[test]
    fn few_years_are_all_labelled_and_many_are_not() {
        let years = |axis: Axis| axis.years().iter().map(|day| day.year()).collect::<Vec<_>>();
        assert_eq!(years(axis("2023-01-01", "2026-02-01", &[])), [2023, 2024, 2025, 2026]);
        assert_eq!(years(axis("2016-01-01", "2026-02-01", &[])), [2016, 2018, 2020, 2022, 2024, 2026]);
    }
}

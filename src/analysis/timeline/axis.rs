//! Where days stand on the picture: evenly up to the day of the matter, and after a break
//! what comes much later, only in its order.

use jiff::Span;
use jiff::civil::Date;

use super::{Bar, Limit, Mark};
use crate::findings::Until;
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

/// The axis of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// The first day on it.
    pub from: Date,
    /// The last day of the part that is even.
    pub to: Date,
    /// Days after the break, in their order.
    pub later: Vec<Date>,
}

impl Axis {
    /// From the first day told, or some time before the law, to the day of the matter.
    pub(super) fn of(bars: &[Bar], marks: &[Mark], beginning: Option<Date>, day: Date) -> Self {
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
        Self { from: from.first_of_year(), to, later }
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
    use super::*;

    fn axis(from: &str, to: &str, later: &[&str]) -> Axis {
        let later = later.iter().map(|day| day.parse().unwrap()).collect();
        Axis { from: from.parse().unwrap(), to: to.parse().unwrap(), later }
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
    fn few_years_are_all_labelled_and_many_are_not() {
        let years = |axis: Axis| axis.years().iter().map(|day| day.year()).collect::<Vec<_>>();
        assert_eq!(years(axis("2023-01-01", "2026-02-01", &[])), [2023, 2024, 2025, 2026]);
        assert_eq!(years(axis("2016-01-01", "2026-02-01", &[])), [2016, 2018, 2020, 2022, 2024, 2026]);
    }
}

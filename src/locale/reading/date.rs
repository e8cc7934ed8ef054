//! Days, and months or years where those are enough.

use jiff::civil::Date;

use super::{Reading, Reason, plain};
use crate::locale::Locale;
use crate::quantity::PartialDate;

/// What a field is content with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Enough {
    /// The day must be known.
    Day,
    /// The month is enough.
    Month,
    /// The year is enough.
    Year,
}

/// A part of a date: digits, how many, or the name of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Digits(i16, usize),
    Name(i8),
}

use Part::{Digits, Name};

impl Locale {
    /// A day.
    pub fn read_day(&self, text: &str) -> Reading<Date> {
        self.read_when(text, Enough::Day).and_then(|when| match when {
            PartialDate::Day(date) => Reading::Value(date),
            PartialDate::Month(_) | PartialDate::Year(_) => {
                Reading::Unreadable(Reason::of("reading.day_missing", text))
            }
        })
    }

    /// A year with its four digits.
    pub fn read_year(&self, text: &str) -> Reading<i16> {
        match self.read_when(text, Enough::Year) {
            Reading::Value(PartialDate::Year(first)) => Reading::Value(first.year()),
            Reading::Empty => Reading::Empty,
            Reading::Unreadable(reason) if reason.key == "reading.year_range" => Reading::Unreadable(reason),
            _ => Reading::Unreadable(Reason::of("reading.no_year", text)),
        }
    }

    /// A day, a month or a year, as exact as the field wants it.
    ///
    /// Points stand between day, month and year in this order. Slashes and hyphens are used
    /// in both orders: where both could be meant the date is ambiguous.
    pub fn read_when(&self, text: &str, enough: Enough) -> Reading<PartialDate> {
        let plain = plain(text);
        if plain.is_empty() {
            return Reading::Empty;
        }
        let Some((parts, pointed)) = self.date_parts(&plain) else {
            return Reading::Unreadable(Reason::of("reading.no_date", text));
        };
        let no_date = || Reason::of("reading.no_date", text);
        let year = |year: i16, digits: usize| self.year_of(text, year, digits);
        let read = match parts.as_slice() {
            [Digits(_, 8)] => compact(&plain),
            [Digits(y, digits)] => year(*y, *digits).and_then(|year| PartialDate::year(year).ok_or_else(no_date)),
            [Name(month), Digits(y, digits)] => {
                year(*y, *digits).and_then(|year| PartialDate::month(year, *month).ok_or_else(no_date))
            }
            [Digits(y, 4), Digits(month, 1 | 2)] | [Digits(month, 1 | 2), Digits(y, 4)] => {
                year(*y, 4).and_then(|year| month_of(text, year, *month))
            }
            [Digits(d, 1 | 2), Name(month), Digits(y, digits)] | [Name(month), Digits(d, 1 | 2), Digits(y, digits)] => {
                year(*y, *digits).and_then(|year| day_of(text, year, i16::from(*month), *d))
            }
            [Digits(y, 4), Digits(month, 1 | 2), Digits(d, 1 | 2)] => {
                year(*y, 4).and_then(|year| day_of(text, year, *month, *d))
            }
            [Digits(first, 1 | 2), Digits(second, 1 | 2), Digits(y, digits)] => {
                return match year(*y, *digits) {
                    Ok(year) => self
                        .in_either_order(text, pointed, *first, *second, year)
                        .and_then(|when| fits(text, when, enough)),
                    Err(reason) => Reading::Unreadable(reason),
                };
            }
            _ => Err(Reason::of("reading.no_date", text)),
        };
        match read.and_then(|when| self.in_range(text, when)) {
            Ok(when) => fits(text, when, enough),
            Err(reason) => Reading::Unreadable(reason),
        }
    }

    /// The parts of a date in their order, and whether points stand between them.
    fn date_parts(&self, plain: &str) -> Option<(Vec<Part>, bool)> {
        let mut parts = Vec::new();
        let mut rest = plain;
        while let Some(first) = rest.chars().next() {
            let alike = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() };
            if !first.is_ascii_digit() && !first.is_alphabetic() {
                // Anything but a mark between parts is no date.
                if !matches!(first, '.' | '/' | '-' | ' ' | ',' | '‑' | '–') {
                    return None;
                }
                rest = rest.get(first.len_utf8()..)?;
                continue;
            }
            let end = rest.find(|c| !alike(c)).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end);
            rest = behind;
            if first.is_ascii_digit() {
                // Eight digits are a year, a month and a day; they are read from the text.
                parts.push(Digits(if run.len() == 8 { 0 } else { run.parse().ok()? }, run.len()));
            } else if let Some(month) = self.month_named(run) {
                parts.push(Name(month));
            } else if !self.reading.beside_dates.iter().any(|known| known == run) {
                return None;
            }
        }
        let marks: Vec<char> = plain.chars().filter(|c| !c.is_alphanumeric() && *c != ' ').collect();
        let pointed = !marks.is_empty() && marks.iter().all(|mark| *mark == '.');
        // Two kinds of marks, as in 1/2.2026, are no usual form; a blank alone neither.
        let alike = marks.iter().all(|mark| Some(mark) == marks.first());
        let all_digits = parts.iter().all(|part| matches!(part, Digits(..)));
        let pausing = all_digits && marks.contains(&',');
        if !plain.starts_with(char::is_alphanumeric)
            || pausing
            || all_digits && (!alike || marks.len() + 1 != parts.len())
        {
            None
        } else {
            Some((parts, pointed))
        }
    }

    /// The month of this name: whole, in another language, or by its first three letters.
    fn month_named(&self, run: &str) -> Option<i8> {
        let own = self.months.iter().map(|month| month.to_lowercase());
        let by_place = |place: usize| i8::try_from(place + 1).ok();
        if let Some(place) = own.clone().position(|month| month == run) {
            return by_place(place);
        }
        if let Some(month) = self.reading.months.get(run) {
            return Some(*month);
        }
        let mut found = own.enumerate().filter(|(_, month)| run.len() >= 3 && month.starts_with(run));
        match (found.next(), found.next()) {
            (Some((place, _)), None) => by_place(place),
            _ => None,
        }
    }

    fn year_of(&self, text: &str, year: i16, digits: usize) -> Result<i16, Reason> {
        if digits != 4 {
            return Err(Reason::of("reading.four_digits", text));
        }
        let (first, last) = self.reading.years;
        if (first..=last).contains(&year) {
            return Ok(year);
        }
        let (first, last) = (first.to_string(), last.to_string());
        Err(Reason::new("reading.year_range", &[("text", text.trim()), ("first", &first), ("last", &last)]))
    }

    fn in_range(&self, text: &str, when: PartialDate) -> Result<PartialDate, Reason> {
        self.year_of(text, when.first().year(), 4).map(|_| when)
    }

    /// Day and month in the order of the marks, or in either order.
    fn in_either_order(&self, text: &str, pointed: bool, first: i16, second: i16, year: i16) -> Reading<PartialDate> {
        let day_first = day_of(text, year, second, first);
        if pointed {
            return day_first.into();
        }
        match (day_first, day_of(text, year, first, second)) {
            (Ok(PartialDate::Day(one)), Ok(PartialDate::Day(other))) if one != other => {
                let (one, other) = (self.date(one), self.date(other));
                let values = [("text", text.trim()), ("first", one.as_str()), ("second", other.as_str())];
                Reading::Ambiguous(Reason::new("reading.two_dates", &values))
            }
            (Ok(when), _) | (Err(_), Ok(when)) => Reading::Value(when),
            (Err(reason), Err(_)) => Reading::Unreadable(reason),
        }
    }
}

/// What was stated, if that is exact enough.
fn fits(text: &str, when: PartialDate, enough: Enough) -> Reading<PartialDate> {
    let stated = match when {
        PartialDate::Day(_) => Enough::Day,
        PartialDate::Month(_) => Enough::Month,
        PartialDate::Year(_) => Enough::Year,
    };
    if stated <= enough {
        return Reading::Value(when);
    }
    let key = if enough == Enough::Day { "reading.day_missing" } else { "reading.month_missing" };
    Reading::Unreadable(Reason::of(key, text))
}

fn month_of(text: &str, year: i16, month: i16) -> Result<PartialDate, Reason> {
    let month = i8::try_from(month).ok().and_then(|month| PartialDate::month(year, month));
    month.ok_or_else(|| Reason::of("reading.no_month", text))
}

fn day_of(text: &str, year: i16, month: i16, day: i16) -> Result<PartialDate, Reason> {
    let date = i8::try_from(month).ok().zip(i8::try_from(day).ok());
    let date = date.and_then(|(month, day)| Date::new(year, month, day).ok());
    date.map(PartialDate::Day).ok_or_else(|| Reason::of("reading.no_such_day", text))
}

/// `20260131`.
fn compact(plain: &str) -> Result<PartialDate, Reason> {
    let part = |from: usize, to: usize| plain.get(from..to).and_then(|digits| digits.parse::<i16>().ok());
    match (part(0, 4), part(4, 6), part(6, 8)) {
        (Some(year), Some(month), Some(day)) if plain.len() == 8 => day_of(plain, year, month, day),
        _ => Err(Reason::of("reading.no_date", plain)),
    }
}

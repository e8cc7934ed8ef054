//! The kinds of fields: what each reads, shows and tells.

use egui::{Response, Ui};
use jiff::civil::Date;

use super::{Field, Kind};
use crate::gui::widgets::calendar::calendar;
use crate::locale::reading::{Enough, Reading, Reason};
use crate::quantity::{Currency, ExchangeRate, Money, PartialDate, Range, Rate};

impl Field<'_> {
    /// Any text.
    pub fn text(self, ui: &mut Ui, value: &mut String) -> Response {
        let read = |typed: &str| Reading::Value(typed.to_owned());
        let mut text = Some(std::mem::take(value));
        let kind = Kind { read: &read, shown: &String::clone, told: &|_, _| String::new(), tells: false };
        let response = self.edit(ui, &mut text, &kind);
        *value = text.unwrap_or_default();
        response
    }

    /// What is looked for: text that belongs to no matter and is kept by the caller.
    pub fn search(self, ui: &mut Ui, words: &mut String) -> Response {
        self.line(ui, words, false)
    }

    /// One entry a line.
    pub fn lines(self, ui: &mut Ui, value: &mut Vec<String>) -> Response {
        let read = |typed: &str| {
            let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
            match lines.map(str::to_owned).collect::<Vec<_>>() {
                none if none.is_empty() => Reading::Empty,
                lines => Reading::Value(lines),
            }
        };
        let kind = Kind {
            read: &read,
            shown: &|lines: &Vec<String>| lines.join("\n"),
            told: &|_, _| String::new(),
            tells: false,
        };
        self.vec(ui, value, &kind)
    }

    /// Words with commas, semicolons or blanks between them, each taken or refused by `each`.
    pub fn list<T>(
        self,
        ui: &mut Ui,
        value: &mut Vec<T>,
        each: impl Fn(&str) -> Result<T, Reason>,
        word: impl Fn(&T) -> String,
    ) -> Response
    where
        T: std::any::Any + Clone + PartialEq + Send + Sync,
    {
        let text = self.face.text;
        let read = |typed: &str| text.read_list(typed, &each);
        let shown = |list: &Vec<T>| list.iter().map(&word).collect::<Vec<_>>().join(", ");
        let told = |list: &Vec<T>, typed: &str| unless(shown(list), typed);
        self.vec(ui, value, &Kind { read: &read, shown: &shown, told: &told, tells: true })
    }

    /// How many, at most what fits.
    pub fn count(self, ui: &mut Ui, value: &mut Option<u32>) -> Response {
        let text = self.face.text;
        let read = |typed: &str| {
            let count = text.read_count(typed, i64::from(u32::MAX));
            count.and_then(|count| u32::try_from(count).map_err(|_| too_large(typed)).into())
        };
        let shown = |count: &u32| text.count(i64::from(*count));
        let told = |count: &u32, typed: &str| unless(shown(count), typed);
        self.edit(ui, value, &Kind { read: &read, shown: &shown, told: &told, tells: true })
    }

    /// How many of a unit: `hours`, `people`.
    pub fn quantity(self, ui: &mut Ui, unit: &str, value: &mut Option<i64>) -> Response {
        let text = self.face.text;
        let read = |typed: &str| text.read_quantity(typed, unit);
        let shown = |count: &i64| text.count(*count);
        let told = |count: &i64, typed: &str| match shown(count) {
            plain if plain == typed => String::new(),
            plain => format!("{plain} {unit}"),
        };
        self.edit(ui, value, &Kind { read: &read, shown: &shown, told: &told, tells: true })
    }

    /// An amount, in `usual` unless the text names a currency.
    pub fn money(self, ui: &mut Ui, usual: Currency, value: &mut Option<Money>) -> Response {
        let text = self.face.text;
        let read = |typed: &str| text.read_money(typed, usual);
        let shown = |amount: &Money| text.figure_of(*amount);
        let told = |amount: &Money, typed: &str| {
            if shown(amount) == typed { String::new() } else { text.money_exact(*amount) }
        };
        self.edit(ui, value, &Kind { read: &read, shown: &shown, told: &told, tells: true })
    }

    /// A day.
    fn date(self, ui: &mut Ui, value: &mut Option<Date>) -> Response {
        let text = self.face.text;
        let read = |typed: &str| text.read_day(typed);
        let shown = |day: &Date| text.date(*day);
        let told = |day: &Date, typed: &str| match unless(text.date(*day), typed) {
            date if !date.is_empty() && typed.contains('.') => text.fill("field.day_first", &[("date", &date)]),
            date => date,
        };
        self.edit(ui, value, &Kind { read: &read, shown: &shown, told: &told, tells: true })
    }

    /// A day, to be typed or picked from a calendar that opens at `near` where none is given.
    pub fn day(self, ui: &mut Ui, near: Date, value: &mut Option<Date>) -> Response {
        let (face, place, label) = (self.face, self.place.clone(), self.label);
        let response = Self { has_sign: true, ..self }.date(ui, value);
        calendar(ui, face, &place, label, &response, value, near);
        response
    }

    /// A day, or the month or year of it where no more is known; with the same calendar.
    pub fn day_or_less(self, ui: &mut Ui, near: Date, value: &mut Option<PartialDate>) -> Response {
        let (face, place, label, text) = (self.face, self.place.clone(), self.label, self.face.text);
        let read = |typed: &str| text.read_when(typed, Enough::Year);
        let shown = |when: &PartialDate| text.partial_date(*when);
        let told = |when: &PartialDate, typed: &str| match unless(shown(when), typed) {
            date if !date.is_empty() && when.is_day() && typed.contains('.') => {
                text.fill("field.day_first", &[("date", &date)])
            }
            date => date,
        };
        let field = Self { has_sign: true, ..self };
        let response = field.edit(ui, value, &Kind { read: &read, shown: &shown, told: &told, tells: true });
        let mut day = value.filter(|when| when.is_day()).map(PartialDate::first);
        let before = day;
        let near = value.map_or(near, PartialDate::first);
        calendar(ui, face, &place, label, &response, &mut day, near);
        if day != before {
            *value = day.map(PartialDate::from);
        }
        response
    }

    /// A year.
    pub fn year(self, ui: &mut Ui, value: &mut Option<i16>) -> Response {
        let text = self.face.text;
        let read = |typed: &str| text.read_year(typed);
        let told = |year: &i16, typed: &str| unless(year.to_string(), typed);
        self.edit(ui, value, &Kind { read: &read, shown: &i16::to_string, told: &told, tells: true })
    }

    /// A share in percent inside what is permitted.
    pub fn rate(self, ui: &mut Ui, permitted: Range<Rate>, value: &mut Option<Rate>) -> Response {
        let text = self.face.text;
        let read = |typed: &str| text.read_rate(typed, permitted);
        let shown = |rate: &Rate| text.rate(*rate);
        // A blank more or less before the percent sign is no other text.
        let bare = |words: &str| words.replace(char::is_whitespace, "");
        let told = |rate: &Rate, typed: &str| {
            if bare(&shown(rate)) == bare(typed) { String::new() } else { shown(rate) }
        };
        self.edit(ui, value, &Kind { read: &read, shown: &shown, told: &told, tells: true })
    }

    /// How many of `into` one unit of another currency is.
    pub fn exchange(self, ui: &mut Ui, into: Currency, value: &mut Option<ExchangeRate>) -> Response {
        let text = self.face.text;
        let read = |typed: &str| text.read_exchange(typed, into);
        let shown = |rate: &ExchangeRate| rate.to_string().replace('.', &text.decimal);
        let told = |rate: &ExchangeRate, typed: &str| unless(shown(rate), typed);
        self.edit(ui, value, &Kind { read: &read, shown: &shown, told: &told, tells: true })
    }

    /// A list that is empty where nothing was typed.
    fn vec<T>(self, ui: &mut Ui, value: &mut Vec<T>, kind: &Kind<'_, Vec<T>>) -> Response
    where
        T: std::any::Any + Clone + PartialEq + Send + Sync,
    {
        let mut list = Some(std::mem::take(value)).filter(|list| !list.is_empty());
        let response = self.edit(ui, &mut list, kind);
        *value = list.unwrap_or_default();
        response
    }
}

/// What was understood, unless it was typed just so.
fn unless(told: String, typed: &str) -> String {
    if told == typed { String::new() } else { told }
}

fn too_large(typed: &str) -> Reason {
    Reason::new("reading.too_large", &[("text", typed.trim())])
}

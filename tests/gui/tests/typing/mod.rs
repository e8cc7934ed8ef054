//! Thousands of texts, typed key by key into every kind of field. One test a kind, so that
//! they run side by side.

mod forms;
mod oracle;

use amende::gui::theme::{self, Theme};
use amende::gui::widgets::{Face, Field, field};
use amende::quantity::{Currency, ExchangeRate, Money, PartialDate, Range, Rate};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::Date;

use forms::Must;

/// The kinds of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Count,
    Hours,
    Money,
    Date,
    DayOrLess,
    Year,
    Percent,
    Exchange,
    Codes,
    Text,
    Lines,
}

/// Numbers from a seed, the same on every machine.
struct Dice(u64);

impl Dice {
    fn number(&mut self, below: u64) -> u64 {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16) % below.max(1)
    }

    fn below(&mut self, below: u32) -> u32 {
        u32::try_from(self.number(u64::from(below))).unwrap()
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[usize::try_from(self.number(all.len() as u64)).unwrap()]
    }
}

/// One value of every kind, and the field that is shown.
struct Page {
    theme: Theme,
    kind: Kind,
    case: u64,
    count: Option<u32>,
    hours: Option<i64>,
    money: Option<Money>,
    date: Option<Date>,
    when: Option<PartialDate>,
    year: Option<i16>,
    percent: Option<Rate>,
    exchange: Option<ExchangeRate>,
    codes: Vec<String>,
    text: String,
    lines: Vec<String>,
}

impl Page {
    fn new(theme: Theme) -> Self {
        Self {
            theme,
            kind: Kind::Count,
            case: 0,
            count: Some(77),
            hours: Some(77),
            money: Some(Money::from_major(77, Currency::EUR)),
            date: Some("2001-02-03".parse().unwrap()),
            when: Some("2001-02".parse().unwrap()),
            year: Some(1977),
            percent: Some(Rate::from_ppm(77)),
            exchange: Some("77".parse().unwrap()),
            codes: vec!["LU".to_owned()],
            text: "before".to_owned(),
            lines: vec!["before".to_owned()],
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let text = &super::library().locale;
        let face = Face { text, theme: &self.theme };
        field::of_matter(ui.ctx(), 1);
        // A place of its own for each text: what was typed before is not there.
        let shown = Field::new(face, format!("{:?}/{}", self.kind, self.case), "Field").width(300.0);
        let permitted = Range::new(Rate::from_ppm(-500_000), Rate::from_ppm(1_000_000));
        match self.kind {
            Kind::Count => shown.count(ui, &mut self.count),
            Kind::Hours => shown.quantity(ui, "hours", &mut self.hours),
            Kind::Money => shown.money(ui, Currency::EUR, &mut self.money),
            Kind::Date => shown.day(ui, "2026-11-23".parse().unwrap(), &mut self.date),
            Kind::DayOrLess => shown.day_or_less(ui, "2026-11-23".parse().unwrap(), &mut self.when),
            Kind::Year => shown.year(ui, &mut self.year),
            Kind::Percent => shown.rate(ui, permitted, &mut self.percent),
            Kind::Exchange => shown.exchange(ui, Currency::from_code("PLN").unwrap(), &mut self.exchange),
            Kind::Codes => shown.list(ui, &mut self.codes, |word| text.read_country_code(word), String::clone),
            Kind::Text => shown.text(ui, &mut self.text),
            Kind::Lines => shown.rows(3).lines(ui, &mut self.lines),
        };
        let _ = ui.button("Elsewhere");
    }

    /// The stored value, plainly.
    fn value(&self) -> Option<String> {
        match self.kind {
            Kind::Count => self.count.map(|count| count.to_string()),
            Kind::Hours => self.hours.map(|count| count.to_string()),
            Kind::Money => self.money.map(|amount| amount.to_string()),
            Kind::Date => self.date.map(|day| day.to_string()),
            Kind::DayOrLess => self.when.map(|when| when.to_string()),
            Kind::Year => self.year.map(|year| year.to_string()),
            Kind::Percent => self.percent.map(|rate| rate.ppm().to_string()),
            Kind::Exchange => self.exchange.map(twelfths),
            Kind::Codes => Some(self.codes.join("+")),
            Kind::Text => Some(self.text.clone()),
            Kind::Lines => Some(self.lines.join("|")),
        }
    }
}

fn page() -> Harness<'static, Page> {
    let page = Page::new(Theme::load("light").unwrap());
    let look = page.theme.clone();
    let set_up = move |ctx: &egui::Context| {
        theme::install_fonts(ctx);
        look.apply(ctx);
    };
    let window = Harness::builder().with_size([700.0, 300.0]).with_context_setup(set_up);
    window.build_ui_state(|ui, page: &mut Page| page.ui(ui), page)
}

/// Types a text key by key, at times with a slip that is taken back.
fn type_keys(page: &mut Harness<'static, Page>, dice: &mut Dice, text: &str) {
    for letter in text.chars() {
        if dice.below(20) == 0 {
            page.event(egui::Event::Text("7".to_owned()));
            page.step();
            page.key_press(egui::Key::Backspace);
            page.step();
        }
        if letter == '\n' {
            page.key_press(egui::Key::Enter);
        } else {
            page.event(egui::Event::Text(letter.to_string()));
        }
        page.step();
    }
    page.step();
}

/// Types texts into a field of one kind; returns how many were stored and how many told.
fn tried(kind: Kind, texts: u64, seed: u64) -> (u32, u32) {
    let mut page = page();
    page.run_ok();
    let mut dice = Dice(seed);
    let (mut stored, mut told) = (0, 0);
    for case in 0..texts {
        let (text, must) = forms::typed(&mut dice, kind);
        let state = page.state_mut();
        *state = Page::new(state.theme.clone());
        (state.kind, state.case) = (kind, case);
        let before = state.value();
        page.step();
        page.get_by_role_and_label(Role::TextInput, "Field").focus();
        page.step();
        page.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        page.key_press(egui::Key::Backspace);
        page.step();
        type_keys(&mut page, &mut dice, &text);
        page.get_by_label("Elsewhere").focus();
        page.step();
        let shown = page.get_by_role_and_label(Role::TextInput, "Field").value().unwrap_or_default();
        assert_eq!(shown, text, "{kind:?}: what was typed stays");
        let is_told = page.query_by_label("Not used until it is corrected.").is_some();
        let value = page.state().value();
        if text.trim().is_empty() {
            continue;
        }
        let fail = format!("{kind:?} `{text}`: stored {value:?}, told {is_told}, must {must:?}");
        if is_told {
            told += 1;
            assert_eq!(value, before, "{fail}");
            assert!(!matches!(must, Must::Be(_)), "{fail}");
        } else {
            stored += 1;
            assert_eq!(value, oracle::read(kind, &text), "{fail}");
            match must {
                Must::Be(expected) => assert_eq!(value, Some(expected), "{fail}"),
                Must::BeTold => panic!("{fail}"),
                Must::Agree => {}
            }
        }
    }
    (stored, told)
}

/// Types so many texts; of those so many at least are stored and so many told.
fn every_text_is_stored_or_told(kind: Kind, texts: u64, least: (u32, u32)) {
    let (stored, told) = tried(kind, texts, 0x5EED_CAFE_F00D_1234);
    assert!(stored >= least.0 && told >= least.1, "{stored} stored, {told} told: both must be tried");
}

#[test]
fn counts() {
    every_text_is_stored_or_told(Kind::Count, 300, (150, 30));
}

#[test]
fn quantities_with_their_unit() {
    every_text_is_stored_or_told(Kind::Hours, 300, (100, 100));
}

#[test]
fn amounts() {
    every_text_is_stored_or_told(Kind::Money, 400, (200, 50));
}

#[test]
fn days() {
    every_text_is_stored_or_told(Kind::Date, 300, (100, 100));
}

#[test]
fn days_months_and_years() {
    every_text_is_stored_or_told(Kind::DayOrLess, 300, (150, 60));
}

#[test]
fn years() {
    every_text_is_stored_or_told(Kind::Year, 150, (80, 20));
}

#[test]
fn shares() {
    every_text_is_stored_or_told(Kind::Percent, 300, (100, 50));
}

#[test]
fn rates_of_exchange() {
    every_text_is_stored_or_told(Kind::Exchange, 250, (150, 20));
}

#[test]
fn lists_of_codes() {
    every_text_is_stored_or_told(Kind::Codes, 250, (120, 30));
}

#[test]
fn texts() {
    every_text_is_stored_or_told(Kind::Text, 60, (60, 0));
}

#[test]
fn lines() {
    every_text_is_stored_or_told(Kind::Lines, 60, (60, 0));
}

/// A rate in units of the twelfth place.
fn twelfths(rate: ExchangeRate) -> String {
    let text = rate.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits = format!("{whole}{fraction:0<12}");
    digits.trim_start_matches('0').to_owned()
}

//! One decided case, read: what was done, what it came to, and where in the text each fact stands.

mod after;
mod facts;
mod weighing;

use egui::{FontId, RichText, Ui};

use crate::cases;
use crate::gui::theme::{self, Theme};
use crate::gui::{Command, widgets};
use crate::law::ProvisionId;
use crate::library::Library;
use crate::locale::Locale;
use crate::precedents::Decision;
use crate::quantity::Currency;
use crate::report;

/// A record on the page.
struct Page<'p> {
    library: &'p Library,
    text: &'p Locale,
    theme: &'p Theme,
    decision: &'p Decision,
}

/// Shows a record; what leads elsewhere goes into `out`.
pub(super) fn ui(ui: &mut Ui, library: &Library, theme: &Theme, decision: &Decision, out: &mut Vec<Command>) {
    let page = Page { library, text: &library.locale, theme, decision };
    page.head(ui);
    ui.add_space(6.0);
    widgets::body(ui, &decision.summary);
    ui.add_space(6.0);
    page.findings(ui);
    page.facts(ui);
    page.weighing(ui);
    page.after(ui, out);
    ui.add_space(4.0);
    let title = page.text.fill("decisions.open", &[("title", &decision.source.title)]);
    ui.hyperlink_to(title, &decision.source.url);
    page.readings(ui);
}

impl Page<'_> {
    /// Who, by whom, when, and what it came to.
    fn head(&self, ui: &mut Ui) {
        let (text, decision) = (self.text, self.decision);
        widgets::heading(ui, &decision.controller);
        let authority = self.library.law.vocabulary.authority_name(&decision.authority);
        let date = text.date(decision.decided);
        let names = [("authority", authority), ("number", decision.number.as_str()), ("date", date.as_str())];
        widgets::wrapped_small(ui, self.theme, &text.fill("report.comparables.what", &names));
        let amount = report::amount_in_words(decision, text);
        widgets::paragraph(ui, RichText::new(amount).font(FontId::new(theme::FIGURE, theme::serif())), theme::FIGURE);
        let foreign = decision.fine.is_some_and(|fine| fine.currency() != Currency::EUR);
        if let Some(euro) = decision.imposed_in(Currency::EUR, &self.library.law.rates).filter(|_| foreign) {
            let amount = text.money(euro.amount);
            widgets::wrapped_small(ui, self.theme, &text.fill("record.in_euro", &[("amount", &amount)]));
        }
        let euro = cases::standing_in_euro(decision, self.library, true);
        if let (Some(amount), Some(year)) =
            (euro, self.library.law.prices.last().filter(|last| *last > decision.decided.year()))
        {
            let names = [("amount", text.money(amount)), ("year", year.to_string())];
            let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
            widgets::wrapped_small(ui, self.theme, &text.fill("record.today", &names));
        }
        if let Some(note) = &decision.fine_note {
            widgets::wrapped_small(ui, self.theme, note);
        }
        for reported in &decision.reported {
            let names = [("amount", text.money(reported.amount)), ("note", reported.note.clone())];
            let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
            widgets::running(ui, |ui| {
                widgets::small(ui, self.theme, &text.fill("decisions.reported", &names));
                if reported.source.url.is_empty() {
                    widgets::small(ui, self.theme, &reported.source.title);
                } else {
                    let title = RichText::new(&reported.source.title).size(theme::SMALL);
                    ui.hyperlink_to(title, &reported.source.url);
                }
            });
        }
    }

    /// What was found and what was not, and what each conduct cost.
    fn findings(&self, ui: &mut Ui) {
        let (text, decision) = (self.text, self.decision);
        if !decision.provisions.is_empty() {
            self.row(ui, "decisions.provisions", &listed(&decision.provisions), self.place("provisions"));
        }
        for conduct in &decision.conducts {
            let provisions = listed(&conduct.provisions);
            let names = [("amount", text.money(conduct.amount)), ("provisions", provisions)];
            let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let words = [text.fill("record.for_provisions", &names), conduct.note.clone()];
            self.row(ui, "record.conduct", &sentences(&words), &conduct.place);
        }
        for examined in &decision.not_found {
            let article = text.article(examined.provision.as_str());
            let words = text.fill("record.reason", &[("what", &article), ("reason", &examined.reason)]);
            self.row(ui, "record.not_found", &words, &examined.place);
        }
    }

    /// How the record came about, and what lists say instead.
    fn readings(&self, ui: &mut Ui) {
        let (text, decision) = (self.text, self.decision);
        for list in &decision.differs {
            let names = [("listed", list.listed.as_str()), ("answer", list.answer.as_str())];
            widgets::wrapped_small(ui, self.theme, &text.fill("record.differs", &names));
        }
        for note in &decision.notes {
            widgets::wrapped_small(ui, self.theme, note);
        }
        let told = [("record.entered", &decision.entered), ("record.checked", &decision.checked)];
        for (key, reading) in told {
            if let Some(reading) = reading {
                let names = [("date", text.date(reading.on)), ("read", reading.read.clone())];
                let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
                widgets::wrapped_small(ui, self.theme, &text.fill(key, &names));
            }
        }
        if decision.checked.is_none() && !decision.own {
            widgets::wrapped_small(ui, self.theme, text.t("record.unchecked"));
        }
    }

    /// A fact with its name and the place in the text.
    fn row(&self, ui: &mut Ui, key: &str, words: &str, place: &str) {
        let name = |ui: &mut Ui| {
            widgets::small(ui, self.theme, self.text.t(key));
        };
        let words = match place {
            "" => words.to_owned(),
            place => self.text.fill("record.placed", &[("text", words), ("place", place)]),
        };
        widgets::after(ui, 170.0, name, |ui| widgets::paragraph(ui, RichText::new(words), theme::SMALL));
    }

    /// Where a field stands in the text; empty where the record does not say.
    fn place(&self, field: &str) -> &str {
        self.decision.places.get(field).map_or("", String::as_str)
    }
}

fn listed(provisions: &[ProvisionId]) -> String {
    provisions.iter().map(ProvisionId::as_str).collect::<Vec<_>>().join(", ")
}

/// Words one after the other, without those that say nothing.
fn sentences(words: &[String]) -> String {
    words.iter().filter(|words| !words.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

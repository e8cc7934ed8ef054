//! The form in which a decision of the user's own is entered: what decides about amounts. What else a record
//! holds stays as it is.

mod choices;
mod lists;

use egui::{RichText, Ui};

use crate::gui::app::App;
use crate::gui::own::{Draft, OwnWish};
use crate::gui::shelf::ShelfWish;
use crate::gui::theme::Theme;
use crate::gui::widgets::{self, Face, Field};
use crate::gui::{Command, theme};
use crate::library::Library;
use crate::quantity::{Currency, Money};

/// Where the form's fields keep what is typed.
const PLACE: &str = "own/";
/// Width of a column.
const COLUMN: f32 = 300.0;
/// From this width on there are two.
const TWO: f32 = 2.0 * COLUMN + 40.0;

/// The form while it is filled in.
struct Form<'f> {
    library: &'f Library,
    theme: &'f Theme,
    draft: Draft,
}

/// Shows the form of the record being entered.
pub(super) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let own = app.own();
    let Some(draft) = &own.draft else { return };
    let text = &app.library.locale;
    let mut form = Form { library: app.library, theme: &app.theme, draft: draft.clone() };
    let title = if draft.of.is_some() { "own.edit_title" } else { "own.add_title" };
    widgets::stage_title(ui, &app.theme, text.t(title), text.t("own.subtitle"));
    if let Some(path) = &own.path {
        let path = path.display().to_string();
        widgets::wrapped_small(ui, &app.theme, &text.fill("own.kept_in", &[("path", &path)]));
    }
    ui.add_space(8.0);
    form.who(ui);
    widgets::hairline(ui, &app.theme, 12.0);
    form.what(ui);
    widgets::hairline(ui, &app.theme, 12.0);
    form.facts(ui);
    widgets::hairline(ui, &app.theme, 12.0);
    form.source(ui);
    ui.add_space(10.0);
    if !own.refused.is_empty() {
        widgets::paragraph(ui, RichText::new(text.t("own.refused")).color(*app.theme.brick), theme::BODY);
        for why in &own.refused {
            widgets::paragraph(ui, RichText::new(why).color(*app.theme.brick), theme::SMALL);
        }
        ui.add_space(6.0);
    }
    let changed = form.draft != *draft;
    let wish = |wish| Command::Shelf(ShelfWish::Own(wish));
    if changed {
        out.push(wish(OwnWish::Enter(Box::new(form.draft))));
    }
    ui.horizontal_wrapped(|ui| {
        if widgets::primary_button(ui, &app.theme, text.t("own.keep")).clicked() {
            let unread = widgets::field::unread(ui.ctx());
            let unread = unread.into_iter().filter(|known| known.place.starts_with(PLACE)).map(|known| known.field);
            out.push(wish(OwnWish::Keep(unread.collect())));
        }
        if ui.button(text.t("own.cancel")).clicked() {
            widgets::field::forget(ui, PLACE);
            out.push(wish(OwnWish::Cancel));
        }
    });
}

impl<'f> Form<'f> {
    fn face(&self) -> Face<'f> {
        Face { text: &self.library.locale, theme: self.theme }
    }

    /// A field, its label above it; the key of the label names its place.
    fn field(&self, key: &'f str, width: f32) -> Field<'f> {
        let name = key.rsplit('.').next().unwrap_or(key);
        Field::new(self.face(), format!("{PLACE}{name}"), self.library.locale.t(key)).above().width(width)
    }

    /// Two parts beside each other, where there is room.
    fn two(&mut self, ui: &mut Ui, left: impl FnOnce(&mut Self, &mut Ui), right: impl FnOnce(&mut Self, &mut Ui)) {
        let apart = ui.available_width() >= TWO;
        widgets::side_by_side(ui, TWO, |ui| {
            ui.vertical(|ui| {
                if apart {
                    ui.set_width(COLUMN + 20.0);
                }
                left(self, ui);
            });
            if !apart {
                ui.add_space(6.0);
            }
            ui.vertical(|ui| right(self, ui));
        });
        ui.add_space(6.0);
    }

    fn who(&mut self, ui: &mut Ui) {
        self.two(
            ui,
            |form, ui| {
                let field = form.field("decisions.controller", COLUMN);
                field.text(ui, &mut form.draft.record.controller);
            },
            Self::sector,
        );
        self.two(ui, Self::authority, Self::country);
        self.two(
            ui,
            |form, ui| {
                let field = form.field("table.number", COLUMN);
                field.text(ui, &mut form.draft.record.number);
            },
            |form, ui| {
                let near = form.draft.record.decided;
                let field = form.field("decisions.date", 190.0);
                field.day(ui, near, &mut form.draft.decided);
            },
        );
        self.two(ui, Self::role, Self::kind);
    }

    fn what(&mut self, ui: &mut Ui) {
        self.two(ui, Self::provisions, Self::outcome);
        self.two(
            ui,
            |form, ui| {
                let usual = form.currency();
                let field = form.field("decisions.amount", 190.0).hint(usual.code());
                field.money(ui, usual, &mut form.draft.record.fine);
            },
            |form, ui| {
                let field = form.field("own.fine_note", COLUMN);
                let mut note = form.draft.record.fine_note.clone().unwrap_or_default();
                field.text(ui, &mut note);
                form.draft.record.fine_note = Some(note).filter(|note| !note.is_empty());
            },
        );
    }

    fn facts(&mut self, ui: &mut Ui) {
        self.two(
            ui,
            |form, ui| {
                let usual = form.draft.turnover.map_or_else(|| form.currency(), Money::currency);
                let field = form.field("decisions.turnover", 190.0).hint(usual.code());
                field.money(ui, usual, &mut form.draft.turnover);
            },
            |form, ui| {
                let field = form.field("own.year", 90.0);
                field.year(ui, &mut form.draft.turnover_year);
                let words = form.library.locale.t("own.secondary");
                widgets::checkbox(ui, form.theme, &mut form.draft.turnover_secondary, words);
            },
        );
        self.two(ui, Self::people, Self::topics);
        self.two(ui, |form, ui| form.stated(ui, 0), |form, ui| form.stated(ui, 1));
        self.two(ui, |form, ui| form.stated(ui, 2), |form, ui| form.stated(ui, 3));
        self.initiation(ui);
    }

    fn people(&mut self, ui: &mut Ui) {
        let unit = self.library.locale.t("own.people_unit");
        let mut people = self.draft.record.facts.people.and_then(|people| i64::try_from(people).ok());
        self.field("decisions.people", 190.0).quantity(ui, unit, &mut people);
        self.draft.record.facts.people = people.and_then(|people| u64::try_from(people).ok());
    }

    fn source(&mut self, ui: &mut Ui) {
        let record = |form: &mut Self, ui: &mut Ui, key: &'f str| {
            let field = form.field(key, 2.0 * COLUMN);
            let source = &mut form.draft.record.source;
            field.text(ui, if key == "own.url" { &mut source.url } else { &mut source.title });
        };
        record(self, ui, "own.url");
        record(self, ui, "own.title");
        let field = self.field("table.summary", 2.0 * COLUMN).rows(4);
        field.text(ui, &mut self.draft.record.summary);
    }

    /// The currency of an amount typed without one.
    fn currency(&self) -> Currency {
        self.draft.record.fine.map_or(Currency::EUR, Money::currency)
    }
}

//! The library of decided cases: searched, narrowed, sorted, listed, read.

mod facets;
mod form;
mod insights;
mod rows;

use egui::{Key, Modifiers, RichText, Ui};

pub(in crate::gui) use insights::colour as ink_colour;

use super::decision;
use crate::cases::{Facet, Insight, Listing};
use crate::gui::Command;
use crate::gui::app::App;
use crate::gui::own::{Own, OwnWish};
use crate::gui::shelf::{Shelf, ShelfWish};
use crate::gui::theme::{self, Theme};
use crate::gui::widgets::{self, Face, Field, Symbol};
use crate::library::Library;
use crate::precedents::Decision;

/// From this width on the facets stand beside the table.
const BESIDE: f32 = 660.0;
/// Width of the facets, and where there is much room.
const FACETS: (f32, f32) = (150.0, 200.0);
/// From this width on there is.
const WIDE: f32 = 960.0;
/// Width of the choice between table and pictures.
const VIEWS: f32 = 170.0;
/// Room between them and the table.
const GAP: f32 = 18.0;

/// What the page is made of.
struct Page<'p> {
    shelf: &'p Shelf,
    own: &'p Own,
    library: &'p Library,
    theme: &'p Theme,
}

/// Shows the library: the record that is being entered or read, else the list.
pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    if app.is_entering() {
        form::ui(ui, app, out);
        return;
    }
    let (shelf, library, theme) = (&app.shelf, app.library, &app.theme);
    let page = Page { shelf, own: app.own(), library, theme };
    // Under a box or a menu, keys are for that and nothing else.
    let alone = ui.memory(|memory| memory.top_modal_layer().is_none()) && !egui::Popup::is_any_open(ui.ctx());
    let pressed = |key| alone && ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    for (key, wish) in [(Key::ArrowLeft, ShelfWish::Back), (Key::ArrowRight, ShelfWish::Forward)] {
        if pressed(key) {
            out.push(Command::Shelf(wish));
        }
    }
    if let Some(decision) = shelf.decision().and_then(|id| library.decision(id)) {
        let back = alone && ui.input(|input| input.key_pressed(Key::Escape));
        ui.horizontal_wrapped(|ui| {
            if widgets::link(ui, library.locale.t("decisions.back"), theme::SMALL).clicked() || back {
                out.push(Command::LeaveDecision);
            }
            page.ways(ui, out);
        });
        page.own_acts(ui, decision, out);
        ui.add_space(6.0);
        decision::ui(ui, library, theme, decision, out);
    } else {
        page.list(ui, out);
    }
}

impl Page<'_> {
    /// Back to what was read before, and on again.
    fn ways(&self, ui: &mut Ui, out: &mut Vec<Command>) {
        let text = &self.library.locale;
        let (back, forward) = self.shelf.ways();
        let ways = [(back, "shelf.back", ShelfWish::Back), (forward, "shelf.forward", ShelfWish::Forward)];
        for (_, key, wish) in ways.into_iter().filter(|(possible, ..)| *possible) {
            if widgets::link(ui, text.t(key), theme::SMALL).clicked() {
                out.push(Command::Shelf(wish));
            }
        }
    }

    /// What can be done with a record of the user's own.
    fn own_acts(&self, ui: &mut Ui, decision: &Decision, out: &mut Vec<Command>) {
        if !decision.own {
            return;
        }
        let (text, theme) = (&self.library.locale, self.theme);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            widgets::tag(ui, theme, Symbol::Dot, text.t("facet.own"));
            let wishes = [
                ("own.edit", OwnWish::Edit(decision.id.clone())),
                ("own.delete", OwnWish::Delete(decision.id.clone())),
            ];
            for (key, wish) in wishes {
                if widgets::link(ui, text.t(key), theme::SMALL).clicked() {
                    out.push(Command::Shelf(ShelfWish::Own(wish)));
                }
            }
        });
    }

    /// Why the user's own records are not there, where they are not.
    fn own_problem(&self, ui: &mut Ui, out: &mut Vec<Command>) {
        let (text, theme) = (&self.library.locale, self.theme);
        let Some(problem) = &self.own.problem else { return };
        let words = text.fill("own.problem", &[("problem", problem)]);
        widgets::paragraph(ui, RichText::new(words).color(*theme.brick), theme::SMALL);
        if widgets::link(ui, text.t("own.reread"), theme::SMALL).clicked() {
            out.push(Command::Shelf(ShelfWish::Own(OwnWish::Reread)));
        }
        ui.add_space(6.0);
    }

    fn list(&self, ui: &mut Ui, out: &mut Vec<Command>) {
        let (text, theme) = (&self.library.locale, self.theme);
        let number = self.library.decisions.len();
        let all = text.plural("decisions.subtitle", number);
        let count = match self.shelf.listing().map(|listing| listing.records.len()) {
            Some(shown) if shown != number => {
                text.fill("decisions.found", &[("shown", &shown.to_string()), ("all", &all)])
            }
            _ => all,
        };
        let title = |ui: &mut Ui| widgets::stage_title(ui, theme, text.t("screen.decisions"), &count);
        let mut chosen = None;
        widgets::beside(ui, VIEWS, title, |ui| chosen = self.views(ui));
        out.extend(chosen);
        ui.add_space(10.0);
        self.own_problem(ui, out);
        self.search(ui, out);
        ui.add_space(4.0);
        self.tools(ui, out);
        let Some(listing) = self.shelf.listing() else {
            let words = self.shelf.problem.as_deref().unwrap_or_else(|| text.t("shelf.preparing"));
            widgets::wrapped_small(ui, theme, words);
            let every: Vec<usize> = (0..number).collect();
            self.table(ui, &every, out);
            return;
        };
        for (word, read) in &listing.read_as {
            let names = [("word", word.as_str()), ("read", &read.join("”, “"))];
            widgets::wrapped_small(ui, theme, &text.fill("shelf.read_as", &names));
        }
        self.chosen(ui, out);
        ui.add_space(6.0);
        if ui.available_width() >= BESIDE {
            self.beside(ui, listing, out);
            return;
        }
        let id = ui.scope_id().with("facets");
        let mut open: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        if widgets::chip(ui, theme, text.t("shelf.filter"), open).clicked() {
            open = !open;
            ui.data_mut(|data| data.insert_temp(id, open));
        }
        if open {
            self.facets(ui, listing, out);
            ui.add_space(8.0);
        }
        self.found(ui, listing, out);
    }

    /// The facets at the left, staying in sight, and the table.
    fn beside(&self, ui: &mut Ui, listing: &Listing, out: &mut Vec<Command>) {
        let whole = ui.available_rect_before_wrap();
        let sight = ui.clip_rect();
        let top = whole.top().max(sight.top() + 8.0);
        let bottom = sight.bottom().max(top + 120.0);
        let facets = if whole.width() >= WIDE { FACETS.1 } else { FACETS.0 };
        let column = egui::Rect::from_min_max(egui::pos2(whole.left(), top), egui::pos2(whole.left() + facets, bottom));
        ui.scope_builder(egui::UiBuilder::new().max_rect(column), |ui| {
            ui.set_clip_rect(column.expand2(egui::vec2(4.0, 0.0)).intersect(sight));
            let area = egui::ScrollArea::vertical().id_salt("facets").auto_shrink([false, true]);
            area.max_height(column.height()).show(ui, |ui| self.facets(ui, listing, out));
        });
        let mut place = whole;
        place.min.x += facets + GAP;
        ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
            self.found(ui, listing, out);
        });
    }

    /// The table, or what it shows as pictures.
    fn views(&self, ui: &mut Ui) -> Option<Command> {
        let text = &self.library.locale;
        let views = [text.t("insight.list"), text.t("insight.insights")];
        let present = usize::from(self.shelf.insight.is_some());
        let chosen = widgets::segmented(ui, self.theme, text.t("insight.view"), &views, Some(present))?;
        let insight = (chosen == 1).then_some(Insight::Turnover);
        (chosen != present).then_some(Command::Shelf(ShelfWish::Insight(insight)))
    }

    fn found(&self, ui: &mut Ui, listing: &Listing, out: &mut Vec<Command>) {
        if listing.records.is_empty() {
            let key = if self.shelf.wanted.chosen.is_empty() { "decisions.none" } else { "shelf.none_chosen" };
            widgets::body(ui, self.library.locale.t(key));
            return;
        }
        match self.shelf.insight {
            Some(insight) => self.insight(ui, insight, out),
            None => self.table(ui, &listing.records, out),
        }
    }

    fn search(&self, ui: &mut Ui, out: &mut Vec<Command>) {
        let text = &self.library.locale;
        let label = text.t("decisions.search");
        let mut words = self.shelf.wanted.words.clone();
        let face = Face { text, theme: self.theme };
        let field = Field::new(face, "decisions.search", label).hint(label).width(f32::INFINITY);
        let field = field.search(ui, &mut words);
        widgets::search_if_asked(ui, &field, &words);
        if field.changed() {
            out.push(Command::Shelf(ShelfWish::Words(words)));
        }
    }

    /// Prices, export, back and forward.
    fn tools(&self, ui: &mut Ui, out: &mut Vec<Command>) {
        let (text, theme) = (&self.library.locale, self.theme);
        ui.horizontal_wrapped(|ui| {
            if let Some(year) = self.library.law.prices.last() {
                let mut on = self.shelf.prices;
                let words = text.fill("shelf.prices", &[("year", &year.to_string())]);
                let words = RichText::new(words).size(theme::SMALL);
                let hint = text.t("shelf.prices_hint");
                if widgets::checkbox(ui, theme, &mut on, words).on_hover_text(hint).clicked() {
                    out.push(Command::Shelf(ShelfWish::Prices(on)));
                }
            }
            ui.add_space(8.0);
            if self.shelf.listing().is_some_and(|listing| !listing.records.is_empty())
                && widgets::link(ui, text.t("shelf.export"), theme::SMALL).clicked()
            {
                out.push(Command::Shelf(ShelfWish::Export));
            }
            // Where the file is wrong, nothing is written over it.
            if self.own.problem.is_none() {
                let key = if self.own.draft.is_some() { "own.go_on" } else { "own.add" };
                if widgets::link(ui, text.t(key), theme::SMALL).clicked() {
                    out.push(Command::Shelf(ShelfWish::Own(OwnWish::Add)));
                }
            }
            self.ways(ui, out);
        });
    }

    /// What is chosen, each to be given up by a click.
    fn chosen(&self, ui: &mut Ui, out: &mut Vec<Command>) {
        let (text, theme, chosen) = (&self.library.locale, self.theme, &self.shelf.wanted.chosen);
        if chosen.is_empty() {
            return;
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            for (facet, value) in chosen.iter().flat_map(|(facet, values)| values.iter().map(move |v| (facet, v))) {
                let words = facet.wording(value, self.library);
                let words = text.fill("shelf.chosen", &[("facet", text.t(facet.key())), ("value", &words)]);
                if widgets::chip(ui, theme, &words, true).on_hover_text(text.t("shelf.unchoose")).clicked() {
                    out.push(Command::Shelf(ShelfWish::Toggle(*facet, value.clone())));
                }
            }
            if widgets::link(ui, text.t("shelf.clear"), theme::SMALL).clicked() {
                out.push(Command::Shelf(ShelfWish::ClearChosen));
            }
        });
    }

    fn is_chosen(&self, facet: Facet, value: &str) -> bool {
        self.shelf.wanted.chosen.get(&facet).is_some_and(|values| values.contains(value))
    }
}

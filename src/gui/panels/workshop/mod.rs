//! The trainer's side of a workshop: setting it up, leading it, and what comes of it.

mod beside;
mod course;
mod entries;
mod entry;
mod lead;
mod own;
mod result;
mod reveal;
mod setup;

use egui::{Button, FontId, RichText, Ui, Vec2};

use crate::gui::app::App;
use crate::gui::panels::differences::moment;
use crate::gui::workshop::{Room, Wish};
use crate::gui::{Command, theme, widgets};

pub(in crate::gui) use beside::ui as beside;
pub(in crate::gui) use course::ui as course;

/// The page: how a workshop is set up, or the one that runs.
pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    match app.room() {
        Some(room) => lead::ui(ui, app, room, out),
        None => setup::ui(ui, app, out),
    }
}

/// A wish as a command.
fn wish(out: &mut Vec<Command>, wish: Wish) {
    out.push(Command::Workshop(wish));
}

/// What the bar says of the workshop.
pub(super) fn name(ui: &mut Ui, app: &App, room: &Room) {
    let text = &app.library.locale;
    widgets::strong_text(ui, text.t("screen.workshop"));
    if ui.available_width() < 420.0 {
        return;
    }
    let scenarios = text.plural("workshop.scenarios", room.session.scenarios().len());
    let words = if room.session.is_alone() {
        text.fill("room.alone_in_bar", &[("scenarios", &scenarios)])
    } else {
        let teams = text.plural("workshop.teams", room.session.teams().len());
        text.fill("room.in_bar", &[("teams", &teams), ("scenarios", &scenarios)])
    };
    widgets::small(ui, &app.theme, &words);
}

/// On the start page: the workshop that runs, and those an earlier run left.
pub(super) fn on_start(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let text = &app.library.locale;
    if app.is_sheltered() {
        let key = if app.room().is_some() { "room.runs" } else { "room.is_set_up" };
        banner(ui, app, text.t(key), |ui| {
            if widgets::primary_button(ui, &app.theme, text.t("room.back_to_it")).clicked() {
                wish(out, Wish::Open);
            }
        });
        return;
    }
    for left in app.workshops_left() {
        let (scenarios, teams) = (left.kept.session.scenarios().len(), left.kept.session.teams().len());
        let (scenarios, teams) = (text.plural("workshop.scenarios", scenarios), text.plural("workshop.teams", teams));
        let time = moment(app, left.kept.changed);
        let words = text.fill("room.left", &[("teams", &teams), ("scenarios", &scenarios), ("time", &time)]);
        banner(ui, app, &words, |ui| {
            if ui.add(Button::new(text.t("room.give_up")).min_size(Vec2::new(0.0, 28.0))).clicked() {
                wish(out, Wish::Discard(left.id()));
            }
            if widgets::primary_button(ui, &app.theme, text.t("room.continue")).clicked() {
                wish(out, Wish::Continue(left.id()));
            }
        });
    }
}

/// A line on a tinted ground with buttons at its right.
fn banner(ui: &mut Ui, app: &App, words: &str, buttons: impl FnOnce(&mut Ui)) {
    let frame = egui::Frame::NONE.fill(*app.theme.accent_tint).inner_margin(egui::Margin::symmetric(14, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            buttons(ui);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let words = RichText::new(words).font(FontId::new(theme::BODY, theme::strong()));
                ui.add(egui::Label::new(words).wrap());
            });
        });
    });
    ui.add_space(8.0);
}

/// The question before a workshop ends, or what was set up is given up; returns whether it
/// still stands.
pub(in crate::gui) fn end(ui: &mut Ui, app: &App, next: Option<&Command>, out: &mut Vec<Command>) -> bool {
    let text = &app.library.locale;
    let runs = app.room().is_some();
    let [heading, words, stay, go] = if runs {
        ["room.end", "room.end_text", "room.stay", "room.end_now"]
    } else {
        ["room.leave", "room.leave_text", "room.leave_not", "room.leave_now"]
    };
    let mut keep = true;
    widgets::Dialog::new("end-workshop", 520.0).show(ui, |ui| {
        widgets::heading(ui, text.t(heading));
        widgets::body(ui, text.t(words));
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            if widgets::primary_button(ui, &app.theme, text.t(stay)).clicked() {
                keep = false;
            }
            if runs && ui.button(text.t("command.workshop_save")).clicked() {
                wish(out, Wish::Save);
                keep = false;
            }
            if ui.button(text.t(go)).clicked() {
                wish(out, Wish::EndNow(next.map(|next| Box::new(next.clone()))));
                keep = false;
            }
        });
    });
    keep
}

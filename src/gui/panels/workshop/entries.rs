//! The entries of the teams: one lies open at a time, the others are covered.

use egui::{Align, FontId, Layout, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{entry, wish};
use crate::gui::app::App;
use crate::gui::widgets::{self, look_of};
use crate::gui::workshop::{Room, Wish};
use crate::gui::{Command, theme};
use crate::workshop::{Entry, Part, RoundStep, Stage, Team};

pub(super) fn ui(ui: &mut Ui, app: &App, room: &Room, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let Stage::Scenario { scenario, part } = room.session.stage() else { return };
    let Some(told) = room.session.scenarios().get(scenario).map(|scenario| &scenario.told) else { return };
    let enters = matches!(part, Part::Round { step: RoundStep::Enter, .. });
    let round = match part {
        Part::Round { round, .. } => round,
        Part::Reveal(_) | Part::Standings => told.rounds.len().saturating_sub(1),
    };
    ui.horizontal_wrapped(|ui| {
        let key = if room.session.is_alone() { "room.your_estimate" } else { "room.entries" };
        ui.label(RichText::new(text.t(key)).font(FontId::new(theme::HEADING, theme::serif())));
        let note = if enters {
            let key = if room.session.is_alone() { "room.entries_note_alone" } else { "room.entries_note" };
            text.fill(key, &[("currency", told.currency.code())])
        } else {
            text.t("room.entries_done").to_owned()
        };
        widgets::small(ui, theme, &note);
    });
    ui.add_space(4.0);
    for (at, team) in room.session.teams().iter().enumerate() {
        widgets::hairline(ui, theme, 3.0);
        let entry = room.session.entry(scenario, round, at);
        row(ui, app, room, (at, team, entry), enters, out);
        if enters && room.turn == Some(at) {
            entry::ui(ui, app, room, told, at, out);
        }
        if room.correcting.as_ref().is_some_and(|correcting| correcting.team == at) {
            entry::correct(ui, app, room, told, out);
        }
    }
    if enters && let Some((team, ..)) = room.session.undoable() {
        widgets::hairline(ui, theme, 4.0);
        let name = room.session.teams().get(team).map_or("", |team| team.name.as_str());
        widgets::beside(
            ui,
            150.0,
            |ui| widgets::body(ui, &text.fill("room.last_entry", &[("team", name)])),
            |ui| {
                if ui.button(text.t("room.undo")).clicked() {
                    wish(out, Wish::Undo);
                }
            },
        );
    }
}

/// A team, whether it is locked, and what can be done about its entry. What it entered is
/// not said here.
fn row(
    ui: &mut Ui,
    app: &App,
    room: &Room,
    (at, team, entry): (usize, &Team, Option<&Entry>),
    enters: bool,
    out: &mut Vec<Command>,
) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let locked = entry.and_then(|entry| entry.locked);
    let named = |ui: &mut Ui, key: &str, name_key: &str| {
        let response = ui.button(text.t(key));
        let name = text.fill(name_key, &[("team", &team.name)]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        response.clicked()
    };
    ui.horizontal(|ui| {
        ui.set_min_height(30.0);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(22.0, 22.0), Sense::hover());
        look_of(team, theme).disc(ui.painter(), rect.center(), 8.5, locked.is_some());
        ui.scope(|ui| {
            ui.set_width(170.0);
            let name = RichText::new(&team.name).font(FontId::new(theme::BODY, theme::strong()));
            ui.add(egui::Label::new(name).truncate());
        });
        let words = match locked {
            Some(at) => {
                let time = format!("{:02}:{:02}", at.hour(), at.minute());
                text.fill("room.locked_at", &[("time", &time)])
            }
            None if room.turn == Some(at) && enters => text.t("room.lies_open").to_owned(),
            None if entry.is_some() => text.t("room.covered").to_owned(),
            None if enters => text.t("room.still_open").to_owned(),
            None => text.t("room.nothing_locked").to_owned(),
        };
        widgets::small(ui, theme, &words);
        if entry.is_some_and(|entry| !entry.corrections.is_empty()) {
            ui.label(RichText::new(text.t("room.corrected")).size(theme::SMALL).color(*theme.amber));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| match (enters, locked) {
            (true, Some(_)) => {
                if named(ui, "room.reopen", "room.reopen_name") {
                    wish(out, Wish::Reopen(at));
                }
            }
            (true, None) if room.turn == Some(at) => {
                if named(ui, "room.cover", "room.cover_name") {
                    wish(out, Wish::Turn(None));
                }
            }
            (true, None) => {
                if named(ui, "room.enter", "room.enter_name") {
                    wish(out, Wish::Turn(Some(at)));
                }
            }
            (false, _) => {
                if room.correcting.is_none() && named(ui, "room.correct", "room.correct_name") {
                    wish(out, Wish::Correct(at));
                }
            }
        });
    });
}

//! Beside the trainer: what the projector shows now, and what it will show next.

use egui::{Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::lead::next_keys;
use super::wish;
use crate::gui::Command;
use crate::gui::app::App;
use crate::gui::panels::projector;
use crate::gui::widgets;
use crate::gui::workshop::{Mode, Room, Wish, now};
use crate::workshop::{RoundStep, Shown};

/// How wide the picture of the projector gets.
const LARGEST: f32 = 420.0;

pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let Some(room) = app.room() else { return };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| content(ui, app, room, out));
}

/// The same below the page, where there is no room beside it.
pub(super) fn content(ui: &mut Ui, app: &App, room: &Room, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    if !room.session.is_alone() {
        projects(ui, app, room, out);
    }
    widgets::heading(ui, text.t("room.how_points"));
    widgets::wrapped_small(ui, theme, text.t("room.points_range_rule"));
    ui.add_space(3.0);
    widgets::wrapped_small(ui, theme, text.t("room.points_fine_rule"));
    widgets::hairline(ui, theme, 10.0);
    widgets::wrapped_small(ui, theme, text.t("room.sheltered"));
    ui.add_space(3.0);
    widgets::wrapped_small(ui, theme, text.t("room.disclaimer"));
}

/// The projector: its picture, what it shows, and what it will show.
fn projects(ui: &mut Ui, app: &App, room: &Room, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    widgets::heading(ui, text.t("room.projector"));
    let key = if room.projects { "room.projector_on" } else { "room.projector_off" };
    widgets::wrapped_small(ui, theme, text.t(key));
    ui.add_space(6.0);
    picture(ui, app, room);
    ui.add_space(8.0);
    let modes = [Mode::Live, Mode::Hold, Mode::Blank];
    let names = ["room.live", "room.hold", "room.blank"].map(|key| text.t(key));
    let at = modes.iter().position(|mode| *mode == room.mode);
    if let Some(mode) = widgets::segmented(ui, theme, text.t("room.projector"), &names, at) {
        wish(out, Wish::Mode(modes.get(mode).copied().unwrap_or_default()));
    }
    ui.add_space(6.0);
    let key = if room.projects { "room.projector_close" } else { "room.projector_open" };
    let button = if room.projects { ui.button(text.t(key)) } else { widgets::primary_button(ui, theme, text.t(key)) };
    if button.clicked() {
        wish(out, Wish::Project(!room.projects));
    }
    widgets::hairline(ui, theme, 10.0);
    widgets::small(ui, theme, text.t("room.shown_now"));
    widgets::body(ui, text.t(shown_now(&room.shown())));
    ui.add_space(6.0);
    widgets::small(ui, theme, text.t("room.not_shown"));
    widgets::body(ui, text.t(not_shown(&room.shown())));
    if let Some(next) = room.session.next_stage() {
        widgets::hairline(ui, theme, 10.0);
        let (action, will) = next_keys(next);
        widgets::small(ui, theme, &text.fill("room.after", &[("step", text.t(action))]));
        widgets::body(ui, text.t(will));
    }
    widgets::hairline(ui, theme, 10.0);
}

/// A small picture of the projector, in its proportions.
fn picture(ui: &mut Ui, app: &App, room: &Room) {
    let width = ui.available_width().min(LARGEST);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, width * 9.0 / 16.0), Sense::hover());
    let name = app.library.locale.t("room.projector");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    inside.set_clip_rect(rect.intersect(ui.clip_rect()));
    match room.last_slide() {
        Some(slide) => projector::picture(&mut inside, rect, slide, now()),
        None => {
            inside.painter().rect_filled(rect, 0.0, *app.theme.paper);
        }
    }
    ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, *app.theme.hairline), StrokeKind::Outside);
}

/// The key of what the room sees now.
fn shown_now(shown: &Shown<'_>) -> &'static str {
    match shown {
        Shown::Lobby(_) => "room.now.lobby",
        Shown::Round(view) => match view.step {
            RoundStep::Facts => "room.now.facts",
            RoundStep::Enter => "room.now.enter",
            RoundStep::Locked => "room.now.locked",
            RoundStep::Teams => "room.now.teams",
        },
        Shown::Reveal(view) if view.reasons.is_some() => "room.now.reasons",
        Shown::Reveal(view) if view.decision.is_some() => "room.now.decision",
        Shown::Reveal(_) => "room.now.reveal",
        Shown::Standings(_) => "room.now.standings",
    }
}

/// The key of what it does not see.
fn not_shown(shown: &Shown<'_>) -> &'static str {
    match shown {
        Shown::Lobby(_) => "room.not.lobby",
        Shown::Round(view) if view.step == RoundStep::Teams => "room.not.teams",
        Shown::Round(_) => "room.not.round",
        Shown::Reveal(view) if view.decision.is_some() => "room.not.after",
        Shown::Reveal(_) => "room.not.teams",
        Shown::Standings(_) => "room.not.after",
    }
}

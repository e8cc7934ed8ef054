//! The course of the session in the rail: what was, what is, what comes.

use egui::{FontId, Rect, ScrollArea, Sense, Stroke, Ui, Vec2, pos2};

use super::lead::step_of;
use super::wish;
use crate::gui::app::App;
use crate::gui::widgets::{self, Symbol, paint_symbol};
use crate::gui::workshop::{Room, Wish};
use crate::gui::{Command, Screen, theme};
use crate::workshop::{Part, RevealStep, Stage};

pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let Some(room) = app.room() else { return };
    let text = &app.library.locale;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        egui::Frame::NONE.inner_margin(egui::Margin { left: 16, right: 0, top: 12, bottom: 12 }).show(ui, |ui| {
            widgets::heading(ui, text.t("room.course"));
            ui.add_space(6.0);
            for (at, scenario) in room.session.scenarios().iter().enumerate() {
                scenario_rows(ui, app, room, at, &scenario.told.title);
            }
            let result = room.session.stage() == Stage::Result;
            row(ui, app, text.t("room.result"), (0.0, true), state(result, false));
            widgets::hairline(ui, &app.theme, 10.0);
            if widgets::link(ui, text.t("room.back"), theme::SMALL).clicked() {
                wish(out, Wish::Back);
            }
            if widgets::link(ui, text.t("screen.decisions"), theme::SMALL).clicked() {
                out.push(Command::Show(Screen::Decisions));
            }
            if widgets::link(ui, text.t("screen.settings"), theme::SMALL).clicked() {
                out.push(Command::Show(Screen::Settings));
            }
            ui.add_space(6.0);
            if widgets::link(ui, text.t("command.workshop_end"), theme::SMALL).clicked() {
                wish(out, Wish::End);
            }
        });
    });
}

/// A scenario, and while it is played its rounds and the steps of the present one.
fn scenario_rows(ui: &mut Ui, app: &App, room: &Room, at: usize, title: &str) {
    let text = &app.library.locale;
    let stage = room.session.stage();
    let now = stage.scenario() == Some(at);
    let done = stage == Stage::Result || stage.scenario().is_some_and(|present| present > at);
    row(ui, app, title, (0.0, true), state(now, done));
    if !now {
        return;
    }
    let mut headed = None;
    for step in room.session.course().into_iter().filter(|step| step.scenario() == Some(at)) {
        let Stage::Scenario { part, .. } = step else { continue };
        let group = match part {
            Part::Round { round, .. } => Some(round),
            Part::Reveal(_) | Part::Standings => None,
        };
        let is_present = match stage {
            Stage::Scenario { part: Part::Round { round, .. }, .. } => group == Some(round),
            Stage::Scenario { .. } => group.is_none(),
            _ => false,
        };
        if headed != Some(group) {
            headed = Some(group);
            let name = match group {
                Some(round) => text.fill("room.round", &[("round", &(round + 1).to_string())]),
                None => text.t("room.the_reveal").to_owned(),
            };
            row(ui, app, &name, (18.0, is_present), state(is_present, step < stage));
        }
        if is_present {
            row(ui, app, text.t(short(room, step)), (36.0, step == stage), state(step == stage, step < stage));
        }
    }
}

/// The key of a stage's name, short enough for the rail.
fn short(room: &Room, stage: Stage) -> &'static str {
    match stage {
        Stage::Scenario { part: Part::Reveal(RevealStep::Method), .. } => "room.method",
        Stage::Scenario { part: Part::Reveal(RevealStep::Practice), .. } => "room.practice",
        _ => step_of(room, stage),
    }
}

/// Whether something is, was, or is to come.
fn state(now: bool, done: bool) -> Option<Symbol> {
    match (now, done) {
        (true, _) => Some(Symbol::Half),
        (false, true) => None,
        (false, false) => Some(Symbol::Empty),
    }
}

/// One row; `None` is a tick: it is done.
fn row(ui: &mut Ui, app: &App, name: &str, (indent, strong): (f32, bool), sign: Option<Symbol>) {
    let theme = &app.theme;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), theme::SMALL_ROW), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
    let is_here = sign == Some(Symbol::Half) && indent > 30.0;
    if is_here {
        let whole = Rect::from_min_max(pos2(rect.left() - 16.0, rect.top()), rect.max);
        ui.painter().rect_filled(whole, 0.0, *theme.accent_tint);
        ui.painter().rect_filled(Rect::from_min_size(whole.min, Vec2::new(3.0, whole.height())), 0.0, *theme.accent);
    }
    let center = pos2(rect.left() + indent + 5.0, rect.center().y);
    if let Some(sign) = sign {
        let ink = if sign == Symbol::Half { *theme.accent } else { *theme.ink_second };
        paint_symbol(ui, sign, center, ink);
    } else {
        let points = [(-4.0, 0.5), (-1.0, 3.5), (4.5, -3.5)].map(|(x, y)| center + Vec2::new(x, y));
        ui.painter().line(points.to_vec(), Stroke::new(1.8, *theme.green));
    }
    let family = if strong { theme::strong() } else { egui::FontFamily::Proportional };
    let ink = if strong { *theme.ink } else { *theme.ink_second };
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), FontId::new(theme::BODY, family), ink);
    let left = rect.left() + indent + 16.0;
    job.wrap = egui::text::TextWrapping::truncate_at_width((rect.right() - left - 6.0).max(10.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
}

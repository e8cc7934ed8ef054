//! What came of a workshop: ranking, calibration of the room, lessons, hand-outs.

use egui::{Align, FontId, Layout, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use super::wish;
use crate::gui::app::App;
use crate::gui::widgets::{self, Symbol, look_of};
use crate::gui::workshop::{Room, Wish};
use crate::gui::{Command, theme};
use crate::workshop::{Shown, Standing, StandingsView};

pub(super) fn ui(ui: &mut Ui, app: &App, room: &Room, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    ui.horizontal_wrapped(|ui| {
        if widgets::primary_button(ui, theme, text.t("command.workshop_handout")).clicked() {
            wish(out, Wish::Handout(None));
        }
        if ui.button(text.t("command.workshop_results")).clicked() {
            wish(out, Wish::Results);
        }
        if ui.button(text.t("command.workshop_save")).clicked() {
            wish(out, Wish::Save);
        }
        if ui.button(text.t("command.workshop_end")).clicked() {
            wish(out, Wish::End);
        }
    });
    if let Some(problem) = &room.problem {
        widgets::paragraph(ui, RichText::new(problem).color(*theme.brick), theme::BODY);
    }
    if !room.session.is_alone() {
        ui.add_space(4.0);
        widgets::running(ui, |ui| {
            widgets::small(ui, theme, text.t("room.handout_for"));
            for (at, team) in room.session.teams().iter().enumerate() {
                let link = widgets::link(ui, &team.name, theme::SMALL);
                let name = text.fill("room.handout_of", &[("team", &team.name)]);
                link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
                if link.clicked() {
                    wish(out, Wish::Handout(Some(at)));
                }
            }
        });
    }
    widgets::hairline(ui, theme, 10.0);
    ranking(ui, app, room);
    widgets::hairline(ui, theme, 10.0);
    let Shown::Standings(view) = room.shown() else { return };
    calibration(ui, app, &view);
    widgets::heading(ui, text.t("room.taught"));
    for (title, lesson) in &view.scenarios {
        ui.add_space(4.0);
        widgets::strong_text(ui, title);
        if let Some(lesson) = lesson {
            widgets::body(ui, lesson);
        }
    }
    ui.add_space(10.0);
    widgets::wrapped_small(ui, theme, text.t("room.disclaimer"));
}

/// How often the ranges of the room held what was decided.
fn calibration(ui: &mut Ui, app: &App, view: &StandingsView<'_>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let room = view.calibration;
    if room.of == 0 {
        return;
    }
    widgets::heading(ui, text.t("room.calibration_heading"));
    let (held, of) = (room.held.to_string(), room.of.to_string());
    widgets::body(ui, &text.fill("room.calibration", &[("held", &held), ("of", &of)]));
    let promised = room.promised();
    widgets::wrapped_small(ui, theme, &text.fill("room.promised", &[("promised", &promised.to_string()), ("of", &of)]));
    let (doubled, halved) = (room.held_if_doubled.to_string(), room.held_if_halved.to_string());
    let words = match room.held.cmp(&promised) {
        std::cmp::Ordering::Less => text.fill("room.too_sure", &[("doubled", &doubled), ("of", &of)]),
        std::cmp::Ordering::Equal => text.t("room.honest").to_owned(),
        std::cmp::Ordering::Greater => text.fill("room.too_careful", &[("halved", &halved), ("of", &of)]),
    };
    widgets::body(ui, &words);
    widgets::hairline(ui, theme, 10.0);
}

/// The ranking with the points of each scenario.
pub(super) fn ranking(ui: &mut Ui, app: &App, room: &Room) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let Shown::Standings(view) = room.shown() else { return };
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(text.t("room.ranking")).font(FontId::new(theme::HEADING, theme::serif())));
        widgets::small(ui, theme, text.t("room.most_points"));
    });
    for standing in &view.standings {
        widgets::hairline(ui, theme, 2.0);
        ranked(ui, app, &view, standing);
    }
}

fn ranked(ui: &mut Ui, app: &App, view: &StandingsView<'_>, standing: &Standing) {
    let theme = &app.theme;
    let Some(team) = view.teams.get(standing.team) else { return };
    ui.horizontal(|ui| {
        ui.set_min_height(26.0);
        widgets::small(ui, theme, &standing.place.to_string());
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::hover());
        look_of(team, theme).disc(ui.painter(), rect.center(), 8.5, true);
        ui.scope(|ui| {
            ui.set_width(150.0);
            let name = RichText::new(&team.name).font(FontId::new(theme::BODY, theme::strong()));
            ui.add(egui::Label::new(name).truncate());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let total = standing.total.to_string().replace('-', "−");
            ui.label(RichText::new(total).font(FontId::new(theme::BODY, theme::strong())));
            ui.add_space(10.0);
            for of in standing.scenarios.iter().rev() {
                let held = of.points.and_then(|points| points.held);
                let (sign, words) = match (held, of.points) {
                    (Some(true), _) => (Symbol::Full, "room.record_held"),
                    (Some(false), _) => (Symbol::Empty, "room.record_missed"),
                    (None, Some(_)) => (Symbol::Dot, "room.record_none"),
                    (None, None) => (Symbol::Dot, "room.nothing_locked"),
                };
                widgets::symbol(ui, sign, *theme.accent);
                let points = of.points.map_or_else(|| "–".to_owned(), |points| points.total().to_string());
                let title = view.scenarios.get(of.scenario).map_or("", |(title, _)| *title);
                let words = format!("{title}: {}", app.library.locale.t(words));
                widgets::small(ui, theme, &points.replace('-', "−")).on_hover_text(words);
                ui.add_space(8.0);
            }
        });
    });
}

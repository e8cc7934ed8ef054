//! What a team estimates: provisions, probability, range and point, by slider and field.

use egui::{RichText, Ui};

use super::wish;
use crate::gui::app::App;
use crate::gui::widgets::{self, Face, Field};
use crate::gui::workshop::{Correcting, Room, Wish};
use crate::gui::{Command, theme};
use crate::workshop::{Estimate, EstimateProblem, Told};

/// How wide the names stand before the sliders.
const NAMES: f32 = 170.0;
/// How high a row is.
const ROW: f32 = 46.0;

/// The entry that lies open.
pub(super) fn ui(ui: &mut Ui, app: &App, room: &Room, told: &Told, team: usize, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let before = room.estimate(team);
    let mut estimate = before.clone();
    let place = room.place_of(team);
    fields(ui, app, told, &place, &mut estimate);
    if estimate != before {
        wish(out, Wish::Typed(Box::new(estimate.clone()), false));
    }
    let unread = app.unread.iter().any(|unread| unread.place.starts_with(&place));
    let problem = room.problem.clone().or_else(|| estimate.consistent().err().map(|problem| in_words(app, &problem)));
    if let Some(problem) = problem {
        widgets::paragraph(ui, RichText::new(problem).color(*theme.amber), theme::BODY);
    }
    ui.add_space(4.0);
    let name = room.session.teams().get(team).map_or("", |team| team.name.as_str());
    // Who plays alone locks by going on.
    if room.session.is_alone() {
        return;
    }
    let label = text.fill("room.lock", &[("team", name)]);
    ui.add_enabled_ui(!unread, |ui| {
        if widgets::primary_button(ui, theme, &label).clicked() {
            wish(out, Wish::Lock);
        }
    });
    ui.add_space(6.0);
}

/// An entry put right after its round, with the reason.
pub(super) fn correct(ui: &mut Ui, app: &App, room: &Room, told: &Told, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let Some(before) = &room.correcting else { return };
    let mut correcting: Correcting = before.clone();
    let place = format!("workshop.correct/{}/{}/{}", correcting.scenario, correcting.round, correcting.team);
    fields(ui, app, told, &place, &mut correcting.estimate);
    let face = Face { text, theme };
    let label = text.t("room.correct_reason");
    Field::new(face, format!("{place}/reason"), label).above().width(420.0).text(ui, &mut correcting.reason);
    if let Some(problem) = &room.problem {
        widgets::paragraph(ui, RichText::new(problem).color(*theme.brick), theme::BODY);
    }
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        if widgets::primary_button(ui, theme, text.t("room.correct_now")).clicked() {
            wish(out, Wish::Corrected(Box::new(correcting.clone())));
        }
        if ui.button(text.t("room.correct_not")).clicked() {
            wish(out, Wish::Correcting(None));
        }
    });
    ui.add_space(6.0);
    if correcting != *before {
        wish(out, Wish::Correcting(Some(Box::new(correcting))));
    }
}

/// Why what was entered does not agree with itself.
fn in_words(app: &App, problem: &EstimateProblem) -> String {
    let text = &app.library.locale;
    match problem {
        EstimateProblem::UpsideDown { .. } => text.t("room.problem.upside_down").to_owned(),
        EstimateProblem::PointOutside { .. } => text.t("room.problem.point_outside").to_owned(),
        EstimateProblem::NoFine => text.t("room.problem.no_fine").to_owned(),
        other => other.to_string(),
    }
}

fn fields(ui: &mut Ui, app: &App, told: &Told, place: &str, estimate: &mut Estimate) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let face = Face { text, theme };
    let row = |ui: &mut Ui, key: &str, add: &mut dyn FnMut(&mut Ui, Field<'_>)| {
        let label = text.t(key);
        let named = Field::new(face, format!("{place}/{key}"), label).hint(text.t("room.not_entered")).width(150.0);
        widgets::after(
            ui,
            NAMES,
            |ui| {
                ui.add_space(4.0);
                widgets::body(ui, label);
            },
            |ui| {
                // With room for what was understood: the rows below stand still.
                ui.horizontal_top(|ui| {
                    ui.set_min_height(ROW);
                    add(ui, named);
                });
            },
        );
    };
    ui.add_space(4.0);
    row(ui, "room.low", &mut |ui, field| field.money_slider(ui, told.currency, &mut estimate.low));
    row(ui, "room.point", &mut |ui, field| field.money_slider(ui, told.currency, &mut estimate.point));
    row(ui, "room.high", &mut |ui, field| field.money_slider(ui, told.currency, &mut estimate.high));
    row(ui, "room.probability", &mut |ui, field| field.percent_slider(ui, &mut estimate.probability));
    provisions(ui, app, told, estimate);
}

/// The candidates, each taken or not; none of them is an answer too.
fn provisions(ui: &mut Ui, app: &App, told: &Told, estimate: &mut Estimate) {
    let (text, theme) = (&app.library.locale, &app.theme);
    widgets::after(
        ui,
        NAMES,
        |ui| {
            ui.add_space(4.0);
            widgets::body(ui, text.t("room.provisions"));
        },
        |ui| {
            ui.horizontal_wrapped(|ui| {
                for candidate in &told.candidates {
                    let on = estimate.provisions.as_ref().is_some_and(|chosen| chosen.contains(candidate));
                    let name = text.fill("provision.article", &[("name", candidate.as_str())]);
                    let heading = app.library.law.provision(candidate).map_or("", |known| known.heading.as_str());
                    if widgets::chip(ui, theme, &name, on).on_hover_text(heading).clicked() {
                        let chosen = estimate.provisions.get_or_insert_default();
                        if !chosen.remove(candidate) {
                            chosen.insert(candidate.clone());
                        }
                    }
                }
                let none = estimate.provisions.as_ref().is_some_and(std::collections::BTreeSet::is_empty);
                if widgets::chip(ui, theme, text.t("room.no_provision"), none).clicked() {
                    estimate.provisions = Some(std::collections::BTreeSet::new());
                }
            });
        },
    );
}

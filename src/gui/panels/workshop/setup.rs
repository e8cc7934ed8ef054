//! How a workshop is set up: packs in order, teams with their looks; or one person alone.

use egui::{Align, FontId, Layout, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{own, wish};
use crate::gui::app::App;
use crate::gui::widgets::{self, Face, Field, look_of};
use crate::gui::workshop::{PackWish, Plan, Wish};
use crate::gui::{Command, theme};
use crate::workshop::{FEWEST_TEAMS, MOST_TEAMS, Pack, Team};

pub(super) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let Some(before) = &app.plan else {
        // Come to by way of the rail of an earlier state: begin.
        wish(out, Wish::Open);
        return;
    };
    let mut plan = before.clone();
    widgets::stage_title(ui, theme, text.t("screen.workshop"), text.t("room.setup.subtitle"));
    ui.add_space(10.0);
    widgets::line(
        ui,
        |ui| {
            widgets::wrapped_small(ui, theme, text.t("room.setup.saved"));
        },
        |ui| {
            if ui.button(text.t("room.setup.open")).clicked() {
                out.push(Command::Open);
            }
        },
    );
    ui.add_space(6.0);
    let ways = [text.t("room.setup.room"), text.t("room.setup.alone")];
    if let Some(way) = widgets::segmented(ui, theme, text.t("room.setup.who"), &ways, Some(usize::from(plan.alone))) {
        plan.alone = way == 1;
    }
    widgets::hairline(ui, theme, 12.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(text.t("room.setup.scenarios")).font(FontId::new(theme::HEADING, theme::serif())));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(text.t("room.setup.own")).clicked() {
                wish(out, Wish::Own(PackWish::Ask));
            }
        });
    });
    widgets::wrapped_small(ui, theme, text.t("room.setup.scenarios_note"));
    own::refused(ui, app, out);
    ui.add_space(6.0);
    for known in app.packs() {
        pack(ui, app, known, &mut plan, out);
    }
    chosen(ui, app, &mut plan);
    if app.is_sheltered() {
        ui.add_space(4.0);
        widgets::wrapped_small(ui, theme, text.t("room.setup.sheltered"));
    }
    widgets::hairline(ui, theme, 12.0);
    if plan.alone {
        alone(ui, app);
    } else {
        teams(ui, app, &mut plan);
        ui.add_space(10.0);
        let field = Field::new(Face { text, theme }, "workshop.title", text.t("room.setup.title"));
        field.above().width(420.0).text(ui, &mut plan.title);
    }
    widgets::hairline(ui, theme, 12.0);
    let label = text.t(if plan.alone { "room.setup.begin_alone" } else { "room.setup.begin" });
    ui.horizontal(|ui| {
        if widgets::primary_button(ui, theme, label).clicked() {
            wish(out, Wish::Begin);
        }
        if ui.button(text.t("room.setup.leave")).clicked() {
            wish(out, Wish::End);
        }
    });
    if let Some(problem) = &plan.problem {
        widgets::paragraph(ui, RichText::new(problem).color(*theme.brick), theme::BODY);
    }
    ui.add_space(4.0);
    widgets::wrapped_small(ui, theme, text.t("room.disclaimer"));
    if plan != *before {
        plan.problem = None;
        wish(out, Wish::Plan(Box::new(plan)));
    }
}

/// A pack to be taken in or out, with nothing of its decision.
fn pack(ui: &mut Ui, app: &App, pack: &Pack, plan: &mut Plan, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let at = plan.packs.iter().position(|id| *id == pack.id);
    let mut on = at.is_some();
    let words = text.fill(
        "room.setup.pack",
        &[
            ("level", text.t(pack.told.level.key())),
            ("rounds", &text.plural("workshop.rounds", pack.told.rounds.len())),
            ("minutes", &text.plural("workshop.minutes", pack.minutes() as usize)),
        ],
    );
    widgets::control_line(
        ui,
        |ui| {
            let title = RichText::new(&pack.told.title).font(FontId::new(theme::BODY, theme::strong()));
            let before = on;
            widgets::checkbox(ui, theme, &mut on, title).on_hover_text(&pack.told.organisation.about);
            if on && !before {
                plan.packs.push(pack.id.clone());
            } else if let (false, Some(at)) = (on, at) {
                plan.packs.remove(at);
            }
        },
        |ui| {
            widgets::small(ui, theme, &words);
            own::take_out(ui, app, pack, out);
        },
    );
}

/// The packs chosen in their order, each to be moved up.
fn chosen(ui: &mut Ui, app: &App, plan: &mut Plan) {
    let (text, theme) = (&app.library.locale, &app.theme);
    if plan.packs.len() < 2 {
        return;
    }
    ui.add_space(8.0);
    let strong = FontId::new(theme::SMALL, theme::strong());
    ui.label(RichText::new(text.t("room.setup.order")).font(strong));
    let mut up = None;
    for (at, id) in plan.packs.iter().enumerate() {
        let Some(pack) = app.packs().find(|pack| pack.id == *id) else { continue };
        ui.horizontal(|ui| {
            widgets::small(ui, theme, &(at + 1).to_string());
            widgets::body(ui, &pack.told.title);
            if at > 0 {
                let link = widgets::link(ui, text.t("room.setup.up"), theme::SMALL);
                let name = text.fill("room.setup.up_name", &[("title", &pack.told.title)]);
                link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
                if link.clicked() {
                    up = Some(at);
                }
            }
        });
    }
    if let Some(at) = up {
        plan.packs.swap(at, at - 1);
    }
}

/// What somebody alone has played so far.
fn alone(ui: &mut Ui, app: &App) {
    let (text, theme) = (&app.library.locale, &app.theme);
    widgets::heading(ui, text.t("room.record"));
    let record = app.record();
    if record.played.is_empty() {
        widgets::wrapped_small(ui, theme, text.t("room.record_empty"));
        return;
    }
    let (held, of) = record.held();
    if of > 0 {
        widgets::body(ui, &text.fill("room.calibration", &[("held", &held.to_string()), ("of", &of.to_string())]));
    }
    for played in &record.played {
        widgets::line(
            ui,
            |ui| ui.add(egui::Label::new(RichText::new(&played.title).size(theme::BODY)).truncate()),
            |ui| {
                let key = match played.held {
                    Some(true) => "room.record_held",
                    Some(false) => "room.record_missed",
                    None => "room.record_none",
                };
                let (day, points) = (text.date(played.day), played.points.to_string().replace('-', "−"));
                let words = text.fill("room.record_row", &[("held", text.t(key)), ("points", &points), ("day", &day)]);
                widgets::small(ui, theme, &words);
            },
        );
    }
    widgets::wrapped_small(ui, theme, text.t("room.record_once"));
}

/// The teams with their looks and names.
fn teams(ui: &mut Ui, app: &App, plan: &mut Plan) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let face = Face { text, theme };
    ui.horizontal(|ui| {
        ui.label(RichText::new(text.t("room.setup.teams")).font(FontId::new(theme::HEADING, theme::serif())));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let more = ui.add_enabled(plan.teams.len() < MOST_TEAMS, egui::Button::new(text.t("room.setup.add")));
            if more.clicked() {
                let name = proposed(text.t("workshop.team_names"), &plan.teams);
                let place = (0..MOST_TEAMS)
                    .find(|place| !plan.teams.iter().any(|team| same_look(team, &Team::proposed(*place, ""))));
                plan.teams.push(Team::proposed(place.unwrap_or_default(), name));
            }
        });
    });
    widgets::wrapped_small(ui, theme, text.t("room.setup.teams_note"));
    ui.add_space(6.0);
    let mut gone = None;
    let removable = plan.teams.len() > FEWEST_TEAMS;
    for (at, team) in plan.teams.iter_mut().enumerate() {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(26.0), Sense::hover());
            look_of(team, theme).disc(ui.painter(), rect.center(), 10.0, true);
            let label = text.fill("room.setup.team", &[("number", &(at + 1).to_string())]);
            let place = format!("workshop.team/{:?}/{:?}", team.color, team.pattern);
            Field::new(face, place, &label).width(240.0).text(ui, &mut team.name);
            if removable {
                let link = widgets::link(ui, text.t("room.setup.remove"), theme::SMALL);
                let name = text.fill("room.setup.remove_name", &[("name", &team.name)]);
                link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
                if link.clicked() {
                    gone = Some(at);
                }
            }
        });
    }
    if let Some(at) = gone {
        plan.teams.remove(at);
    }
}

fn same_look(one: &Team, other: &Team) -> bool {
    (one.color, one.pattern) == (other.color, other.pattern)
}

/// The first of the proposed names that no team has.
fn proposed(names: &str, teams: &[Team]) -> String {
    let free = names.split(',').map(str::trim).find(|name| !teams.iter().any(|team| team.name.trim() == *name));
    free.unwrap_or_default().to_owned()
}

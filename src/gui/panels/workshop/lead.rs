//! Leading a workshop: where it stands, the next step as the one large button, the notes,
//! the time, the entries.

use egui::{Align, Button, FontId, Id, Layout, RichText, Stroke, Ui, Vec2};

use super::{beside, entries, own, result, reveal, wish};
use crate::gui::app::App;
use crate::gui::panels::projector::{in_minutes, teller};
use crate::gui::workshop::{Room, Wish, now};
use crate::gui::{Command, theme, widgets};
use crate::workshop::{Part, RevealStep, RoundStep, Stage, Timer};

pub(super) fn ui(ui: &mut Ui, app: &App, room: &Room, out: &mut Vec<Command>) {
    arrive(ui, room);
    head(ui, app, room, out);
    widgets::hairline(ui, &app.theme, 10.0);
    next(ui, app, room, out);
    own::lacking(ui, app, room, out);
    stage(ui, app, room, out);
    // Where the window is too narrow for the strip, what it says stands below.
    if ui.ctx().content_rect().width() < theme::FOLD_STRIP {
        widgets::hairline(ui, &app.theme, 10.0);
        beside::content(ui, app, room, out);
    }
}

/// What belongs to the stage.
fn stage(ui: &mut Ui, app: &App, room: &Room, out: &mut Vec<Command>) {
    // Who plays alone reads the facts before the fields.
    let alone = room.session.is_alone();
    match room.session.stage() {
        Stage::Scenario { part: Part::Round { step, .. }, .. } => {
            if alone {
                notes(ui, app, room);
            }
            if step == RoundStep::Teams && alone {
                widgets::hairline(ui, &app.theme, 10.0);
                reveal::ui(ui, app, room);
            } else if step >= RoundStep::Enter {
                widgets::hairline(ui, &app.theme, 10.0);
                entries::ui(ui, app, room, out);
            }
            if !alone {
                notes(ui, app, room);
            }
        }
        Stage::Scenario { part: Part::Reveal(_), .. } => {
            reveal::ui(ui, app, room);
            widgets::hairline(ui, &app.theme, 10.0);
            entries::ui(ui, app, room, out);
        }
        Stage::Scenario { part: Part::Standings, .. } => {
            widgets::hairline(ui, &app.theme, 10.0);
            result::ranking(ui, app, room);
        }
        Stage::Result => result::ui(ui, app, room, out),
        Stage::Lobby => {}
    }
}

/// A new stage, or a question about the next one, is seen from the top of the page.
fn arrive(ui: &mut Ui, room: &Room) {
    let id = Id::unique("room-seen");
    let now = (room.session.stage(), room.waits_for.clone());
    let seen: Option<(Stage, Vec<String>)> = ui.data(|data| data.get_temp(id));
    if seen.as_ref() != Some(&now) {
        // With the room above the title.
        let top = egui::Rect::from_min_size(ui.cursor().min - Vec2::new(0.0, theme::MARGIN), Vec2::splat(1.0));
        ui.scroll_to_rect(top, Some(Align::TOP));
        ui.data_mut(|data| data.insert_temp(id, now));
    }
}

/// Where the workshop stands, and its time.
fn head(ui: &mut Ui, app: &App, room: &Room, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let stage = room.session.stage();
    let title = title(app, room);
    let scenario = room.session.scenario().map_or("", |scenario| scenario.told.title.as_str());
    let subtitle = match stage {
        Stage::Scenario { scenario: at, part: Part::Round { round, step: RoundStep::Enter } }
            if !room.session.is_alone() =>
        {
            let locked = (0..room.session.teams().len())
                .filter(|team| room.session.entry(at, round, *team).is_some_and(|entry| entry.locked.is_some()));
            let (locked, teams) = (locked.count().to_string(), room.session.teams().len().to_string());
            text.fill("room.enter_subtitle", &[("title", scenario), ("locked", &locked), ("teams", &teams)])
        }
        Stage::Lobby => text.t("room.lobby_subtitle").to_owned(),
        Stage::Result => text.plural("room.scenarios_done", room.session.scenarios().len()),
        Stage::Scenario { .. } => scenario.to_owned(),
    };
    let words = |ui: &mut Ui| widgets::stage_title(ui, theme, &title, &subtitle);
    let Some(timer) = room.session.timer() else {
        words(ui);
        return;
    };
    widgets::beside(ui, 330.0, words, |ui| {
        let room = Vec2::new(ui.available_width(), 42.0);
        let line = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(room, line, |ui| time(ui, app, timer, out));
    });
    if matches!(timer, Timer::Running { .. }) {
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(500));
    }
}

fn time(ui: &mut Ui, app: &App, timer: Timer, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    for (key, seconds) in [("room.five_more", 300), ("room.one_more", 60)] {
        if ui.button(text.t(key)).clicked() {
            wish(out, Wish::Extend(seconds));
        }
    }
    let is_running = matches!(timer, Timer::Running { .. });
    if ui.button(text.t(if is_running { "room.pause" } else { "room.resume" })).clicked() {
        wish(out, Wish::Pause);
    }
    let left = timer.left(now());
    let ink = if left <= 0 { *theme.brick } else { *theme.ink };
    ui.add_space(6.0);
    ui.label(RichText::new(in_minutes(left)).font(FontId::new(34.0, theme::serif())).color(ink));
}

/// What is being done now.
fn title(app: &App, room: &Room) -> String {
    let text = &app.library.locale;
    let stage = room.session.stage();
    let step = text.t(step_of(room, stage));
    match stage {
        Stage::Scenario { scenario, part: Part::Round { round, .. } } => {
            let rounds = room.session.scenarios().get(scenario).map_or(0, |scenario| scenario.told.rounds.len());
            let names = [("round", &*(round + 1).to_string()), ("rounds", &*rounds.to_string()), ("step", step)];
            text.fill("room.round_step", &names)
        }
        _ => step.to_owned(),
    }
}

/// The key of a stage's name, in a room or for somebody alone.
pub(super) fn step_of(room: &Room, stage: Stage) -> &'static str {
    match stage {
        Stage::Scenario { part: Part::Round { step: RoundStep::Enter, .. }, .. } if room.session.is_alone() => {
            "room.your_estimate"
        }
        _ => step_name(stage),
    }
}

/// The key of a stage's name.
fn step_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Lobby => "room.step.lobby",
        Stage::Result => "room.result",
        Stage::Scenario { part, .. } => match part {
            Part::Round { step: RoundStep::Facts, .. } => "room.step.facts",
            Part::Round { step: RoundStep::Enter, .. } => "room.step.enter",
            Part::Round { step: RoundStep::Locked, .. } => "room.step.locked",
            Part::Round { step: RoundStep::Teams, .. } => "room.step.teams",
            Part::Reveal(RevealStep::Teams) => "room.reveal.teams",
            Part::Reveal(RevealStep::Method) => "room.reveal.method",
            Part::Reveal(RevealStep::Practice) => "room.reveal.practice",
            Part::Reveal(RevealStep::Decision) => "room.reveal.decision",
            Part::Reveal(RevealStep::Reasons) => "room.reveal.reasons",
            Part::Standings => "room.step.standings",
        },
    }
}

/// The keys of what the next button says, and of what will then be shown.
pub(super) fn next_keys(next: Stage) -> (&'static str, &'static str) {
    match next {
        Stage::Lobby => ("room.next.facts", "room.will.facts"),
        Stage::Result => ("room.next.result", "room.will.result"),
        Stage::Scenario { part, .. } => match part {
            Part::Round { round: 0, step: RoundStep::Facts } => ("room.next.scenario", "room.will.facts"),
            Part::Round { step: RoundStep::Facts, .. } => ("room.next.facts", "room.will.facts"),
            Part::Round { step: RoundStep::Enter, .. } => ("room.next.enter", "room.will.enter"),
            Part::Round { step: RoundStep::Locked, .. } => ("room.next.locked", "room.will.locked"),
            Part::Round { step: RoundStep::Teams, .. } => ("room.next.teams", "room.will.teams"),
            Part::Reveal(RevealStep::Teams) => ("room.next.reveal", "room.will.reveal"),
            Part::Reveal(RevealStep::Method) => ("room.next.method", "room.will.method"),
            Part::Reveal(RevealStep::Practice) => ("room.next.practice", "room.will.practice"),
            Part::Reveal(RevealStep::Decision) => ("room.next.decision", "room.will.decision"),
            Part::Reveal(RevealStep::Reasons) => ("room.next.reasons", "room.will.reasons"),
            Part::Standings => ("room.next.standings", "room.will.standings"),
        },
    }
}

/// What comes next, with the one large button; first asks where teams are still open.
fn next(ui: &mut Ui, app: &App, room: &Room, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let Some(next) = room.session.next_stage() else { return };
    let (action, will) = match next {
        Stage::Scenario { part: Part::Round { step: RoundStep::Locked, .. }, .. } if room.session.is_alone() => {
            ("room.lock_alone", "room.will.locked_alone")
        }
        _ => next_keys(next),
    };
    let words = |ui: &mut Ui| {
        widgets::small(ui, theme, text.t("room.comes_next"));
        if let Stage::Scenario { scenario, part: Part::Round { round: 0, step: RoundStep::Facts } } = next
            && let Some(scenario) = room.session.scenarios().get(scenario)
        {
            widgets::heading(ui, &scenario.told.title);
        }
        widgets::body(ui, text.t(will));
    };
    widgets::beside(ui, 230.0, words, |ui| {
        let label = RichText::new(text.t(action)).font(FontId::new(17.0, theme::strong())).color(*theme.on_accent);
        let button = Button::new(label).fill(*theme.accent).stroke(Stroke::NONE).wrap();
        if ui.add_sized(Vec2::new(224.0, 54.0), button).clicked() {
            wish(out, Wish::Next(false));
        }
        widgets::small(ui, theme, text.t("room.next_key"));
    });
    if !room.waits_for.is_empty() {
        ui.add_space(6.0);
        let words = text.fill("room.waits", &[("teams", &room.waits_for.join(", "))]);
        widgets::paragraph(ui, RichText::new(words).color(*theme.amber), theme::BODY);
        ui.horizontal(|ui| {
            if ui.button(text.t("room.go_on")).clicked() {
                wish(out, Wish::Next(true));
            }
            if ui.button(text.t("room.wait")).clicked() {
                wish(out, Wish::Wait);
            }
        });
    }
    if let Some(problem) = room.problem.as_ref().filter(|_| room.turn.is_none() && room.correcting.is_none()) {
        ui.add_space(6.0);
        widgets::paragraph(ui, RichText::new(problem).color(*theme.brick), theme::BODY);
    }
}

/// What the trainer should know; nothing of it is on the projector. Who plays alone reads
/// the facts here.
fn notes(ui: &mut Ui, app: &App, room: &Room) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let Some(round) = room.session.round() else { return };
    widgets::hairline(ui, theme, 10.0);
    if room.session.is_alone() {
        widgets::heading(ui, text.t(teller(round.teller)));
        if let Some(scenario) = room.session.scenario() {
            widgets::wrapped_small(ui, theme, &scenario.told.organisation.about);
        }
        numbered(ui, app, round.facts.iter().map(|fact| fact.text.as_str()));
        listed(ui, app, "room.think", &round.questions);
        listed(ui, app, "room.hints_alone", &round.hints);
        return;
    }
    ui.horizontal(|ui| {
        ui.label(RichText::new(text.t("room.notes")).font(FontId::new(theme::HEADING, theme::serif())));
        widgets::small(ui, theme, text.t("room.notes_only_here"));
    });
    numbered(ui, app, round.notes.iter().map(String::as_str));
    listed(ui, app, "room.discuss", &round.questions);
    listed(ui, app, "room.hints", &round.hints);
}

fn numbered<'w>(ui: &mut Ui, app: &App, all: impl Iterator<Item = &'w str>) {
    for (at, words) in all.enumerate() {
        widgets::after(
            ui,
            16.0,
            |ui| {
                widgets::small(ui, &app.theme, &(at + 1).to_string());
            },
            |ui| widgets::paragraph(ui, RichText::new(words), theme::BODY),
        );
    }
}

fn listed(ui: &mut Ui, app: &App, key: &str, all: &[String]) {
    if all.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.label(RichText::new(app.library.locale.t(key)).font(FontId::new(theme::SMALL, theme::strong())));
    for words in all {
        widgets::after(
            ui,
            16.0,
            |ui| widgets::symbol(ui, widgets::Symbol::Dot, *app.theme.ink_second),
            |ui| widgets::paragraph(ui, RichText::new(words), theme::BODY),
        );
    }
}

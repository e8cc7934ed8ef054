//! Look, language, and who prepares reports.

use egui::Ui;

use crate::gui::app::App;
use crate::gui::command::Purpose;
use crate::gui::scale::SCALES;
use crate::gui::widgets::field::{Face, Field};
use crate::gui::{Command, widgets};

pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    widgets::stage_title(ui, theme, text.t("screen.settings"), text.t("settings.subtitle"));
    widgets::hairline(ui, theme, 12.0);
    widgets::heading(ui, text.t("settings.theme"));
    let names = [text.t("settings.light"), text.t("settings.dark")];
    let chosen = usize::from(theme.dark);
    if let Some(clicked) = widgets::segmented(ui, theme, text.t("settings.theme"), &names, Some(chosen))
        && clicked != chosen
    {
        out.push(Command::ToggleTheme);
    }
    widgets::hairline(ui, theme, 12.0);
    widgets::heading(ui, text.t("settings.scale"));
    let present = app.settings.percent();
    ui.horizontal_wrapped(|ui| {
        for scale in SCALES {
            if widgets::chip(ui, theme, &format!("{scale}\u{a0}%"), scale == present).clicked() {
                out.push(Command::Zoom(scale));
            }
        }
    });
    widgets::wrapped_small(ui, theme, text.t("settings.scale_note"));
    widgets::hairline(ui, theme, 12.0);
    languages(ui, app, out);
    prepared_by(ui, app, out);
    widgets::hairline(ui, theme, 12.0);
    style(ui, app, out);
}

/// The language shown, where there is more than one.
fn languages(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let known = app.languages();
    if known.len() < 2 {
        return;
    }
    widgets::heading(ui, text.t("settings.language"));
    let names: Vec<&str> = known.iter().map(|language| language.name.as_str()).collect();
    let chosen = known.iter().position(|language| language.language == text.language);
    let clicked = widgets::segmented(ui, theme, text.t("settings.language"), &names, chosen);
    if let Some(language) = clicked.filter(|place| Some(*place) != chosen).and_then(|place| known.get(place)) {
        out.push(Command::Speak(language.language.clone()));
    }
    widgets::hairline(ui, theme, 12.0);
}

/// Who is named in reports.
fn prepared_by(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    widgets::heading(ui, text.t("settings.reports"));
    let mut by = app.settings.by.clone();
    let field = |key: &'static str| Field::new(Face { text, theme }, key, text.t(key)).above().width(300.0);
    widgets::side_by_side(ui, 640.0, |ui| {
        field("settings.author").text(ui, &mut by.author);
        field("settings.firm").text(ui, &mut by.firm);
    });
    widgets::wrapped_small(ui, theme, text.t("settings.reports_note"));
    if by != app.settings.by {
        out.push(Command::Sign(by));
    }
}

/// What reports look like.
fn style(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    widgets::heading(ui, text.t("settings.style"));
    let mut style = app.settings.style.clone();
    let field = |key: &'static str| Field::new(Face { text, theme }, key, text.t(key)).above().width(300.0);
    widgets::side_by_side(ui, 640.0, |ui| {
        field("settings.accent").hint("#0B5563").text(ui, &mut style.accent);
        field("settings.ink").hint("#1D2026").text(ui, &mut style.ink);
    });
    widgets::side_by_side(ui, 640.0, |ui| {
        field("settings.font").hint("IBM Plex").text(ui, &mut style.font);
        field("settings.footer").text(ui, &mut style.footer);
    });
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        if ui.button(text.t("settings.logo_choose")).clicked() {
            out.push(Command::StyleFrom(Purpose::Logo, None));
        }
        if style.logo.is_empty() {
            widgets::small(ui, theme, text.t("settings.logo_none"));
        } else {
            widgets::small(ui, theme, &text.fill("settings.logo_of", &[("file", &style.logo)]));
            if ui.button(text.t("settings.logo_remove")).clicked() {
                style.logo.clear();
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        if ui.button(text.t("settings.style_load")).clicked() {
            out.push(Command::StyleFrom(Purpose::Style, None));
        }
    });
    match &app.style_problem {
        Some(problem) => {
            let words = text.fill("settings.style_problem", &[("problem", problem)]);
            ui.label(egui::RichText::new(words).color(*theme.brick));
        }
        None => {
            widgets::wrapped_small(ui, theme, text.t("settings.style_note"));
        }
    }
    if style != app.settings.style {
        out.push(Command::Style(Box::new(style)));
    }
}

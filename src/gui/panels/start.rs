//! The first thing seen: matters to start from, and recent ones.

use egui::{Button, FontId, Label, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::gui::app::App;
use crate::gui::workshop::Wish;
use crate::gui::{Command, Recent, theme, widgets};
use crate::law::UndertakingKind;
use crate::library::Preset;

/// How wide the page is at most.
const WIDTH: f32 = 1020.0;
/// How high a card is.
const CARD: f32 = 98.0;
/// How many rows of a matter's summary a card shows.
const SUMMARY_ROWS: usize = 3;

pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let side = ((ui.available_width() - WIDTH) / 2.0).max(0.0);
    ui.horizontal(|ui| {
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_width(WIDTH.min(ui.available_width() - side));
            page(ui, app, out);
        });
    });
}

fn page(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let text = &app.library.locale;
    ui.add_space(20.0);
    ui.label(RichText::new(text.t("start.title")).font(FontId::new(34.0, theme::serif())));
    let subtitle = RichText::new(text.t("start.subtitle")).color(*app.theme.ink_second);
    let words = |ui: &mut Ui| widgets::paragraph(ui, subtitle, theme::HEADING);
    widgets::beside(ui, 330.0, words, |ui| {
        ui.horizontal(|ui| {
            if ui.add(Button::new(text.t("command.workshop")).min_size(Vec2::new(0.0, 28.0))).clicked() {
                out.push(Command::Workshop(Wish::Open));
            }
            if ui.add(Button::new(text.t("command.open")).min_size(Vec2::new(0.0, 28.0))).clicked() {
                out.push(Command::Open);
            }
            if widgets::primary_button(ui, &app.theme, text.t("command.new")).clicked() {
                out.push(Command::New);
            }
        });
    });
    ui.add_space(22.0);
    super::workshop::on_start(ui, app, out);
    // What was opened before may name what a workshop keeps back.
    if !app.is_sheltered() {
        super::recovery::ui(ui, app, out);
        recent(ui, app, out);
    }
    cards(ui, app, out);
    ui.add_space(16.0);
    let date = text.date(app.today);
    let method = app
        .library
        .law
        .methodology_for("", UndertakingKind::Company, app.today)
        .map_or("", |method| method.name.as_str());
    let decisions = text.plural("start.decisions", app.library.decisions.len());
    widgets::wrapped_small(
        ui,
        &app.theme,
        &text.fill("start.foot", &[("date", &date), ("decisions", &decisions), ("method", method)]),
    );
}

/// The matters opened before: title, organisation, day; those gone say so.
fn recent(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let text = &app.library.locale;
    if app.recent().is_empty() {
        return;
    }
    widgets::heading(ui, text.t("start.recent"));
    ui.add_space(2.0);
    for matter in app.recent() {
        recent_row(ui, app, matter, out);
    }
    ui.add_space(16.0);
}

fn recent_row(ui: &mut Ui, app: &App, matter: &Recent, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let gone = app.vanished.contains(&matter.path);
    let whole = ui.available_width();
    let cell = |ui: &mut Ui, share: f32, add: &mut dyn FnMut(&mut Ui)| {
        ui.allocate_ui(Vec2::new(whole * share - 8.0, 26.0), |ui| {
            ui.set_width(whole * share - 8.0);
            add(ui);
        });
    };
    ui.horizontal(|ui| {
        cell(ui, 0.36, &mut |ui| {
            let title = super::bar::title_of(app, matter);
            let link = egui::Link::new(RichText::new(title).color(if gone { *theme.ink_second } else { *theme.ink }));
            let link = ui.add_enabled(!gone, link).on_hover_text(matter.path.display().to_string());
            if link.clicked() {
                out.push(Command::OpenPath(matter.path.clone()));
            }
        });
        cell(ui, 0.28, &mut |ui| {
            let workshop = matter.is_workshop().then(|| text.t("screen.workshop").to_owned());
            let parts = [workshop, Some(matter.organisation.clone()), matter.apart(app.recent())];
            let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            let words = RichText::new(parts.join(" · ")).size(theme::SMALL).color(*theme.ink_second);
            ui.add(Label::new(words).truncate());
        });
        cell(ui, 0.16, &mut |ui| {
            widgets::small(ui, theme, &matter.day.map_or_else(String::new, |day| text.date(day)));
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let key = if gone { "start.forget_gone" } else { "start.forget" };
            let title = text.fill("start.forget_name", &[("title", &matter.title)]);
            let link = widgets::link(ui, text.t(key), theme::SMALL);
            link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &title));
            if link.clicked() {
                out.push(Command::Forget(matter.path.clone()));
            }
            if gone {
                ui.label(RichText::new(text.t("start.gone")).size(theme::SMALL).color(*theme.amber));
            }
        });
    });
    widgets::hairline(ui, theme, 0.0);
}

/// The examples: decided matters first, then fictional ones; the later ones on demand.
fn cards(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let text = &app.library.locale;
    let id = egui::Id::unique("start-all");
    let all: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.horizontal(|ui| {
        widgets::heading(ui, text.t("start.examples"));
        widgets::small(ui, &app.theme, text.t("start.examples_note"));
    });
    let (decided, fictional): (Vec<&Preset>, Vec<&Preset>) =
        app.library.presets.iter().partition(|preset| preset.case_file.decided_as.is_some());
    let mut folds = false;
    for (key, first, presets) in
        [("start.decided_matters", FIRST_DECIDED, decided), ("start.fictional_matters", FIRST_FICTIONAL, fictional)]
    {
        if presets.is_empty() {
            continue;
        }
        folds |= presets.len() > first;
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            ui.label(RichText::new(text.t(key)).font(FontId::new(theme::SMALL, theme::strong())));
            widgets::small(ui, &app.theme, &presets.len().to_string());
        });
        let shown = if all { presets.len() } else { first };
        rows(ui, app, presets.get(..shown).unwrap_or(&presets), out);
    }
    if !folds {
        return;
    }
    let label =
        if all { text.t("start.fewer").to_owned() } else { text.plural("start.all", app.library.presets.len()) };
    ui.add_space(2.0);
    if ui.button(&label).clicked() {
        ui.data_mut(|data| data.insert_temp(id, !all));
    }
}

/// How many decided matters are shown before all are asked for.
const FIRST_DECIDED: usize = 3;
/// How many fictional ones.
const FIRST_FICTIONAL: usize = 6;

/// Three cards a row.
fn rows(ui: &mut Ui, app: &App, presets: &[&Preset], out: &mut Vec<Command>) {
    const GAP: f32 = 14.0;
    let room = ui.available_width();
    let columns: u8 = if room >= 840.0 { 3 } else { 1 + u8::from(room >= 540.0) };
    let width = (room - GAP * f32::from(columns - 1)) / f32::from(columns);
    for row in presets.chunks(usize::from(columns)) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for preset in row {
                card(ui, app, preset, Vec2::new(width, CARD), out);
            }
        });
        ui.add_space(GAP - 4.0);
    }
}

fn card(ui: &mut Ui, app: &App, preset: &Preset, size: Vec2, out: &mut Vec<Command>) {
    let theme = &app.theme;
    let matter = &preset.case_file;
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &matter.title));
    let edge = if response.hovered() || response.has_focus() { *theme.accent } else { *theme.hairline };
    ui.painter().rect(rect, theme::CARD_RADIUS, *theme.field, Stroke::new(1.0, edge), StrokeKind::Inside);
    let room = Rect::from_min_max(rect.min + Vec2::new(16.0, 13.0), rect.max - Vec2::new(16.0, 8.0));
    let top_down = egui::Layout::top_down(egui::Align::Min);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(room).layout(top_down));
    inside.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if let Some(id) = matter.decided_as.as_deref() {
                let words = decided(app, id);
                let mark = RichText::new(words).size(theme::SMALL).color(*theme.ink_second);
                ui.add(Label::new(mark).selectable(false));
            }
            // The title has what room is left beside the mark.
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let title = RichText::new(&matter.title).font(FontId::new(theme::HEADING, theme::serif()));
                ui.add(Label::new(title).truncate().selectable(false));
            });
        });
    });
    let small = FontId::proportional(theme::SMALL);
    let mut summary = egui::text::LayoutJob::simple(matter.summary.clone(), small, *theme.ink_second, room.width());
    summary.wrap.max_rows = SUMMARY_ROWS;
    inside.add(Label::new(summary).selectable(false));
    let response = response.on_hover_text(&matter.summary);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        out.push(Command::OpenPreset(preset.file.clone()));
    }
}

/// "CNIL 2024": who decided the matter, and when.
fn decided(app: &App, id: &str) -> String {
    let library = app.library;
    library.decision(id).map_or_else(
        || library.locale.t("start.decided").to_owned(),
        |decision| {
            let authority = library.law.vocabulary.authority_name(&decision.authority);
            format!("{authority} {}", decision.decided.year())
        },
    )
}

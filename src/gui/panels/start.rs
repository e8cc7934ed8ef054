//! The first thing seen: matters to start from, and recent ones.

use egui::{Button, FontId, Label, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::gui::app::App;
use crate::gui::{Command, theme, widgets};
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
    ui.add_space(34.0);
    ui.label(RichText::new(text.t("start.title")).font(FontId::new(34.0, theme::serif())));
    let subtitle = RichText::new(text.t("start.subtitle")).color(*app.theme.ink_second);
    let words = |ui: &mut Ui| widgets::paragraph(ui, subtitle, theme::HEADING);
    widgets::beside(ui, 220.0, words, |ui| {
        ui.horizontal(|ui| {
            if ui.add(Button::new(text.t("command.open")).min_size(Vec2::new(0.0, 28.0))).clicked() {
                out.push(Command::Open);
            }
            if widgets::primary_button(ui, &app.theme, text.t("command.new")).clicked() {
                out.push(Command::New);
            }
        });
    });
    ui.add_space(22.0);
    if !app.settings.recent.is_empty() {
        widgets::heading(ui, text.t("start.recent"));
        for path in &app.settings.recent {
            let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            ui.horizontal_wrapped(|ui| {
                if widgets::link(ui, &name, theme::BODY).clicked() {
                    out.push(Command::OpenPath(path.clone()));
                }
                let folder = path.parent().map_or_else(String::new, |folder| folder.display().to_string());
                widgets::small(ui, &app.theme, &folder);
            });
            widgets::hairline(ui, &app.theme, 2.0);
        }
        ui.add_space(18.0);
    }
    cards(ui, app, out);
    ui.add_space(26.0);
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

/// Up to three cards a row; the decided matters first.
fn cards(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    const GAP: f32 = 14.0;
    let mut presets: Vec<&Preset> = app.library.presets.iter().collect();
    presets.sort_by_key(|preset| (preset.case_file.decided_as.is_none(), preset.file.clone()));
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
        ui.add_space(GAP);
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
    inside.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        if matter.decided_as.is_some() {
            let mark = RichText::new(app.library.locale.t("start.decided")).size(theme::SMALL);
            ui.add(Label::new(mark.color(*theme.ink_second)).selectable(false));
        }
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Min), |ui| {
            let title = RichText::new(&matter.title).font(FontId::new(theme::HEADING, theme::serif()));
            ui.add(Label::new(title).truncate().selectable(false));
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

//! The rail at the left: the way of the data, each stage with its state.

use egui::{FontId, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use crate::gui::app::App;
use crate::gui::workshop::Wish;
use crate::gui::{Command, Screen, theme};

pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    // A low window: rows nearer to each other, then scrolled.
    let rows = 34.0 + theme::ROW * 12.0;
    let room = if ui.available_height() < rows { 4.0 } else { 10.0 };
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| rail(ui, app, room, out));
}

fn rail(ui: &mut Ui, app: &App, room: f32, out: &mut Vec<Command>) {
    ui.add_space(room);
    for (index, screen) in Screen::STAGES.into_iter().enumerate() {
        row(ui, app, Some(index + 1), screen, out);
    }
    ui.add_space(room);
    let (line, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(
        line.shrink2(Vec2::new(16.0, 0.0)).x_range(),
        line.center().y,
        Stroke::new(1.0, *app.theme.hairline),
    );
    ui.add_space(room);
    row(ui, app, None, Screen::Timeline, out);
    row(ui, app, None, Screen::Decisions, out);
    row(ui, app, None, Screen::Workshop, out);
    row(ui, app, None, Screen::HowGood, out);
    row(ui, app, None, Screen::Settings, out);
}

fn row(ui: &mut Ui, app: &App, number: Option<usize>, screen: Screen, out: &mut Vec<Command>) {
    let (text, theme) = (&app.library.locale, &app.theme);
    let possible = !screen.needs_matter() || app.open.is_some();
    let sense = if possible { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), theme::ROW), sense);
    let name = text.t(screen.key());
    let on = app.screen == screen;
    response.widget_info(|| WidgetInfo::selected(Role::Button, possible, on, name));
    if on || response.hovered() && possible {
        ui.painter().rect_filled(rect, 0.0, if on { *theme.accent_tint } else { *theme.hairline });
    }
    if on {
        let bar = Rect::from_min_size(rect.min, Vec2::new(3.0, rect.height()));
        ui.painter().rect_filled(bar, 0.0, *theme.accent);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect.shrink(1.0), 2.0, Stroke::new(1.5, *theme.accent), egui::StrokeKind::Inside);
    }
    let middle = rect.center().y;
    let write = |at: f32, words: &str, font: FontId, ink, right: bool| {
        let galley = ui.painter().layout_no_wrap(words.to_owned(), font, ink);
        let left = if right { at - galley.size().x } else { at };
        ui.painter().galley(pos2(left, middle - galley.size().y / 2.0), galley, ink);
    };
    let state = state(app, screen);
    if rect.width() < theme::RAIL / 2.0 {
        let sign = number.map_or_else(|| name.chars().take(1).collect(), |number| number.to_string());
        let ink = if possible { *theme.ink } else { *theme.ink_third };
        let galley = ui.painter().layout_no_wrap(sign, FontId::new(theme::BODY, theme::strong()), ink);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
        if response.on_hover_text(format!("{name} {state}")).clicked() {
            out.push(going_to(screen));
        }
        return;
    }
    if let Some(number) = number {
        let ink = if on { *theme.accent } else { *theme.ink_second };
        write(rect.left() + 28.0, &number.to_string(), FontId::proportional(theme::SMALL), ink, false);
    }
    let ink = if possible { *theme.ink } else { *theme.ink_third };
    write(rect.left() + 45.0, name, FontId::new(theme::BODY, theme::strong()), ink, false);
    write(rect.right() - 13.0, &state, FontId::proportional(theme::SMALL), *theme.ink_second, true);
    if response.clicked() {
        out.push(going_to(screen));
    }
}

/// A workshop is set up where it is gone to first.
fn going_to(screen: Screen) -> Command {
    if screen == Screen::Workshop { Command::Workshop(Wish::Open) } else { Command::Show(screen) }
}

/// What a stage has to say of itself.
fn state(app: &App, screen: Screen) -> String {
    let count = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    if screen == Screen::Decisions {
        return count(app.library.decisions.len());
    }
    let Some(analysis) = app.open.as_ref().and_then(|open| open.analysis.as_ref()) else { return String::new() };
    match screen {
        Screen::Practices => match analysis.assessment.missing.len() {
            0 => String::new(),
            open => app.library.locale.plural("rail.open", open),
        },
        Screen::Findings => count(analysis.assessment.findings().count()),
        Screen::Comparables => count(analysis.comparables.len()),
        Screen::Timeline => match analysis.timeline.marks.len() {
            0 => String::new(),
            dates => app.library.locale.plural("rail.dates", dates),
        },
        Screen::FineCalculation => {
            let chosen = app.open.as_ref().map_or(0, |open| open.case_file.choices.iter().count());
            if chosen == 0 { String::new() } else { app.library.locale.plural("rail.chosen", chosen) }
        }
        _ => String::new(),
    }
}

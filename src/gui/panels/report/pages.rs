//! All pages below each other: scrolled, zoomed, and turned by keys.

use egui::{Button, Color32, Key, Modifiers, Pos2, Rect, RichText, Ui, Vec2, WidgetInfo};

use super::ReportPages;
use crate::gui::{View, theme, widgets};

/// Below this width a page is not read with ease.
const READABLE: f32 = 560.0;
/// How much of the width a page takes, in percent.
const ZOOMS: [u16; 4] = [100, 150, 200, 300];
/// The least and the greatest that the wheel reaches, in percent.
const LEAST: f32 = 50.0;
const MOST: f32 = 400.0;
/// What stands between two pages, as a share of their width.
const BETWEEN: f32 = 1.0 / 40.0;

/// Page Up and Down, Home and End go through the pages.
pub(super) fn keys(ui: &Ui, pages: &mut ReportPages) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pages.pages.is_empty() || ui.ctx().text_edit_focused() {
        return;
    }
    let last = pages.pages.len() - 1;
    let keys = [
        (Key::PageDown, pages.current.saturating_add(1)),
        (Key::PageUp, pages.current.saturating_sub(1)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    if let Some((_, page)) = keys.into_iter().find(|(key, _)| pressed(*key)) {
        pages.turn(page);
    }
}

/// The pages; those of a state before stay in sight while the new ones are made, faded and named
/// as what they are.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages, is_current: bool) {
    let text = view.text;
    if let Some(problem) = view.problem {
        widgets::paragraph(ui, RichText::new(problem).color(*view.theme.brick), theme::BODY);
        return;
    }
    if !is_current {
        let key = if pages.pages.is_empty() { "report.stage.typesetting" } else { "report.stage.typesetting_again" };
        ui.horizontal_wrapped(|ui| {
            ui.spinner();
            widgets::small(ui, view.theme, text.t(key));
        });
    }
    if pages.pages.is_empty() {
        return;
    }
    controls(ui, view, pages);
    ui.add_space(4.0);
    let Some(first) = pages.pages.first() else { return };
    let (size, mut room) = (first.size_vec2(), ui.available_size());
    // The bar that scrolls them stands beside the pages.
    room.x -= ui.spacing().scroll.allocated_width();
    let height = room.y.max(view_height(ui)).max(320.0);
    // A whole page is seen at 100 %, unless that would be too small to be read.
    let fits = (height * size.x / size.y.max(1.0)).clamp(READABLE.min(room.x), room.x);
    let layout = |zoom: f32| Layout::of(fits * zoom / 100.0, size, pages.pages.len());
    let zoomed = wheel(ui, pages.zoom, pages.shown, layout);
    // White paper would fade out into the dark of the window.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let mut area = egui::ScrollArea::both().id_salt("preview").max_height(height).auto_shrink([true, true]);
    if let Some((zoom, offset)) = zoomed {
        pages.zoom = zoom;
        area = area.scroll_offset(offset);
    }
    let layout = layout(pages.zoom);
    if let Some(page) = pages.turned.take() {
        area = area.vertical_scroll_offset(layout.top(page));
    }
    let shown = area.show_viewport(ui, |ui, seen| {
        let (all, _) = ui.allocate_exact_size(layout.size(), egui::Sense::hover());
        paint(ui, view, (pages, is_current), layout, (all, seen));
        all
    });
    pages.shown = Some((shown.inner, shown.inner_rect));
    pages.current = layout.most_seen(shown.state.clamped_offset().y, shown.inner_rect.height());
}

/// Paints the pages of which something is seen.
fn paint(
    ui: &mut Ui,
    view: &View<'_>,
    (pages, is_current): (&ReportPages, bool),
    layout: Layout,
    (all, seen): (Rect, Rect),
) {
    let tint = Color32::WHITE.gamma_multiply(if is_current { 1.0 } else { theme::FADED });
    for (index, page) in pages.pages.iter().enumerate() {
        let place = Rect::from_min_size(Pos2::new(0.0, layout.top(index)), layout.page);
        if !place.intersects(seen) {
            continue;
        }
        let rect = place.translate(all.min.to_vec2());
        let response = ui.put(rect, egui::Image::new((page.id(), layout.page)).tint(tint));
        let stroke = egui::Stroke::new(1.0, *view.theme.hairline);
        ui.painter().rect_stroke(rect, 0.0, stroke, egui::StrokeKind::Inside);
        let key = if is_current { "report.stage.page" } else { "report.stage.page_before" };
        let label = view.text.fill(key, &[("n", &(index + 1).to_string())]);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &label));
    }
}

/// Where the pages stand below each other; everything grows with the zoom.
#[derive(Clone, Copy)]
struct Layout {
    page: Vec2,
    between: f32,
    count: usize,
}

impl Layout {
    fn of(width: f32, size: Vec2, count: usize) -> Self {
        Self { page: Vec2::new(width, width * size.y / size.x.max(1.0)), between: width * BETWEEN, count }
    }

    fn top(self, index: usize) -> f32 {
        number(index) * (self.page.y + self.between)
    }

    fn size(self) -> Vec2 {
        Vec2::new(self.page.x, (self.top(self.count) - self.between).max(self.page.y))
    }

    /// The page of which most is seen.
    fn most_seen(self, offset: f32, height: f32) -> usize {
        let seen = |index: &usize| {
            let top = self.top(*index);
            ((top + self.page.y).min(offset + height) - top.max(offset)).max(0.0)
        };
        let all = 0..self.count;
        // Of equals the first.
        all.rev().max_by(|one, other| seen(one).total_cmp(&seen(other))).unwrap_or_default()
    }
}

fn number(index: usize) -> f32 {
    f32::from(u16::try_from(index).unwrap_or(u16::MAX))
}

/// The wheel with Ctrl held zooms the pages under the pointer. Returns the zoom and the place to
/// which they scroll, so that what is under the pointer stays there.
fn wheel(ui: &Ui, zoom: f32, shown: Option<(Rect, Rect)>, layout: impl Fn(f32) -> Layout) -> Option<(f32, Vec2)> {
    let (all, seen) = shown?;
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pointer| seen.contains(*pointer))?;
    let next = (zoom * ui.input(egui::InputState::zoom_delta)).clamp(LEAST, MOST);
    if (next - zoom).abs() < 0.01 {
        return None;
    }
    let share = (pointer - all.min) / all.size();
    Some((next, (share * layout(next).size() - (pointer - seen.min)).max(Vec2::ZERO)))
}

/// What of the window's height the pages may take.
fn view_height(ui: &Ui) -> f32 {
    ui.ctx().content_rect().height() - theme::BAR - 150.0
}

/// Which page, and how large.
fn controls(ui: &mut Ui, view: &View<'_>, pages: &mut ReportPages) {
    let text = view.text;
    let last = pages.pages.len().saturating_sub(1);
    ui.horizontal_wrapped(|ui| {
        if ui.add_enabled(pages.current > 0, Button::new(text.t("report.stage.previous"))).clicked() {
            pages.turn(pages.current.saturating_sub(1));
        }
        let (number, total) = ((pages.current + 1).to_string(), pages.pages.len().to_string());
        widgets::small(ui, view.theme, &text.fill("report.page_of", &[("n", &number), ("total", &total)]));
        if ui.add_enabled(pages.current < last, Button::new(text.t("report.stage.next"))).clicked() {
            pages.turn(pages.current + 1);
        }
        let names = ZOOMS.map(|zoom| format!("{zoom}\u{a0}%"));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let present = ZOOMS.iter().position(|zoom| (f32::from(*zoom) - pages.zoom).abs() < 0.5);
        let clicked = widgets::segmented(ui, view.theme, text.t("report.stage.zoom"), &names, present);
        if let Some(zoom) = clicked.and_then(|index| ZOOMS.get(index)) {
            pages.zoom = f32::from(*zoom);
            pages.turned = Some(pages.current);
        }
        if present.is_none() {
            widgets::small(ui, view.theme, &format!("{:.0}\u{a0}%", pages.zoom));
        }
    });
}

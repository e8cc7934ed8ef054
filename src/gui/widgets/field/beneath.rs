//! What stands beneath a field: what was understood, or what is wrong with the text.
//!
//! While one types, nothing else on the page may move. What fits into the place the field
//! already has stands there; what does not lies over the page until the field is left.

use std::sync::Arc;

use egui::{
    Align, Align2, Area, Color32, Frame, Galley, Label, Layout, Margin, Order, Response, RichText, Stroke, Ui, Vec2,
};

use crate::gui::theme::{self, Theme};
use crate::gui::widgets::text::measure;

/// The width at which what is said beneath is read with ease.
const READABLE: f32 = 280.0;
/// Between a field and what lies over the page.
const GAP: f32 = 3.0;

/// How wide lines beneath a field of this width may get.
pub(super) fn room(ui: &Ui, width: f32) -> f32 {
    width.max(READABLE).min(ui.available_width())
}

/// Words beneath a field.
pub(super) struct Line {
    pub(super) words: String,
    pub(super) ink: Color32,
}

/// Shows the lines beneath a field; `keeps_line` where the place for one is there also while
/// nothing is said.
pub(super) fn show(ui: &mut Ui, theme: &Theme, field: &Response, keeps_line: bool, lines: &[Line]) {
    let gap = ui.spacing().item_spacing.y;
    let width = ui.available_width();
    let laid = lay_out(ui, lines, width);
    let needed = height(&laid, gap);
    let least = if keeps_line { ui.fonts_mut(|fonts| fonts.row_height(&font())).ceil() } else { 0.0 };
    let key = field.id.with("beneath");
    let place = if field.has_focus() {
        ui.data(|data| data.get_temp::<f32>(key)).unwrap_or_default().max(least)
    } else {
        ui.data_mut(|data| data.insert_temp(key, needed));
        needed.max(least)
    };
    if needed <= place {
        fill(ui, place, laid);
    } else {
        over(ui, theme, field, lay_out(ui, lines, width.max(READABLE)), gap);
        fill(ui, place, Vec::new());
    }
}

/// A hint that comes and goes while one types: its place is there all the time.
pub fn hint(ui: &mut Ui, theme: &Theme, words: &str, is_shown: bool) {
    let width = ui.available_width().min(measure(theme::SMALL));
    let line = Line { words: words.to_owned(), ink: *theme.ink_second };
    let laid = lay_out(ui, &[line], width);
    let place = height(&laid, 0.0);
    fill(ui, place, if is_shown { laid } else { Vec::new() });
}

/// Lines in a place that is so high whatever they are.
fn fill(ui: &mut Ui, place: f32, laid: Vec<Arc<Galley>>) {
    if place <= 0.0 {
        return;
    }
    let size = Vec2::new(ui.available_width(), place);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(place);
        for galley in laid {
            ui.add(Label::new(galley));
        }
    });
}

/// How high lines are, with a gap between two.
fn height(laid: &[Arc<Galley>], gap: f32) -> f32 {
    let lines: f32 = laid.iter().map(|galley| galley.size().y.ceil() + gap).sum();
    (lines - gap).max(0.0)
}

fn font() -> egui::FontId {
    egui::FontId::proportional(theme::SMALL)
}

fn lay_out(ui: &Ui, lines: &[Line], width: f32) -> Vec<Arc<Galley>> {
    let galley = |line: &Line| {
        let words = egui::WidgetText::from(RichText::new(&line.words).size(theme::SMALL).color(line.ink));
        words.into_galley(ui, Some(egui::TextWrapMode::Wrap), width, egui::TextStyle::Body)
    };
    lines.iter().map(galley).collect()
}

/// Over the page, beneath the field, or above it where there is no room; it takes no clicks.
fn over(ui: &Ui, theme: &Theme, field: &Response, laid: Vec<Arc<Galley>>, gap: f32) {
    if !ui.clip_rect().intersects(field.rect) {
        return;
    }
    // Not over a box that lies over the page itself.
    let order = if ui.layer_id().order == Order::Background { Order::Middle } else { Order::Tooltip };
    let margin = Margin::symmetric(8, 5);
    let height = height(&laid, gap) + 2.0 * f32::from(margin.top);
    let has_room = field.rect.bottom() + GAP + height <= ui.ctx().content_rect().bottom();
    let (pivot, place) = if has_room {
        (Align2::LEFT_TOP, field.rect.left_bottom() + Vec2::new(0.0, GAP))
    } else {
        (Align2::LEFT_BOTTOM, field.rect.left_top() - Vec2::new(0.0, GAP))
    };
    let id = field.id.with("over");
    // It is measured in its first pass and seen in the next, which belongs to the same picture.
    if ui.memory(|memory| memory.area_rect(id)).is_none() {
        ui.ctx().request_discard("words beneath a field");
    }
    let area = Area::new(id).order(order).interactable(false).pivot(pivot).fixed_pos(place);
    let frame = Frame::new().fill(*theme.paper).stroke(Stroke::new(1.0, *theme.hairline)).inner_margin(margin);
    area.show(ui.ctx(), |ui| {
        frame.corner_radius(theme::RADIUS).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = gap;
            for galley in laid {
                ui.add(Label::new(galley));
            }
        });
    });
}

//! A choice of up to five options side by side.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{CornerRadius, FontId, Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use crate::gui::theme::{self, Theme};

/// Room at both sides of a part's words.
const PADDING: f32 = 12.0;
/// Height of a row of parts.
const HEIGHT: f32 = 27.0;
/// Room between two rows.
const GAP: f32 = 4.0;

/// Shows `options` as parts of one control, `selected` marked. Returns the option
/// clicked. `name` tells screen readers what is chosen; each part is announced as
/// "name: option". While it has the focus, typing an option's first letter chooses it.
/// Parts that do not fit beside each other go on in further rows; a part wider than
/// the page is shortened and says its whole name when hovered.
pub fn segmented(ui: &mut Ui, theme: &Theme, name: &str, options: &[&str], selected: Option<usize>) -> Option<usize> {
    let room = ui.available_width();
    let galleys: Vec<Arc<Galley>> = options
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let on = selected == Some(index);
            let ink = if on { *theme.ink } else { *theme.ink_second };
            let font = if on { FontId::new(theme::BODY, theme::strong()) } else { FontId::proportional(theme::BODY) };
            let mut job = LayoutJob::simple_singleline((*text).to_owned(), font, ink);
            job.wrap = TextWrapping::truncate_at_width(room - 2.0 * PADDING);
            ui.painter().layout_job(job)
        })
        .collect();
    let widths: Vec<f32> = galleys.iter().map(|galley| galley.size().x + 2.0 * PADDING).collect();
    let rows = rows(&widths, room);
    let width = rows.iter().map(|row| row.iter().filter_map(|index| widths.get(*index)).sum()).fold(0.0, f32::max);
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let height = rows.len() as f32 * (HEIGHT + GAP) - GAP;
    let (whole, _) = ui.allocate_exact_size(Vec2::new(width, height.max(0.0)), Sense::hover());
    let mut clicked = None;
    let mut focused = false;
    let mut top = whole.top();
    for row in rows {
        let mut left = whole.left();
        let corner = CornerRadius::same(theme::RADIUS);
        let width: f32 = row.iter().filter_map(|index| widths.get(*index)).sum();
        let ground = Rect::from_min_size(pos2(left, top), Vec2::new(width, HEIGHT));
        ui.painter().rect_filled(ground, corner, *theme.field);
        for index in &row {
            let (Some(galley), Some(text), Some(width)) =
                (galleys.get(*index), options.get(*index), widths.get(*index))
            else {
                continue;
            };
            let rect = Rect::from_min_size(pos2(left, top), Vec2::new(*width, HEIGHT));
            let part = Part { rect, first: row.first() == Some(index), last: row.last() == Some(index) };
            let id = ui.scope_id().with((name, *index));
            let on = selected == Some(*index);
            let response = part.show(ui, theme, id, galley, on);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, format!("{name}: {text}")));
            focused |= response.has_focus();
            if response.clicked() {
                clicked = Some(*index);
            }
            if galley.elided {
                response.on_hover_text(*text);
            }
            left = rect.right();
        }
        ui.painter().rect_stroke(ground, corner, Stroke::new(1.0, *theme.hairline), StrokeKind::Inside);
        top += HEIGHT + GAP;
    }
    clicked.or_else(|| if focused { typed(ui, options) } else { None })
}

/// Which parts stand in which row.
fn rows(widths: &[f32], room: f32) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut left = 0.0;
    for (index, width) in widths.iter().enumerate() {
        left -= width;
        if let Some(row) = rows.last_mut().filter(|_| left >= 0.0) {
            row.push(index);
        } else {
            rows.push(vec![index]);
            left = room - width;
        }
    }
    rows
}

/// One part of the control.
struct Part {
    rect: Rect,
    first: bool,
    last: bool,
}

impl Part {
    fn show(&self, ui: &Ui, theme: &Theme, id: egui::Id, galley: &Arc<Galley>, on: bool) -> egui::Response {
        let response = ui.interact(self.rect, id, Sense::click()).on_hover_cursor(egui::CursorIcon::PointingHand);
        let round = |outer: bool| if outer { theme::RADIUS } else { 0 };
        let (left, right) = (round(self.first), round(self.last));
        let rounded = CornerRadius { nw: left, sw: left, ne: right, se: right };
        if on {
            ui.painter().rect_filled(self.rect, rounded, *theme.accent_tint);
        } else if response.hovered() {
            ui.painter().rect_filled(self.rect, rounded, *theme.rail);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(self.rect, rounded, Stroke::new(1.5, *theme.accent), StrokeKind::Inside);
        }
        if !self.first {
            ui.painter().vline(self.rect.left(), self.rect.y_range(), Stroke::new(1.0, *theme.hairline));
        }
        let at = self.rect.center() - galley.size() / 2.0;
        ui.painter().galley(at, Arc::clone(galley), *theme.ink);
        response
    }
}

/// The option whose first letter was typed.
fn typed(ui: &Ui, options: &[&str]) -> Option<usize> {
    let letters: String = ui.input(|input| {
        input
            .events
            .iter()
            .filter_map(|event| if let egui::Event::Text(text) = event { Some(text.as_str()) } else { None })
            .collect()
    });
    let letter = letters.chars().next()?.to_lowercase().next()?;
    options.iter().position(|option| option.chars().flat_map(char::to_lowercase).next() == Some(letter))
}

//! A choice of up to five options side by side.

use egui::{CornerRadius, FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use crate::gui::theme::{self, Theme};

/// Shows `options` as parts of one control, `selected` marked. Returns the option
/// clicked. `name` tells screen readers what is chosen; each part is announced as
/// "name: option". While it has the focus, typing an option's first letter chooses it.
pub fn segmented(ui: &mut Ui, theme: &Theme, name: &str, options: &[&str], selected: Option<usize>) -> Option<usize> {
    const PADDING: f32 = 12.0;
    const HEIGHT: f32 = 27.0;
    let font =
        |on: bool| if on { FontId::new(theme::BODY, theme::strong()) } else { FontId::proportional(theme::BODY) };
    let galleys: Vec<_> = options
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let on = selected == Some(index);
            let ink = if on { *theme.ink } else { *theme.ink_second };
            ui.painter().layout_no_wrap((*text).to_owned(), font(on), ink)
        })
        .collect();
    let width: f32 = galleys.iter().map(|galley| galley.size().x + 2.0 * PADDING).sum();
    let (whole, _) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::hover());
    let corner = CornerRadius::same(theme::RADIUS);
    ui.painter().rect_filled(whole, corner, *theme.field);
    let mut clicked = None;
    let mut focused = false;
    let mut left = whole.left();
    let count = galleys.len();
    for (index, (galley, text)) in galleys.into_iter().zip(options).enumerate() {
        let part = Rect::from_min_size(pos2(left, whole.top()), Vec2::new(galley.size().x + 2.0 * PADDING, HEIGHT));
        let id = ui.scope_id().with((name, index));
        let response = ui.interact(part, id, Sense::click()).on_hover_cursor(egui::CursorIcon::PointingHand);
        let on = selected == Some(index);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, format!("{name}: {text}")));
        let rounded = CornerRadius {
            nw: if index == 0 { theme::RADIUS } else { 0 },
            sw: if index == 0 { theme::RADIUS } else { 0 },
            ne: if index + 1 == count { theme::RADIUS } else { 0 },
            se: if index + 1 == count { theme::RADIUS } else { 0 },
        };
        if on {
            ui.painter().rect_filled(part, rounded, *theme.accent_tint);
        } else if response.hovered() {
            ui.painter().rect_filled(part, rounded, *theme.rail);
        }
        if response.has_focus() {
            focused = true;
            ui.painter().rect_stroke(part, rounded, Stroke::new(1.5, *theme.accent), StrokeKind::Inside);
        }
        if index > 0 {
            ui.painter().vline(part.left(), part.y_range(), Stroke::new(1.0, *theme.hairline));
        }
        let at = part.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, *theme.ink);
        if response.clicked() {
            clicked = Some(index);
        }
        left = part.right();
    }
    ui.painter().rect_stroke(whole, corner, Stroke::new(1.0, *theme.hairline), StrokeKind::Inside);
    clicked.or_else(|| if focused { typed(ui, options) } else { None })
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

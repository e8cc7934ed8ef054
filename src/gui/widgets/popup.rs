//! What opens below a control and holds the input until it is closed: a click beside it
//! closes it and does nothing else.

use egui::{
    Area, CornerRadius, Frame, Id, Margin, Modal, Order, Rect, Response, Sense, Stroke, Ui, UiKind, Vec2, pos2,
};

use crate::gui::theme::{self, Theme};

/// Between a control and what opened below it.
const GAP: f32 = 2.0;

/// Gives the focus back to the control of what was just closed. Two frames pass until the input is
/// free again.
pub(super) fn give_back(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.insert_temp(id.with("back"), 2_u8));
    ui.ctx().request_repaint();
}

/// Takes the focus back, where [`give_back`] has asked for it.
pub(super) fn take_back(ui: &Ui, id: Id, control: &Response) {
    let frames: Option<u8> = ui.data(|data| data.get_temp(id.with("back")));
    match frames {
        None => return,
        Some(0) => {
            control.request_focus();
            ui.data_mut(|data| data.remove::<u8>(id.with("back")));
        }
        Some(left) => {
            ui.data_mut(|data| data.insert_temp(id.with("back"), left - 1));
        }
    }
    ui.ctx().request_repaint();
}

/// Shows `content` below the control, or above it where there is no room; returns whether it
/// is to be closed. `size` is what it needs at most.
pub(super) fn below(ui: &Ui, theme: &Theme, id: Id, control: Rect, size: Vec2, content: impl FnOnce(&mut Ui)) -> bool {
    let screen = ui.ctx().content_rect();
    let fits_below = control.bottom() + GAP + size.y <= screen.bottom();
    let fits_above = control.top() - GAP - size.y >= screen.top();
    let top = if fits_below || !fits_above { control.bottom() + GAP } else { control.top() - GAP - size.y };
    let left = control.left().min(screen.right() - size.x).max(screen.left());
    let top = top.min(screen.bottom() - size.y).max(screen.top());
    let area = Area::new(id)
        .kind(UiKind::Modal)
        .order(Order::Foreground)
        .sense(Sense::hover())
        .interactable(true)
        .fixed_pos(pos2(left, top));
    let frame = Frame::new()
        .fill(*theme.paper)
        .stroke(Stroke::new(1.0, *theme.accent))
        .corner_radius(CornerRadius::same(theme::CARD_RADIUS))
        .inner_margin(Margin::same(1));
    let shown =
        Modal::new(id).area(area).frame(frame).backdrop_color(egui::Color32::TRANSPARENT).show(ui.ctx(), |ui| {
            ui.set_width(size.x - 2.0);
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            content(ui);
        });
    shown.should_close()
}

//! A box over the page, never larger than the window: what does not fit scrolls.

use egui::{Align, Align2, Frame, Id, Layout, Margin, Modal, ModalResponse, ScrollArea, Ui, Vec2};

/// Room between the box and the edges of the window.
const EDGE: f32 = 10.0;
/// In a lower window the whole box scrolls, and no list in it by itself.
const LOW: f32 = 500.0;
/// In a smaller window the box has narrow margins.
const NARROW: f32 = 700.0;

/// A box over the page.
#[derive(Debug, Clone, Copy)]
pub struct Dialog {
    name: &'static str,
    width: f32,
    top: Option<f32>,
}

impl Dialog {
    /// In the middle of the window, `width` points wide where the window is.
    pub fn new(name: &'static str, width: f32) -> Self {
        Self { name, width, top: None }
    }

    /// Hung so far below the edge of the window, so that its head stands still.
    #[must_use]
    pub fn below(self, top: f32) -> Self {
        Self { top: Some(top), ..self }
    }

    /// Shows it.
    pub fn show<T>(self, ui: &Ui, content: impl FnOnce(&mut Ui) -> T) -> ModalResponse<T> {
        let window = ui.ctx().content_rect().size();
        let margin =
            if window.x < NARROW || window.y < LOW { Margin::symmetric(14, 10) } else { Margin::symmetric(26, 20) };
        let id = Id::unique(self.name);
        let mut modal = Modal::new(id).frame(Frame::popup(ui.style()).inner_margin(margin));
        let mut room = window - margin.sum() - Vec2::splat(2.0 * EDGE);
        if let Some(top) = self.top {
            let top = top.min(window.y * 0.1);
            room.y -= top - EDGE;
            modal = modal.area(Modal::default_area(id).anchor(Align2::CENTER_TOP, [0.0, top]));
        }
        modal.show(ui.ctx(), |ui| {
            ui.set_width(self.width.min(room.x));
            let area = ScrollArea::vertical().max_height(room.y).min_scrolled_height(room.y);
            area.auto_shrink([false, true]).show(ui, content).inner
        })
    }
}

/// A list in a box, at most so high; in a low window it is as long as it is, since there
/// the box scrolls.
pub fn list<T>(ui: &mut Ui, name: &str, height: f32, content: impl FnOnce(&mut Ui) -> T) -> T {
    if ui.ctx().content_rect().height() < LOW {
        return ui.push_id(name, content).inner;
    }
    let area = ScrollArea::vertical().id_salt(name).max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show(ui, content).inner
}

/// How high a list may be in a box with `beside` points of other things.
pub fn room_for_list(ui: &Ui, beside: f32) -> f32 {
    (ui.ctx().content_rect().height() - beside).max(60.0)
}

/// The heading of a box with a button that closes it at the right; returns whether it was
/// clicked.
pub fn closable(ui: &mut Ui, heading: &str, close: &str) -> bool {
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let clicked = ui.button(close).clicked();
        ui.with_layout(Layout::top_down(Align::Min), |ui| super::heading(ui, heading));
        clicked
    })
    .inner
}

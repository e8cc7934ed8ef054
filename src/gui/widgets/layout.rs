//! What stands beside what: columns where there is room, else one below the other.

use egui::{Align, Layout, Ui};

/// The least width at which words are read with ease.
const READABLE: f32 = 250.0;

/// Whether a column of this width fits beside words.
pub fn has_room(ui: &Ui, column: f32) -> bool {
    ui.available_width() >= READABLE + column
}

/// Words at the left, and a column of `width` points with figures at the right edge;
/// where there is no room for both, the figures below the words. With what `words`
/// returned.
pub fn beside<T>(ui: &mut Ui, width: f32, words: impl FnOnce(&mut Ui) -> T, figures: impl FnOnce(&mut Ui)) -> T {
    let gap = ui.spacing().item_spacing.x;
    if !has_room(ui, width + gap) {
        let result = words(ui);
        ui.vertical(figures);
        return result;
    }
    ui.horizontal_top(|ui| {
        let left = ui.available_width() - width - gap;
        let result = ui
            .vertical(|ui| {
                ui.set_width(left);
                words(ui)
            })
            .inner;
        ui.with_layout(Layout::top_down(Align::Max), figures);
        result
    })
    .inner
}

/// A narrow column of `width` points at the left (a number, a mark) and the rest
/// beside it; where there is no room for both, one below the other.
pub fn after<T>(ui: &mut Ui, width: f32, mark: impl FnOnce(&mut Ui), rest: impl FnOnce(&mut Ui) -> T) -> T {
    let gap = ui.spacing().item_spacing.x;
    if !has_room(ui, width + gap) {
        ui.horizontal_wrapped(mark);
        return rest(ui);
    }
    ui.horizontal_top(|ui| {
        ui.allocate_ui(egui::vec2(width, 0.0), |ui| {
            ui.set_width(width);
            ui.vertical(mark);
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            rest(ui)
        })
        .inner
    })
    .inner
}

/// Two columns of the same width, or one below the other.
pub fn halves(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    if ui.available_width() < 2.0 * READABLE {
        left(ui);
        ui.add_space(ui.spacing().item_spacing.y);
        right(ui);
        return;
    }
    ui.columns(2, |columns| {
        if let [first, second] = columns {
            // Not in the columns themselves, which would spread the words of a line.
            first.vertical(left);
            second.vertical(right);
        }
    });
}

/// A name at the left and a figure at the right edge of one line; the name wraps
/// before it reaches the figure.
pub fn line<T>(ui: &mut Ui, name: impl FnOnce(&mut Ui) -> T, figure: impl FnOnce(&mut Ui)) -> T {
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        figure(ui);
        ui.with_layout(Layout::top_down(Align::Min), name).inner
    })
    .inner
}

/// A control at the left and a remark at the right edge of one line, at one height.
pub fn control_line(ui: &mut Ui, control: impl FnOnce(&mut Ui), remark: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        control(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), remark);
    });
}

/// Fields side by side where `needed` points are there, else one below the other.
pub fn side_by_side<T>(ui: &mut Ui, needed: f32, fields: impl FnOnce(&mut Ui) -> T) -> T {
    if ui.available_width() >= needed { ui.horizontal_top(fields).inner } else { ui.vertical(fields).inner }
}

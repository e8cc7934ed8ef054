//! A field that was just opened has the focus, and what is proposed in it is selected.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Context, Id, Response, Ui};

/// The place of a field just opened, and how many passes it may still take.
#[derive(Clone)]
struct Opened {
    place: String,
    passes: u8,
}

fn key() -> Id {
    Id::unique("field-opened")
}

/// Lets the field of a place take the focus once it is shown.
pub fn open(ctx: &Context, place: impl Into<String>) {
    // A few passes: where the page is laid out anew, the first may be thrown away.
    ctx.data_mut(|data| data.insert_temp(key(), Opened { place: place.into(), passes: 3 }));
    ctx.request_repaint();
}

/// Gives a field the focus where it was just opened, once.
pub(super) fn enter(ui: &Ui, place: &str, response: &Response, length: usize) {
    let Some(opened) = ui.data(|data| data.get_temp::<Opened>(key())).filter(|opened| opened.place == place) else {
        return;
    };
    if opened.passes == 0 || response.changed() {
        ui.data_mut(|data| data.remove::<Opened>(key()));
        return;
    }
    response.request_focus();
    response.scroll_to_me(None);
    select(ui, response, length);
    ui.data_mut(|data| data.insert_temp(key(), Opened { passes: opened.passes - 1, ..opened }));
    ui.ctx().request_repaint();
}

/// Selects all of a field.
pub fn select(ui: &Ui, response: &Response, length: usize) {
    let mut state = TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(length))));
    state.store(ui.ctx(), response.id);
}

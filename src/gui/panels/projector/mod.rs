//! What the room sees: large type, no controls, and nothing but what the stage shows.

mod axis;
mod lobby;
mod reveal;
mod round;
mod sheet;
mod standings;

use egui::{Rect, Ui};
use jiff::civil::DateTime;

use crate::gui::workshop::Slide;
use crate::workshop::Shown;

pub(super) use round::{in_minutes, teller};
use sheet::Sheet;

/// The projector's whole window.
pub(in crate::gui) fn ui(ui: &mut Ui, slide: &Slide, now: DateTime) {
    let room = ui.max_rect();
    paint(ui, room, slide, now, false);
}

/// The same on a page, smaller and so in larger type, read to who cannot see.
pub(in crate::gui) fn page(ui: &mut Ui, room: Rect, slide: &Slide, now: DateTime) {
    paint(ui, room, slide, now, false);
}

/// A small picture of it, with what it is in words.
pub(in crate::gui) fn picture(ui: &mut Ui, room: Rect, slide: &Slide, now: DateTime) {
    paint(ui, room, slide, now, true);
}

fn paint(ui: &mut Ui, room: Rect, slide: &Slide, now: DateTime, is_picture: bool) {
    let mut sheet = Sheet::new(ui, room, &slide.theme, &slide.library.locale, is_picture);
    if slide.is_blank {
        return;
    }
    let mut ticks = false;
    match slide.shown() {
        Shown::Lobby(view) => lobby::paint(&mut sheet, &view),
        Shown::Round(view) => ticks = round::paint(&mut sheet, &view, slide.timer(), now),
        Shown::Reveal(view) => reveal::paint(&mut sheet, &view, slide.library),
        Shown::Standings(view) => standings::paint(&mut sheet, &view),
    }
    if ticks {
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(500));
    }
}

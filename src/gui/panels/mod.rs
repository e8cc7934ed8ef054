//! One file per panel. A panel reads what it shows and returns wishes.

pub(super) mod bar;
pub mod comparables;
mod conflict;
mod decision;
pub(super) mod decisions;
mod differences;
pub(super) mod explain;
pub mod exposure;
mod figure;
pub mod findings;
pub mod fine;
pub(super) mod help;
pub(super) mod how_good;
pub mod organisation;
mod palette;
mod path_dialog;
pub mod practices;
pub(super) mod projector;
pub(super) mod provision;
pub(super) mod rail;
pub(super) mod recovery;
pub mod report;
mod search;
pub(super) mod settings;
pub(super) mod start;
pub mod strip;
pub mod timeline;
pub(super) mod trace;
pub(super) mod unsaved;
pub(super) mod workshop;

pub(super) use conflict::Conflict;
pub use explain::Explained;
pub(super) use palette::Palette;
pub(super) use path_dialog::PathDialog;
pub(super) use recovery::Comparison;
pub use report::ReportPages;

use egui::Ui;

use super::app::Place;
use super::{View, widgets};

/// Shows what has a place on its page: brought into view and marked where undo or redo
/// lead to it.
fn placed<T>(ui: &mut Ui, view: &View<'_>, place: &Place, add: impl FnOnce(&mut Ui) -> T) -> T {
    let shown = ui.scope(add);
    if view.place == Some(place) {
        widgets::bring(ui, view.theme, &shown.response);
    }
    shown.inner
}

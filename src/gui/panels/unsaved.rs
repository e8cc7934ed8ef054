//! The question before a matter with unsaved changes is left.

use egui::{Id, Modal, Ui};

use crate::gui::app::App;
use crate::gui::{Command, widgets};

/// Returns whether the question still stands.
pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, next: &Command, out: &mut Vec<Command>) -> bool {
    let text = &app.library.locale;
    let mut keep = true;
    Modal::new(Id::unique("unsaved")).show(ui.ctx(), |ui| {
        ui.set_width(380.0);
        widgets::heading(ui, text.t("unsaved.heading"));
        ui.label(text.t("unsaved.text"));
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            if widgets::primary_button(ui, &app.theme, text.t("command.save")).clicked() {
                out.push(Command::SaveAndThen(Box::new(next.clone())));
                keep = false;
            }
            if ui.button(text.t("unsaved.discard")).clicked() {
                out.push(Command::Discard(Box::new(next.clone())));
                keep = false;
            }
            if ui.button(text.t("unsaved.stay")).clicked() {
                keep = false;
            }
        });
    });
    keep
}

//! The question before a matter with unsaved changes is left.

use egui::Ui;

use crate::gui::app::App;
use crate::gui::{Command, widgets};

/// Returns whether the question still stands.
pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, next: &Command, out: &mut Vec<Command>) -> bool {
    let text = &app.library.locale;
    let mut keep = true;
    widgets::Dialog::new("unsaved", 400.0).show(ui, |ui| {
        widgets::heading(ui, text.t("unsaved.heading"));
        widgets::body(ui, text.t("unsaved.text"));
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
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

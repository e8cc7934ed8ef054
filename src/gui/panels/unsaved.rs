//! The question before a matter with unsaved changes is left.

use egui::Ui;

use crate::gui::app::{App, Open};
use crate::gui::{Command, widgets};

/// Returns whether the question still stands.
pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, next: &Command, out: &mut Vec<Command>) -> bool {
    let text = &app.library.locale;
    let mut keep = true;
    widgets::Dialog::new("unsaved", 400.0).show(ui, |ui| {
        widgets::heading(ui, text.t("unsaved.heading"));
        let changed = app.open.as_ref().is_some_and(Open::is_changed);
        if changed {
            widgets::body(ui, text.t("unsaved.text"));
        }
        let unread = app.unread_in_words();
        if !unread.is_empty() {
            widgets::body(ui, text.t("unsaved.unread"));
            for words in unread {
                widgets::body(ui, &words);
            }
        }
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            if changed && widgets::primary_button(ui, &app.theme, text.t("command.save")).clicked() {
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

//! All keys, from the list of commands itself.

use egui::{Grid, RichText, Ui};

use crate::gui::app::App;
use crate::gui::{Command, theme, widgets};

pub(super) fn ui(ui: &mut Ui, app: &App) {
    let text = &app.library.locale;
    widgets::stage_title(ui, &app.theme, text.t("help.keys"), text.t("help.keys_subtitle"));
    ui.add_space(8.0);
    Grid::new("keys").num_columns(2).spacing([40.0, 6.0]).show(ui, |ui| {
        for command in Command::offered() {
            let Some(name) = command.key() else { continue };
            let keys: Vec<String> = command.shortcuts().iter().map(|keys| ui.ctx().format_shortcut(keys)).collect();
            if keys.is_empty() {
                continue;
            }
            ui.label(text.t(name));
            ui.label(RichText::new(keys.join("   ")).font(egui::FontId::new(theme::BODY, theme::strong())));
            ui.end_row();
        }
        // Keys that are no commands, with what they do.
        for (name, keys) in [
            ("help.key_tab", "help.key_tab_keys"),
            ("help.key_letter", "help.key_letter_keys"),
            ("help.key_page", "help.key_page_keys"),
            ("help.key_pages", "help.key_page_keys"),
            ("help.key_zoom", "help.key_zoom_keys"),
            ("help.key_escape", "help.key_escape_keys"),
        ] {
            ui.label(text.t(name));
            ui.label(RichText::new(text.t(keys)).font(egui::FontId::new(theme::BODY, theme::strong())));
            ui.end_row();
        }
    });
}

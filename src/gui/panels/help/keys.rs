//! All keys, from the list of commands itself.

use egui::{Grid, Label, RichText, Ui};

use crate::gui::app::App;
use crate::gui::{Command, theme, widgets};

/// Room between what a key does and the key.
const GAP: f32 = 24.0;

pub(super) fn ui(ui: &mut Ui, app: &App) {
    let text = &app.library.locale;
    widgets::stage_title(ui, &app.theme, text.t("help.keys"), text.t("help.keys_subtitle"));
    ui.add_space(8.0);
    let column = (ui.available_width() - GAP) / 2.0;
    let row = |ui: &mut Ui, name: &str, keys: &str| {
        ui.add(Label::new(name).wrap());
        ui.add(Label::new(RichText::new(keys).font(egui::FontId::new(theme::BODY, theme::strong()))).wrap());
        ui.end_row();
    };
    Grid::new("keys").num_columns(2).spacing([GAP, 6.0]).max_col_width(column).show(ui, |ui| {
        for command in Command::offered() {
            let Some(name) = command.key() else { continue };
            let keys: Vec<String> = command.shortcuts().iter().map(|keys| ui.ctx().format_shortcut(keys)).collect();
            if keys.is_empty() {
                continue;
            }
            row(ui, text.t(name), &keys.join("   "));
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
            row(ui, text.t(name), text.t(keys));
        }
    });
}

//! The bar at the top: menus, the matter, the palette's field.

use egui::{Align, Button, FontId, Layout, RichText, Ui, Vec2};

use crate::gui::app::App;
use crate::gui::{Command, Screen, theme, widgets};

pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let text = &app.library.locale;
    ui.horizontal_centered(|ui| {
        let all = Command::offered();
        let is_edit = |command: &Command| matches!(command, Command::Undo | Command::Redo | Command::Palette);
        let is_view = |command: &Command| matches!(command, Command::Show(_) | Command::ToggleTheme);
        menu(ui, app, "menu.file", all.iter().filter(|c| !is_edit(c) && !is_view(c)), out);
        menu(ui, app, "menu.edit", all.iter().filter(|c| is_edit(c)), out);
        menu(ui, app, "menu.view", all.iter().filter(|c| is_view(c)), out);
        if let Some(open) = &app.open {
            ui.add_space(6.0);
            let title = RichText::new(&open.case_file.title).font(FontId::new(theme::BODY, theme::strong()));
            ui.add(egui::Label::new(title).truncate());
            let state = match (&open.path, open.is_changed()) {
                (_, true) => text.t("bar.changed"),
                (Some(_), false) => text.t("bar.saved"),
                (None, false) if app.library.presets.iter().any(|preset| preset.case_file == open.case_file) => {
                    text.t("bar.shipped")
                }
                (None, false) => text.t("bar.new"),
            };
            widgets::small(ui, &app.theme, state);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let hint = RichText::new(text.t("bar.find")).color(*app.theme.ink_second);
            let keys = RichText::new(text.t("bar.find_keys")).size(theme::SMALL).color(*app.theme.ink_second);
            let field = Button::new(hint).shortcut_text(keys).min_size(Vec2::new(260.0, 26.0));
            if ui.add(field).clicked() {
                out.push(Command::Palette);
            }
            if let Some(message) = &app.message {
                let label = RichText::new(message).size(theme::SMALL).color(*app.theme.accent);
                ui.add(egui::Label::new(label).truncate()).on_hover_text(message);
            }
        });
    });
}

fn menu<'c>(ui: &mut Ui, app: &App, key: &str, commands: impl Iterator<Item = &'c Command>, out: &mut Vec<Command>) {
    let text = &app.library.locale;
    let title = RichText::new(text.t(key)).color(*app.theme.ink_second);
    let button = egui::containers::menu::MenuButton::from_button(Button::new(title).frame(false));
    button.ui(ui, |ui| {
        ui.set_min_width(220.0);
        for command in commands {
            let Some(name) = command.key() else { continue };
            let keys = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut)).unwrap_or_default();
            let button = Button::new(text.t(name)).shortcut_text(keys).frame(false);
            if ui.add_enabled(is_possible(app, command), button).clicked() {
                out.push(command.clone());
                ui.close();
            }
        }
    });
}

/// Whether a command makes sense now.
pub(super) fn is_possible(app: &App, command: &Command) -> bool {
    match command {
        Command::Save
        | Command::SaveAs
        | Command::ExportReport
        | Command::CloseMatter
        | Command::Undo
        | Command::Redo => app.open.is_some(),
        Command::Show(screen) => !Screen::STAGES.contains(screen) || app.open.is_some(),
        _ => true,
    }
}

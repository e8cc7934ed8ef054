//! Help over the page: first steps, keys, method, glossary, sources, licences, about.

mod about;
mod keys;
mod licences;
mod sources;

use egui::Ui;

use crate::gui::app::App;
use crate::gui::command::HelpPage;
use crate::gui::{Command, widgets};
use crate::library::ASSETS;

/// How the figure comes about, for whoever wants to check it.
const METHOD: &str = include_str!("../../../../docs/method.md");

/// Shows a page; returns whether it stays open.
pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, page: HelpPage, out: &mut Vec<Command>) -> bool {
    let mut close = false;
    let response = widgets::Dialog::new("help", 760.0).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            for other in HelpPage::ALL {
                let name = app.library.locale.t(other.key());
                if widgets::chip(ui, &app.theme, name, other == page).clicked() {
                    out.push(Command::Help(other));
                }
            }
            let close_name = app.library.locale.t("command.close_overlay");
            close = ui.button(close_name).clicked();
        });
        widgets::hairline(ui, &app.theme, 6.0);
        let room = widgets::room_for_list(ui, 170.0);
        widgets::list(ui, page.key(), room, |ui| {
            ui.set_width(ui.available_width() - 12.0);
            // The box is as high for a short page as for a long one.
            ui.set_min_height(room);
            content(ui, app, page);
            ui.add_space(8.0);
        });
    });
    !close && !response.should_close()
}

fn content(ui: &mut Ui, app: &App, page: HelpPage) {
    match page {
        HelpPage::FirstSteps => widgets::prose(ui, &app.theme, asset("help/first-steps.md")),
        HelpPage::Keys => keys::ui(ui, app),
        HelpPage::Method => widgets::prose(ui, &app.theme, METHOD),
        HelpPage::Glossary => widgets::prose(ui, &app.theme, asset("help/glossary.md")),
        HelpPage::Sources => sources::ui(ui, app),
        HelpPage::Licences => licences::ui(ui, app),
        HelpPage::About => about::ui(ui, app),
    }
}

/// The text of an embedded file; a test opens every page.
fn asset(path: &str) -> &'static str {
    ASSETS.get_file(path).and_then(include_dir::File::contents_utf8).unwrap_or_default()
}

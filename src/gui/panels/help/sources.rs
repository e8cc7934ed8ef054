//! The sources of the law and the methods with their days in force.

use egui::{RichText, Ui};

use crate::gui::app::App;
use crate::gui::{theme, widgets};

pub(super) fn ui(ui: &mut Ui, app: &App) {
    let (text, theme, law) = (&app.library.locale, &app.theme, &app.library.law);
    let day = text.date(app.today);
    widgets::stage_title(ui, theme, text.t("help.sources"), &text.fill("help.sources_subtitle", &[("date", &day)]));
    ui.add_space(8.0);
    widgets::heading(ui, text.t("help.methods"));
    for method in &law.methodologies {
        let from = text.date(method.from);
        let days = match method.to {
            Some(to) => text.fill("help.from_to", &[("from", &from), ("to", &text.date(to))]),
            None => text.fill("help.from", &[("from", &from)]),
        };
        widgets::running(ui, |ui| {
            ui.label(&method.name);
            widgets::small(ui, theme, &days);
        });
    }
    ui.add_space(10.0);
    widgets::heading(ui, text.t("help.instruments"));
    for instrument in &law.instruments {
        widgets::running(ui, |ui| {
            if instrument.url.is_empty() {
                ui.label(&instrument.title);
            } else {
                ui.hyperlink_to(&instrument.title, &instrument.url);
            }
            ui.label(RichText::new(&instrument.short).size(theme::SMALL).color(*theme.ink_second));
        });
    }
}

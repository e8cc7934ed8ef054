//! What this program is, and what to state when something is reported.

use egui::{Label, RichText, Ui};

use crate::gui::app::App;
use crate::gui::{theme, widgets};

pub(super) fn ui(ui: &mut Ui, app: &App) {
    let text = &app.library.locale;
    let version = text.fill("about.version", &[("version", env!("CARGO_PKG_VERSION"))]);
    widgets::stage_title(ui, &app.theme, text.t("start.title"), &version);
    ui.add_space(6.0);
    widgets::body(ui, text.t("about.what"));
    widgets::wrapped_small(ui, &app.theme, text.t("about.no_advice"));
    ui.add_space(10.0);
    widgets::heading(ui, text.t("about.details"));
    widgets::wrapped_small(ui, &app.theme, text.t("about.details_note"));
    let details = details(app);
    ui.add_space(4.0);
    ui.add(Label::new(RichText::new(&details).size(theme::SMALL)).wrap());
    ui.add_space(6.0);
    if ui.button(text.t("about.copy")).clicked() {
        ui.ctx().copy_text(details);
    }
}

/// Everything needed to reproduce a figure: nothing of a matter.
fn details(app: &App) -> String {
    let library = app.library;
    let lines = [
        format!("Amende {}", env!("CARGO_PKG_VERSION")),
        format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        format!("law {}", library.law_sha256),
        format!("decisions {}", library.decisions_sha256),
        format!("{} decisions, {} questions", library.decisions.len(), library.law.questions().count()),
    ];
    lines.join("\n")
}

//! A provision: what it is about, what the matter and the decided cases have on it,
//! and where its text stands.

use egui::Ui;

use crate::gui::app::App;
use crate::gui::{Command, theme, widgets};
use crate::law::ProvisionId;

/// How many decisions are listed.
const SHOWN: usize = 8;

/// Returns whether it stays open.
pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, id: &str, out: &mut Vec<Command>) -> bool {
    let (text, library, theme) = (&app.library.locale, app.library, &app.theme);
    let id = ProvisionId::from(id);
    let Some(provision) = library.law.provision(&id) else { return false };
    let mut close = false;
    let response = widgets::Dialog::new("provision", 560.0).show(ui, |ui| {
        let name = text.article(id.as_str());
        let heading = format!("{name} {}", provision.heading);
        close = widgets::closable(ui, &heading, text.t("command.close_overlay"));
        if let Some(note) = &provision.note {
            widgets::wrapped_small(ui, theme, note);
        }
        if !provision.url.is_empty() {
            ui.hyperlink_to(text.t("provision.official_text"), &provision.url);
        }
        widgets::hairline(ui, theme, 6.0);
        widgets::list(ui, "provision", 340.0, |ui| {
            findings(ui, app, &id, out);
            let decided: Vec<_> =
                library.decisions.iter().filter(|decision| decision.provisions.contains(&id)).collect();
            widgets::heading(ui, &text.plural("findings.decisions", decided.len()));
            for decision in decided.into_iter().take(SHOWN) {
                let name = format!(
                    "{} ({} {})",
                    crate::report::controller(decision, text),
                    library.law.vocabulary.authority_name(&decision.authority),
                    decision.decided.year()
                );
                if widgets::link(ui, &name, theme::BODY).clicked() {
                    out.push(Command::ShowDecision(decision.id.clone()));
                }
            }
        });
    });
    !close && !response.should_close()
}

/// What the matter has on it.
fn findings(ui: &mut Ui, app: &App, id: &ProvisionId, out: &mut Vec<Command>) {
    let Some(analysis) = app.open.as_ref().and_then(|open| open.analysis.as_ref()) else { return };
    let text = &app.library.locale;
    let found: Vec<_> = analysis.assessment.findings().filter(|finding| finding.provision == *id).collect();
    widgets::heading(ui, &text.plural("findings.count", found.len()));
    for finding in found {
        let Some(rule) = app.library.law.rule(&finding.rule) else { continue };
        if widgets::link(ui, &rule.title, theme::BODY).clicked() {
            out.push(Command::ShowFinding(finding.operation.to_string(), finding.rule.to_string()));
        }
    }
    ui.add_space(8.0);
}

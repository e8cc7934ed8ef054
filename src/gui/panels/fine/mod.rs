//! Stage 5: the steps of the method from top to bottom, every judgement a control
//! inside its permitted range.

mod beside;
mod conducts;
pub mod exchange;
mod judgement;
mod national;
mod steps;
mod weights;

use egui::{FontId, Label, RichText, Ui};

use super::figure::Figure;
use super::placed;
use crate::facts::CaseFile;
use crate::findings::Conduct;
use crate::gui::app::Place;
use crate::gui::{Command, View, theme, widgets};
use crate::trace::Warning;

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let text = view.text;
    let calculation = &view.analysis.calculation;
    let date = text.date(calculation.as_of);
    let subtitle = text.fill("fine.subtitle", &[("method", &view.analysis.methodology.name), ("date", &date)]);
    widgets::stage_title(ui, view.theme, text.t("screen.fine"), &subtitle);
    let mut draft = view.case_file.clone();
    placed(ui, view, &Place::Part("change.method"), |ui| beside::selector(ui, view, &mut draft));
    let chosen = draft.methodology.as_ref().and_then(|id| view.library.law.methodology(id.as_str()));
    placed(ui, view, &Place::Part("change.exchange"), |ui| {
        exchange::ui(ui, view, chosen.unwrap_or(view.analysis.methodology), &mut draft);
    });
    if let Some(problem) = view.problem {
        widgets::paragraph(ui, RichText::new(problem).color(*view.theme.brick), theme::BODY);
    }
    warnings(ui, view, &mut draft);
    if calculation.conducts.is_empty() {
        ui.add_space(10.0);
        widgets::body(ui, text.t("report.calculation.none"));
    }
    let index = selector(ui, view);
    if let Some(fine) = calculation.conducts.get(index) {
        steps::ui(ui, view, fine, &mut draft, out);
    }
    let uncapped = calculation.before_procedure();
    if calculation.conducts.len() > 1 || uncapped.is_some() {
        widgets::hairline(ui, view.theme, 9.0);
        widgets::beside(
            ui,
            steps::FIGURES,
            |ui| {
                widgets::heading(ui, text.t("fine.total"));
                if let Some(uncapped) = uncapped {
                    let names = [("amount", text.money(uncapped))];
                    let names = names.each_ref().map(|(name, amount)| (*name, amount.as_str()));
                    widgets::wrapped_small(ui, view.theme, &text.fill("fine.within_procedure", &names));
                }
            },
            |ui| {
                let fine = text.money(calculation.fine.point);
                let figure = Figure::traced(view, "figure.fine", fine.as_str(), "fine");
                figure.show(ui, view, amount(&fine, theme::HEADING), out);
            },
        );
    }
    if let Some(point) = view.analysis.calculation.point(crate::findings::EARLIER_CONDUCT) {
        judgement::statement(ui, view, point, true, &mut draft.choices);
    }
    national::ui(ui, view, &mut draft, out);
    if let Some(fine) = calculation.conducts.get(index) {
        beside::ui(ui, view, &fine.conduct, &mut draft, out);
    }
    widgets::hairline(ui, view.theme, 9.0);
    widgets::heading(ui, text.t("report.assumptions.left"));
    for left in &view.analysis.methodology.left_to_judgement {
        widgets::wrapped_small(ui, view.theme, left);
    }
    if view.place.is_some() {
        widgets::arrived(ui);
    }
    if draft != *view.case_file {
        out.push(Command::Edit(Box::new(draft)));
    }
}

/// What a reader must know before relying on the figures.
fn warnings(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
    let warnings = &view.analysis.calculation.warnings;
    if warnings.is_empty() {
        return;
    }
    ui.add_space(8.0);
    let heading = RichText::new(view.text.t("warning.heading")).font(FontId::new(theme::BODY, theme::strong()));
    ui.label(heading.color(*view.theme.amber));
    for warning in warnings {
        let words =
            RichText::new(view.text.warning(warning, &view.library.law)).size(theme::SMALL).color(*view.theme.amber);
        widgets::running(ui, |ui| {
            ui.add(Label::new(words).wrap());
            if let Warning::NoSuchPoint { choice } | Warning::WrongKind { choice } = warning
                && widgets::link(ui, view.text.t("warning.take_back"), theme::SMALL).clicked()
            {
                draft.choices.clear(choice);
            }
        });
    }
}

/// Conducts side by side; returns the one shown.
fn selector(ui: &mut Ui, view: &View<'_>) -> usize {
    let conducts = &view.analysis.calculation.conducts;
    let id = egui::Id::unique("fine-conduct");
    let mut chosen: usize = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if let Some(index) = led_to(view).filter(|_| widgets::arriving(ui)) {
        chosen = index;
        ui.data_mut(|data| data.insert_temp(id, index));
    }
    let chosen = chosen.min(conducts.len().saturating_sub(1));
    if conducts.len() > 1 {
        ui.add_space(8.0);
        let names: Vec<String> = conducts.iter().map(|fine| steps::conduct_name(view, fine)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if let Some(clicked) = widgets::segmented(ui, view.theme, view.text.t("fine.conduct"), &names, Some(chosen)) {
            ui.data_mut(|data| data.insert_temp(id, clicked));
        }
    }
    chosen
}

/// The conduct to which undo or redo lead.
fn led_to(view: &View<'_>) -> Option<usize> {
    let id = match view.place? {
        Place::Judgement(id) => id.split('.').next()?.to_owned(),
        Place::Grouping(operation, provision) => {
            let holds = |conduct: &&Conduct| {
                let mut fined = conduct.infringements.iter().filter(|known| known.provision == *provision);
                fined.any(|known| known.findings.iter().any(|finding| finding.operation == *operation))
            };
            view.analysis.assessment.conducts.iter().find(holds)?.id.to_string()
        }
        Place::Part(_) => return None,
    };
    view.analysis.calculation.conducts.iter().position(|fine| fine.conduct.as_str() == id)
}

/// The words of an amount.
fn amount(words: &str, size: f32) -> RichText {
    RichText::new(words).font(FontId::new(size, if size > theme::BODY { theme::serif() } else { theme::strong() }))
}

//! How like the matter a decided case is, feature by feature.

use egui::Ui;

use super::{head, part};
use crate::gui::{Command, View, theme, widgets};
use crate::precedents::Likeness;

pub(super) fn ui(ui: &mut Ui, view: &View<'_>, decision: &str, out: &mut Vec<Command>) -> Option<()> {
    let text = view.text;
    let near = view.analysis.comparables.iter().find(|near| near.decision.id == decision)?;
    head(ui, &near.similarity.to_string(), text.t("figure.likeness"));
    for reason in &near.reasons {
        let likeness = match reason.likeness {
            Likeness::Same => "likeness.same",
            Likeness::Partly => "likeness.partly",
            Likeness::Different => "likeness.different",
            Likeness::Neither => "likeness.neither",
            Likeness::Unknown => "likeness.unknown",
        };
        part(ui, view, text.t(reason.feature), text.t(likeness));
    }
    widgets::hairline(ui, view.theme, 4.0);
    widgets::wrapped_small(ui, view.theme, text.t("figure.likeness.why"));
    if widgets::link(ui, &crate::report::controller(near.decision, text), theme::SMALL).clicked() {
        out.push(Command::ShowDecision(near.decision.id.clone()));
    }
    Some(())
}

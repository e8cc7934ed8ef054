//! What the organisation brings along: earlier infringements, codes, certifications.

use egui::{RichText, TextEdit, Ui};

use super::named;
use crate::facts::{PreviousInfringement, Undertaking};
use crate::gui::{View, theme, widgets};
use crate::law::ProvisionId;

/// Both sections.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, undertaking: &mut Undertaking) {
    let text = view.text;
    ui.horizontal(|ui| {
        widgets::heading(ui, text.t("organisation.earlier"));
        widgets::small(ui, view.theme, text.t("organisation.earlier.rule"));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(text.t("organisation.earlier.add")).clicked() {
                undertaking.previous_infringements.push(PreviousInfringement {
                    date: view.analysis.calculation.as_of.yesterday().unwrap_or(view.analysis.calculation.as_of),
                    what: String::new(),
                    provisions: Vec::new(),
                    same_subject: false,
                });
            }
        });
    });
    if undertaking.previous_infringements.is_empty() {
        widgets::small(ui, view.theme, text.t("organisation.earlier.none"));
    }
    let mut removed = None;
    for (index, earlier) in undertaking.previous_infringements.iter_mut().enumerate() {
        ui.push_id(("earlier", index), |ui| {
            if row(ui, view, earlier) {
                removed = Some(index);
            }
        });
    }
    if let Some(index) = removed {
        undertaking.previous_infringements.remove(index);
    }
    widgets::hairline(ui, view.theme, 12.0);
    ui.horizontal(|ui| {
        widgets::heading(ui, text.t("organisation.adherence"));
        widgets::small(ui, view.theme, text.t("organisation.adherence.rule"));
    });
    let mut lines = undertaking.adherence.join("\n");
    let edit = TextEdit::multiline(&mut lines).desired_rows(2).desired_width(620.0);
    if named(ui.add(edit), text.t("organisation.adherence")).changed() {
        undertaking.adherence =
            if lines.is_empty() { Vec::new() } else { lines.split('\n').map(str::to_owned).collect() };
    }
}

/// One earlier infringement; returns whether it is to be removed.
fn row(ui: &mut Ui, view: &View<'_>, earlier: &mut PreviousInfringement) -> bool {
    let text = view.text;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let label = text.t("organisation.earlier.date");
        if let Some(day) = super::date(ui, label, label, Some(earlier.date)) {
            earlier.date = day;
        }
        let label = text.t("organisation.earlier.what");
        named(ui.add(TextEdit::singleline(&mut earlier.what).desired_width(230.0).hint_text(label)), label);
        let label = text.t("organisation.earlier.provisions");
        let mut words = earlier.provisions.iter().map(ProvisionId::as_str).collect::<Vec<_>>().join(", ");
        if named(ui.add(TextEdit::singleline(&mut words).desired_width(90.0).hint_text(label)), label).changed() {
            let names = words.split(',').map(str::trim).filter(|name| !name.is_empty());
            earlier.provisions = names.map(ProvisionId::from).collect();
        }
        let same = RichText::new(text.t("organisation.earlier.same")).size(theme::SMALL);
        widgets::checkbox(ui, view.theme, &mut earlier.same_subject, same);
        widgets::link(ui, text.t("organisation.earlier.remove"), theme::SMALL).clicked()
    })
    .inner
}

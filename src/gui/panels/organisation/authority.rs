//! Which authority decides, by the law of which day, for people in which countries.

use egui::{TextEdit, Ui};

use super::{date, field, named};
use crate::facts::CaseFile;
use crate::gui::{View, widgets};

/// The authority, the day whose law applies, the countries of the people concerned.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
    let (text, theme) = (view.text, view.theme);
    let undertaking = &mut draft.undertaking;
    widgets::heading(ui, text.t("organisation.authority"));
    ui.horizontal(|ui| {
        ui.vertical(|ui| field(ui, view, "organisation.establishment", &mut undertaking.establishment, 110.0));
        ui.vertical(|ui| field(ui, view, "organisation.lead", &mut undertaking.lead_authority, 180.0));
        ui.vertical(|ui| {
            let label = text.t("organisation.as_of");
            widgets::small(ui, theme, label);
            draft.as_of = date(ui, label, text.t("organisation.as_of.today"), draft.as_of);
        });
    });
    widgets::wrapped_small(ui, theme, text.t("organisation.as_of.rule"));
    let mut countries = undertaking.people_in.join(", ");
    ui.add_space(4.0);
    widgets::small(ui, theme, text.t("organisation.people_in"));
    let edit = TextEdit::multiline(&mut countries).desired_rows(2).desired_width(620.0);
    if named(ui.add(edit), text.t("organisation.people_in")).changed() {
        let codes = countries.split(',').map(|code| code.trim().to_uppercase()).filter(|code| !code.is_empty());
        undertaking.people_in = codes.collect();
    }
}

//! Which authority decides, by the law of which day, for people in which countries.

use egui::Ui;

use super::field;
use crate::facts::CaseFile;
use crate::gui::{View, widgets};

/// The authority, the day whose law applies, the countries of the people concerned.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
    let (text, theme) = (view.text, view.theme);
    let undertaking = &mut draft.undertaking;
    widgets::heading(ui, text.t("organisation.authority"));
    ui.horizontal_top(|ui| {
        field(view, "organisation.establishment", 110.0).text(ui, &mut undertaking.establishment);
        field(view, "organisation.lead", 180.0).text(ui, &mut undertaking.lead_authority);
        field(view, "organisation.as_of", 140.0).hint(text.t("organisation.as_of.today")).date(ui, &mut draft.as_of);
    });
    widgets::wrapped_small(ui, theme, text.t("organisation.as_of.rule"));
    ui.add_space(4.0);
    let code = |word: &str| text.read_country_code(word);
    field(view, "organisation.people_in", 620.0).rows(2).list(ui, &mut undertaking.people_in, code, String::clone);
}

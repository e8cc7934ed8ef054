//! What the organisation brings along: earlier infringements, codes, certifications.

use egui::{RichText, Ui};

use crate::facts::{PreviousInfringement, Undertaking};
use crate::gui::widgets::{self, Field};
use crate::gui::{View, theme};
use crate::law::ProvisionId;
use crate::locale::reading::Reason;

/// Both sections.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, undertaking: &mut Undertaking) {
    let text = view.text;
    ui.horizontal(|ui| {
        widgets::heading(ui, text.t("organisation.earlier"));
        widgets::small(ui, view.theme, text.t("organisation.earlier.rule"));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(text.t("organisation.earlier.add")).clicked() {
                undertaking.previous_infringements.push(PreviousInfringement {
                    date: None,
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
        if row(ui, view, index, earlier) {
            removed = Some(index);
        }
    }
    if let Some(index) = removed {
        undertaking.previous_infringements.remove(index);
        // The rows behind it have other places now.
        widgets::field::forget(ui, "earlier/");
    }
    widgets::hairline(ui, view.theme, 12.0);
    ui.horizontal(|ui| {
        widgets::heading(ui, text.t("organisation.adherence"));
        widgets::small(ui, view.theme, text.t("organisation.adherence.rule"));
    });
    let label = text.t("organisation.adherence");
    let lines = Field::new(view.face(), "organisation.adherence", label).rows(2).width(620.0);
    lines.lines(ui, &mut undertaking.adherence);
}

/// One earlier infringement; returns whether it is to be removed.
fn row(ui: &mut Ui, view: &View<'_>, index: usize, earlier: &mut PreviousInfringement) -> bool {
    let text = view.text;
    let entry = |name: &str, key: &'static str, width: f32| {
        let label = text.t(key);
        Field::new(view.face(), format!("earlier/{index}/{name}"), label).hint(label).width(width)
    };
    ui.add_space(4.0);
    let removed = ui
        .horizontal_top(|ui| {
            entry("date", "organisation.earlier.date", 130.0).date(ui, &mut earlier.date);
            entry("what", "organisation.earlier.what", 230.0).text(ui, &mut earlier.what);
            let known = |word: &str| provision(view, word);
            let name = |id: &ProvisionId| id.as_str().to_owned();
            let provisions = entry("provisions", "organisation.earlier.provisions", 90.0);
            provisions.list(ui, &mut earlier.provisions, known, name);
            let same = RichText::new(text.t("organisation.earlier.same")).size(theme::SMALL);
            widgets::checkbox(ui, view.theme, &mut earlier.same_subject, same);
            widgets::link(ui, text.t("organisation.earlier.remove"), theme::SMALL).clicked()
        })
        .inner;
    if earlier.established().is_none() {
        widgets::wrapped_small(ui, view.theme, text.t("organisation.earlier.incomplete"));
    }
    removed
}

/// A provision that is known: an unknown one could be saved and not be opened again.
fn provision(view: &View<'_>, word: &str) -> Result<ProvisionId, Reason> {
    let id = ProvisionId::from(word);
    match view.library.law.provision(&id) {
        Some(_) => Ok(id),
        None => Err(Reason::new("reading.no_provision", &[("text", word)])),
    }
}

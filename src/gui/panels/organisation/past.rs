//! What the organisation brings along: earlier infringements, codes, certifications.

use egui::{RichText, Ui};

use super::{part, words};
use crate::facts::{PreviousInfringement, Undertaking};
use crate::gui::widgets::{self, Field, Picker};
use crate::gui::{View, theme};
use crate::law::ProvisionId;

/// Both sections.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, undertaking: &mut Undertaking) {
    let text = view.text;
    part(ui, view, "change.earlier", |ui| earlier(ui, view, undertaking));
    widgets::hairline(ui, view.theme, 12.0);
    ui.horizontal_wrapped(|ui| {
        widgets::heading(ui, text.t("organisation.adherence"));
        widgets::small(ui, view.theme, text.t("organisation.adherence.rule"));
    });
    let label = text.t("organisation.adherence");
    let lines = Field::new(view.face(), "organisation.adherence", label).rows(2).width(620.0);
    lines.lines(ui, &mut undertaking.adherence);
}

/// Earlier infringements, one a row.
fn earlier(ui: &mut Ui, view: &View<'_>, undertaking: &mut Undertaking) {
    let text = view.text;
    ui.horizontal_wrapped(|ui| {
        widgets::heading(ui, text.t("organisation.earlier"));
        widgets::small(ui, view.theme, text.t("organisation.earlier.rule"));
        if ui.button(text.t("organisation.earlier.add")).clicked() {
            undertaking.previous_infringements.push(PreviousInfringement {
                date: None,
                what: String::new(),
                provisions: Vec::new(),
                same_subject: false,
            });
            let index = undertaking.previous_infringements.len().saturating_sub(1);
            widgets::field::open(ui.ctx(), format!("earlier/{index}/date"));
        }
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
}

/// One earlier infringement; returns whether it is to be removed.
fn row(ui: &mut Ui, view: &View<'_>, index: usize, earlier: &mut PreviousInfringement) -> bool {
    let text = view.text;
    let entry = |name: &str, key: &'static str, width: f32| {
        let label = text.t(key);
        Field::new(view.face(), format!("earlier/{index}/{name}"), label).hint(label).width(width)
    };
    ui.add_space(4.0);
    let removed = widgets::side_by_side(ui, 720.0, |ui| {
        let near = view.analysis.calculation.as_of;
        entry("date", "organisation.earlier.date", 168.0).day_or_less(ui, near, &mut earlier.date);
        entry("what", "organisation.earlier.what", 212.0).text(ui, &mut earlier.what);
        provisions(ui, view, index, &mut earlier.provisions);
        let same = RichText::new(text.t("organisation.earlier.same")).size(theme::SMALL);
        widgets::checkbox(ui, view.theme, &mut earlier.same_subject, same);
        widgets::link(ui, text.t("organisation.earlier.remove"), theme::SMALL).clicked()
    });
    let is_open = earlier.established().is_none();
    widgets::field::hint(ui, view.theme, text.t("organisation.earlier.incomplete"), is_open);
    removed
}

/// What was infringed, by article and heading.
fn provisions(ui: &mut Ui, view: &View<'_>, index: usize, provisions: &mut Vec<ProvisionId>) {
    let chosen: Vec<String> = provisions.iter().map(ToString::to_string).collect();
    let label = view.text.t("organisation.earlier.provisions");
    let read = |line: &str| read_provisions(view, line);
    let picker =
        Picker::new(view.face(), format!("earlier/{index}/provisions"), label, view.text.t("picker.help_provision"));
    let picker = picker.width(130.0, 460.0).hint(label).several(&read);
    if let Some(now) = picker.many(ui, &chosen.join(", "), &chosen, || words::provisions(view)) {
        *provisions = now.into_iter().map(ProvisionId::from).collect();
    }
}

/// The provisions named in a line; a word that is none stays.
fn read_provisions(view: &View<'_>, line: &str) -> Vec<String> {
    let bare = |word: &str| word.trim().trim_start_matches("Art.").trim_start_matches("Article").trim().to_owned();
    let words = line.split([',', ';', '\n']).map(bare).filter(|word| !word.is_empty());
    let known = |word: &String| view.library.law.provision(&ProvisionId::from(word.as_str())).is_some();
    let words: Vec<String> = words.collect();
    if words.iter().all(known) { words } else { Vec::new() }
}

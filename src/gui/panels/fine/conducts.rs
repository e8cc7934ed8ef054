//! Which infringement is fined in which conduct: proposed, and moved by the user.

use egui::Ui;

use crate::facts::{Assignment, CaseFile};
use crate::findings::{Conduct, Infringement};
use crate::gui::app::Place;
use crate::gui::panels::placed;
use crate::gui::{View, theme, widgets};
use crate::law::ConductId;

/// Every infringement of a conduct with the conducts it may be put into.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, conduct: &Conduct, draft: &mut CaseFile) {
    let text = view.text;
    let id = egui::Id::unique("fine-conducts");
    let mut open: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let led_to = matches!(view.place, Some(Place::Grouping(..))) && widgets::arriving(ui);
    if led_to {
        open = true;
        ui.data_mut(|data| data.insert_temp(id, true));
    }
    let key = if open { "fine.conducts.fold" } else { "fine.conducts.unfold" };
    ui.horizontal_wrapped(|ui| {
        if widgets::link(ui, text.t(key), theme::SMALL).clicked() {
            ui.data_mut(|data| data.insert_temp(id, !open));
        }
        if !draft.assignments.is_empty() && widgets::link(ui, text.t("fine.conducts.back"), theme::SMALL).clicked() {
            draft.assignments.clear();
        }
    });
    if !open {
        return;
    }
    let all: Vec<ConductId> = view.analysis.assessment.conducts.iter().map(|known| known.id.clone()).collect();
    let next = next_letter(&all);
    for infringement in &conduct.infringements {
        let here = |place: &&Place| match place {
            Place::Grouping(operation, provision) => {
                let of = infringement.findings.iter().any(|finding| finding.operation == *operation);
                of && infringement.provision == *provision
            }
            _ => false,
        };
        let place = view.place.filter(here).cloned().unwrap_or(Place::Part("change.conduct"));
        placed(ui, view, &place, |ui| row(ui, view, conduct, infringement, &all, &next, draft));
    }
    widgets::wrapped_small(ui, view.theme, text.t("fine.conducts.note"));
}

fn row(
    ui: &mut Ui,
    view: &View<'_>,
    conduct: &Conduct,
    infringement: &Infringement,
    all: &[ConductId],
    next: &ConductId,
    draft: &mut CaseFile,
) {
    let options: Vec<&ConductId> = all.iter().chain([next]).collect();
    let names: Vec<&str> = options.iter().map(|id| id.as_str()).collect();
    let present = options.iter().position(|id| **id == conduct.id);
    let label = view.text.article(infringement.provision.as_str());
    ui.horizontal_wrapped(|ui| {
        ui.label(egui::RichText::new(&label));
        let name = view.text.fill("fine.conducts.of", &[("name", &label)]);
        let clicked = widgets::segmented(ui, view.theme, &name, &names, present);
        let Some(chosen) = clicked.and_then(|index| options.get(index)) else { return };
        for operation in &conduct.operations {
            if infringement.findings.iter().any(|finding| finding.operation == *operation) {
                draft.assign(Assignment {
                    operation: operation.clone(),
                    provision: infringement.provision.clone(),
                    conduct: (*chosen).clone(),
                    reason: String::new(),
                });
            }
        }
    });
}

/// The first letter that no conduct has.
fn next_letter(all: &[ConductId]) -> ConductId {
    let free = (b'A'..=b'Z').map(|letter| ConductId::from(char::from(letter).to_string()));
    free.into_iter().find(|letter| !all.contains(letter)).unwrap_or_else(|| ConductId::from("AA"))
}

//! The processing operations of the matter: chosen, added, named, linked, removed.

use egui::Ui;

use crate::facts::{CaseFile, Operation};
use crate::gui::widgets::{self, Field};
use crate::gui::{View, theme};
use crate::law::OperationId;

/// The operation shown: the one asked for, else the one last chosen.
pub(super) fn shown(ui: &Ui, view: &View<'_>, focus: Option<&(String, String)>) -> Option<usize> {
    let asked = focus.and_then(|(name, _)| view.case_file.operations.iter().position(|o| o.id.as_str() == name));
    if let Some(index) = asked {
        choose(ui, index);
    }
    let chosen: usize = ui.data(|data| data.get_temp(key())).unwrap_or_default();
    let count = view.case_file.operations.len();
    (count > 0).then(|| chosen.min(count - 1))
}

fn key() -> egui::Id {
    egui::Id::unique("practices-operation")
}

fn choose(ui: &Ui, index: usize) {
    ui.data_mut(|data| data.insert_temp(key(), index));
}

/// Operations side by side, and one more.
pub(super) fn selector(ui: &mut Ui, view: &View<'_>, index: usize, draft: &mut CaseFile) {
    let text = view.text;
    ui.horizontal_wrapped(|ui| {
        for (place, operation) in view.case_file.operations.iter().enumerate() {
            if widgets::chip(ui, view.theme, &operation.name, place == index).clicked() {
                choose(ui, place);
            }
        }
        if widgets::link(ui, text.t("practices.add"), theme::BODY).clicked() {
            let id = (1..=draft.operations.len() + 1)
                .map(|n| crate::law::OperationId::from(format!("operation-{n}")))
                .find(|id| draft.operation(id).is_none());
            let number = (draft.operations.len() + 1).to_string();
            let mut more = CaseFile::new("", text.fill("practices.operation_n", &[("n", &number)]));
            if let (Some(mut operation), Some(id)) = (more.operations.pop(), id) {
                widgets::field::open(ui.ctx(), format!("practices.operation_name/{id}"));
                operation.id = id;
                draft.operations.push(operation);
                choose(ui, draft.operations.len() - 1);
            }
        }
    });
}

/// Name, purpose and links of the operation shown; its removal.
pub(super) fn properties(ui: &mut Ui, view: &View<'_>, index: usize, draft: &mut CaseFile) {
    let text = view.text;
    let Some(operation) = draft.operations.get_mut(index) else { return };
    let removed = widgets::side_by_side(ui, 220.0 + 320.0 + 80.0, |ui| {
        field(view, &operation.id, "practices.operation_name", 220.0).text(ui, &mut operation.name);
        field(view, &operation.id, "practices.operation_purpose", 320.0).text(ui, &mut operation.purpose);
        let removable = view.case_file.operations.len() > 1;
        removable && widgets::link(ui, text.t("practices.remove"), theme::SMALL).clicked()
    });
    if removed {
        let gone = operation.id.clone();
        draft.remove_operation(&gone);
        // A later operation may get its name.
        for places in [
            "answer",
            "before",
            "before.until",
            "before.evidence",
            "time.began",
            "time.ended_field",
            "practices.note",
            "practices.reasons",
            "practices.evidence",
        ] {
            widgets::field::forget(ui, &format!("{places}/{gone}/"));
        }
        choose(ui, index.saturating_sub(1));
        return;
    }
    time(ui, view, operation);
    let others: Vec<_> = view.case_file.operations.iter().enumerate().filter(|(place, _)| *place != index).collect();
    let Some(operation) = draft.operations.get_mut(index).filter(|_| !others.is_empty()) else { return };
    ui.horizontal_wrapped(|ui| {
        widgets::small(ui, view.theme, text.t("practices.linked"));
        if widgets::chip(ui, view.theme, text.t("practices.linked_none"), operation.linked_to.is_none()).clicked() {
            operation.linked_to = None;
        }
        for (_, other) in others {
            let on = operation.linked_to.as_ref() == Some(&other.id);
            if widgets::chip(ui, view.theme, &other.name, on).clicked() {
                operation.linked_to = Some(other.id.clone());
            }
        }
    });
    widgets::wrapped_small(ui, view.theme, text.t("practices.linked_note"));
}

/// When it began, and when it ended.
fn time(ui: &mut Ui, view: &View<'_>, operation: &mut Operation) {
    let text = view.text;
    let near = view.analysis.calculation.as_of;
    widgets::side_by_side(ui, 2.0 * 200.0, |ui| {
        let id = operation.id.clone();
        let began = field(view, &id, "time.began", 180.0).hint("").above();
        began.day_or_less(ui, near, &mut operation.began);
        let ended = field(view, &id, "time.ended_field", 180.0).hint(text.t("time.ended_field.hint")).above();
        ended.day_or_less(ui, near, &mut operation.ended);
    });
    widgets::wrapped_small(ui, view.theme, text.t("time.operation.rule"));
}

fn field<'v>(view: &View<'v>, operation: &OperationId, key: &'v str, width: f32) -> Field<'v> {
    let label = view.text.t(key);
    Field::new(view.face(), format!("{key}/{operation}"), label).hint(label).width(width)
}

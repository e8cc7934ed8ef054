//! The processing operations of the matter: chosen, added, named, linked, removed.

use egui::Ui;

use crate::facts::{CaseFile, CaseOf, Operation};
use crate::gui::widgets::{self, Field};
use crate::gui::{View, theme};
use crate::law::{CaseKind, OperationId, Scope};

/// The operation shown: the one asked for, else the one last chosen.
pub(super) fn shown(ui: &Ui, view: &View<'_>, focus: Option<&(String, String)>) -> Option<usize> {
    let asked = focus.and_then(|(name, _)| view.case_file.operations.iter().position(|o| o.id.as_str() == name));
    // Gone to once; afterwards another may be chosen.
    let seen: Option<(String, String)> = ui.data(|data| data.get_temp(followed()));
    if let Some(index) = asked.filter(|_| seen.as_ref() != focus) {
        choose(ui, index);
        let focus = focus.cloned().unwrap_or_default();
        ui.data_mut(|data| data.insert_temp(followed(), focus));
    }
    let chosen: usize = ui.data(|data| data.get_temp(key())).unwrap_or_default();
    let count = view.case_file.operations.len();
    (count > 0).then(|| chosen.min(count - 1))
}

/// Which question was gone to last.
fn followed() -> egui::Id {
    egui::Id::unique("practices-followed")
}

/// Goes to the operation of a question again, although it was the last one gone to.
pub(in crate::gui) fn follow_again(ctx: &egui::Context) {
    ctx.data_mut(|data| data.remove::<(String, String)>(followed()));
}

fn key() -> egui::Id {
    egui::Id::unique("practices-operation")
}

fn choose(ui: &Ui, index: usize) {
    ui.data_mut(|data| data.insert_temp(key(), index));
}

/// Operations side by side, and one more; below, the single cases of the one shown.
pub(super) fn selector(ui: &mut Ui, view: &View<'_>, index: usize, draft: &mut CaseFile) {
    let text = view.text;
    let all = &view.case_file.operations;
    let Some(shown) = all.get(index) else { return };
    let whole = view.case_file.whole_of(shown).unwrap_or(shown);
    let chip = |ui: &mut Ui, place: usize, operation: &Operation, on: bool| {
        if widgets::chip(ui, view.theme, &operation.name, on).clicked() {
            choose(ui, place);
        }
    };
    ui.horizontal_wrapped(|ui| {
        for (place, operation) in all.iter().enumerate().filter(|(_, known)| known.case_of.is_none()) {
            chip(ui, place, operation, operation.id == whole.id);
        }
        if widgets::link(ui, text.t("practices.add"), theme::BODY).clicked() {
            let count = draft.operations.iter().filter(|known| known.case_of.is_none()).count() + 1;
            let name = text.fill("practices.operation_n", &[("n", &count.to_string())]);
            add(ui, view, draft, "operation", name, None);
        }
    });
    ui.horizontal_wrapped(|ui| {
        widgets::small(ui, view.theme, text.t("scope.cases"));
        for (place, operation) in all.iter().enumerate() {
            if operation.case_of.as_ref().is_some_and(|case| case.operation == whole.id) {
                chip(ui, place, operation, operation.id == shown.id);
            }
        }
        for kind in CaseKind::ALL {
            let name = text.t(kind.key());
            if widgets::link(ui, &text.fill("scope.add_case", &[("kind", name)]), theme::SMALL).clicked() {
                let case = CaseOf { operation: whole.id.clone(), kind };
                add(ui, view, draft, "case", name.to_owned(), Some(case));
            }
        }
    });
}

/// Adds an operation or a single case, shows it and puts the caret into its name.
fn add(ui: &Ui, view: &View<'_>, draft: &mut CaseFile, prefix: &str, name: String, case_of: Option<CaseOf>) {
    let ids = (1..=draft.operations.len() + 1).map(|n| OperationId::from(format!("{prefix}-{n}")));
    let Some(id) = ids.into_iter().find(|id| draft.operation(id).is_none()) else { return };
    widgets::field::open(ui.ctx(), format!("practices.operation_name/{id}"));
    let mut operation = Operation { case_of, ..Operation::new(id, name) };
    take_along(view, draft, &mut operation);
    draft.operations.push(operation);
    choose(ui, draft.operations.len() - 1);
}

/// The first case of its kind gets what was answered about such cases at the operation
/// until now: it was about this one.
fn take_along(view: &View<'_>, draft: &mut CaseFile, case: &mut Operation) {
    let Some(CaseOf { operation, kind }) = &case.case_of else { return };
    if draft.cases_of(operation).any(|known| known.case_of.as_ref().is_some_and(|of| of.kind == *kind)) {
        return;
    }
    let Some(whole) = draft.operations.iter_mut().find(|known| known.id == *operation) else { return };
    for question in view.library.law.questions().filter(|question| question.scope == Scope::Case(*kind)) {
        if let Some(answer) = whole.answers.remove(&question.id) {
            case.answers.insert(question.id.clone(), answer);
        }
    }
}

/// Name, purpose and links of the operation shown; its removal.
pub(super) fn properties(ui: &mut Ui, view: &View<'_>, index: usize, draft: &mut CaseFile) {
    let text = view.text;
    let Some(operation) = draft.operations.get_mut(index) else { return };
    let removed = widgets::side_by_side(ui, 220.0 + 320.0 + 80.0, |ui| {
        field(view, &operation.id, "practices.operation_name", 220.0).text(ui, &mut operation.name);
        if operation.case_of.is_none() {
            field(view, &operation.id, "practices.operation_purpose", 320.0).text(ui, &mut operation.purpose);
        }
        let wholes = view.case_file.operations.iter().filter(|known| known.case_of.is_none()).count();
        let removable = operation.case_of.is_some() || wholes > 1;
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
    let is_other = |(place, known): &(usize, &Operation)| *place != index && known.case_of.is_none();
    let others: Vec<_> = view.case_file.operations.iter().enumerate().filter(is_other).collect();
    let linkable = |known: &&mut Operation| !others.is_empty() && known.case_of.is_none();
    let Some(operation) = draft.operations.get_mut(index).filter(linkable) else { return };
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

//! What an answer is about: the organisation, this operation, or one single case in it.

use egui::Ui;

use crate::facts::{Answer, CaseFile, Operation};
use crate::gui::widgets;
use crate::gui::{View, theme};
use crate::law::{Question, Scope};

/// Where the answer to a question stands, and where another one would be put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    /// With the organisation, for every operation that has none of its own.
    Organisation,
    /// With the operation or the single case shown.
    Here,
    /// With the operation of which a single case is shown; another one is put here.
    Whole,
}

/// Where the answer to a question stands.
pub(super) fn home(case_file: &CaseFile, operation: &Operation, question: &Question) -> Home {
    if operation.answers.contains_key(&question.id) {
        return Home::Here;
    }
    match &operation.case_of {
        Some(case) if question.scope == Scope::Case(case.kind) => Home::Here,
        Some(_) => Home::Whole,
        None if question.scope == Scope::Organisation || case_file.answers.contains_key(&question.id) => {
            Home::Organisation
        }
        None => Home::Here,
    }
}

/// The answer as it counts here, with what is noted beside it.
pub(super) fn present(case_file: &CaseFile, operation: &Operation, question: &Question) -> Answer {
    let noted = match home(case_file, operation, question) {
        Home::Organisation => case_file.answers.get(&question.id),
        Home::Here => operation.answers.get(&question.id),
        Home::Whole => None,
    };
    let counts = || case_file.answer(operation, &question.id);
    noted.or_else(counts).cloned().unwrap_or_default()
}

/// Puts an answer where it belongs.
pub(super) fn put(draft: &mut CaseFile, operation: &Operation, question: &Question, answer: Answer) {
    if home(draft, operation, question) == Home::Organisation {
        draft.answers.insert(question.id.clone(), answer);
    } else if let Some(edited) = draft.operations.iter_mut().find(|known| known.id == operation.id) {
        edited.answers.insert(question.id.clone(), answer);
    }
}

/// What the answer is about, and a way to change that.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, operation: &Operation, question: &Question, draft: &mut CaseFile) {
    let text = view.text;
    if !present(view.case_file, operation, question).value.is_known() {
        return;
    }
    let home = home(view.case_file, operation, question);
    if let Some(case) = &operation.case_of {
        let of_such_cases = question.scope == Scope::Case(case.kind);
        if home == Home::Whole {
            widgets::wrapped_small(ui, view.theme, text.t("scope.as_operation"));
        } else if !of_such_cases && widgets::link(ui, text.t("scope.as_operation_again"), theme::SMALL).clicked() {
            remove(draft, operation, question);
        }
        return;
    }
    let several = view.case_file.operations.iter().filter(|known| known.case_of.is_none()).count() > 1;
    if !several {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        widgets::small(ui, view.theme, text.t("scope.applies_to"));
        let names = [text.t("scope.organisation"), text.t("scope.operation")];
        for (place, (name, wanted)) in names.into_iter().zip([Home::Organisation, Home::Here]).enumerate() {
            ui.push_id(place, |ui| {
                if widgets::chip(ui, view.theme, name, home == wanted).clicked() && home != wanted {
                    move_to(draft, operation, question, wanted);
                }
            });
        }
    });
}

fn remove(draft: &mut CaseFile, operation: &Operation, question: &Question) -> Option<Answer> {
    let edited = draft.operations.iter_mut().find(|known| known.id == operation.id)?;
    edited.answers.remove(&question.id)
}

/// An answer of one operation becomes that of the organisation, or the other way round.
fn move_to(draft: &mut CaseFile, operation: &Operation, question: &Question, wanted: Home) {
    let answer = present(draft, operation, question);
    if wanted == Home::Organisation {
        remove(draft, operation, question);
        draft.answers.insert(question.id.clone(), answer);
    } else if let Some(edited) = draft.operations.iter_mut().find(|known| known.id == operation.id) {
        edited.answers.insert(question.id.clone(), answer);
    }
}

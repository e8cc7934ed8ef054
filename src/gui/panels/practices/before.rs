//! What was so before an answer became what it is today.

use egui::Ui;

use super::answer::{self, Place};
use crate::facts::{Answer, Before};
use crate::gui::widgets::{self, Field};
use crate::gui::{View, theme};
use crate::law::{OperationId, Question};

/// A link that opens it; once open or stated, until when what was so, and what shows it.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, operation: &OperationId, question: &Question, answer: &mut Answer) {
    if !question.lasting || (!answer.value.is_known() && answer.before.is_none()) {
        return;
    }
    let text = view.text;
    let id = ui.scope_id().with("before");
    let opened: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if answer.before.is_none() && !opened {
        if widgets::link(ui, text.t("time.before"), theme::SMALL).clicked() {
            ui.data_mut(|data| data.insert_temp(id, true));
            widgets::ask_for_focus(ui, id);
        }
        return;
    }
    let mut before = answer.before.clone().unwrap_or_default();
    let removed = ui.indent(id, |ui| fields(ui, view, id, operation, question, &mut before)).inner;
    // A row opened and left empty states nothing.
    answer.before = (before != Before::default()).then_some(before);
    if removed {
        answer.before = None;
        ui.data_mut(|data| data.insert_temp(id, false));
        for places in ["before.until", "before.evidence", "before"] {
            widgets::field::forget(ui, &format!("{places}/{operation}/{}", question.id));
        }
    }
}

/// The fields; returns whether all of it is to be taken out.
fn fields(
    ui: &mut Ui,
    view: &View<'_>,
    id: egui::Id,
    operation: &OperationId,
    question: &Question,
    before: &mut Before,
) -> bool {
    let text = view.text;
    let entry = |name: &str, key: &'static str| {
        let label = text.t(key);
        let named = format!("{label}: {}", question.text);
        Field::new(view.face(), format!("before.{name}/{operation}/{}", question.id), label).named(named)
    };
    let label = text.fill("time.before.named", &[("question", &question.text)]);
    let place = Place { name: "before", operation, label: &label };
    let removed = ui
        .horizontal_wrapped(|ui| {
            widgets::small(ui, view.theme, text.t("time.before.until"));
            let near = view.analysis.calculation.as_of;
            let until = entry("until", "time.before.until").hint(text.t("time.before.form")).width(150.0);
            let field = until.day_or_less(ui, near, &mut before.until);
            widgets::focus_if_asked(ui, id, &field);
            widgets::small(ui, view.theme, text.t("time.before.answer"));
            if answer::is_narrow(question) {
                answer::ui(ui, view, &place, question, &mut before.value);
            }
            widgets::link(ui, text.t("time.before.remove"), theme::SMALL).clicked()
        })
        .inner;
    if !answer::is_narrow(question) {
        answer::ui(ui, view, &place, question, &mut before.value);
    }
    let evidence = entry("evidence", "time.before.evidence").hint(text.t("time.before.evidence"));
    evidence.width(400.0).small().text(ui, &mut before.evidence);
    removed
}

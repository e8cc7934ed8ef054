//! The control for an answer, one kind each; emptied or set to unknown it is unknown.

use egui::Ui;

use crate::facts::AnswerValue;
use crate::gui::View;
use crate::gui::widgets::{self, Field};
use crate::law::{AnswerKind, OperationId, OptionId, Question, QuestionOption, YesNo};
use crate::quantity::Money;

/// Whether the control is narrow enough to stand at the right of the question.
pub(super) fn is_narrow(question: &Question) -> bool {
    question.answer.options().is_empty()
}

/// Where an answer stands: that of today, or what was so before.
pub(super) struct Place<'p> {
    /// First part of the name of its field.
    pub(super) name: &'static str,
    pub(super) operation: &'p OperationId,
    /// What the control is called.
    pub(super) label: &'p str,
}

/// The control.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, place: &Place<'_>, question: &Question, value: &mut AnswerValue) {
    let (text, theme) = (view.text, view.theme);
    match &question.answer {
        AnswerKind::YesNo => {
            let names = ["answer.yes", "answer.partly", "answer.no", "answer.unknown"].map(|key| text.t(key));
            let present = match value.yes_no() {
                Some(YesNo::Yes) => 0,
                Some(YesNo::Partly) => 1,
                Some(YesNo::No) => 2,
                None => 3,
            };
            let given = [AnswerValue::Yes, AnswerValue::Partly, AnswerValue::No, AnswerValue::Unknown];
            let clicked = widgets::segmented(ui, theme, place.label, &names, Some(present));
            if let Some(new) = clicked.and_then(|index| given.into_iter().nth(index)) {
                *value = new;
            }
        }
        AnswerKind::Number { unit } => number(ui, view, field(view, place, question), unit, value),
        AnswerKind::Date => date(ui, view, field(view, place, question), value),
        AnswerKind::Money => money(ui, view, field(view, place, question), value),
        AnswerKind::Choice(options) => choice(ui, view, options, value),
        AnswerKind::Several(options) => several(ui, view, options, value),
    }
}

/// A field for an answer; emptied it is unknown again.
fn field<'v>(view: &View<'v>, place: &Place<'v>, question: &Question) -> Field<'v> {
    let name = format!("{}/{}/{}", place.name, place.operation, question.id);
    Field::new(view.face(), name, place.label).width(140.0)
}

fn number(ui: &mut Ui, view: &View<'_>, field: Field<'_>, unit: &str, value: &mut AnswerValue) {
    ui.horizontal_top(|ui| {
        let mut number = if let AnswerValue::Number(number) = value { Some(*number) } else { None };
        let before = number;
        field.hint(view.text.t("answer.unknown")).quantity(ui, unit, &mut number);
        if number != before {
            *value = number.map_or(AnswerValue::Unknown, AnswerValue::Number);
        }
        widgets::small(ui, view.theme, unit);
    });
}

fn date(ui: &mut Ui, view: &View<'_>, field: Field<'_>, value: &mut AnswerValue) {
    let mut date = if let AnswerValue::Date(date) = value { Some(*date) } else { None };
    let before = date;
    let field = field.hint(view.text.t("practices.date_form")).width(180.0);
    field.day_or_less(ui, view.analysis.calculation.as_of, &mut date);
    if date != before {
        *value = date.map_or(AnswerValue::Unknown, AnswerValue::Date);
    }
}

/// An amount in the currency of the method, unless another one is named.
fn money(ui: &mut Ui, view: &View<'_>, field: Field<'_>, value: &mut AnswerValue) {
    ui.horizontal_top(|ui| {
        let mut amount = if let AnswerValue::Money(amount) = value { Some(*amount) } else { None };
        let before = amount;
        let usual = amount.map_or(view.analysis.methodology.currency, Money::currency);
        field.hint(view.text.t("answer.unknown")).money(ui, usual, &mut amount);
        if amount != before {
            *value = amount.map_or(AnswerValue::Unknown, AnswerValue::Money);
        }
        widgets::small(ui, view.theme, usual.code());
    });
}

fn choice(ui: &mut Ui, view: &View<'_>, options: &[QuestionOption], value: &mut AnswerValue) {
    ui.horizontal_wrapped(|ui| {
        for option in options {
            let on = matches!(value, AnswerValue::Option(chosen) if *chosen == option.id);
            if widgets::chip(ui, view.theme, &option.label, on).clicked() {
                *value = AnswerValue::Option(option.id.clone());
            }
        }
        unknown(ui, view, value);
    });
}

fn several(ui: &mut Ui, view: &View<'_>, options: &[QuestionOption], value: &mut AnswerValue) {
    ui.horizontal_wrapped(|ui| {
        for option in options {
            let chosen = if let AnswerValue::Options(chosen) = &*value { chosen.clone() } else { Vec::new() };
            let on = chosen.contains(&option.id);
            if widgets::chip(ui, view.theme, &option.label, on).clicked() {
                let mut changed = chosen;
                if on {
                    changed.retain(|id| *id != option.id);
                } else {
                    // "None of these" and one of these exclude each other.
                    let is_none = |id: &OptionId| options.iter().any(|known| known.id == *id && known.is_none());
                    changed.retain(|id| is_none(id) == option.is_none());
                    changed.push(option.id.clone());
                }
                *value = AnswerValue::Options(changed);
            }
        }
        unknown(ui, view, value);
    });
}

fn unknown(ui: &mut Ui, view: &View<'_>, value: &mut AnswerValue) {
    if widgets::chip(ui, view.theme, view.text.t("answer.unknown"), !value.is_known()).clicked() {
        *value = AnswerValue::Unknown;
    }
}

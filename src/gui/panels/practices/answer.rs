//! The control for an answer, one kind each; emptied or set to unknown it is unknown.

use egui::{TextEdit, Ui};

use crate::facts::AnswerValue;
use crate::gui::{View, widgets};
use crate::law::{AnswerKind, Question, QuestionOption, YesNo};
use crate::quantity::Money;

/// Whether the control is narrow enough to stand at the right of the question.
pub(super) fn is_narrow(question: &Question) -> bool {
    question.answer.options().is_empty()
}

/// The control.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, question: &Question, value: &mut AnswerValue) {
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
            let clicked = widgets::segmented(ui, theme, &question.text, &names, Some(present));
            if let Some(new) = clicked.and_then(|index| given.into_iter().nth(index)) {
                *value = new;
            }
        }
        AnswerKind::Number { unit } => number(ui, view, question, unit, value),
        AnswerKind::Date => date(ui, view, question, value),
        AnswerKind::Money => money(ui, view, question, value),
        AnswerKind::Choice(options) => choice(ui, view, options, value),
        AnswerKind::Several(options) => several(ui, view, options, value),
    }
}

/// A number; emptied it is unknown again.
fn number(ui: &mut Ui, view: &View<'_>, question: &Question, unit: &str, value: &mut AnswerValue) {
    ui.horizontal(|ui| {
        let mut words = match value {
            AnswerValue::Number(number) => view.text.count(*number),
            _ => String::new(),
        };
        let hint = view.text.t("answer.unknown");
        let field = ui.add(TextEdit::singleline(&mut words).desired_width(140.0).hint_text(hint));
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &question.text));
        if field.changed() {
            let digits: String = words.chars().filter(char::is_ascii_digit).take(15).collect();
            *value = digits.parse().map_or(AnswerValue::Unknown, AnswerValue::Number);
        }
        widgets::small(ui, view.theme, unit);
    });
}

fn date(ui: &mut Ui, view: &View<'_>, question: &Question, value: &mut AnswerValue) {
    let id = ui.scope_id().with(question.id.as_str());
    let shown = if let AnswerValue::Date(date) = value { date.to_string() } else { String::new() };
    let typed: Option<String> = ui.data(|data| data.get_temp(id));
    let mut words = typed.unwrap_or(shown);
    let field =
        ui.add(TextEdit::singleline(&mut words).desired_width(140.0).hint_text(view.text.t("practices.date_form")));
    field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &question.text));
    if field.changed() {
        *value = words.trim().parse().map_or(AnswerValue::Unknown, AnswerValue::Date);
    }
    if field.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, words));
    } else {
        ui.data_mut(|data| data.remove::<String>(id));
    }
}

/// An amount in the currency of the method; emptied it is unknown again.
fn money(ui: &mut Ui, view: &View<'_>, question: &Question, value: &mut AnswerValue) {
    ui.horizontal(|ui| {
        let (mut words, currency) = match value {
            AnswerValue::Money(amount) => (view.text.amount(*amount), amount.currency()),
            _ => (String::new(), view.analysis.methodology.currency),
        };
        let hint = view.text.t("answer.unknown");
        let field = ui.add(TextEdit::singleline(&mut words).desired_width(140.0).hint_text(hint));
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &question.text));
        if field.changed() {
            let digits: String = words.chars().filter(char::is_ascii_digit).take(13).collect();
            let amount = |major| AnswerValue::Money(Money::from_major(major, currency));
            *value = digits.parse().map_or(AnswerValue::Unknown, amount);
        }
        widgets::small(ui, view.theme, currency.code());
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

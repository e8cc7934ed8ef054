//! Stage 1: the undertaking, not only the company.

mod authority;
mod past;
mod turnover;
mod who;

use egui::{TextEdit, Ui};
use jiff::civil::Date;

use crate::gui::{Command, View, widgets};
use crate::quantity::{Currency, Money};

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let mut draft = view.case_file.clone();
    widgets::stage_title(ui, theme, text.t("screen.organisation"), text.t("organisation.subtitle"));
    ui.add_space(10.0);
    who::ui(ui, view, &mut draft);
    widgets::hairline(ui, theme, 12.0);
    turnover::ui(ui, view, &mut draft);
    widgets::hairline(ui, theme, 12.0);
    authority::ui(ui, view, &mut draft);
    widgets::hairline(ui, theme, 12.0);
    past::ui(ui, view, &mut draft.undertaking);
    if draft != *view.case_file {
        out.push(Command::Edit(Box::new(draft)));
    }
}

/// A day; kept as typed until it reads as one, `None` once it is emptied.
fn date(ui: &mut Ui, label: &str, hint: &str, value: Option<Date>) -> Option<Date> {
    let id = ui.scope_id().with(("date", label));
    let typed: Option<String> = ui.data(|data| data.get_temp(id));
    let mut words = typed.unwrap_or_else(|| value.map_or_else(String::new, |day| day.to_string()));
    let response = named(ui.add(TextEdit::singleline(&mut words).desired_width(104.0).hint_text(hint)), label);
    let read = if words.trim().is_empty() { None } else { words.trim().parse().ok().or(value) };
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, words));
    } else {
        ui.data_mut(|data| data.remove::<String>(id));
    }
    if response.changed() { read } else { value }
}

/// A labelled line of text; returns whether it was edited.
fn field(ui: &mut Ui, view: &View<'_>, key: &str, value: &mut String, width: f32) -> bool {
    let label = view.text.t(key);
    widgets::small(ui, view.theme, label);
    named(ui.add(TextEdit::singleline(value).desired_width(width)), label).changed()
}

/// An amount; kept as typed until it reads as one.
fn money(ui: &mut Ui, view: &View<'_>, key: &str, value: &mut Money) {
    let label = view.text.t(key);
    ui.vertical(|ui| {
        widgets::small(ui, view.theme, label);
        ui.horizontal(|ui| {
            let id = ui.scope_id().with(("money", key));
            let typed: Option<String> = ui.data(|data| data.get_temp(id));
            let mut words = typed.unwrap_or_else(|| view.text.amount(*value));
            let response = named(ui.add(TextEdit::singleline(&mut words).desired_width(150.0)), label);
            if response.changed() {
                let digits: String = words.chars().filter(char::is_ascii_digit).collect();
                if let Ok(major) = digits.parse::<i64>() {
                    *value = Money::from_major(major, value.currency());
                }
            }
            if response.has_focus() {
                ui.data_mut(|data| data.insert_temp(id, words));
            } else {
                ui.data_mut(|data| data.remove::<String>(id));
            }
            currency(ui, view, key, value);
        });
    });
}

/// The currency of an amount; the figure stays as it is.
fn currency(ui: &mut Ui, view: &View<'_>, key: &str, value: &mut Money) {
    let label = view.text.t("organisation.currency");
    let mut chosen = value.currency();
    let combo = egui::ComboBox::from_id_salt(("currency", key)).selected_text(chosen.code()).width(62.0);
    let response = combo.show_ui(ui, |ui| {
        for offered in Currency::ALL {
            ui.selectable_value(&mut chosen, offered, view.text.currency(offered));
        }
    });
    response.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, label));
    if let Some(relabelled) = value.relabelled(chosen) {
        *value = relabelled;
    }
}

/// A labelled choice among a few.
fn choice<T: PartialEq + Copy>(ui: &mut Ui, view: &View<'_>, key: &str, options: &[(T, &str)], value: &mut T) {
    let label = view.text.t(key);
    widgets::small(ui, view.theme, label);
    let names: Vec<&str> = options.iter().map(|(_, key)| view.text.t(key)).collect();
    let present = options.iter().position(|(option, _)| option == value);
    let clicked = widgets::segmented(ui, view.theme, label, &names, present);
    if let Some((option, _)) = clicked.and_then(|index| options.get(index)) {
        *value = *option;
    }
}

fn columns<A, B>(ui: &mut Ui, left: impl FnOnce(&mut Ui) -> A, right: impl FnOnce(&mut Ui) -> B) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(330.0);
            left(ui);
        });
        ui.vertical(right);
    });
}

fn named(response: egui::Response, label: &str) -> egui::Response {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, label));
    response
}

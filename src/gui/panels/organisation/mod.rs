//! Stage 1: the undertaking, not only the company.

mod past;

use egui::{TextEdit, Ui};
use jiff::civil::Date;

use crate::facts::{CaseFile, Turnover};
use crate::gui::{Command, View, widgets};
use crate::law::{PublicBodyKind, Role, UndertakingKind};
use crate::quantity::{Currency, Money};

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let mut draft = view.case_file.clone();
    widgets::stage_title(ui, theme, text.t("screen.organisation"), text.t("organisation.subtitle"));
    ui.add_space(10.0);
    who(ui, view, &mut draft);
    widgets::hairline(ui, theme, 12.0);
    turnover(ui, view, &mut draft);
    widgets::hairline(ui, theme, 12.0);
    authority(ui, view, &mut draft);
    widgets::hairline(ui, theme, 12.0);
    past::ui(ui, view, &mut draft.undertaking);
    if draft != *view.case_file {
        out.push(Command::Edit(Box::new(draft)));
    }
}

fn who(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
    const ROLES: [(Role, &str); 3] =
        [(Role::Controller, "role.controller"), (Role::Processor, "role.processor"), (Role::Joint, "role.joint")];
    const KINDS: [(UndertakingKind, &str); 4] = [
        (UndertakingKind::Company, "kind.company"),
        (UndertakingKind::PublicBody, "kind.public_body"),
        (UndertakingKind::Association, "kind.association"),
        (UndertakingKind::Individual, "kind.individual"),
    ];
    columns(
        ui,
        |ui| field(ui, view, "organisation.title", &mut draft.title, 300.0),
        |ui| {
            field(ui, view, "organisation.name", &mut draft.undertaking.name, 300.0);
        },
    );
    ui.add_space(6.0);
    let undertaking = &mut draft.undertaking;
    columns(
        ui,
        |ui| choice(ui, view, "organisation.role", &ROLES, &mut undertaking.role),
        |ui| {
            field(ui, view, "organisation.sector", &mut undertaking.sector, 200.0);
        },
    );
    ui.add_space(6.0);
    columns(
        ui,
        |ui| choice(ui, view, "organisation.kind", &KINDS, &mut undertaking.kind),
        |ui| employees(ui, view, &mut undertaking.employees),
    );
    if undertaking.kind == UndertakingKind::PublicBody {
        ui.add_space(6.0);
        let kinds = PublicBodyKind::ALL.map(|kind| (Some(kind), kind.key()));
        choice(ui, view, "organisation.public_body", &kinds, &mut undertaking.public_body);
    }
    if matches!(undertaking.kind, UndertakingKind::PublicBody | UndertakingKind::Individual) {
        ui.add_space(4.0);
        widgets::checkbox(ui, view.theme, &mut undertaking.on_market, view.text.t("organisation.on_market"));
    }
}

/// How many people work there; emptied it is not known.
fn employees(ui: &mut Ui, view: &View<'_>, value: &mut Option<u32>) {
    let label = view.text.t("organisation.employees");
    widgets::small(ui, view.theme, label);
    let mut words = value.map_or_else(String::new, |count| view.text.count(i64::from(count)));
    if named(ui.add(TextEdit::singleline(&mut words).desired_width(100.0)), label).changed() {
        let digits: String = words.chars().filter(char::is_ascii_digit).take(9).collect();
        *value = digits.parse().ok();
    }
}

fn turnover(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
    let (text, theme) = (view.text, view.theme);
    ui.horizontal(|ui| {
        widgets::heading(ui, text.t("organisation.turnover"));
        widgets::small(ui, theme, text.t("organisation.turnover.law"));
    });
    let methodology = view.analysis.methodology;
    let zero = Money::zero(methodology.currency);
    let assumed = methodology.unknown_turnover().map_or(zero, |assumed| assumed.proposed);
    let turnover = &mut draft.undertaking.turnover;
    let present = match turnover {
        Turnover::Figure { .. } => 0,
        Turnover::Bracket { .. } => 1,
        Turnover::Unknown => 2,
    };
    let names = ["organisation.figure", "organisation.bracket", "answer.unknown"].map(|key| text.t(key));
    let clicked = widgets::segmented(ui, theme, text.t("organisation.turnover"), &names, Some(present));
    if let Some(kind) = clicked.filter(|kind| *kind != present) {
        *turnover = converted(turnover, kind, assumed);
    }
    ui.add_space(6.0);
    match turnover {
        Turnover::Figure { amount, year, source, secondary } => {
            ui.horizontal(|ui| {
                money(ui, view, "organisation.amount", amount);
                ui.vertical(|ui| {
                    widgets::small(ui, theme, text.t("organisation.year"));
                    let mut words = year.map_or_else(String::new, |year| year.to_string());
                    let edit = TextEdit::singleline(&mut words).desired_width(60.0).char_limit(4);
                    if named(ui.add(edit), text.t("organisation.year")).changed() {
                        *year = words.trim().parse().ok();
                    }
                });
            });
            ui.add_space(4.0);
            field(ui, view, "organisation.source", source, 620.0);
            widgets::checkbox(ui, theme, secondary, text.t("organisation.secondary"));
        }
        Turnover::Bracket { from, to, source } => {
            ui.horizontal(|ui| {
                money(ui, view, "organisation.from", from);
                money(ui, view, "organisation.to", to);
            });
            *to = to.relabelled(from.currency()).unwrap_or(*to);
            ui.add_space(4.0);
            field(ui, view, "organisation.source", source, 620.0);
        }
        Turnover::Unknown => {}
    }
    ui.add_space(4.0);
    widgets::wrapped_small(ui, theme, text.t("organisation.turnover.rule"));
}

/// The same turnover stated in another way; where it was unknown, beginning with what
/// the method assumes.
fn converted(turnover: &Turnover, kind: usize, assumed: Money) -> Turnover {
    let (amount, source) = match turnover {
        Turnover::Figure { amount, source, .. } => (*amount, source.clone()),
        Turnover::Bracket { to, source, .. } => (*to, source.clone()),
        Turnover::Unknown => (assumed, String::new()),
    };
    match kind {
        0 => Turnover::Figure { amount, year: None, source, secondary: false },
        1 => Turnover::Bracket { from: Money::from_minor(amount.minor() / 2, amount.currency()), to: amount, source },
        _ => Turnover::Unknown,
    }
}

fn authority(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
    let (text, theme) = (view.text, view.theme);
    let undertaking = &mut draft.undertaking;
    widgets::heading(ui, text.t("organisation.authority"));
    ui.horizontal(|ui| {
        ui.vertical(|ui| field(ui, view, "organisation.establishment", &mut undertaking.establishment, 110.0));
        ui.vertical(|ui| field(ui, view, "organisation.lead", &mut undertaking.lead_authority, 180.0));
        ui.vertical(|ui| {
            let label = text.t("organisation.as_of");
            widgets::small(ui, theme, label);
            draft.as_of = date(ui, label, text.t("organisation.as_of.today"), draft.as_of);
        });
    });
    widgets::wrapped_small(ui, theme, text.t("organisation.as_of.rule"));
    let mut countries = undertaking.people_in.join(", ");
    ui.add_space(4.0);
    widgets::small(ui, theme, text.t("organisation.people_in"));
    let edit = TextEdit::multiline(&mut countries).desired_rows(2).desired_width(620.0);
    if named(ui.add(edit), text.t("organisation.people_in")).changed() {
        let codes = countries.split(',').map(|code| code.trim().to_uppercase()).filter(|code| !code.is_empty());
        undertaking.people_in = codes.collect();
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

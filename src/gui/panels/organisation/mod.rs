//! Stage 1: the undertaking, not only the company.

mod authority;
mod past;
mod turnover;
mod who;
mod words;

use egui::Ui;

use super::fine::exchange;
use super::placed;
use crate::gui::app::{Place, anchor};
use crate::gui::widgets::Field;
use crate::gui::{Command, View, widgets};

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let mut draft = view.case_file.clone();
    widgets::stage_title(ui, theme, text.t("screen.organisation"), text.t("organisation.subtitle"));
    ui.add_space(10.0);
    who::ui(ui, view, &mut draft);
    widgets::hairline(ui, theme, 12.0);
    part(ui, view, "change.turnover", |ui| turnover::ui(ui, view, &mut draft.undertaking));
    part(ui, view, "change.exchange", |ui| exchange::unpublished(ui, view, &mut draft));
    widgets::hairline(ui, theme, 12.0);
    authority::ui(ui, view, &mut draft);
    widgets::hairline(ui, theme, 12.0);
    past::ui(ui, view, &mut draft.undertaking);
    if draft != *view.case_file {
        out.push(Command::Edit(Box::new(draft)));
    }
}

/// A field of this stage, its label above it; the key of the label is its place.
fn field<'v>(view: &View<'v>, key: &'v str, width: f32) -> Field<'v> {
    Field::new(view.face(), key, view.text.t(key)).above().width(width)
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

/// A part of this stage, by the key that names its edits.
fn part<T>(ui: &mut Ui, view: &View<'_>, key: &'static str, add: impl FnOnce(&mut Ui) -> T) -> T {
    let shown = ui.scope(|ui| placed(ui, view, &Place::Part(key), add));
    anchor::mark(ui, egui::Id::unique(key), shown.response.rect);
    shown.inner
}

fn columns<A, B>(ui: &mut Ui, left: impl FnOnce(&mut Ui) -> A, right: impl FnOnce(&mut Ui) -> B) {
    const LEFT: f32 = 372.0;
    let apart = ui.available_width() >= LEFT + 308.0;
    widgets::side_by_side(ui, LEFT + 308.0, |ui| {
        ui.vertical(|ui| {
            if apart {
                ui.set_width(LEFT);
            }
            left(ui);
        });
        if !apart {
            // As far below as the next row.
            ui.add_space(6.0);
        }
        ui.vertical(right);
    });
}

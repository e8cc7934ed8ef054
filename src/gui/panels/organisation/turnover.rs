//! The turnover: a figure, a bracket, or not known.

use egui::{TextEdit, Ui};

use super::{field, money, named};
use crate::facts::{CaseFile, Turnover};
use crate::gui::{View, widgets};
use crate::quantity::Money;

/// How the turnover is stated, and what is stated of it.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
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

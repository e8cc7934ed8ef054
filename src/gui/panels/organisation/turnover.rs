//! The turnover: a figure, a bracket, or not known. Choosing one of them states nothing.

use egui::Ui;

use super::{field, words};
use crate::facts::{Counted, Turnover, Undertaking};
use crate::gui::widgets::Picker;
use crate::gui::{View, widgets};
use crate::quantity::{Currency, Money};

/// How the turnover is stated, and what is stated of it.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, undertaking: &mut Undertaking) {
    let (text, theme) = (view.text, view.theme);
    ui.horizontal_wrapped(|ui| {
        widgets::heading(ui, text.t("organisation.turnover"));
        widgets::small(ui, theme, text.t("organisation.turnover.law"));
    });
    let turnover = &mut undertaking.turnover;
    let present = match turnover {
        Turnover::Figure { .. } => 0,
        Turnover::Bracket { .. } => 1,
        Turnover::Unknown => 2,
    };
    let names = ["organisation.figure", "organisation.bracket", "answer.unknown"].map(|key| text.t(key));
    let clicked = widgets::segmented(ui, theme, text.t("organisation.turnover"), &names, Some(present));
    if let Some(kind) = clicked.filter(|kind| *kind != present) {
        *turnover = converted(turnover, kind);
        match kind {
            0 => widgets::field::open(ui.ctx(), "organisation.amount"),
            1 => widgets::field::open(ui.ctx(), "organisation.from"),
            _ => {}
        }
    }
    ui.add_space(6.0);
    stated(ui, view, turnover);
    ui.add_space(4.0);
    widgets::wrapped_small(ui, theme, text.t("organisation.turnover.rule"));
    // At the end, where the place kept for it is room before the next section.
    if *turnover != Turnover::Unknown {
        let is_open = turnover.counted() == Counted::Unknown;
        widgets::field::hint(ui, theme, text.t("organisation.turnover.not_stated"), is_open);
    }
}

fn stated(ui: &mut Ui, view: &View<'_>, turnover: &mut Turnover) {
    let usual = usual_currency(ui, view, turnover);
    match turnover {
        Turnover::Figure { amount, year, source, secondary } => {
            widgets::side_by_side(ui, 560.0, |ui| {
                field(view, "organisation.amount", 170.0).money(ui, usual, amount);
                currency(ui, view, usual, &mut [amount]);
                field(view, "organisation.year", 80.0).year(ui, year);
                field(view, "organisation.source", 300.0).text(ui, source);
            });
            widgets::checkbox(ui, view.theme, secondary, view.text.t("organisation.secondary"));
        }
        Turnover::Bracket { from, to, source } => {
            widgets::side_by_side(ui, 440.0, |ui| {
                field(view, "organisation.from", 170.0).money(ui, usual, from);
                field(view, "organisation.to", 170.0).money(ui, usual, to);
                currency(ui, view, usual, &mut [from, to]);
            });
            field(view, "organisation.source", 620.0).text(ui, source);
        }
        Turnover::Unknown => {}
    }
}

/// The turnover stated in another way: what it rests on is kept. A figure is no end of a bracket
/// and an end is no figure, so no amount is.
fn converted(turnover: &Turnover, kind: usize) -> Turnover {
    let source = match turnover {
        Turnover::Figure { source, .. } | Turnover::Bracket { source, .. } => source.clone(),
        Turnover::Unknown => String::new(),
    };
    match kind {
        0 => Turnover::Figure { amount: None, year: None, source, secondary: false },
        1 => Turnover::Bracket { from: None, to: None, source },
        _ => Turnover::Unknown,
    }
}

/// Where the currency chosen before any amount is kept: nothing is stated by it.
fn chosen_before() -> egui::Id {
    egui::Id::unique("turnover-currency")
}

/// The currency of a figure typed without one.
fn usual_currency(ui: &Ui, view: &View<'_>, turnover: &Turnover) -> Currency {
    let stated = turnover.amounts().first().map(|amount| amount.currency());
    let chosen: Option<Currency> = ui.data(|data| data.get_temp(chosen_before()));
    stated.or(chosen).unwrap_or(view.analysis.methodology.currency)
}

/// The currency of the amounts; the figures stay as they are.
fn currency(ui: &mut Ui, view: &View<'_>, present: Currency, amounts: &mut [&mut Option<Money>]) {
    let (label, help) = (view.text.t("organisation.currency"), view.text.t("picker.help_currency"));
    let picker = Picker::new(view.face(), "organisation.currency", label, help).above().width(84.0, 330.0);
    let chosen = picker.one(ui, present.code(), present.code(), || words::currencies(view));
    let Some(chosen) = chosen.and_then(|code| Currency::from_code(&code)).filter(|chosen| *chosen != present) else {
        return;
    };
    ui.data_mut(|data| data.insert_temp(chosen_before(), chosen));
    for amount in amounts {
        if let Some(stated) = amount {
            // A figure that the currency has no minor unit for stays in its own.
            **amount = Some(stated.relabelled(chosen).unwrap_or(*stated));
        }
    }
}

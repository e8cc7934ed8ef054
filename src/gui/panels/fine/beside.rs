//! Which method is used, and another one beside it, step by step.

use egui::{FontId, Label, RichText, Ui};

use super::exchange;
use crate::analysis::Beside;
use crate::facts::CaseFile;
use crate::fine::{Calculation, FineError};
use crate::gui::command::Explained;
use crate::gui::panels::figure::Figure;
use crate::gui::{Command, View, theme, widgets};
use crate::law::{ConductId, Methodology, StepKind};
use crate::quantity::Money;
use crate::report;
use crate::trace::Value;

/// The choice of a method for this matter.
pub(super) fn selector(ui: &mut Ui, view: &View<'_>, draft: &mut CaseFile) {
    let methods = &view.library.law.methodologies;
    let names: Vec<&str> = methods.iter().map(|method| method.short.as_str()).collect();
    let used = draft.methodology.as_ref().unwrap_or(&view.analysis.methodology.id);
    let present = methods.iter().position(|method| method.id == *used);
    let label = view.text.t("fine.method");
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        widgets::small(ui, view.theme, label);
        let clicked = widgets::segmented(ui, view.theme, label, &names, present);
        if let Some(method) = clicked.and_then(|index| methods.get(index)) {
            draft.methodology = Some(method.id.clone());
        }
        if draft.methodology.is_some() && widgets::link(ui, view.text.t("fine.method_usual"), theme::SMALL).clicked() {
            draft.methodology = None;
        }
    });
}

/// Another method beside the one used: its steps, its amounts, in two columns.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, conduct: &ConductId, draft: &mut CaseFile, out: &mut Vec<Command>) {
    let text = view.text;
    let used = &view.analysis.methodology.id;
    let others: Vec<&Beside<'static>> = view.beside.iter().filter(|beside| beside.methodology.id != *used).collect();
    widgets::hairline(ui, view.theme, 9.0);
    let id = egui::Id::unique("fine-beside");
    let chosen: Option<usize> = ui.data(|data| data.get_temp(id)).filter(|index| *index < others.len());
    let names: Vec<&str> = others.iter().map(|beside| beside.methodology.short.as_str()).collect();
    ui.horizontal_wrapped(|ui| {
        widgets::heading(ui, text.t("fine.beside"));
        if let Some(clicked) = widgets::segmented(ui, view.theme, text.t("fine.beside"), &names, chosen) {
            // A second click on the same method folds it away.
            let next = if Some(clicked) == chosen { usize::MAX } else { clicked };
            ui.data_mut(|data| data.insert_temp(id, next));
        }
    });
    let Some(other) = chosen.and_then(|index| others.get(index)) else {
        widgets::wrapped_small(ui, view.theme, text.t("fine.beside.note"));
        return;
    };
    exchange::ui(ui, view, other.methodology, draft);
    ui.add_space(6.0);
    let mut of_other = Vec::new();
    widgets::halves(
        ui,
        |ui| column(ui, view, view.analysis.methodology, &view.analysis.calculation, conduct, out),
        |ui| match &other.result {
            Ok(calculation) => column(ui, view, other.methodology, calculation, conduct, &mut of_other),
            Err(FineError::Currency { .. }) => {
                title(ui, view, other.methodology);
                widgets::wrapped_small(ui, view.theme, text.t("exchange.none"));
            }
            Err(error) => {
                title(ui, view, other.methodology);
                let words = RichText::new(error.to_string()).color(*view.theme.amber);
                widgets::paragraph(ui, words, theme::SMALL);
            }
        },
    );
    out.append(&mut of_other);
}

fn title(ui: &mut Ui, view: &View<'_>, method: &Methodology) {
    let name = RichText::new(&method.name).font(FontId::new(theme::BODY, theme::strong()));
    ui.add(Label::new(name).wrap());
    let cited = RichText::new(view.text.citation(&method.source, &view.library.law)).size(theme::SMALL);
    ui.hyperlink_to(cited, view.text.citation_url(&method.source, &view.library.law));
    ui.add_space(4.0);
}

fn column(
    ui: &mut Ui,
    view: &View<'_>,
    method: &Methodology,
    calculation: &Calculation,
    conduct: &ConductId,
    out: &mut Vec<Command>,
) {
    title(ui, view, method);
    let figure = |key: &str, copied: &str, name: &str| {
        let id = conduct.figure(name).to_string();
        let known = calculation.trace.as_ref().is_some_and(|trace| trace.find(&id).is_some());
        let why = if method.id == view.analysis.methodology.id {
            Command::ShowTrace(id)
        } else {
            Command::Explain(Explained::By(method.id.clone(), id))
        };
        Figure { what: view.text.t(key).to_owned(), copied: copied.to_owned(), why: known.then_some(why) }
    };
    let mut shown = String::new();
    for step in &method.steps {
        // Several blocks may belong to one step of the method: its number stands once.
        let number = step.numbers();
        let words = if number == shown { step.title.clone() } else { format!("{number}  {}", step.title) };
        shown = number;
        let amount = amount_after(calculation, conduct, &step.kind).map(|(name, amount)| {
            let amount = view.text.money(amount);
            (figure("figure.after_step", &amount, name), amount)
        });
        row(ui, view, &words, amount, out);
    }
    let Some(fine) = calculation.conducts.iter().find(|fine| fine.conduct == *conduct) else { return };
    ui.add_space(4.0);
    let maximum = report::between(fine.maximum, |amount| view.text.money(amount), view.text);
    let what = figure("figure.conduct_maximum", &maximum, "legal_maximum");
    row(ui, view, view.text.t("trace.legal_maximum"), Some((what, maximum)), out);
    let range = view.text.amount_range(fine.fine.ends());
    let why = Command::Explain(Explained::Permitted(method.id.clone(), conduct.clone()));
    let permitted = Figure::new(view, "figure.permitted", range.as_str(), why);
    row(ui, view, view.text.t("fine.range"), Some((permitted, range)), out);
    ui.horizontal(|ui| {
        let amount = view.text.money(fine.fine.point);
        let words = RichText::new(&amount).font(FontId::new(theme::HEADING, theme::serif()));
        figure("figure.conduct_fine", &amount, "fine").show(ui, view, words, out);
    });
}

fn row(ui: &mut Ui, view: &View<'_>, words: &str, amount: Option<(Figure, String)>, out: &mut Vec<Command>) {
    widgets::line(
        ui,
        |ui| widgets::wrapped_small(ui, view.theme, words),
        |ui| {
            if let Some((figure, amount)) = amount {
                figure.show(ui, view, RichText::new(amount).size(theme::SMALL), out);
            }
        },
    );
}

/// The amount as a step of this kind leaves it, where it leaves one, with its name.
fn amount_after(calculation: &Calculation, conduct: &ConductId, kind: &StepKind) -> Option<(&'static str, Money)> {
    let names: &[&'static str] = match kind {
        StepKind::Concurrence | StepKind::Fault { .. } => &[],
        StepKind::Seriousness { .. } => &["after_seriousness"],
        StepKind::TurnoverAdjustment { .. } | StepKind::CategoryBand(_) | StepKind::DailyRate(_) => {
            &["starting_amount"]
        }
        StepKind::Circumstances(_) => &["after_adjustment", "after_circumstances"],
        StepKind::LegalMaximum { .. } => &["after_maximum"],
        StepKind::Proportionality(_) => &["after_final_amount", "after_proportionality"],
        StepKind::Reprimand { .. } => &["reprimanded"],
        StepKind::AbilityToPay(_) => &["after_ability"],
    };
    let trace = calculation.trace.as_ref()?;
    names.iter().find_map(|name| match trace.find(conduct.figure(name).as_str())?.value {
        Value::Money(amount) => Some((*name, amount)),
        _ => None,
    })
}

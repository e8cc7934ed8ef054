//! Why a figure is what it is, over the page, for figures that stand in no trace of the
//! calculation in use: estimate, scores, likeness, other methods.

mod estimate;
mod headline;
mod likeness;
mod score;

use egui::{RichText, Ui};

use super::{findings, trace};
use crate::fine::Calculation;
use crate::gui::{Command, View, theme, widgets};
use crate::law::{ConductId, MethodologyId, ProvisionId, TopicId};
use crate::quantity::{Money, Range};
use crate::report;

/// A figure to be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Explained {
    /// A figure of the calculation by another method, by its name in the trace.
    By(MethodologyId, String),
    /// The estimate: method and practice together.
    Headline,
    /// The estimate from practice alone.
    Practice,
    /// The probability of a fine.
    Chance,
    /// The eight tenths of the simulated fines in the middle.
    Middle,
    /// What a method permits for a conduct.
    Permitted(MethodologyId, ConductId),
    /// The legal maximum of several conducts together.
    Maximum,
    /// How far the duties are kept in all.
    Overall,
    /// How far those of a topic are.
    Topic(TopicId),
    /// How far those of a provision are.
    Provision(ProvisionId),
    /// How like the matter a decided case is, by the name of the case.
    Likeness(String),
    /// The median of the fines for a provision.
    Fines(ProvisionId),
}

/// Returns whether it stays open.
pub(in crate::gui) fn ui(ui: &mut Ui, view: &View<'_>, figure: &Explained, out: &mut Vec<Command>) -> bool {
    if let Explained::By(method, name) = figure {
        let trace = calculation(view, method).and_then(|calculation| calculation.trace.as_ref());
        return trace.is_some_and(|trace| trace::of(ui, view, trace, name));
    }
    let (mut close, mut shown) = (false, true);
    let heading = view.text.t(match figure {
        Explained::Headline => "estimate.heading",
        Explained::Middle => "estimate.simulated",
        Explained::Practice => "estimate.practice",
        _ => "trace.why",
    });
    let response = widgets::Dialog::new("explained", 600.0).show(ui, |ui| {
        close = widgets::closable(ui, heading, view.text.t("command.close_overlay"));
        widgets::hairline(ui, view.theme, 4.0);
        let room = widgets::room_for_list(ui, 150.0);
        widgets::list(ui, "explained", room, |ui| shown = page(ui, view, figure, out).is_some());
    });
    shown && !close && !response.should_close()
}

/// What is said of the figure; `None` where it is no longer there.
fn page(ui: &mut Ui, view: &View<'_>, figure: &Explained, out: &mut Vec<Command>) -> Option<()> {
    match figure {
        Explained::By(..) => return None,
        Explained::Maximum => maximum(ui, view),
        Explained::Overall => score::overall(ui, view),
        Explained::Headline => headline::ui(ui, view, out)?,
        Explained::Practice => headline::practice(ui, view, out)?,
        Explained::Chance => headline::chance(ui, view)?,
        Explained::Middle => estimate::ui(ui, view, out)?,
        Explained::Permitted(method, conduct) => permitted(ui, view, calculation(view, method)?, conduct)?,
        Explained::Topic(topic) => score::topic(ui, view, topic)?,
        Explained::Provision(provision) => score::provision(ui, view, provision)?,
        Explained::Likeness(decision) => likeness::ui(ui, view, decision, out)?,
        Explained::Fines(provision) => fines(ui, view, provision, out)?,
    }
    Some(())
}

/// The figure itself, large, and what it is.
fn head(ui: &mut Ui, figure: &str, what: &str) {
    widgets::paragraph(ui, RichText::new(figure).family(theme::serif()), theme::FIGURE);
    widgets::body(ui, what);
    ui.add_space(4.0);
}

/// A part of the figure with what it is called.
fn part(ui: &mut Ui, view: &View<'_>, name: &str, figure: &str) {
    widgets::hairline(ui, view.theme, 0.0);
    widgets::line(
        ui,
        |ui| widgets::wrapped_small(ui, view.theme, name),
        |ui| {
            ui.label(RichText::new(figure).size(theme::SMALL));
        },
    );
}

/// The calculation by a method: the one used, or one beside it.
fn calculation<'v>(view: &View<'v>, method: &MethodologyId) -> Option<&'v Calculation> {
    if *method == view.analysis.methodology.id {
        return Some(&view.analysis.calculation);
    }
    view.beside.iter().find(|beside| beside.methodology.id == *method)?.result.as_ref().ok()
}

/// The range of a method for a conduct, step by step.
fn permitted(ui: &mut Ui, view: &View<'_>, calculation: &Calculation, conduct: &ConductId) -> Option<()> {
    let text = view.text;
    let fine = calculation.conducts.iter().find(|fine| fine.conduct == *conduct)?;
    head(ui, &text.amount_range(fine.fine.ends()), text.t("figure.permitted"));
    let range = |range: Range<Money>| text.amount_range(range);
    part(ui, view, text.t("trace.starting_amount"), &range(fine.starting.ends()));
    part(ui, view, text.t("trace.after_circumstances"), &range(fine.adjusted.ends()));
    part(ui, view, text.t("trace.legal_maximum"), &report::between(fine.maximum, |amount| text.money(amount), text));
    part(ui, view, text.t("fine.result"), &range(fine.fine.ends()));
    widgets::hairline(ui, view.theme, 4.0);
    widgets::wrapped_small(ui, view.theme, text.t("figure.permitted.why"));
    Some(())
}

/// The maxima of several conducts, and their sum.
fn maximum(ui: &mut Ui, view: &View<'_>) {
    let (text, calculation) = (view.text, &view.analysis.calculation);
    let written = |spread| report::between(spread, |amount| text.money(amount), text);
    head(ui, &written(calculation.maximum), text.t("figure.maximum"));
    for fine in &calculation.conducts {
        let name = text.fill("trace.conduct_fine", &[("name", fine.conduct.as_str())]);
        part(ui, view, &name, &written(fine.maximum));
    }
    widgets::hairline(ui, view.theme, 4.0);
    widgets::wrapped_small(ui, view.theme, text.t("figure.maximum.why"));
}

/// The fines behind a median.
fn fines(ui: &mut Ui, view: &View<'_>, provision: &ProvisionId, out: &mut Vec<Command>) -> Option<()> {
    let text = view.text;
    let known = findings::fines(view, provision);
    let (_, median) = known.get(known.len() / 2)?;
    head(ui, &text.rough_money(*median), text.t("figure.fines"));
    for (decision, fine) in &known {
        widgets::hairline(ui, view.theme, 0.0);
        widgets::line(
            ui,
            |ui| {
                let authority = view.library.law.vocabulary.authority_name(&decision.authority);
                let name = format!("{} ({authority} {})", decision.controller, decision.decided.year());
                if widgets::link(ui, &name, theme::SMALL).clicked() {
                    out.push(Command::ShowDecision(decision.id.clone()));
                }
            },
            |ui| {
                ui.label(RichText::new(text.rough_money(*fine)).size(theme::SMALL));
            },
        );
    }
    widgets::hairline(ui, view.theme, 4.0);
    widgets::wrapped_small(ui, view.theme, text.t("figure.fines.why"));
    Some(())
}

//! What the headline is made of: method and practice together, practice alone, and the probability of a fine.

use egui::Ui;

use super::{head, part};
use crate::gui::command::Explained;
use crate::gui::panels::{exposure, strip};
use crate::gui::{Command, Screen, View, theme, widgets};
use crate::report;

/// The shares told of both together, in percent.
const TOLD: [u8; 5] = [10, 25, 50, 75, 90];

pub(super) fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) -> Option<()> {
    let (text, theme) = (view.text, view.theme);
    let headline = view.headline?;
    head(ui, &text.rough_money(headline.both.median), text.t("estimate.median"));
    for words in report::headline_in_words(headline, text) {
        widgets::body(ui, &words);
    }
    ui.add_space(4.0);
    for percent in TOLD {
        let name = text.fill("exposure.share", &[("n", &percent.to_string())]);
        part(ui, view, &name, &text.rough_money(headline.both.at(f64::from(percent) / 100.0)));
    }
    widgets::hairline(ui, theme, 4.0);
    for words in report::weights_in_words(headline, exposure::matters(view), text) {
        widgets::wrapped_small(ui, theme, &words);
    }
    widgets::hairline(ui, theme, 4.0);
    if widgets::link(ui, text.t("headline.method_range"), theme::SMALL).clicked() {
        out.push(Command::Explain(Explained::Middle));
    }
    if headline.practice.is_some() && widgets::link(ui, text.t("headline.practice_range"), theme::SMALL).clicked() {
        out.push(Command::Explain(Explained::Practice));
    }
    if widgets::link(ui, text.t("screen.how_good"), theme::SMALL).clicked() {
        out.push(Command::Show(Screen::HowGood));
    }
    Some(())
}

pub(super) fn practice(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) -> Option<()> {
    let (text, theme) = (view.text, view.theme);
    let (practice, estimate) = (view.headline?.practice.as_ref()?, view.analysis.practice.as_ref()?);
    head(ui, &text.rough_range(practice.most), text.t("figure.practice"));
    for percent in TOLD {
        let name = text.fill("exposure.share", &[("n", &percent.to_string())]);
        part(ui, view, &name, &text.rough_money(practice.at(f64::from(percent) / 100.0)));
    }
    widgets::hairline(ui, theme, 4.0);
    let number = |number: usize| text.count(i64::try_from(number).unwrap_or(i64::MAX));
    let (shipped, others) = (number(estimate.amounts_shipped), number(estimate.amounts_others));
    let behind = text.fill("assess.practice_behind", &[("shipped", &shipped), ("others", &others)]);
    widgets::wrapped_small(ui, theme, &behind);
    widgets::heading(ui, text.t("figure.factors"));
    for factor in &estimate.factors {
        widgets::wrapped_small(ui, theme, &report::factor_in_words(view.library, factor));
    }
    widgets::heading(ui, text.t("figure.weightiest"));
    exposure::weightiest(ui, view, estimate, out);
    for remark in &estimate.remarks {
        widgets::wrapped_small(ui, theme, &report::remark_in_words(view.library, *remark));
    }
    Some(())
}

pub(super) fn chance(ui: &mut Ui, view: &View<'_>) -> Option<()> {
    let (text, theme) = (view.text, view.theme);
    let (headline, estimate) = (view.headline?, view.analysis.practice.as_ref()?);
    let (words, _) = strip::of::chance(view, headline)?;
    head(ui, &words, text.t("figure.chance"));
    if let Some(words) = report::chance_in_words(headline, text) {
        widgets::wrapped_small(ui, theme, &format!("{words}."));
    }
    let number = |number: usize| text.count(i64::try_from(number).unwrap_or(i64::MAX));
    let (found, fined) = (number(estimate.outcomes), number(estimate.outcomes_fined));
    widgets::wrapped_small(ui, theme, &text.fill("figure.chance.all", &[("found", &found), ("fined", &fined)]));
    widgets::hairline(ui, theme, 4.0);
    widgets::wrapped_small(ui, theme, text.t("figure.chance.why"));
    Some(())
}

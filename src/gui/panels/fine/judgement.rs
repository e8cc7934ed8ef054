//! One discretionary point: control, permitted range, who decided and why.

use egui::{RichText, Ui};

use crate::facts::{ChoiceValue, Choices};
use crate::fine::{Permitted, Point};
use crate::gui::app::Place;
use crate::gui::panels::figure::Figure;
use crate::gui::panels::placed;
use crate::gui::widgets::{self, Field};
use crate::gui::{Command, View, theme};
use crate::law::{CategoryBands, Seriousness};
use crate::quantity::{Money, Range, Rate};
use crate::trace::ChosenBy;

/// The control of a point, marked where undo or redo lead to it.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, point: &Point, choices: &mut Choices, out: &mut Vec<Command>) {
    row(ui, view, point, |ui| control(ui, view, point, choices, out));
}

/// The row of a point, with what `add` shows of it.
pub(super) fn row(ui: &mut Ui, view: &View<'_>, point: &Point, add: impl FnOnce(&mut Ui)) {
    let place = Place::Judgement(point.id.to_string());
    placed(ui, view, &place, |ui| ui.push_id(point.id.as_str(), add));
}

/// The control of a point.
pub(super) fn control(ui: &mut Ui, view: &View<'_>, point: &Point, choices: &mut Choices, out: &mut Vec<Command>) {
    match (point.permitted, point.value) {
        (Permitted::Levels, ChoiceValue::Level(level)) => levels(ui, view, point, level, choices),
        (Permitted::Rates(range), ChoiceValue::Rate(rate)) => rates(ui, view, point, (range, rate), choices, out),
        (Permitted::Statement, _) => stated(ui, view, point, true, choices),
        _ => {}
    }
}

/// A statement that the user may make: nothing is stated without a choice.
///
/// `explained`: with the reason of the point, where it is not said elsewhere.
pub(super) fn statement(ui: &mut Ui, view: &View<'_>, point: &Point, explained: bool, choices: &mut Choices) {
    row(ui, view, point, |ui| stated(ui, view, point, explained, choices));
}

fn stated(ui: &mut Ui, view: &View<'_>, point: &Point, explained: bool, choices: &mut Choices) {
    let ChoiceValue::Holds(mut holds) = point.value else { return };
    let label = view.text.label(&point.label, &view.library.law);
    let words = RichText::new(&label).size(theme::BODY);
    if widgets::checkbox(ui, view.theme, &mut holds, words).changed() {
        if holds {
            choose(point, ChoiceValue::Holds(true), choices);
        } else {
            choices.clear(&point.id);
        }
    }
    widgets::running(ui, |ui| {
        if explained {
            widgets::wrapped_small(ui, view.theme, &view.text.reason_of(&point.proposal_reason, &view.library.law));
        }
        let cited = RichText::new(view.text.citation(&point.citation, &view.library.law)).size(theme::SMALL);
        ui.hyperlink_to(cited, view.text.citation_url(&point.citation, &view.library.law));
    });
    if point.by != ChosenBy::Program {
        reason(ui, view, point, choices);
    }
}

fn levels(ui: &mut Ui, view: &View<'_>, point: &Point, level: Seriousness, choices: &mut Choices) {
    let names = Seriousness::ALL.map(|level| view.text.level(level));
    let present = Seriousness::ALL.iter().position(|known| *known == level);
    let label = view.text.label(&point.label, &view.library.law);
    ui.horizontal_wrapped(|ui| {
        widgets::body(ui, &label);
        let clicked = widgets::segmented(ui, view.theme, &label, &names, present);
        if let Some(chosen) = clicked.and_then(|index| Seriousness::ALL.get(index)) {
            choose(point, ChoiceValue::Level(*chosen), choices);
        }
        if let Some(class) = view.analysis.methodology.class(level) {
            let range = view.text.rate_range(class.share);
            widgets::small(ui, view.theme, &view.text.fill("fine.of_maximum", &[("range", &range)]));
        }
    });
    reason(ui, view, point, choices);
}

/// The categories of a method as parts of one control.
pub(super) fn categories(ui: &mut Ui, view: &View<'_>, point: &Point, bands: &CategoryBands, choices: &mut Choices) {
    row(ui, view, point, |ui| category(ui, view, point, bands, choices));
}

fn category(ui: &mut Ui, view: &View<'_>, point: &Point, bands: &CategoryBands, choices: &mut Choices) {
    let ChoiceValue::Category(number) = point.value else { return };
    let label = view.text.label(&point.label, &view.library.law);
    let names: Vec<&str> = bands.categories.iter().map(|category| category.id.as_str()).collect();
    let present = usize::from(number).saturating_sub(1);
    ui.horizontal_wrapped(|ui| {
        widgets::body(ui, &label);
        let clicked = widgets::segmented(ui, view.theme, &label, &names, Some(present));
        if let Some(number) = clicked.and_then(|index| u8::try_from(index + 1).ok()) {
            choose(point, ChoiceValue::Category(number), choices);
        }
        if let Some(category) = bands.categories.get(present) {
            widgets::small(ui, view.theme, &view.text.amount_range(category.band));
        }
    });
    reason(ui, view, point, choices);
}

fn rates(
    ui: &mut Ui,
    view: &View<'_>,
    point: &Point,
    (range, rate): (Range<Rate>, Rate),
    choices: &mut Choices,
    out: &mut Vec<Command>,
) {
    let label = view.text.label(&point.label, &view.library.law);
    ui.horizontal_wrapped(|ui| {
        let present = if point.by == ChosenBy::Program { None } else { Some(rate) };
        let ChoiceValue::Rate(proposed) = point.proposed else { return };
        let mut value = present;
        let field = Field::new(view.face(), format!("choice/{}", point.id), &label).width(96.0);
        field.slider(ui, range, proposed, &mut value);
        match value {
            None if present.is_some() => choices.clear(&point.id),
            Some(value) if present != Some(value) => choose(point, ChoiceValue::Rate(value), choices),
            _ => {}
        }
        let signed = range.low < Rate::ZERO || point.id.as_str().contains("circumstance");
        let words = if signed { view.text.movement(rate) } else { view.text.rate(rate) };
        let figure = Figure::traced(view, "figure.share", words.as_str(), point.id.as_str());
        figure.show(ui, view, RichText::new(words).font(egui::FontId::new(theme::BODY, theme::strong())), out);
        let permitted = view.text.rate_range(range);
        widgets::small(ui, view.theme, &view.text.fill("fine.permitted", &[("label", &label), ("range", &permitted)]));
    });
    outside(ui, view, point, (range, rate));
    reason(ui, view, point, choices);
}

/// An amount from a range that decisions show. One chosen outside the range is told among the
/// warnings.
pub(super) fn amount(ui: &mut Ui, view: &View<'_>, point: &Point, choices: &mut Choices) {
    let (Permitted::Amounts(range), ChoiceValue::Amount(amount)) = (point.permitted, point.value) else { return };
    row(ui, view, point, |ui| amount_within(ui, view, point, (range, amount), choices));
}

fn amount_within(
    ui: &mut Ui,
    view: &View<'_>,
    point: &Point,
    (range, amount): (Range<Money>, Money),
    choices: &mut Choices,
) {
    let label = view.text.label(&point.label, &view.library.law);
    ui.horizontal_wrapped(|ui| {
        widgets::body(ui, &label);
        let present = if point.by == ChosenBy::Program { None } else { Some(amount) };
        let mut value = present;
        let field = Field::new(view.face(), format!("choice/{}", point.id), &label).width(110.0);
        field.hint(view.text.amount(amount)).money(ui, amount.currency(), &mut value);
        match value {
            None if present.is_some() => choices.clear(&point.id),
            Some(value) if present != Some(value) => choose(point, ChoiceValue::Amount(value), choices),
            _ => {}
        }
        widgets::small(ui, view.theme, amount.currency().code());
        let permitted = view.text.amount_range(range);
        widgets::small(ui, view.theme, &view.text.fill("fine.permitted", &[("label", &label), ("range", &permitted)]));
    });
    reason(ui, view, point, choices);
}

/// Says that the share chosen is not permitted any more, as after another class was chosen.
fn outside(ui: &mut Ui, view: &View<'_>, point: &Point, (range, used): (Range<Rate>, Rate)) {
    let stated = view.case_file.choices.get(point.id.as_str()).map(|choice| choice.value);
    let Some(ChoiceValue::Rate(chosen)) = stated.filter(|_| point.by != ChosenBy::Program) else { return };
    if chosen == used {
        return;
    }
    let text = view.text;
    let [chosen, used] = [chosen, used].map(|rate| text.rate(rate));
    let named = [("chosen", chosen.as_str()), ("range", &text.rate_range(range)), ("used", &used)];
    let words = RichText::new(text.fill("fine.outside", &named)).color(*view.theme.brick);
    widgets::paragraph(ui, words, theme::SMALL);
}

/// Keeps a reason given before.
fn choose(point: &Point, value: ChoiceValue, choices: &mut Choices) {
    let reason = choices.get(point.id.as_str()).map_or_else(String::new, |choice| choice.reason.clone());
    choices.set(point.id.clone(), value, reason);
}

/// Who decided and why; the user's reason can be written here.
fn reason(ui: &mut Ui, view: &View<'_>, point: &Point, choices: &mut Choices) {
    let (text, theme) = (view.text, view.theme);
    if point.by == ChosenBy::Program {
        let words = text.fill("fine.proposed", &[("reason", &text.reason_of(&point.reason, &view.library.law))]);
        widgets::wrapped_small(ui, theme, &words);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(text.t("fine.chosen")).size(theme::SMALL).color(*theme.accent));
        let mut words = point.reason.stated().to_owned();
        let label = text.t("fine.reason");
        let field = Field::new(view.face(), format!("reason/{}", point.id), label).hint(label).width(300.0).small();
        if field.text(ui, &mut words).changed() {
            choices.set(point.id.clone(), point.value, words);
        }
        if widgets::link(ui, text.t("fine.back"), theme::SMALL).clicked() {
            choices.clear(&point.id);
        }
    });
}

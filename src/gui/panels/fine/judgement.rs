//! One discretionary point: control, permitted range, who decided and why.

use egui::{RichText, Slider, TextEdit, Ui};

use crate::facts::{ChoiceValue, Choices};
use crate::fine::{Permitted, Point};
use crate::gui::widgets;
use crate::gui::{View, theme};
use crate::law::{CategoryBands, Seriousness};
use crate::quantity::{Range, Rate};
use crate::trace::ChosenBy;

/// The control of a point.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, point: &Point, choices: &mut Choices) {
    match (point.permitted, point.value) {
        (Permitted::Levels, ChoiceValue::Level(level)) => levels(ui, view, point, level, choices),
        (Permitted::Rates(range), ChoiceValue::Rate(rate)) => rates(ui, view, point, range, rate, choices),
        (Permitted::Statement, _) => statement(ui, view, point, true, choices),
        _ => {}
    }
}

/// A statement that the user may make: nothing is stated without a choice.
///
/// `explained`: with the reason of the point, where it is not said elsewhere.
pub(super) fn statement(ui: &mut Ui, view: &View<'_>, point: &Point, explained: bool, choices: &mut Choices) {
    let ChoiceValue::Holds(mut holds) = point.value else { return };
    let label = view.text.label(&point.label);
    let words = RichText::new(&label).size(theme::BODY);
    if widgets::checkbox(ui, view.theme, &mut holds, words).changed() {
        if holds {
            choose(view, point, ChoiceValue::Holds(true), choices);
        } else {
            choices.clear(&point.id);
        }
    }
    widgets::running(ui, |ui| {
        if explained {
            widgets::wrapped_small(ui, view.theme, &point.proposal_reason);
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
    let label = view.text.label(&point.label);
    ui.horizontal_wrapped(|ui| {
        widgets::body(ui, &label);
        let clicked = widgets::segmented(ui, view.theme, &label, &names, present);
        if let Some(chosen) = clicked.and_then(|index| Seriousness::ALL.get(index)) {
            choose(view, point, ChoiceValue::Level(*chosen), choices);
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
    let ChoiceValue::Category(number) = point.value else { return };
    let label = view.text.label(&point.label);
    let names: Vec<&str> = bands.categories.iter().map(|category| category.id.as_str()).collect();
    let present = usize::from(number).saturating_sub(1);
    ui.horizontal_wrapped(|ui| {
        widgets::body(ui, &label);
        let clicked = widgets::segmented(ui, view.theme, &label, &names, Some(present));
        if let Some(number) = clicked.and_then(|index| u8::try_from(index + 1).ok()) {
            choose(view, point, ChoiceValue::Category(number), choices);
        }
        if let Some(category) = bands.categories.get(present) {
            widgets::small(ui, view.theme, &view.text.amount_range(category.band));
        }
    });
    reason(ui, view, point, choices);
}

fn rates(ui: &mut Ui, view: &View<'_>, point: &Point, range: Range<Rate>, rate: Rate, choices: &mut Choices) {
    let label = view.text.label(&point.label);
    ui.horizontal_wrapped(|ui| {
        #[expect(clippy::cast_precision_loss, reason = "parts per million are far below 53 bits")]
        let (mut value, low, high) = (rate.ppm() as f64, range.low.ppm() as f64, range.high.ppm() as f64);
        ui.spacing_mut().slider_width = 150.0;
        ui.spacing_mut().interact_size.y = 18.0;
        let slider = Slider::new(&mut value, low..=high)
            .show_value(false)
            .clamping(egui::SliderClamping::Never)
            .trailing_fill(true)
            .handle_shape(egui::style::HandleShape::Circle);
        let response = ui.add(slider);
        response.widget_info(|| egui::WidgetInfo::slider(true, value / 10_000.0, &label));
        // A slider may move its own value; only what the user does is a choice.
        if response.changed() && (response.dragged() || response.clicked() || response.has_focus()) {
            choose(view, point, ChoiceValue::Rate(rounded(range, value)), choices);
        }
        let signed = range.low < Rate::ZERO || point.id.as_str().contains("circumstance");
        let words = if signed { view.text.movement(rate) } else { view.text.rate(rate) };
        ui.label(RichText::new(words).font(egui::FontId::new(theme::BODY, theme::strong())));
        let permitted = view.text.rate_range(range);
        widgets::small(ui, view.theme, &view.text.fill("fine.permitted", &[("label", &label), ("range", &permitted)]));
    });
    reason(ui, view, point, choices);
}

/// A slider's place as a rate: to about a hundredth of the range, in round steps.
fn rounded(range: Range<Rate>, value: f64) -> Rate {
    let hundredth = ((range.high.ppm() - range.low.ppm()) / 100).max(1);
    let step = 10_i64.pow(hundredth.checked_ilog10().unwrap_or_default());
    #[expect(clippy::cast_possible_truncation, reason = "a slider's place, brought inside the range")]
    let place = value.round() as i64;
    range.clamp(Rate::from_ppm((place + step / 2).div_euclid(step) * step))
}

/// Keeps a reason given before.
fn choose(view: &View<'_>, point: &Point, value: ChoiceValue, choices: &mut Choices) {
    let reason = choices.get(point.id.as_str()).map_or_else(String::new, |choice| choice.reason.clone());
    let reason = if reason.is_empty() { view.text.t("fine.no_reason").to_owned() } else { reason };
    choices.set(point.id.clone(), value, reason);
}

/// Who decided and why; the user's reason can be written here.
fn reason(ui: &mut Ui, view: &View<'_>, point: &Point, choices: &mut Choices) {
    let (text, theme) = (view.text, view.theme);
    if point.by == ChosenBy::Program {
        let words = text.fill("fine.proposed", &[("reason", &point.reason)]);
        widgets::wrapped_small(ui, theme, &words);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(text.t("fine.chosen")).size(theme::SMALL).color(*theme.accent));
        let mut words = point.reason.clone();
        let label = text.t("fine.reason");
        let field =
            ui.add(TextEdit::singleline(&mut words).desired_width(300.0).hint_text(label).font(egui::TextStyle::Small));
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, label));
        if field.changed() {
            choices.set(point.id.clone(), point.value, words);
        }
        if widgets::link(ui, text.t("fine.back"), theme::SMALL).clicked() {
            choices.clear(&point.id);
        }
    });
}

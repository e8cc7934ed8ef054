//! A share on a slider, with the figure to be typed beside it.

use egui::{Slider, Ui, WidgetInfo};

use super::Field;
use crate::quantity::{Currency, Money, Range, Rate};

impl Field<'_> {
    /// A slider over what is permitted and a field for the figure; the arrow keys move the
    /// slider by one step. Emptied, nothing is chosen and the slider stands at `proposed`.
    pub fn slider(self, ui: &mut Ui, permitted: Range<Rate>, proposed: Rate, value: &mut Option<Rate>) {
        let present = value.unwrap_or(proposed);
        let step = step(permitted);
        #[expect(clippy::cast_precision_loss, reason = "parts per million are far below 53 bits")]
        let (mut place, low, high, by) =
            (present.ppm() as f64, permitted.low.ppm() as f64, permitted.high.ppm() as f64, step as f64);
        ui.spacing_mut().slider_width = 150.0;
        let slider = Slider::new(&mut place, low..=high)
            .show_value(false)
            .clamping(egui::SliderClamping::Never)
            .step_by(by)
            .trailing_fill(true)
            .handle_shape(egui::style::HandleShape::Circle);
        let response = ui.add(slider);
        let label = self.label;
        response.widget_info(|| WidgetInfo::slider(true, place / 10_000.0, label));
        // A slider may move its own value; only what the user does is a choice.
        if response.changed() && (response.dragged() || response.clicked() || response.has_focus()) {
            *value = Some(rounded(permitted, step, place));
        }
        let hint = self.face.text.rate(proposed);
        // Without a choice the proposal holds.
        let field = Self { meanwhile: Some(hint.clone()), ..self };
        field.hint(hint).rate(ui, permitted, value);
    }
}

/// The powers of ten between which an amount slides.
const POWERS: std::ops::RangeInclusive<f64> = 2.0..=10.0;

impl Field<'_> {
    /// A logarithmic slider and a field for an amount, in `usual` unless the text names a
    /// currency. Emptied, there is none, and the slider stands in its middle.
    pub fn money_slider(self, ui: &mut Ui, usual: Currency, value: &mut Option<Money>) {
        let middle = (POWERS.start() + POWERS.end()) / 2.0;
        let mut place = value.map_or(middle, exponent);
        let figure = value.map_or(0.0, |amount| {
            #[expect(clippy::cast_precision_loss, reason = "told to who cannot see the slider")]
            let figure = amount.major() as f64;
            figure
        });
        if moved(ui, &mut place, POWERS, 0.01, (self.name(), figure)) {
            *value = Some(two_figures(place, usual));
        }
        self.money(ui, usual, value);
    }

    /// A slider and a field for whole per cents. Emptied, there is none.
    pub fn percent_slider(self, ui: &mut Ui, value: &mut Option<u8>) {
        const PPM: i64 = 10_000;
        let mut place = value.map_or(50.0, f64::from);
        let figure = value.map_or(0.0, f64::from);
        if moved(ui, &mut place, 0.0..=100.0, 5.0, (self.name(), figure)) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "brought inside 0 to 100")]
            let percent = place.round().clamp(0.0, 100.0) as u8;
            *value = Some(percent);
        }
        let whole = Range::new(Rate::from_ppm(0), Rate::from_ppm(100 * PPM));
        let mut rate = value.map(|percent| Rate::from_ppm(i64::from(percent) * PPM));
        self.rate(ui, whole, &mut rate);
        *value = rate.and_then(|rate| u8::try_from((rate.ppm() + PPM / 2) / PPM).ok());
    }
}

/// A slider by itself; returns whether its user moved it.
fn moved(
    ui: &mut Ui,
    place: &mut f64,
    range: std::ops::RangeInclusive<f64>,
    step: f64,
    (name, figure): (&str, f64),
) -> bool {
    ui.spacing_mut().slider_width = 190.0;
    let slider = Slider::new(place, range)
        .show_value(false)
        .clamping(egui::SliderClamping::Never)
        .step_by(step)
        .trailing_fill(true)
        .handle_shape(egui::style::HandleShape::Circle);
    let response = ui.add(slider);
    response.widget_info(|| WidgetInfo::slider(true, figure, name));
    response.changed() && (response.dragged() || response.clicked() || response.has_focus())
}

/// The place of an amount on the slider.
fn exponent(amount: Money) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a place on a slider")]
    let units = amount.major().max(1) as f64;
    libm::log10(units)
}

/// The amount at a place of the slider, in two figures: nobody means more by a slider.
fn two_figures(place: f64, currency: Currency) -> Money {
    let place = place.clamp(0.0, 15.0);
    let power = libm::pow(10.0, (place.floor() - 1.0).max(0.0));
    #[expect(clippy::cast_possible_truncation, reason = "at most a thousand billion")]
    let units = ((libm::pow(10.0, place) / power).round() * power) as i64;
    Money::from_major(units, currency)
}

/// About a hundredth of the range, in round figures of parts per million.
fn step(range: Range<Rate>) -> i64 {
    let hundredth = ((range.high.ppm() - range.low.ppm()) / 100).max(1);
    10_i64.pow(hundredth.checked_ilog10().unwrap_or_default())
}

/// A slider's place as a rate, to a step.
fn rounded(range: Range<Rate>, step: i64, place: f64) -> Rate {
    #[expect(clippy::cast_possible_truncation, reason = "a slider's place, brought inside the range")]
    let place = place.round() as i64;
    range.clamp(Rate::from_ppm((place + step / 2).div_euclid(step) * step))
}

//! A share on a slider, with the figure to be typed beside it.

use egui::{Slider, Ui, WidgetInfo};

use super::Field;
use crate::quantity::{Range, Rate};

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

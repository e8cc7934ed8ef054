//! A logarithmic money axis: where an amount lies between two others.

use egui::{Rect, Stroke, Ui, pos2};

use crate::gui::theme::{self, Theme};
use crate::locale::Locale;
use crate::quantity::Money;

/// A logarithmic axis over the width of a rectangle.
#[derive(Debug, Clone, Copy)]
pub struct MoneyAxis {
    rect: Rect,
    low: f64,
    high: f64,
}

impl MoneyAxis {
    /// An axis from `low` to `high`, both in whole units and above zero.
    pub fn new(rect: Rect, low: Money, high: Money) -> Self {
        let low = exponent(low);
        Self { rect, low, high: exponent(high).max(low + 1.0) }
    }

    /// Whether an amount lies on the axis.
    pub fn contains(&self, amount: Money) -> bool {
        (self.low..=self.high).contains(&exponent(amount))
    }

    /// Where an amount lies, brought inside the axis.
    pub fn x(&self, amount: Money) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
        let place = ((exponent(amount) - self.low) / (self.high - self.low)).clamp(0.0, 1.0) as f32;
        self.rect.left() + place * self.rect.width()
    }

    /// Paints a line at each power of ten, and its label where it keeps clear of the next.
    pub fn grid(&self, ui: &Ui, theme: &Theme, text: &Locale, currency: crate::quantity::Currency) {
        let mut amount = Money::from_major(1, currency);
        let mut labels = Vec::new();
        for _ in 0..13 {
            let place = exponent(amount);
            if place >= self.low - 1e-9 && place <= self.high + 1e-9 {
                let x = self.x(amount);
                ui.painter().vline(x, self.rect.y_range(), Stroke::new(1.0, *theme.hairline));
                let font = egui::FontId::proportional(theme::SMALL);
                let galley = ui.painter().layout_no_wrap(text.short(amount), font, *theme.ink_second);
                let left = (x - galley.size().x / 2.0).max(self.rect.left() - 4.0);
                let left = left.min(self.rect.right() - galley.size().x + 4.0);
                labels.push((left, galley));
            }
            amount = Money::from_major(amount.major().saturating_mul(10), currency);
        }
        let mut next = f32::INFINITY;
        for (left, galley) in labels.into_iter().rev() {
            if left + galley.size().x + 3.0 <= next {
                ui.painter().galley(pos2(left, self.rect.bottom() + 4.0), galley, *theme.ink_second);
                next = left;
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a place on a logarithmic axis")]
fn exponent(amount: Money) -> f64 {
    libm::log10(amount.major().max(1) as f64)
}

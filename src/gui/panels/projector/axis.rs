//! One logarithmic axis for the ranges of all teams, method, practice and decision.

use super::sheet::{EDGE, Sheet, plain};
use crate::gui::theme;
use crate::quantity::{Currency, Money};
use crate::workshop::score::exponent;
use crate::workshop::{Band, TeamEstimate};

/// The room at the left for names.
const NAMES: f32 = 300.0;
/// The room at the right for amounts.
const AMOUNTS: f32 = 400.0;
/// The room below for the scale.
const SCALE: f32 = 60.0;

/// An axis between two powers of ten.
pub(super) struct Axis {
    low: f64,
    high: f64,
    currency: Currency,
}

/// What stands on an axis besides the teams.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) method: Option<Band>,
    pub(super) practice: Option<Band>,
    /// The decision: how it is told, and how much it is where it is a fine.
    pub(super) decision: Option<(String, Option<Money>)>,
}

impl Axis {
    /// An axis on which everything that is shown lies.
    pub(super) fn of(teams: &[TeamEstimate<'_>], currency: Currency, others: impl IntoIterator<Item = Money>) -> Self {
        let of_teams = teams.iter().filter_map(|of| of.estimate).flat_map(|of| [of.low, of.high, of.point]).flatten();
        let all: Vec<f64> = of_teams.chain(others).map(exponent).collect();
        let low = all.iter().copied().fold(f64::INFINITY, f64::min);
        let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if !low.is_finite() || !high.is_finite() {
            return Self { low: 3.0, high: 7.0, currency };
        }
        let (low, high) = ((low - 0.05).max(0.0).floor(), (high + 0.05).ceil());
        Self { low, high: high.max(low + 2.0), currency }
    }

    /// The ranges of the teams, over the whole rest of the sheet.
    pub(super) fn paint_teams(&self, sheet: &mut Sheet<'_>, teams: &[TeamEstimate<'_>], top: f32) {
        let bottom = sheet.height - 70.0;
        self.paint(sheet, teams, &Beside::default(), top, bottom);
    }

    /// Everything between two heights.
    pub(super) fn paint(
        &self,
        sheet: &mut Sheet<'_>,
        teams: &[TeamEstimate<'_>],
        beside: &Beside,
        top: f32,
        bottom: f32,
    ) {
        let head = if beside.decision.is_some() { 84.0 } else { 10.0 };
        let start = top + head;
        let extra = usize::from(beside.method.is_some()) + usize::from(beside.practice.is_some());
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let rows = (teams.len() + extra).max(1) as f32;
        let row = ((bottom - SCALE - start) / rows).min(130.0);
        let end = start + row * rows;
        let bar = (row * 0.5).min(40.0);
        self.scale(sheet, start - 8.0, end);
        let mut y = start + row / 2.0;
        for of in teams {
            self.team(sheet, of, y, bar);
            y += row;
        }
        let text = sheet.text;
        if extra > 0 {
            sheet.rule(EDGE, sheet.right(), y - row / 2.0, 2.0, *sheet.theme.hairline);
        }
        if let Some(band) = beside.method {
            self.band(sheet, text.t("room.method"), band, y, (bar, false));
            y += row;
        }
        if let Some(band) = beside.practice {
            self.band(sheet, text.t("room.practice"), band, y, (bar, true));
        }
        if let Some((words, fine)) = &beside.decision {
            self.decision(sheet, words, *fine, (top, end));
        }
    }

    /// The sheet's x of an amount.
    fn x(&self, sheet: &Sheet<'_>, amount: Money) -> f32 {
        self.place(sheet, exponent(amount))
    }

    fn place(&self, sheet: &Sheet<'_>, exponent: f64) -> f32 {
        let (left, right) = (EDGE + NAMES, sheet.right() - AMOUNTS);
        #[expect(clippy::cast_possible_truncation, reason = "a place on the sheet")]
        let share = ((exponent - self.low) / (self.high - self.low)).clamp(0.0, 1.0) as f32;
        left + share * (right - left)
    }

    /// Lines at the powers of ten with their amounts.
    fn scale(&self, sheet: &mut Sheet<'_>, top: f32, bottom: f32) {
        let (hairline, second) = (*sheet.theme.hairline, *sheet.theme.ink_second);
        let mut amount = Money::from_major(1, self.currency);
        // Every second amount where many powers of ten stand beside each other.
        let every = if self.high - self.low > 7.0 { 2 } else { 1 };
        for power in 0..14_u8 {
            let at = f64::from(power);
            if at >= self.low - 1e-9 && at <= self.high + 1e-9 {
                let x = self.place(sheet, at);
                sheet.upright(x, top, bottom, 2.0, hairline);
                if (power % every) == 0 {
                    let words = sheet.text.short(amount);
                    let is_first = (at - self.low).abs() < 1e-9;
                    let words = if is_first { format!("{} {words}", self.currency.code()) } else { words };
                    let words = sheet.words(&words, 28.0, plain(), second);
                    sheet.put_middle(&words, x, bottom + 12.0);
                }
            }
            amount = Money::from_major(amount.major().saturating_mul(10), self.currency);
        }
    }

    fn team(&self, sheet: &mut Sheet<'_>, of: &TeamEstimate<'_>, y: f32, bar: f32) {
        let radius = bar.min(34.0) * 0.62;
        sheet.disc(of.team, EDGE + radius, y, radius, of.estimate.is_some());
        let size = (bar * 0.95).clamp(24.0, 34.0);
        let left = EDGE + 2.0 * radius + 20.0;
        let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
        let words = sheet.cut(&of.team.name, size, theme::strong(), ink, EDGE + NAMES - left - 16.0);
        sheet.put(&words, left, y - words.size.y / 2.0);
        let ends = of.estimate.and_then(|of| Some((of.low?, of.high?, of.point?)));
        let Some((low, high, point)) = ends else {
            let words = sheet.words(sheet.text.t("room.nothing_locked"), size.min(28.0), plain(), second);
            sheet.put_right(&words, sheet.right(), y - words.size.y / 2.0);
            return;
        };
        sheet.range(of.team, (self.x(sheet, low), self.x(sheet, high)), self.x(sheet, point), y, bar);
        let (low, high) = (sheet.text.figure_of(low), sheet.text.figure_of(high));
        let words = sheet.text.fill("room.range", &[("low", &low), ("high", &high)]);
        let words = sheet.cut(&words, size.min(28.0), plain(), second, AMOUNTS - 24.0);
        sheet.put_right(&words, sheet.right(), y - words.size.y / 2.0);
    }

    fn band(&self, sheet: &mut Sheet<'_>, name: &str, band: Band, y: f32, (bar, is_filled): (f32, bool)) {
        let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
        let size = (bar * 0.95).clamp(24.0, 34.0);
        let words = sheet.cut(name, size, plain(), ink, NAMES - 16.0);
        sheet.put(&words, EDGE, y - words.size.y / 2.0);
        let (left, right) = (self.x(sheet, band.low), self.x(sheet, band.high));
        let width = (right - left).max(4.0);
        if is_filled {
            sheet.fill(left, y - bar / 2.0, width, bar, sheet.theme.ink_third.gamma_multiply(0.5));
        } else {
            sheet.frame(left, y - bar / 2.0, width, bar, ink);
        }
        let point = self.x(sheet, band.point);
        sheet.upright(point, y - bar * 0.75, y + bar * 0.75, 5.0, ink);
        // Estimates are told in three figures at most.
        let (low, high) = (sheet.text.rough(band.low), sheet.text.rough(band.high));
        let words = sheet.text.fill("room.range", &[("low", &low), ("high", &high)]);
        let words = sheet.cut(&words, size.min(28.0), plain(), second, AMOUNTS - 24.0);
        sheet.put_right(&words, sheet.right(), y - words.size.y / 2.0);
    }

    /// The decision as one line through all ranges; where there was no fine, told above them.
    fn decision(&self, sheet: &mut Sheet<'_>, words: &str, fine: Option<Money>, (top, bottom): (f32, f32)) {
        let ink = *sheet.theme.ink;
        let words = sheet.words(words, 54.0, theme::serif(), ink);
        let Some(fine) = fine else {
            sheet.put(&words, EDGE + NAMES, top);
            return;
        };
        let x = self.x(sheet, fine);
        let half = words.size.x / 2.0;
        let middle = x.clamp(EDGE + half, (sheet.right() - half).max(EDGE + half));
        sheet.put_middle(&words, middle, top - 6.0);
        sheet.upright(x, top + words.size.y - 2.0, bottom, 7.0, ink);
    }
}

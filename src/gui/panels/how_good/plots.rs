//! The plots of the back-test: what was forecast beside what came.

use egui::{Align2, FontId, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::{one, whole};
use crate::gui::theme::{self, Theme};
use crate::gui::widgets;
use crate::headline::{TestedMatters, TestedRows, TestedStep};
use crate::library::Library;
use crate::locale::Locale;
use crate::quantity::{Currency, Money};

/// Height of a plot.
const HEIGHT: f32 = 190.0;
/// Room at the left for the labels of its axis, and below.
const LABELS: (f32, f32) = (48.0, 20.0);

/// Which share of the amounts lay below the value below which a share was forecast.
pub(super) fn amounts(ui: &mut Ui, text: &Locale, theme: &Theme, rows: &TestedRows) {
    widgets::heading(ui, text.t("how_good.ranges"));
    widgets::wrapped_small(ui, theme, &text.plural("how_good.ranges.note", rows.fines));
    let words = text.t("how_good.ranges.axis");
    shares(ui, text, theme, &rows.of_amount, words);
    let (half, most) = (whole(rows.estimate.inside_50), whole(rows.estimate.inside_80));
    let names = [("half", half.as_str()), ("most", &most)];
    widgets::wrapped_small(ui, theme, &text.fill("how_good.ranges.held", &names));
}

/// How often there was a fine where so much was forecast.
pub(super) fn chances(ui: &mut Ui, text: &Locale, theme: &Theme, rows: &TestedRows) {
    widgets::heading(ui, text.t("how_good.chance"));
    widgets::wrapped_small(ui, theme, &text.plural("how_good.chance.note", rows.outcomes));
    shares(ui, text, theme, &rows.of_fine, text.t("how_good.chance.axis"));
    widgets::wrapped_small(ui, theme, text.t("how_good.chance.held"));
}

/// Shares forecast from left to right, shares that came from bottom to top; a band shows what chance alone moves.
fn shares(ui: &mut Ui, text: &Locale, theme: &Theme, steps: &[TestedStep], words: &str) {
    let (plot, response, painter) = frame(ui);
    for tenth in 0..=5_u8 {
        let share = f32::from(tenth) / 5.0;
        let label = text.fill("headline.percent", &[("percent", &(u32::from(tenth) * 20).to_string())]);
        grid(&painter, theme, plot, share, (&label, &label));
    }
    let at = |x: f64, y: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "places on the screen")]
        let (x, y) = (x.clamp(0.0, 1.0) as f32, y.clamp(0.0, 1.0) as f32);
        pos2(plot.left() + x * plot.width(), plot.bottom() - y * plot.height())
    };
    for step in steps {
        // Nine tenths of the shares that chance makes of so many where the forecast is right.
        #[expect(clippy::cast_precision_loss, reason = "a number of decisions")]
        let spread = 1.645 * libm::sqrt(step.forecast * (1.0 - step.forecast) / step.of.max(1) as f64);
        let ends = [at(step.forecast, step.forecast - spread), at(step.forecast, step.forecast + spread)];
        painter.line_segment(ends, Stroke::new(7.0, theme.accent.gamma_multiply(0.22)));
    }
    painter.extend(Shape::dashed_line(&[at(0.0, 0.0), at(1.0, 1.0)], Stroke::new(1.0, *theme.ink_second), 3.0, 3.0));
    let points: Vec<Pos2> = steps.iter().map(|step| at(step.forecast, step.came)).collect();
    painter.add(Shape::line(points.clone(), Stroke::new(1.5, *theme.accent)));
    for point in points {
        painter.circle_filled(point, 3.5, *theme.accent);
    }
    let told: Vec<String> =
        steps.iter().map(|step| format!("{} % → {} % ({})", whole(step.forecast), whole(step.came), step.of)).collect();
    let name = format!("{words}. {}", told.join(", "));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    response.on_hover_text(told.join("\n"));
    widgets::wrapped_small(ui, theme, words);
}

/// Estimated from left to right, imposed from bottom to top; returns the decision that was clicked.
pub(super) fn matters(ui: &mut Ui, library: &Library, theme: &Theme, matters: &TestedMatters) -> Option<String> {
    let text = &library.locale;
    widgets::heading(ui, text.t("how_good.matters"));
    widgets::wrapped_small(ui, theme, text.t("how_good.matters.note"));
    let (plot, response, painter) = frame(ui);
    let amounts = || matters.fines.iter().flat_map(|fine| [fine.imposed, fine.median]);
    let from = libm::floor(libm::log10(amounts().fold(f64::INFINITY, f64::min).max(1.0)));
    let to = libm::ceil(libm::log10(amounts().fold(10.0, f64::max))).max(from + 1.0);
    let place = |value: f64| ((libm::log10(value.max(1.0)) - from) / (to - from)).clamp(0.0, 1.0);
    let at = |estimated: f64, imposed: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "places on the screen")]
        let (x, y) = (place(estimated) as f32, place(imposed) as f32);
        pos2(plot.left() + x * plot.width(), plot.bottom() - y * plot.height())
    };
    let mut power = from;
    while power <= to + 1e-9 {
        #[expect(clippy::cast_possible_truncation, reason = "a place and a power of ten")]
        let (share, whole) = (((power - from) / (to - from)) as f32, libm::exp10(power) as i64);
        let label = text.short(Money::from_major(whole, Currency::EUR));
        grid(&painter, theme, plot, share, (&label, &label));
        power += 1.0;
    }
    let diagonal = [plot.left_bottom(), plot.right_top()];
    painter.extend(Shape::dashed_line(&diagonal, Stroke::new(1.0, *theme.ink_second), 3.0, 3.0));
    let mut clicked = None;
    for (place, fine) in matters.fines.iter().enumerate() {
        let center = at(fine.median, fine.imposed);
        if fine.is_inside() {
            painter.circle_filled(center, 4.0, *theme.accent);
        } else {
            painter.circle_stroke(center, 4.0, Stroke::new(1.6, *theme.brick));
        }
        let dot = ui.interact(
            Rect::from_center_size(center, Vec2::splat(11.0)),
            ui.scope_id().with(("matter", place)),
            Sense::click(),
        );
        let name = told(library, fine);
        dot.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if dot.on_hover_text(name).on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            clicked = Some(fine.decision.clone());
        }
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, text.t("how_good.matters.note")));
    let inside = matters.fines.iter().filter(|fine| fine.is_inside()).count();
    let (inside, outside) = (inside.to_string(), (matters.fines.len() - inside).to_string());
    let legend = text.fill("how_good.matters.legend", &[("inside", &inside), ("outside", &outside)]);
    widgets::wrapped_small(ui, theme, &legend);
    clicked
}

/// One matter in words.
fn told(library: &Library, fine: &crate::headline::TestedFine) -> String {
    let text = &library.locale;
    let currency = fine.currency;
    #[expect(clippy::cast_possible_truncation, reason = "whole units of an amount that was imposed or estimated")]
    let [imposed, median, low, high] = [fine.imposed, fine.median, fine.low, fine.high]
        .map(|amount| text.rough_money(Money::from_major(amount as i64, currency)));
    let controller = library.decision(&fine.decision).map_or(fine.decision.as_str(), |known| known.controller.as_str());
    let factor = one(fine.factor);
    let names = [
        ("controller", controller),
        ("imposed", &imposed),
        ("median", &median),
        ("low", &low),
        ("high", &high),
        ("factor", &factor),
    ];
    text.fill("how_good.matters.one", &names)
}

/// The share of amounts in the middle eight tenths, group by group.
pub(super) fn groups(ui: &mut Ui, library: &Library, theme: &Theme, rows: &TestedRows, fewest: usize) {
    let text = &library.locale;
    widgets::heading(ui, text.t("how_good.groups"));
    widgets::wrapped_small(ui, theme, &text.fill("how_good.groups.note", &[("n", &fewest.to_string())]));
    let shown: Vec<_> = rows.groups.iter().filter(|(_, _, score)| score.fines >= fewest).collect();
    let (width, row) = (ui.available_width().min(720.0), 20.0);
    #[expect(clippy::cast_precision_loss, reason = "a few rows")]
    let height = shown.len() as f32 * row + 24.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    let plot = Rect::from_min_max(rect.min + Vec2::new(150.0, 0.0), rect.max - Vec2::new(90.0, 20.0));
    let painter = ui.painter().clone();
    let small = FontId::proportional(theme::SMALL);
    let x = |share: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
        let share = ((share - 0.5) / 0.5).clamp(0.0, 1.0) as f32;
        plot.left() + share * plot.width()
    };
    for tenth in 5..=10_u8 {
        let at = x(f64::from(tenth) / 10.0);
        let stroke = if tenth == 8 { Stroke::new(1.5, *theme.ink_second) } else { Stroke::new(1.0, *theme.hairline) };
        painter.vline(at, plot.y_range(), stroke);
        let label = text.fill("headline.percent", &[("percent", &(u32::from(tenth) * 10).to_string())]);
        painter.text(pos2(at, plot.bottom() + 3.0), Align2::CENTER_TOP, label, small.clone(), *theme.ink_second);
    }
    let mut words = Vec::new();
    for (place, (_, group, score)) in shown.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        let middle = plot.top() + (place as f32 + 0.5) * row;
        let name = named(library, group);
        // Nine tenths of what chance makes of eight in ten.
        #[expect(clippy::cast_precision_loss, reason = "a number of fines")]
        let spread = 1.645 * libm::sqrt(0.16 / score.fines.max(1) as f64);
        let band = Rect::from_x_y_ranges(x(0.8 - spread)..=x(0.8 + spread), middle - 5.0..=middle + 5.0);
        painter.rect_filled(band, 0.0, theme.accent.gamma_multiply(0.18));
        painter.circle_filled(pos2(x(score.inside_80), middle), 4.0, *theme.accent);
        painter.text(pos2(rect.left(), middle), Align2::LEFT_CENTER, &name, small.clone(), *theme.ink);
        let share = text.fill("headline.percent", &[("percent", &whole(score.inside_80))]);
        let told = format!("{share} · {}", score.fines);
        painter.text(pos2(rect.right(), middle), Align2::RIGHT_CENTER, &told, small.clone(), *theme.ink_second);
        words.push(format!("{name} {told}"));
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words.join(", ")));
}

/// What a group is called.
fn named(library: &Library, group: &str) -> String {
    let key = match group {
        "unknown" => "how_good.unknown",
        "sme" => "how_good.sme",
        "large" => "how_good.large",
        "multinational" => "how_good.multinational",
        "public" => "how_good.public",
        "non_profit" => "how_good.non_profit",
        "individual" => "how_good.individual",
        "others" => "how_good.others",
        code => {
            let country = library.law.vocabulary.countries.get(code);
            return country.map_or_else(|| code.to_owned(), |country| country.name.clone());
        }
    };
    library.locale.t(key).to_owned()
}

/// Room for a plot with labels at the left and below.
fn frame(ui: &mut Ui) -> (Rect, egui::Response, Painter) {
    let width = ui.available_width().min(430.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::hover());
    let (left, below) = LABELS;
    let plot = Rect::from_min_max(rect.min + Vec2::new(left, 8.0), rect.max - Vec2::new(12.0, below));
    (plot, response, ui.painter().clone())
}

/// A line up and one across at a share of both axes, with their labels.
fn grid(painter: &Painter, theme: &Theme, plot: Rect, share: f32, (below, beside): (&str, &str)) {
    let stroke = Stroke::new(1.0, *theme.hairline);
    let (x, y) = (plot.left() + share * plot.width(), plot.bottom() - share * plot.height());
    painter.vline(x, plot.y_range(), stroke);
    painter.hline(plot.x_range(), y, stroke);
    let font = FontId::proportional(theme::SMALL);
    painter.text(pos2(x, plot.bottom() + 3.0), Align2::CENTER_TOP, below, font.clone(), *theme.ink_second);
    painter.text(pos2(plot.left() - 6.0, y), Align2::RIGHT_CENTER, beside, font, *theme.ink_second);
}

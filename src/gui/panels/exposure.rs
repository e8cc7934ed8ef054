//! Stage 6: how far the fine may spread, and on what that rests.

use egui::{FontId, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2};

use super::figure::Figure;
use super::strip;
use crate::exposure::ExposureDistribution;
use crate::gui::command::Explained;
use crate::gui::widgets::{self, MoneyAxis};
use crate::gui::{Command, View, theme};
use crate::law::Strength;
use crate::quantity::Money;
use crate::report;

/// Shows the stage.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    widgets::stage_title(ui, theme, text.t("screen.exposure"), text.t("exposure.subtitle"));
    if let Some(problem) = view.problem {
        ui.add_space(10.0);
        widgets::paragraph(ui, egui::RichText::new(problem).color(*theme.brick), theme::BODY);
        return;
    }
    let Some(exposure) = view.exposure.filter(|exposure| !exposure.is_empty()) else {
        ui.add_space(10.0);
        let key = match view.analysis.calculation.conducts.is_empty() {
            _ if view.is_settling => "strip.settling",
            true => "strip.nothing",
            false => "report.summary.no_fine",
        };
        widgets::body(ui, text.t(key));
        return;
    };
    widgets::field::hint(ui, theme, text.t("strip.settling"), view.is_settling);
    view.fade(ui);
    ui.add_space(8.0);
    let id = ui.scope_id().with("mode");
    let mode: usize = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let names = ["exposure.distribution", "exposure.exceedance", "exposure.table"].map(|key| text.t(key));
    if let Some(clicked) = widgets::segmented(ui, theme, text.t("exposure.view"), &names, Some(mode)) {
        ui.data_mut(|data| data.insert_temp(id, clicked));
    }
    ui.add_space(8.0);
    match mode {
        0 => curve(ui, view, exposure, false, out),
        1 => curve(ui, view, exposure, true, out),
        _ => table(ui, view, exposure, out),
    }
    if let Some(why) = crate::report::outside_in_words(exposure, &view.analysis.calculation, text) {
        widgets::wrapped_small(ui, theme, &why);
    }
    widgets::hairline(ui, theme, 10.0);
    assumptions(ui, view, exposure);
}

/// The distribution, or how often an amount is exceeded, over the money axis.
fn curve(ui: &mut Ui, view: &View<'_>, exposure: &ExposureDistribution, exceedance: bool, out: &mut Vec<Command>) {
    const BINS: usize = 120;
    let (text, theme) = (view.text, view.theme);
    let currency = view.analysis.methodology.currency;
    // Where the axis is short the amounts stand above each other.
    let above = if ui.available_width() < 420.0 { 76.0 } else { 58.0 };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), above + 208.0), Sense::hover());
    let plot = Rect::from_min_max(rect.min + Vec2::new(0.0, above), rect.max - Vec2::new(0.0, 58.0));
    let decided = strip::decided(view).and_then(|(decision, _)| strip::standing(view, decision));
    let low = power_below(exposure.percentile(1).into_iter().chain(decided).reduce(Money::min), currency);
    let high = power_above(exposure.percentile(100).into_iter().chain(decided).reduce(Money::max), currency);
    let axis = MoneyAxis::new(plot, low, high);
    axis.grid(ui, theme, text, currency);
    let heights = heights(exposure, low, high, BINS, exceedance);
    #[expect(clippy::cast_precision_loss, reason = "places on the screen")]
    let points: Vec<egui::Pos2> = heights
        .iter()
        .enumerate()
        .map(|(index, height)| {
            let x = plot.left() + (index as f32 + 0.5) / BINS as f32 * plot.width();
            pos2(x, plot.bottom() - height * (plot.height() - 4.0))
        })
        .collect();
    let fill = theme.accent.gamma_multiply(0.22);
    let mut area = egui::Mesh::default();
    for (index, point) in (0_u32..).step_by(2).zip(&points) {
        area.colored_vertex(*point, fill);
        area.colored_vertex(pos2(point.x, plot.bottom()), fill);
        if index > 0 {
            area.add_triangle(index - 2, index - 1, index);
            area.add_triangle(index - 1, index, index + 1);
        }
    }
    ui.painter().add(Shape::mesh(area));
    ui.painter().add(Shape::line(points, Stroke::new(1.5, *theme.accent)));
    ui.painter().hline(plot.x_range(), plot.bottom(), Stroke::new(1.5, *theme.accent));
    let mut named = exposure.marks();
    named.extend(decided.map(|fine| (text.t("strip.decided").to_owned(), fine)));
    let words = marks(ui, view, &named, decided, (&axis, rect, plot), out);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, words.join(", ")));
    for near in &view.analysis.comparables {
        let Some(fine) = strip::standing(view, near.decision).filter(|fine| axis.contains(*fine)) else {
            continue;
        };
        let center = pos2(axis.x(fine), plot.bottom() + 32.0);
        let dot = ui.interact(
            Rect::from_center_size(center, Vec2::splat(10.0)),
            ui.scope_id().with(&near.decision.id),
            Sense::click(),
        );
        ui.painter().circle_filled(center, 3.5, *theme.ink_second);
        let name = format!("{}, {}", near.decision.controller, strip::amount_in_words(view, near.decision, fine));
        dot.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        let copied = strip::amount_in_words(view, near.decision, fine);
        let why = Command::ShowDecision(near.decision.id.clone());
        Figure { what: name, copied, why: Some(why) }.on(view, dot, out);
    }
    widgets::wrapped_small(ui, theme, text.t("exposure.caption"));
    if let Some((decision, fine)) = strip::decided(view) {
        let amount = report::amount_in_words(decision, text);
        let words = text.fill("exposure.decided", &[("amount", &amount)]);
        let words = egui::RichText::new(words).size(theme::SMALL).color(*theme.ink_second);
        strip::of::decided(view, decision, fine).wrapped(ui, view, words, out);
    }
}

/// The percentiles, and the decision on these facts, as lines with their amounts, which keep clear of each other.
/// Returns the words.
fn marks(
    ui: &Ui,
    view: &View<'_>,
    named: &[(String, Money)],
    decided: Option<Money>,
    (axis, rect, plot): (&MoneyAxis, Rect, Rect),
    out: &mut Vec<Command>,
) -> Vec<String> {
    let mut words = Vec::new();
    let mut taken: Vec<Rect> = Vec::new();
    for (index, (name, amount)) in named.iter().enumerate() {
        let is_decided = decided.is_some() && index + 1 == named.len();
        let ink = if is_decided { *view.theme.brick } else { *view.theme.ink };
        let x = axis.x(*amount);
        let label = format!("{name} {}", view.text.rough(*amount));
        let galley = ui.painter().layout_no_wrap(label.clone(), FontId::proportional(theme::SMALL), ink);
        let left = (x - galley.size().x / 2.0).min(rect.right() - galley.size().x).max(rect.left());
        let mut place = Rect::from_min_size(pos2(left, plot.top() - 24.0), galley.size());
        while taken.iter().any(|other| other.expand2(Vec2::new(6.0, 0.0)).intersects(place)) {
            place = place.translate(Vec2::new(0.0, -(galley.size().y + 1.0)));
        }
        let ends = [pos2(x, plot.top() - 6.0), pos2(x, plot.bottom())];
        if is_decided {
            ui.painter().line_segment(ends, Stroke::new(1.5, ink));
        } else {
            ui.painter().extend(Shape::dashed_line(&ends, Stroke::new(1.0, ink), 2.0, 3.0));
        }
        ui.painter().galley(place.min, galley, ink);
        let response = ui.interact(place, ui.scope_id().with(("mark", index)), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &label));
        marked(view, name, *amount, is_decided).on(view, response, out);
        taken.push(place);
        words.push(label);
    }
    words
}

/// What a mark stands for: `P50`, or several percentiles of one amount, or the decision.
fn marked(view: &View<'_>, name: &str, amount: Money, is_decided: bool) -> Figure {
    let decision = strip::decided(view).filter(|_| is_decided);
    if let Some((decision, fine)) = decision {
        return strip::of::decided(view, decision, fine);
    }
    let first = name.split(',').next().and_then(|name| name.trim_start_matches('P').parse().ok());
    percentile(view, first.unwrap_or(50), amount)
}

/// A percentile of the estimate.
fn percentile(view: &View<'_>, percent: usize, amount: Money) -> Figure {
    let why = Some(Command::Explain(Explained::Percentile(percent)));
    let what = view.text.fill("figure.percentile", &[("n", &percent.to_string())]);
    Figure { what, copied: view.text.rough_money(amount), why }
}

/// Heights from 0 to 1.
fn heights(exposure: &ExposureDistribution, low: Money, high: Money, bins: usize, exceedance: bool) -> Vec<f32> {
    let counts = exposure.histogram(low, high, bins);
    #[expect(clippy::cast_precision_loss, reason = "heights on the screen")]
    let total = counts.iter().sum::<u32>().max(1) as f32;
    if exceedance {
        let mut left = total;
        #[expect(clippy::cast_precision_loss, reason = "heights on the screen")]
        return counts
            .iter()
            .map(|count| {
                left -= *count as f32;
                (left / total).max(0.0)
            })
            .collect();
    }
    #[expect(clippy::cast_precision_loss, reason = "heights on the screen")]
    let smooth: Vec<f32> = (0..counts.len())
        .map(|index| {
            let near = counts.get(index.saturating_sub(2)..(index + 3).min(counts.len())).unwrap_or_default();
            near.iter().sum::<u32>() as f32 / near.len().max(1) as f32
        })
        .collect();
    let tallest = smooth.iter().copied().fold(1.0, f32::max);
    smooth.into_iter().map(|height| height / tallest).collect()
}

fn table(ui: &mut Ui, view: &View<'_>, exposure: &ExposureDistribution, out: &mut Vec<Command>) {
    for percent in [5, 10, 25, 50, 75, 90, 95] {
        let Some(amount) = exposure.percentile(percent) else { continue };
        widgets::line(
            ui,
            |ui| widgets::body(ui, &view.text.fill("exposure.percentile", &[("n", &percent.to_string())])),
            |ui| {
                let words = egui::RichText::new(view.text.rough_money(amount));
                let words = words.font(FontId::new(theme::BODY, theme::strong()));
                percentile(view, percent, amount).show(ui, view, words, out);
            },
        );
        widgets::hairline(ui, view.theme, 0.0);
    }
}

fn assumptions(ui: &mut Ui, view: &View<'_>, exposure: &ExposureDistribution) {
    let (text, theme) = (view.text, view.theme);
    let priors = &view.library.priors;
    widgets::heading(ui, text.t("report.assumptions.heading"));
    widgets::wrapped_small(ui, theme, &priors.note);
    let samples = text.count(i64::try_from(exposure.drawn).unwrap_or(i64::MAX));
    let found =
        [Strength::Clear, Strength::Arguable, Strength::Weak].map(|strength| text.rate(priors.found.of(strength)));
    let [clear, arguable, weak] = &found;
    let (same, counted) = (text.rate(priors.seriousness.as_proposed), text.rate(priors.circumstance_counted));
    let names = [
        ("samples", samples.as_str()),
        ("clear", clear),
        ("arguable", arguable),
        ("weak", weak),
        ("same", &same),
        ("counted", &counted),
    ];
    widgets::wrapped_small(ui, theme, &text.fill("report.assumptions.simulation", &names));
    widgets::wrapped_small(ui, theme, &priors.source_of_proportionality);
    widgets::wrapped_small(ui, theme, text.t("report.assumptions.probability"));
    widgets::small(ui, theme, &text.fill("exposure.seed", &[("seed", &exposure.seed.to_string())]));
}

fn power_below(amount: Option<Money>, currency: crate::quantity::Currency) -> Money {
    let power = amount.and_then(|amount| amount.major().checked_ilog10()).unwrap_or_default();
    Money::from_major(10_i64.pow(power), currency)
}

fn power_above(amount: Option<Money>, currency: crate::quantity::Currency) -> Money {
    let power = amount.and_then(|amount| amount.major().checked_ilog10()).unwrap_or_default();
    Money::from_major(10_i64.saturating_pow(power + 1), currency)
}

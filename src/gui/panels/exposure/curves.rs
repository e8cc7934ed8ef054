//! The estimate as curves over the money axis: how the outcomes are spread, or how often an amount is exceeded.

use egui::{Color32, FontId, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2};

use super::layers::dots;
use crate::exposure::ExposureDistribution;
use crate::gui::panels::figure::Figure;
use crate::gui::panels::strip::{self, Kind};
use crate::gui::widgets::{self, MoneyAxis};
use crate::gui::{Command, View, theme};
use crate::headline::Headline;
use crate::practice::Curve;
use crate::quantity::{Currency, Money};

/// How many points a curve has.
const POINTS: u16 = 160;

pub(super) fn ui(
    ui: &mut Ui,
    view: &View<'_>,
    (exposure, headline): (&ExposureDistribution, &Headline),
    exceedance: bool,
    out: &mut Vec<Command>,
) {
    let (text, theme) = (view.text, view.theme);
    let currency = headline.maximum.currency();
    // Where the axis is short the amounts stand above each other.
    let above = if ui.available_width() < 420.0 { 76.0 } else { 58.0 };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), above + 208.0), Sense::hover());
    let plot = Rect::from_min_max(rect.min + Vec2::new(0.0, above), rect.max - Vec2::new(0.0, 58.0));
    let decided = strip::decided(view).and_then(|(decision, _)| strip::standing(view, decision));
    let (low, high) = ends(view, exposure, headline, decided);
    let axis = MoneyAxis::new(plot, low, high);
    axis.grid(ui, theme, text, currency);
    let curves = Kind::ALL.into_iter().filter_map(|kind| Some((kind, kind.of(headline)?.curve)));
    let drawn: Vec<(Kind, Vec<f64>)> =
        curves.map(|(kind, curve)| (kind, heights(&curve, low, high, exceedance))).collect();
    let tallest = if exceedance { 1.0 } else { drawn.iter().flat_map(|(_, all)| all).copied().fold(0.1, f64::max) };
    for (kind, heights) in &drawn {
        curve(ui, view, *kind, heights, tallest, plot);
    }
    ui.painter().hline(plot.x_range(), plot.bottom(), Stroke::new(1.5, *theme.accent));
    let both = &headline.both;
    let mut named: Vec<(String, Money)> = [("P10", both.most.low), ("P50", both.median), ("P90", both.most.high)]
        .map(|(name, amount)| (name.to_owned(), amount))
        .into();
    named.extend(decided.map(|fine| (text.t("strip.decided").to_owned(), fine)));
    let words = marks(ui, view, &named, decided, (&axis, rect, plot), out);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, words.join(", ")));
    dots(ui, view, &axis, plot.bottom() + 32.0, out);
    legend(ui, view, headline);
    widgets::wrapped_small(ui, theme, text.t("exposure.caption"));
}

/// Which look belongs to which layer.
fn legend(ui: &mut Ui, view: &View<'_>, headline: &Headline) {
    ui.horizontal_wrapped(|ui| {
        for kind in Kind::ALL.into_iter().filter(|kind| kind.of(headline).is_some()) {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(18.0, 10.0), Sense::hover());
            let (fill, stroke) = look(view, kind);
            ui.painter().rect(rect, 0.0, fill, stroke, egui::StrokeKind::Inside);
            widgets::small(ui, view.theme, view.text.t(kind.key()));
            ui.add_space(8.0);
        }
    });
}

/// Ground and line of a layer.
fn look(view: &View<'_>, kind: Kind) -> (Color32, Stroke) {
    let accent = view.theme.accent;
    match kind {
        Kind::Method => (Color32::TRANSPARENT, Stroke::new(1.2, *accent)),
        Kind::Practice => (accent.gamma_multiply(0.16), Stroke::NONE),
        Kind::Both => (accent.gamma_multiply(0.34), Stroke::new(2.0, *accent)),
    }
}

/// From the power of ten below all of it to that above.
pub(super) fn ends(
    view: &View<'_>,
    exposure: &ExposureDistribution,
    headline: &Headline,
    decided: Option<Money>,
) -> (Money, Money) {
    let currency = headline.maximum.currency();
    let near = view.analysis.comparables.iter().filter_map(|near| strip::standing(view, near.decision));
    let amounts = || {
        let layers = Kind::ALL.into_iter().filter_map(|kind| kind.of(headline));
        let ends = layers.flat_map(|known| [known.most.low, known.most.high, known.at(0.01), known.at(0.99)]);
        let drawn = [exposure.percentile(1), exposure.percentile(100)].into_iter().flatten();
        ends.chain(drawn).chain(decided).filter(|amount| amount.minor() > 0)
    };
    let low = power_below(amounts().chain(near).filter(|amount| amount.minor() > 0).reduce(Money::min), currency);
    (low, power_above(amounts().reduce(Money::max), currency))
}

fn power_below(amount: Option<Money>, currency: Currency) -> Money {
    let power = amount.and_then(|amount| amount.major().checked_ilog10()).unwrap_or_default();
    Money::from_major(10_i64.pow(power), currency)
}

fn power_above(amount: Option<Money>, currency: Currency) -> Money {
    let power = amount.and_then(|amount| amount.major().checked_ilog10()).unwrap_or_default();
    Money::from_major(10_i64.saturating_pow(power + 1), currency)
}

/// How high a curve stands, or which share lies above, from left to right.
fn heights(curve: &Curve, low: Money, high: Money, exceedance: bool) -> Vec<f64> {
    #[expect(clippy::cast_precision_loss, reason = "ends of an axis")]
    let [from, to] = [low, high].map(|end| libm::log10(end.major().max(1) as f64));
    let places = (0..=POINTS).map(|place| from + (to - from) * f64::from(place) / f64::from(POINTS));
    places.map(|at| if exceedance { 1.0 - curve.below(at) } else { curve.height(at) }).collect()
}

fn curve(ui: &Ui, view: &View<'_>, kind: Kind, heights: &[f64], tallest: f64, plot: Rect) {
    let (fill, stroke) = look(view, kind);
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "places on the screen")]
    let points: Vec<egui::Pos2> = heights
        .iter()
        .enumerate()
        .map(|(index, height)| {
            let x = plot.left() + index as f32 / f32::from(POINTS) * plot.width();
            pos2(x, plot.bottom() - (height / tallest) as f32 * (plot.height() - 4.0))
        })
        .collect();
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
    ui.painter().add(Shape::line(points, stroke));
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

/// What a mark stands for: a place of the estimate, or the decision.
fn marked(view: &View<'_>, name: &str, amount: Money, is_decided: bool) -> Figure {
    let decision = strip::decided(view).filter(|_| is_decided);
    if let Some((decision, fine)) = decision {
        return strip::of::decided(view, decision, fine);
    }
    let what = view.text.fill("figure.percentile", &[("n", name.trim_start_matches('P'))]);
    let why = Some(Command::Explain(crate::gui::command::Explained::Headline));
    Figure { what, copied: view.text.rough_money(amount), why }
}

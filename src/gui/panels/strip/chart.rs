//! The strip's axis with what stands on it.

use egui::{FontId, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::{Figure, Kind, decided, of};
use crate::gui::widgets::MoneyAxis;
use crate::gui::{Command, View, theme};
use crate::precedents::Match;
use crate::quantity::Money;

/// The least height at which its rows stay apart.
pub(super) const LEAST: f32 = 200.0;
/// Higher it says no more.
pub(super) const MOST: f32 = 228.0;
/// Room above the plot for what stands on its lines.
const ABOVE: f32 = 24.0;
/// Room below it for the amounts.
const BELOW: f32 = 20.0;

/// Shows the axis.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, height: f32, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let plot = Rect::from_min_max(rect.min + Vec2::new(0.0, ABOVE), rect.max - Vec2::new(0.0, BELOW));
    let axis = axis(view, plot);
    axis.grid(ui, theme, text, view.analysis.methodology.currency);
    let painter = ui.painter().clone();
    lines(ui, view, &axis, rect, plot, out);
    // Four rows, nearer to each other where there is less room.
    let step = (plot.height() / 160.0).min(1.0);
    let row = |offset: f32| plot.top() + offset * step;
    if let Some(headline) = view.headline {
        layer(ui, view, Kind::Method, (&axis, plot, row(1.0)), out);
        if headline.practice.is_some() {
            layer(ui, view, Kind::Practice, (&axis, plot, row(32.0)), out);
        }
        layer(ui, view, Kind::Both, (&axis, plot, row(63.0)), out);
    }
    let (on, off) = on_axis(view);
    let words = match off {
        0 => text.plural("strip.comparables", on.len()),
        _ => text.fill("strip.comparables_of", &[("n", &on.len().to_string()), ("all", &(on.len() + off).to_string())]),
    };
    let galley = painter.layout_no_wrap(words, FontId::proportional(theme::SMALL), *theme.ink_second);
    let place = Rect::from_min_size(pos2(plot.left(), row(97.0)), galley.size());
    // The line of the decision would cross the words.
    painter.rect_filled(place.expand2(Vec2::new(2.0, 0.0)), 0.0, *theme.rail);
    painter.galley(place.min, galley, *theme.ink_second);
    if off > 0 {
        let why = ui.interact(place, ui.scope_id().with("off-axis"), Sense::hover());
        why.on_hover_text(text.t("strip.off_axis"));
    }
    dots(ui, view, &axis, &on, place.bottom() + 9.0, out);
}

/// From EUR 1,000, or the least that stands on it, to the maximum, or the most.
fn axis(view: &View<'_>, plot: Rect) -> MoneyAxis {
    let currency = view.analysis.methodology.currency;
    let (on, _) = on_axis(view);
    let mut amounts: Vec<Money> = on.iter().map(|(_, fine)| *fine).collect();
    amounts.extend(decided(view).and_then(|(decision, _)| super::standing(view, decision)));
    amounts.push(view.analysis.calculation.maximum.high);
    let low = amounts.iter().map(|amount| amount.major()).filter(|major| *major > 0).fold(1_000, i64::min);
    let high = amounts.iter().map(|amount| amount.major()).fold(low, i64::max);
    MoneyAxis::new(plot, Money::from_major(low, currency), Money::from_major(high, currency))
}

/// Comparable decisions whose fine stands on the axis, and how many do not: without a
/// fine, or in a currency without a rate.
fn on_axis<'v>(view: &View<'v>) -> (Vec<(&'v Match<'static>, Money)>, usize) {
    let all = &view.analysis.comparables;
    let on: Vec<_> = all.iter().filter_map(|near| Some((near, super::standing(view, near.decision)?))).collect();
    let off = all.len() - on.len();
    (on, off)
}

/// The legal maximum and, where there is one, the decision on these facts.
fn lines(ui: &Ui, view: &View<'_>, axis: &MoneyAxis, rect: Rect, plot: Rect, out: &mut Vec<Command>) {
    let (text, theme, painter) = (view.text, view.theme, ui.painter());
    let small = FontId::proportional(theme::SMALL);
    let maximum = view.analysis.calculation.maximum.high;
    let words = super::maximum(view, |amount| text.short(amount));
    let label = text.fill("strip.legal_maximum", &[("amount", &words)]);
    let galley = painter.layout_no_wrap(label.clone(), small.clone(), *theme.ink);
    let edge = axis.x(maximum) - 1.0;
    let left = (edge - galley.size().x).max(plot.left());
    let place = Rect::from_min_size(pos2(left, rect.top() + 3.0), galley.size());
    painter.galley(place.min, galley, *theme.ink);
    let response = ui.interact(place, ui.scope_id().with("maximum"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
    of::maximum(view).on(view, response, out);
    let ends = [pos2(edge, plot.top() - 4.0), pos2(edge, plot.bottom())];
    painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, *theme.ink), 3.0, 3.0));
    let Some((decision, imposed)) = decided(view) else { return };
    let Some(fine) = super::standing(view, decision) else { return };
    let x = axis.x(fine);
    painter.vline(x, plot.top() - 4.0..=plot.bottom(), Stroke::new(1.5, *theme.brick));
    let label = text.fill("strip.decided_short", &[("amount", &text.short(fine))]);
    let galley = painter.layout_no_wrap(label.clone(), small, *theme.brick);
    let start = (x - galley.size().x / 2.0).min(left - galley.size().x - 8.0);
    // Beside a maximum that is near there is no room for it: the row below says it too.
    if start >= plot.left() - 0.5 {
        let place = Rect::from_min_size(pos2(start, rect.top() + 3.0), galley.size());
        painter.galley(place.min, galley, *theme.brick);
        let response = ui.interact(place, ui.scope_id().with("decided-amount"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
        of::decided(view, decision, imposed).on(view, response, out);
    }
    let area = Rect::from_x_y_ranges(x - 4.0..=x + 4.0, plot.y_range());
    let line = ui.interact(area, ui.scope_id().with("decided"), Sense::click());
    of::decided(view, decision, imposed).on(view, line, out);
}

/// One way of estimating, with its name: eight outcomes of ten as a bar, the median as a tick.
fn layer(ui: &Ui, view: &View<'_>, kind: Kind, (axis, plot, top): (&MoneyAxis, Rect, f32), out: &mut Vec<Command>) {
    let Some((headline, estimate)) = view.headline.and_then(|headline| Some((headline, kind.of(headline)?))) else {
        return;
    };
    let ink = *view.theme.ink_second;
    let font = FontId::proportional(theme::SMALL);
    let galley = ui.painter().layout_no_wrap(view.text.t(kind.key()).to_owned(), font, ink);
    let below = top + galley.size().y + 1.0;
    ui.painter().galley(pos2(plot.left(), top), galley, ink);
    kind.bar(ui.painter(), view, estimate, axis, (below, 10.0));
    let area = Rect::from_min_max(pos2(plot.left(), top), pos2(plot.right(), below + 12.0));
    let response = ui.interact(area, ui.scope_id().with(("layer", kind.key())), Sense::click());
    let words = view.text.rough_range(estimate.most);
    let name = view.text.t(kind.key());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}, {words}")));
    if let Some(figure) = kind.figure(view, headline) {
        figure.on(view, response, out);
    }
}

/// Comparable decisions, each a dot to hover and click.
fn dots(
    ui: &Ui,
    view: &View<'_>,
    axis: &MoneyAxis,
    shown: &[(&Match<'static>, Money)],
    top: f32,
    out: &mut Vec<Command>,
) {
    for (index, (near, fine)) in shown.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "one of three lines")]
        let center = pos2(axis.x(*fine), top + 13.0 * (index % 3) as f32);
        let area = Rect::from_center_size(center, Vec2::splat(12.0));
        let response = ui.interact(area, ui.scope_id().with(("dot", &near.decision.id)), Sense::click());
        let name = view.text.fill(
            "strip.dot",
            &[
                ("controller", &crate::report::controller(near.decision, view.text)),
                ("authority", view.library.law.vocabulary.authority_name(&near.decision.authority)),
                ("date", &view.text.date(near.decision.decided)),
                ("amount", &super::amount_in_words(view, near.decision, *fine)),
            ],
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let ink = if response.hovered() || response.has_focus() { *view.theme.accent } else { *view.theme.ink_second };
        ui.painter().circle_filled(center, 3.8, ink);
        let copied = super::amount_in_words(view, near.decision, *fine);
        let why = Command::ShowDecision(near.decision.id.clone());
        Figure { what: name, copied, why: Some(why) }.on(view, response, out);
    }
}

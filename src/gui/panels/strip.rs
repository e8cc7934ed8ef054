//! The exposure strip: how far could the law go, what does the method say, what
//! is likely, what was decided, what is still open. It never scrolls.

use egui::{FontId, Rect, RichText, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use crate::gui::widgets::{self, MoneyAxis};
use crate::gui::{Command, Screen, View, theme};
use crate::precedents::Match;
use crate::quantity::{Money, Range};

/// Shows the strip.
pub fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    widgets::heading(ui, text.t("strip.heading"));
    widgets::small(ui, theme, &text.fill("strip.axis", &[("currency", view.analysis.methodology.currency.code())]));
    if let Some(problem) = view.problem {
        ui.add(egui::Label::new(RichText::new(problem).color(*theme.brick)).wrap());
    } else if view.analysis.calculation.conducts.is_empty() {
        widgets::wrapped_small(ui, theme, text.t("strip.nothing"));
    } else {
        chart(ui, view, out);
        figures(ui, view, out);
    }
    let warnings = view.analysis.calculation.warnings.len();
    if warnings > 0 {
        ui.add_space(4.0);
        let words = RichText::new(text.plural("strip.warnings", warnings)).size(theme::SMALL).color(*view.theme.amber);
        if ui.add(egui::Link::new(words)).clicked() {
            out.push(Command::Show(Screen::FineCalculation));
        }
    }
    open_question(ui, view, out);
    ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
        widgets::wrapped_small(ui, theme, text.t("report.disclaimer"));
    });
}

/// The axis with the five things on it.
fn chart(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    const HEIGHT: f32 = 160.0;
    let (text, theme) = (view.text, view.theme);
    let calculation = &view.analysis.calculation;
    let currency = view.analysis.methodology.currency;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT + 44.0), Sense::hover());
    let plot = Rect::from_min_max(rect.min + Vec2::new(0.0, 24.0), pos2(rect.right(), rect.top() + 24.0 + HEIGHT));
    let maximum = calculation.maximum.high;
    let axis = MoneyAxis::new(plot, Money::from_major(1_000, currency), maximum);
    axis.grid(ui, theme, text, currency);
    let painter = ui.painter().clone();
    let small = FontId::proportional(theme::SMALL);
    let write = |at: egui::Pos2, words: String| {
        let galley = painter.layout_no_wrap(words, small.clone(), *theme.ink_second);
        painter.galley(at, galley, *theme.ink_second);
    };
    let least = calculation.maximum.low;
    let words = if least == maximum {
        text.short(maximum)
    } else {
        format!("{}{}{}", text.short(least), text.range, text.short(maximum))
    };
    let label = text.fill("strip.legal_maximum", &[("amount", &words)]);
    let galley = painter.layout_no_wrap(label, small.clone(), *theme.ink);
    painter.galley(pos2(plot.right() - galley.size().x, rect.top() + 3.0), galley, *theme.ink);
    let edge = axis.x(maximum) - 1.0;
    let ends = [pos2(edge, plot.top() - 4.0), pos2(edge, plot.bottom())];
    painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, *theme.ink), 3.0, 3.0));
    // Method: the range it permits, its point as a tick.
    write(pos2(plot.left(), plot.top() + 4.0), text.t("strip.method").to_owned());
    let span = |low: Money, high: Money, top: f32, height: f32| {
        Rect::from_min_max(pos2(axis.x(low), top), pos2(axis.x(high).max(axis.x(low) + 2.0), top + height))
    };
    let box_top = plot.top() + 22.0;
    let method = span(calculation.fine.low, calculation.fine.high, box_top, 9.0);
    painter.rect_stroke(method, 0.0, Stroke::new(1.5, *theme.accent), StrokeKind::Inside);
    painter.vline(axis.x(calculation.fine.point), (box_top - 3.0)..=(box_top + 12.0), Stroke::new(1.5, *theme.accent));
    // Estimate: nine tenths of the middle lightly, half of it darker.
    write(pos2(plot.left(), plot.top() + 44.0), text.t("strip.estimate").to_owned());
    if let Some(exposure) = view.exposure
        && let [Some(p10), Some(p25), Some(p50), Some(p75), Some(p90)] =
            [10, 25, 50, 75, 90].map(|p| exposure.percentile(p))
    {
        let top = plot.top() + 63.0;
        painter.rect_filled(span(p10, p90, top, 11.0), 0.0, theme.accent.gamma_multiply(0.3));
        painter.rect_filled(span(p25, p75, top, 11.0), 0.0, theme.accent.gamma_multiply(0.6));
        painter.vline(axis.x(p50), (top - 4.0)..=(top + 15.0), Stroke::new(2.0, *theme.accent));
    }
    let count = view.analysis.comparables.len();
    write(pos2(plot.left(), plot.top() + 88.0), text.plural("strip.comparables", count));
    dots(ui, view, &axis, plot.top() + 112.0, out);
}

/// Comparable decisions in the method's currency, each a dot to hover and click.
fn dots(ui: &mut Ui, view: &View<'_>, axis: &MoneyAxis, top: f32, out: &mut Vec<Command>) {
    let currency = view.analysis.methodology.currency;
    let amount = |near: &Match<'_>| {
        near.decision.standing_amount().filter(|fine| fine.currency() == currency && axis.contains(*fine))
    };
    for (index, near) in view.analysis.comparables.iter().filter(|near| amount(near).is_some()).enumerate() {
        let Some(fine) = amount(near) else { continue };
        #[expect(clippy::cast_precision_loss, reason = "one of three lines")]
        let center = pos2(axis.x(fine), top + 13.0 * (index % 3) as f32);
        let area = Rect::from_center_size(center, Vec2::splat(12.0));
        let response = ui.interact(area, ui.scope_id().with(("dot", &near.decision.id)), Sense::click());
        let name = view.text.fill(
            "strip.dot",
            &[
                ("controller", &near.decision.controller),
                ("authority", view.library.law.vocabulary.authority_name(&near.decision.authority)),
                ("date", &view.text.date(near.decision.decided)),
                ("amount", &view.text.money(fine)),
            ],
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let ink = if response.hovered() || response.has_focus() { *view.theme.accent } else { *view.theme.ink_second };
        ui.painter().circle_filled(center, 3.8, ink);
        if response.on_hover_text(name).clicked() {
            out.push(Command::ShowDecision(near.decision.id.clone()));
        }
    }
}

fn figures(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let (text, theme) = (view.text, view.theme);
    ui.add_space(10.0);
    let quantiles = view.exposure.map(|exposure| [10, 50, 90].map(|percent| exposure.percentile(percent)));
    if let Some([Some(p10), Some(p50), Some(p90)]) = quantiles {
        row(
            ui,
            |ui| widgets::figure(ui, &text.rough(p50)).on_hover_text(text.t("strip.why")).clicked(),
            |ui| {
                widgets::small(ui, theme, text.t("strip.p50"));
            },
        )
        .then(|| out.push(Command::ShowTrace("fine".to_owned())));
        row(
            ui,
            |ui| widgets::small(ui, theme, text.t("strip.p10_p90")).clicked(),
            |ui| {
                let range = Range::new(p10, p90);
                widgets::small(
                    ui,
                    theme,
                    &format!("{}{}{}", text.rough(range.low), text.range, text.rough(range.high)),
                );
            },
        );
    } else {
        let key = if view.is_settling { "strip.settling" } else { "strip.no_fine" };
        widgets::small(ui, theme, text.t(key));
    }
    widgets::hairline(ui, theme, 8.0);
    row(
        ui,
        |ui| widgets::body(ui, text.t("strip.ends_in_fine")).clicked(),
        |ui| {
            widgets::small(ui, theme, text.t("strip.not_estimated"));
        },
    );
    widgets::wrapped_small(ui, theme, text.t("strip.selection"));
}

fn open_question(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let weightiest = view.relevance.first().filter(|known| known.moves().minor() > 0);
    let first = weightiest.map(|known| &known.missing).or(view.analysis.assessment.missing.first());
    let Some(open) = first else { return };
    let Some(question) = view.library.law.question(&open.question) else { return };
    widgets::hairline(ui, view.theme, 8.0);
    let key = if weightiest.is_some() { "strip.weightiest" } else { "strip.open" };
    widgets::small(ui, view.theme, &view.text.plural(key, view.analysis.assessment.missing.len()));
    let words = RichText::new(&question.text).size(theme::BODY);
    if ui.add(egui::Link::new(words)).clicked() {
        out.push(Command::ShowQuestion(open.operation.to_string(), open.question.to_string()));
    }
    if let Some(known) = weightiest {
        let range = view.text.rough_range(Range::new(known.low, known.high));
        widgets::wrapped_small(ui, view.theme, &view.text.fill("practices.moves", &[("range", &range)]));
    }
}

/// Something at the left, something at the right.
fn row<T>(ui: &mut Ui, left: impl FnOnce(&mut Ui) -> T, right: impl FnOnce(&mut Ui)) -> T {
    ui.horizontal(|ui| {
        let result = left(ui);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), right);
        result
    })
    .inner
}

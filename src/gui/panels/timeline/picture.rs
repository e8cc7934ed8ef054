//! The picture: years, marks, a row with a bar for each allegation, and what the looks mean.

use egui::{FontId, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2};

use super::{marks, rows};
use crate::analysis::{Event, Mark, PPM, PartKind};
use crate::gui::widgets::{self, Symbol};
use crate::gui::{Command, View, theme};
use crate::law::Strength;

/// Narrower than this the words of a row stand above its bar.
const STACKED: f32 = 560.0;
/// Height of the years.
const YEARS: f32 = 22.0;
/// Height of the marks with the lines that lead down from them.
const MARKS: f32 = 56.0;

/// Where days stand on the screen.
#[derive(Clone, Copy)]
pub(super) struct Plot {
    pub(super) left: f32,
    pub(super) right: f32,
    /// Whether the words of a row stand above its bar.
    pub(super) is_stacked: bool,
}

impl Plot {
    fn of(rect: Rect) -> Self {
        let is_stacked = rect.width() < STACKED;
        let words = if is_stacked { 2.0 } else { (rect.width() * 0.3).clamp(190.0, 300.0) };
        Self { left: rect.left() + words, right: rect.right() - 8.0, is_stacked }
    }

    /// Where a place of the axis stands.
    pub(super) fn x(&self, place: i64) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a place on the screen")]
        let share = place as f32 / PPM as f32;
        self.left + share * (self.right - self.left)
    }
}

/// Shows the picture.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    let axis = &view.analysis.timeline.axis;
    ui.spacing_mut().item_spacing.y = 0.0;
    let (head, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), YEARS + MARKS), Sense::hover());
    let plot = Plot::of(head);
    years(ui, view, plot, head.top());
    let x = |mark: &Mark| plot.x(axis.place(mark.at()));
    let groups = marks::groups(ui, view, x, (plot.left, head.right()));
    marks::ui(ui, view, &groups, head.top() + YEARS + 2.0, head.bottom(), out);
    let lines: Vec<f32> = groups.iter().map(|group| group.x).collect();
    for bar in &view.analysis.timeline.bars {
        rows::ui(ui, view, bar, plot, &lines, out);
    }
    widgets::hairline(ui, view.theme, 0.0);
    ui.add_space(8.0);
    ui.spacing_mut().item_spacing.y = 4.0;
    legend(ui, view);
}

/// The beginnings of years, and what comes after the break.
fn years(ui: &Ui, view: &View<'_>, plot: Plot, top: f32) {
    let (axis, theme) = (&view.analysis.timeline.axis, view.theme);
    let painter = ui.painter();
    let line = Stroke::new(1.0, *theme.hairline);
    painter.hline(plot.left..=plot.right, top + YEARS - 2.0, line);
    let mut free = plot.left - 1.0;
    let days = axis.years().into_iter().chain(axis.later.first().copied()).chain(axis.later.last().copied());
    for day in days {
        let x = plot.x(axis.place(day));
        let galley =
            painter.layout_no_wrap(day.year().to_string(), FontId::proportional(theme::SMALL), *theme.ink_second);
        if x < free || x + 4.0 + galley.size().x > plot.right + 8.0 {
            continue;
        }
        painter.vline(x, top + 4.0..=top + YEARS - 2.0, line);
        free = x + 4.0 + galley.size().x + 4.0;
        painter.galley(pos2(x + 4.0, top + 2.0), galley, *theme.ink_second);
    }
    if !axis.later.is_empty() {
        let (x, y) = (plot.x(axis.break_at()) - 6.0, top + YEARS - 2.0);
        for shift in [0.0, 4.0] {
            let ends = [pos2(x + shift - 2.0, y + 5.0), pos2(x + shift + 2.0, y - 5.0)];
            painter.line_segment(ends, Stroke::new(1.0, *theme.ink));
        }
    }
}

/// What occurs, with what it means.
fn legend(ui: &mut Ui, view: &View<'_>) {
    let (text, theme, timeline) = (view.text, view.theme, &view.analysis.timeline);
    let parts: Vec<PartKind> =
        timeline.bars.iter().flat_map(|bar| timeline.axis.parts(bar, timeline.day)).map(|part| part.kind).collect();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(5.0, 4.0);
        let mut named = Vec::new();
        for mark in &timeline.marks {
            let key = event_key(&mark.event);
            if !named.contains(&key) {
                named.push(key);
                entry(ui, view, text.t(key), 14.0, |ui, rect| {
                    marks::sign(ui.painter(), &mark.event, rect.center(), theme);
                });
            }
        }
        for strength in [Strength::Clear, Strength::Arguable, Strength::Weak] {
            if timeline.bars.iter().any(|bar| bar.strength == strength) {
                entry(ui, view, text.t(strength.key()), 34.0, |ui, rect| {
                    let (bar, sign) = rect.split_left_right_at_x(rect.left() + 18.0);
                    let ink = rows::ink(theme, strength);
                    rows::part(ui.painter(), bar.shrink2(Vec2::new(0.0, 3.0)), PartKind::Certain, ink, theme);
                    widgets::paint_symbol(ui, Symbol::from(strength), sign.center(), ink);
                });
            }
        }
        for (kind, key) in [
            (PartKind::GoesOn, "timeline.continues"),
            (PartKind::Uncertain, "timeline.legend.uncertain"),
            (PartKind::NotCounted, "timeline.legend.not_counted"),
        ] {
            if parts.contains(&kind) {
                entry(ui, view, text.t(key), 24.0, |ui, rect| {
                    rows::part(ui.painter(), rect.shrink2(Vec2::new(0.0, 3.0)), kind, *theme.ink_second, theme);
                });
            }
        }
        if timeline.bars.iter().any(|bar| bar.limited().is_some()) {
            entry(ui, view, text.t("timeline.legend.limit"), 12.0, |ui, rect| {
                rows::limit(ui.painter(), rect.center(), theme);
            });
        }
    });
}

/// A look and what it means, kept on one line.
fn entry(ui: &mut Ui, view: &View<'_>, words: &str, width: f32, paint: impl FnOnce(&mut Ui, Rect)) {
    let galley =
        ui.painter().layout_no_wrap(words.to_owned(), FontId::proportional(theme::SMALL), *view.theme.ink_second);
    let size = Vec2::new(width + 6.0 + galley.size().x + 14.0, galley.size().y.max(17.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    let sign = Rect::from_min_size(rect.min, Vec2::new(width, rect.height()));
    paint(ui, sign);
    let at = pos2(sign.right() + 6.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().add(Shape::galley(at, galley, *view.theme.ink_second));
}

fn event_key(event: &Event) -> &'static str {
    use crate::findings::Way;
    match event {
        Event::LawApplies => "timeline.legend.law",
        Event::Began(_) => "timeline.legend.began",
        Event::Ended(_) => "timeline.legend.ended",
        Event::Contact => "timeline.legend.contact",
        Event::Today => "timeline.legend.day",
        Event::Changed { way: Way::Better, .. } => "timeline.legend.better",
        Event::Changed { way: Way::Worse, .. } => "timeline.legend.worse",
        Event::Changed { way: Way::Open, .. } => "timeline.legend.changed",
    }
}

//! One row of the picture: what is alleged, and its bar.

use std::sync::Arc;

use egui::{
    Color32, FontId, Galley, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};

use super::picture::Plot;
use super::{finding, when};
use crate::analysis::{Bar, PartKind};
use crate::gui::theme::Theme;
use crate::gui::widgets::{self, Symbol};
use crate::gui::{Command, View, theme};
use crate::law::Strength;

/// Height of a bar.
const BAR: f32 = 12.0;
/// Room above and below the words of a row.
const ROOM: f32 = 7.0;
/// Where the words begin, after the sign of the strength.
const WORDS: f32 = 20.0;

/// The colour of a strength.
pub(super) fn ink(theme: &Theme, strength: Strength) -> Color32 {
    match strength {
        Strength::Clear => *theme.brick,
        Strength::Arguable => *theme.amber,
        Strength::Weak => *theme.green,
    }
}

/// Shows a row; `lines` are the days of marks.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, bar: &Bar, plot: Plot, lines: &[f32], out: &mut Vec<Command>) {
    let (theme, when) = (view.theme, when(view));
    let left = ui.cursor().left();
    let wrap = if plot.is_stacked { ui.available_width() - WORDS } else { plot.left - left - WORDS - 8.0 };
    let lay = |words: String, size: f32, ink: Color32| {
        ui.painter().layout(words, FontId::proportional(size), ink, wrap.max(60.0))
    };
    let title = lay(when.title(bar), theme::BODY, *theme.ink);
    let note = lay(when.provision(bar), theme::SMALL, *theme.accent);
    let words = title.size().y + note.size().y;
    let height = words + 2.0 * ROOM + if plot.is_stacked { BAR + 8.0 } else { 0.0 };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, when.bar(bar)));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 0.0, *theme.rail);
    }
    painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, *theme.hairline));
    let middle = if plot.is_stacked { rect.bottom() - ROOM - BAR / 2.0 } else { rect.center().y };
    let clear = if plot.is_stacked { rect.top() + ROOM + words + 2.0 } else { rect.top() };
    for x in lines {
        let ends = [pos2(*x, clear), pos2(*x, rect.bottom())];
        painter.extend(Shape::dotted_line(&ends, *theme.ink_third, 4.0, 0.6));
    }
    let timeline = &view.analysis.timeline;
    let today = plot.x(timeline.axis.place(timeline.day));
    painter.vline(today, clear..=rect.bottom(), Stroke::new(1.5, *theme.accent));
    widgets::paint_symbol(
        ui,
        Symbol::from(bar.strength),
        pos2(rect.left() + 7.0, rect.top() + ROOM + 9.0),
        ink(theme, bar.strength),
    );
    words_of(painter, rect, title, note, theme);
    let ground = if response.hovered() { *theme.rail } else { *theme.paper };
    painted(ui, view, bar, (plot, middle), ground);
    if response.has_focus() {
        painter.rect_stroke(rect.shrink(1.0), 2.0, Stroke::new(1.5, *theme.accent), StrokeKind::Inside);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.on_hover_text(when.bar(bar)).clicked() {
        out.push(finding(bar));
    }
}

fn words_of(painter: &Painter, rect: Rect, title: Arc<Galley>, note: Arc<Galley>, theme: &Theme) {
    let at = pos2(rect.left() + WORDS, rect.top() + ROOM);
    let below = at + Vec2::new(0.0, title.size().y);
    painter.galley(at, title, *theme.ink);
    painter.galley(below, note, *theme.accent);
}

/// The parts of a bar, what stands behind it, and the end of limitation.
fn painted(ui: &Ui, view: &View<'_>, bar: &Bar, (plot, middle): (Plot, f32), ground: Color32) {
    let (theme, timeline) = (view.theme, &view.analysis.timeline);
    let painter = ui.painter();
    let parts = timeline.axis.parts(bar, timeline.day);
    let place =
        |from: f32, to: f32| Rect::from_x_y_ranges(from..=to.max(from + 2.0), middle - BAR / 2.0..=middle + BAR / 2.0);
    let mut end = plot.left;
    for known in &parts {
        let rect = place(plot.x(known.from), plot.x(known.to));
        part(painter, rect, known.kind, ink(theme, bar.strength), theme);
        end = end.max(rect.right());
    }
    let began = bar.told_from.or(bar.period.and_then(|period| period.from));
    if began.is_some_and(|began| began.first() < timeline.axis.from) {
        let tip = pos2(plot.left - 6.0, middle);
        let back = [pos2(plot.left, middle - BAR / 2.0), pos2(plot.left, middle + BAR / 2.0)];
        let points = vec![tip, back[0], back[1]];
        painter.add(Shape::convex_polygon(points, *theme.ink_second, Stroke::NONE));
    }
    let limit_at = bar.limited().map(|day| plot.x(timeline.axis.place(day.last())));
    if let Some(x) = limit_at {
        limit(painter, pos2(x, middle), theme);
    }
    let words = when(view).beside(bar);
    let galley = painter.layout_no_wrap(words, FontId::proportional(theme::SMALL), *theme.ink_second);
    let room = limit_at.filter(|x| *x > end).map_or(plot.right + 8.0, |x| x - 6.0);
    let start = parts.first().map_or(plot.left, |first| plot.x(first.from));
    let at = if end + 7.0 + galley.size().x <= room {
        end + 7.0
    } else if start - 7.0 - galley.size().x >= plot.left {
        start - 7.0 - galley.size().x
    } else {
        // No room on either side: the table and what hovering tells have it.
        return;
    };
    let at = pos2(at, middle - galley.size().y / 2.0);
    // The lines of marks would cross the words.
    painter.rect_filled(Rect::from_min_size(at, galley.size()).expand2(Vec2::new(2.0, 0.0)), 0.0, ground);
    painter.galley(at, galley, *theme.ink_second);
}

/// A part of a bar: full; striped where it is not known; a frame with thin lines where it does
/// not count; an arrow where it goes on.
pub(super) fn part(painter: &Painter, rect: Rect, kind: PartKind, ink: Color32, theme: &Theme) {
    let stripes = |step: f32, wide: f32, ink: Color32| {
        let mut x = rect.left();
        while x < rect.right() {
            let stripe = Rect::from_x_y_ranges(x..=(x + wide).min(rect.right()), rect.y_range());
            painter.rect_filled(stripe, 0.0, ink);
            x += step;
        }
    };
    match kind {
        PartKind::Certain => {
            painter.rect_filled(rect, 0.0, ink.gamma_multiply(0.8));
        }
        PartKind::Uncertain => stripes(6.0, 3.0, ink.gamma_multiply(0.6)),
        PartKind::NotCounted => {
            stripes(5.0, 1.0, *theme.ink_third);
            painter.rect_stroke(rect, 0.0, Stroke::new(1.0, *theme.ink_third), StrokeKind::Inside);
        }
        PartKind::GoesOn => {
            let tip = 9.0_f32.min(rect.width());
            let (low, high) = (rect.top() + 2.0, rect.bottom() - 2.0);
            let shaft = rect.right() - tip;
            let stroke = Stroke::new(1.2, ink);
            painter.hline(rect.left()..=shaft, low, stroke);
            painter.hline(rect.left()..=shaft, high, stroke);
            let head = [pos2(shaft, rect.top() - 1.0), rect.right_center(), pos2(shaft, rect.bottom() + 1.0)];
            painter.add(Shape::line(vec![pos2(shaft, low), head[0], head[1], head[2], pos2(shaft, high)], stroke));
        }
    }
}

/// Two lines: the end of limitation.
pub(super) fn limit(painter: &Painter, center: Pos2, theme: &Theme) {
    for shift in [-2.0, 2.0] {
        let y = center.y - BAR / 2.0 - 1.0..=center.y + BAR / 2.0 + 1.0;
        painter.vline(center.x + shift, y, Stroke::new(2.0, *theme.ink));
    }
}

//! The numbered marks above the bars: those of one day as one, near ones beside each other,
//! each with a line to its day.

use egui::{Color32, FontId, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use super::{in_words, told_by, when};
use crate::analysis::{Event, Mark};
use crate::findings::Way;
use crate::gui::theme::Theme;
use crate::gui::{Command, View, theme};

/// The least width of a mark with its number.
const LEAST: f32 = 20.0;

/// Marks shown as one.
pub(super) struct Group<'a> {
    pub(super) marks: &'a [Mark],
    label: String,
    /// Where its day stands.
    pub(super) x: f32,
    /// Where its number stands.
    at: f32,
    width: f32,
}

/// The marks in groups that stand clear of each other between two edges.
pub(super) fn groups<'a>(
    ui: &Ui,
    view: &View<'a>,
    x: impl Fn(&Mark) -> f32,
    (left, right): (f32, f32),
) -> Vec<Group<'a>> {
    let marks: &'a [Mark] = &view.analysis.timeline.marks;
    let mut ends: Vec<usize> = Vec::new();
    let mut end = 0;
    for day in marks.chunk_by(|one, next| one.at() == next.at()) {
        end += day.len();
        ends.push(end);
    }
    loop {
        let mut start = 0;
        let mut found = Vec::new();
        for end in &ends {
            let marks = marks.get(start..*end).unwrap_or_default();
            if let (Some(first), Some(last)) = (marks.first(), marks.last()) {
                let label = when(view).numbers(first.number, last.number);
                let font = FontId::new(theme::SMALL, theme::strong());
                let wide = ui.painter().layout_no_wrap(label.clone(), font, *view.theme.accent).size().x;
                found.push(Group { marks, label, x: x(first), at: x(first), width: (wide + 6.0).max(LEAST) });
            }
            start = *end;
        }
        if found.len() < 2 || found.iter().map(|group| group.width).sum::<f32>() <= right - left {
            spread(&mut found, left, right);
            return found;
        }
        // The two that are nearest become one.
        let apart = |index: &usize| found.get(*index + 1).zip(found.get(*index)).map_or(0.0, |(b, a)| b.x - a.x);
        let nearest = (0..found.len() - 1).min_by(|one, other| apart(one).total_cmp(&apart(other)));
        if let Some(nearest) = nearest {
            ends.remove(nearest);
        }
    }
}

/// Moves numbers apart, first to the right, then back from the edge.
fn spread(groups: &mut [Group<'_>], left: f32, right: f32) {
    let mut free = left;
    for group in groups.iter_mut() {
        group.at = group.at.max(free + group.width / 2.0);
        free = group.at + group.width / 2.0;
    }
    let mut free = right;
    for group in groups.iter_mut().rev() {
        group.at = group.at.min(free - group.width / 2.0);
        free = group.at - group.width / 2.0;
    }
}

/// Shows the marks: a number, a sign below it, a line from there down to the day.
pub(super) fn ui(ui: &Ui, view: &View<'_>, groups: &[Group<'_>], top: f32, bottom: f32, out: &mut Vec<Command>) {
    for group in groups {
        let Some(first) = group.marks.first() else { continue };
        let rect = Rect::from_x_y_ranges(group.at - group.width / 2.0..=group.at + group.width / 2.0, top..=top + 38.0);
        let response = ui.interact(rect, ui.scope_id().with(("mark", first.number)), Sense::click());
        let words: Vec<String> = group.marks.iter().map(|mark| in_words(view, mark)).collect();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words.join("; ")));
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(rect, 3.0, *view.theme.rail);
        }
        if response.has_focus() {
            painter.rect_stroke(rect, 2.0, Stroke::new(1.5, *view.theme.accent), StrokeKind::Inside);
        }
        let ink = *view.theme.accent;
        let number = painter.layout_no_wrap(group.label.clone(), FontId::new(theme::SMALL, theme::strong()), ink);
        painter.galley(pos2(group.at - number.size().x / 2.0, top), number, ink);
        sign(painter, &first.event, pos2(group.at, top + 27.0), view.theme);
        let line = Stroke::new(1.0, *view.theme.ink_third);
        painter.line_segment([pos2(group.at, top + 38.0), pos2(group.x, bottom)], line);
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.on_hover_text(words.join("\n")).clicked() {
            out.push(told_by(&first.event));
        }
    }
}

/// The sign of an event and its colour.
pub(super) fn sign(painter: &Painter, event: &Event, center: Pos2, theme: &Theme) {
    const HALF: f32 = 5.0;
    let at = |x: f32, y: f32| center + Vec2::new(x, y);
    let filled = |points: Vec<Pos2>, ink: Color32| {
        painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
    };
    match event {
        Event::LawApplies => {
            for shift in [-2.0, 2.0] {
                painter.vline(center.x + shift, center.y - HALF..=center.y + HALF, Stroke::new(1.5, *theme.ink));
            }
        }
        Event::Began(_) => filled(vec![at(-4.0, -HALF), at(5.0, 0.0), at(-4.0, HALF)], *theme.ink_second),
        Event::Ended(_) => {
            painter.rect_filled(Rect::from_center_size(center, Vec2::splat(9.0)), 0.0, *theme.ink_second);
        }
        Event::Changed { way: Way::Better, .. } => {
            let line = Stroke::new(2.5, *theme.green);
            painter.vline(center.x, center.y - HALF..=center.y + HALF, line);
            painter.hline(center.x - HALF..=center.x + HALF, center.y, line);
        }
        Event::Changed { way: Way::Worse, .. } => {
            filled(vec![at(0.0, -6.0), at(6.0, 0.0), at(0.0, 6.0), at(-6.0, 0.0)], *theme.brick);
        }
        Event::Changed { way: Way::Open, .. } => {
            painter.rect_stroke(
                Rect::from_center_size(center, Vec2::splat(9.0)),
                0.0,
                Stroke::new(1.5, *theme.ink_second),
                StrokeKind::Inside,
            );
        }
        Event::Contact => {
            painter.vline(center.x - 4.0, center.y - 6.0..=center.y + 6.0, Stroke::new(1.5, *theme.ink));
            filled(vec![at(-4.0, -6.0), at(6.0, -2.5), at(-4.0, 1.0)], *theme.ink);
        }
        Event::Today => {
            painter.vline(center.x, center.y - 6.0..=center.y + 6.0, Stroke::new(2.5, *theme.accent));
        }
    }
}

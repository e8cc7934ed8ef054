//! A month to pick a day from, at the right end of a field for dates.

use egui::{
    Align2, FontId, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::field::Face;
use super::popup;
use crate::gui::theme;

/// The side of a day's square.
const DAY: f32 = 32.0;
/// The margin around the month.
const MARGIN: f32 = 12.0;

/// Adds a sign that opens a month to the right end of a field for dates (`field` is its
/// response, `label` its name); the month shown first is that of the day, or of `near`.
pub(super) fn calendar(
    ui: &mut Ui,
    face: Face<'_>,
    place: &str,
    label: &str,
    field: &Response,
    value: &mut Option<Date>,
    near: Date,
) {
    let id = Id::unique(("calendar", place));
    let end = Rect::from_min_max(pos2(field.rect.right() - 26.0, field.rect.top()), field.rect.max);
    let button = ui.interact(end, id.with("button"), Sense::click());
    let name = face.text.fill("calendar.open", &[("label", label)]);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    sign(ui, end, face, button.hovered() || button.has_focus());
    popup::take_back(ui, id, &button);
    let shown: Option<Date> = ui.data(|data| data.get_temp(id));
    let Some(at) = shown else {
        if button.clicked() {
            ui.data_mut(|data| data.insert_temp(id, value.unwrap_or(near)));
            ui.ctx().request_repaint();
        }
        return;
    };
    let month = Month { face, chosen: *value };
    let (at, entered) = keys(ui, at);
    let mut picked = entered.then_some(at);
    let mut now = at;
    let size = Vec2::new(DAY * 7.0 + 2.0 * MARGIN, DAY * 8.0 + 2.0 * MARGIN);
    let closes = popup::below(ui, face.theme, id.with("month"), field.rect, size, |ui| {
        ui.add_space(MARGIN);
        now = month.head(ui, at);
        month.weekdays(ui);
        picked = month.days(ui, at).or(picked);
        ui.add_space(MARGIN);
    });
    if picked.is_some() {
        *value = picked;
    }
    let done = closes || picked.is_some();
    ui.data_mut(|data| {
        if done {
            data.remove::<Date>(id);
        } else {
            data.insert_temp(id, now);
        }
    });
    if done {
        popup::give_back(ui, id);
    }
}

/// Arrows go by days and weeks, the page keys by months, with Shift by years; Enter chooses.
fn keys(ui: &Ui, at: Date) -> (Date, bool) {
    let steps = [
        (Key::ArrowLeft, Modifiers::NONE, -1.day()),
        (Key::ArrowRight, Modifiers::NONE, 1.day()),
        (Key::ArrowUp, Modifiers::NONE, -1.week()),
        (Key::ArrowDown, Modifiers::NONE, 1.week()),
        (Key::PageUp, Modifiers::SHIFT, -1.year()),
        (Key::PageDown, Modifiers::SHIFT, 1.year()),
        (Key::PageUp, Modifiers::NONE, -1.month()),
        (Key::PageDown, Modifiers::NONE, 1.month()),
    ];
    ui.input_mut(|input| {
        let step = steps.into_iter().find(|(key, modifiers, _)| input.consume_key(*modifiers, *key));
        let at = step.and_then(|(_, _, span)| at.checked_add(span).ok()).unwrap_or(at);
        (at, input.consume_key(Modifiers::NONE, Key::Enter))
    })
}

/// The month on the page.
struct Month<'a> {
    face: Face<'a>,
    chosen: Option<Date>,
}

impl Month<'_> {
    /// Month and year with what leads to others; returns the day the keys are at then.
    fn head(&self, ui: &mut Ui, at: Date) -> Date {
        let theme = self.face.theme;
        let mut now = at;
        let (rect, _) = ui.allocate_exact_size(Vec2::new(DAY * 7.0 + 2.0 * MARGIN, DAY), Sense::hover());
        let month = usize::try_from(at.month() - 1).ok().and_then(|index| self.face.text.months.get(index));
        let title = format!("{} {}", month.map_or("", String::as_str), at.year());
        let font = FontId::new(theme::BODY, theme::strong());
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, title, font, *theme.ink);
        let left = rect.left() + MARGIN + DAY / 2.0;
        let right = rect.right() - MARGIN - DAY / 2.0;
        let steps = [
            ("calendar.year_before", left, -1.year(), 2),
            ("calendar.month_before", left + DAY, -1.month(), 1),
            ("calendar.month_after", right - DAY, 1.month(), 1),
            ("calendar.year_after", right, 1.year(), 2),
        ];
        for (key, x, span, marks) in steps {
            let square = Rect::from_center_size(pos2(x, rect.center().y), Vec2::splat(DAY - 6.0));
            let response = ui.interact(square, ui.scope_id().with(key), Sense::CLICK | Sense::HOVER);
            let name = self.face.text.t(key);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            let ink = if response.hovered() { *theme.accent } else { *theme.ink_second };
            let tip = if x < rect.center().x { -1.0 } else { 1.0 };
            for mark in 0..marks {
                #[expect(clippy::cast_precision_loss, reason = "one or two marks")]
                let x = x + 5.0 * (mark as f32 - (marks - 1) as f32 / 2.0);
                let y = square.center().y;
                let points = vec![pos2(x - 2.0 * tip, y - 4.0), pos2(x + 2.0 * tip, y), pos2(x - 2.0 * tip, y + 4.0)];
                ui.painter().add(egui::Shape::line(points, Stroke::new(1.5, ink)));
            }
            if response.clicked() {
                now = at.checked_add(span).unwrap_or(at);
            }
        }
        now
    }

    fn weekdays(&self, ui: &mut Ui) {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(DAY * 7.0 + 2.0 * MARGIN, DAY - 6.0), Sense::hover());
        for (place, name) in self.face.text.t("calendar.weekdays").split(' ').enumerate() {
            let center = pos2(column(rect, place), rect.center().y);
            let font = FontId::proportional(theme::SMALL);
            ui.painter().text(center, Align2::CENTER_CENTER, name, font, *self.face.theme.ink_second);
        }
    }

    /// The days; returns the one clicked.
    fn days(&self, ui: &mut Ui, at: Date) -> Option<Date> {
        let theme = self.face.theme;
        let first = at.first_of_month();
        let before = i64::from(first.weekday().to_monday_zero_offset());
        let mut picked = None;
        for week in 0..6_i64 {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(DAY * 7.0 + 2.0 * MARGIN, DAY), Sense::hover());
            for place in 0..7_i64 {
                let Ok(day) = first.checked_add((week * 7 + place - before).days()) else { continue };
                if day.month() != at.month() {
                    continue;
                }
                let x = column(rect, usize::try_from(place).unwrap_or_default());
                let square = Rect::from_center_size(pos2(x, rect.center().y), Vec2::splat(DAY - 2.0));
                let response =
                    ui.interact(square, ui.scope_id().with(("day", week, place)), Sense::CLICK | Sense::HOVER);
                let on = self.chosen == Some(day);
                response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, self.face.text.date(day)));
                let fill = match (on, response.hovered() || day == at) {
                    (true, _) => Some(*theme.accent),
                    (false, true) => Some(*theme.accent_tint),
                    (false, false) => None,
                };
                if let Some(fill) = fill {
                    ui.painter().rect_filled(square, f32::from(theme::RADIUS), fill);
                }
                let ink = if on { *theme.on_accent } else { *theme.ink };
                let font = FontId::proportional(theme::BODY);
                ui.painter().text(square.center(), Align2::CENTER_CENTER, day.day().to_string(), font, ink);
                if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                    picked = Some(day);
                }
            }
        }
        picked
    }
}

/// Where a column of the month has its middle.
fn column(rect: Rect, place: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "seven columns")]
    let place = place as f32;
    rect.left() + MARGIN + DAY * (place + 0.5)
}

/// A leaf of a calendar.
fn sign(ui: &Ui, area: Rect, face: Face<'_>, active: bool) {
    let ink = if active { *face.theme.accent } else { *face.theme.ink_second };
    let leaf = Rect::from_center_size(area.center(), Vec2::new(13.0, 12.0));
    let stroke = Stroke::new(1.2, ink);
    ui.painter().rect(leaf, 2.0, *face.theme.field, stroke, StrokeKind::Inside);
    ui.painter().hline(leaf.x_range(), leaf.top() + 4.0, stroke);
    for x in [leaf.left() + 4.0, leaf.right() - 4.0] {
        ui.painter().vline(x, (leaf.top() - 2.0)..=(leaf.top() + 1.5), stroke);
    }
}

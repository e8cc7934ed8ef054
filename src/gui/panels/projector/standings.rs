//! The points so far, or at the end with the calibration of the room and what was taught.

use super::reveal::number;
use super::sheet::{EDGE, Sheet, Words, head, plain};
use crate::gui::theme;
use crate::workshop::{Calibration, StandingsView};

pub(super) fn paint(sheet: &mut Sheet<'_>, view: &StandingsView<'_>) {
    let text = sheet.text;
    let title = text.t(if view.last { "room.result" } else { "room.so_far" });
    let beneath = text.plural("room.scenarios_done", view.scenarios.len());
    let top = head(sheet, title, &beneath);
    let width = sheet.width - 2.0 * EDGE;
    let split = EDGE + width * 0.54;
    ranking(sheet, view, (top + 20.0, split - 70.0));
    let y = calibration(sheet, view.calibration, (top + 30.0, split));
    taught(sheet, view, (y + 40.0, split));
}

/// Places, teams and points.
fn ranking(sheet: &mut Sheet<'_>, view: &StandingsView<'_>, (top, right): (f32, f32)) {
    let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
    #[expect(clippy::cast_precision_loss, reason = "twelve teams at most")]
    let row = ((sheet.height - 60.0 - top) / view.standings.len().max(1) as f32).min(96.0);
    let size = (row * 0.5).min(42.0);
    for (at, standing) in view.standings.iter().enumerate() {
        let Some(team) = view.teams.get(standing.team) else { continue };
        #[expect(clippy::cast_precision_loss, reason = "twelve teams at most")]
        let middle = top + (at as f32 + 0.5) * row;
        let place = sheet.words(&standing.place.to_string(), size, theme::serif(), second);
        sheet.put_right(&place, EDGE + 44.0, middle - place.size.y / 2.0);
        sheet.disc(team, EDGE + 84.0 + size * 0.5, middle, size * 0.55, true);
        let points = sheet.words(&number(standing.total), size, theme::strong(), ink);
        sheet.put_right(&points, right, middle - points.size.y / 2.0);
        let left = EDGE + 84.0 + size * 1.4;
        let name = sheet.cut(&team.name, size, theme::strong(), ink, right - left - points.size.x - 40.0);
        sheet.put(&name, left, middle - name.size.y / 2.0);
        sheet.rule(EDGE, right, middle + row / 2.0, 2.0, *sheet.theme.hairline);
    }
}

/// How often the ranges of the room held what was decided; returns where that ends.
fn calibration(sheet: &mut Sheet<'_>, room: Calibration, (top, left): (f32, f32)) -> f32 {
    let text = sheet.text;
    let (ink, second, accent) = (*sheet.theme.ink, *sheet.theme.ink_second, *sheet.theme.accent);
    let right = sheet.right();
    if room.of == 0 {
        return top;
    }
    let (held, of) = (room.held.to_string(), room.of.to_string());
    let words = text.fill("room.calibration", &[("held", &held), ("of", &of)]);
    let words = sheet.lines(&words, 40.0, theme::serif(), ink, right - left);
    let mut y = top;
    y += sheet.put(&words, left, y).y + 24.0;
    #[expect(clippy::cast_precision_loss, reason = "a count of ranges")]
    let cell = (right - left) / room.of as f32;
    let gap = (cell * 0.12).min(6.0);
    for at in 0..room.of {
        #[expect(clippy::cast_precision_loss, reason = "a count of ranges")]
        let x = left + at as f32 * cell;
        if at < room.held {
            sheet.fill(x, y, cell - gap, 34.0, accent.gamma_multiply(0.75));
        } else {
            sheet.frame(x, y, cell - gap, 34.0, *sheet.theme.hairline);
        }
    }
    let promised = room.promised();
    #[expect(clippy::cast_precision_loss, reason = "a count of ranges")]
    let at = left + promised as f32 * cell - gap / 2.0;
    sheet.upright(at, y - 10.0, y + 44.0, 5.0, ink);
    y += 50.0;
    let words = text.fill("room.promised", &[("promised", &promised.to_string()), ("of", &of)]);
    let words = sheet.words(&words, 27.0, plain(), second);
    let middle = at.clamp(left + words.size.x / 2.0, right - words.size.x / 2.0);
    y += sheet.put_middle(&words, middle, y).y + 16.0;
    let doubled = room.held_if_doubled.to_string();
    let halved = room.held_if_halved.to_string();
    let words = match room.held.cmp(&promised) {
        std::cmp::Ordering::Less => text.fill("room.too_sure", &[("doubled", &doubled), ("of", &of)]),
        std::cmp::Ordering::Equal => text.t("room.honest").to_owned(),
        std::cmp::Ordering::Greater => text.fill("room.too_careful", &[("halved", &halved), ("of", &of)]),
    };
    let words = sheet.lines(&words, 31.0, plain(), ink, right - left);
    y + sheet.put(&words, left, y).y
}

/// What to remember of each scenario; where there is no room for all, of the last ones.
fn taught(sheet: &mut Sheet<'_>, view: &StandingsView<'_>, (top, left): (f32, f32)) {
    let width = sheet.right() - left;
    let room = sheet.height - 50.0 - top;
    let height = |laid: &[Words]| laid.iter().map(|words| words.size.y + 10.0).sum::<f32>();
    let mut laid = Vec::new();
    for first in 0..view.scenarios.len() {
        let shown = view.scenarios.get(first..).unwrap_or_default();
        for size in [32.0, 29.0, 26.0, 24.0] {
            laid = lay(sheet, shown, size, width);
            if height(&laid) <= room {
                break;
            }
        }
        if height(&laid) <= room {
            break;
        }
    }
    let mut y = top;
    for words in &laid {
        y += sheet.put(words, left, y).y + 10.0;
    }
}

fn lay(sheet: &Sheet<'_>, shown: &[(&str, Option<&str>)], size: f32, width: f32) -> Vec<Words> {
    let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
    let mut laid = Vec::new();
    for (title, lesson) in shown {
        laid.push(sheet.lines(title, size, theme::strong(), ink, width));
        laid.extend(lesson.map(|lesson| sheet.lines(lesson, size, plain(), second, width)));
    }
    laid
}

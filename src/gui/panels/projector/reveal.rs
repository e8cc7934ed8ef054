//! The reveal, step by step on one axis: teams, method, practice, decision; then the reasons.

use super::axis::{Axis, Beside};
use super::sheet::{EDGE, Sheet, Words, head, plain};
use crate::gui::theme;
use crate::law::AuthorityId;
use crate::library::Library;
use crate::workshop::{DecisionView, ReasonsView, RevealStep, RevealView, Ruled, Weight};

pub(super) fn paint(sheet: &mut Sheet<'_>, view: &RevealView<'_>, library: &Library) {
    let text = sheet.text;
    let title = match view.step {
        RevealStep::Teams => text.t("room.reveal.teams"),
        RevealStep::Method => text.t("room.reveal.method"),
        RevealStep::Practice => text.t("room.reveal.practice"),
        RevealStep::Decision => text.t("room.reveal.decision"),
        RevealStep::Reasons => text.t("room.reveal.reasons"),
    };
    let top = head(sheet, title, view.title);
    if view.missing {
        let width = sheet.width - 2.0 * EDGE;
        let words = sheet.lines(text.t("room.missing"), 36.0, plain(), *sheet.theme.amber, width);
        sheet.put(&words, EDGE, top + 30.0);
        return;
    }
    if let (Some(decision), Some(reasons)) = (&view.decision, &view.reasons) {
        why(sheet, (decision, reasons), library, top + 26.0);
        return;
    }
    let decision = view.decision.as_ref().map(|decision| (outcome(sheet, decision), decision.fine));
    let fine = decision.as_ref().and_then(|(_, fine)| *fine);
    let bands = [view.method, view.practice].into_iter().flatten().flat_map(|band| [band.low, band.high]);
    let axis = Axis::of(&view.teams, view.currency, bands.chain(fine));
    let beside = Beside { method: view.method, practice: view.practice, decision };
    let Some(decision) = &view.decision else {
        let absent = absent(sheet, view, top);
        axis.paint(sheet, &view.teams, &beside, top + 30.0 + absent, sheet.height - 60.0);
        return;
    };
    let rows = view.teams.len() + 2;
    #[expect(clippy::cast_precision_loss, reason = "twelve teams at most")]
    let wanted = 160.0 + rows as f32 * 52.0;
    let split = (top + wanted).min(sheet.height * 0.6);
    axis.paint(sheet, &view.teams, &beside, top + 16.0, split);
    let middle = EDGE + (sheet.width - 2.0 * EDGE) * 0.44;
    who(sheet, view, decision, library, (split + 20.0, middle - 50.0));
    points(sheet, view, (split + 20.0, middle));
}

/// Why a step shows nothing new; returns the room that took.
fn absent(sheet: &mut Sheet<'_>, view: &RevealView<'_>, top: f32) -> f32 {
    let key = match view.step {
        RevealStep::Method if view.method.is_none() => "room.no_method",
        RevealStep::Practice if view.practice.is_none() => "room.no_practice",
        _ => return 0.0,
    };
    let words = sheet.words(sheet.text.t(key), 30.0, plain(), *sheet.theme.ink_second);
    sheet.put(&words, EDGE, top + 20.0).y + 24.0
}

/// The amount, or the measure where no fine was imposed.
fn outcome(sheet: &Sheet<'_>, decision: &DecisionView<'_>) -> String {
    match decision.fine {
        Some(fine) => sheet.text.money(fine),
        None => sheet.text.fill("room.no_fine", &[("outcome", sheet.text.t(decision.outcome.key()))]),
    }
}

/// Who decided on whom, and how often the ranges held.
fn who(
    sheet: &mut Sheet<'_>,
    view: &RevealView<'_>,
    decision: &DecisionView<'_>,
    library: &Library,
    (top, right): (f32, f32),
) {
    let text = sheet.text;
    let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
    let width = right - EDGE;
    let words = sheet.lines(decision.controller, 40.0, theme::serif(), ink, width);
    let mut y = top;
    y += sheet.put(&words, EDGE, y).y + 6.0;
    let id = AuthorityId::from(decision.authority);
    let authority = library.law.vocabulary.authority_name(&id);
    let date = text.date(decision.decided);
    let names = [("authority", authority), ("date", date.as_str()), ("number", decision.number)];
    let words = sheet.lines(&text.fill("room.decided_by", &names), 29.0, plain(), second, width);
    y += sheet.put(&words, EDGE, y).y + 6.0;
    if let Some(original) = decision.original {
        let words = text.fill("room.original", &[("amount", &text.money(original))]);
        let words = sheet.lines(&words, 29.0, plain(), second, width);
        y += sheet.put(&words, EDGE, y).y + 6.0;
    }
    if let Some(calibration) = view.calibration.filter(|calibration| calibration.of > 0) {
        let (held, of) = (calibration.held.to_string(), calibration.of.to_string());
        let promised = calibration.promised().to_string();
        let words = text.fill("room.held", &[("held", &held), ("of", &of), ("promised", &promised)]);
        let words = sheet.lines(&words, 31.0, plain(), ink, width);
        sheet.put(&words, EDGE, y + 14.0);
    }
}

/// The points for this scenario, the best first.
fn points(sheet: &mut Sheet<'_>, view: &RevealView<'_>, (top, left): (f32, f32)) {
    let text = sheet.text;
    let (ink, second, hairline) = (*sheet.theme.ink, *sheet.theme.ink_second, *sheet.theme.hairline);
    let right = sheet.right();
    let columns = [right - 480.0, right - 330.0, right - 140.0, right];
    let words = sheet.words(text.t("room.points"), 34.0, theme::serif(), ink);
    sheet.put(&words, left, top);
    let keys = ["room.points_range", "room.points_fine", "room.points_provisions", "room.points_total"];
    for (key, column) in keys.into_iter().zip(columns) {
        let words = sheet.words(text.t(key), 26.0, plain(), second);
        sheet.put_right(&words, column, top + 8.0);
    }
    let start = top + 52.0;
    #[expect(clippy::cast_precision_loss, reason = "twelve teams at most")]
    let row = ((sheet.height - 40.0 - start) / view.points.len().max(1) as f32).min(48.0);
    let size = (row * 0.62).min(30.0);
    for (at, of) in view.points.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "twelve teams at most")]
        let y = start + at as f32 * row;
        sheet.rule(left, right, y, 2.0, hairline);
        let middle = y + row / 2.0;
        sheet.disc(of.team, left + size * 0.5, middle, size * 0.5, true);
        let name = sheet.cut(&of.team.name, size, plain(), ink, columns[0] - left - size - 120.0);
        sheet.put(&name, left + size + 18.0, middle - name.size.y / 2.0);
        let cells = match of.points {
            Some(points) => {
                let range = points.range.map_or_else(|| "–".to_owned(), number);
                [range, number(points.fine), number(points.provisions), number(points.total())]
            }
            None => ["–".to_owned(), "–".to_owned(), "–".to_owned(), number(0)],
        };
        for (at, (cell, column)) in cells.iter().zip(columns).enumerate() {
            let family = if at == 3 { theme::strong() } else { plain() };
            let words = sheet.words(cell, size, family, ink);
            sheet.put_right(&words, column, middle - words.size.y / 2.0);
        }
    }
}

/// Points with a true minus.
pub(super) fn number(points: i32) -> String {
    points.to_string().replace('-', "−")
}

/// A paragraph of a column with the sign before it.
struct Item {
    sign: Sign,
    words: Words,
}

/// What stands before a paragraph.
#[derive(Clone, Copy)]
enum Sign {
    Weight(Option<bool>),
    None,
}

/// Why it was decided so: what weighed at the left, the provisions at the right.
fn why(sheet: &mut Sheet<'_>, views: (&DecisionView<'_>, &ReasonsView<'_>), library: &Library, top: f32) {
    let (decision, reasons) = views;
    let words = sheet.words(&outcome(sheet, decision), 56.0, theme::serif(), *sheet.theme.ink);
    sheet.put_right(&words, sheet.right(), 52.0);
    let _ = library;
    let width = sheet.width - 2.0 * EDGE;
    let gap = 70.0;
    let (left, right) = (width * 0.52 - gap / 2.0, width * 0.48 - gap / 2.0);
    let room = sheet.height - top - 50.0;
    let (first, size) = fitted(sheet, room, |sheet, size| weighed(sheet, reasons, size, left));
    column(sheet, &first, (EDGE, top), size);
    let (second, size) = fitted(sheet, room, |sheet, size| provisions(sheet, reasons, size, right));
    column(sheet, &second, (EDGE + left + gap, top), size);
}

/// A column in the largest size for which there is room.
fn fitted(sheet: &Sheet<'_>, room: f32, lay: impl Fn(&Sheet<'_>, f32) -> Vec<Item>) -> (Vec<Item>, f32) {
    const LARGEST: f32 = 34.0;
    const SMALLEST: f32 = 18.0;
    let mut size = LARGEST;
    loop {
        let items = lay(sheet, size);
        let height: f32 = items.iter().map(|item| item.words.size.y + size * 0.42).sum();
        if height <= room || size <= SMALLEST {
            return (items, size);
        }
        size -= 1.5;
    }
}

fn column(sheet: &mut Sheet<'_>, items: &[Item], (x, top): (f32, f32), size: f32) {
    let mut y = top;
    for item in items {
        let indent = match item.sign {
            Sign::Weight(up) => {
                sheet.weight(up, x + size * 0.4, y + size * 0.68, size * 0.62);
                size * 1.3
            }
            Sign::None => 0.0,
        };
        y += sheet.put(&item.words, x + indent, y).y + size * 0.42;
    }
}

/// What weighed, what a court made of it, and what to remember.
fn weighed(sheet: &Sheet<'_>, view: &ReasonsView<'_>, size: f32, width: f32) -> Vec<Item> {
    let text = sheet.text;
    let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
    let mut items = Vec::new();
    for reason in view.reasons {
        let up = match reason.weight {
            Weight::Against => Some(true),
            Weight::For => Some(false),
            Weight::Neutral => None,
        };
        let words = sheet.lines(&reason.text, size, plain(), ink, width - size * 1.3);
        items.push(Item { sign: Sign::Weight(up), words });
    }
    let mut plain_item = |words: &str, family, ink| {
        items.push(Item { sign: Sign::None, words: sheet.lines(words, size, family, ink, width) });
    };
    if let Some(court) = view.court {
        plain_item(&text.fill("room.court", &[("court", court)]), plain(), second);
    }
    if let Some(standing) = view.standing.filter(|_| matches!(view.appeal, "reduced" | "annulled")) {
        plain_item(&text.fill("room.standing", &[("amount", &text.money(standing))]), plain(), second);
    }
    plain_item(view.lesson, theme::serif(), *sheet.theme.accent);
    items
}

/// What was found and what was not, each with why.
fn provisions(sheet: &Sheet<'_>, view: &ReasonsView<'_>, size: f32, width: f32) -> Vec<Item> {
    let text = sheet.text;
    let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
    let item = |words: String, size, family, ink| {
        let words = sheet.lines(&words, size, family, ink, width);
        Item { sign: Sign::None, words }
    };
    let ruled = |ruled: &Ruled| {
        let article = text.fill("provision.article", &[("name", ruled.provision.as_str())]);
        text.fill("room.ruled", &[("article", &article), ("why", &ruled.why)])
    };
    let mut items = Vec::new();
    if view.found.is_empty() {
        items.push(item(text.t("room.found_none").to_owned(), size, theme::strong(), ink));
    } else {
        items.push(item(text.t("room.found").to_owned(), size, theme::strong(), ink));
        items.extend(view.found.iter().map(|found| item(ruled(found), size, plain(), ink)));
    }
    items.push(item(text.t("room.not_found").to_owned(), size * 0.85, theme::strong(), second));
    items.extend(view.not_found.iter().map(|not| item(ruled(not), size * 0.85, plain(), second)));
    items
}

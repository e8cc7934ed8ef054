//! A round: the facts, the question, who has locked in, and at its end the ranges.

use jiff::civil::DateTime;

use super::axis::Axis;
use super::sheet::{EDGE, Sheet, head, plain};
use crate::gui::{theme, widgets};
use crate::workshop::{RoundStep, RoundView, Teller, Timer};

/// Sizes of the facts, the largest that leaves room for the rest.
const SIZES: [f32; 8] = [44.0, 40.0, 37.0, 34.0, 31.0, 28.0, 25.0, 22.0];
/// The room at the foot with the teams.
const FOOT: f32 = 170.0;

/// Paints a round; returns whether its time runs.
pub(super) fn paint(sheet: &mut Sheet<'_>, view: &RoundView<'_>, timer: Option<(Timer, i64)>, now: DateTime) -> bool {
    let text = sheet.text;
    let title = match view.step {
        RoundStep::Facts | RoundStep::Enter => text.t(teller(view.teller)),
        RoundStep::Locked => text.t("room.locked"),
        RoundStep::Teams => text.t("room.ranges"),
    };
    let top = head(sheet, title, &of_round(sheet, view));
    let ticks = timer.is_some_and(|timer| time(sheet, timer, now));
    match view.step {
        RoundStep::Facts => {
            let about = about(sheet, view, top);
            let room = sheet.height - 60.0 - about;
            let questions = questions(sheet, view, room * 0.4);
            let end = facts(sheet, view, about, sheet.height - 60.0 - questions.height);
            questions.paint(sheet, end.max(sheet.height - 60.0 - questions.height));
        }
        RoundStep::Enter => {
            let foot = foot(sheet, view);
            let question = sheet.height - foot - 230.0;
            facts(sheet, view, top, question);
            ask(sheet, view, question);
            teams(sheet, view, sheet.height - foot);
        }
        RoundStep::Locked => {
            let width = sheet.width - 2.0 * EDGE;
            let words = text.t("room.stay_covered");
            let words = sheet.lines(words, 46.0, plain(), *sheet.theme.ink, width);
            let end = top + 70.0 + sheet.put(&words, EDGE, top + 70.0).y;
            teams(sheet, view, end + 90.0);
        }
        RoundStep::Teams => {
            Axis::of(&view.estimates, view.currency, []).paint_teams(sheet, &view.estimates, top + 30.0);
        }
    }
    ticks
}

fn of_round(sheet: &Sheet<'_>, view: &RoundView<'_>) -> String {
    let names = [("title", view.title), ("round", &view.round.to_string()), ("rounds", &view.rounds.to_string())];
    sheet.text.fill("room.of_round", &names)
}

/// The key of who tells the facts.
pub(in crate::gui::panels) fn teller(teller: Teller) -> &'static str {
    match teller {
        Teller::Client => "room.teller.client",
        Teller::Complaint => "room.teller.complaint",
        Teller::Authority => "room.teller.authority",
        Teller::Inspection => "room.teller.inspection",
        Teller::Hearing => "room.teller.hearing",
    }
}

/// What is left of the time, with a bar; returns whether it runs.
fn time(sheet: &mut Sheet<'_>, (timer, whole): (Timer, i64), now: DateTime) -> bool {
    let left = timer.left(now);
    let over = left <= 0;
    let ink = if over { *sheet.theme.brick } else { *sheet.theme.ink };
    let words = sheet.words(&in_minutes(left), 92.0, theme::serif(), ink);
    let right = sheet.right();
    sheet.put_right(&words, right, 30.0);
    let width = words.size.x.max(180.0);
    let (x, y) = (right - width, 34.0 + words.size.y);
    sheet.fill(x, y, width, 7.0, *sheet.theme.hairline);
    #[expect(clippy::cast_precision_loss, reason = "seconds of a round")]
    let share = (left.max(0) as f32 / whole.max(1) as f32).min(1.0);
    sheet.fill(x, y, width * share, 7.0, *sheet.theme.accent);
    matches!(timer, Timer::Running { .. })
}

/// "3:40"; over: "0:00".
pub(in crate::gui::panels) fn in_minutes(left: i64) -> String {
    let left = left.max(0);
    format!("{}:{:02}", left / 60, left % 60)
}

/// Who it is about, in the first round; returns where that ends.
fn about(sheet: &mut Sheet<'_>, view: &RoundView<'_>, top: f32) -> f32 {
    let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
    let name = sheet.words(view.organisation, 30.0, theme::strong(), ink);
    let y = top + 20.0;
    sheet.put(&name, EDGE, y);
    let left = EDGE + name.size.x + 22.0;
    let words = sheet.lines(view.about, 30.0, plain(), second, sheet.right() - left);
    let size = sheet.put(&words, left, y);
    let end = y + size.y + 18.0;
    sheet.rule(EDGE, sheet.right(), end, 2.0, *sheet.theme.hairline);
    end
}

/// The facts with their numbers between two heights, as large as there is room; returns
/// where they end.
fn facts(sheet: &mut Sheet<'_>, view: &RoundView<'_>, top: f32, bottom: f32) -> f32 {
    let ink = *sheet.theme.ink;
    let whole = sheet.width - 2.0 * EDGE - 70.0;
    let mut laid = Vec::new();
    // No wider than is read with ease; where that is too long, as wide as the sheet is.
    let eased = SIZES.map(|size| (size, whole.min(widgets::measure(size))));
    for (size, width) in eased.into_iter().chain(SIZES.map(|size| (size, whole.min(1640.0)))) {
        laid = view.facts.iter().map(|fact| (size, sheet.lines(fact, size, plain(), ink, width))).collect();
        let height: f32 = laid.iter().map(|(size, words)| words.size.y + room(*size)).sum();
        if height <= bottom - top {
            break;
        }
    }
    let mut y = top;
    let last = laid.len();
    for (at, (size, words)) in laid.iter().enumerate() {
        let gap = room(*size);
        let number = sheet.words(&(at + 1).to_string(), *size, theme::serif(), *sheet.theme.accent);
        sheet.put(&number, EDGE, y + gap / 2.0);
        sheet.put(words, EDGE + 64.0, y + gap / 2.0);
        y += words.size.y + gap;
        if at + 1 < last {
            sheet.rule(EDGE, sheet.right(), y, 2.0, *sheet.theme.hairline);
        }
    }
    y
}

/// The room around a fact.
fn room(size: f32) -> f32 {
    size * 0.8
}

/// What the teams should talk about, laid out.
struct Questions {
    words: Vec<super::sheet::Words>,
    height: f32,
}

fn questions(sheet: &Sheet<'_>, view: &RoundView<'_>, most: f32) -> Questions {
    let width = sheet.width - 2.0 * EDGE - 64.0;
    let mut words = Vec::new();
    let mut height = 0.0;
    for size in [36.0, 32.0, 28.0, 24.0] {
        let lay = |question: &String| sheet.lines(question, size, theme::strong(), *sheet.theme.ink, width);
        words = view.questions.iter().map(lay).collect();
        height = words.iter().map(|words: &super::sheet::Words| words.size.y + 14.0).sum::<f32>() + 76.0;
        if height <= most {
            break;
        }
    }
    Questions { words, height }
}

impl Questions {
    fn paint(&self, sheet: &mut Sheet<'_>, top: f32) {
        sheet.rule(EDGE, sheet.right(), top, 3.0, *sheet.theme.accent);
        let words = sheet.words(sheet.text.t("room.discuss"), 26.0, plain(), *sheet.theme.ink_second);
        let mut y = top + 20.0;
        y += sheet.put(&words, EDGE, y).y + 12.0;
        for words in &self.words {
            sheet.weight(None, EDGE + 16.0, y + 22.0, 40.0);
            y += sheet.put(words, EDGE + 64.0, y).y + 14.0;
        }
    }
}

/// What is asked, and what may be chosen.
fn ask(sheet: &mut Sheet<'_>, view: &RoundView<'_>, top: f32) {
    let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
    let text = sheet.text;
    sheet.rule(EDGE, sheet.right(), top, 3.0, *sheet.theme.accent);
    let width = sheet.width - 2.0 * EDGE;
    let words = sheet.lines(text.t("room.question"), 46.0, theme::serif(), ink, width);
    let mut y = top + 22.0;
    y += sheet.put(&words, EDGE, y).y + 6.0;
    let currency = view.currency.code();
    let words = sheet.lines(&text.fill("room.question_also", &[("currency", currency)]), 30.0, plain(), second, width);
    y += sheet.put(&words, EDGE, y).y + 10.0;
    let all: Vec<String> =
        view.candidates.iter().map(|id| text.fill("provision.article", &[("name", id.as_str())])).collect();
    let words = text.fill("room.candidates", &[("provisions", &all.join(" · "))]);
    let size = if all.len() > 10 { 26.0 } else { 30.0 };
    let words = sheet.lines(&words, size, theme::strong(), ink, width);
    sheet.put(&words, EDGE, y);
}

/// How many teams stand beside each other, and how high they stand.
fn columns(view: &RoundView<'_>) -> usize {
    if view.teams.len() <= 6 { view.teams.len().max(4) } else { 6 }
}

fn foot(_: &Sheet<'_>, view: &RoundView<'_>) -> f32 {
    if view.teams.len() > columns(view) { FOOT + 96.0 } else { FOOT }
}

/// Who has locked in, not what.
fn teams(sheet: &mut Sheet<'_>, view: &RoundView<'_>, top: f32) {
    let (ink, second, green) = (*sheet.theme.ink, *sheet.theme.ink_second, *sheet.theme.green);
    sheet.rule(EDGE, sheet.right(), top, 2.0, *sheet.theme.hairline);
    let columns = columns(view);
    #[expect(clippy::cast_precision_loss, reason = "twelve teams at most")]
    let cell = (sheet.width - 2.0 * EDGE) / columns as f32;
    let (mut x, mut y) = (EDGE, top + 62.0);
    for (at, state) in view.teams.iter().enumerate() {
        if at > 0 && at.is_multiple_of(columns) {
            x = EDGE;
            y += 96.0;
        }
        sheet.disc(state.team, x + 34.0, y, 34.0, state.locked);
        let name = sheet.cut(&state.team.name, 30.0, theme::strong(), ink, cell - 100.0);
        sheet.put(&name, x + 86.0, y - name.size.y + 2.0);
        let (key, color) = if state.locked { ("room.locked_in", ink) } else { ("room.still_open", second) };
        let words = sheet.words(sheet.text.t(key), 26.0, plain(), color);
        let size = sheet.put(&words, x + 86.0, y + 2.0);
        if state.locked {
            sheet.tick(x + 96.0 + size.x, y + 10.0, 20.0, green);
        }
        x += cell;
    }
}

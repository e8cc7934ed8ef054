//! Before the first scenario: what will be played, and who plays.

use super::sheet::{EDGE, Sheet, plain};
use crate::gui::theme;
use crate::workshop::LobbyView;

pub(super) fn paint(sheet: &mut Sheet<'_>, view: &LobbyView<'_>) {
    let (ink, second, accent) = (*sheet.theme.ink, *sheet.theme.ink_second, *sheet.theme.accent);
    let text = sheet.text;
    let width = sheet.width - 2.0 * EDGE;
    let title = if view.title.is_empty() { text.t("screen.workshop") } else { view.title };
    let words = sheet.lines(title, 84.0, theme::serif(), ink, width);
    let mut y = 120.0 + sheet.put(&words, EDGE, 120.0).y + 12.0;
    let words = sheet.lines(text.t("room.lobby"), 36.0, plain(), second, width);
    y += sheet.put(&words, EDGE, y).y + 50.0;
    sheet.rule(EDGE, sheet.right(), y, 2.0, *sheet.theme.hairline);
    y += 40.0;
    // A long list in two columns.
    let two = view.scenarios.len() > 4;
    let column = if two { width / 2.0 } else { width };
    let rows = if two { view.scenarios.len().div_ceil(2) } else { view.scenarios.len() };
    let (top, mut lowest) = (y, y);
    for (at, scenario) in view.scenarios.iter().enumerate() {
        if at == rows {
            y = top;
        }
        let x = EDGE + if at >= rows { column } else { 0.0 };
        let number = sheet.words(&(at + 1).to_string(), 42.0, theme::serif(), accent);
        sheet.put(&number, x, y);
        let words = sheet.cut(scenario, 42.0, theme::serif(), ink, column - 90.0);
        y += sheet.put(&words, x + 70.0, y).y + 18.0;
        lowest = lowest.max(y);
    }
    y = lowest + 40.0;
    sheet.rule(EDGE, sheet.right(), y, 2.0, *sheet.theme.hairline);
    y += 60.0;
    let columns = 4_u8;
    let cell = width / f32::from(columns);
    let mut x = EDGE;
    for (at, team) in view.teams.iter().enumerate() {
        if at > 0 && at.is_multiple_of(usize::from(columns)) {
            x = EDGE;
            y += 84.0;
        }
        sheet.disc(team, x + 30.0, y, 30.0, true);
        let words = sheet.cut(&team.name, 36.0, theme::strong(), ink, cell - 96.0);
        sheet.put(&words, x + 80.0, y - words.size.y / 2.0);
        x += cell;
    }
}

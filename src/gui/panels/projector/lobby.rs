//! Before the first scenario: what will be played, and who plays.

use super::sheet::{EDGE, Sheet, plain};
use crate::gui::theme;
use crate::workshop::LobbyView;

/// Sizes of title, scenarios and teams, and the rooms around them.
struct Sizes {
    top: f32,
    title: f32,
    scenario: f32,
    team: f32,
    row: f32,
    gap: f32,
}

/// For few scenarios and teams.
const ROOMY: Sizes = Sizes { top: 120.0, title: 84.0, scenario: 42.0, team: 36.0, row: 84.0, gap: 46.0 };
/// For many.
const CROWDED: Sizes = Sizes { top: 60.0, title: 56.0, scenario: 30.0, team: 28.0, row: 68.0, gap: 26.0 };
/// So many scenarios and teams together are many.
const MANY: usize = 11;

pub(super) fn paint(sheet: &mut Sheet<'_>, view: &LobbyView<'_>) {
    let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
    let text = sheet.text;
    let sizes = if view.scenarios.len() + view.teams.len() > MANY { CROWDED } else { ROOMY };
    let width = sheet.width - 2.0 * EDGE;
    let title = if view.title.is_empty() { text.t("screen.workshop") } else { view.title };
    let words = sheet.lines(title, sizes.title, theme::serif(), ink, width);
    let mut y = sizes.top + sheet.put(&words, EDGE, sizes.top).y + 12.0;
    let words = sheet.lines(text.t("room.lobby"), 32.0, plain(), second, width);
    y += sheet.put(&words, EDGE, y).y + sizes.gap;
    sheet.rule(EDGE, sheet.right(), y, 2.0, *sheet.theme.hairline);
    y = scenarios(sheet, view, &sizes, y + sizes.gap) + sizes.gap;
    sheet.rule(EDGE, sheet.right(), y, 2.0, *sheet.theme.hairline);
    teams(sheet, view, &sizes, y + sizes.gap + sizes.row * 0.4);
}

/// The titles in order, a long list in two columns; returns where they end.
fn scenarios(sheet: &mut Sheet<'_>, view: &LobbyView<'_>, sizes: &Sizes, top: f32) -> f32 {
    let (ink, accent) = (*sheet.theme.ink, *sheet.theme.accent);
    let width = sheet.width - 2.0 * EDGE;
    let two = view.scenarios.len() > 4;
    let column = if two { width / 2.0 } else { width };
    let rows = if two { view.scenarios.len().div_ceil(2) } else { view.scenarios.len() };
    let (mut y, mut lowest) = (top, top);
    for (at, scenario) in view.scenarios.iter().enumerate() {
        if at == rows {
            y = top;
        }
        let x = EDGE + if at >= rows { column } else { 0.0 };
        let number = sheet.words(&(at + 1).to_string(), sizes.scenario, theme::serif(), accent);
        sheet.put(&number, x, y);
        let words = sheet.cut(scenario, sizes.scenario, theme::serif(), ink, column - 90.0);
        y += sheet.put(&words, x + 70.0, y).y + sizes.scenario * 0.35;
        lowest = lowest.max(y);
    }
    lowest
}

/// The teams with their looks, four beside each other.
fn teams(sheet: &mut Sheet<'_>, view: &LobbyView<'_>, sizes: &Sizes, top: f32) {
    const COLUMNS: u8 = 4;
    let cell = (sheet.width - 2.0 * EDGE) / f32::from(COLUMNS);
    let radius = sizes.row * 0.36;
    let (mut x, mut y) = (EDGE, top);
    for (at, team) in view.teams.iter().enumerate() {
        if at > 0 && at.is_multiple_of(usize::from(COLUMNS)) {
            x = EDGE;
            y += sizes.row;
        }
        sheet.disc(team, x + radius, y, radius, true);
        let left = 2.0 * radius + 20.0;
        let words = sheet.cut(&team.name, sizes.team, theme::strong(), *sheet.theme.ink, cell - left - 16.0);
        sheet.put(&words, x + left, y - words.size.y / 2.0);
        x += cell;
    }
}

//! The bar at the top: menus, the matter, the palette's field.

use egui::{Align, Button, FontId, Layout, Rect, RichText, ScrollArea, Ui, Vec2};

use crate::gui::app::{App, Open};
use crate::gui::command::HelpPage;
use crate::gui::workshop::Wish;
use crate::gui::{Command, Recent, Screen, clicks, theme, widgets};

/// How wide the palette's field is.
const FIELD: f32 = 260.0;
/// How wide it is where only its keys stand in it.
const SLIM_FIELD: f32 = 56.0;
/// Below this width beside the menus there is no room for more.
const ROOMY: f32 = 480.0;

/// Room between a menu's frame and the edge of the window.
const MENU_EDGE: f32 = 12.0;

/// The menus, from left to right.
const MENUS: [&str; 4] = ["menu.file", "menu.edit", "menu.view", "menu.help"];

/// The menu in which a command stands.
pub(super) fn menu_of(command: &Command) -> &'static str {
    use Command::{Copy, Cut, Find, Palette, Paste, Redo, SelectAll, Undo};
    use Command::{NextPart, PreviousPart, Show, ToggleTheme, ZoomIn, ZoomOut, ZoomReset};
    match command {
        Undo | Redo | Cut | Copy | Paste | SelectAll | Find | Palette => "menu.edit",
        Show(screen) if *screen != Screen::HowGood => "menu.view",
        ToggleTheme | ZoomIn | ZoomOut | ZoomReset | NextPart | PreviousPart => "menu.view",
        Show(_) | Command::Help(_) => "menu.help",
        _ => "menu.file",
    }
}

pub(in crate::gui) fn ui(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let text = &app.library.locale;
    ui.horizontal_centered(|ui| {
        let all = Command::offered();
        let titles = MENUS.map(|title| menu(ui, app, title, all.iter().filter(|c| menu_of(c) == title), out));
        clicks::exempt(ui.ctx(), titles.to_vec());
        // In a narrow window the field shows its keys only.
        let wide = ui.available_width() >= ROOMY;
        let field = if wide { FIELD } else { SLIM_FIELD };
        if let Some(open) = &app.open {
            ui.add_space(6.0);
            matter(ui, app, open, field);
        }
        if let Some(room) = &app.room {
            ui.add_space(6.0);
            super::workshop::name(ui, app, room);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let hint = RichText::new(text.t("bar.find")).color(*app.theme.ink_second);
            let keys = RichText::new(text.t("bar.find_keys")).size(theme::SMALL).color(*app.theme.ink_second);
            let button = if wide { Button::new(hint).shortcut_text(keys) } else { Button::new(keys) };
            let button = ui.add(button.min_size(Vec2::new(field, 26.0)));
            if button.on_hover_text(text.t("bar.find")).clicked() {
                out.push(Command::Palette);
            }
        });
    });
}

/// The matter's title, cut where the room ends, and whether it is saved, never cut.
fn matter(ui: &mut Ui, app: &App, open: &Open, field: f32) {
    let text = &app.library.locale;
    let state = match (&open.path, open.is_changed()) {
        (_, true) => text.t("bar.changed"),
        (Some(_), false) => text.t("bar.saved"),
        (None, false) if app.library.presets.iter().any(|preset| preset.case_file == open.case_file) => {
            text.t("bar.shipped")
        }
        (None, false) => text.t("bar.new"),
    };
    let font = FontId::proportional(theme::SMALL);
    let width = ui.painter().layout_no_wrap(state.to_owned(), font, *app.theme.ink_second).size().x;
    let room = ui.available_width() - field - width - 3.0 * ui.spacing().item_spacing.x;
    let title = RichText::new(&open.case_file.title).font(FontId::new(theme::BODY, theme::strong()));
    ui.scope(|ui| {
        ui.set_max_width(room.max(40.0));
        ui.add(egui::Label::new(title).truncate());
    });
    widgets::small(ui, &app.theme, state);
}

/// One menu; returns where its title stands.
fn menu<'c>(
    ui: &mut Ui,
    app: &App,
    key: &str,
    commands: impl Iterator<Item = &'c Command>,
    out: &mut Vec<Command>,
) -> Rect {
    let text = &app.library.locale;
    let title = RichText::new(text.t(key)).color(*app.theme.ink_second);
    let button = egui::containers::menu::MenuButton::from_button(Button::new(title).frame(false));
    let (response, _) = button.ui(ui, |ui| {
        ui.set_min_width(220.0);
        // In a low window a long menu scrolls.
        let room = ui.ctx().content_rect().height() - theme::BAR - 2.0 * MENU_EDGE;
        ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
            for command in commands {
                // What a workshop needs stands there while one runs.
                if matches!(command, Command::Workshop(wish) if wish.needs_room()) && app.room.is_none() {
                    continue;
                }
                let Some(name) = name(app, command) else { continue };
                let keys = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut)).unwrap_or_default();
                let keys = match command {
                    Command::Help(HelpPage::Sources) => text.date(app.today),
                    _ => keys,
                };
                let button = Button::new(name).shortcut_text(keys).frame(false);
                if ui.add_enabled(is_possible(app, command), button).clicked() {
                    out.push(command.clone());
                    ui.close();
                }
                if *command == Command::Open {
                    recent(ui, app, out);
                }
            }
        });
    });
    response.rect
}

/// The matters opened before, as on the start page.
fn recent(ui: &mut Ui, app: &App, out: &mut Vec<Command>) {
    let text = &app.library.locale;
    if app.recent().is_empty() || app.is_sheltered() {
        return;
    }
    // Set apart by room: a line would make the menu as wide as the window lets it.
    ui.add_space(5.0);
    widgets::small(ui, &app.theme, text.t("start.recent"));
    for matter in app.recent() {
        let title = title_of(app, matter);
        let gone = app.vanished.contains(&matter.path);
        let mut name = shortened(title);
        if let Some(apart) = matter.apart(app.recent()) {
            name.push_str(" · ");
            name.push_str(&apart);
        }
        let entry = ui.add_enabled(!gone, Button::new(name).frame(false));
        if entry.on_hover_text(matter.path.display().to_string()).clicked() {
            out.push(Command::OpenPath(matter.path.clone()));
            ui.close();
        }
    }
    ui.add_space(5.0);
}

/// What a recent file is called where it has no title.
pub(super) fn title_of<'a>(app: &'a App, recent: &'a Recent) -> &'a str {
    let text = &app.library.locale;
    match recent.title.as_str() {
        "" if recent.is_workshop() => text.t("screen.workshop"),
        "" => text.t("matter.new"),
        title => title,
    }
}

/// What a command is called now: undo and redo say what.
pub(super) fn name(app: &App, command: &Command) -> Option<String> {
    let text = &app.library.locale;
    let history = app.open.as_ref().map(|open| &open.history);
    let (key, change) = match command {
        Command::Undo => ("command.undo_what", history.and_then(|history| history.last())),
        Command::Redo => ("command.redo_what", history.and_then(|history| history.next())),
        _ => return command.key().map(|key| text.t(key).to_owned()),
    };
    match change {
        Some(change) => Some(text.fill(key, &[("what", &shortened(&change.what))])),
        None => command.key().map(|key| text.t(key).to_owned()),
    }
}

/// A question's wording would make a menu wider than the window.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 48;
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    words.chars().take(LONGEST).chain(['…']).collect()
}

/// Whether a command makes sense now.
pub(super) fn is_possible(app: &App, command: &Command) -> bool {
    match command {
        Command::Save => app.open.is_some() || app.room.is_some(),
        Command::SaveAs
        | Command::ExportReport
        | Command::Print
        | Command::CloseMatter
        | Command::Workshop(Wish::Pack) => app.open.is_some(),
        Command::Cut | Command::Copy | Command::Paste | Command::SelectAll => app.target.is_some(),
        Command::Workshop(wish) => app.room.is_some() || !wish.needs_room(),
        Command::Undo if app.room.is_some() => app.session().is_some_and(|session| session.undoable().is_some()),
        Command::Undo => app.open.as_ref().is_some_and(|open| open.history.last().is_some()),
        Command::Redo => app.open.as_ref().is_some_and(|open| open.history.next().is_some()),
        Command::Show(screen) => !screen.needs_matter() || app.open.is_some(),
        _ => true,
    }
}

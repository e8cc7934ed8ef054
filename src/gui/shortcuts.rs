//! Keys that stand for commands. The modifiers must be exactly those of the shortcut:
//! else Ctrl+Z would take Ctrl+Shift+Z for itself.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::command::HelpPage;
use super::workshop::{Mode, Wish};
use super::{Command, Screen};

/// The keys of a command, the ones shown first.
pub(super) fn of(command: &Command) -> Vec<KeyboardShortcut> {
    const COMMAND: Modifiers = Modifiers::COMMAND;
    const SHIFTED: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    let keys: &[(Modifiers, Key)] = match command {
        Command::New => &[(COMMAND, Key::N)],
        Command::Open => &[(COMMAND, Key::O)],
        Command::Save => &[(COMMAND, Key::S)],
        Command::SaveAs => &[(SHIFTED, Key::S)],
        Command::ExportReport => &[(COMMAND, Key::E)],
        Command::Print => &[(COMMAND, Key::P)],
        Command::CloseMatter => &[(COMMAND, Key::W)],
        Command::Undo => &[(COMMAND, Key::Z)],
        Command::Redo => &[(SHIFTED, Key::Z), (COMMAND, Key::Y)],
        Command::Palette => &[(COMMAND, Key::K)],
        Command::Find => &[(COMMAND, Key::F)],
        // These reach the field with the focus without the window's doing.
        Command::Cut => &[(COMMAND, Key::X)],
        Command::Copy => &[(COMMAND, Key::C)],
        Command::Paste => &[(COMMAND, Key::V)],
        Command::SelectAll => &[(COMMAND, Key::A)],
        Command::NextPart => &[(Modifiers::NONE, Key::F6)],
        Command::PreviousPart => &[(Modifiers::SHIFT, Key::F6)],
        Command::Help(HelpPage::Keys) => &[(Modifiers::NONE, Key::F1)],
        Command::ToggleTheme => &[(SHIFTED, Key::D)],
        // On many keyboards plus stands on the shifted equals sign.
        Command::ZoomIn => {
            &[(COMMAND, Key::Plus), (COMMAND, Key::Equals), (SHIFTED, Key::Plus), (SHIFTED, Key::Equals)]
        }
        Command::ZoomOut => &[(COMMAND, Key::Minus)],
        Command::ZoomReset => &[(COMMAND, Key::Num0)],
        Command::Quit => &[(COMMAND, Key::Q)],
        Command::Workshop(Wish::Next(false)) => &[(COMMAND, Key::Enter)],
        Command::Workshop(Wish::Project(true)) => &[(Modifiers::NONE, Key::F5)],
        Command::Workshop(Wish::Mode(Mode::Live)) => &[(Modifiers::NONE, Key::F7)],
        Command::Workshop(Wish::Mode(Mode::Hold)) => &[(Modifiers::NONE, Key::F8)],
        Command::Workshop(Wish::Mode(Mode::Blank)) => &[(Modifiers::NONE, Key::F9)],
        Command::Show(Screen::Organisation) => &[(COMMAND, Key::Num1)],
        Command::Show(Screen::Practices) => &[(COMMAND, Key::Num2)],
        Command::Show(Screen::Findings) => &[(COMMAND, Key::Num3)],
        Command::Show(Screen::Comparables) => &[(COMMAND, Key::Num4)],
        Command::Show(Screen::FineCalculation) => &[(COMMAND, Key::Num5)],
        Command::Show(Screen::Exposure) => &[(COMMAND, Key::Num6)],
        Command::Show(Screen::Report) => &[(COMMAND, Key::Num7)],
        Command::Show(Screen::Timeline) => &[(COMMAND, Key::T)],
        Command::Show(Screen::Decisions) => &[(COMMAND, Key::L)],
        Command::Show(Screen::Settings) => &[(COMMAND, Key::Comma)],
        _ => &[],
    };
    keys.iter().map(|(modifiers, key)| KeyboardShortcut::new(*modifiers, *key)).collect()
}

/// Takes the commands whose keys were pressed out of the input, in the order pressed.
pub(super) fn pressed(ctx: &Context, may: impl Fn(&Command) -> bool) -> Vec<Command> {
    let offered: Vec<(Command, Vec<KeyboardShortcut>)> =
        Command::offered().into_iter().map(|command| (command.clone(), of(&command))).collect();
    let mut found = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let fits = |known: &KeyboardShortcut| known.logical_key == *key && modifiers.matches_exact(known.modifiers);
            let command = offered.iter().find(|(_, keys)| keys.iter().any(fits)).map(|(command, _)| command);
            let Some(command) = command.filter(|command| may(command)) else { return true };
            found.push(command.clone());
            false
        });
    });
    found
}

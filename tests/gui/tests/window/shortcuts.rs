//! Keys.

use amende::gui::{App, Command, Screen};
use egui::{Key, Modifiers};

use super::support::{kaspr, send};

/// What the keys of a command lead to, told apart by what can be seen of it.
fn state(app: &App) -> String {
    format!("{:?} {:?} {}", app.screen(), app.case_file().map(|matter| matter.title.clone()), app.scale())
}

/// Every shortcut offered, pressed as real keys, brings its own command and no other.
#[test]
fn every_shortcut_brings_its_own_command() {
    let mut seen = 0;
    let mut window = kaspr();
    // What edits a field reaches the field: its test is in `focus`.
    let field = [Command::Cut, Command::Copy, Command::Paste, Command::SelectAll];
    for command in Command::offered().into_iter().filter(|command| !field.contains(command)) {
        for shortcut in command.shortcuts() {
            window.state_mut().listen();
            let modifiers = shortcut.modifiers;
            // As the window system sends it: the control key is also the command key.
            let pressed = Modifiers { ctrl: modifiers.command || modifiers.ctrl, ..modifiers };
            window.key_press_modifiers(pressed, shortcut.logical_key);
            window.step();
            assert_eq!(window.state().heard(), std::slice::from_ref(&command), "{shortcut:?}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn undo_and_redo_by_keys_go_back_and_forth() {
    let mut window = kaspr();
    let states: Vec<_> = (0..4)
        .map(|step| {
            let mut changed = window.state().case_file().unwrap().clone();
            changed.undertaking.name = format!("Name {step}");
            send(&mut window, Command::Edit(Box::new(changed.clone())));
            changed
        })
        .collect();
    let shifted = Modifiers::COMMAND | Modifiers::SHIFT | Modifiers::CTRL;
    let control = Modifiers::COMMAND | Modifiers::CTRL;
    let steps = [(control, Key::Z, 2), (control, Key::Z, 1), (shifted, Key::Z, 2), (control, Key::Y, 3)];
    for (modifiers, key, expected) in steps {
        window.key_press_modifiers(modifiers, key);
        window.run_ok();
        assert_eq!(window.state().case_file().unwrap(), &states[expected], "{modifiers:?} {key:?}");
    }
}

#[test]
fn no_two_commands_share_a_shortcut() {
    let mut seen = Vec::new();
    for command in Command::offered() {
        assert!(command.key().is_some(), "{command:?} is offered without a name");
        for shortcut in command.shortcuts() {
            assert!(!seen.contains(&shortcut), "{command:?}");
            seen.push(shortcut);
        }
    }
}

/// Keys, menu and settings speak of the same scale.
#[test]
fn the_scale_of_keys_is_that_of_the_settings() {
    let mut window = kaspr();
    let control = Modifiers::COMMAND | Modifiers::CTRL;
    let before = state(window.state());
    for (key, expected) in [(Key::Plus, 125), (Key::Plus, 150), (Key::Minus, 125), (Key::Num0, 100), (Key::Minus, 90)] {
        window.key_press_modifiers(control, key);
        window.run_ok();
        window.run_ok();
        assert_eq!(window.state().scale(), expected);
        assert!((window.ctx.zoom_factor() - f32::from(expected) / 100.0).abs() < 1e-4);
    }
    assert_ne!(before, state(window.state()));
    send(&mut window, Command::Show(Screen::Settings));
}

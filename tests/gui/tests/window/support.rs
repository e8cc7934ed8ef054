//! The window as a person uses it: opens, types, clicks, and reads what is shown.

use amende::gui::{Command, Screen};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable as _};

pub(crate) use crate::harness::{Window, library};

pub(crate) fn window() -> Window {
    sized([1280.0, 720.0])
}

/// The window with other data.
pub(crate) fn with_data(library: &'static amende::library::Library) -> Window {
    crate::harness::start_with(library, Harness::builder().with_size([1280.0, 720.0]).with_step_dt(1.0 / 60.0))
}

/// A window whose clock goes on as on a screen of sixty pictures a second.
pub(crate) fn sized(size: [f32; 2]) -> Window {
    crate::harness::start(Harness::builder().with_size(size).with_step_dt(1.0 / 60.0))
}

/// The window with the Kaspr matter open.
pub(crate) fn kaspr() -> Window {
    let mut window = window();
    send(&mut window, Command::OpenPreset("kaspr.amende.ron".to_owned()));
    assert_eq!(window.state().screen(), Screen::Organisation);
    window
}

/// Carries a command out.
pub(crate) fn send(window: &mut Window, command: Command) {
    window.state_mut().push(command);
    window.run_ok();
    window.run_ok();
}

/// Goes to a stage and lets everything behind the window finish.
pub(crate) fn settled(window: &mut Window, screen: Screen) {
    window.state_mut().push(Command::Show(screen));
    window.step();
    finish(window);
}

/// Lets everything behind the window finish.
pub(crate) fn finish(window: &mut Window) {
    for _ in 0..100_000 {
        window.step();
        if window.state().is_idle() {
            break;
        }
        std::thread::yield_now();
    }
    window.run_ok();
}

/// Types into a field, as after a click on it.
pub(crate) fn type_into(window: &mut Window, label: &str, text: &str) {
    let role = egui::accesskit::Role::TextInput;
    window.get_by_role_and_label(role, label).focus();
    window.run_ok();
    window.get_by_role_and_label(role, label).type_text(text);
    window.run_ok();
}

/// Presses and releases the primary button at a place.
pub(crate) fn click_at(window: &mut Window, pos: egui::Pos2) {
    window.hover_at(pos);
    window.run_ok();
    for pressed in [true, false] {
        window.event(egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        });
        window.step();
    }
    window.run_ok();
}

/// Whether something with this label is shown.
pub(crate) fn shows(window: &Window, label: &str) -> bool {
    window.query_all_by_label(label).next().is_some()
}

/// Whether something whose label contains this is shown.
pub(crate) fn shows_part(window: &Window, label: &str) -> bool {
    window.query_all(By::new().label_contains(label)).next().is_some()
}

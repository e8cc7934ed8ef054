//! Text that cannot be read is no part of the matter: saving and leaving say so.

use amende::facts::CaseFile;
use amende::gui::{Command, NoticeKind};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, finish, library, send, shows, shows_part, type_into, window};

const CONTROL: Modifiers = Modifiers::COMMAND.plus(Modifiers::CTRL);
const ABOUT: &str = "Employees “about 900”";

/// A saved matter of 250 employees, with "about 900" typed over them.
fn about_900(folder: &std::path::Path) -> Window {
    let path = folder.join("m.amende.ron");
    let mut matter = CaseFile::new("Web shop", "Newsletter");
    matter.undertaking.employees = Some(250);
    amende::storage::save(&path, &matter, &library().law).unwrap();
    let mut window = window();
    send(&mut window, Command::OpenPath(path));
    finish(&mut window);
    retype(&mut window, "about 900");
    assert_eq!(window.state().case_file().unwrap(), &matter, "what cannot be read changes nothing");
    window
}

/// Types another text over what stands in Employees.
fn retype(window: &mut Window, text: &str) {
    window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Employees").focus();
    window.run_ok();
    window.key_press_modifiers(CONTROL, Key::A);
    window.run_ok();
    type_into(window, "Employees", text);
}

fn press(window: &mut Window, key: Key) {
    window.key_press_modifiers(CONTROL, key);
    window.run_ok();
    finish(window);
}

fn notices(window: &Window) -> Vec<(NoticeKind, String)> {
    window.state().notices().iter().map(|(kind, text)| (kind, text.to_owned())).collect()
}

/// Whether the window was asked to close.
fn closes(window: &Window) -> bool {
    let output = window.output();
    output.viewport_output.values().any(|view| view.commands.contains(&egui::ViewportCommand::Close))
}

#[test]
fn saving_says_what_is_not_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = about_900(folder.path());
    press(&mut window, Key::S);
    let told = notices(&window);
    assert!(told.iter().any(|(kind, text)| *kind == NoticeKind::Error && text.contains(ABOUT)), "{told:?}");
    // Corrected, it is saved and nothing more is said.
    retype(&mut window, "900");
    assert!(!notices(&window).iter().any(|(_, text)| text.contains("about 900")), "what was said holds no longer");
    press(&mut window, Key::S);
    let told = notices(&window);
    assert!(!told.is_empty() && !told.iter().any(|(_, text)| text.contains("about 900")), "{told:?}");
    let saved = amende::storage::open(&folder.path().join("m.amende.ron"), &library().law).unwrap();
    assert_eq!(saved.undertaking.employees, Some(900));
}

#[test]
fn leaving_asks_and_names_the_field() {
    for command in [Command::Quit, Command::CloseMatter, Command::New] {
        let folder = tempfile::tempdir().unwrap();
        let mut window = about_900(folder.path());
        send(&mut window, command.clone());
        assert!(shows(&window, "Leave without saving?") && shows(&window, ABOUT), "{command:?}");
        assert!(!shows(&window, "The matter has changes that are not saved."), "the matter itself is saved");
        window.get_by_label("Stay here").click_accesskit();
        window.run_ok();
        window.run_ok();
        assert!(window.state().case_file().is_some() && !shows(&window, "Leave without saving?"));
        // Taken away, there is nothing left to ask about.
        retype(&mut window, "250");
        send(&mut window, command.clone());
        assert!(!shows(&window, "Leave without saving?"), "{command:?}");
    }
}

/// The button of the window system asks as the key does.
#[test]
fn closing_the_window_asks() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = about_900(folder.path());
    press(&mut window, Key::Q);
    assert!(shows(&window, ABOUT));
    window.get_by_label("Leave without saving").click_accesskit();
    let mut closed = false;
    for _ in 0..4 {
        window.step();
        closed |= closes(&window);
    }
    assert!(closed && window.state().case_file().is_none(), "left as was wished");
}

/// Asked once with changes beside it, saving and going on asks no second time.
#[test]
fn saving_before_leaving_asks_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = about_900(folder.path());
    type_into(&mut window, "Name", "Harbour");
    send(&mut window, Command::CloseMatter);
    assert!(shows(&window, "The matter has changes that are not saved.") && shows(&window, ABOUT));
    window.get_by_label("Save").click_accesskit();
    window.run_ok();
    finish(&mut window);
    assert!(!shows(&window, "Leave without saving?") && window.state().case_file().is_none());
    let saved = amende::storage::open(&folder.path().join("m.amende.ron"), &library().law).unwrap();
    assert_eq!((saved.undertaking.name.as_str(), saved.undertaking.employees), ("Harbour", Some(250)));
}

#[test]
fn below_the_field_stands_what_is_used_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = about_900(folder.path());
    assert!(shows(&window, "Not used until it is corrected.") && shows(&window, "250 is used until it is corrected."));
    send(&mut window, Command::Discard(Box::new(Command::New)));
    type_into(&mut window, "Employees", "about 900");
    assert!(shows(&window, "No value is used until it is corrected."));
    assert!(!shows_part(&window, "250 is used"));
}

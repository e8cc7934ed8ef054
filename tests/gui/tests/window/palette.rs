//! The palette.

use amende::gui::{Command, Screen};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, kaspr, send, settled, shows, shows_part, type_into, window};

const FIELD: &str = "Find or do anything";

fn asked(window: &mut Window, words: &str) {
    send(window, Command::Palette);
    type_into(window, FIELD, words);
    window.run_ok();
}

fn chosen(window: &mut Window) {
    window.key_press(Key::Enter);
    window.run_ok();
    window.run_ok();
}

#[test]
fn return_on_nothing_does_nothing() {
    let mut window = window();
    send(&mut window, Command::Palette);
    chosen(&mut window);
    assert!(window.state().case_file().is_none(), "no new matter");
    assert!(window.query_by_role_and_label(egui::accesskit::Role::TextInput, FIELD).is_some(), "still open");
}

#[test]
fn the_box_stands_still_and_says_when_nothing_is_found() {
    let mut window = kaspr();
    let mut places = Vec::new();
    for words in ["", "a", "criteo", "xyzzy", "art 33"] {
        asked(&mut window, words);
        let role = egui::accesskit::Role::TextInput;
        places.push(window.get_by_role_and_label(role, FIELD).rect());
        assert_eq!(shows_part(&window, "Nothing is found"), words == "xyzzy", "{words}");
        send(&mut window, Command::Dismiss);
    }
    places.dedup();
    assert_eq!(places.len(), 1, "{places:?}");
}

#[test]
fn an_article_is_found_and_shown() {
    let mut window = kaspr();
    asked(&mut window, "art 33");
    assert!(shows_part(&window, "Art. 33 "));
    chosen(&mut window);
    assert!(shows(&window, "Official text"));
}

#[test]
fn the_matter_itself_is_found() {
    let mut window = kaspr();
    settled(&mut window, Screen::Organisation);
    asked(&mut window, "storage period renewable");
    chosen(&mut window);
    assert_eq!(window.state().screen(), Screen::Findings);
    asked(&mut window, "contact database");
    chosen(&mut window);
    assert_eq!(window.state().screen(), Screen::Practices);
}

#[test]
fn help_comes_before_whatever_contains_the_word() {
    let mut window = kaspr();
    asked(&mut window, "help");
    chosen(&mut window);
    assert!(shows_part(&window, "From the facts to a report"));
}

#[test]
fn a_decision_is_found_by_part_of_its_name() {
    let mut window = kaspr();
    asked(&mut window, "crit");
    chosen(&mut window);
    assert_eq!(window.state().screen(), Screen::Decisions);
}

/// What the pointer rests on explains itself no longer once a key opened the palette over it.
#[test]
fn no_explanation_stands_over_the_palette() {
    let mut window = kaspr();
    let whole = "Computing infrastructure, data processing, hosting and other information service activities";
    let place = window.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Sector").rect().center();
    window.hover_at(place);
    window.run_steps(60);
    let explained = |window: &Window| window.query_all_by_label(whole).count();
    assert_eq!(explained(&window), 1, "the name is cut in its field, and whole over it");
    send(&mut window, Command::Palette);
    window.run_steps(60);
    assert_eq!(explained(&window), 0);
    send(&mut window, Command::Dismiss);
    window.hover_at(place + egui::vec2(2.0, 0.0));
    window.run_steps(60);
    assert_eq!(explained(&window), 1, "and does again afterwards");
}

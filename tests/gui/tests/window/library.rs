//! The library of decisions: searched, read, and left again.

use amende::gui::{Command, Screen};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::support::{library, send, shows, shows_part, type_into, window};

#[test]
fn the_library_counts_what_it_shows_and_a_record_leads_back() {
    let mut window = window();
    send(&mut window, Command::Show(Screen::Decisions));
    let all = library().decisions.len();
    assert!(!shows_part(&window, "shown of"), "all are shown");
    type_into(&mut window, "Search decisions", "kaspr");
    assert!(shows_part(&window, &format!("1 shown of {all} decisions")));
    window.get_by_label_contains("Kaspr, CNIL").click();
    window.run_ok();
    let record = library().decision("cnil/2024-kaspr").unwrap();
    assert!(shows(&window, &record.summary));
    assert!(!shows_part(&window, "shown of"), "the record has the page to itself");
    // What the authority weighed is there with its place in the text.
    let weighed = &record.weighing.aggravating[0];
    assert!(shows(&window, &format!("({}) {} [{}]", weighed.letter, weighed.text, weighed.place)));
    window.get_by_label("‹ All decisions").click();
    window.run_ok();
    assert!(shows_part(&window, "1 shown of"), "the search is still there");
    window.get_by_label_contains("Kaspr, CNIL").click();
    window.run_ok();
    // Escape closes what lies over the record first.
    send(&mut window, Command::Palette);
    window.key_press(Key::Escape);
    window.run_ok();
    assert!(shows(&window, &record.summary), "only the palette was closed");
    window.key_press(Key::Escape);
    window.run_ok();
    assert!(shows_part(&window, "1 shown of"));
    type_into(&mut window, "Search decisions", " nothing of the kind");
    assert!(shows(&window, "No decision contains all these words."));
}

/// Looking for something else replaces what was looked for.
#[test]
fn find_selects_what_stands_in_the_search() {
    let mut window = window();
    send(&mut window, Command::Show(Screen::Decisions));
    for words in ["hospital", "kaspr"] {
        send(&mut window, Command::Find);
        window.input_mut().events.extend(words.chars().map(|letter| egui::Event::Text(letter.to_string())));
        window.run_ok();
        let field = window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Search decisions");
        assert_eq!(field.value().as_deref(), Some(words));
    }
}

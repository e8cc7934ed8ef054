//! The library of decisions: searched, read, and left again.

use amende::gui::{Command, Screen};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, finish, kaspr, library, send, settled, shows, shows_part, type_into, window};

#[test]
fn the_library_counts_what_it_shows_and_a_record_leads_back() {
    let mut window = window();
    settled(&mut window, Screen::Decisions);
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

#[test]
fn facets_narrow_heads_sort_and_what_was_read_is_gone_back_to() {
    let mut window = window();
    settled(&mut window, Screen::Decisions);
    let all = library().decisions.len();
    let french = library().decisions.iter().filter(|decision| decision.country == "FR").count();
    window.get_by_label(&format!("Country: France, {french}")).click();
    window.run_ok();
    assert!(shows_part(&window, &format!("{french} shown of {all} decisions")));
    // The highest amount first.
    window.get_by_label("Sort by Amount").click();
    window.run_ok();
    let euro = |decision: &&amende::precedents::Decision| {
        let amount = amende::cases::standing_in_euro(decision, library(), false);
        amount.map(amende::quantity::Money::minor)
    };
    let highest = library().decisions.iter().filter(|known| known.country == "FR").max_by_key(euro).unwrap();
    let label = format!("{}, CNIL, {}", highest.controller, highest.decided);
    let row = window.get_by_label_contains(&label);
    let top = row.rect().top();
    row.click();
    window.run_ok();
    assert!(shows(&window, &highest.summary));
    assert!(top < 330.0, "it was the first row: {top}");
    window.get_by_label("← Back").click();
    window.run_ok();
    assert!(shows_part(&window, &format!("{french} shown of")), "what was chosen still is");
    window.get_by_label("Forward →").click();
    window.run_ok();
    assert!(shows(&window, &highest.summary));
    window.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowLeft);
    window.run_ok();
    window.get_by_label("Country: France ×").click();
    window.run_ok();
    assert!(!shows_part(&window, "shown of"));
}

#[test]
fn what_is_listed_is_written_as_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window();
    settled(&mut window, Screen::Decisions);
    type_into(&mut window, "Search decisions", "kaspr");
    for ending in ["csv", "json", "xlsx"] {
        let path = folder.path().join(format!("found.{ending}"));
        send(&mut window, Command::Shelf(amende::gui::ShelfWish::ExportTo(path.clone())));
        finish(&mut window);
        let written = std::fs::read(&path).unwrap();
        assert!(!written.is_empty());
        if ending != "xlsx" {
            assert!(String::from_utf8(written).unwrap().contains("cnil/2024-kaspr"));
        }
    }
}

/// Pinned, left out with its reason, taken in again, and each taken back by undo.
#[test]
fn a_comparable_is_left_out_with_a_reason_and_taken_in_again() {
    let mut window = kaspr();
    settled(&mut window, Screen::Comparables);
    assert!(shows(&window, "List") || shows_part(&window, "View: List"));
    window.get_all_by_label("Exclude…").next().unwrap().click();
    window.run_ok();
    type_into(&mut window, "Reason for leaving it out", "Decided under another law.");
    window.get_by_label("Exclude").click();
    window.run_ok();
    window.run_ok();
    let excluded = |window: &Window| window.state().case_file().unwrap().compared.excluded.clone();
    let left = excluded(&window);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].reason, "Decided under another law.");
    assert!(shows(&window, "Excluded from the comparison") && shows(&window, "Decided under another law."));
    send(&mut window, Command::Undo);
    assert!(excluded(&window).is_empty());
    assert_eq!(window.state().screen(), Screen::Comparables);
    send(&mut window, Command::Redo);
    // Below what is in sight.
    window.get_by_label("Include again").click_accesskit();
    window.run_ok();
    window.run_ok();
    assert!(excluded(&window).is_empty());
    window.get_all_by_label("Pin").last().unwrap().click_accesskit();
    window.run_ok();
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().compared.pinned.len(), 1);
    assert!(shows(&window, "Unpin"));
    window.get_by_label_contains("Side by side").click();
    window.run_ok();
    assert!(shows_part(&window, "otherwise the nearest three"));
    assert!(shows(&window, "Similarity"));
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

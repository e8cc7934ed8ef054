//! Decisions of the user's own: entered, changed, taken out, and found again in the next run.

use std::path::{Path, PathBuf};

use amende::gui::{Command, OwnWish, Screen, ShelfWish};
use amende::library;
use amende::precedents::Decision;
use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, library, send, settled, shows, shows_part, sized, type_into};

/// A window that keeps own decisions in a file, tall enough for the whole form.
fn window(path: &Path) -> Window {
    let mut window = sized([1280.0, 1500.0]);
    window.state_mut().keep_own_in(path.to_owned());
    settled(&mut window, Screen::Decisions);
    window
}

fn file(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("settings").join("own-decisions.ron")
}

/// Chooses from a list by what is typed into its search.
fn choose(window: &mut Window, label: &str, words: &str) {
    window.get_by_role_and_label(Role::ComboBox, label).click();
    window.run_ok();
    for letter in words.chars() {
        window.event(Event::Text(letter.to_string()));
        window.run_ok();
    }
    window.key_press(Key::Enter);
    window.run_ok();
    window.key_press(Key::Escape);
    window.run_ok();
}

fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_ok();
    window.run_ok();
}

/// The records the file holds.
fn kept(path: &Path) -> Vec<Decision> {
    let text = std::fs::read_to_string(path).unwrap();
    library().with_own(&path.display().to_string(), &text).unwrap().own_decisions().cloned().collect()
}

fn enter(window: &mut Window) {
    click(window, "Add a decision…");
    type_into(window, "Controller", "Bakery on the corner");
    choose(window, "Supervisory authority", "aepd");
    type_into(window, "Number", "PS/00999/2025");
    type_into(window, "Date", "2025-06-30");
    choose(window, "Provisions", "5(1)(f)");
    type_into(window, "Amount", "EUR 1,800");
    type_into(window, "Turnover", "EUR 240,000");
    type_into(window, "Financial year", "2024");
    type_into(window, "Address of the decision", "https://example.org/ps-00999-2025");
    type_into(window, "Title of the decision", "Resolution PS/00999/2025");
    type_into(window, "Summary", "A list of customers stood open.");
}

#[test]
fn a_decision_is_entered_marked_changed_taken_out_and_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let mut window = window(&path);
    enter(&mut window);
    click(&mut window, "Save the record");
    let all = kept(&path);
    assert_eq!(all.len(), 1, "one record is in the file");
    let record = &all[0];
    assert_eq!(record.id, "own/aepd-2025-bakery-on-the-corner");
    assert_eq!((record.country.as_str(), record.decided.to_string().as_str()), ("ES", "2025-06-30"));
    assert_eq!(record.fine, Some("EUR 1800".parse().unwrap()));
    assert_eq!(record.facts.turnover.as_ref().unwrap().year, Some(2024));
    assert!(shows(&window, "A list of customers stood open."), "it is read at once");
    assert!(shows(&window, "Own record"));
    click(&mut window, "‹ All decisions");
    super::support::finish(&mut window);
    type_into(&mut window, "Search decisions", "bakery corner");
    assert!(shows_part(&window, "Bakery on the corner (own record)"), "marked in the list");
    window.get_by_label_contains("Bakery on the corner (own record)").click();
    window.run_ok();
    click(&mut window, "Edit…");
    type_into(&mut window, "Note on the amount", "Reduced for early payment.");
    click(&mut window, "Save the record");
    let changed = kept(&path);
    let expected = Decision { fine_note: Some("Reduced for early payment.".to_owned()), ..record.clone() };
    assert_eq!(changed, [expected], "everything else is as it was");
    click(&mut window, "Delete");
    assert!(kept(&path).is_empty());
    click(&mut window, "Undo");
    assert_eq!(kept(&path), changed);
    // The next run finds it.
    let next = self::window(&path);
    assert!(shows_part(&next, &format!("{} decisions", library().decisions.len() + 1)));
}

#[test]
fn what_does_not_pass_is_told_in_the_form_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let mut window = window(&path);
    click(&mut window, "Add a decision…");
    type_into(&mut window, "Controller", "Shop");
    click(&mut window, "Save the record");
    assert!(shows(&window, "State the date of the decision."));
    type_into(&mut window, "Date", "2025-06-30");
    click(&mut window, "Save the record");
    assert!(
        shows_part(&window, "`fine` is missing") && shows_part(&window, "is not in assets/vocabulary/authorities.ron")
    );
    assert!(!path.exists(), "nothing is written");
    // What was entered is still there after a look elsewhere, and each key can be taken back.
    send(&mut window, Command::ShowDecision("cnil/2024-kaspr".to_owned()));
    click(&mut window, "‹ All decisions");
    click(&mut window, "Go on with the decision being entered");
    let typed = |window: &Window| window.get_by_role_and_label(Role::TextInput, "Controller").value();
    assert_eq!(typed(&window).as_deref(), Some("Shop"));
    send(&mut window, Command::Undo);
    send(&mut window, Command::Undo);
    assert_ne!(typed(&window).as_deref(), Some("Shop"));
    click(&mut window, "Cancel");
    assert!(shows(&window, "Add a decision…"));
}

#[test]
fn a_bad_file_is_told_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let mut own = library().decision("cnil/2024-kaspr").unwrap().clone();
    own.id = "own/kaspr".to_owned();
    let good = library::own_text(&[own]).unwrap();
    let bad = good.replacen("\"FR\"", "\"FX\"", 1);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, &bad).unwrap();
    let mut window = window(&path);
    let line = bad.lines().position(|line| line.contains("\"FX\"")).unwrap() + 1;
    assert!(shows_part(&window, &format!("own-decisions.ron:{line}:")), "file and line");
    assert!(shows_part(&window, "country: `FX`"), "and key");
    assert!(shows_part(&window, &format!("{} decisions", library().decisions.len())), "those shipped work");
    assert!(!shows(&window, "Add a decision…"), "nothing is written over it");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), bad);
    // Put right in an editor, and read again.
    std::fs::write(&path, &good).unwrap();
    click(&mut window, "Read the file again");
    assert!(shows(&window, "Add a decision…"));
    // Somebody else writes it meanwhile: their words are kept, and so is what was to be written.
    let theirs = good.replace("Kaspr", "Kaspr SAS");
    std::fs::write(&path, &theirs).unwrap();
    send(&mut window, Command::Shelf(ShelfWish::Own(OwnWish::Delete("own/kaspr".to_owned()))));
    assert!(shows_part(&window, "was changed by another program"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
}

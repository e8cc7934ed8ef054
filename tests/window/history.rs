//! Undo and redo: named, placed, and small in memory.

use amende::facts::CaseFile;
use amende::gui::{Change, Command, History, Screen};
use egui_kittest::kittest::Queryable as _;

use super::support::{kaspr, library, send, settled, shows, type_into};

fn edited(history: &mut History, before: &CaseFile, after: &CaseFile, field: Option<egui::Id>) {
    history.edited(before, Change::between(before, after, library()), field);
}

/// A large matter does not grow by its own size an edit, and comes back to the letter.
#[test]
fn a_large_matter_keeps_only_differences() {
    let mut matter = CaseFile::new("Large", "Newsletter");
    matter.notes = "note ü \"quoted\" \\ and\nlines; ".repeat(25_000);
    assert!(matter.notes.len() > 700_000);
    let mut history = History::default();
    let mut states = vec![matter.clone()];
    for step in 0..6 {
        let before = matter.clone();
        if step % 2 == 0 {
            matter.undertaking.name = format!("Ü{step}");
        } else {
            matter.notes.insert_str(300_000, "inserted");
        }
        edited(&mut history, &before, &matter, None);
        states.push(matter.clone());
    }
    for expected in states.iter().rev().skip(1) {
        matter = history.undo(&matter).unwrap().0;
        assert!(matter == *expected);
    }
    assert!(history.undo(&matter).is_none());
    assert!(history.size() < 2_000, "{} bytes for six edits", history.size());
    for expected in states.iter().skip(1) {
        matter = history.redo(&matter).unwrap().0;
        assert!(matter == *expected);
    }
    assert!(history.redo(&matter).is_none());
}

#[test]
fn letters_in_one_field_are_one_step_and_leaving_it_begins_another() {
    let field = Some(egui::Id::unique("name"));
    let states: Vec<CaseFile> = ["", "a", "ab", "abc"]
        .map(|name| {
            let mut matter = CaseFile::new("A", "B");
            matter.undertaking.name = name.to_owned();
            matter
        })
        .into();
    let mut history = History::default();
    edited(&mut history, &states[0], &states[1], field);
    edited(&mut history, &states[1], &states[2], field);
    history.seal();
    edited(&mut history, &states[2], &states[3], field);
    assert!(history.undo(&states[3]).unwrap().0 == states[2]);
    assert!(history.undo(&states[2]).unwrap().0 == states[0]);
    assert!(history.redo(&states[0]).unwrap().0 == states[2]);
}

/// What is typed key by key is taken back as one, and named.
#[test]
fn typing_is_one_step_named_in_the_menu() {
    let mut window = kaspr();
    let before = window.state().case_file().unwrap().clone();
    for letter in ["x", "y", "z"] {
        type_into(&mut window, "Name", letter);
    }
    assert!(window.state().case_file().unwrap().undertaking.name.contains("xyz"));
    window.get_by_label("Edit").click();
    window.run_ok();
    window.get_by_label_contains("Undo: name of the organisation").click();
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap(), &before);
    assert!(shows(&window, "Undone: name of the organisation."));
}

/// Undo shows the place of what it takes back: stage, operation, question.
#[test]
fn undo_goes_where_it_happened() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    window.get_by_label("Is this processing the core of the business?: No").click();
    window.run_ok();
    settled(&mut window, Screen::Report);
    send(&mut window, Command::Undo);
    assert_eq!(window.state().screen(), Screen::Practices);
    assert!(shows(&window, "Undone: answer to “Is this processing the core of the business?”."));
    send(&mut window, Command::Show(Screen::Exposure));
    send(&mut window, Command::Redo);
    assert_eq!(window.state().screen(), Screen::Practices);
}

/// An operation taken out can be brought back at once.
#[test]
fn a_removed_operation_is_offered_back() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    window.get_by_label("+ Operation").click();
    window.run_ok();
    window.run_ok();
    window.get_by_label("Remove").click();
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().operations.len(), 1);
    window.get_by_label("Undo").click();
    window.run_ok();
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().operations.len(), 2);
}

/// Over every preset: each edit undone and made again is the identity.
#[test]
fn redo_after_undo_is_the_identity() {
    for preset in &library().presets {
        let mut history = History::default();
        let mut present = preset.case_file.clone();
        let mut states = vec![present.clone()];
        for question in library().law.questions().take(12) {
            let before = present.clone();
            for operation in &mut present.operations {
                let answer = operation.answers.entry(question.id.clone()).or_default();
                answer.note.push_str("“note” \\ {with} ünï\r\n\t\u{1f642}");
            }
            edited(&mut history, &before, &present, None);
            states.push(present.clone());
        }
        for expected in states.iter().rev().skip(1) {
            present = history.undo(&present).unwrap().0;
            assert!(present == *expected, "{}", preset.file);
        }
        for expected in states.iter().skip(1) {
            present = history.redo(&present).unwrap().0;
            assert!(present == *expected, "{}", preset.file);
        }
    }
}

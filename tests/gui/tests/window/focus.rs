//! A field just opened has the focus; what edits a field reaches it from the menu too.

use amende::facts::Verdict;
use amende::gui::{Command, Screen};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, kaspr, send, settled, shows, type_into, window};

#[test]
fn a_rejected_finding_stays_where_it_is_with_room_for_the_reason() {
    let mut window = kaspr();
    settled(&mut window, Screen::Findings);
    let law = &super::support::library().law;
    let rule = law.rules.iter().find(|rule| rule.title == "Storage period renewable without end").unwrap();
    let operation = window.state().case_file().unwrap().operations[0].id.to_string();
    send(&mut window, Command::ShowFinding(operation, rule.id.to_string()));
    for _ in 0..30 {
        window.run_ok();
    }
    let reject = "Review of Storage period renewable without end: Reject";
    let before = window.state().case_file().unwrap().clone();
    let place = window.get_by_label(reject).rect();
    // With the pointer, as a person does: the page is held in its place meanwhile.
    super::support::click_at(&mut window, place.center());
    for _ in 0..10 {
        window.run_ok();
    }
    let moved = window.get_by_label(reject).rect().top() - place.top();
    // The page may follow the focus into the box, no farther.
    assert!(moved.abs() < 120.0, "the card has gone elsewhere: {moved}");
    let field = window.get_by_role_and_label(Role::TextInput, "Reason");
    assert!(field.is_focused());
    assert!(field.rect().height() > 45.0 && field.rect().width() > 400.0, "{:?}", field.rect());
    field.type_text("Renewal ended in 2023");
    window.run_ok();
    let review = window.state().case_file().unwrap().reviews[0].clone();
    assert_eq!((review.verdict, review.reason.as_str()), (Verdict::Rejected, "Renewal ended in 2023"));
    window.get_by_label("Review of Storage period renewable without end: Not reviewed").click_accesskit();
    window.run_ok();
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap(), &before, "taken back at the same place");
}

/// Types as a person does who has clicked nowhere: into what has the focus.
fn type_blind(window: &mut Window, text: &str) {
    for _ in 0..3 {
        window.run_ok();
    }
    window.event(egui::Event::Text(text.to_owned()));
    window.run_ok();
    window.run_ok();
}

#[test]
fn the_name_of_a_new_operation_is_there_to_be_replaced() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    window.get_by_label("+ Operation").click();
    window.run_ok();
    type_blind(&mut window, "N");
    type_blind(&mut window, "ewsletter");
    let operations = &window.state().case_file().unwrap().operations;
    assert_eq!(operations.last().unwrap().name, "Newsletter", "it took the place of the name proposed");
}

#[test]
fn a_new_matter_begins_in_its_first_field() {
    let mut window = window();
    send(&mut window, Command::New);
    type_blind(&mut window, "Harbour");
    assert_eq!(window.state().case_file().unwrap().title, "Harbour");
}

#[test]
fn the_amount_has_the_focus_once_a_figure_is_chosen() {
    let mut window = window();
    send(&mut window, Command::New);
    window.get_by_label_contains(": Figure").click_accesskit();
    window.run_ok();
    type_blind(&mut window, "5000000");
    let stated = window.state().case_file().unwrap().undertaking.turnover.amounts();
    assert_eq!(stated, [amende::quantity::Money::from_minor(500_000_000, amende::quantity::Currency::EUR)]);
}

#[test]
fn the_date_of_an_earlier_infringement_just_added_has_the_focus() {
    let mut window = window();
    send(&mut window, Command::New);
    window.get_by_label("+ Add").click_accesskit();
    window.run_ok();
    type_blind(&mut window, "2021");
    let earlier = &window.state().case_file().unwrap().undertaking.previous_infringements;
    assert_eq!(earlier[0].date, Some("2021".parse().unwrap()));
}

#[test]
fn the_name_proposed_for_a_file_is_there_to_be_replaced() {
    let mut window = window();
    send(&mut window, Command::New);
    let proposed = std::path::PathBuf::from("new-matter.amende.ron");
    send(&mut window, Command::AskPath(amende::gui::command::Purpose::Save, proposed));
    type_blind(&mut window, "h");
    type_blind(&mut window, "arbour");
    let field = window.get_by_role_and_label(Role::TextInput, "Name or path");
    assert_eq!(field.value().unwrap_or_default(), "harbour");
}

#[test]
fn a_note_just_opened_has_the_focus() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    window.get_all_by_label("Note and evidence").next().unwrap().click_accesskit();
    window.run_ok();
    window.run_ok();
    let focused = window.get_all_by_role(Role::TextInput).filter(egui_kittest::Node::is_focused).count();
    assert_eq!(focused, 1);
}

/// Ctrl+F goes into the search of the page; elsewhere it opens the palette.
#[test]
fn find_goes_into_the_search_of_the_page() {
    for (screen, label) in [
        (Screen::Practices, "Search questions"),
        (Screen::Decisions, "Search decisions"),
        (Screen::Exposure, "Find or do anything"),
    ] {
        let mut window = kaspr();
        settled(&mut window, screen);
        window.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::CTRL, egui::Key::F);
        window.run_ok();
        window.run_ok();
        assert!(window.get_by_role_and_label(Role::TextInput, label).is_focused(), "{screen:?}");
    }
}

/// What is typed right behind it goes there too, though the search is not there yet.
#[test]
fn letters_typed_right_after_find_go_to_the_search() {
    for (screen, label) in [
        (Screen::Practices, "Search questions"),
        (Screen::Decisions, "Search decisions"),
        (Screen::Exposure, "Find or do anything"),
    ] {
        let mut window = kaspr();
        settled(&mut window, screen);
        // All in one frame, as a fast hand or a script types, then one a frame.
        window.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::CTRL, egui::Key::F);
        for letter in ["a", "r", "t"] {
            window.event(egui::Event::Text(letter.to_owned()));
        }
        for letter in ["i", "c"] {
            window.step();
            window.event(egui::Event::Text(letter.to_owned()));
        }
        window.run_ok();
        let field = window.get_by_role_and_label(Role::TextInput, label);
        assert_eq!(field.value().as_deref(), Some("artic"), "{screen:?}");
    }
}

/// Select all and cut from the Edit menu act on the field that had the focus.
#[test]
fn the_edit_menu_acts_on_the_field() {
    let mut window = kaspr();
    type_into(&mut window, "Name", "xyz");
    for command in ["Select all", "Cut"] {
        window.get_by_label("Edit").click();
        window.run_ok();
        window.get_by_label_contains(command).click();
        window.run_ok();
        window.run_ok();
    }
    assert_eq!(window.state().case_file().unwrap().undertaking.name, "");
}

/// The secondary button offers the same on any field, without a focus before.
#[test]
fn the_secondary_button_opens_the_menu_of_a_field() {
    let mut window = kaspr();
    window.get_by_role_and_label(Role::TextInput, "Name").click_secondary();
    window.run_ok();
    window.run_ok();
    window.get_by_label_contains("Select all").click();
    window.run_ok();
    window.run_ok();
    window.get_by_role_and_label(Role::TextInput, "Name").type_text("New");
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().undertaking.name, "New");
}

/// A search does not outlive the operation it was typed for.
#[test]
fn a_search_belongs_to_its_operation() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    type_into(&mut window, "Search questions", "withdrawn");
    window.get_by_label("+ Operation").click();
    window.run_ok();
    window.run_ok();
    let field = window.get_by_role_and_label(Role::TextInput, "Search questions");
    assert_eq!(field.value().unwrap_or_default(), "");
}

/// While it is not known which questions of a new operation matter, no number is shown.
#[test]
fn a_new_operation_says_that_it_is_being_computed() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    window.get_by_label("+ Operation").click();
    window.run_ok();
    window.step();
    let wrong = egui_kittest::kittest::By::new().label_contains(" 0 of them matter");
    assert!(window.query_all(wrong).next().is_none());
    send(&mut window, Command::Dismiss);
    assert!(!shows(&window, "0 of them matter"));
}

//! The timeline: what was when, by label, as a screen reader meets it.

use amende::gui::{Command, Screen};
use egui::accesskit::Role;
use egui_kittest::kittest::{By, Queryable as _};

use super::support::{Window, finish, kaspr, library, send, settled, shows, shows_part};

fn timeline() -> Window {
    let mut window = kaspr();
    window.get_by_role_and_label(Role::Button, "Timeline").click();
    finish(&mut window);
    assert_eq!(window.state().screen(), Screen::Timeline);
    window
}

/// Presses what is a button and has this in its name.
fn press(window: &mut Window, name: &str) {
    let wanted = By::new().role(Role::Button).label_contains(name);
    window.query_all(wanted).next().unwrap_or_else(|| panic!("no button `{name}`")).click_accesskit();
    finish(window);
}

fn table(window: &mut Window) {
    window.get_by_label("View: Table").click();
    finish(window);
}

/// Every allegation is a bar that says what, since when, how long and until when a fine is
/// possible, and leads to its finding.
#[test]
fn every_allegation_is_a_bar_that_leads_to_its_finding() {
    let mut window = timeline();
    let matter = window.state().case_file().unwrap().clone();
    let assessment = amende::analysis::assess(&matter, &library().law, matter.as_of.unwrap());
    let mut seen = 0;
    for finding in assessment.findings() {
        let title = &library().law.rule(&finding.rule).unwrap().title;
        assert!(shows_part(&window, &format!("{title}; Art. {}", finding.provision)), "{title}");
        seen += 1;
    }
    assert!(seen > 3);
    assert!(shows_part(&window, "limitation: none is known to the program"), "France has no rule");
    press(&mut window, "Storage period renewable without end; ");
    assert_eq!(window.state().screen(), Screen::Findings);
    assert!(shows(&window, "Storage period renewable without end"));
}

/// A mark leads to what tells it: a question, or a field, which then has the focus.
#[test]
fn every_mark_leads_to_the_question_or_field_that_tells_it() {
    let mut window = timeline();
    press(&mut window, "3, 28 July 2022: First contact by the authority");
    assert_eq!(window.state().screen(), Screen::Organisation);
    let field = window.get_by_role_and_label(Role::TextInput, "First contact by the authority");
    assert!(field.is_focused());

    settled(&mut window, Screen::Timeline);
    press(&mut window, "1, 2018: Contact database began");
    assert_eq!(window.state().screen(), Screen::Practices);
    assert!(window.get_by_role_and_label(Role::TextInput, "Began").is_focused());

    settled(&mut window, Screen::Timeline);
    press(&mut window, "2, 17 May 2022: ");
    assert_eq!(window.state().screen(), Screen::Practices);
}

/// The effects stand below, with what has no date apart.
#[test]
fn effects_and_what_has_no_date_are_told() {
    let window = timeline();
    assert!(shows(&window, "Effect on the calculation") && shows(&window, "Without a date"));
    assert!(shows_part(&window, "and are counted until this day."));
    assert!(shows_part(&window, "What is remedied from here on is neutral as a rule."));
    let question = &library().law.question(&"retention.defined".into()).unwrap().text;
    assert!(shows_part(&window, question), "a change of which no day is known");
}

/// The same as a table, with names of columns.
#[test]
fn the_table_says_what_the_picture_shows() {
    let mut window = timeline();
    assert!(!shows(&window, "Until"));
    table(&mut window);
    for heading in ["What", "From", "Until", "Duration", "Limitation"] {
        assert!(shows(&window, heading), "{heading}");
    }
    assert!(shows(&window, "continues") && shows(&window, "Storage period renewable without end"));
}

/// Where a rule is known the end is computed, and the rule stands below with its source.
#[test]
fn limitation_follows_the_country() {
    let mut window = timeline();
    let mut matter = window.state().case_file().unwrap().clone();
    "DE".clone_into(&mut matter.undertaking.establishment);
    matter.operations.first_mut().unwrap().ended = Some("2024-06-30".parse().unwrap());
    send(&mut window, Command::Edit(Box::new(matter)));
    finish(&mut window);
    assert!(shows_part(&window, "limitation: 30 June 2027, unless interrupted"), "§ 31(2) no. 1 OWiG: three years");
    assert!(shows_part(&window, "Limitation in Germany: 36 months from the end of the infringement ("));
    assert!(shows_part(&window, "OWiG, § 31(2) no. 1 and (3)"));
}

/// Looking changes nothing, and there is nothing to undo.
#[test]
fn looking_at_the_timeline_changes_nothing() {
    let mut window = kaspr();
    let before = window.state().case_file().unwrap().clone();
    settled(&mut window, Screen::Timeline);
    table(&mut window);
    assert_eq!(window.state().case_file().unwrap(), &before);
    assert!(window.state().history().unwrap().last().is_none());
}

/// All of it by keys: Tab reaches bars and marks, Enter opens them.
#[test]
fn bars_are_reached_and_opened_by_keys() {
    let mut window = timeline();
    let bar = By::new().role(Role::Button).label_contains("Storage period renewable without end; ");
    window.query_all(bar).next().unwrap().focus();
    window.run_ok();
    window.key_press(egui::Key::Enter);
    finish(&mut window);
    assert_eq!(window.state().screen(), Screen::Findings);
}

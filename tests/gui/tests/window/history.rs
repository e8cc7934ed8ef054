//! Undo and redo: named, placed, and small in memory.

use amende::facts::{CaseFile, ChoiceValue};
use amende::fine::Permitted;
use amende::gui::{Change, Command, History, Screen};
use amende::law::Seriousness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::support::{Window, kaspr, library, send, settled, shows, type_into, window};

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
    window.get_by_label("Staff files and payroll").click();
    window.run_ok();
    settled(&mut window, Screen::Report);
    send(&mut window, Command::Undo);
    assert_eq!(window.state().screen(), Screen::Practices);
    assert!(shows(&window, "Undone: answer to “What kind of processing is carried out?”."));
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

/// What is marked on the page: rectangles with an edge in the accent colour and no fill.
fn marked(window: &Window) -> Vec<egui::Rect> {
    let accent = *window.state().theme().accent;
    let page = egui::Rect::from_x_y_ranges(200.0..=960.0, 44.0..=720.0);
    let edge = |shape: &egui::epaint::ClippedShape| match &shape.shape {
        egui::Shape::Rect(rect) if rect.stroke.color == accent && rect.fill == egui::Color32::TRANSPARENT => {
            Some(rect.rect).filter(|rect| page.intersects(*rect) && rect.width() > 100.0)
        }
        _ => None,
    };
    window.output().shapes.iter().filter_map(edge).collect()
}

/// The control with this label is in the middle of the window and inside what is marked.
fn led_to(window: &Window, role: egui::accesskit::Role, label: &str) {
    let control = window.get_by_role_and_label(role, label).rect();
    assert!((44.0..700.0).contains(&control.center().y), "{label} is out of view at {control}");
    let marks = marked(window);
    let one = matches!(marks.as_slice(), [mark] if mark.expand(1.0).contains_rect(control));
    assert!(one, "{label} at {control} is not what is marked: {marks:?}");
}

/// Undo and redo in the fine calculation lead to the judgement, wherever one is.
#[test]
fn undo_and_redo_lead_to_the_judgement() {
    use egui::accesskit::Role::{CheckBox, Link, RadioButton};
    let judgements = [
        (RadioButton, "Seriousness: high"),
        (CheckBox, "There is a specific social and economic context"),
        (CheckBox, "Simplified procedure"),
    ];
    for (role, label) in judgements {
        let mut window = kaspr();
        settled(&mut window, Screen::FineCalculation);
        assert!(marked(&window).is_empty(), "nothing is marked before");
        window.get_by_role_and_label(role, label).click_accesskit();
        window.run_ok();
        send(&mut window, Command::Show(Screen::Report));
        send(&mut window, Command::Undo);
        assert_eq!(window.state().screen(), Screen::FineCalculation);
        led_to(&window, role, label);
        send(&mut window, Command::Show(Screen::Organisation));
        send(&mut window, Command::Redo);
        led_to(&window, role, label);
        send(&mut window, Command::Show(Screen::Organisation));
        send(&mut window, Command::Show(Screen::FineCalculation));
        assert!(marked(&window).is_empty(), "the mark is gone once one went elsewhere");
    }
    // Where infringements are assigned the folded list opens.
    let mut window = kaspr();
    settled(&mut window, Screen::FineCalculation);
    window.get_by_role_and_label(Link, "Assign to conducts").click();
    window.run_ok();
    let another = By::new().role(RadioButton).predicate(|node| {
        let label = node.label().unwrap_or_default();
        label.starts_with("Conduct of Art.") && label.ends_with(": B")
    });
    let label = window.query_all(another).next().unwrap().accesskit_node().label().unwrap();
    window.get_by_role_and_label(RadioButton, &label).click_accesskit();
    window.run_ok();
    window.get_by_role_and_label(Link, "Use the proposal").click();
    window.run_ok();
    send(&mut window, Command::Show(Screen::Report));
    send(&mut window, Command::Undo);
    led_to(&window, RadioButton, &label);
}

/// No judgement of any matter is left out: each, changed and undone from another page,
/// is shown and marked, also in the second conduct and among those folded away.
#[test]
fn every_judgement_is_led_to() {
    let mut led = 0;
    // Two conducts and every kind of circumstance.
    let file = "employee-monitoring.amende.ron";
    let mut window = window();
    send(&mut window, Command::OpenPreset(file.to_owned()));
    let matter = window.state().case_file().unwrap().clone();
    let terms = amende::analysis::Terms { methodology: None, as_of: "2026-11-23".parse().unwrap(), seed: 1 };
    let analysis = amende::analysis::analyse(&matter, library(), &terms).unwrap();
    for point in &analysis.calculation.points {
        let value = match (point.permitted, point.value) {
            (Permitted::Levels, ChoiceValue::Level(Seriousness::High)) => ChoiceValue::Level(Seriousness::Low),
            (Permitted::Levels, _) => ChoiceValue::Level(Seriousness::High),
            (Permitted::Rates(range), ChoiceValue::Rate(rate)) if rate == range.high => ChoiceValue::Rate(range.low),
            (Permitted::Rates(range), _) => ChoiceValue::Rate(range.high),
            (Permitted::Categories(most), _) => ChoiceValue::Category(most),
            (Permitted::Statement, value) => ChoiceValue::Holds(value != ChoiceValue::Holds(true)),
            // The turnover is stated with the organisation.
            (Permitted::Amounts(_), _) => continue,
        };
        let mut edited = matter.clone();
        edited.choices.set(point.id.clone(), value, "");
        for command in [Command::Edit(Box::new(edited)), Command::Show(Screen::Organisation), Command::Undo] {
            window.state_mut().push(command);
            window.step();
        }
        // The page scrolls in the frame after.
        window.run_steps(2);
        assert_eq!(window.state().screen(), Screen::FineCalculation);
        assert_eq!(marked(&window).len(), 1, "{file}: {} is not shown", point.id);
        led += 1;
    }
    assert!(led > 20, "only {led} judgements were tried");
}

/// A field of the organisation is led to as well.
#[test]
fn undo_leads_to_a_field_of_the_organisation() {
    let mut window = kaspr();
    type_into(&mut window, "Name", "x");
    send(&mut window, Command::Show(Screen::Report));
    send(&mut window, Command::Undo);
    led_to(&window, egui::accesskit::Role::TextInput, "Name");
    let edited = {
        let mut matter = window.state().case_file().unwrap().clone();
        matter.undertaking.previous_infringements.push(amende::facts::PreviousInfringement {
            date: None,
            what: "spam".to_owned(),
            provisions: Vec::new(),
            same_subject: false,
        });
        matter
    };
    send(&mut window, Command::Edit(Box::new(edited)));
    send(&mut window, Command::Show(Screen::Report));
    send(&mut window, Command::Undo);
    led_to(&window, egui::accesskit::Role::Button, "+ Add");
}

//! Everything that can be typed: key by key into every kind of field, and the cases in
//! which earlier versions changed what was typed.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test fails the test by panicking")]

mod harness;
mod typing;

use amende::facts::{AnswerValue, Counted, Turnover};
use amende::gui::{Command, Screen};
use amende::quantity::{Currency, Money};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable as _};

use harness::{Window, library, start};

/// The window with a matter in it, on a stage.
fn matter(file: &str, screen: Screen) -> Window {
    let mut window = start(Harness::builder().with_size([1280.0, 1600.0]));
    window.state_mut().push(Command::OpenPreset(file.to_owned()));
    window.state_mut().push(Command::Show(screen));
    window.run_ok();
    window
}

/// Puts the caret at the end of a field, takes what is there away and types key by key.
fn retype(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.step();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    window.key_press(egui::Key::Backspace);
    for letter in text.chars() {
        window.event(egui::Event::Text(letter.to_string()));
        window.step();
    }
    window.run_ok();
}

fn text_of(window: &Window, label: &str) -> String {
    window.get_by_role_and_label(Role::TextInput, label).value().unwrap_or_default()
}

fn says(window: &Window, words: &str) -> bool {
    window.query_all(By::new().label_contains(words)).next().is_some()
}

const NOT_USED: &str = "Not used until it is corrected.";

fn stated(window: &Window) -> Counted {
    window.state().case_file().unwrap().undertaking.turnover.counted()
}

fn euro(minor: i64) -> Counted {
    Counted::Figure(Money::from_minor(minor, Currency::EUR))
}

/// 123456 became 123,564 while the separator appeared under the caret.
#[test]
fn digits_stay_in_the_order_in_which_they_were_typed() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    retype(&mut window, "Employees", "1234567");
    assert_eq!(window.state().case_file().unwrap().undertaking.employees, Some(1_234_567));
    assert_eq!(text_of(&window, "Employees"), "1234567");
    retype(&mut window, "Employees", "123456");
    assert_eq!(window.state().case_file().unwrap().undertaking.employees, Some(123_456));
}

/// Every character that was no digit used to be dropped without a word.
#[test]
fn amounts_are_read_in_the_usual_forms_and_said_beneath() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    for (typed, minor, said) in [
        ("1400000.50", 140_000_050, "EUR\u{a0}1,400,000.50"),
        ("42 000 000,00", 4_200_000_000, "EUR\u{a0}42,000,000.00"),
        ("3.5 million", 350_000_000, "EUR\u{a0}3,500,000.00"),
    ] {
        retype(&mut window, "Amount", typed);
        assert_eq!(stated(&window), euro(minor), "{typed}");
        assert!(says(&window, said), "{typed}");
        assert_eq!(text_of(&window, "Amount"), typed, "what was typed stays");
    }
    retype(&mut window, "Amount", "SEK 480m");
    assert_eq!(stated(&window), Counted::Figure(Money::from_major(480_000_000, Currency::from_code("SEK").unwrap())));
}

#[test]
fn what_cannot_be_read_is_told_kept_and_not_used() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    let before = stated(&window);
    for typed in ["-500000", "1e9", "1.234", "about three"] {
        retype(&mut window, "Amount", typed);
        assert_eq!(stated(&window), before, "{typed}");
        assert!(says(&window, NOT_USED), "{typed}");
    }
    // Also after leaving the stage and coming back.
    for screen in [Screen::Practices, Screen::Organisation] {
        window.state_mut().push(Command::Show(screen));
        window.run_ok();
    }
    assert_eq!(text_of(&window, "Amount"), "about three");
    assert!(says(&window, NOT_USED));
    // Corrected it is used; in another matter it is not there.
    retype(&mut window, "Amount", "3m");
    assert_eq!(stated(&window), euro(300_000_000));
    assert!(!says(&window, NOT_USED));
    retype(&mut window, "Employees", "forty");
    assert!(says(&window, "“forty” is not a number."));
    window.state_mut().push(Command::Discard(Box::new(Command::OpenPreset("shop.amende.ron".to_owned()))));
    window.run_ok();
    window.run_ok();
    assert!(!says(&window, NOT_USED), "what was typed belongs to its matter");
}

/// What stood readable for a while was meant: what is typed on from it and cannot be read
/// leaves that value, and says so. What was typed in one go is one text.
#[test]
fn the_last_value_that_was_meant_stays_while_a_text_cannot_be_read() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    let before = stated(&window);
    retype(&mut window, "Amount", "5mx");
    assert_eq!(stated(&window), before, "typed in one go");
    retype(&mut window, "Amount", "5m");
    assert_eq!(stated(&window), euro(500_000_000));
    // Two seconds pass, four steps each; nothing else is done and the field keeps the focus.
    for _ in 0..8 {
        window.step();
    }
    window.event(egui::Event::Text("x".to_owned()));
    window.run_ok();
    assert_eq!(text_of(&window, "Amount"), "5mx");
    assert!(says(&window, NOT_USED));
    assert_eq!(stated(&window), euro(500_000_000), "not what was there before the field was entered");
    assert!(says(&window, "EUR\u{a0}5,000,000.00"), "and it is said");
}

/// Any currency of ISO 4217 can be typed or chosen; where no rate is published, that is said
/// beside the turnover with the field for a rate, and the rate is used.
#[test]
fn a_currency_without_a_published_rate_asks_for_one_beside_the_turnover() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    retype(&mut window, "Amount", "BHD 1234567.125");
    assert_eq!(stated(&window), Counted::Figure("BHD 1_234_567.125".parse().unwrap()));
    assert!(says(&window, "No exchange rate between BHD and EUR is published"));
    retype(&mut window, "1 BHD in EUR", "2.5");
    assert!(!says(&window, "No exchange rate between BHD and EUR is published"));
    let exchange = &window.state().case_file().unwrap().exchange;
    assert_eq!((exchange.len(), exchange[0].rate.to_string().as_str()), (1, "2.5"));
}

#[test]
fn undo_shows_in_the_field() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    let before = text_of(&window, "Amount");
    let stated_before = stated(&window);
    retype(&mut window, "Amount", "7m");
    assert_eq!(stated(&window), euro(700_000_000));
    for _ in 0..20 {
        window.state_mut().push(Command::Undo);
        window.run_ok();
    }
    assert_eq!(stated(&window), stated_before);
    assert_eq!(text_of(&window, "Amount"), before);
}

/// "6 days" were six hours, and the finding of a late notification disappeared.
#[test]
fn six_days_are_144_hours() {
    let mut window = matter("clinic.amende.ron", Screen::Practices);
    let question = library().law.question(&"breach.hours".into()).unwrap();
    let value = |window: &Window| {
        let operation = &window.state().case_file().unwrap().operations[0];
        operation.answers.get(&question.id).map(|answer| answer.value.clone())
    };
    retype(&mut window, &question.text, "6 days");
    assert_eq!(value(&window), Some(AnswerValue::Number(144)));
    assert!(says(&window, "144 hours"));
    retype(&mut window, &question.text, "3 months");
    assert_eq!(value(&window), Some(AnswerValue::Number(144)), "a month has no fixed number of hours");
    assert!(says(&window, NOT_USED));
}

#[test]
fn dates_are_read_in_the_usual_forms() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    let as_of = |window: &Window| window.state().case_file().unwrap().as_of.map(|day| day.to_string());
    for (typed, day) in [("05.12.2024", "2024-12-05"), ("26/11/2026", "2026-11-26"), ("31 March 2026", "2026-03-31")] {
        retype(&mut window, "Law as of", typed);
        assert_eq!(as_of(&window).as_deref(), Some(day), "{typed}");
        assert_eq!(text_of(&window, "Law as of"), typed);
    }
    for typed in ["31.2.2026", "03/04/2026", "March 2026"] {
        retype(&mut window, "Law as of", typed);
        assert_eq!(as_of(&window).as_deref(), Some("2026-03-31"), "{typed}");
        assert!(says(&window, NOT_USED), "{typed}");
        assert_eq!(text_of(&window, "Law as of"), typed);
    }
    retype(&mut window, "Law as of", "");
    assert_eq!(as_of(&window), None, "emptied it is today");
}

/// Choosing a form wrote EUR 10,000,000, or 21 to 42 million, that nobody had stated.
#[test]
fn choosing_a_form_of_turnover_states_nothing() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    window.state_mut().push(Command::New);
    window.run_ok();
    window.run_ok();
    for form in ["Figure", "Bracket"] {
        window.get_by_label(&format!("Turnover of the undertaking: {form}")).click();
        window.run_ok();
        let turnover = &window.state().case_file().unwrap().undertaking.turnover;
        assert_ne!(*turnover, Turnover::Unknown, "the form is chosen");
        assert_eq!(turnover.amounts(), []);
        assert_eq!(turnover.counted(), Counted::Unknown);
        assert!(says(&window, "No turnover is stated yet"));
    }
    assert_eq!(window.query_all_by_role_and_label(Role::ComboBox, "Currency").count(), 1, "one for both ends");
    retype(&mut window, "From", "2m");
    assert_eq!(stated(&window), Counted::Unknown, "one end is no bracket");
    retype(&mut window, "To", "5m");
    let end = |major| Money::from_major(major, Currency::EUR);
    assert_eq!(stated(&window), Counted::Bracket(end(2_000_000), end(5_000_000)));
    // What is stated in part is saved and opened.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("part.amende.ron");
    retype(&mut window, "To", "");
    window.state_mut().push(Command::SaveTo(path.clone()));
    // The file is written behind the window.
    for _ in 0..100_000 {
        window.step();
        if window.state().is_idle() && path.exists() {
            break;
        }
        std::thread::yield_now();
    }
    let saved = amende::storage::open(&path, &library().law).unwrap();
    let part = Turnover::Bracket { from: Some(end(2_000_000)), to: None, source: String::new() };
    assert_eq!(saved.undertaking.turnover, part);
}

/// A figure is no end of a bracket, and an end of one no figure.
#[test]
fn another_form_of_turnover_takes_no_amount_along() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    let choose = |window: &mut Window, form: &str| {
        window.get_by_label(&format!("Turnover of the undertaking: {form}")).click();
        window.run_ok();
        assert_eq!(window.state().case_file().unwrap().undertaking.turnover.amounts(), [], "{form}");
    };
    choose(&mut window, "Unknown");
    choose(&mut window, "Figure");
    retype(&mut window, "Amount", "3m");
    assert_eq!(stated(&window), euro(300_000_000));
    choose(&mut window, "Bracket");
    retype(&mut window, "From", "2m");
    retype(&mut window, "To", "5m");
    choose(&mut window, "Figure");
}

/// What is said beneath a field is of the text as it stands in the same picture.
#[test]
fn what_is_said_beneath_does_not_lag() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    retype(&mut window, "Employees", "");
    for letter in ["x", "y"] {
        window.input_mut().events.push(egui::Event::Text(letter.to_owned()));
        window.step();
        assert!(says(&window, NOT_USED), "after {letter}");
    }
    for _ in 0..2 {
        window.key_press(egui::Key::Backspace);
        window.step();
    }
    assert!(!says(&window, NOT_USED));
}

/// An empty row had yesterday's date and raised the fine.
#[test]
fn an_empty_row_of_earlier_infringements_has_no_effect() {
    let mut window = matter("kaspr.amende.ron", Screen::Organisation);
    let fine = |window: &Window| {
        let terms = amende::analysis::Terms {
            methodology: None,
            as_of: "2024-12-05".parse().unwrap(),
            seed: amende::analysis::DEFAULT_SEED,
        };
        let case_file = window.state().case_file().unwrap();
        amende::analysis::analyse(case_file, library(), &terms).unwrap().calculation.fine
    };
    let before = fine(&window);
    window.get_by_label("+ Add").click_accesskit();
    window.run_ok();
    let row = window.state().case_file().unwrap().undertaking.previous_infringements[0].clone();
    assert_eq!((row.date, row.what.as_str()), (None, ""));
    assert_eq!(fine(&window), before);
    assert!(says(&window, "Not taken into account until the date and the subject are stated."));
    retype(&mut window, "What was established", "Reprimand");
    assert_eq!(fine(&window), before);
    retype(&mut window, "Date", "1.3.2023");
    assert!(fine(&window).point.minor() > before.point.minor(), "complete it counts");
}

/// The box of the reason was filled with words nobody had written.
#[test]
fn a_reason_is_empty_until_somebody_writes_one() {
    let mut window = matter("kaspr.amende.ron", Screen::FineCalculation);
    window.get_by_label("Seriousness: medium").click();
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().choices.get("A.seriousness").unwrap().reason, "");
    assert_eq!(text_of(&window, "Reason"), "");
    retype(&mut window, "Reason", "Few were concerned");
    assert_eq!(window.state().case_file().unwrap().choices.get("A.seriousness").unwrap().reason, "Few were concerned");
}

/// A slider takes a typed figure and the arrow keys.
#[test]
fn a_share_is_typed_and_moved_by_keys() {
    let mut window = matter("kaspr.amende.ron", Screen::FineCalculation);
    let case_file = window.state().case_file().unwrap().clone();
    let terms = amende::analysis::Terms {
        methodology: None,
        as_of: "2024-12-05".parse().unwrap(),
        seed: amende::analysis::DEFAULT_SEED,
    };
    let analysis = amende::analysis::analyse(&case_file, library(), &terms).unwrap();
    let point = analysis.calculation.point("A.seriousness_share").unwrap();
    let label = library().locale.label(&point.label, &library().law);
    let chosen = |window: &Window| {
        let choices = &window.state().case_file().unwrap().choices;
        choices.iter().map(|(_, choice)| choice.value).collect::<Vec<_>>()
    };
    assert_eq!(chosen(&window), []);
    window.get_all_by_role_and_label(Role::Slider, &label).next().unwrap().focus();
    window.run_ok();
    window.key_press(egui::Key::ArrowRight);
    window.run_ok();
    assert_eq!(chosen(&window).len(), 1, "the arrow key moved it");
    let first = chosen(&window);
    window.key_press(egui::Key::ArrowRight);
    window.run_ok();
    assert_ne!(chosen(&window), first);
    retype(&mut window, &label, "1e9");
    assert!(says(&window, NOT_USED));
    retype(&mut window, &label, "");
    assert_eq!(chosen(&window), [], "emptied, the proposal holds");
}

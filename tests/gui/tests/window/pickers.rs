//! Lists and the calendar, chosen into by pointer and by keys as a person does.

use amende::facts::{CaseFile, Undertaking};
use amende::gui::Command;
use amende::law::Role as Part;
use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;

use crate::support::{Window, send, settled, sized};

/// A window tall enough for the whole page, with a shipped matter.
fn window(preset: &str) -> Window {
    let mut window = sized([1280.0, 1200.0]);
    send(&mut window, Command::OpenPreset(preset.to_owned()));
    window
}

fn matter(window: &Window) -> &CaseFile {
    window.state().case_file().unwrap()
}

fn undertaking(window: &Window) -> &Undertaking {
    &matter(window).undertaking
}

fn open(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::ComboBox, label).click();
    window.run_ok();
}

fn typed(window: &mut Window, words: &str) {
    for letter in words.chars() {
        window.event(Event::Text(letter.to_string()));
        window.run_ok();
    }
}

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run_ok();
}

/// A blank as a keyboard sends it: the key, and the text in the same frame or a later one.
fn blank(window: &mut Window) {
    window.key_press(Key::Space);
    window.event(Event::Text(" ".to_owned()));
    window.run_ok();
    window.run_ok();
}

fn is_open(window: &Window) -> bool {
    window.query_by_label("Search the list").is_some()
}

#[test]
fn a_list_just_opened_has_the_focus_and_enter_chooses() {
    let mut window = window("shop.amende.ron");
    open(&mut window, "Main establishment");
    assert!(window.get_by_label("Search the list").is_focused(), "the search has the focus");
    typed(&mut window, "swe");
    press(&mut window, Key::Enter);
    assert!(!is_open(&window), "one is chosen, the list closes");
    assert_eq!(undertaking(&window).establishment, "SE");
    let button = window.get_by_role_and_label(Role::ComboBox, "Main establishment");
    assert_eq!(button.value().as_deref(), Some("Sweden"));
    assert!(button.is_focused(), "the focus goes back to the field");
}

#[test]
fn accents_codes_and_authorities_are_found() {
    for (words, code) in [("osterr", "AT"), ("naih", "HU"), ("gb", "GB"), ("turkiye", "TR"), ("united k", "GB")] {
        let mut window = window("kaspr.amende.ron");
        open(&mut window, "Main establishment");
        typed(&mut window, words);
        press(&mut window, Key::Enter);
        assert_eq!(undertaking(&window).establishment, code, "{words}");
    }
}

/// The click that closes a list does nothing else; nor does the one that closes the calendar.
#[test]
fn a_click_beside_the_list_only_closes_it() {
    let mut window = window("shop.amende.ron");
    let before = matter(&window).clone();
    open(&mut window, "Sector");
    assert!(is_open(&window));
    window.get_by_label("Role: Processor").click();
    window.run_ok();
    assert!(!is_open(&window));
    assert_eq!(matter(&window), &before);
    window.get_by_label("Role: Processor").click();
    window.run_ok();
    assert_eq!(undertaking(&window).role, Part::Processor, "the second click is an ordinary one");
    window.state_mut().push(Command::Undo);
    window.run_ok();

    window.get_by_label("Law as of, calendar").click();
    window.run_ok();
    assert!(window.query_by_label("Month after").is_some());
    window.get_by_label("Role: Processor").click();
    window.run_ok();
    assert!(window.query_by_label("Month after").is_none());
    assert_eq!(matter(&window), &before);
}

#[test]
fn escape_closes_and_changes_nothing() {
    let mut window = window("shop.amende.ron");
    let before = matter(&window).clone();
    for label in ["Main establishment", "Deciding supervisory authority", "Data subjects in", "Sector"] {
        open(&mut window, label);
        typed(&mut window, "ge");
        press(&mut window, Key::ArrowDown);
        press(&mut window, Key::Escape);
        assert!(!is_open(&window), "{label}");
        assert_eq!(matter(&window), &before, "{label}");
    }
}

#[test]
fn several_countries_are_chosen_by_arrows_blanks_and_enter() {
    let mut window = window("shop.amende.ron");
    assert_eq!(undertaking(&window).people_in, ["AT"]);
    open(&mut window, "Data subjects in");
    typed(&mut window, "United States");
    assert_eq!(undertaking(&window).people_in, ["AT"], "a blank that is typed chooses nothing");
    for _ in 0.."United States".len() {
        press(&mut window, Key::Backspace);
    }
    typed(&mut window, "un");
    press(&mut window, Key::Enter);
    assert_eq!(undertaking(&window).people_in, ["AT", "GB"], "the first that answers");
    typed(&mut window, "un");
    press(&mut window, Key::ArrowDown);
    blank(&mut window);
    assert_eq!(undertaking(&window).people_in.len(), 3);
    blank(&mut window);
    assert_eq!(undertaking(&window).people_in, ["AT", "GB"], "and back");
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::Enter);
    assert_eq!(undertaking(&window).people_in, ["AT"]);
    assert!(is_open(&window), "further countries can be looked for");
    typed(&mut window, "united states");
    press(&mut window, Key::Enter);
    assert_eq!(undertaking(&window).people_in, ["AT", "US"], "a blank inside a name is typed");
    press(&mut window, Key::Enter);
    assert!(!is_open(&window));
    let shown = window.get_by_role_and_label(Role::ComboBox, "Data subjects in").value();
    assert_eq!(shown.as_deref(), Some("Austria, United States"));
}

/// A list of codes is read whatever stands between them.
#[test]
fn a_line_of_countries_is_read_at_once() {
    for line in ["FR, BE, DE", "fr;be;de", "FR BE DE", "France, Belgium, Germany"] {
        let mut window = window("shop.amende.ron");
        open(&mut window, "Data subjects in");
        window.event(Event::Paste(line.to_owned()));
        window.run_ok();
        assert!(window.query_by_label("Add France, Belgium, Germany").is_some(), "{line}");
        press(&mut window, Key::Enter);
        assert_eq!(undertaking(&window).people_in, ["AT", "FR", "BE", "DE"], "{line}");
    }
}

#[test]
fn the_pointer_chooses_and_the_chosen_stand_on_top() {
    let mut window = window("shop.amende.ron");
    open(&mut window, "Data subjects in");
    let top = |window: &Window, name: &str| window.get_by_role_and_label(Role::CheckBox, name).rect().top();
    assert!(top(&window, "Austria") < top(&window, "Belgium"));
    window.get_by_role_and_label(Role::CheckBox, "Belgium").click();
    window.run_ok();
    window.get_by_role_and_label(Role::CheckBox, "Austria").click();
    window.run_ok();
    assert_eq!(undertaking(&window).people_in, ["BE"]);
    assert!(top(&window, "Austria") < top(&window, "Belgium"), "the rows stay where they are while it is open");
    press(&mut window, Key::Escape);
    open(&mut window, "Data subjects in");
    assert!(top(&window, "Belgium") < top(&window, "Austria"));
}

/// The authority follows the main establishment until another is chosen; a link leads back.
#[test]
fn the_authority_follows_the_main_establishment() {
    let mut window = window("shop.amende.ron");
    let shown = |window: &Window| {
        window.get_by_role_and_label(Role::ComboBox, "Deciding supervisory authority").value().unwrap()
    };
    open(&mut window, "Deciding supervisory authority");
    typed(&mut window, "cnil");
    press(&mut window, Key::Enter);
    assert_eq!((undertaking(&window).lead_authority.as_str(), shown(&window).as_str()), ("cnil", "CNIL, France"));
    window.get_by_label("Use DSB").click();
    window.run_ok();
    assert_eq!((undertaking(&window).lead_authority.as_str(), shown(&window).as_str()), ("", "DSB, Austria"));
    open(&mut window, "Main establishment");
    typed(&mut window, "norway");
    press(&mut window, Key::Enter);
    assert_eq!(shown(&window), "Datatilsynet (NO), Norway");
    open(&mut window, "Main establishment");
    typed(&mut window, "germany");
    press(&mut window, Key::Enter);
    assert_eq!(shown(&window), "", "in Germany the Land decides");
    assert!(window.query_by_label_contains("depends on the Land").is_some());
    open(&mut window, "Deciding supervisory authority");
    typed(&mut window, "hesse");
    press(&mut window, Key::Enter);
    assert_eq!(undertaking(&window).lead_authority, "hbdi");
    open(&mut window, "Deciding supervisory authority");
    typed(&mut window, "Regulator of Atlantis");
    press(&mut window, Key::Enter);
    assert_eq!(undertaking(&window).lead_authority, "Regulator of Atlantis", "own words are possible");
    open(&mut window, "Deciding supervisory authority");
    window.get_by_label("Not stated").click();
    window.run_ok();
    assert_eq!(undertaking(&window).lead_authority, "");
}

#[test]
fn a_sector_is_chosen_or_stated_in_own_words() {
    let mut window = window("shop.amende.ron");
    open(&mut window, "Sector");
    typed(&mut window, "hospital");
    press(&mut window, Key::Enter);
    assert_eq!(undertaking(&window).sector, "86");
    open(&mut window, "Sector");
    typed(&mut window, "fashion design");
    press(&mut window, Key::Enter);
    assert_eq!(undertaking(&window).sector, "fashion design");
    assert!(window.query_by_label_contains("Not compared with decided cases").is_some());
    window.state_mut().push(Command::Undo);
    window.run_ok();
    assert_eq!(undertaking(&window).sector, "86");
}

#[test]
fn people_under_two_laws_are_told() {
    let mut window = window("shop.amende.ron");
    assert!(window.query_by_label("Two supervisory authorities may act.").is_none());
    open(&mut window, "Data subjects in");
    typed(&mut window, "gb");
    press(&mut window, Key::Enter);
    press(&mut window, Key::Enter);
    assert!(window.query_by_label("Two supervisory authorities may act.").is_some());
    assert!(window.query_by_label_contains("for those in United Kingdom under the UK GDPR").is_some());
}

#[test]
fn a_day_is_picked_by_pointer_and_by_keys() {
    let mut window = window("shop.amende.ron");
    let calendar = |window: &mut Window| {
        window.get_by_label("Law as of, calendar").click();
        window.run_ok();
    };
    let day = |window: &Window| matter(window).as_of.map(|day| day.to_string());
    let before = day(&window).unwrap();
    assert_eq!(before, "2026-11-01");
    calendar(&mut window);
    window.get_by_label("Month after").click();
    window.run_ok();
    window.get_by_label("24 December 2026").click();
    window.run_ok();
    assert_eq!(day(&window).as_deref(), Some("2026-12-24"));
    assert!(window.query_by_label("Month after").is_none(), "it closes");
    calendar(&mut window);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::PageUp);
    press(&mut window, Key::Enter);
    assert_eq!(day(&window).as_deref(), Some("2026-12-01"), "25 December, 1 January, 1 December");
    calendar(&mut window);
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::Escape);
    assert_eq!(day(&window).as_deref(), Some("2026-12-01"), "Esc changes nothing");
}

/// A word that is no country is told beside the field and before relying on the figures, in
/// the same words.
#[test]
fn an_unknown_country_is_told_beside_the_field() {
    let mut window = window("kaspr.amende.ron");
    let words = "“Fantasia”, stated among the countries of the data subjects";
    assert!(!super::support::shows_part(&window, words));
    let mut edited = matter(&window).clone();
    edited.undertaking.people_in = vec!["FR".to_owned(), "Fantasia".to_owned()];
    send(&mut window, Command::Edit(Box::new(edited)));
    let field = window.get_by_role_and_label(Role::ComboBox, "Data subjects in").rect();
    let told = window.get_by_label_contains(words).rect();
    assert!(told.top() >= field.bottom() && told.top() < field.bottom() + 30.0, "{told} below {field}");
    assert!(told.left() < field.right() && field.left() < told.right(), "{told} below {field}");
    send(&mut window, Command::Show(amende::gui::Screen::FineCalculation));
    assert!(super::support::shows_part(&window, words));
}

/// A question whose answer is a day has the same calendar, by pointer and by keys.
#[test]
fn an_answer_that_is_a_day_is_picked_from_a_calendar() {
    let mut window = window("transfers.amende.ron");
    settled(&mut window, amende::gui::Screen::Practices);
    let law = &super::support::library().law;
    let asked: Vec<_> = law.questions().filter(|question| question.answer == amende::law::AnswerKind::Date).collect();
    assert!(!asked.is_empty());
    for question in asked {
        let calendar = format!("{}, calendar", question.text);
        let answer =
            |window: &Window| matter(window).operations[0].answers.get(&question.id).map(|one| one.value.clone());
        let day = |day: &str| Some(amende::facts::AnswerValue::Date(day.parse().unwrap()));
        let field = egui::accesskit::Role::TextInput;
        window.get_by_role_and_label(field, &question.text).focus();
        window.run_ok();
        press(&mut window, Key::End);
        for _ in 0..20 {
            press(&mut window, Key::Backspace);
        }
        window.get_by_role_and_label(field, &question.text).type_text("3 May 2024");
        window.run_ok();
        assert_eq!(answer(&window), day("2024-05-03"), "typed");
        window.get_by_label(&calendar).click_accesskit();
        window.run_ok();
        window.get_by_label("17 May 2024").click();
        window.run_ok();
        assert_eq!(answer(&window), day("2024-05-17"), "picked by pointer");
        assert_eq!(window.get_by_role_and_label(field, &question.text).value().as_deref(), Some("17 May 2024"));
        window.get_by_label(&calendar).focus();
        window.run_ok();
        press(&mut window, Key::Enter);
        press(&mut window, Key::ArrowRight);
        press(&mut window, Key::Enter);
        assert_eq!(answer(&window), day("2024-05-18"), "picked by keys");
        assert!(window.query_by_label("Month after").is_none(), "it closes");
    }
}

#[test]
fn provisions_are_found_by_article_and_heading() {
    let mut window = window("shop.amende.ron");
    window.get_by_label("+ Add").click();
    window.run_ok();
    open(&mut window, "Articles");
    typed(&mut window, "security of");
    press(&mut window, Key::Enter);
    typed(&mut window, "5(1)(e)");
    press(&mut window, Key::Enter);
    window.event(Event::Paste("Art. 6(1), 12".to_owned()));
    window.run_ok();
    press(&mut window, Key::Enter);
    let earlier = undertaking(&window).previous_infringements.first().unwrap();
    let chosen: Vec<&str> = earlier.provisions.iter().map(amende::law::ProvisionId::as_str).collect();
    assert_eq!(chosen, ["32", "5(1)(e)", "6(1)", "12"]);
}

/// "5(1)(a), 6(1)" became "5(1)(a)6(1)", was saved, and could not be opened.
#[test]
fn a_line_that_names_no_provision_adds_nothing() {
    let mut window = window("shop.amende.ron");
    window.get_by_label("+ Add").click();
    window.run_ok();
    let provisions = |window: &Window| undertaking(window).previous_infringements.first().unwrap().provisions.len();
    open(&mut window, "Articles");
    typed(&mut window, "5(1)(a), 6(1)");
    press(&mut window, Key::Enter);
    assert_eq!(provisions(&window), 2);
    typed(&mut window, "5(1)(a)6(1)");
    press(&mut window, Key::Enter);
    assert_eq!(provisions(&window), 2);
    assert!(window.query_by_label_contains("Nothing on the list answers").is_some(), "it is told");
}

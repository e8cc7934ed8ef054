//! Title, recent matters, examples, links, scale.

use std::sync::{Arc, Mutex};

use amende::facts::CaseFile;
use amende::gui::{Command, NoticeKind, Screen};
use egui_kittest::kittest::Queryable as _;

use super::support::{finish, kaspr, library, send, settled, shows, shows_part, window};

#[test]
fn the_title_names_the_matter_and_whether_it_is_saved() {
    let mut window = window();
    assert_eq!(window.state().title(), "Amende");
    send(&mut window, Command::OpenPreset("kaspr.amende.ron".to_owned()));
    assert_eq!(window.state().title(), "Kaspr: scraped contacts – Amende");
    let mut changed = window.state().case_file().unwrap().clone();
    changed.title = "Web\nshop".to_owned();
    send(&mut window, Command::Edit(Box::new(changed)));
    assert_eq!(window.state().title(), "• Web shop – Amende");
}

#[test]
fn recent_matters_stand_by_title_and_gone_ones_can_be_taken_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kaspr();
    for name in ["one", "two"] {
        let mut matter = CaseFile::new(format!("Matter {name}"), "Newsletter");
        matter.undertaking.name = format!("Company {name}");
        let path = folder.path().join(format!("{name}.amende.ron"));
        amende::storage::save(&path, &matter, &library().law).unwrap();
        send(&mut window, Command::OpenPath(path));
        finish(&mut window);
    }
    std::fs::remove_file(folder.path().join("one.amende.ron")).unwrap();
    send(&mut window, Command::CloseMatter);
    finish(&mut window);
    assert!(shows(&window, "Matter two") && shows(&window, "Company two"));
    assert!(shows(&window, "no longer there"));
    window.get_by_label("Remove Matter one from the list").click();
    window.run_ok();
    window.run_ok();
    assert!(!shows(&window, "Matter one"));
    window.get_by_label("Matter two").click();
    window.run_ok();
    finish(&mut window);
    assert_eq!(window.state().case_file().unwrap().title, "Matter two");
}

/// A file opened by a relative path is found again from any folder.
#[test]
fn recent_files_keep_the_whole_path() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().join("a.amende.ron");
    amende::storage::save(&path, &CaseFile::new("A", "B"), &library().law).unwrap();
    let here = std::env::current_dir().unwrap();
    let relative = path.strip_prefix(&here).map_or_else(|_| path.clone(), std::path::Path::to_owned);
    let mut window = window();
    send(&mut window, Command::OpenPath(relative));
    finish(&mut window);
    assert_eq!(window.state().case_file().unwrap().title, "A");
    assert!(window.state().recent()[0].path.is_absolute());
}

#[test]
fn the_examples_are_named_as_such_and_in_their_order() {
    let window = window();
    assert!(shows(&window, "Examples") && shows(&window, "Opening an example creates a copy of it."));
    let top = |label: &str| window.get_all_by_label(label).next().unwrap().rect().top();
    assert!(top("Decided matters") < top("Kaspr: scraped contacts"));
    assert!(top("Kaspr: scraped contacts") < top("Fictional matters"));
    assert!(top("Fictional matters") < top("Web shop: newsletter"));
}

/// The first examples in their order; the others on demand by keyboard, and folded again.
#[test]
fn all_examples_are_shown_on_demand() {
    let mut window = window();
    let titles: Vec<&str> = library().presets.iter().map(|preset| preset.case_file.title.as_str()).collect();
    let button = egui::accesskit::Role::Button;
    let there = |window: &super::support::Window, title: &str| window.query_by_role_and_label(button, title).is_some();
    let first: Vec<&str> = titles.iter().copied().filter(|title| there(&window, title)).collect();
    assert_eq!(first, titles[..7], "the first of the list are shown");
    let place = |title: &str| window.get_by_role_and_label(button, title).rect().min;
    for pair in first.windows(2) {
        let (one, other) = (place(pair[0]), place(pair[1]));
        assert!(one.y < other.y || one.x < other.x, "{pair:?} stand in the order of the list");
    }
    let all = format!("Show all {} examples", titles.len());
    // Tab goes through the cards to the button, and Enter presses it.
    let focused = |window: &super::support::Window, label: &str| {
        window.query_by_role_and_label(button, label).is_some_and(|node| node.is_focused())
    };
    for _ in 0..40 {
        if focused(&window, &all) {
            break;
        }
        window.key_press(egui::Key::Tab);
        window.run_ok();
    }
    assert!(focused(&window, &all), "the button is reached by Tab");
    window.key_press(egui::Key::Enter);
    window.run_ok();
    assert!(titles.iter().all(|title| there(&window, title)), "all are shown");
    window.get_by_role_and_label(button, "Show fewer examples").click_accesskit();
    window.run_ok();
    assert_eq!(titles.iter().filter(|title| there(&window, title)).count(), 7);
    // A card opens by keyboard.
    window.get_by_role_and_label(button, titles[1]).focus();
    window.run_ok();
    window.key_press(egui::Key::Enter);
    window.run_ok();
    assert_eq!(window.state().case_file().unwrap().title, titles[1]);
}

/// Where no browser can be opened, that is said and the address can be copied.
#[test]
fn a_link_without_a_browser_offers_its_address() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let heard = asked.clone();
    let mut window = kaspr();
    window.state_mut().set_opener(Arc::new(move |address| {
        heard.lock().unwrap().push(address.to_owned());
        false
    }));
    settled(&mut window, Screen::Findings);
    window.get_all_by_role_and_label(egui::accesskit::Role::Link, "Art. 5(1)(e)").next().unwrap().click_accesskit();
    window.run_ok();
    finish(&mut window);
    let address = asked.lock().unwrap().first().cloned().unwrap();
    assert!(address.starts_with("https://"), "{address}");
    let (kind, text) = window.state().notices().iter().last().map(|(kind, text)| (kind, text.to_owned())).unwrap();
    assert_eq!(kind, NoticeKind::Error);
    assert!(text.contains(&address), "{text}");
    window.get_by_label("Copy the address").click();
    window.run_ok();
    window.step();
    assert!(!shows_part(&window, "Copy the address"));
}

/// Nothing of the view passes from one matter to the next.
#[test]
fn another_matter_begins_at_its_top() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    let top = window.get_all_by_label("Practices").last().unwrap().rect().top();
    super::support::type_into(&mut window, "Search questions", "consent");
    window.key_press(egui::Key::PageDown);
    for _ in 0..20 {
        window.run_ok();
    }
    send(&mut window, Command::OpenPreset("shop.amende.ron".to_owned()));
    settled(&mut window, Screen::Practices);
    let field = window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Search questions");
    assert_eq!(field.value().unwrap_or_default(), "");
    let now = window.get_all_by_label("Practices").last().unwrap().rect().top();
    assert!((now - top).abs() < 1.0, "{now} {top}");
}

/// A theme is taken on at once and whole: in the first picture after it was asked for no
/// words stand in the ink of the other theme.
#[test]
fn a_theme_is_whole_from_its_first_picture() {
    use egui::epaint::Shape;
    let mut window = kaspr();
    for (before, after) in [("light", "dark"), ("dark", "light")] {
        let [before, after] = [before, after].map(|name| amende::gui::theme::Theme::load(name).unwrap());
        window.state_mut().push(Command::ToggleTheme);
        window.step();
        let mut inks = Vec::new();
        for clipped in &window.output().shapes {
            if let Shape::Text(text) = &clipped.shape {
                inks.extend(text.galley.job.sections.iter().map(|section| section.format.color));
                inks.push(text.fallback_color);
            }
        }
        assert!(inks.contains(&after.ink), "{}", after.name);
        for other in [before.ink, before.ink_second] {
            assert!(!inks.contains(&other), "words in the ink of {}", before.name);
        }
    }
}

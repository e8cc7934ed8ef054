//! What is typed and a command that come in one frame: what was typed is in the matter before the
//! command is carried out, and in no other.

use std::path::{Path, PathBuf};

use amende::facts::{CaseFile, Turnover};
use amende::gui::{Command, Screen};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable as _;
use proptest::prelude::*;

use super::support::{Window, finish, library, send, shows, window};

const CONTROL: Modifiers = Modifiers::COMMAND.plus(Modifiers::CTRL);

/// A field of some kind, with what is typed into it and how that is read from a matter.
struct Kind {
    label: &'static str,
    screen: Screen,
    typed: fn(u32) -> String,
    holds: fn(&CaseFile, u32) -> bool,
}

const KINDS: [Kind; 4] = [
    Kind {
        label: "Name",
        screen: Screen::Organisation,
        typed: |number| format!("Harbour {number}"),
        holds: |matter, number| matter.undertaking.name == format!("Harbour {number}"),
    },
    Kind {
        label: "Matter",
        screen: Screen::Organisation,
        typed: |number| format!("Matter {number}"),
        holds: |matter, number| matter.title == format!("Matter {number}"),
    },
    Kind {
        label: "Employees",
        screen: Screen::Organisation,
        typed: |number| number.to_string(),
        holds: |matter, number| matter.undertaking.employees == Some(number),
    },
    Kind {
        label: "Amount",
        screen: Screen::Organisation,
        typed: |number| format!("{number}m"),
        holds: |matter, number| match &matter.undertaking.turnover {
            Turnover::Figure { amount: Some(amount), .. } => amount.major() == i64::from(number) * 1_000_000,
            _ => false,
        },
    },
];

/// What comes in the same frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    Key(Key),
    Redo,
    /// The window system asks the window to close.
    Close,
    /// A click on another stage.
    Click,
}

const LEAVING: [Then; 5] = [Then::Key(Key::N), Then::Key(Key::W), Then::Key(Key::Q), Then::Close, Then::Click];

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// A saved matter with the Organisation stage open.
fn saved(folder: &Path) -> (Window, PathBuf) {
    let path = folder.join("m.amende.ron");
    let mut matter =
        library().presets.iter().find(|preset| preset.file == "kaspr.amende.ron").unwrap().case_file.clone();
    matter.decided_as = None;
    matter.undertaking.turnover =
        Turnover::Figure { amount: None, year: Some(2023), source: "test".to_owned(), secondary: false };
    amende::storage::save(&path, &matter, &library().law).unwrap();
    let mut window = window();
    send(&mut window, Command::OpenPath(path.clone()));
    finish(&mut window);
    (window, path)
}

/// Types into a field over what stands there, and gives the command, all in one frame.
fn at_once(window: &mut Window, kind: &Kind, number: u32, then: Then) {
    send(window, Command::Show(kind.screen));
    window.get_by_role_and_label(Role::TextInput, kind.label).focus();
    window.run_ok();
    let stage = library().locale.t(Screen::Findings.key());
    let stage = window.get_by_role_and_label(Role::Button, stage).rect().center();
    let letters = (kind.typed)(number);
    let mut events = vec![key(Key::A, CONTROL)];
    events.extend(letters.chars().map(|letter| Event::Text(letter.to_string())));
    match then {
        Then::Key(known) => events.push(key(known, CONTROL)),
        Then::Redo => events.push(key(Key::Z, CONTROL | Modifiers::SHIFT)),
        Then::Close => {
            let view = window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
            view.events.push(ViewportEvent::Close);
        }
        Then::Click => events.extend(click(stage)),
    }
    window.input_mut().events.extend(events);
    window.run_ok();
    window.run_ok();
}

fn click(pos: Pos2) -> [Event; 3] {
    let button =
        |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    [Event::PointerMoved(pos), button(true), button(false)]
}

fn matter(window: &Window) -> &CaseFile {
    window.state().case_file().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// A command that leaves finds what was typed, and asks.
    #[test]
    fn leaving_finds_what_was_typed(
        kind in 0..KINDS.len(), then in prop::sample::select(&LEAVING), number in 33_u32..999,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let (mut window, path) = saved(folder.path());
        let kind = &KINDS[kind];
        at_once(&mut window, kind, number, then);
        prop_assert!((kind.holds)(matter(&window), number), "{} {then:?}: {:?}", kind.label, matter(&window).undertaking);
        if then == Then::Click {
            prop_assert_eq!(window.state().screen(), Screen::Findings);
        } else {
            prop_assert!(shows(&window, "Leave without saving?"), "{} {then:?}", kind.label);
        }
        let file = amende::storage::open(&path, &library().law).unwrap();
        prop_assert!(!(kind.holds)(&file, number), "nothing is written unasked");
    }

    /// Saving writes what was typed before it, and undo takes just that back.
    #[test]
    fn saving_and_undo_find_what_was_typed(kind in 0..KINDS.len(), number in 33_u32..999) {
        let folder = tempfile::tempdir().unwrap();
        let (mut window, path) = saved(folder.path());
        let before = matter(&window).clone();
        let kind = &KINDS[kind];
        at_once(&mut window, kind, number, Then::Key(Key::Z));
        prop_assert_eq!(matter(&window), &before, "{}", kind.label);
        window.input_mut().events.push(key(Key::Z, CONTROL | Modifiers::SHIFT));
        window.run_ok();
        prop_assert!((kind.holds)(matter(&window), number), "redo after {}", kind.label);
        at_once(&mut window, kind, number + 1, Then::Key(Key::S));
        finish(&mut window);
        let file = amende::storage::open(&path, &library().law).unwrap();
        prop_assert!((kind.holds)(&file, number + 1), "{} in the file", kind.label);
        prop_assert_eq!(&file, matter(&window));
        at_once(&mut window, kind, number + 2, Then::Redo);
        prop_assert!((kind.holds)(matter(&window), number + 2), "there is nothing to redo");
    }
}

/// A new matter has nothing of what was typed into the one before.
#[test]
fn a_new_matter_has_nothing_of_the_one_before() {
    for kind in &KINDS {
        let folder = tempfile::tempdir().unwrap();
        let (mut window, _) = saved(folder.path());
        at_once(&mut window, kind, 77, Then::Key(Key::N));
        window.get_by_label("Leave without saving").click_accesskit();
        window.run_ok();
        window.run_ok();
        let text = &library().locale;
        assert_eq!(matter(&window), &CaseFile::new(text.t("matter.new"), text.t("matter.operation")), "{}", kind.label);
        assert!(window.state().notices().iter().all(|(_, words)| !words.contains("removal")));
    }
}

/// What is typed after a command is for what it opens, in one frame and letter by letter.
#[test]
fn what_follows_a_command_is_for_what_it_opens() {
    for in_one_frame in [true, false] {
        let mut window = window();
        let letters = "Web shop".chars().map(|letter| Event::Text(letter.to_string()));
        let events = std::iter::once(key(Key::N, CONTROL)).chain(letters);
        if in_one_frame {
            window.input_mut().events.extend(events);
        } else {
            for event in events {
                window.input_mut().events.push(event);
                window.step();
            }
        }
        window.run_ok();
        assert_eq!(matter(&window).title, "Web shop", "in one frame: {in_one_frame}");
    }
}

/// The settings are no part of a matter, and are kept as well.
#[test]
fn the_settings_keep_what_was_typed() {
    let mut window = window();
    send(&mut window, Command::Show(Screen::Settings));
    window.get_by_role_and_label(Role::TextInput, "Author").focus();
    window.run_ok();
    let letters = "Ada".chars().map(|letter| Event::Text(letter.to_string()));
    let events: Vec<Event> = letters.chain([key(Key::N, CONTROL)]).collect();
    window.input_mut().events.extend(events);
    window.run_ok();
    assert!(window.state().case_file().is_some(), "the command was carried out");
    assert_eq!(window.state().prepared_by().author, "Ada");
}

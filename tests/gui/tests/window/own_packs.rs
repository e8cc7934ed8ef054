//! Packs of one's own: opened from a file in the set-up, refused with every reason, played, and
//! asked for where a workshop is opened without them.

use std::path::{Path, PathBuf};

use amende::gui::workshop::PackWish;
use amende::gui::{Command, Screen, Wish};
use amende::workshop::{Part, RevealStep, Stage};

use super::support::{Window, finish, send, settled, shows, shows_part, type_into, window};
use super::workshop::{projector, stage, told};

const TITLE: &str = "Contacts that were sold";

/// A pack in a folder: the one of the guide with another id and title, and what is replaced.
fn pack(folder: &Path, replaced: &[(&str, &str)]) -> PathBuf {
    let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/../../presets/workshops/contacts-from-a-network.ron");
    let mut text = std::fs::read_to_string(guide).unwrap();
    let own = [("id: \"contacts-from-a-network\"", "id: \"sold-contacts\""), ("Contacts from a network", TITLE)];
    for (from, to) in own.iter().chain(replaced) {
        assert!(text.contains(from), "no {from}");
        text = text.replacen(from, to, 1);
    }
    let path = folder.join("sold-contacts.ron");
    std::fs::write(&path, text).unwrap();
    path
}

fn open(window: &mut Window, path: &Path) {
    send(window, Command::Workshop(Wish::Own(PackWish::Open(path.to_owned()))));
    finish(window);
}

fn press(window: &mut Window, label: &str) {
    use egui_kittest::kittest::Queryable as _;
    window.get_by_label(label).click_accesskit();
    window.run_ok();
    window.run_ok();
}

/// What the search in the library finds for the name of the decision.
fn library_finds(window: &mut Window) -> bool {
    settled(window, Screen::Decisions);
    type_into(window, "Search decisions", "kaspr");
    finish(window);
    let found = told(window).replace("kaspr", "").contains("Kaspr");
    send(window, Command::Workshop(Wish::Open));
    found
}

#[test]
fn a_pack_of_ones_own_is_opened_checked_and_played() {
    let folder = tempfile::tempdir().unwrap();
    let path = pack(folder.path(), &[]);
    let mut window = window();
    send(&mut window, Command::Workshop(Wish::Open));
    assert!(shows(&window, "Open a scenario from a file…"));
    open(&mut window, &path);
    assert!(shows(&window, TITLE), "{}", told(&window));
    // It is chosen, and its decision is kept back at once.
    assert!(window.state().is_sheltered() && !library_finds(&mut window));
    press(&mut window, "Begin the workshop");
    assert_eq!(window.state().session().unwrap().scenarios()[0].pack, "sold-contacts");
    let decision = Stage::Scenario { scenario: 0, part: Part::Reveal(RevealStep::Decision) };
    while stage(&window) < decision {
        assert!(!told(&projector(&mut window)).contains("Kaspr"));
        send(&mut window, Command::Workshop(Wish::Next(true)));
    }
    assert!(!library_finds(&mut window));
    let shown = told(&projector(&mut window));
    assert!(shown.contains("Kaspr") && shown.contains("240,000"), "{shown}");
}

#[test]
fn a_pack_that_cannot_be_played_is_refused_with_every_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window();
    send(&mut window, Command::Workshop(Wish::Open));
    let path = pack(folder.path(), &[("decision: \"cnil/2024-kaspr\"", "decision: \"cnil/2024-kasper\"")]);
    let text = std::fs::read_to_string(&path).unwrap();
    let line = text.lines().position(|line| line.contains("about: \"")).unwrap() + 1;
    let marked: Vec<String> = text
        .lines()
        .map(|known| match known.split_once("about: \"") {
            Some((before, _)) => format!("{before}about: \"TO BE WRITTEN: what it is\","),
            None => known.to_owned(),
        })
        .collect();
    std::fs::write(&path, marked.join("\n")).unwrap();
    open(&mut window, &path);
    for said in [
        "sold-contacts.ron cannot be played yet",
        &format!("line {line}: to be written: what it is"),
        "assets/decisions does not have `cnil/2024-kasper`",
    ] {
        assert!(shows_part(&window, said), "{said}: {}", told(&window));
    }
    assert!(!shows(&window, TITLE) && !window.state().is_sheltered());
    // What is no pack is told with its line; what is another's id, too.
    std::fs::write(&path, "(\n    id: \"sold-contacts\",\n    tolled: (),\n)").unwrap();
    press(&mut window, "Open it again");
    finish(&mut window);
    assert!(shows_part(&window, "tolled") && shows_part(&window, "sold-contacts.ron:3"), "{}", told(&window));
    pack(folder.path(), &[("id: \"sold-contacts\"", "id: \"contacts-from-a-network\"")]);
    press(&mut window, "Open it again");
    finish(&mut window);
    assert!(shows_part(&window, "give this one another id"), "{}", told(&window));
    // Put right and opened again, it stands in the list; taken out, it does not.
    pack(folder.path(), &[]);
    press(&mut window, "Open it again");
    finish(&mut window);
    assert!(shows(&window, TITLE) && !shows_part(&window, "cannot be played"), "{}", told(&window));
    press(&mut window, &format!("Take {TITLE} out of the list"));
    assert!(!shows(&window, TITLE) && !window.state().is_sheltered() && path.exists());
}

#[test]
fn a_saved_workshop_asks_for_the_file_of_its_scenario() {
    let folder = tempfile::tempdir().unwrap();
    let path = pack(folder.path(), &[]);
    let saved = folder.path().join("morning.workshop.ron");
    let mut first = window();
    send(&mut first, Command::Workshop(Wish::Open));
    open(&mut first, &path);
    press(&mut first, "Begin the workshop");
    send(&mut first, Command::Workshop(Wish::Next(false)));
    send(&mut first, Command::Workshop(Wish::SaveTo(saved.clone())));
    finish(&mut first);
    drop(first);
    let written = std::fs::read_to_string(&saved).unwrap();
    assert!(!written.contains("kaspr") && !written.contains("Kaspr"), "{written}");
    let mut second = window();
    send(&mut second, Command::OpenPath(saved));
    finish(&mut second);
    let asked = format!("The file of the scenario {TITLE} is not open.");
    assert!(shows_part(&second, &asked), "{}", told(&second));
    open(&mut second, &path);
    assert!(!shows_part(&second, &asked) && !library_finds(&mut second));
    while stage(&second) < (Stage::Scenario { scenario: 0, part: Part::Reveal(RevealStep::Decision) }) {
        send(&mut second, Command::Workshop(Wish::Next(true)));
    }
    assert!(told(&projector(&mut second)).contains("240,000"));
}

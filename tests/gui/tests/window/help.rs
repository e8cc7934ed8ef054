//! Help.

use std::collections::BTreeSet;

use amende::gui::{Command, HelpPage};
use egui_kittest::kittest::Queryable as _;

use super::support::{kaspr, send, shows, shows_part, window};

#[test]
fn every_page_of_the_help_opens_from_the_menu() {
    let contents = [
        (HelpPage::FirstSteps, "From the facts to a report"),
        (HelpPage::Keys, "Every action can be reached by keyboard."),
        (HelpPage::Method, "How the figure is calculated"),
        (HelpPage::Glossary, "Glossary"),
        (HelpPage::Sources, "Methods of calculation"),
        (HelpPage::Licences, "Fonts"),
        (HelpPage::About, "Details for an error report"),
    ];
    assert_eq!(contents.len(), HelpPage::ALL.len());
    let mut window = window();
    for (page, content) in contents {
        window.get_by_label("Help").click();
        window.run_ok();
        let name = super::support::library().locale.t(page.key()).to_owned();
        window.get_by_label_contains(&name).click();
        window.run_ok();
        window.run_ok();
        assert!(shows_part(&window, content), "{page:?} shows `{content}`");
        window.get_by_label("Close").click();
        window.run_ok();
        assert!(!shows(&window, "Close"), "{page:?} is closed");
    }
}

/// F1 lists every shortcut of every command.
#[test]
fn the_list_of_keys_is_made_of_the_commands() {
    let mut window = kaspr();
    window.key_press(egui::Key::F1);
    window.run_ok();
    window.run_ok();
    for command in Command::offered() {
        for keys in command.shortcuts() {
            let name = window.ctx.format_shortcut(&keys);
            assert!(shows_part(&window, &name), "{command:?}: {name}");
        }
    }
}

#[test]
fn the_details_for_a_report_name_no_matter() {
    let mut window = kaspr();
    send(&mut window, Command::Help(HelpPage::About));
    assert!(shows_part(&window, env!("CARGO_PKG_VERSION")));
    assert!(!shows_part(&window, "Amende 0.0.0"));
    assert!(window.query_all(egui_kittest::kittest::By::new().label_contains("decisions, ")).next().is_some());
}

/// Every crate of the program stands in the list of licences, and no other.
#[test]
fn the_list_of_licences_is_that_of_the_lock_file() {
    let lock = include_str!("../../../../Cargo.lock");
    let listed = include_str!("../../../../assets/licences/crates.ron");
    let manifest = include_str!("../../../../Cargo.toml");
    let field = |line: &str, name: &str| Some(line.strip_prefix(name)?.trim_matches('"').to_owned());
    let mut packages: Vec<(String, String, Vec<String>)> = Vec::new();
    for block in lock.split("[[package]]").skip(1) {
        let name = block.lines().find_map(|line| field(line, "name = ")).unwrap();
        let version = block.lines().find_map(|line| field(line, "version = ")).unwrap();
        let needs = block
            .lines()
            .filter_map(|line| line.strip_prefix(" \""))
            .map(|line| line.trim_end_matches("\",").to_owned());
        packages.push((name, version, needs.collect()));
    }
    let tests = manifest.split("[dev-dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let tests: Vec<&str> = tests.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name).collect();
    let mut used = BTreeSet::new();
    let mut next = vec![0];
    next[0] = packages.iter().position(|(name, ..)| name == "amende").unwrap();
    while let Some(at) = next.pop() {
        let (name, version, needs) = &packages[at];
        if !used.insert((name.clone(), version.clone())) {
            continue;
        }
        for need in needs.iter().filter(|need| name != "amende" || !tests.contains(&need.as_str())) {
            let mut parts = need.split(' ');
            let (wanted, version) = (parts.next().unwrap(), parts.next());
            let fits = |(name, known, _): &(String, String, Vec<String>)| {
                name == wanted && version.is_none_or(|version| version == known)
            };
            next.extend(packages.iter().position(fits));
        }
    }
    used.retain(|(name, _)| name != "amende");
    let named: BTreeSet<(String, String)> = listed
        .lines()
        .filter_map(|line| line.trim().strip_prefix("(name: \""))
        .map(|line| {
            let mut parts = line.split('"');
            (parts.next().unwrap().to_owned(), parts.nth(1).unwrap().to_owned())
        })
        .collect();
    assert!(named.len() > 100, "{}", named.len());
    let missing: Vec<_> = used.difference(&named).collect();
    let extra: Vec<_> = named.difference(&used).collect();
    assert!(
        missing.is_empty() && extra.is_empty(),
        "not listed: {missing:?}; no longer used: {extra:?}. Run the command at the head of examples/licences.rs."
    );
}

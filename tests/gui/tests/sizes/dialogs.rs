//! Every stage and every dialog in the true sizes of a window.

use std::path::{Path, PathBuf};

use amende::gui::command::{HelpPage, Purpose};
use amende::gui::{Command, Explained, Screen};
use egui::Vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable as _};

use super::measure::{bars, beyond_the_end, wrong};
use super::size::{sized, true_sizes};
use crate::harness::{Window, library, start};

fn window(state: Option<&Path>) -> Window {
    let mut window = start(Harness::builder().with_size([1280.0, 720.0]));
    if let Some(state) = state {
        let ctx = window.ctx.clone();
        window.state_mut().keep_below(&ctx, state.to_owned());
    }
    settle(&mut window);
    window
}

/// Lets everything behind the window finish.
fn settle(window: &mut Window) {
    for _ in 0..20_000 {
        window.run_steps(2);
        if window.state().is_idle() {
            window.run_steps(3);
            if window.state().is_idle() {
                return;
            }
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    panic!("the window does not come to rest");
}

fn order(window: &mut Window, command: Command) {
    window.state_mut().push(command);
    settle(window);
}

fn kaspr(state: Option<&Path>) -> Window {
    let mut window = window(state);
    order(&mut window, Command::OpenPreset("kaspr.amende.ron".to_owned()));
    window
}

fn retitle(window: &mut Window, title: &str) {
    let mut changed = window.state().case_file().unwrap().clone();
    title.clone_into(&mut changed.title);
    order(window, Command::Edit(Box::new(changed)));
}

fn shows(window: &Window, words: &str) -> bool {
    window.query_all(By::new().label_contains(words)).next().is_some()
}

/// Measures a box over the page; `sign` is in it in each size. In windows wider than the
/// widest box all boxes have their whole width: of those one is measured, and the largest.
fn fits(window: &mut Window, name: &str, sign: &str, found: &mut Vec<String>) {
    let mut sizes = true_sizes();
    sizes.retain(|(size, _)| size.x < 1000.0 || [1280.0, 4800.0].contains(&size.x));
    fits_in(&sizes, window, name, sign, found);
}

/// Measures what is shown in these sizes.
fn fits_in(sizes: &[(Vec2, f32)], window: &mut Window, name: &str, sign: &str, found: &mut Vec<String>) {
    for (size, zoom) in sizes.iter().copied() {
        sized(window, size, zoom);
        // A box over the page is placed by how large it was before.
        window.run_steps(3);
        assert!(shows(window, sign), "{name}, {size:?}: `{sign}` is not shown");
        let mut defects = wrong(window, size);
        // Higher windows reach the end of the same content with less scrolling.
        if size.y <= 600.0 {
            defects.extend(beyond_the_end(window));
        }
        found.extend(defects.into_iter().map(|what| format!("{name}, {size:?}: {what}")));
    }
    sized(window, Vec2::new(1280.0, 720.0), 1.0);
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "{} defects\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_stage_fits_the_true_sizes() {
    let mut window = kaspr(None);
    let mut found = Vec::new();
    for screen in Screen::STAGES.into_iter().chain([Screen::Timeline, Screen::Decisions, Screen::Settings]) {
        order(&mut window, Command::Show(screen));
        let sign = library().locale.t(screen.key());
        fits_in(&true_sizes(), &mut window, &format!("{screen:?}"), sign, &mut found);
    }
    none(&found);
}

#[test]
fn help_fits_the_true_sizes() {
    let mut window = kaspr(None);
    let mut found = Vec::new();
    for page in HelpPage::ALL {
        order(&mut window, Command::Help(page));
        fits(&mut window, &format!("{page:?}"), library().locale.t(page.key()), &mut found);
    }
    none(&found);
}

#[test]
fn what_explains_a_figure_fits_the_true_sizes() {
    let mut window = kaspr(None);
    let mut found = Vec::new();
    let close = library().locale.t("command.close_overlay");
    for (name, command) in [
        ("trace", Command::ShowTrace("fine".to_owned())),
        ("maximum", Command::ShowTrace("A.legal_maximum".to_owned())),
        ("provision", Command::ShowProvision("5(1)(a)".to_owned())),
        ("estimate", Command::Explain(Explained::Middle)),
        ("overall", Command::Explain(Explained::Overall)),
    ] {
        order(&mut window, command);
        fits(&mut window, name, close, &mut found);
    }
    none(&found);
}

#[test]
fn the_palette_and_menus_fit_the_true_sizes() {
    let mut window = kaspr(None);
    let mut found = Vec::new();
    order(&mut window, Command::Palette);
    fits(&mut window, "palette", "Find or do anything", &mut found);
    for key in ["ArrowDown"; 9] {
        window.key_press(egui::Key::from_name(key).unwrap());
        window.step();
    }
    fits(&mut window, "palette with the ninth marked", "Find or do anything", &mut found);
    order(&mut window, Command::Dismiss);
    for menu in ["menu.file", "menu.edit", "menu.view", "menu.help"] {
        for (size, zoom) in true_sizes() {
            sized(&mut window, size, zoom);
            window.get_by_label(library().locale.t(menu)).click();
            window.run_steps(3);
            assert!(egui::Popup::is_any_open(&window.ctx), "{menu} opens");
            assert!(menu != "menu.view" || size.y > 400.0 || !bars(&window).is_empty(), "a long menu scrolls");
            let mut defects = wrong(&window, size);
            defects.extend(beyond_the_end(&mut window));
            found.extend(defects.into_iter().map(|what| format!("{menu}, {size:?}: {what}")));
            egui::Popup::close_all(&window.ctx);
            window.run_steps(2);
        }
    }
    none(&found);
}

/// A folder with many matters and a long path.
fn folder() -> (tempfile::TempDir, PathBuf) {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("Matters of the holding and of all its subsidiaries in the north").join("2026");
    std::fs::create_dir_all(&folder).unwrap();
    for number in 1..=30 {
        let name = format!("{number} Datenschutzfolgenabschätzungsvorprüfungsunterlagenverwaltung.amende.ron");
        std::fs::write(folder.join(name), "()").unwrap();
    }
    (root, folder)
}

#[test]
fn dialogs_about_paths_fit_the_true_sizes() {
    let (_root, folder) = folder();
    let mut window = kaspr(None);
    let mut found = Vec::new();
    for (purpose, name) in
        [(Purpose::Open, "not there.amende.ron"), (Purpose::Save, "mine.pdf"), (Purpose::Export, "report.docx")]
    {
        order(&mut window, Command::AskPath(purpose, folder.join(name)));
        fits(&mut window, &format!("{purpose:?}"), "Name", &mut found);
        order(&mut window, Command::Dismiss);
    }
    none(&found);
}

#[test]
fn questions_about_unsaved_work_fit_the_true_sizes() {
    let mut window = kaspr(None);
    let mut found = Vec::new();
    retitle(&mut window, "Changed");
    order(&mut window, Command::New);
    fits(&mut window, "unsaved", library().locale.t("unsaved.heading"), &mut found);
    none(&found);
}

/// A matter in a file that another program wrote meanwhile, in many places.
fn conflict(folder: &Path) -> Window {
    let path = folder.join("A file with a long name, as a law firm numbers them, 2026-0815-4711.amende.ron");
    let mut window = kaspr(None);
    order(&mut window, Command::SaveTo(path.clone()));
    let mut theirs = window.state().case_file().unwrap().clone();
    theirs.undertaking.employees = Some(77);
    theirs.notes = "What somebody else wrote, at length. ".repeat(8);
    theirs.operations.first_mut().unwrap().answers.clear();
    amende::storage::save(&path, &theirs, &library().law).unwrap();
    retitle(&mut window, "A matter of the holding and of all its subsidiaries");
    order(&mut window, Command::Save);
    window
}

#[test]
fn a_conflict_fits_the_true_sizes() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = conflict(folder.path());
    let mut found = Vec::new();
    let heading = library().locale.t("conflict.heading");
    fits(&mut window, "conflict", heading, &mut found);
    window.get_by_label(library().locale.t("conflict.compare")).click();
    settle(&mut window);
    fits(&mut window, "conflict compared", heading, &mut found);
    none(&found);
}

#[test]
fn what_an_earlier_run_left_fits_the_true_sizes() {
    let (state, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for number in 1..=3 {
        let mut first = kaspr(Some(state.path()));
        order(&mut first, Command::SaveTo(folder.path().join(format!("{number}.amende.ron"))));
        retitle(&mut first, "A matter of the holding and of all its subsidiaries, not saved for long");
        for _ in 0..400 {
            first.step();
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        // As after a kill: nobody says goodbye.
        drop(first);
    }
    std::thread::sleep(std::time::Duration::from_millis(50));
    let mut window = window(Some(state.path()));
    assert_eq!(window.state().leftovers().len(), 3);
    let mut found = Vec::new();
    fits_in(&true_sizes(), &mut window, "start", "has unsaved changes", &mut found);
    window.get_all_by_label("Compare").next().unwrap().click();
    settle(&mut window);
    fits(&mut window, "compared", "Title of the matter", &mut found);
    order(&mut window, Command::Dismiss);
    window.get_all_by_label("Discard…").next().unwrap().click();
    settle(&mut window);
    fits(&mut window, "discard", "Discard the changes", &mut found);
    none(&found);
}

/// Setting a workshop up, leading it, and what comes of it.
#[test]
fn a_workshop_fits_the_true_sizes() {
    use amende::gui::Wish;
    let mut window = window(None);
    let mut found = Vec::new();
    order(&mut window, Command::Workshop(Wish::Open));
    fits_in(&true_sizes(), &mut window, "set-up", "Begin the workshop", &mut found);
    window.get_by_label("Contacts from a network").click_accesskit();
    settle(&mut window);
    order(&mut window, Command::Workshop(Wish::Begin));
    fits_in(&true_sizes(), &mut window, "lobby", "Begin the scenario", &mut found);
    order(&mut window, Command::Workshop(Wish::Next(false)));
    order(&mut window, Command::Workshop(Wish::Next(false)));
    order(&mut window, Command::Workshop(Wish::Turn(Some(1))));
    fits_in(&true_sizes(), &mut window, "entries", "Lock Harbour", &mut found);
    while window.state().session().unwrap().next_stage().is_some() {
        order(&mut window, Command::Workshop(Wish::Next(true)));
    }
    fits_in(&true_sizes(), &mut window, "result", "Ranking", &mut found);
    order(&mut window, Command::Workshop(Wish::End));
    fits(&mut window, "end", "End the workshop?", &mut found);
    none(&found);
}

//! Recent matters in the File menu, and who is named in reports.

use amende::gui::{Command, Screen};
use egui_kittest::kittest::Queryable as _;

use super::support::{finish, kaspr, send, shows, type_into, window};

#[test]
fn the_file_menu_opens_a_recent_matter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.amende.ron");
    let mut window = kaspr();
    send(&mut window, Command::SaveTo(path));
    finish(&mut window);
    let saved = window.state().case_file().unwrap().clone();
    send(&mut window, Command::New);
    assert_ne!(window.state().case_file().unwrap(), &saved);
    assert!(!shows(&window, "Recent matters"));
    window.get_by_label("File").click();
    window.run_ok();
    assert!(shows(&window, "Recent matters"));
    window.get_by_role_and_label(egui::accesskit::Role::Button, &saved.title).click();
    window.run_ok();
    finish(&mut window);
    assert_eq!(window.state().case_file().unwrap(), &saved);
    assert!(!shows(&window, "Recent matters"), "the menu is closed");
}

/// Who is named in the settings stands in every report written from then on, and in no matter.
#[test]
fn reports_name_who_the_settings_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window();
    send(&mut window, Command::OpenPreset("shop.amende.ron".to_owned()));
    let matter = window.state().case_file().unwrap().clone();
    let written = |window: &mut super::support::Window, name: &str| {
        let path = folder.path().join(name);
        send(window, Command::ExportReportTo(path.clone()));
        finish(window);
        std::fs::read_to_string(path).unwrap()
    };
    assert!(!written(&mut window, "without.md").contains("prepared by"));
    send(&mut window, Command::Show(Screen::Settings));
    type_into(&mut window, "Author", "M. {name} Ødegård");
    type_into(&mut window, "Firm", "Quay & Partners");
    assert_eq!(window.state().prepared_by().author, "M. {name} Ødegård");
    let report = written(&mut window, "with.md");
    let line = report.lines().find(|line| line.contains("prepared by")).unwrap();
    assert!(line.contains("Ødegård, Quay") && line.contains("{name}"), "{line}");
    assert_eq!(window.state().case_file().unwrap(), &matter, "it is no part of the matter");
}

//! A second language is offered in the settings, shows at once, and goes again.

use std::path::Path;

use amende::gui::{Command, Screen};
use amende::library::{DataFile, Library};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::{self, Window, send, settled, shows};

/// The window with twenty sentences of French beside its English.
fn window() -> Window {
    let mut files = amende::storage::data_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).unwrap();
    for (path, text) in [
        ("assets/locale/fr.ron", include_str!("../../../languages/fr.ron")),
        ("assets/locale/fr/phrases.ftl", include_str!("../../../languages/fr/phrases.ftl")),
        ("assets/locale/fr/law/texts.ron", include_str!("../../../languages/fr/law/texts.ron")),
    ] {
        files.push(DataFile { path: path.to_owned(), contents: text.as_bytes().to_vec().into() });
    }
    let library = Box::leak(Box::new(Library::from_files(files).unwrap()));
    let window = Harness::builder().with_size([1280.0, 720.0]).with_step_dt(1.0 / 60.0);
    crate::harness::start_with(library, window)
}

#[test]
fn another_language_shows_at_once_and_goes_again() {
    let mut window = window();
    send(&mut window, Command::OpenPreset("kaspr.amende.ron".to_owned()));
    settled(&mut window, Screen::FineCalculation);
    let before = window.state().exposure().unwrap().percentile(50);
    send(&mut window, Command::ShowTrace("fine".to_owned()));
    assert!(shows(&window, "Fine by the method") && shows(&window, "Legal maximum"));
    send(&mut window, Command::Dismiss);

    send(&mut window, Command::Show(Screen::Settings));
    assert!(shows(&window, "Settings") && shows(&window, "Language: English"));
    window.get_by_label("Language: Français").click();
    window.run_ok();
    assert!(shows(&window, "Réglages") && !shows(&window, "Settings"));

    settled(&mut window, Screen::FineCalculation);
    send(&mut window, Command::ShowTrace("fine".to_owned()));
    assert!(shows(&window, "amende selon la méthode") && shows(&window, "Maximum légal"));
    assert!(shows(&window, "amende pour le comportement A") && !shows(&window, "Fine for conduct A"));
    send(&mut window, Command::Dismiss);
    send(&mut window, Command::ShowTrace("A.legal_maximum".to_owned()));
    assert!(shows(&window, "Maximum fixe, art. 83, paragraphe 5"), "texts of the law too");
    assert_eq!(window.state().exposure().unwrap().percentile(50), before);
    send(&mut window, Command::Dismiss);

    send(&mut window, Command::Show(Screen::Settings));
    window.get_by_label("Language: English").click();
    window.run_ok();
    assert!(shows(&window, "Settings") && !shows(&window, "Réglages"));
    settled(&mut window, Screen::FineCalculation);
    send(&mut window, Command::ShowTrace("fine".to_owned()));
    assert!(shows(&window, "Fine for conduct A") && !shows(&window, "amende pour le comportement A"));
}

#[test]
fn one_language_is_not_offered() {
    let mut window = support::window();
    send(&mut window, Command::Show(Screen::Settings));
    assert!(!shows(&window, "Language") && !shows(&window, "Language: English"));
}

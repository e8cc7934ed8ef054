//! The report's pages by keys and wheel, and its way to the printer.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use amende::gui::{Command, NoticeKind, Screen};
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, finish, kaspr, send, settled, shows, shows_part, type_into};

const CONTROL: Modifiers = Modifiers::COMMAND.plus(Modifiers::CTRL);

fn report() -> Window {
    let mut window = kaspr();
    settled(&mut window, Screen::Report);
    finish(&mut window);
    assert!(window.query_by_label("Page 1 of the report").is_some());
    window
}

fn page(window: &Window) -> egui::Rect {
    window.get_by_label("Page 1 of the report").rect()
}

/// The pages of before are never shown as those of the matter as it is.
#[test]
fn pages_of_a_state_before_are_marked_until_they_are_made_again() {
    let mut window = report();
    let mut matter = window.state().case_file().unwrap().clone();
    "Another title".clone_into(&mut matter.title);
    window.state_mut().push(Command::Edit(Box::new(matter)));
    window.step();
    assert!(!shows(&window, "Page 1 of the report") && shows(&window, "Page 1 of the report before the last change"));
    assert!(shows_part(&window, "The preview is being prepared again"));
    finish(&mut window);
    finish(&mut window);
    assert!(shows(&window, "Page 1 of the report") && !shows_part(&window, "prepared again"));
}

#[test]
fn keys_go_through_the_pages_of_the_report() {
    let mut window = report();
    let total = (2..100).find(|total| shows(&window, &format!("1 of {total}"))).unwrap();
    let at = |window: &mut Window, key: Key, page: usize| {
        window.key_press(key);
        window.run_ok();
        assert!(shows(window, &format!("{page} of {total}")), "{key:?} leads to page {page}");
    };
    at(&mut window, Key::PageDown, 2);
    at(&mut window, Key::PageDown, 3.min(total));
    at(&mut window, Key::PageUp, 2);
    at(&mut window, Key::End, total);
    at(&mut window, Key::PageDown, total);
    at(&mut window, Key::Home, 1);
    at(&mut window, Key::PageUp, 1);
    // What lies over the page has the keys to itself.
    window.key_press(Key::F1);
    window.run_ok();
    window.key_press(Key::PageDown);
    window.run_ok();
    window.key_press(Key::Escape);
    window.run_ok();
    assert!(shows(&window, &format!("1 of {total}")));
}

/// The wheel with Ctrl held zooms the page and keeps in its place what is under the pointer.
#[test]
fn the_wheel_with_ctrl_zooms_the_page() {
    let mut window = report();
    let before = page(&window);
    let pointer = before.min + Vec2::new(before.width() * 0.4, 300.0);
    window.hover_at(pointer);
    window.run_ok();
    let share = |page: egui::Rect| (pointer - page.min) / page.size();
    let wheel = |window: &mut Window, lines: f32, modifiers: Modifiers| {
        window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: Vec2::new(0.0, lines),
            modifiers,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
        });
        for _ in 0..30 {
            window.step();
        }
    };
    wheel(&mut window, 4.0, CONTROL);
    let larger = page(&window);
    assert!(larger.width() > before.width() * 1.2, "{} after {}", larger.width(), before.width());
    let moved = share(larger) - share(before);
    assert!(moved.length() < 0.02, "what is under the pointer moved by {moved}");
    let scale = window.state().scale();
    wheel(&mut window, -4.0, CONTROL);
    assert!((page(&window).width() - before.width()).abs() < before.width() * 0.02, "and back");
    assert_eq!(window.state().scale(), scale, "the window keeps its scale");
    for _ in 0..8 {
        wheel(&mut window, -8.0, CONTROL);
    }
    assert!(page(&window).width() > before.width() * 0.4, "it stays to be seen");
}

/// Ctrl+P writes a PDF, opens it, and says once where it stands.
#[test]
fn the_report_is_written_and_opened_for_printing() {
    for opens in [true, false] {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = asked.clone();
        let mut window = kaspr();
        window.state_mut().set_opener(Arc::new(move |address| {
            heard.lock().unwrap().push(address.to_owned());
            opens
        }));
        window.key_press_modifiers(CONTROL, Key::P);
        window.step();
        finish(&mut window);
        let notices: Vec<_> = window.state().notices().iter().map(|(kind, text)| (kind, text.to_owned())).collect();
        let [(NoticeKind::Success, text)] = notices.as_slice() else { panic!("{notices:?}") };
        let address = asked.lock().unwrap().first().cloned().unwrap();
        let path = PathBuf::from(address.strip_prefix("file://").unwrap());
        assert!(text.contains(&path.display().to_string()), "{text}");
        assert_eq!(text.contains("opened for printing"), opens, "{text}");
        assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
        assert_eq!(path.extension().unwrap(), "pdf");
        std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }
}

/// Another edition has other pages; several formats are written at once, and are there to be
/// opened.
#[test]
fn another_edition_is_shown_and_written_in_several_formats() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = report();
    assert!(!shows(&window, "1 of 2"));
    window.get_by_label("Edition: Board").click_accesskit();
    window.run_ok();
    finish(&mut window);
    assert!(shows(&window, "1 of 2"), "the board reads two pages");
    for label in ["Word", "HTML"] {
        window.get_by_label(label).click_accesskit();
        window.run_ok();
    }
    let path = folder.path().join("board.pdf");
    std::fs::write(folder.path().join("board.html"), "mine").unwrap();
    send(&mut window, Command::ExportReportTo(path.clone()));
    finish(&mut window);
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    assert!(std::fs::read(folder.path().join("board.docx")).unwrap().starts_with(b"PK"));
    // What stands there already is not lost.
    assert_eq!(std::fs::read(folder.path().join("board.html")).unwrap(), b"mine");
    assert!(std::fs::read(folder.path().join("board 2.html")).unwrap().starts_with(b"<!DOCTYPE html>"));
    for label in ["Open board.pdf", "Open board.docx", "Open board 2.html", "Show in folder"] {
        assert!(shows(&window, label), "{label}");
    }
}

/// The name of a section leads to its page.
#[test]
fn a_section_is_gone_to_and_left_out() {
    let mut window = report();
    assert!(shows(&window, "Annex: every figure and its derivation"));
    let links: Vec<_> = (3..60).filter(|page| shows(&window, &format!("page {page}"))).collect();
    let last = *links.last().unwrap();
    window.get_by_label(&format!("page {last}")).click_accesskit();
    window.run_ok();
    window.run_ok();
    let at = |window: &Window| (2..100).any(|total| shows(window, &format!("{last} of {total}")));
    assert!(at(&window), "page {last}");
    window.get_by_label("Annex: every figure and its derivation").click_accesskit();
    window.run_ok();
    finish(&mut window);
    let links = (3..60).filter(|page| shows(&window, &format!("page {page}"))).count();
    assert!(links > 3 && !shows(&window, &format!("page {last}")), "the annex is left out");
}

/// A house style with a colour that cannot be read is told, and not worn.
#[test]
fn a_colour_too_light_is_told_in_the_settings() {
    let mut window = kaspr();
    settled(&mut window, Screen::Settings);
    type_into(&mut window, "Accent colour", "#FFD400");
    assert!(shows_part(&window, "The house style is not used yet. accent: `#FFD400` is too light"));
}

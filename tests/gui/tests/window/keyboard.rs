//! Everything by keyboard.

use amende::gui::{Command, Screen};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, kaspr, send, settled};

fn focused(window: &Window) -> Option<egui::Rect> {
    let id = window.ctx.memory(egui::Memory::focused)?;
    window.ctx.read_response(id).map(|response| response.rect)
}

/// F6 goes round: bar, rail, page, strip; each time to the first control there.
#[test]
fn f6_goes_from_part_to_part() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    let mut parts = Vec::new();
    for _ in 0..4 {
        window.key_press(Key::F6);
        for _ in 0..4 {
            window.run_ok();
        }
        let place = focused(&window).unwrap();
        parts.push(match place.center() {
            at if at.y < 40.0 => "bar",
            at if at.x < 204.0 => "rail",
            at if at.x > 976.0 => "strip",
            _ => "page",
        });
    }
    assert_eq!(parts, ["strip", "bar", "rail", "page"]);
}

/// After going to a stage, the next Tab reaches the page and not the menus.
#[test]
fn the_page_is_one_tab_away() {
    let mut window = kaspr();
    for screen in [Screen::Practices, Screen::FineCalculation, Screen::Decisions, Screen::Settings] {
        settled(&mut window, screen);
        window.key_press(Key::Tab);
        window.run_ok();
        let place = focused(&window).unwrap();
        assert!(place.center().x > 204.0 && place.center().y > 40.0, "{screen:?}: {place:?}");
    }
}

/// Tab never leads out of sight: the page follows.
#[test]
fn the_page_follows_the_focus() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    let screen = window.ctx.content_rect();
    for step in 0..40 {
        window.key_press(Key::Tab);
        window.run_ok();
        window.run_ok();
        let place = focused(&window).unwrap();
        assert!(screen.expand(1.0).contains(place.center()), "after {step} tabs: {place:?}");
    }
}

#[test]
fn the_keys_of_a_page_scroll_it() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    let mut press = |key| {
        window.key_press(key);
        for _ in 0..30 {
            window.run_ok();
        }
        window.get_all_by_label("Practices").map(|node| node.rect().top()).fold(f32::INFINITY, f32::min)
    };
    let top = press(Key::Home);
    let down = press(Key::PageDown);
    assert!(down < top - 300.0, "{down} {top}");
    let end = press(Key::End);
    assert!(end < down - 300.0, "{end} {down}");
    let up = press(Key::PageUp);
    assert!(up > end + 300.0);
    let home = press(Key::Home);
    assert!((home - top).abs() < 1.0);
}

/// A long list keeps its place when hints above the pointer come or go.
#[test]
fn a_long_list_keeps_its_place() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    window.key_press(Key::PageDown);
    for _ in 0..30 {
        window.run_ok();
    }
    // The row in the middle of the page, under the pointer.
    window.hover_at(egui::pos2(420.0, 400.0));
    window.run_ok();
    let visible = |window: &Window| -> Vec<(String, f32)> {
        super::support::library()
            .law
            .questions()
            .filter_map(|question| {
                let node = window.query_all_by_label(&question.text).next()?;
                let rect = node.rect();
                (rect.top() > 380.0 && rect.top() < 700.0).then(|| (question.text.clone(), rect.top()))
            })
            .collect()
    };
    let before = visible(&window);
    assert!(!before.is_empty());
    // An answer far above opens questions above the pointer.
    let mut changed = window.state().case_file().unwrap().clone();
    for answer in changed.operations[0].answers.values_mut().take(3) {
        answer.value = amende::facts::AnswerValue::Unknown;
        answer.note = "a note that opens two lines\nmore".to_owned();
    }
    send(&mut window, Command::Edit(Box::new(changed)));
    super::support::finish(&mut window);
    let after = visible(&window);
    let (name, top) = &before[0];
    let (_, now) = after.iter().find(|(known, _)| known == name).unwrap();
    assert!((now - top).abs() < 2.0, "{name}: {top} → {now}");
}

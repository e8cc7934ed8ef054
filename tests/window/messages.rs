//! Messages.

use amende::gui::{Command, NoticeKind, Screen};
use egui_kittest::kittest::Queryable as _;

use super::support::{kaspr, send, settled, shows, shows_part};

fn wait(window: &mut super::support::Window, seconds: f64) {
    let now = window.ctx.input(|input| input.time);
    window.input_mut().time = Some(now + seconds);
    window.step();
    window.run_ok();
}

#[test]
fn an_error_is_an_error_and_a_success_goes_with_the_next_edit() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kaspr();
    send(&mut window, Command::SaveTo(folder.path().join("missing").join("a.amende.ron")));
    super::support::finish(&mut window);
    let kinds: Vec<_> = window.state().notices().iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [NoticeKind::Error]);
    assert!(shows(&window, "Error"), "the sign has a name");

    send(&mut window, Command::SaveTo(folder.path().join("a.amende.ron")));
    super::support::finish(&mut window);
    assert!(shows_part(&window, "Saved as a.amende.ron"));
    let mut changed = window.state().case_file().unwrap().clone();
    changed.notes.push('x');
    send(&mut window, Command::Edit(Box::new(changed)));
    assert!(!shows_part(&window, "Saved as a.amende.ron"), "saved and not saved at once");
}

#[test]
fn messages_go_by_themselves_and_with_the_matter() {
    let mut window = kaspr();
    window.state_mut().push(Command::OpenPath("/nowhere/at/all.amende.ron".into()));
    // Not until everything is finished: that is time too.
    for _ in 0..100_000 {
        window.step();
        if shows_part(&window, "/nowhere/at/all.amende.ron") {
            break;
        }
        std::thread::yield_now();
    }
    assert!(shows_part(&window, "/nowhere/at/all.amende.ron"), "whole, with the path");
    wait(&mut window, 10.0);
    assert!(shows_part(&window, "/nowhere/at/all.amende.ron"), "time to read");
    wait(&mut window, 40.0);
    assert!(!shows_part(&window, "/nowhere/at/all.amende.ron"), "not for good");

    send(&mut window, Command::OpenPath("/nowhere/at/all.amende.ron".into()));
    super::support::finish(&mut window);
    send(&mut window, Command::OpenPreset("shop.amende.ron".to_owned()));
    assert!(!shows_part(&window, "/nowhere/at/all.amende.ron"), "not over another matter");
}

#[test]
fn a_message_is_closed_by_its_button() {
    let mut window = kaspr();
    send(&mut window, Command::OpenPath("/nowhere/at/all.amende.ron".into()));
    super::support::finish(&mut window);
    window.get_by_label("Close this message").click();
    window.run_ok();
    assert_eq!(window.state().notices().iter().count(), 0);
}

/// A long title leaves room for the state and hides no message.
#[test]
fn a_long_title_hides_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kaspr();
    let mut changed = window.state().case_file().unwrap().clone();
    changed.title = "A very long title of a matter ".repeat(9);
    send(&mut window, Command::Edit(Box::new(changed)));
    settled(&mut window, Screen::Organisation);
    let screen = window.ctx.content_rect();
    let state = window.get_by_label("not saved").rect();
    assert!(screen.contains_rect(state), "{state:?}");
    send(&mut window, Command::SaveTo(folder.path().join("missing").join("a.amende.ron")));
    super::support::finish(&mut window);
    let message = window.get_all(egui_kittest::kittest::By::new().label_contains("missing")).next().unwrap().rect();
    assert!(screen.contains_rect(message), "{message:?}");
}

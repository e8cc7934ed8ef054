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

/// Where the box for a reason stands while it is scrolled through the window, with messages
/// shown: they lie beside it, never over it.
fn leaves_free(window: &mut super::support::Window, label: &str) {
    use egui_kittest::kittest::By;
    send(window, Command::SaveTo("/nowhere/at/all/a.amende.ron".into()));
    super::support::finish(window);
    let role = egui::accesskit::Role::TextInput;
    window.hover_at(egui::pos2(600.0, 400.0));
    let mut stood = Vec::new();
    let mut below = 0;
    for step in 0..60 {
        let up = if step < 30 { 40.0 } else { -40.0 };
        window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, up),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
        });
        window.run_steps(12);
        let field = window.get_all_by_role_and_label(role, label).find(egui_kittest::Node::is_focused);
        let field = field.unwrap().rect();
        let message = window.query_all(By::new().label_contains("/nowhere/at/all")).next().unwrap().rect();
        assert!(!message.expand(4.0).intersects(field), "{label} at {field} lies under the message at {message}");
        stood.push(field.center().y);
        below += usize::from((520.0..610.0).contains(&field.center().y));
    }
    assert!(below > 0, "{label} never stood at the foot of the window: {stood:?}");
}

/// The Kaspr matter in a low window: the fine calculation's first reason stands at its foot.
fn low() -> super::support::Window {
    let mut window = super::support::sized([1280.0, 640.0]);
    send(&mut window, Command::OpenPreset("kaspr.amende.ron".to_owned()));
    window
}

#[test]
fn a_message_never_lies_over_the_field_with_the_focus() {
    let mut window = low();
    settled(&mut window, Screen::Findings);
    let rejected = egui_kittest::kittest::By::new().role(egui::accesskit::Role::RadioButton);
    let reject = super::support::library().locale.t("review.reject");
    let last = window
        .query_all(rejected.predicate(move |node| node.label().is_some_and(|label| label.ends_with(reject))))
        .last()
        .unwrap();
    last.click_accesskit();
    window.run_ok();
    window.run_ok();
    leaves_free(&mut window, super::support::library().locale.t("review.reason"));

    let mut window = low();
    settled(&mut window, Screen::FineCalculation);
    window.get_by_label("Seriousness: high").click_accesskit();
    window.run_ok();
    let reason = super::support::library().locale.t("fine.reason");
    window.get_all_by_role_and_label(egui::accesskit::Role::TextInput, reason).next().unwrap().focus();
    window.run_ok();
    leaves_free(&mut window, reason);
}

//! A click that closes something does nothing else.

use amende::gui::{Command, Screen};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, click_at, finish, kaspr, send, settled, shows, shows_part, sized};

/// Clicks on what lies below; the matter and the page must stay.
fn click_through(window: &mut Window, below: &str) {
    let (matter, screen) = (window.state().case_file().unwrap().clone(), window.state().screen());
    let pos = window.get_by_label(below).rect().center();
    click_at(window, pos);
    assert_eq!(window.state().case_file().unwrap(), &matter, "the answer below was pressed");
    assert_eq!(window.state().screen(), screen);
}

const PALETTE: &str = "Find or do anything";
const BELOW: &str = "Staff files and payroll";

#[test]
fn a_click_that_closes_a_menu_presses_nothing() {
    for menu in ["File", "Edit", "View"] {
        let mut window = kaspr();
        settled(&mut window, Screen::Practices);
        window.get_by_label(menu).click();
        window.run_ok();
        assert!(egui::Popup::is_any_open(&window.ctx), "{menu}");
        click_through(&mut window, BELOW);
        assert!(!egui::Popup::is_any_open(&window.ctx), "{menu} is closed");
        let matter = window.state().case_file().unwrap().clone();
        let pos = window.get_by_label(BELOW).rect().center();
        click_at(&mut window, pos);
        assert_ne!(window.state().case_file().unwrap(), &matter, "the next click presses");
    }
}

/// The titles of other menus stay within reach of one click.
#[test]
fn another_menu_opens_at_once() {
    let mut window = kaspr();
    window.get_by_label("File").click();
    window.run_ok();
    window.get_by_label("View").click();
    window.run_ok();
    assert!(shows_part(&window, "Light or dark"));
}

#[test]
fn a_click_that_closes_the_palette_presses_nothing() {
    let mut window = kaspr();
    settled(&mut window, Screen::Practices);
    window.state_mut().push(Command::Palette);
    window.run_ok();
    window.run_ok();
    assert!(window.query_by_role_and_label(egui::accesskit::Role::TextInput, PALETTE).is_some());
    click_through(&mut window, BELOW);
    assert!(window.query_by_role_and_label(egui::accesskit::Role::TextInput, PALETTE).is_none(), "closed");
}

/// A popup of any kind: here a list to choose from, in a context of its own.
#[test]
fn a_click_that_closes_a_list_presses_nothing() {
    let mut chosen = 0;
    let mut pressed = 0;
    let mut window = egui_kittest::Harness::builder()
        .with_size([400.0, 300.0])
        .with_context_setup(amende::gui::theme::install_fonts)
        .build_ui(move |ui| {
            amende::gui::install_click_rule(ui.ctx());
            egui::ComboBox::from_label("List").show_index(ui, &mut chosen, 2, |at| ["one", "two"][at].to_owned());
            ui.add_space(150.0);
            if ui.button("Below").clicked() {
                pressed += 1;
            }
            ui.label(format!("pressed {pressed}"));
        });
    window.run();
    window.get_by_role(egui::accesskit::Role::ComboBox).click();
    window.run();
    assert!(egui::Popup::is_any_open(&window.ctx));
    window.get_by_label("Below").click();
    window.run();
    assert!(!egui::Popup::is_any_open(&window.ctx));
    assert!(window.query_by_label("pressed 0").is_some());
    window.get_by_label("Below").click();
    window.run();
    assert!(window.query_by_label("pressed 1").is_some());
}

const WHOLE: &str = "Median of the estimate, if a fine is imposed";

/// In a narrow window the strip lies over the page.
#[test]
fn a_click_that_closes_the_strip_presses_nothing() {
    let mut window = sized([960.0, 600.0]);
    send(&mut window, Command::OpenPreset("kaspr.amende.ron".to_owned()));
    settled(&mut window, Screen::Practices);
    finish(&mut window);
    send(&mut window, Command::ShowStrip);
    assert!(shows(&window, WHOLE), "the whole strip is shown");
    click_through(&mut window, "Findings");
    assert!(!shows(&window, WHOLE), "closed");
}

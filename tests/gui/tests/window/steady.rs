//! What is said beneath a field comes and goes while one types: nothing else moves.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::support::{Window, kaspr, send, shows, shows_part};

const CONTROL: Modifiers = Modifiers::COMMAND.plus(Modifiers::CTRL);

/// The page's fields and controls by role and name, where they stand.
fn controls(window: &Window) -> Vec<(String, Rect)> {
    let roles = [Role::TextInput, Role::ComboBox, Role::CheckBox, Role::RadioButton, Role::Button];
    let all = window.query_all(By::new().predicate(move |node| roles.contains(&node.role())));
    let page = egui::Rangef::new(230.0, 945.0);
    let placed = all.filter(|node| page.contains(node.rect().left()) && node.rect().top() > 44.0);
    placed.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

/// Everything but the field typed into stands where it stood, in every single picture.
fn steady(window: &Window, before: &[(String, Rect)], while_typing: &str) {
    for (name, rect) in controls(window) {
        let old = before.iter().find(|(known, old)| *known == name && (old.left() - rect.left()).abs() < 0.1);
        let Some((_, old)) = old else { continue };
        assert!((old.top() - rect.top()).abs() < 0.1, "{name} moved from {old} to {rect} with {while_typing}");
    }
}

fn focus(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.run_ok();
}

/// Types over what stands in a field, and watches the page at every key.
fn typed_over(window: &mut Window, label: &str, text: &str) {
    focus(window, label);
    let before = controls(window);
    assert!(before.len() > 12, "only {} controls are watched", before.len());
    window.key_press_modifiers(CONTROL, Key::A);
    window.run_ok();
    for letter in text.chars() {
        window.event(egui::Event::Text(letter.to_string()));
        for _ in 0..4 {
            window.step();
            steady(window, &before, &format!("“{text}” in {label}"));
        }
    }
}

#[test]
fn nothing_moves_while_one_types() {
    let mut window = kaspr();
    for (field, texts) in [
        ("Employees", &["about 900", "1.000", "12,5", "1 200", ""][..]),
        ("Amount", &["3.5m", "1.234", "four million euro", "42 000 000,00", "-"][..]),
        ("Financial year", &["20x3", "23", "2023"][..]),
        ("Law as of", &["31.01.2026", "05/06/2025", "31.02.2026", "soon"][..]),
    ] {
        for text in texts {
            typed_over(&mut window, field, text);
        }
    }
}

/// What does not fit into the place kept lies over the page, whole, until the field is left.
#[test]
fn a_reason_is_read_while_typing_and_after() {
    let mut window = kaspr();
    typed_over(&mut window, "Employees", "about 900");
    assert!(shows(&window, "Not used until it is corrected."));
    assert!(shows_part(&window, "32 is used until it is corrected."));
    // The field one goes to by key stays under the eyes.
    let next = "Amount";
    let before = window.get_by_role_and_label(Role::TextInput, next).rect();
    focus(&mut window, next);
    let after = window.get_by_role_and_label(Role::TextInput, next).rect();
    assert!((before.top() - after.top()).abs() < 0.6, "{next} moved from {before} to {after}");
    assert!(shows(&window, "Not used until it is corrected."), "it goes on being said beneath the field");
    // Going back to correct it moves nothing either.
    typed_over(&mut window, "Employees", "900");
}

/// The sentence that a turnover is not stated yet keeps its place while one is typed.
#[test]
fn a_hint_that_goes_leaves_its_place() {
    let mut window = kaspr();
    let mut matter = window.state().case_file().unwrap().clone();
    matter.undertaking.turnover =
        amende::facts::Turnover::Figure { amount: None, year: None, source: String::new(), secondary: false };
    send(&mut window, amende::gui::Command::Edit(Box::new(matter)));
    let said = "organisation.turnover.not_stated";
    let words = super::support::library().locale.t(said).to_owned();
    assert!(shows(&window, &words));
    typed_over(&mut window, "Amount", "3000000");
    assert!(!shows(&window, &words));
}

//! Every figure says what it is, explains itself and no other, and can be copied.

use amende::gui::{Command, Screen};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::support::{Window, finish, kaspr, library, send, settled, shows, window};

const WHY: &str = "Why this figure";
const ESTIMATES: [&str; 3] =
    ["How the estimate is made", "How the method’s outcomes are simulated", "How the estimate from practice is made"];

/// The words of a node, as a screen reader says them.
fn words(node: &egui_kittest::Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

fn is_figure<'n>() -> By<'n> {
    By::new().predicate(|node| node.class_name() == Some("figure"))
}

/// The figures on the page: their words, and what they are.
fn figures(window: &Window) -> Vec<(String, String)> {
    let figure = |node: egui_kittest::Node<'_>| {
        let what = node.accesskit_node().description()?;
        Some((words(&node), what))
    };
    window.query_all(is_figure()).filter_map(figure).collect()
}

/// The digits of the longest number in some words: "P50 57,100" has 57,100.
fn number(words: &str) -> String {
    let numbers = words.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
    numbers.max_by_key(|number| number.len()).unwrap_or_default().trim_end_matches([',', '.']).to_owned()
}

/// What the explanation that is open says first: beneath its heading.
fn explained(window: &Window) -> Option<Vec<String>> {
    let all: Vec<String> = window.query_all(By::new()).map(|node| words(&node)).collect();
    let heading = all.iter().rposition(|words| words == WHY || ESTIMATES.contains(&words.as_str()))?;
    Some(all.into_iter().skip(heading).take(16).collect())
}

/// Clicks every figure of the page; each leads to its explanation or its decision.
fn click_all(window: &mut Window, screen: Screen, wanted: usize) {
    let count = figures(window).len();
    assert!(count >= wanted, "{screen:?} has only {count} figures");
    let mut explanations = 0;
    for index in 0..count {
        let (figure, what) = figures(window).into_iter().nth(index).unwrap();
        assert!(what.len() > 10 && what.contains(' '), "{figure} is not explained: {what}");
        window.query_all(is_figure()).nth(index).unwrap().click_accesskit();
        window.step();
        window.run_steps(2);
        if let Some(explanation) = explained(window) {
            explanations += 1;
            let digits = number(&figure);
            let short = figure.ends_with('m') || figure.ends_with('k') || figure.ends_with("bn");
            let named = explanation.iter().any(|words| words.contains(&digits));
            assert!(short || named, "{screen:?}: {figure} ({what}) opens {explanation:?}");
            send(window, Command::Dismiss);
        } else {
            assert_ne!(window.state().screen(), screen, "{screen:?}: {figure} ({what}) explains nothing");
            send(window, Command::Show(screen));
        }
    }
    assert!(explanations > 3, "{screen:?} explains only {explanations}");
}

#[test]
fn a_figure_explains_itself_and_no_other() {
    for (screen, wanted) in
        [(Screen::FineCalculation, 15), (Screen::Exposure, 10), (Screen::Findings, 20), (Screen::Comparables, 15)]
    {
        let mut window = kaspr();
        settled(&mut window, screen);
        click_all(&mut window, screen, wanted);
    }
}

/// Several conducts, where the sum is another figure than the parts.
#[test]
fn several_conducts_explain_each_their_own() {
    let mut window = window();
    send(&mut window, Command::OpenPreset("employee-monitoring.amende.ron".to_owned()));
    settled(&mut window, Screen::FineCalculation);
    click_all(&mut window, Screen::FineCalculation, 15);
}

/// By whatever method, beside the one used as well: every figure has its own explanation.
#[test]
fn every_method_explains_its_figures() {
    for method in &library().law.methodologies {
        let mut window = kaspr();
        let mut matter = window.state().case_file().unwrap().clone();
        matter.methodology = Some(method.id.clone());
        send(&mut window, Command::Edit(Box::new(matter)));
        settled(&mut window, Screen::FineCalculation);
        if method.short == "ICO 2024" || method.short == "DSK 2019" {
            window.get_by_label("Comparison of methods: EDPB 04/2022").click_accesskit();
            window.run_ok();
        }
        click_all(&mut window, Screen::FineCalculation, 12);
    }
}

/// The menu of a figure copies its amount, and opens the explanation.
#[test]
fn the_menu_of_a_figure_copies_and_explains() {
    let mut window = kaspr();
    settled(&mut window, Screen::Organisation);
    let open = |window: &mut Window| {
        let place = window.get_by_label("20,000,000").rect().center();
        window.hover_at(place);
        window.run_ok();
        for pressed in [true, false] {
            window.event(egui::Event::PointerButton {
                pos: place,
                button: egui::PointerButton::Secondary,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
            window.step();
        }
        window.run_ok();
    };
    open(&mut window);
    window.get_by_label("Copy amount").click();
    window.step();
    let copied =
        |window: &Window| {
            window.output().platform_output.commands.iter().any(
                |command| matches!(command, egui::OutputCommand::CopyText(words) if words == "EUR\u{a0}20,000,000"),
            )
        };
    let mut seen = copied(&window);
    for _ in 0..5 {
        window.step();
        seen |= copied(&window);
    }
    assert!(seen, "the amount is on the clipboard");
    open(&mut window);
    window.get_by_label("Why this figure?").click();
    window.run_ok();
    window.run_ok();
    assert!(shows(&window, WHY));
}

/// An estimate of a state before never stands beside figures of this one as if it were theirs.
#[test]
fn an_estimate_of_a_state_before_is_marked() {
    for screen in [Screen::Organisation, Screen::Exposure] {
        let mut window = kaspr();
        settled(&mut window, screen);
        finish(&mut window);
        assert!(!shows(&window, "Estimating…"), "{screen:?}");
        let mut matter = window.state().case_file().unwrap().clone();
        matter.undertaking.turnover = amende::facts::Turnover::Unknown;
        window.state_mut().push(Command::Edit(Box::new(matter)));
        window.step();
        let marks = window.query_all_by_label("Estimating…").count();
        assert_eq!(marks, if screen == Screen::Exposure { 2 } else { 1 }, "{screen:?}");
        finish(&mut window);
        assert!(!shows(&window, "Estimating…"), "{screen:?}");
    }
}

//! Nothing is cut and nothing overlaps, from a small window at 200 % to a wide one at
//! 80 %: what is painted is measured, for every page, several matters, and all sizes.
//!
//! A page scrolls down, so it is measured in a window as high as the page is long, by
//! each width that occurs. Every stage, box and menu is measured again in the true sizes
//! (`sizes::size`), where what is cut in height must be within reach of a bar that scrolls.
#![expect(clippy::unwrap_used, reason = "a helper of a test fails the test by panicking")]

mod harness;
mod sizes;

use amende::facts::{PreviousInfringement, Turnover};
use amende::gui::{Command, Screen, theme};
use amende::law::OperationId;
use egui::{Pos2, Vec2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use harness::{Window, library, start};
use sizes::measure::{Line, MARGIN, beyond_the_end, lines, overlaps, wrong};
use sizes::size::{sized, true_sizes, widths};

const PAGES: [Screen; 8] = [
    Screen::Organisation,
    Screen::Practices,
    Screen::Findings,
    Screen::Comparables,
    Screen::FineCalculation,
    Screen::Exposure,
    Screen::Report,
    Screen::Timeline,
];
/// Pages that are the same whatever the matter.
const COMMON: [Screen; 2] = [Screen::Decisions, Screen::Settings];
/// For matters after the first: the narrowest windows, those around the folds of rail and
/// strip, and one in which a page has its whole width.
const SOME_WIDTHS: [f32; 7] = [480.0, 640.0, 853.0, 960.0, 1200.0, 1280.0, 1920.0];
/// Higher than any page is long.
const LONG: f32 = 40_000.0;

fn window() -> Window {
    start(Harness::builder().with_size([1280.0, 720.0]))
}

/// A matter in the window, with its estimate.
fn opened(file: &str) -> Window {
    let mut window = window();
    window.state_mut().push(Command::OpenPreset(format!("{file}.amende.ron")));
    window.run_ok();
    assert_eq!(window.state().screen(), Screen::Organisation);
    estimated(&mut window);
    window
}

/// Steps until the estimate is there; what hangs on open questions may take longer.
fn estimated(window: &mut Window) {
    for _ in 0..20_000 {
        window.step();
        if window.query_all_by_label("Estimating…").next().is_none() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("the estimate does not come");
}

/// One operation twenty-seven times, with a name nobody shortens.
fn many_conducts() -> Window {
    let mut window = opened("kaspr");
    let mut matter = window.state().case_file().unwrap().clone();
    "A matter of the holding and of all its subsidiaries with twenty-seven conducts".clone_into(&mut matter.title);
    let operation = matter.operations.first().unwrap().clone();
    matter.operations = (1..=27)
        .map(|number| {
            let mut next = operation.clone();
            next.id = OperationId::from(format!("operation-{number}"));
            next.name = match number {
                3 => "Datenschutzfolgenabschätzungsvorprüfungsunterlagenverwaltung".to_owned(),
                5 => "Loyalty programme of the subsidiary in the north, with partners, apps and call centre".to_owned(),
                _ => format!("Contacts {number}"),
            };
            next
        })
        .collect();
    window.state_mut().push(Command::Edit(Box::new(matter)));
    window.run_ok();
    estimated(&mut window);
    window
}

/// The greatest amounts, a date in every field for one, and as many operations as stand in two
/// lines.
fn large_amounts() -> Window {
    let mut window = opened("adtech");
    let mut matter = window.state().case_file().unwrap().clone();
    let operation = matter.operations.first().unwrap().clone();
    matter.operations = (1..=8)
        .map(|number| {
            let mut next = operation.clone();
            next.id = OperationId::from(format!("operation-{number}"));
            next.name = format!("Advertising {number}");
            next
        })
        .collect();
    let undertaking = &mut matter.undertaking;
    let amount = "EUR 412_345_678_901".parse().unwrap();
    undertaking.turnover =
        Turnover::Figure { amount: Some(amount), year: Some(2025), source: "Accounts".to_owned(), secondary: false };
    undertaking.previous_infringements = vec![PreviousInfringement {
        date: Some("2023-09-30".parse().unwrap()),
        what: "No legal basis".to_owned(),
        ..PreviousInfringement::default()
    }];
    window.state_mut().push(Command::Edit(Box::new(matter)));
    window.run_ok();
    estimated(&mut window);
    window
}

/// Measures pages of a matter in a window as high as the page is long, by these widths, and
/// what does not scroll (bar, rail and strip) in the true sizes.
fn measured(mut window: Window, name: &str, pages: &[Screen], widths: &[f32]) {
    let mut found = Vec::new();
    for screen in pages.iter().copied() {
        window.state_mut().push(Command::Show(screen));
        for width in widths.iter().copied() {
            let size = Vec2::new(width, LONG);
            sized(&mut window, size, 1.0);
            found.extend(
                wrong(&window, size).into_iter().map(|what| format!("{name}, {screen:?}, {width} wide: {what}")),
            );
        }
    }
    window.state_mut().push(Command::Show(Screen::Exposure));
    for (size, zoom) in true_sizes() {
        sized(&mut window, size, zoom);
        found.extend(wrong(&window, size).into_iter().map(|what| format!("{name}, {size:?}: {what}")));
    }
    assert!(found.is_empty(), "{} defects\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_small_matter_fits_every_size() {
    measured(opened("kaspr"), "kaspr", &[PAGES.as_slice(), &COMMON].concat(), &widths());
}

#[test]
fn a_large_matter_fits_every_size() {
    measured(opened("adtech"), "adtech", &PAGES, &SOME_WIDTHS);
}

#[test]
fn the_largest_amounts_fit_every_size() {
    measured(large_amounts(), "large amounts", &PAGES, &SOME_WIDTHS);
}

#[test]
fn a_public_body_fits_every_size() {
    measured(opened("public-authority"), "public-authority", &PAGES, &SOME_WIDTHS);
}

#[test]
fn twenty_seven_conducts_fit_every_size() {
    measured(many_conducts(), "27 conducts", &PAGES, &SOME_WIDTHS);
}

#[test]
fn the_start_screen_fits_every_size() {
    let mut window = window();
    let mut found = Vec::new();
    for (size, zoom) in true_sizes() {
        sized(&mut window, size, zoom);
        found.extend(wrong(&window, size).into_iter().map(|what| format!("start, {size:?}: {what}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The measure itself: it sees what it is there to see.
#[test]
fn the_measure_sees_cut_and_overlapping_text() {
    let write = |ui: &mut egui::Ui, at: Pos2, words: &str| {
        ui.painter().text(at, egui::Align2::LEFT_TOP, words, egui::FontId::proportional(14.0), egui::Color32::BLACK);
    };
    let window = Harness::builder().with_size([300.0, 200.0]).with_context_setup(theme::install_fonts);
    let mut page = window.build_ui(move |ui| {
        write(ui, pos2(10.0, 10.0), "one over");
        write(ui, pos2(12.0, 13.0), "the other");
        write(ui, pos2(10.0, 60.0), "alone");
        write(ui, pos2(10.0, 90.0), "below it");
    });
    page.run();
    assert_eq!(overlaps(&lines(&page.output().shapes)).len(), 1);
}

/// The measure of height: what a bar scrolls to is within reach, what is cut without one is
/// not, and neither is what lies beyond the end of what scrolls.
#[test]
fn the_measure_sees_what_is_cut_in_height() {
    let rows = |ui: &mut egui::Ui| (1..=20).for_each(|row| drop(ui.label(format!("row {row}"))));
    let size = Vec2::new(300.0, 200.0);
    let found = |mut page: Harness<'static, ()>| {
        page.run_steps(4);
        let mut found = wrong(&page, size - 2.0 * MARGIN);
        found.extend(beyond_the_end(&mut page));
        found
    };
    let page = || Harness::builder().with_size(size).with_context_setup(theme::install_fonts);
    let scrolled = page().build_ui(move |ui| {
        egui::ScrollArea::vertical().show(ui, rows);
    });
    assert_eq!(found(scrolled), Vec::<String>::new());
    let cut = found(page().build_ui(move |ui| rows(ui)));
    assert!(cut.iter().any(|what| what.contains("cut below") && what.contains("`row 20`")), "{cut:?}");
    let short = found(page().build_ui(move |ui| {
        egui::ScrollArea::vertical().show(ui, |ui| {
            (1..=6).for_each(|row| drop(ui.label(format!("row {row}"))));
            let end = egui::Rect::from_min_size(ui.cursor().min + Vec2::new(0.0, 300.0), Vec2::new(80.0, 60.0));
            ui.allocate_space(Vec2::new(100.0, 310.0));
            ui.new_child(egui::UiBuilder::new().max_rect(end)).add_sized(end.size(), egui::Button::new("beyond"));
        });
    }));
    assert!(short.iter().any(|what| what.contains("beyond the end") && what.contains("`beyond`")), "{short:?}");
}

/// In a narrow window the strip is a column of figures; its button opens the whole, and
/// Escape closes it.
#[test]
fn the_folded_strip_opens_over_the_page() {
    const WHOLE: &str = "Median of the estimate, if a fine is imposed";
    let mut window = opened("kaspr");
    assert!(window.query_by_label(WHOLE).is_some(), "there is room at 1280");
    sized(&mut window, Vec2::new(960.0, 600.0), 1.0);
    assert!(window.query_by_label(WHOLE).is_none(), "folded at 960");
    window.get_by_label("Show the exposure").click();
    window.run_ok();
    window.run_ok();
    assert!(window.query_by_label(WHOLE).is_some(), "opened");
    assert_eq!(overlaps(&in_strip(&window)), Vec::<String>::new());
    window.key_press(egui::Key::Escape);
    window.run_ok();
    assert!(window.query_by_label(WHOLE).is_none(), "closed");
}

/// What is painted where the strip lies over the page.
fn in_strip(window: &Window) -> Vec<Line> {
    let left = window.ctx.content_rect().right() - theme::STRIP;
    let foreground = lines(&window.output().shapes).into_iter().rev();
    let heading = "Exposure";
    let mut found: Vec<Line> = foreground.take_while(|line| line.text != heading).collect();
    found.retain(|line| line.ink.left() >= left);
    assert!(found.len() > 5, "the strip is painted last");
    found
}

/// The median leads to the simulation, the method's amount to its steps, the maximum to
/// the law.
#[test]
fn a_click_on_a_figure_explains_that_figure() {
    let mut window = opened("kaspr");
    sized(&mut window, Vec2::new(960.0, 600.0), 1.0);
    for (figure, explained) in
        [("Median: ", "How the estimate is made"), ("Method: ", "Fine by the method"), ("Maximum: ", "Legal maximum")]
    {
        let named = egui_kittest::kittest::By::new().label_contains(figure);
        window.query_all(named).next().unwrap().click();
        window.run_ok();
        window.run_ok();
        assert!(window.query_all_by_label(explained).next().is_some(), "{figure} is explained by `{explained}`");
        window.state_mut().push(Command::Dismiss);
        window.run_ok();
    }
}

/// The decision on the very facts is told wherever the estimate is.
#[test]
fn what_was_decided_on_the_facts_is_told() {
    let mut window = opened("kaspr");
    assert!(window.query_all_by_label("EUR\u{a0}240,000").next().is_some(), "on the strip");
    window.state_mut().push(Command::Show(Screen::Exposure));
    window.run_ok();
    window.run_ok();
    let told = "Decided: EUR\u{a0}240,000. This decision is left out of the estimate.";
    assert!(window.query_by_label(told).is_some(), "on the stage");
}

/// In a wide window no page hangs at the rail beside an empty window: all begin at one line.
#[test]
fn pages_begin_at_one_line_in_a_wide_window() {
    let mut window = opened("kaspr");
    sized(&mut window, Vec2::new(2560.0, 1440.0), 1.0);
    let (left, right) = (MARGIN.x + theme::RAIL, MARGIN.x + 2560.0 - theme::STRIP);
    let mut begins = Vec::new();
    for screen in PAGES.into_iter().chain(COMMON) {
        window.state_mut().push(Command::Show(screen));
        window.run_steps(3);
        let title = library().locale.t(screen.key());
        let lines = lines(&window.output().shapes);
        let shown =
            lines.iter().find(|line| line.text == title && line.ink.left() > left + 40.0 && line.ink.left() < right);
        begins.push(shown.unwrap().ink.left().round());
    }
    // Letters begin a point beside each other.
    let apart = |begin: &f32| (begin - begins.first().unwrap()).abs();
    assert!(begins.iter().all(|begin| apart(begin) < 2.0), "{begins:?}");
    let (before, after) = (begins.first().unwrap() - left, right - begins.first().unwrap() - 1180.0);
    assert!((before - after).abs() < 40.0, "the widest page is in the middle: {before} and {after}");
}

/// Steps carry the numbers of the method, each once, whatever blocks they have.
#[test]
fn steps_are_numbered_as_the_method_numbers_them() {
    let mut window = opened("kaspr");
    window.state_mut().push(Command::Show(Screen::FineCalculation));
    sized(&mut window, Vec2::new(1280.0, LONG), 1.0);
    let column = theme::RAIL + MARGIN.x..theme::RAIL + MARGIN.x + theme::MARGIN + 20.0;
    let mut numbers = lines(&window.output().shapes);
    numbers.retain(|line| column.contains(&line.ink.left()) && line.text.parse::<u8>().is_ok());
    let numbers: Vec<&str> = numbers.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5"], "EDPB Guidelines 04/2022, para. 17");
    // The British guidance has five steps; what is one conduct and hardship stand outside them.
    let method = library().law.methodologies.iter().find(|method| method.id.as_str() == "ico-2024").unwrap();
    let mut told: Vec<String> = method.steps.iter().map(amende::law::Step::numbers).collect();
    told.dedup();
    assert_eq!(told, ["", "1", "2–3", "4", "5", ""]);
}

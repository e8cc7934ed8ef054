//! Nothing is cut and nothing overlaps, from a small window at 200 % to a wide one at
//! 80 %: what is painted is measured, for every page, several matters, and all sizes.
//!
//! A page scrolls down, so it is measured in a window as high as the page is long, by
//! each width that occurs; bar, rail and strip do not scroll, so they are measured in
//! the true sizes.
#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, reason = "a helper of a test fails the test by panicking")]

mod harness;

use amende::gui::{Command, Screen, theme};
use amende::law::OperationId;
use egui::epaint::{ClippedShape, Shape};
use egui::{Pos2, Rect, Vec2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use harness::{Window, library, start};

/// In pixels.
const SIZES: [(f32, f32); 6] =
    [(960.0, 600.0), (1024.0, 640.0), (1280.0, 720.0), (1920.0, 1080.0), (2560.0, 1440.0), (3840.0, 2160.0)];
const ZOOMS: [f32; 4] = [0.8, 1.0, 1.5, 2.0];
const PAGES: [Screen; 7] = [
    Screen::Organisation,
    Screen::Practices,
    Screen::Findings,
    Screen::Comparables,
    Screen::FineCalculation,
    Screen::Exposure,
    Screen::Report,
];
/// Pages that are the same whatever the matter.
const COMMON: [Screen; 2] = [Screen::Decisions, Screen::Settings];
/// Higher than any page is long.
const LONG: f32 = 40_000.0;
/// A hair's breadth: rounding to pixels.
const HAIR: f32 = 1.2;
/// The margin the harness keeps around the window.
const MARGIN: Vec2 = Vec2::splat(8.0);
/// Letters a line of running text has at most; the last word may stand out a little.
const LETTERS: usize = 95;

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
        if window.query_all_by_label("Being estimated…").next().is_none() {
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

/// A line of painted text: where its letters are, where it may be seen.
struct Line {
    text: String,
    ink: Rect,
    clip: Rect,
    /// Whether the paragraph goes on: running text.
    running: bool,
}

fn lines(shapes: &[ClippedShape]) -> Vec<Line> {
    let mut found = Vec::new();
    for clipped in shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Line>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Text(text) => {
            for row in &text.galley.rows {
                let bounds = row.row.visuals.mesh_bounds;
                if bounds.is_positive() {
                    let ink = bounds.translate(row.pos.to_vec2() + text.pos.to_vec2());
                    let running = text.galley.rows.len() > 1;
                    found.push(Line { text: row.text(), ink, clip, running });
                }
            }
        }
        _ => {}
    }
}

/// Everything wrong with what was painted last.
fn wrong(window: &Window, whole: Vec2) -> Vec<String> {
    let mut found = Vec::new();
    let shapes = &window.output().shapes;
    let lines = lines(shapes);
    assert!(lines.len() > 5, "something is painted");
    let fields: Vec<Rect> = bounds_of(window, |node| node.accesskit_node().role() == egui::accesskit::Role::TextInput)
        .chain(bounds_of(window, |node| node.accesskit_node().role() == egui::accesskit::Role::MultilineTextInput))
        .map(|(_, bounds)| bounds)
        .collect();
    let in_a_field = |line: &Line| fields.iter().any(|field| field.expand(4.0).contains(line.ink.center()));
    for line in &lines {
        let seen = line.ink.intersect(line.clip);
        // Scrolled away, or what a field shows of a long text.
        if !seen.is_positive() || in_a_field(line) {
            continue;
        }
        if line.ink.left() < line.clip.left() - HAIR || line.ink.right() > line.clip.right() + HAIR {
            found.push(format!("cut at the side: `{}` {:?} in {:?}", line.text, line.ink, line.clip));
        }
        if line.running && line.text.chars().count() > LETTERS {
            found.push(format!("a line of {} letters: `{}`", line.text.chars().count(), line.text));
        }
    }
    found.extend(overlaps(&lines));
    for clipped in shapes {
        let (bounds, clip) = (clipped.shape.visual_bounding_rect(), clipped.clip_rect);
        // Half a circle is painted by cutting one; a picture of text was measured above.
        if matches!(clipped.shape, Shape::Circle(_) | Shape::Text(_) | Shape::Noop) || !bounds.is_positive() {
            continue;
        }
        let seen = bounds.intersect(clip).is_positive();
        if seen && (bounds.left() < clip.left() - 2.5 || bounds.right() > clip.right() + 2.5) {
            found.push(format!("a shape is cut at the side: {bounds:?} in {clip:?}"));
        }
    }
    let page = Rect::from_min_size(MARGIN.to_pos2(), whole);
    for (label, bounds) in bounds_of(window, |_| true) {
        if bounds.left() < page.left() - HAIR || bounds.right() > page.right() + HAIR {
            found.push(format!("beyond the window: `{label}` {bounds:?}"));
        }
    }
    found
}

/// Two lines of text painted over each other.
fn overlaps(lines: &[Line]) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen: Vec<(Rect, &str)> =
        lines.iter().map(|line| (line.ink.intersect(line.clip), line.text.as_str())).collect();
    seen.retain(|(rect, _)| rect.is_positive());
    seen.sort_by(|(one, _), (other, _)| one.top().total_cmp(&other.top()));
    for (index, (one, text)) in seen.iter().enumerate() {
        for (other, beside) in seen.iter().skip(index + 1) {
            if other.top() > one.bottom() {
                break;
            }
            let both = one.intersect(*other);
            if both.width() > HAIR && both.height() > HAIR {
                found.push(format!("`{text}` and `{beside}` overlap at {both:?}"));
            }
        }
    }
    found
}

fn bounds_of<'h>(
    window: &'h Window,
    wanted: impl Fn(&egui_kittest::Node<'h>) -> bool + 'h,
) -> impl Iterator<Item = (String, Rect)> + 'h {
    let named = |node: &egui_kittest::Node<'h>| {
        let node = node.accesskit_node();
        // What a field holds may be longer than the field: it scrolls inside.
        let inside = node.role() == egui::accesskit::Role::TextRun;
        !inside && node.label().or(node.value()).is_some() && node.raw_bounds().is_some()
    };
    let all = window.root().children_recursive().filter(move |node| named(node) && wanted(node));
    all.map(|node| {
        let label = node.accesskit_node().label().or(node.accesskit_node().value()).unwrap_or_default();
        (label, node.rect())
    })
}

/// The window in this size, settled. The harness keeps a margin around it.
fn sized(window: &mut Window, size: Vec2, zoom: f32) {
    // A new zoom scales the size there was: it must be taken up before the new size.
    window.set_pixels_per_point(zoom);
    window.step();
    window.set_size(size + 2.0 * MARGIN);
    window.run_steps(2);
    let page = window.ctx.content_rect();
    assert!((page.size() - size - 2.0 * MARGIN).length() < 1.0, "{page:?} instead of {size:?}");
}

/// Every size that occurs, in points, with its zoom.
fn sizes() -> Vec<(Vec2, f32)> {
    let all = SIZES.iter().flat_map(|(width, height)| ZOOMS.map(|zoom| (Vec2::new(width / zoom, height / zoom), zoom)));
    all.collect()
}

/// Every width that occurs, in points.
fn widths() -> Vec<f32> {
    let mut all: Vec<f32> = sizes().iter().map(|(size, _)| size.x.round()).collect();
    all.sort_by(f32::total_cmp);
    all.dedup();
    all
}

fn measured(mut window: Window, name: &str, pages: &[Screen]) {
    let mut found = Vec::new();
    for screen in pages.iter().copied() {
        window.state_mut().push(Command::Show(screen));
        for width in widths() {
            let size = Vec2::new(width, LONG);
            sized(&mut window, size, 1.0);
            found.extend(
                wrong(&window, size).into_iter().map(|what| format!("{name}, {screen:?}, {width} wide: {what}")),
            );
        }
    }
    for (size, zoom) in sizes() {
        for screen in [Screen::FineCalculation, Screen::Exposure] {
            window.state_mut().push(Command::Show(screen));
            sized(&mut window, size, zoom);
            found.extend(wrong(&window, size).into_iter().map(|what| format!("{name}, {screen:?}, {size:?}: {what}")));
        }
    }
    assert!(found.is_empty(), "{} defects\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_small_matter_fits_every_size() {
    measured(opened("kaspr"), "kaspr", &[PAGES.as_slice(), &COMMON].concat());
}

#[test]
fn a_large_matter_fits_every_size() {
    measured(opened("adtech"), "adtech", &PAGES);
}

#[test]
fn a_public_body_fits_every_size() {
    measured(opened("public-authority"), "public-authority", &PAGES);
}

#[test]
fn twenty_seven_conducts_fit_every_size() {
    measured(many_conducts(), "27 conducts", &PAGES);
}

#[test]
fn the_start_screen_fits_every_size() {
    let mut window = window();
    let mut found = Vec::new();
    for (size, zoom) in sizes() {
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
    for (figure, explained) in [
        ("Median: ", "How the estimate comes about"),
        ("Method: ", "Fine by the method"),
        ("Maximum: ", "Legal maximum"),
    ] {
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

//! The measure: what is cut, what overlaps, what cannot be reached.

use std::collections::BTreeMap;

use egui::accesskit::{NodeId, Role};
use egui::epaint::{ClippedShape, Shape};
use egui::{LayerId, Order, Rect, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

/// A hair's breadth: rounding to pixels.
const HAIR: f32 = 1.2;
/// The margin the harness keeps around the window.
pub(crate) const MARGIN: Vec2 = Vec2::splat(8.0);
/// Letters of a figure, a date, a link of a few words.
const SHORT: usize = 18;
/// Higher than a link in one line is.
const TWO_LINES: f32 = 28.0;
/// Letters a line of running text has at most; the last word may stand out a little.
const LETTERS: usize = 95;
/// How high at least what scrolls must be, for two lines to be read at once.
const LEAST: f32 = 44.0;

/// A line of painted text: where its letters are, where it may be seen.
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) ink: Rect,
    clip: Rect,
    /// Whether the paragraph goes on: running text.
    running: bool,
    /// Whether its end was left out for want of room.
    elided: bool,
}

pub(crate) fn lines(shapes: &[ClippedShape]) -> Vec<Line> {
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
                    found.push(Line { text: row.text(), ink, clip, running, elided: text.galley.elided });
                }
            }
        }
        _ => {}
    }
}

/// Everything wrong with what was painted last: with the dialog where one lies over the
/// page, else with the page.
pub(crate) fn wrong<S>(window: &Harness<'static, S>, whole: Vec2) -> Vec<String> {
    let mut found = Vec::new();
    let shapes = uppermost(window);
    let lines = lines(shapes);
    assert!(lines.len() > 5 || dialog(window).is_some(), "something is painted");
    let bars = bars(window);
    let fields: Vec<Rect> = bounds_of(window, |node| node.accesskit_node().role() == Role::TextInput)
        .chain(bounds_of(window, |node| node.accesskit_node().role() == Role::MultilineTextInput))
        .map(|(_, bounds)| bounds)
        .collect();
    let signs: Vec<Rect> = bounds_of(window, |node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        node.accesskit_node().role() == Role::Button && label.ends_with(", calendar")
    })
    .map(|(_, bounds)| bounds)
    .collect();
    let in_a_field = |line: &Line| fields.iter().any(|field| field.expand(4.0).contains(line.ink.center()));
    for line in &lines {
        let seen = line.ink.intersect(line.clip);
        // Scrolled away.
        if !seen.is_positive() {
            continue;
        }
        if line.elided && is_own(&line.text) {
            found.push(format!("left out for want of room: `{}` {:?}", line.text, line.ink));
        }
        if in_a_field(line) {
            // A field shows a part of a long text; a figure or a date it shows whole.
            let is_short = line.text.chars().count() <= SHORT && line.text.starts_with(|c: char| c.is_ascii_digit());
            if is_short && (line.elided || line.ink.right() > line.clip.right() + HAIR) {
                found.push(format!("cut in its field: `{}` {:?} in {:?}", line.text, line.ink, line.clip));
            }
            found.extend(
                signs
                    .iter()
                    .filter(|sign| sign.intersect(seen).width() > HAIR && sign.intersect(seen).height() > HAIR)
                    .map(|sign| format!("below the sign of its field: `{}` {seen:?}, {sign:?}", line.text)),
            );
            continue;
        }
        if line.ink.left() < line.clip.left() - HAIR || line.ink.right() > line.clip.right() + HAIR {
            found.push(format!("cut at the side: `{}` {:?} in {:?}", line.text, line.ink, line.clip));
        }
        if let Some(how) = cut_in_height(line.ink, line.clip, &bars) {
            found.push(format!("{how}: `{}` {:?} in {:?}", line.text, line.ink, line.clip));
        }
        if line.running && line.text.chars().count() > LETTERS {
            found.push(format!("a line of {} letters: `{}`", line.text.chars().count(), line.text));
        }
    }
    found.extend(overlaps(&lines));
    found.extend(broken_links(window));
    for (bounds, clip) in shapes.iter().flat_map(|clipped| plain(&clipped.shape, clipped.clip_rect)) {
        let seen = bounds.intersect(clip).is_positive();
        if seen && (bounds.left() < clip.left() - 2.5 || bounds.right() > clip.right() + 2.5) {
            found.push(format!("a shape is cut at the side: {bounds:?} in {clip:?}"));
        }
        if let Some(how) = cut_in_height(bounds.shrink(1.3), clip, &bars).filter(|_| seen) {
            found.push(format!("{how}: a shape {bounds:?} in {clip:?}"));
        }
    }
    found.extend(cut_widgets(window, &bars));
    let page = Rect::from_min_size(MARGIN.to_pos2(), whole);
    for (label, bounds) in bounds_of(window, |_| true) {
        if bounds.left() < page.left() - HAIR || bounds.right() > page.right() + HAIR {
            found.push(format!("beyond the window: `{label}` {bounds:?}"));
        }
    }
    found
}

/// Whether words are the program's own: what the user wrote may be too long for its place.
fn is_own(words: &str) -> bool {
    const KEYS: [&str; 8] = [
        "strip.p10_p90",
        "strip.p50",
        "strip.by_method",
        "strip.maximum",
        "strip.procedure",
        "strip.decided",
        "strip.ends_in_fine",
        "strip.not_estimated",
    ];
    let kept = words.trim_end_matches('…').trim();
    KEYS.iter().any(|key| crate::library().locale.t(key).starts_with(kept)) && !kept.is_empty()
}

/// Links of a few words that are broken over two lines.
fn broken_links<S>(window: &Harness<'static, S>) -> Vec<String> {
    let links = widgets(window).into_iter().filter(|widget| widget.role == Role::Link);
    let broken = links.filter(|link| link.name.chars().count() <= SHORT && link.bounds.height() > TWO_LINES);
    broken.map(|link| format!("a link broken over lines: `{}` {:?}", link.name, link.bounds)).collect()
}

/// Where the parts of a shape are. Half a circle is painted by cutting one, a shadow fades
/// out where it is cut, and text is measured line by line.
fn plain(shape: &Shape, clip: Rect) -> Vec<(Rect, Rect)> {
    match shape {
        Shape::Vec(shapes) => shapes.iter().flat_map(|shape| plain(shape, clip)).collect(),
        Shape::Circle(_) | Shape::Text(_) | Shape::Noop => Vec::new(),
        Shape::Rect(rect) if rect.blur_width > 0.0 => Vec::new(),
        _ => Some(shape.visual_bounding_rect())
            .filter(Rect::is_positive)
            .map(|bounds| (bounds, clip))
            .into_iter()
            .collect(),
    }
}

/// The layer of what lies over the page: a dialog, else a menu or the opened strip.
fn dialog<S>(window: &Harness<'static, S>) -> Option<LayerId> {
    window.ctx.memory(|memory| {
        let over = || memory.layer_ids().filter(|layer| layer.order == Order::Foreground);
        let shown = |layer: &LayerId| memory.areas().is_visible(layer);
        memory.top_modal_layer().or_else(|| over().filter(shown).last())
    })
}

/// What was painted after the ground of the uppermost dialog; all, where there is none.
fn uppermost<'h, S>(window: &'h Harness<'static, S>) -> &'h [ClippedShape] {
    let shapes = &window.output().shapes;
    let modal = window.ctx.memory(egui::Memory::top_modal_layer);
    if dialog(window) != modal {
        // A menu has no ground: its widgets are measured, what lies below is not.
        return &[];
    }
    let whole = window.ctx.content_rect();
    let ground = |clipped: &ClippedShape| match &clipped.shape {
        Shape::Rect(rect) => rect.rect.contains_rect(whole) && !rect.fill.is_opaque(),
        _ => false,
    };
    let from = shapes.iter().rposition(ground).map_or(0, |at| at + 1);
    shapes.get(from..).unwrap_or_default()
}

/// A named widget of the uppermost layer: what it is, where it is, where it may be seen.
struct Named {
    role: Role,
    name: String,
    bounds: Rect,
    seen: Rect,
}

/// The named widgets of the uppermost layer, as painted last.
fn widgets<S>(window: &Harness<'static, S>) -> Vec<Named> {
    let named: BTreeMap<NodeId, (Role, String)> = window
        .root()
        .children_recursive()
        .map(|node| {
            let node = node.accesskit_node();
            (node.locate().0, (node.role(), node.label().or(node.value()).unwrap_or_default()))
        })
        .collect();
    let layer = dialog(window).unwrap_or(LayerId::background());
    window.ctx.viewport(|viewport| {
        let all = viewport.prev_pass.widgets.get_layer(layer);
        all.filter_map(|widget| {
            let (role, name) = named.get(&widget.id.accesskit_id())?.clone();
            let known = role == Role::ScrollBar || !name.is_empty();
            known.then_some(Named { role, name, bounds: widget.rect, seen: widget.interact_rect })
        })
        .collect()
    })
}

/// The bars of what scrolls up and down.
pub(crate) fn bars<S>(window: &Harness<'static, S>) -> Vec<Rect> {
    let bars = widgets(window).into_iter().filter(|widget| widget.role == Role::ScrollBar);
    bars.map(|bar| bar.seen).filter(|bar| bar.height() > bar.width()).collect()
}

/// How something is cut above or below where nothing scrolls to the rest of it.
fn cut_in_height(bounds: Rect, clip: Rect, bars: &[Rect]) -> Option<&'static str> {
    let near = |one: f32, other: f32| (one - other).abs() < 4.0;
    let beside = |bar: &&Rect| bar.left() >= bounds.left() - HAIR && bar.height() >= LEAST;
    let above = bounds.top() < clip.top() - HAIR;
    let below = bounds.bottom() > clip.bottom() + HAIR;
    if above && !bars.iter().filter(beside).any(|bar| near(bar.top(), clip.top())) {
        return Some("cut above");
    }
    if below && !bars.iter().filter(beside).any(|bar| near(bar.bottom(), clip.bottom())) {
        return Some("cut below");
    }
    None
}

/// Widgets of which a part is neither seen nor within reach, those included that are not
/// seen at all.
fn cut_widgets<S>(window: &Harness<'static, S>, bars: &[Rect]) -> Vec<String> {
    let mut found = Vec::new();
    for Named { role, name, bounds, seen } in widgets(window) {
        if let Some(how) = cut_in_height(bounds, Rect::from_x_y_ranges(bounds.x_range(), seen.y_range()), bars) {
            found.push(format!("{how}: {role:?} `{name}` {bounds:?}, seen {seen:?}"));
        }
    }
    found
}

/// Two lines of text painted over each other.
pub(crate) fn overlaps(lines: &[Line]) -> Vec<String> {
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

fn bounds_of<'h, S>(
    window: &'h Harness<'static, S>,
    wanted: impl Fn(&egui_kittest::Node<'h>) -> bool + 'h,
) -> impl Iterator<Item = (String, Rect)> + 'h {
    let named = |node: &egui_kittest::Node<'h>| {
        let node = node.accesskit_node();
        // What a field holds may be longer than the field: it scrolls inside.
        let inside = node.role() == Role::TextRun;
        !inside && node.label().or(node.value()).is_some() && node.raw_bounds().is_some()
    };
    let all = window.root().children_recursive().filter(move |node| named(node) && wanted(node));
    all.map(|node| {
        let label = node.accesskit_node().label().or(node.accesskit_node().value()).unwrap_or_default();
        (label, node.rect())
    })
}

/// Scrolls all there is to its end; returns what is still cut below.
pub(crate) fn beyond_the_end<S>(window: &mut Harness<'static, S>) -> Vec<String> {
    let bars = bars(window);
    for bar in &bars {
        wheel(window, *bar, -1.0e6);
    }
    let mut found = Vec::new();
    for Named { role, name, bounds, seen } in widgets(window) {
        let mut ends = bars.iter().filter(|bar| bar.left() >= bounds.left()).map(Rect::bottom);
        if bounds.bottom() > seen.bottom() + HAIR && ends.any(|end| (seen.bottom() - end).abs() < 4.0) {
            found.push(format!("beyond the end: {role:?} `{name}` {bounds:?}"));
        }
    }
    for bar in &bars {
        wheel(window, *bar, 1.0e6);
    }
    found
}

/// Turns the wheel beside a bar.
fn wheel<S>(window: &mut Harness<'static, S>, bar: Rect, by: f32) {
    window.hover_at(egui::pos2(bar.left() - 24.0, bar.center().y));
    window.step();
    window.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: Vec2::new(0.0, by),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: egui::Modifiers::NONE,
    });
    window.run_steps(4);
    // Else words about what the pointer rests on would be shown.
    window.event(egui::Event::PointerGone);
    window.run_steps(2);
}

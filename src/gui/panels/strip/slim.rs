//! The strip folded away: its six figures below each other, behind a button.

use egui::{Area, FontId, Frame, Id, Margin, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::{Figure, Open, of};
use crate::gui::{Command, Screen, View, theme};

/// One figure of the folded strip.
struct Item {
    sign: Sign,
    words: String,
    key: &'static str,
    figure: Figure,
}

/// Its painted sign.
#[derive(Clone, Copy)]
enum Sign {
    Maximum,
    Method,
    Estimate,
    Decided,
    Chance,
    Open,
}

/// Height of the button that opens the strip.
const BUTTON: f32 = 30.0;
/// Height of a figure with its name.
const WORDS: f32 = 36.0;
/// Height of a sign above a figure, with room and a hairline.
const SIGN: f32 = 34.0;

/// The folded strip. A low window leaves out the signs, then figures from below.
pub(in crate::gui) fn slim(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let (rect, button) = ui.allocate_exact_size(Vec2::new(ui.available_width(), BUTTON), Sense::click());
    let name = view.text.t("strip.unfold");
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let edge = if button.hovered() || button.has_focus() { view.theme.accent } else { view.theme.hairline };
    let stroke = Stroke::new(1.0, *edge);
    ui.painter().rect(rect, theme::RADIUS, *view.theme.field, stroke, egui::StrokeKind::Inside);
    chevrons(ui, rect, *view.theme.ink);
    if button.on_hover_text(name).clicked() {
        out.push(Command::ShowStrip);
    }
    let items = items(view);
    #[expect(clippy::cast_precision_loss, reason = "a few of them")]
    let room = (ui.available_height() - 6.0) / items.len().max(1) as f32;
    let with_sign = room >= WORDS + SIGN;
    ui.add_space(6.0);
    for item in items {
        if ui.available_height() >= WORDS {
            show(ui, view, item, with_sign, out);
        }
    }
}

/// The whole strip over the page; returns whether it stays open.
pub(in crate::gui) fn over(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Command>) -> bool {
    let page = ui.ctx().content_rect();
    let width = theme::STRIP.min(page.width());
    let place = Rect::from_min_max(pos2(page.right() - width, page.top() + theme::BAR), page.max);
    let before = out.len();
    // Beside it a click closes it and reaches nothing that lies below.
    let beside = Area::new(Id::unique("strip-beside")).order(egui::Order::Foreground).fixed_pos(page.min);
    let elsewhere = beside.show(ui.ctx(), |ui| ui.allocate_response(page.size(), Sense::click())).inner.clicked();
    let area = Area::new(Id::unique("strip-over")).order(egui::Order::Foreground).fixed_pos(place.min);
    area.show(ui.ctx(), |ui| {
        let frame = Frame::NONE.fill(*view.theme.rail).inner_margin(Margin::symmetric(18, 12));
        let frame = frame.stroke(Stroke::new(1.0, *view.theme.hairline));
        frame.show(ui, |ui| {
            let inside = place.size() - Vec2::new(38.0, 26.0);
            ui.set_min_size(inside);
            ui.set_max_size(inside);
            super::ui(ui, view, out);
        });
    });
    // Where a figure leads elsewhere the strip makes room for it.
    !elsewhere && out.len() == before
}

fn items(view: &View<'_>) -> Vec<Item> {
    let text = view.text;
    let calculation = &view.analysis.calculation;
    let mut items = Vec::new();
    let mut add = |sign, words: String, key, figure| items.push(Item { sign, words, key, figure });
    if view.problem.is_none() && !calculation.conducts.is_empty() {
        let maximum = super::maximum(view, |amount| text.short(amount));
        add(Sign::Maximum, maximum, "strip.slim.maximum", of::maximum(view));
        let method = text.short(calculation.fine.point);
        add(Sign::Method, method, "strip.method", of::fine(view));
        if let Some(headline) = view.headline {
            let median = text.short(headline.both.median);
            add(
                Sign::Estimate,
                median,
                if view.is_settling { "strip.settling" } else { "strip.slim.median" },
                of::median(view, headline),
            );
            if let Some((chance, figure)) = of::chance(view, headline) {
                add(Sign::Chance, chance, "strip.slim.chance", figure);
            }
        }
    }
    let near = view.analysis.comparables.len().to_string();
    let figure = Figure::new(view, "figure.near", near.as_str(), Command::Show(Screen::Comparables));
    add(Sign::Decided, near, "strip.slim.decided", figure);
    let open = view.analysis.assessment.missing.len().to_string();
    let next = Open::first(view).map(|open| open.command());
    let figure = Figure { what: text.t("figure.open").to_owned(), copied: open.clone(), why: next };
    add(Sign::Open, open, "strip.slim.open", figure);
    items
}

fn show(ui: &mut Ui, view: &View<'_>, item: Item, with_sign: bool, out: &mut Vec<Command>) {
    let height = if with_sign { WORDS + SIGN } else { WORDS };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click());
    let name = view.text.t(item.key);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}: {}", item.words)));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, theme::RADIUS, *view.theme.hairline);
    }
    let mut top = rect.top() + 2.0;
    if with_sign {
        ui.painter().hline(rect.shrink(2.0).x_range(), rect.top(), Stroke::new(1.0, *view.theme.hairline));
        paint(ui, view, item.sign, pos2(rect.center().x, rect.top() + 18.0));
        top = rect.top() + SIGN - 4.0;
    }
    let mut write = |words: &str, font: FontId, ink| {
        let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width());
        let galley = ui.painter().layout_job(job);
        let at = pos2(rect.center().x - galley.size().x / 2.0, top);
        top += galley.size().y;
        ui.painter().galley(at, galley, ink);
    };
    let is_before = view.is_settling && matches!(item.sign, Sign::Estimate);
    let ink = view.theme.ink.gamma_multiply(if is_before { theme::FADED } else { 1.0 });
    write(&item.words, FontId::new(theme::BODY, theme::strong()), ink);
    write(name, FontId::proportional(theme::SMALL), *view.theme.ink_second);
    item.figure.on(view, response, out);
}

fn chevrons(ui: &Ui, rect: Rect, ink: egui::Color32) {
    for offset in [-4.0, 4.0] {
        let tip = rect.center() + Vec2::new(offset - 3.0, 0.0);
        let points = vec![tip + Vec2::new(5.0, -5.0), tip, tip + Vec2::new(5.0, 5.0)];
        ui.painter().add(Shape::line(points, Stroke::new(1.6, ink)));
    }
}

/// The same signs as on the axis: a dashed edge, a box, a bar, dots, a question.
fn paint(ui: &Ui, view: &View<'_>, sign: Sign, at: Pos2) {
    let painter = ui.painter();
    let (accent, ink) = (view.theme.accent, *view.theme.ink);
    let bar = |width: f32| Rect::from_center_size(at, Vec2::new(width, 10.0));
    match sign {
        Sign::Maximum => {
            painter.hline(at.x - 12.0..=at.x + 8.0, at.y, Stroke::new(1.0, *view.theme.ink_second));
            let ends = [at + Vec2::new(9.0, -8.0), at + Vec2::new(9.0, 8.0)];
            painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, ink), 2.5, 2.5));
        }
        Sign::Method => {
            painter.rect_stroke(bar(24.0), 0.0, Stroke::new(1.5, *accent), egui::StrokeKind::Inside);
            painter.vline(at.x, at.y - 7.0..=at.y + 7.0, Stroke::new(1.5, *accent));
        }
        Sign::Estimate => {
            painter.rect_filled(bar(24.0), 0.0, accent.gamma_multiply(0.3));
            painter.rect_filled(bar(13.0), 0.0, accent.gamma_multiply(0.6));
            painter.vline(at.x, at.y - 7.0..=at.y + 7.0, Stroke::new(2.0, *accent));
        }
        Sign::Decided => {
            for (x, y) in [(-10.0, 3.0), (-3.0, -3.0), (4.0, 3.0), (10.0, -2.0)] {
                painter.circle_filled(at + Vec2::new(x, y), 2.8, *view.theme.ink_second);
            }
        }
        Sign::Chance => {
            let track = Rect::from_center_size(at, Vec2::new(24.0, 3.0));
            painter.rect_filled(track, 1.5, *view.theme.hairline);
            let part = view.headline.and_then(|headline| headline.chance).map_or(0, |chance| chance.percent);
            let part = Vec2::new(track.width() * f32::from(part) / 100.0, track.height());
            painter.rect_filled(Rect::from_min_size(track.min, part), 1.5, *accent);
        }
        Sign::Open => {
            painter.circle_stroke(at, 8.0, Stroke::new(1.3, *view.theme.amber));
            let font = FontId::new(theme::SMALL, theme::strong());
            painter.text(at, egui::Align2::CENTER_CENTER, "?", font, *view.theme.amber);
        }
    }
}

//! Signs that carry meaning together with a colour: painted, since the text face
//! has none of them.

use egui::{Color32, CornerRadius, FontId, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2};

use crate::gui::theme::{self, Theme};
use crate::law::{Direction, Seriousness, Strength};

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// ○ weak, low.
    Empty,
    /// ◐ arguable, medium.
    Half,
    /// ● clear, high.
    Full,
    /// ▲ aggravating.
    Up,
    /// ▼ mitigating.
    Down,
    /// · neutral.
    Dot,
}

impl From<Strength> for Symbol {
    fn from(strength: Strength) -> Self {
        match strength {
            Strength::Weak => Self::Empty,
            Strength::Arguable => Self::Half,
            Strength::Clear => Self::Full,
        }
    }
}

impl From<Seriousness> for Symbol {
    fn from(level: Seriousness) -> Self {
        match level {
            Seriousness::Low => Self::Empty,
            Seriousness::Medium => Self::Half,
            Seriousness::High => Self::Full,
        }
    }
}

impl From<Direction> for Symbol {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::Aggravating => Self::Up,
            Direction::Neutral => Self::Dot,
            Direction::Mitigating => Self::Down,
        }
    }
}

/// Paints a sign into the line of text.
pub fn symbol(ui: &mut Ui, sign: Symbol, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(12.0, 16.0), Sense::hover());
    paint_symbol(ui, sign, rect.center(), color);
}

/// A sign and a word on a tinted ground: strength or class.
pub fn tag(ui: &mut Ui, theme: &Theme, sign: Symbol, text: &str) {
    let (ink, tint) = match sign {
        Symbol::Full | Symbol::Up => (*theme.brick, *theme.brick_tint),
        Symbol::Half => (*theme.amber, *theme.amber_tint),
        Symbol::Empty | Symbol::Down => (*theme.green, *theme.green_tint),
        Symbol::Dot => (*theme.ink_second, *theme.rail),
    };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(theme::SMALL), ink);
    let size = Vec2::new(galley.size().x + 28.0, 18.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    ui.painter().rect_filled(rect, CornerRadius::same(theme::RADIUS - 1), tint);
    paint_symbol(ui, sign, pos2(rect.left() + 12.0, rect.center().y), ink);
    ui.painter().galley(pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0), galley, ink);
}

/// Paints a sign at a place.
pub fn paint_symbol(ui: &Ui, sign: Symbol, center: Pos2, color: Color32) {
    const RADIUS: f32 = 4.0;
    let painter = ui.painter();
    match sign {
        Symbol::Empty => {
            painter.circle_stroke(center, RADIUS, Stroke::new(1.2, color));
        }
        Symbol::Full => {
            painter.circle_filled(center, RADIUS, color);
        }
        Symbol::Half => {
            painter.circle_stroke(center, RADIUS, Stroke::new(1.2, color));
            let left = Rect::from_min_max(center - Vec2::splat(RADIUS), pos2(center.x, center.y + RADIUS));
            painter.with_clip_rect(left.intersect(ui.clip_rect())).circle_filled(center, RADIUS, color);
        }
        Symbol::Up | Symbol::Down => {
            let tip = if sign == Symbol::Up { -1.0 } else { 1.0 };
            let points = vec![
                center + Vec2::new(0.0, tip * RADIUS),
                center + Vec2::new(RADIUS, -tip * RADIUS),
                center + Vec2::new(-RADIUS, -tip * RADIUS),
            ];
            painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
        }
        Symbol::Dot => {
            painter.circle_filled(center, 1.5, color);
        }
    }
}

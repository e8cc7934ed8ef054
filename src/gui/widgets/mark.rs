//! The look of a team: a colour with a pattern, as a disc and as a bar.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2, pos2};

use crate::gui::theme::Theme;
use crate::workshop::{Pattern, Team, TeamColor};

/// How a team is painted.
#[derive(Debug, Clone, Copy)]
pub struct TeamLook {
    /// Lines and points.
    pub ink: Color32,
    /// The ground below the pattern.
    tint: Color32,
    pattern: Pattern,
}

/// The look of a team in a theme.
pub fn look_of(team: &Team, theme: &Theme) -> TeamLook {
    let ink = match team.color {
        TeamColor::Teal => *theme.accent,
        TeamColor::Ochre => *theme.amber,
        TeamColor::Brick => *theme.brick,
        TeamColor::Green => *theme.green,
        TeamColor::Plum => *theme.plum,
        TeamColor::Blue => *theme.blue,
    };
    let share = if team.pattern == Pattern::Solid { 0.62 } else { 0.2 };
    TeamLook { ink, tint: theme.paper.lerp_to_gamma(ink, share), pattern: team.pattern }
}

impl TeamLook {
    /// A disc; only its edge, in dashes, while nothing is locked.
    pub fn disc(&self, painter: &Painter, center: Pos2, radius: f32, is_full: bool) {
        let stroke = Stroke::new((radius * 0.09).max(1.0), self.ink);
        if !is_full {
            self.dashes(painter, center, radius, stroke);
            return;
        }
        painter.circle_filled(center, radius, self.tint);
        let step = (radius * 0.36).max(2.4);
        let line = Stroke::new((radius * 0.12).max(0.9), self.ink);
        for turn in self.turns() {
            for chord in chords(center, radius, step, *turn) {
                painter.line_segment(chord, line);
            }
        }
        if self.pattern == Pattern::Dots {
            dots(painter, Rect::from_center_size(center, Vec2::splat(2.0 * radius)), step * 1.1, self.ink, |dot| {
                dot.distance(center) < radius - step * 0.35
            });
        }
        painter.circle_stroke(center, radius, stroke);
    }

    /// A bar.
    pub fn bar(&self, painter: &Painter, rect: Rect) {
        let corner = CornerRadius::same(2);
        painter.rect_filled(rect, corner, self.tint);
        let step = (rect.height() * 0.36).max(3.0);
        let line = Stroke::new((step * 0.3).max(1.0), self.ink);
        let inside = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
        let reach = rect.width() + rect.height();
        let count = (reach / step).ceil();
        let mut at = 0.0;
        while at <= count && self.pattern != Pattern::Dots {
            let along = at * step;
            for turn in self.turns() {
                let (x, y) = (rect.left() + along, rect.top() + along);
                match turn {
                    Turn::Level if y < rect.bottom() => {
                        inside.hline(rect.x_range(), y, line);
                    }
                    Turn::Level => {}
                    Turn::Upright => {
                        inside.vline(x, rect.y_range(), line);
                    }
                    Turn::Rising => {
                        let ends = [pos2(x, rect.top()), pos2(x - rect.height(), rect.bottom())];
                        inside.line_segment(ends, line);
                    }
                    Turn::Falling => {
                        let ends = [pos2(x - rect.height(), rect.top()), pos2(x, rect.bottom())];
                        inside.line_segment(ends, line);
                    }
                }
            }
            at += 1.0;
        }
        if self.pattern == Pattern::Dots {
            dots(&inside, rect, step * 1.2, self.ink, |_| true);
        }
        painter.rect_stroke(rect, corner, Stroke::new(1.5, self.ink), StrokeKind::Inside);
    }

    fn turns(&self) -> &'static [Turn] {
        match self.pattern {
            Pattern::Solid | Pattern::Dots => &[],
            Pattern::Horizontal => &[Turn::Level],
            Pattern::Vertical => &[Turn::Upright],
            Pattern::Diagonal => &[Turn::Rising],
            Pattern::Crossed => &[Turn::Rising, Turn::Falling],
        }
    }

    #[expect(clippy::unused_self, reason = "beside the full disc")]
    fn dashes(&self, painter: &Painter, center: Pos2, radius: f32, stroke: Stroke) {
        const DASHES: u8 = 14;
        for dash in 0..DASHES {
            let angle = f32::from(dash) / f32::from(DASHES) * std::f32::consts::TAU;
            let end = angle + std::f32::consts::TAU / f32::from(DASHES) * 0.55;
            let at = |angle: f32| center + Vec2::angled(angle) * radius;
            painter.line_segment([at(angle), at(end)], stroke);
        }
    }
}

/// Which way the lines of a pattern run.
#[derive(Clone, Copy)]
enum Turn {
    Level,
    Upright,
    Rising,
    Falling,
}

/// Parallel lines through a circle.
fn chords(center: Pos2, radius: f32, step: f32, turn: Turn) -> Vec<[Pos2; 2]> {
    let half = std::f32::consts::FRAC_1_SQRT_2;
    let along = match turn {
        Turn::Level => Vec2::new(1.0, 0.0),
        Turn::Upright => Vec2::new(0.0, 1.0),
        Turn::Rising => Vec2::new(half, -half),
        Turn::Falling => Vec2::new(half, half),
    };
    let across = along.rot90();
    let mut chords = Vec::new();
    let mut offset = -(radius / step).floor() * step;
    while offset < radius {
        let reach = (radius * radius - offset * offset).max(0.0).sqrt() * 0.96;
        let middle = center + across * offset;
        chords.push([middle - along * reach, middle + along * reach]);
        offset += step;
    }
    chords
}

fn dots(painter: &Painter, rect: Rect, step: f32, ink: Color32, inside: impl Fn(Pos2) -> bool) {
    let mut y = rect.top() + step * 0.5;
    let mut shifted = false;
    while y < rect.bottom() {
        let mut x = rect.left() + if shifted { step } else { step * 0.5 };
        while x < rect.right() {
            if inside(pos2(x, y)) {
                painter.circle_filled(pos2(x, y), step * 0.24, ink);
            }
            x += step;
        }
        y += step * 0.8;
        shifted = !shifted;
    }
}

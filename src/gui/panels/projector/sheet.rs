//! A sheet for the projector: laid out for 1920 by 1080 points and scaled into whatever room
//! there is, so that the small picture beside the trainer is the same as the large one.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontFamily, FontId, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::gui::theme::{self, Theme};
use crate::gui::widgets::look_of;
use crate::locale::Locale;
use crate::workshop::Team;

/// The room it is laid out for.
const WIDTH: f32 = 1920.0;
const HEIGHT: f32 = 1080.0;
/// Room at the edges.
pub(super) const EDGE: f32 = 96.0;

/// A sheet. All places and sizes are in its own points.
pub(super) struct Sheet<'a> {
    ui: &'a mut Ui,
    pub(super) theme: &'a Theme,
    pub(super) text: &'a Locale,
    origin: Pos2,
    scale: f32,
    /// How wide it is; at least 1920.
    pub(super) width: f32,
    /// How high it is; at least 1080.
    pub(super) height: f32,
    /// A picture of the sheet, which says nothing by itself.
    is_picture: bool,
    said: usize,
}

/// Words before they are put down.
pub(super) struct Words {
    galley: std::sync::Arc<egui::Galley>,
    told: String,
    ink: Color32,
    /// How large they are.
    pub(super) size: Vec2,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(ui: &'a mut Ui, room: Rect, theme: &'a Theme, text: &'a Locale, is_picture: bool) -> Self {
        let scale = (room.width() / WIDTH).min(room.height() / HEIGHT).max(0.01);
        let (width, height) = (room.width() / scale, room.height() / scale);
        ui.painter().rect_filled(room, 0.0, *theme.paper);
        Self { ui, theme, text, origin: room.min, scale, width, height, is_picture, said: 0 }
    }

    /// Where the right edge of what is written lies.
    pub(super) fn right(&self) -> f32 {
        self.width - EDGE
    }

    /// Words in one line.
    pub(super) fn words(&self, words: &str, size: f32, family: FontFamily, ink: Color32) -> Words {
        self.laid(words, size, family, ink, f32::INFINITY, usize::MAX)
    }

    /// Words in lines of a width.
    pub(super) fn lines(&self, words: &str, size: f32, family: FontFamily, ink: Color32, width: f32) -> Words {
        self.laid(words, size, family, ink, width, usize::MAX)
    }

    /// Words cut where the width ends.
    pub(super) fn cut(&self, words: &str, size: f32, family: FontFamily, ink: Color32, width: f32) -> Words {
        self.laid(words, size, family, ink, width, 1)
    }

    fn laid(&self, words: &str, size: f32, family: FontFamily, ink: Color32, width: f32, rows: usize) -> Words {
        let font = FontId::new(size * self.scale, family);
        let mut job = LayoutJob::simple(words.to_owned(), font, ink, width * self.scale);
        if rows == 1 {
            job.wrap = TextWrapping::truncate_at_width(width * self.scale);
        }
        let galley = self.ui.painter().layout_job(job);
        let size = galley.size() / self.scale;
        Words { galley, told: words.to_owned(), ink, size }
    }

    /// Puts words down, their upper left corner there; they are read to who cannot see.
    pub(super) fn put(&mut self, words: &Words, x: f32, y: f32) -> Vec2 {
        let at = self.at(x, y);
        self.ui.painter().galley(at, words.galley.clone(), words.ink);
        self.say(Rect::from_min_size(at, words.galley.size()), &words.told);
        words.size
    }

    /// Puts words down that end there.
    pub(super) fn put_right(&mut self, words: &Words, right: f32, y: f32) -> Vec2 {
        self.put(words, right - words.size.x, y)
    }

    /// Puts words down around a middle.
    pub(super) fn put_middle(&mut self, words: &Words, middle: f32, y: f32) -> Vec2 {
        self.put(words, middle - words.size.x / 2.0, y)
    }

    fn say(&mut self, rect: Rect, words: &str) {
        if self.is_picture {
            return;
        }
        self.said += 1;
        let id = self.ui.scope_id().with(("said", self.said));
        let response = self.ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    }

    /// A line across.
    pub(super) fn rule(&self, left: f32, right: f32, y: f32, thick: f32, color: Color32) {
        let (from, to) = (self.at(left, y), self.at(right, y));
        self.ui.painter().hline(from.x..=to.x, from.y, Stroke::new((thick * self.scale).max(0.5), color));
    }

    /// A line down.
    pub(super) fn upright(&self, x: f32, top: f32, bottom: f32, thick: f32, color: Color32) {
        let (from, to) = (self.at(x, top), self.at(x, bottom));
        self.ui.painter().vline(from.x, from.y..=to.y, Stroke::new((thick * self.scale).max(0.5), color));
    }

    /// A filled area.
    pub(super) fn fill(&self, x: f32, y: f32, width: f32, height: f32, color: Color32) {
        self.ui.painter().rect_filled(self.rect(x, y, width, height), 0.0, color);
    }

    /// An area with an edge.
    pub(super) fn frame(&self, x: f32, y: f32, width: f32, height: f32, color: Color32) {
        let stroke = Stroke::new((2.5 * self.scale).max(0.5), color);
        self.ui.painter().rect_stroke(self.rect(x, y, width, height), 0.0, stroke, egui::StrokeKind::Inside);
    }

    /// The disc of a team.
    pub(super) fn disc(&self, team: &Team, x: f32, y: f32, radius: f32, is_full: bool) {
        look_of(team, self.theme).disc(self.ui.painter(), self.at(x, y), radius * self.scale, is_full);
    }

    /// The range of a team with its point.
    pub(super) fn range(&self, team: &Team, (left, right): (f32, f32), point: f32, y: f32, height: f32) {
        let look = look_of(team, self.theme);
        // A range of no width is still seen.
        let width = (right - left).max(6.0);
        look.bar(self.ui.painter(), self.rect(left, y - height / 2.0, width, height));
        // The point of a narrow range leaves its two ends to be seen.
        let radius = (height * 0.55).min((width * 0.25).max(height * 0.18)) * self.scale;
        let center = self.at(point, y);
        self.ui.painter().circle_filled(center, radius + (3.0 * self.scale).max(1.0), *self.theme.paper);
        self.ui.painter().circle_filled(center, radius, look.ink);
    }

    /// A tick: it is done.
    pub(super) fn tick(&self, x: f32, y: f32, size: f32, color: Color32) {
        let stroke = Stroke::new((size * 0.17 * self.scale).max(1.0), color);
        let points = [(0.0, 0.55), (0.36, 0.9), (1.0, 0.12)].map(|(dx, dy)| self.at(x + dx * size, y + dy * size));
        self.ui.painter().line(points.to_vec(), stroke);
    }

    /// A triangle: which way something weighed. Up, down, or a point for neither.
    pub(super) fn weight(&self, up: Option<bool>, x: f32, y: f32, size: f32) {
        let (half, painter) = (size / 2.0, self.ui.painter());
        let Some(up) = up else {
            painter.circle_filled(self.at(x, y), size * 0.18 * self.scale, *self.theme.ink_second);
            return;
        };
        let tip = if up { -half } else { half };
        let points = vec![self.at(x, y + tip), self.at(x + half, y - tip), self.at(x - half, y - tip)];
        let color = if up { *self.theme.brick } else { *self.theme.green };
        painter.add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
    }

    fn at(&self, x: f32, y: f32) -> Pos2 {
        self.origin + Vec2::new(x, y) * self.scale
    }

    fn rect(&self, x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(self.at(x, y), Vec2::new(width, height) * self.scale)
    }
}

/// The family of running text.
pub(super) fn plain() -> FontFamily {
    FontFamily::Proportional
}

/// The heading of a sheet with what stands beneath; returns where it ends.
pub(super) fn head(sheet: &mut Sheet<'_>, title: &str, beneath: &str) -> f32 {
    let width = sheet.width - 2.0 * EDGE - 300.0;
    let (ink, second) = (*sheet.theme.ink, *sheet.theme.ink_second);
    let words = sheet.cut(title, 56.0, theme::serif(), ink, width);
    let size = sheet.put(&words, EDGE, 52.0);
    let words = sheet.cut(beneath, 30.0, plain(), second, width);
    let below = sheet.put(&words, EDGE, 52.0 + size.y);
    let end = 52.0 + size.y + below.y + 22.0;
    sheet.rule(EDGE, sheet.right(), end, 2.0, *sheet.theme.hairline);
    end
}

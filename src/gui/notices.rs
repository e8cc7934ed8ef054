//! Short messages over the page: what went wrong, what was done, with a way back.
//! They are whole, look like what they are, and go by themselves.

use egui::{Align, Align2, Area, Frame, Id, Label, Layout, Margin, Order, RichText, Sense, Stroke, Ui, Vec2, pos2};

use super::Command;
use super::jobs::Kind;
use super::theme::{self, Theme};
use crate::locale::Locale;

/// How many are kept at most.
const KEPT: usize = 4;

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something could not be done.
    Error,
    /// Something was done.
    Success,
    /// Something is being done; the next success or error takes its place.
    Progress,
    /// Something happened that one may want to take back or to know.
    Note,
}

impl NoticeKind {
    /// How long it stays, in seconds.
    fn lasts(self) -> f64 {
        match self {
            Self::Error => 30.0,
            Self::Progress => f64::INFINITY,
            Self::Note => 8.0,
            Self::Success => 5.0,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Error => "message.kind_error",
            Self::Success => "message.kind_success",
            Self::Progress => "message.kind_progress",
            Self::Note => "message.kind_note",
        }
    }
}

/// What a message is the outcome of: a later outcome takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// Work behind the window.
    Job(Kind),
    /// Keeping what is not saved.
    Keeping,
    /// A change of the user's own decisions: only the last one can be taken back.
    Own,
}

/// One message.
#[derive(Debug)]
struct Notice {
    kind: NoticeKind,
    /// What it is the outcome of, where it is one.
    of: Option<Of>,
    text: String,
    /// A button below it: its name and what it does.
    action: Option<(String, Command)>,
    /// When it was first shown, in seconds.
    since: Option<f64>,
}

/// The messages shown now, the newest last.
#[derive(Debug, Default)]
pub struct Notices {
    shown: Vec<Notice>,
}

impl Notices {
    /// Something could not be done.
    pub fn error(&mut self, text: impl Into<String>) {
        self.add(NoticeKind::Error, text.into(), None);
    }

    /// Something was done.
    pub fn success(&mut self, text: impl Into<String>) {
        self.add(NoticeKind::Success, text.into(), None);
    }

    /// Something happened.
    pub fn note(&mut self, text: impl Into<String>) {
        self.add(NoticeKind::Note, text.into(), None);
    }

    /// Something happened, with a button for what one may want to do about it.
    pub fn offer(&mut self, text: impl Into<String>, name: impl Into<String>, command: Command) {
        self.add(NoticeKind::Note, text.into(), Some((name.into(), command)));
    }

    /// Something was done that can be taken back, in place of what was said of the like before.
    pub(super) fn offer_last(&mut self, of: Of, text: impl Into<String>, name: impl Into<String>, command: Command) {
        self.settled(of);
        self.offer(text, name, command);
        if let Some(added) = self.shown.last_mut() {
            added.of = Some(of);
        }
    }

    /// An error with a button for what helps.
    pub fn error_with(&mut self, text: impl Into<String>, name: impl Into<String>, command: Command) {
        self.add(NoticeKind::Error, text.into(), Some((name.into(), command)));
    }

    /// How something ended or goes on: in place of what was said of it before.
    pub(super) fn outcome(&mut self, of: Of, kind: NoticeKind, text: impl Into<String>) {
        self.settled(of);
        self.also(of, kind, text);
    }

    /// One more thing to be known of how something ended.
    pub(super) fn also(&mut self, of: Of, kind: NoticeKind, text: impl Into<String>) {
        self.add(kind, text.into(), None);
        if let Some(added) = self.shown.last_mut() {
            added.of = Some(of);
        }
    }

    /// It ended well and nothing needs to be said: what was said before holds no longer.
    pub(super) fn settled(&mut self, of: Of) {
        self.shown.retain(|known| known.of != Some(of));
    }

    /// Takes all away: another matter is shown.
    pub fn clear(&mut self) {
        self.shown.clear();
    }

    /// The matter changed: what was said of its former state holds no longer.
    pub fn outdate(&mut self) {
        self.shown.retain(|notice| matches!(notice.kind, NoticeKind::Error | NoticeKind::Progress));
    }

    /// Takes one away that holds no longer.
    pub(super) fn retract(&mut self, text: &str) {
        self.shown.retain(|notice| notice.text != text);
    }

    /// The texts with their kinds, the newest last.
    pub fn iter(&self) -> impl Iterator<Item = (NoticeKind, &str)> {
        self.shown.iter().map(|notice| (notice.kind, notice.text.as_str()))
    }

    fn add(&mut self, kind: NoticeKind, text: String, action: Option<(String, Command)>) {
        // The same once more, and what was under way and has now ended, give place.
        self.shown.retain(|known| known.text != text && known.kind != NoticeKind::Progress);
        self.shown.push(Notice { kind, of: None, text, action, since: None });
        if self.shown.len() > KEPT {
            self.shown.remove(0);
        }
    }

    /// Paints them at the foot of the window, or at its head while one types there.
    pub(super) fn ui(&mut self, ui: &Ui, theme: &Theme, text: &Locale, out: &mut Vec<Command>) {
        if self.shown.is_empty() {
            return;
        }
        let now = ui.input(|input| input.time);
        let mut closed = None;
        // Below menus and dialogs, above the page.
        let (align, shift) = place(ui, Id::unique("notices"));
        let area = Area::new(Id::unique("notices")).order(Order::Middle).anchor(align, [0.0, shift]);
        let room = (ui.ctx().content_rect().width() - 60.0).min(620.0);
        let held = area.show(ui.ctx(), |ui| {
            // Not what it had in a wider window.
            ui.set_max_width(room + 26.0);
            for (index, notice) in self.shown.iter().enumerate() {
                if notice.show(ui, theme, text, room, out) {
                    closed = Some(index);
                }
            }
        });
        let read = held.response.contains_pointer();
        for notice in &mut self.shown {
            // While somebody reads, time stands still.
            if notice.since.is_none() || read {
                notice.since = Some(now);
            }
        }
        if let Some(index) = closed {
            self.shown.remove(index);
        }
        let age = |notice: &Notice| now - notice.since.unwrap_or(now);
        self.shown.retain(|notice| age(notice) < notice.kind.lasts());
        let next = self.shown.iter().map(|notice| notice.kind.lasts() - age(notice)).fold(f64::INFINITY, f64::min);
        if next.is_finite() {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(next.max(0.0) + 0.05));
        }
    }
}

/// At the foot of the window; below the bar where they would lie over what has the focus.
fn place(ui: &Ui, area: Id) -> (Align2, f32) {
    const FOOT: (Align2, f32) = (Align2::CENTER_BOTTOM, -18.0);
    const HEAD: (Align2, f32) = (Align2::CENTER_TOP, theme::BAR + 8.0);
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    let known = ui.memory(|memory| memory.area_rect(area));
    let (Some(field), Some(known)) = (focused, known) else { return FOOT };
    let window = ui.ctx().content_rect();
    let covers = |(align, shift): (Align2, f32)| {
        let rect = align.align_size_within_rect(known.size(), window).translate(Vec2::new(0.0, shift));
        rect.expand(6.0).intersects(field.rect)
    };
    if covers(FOOT) && !covers(HEAD) { HEAD } else { FOOT }
}

impl Notice {
    /// Returns whether it was closed.
    fn show(&self, ui: &mut Ui, theme: &Theme, text: &Locale, room: f32, out: &mut Vec<Command>) -> bool {
        let (ink, tint) = match self.kind {
            NoticeKind::Error => (*theme.brick, *theme.brick_tint),
            NoticeKind::Success => (*theme.green, *theme.green_tint),
            NoticeKind::Progress | NoticeKind::Note => (*theme.accent, *theme.accent_tint),
        };
        let mut closed = false;
        let frame = Frame::NONE
            .fill(tint)
            .stroke(Stroke::new(1.0, ink))
            .corner_radius(theme::CARD_RADIUS)
            .inner_margin(Margin::symmetric(12, 8));
        frame.show(ui, |ui| {
            ui.horizontal_top(|ui| {
                sign(ui, self.kind, ink, text.t(self.kind.key()));
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                    let name = text.t("message.close");
                    let close = egui::Button::new(RichText::new("×").size(theme::HEADING).color(ink)).frame(false);
                    let close = ui.add(close).on_hover_text(name);
                    close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
                    closed = close.clicked();
                    if let Some((name, command)) = &self.action
                        && ui.button(name).clicked()
                    {
                        out.push(command.clone());
                        closed = true;
                    }
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        ui.add_space(3.0);
                        let words = RichText::new(&self.text).size(theme::BODY).color(*theme.ink);
                        ui.add(Label::new(words).wrap().selectable(true));
                    });
                });
            });
            ui.set_width(room);
        });
        closed
    }
}

/// ! for an error, ✓ for a success, · else: painted, since the text face has no such signs.
fn sign(ui: &mut Ui, kind: NoticeKind, ink: egui::Color32, name: &str) {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(18.0, 26.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
    let middle = rect.center();
    let painter = ui.painter();
    let stroke = Stroke::new(1.6, ink);
    match kind {
        NoticeKind::Error => {
            painter.circle_stroke(middle, 7.0, stroke);
            painter.line_segment([pos2(middle.x, middle.y - 4.0), pos2(middle.x, middle.y + 0.5)], stroke);
            painter.circle_filled(pos2(middle.x, middle.y + 3.2), 1.1, ink);
        }
        NoticeKind::Success => {
            let points =
                vec![middle + Vec2::new(-5.0, 0.0), middle + Vec2::new(-1.5, 4.0), middle + Vec2::new(5.5, -4.5)];
            painter.add(egui::Shape::line(points, stroke));
        }
        NoticeKind::Progress => {
            painter.circle_stroke(middle, 6.0, stroke);
        }
        NoticeKind::Note => {
            painter.circle_filled(middle, 3.0, ink);
        }
    }
}

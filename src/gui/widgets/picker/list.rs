//! The list of a picker: its search, its rows, its keys.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Event, FontId, Id, ImeEvent, Key, Modifiers, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2,
};

use super::find::{self, Item, Row};
use crate::gui::theme;
use crate::gui::widgets::field::{Face, Field};
use crate::gui::widgets::popup;

/// The height of a row.
const ROW: f32 = 28.0;
/// How many rows are shown at once at most.
const SHOWN: usize = 10;
/// The height of the search and of the line at the foot with their margins.
const SEARCH: f32 = 39.0;
const FOOT: f32 = 32.0;

/// What is remembered while the list is open.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    /// What is looked for.
    words: String,
    /// The row the keys are at, among those that can be chosen.
    at: usize,
    /// Whether the last key was an arrow, so that a blank chooses and is not typed.
    moved: bool,
    /// What was chosen when it was opened: it stands on top and stays there.
    top: Vec<String>,
    /// How many rows answer to what is looked for.
    answers: usize,
    /// Enter chose what was looked for, so that another can be looked for.
    is_answered: bool,
    /// Enter was pressed and nothing was looked for.
    is_done: bool,
}

impl State {
    /// As it is when it has just been opened.
    pub(super) fn opened(chosen: &[String]) -> Self {
        Self { top: chosen.to_vec(), ..Self::default() }
    }
}

/// What came of a frame.
pub(super) struct Outcome {
    /// What is remembered; `None` once it is closed.
    pub(super) state: Option<State>,
    /// What is chosen now, where that changed.
    pub(super) chosen: Option<Vec<String>>,
}

/// An open list.
pub(super) struct List<'a> {
    pub(super) face: Face<'a>,
    pub(super) place: &'a str,
    pub(super) label: &'a str,
    pub(super) help: &'a str,
    pub(super) width: f32,
    pub(super) is_free: bool,
    pub(super) several: Option<super::ReadLine<'a>>,
    pub(super) many: bool,
    pub(super) items: Vec<Item>,
}

/// What can be chosen in the order shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer {
    /// Nothing stated.
    Nothing,
    /// An entry.
    Item(usize),
    /// What was typed, as it is.
    Own,
    /// All entries a typed line names.
    Several,
}

impl List<'_> {
    /// Shows the list below the button.
    pub(super) fn show(&self, ui: &Ui, id: Id, button: Rect, mut state: State, chosen: &[String]) -> Outcome {
        let kept = if self.many { chosen } else { &[] };
        let (rows, count) = find::rows(&self.items, &state.words, &state.top, kept);
        let offers = self.offers(&rows, &state.words, chosen);
        let of_words = |offer: &&Offer| matches!(offer, Offer::Own | Offer::Several);
        state.answers = count + offers.iter().filter(of_words).count();
        let mut picked = self.keys(ui, &mut state, &offers);
        let lines = (offers.len() + usize::from(state.answers == 0)).clamp(1, SHOWN);
        #[expect(clippy::cast_precision_loss, reason = "at most ten rows")]
        let size = Vec2::new(self.width, SEARCH + FOOT + 2.0 + ROW * lines as f32);
        let closes = popup::below(ui, self.face.theme, id.with("list"), button, size, |ui| {
            self.search(ui, &mut state, count);
            if let Some(offer) = self.body(ui, &mut state, &rows, &offers, chosen) {
                picked = Some(offer);
            }
            self.foot(ui);
        });
        let now = picked.map(|offer| self.choose(offer, &state.words, chosen));
        let done = closes || state.is_done || picked.is_some() && !self.many;
        if std::mem::take(&mut state.is_answered) {
            (state.words, state.at, state.moved) = (String::new(), 0, false);
        }
        Outcome { state: (!done).then_some(state), chosen: now.filter(|now| now != chosen) }
    }

    /// What can be chosen, from top to bottom.
    fn offers(&self, rows: &[Row], words: &str, chosen: &[String]) -> Vec<Offer> {
        let mut offers = Vec::new();
        if self.line_of(words).is_some() {
            offers.push(Offer::Several);
        }
        if !self.many && words.trim().is_empty() && !chosen.is_empty() {
            offers.push(Offer::Nothing);
        }
        offers.extend(
            rows.iter().filter_map(|row| if let Row::Item(index) = row { Some(Offer::Item(*index)) } else { None }),
        );
        let named = self.items.iter().any(|item| item.is_named(words));
        if self.is_free && !words.trim().is_empty() && !named {
            offers.push(Offer::Own);
        }
        offers
    }

    /// The entries a typed line names, if it names several and nothing else.
    fn line_of(&self, words: &str) -> Option<Vec<&Item>> {
        let ids = self.several?(words);
        let known = ids.iter().map(|id| self.items.iter().find(|item| item.id == *id)).collect::<Option<Vec<_>>>();
        known.filter(|entries| entries.len() > 1)
    }

    /// Reads the keys before the search field does.
    fn keys(&self, ui: &Ui, state: &mut State, offers: &[Offer]) -> Option<Offer> {
        let last = offers.len().saturating_sub(1);
        let times = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let before = (state.at, state.moved);
        for (key, rows, forth) in [
            (Key::ArrowDown, 1, true),
            (Key::ArrowUp, 1, false),
            (Key::PageDown, SHOWN, true),
            (Key::PageUp, SHOWN, false),
        ] {
            let count = times(key);
            if count == 0 {
                continue;
            }
            // The first arrow marks the first row.
            let steps = (count * rows).saturating_sub(usize::from(!Self::has_cursor(state)));
            state.at = if forth { state.at.saturating_add(steps).min(last) } else { state.at.saturating_sub(steps) };
            state.moved = true;
        }
        state.at = state.at.min(last);
        if before != (state.at, state.moved) {
            ui.ctx().request_repaint();
        }
        let offer = offers.get(state.at).copied();
        let enters = times(Key::Enter) > 0;
        let chooses = enters && Self::has_cursor(state);
        state.is_done = enters && !chooses && state.words.trim().is_empty();
        state.is_answered = chooses;
        let blank = self.many && state.moved && take_blank(ui);
        if chooses || blank { offer } else { None }
    }

    /// Whether a row is marked: after an arrow, or the first that answers.
    fn has_cursor(state: &State) -> bool {
        state.moved || !state.words.trim().is_empty() && state.answers > 0
    }

    fn search(&self, ui: &mut Ui, state: &mut State, count: usize) {
        let theme = self.face.theme;
        ui.add_space(7.0);
        ui.horizontal(|ui| {
            ui.add_space(7.0);
            let field = Field::new(self.face, format!("{}/search", self.place), self.face.text.t("picker.search"));
            let response = field.width(self.width - 14.0).focused(true).search(ui, &mut state.words);
            if response.changed() {
                (state.at, state.moved) = (0, false);
            }
            let words = [("shown", count.to_string()), ("all", self.items.len().to_string())];
            let words: Vec<(&str, &str)> = words.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let right = pos2(response.rect.right() - 10.0, response.rect.center().y);
            super::at_right(ui, right, &self.face.text.fill("picker.count", &words), theme);
        });
        ui.add_space(6.0);
    }

    fn body(&self, ui: &mut Ui, state: &mut State, rows: &[Row], offers: &[Offer], chosen: &[String]) -> Option<Offer> {
        let mut picked = None;
        #[expect(clippy::cast_precision_loss, reason = "ten rows")]
        let scroll = ScrollArea::vertical().max_height(ROW * SHOWN as f32).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            if state.answers == 0 && !state.words.trim().is_empty() {
                let (rect, response) = ui.allocate_exact_size(Vec2::new(self.width - 4.0, ROW), Sense::hover());
                let nothing = self.face.text.t("picker.nothing");
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, nothing));
                let job = self.job(nothing, None, rect.width() - 32.0);
                let galley = ui.painter().layout_job(job);
                ui.painter().galley(
                    pos2(rect.left() + 16.0, rect.center().y - galley.size().y / 2.0),
                    galley,
                    *self.face.theme.ink,
                );
            }
            let mut place = 0;
            let mut offer = |ui: &mut Ui, offer: Offer, state: &mut State| {
                let at = place;
                place += 1;
                if self.row(ui, offer, at, state, chosen) {
                    picked = Some(offer);
                }
            };
            if let Some(first @ (Offer::Nothing | Offer::Several)) = offers.first().copied() {
                offer(ui, first, state);
                self.line(ui);
            }
            for row in rows {
                match row {
                    Row::Item(index) => offer(ui, Offer::Item(*index), state),
                    Row::Line => self.line(ui),
                }
            }
            if offers.last() == Some(&Offer::Own) {
                if offers.len() > 1 {
                    self.line(ui);
                }
                offer(ui, Offer::Own, state);
            }
        });
        picked
    }

    /// One row; returns whether it was clicked.
    fn row(&self, ui: &mut Ui, offer: Offer, at: usize, state: &mut State, chosen: &[String]) -> bool {
        let theme = self.face.theme;
        let (name, aside, on) = match offer {
            Offer::Nothing => (self.face.text.t("picker.none").to_owned(), String::new(), false),
            Offer::Own => (self.face.text.fill("picker.own", &[("words", state.words.trim())]), String::new(), false),
            Offer::Several => {
                let named = self.line_of(&state.words).unwrap_or_default();
                let named = named.iter().map(|item| item.name.as_str()).collect::<Vec<_>>().join(", ");
                (self.face.text.fill("picker.several", &[("names", &named)]), String::new(), false)
            }
            Offer::Item(index) => match self.items.get(index) {
                Some(item) => (item.name.clone(), item.aside.clone(), chosen.contains(&item.id)),
                None => return false,
            },
        };
        let sense = Sense::CLICK | Sense::HOVER;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(self.width - 4.0, ROW), sense);
        let is_box = self.many && matches!(offer, Offer::Item(_));
        let role = if is_box { Role::CheckBox } else { Role::ListBoxOption };
        response.widget_info(|| WidgetInfo::selected(role, true, on, &name));
        let marked = Self::has_cursor(state) && state.at == at;
        if marked && state.moved {
            ui.scroll_to_rect(rect, None);
        }
        if ui.is_rect_visible(rect) {
            if marked || response.hovered() || (on && !self.many) {
                let fill = if marked || on { *theme.accent_tint } else { *theme.rail };
                ui.painter().rect_filled(rect, 0.0, fill);
            }
            let mut left = rect.left() + 16.0;
            if is_box {
                tick(ui, pos2(left + 7.0, rect.center().y), on, theme);
                left += 24.0;
            }
            let right = if aside.is_empty() {
                rect.right() - 16.0
            } else {
                super::at_right(ui, pos2(rect.right() - 14.0, rect.center().y), &aside, theme) - 12.0
            };
            let found = matches!(offer, Offer::Item(_)).then(|| find::highlight(&name, &state.words)).flatten();
            let galley = ui.painter().layout_job(self.job(&name, found, right - left));
            ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, *theme.ink);
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
    }

    /// A name with what was typed in it picked out, cut where it is too long.
    fn job(&self, name: &str, found: Option<std::ops::Range<usize>>, width: f32) -> LayoutJob {
        let theme = self.face.theme;
        let plain = TextFormat::simple(FontId::proportional(theme::BODY), *theme.ink);
        let strong = TextFormat::simple(FontId::new(theme::BODY, theme::strong()), *theme.accent);
        let found = found.unwrap_or(0..0);
        let mut job = LayoutJob { wrap: TextWrapping::truncate_at_width(width), ..LayoutJob::default() };
        for (part, format) in [(0..found.start, &plain), (found.clone(), &strong), (found.end..name.len(), &plain)] {
            if let Some(words) = name.get(part).filter(|words| !words.is_empty()) {
                job.append(words, 0.0, format.clone());
            }
        }
        job
    }

    fn line(&self, ui: &mut Ui) {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(self.width - 4.0, 9.0), Sense::hover());
        ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, *self.face.theme.hairline));
    }

    fn foot(&self, ui: &mut Ui) {
        let theme = self.face.theme;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(self.width - 2.0, FOOT), Sense::hover());
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, *theme.hairline));
        let key = if self.many { "picker.keys_many" } else { "picker.keys_one" };
        let words = self.face.text.fill(key, &[("what", self.help)]);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {words}", self.label)));
        let font = FontId::proportional(theme::SMALL);
        let left = pos2(rect.left() + 15.0, rect.center().y);
        ui.painter().text(left, egui::Align2::LEFT_CENTER, words, font, *theme.ink_second);
    }

    /// What is chosen after this.
    fn choose(&self, offer: Offer, words: &str, chosen: &[String]) -> Vec<String> {
        let id = match offer {
            Offer::Nothing => return Vec::new(),
            Offer::Own => words.trim().to_owned(),
            Offer::Item(index) => self.items.get(index).map(|item| item.id.clone()).unwrap_or_default(),
            Offer::Several => {
                let named = self.line_of(words).unwrap_or_default().into_iter().map(|item| item.id.clone());
                let (mut now, named) = (chosen.to_vec(), named.collect::<Vec<_>>());
                now.extend(named.into_iter().filter(|id| !chosen.contains(id)));
                return now;
            }
        };
        if !self.many {
            return vec![id];
        }
        let mut now = chosen.to_vec();
        if now.contains(&id) {
            now.retain(|known| *known != id);
        } else {
            now.push(id);
        }
        now
    }
}

/// A box that is ticked or not.
fn tick(ui: &Ui, center: egui::Pos2, on: bool, theme: &theme::Theme) {
    let rect = Rect::from_center_size(center, Vec2::splat(14.0));
    let (fill, line) = if on { (*theme.accent, *theme.accent) } else { (*theme.field, *theme.ink_second) };
    ui.painter().rect(rect, 3.0, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    if on {
        let points = vec![center + Vec2::new(-3.5, 0.0), center + Vec2::new(-1.0, 2.5), center + Vec2::new(3.5, -3.0)];
        ui.painter().add(egui::Shape::line(points, Stroke::new(1.8, *theme.on_accent)));
    }
}

/// Takes a typed blank out of the input, if there is one. The key itself says nothing: its text
/// may come in another frame.
fn take_blank(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        let is_blank = |event: &Event| match event {
            Event::Text(text) | Event::Ime(ImeEvent::Commit(text)) => text == " ",
            _ => false,
        };
        let typed = input.events.iter().any(is_blank);
        input.events.retain(|event| !is_blank(event));
        typed
    })
}

//! A field that is chosen into: a button with what is chosen, and below it a list with a
//! search, for one or several entries of a vocabulary.

mod find;
mod list;

use egui::{Align2, FontId, Id, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use super::field::Face;
use super::popup;
use super::text::small;
use crate::gui::theme::{self, Theme};

pub use find::Item;
use list::{List, State};

/// A picker before it is shown. `place` names what is chosen, once in a matter.
pub struct Picker<'a> {
    face: Face<'a>,
    place: String,
    label: &'a str,
    above: bool,
    width: f32,
    list_width: f32,
    hint: &'a str,
    help: &'a str,
    is_free: bool,
    several: Option<ReadLine<'a>>,
}

/// Finds the ids a typed line names.
type ReadLine<'a> = &'a dyn Fn(&str) -> Vec<String>;

impl<'a> Picker<'a> {
    /// A picker for what `place` names, called `label` by what stands above it and by screen
    /// readers; `help` says what can be typed into its search.
    pub fn new(face: Face<'a>, place: impl Into<String>, label: &'a str, help: &'a str) -> Self {
        Self {
            face,
            place: place.into(),
            label,
            above: false,
            width: 200.0,
            list_width: 330.0,
            hint: "",
            help,
            is_free: false,
            several: None,
        }
    }

    /// With its label above it.
    #[must_use]
    pub fn above(mut self) -> Self {
        self.above = true;
        self
    }

    /// So wide, with a list at least as wide as `list`.
    #[must_use]
    pub fn width(mut self, width: f32, list: f32) -> Self {
        self.width = width;
        self.list_width = list.max(width);
        self
    }

    /// With words in it while nothing is chosen.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Own words may be used where the list has none.
    #[must_use]
    pub fn free(mut self) -> Self {
        self.is_free = true;
        self
    }

    /// A whole line of entries may be typed or pasted at once; `read` finds their ids.
    #[must_use]
    pub fn several(mut self, read: &'a dyn Fn(&str) -> Vec<String>) -> Self {
        self.several = Some(read);
        self
    }

    /// Chooses one; returns what is chosen anew, empty for nothing.
    pub fn one(self, ui: &mut Ui, shown: &str, value: &str, items: impl FnOnce() -> Vec<Item>) -> Option<String> {
        let chosen: Vec<String> = Some(value.to_owned()).filter(|id| !id.is_empty()).into_iter().collect();
        self.show(ui, shown, &chosen, items, false).map(|mut chosen| chosen.pop().unwrap_or_default())
    }

    /// Chooses several; returns them where that changed.
    pub fn many(
        self,
        ui: &mut Ui,
        shown: &str,
        chosen: &[String],
        items: impl FnOnce() -> Vec<Item>,
    ) -> Option<Vec<String>> {
        self.show(ui, shown, chosen, items, true)
    }

    fn show(
        self,
        ui: &mut Ui,
        shown: &str,
        chosen: &[String],
        items: impl FnOnce() -> Vec<Item>,
        many: bool,
    ) -> Option<Vec<String>> {
        let id = Id::unique(("picker", self.place.as_str()));
        // A click opens it from the next frame on: the key that opened it does nothing in the list.
        let state: Option<State> = ui.data(|data| data.get_temp(id));
        let button = ui
            .vertical(|ui| {
                ui.set_width(self.width);
                if self.above {
                    small(ui, self.face.theme, self.label);
                }
                button(ui, &self, shown, state.is_some())
            })
            .inner;
        popup::take_back(ui, id, &button);
        let Some(state) = state else {
            if button.clicked() {
                ui.data_mut(|data| data.insert_temp(id, State::opened(chosen)));
                ui.ctx().request_repaint();
            }
            return None;
        };
        let list = List {
            face: self.face,
            place: &self.place,
            label: self.label,
            help: self.help,
            width: self.list_width,
            is_free: self.is_free,
            several: self.several,
            many,
            items: items(),
        };
        let outcome = list.show(ui, id, button.rect, state, chosen);
        if let Some(state) = outcome.state {
            ui.data_mut(|data| data.insert_temp(id, state));
        } else {
            ui.data_mut(|data| data.remove::<State>(id));
            popup::give_back(ui, id);
        }
        if outcome.chosen.is_some() {
            // What was chosen shows from the next frame on.
            ui.ctx().request_repaint();
        }
        outcome.chosen
    }
}

/// The field with what is chosen and a sign that it opens.
fn button(ui: &mut Ui, picker: &Picker<'_>, shown: &str, open: bool) -> Response {
    let theme: &Theme = picker.face.theme;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(picker.width, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(shown.to_owned()),
        ..WidgetInfo::labeled(Role::ComboBox, true, picker.label)
    });
    let active = open || response.hovered() || response.has_focus();
    let stroke = Stroke::new(1.0, if active { *theme.accent } else { *theme.hairline });
    ui.painter().rect(rect, f32::from(theme::RADIUS), *theme.field, stroke, StrokeKind::Inside);
    let (words, ink) = if shown.is_empty() { (picker.hint, *theme.ink_third) } else { (shown, *theme.ink) };
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), FontId::proportional(theme::BODY), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 38.0);
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    ui.painter().galley(pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0), galley, ink);
    let (x, y) = (rect.right() - 15.0, rect.center().y);
    let tip = if open { -2.0 } else { 2.0 };
    let points = vec![pos2(x - 4.0, y - tip), pos2(x, y + tip), pos2(x + 4.0, y - tip)];
    ui.painter().add(egui::Shape::line(points, Stroke::new(1.5, *theme.ink_second)));
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if cut { response.on_hover_text(shown) } else { response }
}

/// Words at the right of a line, in second ink.
fn at_right(ui: &Ui, right: egui::Pos2, words: &str, theme: &Theme) -> f32 {
    let font = FontId::proportional(theme::SMALL);
    ui.painter().text(right, Align2::RIGHT_CENTER, words, font, *theme.ink_second).left()
}

//! Everything that is typed goes through these fields.
//!
//! A field keeps the text as it was typed, also after it is left, until the value is changed
//! elsewhere (undo, a picker) or another matter is opened. It is never rebuilt while one
//! types. Beneath it says what it understood; where a text cannot be read, or in two ways, it
//! says why, and the value is the last that was meant (`draft`).
//!
//! No other file may use egui's own text fields, sliders and drag values
//! (`tests/architecture.rs`).

mod beneath;
mod draft;
mod kinds;
mod opened;
mod slider;

use std::any::Any;

use egui::{Align, Layout, Margin, Response, Role, Stroke, TextEdit, Ui, WidgetInfo};

use super::text::small;
use crate::gui::app::anchor;
use crate::gui::theme::Theme;
use crate::locale::Locale;
use crate::locale::reading::Reading;

use beneath::Line;
pub use beneath::hint;
pub use opened::{open, select};

pub use draft::{bring_back, forget, of_matter, unread};

/// Words and colours, as every field needs them.
#[derive(Clone, Copy)]
pub struct Face<'a> {
    /// Words and numbers.
    pub text: &'a Locale,
    /// Colours.
    pub theme: &'a Theme,
}

/// The margin that leaves the text clear of a sign at the right end.
const BESIDE_A_SIGN: Margin = Margin { left: 10, right: 28, top: 4, bottom: 4 };

/// A field before it is shown.
///
/// `place` names what is typed into, once in a matter: `organisation.employees`,
/// `answer/operation-1/scale.people`. What was typed is kept by it.
pub struct Field<'a> {
    face: Face<'a>,
    place: String,
    label: &'a str,
    name: Option<String>,
    hint: String,
    meanwhile: Option<String>,
    width: f32,
    rows: usize,
    /// A sign stands in it at the right end.
    has_sign: bool,
    above: bool,
    is_small: bool,
    grabs: Grabs,
}

/// What a field takes when it is shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grabs {
    Nothing,
    Focus,
    /// The focus, with all its text selected.
    FocusAndText,
}

/// How a value is read, shown, and told beneath.
struct Kind<'k, V> {
    /// Reads what was typed.
    read: &'k dyn Fn(&str) -> Reading<V>,
    /// The text of a value that was not typed here.
    shown: &'k dyn Fn(&V) -> String,
    /// What is told beneath a text that is not the value's own.
    told: &'k dyn Fn(&V, &str) -> String,
    /// Whether anything is ever told beneath: the place for it is then kept.
    tells: bool,
}

impl<V> Kind<'_, V> {
    /// A value with its unit, as it is told where its text does not stand beside it.
    fn told_alone(&self, value: &V) -> String {
        let told = (self.told)(value, "");
        if told.is_empty() { (self.shown)(value) } else { told }
    }
}

impl<'a> Field<'a> {
    /// A field for what `place` names, called `label` by what stands above it and by screen
    /// readers.
    pub fn new(face: Face<'a>, place: impl Into<String>, label: &'a str) -> Self {
        Self {
            face,
            place: place.into(),
            label,
            name: None,
            hint: String::new(),
            meanwhile: None,
            width: 240.0,
            rows: 1,
            has_sign: false,
            above: false,
            is_small: false,
            grabs: Grabs::Nothing,
        }
    }

    /// With its label above it.
    #[must_use]
    pub fn above(mut self) -> Self {
        self.above = true;
        self
    }

    /// Announced by another name than its label, where that stands there several times.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// With words in it while it is empty.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// So wide.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// So many lines high.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// In the size of second rank.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.is_small = true;
        self
    }

    /// Takes the focus, as a field that was just opened does.
    #[must_use]
    pub fn focused(mut self, now: bool) -> Self {
        self.grabs = if now { Grabs::Focus } else { Grabs::Nothing };
        self
    }

    /// Takes the focus with all its text selected, so that typing replaces what is proposed.
    #[must_use]
    pub fn selected(mut self, now: bool) -> Self {
        self.grabs = if now { Grabs::FocusAndText } else { self.grabs };
        self
    }

    /// Shows the field and reads what is typed into `value`.
    fn edit<V>(mut self, ui: &mut Ui, value: &mut Option<V>, kind: &Kind<'_, V>) -> Response
    where
        V: Any + Clone + PartialEq + Send + Sync,
    {
        // Never wider than the page.
        self.width = self.width.min(ui.available_width());
        // As high as a line of controls: in a row it stands beside them and not below their middle.
        let height = if self.rows > 1 || self.above { 0.0 } else { ui.spacing().interact_size.y };
        // In a row the next field begins where this one ends; else what stands beneath has room.
        let room = if ui.layout().is_horizontal() { self.width } else { beneath::room(ui, self.width) };
        ui.allocate_ui_with_layout(egui::vec2(room, height), Layout::top_down(Align::Min), |ui| {
            if self.above {
                small(ui, self.face.theme, self.label);
            }
            let mut kept = draft::kept(ui, &self.place, value.as_ref());
            let mut typed = kept.clone().unwrap_or_else(|| value.as_ref().map_or_else(String::new, kind.shown));
            let mut reading = kept.as_ref().map(|text| (kind.read)(text));
            let is_wrong = reading.as_ref().and_then(Reading::reason).is_some();
            let name = self.name().to_owned();
            draft::judged(ui, &self.place, &name, is_wrong);
            let response = self.line(ui, &mut typed, is_wrong);
            if response.gained_focus() {
                draft::begin(ui, &self.place, value.as_ref());
            }
            if response.changed() {
                let now = (kind.read)(&typed);
                draft::typed(ui, (&self.place, &name), typed.clone(), &now, value);
                // What is said beneath is of the text as it now stands.
                (kept, reading) = (Some(typed), Some(now));
                ui.ctx().request_repaint();
            }
            // On the page only: what lies over it does not move with it.
            if ui.layer_id().order == egui::Order::Background {
                anchor::mark(ui, response.id, response.rect);
            }
            let lines = self.told(reading, kept, value.as_ref(), kind, response.has_focus());
            beneath::show(ui, self.face.theme, &response, self.above && kind.tells, &lines);
            response
        })
        .inner
    }

    /// What it is announced by.
    fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(self.label)
    }

    /// The line or lines themselves.
    fn line(&self, ui: &mut Ui, typed: &mut String, wrong: bool) -> Response {
        let name = self.name().to_owned();
        ui.scope(|ui| {
            // Not as where one types: a pointer that rests on a field leaves the keys where they are.
            ui.visuals_mut().widgets.hovered.bg_stroke = Stroke::new(1.0, *self.face.theme.ink_third);
            if wrong {
                let stroke = Stroke::new(1.0, *self.face.theme.brick);
                let visuals = ui.visuals_mut();
                visuals.selection.stroke = stroke;
                visuals.widgets.inactive.bg_stroke = stroke;
                visuals.widgets.hovered.bg_stroke = stroke;
                visuals.widgets.active.bg_stroke = stroke;
            }
            let edit = if self.rows > 1 {
                TextEdit::multiline(typed).desired_rows(self.rows)
            } else {
                TextEdit::singleline(typed)
            };
            let edit = edit.id(draft::id(&self.place)).desired_width(self.width).hint_text(self.hint.as_str());
            let edit = if self.has_sign { edit.margin(BESIDE_A_SIGN) } else { edit };
            let edit = if self.is_small { edit.font(egui::TextStyle::Small) } else { edit };
            let response = ui.add(edit);
            let length = typed.chars().count();
            if self.grabs >= Grabs::Focus {
                response.request_focus();
            }
            if self.grabs == Grabs::FocusAndText {
                opened::select(ui, &response, length);
            }
            opened::enter(ui, &self.place, &response, length);
            response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &name));
            response
        })
        .inner
    }

    /// What is said beneath: what was understood, or what is wrong, that it is not used, and
    /// what is meanwhile.
    fn told<V>(
        &self,
        reading: Option<Reading<V>>,
        kept: Option<String>,
        value: Option<&V>,
        kind: &Kind<'_, V>,
        has_focus: bool,
    ) -> Vec<Line> {
        let (text, theme) = (self.face.text, self.face.theme);
        let plain = |words: String| Line { words, ink: *theme.ink_second };
        match reading {
            Some(Reading::Value(read)) => {
                let told = (kind.told)(&read, kept.unwrap_or_default().trim());
                if told.is_empty() { Vec::new() } else { vec![plain(told)] }
            }
            Some(Reading::Unreadable(reason) | Reading::Ambiguous(reason)) => {
                if reason.key == "reading.unfinished" && has_focus {
                    return Vec::new();
                }
                let used = value.map(|value| kind.told_alone(value)).or_else(|| self.meanwhile.clone());
                let meanwhile = match used {
                    Some(used) => text.fill("field.used_meanwhile", &[("value", &used)]),
                    None => text.t("field.nothing_meanwhile").to_owned(),
                };
                let wrong = Line { words: text.reason(&reason), ink: *theme.brick };
                vec![wrong, plain(text.t("field.not_used").to_owned()), plain(meanwhile)]
            }
            Some(Reading::Empty) | None => Vec::new(),
        }
    }
}

//! The file of the matter was written by another program: what differs, and what is to be
//! done. Nothing is overwritten before the user chooses.

use std::collections::BTreeSet;
use std::path::PathBuf;

use egui::{Button, Key, RichText, Ui, Vec2};
use jiff::Timestamp;

use super::differences::{moment, table};
use crate::facts::CaseFile;
use crate::facts::difference::{Difference, differences, with};
use crate::gui::app::App;
use crate::gui::command::Settle;
use crate::gui::{Command, theme, widgets};
use crate::law::Corpus;
use crate::storage::{self, Stamp};

/// The least width of a way out with its words.
const WAY: f32 = 140.0;
/// Room between two ways.
const GAP: f32 = 12.0;
/// Rows shown before both are compared in full.
const SOME: f32 = 140.0;

/// Two states of one file.
pub(in crate::gui) struct Conflict {
    pub(in crate::gui) path: PathBuf,
    /// What the file says now; `Err` where it cannot be read as a matter.
    pub(in crate::gui) theirs: Result<CaseFile, String>,
    pub(in crate::gui) stamp: Option<Stamp>,
    mine: CaseFile,
    rows: Vec<Difference>,
    /// Both are shown in full; rows in the set are taken from the file.
    comparing: bool,
    chosen: BTreeSet<usize>,
}

impl Conflict {
    /// Reads what stands there; called off the thread that paints.
    pub(in crate::gui) fn of(path: PathBuf, mine: CaseFile, law: &Corpus) -> Self {
        let read = storage::open_stamped(&path, law);
        let stamp = read.as_ref().ok().map(|opened| opened.stamp.clone());
        let theirs = read.map(|opened| opened.case_file).map_err(|error| error.to_string());
        let rows = theirs.as_ref().map_or_else(|_| Vec::new(), |theirs| differences(&mine, theirs));
        Self { path, theirs, stamp, mine, rows, comparing: false, chosen: BTreeSet::new() }
    }

    /// Returns whether it stays open.
    pub(in crate::gui) fn ui(&mut self, ui: &mut Ui, app: &App, out: &mut Vec<Command>) -> bool {
        let text = &app.library.locale;
        let mut keep = true;
        widgets::Dialog::new("conflict", 684.0).show(ui, |ui| {
            let heading = RichText::new(text.t("conflict.heading")).family(theme::serif());
            widgets::paragraph(ui, heading, theme::TITLE);
            self.introduction(ui, app);
            ui.add_space(10.0);
            if !self.rows.is_empty() {
                let heads = self.heads(app);
                let height = if self.comparing { widgets::room_for_list(ui, 310.0) } else { SOME };
                let chosen = self.comparing.then_some(&mut self.chosen);
                table(ui, app, (&self.mine, &self.rows), [&heads.0, &heads.1], height, chosen);
            }
            ui.add_space(12.0);
            keep = if self.comparing { self.merging(ui, app, out) } else { self.ways(ui, app, out) };
            widgets::hairline(ui, &app.theme, 10.0);
            widgets::wrapped_small(ui, &app.theme, text.t("conflict.foot"));
        });
        keep
    }

    fn heads(&self, app: &App) -> (String, String) {
        let text = &app.library.locale;
        let changed = app.open.as_ref().map(|open| open.keeping.changed);
        let mine = changed.map_or_else(String::new, |changed| moment(app, changed));
        let theirs = self.written().map_or_else(String::new, |written| moment(app, written));
        (text.fill("conflict.mine", &[("time", &mine)]), text.fill("conflict.theirs", &[("time", &theirs)]))
    }

    fn written(&self) -> Option<Timestamp> {
        Timestamp::try_from(self.stamp.as_ref()?.modified()?).ok()
    }

    fn introduction(&self, ui: &mut Ui, app: &App) {
        let text = &app.library.locale;
        let name = self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let said = match &self.theirs {
            Ok(_) => {
                let time = self.written().map_or_else(String::new, |written| moment(app, written));
                let count = text.plural("conflict.differ", self.rows.len());
                text.fill("conflict.text", &[("file", &name), ("time", &time), ("count", &count)])
            }
            Err(error) => text.fill("conflict.unreadable", &[("file", &name), ("error", error)]),
        };
        widgets::paragraph(ui, RichText::new(said).color(*app.theme.ink_second), theme::BODY);
    }

    /// The four ways out of it; Enter is the one that loses nothing.
    fn ways(&mut self, ui: &mut Ui, app: &App, out: &mut Vec<Command>) -> bool {
        let text = &app.library.locale;
        let copy = storage::free_name(&self.path, "");
        let copy = copy.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let readable = self.theirs.is_ok();
        let ways = [
            ("conflict.keep_mine", text.t("conflict.keep_mine.what").to_owned(), Some(Settle::KeepMine), true),
            (
                "conflict.take_theirs",
                text.t("conflict.take_theirs.what").to_owned(),
                Some(Settle::TakeTheirs),
                readable,
            ),
            ("conflict.copy", text.fill("conflict.copy.what", &[("file", &copy)]), Some(Settle::SaveCopy), true),
            ("conflict.compare", text.t("conflict.compare.what").to_owned(), None, readable),
        ];
        let enter = ui.ctx().input(|input| input.key_pressed(Key::Enter));
        let mut way = |ui: &mut Ui, (name, what, way, possible): &(&str, String, Option<Settle>, bool)| {
            let primary = *way == Some(Settle::SaveCopy);
            let size = Vec2::new(ui.available_width(), 28.0);
            let response = if primary {
                let font = egui::FontId::new(theme::BODY, theme::strong());
                let words = RichText::new(text.t(name)).font(font).color(*app.theme.on_accent);
                ui.add_sized(size, Button::new(words).fill(*app.theme.accent))
            } else {
                ui.add_enabled_ui(*possible, |ui| ui.add_sized(size, Button::new(text.t(name)))).inner
            };
            widgets::wrapped_small(ui, &app.theme, what);
            if response.clicked() || primary && enter {
                match way {
                    Some(way) => out.push(Command::Settle(way.clone())),
                    None => self.comparing = true,
                }
            }
        };
        ui.spacing_mut().item_spacing.x = GAP;
        // Side by side, two and two, or one below the other.
        let columns = if ui.available_width() >= 4.0 * WAY { 4 } else { 2 };
        for row in ways.chunks(columns) {
            ui.columns(columns, |places| {
                // Not in the column itself, which would spread the words of a line.
                places.iter_mut().zip(row).for_each(|(ui, known)| drop(ui.vertical(|ui| way(ui, known))));
            });
        }
        // The way taken needs what is known here: it closes by itself.
        true
    }

    /// Each entry from the one or the other.
    fn merging(&mut self, ui: &mut Ui, app: &App, out: &mut Vec<Command>) -> bool {
        let text = &app.library.locale;
        ui.horizontal_wrapped(|ui| {
            if widgets::primary_button(ui, &app.theme, text.t("conflict.merge")).clicked() {
                let mut taken = self.chosen.iter().filter_map(|index| self.rows.get(*index));
                let merged = taken.try_fold(self.mine.clone(), |matter, difference| with(&matter, difference));
                // A mixture that is no matter cannot come about from two matters; if it did, nothing happens.
                if let Ok(merged) = merged {
                    out.push(Command::Settle(Settle::Merge(Box::new(merged))));
                }
            }
            if ui.button(text.t("conflict.back")).clicked() {
                self.comparing = false;
            }
        });
        true
    }
}

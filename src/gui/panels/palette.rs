//! Find or do anything: commands, the matter, articles, decisions, questions by words.

use egui::{Key, RichText, ScrollArea, Ui};

use super::search::{Hit, hits};
use crate::gui::app::App;
use crate::gui::widgets::{Face, Field};
use crate::gui::{Command, theme, widgets};

/// How high the list is, whatever is found: the box must not jump.
const LIST: f32 = 372.0;

/// What was typed and which hit is marked.
#[derive(Debug, Default)]
pub(in crate::gui) struct Palette {
    words: String,
    marked: usize,
}

impl Palette {
    /// Returns whether it stays open.
    pub(in crate::gui) fn ui(&mut self, ui: &mut Ui, app: &App, out: &mut Vec<Command>) -> bool {
        let (down, up, enter) = ui.ctx().input(|input| {
            (input.key_pressed(Key::ArrowDown), input.key_pressed(Key::ArrowUp), input.key_pressed(Key::Enter))
        });
        let mut chosen = None;
        // From the top, so that its field stands still.
        let response = widgets::Dialog::new("palette", 560.0).below(72.0).show(ui, |ui| {
            let text = &app.library.locale;
            let face = Face { text, theme: &app.theme };
            let field = Field::new(face, "palette", text.t("command.palette")).hint(text.t("bar.find"));
            if field.width(f32::INFINITY).focused(true).search(ui, &mut self.words).changed() {
                self.marked = 0;
            }
            let hits = hits(app, &self.words);
            if down {
                self.marked += 1;
            }
            if up {
                self.marked = self.marked.saturating_sub(1);
            }
            self.marked = self.marked.min(hits.len().saturating_sub(1));
            // Return before anything was typed or chosen does nothing.
            let enter = enter && (!self.words.trim().is_empty() || self.marked > 0);
            let height = LIST.min(widgets::room_for_list(ui, 150.0));
            ui.allocate_ui(egui::vec2(ui.available_width(), height), |ui| {
                ui.set_min_height(height);
                ui.set_max_height(height);
                chosen = self.list(ui, app, hits, enter, down || up);
            });
        });
        let picked = chosen.is_some();
        out.extend(chosen);
        !picked && !response.should_close()
    }

    fn list(&self, ui: &mut Ui, app: &App, hits: Vec<Hit>, enter: bool, moved: bool) -> Option<Command> {
        if hits.is_empty() {
            ui.add_space(8.0);
            widgets::body(ui, app.library.locale.t("palette.nothing"));
            return None;
        }
        let mut chosen = None;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for (index, hit) in hits.into_iter().enumerate() {
                let marked = index == self.marked;
                let row = ui.horizontal(|ui| {
                    let name = RichText::new(shortened(&hit.name)).size(theme::BODY);
                    let response = ui.selectable_label(marked, name);
                    ui.label(RichText::new(hit.kind).size(theme::SMALL).color(*app.theme.ink_second));
                    response
                });
                if marked && moved {
                    row.inner.scroll_to_me(None);
                }
                if row.inner.clicked() || (marked && enter) {
                    chosen = Some(hit.command);
                }
            }
        });
        chosen
    }
}

/// A long question is cut so that its kind still stands beside it.
fn shortened(name: &str) -> String {
    const LONGEST: usize = 76;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    name.chars().take(LONGEST).chain(['…']).collect()
}

//! Find or do anything: commands, matters, decisions, questions by words.

use egui::{Id, Key, Modal, RichText, ScrollArea, Ui};

use super::bar;
use crate::gui::app::App;
use crate::gui::widgets::{Face, Field};
use crate::gui::{Command, theme};
use crate::law::vocabulary::folded;

/// How many hits are listed.
const SHOWN: usize = 12;

/// What was typed and which hit is marked.
#[derive(Debug, Default)]
pub(in crate::gui) struct Palette {
    words: String,
    marked: usize,
}

impl Palette {
    /// Returns whether it stays open.
    pub(in crate::gui) fn ui(&mut self, ui: &mut Ui, app: &App, out: &mut Vec<Command>) -> bool {
        let text = &app.library.locale;
        let (down, up, enter) = ui.ctx().input(|input| {
            (input.key_pressed(Key::ArrowDown), input.key_pressed(Key::ArrowUp), input.key_pressed(Key::Enter))
        });
        let mut chosen = None;
        let response = Modal::new(Id::unique("palette")).show(ui.ctx(), |ui| {
            ui.set_width(520.0);
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
            ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
                for (index, (name, kind, command)) in hits.into_iter().enumerate() {
                    let marked = index == self.marked;
                    let clicked = ui
                        .horizontal(|ui| {
                            let clicked = ui.selectable_label(marked, RichText::new(&name).size(theme::BODY)).clicked();
                            ui.label(RichText::new(kind).size(theme::SMALL).color(*app.theme.ink_second));
                            clicked
                        })
                        .inner;
                    if clicked || marked && enter {
                        chosen = Some(command);
                    }
                }
            });
        });
        let picked = chosen.is_some();
        out.extend(chosen);
        !picked && !response.should_close()
    }
}

/// What all words stand in: name, kind, and what choosing it does.
fn hits(app: &App, words: &str) -> Vec<(String, String, Command)> {
    let text = &app.library.locale;
    let words = folded(words);
    let matches = |name: &str| {
        let name = folded(name);
        words.split_whitespace().all(|word| name.contains(word))
    };
    let mut found = Vec::new();
    let commands = Command::offered().into_iter().filter(|command| bar::is_possible(app, command));
    for command in commands.filter(|command| *command != Command::Palette) {
        if let Some(name) = bar::name(app, &command).filter(|name| matches(name)) {
            found.push((name, text.t("palette.command").to_owned(), command));
        }
    }
    for preset in app.library.presets.iter().filter(|preset| matches(&preset.case_file.title)) {
        let name = preset.case_file.title.clone();
        found.push((name, text.t("palette.matter").to_owned(), Command::OpenPreset(preset.file.clone())));
    }
    for decision in
        app.library.decisions.iter().filter(|decision| matches(&decision.searchable(&app.library.law.vocabulary)))
    {
        let name = format!(
            "{} ({} {})",
            decision.controller,
            app.library.law.vocabulary.authority_name(&decision.authority),
            decision.decided.year()
        );
        found.push((name, text.t("palette.decision").to_owned(), Command::ShowDecision(decision.id.clone())));
    }
    if let Some(operation) = app.case_file().and_then(|case_file| case_file.operations.first()) {
        for question in app.library.law.questions().filter(|question| matches(&question.text)) {
            let command = Command::ShowQuestion(operation.id.to_string(), question.id.to_string());
            found.push((question.text.clone(), text.t("palette.question").to_owned(), command));
        }
    }
    found.truncate(SHOWN);
    found
}

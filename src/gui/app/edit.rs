//! Edits of the matter, undo and redo: each named, and shown where it happened.

use super::App;
use super::change::Change;
use crate::facts::CaseFile;
use crate::gui::Command;
use crate::gui::jobs::Revision;
use crate::gui::panels::practices;

impl App {
    /// Replaces the matter by an edited one.
    pub(in crate::gui) fn edit(&mut self, case_file: CaseFile) {
        let (library, field) = (self.library, self.field);
        // What was shown by undo or redo has been seen.
        self.place = None;
        let Some(open) = &mut self.open else { return };
        if open.case_file == case_file {
            return;
        }
        let change = Change::between(&open.case_file, &case_file, library);
        let removed = change.removes.then(|| change.what.clone());
        open.history.edited(&open.case_file, change, field);
        open.case_file = case_file;
        open.revision = Revision::next();
        // Whoever chose to leave did not know of this.
        self.leaving = false;
        self.notices.outdate();
        if let Some(what) = removed {
            let text = &library.locale;
            self.notices.offer(text.fill("message.removed", &[("what", &what)]), text.t("command.undo"), Command::Undo);
        }
    }

    /// Takes the last edit back.
    pub(in crate::gui) fn undo(&mut self, ctx: &egui::Context) {
        let Some(open) = &mut self.open else { return };
        if let Some((case_file, change)) = open.history.undo(&open.case_file) {
            self.travelled(ctx, case_file, &change, "message.undone");
        }
    }

    /// Makes the edit again that was last taken back.
    pub(in crate::gui) fn redo(&mut self, ctx: &egui::Context) {
        let Some(open) = &mut self.open else { return };
        if let Some((case_file, change)) = open.history.redo(&open.case_file) {
            self.travelled(ctx, case_file, &change, "message.redone");
        }
    }

    fn travelled(&mut self, ctx: &egui::Context, case_file: CaseFile, change: &Change, key: &str) {
        let Some(open) = &mut self.open else { return };
        open.case_file = case_file;
        open.revision = Revision::next();
        // A field that shows what was typed takes up the state of the matter again.
        ctx.memory_mut(egui::Memory::stop_text_input);
        self.field = None;
        self.notices.outdate();
        self.notices.note(self.library.locale.fill(key, &[("what", &change.what)]));
        self.overlay = None;
        crate::gui::widgets::scroll_again(ctx);
        self.screen = change.screen;
        practices::operations::follow_again(ctx);
        self.question = change.operation.clone().zip(change.question.clone());
        self.finding = change.operation.clone().zip(change.rule.clone());
        self.place.clone_from(&change.place);
    }

    /// Notes where the next edit will have been made; leaving a field ends its step.
    pub(super) fn note_field(&mut self, ctx: &egui::Context) {
        let typed = ctx.memory(egui::Memory::focused).filter(|_| ctx.text_edit_focused());
        let field = ctx.dragged_id().or(typed);
        if field != self.field {
            self.field = field;
            if let Some(open) = &mut self.open {
                open.history.seal();
            }
        }
    }
}

//! The user's own decisions: read at the start, written as soon as one is kept, changed or taken out.

use std::path::PathBuf;

use super::{App, Screen};
use crate::gui::Command;
use crate::gui::notices::Of;
use crate::gui::own::{Draft, Own, OwnWish};
use crate::gui::shelf::ShelfWish;
use crate::library::{self, Library, LibraryError};
use crate::precedents::Decision;
use crate::storage;

impl App {
    /// Keeps the user's own decisions in this file from now on, and reads what it says.
    pub fn keep_own_in(&mut self, path: PathBuf) {
        self.own.path = Some(path);
        self.read_own();
    }

    /// Whether a record of the user's own is being entered on the page shown.
    pub(in crate::gui) fn is_entering(&self) -> bool {
        self.screen == Screen::Decisions && self.own.is_shown && self.own.draft.is_some()
    }

    pub(in crate::gui) fn own(&self) -> &Own {
        &self.own
    }

    pub(in crate::gui) fn own_wish(&mut self, wish: OwnWish) {
        match wish {
            OwnWish::Add if self.own.draft.is_some() => self.own.is_shown = true,
            OwnWish::Add => self.own.begin(Draft::new(self.today)),
            OwnWish::Edit(id) => {
                let of = self.own.draft.as_ref().and_then(|draft| draft.of.clone());
                match self.data.decision(&id).filter(|known| known.own) {
                    // What is being entered is not given up for it.
                    Some(_) if self.own.draft.is_some() && of.as_deref() != Some(&id) => {
                        self.own.is_shown = true;
                        self.own.refused = vec![self.library.locale.t("own.finish_first").to_owned()];
                    }
                    Some(_) if self.own.draft.is_some() => self.own.is_shown = true,
                    Some(record) => self.own.begin(Draft::of(record)),
                    None => {}
                }
            }
            OwnWish::Enter(draft) => self.own.enter(*draft),
            OwnWish::Cancel => self.own.finish(),
            OwnWish::Delete(id) => self.delete_own(&id),
            OwnWish::Keep(unread) => self.keep_own(&unread),
            OwnWish::Restore(text) => self.restore_own(text),
            OwnWish::Reread => self.read_own(),
        }
    }

    /// Reads the file; where it is wrong, it is left as it is and what ships is shown alone.
    fn read_own(&mut self) {
        let Some(path) = self.own.path.clone() else { return };
        self.own.problem = None;
        let read = match storage::own_file_if_any(&path) {
            Ok(None) => Ok((None, self.shipped)),
            Ok(Some(text)) => {
                let with = self.shipped.with_own(&path.display().to_string(), &text).map_err(in_words);
                with.map(|library| (Some(text), kept(library)))
            }
            Err(error) => Err(error.to_string()),
        };
        match read {
            Ok((text, library)) => {
                self.own.text = text;
                self.show_data(library);
            }
            Err(problem) => {
                let words = self.library.locale.fill("own.problem", &[("problem", &problem)]);
                self.notices.error(words);
                self.own.problem = Some(problem);
                self.own.text = None;
                self.show_data(self.shipped);
            }
        }
    }

    fn keep_own(&mut self, unread: &[String]) {
        let text = &self.library.locale;
        let Some(draft) = self.own.draft.clone() else { return };
        if !unread.is_empty() {
            let words = |field: &String| text.fill("own.unread", &[("field", field)]);
            self.own.refused = unread.iter().map(words).collect();
            return;
        }
        let Some(mut record) = draft.finished() else {
            self.own.refused = vec![text.t("own.no_day").to_owned()];
            return;
        };
        let mut all: Vec<Decision> =
            self.data.own_decisions().filter(|known| Some(&known.id) != draft.of.as_ref()).cloned().collect();
        record.id = draft.of.unwrap_or_else(|| library::own_id(&record, &all));
        let (id, name) = (record.id.clone(), record.controller.clone());
        all.push(record);
        match self.write_own(Some(&all)) {
            Ok(before) => {
                self.own.finish();
                self.offer_undo("own.kept", &name, before);
                self.shelf.open(Some(id));
            }
            Err(problems) => self.own.refused = problems,
        }
    }

    fn delete_own(&mut self, id: &str) {
        let Some(gone) = self.data.decision(id).filter(|known| known.own) else { return };
        let all: Vec<Decision> = self.data.own_decisions().filter(|known| known.id != id).cloned().collect();
        match self.write_own(Some(&all)) {
            Ok(before) => {
                self.offer_undo("own.deleted", &gone.controller, before);
                self.shelf.open(None);
            }
            Err(problems) => self.notices.error(problems.join("\n")),
        }
    }

    /// Writes these, or an earlier text, in the place of what the file says; returns what it said.
    fn write_own(&mut self, all: Option<&[Decision]>) -> Result<Option<String>, Vec<String>> {
        let text = library::own_text(all.unwrap_or_default()).map_err(|error| vec![error.to_string()])?;
        self.write_own_text(text)
    }

    fn write_own_text(&mut self, text: String) -> Result<Option<String>, Vec<String>> {
        if let Some(problem) = &self.own.problem {
            return Err(vec![self.library.locale.fill("own.problem", &[("problem", problem)])]);
        }
        let path = self.own.path.clone().unwrap_or_default();
        let with = self.shipped.with_own(&path.display().to_string(), &text);
        let with = with.map_err(|error| error.problems.into_iter().map(|known| known.message).collect::<Vec<_>>())?;
        if self.own.path.is_some() {
            storage::save_own(&path, &text, self.own.text.as_deref()).map_err(|error| vec![error.to_string()])?;
        }
        let before = self.own.text.replace(text);
        self.show_data(kept(with));
        Ok(before)
    }

    fn restore_own(&mut self, text: Option<String>) {
        self.notices.settled(Of::Own);
        let written = match text {
            Some(text) => self.write_own_text(text),
            // There was no file: one without records says the same.
            None => self.write_own(None),
        };
        if let Err(problems) = written {
            self.notices.error(problems.join("\n"));
        }
        // What is read may be there no longer.
        if self.shelf.decision().is_some_and(|id| self.data.decision(id).is_none()) {
            self.shelf.open(None);
        }
    }

    fn offer_undo(&mut self, key: &str, name: &str, before: Option<String>) {
        let text = &self.library.locale;
        let words = text.fill(key, &[("name", name)]);
        let restore = Command::Shelf(ShelfWish::Own(OwnWish::Restore(before)));
        self.notices.offer_last(Of::Own, words, text.t("own.undo"), restore);
    }
}

/// Kept for the rest of the run: what was concluded from it points into it. One at each change of the file, which
/// is made by hand.
fn kept(library: Library) -> &'static Library {
    Box::leak(Box::new(library))
}

fn in_words(error: LibraryError) -> String {
    error.problems.into_iter().map(|problem| problem.to_string()).collect::<Vec<_>>().join("\n")
}

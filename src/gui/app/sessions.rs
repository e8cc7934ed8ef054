//! Files of workshops: sessions saved, opened and continued, hand-outs and results.

use std::path::{Path, PathBuf};

use super::{App, Open, Overlay, Recent};
use crate::gui::jobs::{Kind, Outcome, Revision};
use crate::gui::notices::Of;
use crate::gui::workshop::{Room, now};
use crate::gui::{Command, NoticeKind, dialogs, links};
use crate::workshop::{self, Session};
use crate::{report, storage};

impl App {
    /// Saves the workshop where it was saved or opened last; asks where, if nowhere.
    pub(in crate::gui) fn save_again(&mut self, ctx: &egui::Context) {
        match self.room.as_ref().and_then(Room::path).map(Path::to_owned) {
            Some(path) => self.save_workshop(ctx, path),
            None => self.ask_workshop(ctx),
        }
    }

    /// Asks where the workshop is to be saved.
    pub(super) fn ask_workshop(&mut self, ctx: &egui::Context) {
        let (text, name) = (&self.library.locale, storage::session_file_name(self.today));
        self.jobs.ask(ctx, move || dialogs::save_workshop(text, name));
    }

    pub(super) fn save_workshop(&mut self, ctx: &egui::Context, path: PathBuf) {
        let Some(room) = &self.room else { return };
        let (session, written) = (room.session.clone(), stopped(room.session.clone()));
        self.jobs.run(ctx, Kind::Export, Revision::next(), move || {
            let path = std::path::absolute(&path).unwrap_or(path);
            storage::save_session(&path, &written)?;
            Ok(Outcome::WorkshopSaved(path, Box::new(session)))
        });
    }

    pub(super) fn workshop_saved(&mut self, path: PathBuf, session: Session) {
        let words = self.library.locale.fill("message.saved", &[("file", &super::name_of(&path))]);
        self.notices.outcome(Of::Job(Kind::Export), NoticeKind::Success, words);
        self.remember_workshop(&path, &session);
        if let Some(room) = &mut self.room {
            room.saved = Some((path, session));
        }
    }

    fn remember_workshop(&mut self, path: &Path, session: &Session) {
        let title = session.title().to_owned();
        self.note_recent(Recent { title, day: Some(self.today), ..Recent::of_path(path) });
    }

    /// Reads a saved workshop.
    pub(super) fn open_workshop_file(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.jobs.run(ctx, Kind::Open, Revision::next(), move || {
            let session = storage::open_session(&path)?;
            Ok(Outcome::WorkshopOpened(path, Box::new(session)))
        });
    }

    /// A saved workshop goes on where it was; one that has ended shows its result.
    pub(super) fn workshop_opened(&mut self, ctx: &egui::Context, path: PathBuf, session: Session) {
        if self.open.as_ref().is_some_and(Open::is_changed) {
            self.overlay = Some(Overlay::Unsaved(Box::new(Command::OpenPath(path))));
            return;
        }
        if self.is_sheltered() {
            self.overlay = Some(Overlay::EndWorkshop(Some(Box::new(Command::OpenPath(path)))));
            return;
        }
        self.remember_workshop(&path, &session);
        let session = stopped(session);
        self.enter_room(ctx, session.clone());
        if let Some(room) = &mut self.room {
            room.saved = Some((path, session));
        }
    }

    pub(super) fn ask_handout(&mut self, ctx: &egui::Context, team: Option<usize>) {
        let Some(room) = &self.room else { return };
        let name = team.and_then(|team| room.session.teams().get(team)).map(|team| dialogs::slug(&team.name));
        let name = name.map_or_else(String::new, |name| format!("-{name}"));
        let name = format!("workshop-{}{name}.pdf", self.today);
        let text = &self.library.locale;
        self.jobs.ask(ctx, move || dialogs::handout(text, name, team));
    }

    pub(super) fn write_handout(&mut self, ctx: &egui::Context, path: PathBuf, team: Option<usize>) {
        let Some(room) = &self.room else { return };
        let words = self.library.locale.t("message.exporting");
        self.notices.outcome(Of::Job(Kind::Export), NoticeKind::Progress, words);
        let (session, truths) = (room.session.clone(), room.truths().clone());
        let (library, day) = (self.whole(), held_on(&room.session, self.today));
        self.jobs.run(ctx, Kind::Export, Revision::next(), move || {
            crate::gui::jobs::write_handout(&path, &session, &truths, library, team, day)?;
            Ok(Outcome::Exported(vec![path]))
        });
    }

    pub(super) fn ask_results(&mut self, ctx: &egui::Context) {
        let (text, name) = (&self.library.locale, format!("workshop-{}.csv", self.today));
        self.jobs.ask(ctx, move || dialogs::results(text, name));
    }

    pub(super) fn ask_pack(&mut self, ctx: &egui::Context) {
        if self.open.is_some() {
            let text = &self.library.locale;
            self.jobs.ask(ctx, move || dialogs::pack(text));
        }
    }

    /// Begins a pack from the matter and opens its file, to be edited.
    pub(super) fn write_pack(&mut self, ctx: &egui::Context, path: PathBuf) {
        let Some((case_file, analysis, _)) = self.reportable() else { return };
        let (library, opener) = (self.library, self.opener.clone());
        let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        self.jobs.run(ctx, Kind::Export, Revision::next(), move || {
            let text = report::pack_from(&stem, &case_file, library, &analysis)?;
            storage::write(&path, text.as_bytes())?;
            let is_shown = opener.is_some_and(|open| open(&links::address_of(&path)));
            Ok(Outcome::PackBegun(path, is_shown))
        });
    }

    pub(super) fn pack_begun(&mut self, path: &Path, is_shown: bool) {
        let key = if is_shown { "message.pack" } else { "message.pack_unopened" };
        let words = self.library.locale.fill(key, &[("file", &path.display().to_string())]);
        self.notices.outcome(Of::Job(Kind::Export), NoticeKind::Success, words);
    }

    /// Writes estimates and points, as far as they were revealed.
    pub(super) fn write_results(&mut self, ctx: &egui::Context, path: PathBuf) {
        let Some(room) = &self.room else { return };
        let (session, truths) = (room.session.clone(), room.truths().clone());
        self.jobs.run(ctx, Kind::Export, Revision::next(), move || {
            let results = report::results_for(&path, &session.results(&truths))?;
            storage::write(&path, results.as_bytes())?;
            Ok(Outcome::Exported(vec![path]))
        });
    }
}

/// With its time stopped: in a file it must not run out.
fn stopped(mut session: Session) -> Session {
    if session.timer().is_some() {
        // Refused only where no time runs.
        let _ = session.apply(workshop::Command::Pause { at: now() });
    }
    session
}

/// The day of a workshop: that of its last entry.
fn held_on(session: &Session, today: jiff::civil::Date) -> jiff::civil::Date {
    session.entries().iter().map(|entry| entry.at.date()).max().unwrap_or(today)
}

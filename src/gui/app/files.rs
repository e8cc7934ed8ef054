//! Opening and saving, off the thread that paints; a file somebody else wrote meanwhile is
//! noticed before it is overwritten.

use std::path::{Path, PathBuf};

use super::{App, Open, Overlay};
use crate::facts::CaseFile;
use crate::gui::command::Settle;
use crate::gui::jobs::{Finished, Kind, Outcome, Revision};
use crate::gui::keeper::Keeper;
use crate::gui::notices::Of;
use crate::gui::panels::{Comparison, Conflict};
use crate::gui::{Command, NoticeKind, dialogs};
use crate::storage::{self, Claim, LeftBehind, Opened, Stamp, StorageError};

/// Seconds between two looks at a file in conflict.
const LOOKED: f64 = 1.0;

/// Whether a file says something else than it did.
fn changed_since(path: &Path, known: Option<&Stamp>) -> bool {
    match known {
        Some(known) => storage::changed(path, known).is_ok_and(|now| now.is_some()),
        None => false,
    }
}

/// A matter that was saved.
pub(in crate::gui) struct SavedAs {
    /// Which matter of this run: another may be open by now.
    matter: u64,
    path: PathBuf,
    stamp: Stamp,
    case_file: CaseFile,
    /// The file it was saved in had vanished.
    anew: bool,
}

impl App {
    pub(in crate::gui) fn open_path(&mut self, ctx: &egui::Context, path: PathBuf) {
        // A relative path would lead elsewhere from another folder.
        let path = std::path::absolute(&path).unwrap_or(path);
        if storage::is_session(&path) {
            return self.open_workshop_file(ctx, path);
        }
        let law = &self.library.law;
        self.jobs.run(ctx, Kind::Open, Revision::next(), move || {
            let result = storage::open_stamped(&path, law);
            Ok(Outcome::Opened(path, result.map(Box::new)))
        });
    }

    pub(in crate::gui) fn save(&mut self, ctx: &egui::Context) {
        if self.room.is_some() {
            return self.save_again(ctx);
        }
        match self.open.as_ref().map(|open| open.path.clone()) {
            Some(Some(path)) => self.save_over(ctx, path, true),
            Some(None) => self.save_as(ctx),
            None => {}
        }
    }

    pub(in crate::gui) fn save_as(&mut self, ctx: &egui::Context) {
        if let Some(open) = &self.open {
            let (text, title) = (&self.library.locale, open.case_file.title.clone());
            self.jobs.ask(ctx, move || dialogs::save(text, &title));
        }
    }

    /// Saves to a path; where the file is the matter's own, only if it is as it was last seen.
    pub(in crate::gui) fn save_over(&mut self, ctx: &egui::Context, path: PathBuf, is_own: bool) {
        let Some(open) = &self.open else { return };
        let (law, case_file, matter) = (&self.library.law, open.case_file.clone(), open.number);
        let known = open.stamp.clone().filter(|_| is_own);
        let (journal, now) = (self.keeper.as_ref().map(Keeper::journal), jiff::Timestamp::now());
        self.jobs.run(ctx, Kind::Save, open.revision, move || {
            let journal = journal.as_ref().map(|journal| (journal, now));
            let anew = known.is_some() && !path.exists();
            match storage::save_noted((&path, known.as_ref()), &case_file, law, journal) {
                Ok(stamp) => Ok(Outcome::Saved(Box::new(SavedAs { matter, path, stamp, case_file, anew }))),
                Err(StorageError::Changed { .. }) => Ok(Outcome::Differs(Box::new(Conflict::of(path, case_file, law)))),
                Err(error) => Err(error.into()),
            }
        });
    }

    /// Keeps the matter's own file in view: whoever comes back to the window is told that it
    /// changed.
    pub(super) fn look_again(&mut self, ctx: &egui::Context) {
        let focused = ctx.input(|input| input.focused);
        let came_back = focused && !std::mem::replace(&mut self.had_focus, focused);
        self.had_focus = focused;
        let Some(open) = self.open.as_ref().filter(|_| came_back && !self.jobs.is_running(Kind::Look)) else { return };
        let (Some(path), Some(stamp)) = (open.path.clone(), open.stamp.clone()) else { return };
        self.jobs.run(ctx, Kind::Look, open.revision, move || {
            let gone = !path.exists();
            let changed = storage::changed(&path, &stamp)?.is_some();
            Ok(Outcome::Looked { path, changed, gone })
        });
    }

    /// Reads a file in conflict again when it is written once more: what is decided on is what
    /// stands there.
    pub(super) fn look_at_conflict(&mut self, ctx: &egui::Context) {
        let (Some(Overlay::Conflict(conflict)), Some(open)) = (&self.overlay, &self.open) else { return };
        let now = ctx.input(|input| input.time);
        let wait = std::time::Duration::try_from_secs_f64(self.looked_at + LOOKED - now).unwrap_or_default();
        if !wait.is_zero() || self.jobs.is_running(Kind::Look) {
            ctx.request_repaint_after(wait.max(std::time::Duration::from_millis(100)));
            return;
        }
        self.looked_at = now;
        let (path, stamp, law) = (conflict.path.clone(), conflict.stamp.clone(), &self.library.law);
        let mine = open.case_file.clone();
        self.jobs.run(ctx, Kind::Look, open.revision, move || {
            if changed_since(&path, stamp.as_ref()) {
                return Ok(Outcome::Differs(Box::new(Conflict::of(path, mine, law))));
            }
            Ok(Outcome::Looked { path, changed: false, gone: false })
        });
    }

    /// Takes the end of a job that has to do with files.
    pub(super) fn take_file(&mut self, ctx: &egui::Context, finished: Finished) {
        let Finished { kind, revision, result } = finished;
        match result {
            Ok(Outcome::Opened(path, result)) => self.opened(ctx, path, result),
            Ok(Outcome::WorkshopOpened(path, session)) => self.workshop_opened(ctx, path, *session),
            Ok(Outcome::PackBegun(path, opened)) => self.pack_begun(&path, opened),
            Ok(Outcome::PackRead(path, is_chosen, read)) => self.pack_read(path, is_chosen, read),
            Ok(Outcome::WorkshopSaved(path, session)) => self.workshop_saved(path, *session),
            Ok(Outcome::Saved(saved)) => self.saved(*saved),
            // The question was answered before the file was looked at again.
            Ok(Outcome::Differs(_)) if kind == Kind::Look && !matches!(self.overlay, Some(Overlay::Conflict(_))) => {}
            Ok(Outcome::Differs(conflict)) => {
                self.after_save = None;
                self.notices.settled(Of::Job(kind));
                self.overlay = Some(Overlay::Conflict(conflict));
            }
            Ok(Outcome::Taken { path, copy, theirs }) => self.taken(ctx, path, &copy, *theirs, revision),
            Ok(Outcome::Compared(comparison)) => {
                self.notices.settled(Of::Job(kind));
                self.overlay = Some(Overlay::Compare(comparison));
            }
            Ok(Outcome::Looked { path, changed, gone }) => self.looked(&path, changed, gone, revision),
            Ok(Outcome::Leftovers(left)) => {
                let (LeftBehind { matters, workshops, unreadable }, record) = *left;
                self.leftovers = matters;
                self.note_left();
                self.workshops_left = workshops;
                let record = record.map(|record| self.record = record);
                if let Some(error) = unreadable.into_iter().chain(record.err()).next() {
                    self.notices.error(error.to_string());
                }
            }
            Ok(Outcome::Exported(paths)) => self.exported(kind, paths),
            Ok(Outcome::Printed(path, opened)) => {
                let file = path.display().to_string();
                let key = if opened { "message.printed" } else { "message.printed_unopened" };
                let words = self.library.locale.fill(key, &[("file", &file)]);
                self.notices.outcome(Of::Job(kind), NoticeKind::Success, words);
            }
            Ok(_) => {}
            Err(error) => {
                if kind == Kind::Save {
                    self.after_save = None;
                }
                self.notices.outcome(Of::Job(kind), NoticeKind::Error, error.to_string());
            }
        }
        if kind == Kind::Save
            && let Some(next) = self.after_save.take()
        {
            let is_changed = self.open.as_ref().is_some_and(Open::is_changed);
            self.commands.push(match next {
                // What was changed while the file was written is asked about.
                Command::Knowing(next) if is_changed => *next,
                next => next,
            });
            ctx.request_repaint();
        }
    }

    /// The report was written, as far as nobody stopped it.
    fn exported(&mut self, kind: Kind, paths: Vec<PathBuf>) {
        let text = &self.library.locale;
        let files: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        let stopped = self.progress.take().is_some_and(|progress| paths.len() < progress.total);
        let words = match (files.is_empty(), stopped) {
            (true, _) => text.t("message.export_cancelled").to_owned(),
            (false, true) => text.fill("message.export_stopped", &[("file", &files.join(", "))]),
            (false, false) => text.fill("message.exported", &[("file", &files.join(", "))]),
        };
        let tone = if stopped { NoticeKind::Note } else { NoticeKind::Success };
        self.notices.outcome(Of::Job(kind), tone, words);
        if let Some(open) = &mut self.open {
            open.pages.written = paths;
        }
    }

    fn opened(&mut self, ctx: &egui::Context, path: PathBuf, result: Result<Box<Opened>, StorageError>) {
        match result {
            // Something was changed while the file was read.
            Ok(_) if self.is_unsaved() => {
                self.overlay = Some(Overlay::Unsaved(Box::new(Command::OpenPath(path))));
            }
            Ok(opened) => {
                self.remember(&path, &opened.case_file);
                let mut open = Open::new(opened.case_file, Some(path.clone()));
                open.stamp = Some(opened.stamp);
                self.begin(ctx, open);
                self.note_left();
                for known in &opened.repaired {
                    let values = [("written", known.written.as_str()), ("read", &known.read.join(", "))];
                    let words = self.library.locale.fill("message.repaired", &values);
                    self.notices.also(Of::Job(Kind::Open), NoticeKind::Note, words);
                }
                let held = match (&mut self.open, &self.keeper) {
                    (Some(open), Some(keeper)) => open.claim(keeper.state()),
                    _ => Ok(()),
                };
                if let Err(holder) = held {
                    self.overlay = Some(Overlay::Told(self.held_by(&path, holder)));
                }
            }
            Err(error) => {
                self.notices.outcome(Of::Job(Kind::Open), NoticeKind::Error, error.to_string());
            }
        }
    }

    /// Says that another window has the file open.
    fn held_by(&self, path: &Path, holder: Option<u32>) -> String {
        let text = &self.library.locale;
        let process = holder.map_or_else(String::new, |id| text.fill("notice.process", &[("id", &id.to_string())]));
        text.fill("notice.open_elsewhere", &[("process", &process), ("file", &super::name_of(path))])
    }

    /// Puts what was saved among the recent matters.
    pub(super) fn note_saved(&mut self, saved: &SavedAs) {
        self.remember(&saved.path, &saved.case_file);
    }

    fn saved(&mut self, saved: SavedAs) {
        let SavedAs { matter, path, stamp, case_file, anew } = saved;
        self.remember(&path, &case_file);
        let text = &self.library.locale;
        let said = (NoticeKind::Success, "message.saved");
        let (kind, key) = if anew { (NoticeKind::Note, "message.saved_anew") } else { said };
        let words = text.fill(key, &[("file", &super::name_of(&path))]);
        self.notices.outcome(Of::Job(Kind::Save), kind, words);
        if !self.unread.is_empty() {
            self.notices.also(Of::Job(Kind::Save), NoticeKind::Error, self.not_in_file());
        }
        let Some(open) = self.open.as_mut().filter(|open| open.number == matter) else { return };
        let moved = open.path.as_ref() != Some(&path);
        open.keep_again();
        open.saved = Some(case_file);
        open.stamp = Some(stamp);
        open.path = Some(path);
        if let (true, Some(keeper)) = (moved, &self.keeper) {
            // Who else has it open is told of the change when they save.
            let _ = open.claim(keeper.state());
        }
    }

    fn looked(&mut self, path: &Path, changed: bool, gone: bool, revision: Revision) {
        let same = |open: &Open| open.revision == revision && open.path.as_deref() == Some(path);
        if !self.open.as_ref().is_some_and(same) {
            return;
        }
        let key = match (gone, changed) {
            (true, _) => "notice.gone",
            (false, true) => "notice.changed",
            (false, false) => return,
        };
        let words = self.library.locale.fill(key, &[("file", &super::name_of(path))]);
        // Saving settles it.
        self.notices.outcome(Of::Job(Kind::Save), NoticeKind::Note, words);
    }

    /// Compares what an earlier run left with the file it belongs to.
    pub(in crate::gui) fn compare_leftover(&mut self, ctx: &egui::Context, id: String) {
        let Some(leftover) = self.leftovers.iter().find(|leftover| leftover.id() == id) else { return };
        let Some(path) = leftover.kept.path.clone() else { return };
        let (kept, law) = ((leftover.kept.case_file.clone(), leftover.kept.changed), &self.library.law);
        self.jobs.run(ctx, Kind::Look, Revision::next(), move || {
            let file = storage::open_stamped(&path, law)?;
            let written = file.stamp.modified().and_then(|at| jiff::Timestamp::try_from(at).ok());
            Ok(Outcome::Compared(Box::new(Comparison::of(id, kept, (&file.case_file, written)))))
        });
    }

    /// What is to be done with a file somebody else wrote.
    pub(in crate::gui) fn settle(&mut self, ctx: &egui::Context, way: Settle) {
        let Some(Overlay::Conflict(conflict)) = self.overlay.take() else { return };
        let (law, path) = (&self.library.law, conflict.path.clone());
        let Some(open) = &mut self.open else { return };
        let (mine, matter) = (open.case_file.clone(), open.number);
        match way {
            Settle::KeepMine => self.jobs.run(ctx, Kind::Save, open.revision, move || {
                if changed_since(&path, conflict.stamp.as_ref()) {
                    return Ok(Outcome::Differs(Box::new(Conflict::of(path, mine, law))));
                }
                storage::copy_aside(&path, "theirs")?;
                let stamp = storage::save(&path, &mine, law)?;
                Ok(Outcome::Saved(Box::new(SavedAs { matter, path, stamp, case_file: mine, anew: false })))
            }),
            Settle::TakeTheirs => {
                // What was mine is kept beside it first; only then does theirs take its place.
                self.jobs.run(ctx, Kind::Open, open.revision, move || {
                    if changed_since(&path, conflict.stamp.as_ref()) {
                        return Ok(Outcome::Differs(Box::new(Conflict::of(path, mine, law))));
                    }
                    let theirs = storage::open_stamped(&path, law)?;
                    let (copy, _) = storage::save_aside(&path, "mine", &mine, law)?;
                    Ok(Outcome::Taken { path, copy, theirs: Box::new(theirs) })
                });
            }
            Settle::SaveCopy => self.jobs.run(ctx, Kind::Save, open.revision, move || {
                let (path, stamp) = storage::save_aside(&path, "", &mine, law)?;
                Ok(Outcome::Saved(Box::new(SavedAs { matter, path, stamp, case_file: mine, anew: false })))
            }),
            Settle::Merge(merged) => {
                open.stamp = conflict.stamp;
                open.saved = conflict.theirs.ok();
                self.edit(*merged);
                self.save_over(ctx, path, true);
            }
        }
    }

    /// Theirs was taken: mine stands beside it under another name.
    pub(super) fn taken(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        copy: &Path,
        theirs: Opened,
        revision: Revision,
    ) {
        if self.open.as_ref().is_none_or(|open| open.revision != revision) {
            return;
        }
        let text = &self.library.locale;
        let said = text.fill("message.taken", &[("file", &super::name_of(copy))]);
        let mut open = Open::new(theirs.case_file, Some(path));
        open.stamp = Some(theirs.stamp);
        if let Some(before) = &mut self.open {
            open.claim = before.claim.take();
        }
        self.begin(ctx, open);
        self.notices.success(said);
    }
}

impl Open {
    /// Claims the matter's file.
    ///
    /// # Errors
    /// The process that has it.
    pub(super) fn claim(&mut self, state: &Path) -> Result<(), Option<u32>> {
        // The claim on another file first: both may be one.
        self.claim = None;
        if let Some(path) = &self.path {
            self.claim = Claim::on(state, path)?;
        }
        Ok(())
    }
}

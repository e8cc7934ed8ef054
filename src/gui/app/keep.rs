//! Unsaved changes are kept within two seconds, and forgotten once they are saved or
//! given up; what an earlier run left is offered.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use jiff::Timestamp;

use super::{App, Open, Overlay};
use crate::gui::NoticeKind;
use crate::gui::jobs::{Kind, Outcome, Revision};
use crate::gui::keeper::Keeper;
use crate::gui::notices::Of;
use crate::gui::widgets::field;
use crate::storage::{self, Kept, Leftover, Unread};

/// Seconds between two states kept: the disk is not written at every letter, and what is lost
/// at most is the last of them and the time the disk takes.
const EVERY: f64 = 0.5;

/// How the state of a matter is kept.
pub(in crate::gui) struct Keeping {
    /// The name it is kept under, which says nothing of it.
    name: String,
    /// The state kept last.
    revision: Option<Revision>,
    /// What could not be read then.
    unread: Vec<Unread>,
    /// There is a kept state to be forgotten, though not of this revision.
    kept_before: bool,
    /// When the matter was changed last.
    pub(in crate::gui) changed: Timestamp,
}

impl Keeping {
    pub(super) fn new() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        let name = format!("state-{}", LAST.fetch_add(1, Ordering::Relaxed));
        Self { name, revision: None, unread: Vec::new(), kept_before: false, changed: Timestamp::now() }
    }
}

impl Open {
    /// What was changed while the file was written is kept anew, with what the file is like now.
    pub(super) fn keep_again(&mut self) {
        if self.keeping.revision.is_some() {
            self.keeping.kept_before = true;
            self.keeping.revision = None;
        }
    }
}

impl App {
    /// Keeps unsaved work below this folder from now on, and looks for what was left there.
    pub fn keep_below(&mut self, ctx: &egui::Context, state: PathBuf) {
        match Keeper::begin(state) {
            Ok(keeper) => {
                let state = keeper.state().to_owned();
                self.jobs.run(ctx, Kind::Look, Revision::next(), move || {
                    let (left, record) = (storage::left_behind(&state), storage::open_record(&state));
                    Ok(Outcome::Leftovers(Box::new((left, record))))
                });
                self.keeper = Some(keeper);
            }
            Err(error) => self.notices.outcome(Of::Keeping, NoticeKind::Error, error.to_string()),
        }
    }

    /// The flag that the system raises when the program is to end.
    pub(in crate::gui) fn ends_with(&mut self, flag: Arc<AtomicBool>) {
        self.ending = flag;
    }

    /// What an earlier run left, the latest first.
    pub fn leftovers(&self) -> &[Leftover] {
        &self.leftovers
    }

    /// Keeps the matter where it changed, forgets it where it is saved.
    pub(super) fn keep_up(&mut self, ctx: &egui::Context) {
        self.keep_workshop();
        let Some(keeper) = &self.keeper else { return };
        match keeper.outcome() {
            Some(Err(error)) => self.notices.outcome(Of::Keeping, NoticeKind::Error, error.to_string()),
            Some(Ok(())) => self.notices.settled(Of::Keeping),
            None => {}
        }
        if self.ending.load(Ordering::Relaxed) && !self.leaving {
            self.leaving = true;
            keep(keeper, self.open.as_mut(), &self.unread);
            keeper.flush();
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            return;
        }
        let Some(open) = &mut self.open else { return };
        if !open.is_changed() && self.unread.is_empty() {
            if open.keeping.revision.take().is_some() || std::mem::take(&mut open.keeping.kept_before) {
                keeper.forget::<Kept>(&open.keeping.name);
            }
            return;
        }
        if open.keeping.revision == Some(open.revision) && open.keeping.unread == self.unread {
            return;
        }
        let now = ctx.input(|input| input.time);
        let wait = std::time::Duration::try_from_secs_f64(self.kept_at + EVERY - now).unwrap_or_default();
        if !wait.is_zero() {
            ctx.request_repaint_after(wait);
            return;
        }
        self.kept_at = now;
        keep(keeper, Some(open), &self.unread);
    }

    /// The matter is left as its user wished: nothing of it is kept.
    pub(in crate::gui) fn leave(&mut self) {
        if let (Some(keeper), Some(open)) = (&self.keeper, self.open.take()) {
            keeper.forget::<Kept>(&open.keeping.name);
        }
        self.open = None;
        self.unread.clear();
    }

    /// Whether leaving the matter loses something: changes, or text that cannot be read.
    pub(in crate::gui) fn is_unsaved(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.is_changed() || !self.unread.is_empty())
    }

    /// The text that cannot be read, each with its field.
    pub(in crate::gui) fn unread_in_words(&self) -> Vec<String> {
        self.in_words(&self.unread)
    }

    /// Such text in words.
    pub(in crate::gui) fn in_words(&self, unread: &[Unread]) -> Vec<String> {
        let words = |unread: &Unread| {
            let named = [("field", unread.field.as_str()), ("text", unread.text.as_str())];
            self.library.locale.fill("field.unread", &named)
        };
        unread.iter().map(words).collect()
    }

    /// That it is not in the file, as it is told after saving.
    pub(super) fn not_in_file(&self) -> String {
        let fields = self.unread_in_words().join("; ");
        self.library.locale.fill("message.not_in_file", &[("fields", &fields)])
    }

    /// Notes what cannot be read now; what was said of it before holds no longer.
    pub(super) fn note_unread(&mut self, ctx: &egui::Context) {
        let unread = field::unread(ctx);
        if unread != self.unread {
            let said = self.not_in_file();
            self.notices.retract(&said);
            self.unread = unread;
            self.leaving = false;
        }
    }

    /// The window closes.
    pub(super) fn end(&mut self) {
        self.keep_workshop();
        if let Some(keeper) = &self.keeper {
            keep(keeper, self.open.as_mut(), &self.unread);
            keeper.end();
        }
    }

    /// Notes whether an earlier run left something of the file that is open: it is offered over
    /// the matter, since who opened that file may never see the start screen.
    pub(super) fn note_left(&mut self) {
        let Some(open) = &mut self.open else { return };
        let of_file = |leftover: &&Leftover| match (&leftover.kept.path, &open.path) {
            (Some(kept), Some(path)) => kept == path || storage::same_file(kept, path),
            _ => false,
        };
        open.left = self.leftovers.iter().find(of_file).map(Leftover::id);
    }

    /// What an earlier run left of the file that is open.
    pub(in crate::gui) fn left_of_open(&self) -> Option<&Leftover> {
        let id = self.open.as_ref()?.left.as_ref()?;
        self.leftovers.iter().find(|leftover| leftover.id() == *id)
    }

    /// Takes one of those left out of the list.
    pub(in crate::gui) fn leftover(&mut self, id: &str) -> Option<Leftover> {
        let at = self.leftovers.iter().position(|leftover| leftover.id() == id)?;
        Some(self.leftovers.remove(at))
    }

    /// Opens what an earlier run left: as it was, not saved.
    pub(in crate::gui) fn recover(&mut self, ctx: &egui::Context, id: &str) {
        let Some(leftover) = self.leftover(id) else { return };
        let kept = leftover.kept.clone();
        self.begin(ctx, Open::new(kept.case_file, kept.path));
        if let Some(open) = &self.open {
            field::bring_back(ctx, open.number, kept.unread.clone());
            self.unread.clone_from(&kept.unread);
        }
        if let (Some(open), Some(keeper)) = (&mut self.open, &self.keeper) {
            open.saved = None;
            open.stamp = kept.stamp;
            open.keeping.changed = kept.changed;
            open.keeping.revision = Some(open.revision);
            open.keeping.unread = kept.unread;
            let _ = open.claim(keeper.state());
            keeper.take_over(leftover, &open.keeping.name);
        }
    }

    /// Gives up what an earlier run left.
    pub(in crate::gui) fn discard_leftover(&mut self, id: &str) {
        self.overlay = None;
        match self.leftover(id) {
            Some(leftover) => leftover.discard(),
            None => self.discard_workshop(id),
        }
    }

    /// Asks before what was left is given up.
    pub(in crate::gui) fn ask_discard(&mut self, id: String) {
        self.overlay = Some(Overlay::DiscardKept(id));
    }
}

/// Orders the present state to be kept.
fn keep(keeper: &Keeper, open: Option<&mut Open>, unread: &[Unread]) {
    let Some(open) = open.filter(|open| open.is_changed() || !unread.is_empty()) else { return };
    let is_other = open.keeping.revision.replace(open.revision) != Some(open.revision);
    if is_other || open.keeping.unread != unread {
        open.keeping.unread = unread.to_vec();
        open.keeping.changed = Timestamp::now();
    }
    keeper.keep(
        &open.keeping.name,
        Kept {
            changed: open.keeping.changed,
            path: open.path.clone(),
            stamp: open.stamp.clone(),
            case_file: open.case_file.clone(),
            unread: unread.to_vec(),
        },
    );
}

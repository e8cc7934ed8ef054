//! Matters that are kept, and what became of their files meanwhile.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Keep;
use crate::facts::CaseFile;
use crate::storage::{Stamp, StorageError, migrate, read, save};

/// A state of a matter that is not saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// When it was changed last.
    pub changed: Timestamp,
    /// Where it is saved, where it is.
    #[serde(default)]
    pub path: Option<PathBuf>,
    /// What that file was like when it was read or saved last.
    #[serde(default)]
    pub stamp: Option<Stamp>,
    /// The matter.
    pub case_file: CaseFile,
    /// What stood in fields and could not be read.
    #[serde(default)]
    pub unread: Vec<Unread>,
}

/// Text in a field that cannot be read: it is no part of the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// What is typed into, once in a matter.
    pub place: String,
    /// The name of the field.
    pub field: String,
    /// What was typed.
    pub text: String,
}

/// What became of the file a kept state belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// There never was one.
    NeverSaved,
    /// It is as it was, written then.
    Unchanged(Option<SystemTime>),
    /// Somebody wrote it since.
    Changed(Option<SystemTime>),
    /// It is not there any more.
    Gone,
}

impl Keep for Kept {
    const ENDING: &'static str = "ron";
    const WHAT: &'static str = "a matter with unsaved changes";
    type Beside = Beside;

    fn changed(&self) -> Timestamp {
        self.changed
    }

    fn offered(mut self, _: &Path, journal: &Journal) -> Result<Option<(Self, Beside)>, StorageError> {
        migrate::to_present(&mut self.case_file);
        if self.unread.is_empty() && is_saved(&self) || is_surpassed(&self, journal) {
            return Ok(None);
        }
        let beside = beside(&mut self, journal);
        Ok(Some((self, beside)))
    }
}

/// Notes what a session is about to write into the user's files, so that a program killed
/// in the middle of a save does not take its own file for another's.
#[derive(Debug, Clone)]
pub struct Journal(PathBuf);

impl Journal {
    /// The notes of a session in this file.
    pub(super) fn at(file: PathBuf) -> Self {
        Self(file)
    }

    /// Notes that a file of this content is written, now.
    fn note(&self, stamp: &Stamp, now: Timestamp) {
        let line = format!("{} {}\n", now.as_nanosecond(), stamp.digest());
        // Without the note, the user is asked once more than needed.
        let file = File::options().create(true).append(true).open(&self.0);
        let _ = file.and_then(|mut file| file.write_all(line.as_bytes()));
    }

    /// When content was written by the session itself, the last time.
    fn written(&self, stamp: &Stamp) -> Option<i128> {
        let text = fs::read_to_string(&self.0).ok()?;
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        lines.filter(|(_, digest)| *digest == stamp.digest()).filter_map(|(at, _)| at.parse().ok()).max()
    }
}

/// A matter is saved over the file as it was last seen; the session notes it first.
///
/// # Errors
/// As [`save::save_over`].
pub fn save_noted(
    (path, known): (&Path, Option<&Stamp>),
    case_file: &CaseFile,
    law: &crate::law::Corpus,
    journal: Option<(&Journal, Timestamp)>,
) -> Result<Stamp, StorageError> {
    if let (Some((journal, now)), Ok(text)) = (journal, save::to_text(case_file)) {
        journal.note(&Stamp::of(text.as_bytes(), None), now);
    }
    save::save_over(path, case_file, law, known)
}

/// Whether the file says just what was kept.
fn is_saved(kept: &Kept) -> bool {
    let saved = |path: &PathBuf| read::read(path).and_then(|(text, _)| read::parse(path, &text)).ok();
    kept.path.as_ref().and_then(saved).is_some_and(|saved| saved == kept.case_file)
}

/// Whether the session saved the matter after it kept this state.
fn is_surpassed(kept: &Kept, journal: &Journal) -> bool {
    let now = kept.path.as_ref().and_then(|path| read::read(path).ok());
    let written = now.and_then(|(_, now)| journal.written(&now));
    written.is_some_and(|at| at >= kept.changed.as_nanosecond())
}

/// What became of the file. What the session wrote itself, just before it was killed, is
/// its own.
fn beside(kept: &mut Kept, journal: &Journal) -> Beside {
    let (Some(path), Some(stamp)) = (&kept.path, &mut kept.stamp) else { return Beside::NeverSaved };
    match read::read(path) {
        Ok((_, now)) if now.says_the_same(stamp) => Beside::Unchanged(now.modified()),
        Ok((_, now)) if journal.written(&now).is_some() => {
            let modified = now.modified();
            *stamp = now;
            Beside::Unchanged(modified)
        }
        Ok((_, now)) => Beside::Changed(now.modified()),
        Err(_) if path.exists() => Beside::Changed(None),
        Err(_) => Beside::Gone,
    }
}

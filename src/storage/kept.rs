//! Unsaved work, kept outside the user's folders until it is saved or given up.
//!
//! `<state folder>/sessions/<random>/` belongs to one running program, which holds its
//! `lock`. The system lets go of a lock when a program ends, however it ends: a session
//! whose lock can be taken was left behind, and what it kept is offered. Names of files
//! say nothing of the matter; the folder is for its owner alone.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Stamp, StorageError, migrate, read, save};
use crate::facts::CaseFile;
use crate::library;

/// The file each session holds.
const LOCK: &str = "lock";
/// How kept states end.
const KEPT: &str = "ron";
/// What a session has written itself: its own saves are nobody else's.
const WRITTEN: &str = "written";

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

/// Unsaved work of a program that ended.
#[derive(Debug)]
pub struct Leftover {
    file: PathBuf,
    /// What was kept.
    pub kept: Kept,
    /// The file it belongs to, as it is now.
    pub beside: Beside,
    /// Held while it is offered, so that no second window offers it too.
    _lock: std::sync::Arc<File>,
}

impl Leftover {
    /// What tells it from others.
    pub fn id(&self) -> String {
        self.file.to_string_lossy().into_owned()
    }

    /// Gives it up.
    pub fn discard(self) {
        let _ = fs::remove_file(&self.file);
        tidy(&self.file);
    }
}

/// Removes the session a kept file was in, where nothing is left in it.
fn tidy(file: &Path) {
    if let Some(folder) = file.parent().filter(|folder| is_empty(folder)) {
        let _ = fs::remove_dir_all(folder);
    }
}

/// Whether a session keeps nothing any more.
fn is_empty(folder: &Path) -> bool {
    kept_files(folder).is_empty() && kept_workshops(folder).is_empty()
}

/// Notes what a session is about to write into the user's files, so that a program killed
/// in the middle of a save does not take its own file for another's.
#[derive(Debug, Clone)]
pub struct Journal(PathBuf);

impl Journal {
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

/// The folder of this run, held until it ends.
#[derive(Debug)]
pub struct Session {
    folder: PathBuf,
    _lock: File,
}

impl Session {
    /// Begins a session below the program's state folder.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn begin(state: &Path) -> Result<Self, StorageError> {
        let all = sessions(state);
        let io = |source| StorageError::Io { action: "make the folder", path: all.clone(), source };
        fs::create_dir_all(&all).map_err(io)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix("").rand_bytes(12);
        // For the owner alone: what is kept is as confidential as the matter.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = builder.tempdir_in(&all).map_err(io)?;
        let lock = File::create(folder.path().join(LOCK)).map_err(io)?;
        lock.try_lock().map_err(|error| io(error.into()))?;
        Ok(Self { folder: folder.keep(), _lock: lock })
    }

    /// Keeps a state under a name, in place of the one before.
    ///
    /// # Errors
    /// When it cannot be written; the one before is then still there.
    pub fn keep(&self, name: &str, kept: &Kept) -> Result<(), StorageError> {
        let path = self.file(name);
        let io = |source| StorageError::Io { action: "keep unsaved changes", path: path.clone(), source };
        let text =
            library::ron_options().to_string(kept).map_err(|error| io(std::io::Error::other(error.to_string())))?;
        let mut file = tempfile::Builder::new().prefix(".part").tempfile_in(&self.folder).map_err(io)?;
        file.write_all(text.as_bytes()).map_err(io)?;
        file.as_file().sync_data().map_err(io)?;
        file.persist(&path).map_err(|error| io(error.error))?;
        Ok(())
    }

    /// Where this session notes what it writes.
    pub fn journal(&self) -> Journal {
        Journal(self.folder.join(WRITTEN))
    }

    /// Forgets a state: it was saved or given up.
    pub fn forget(&self, name: &str) {
        let _ = fs::remove_file(self.file(name));
    }

    /// Takes over what another session left, under a name of this one.
    ///
    /// # Errors
    /// When it cannot be moved; it is then still offered.
    pub fn take_over(&self, leftover: &Leftover, name: &str) -> Result<(), StorageError> {
        let io = |source| StorageError::Io { action: "take over the changes", path: leftover.file.clone(), source };
        fs::rename(&leftover.file, self.file(name)).map_err(io)?;
        tidy(&leftover.file);
        Ok(())
    }

    /// Ends the session: its folder goes, unless unsaved work is still in it.
    pub fn end(&self) {
        if is_empty(&self.folder) {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name).with_extension(KEPT)
    }
}

/// What programs that ended have left, the latest first, and files among it that cannot
/// be read.
pub fn left_behind(state: &Path) -> (Vec<Leftover>, Vec<StorageError>) {
    let (mut found, mut unreadable) = (Vec::new(), Vec::new());
    let Ok(entries) = fs::read_dir(sessions(state)) else { return (found, unreadable) };
    for folder in entries.flatten().map(|entry| entry.path()) {
        // A session without a lock has just begun, or is no session.
        let Ok(lock) = File::options().write(true).open(folder.join(LOCK)) else { continue };
        if lock.try_lock().is_err() {
            continue;
        }
        let files = kept_files(&folder);
        if files.is_empty() {
            if kept_workshops(&folder).is_empty() {
                let _ = fs::remove_dir_all(&folder);
            }
            continue;
        }
        let (lock, journal) = (std::sync::Arc::new(lock), Journal(folder.join(WRITTEN)));
        for file in files {
            match read_kept(&file) {
                // Saved, and killed before it was forgotten.
                Ok(kept) if (kept.unread.is_empty() && is_saved(&kept)) || is_surpassed(&kept, &journal) => {
                    let _ = fs::remove_file(&file);
                }
                Ok(mut kept) => {
                    let beside = beside(&mut kept, &journal);
                    found.push(Leftover { file, kept, beside, _lock: lock.clone() });
                }
                Err(error) => unreadable.push(error),
            }
        }
    }
    found.sort_by_key(|leftover| std::cmp::Reverse(leftover.kept.changed));
    (found, unreadable)
}

fn sessions(state: &Path) -> PathBuf {
    state.join("sessions")
}

fn kept_files(folder: &Path) -> Vec<PathBuf> {
    ending_in(folder, KEPT)
}

fn kept_workshops(folder: &Path) -> Vec<PathBuf> {
    ending_in(folder, workshop::KEPT)
}

fn ending_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let files = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|extension| extension == ending)).collect();
    files.sort();
    files
}

fn read_kept(file: &Path) -> Result<Kept, StorageError> {
    let (text, _) = read::read_up_to(file, 2 * super::LARGEST)?;
    let mut kept: Kept = library::ron_options().from_str(&text).map_err(|error| StorageError::Malformed {
        path: file.to_owned(),
        place: super::Place::default(),
        message: format!("unsaved changes were kept here and cannot be read: {error}"),
    })?;
    migrate::to_present(&mut kept.case_file);
    Ok(kept)
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

/// A name beside a path that is still free: `web-shop 2.amende.ron`,
/// `web-shop (theirs).amende.ron`.
pub fn free_name(path: &Path, word: &str) -> PathBuf {
    const ENDING: &str = ".amende.ron";
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let stem = name.strip_suffix(ENDING).or(name.strip_suffix(".ron")).unwrap_or(&name);
    let candidate = |count: u32| match (word, count) {
        ("", count) => format!("{stem} {}{ENDING}", count + 1),
        (word, 1) => format!("{stem} ({word}){ENDING}"),
        (word, count) => format!("{stem} ({word} {count}){ENDING}"),
    };
    let free = (1..1000).map(|count| path.with_file_name(candidate(count))).find(|path| !path.exists());
    free.unwrap_or_else(|| path.with_file_name(candidate(1000)))
}

/// Keeps the very bytes of a file under a free name beside it.
///
/// # Errors
/// When it cannot be read or the copy cannot be written.
pub fn copy_aside(path: &Path, word: &str) -> Result<PathBuf, StorageError> {
    let io = |source| StorageError::Io { action: "read the file", path: path.to_owned(), source };
    let content = fs::read(path).map_err(io)?;
    let copy = free_name(path, word);
    super::write(&copy, &content)?;
    Ok(copy)
}

/// Writes a matter under a free name beside a path.
///
/// # Errors
/// When it cannot be written.
pub fn save_aside(
    path: &Path,
    word: &str,
    case_file: &CaseFile,
    law: &crate::law::Corpus,
) -> Result<(PathBuf, Stamp), StorageError> {
    let copy = free_name(path, word);
    let stamp = save::save(&copy, case_file, law)?;
    Ok((copy, stamp))
}
#[cfg(test)]
mod tests;
mod workshop;

pub use workshop::{KeptWorkshop, WorkshopLeftover, workshops_left_behind};

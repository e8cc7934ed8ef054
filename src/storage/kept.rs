//! Unsaved work, kept outside the user's folders until it is saved or given up.
//!
//! `<state folder>/sessions/<random>/` belongs to one running program, which holds its
//! `lock`. The system lets go of a lock when a program ends, however it ends: a session
//! whose lock can be taken was left behind, and what it kept is offered. Names of files
//! say nothing of what is in them; the folder is for its owner alone.
//!
//! Matters ([`matter`]) and workshops ([`workshop`]) are kept in the same room: what differs
//! is how their files end, and what is looked at when they are offered ([`Keep`]).

mod aside;
mod matter;
mod workshop;

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Place, StorageError, read};
use crate::library;

pub use aside::{copy_aside, free_name, save_aside};
pub use matter::{Beside, Journal, Kept, Unread, save_noted};
pub use workshop::KeptWorkshop;

/// The file each session holds.
const LOCK: &str = "lock";
/// What a session has written itself: its own saves are nobody else's.
const WRITTEN: &str = "written";

/// A kind of work that is kept.
pub trait Keep: Serialize + DeserializeOwned {
    /// How its files end: no two kinds alike.
    const ENDING: &'static str;
    /// What it is, for messages.
    const WHAT: &'static str;
    /// What is found out about it when it is offered.
    type Beside;

    /// When it was changed last.
    fn changed(&self) -> Timestamp;

    /// What was read, as it is offered; `None` where it was saved since.
    ///
    /// # Errors
    /// Where it does not hold together.
    fn offered(self, file: &Path, journal: &Journal) -> Result<Option<(Self, Self::Beside)>, StorageError>;
}

/// Work of a program that ended.
#[derive(Debug)]
pub struct Left<K: Keep> {
    file: PathBuf,
    /// What was kept.
    pub kept: K,
    /// What it belongs to, as that is now.
    pub beside: K::Beside,
    /// Held while it is offered, so that no second window offers it too.
    _lock: Arc<File>,
}

/// A matter of a program that ended.
pub type Leftover = Left<Kept>;
/// A workshop of a program that ended.
pub type WorkshopLeftover = Left<KeptWorkshop>;

impl<K: Keep> Left<K> {
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
    files::<Kept>(folder).is_empty() && files::<KeptWorkshop>(folder).is_empty()
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

    /// Keeps something under a name, in place of what was kept before.
    ///
    /// # Errors
    /// When it cannot be written; the one before is then still there.
    pub fn keep<K: Keep>(&self, name: &str, kept: &K) -> Result<(), StorageError> {
        let path = self.file::<K>(name);
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
        Journal::at(self.folder.join(WRITTEN))
    }

    /// Forgets what was kept: it was saved or given up.
    pub fn forget<K: Keep>(&self, name: &str) {
        let _ = fs::remove_file(self.file::<K>(name));
    }

    /// Takes over what another session left, under a name of this one.
    ///
    /// # Errors
    /// When it cannot be moved; it is then still offered.
    pub fn take_over<K: Keep>(&self, leftover: &Left<K>, name: &str) -> Result<(), StorageError> {
        let io = |source| StorageError::Io { action: "take over the changes", path: leftover.file.clone(), source };
        fs::rename(&leftover.file, self.file::<K>(name)).map_err(io)?;
        tidy(&leftover.file);
        Ok(())
    }

    /// Ends the session: its folder goes, unless unsaved work is still in it.
    pub fn end(&self) {
        if is_empty(&self.folder) {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }

    fn file<K: Keep>(&self, name: &str) -> PathBuf {
        self.folder.join(name).with_extension(K::ENDING)
    }
}

/// What programs that ended have left.
#[derive(Debug, Default)]
pub struct LeftBehind {
    /// Matters, the latest first.
    pub matters: Vec<Leftover>,
    /// Workshops, the latest first.
    pub workshops: Vec<WorkshopLeftover>,
    /// Files among it that cannot be read.
    pub unreadable: Vec<StorageError>,
}

/// Looks for what programs that ended have left.
pub fn left_behind(state: &Path) -> LeftBehind {
    let mut left = LeftBehind::default();
    let Ok(entries) = fs::read_dir(sessions(state)) else { return left };
    for folder in entries.flatten().map(|entry| entry.path()) {
        // A session without a lock has just begun, or is no session.
        let Ok(lock) = File::options().write(true).open(folder.join(LOCK)) else { continue };
        if lock.try_lock().is_err() {
            continue;
        }
        if is_empty(&folder) {
            let _ = fs::remove_dir_all(&folder);
            continue;
        }
        let lock = Arc::new(lock);
        let LeftBehind { matters, workshops, unreadable } = &mut left;
        matters.extend(left_in(&folder, &lock, unreadable));
        workshops.extend(left_in(&folder, &lock, unreadable));
    }
    latest_first(&mut left.matters);
    latest_first(&mut left.workshops);
    left
}

/// What of one kind is left in the folder of a session.
fn left_in<K: Keep>(folder: &Path, lock: &Arc<File>, unreadable: &mut Vec<StorageError>) -> Vec<Left<K>> {
    let journal = Journal::at(folder.join(WRITTEN));
    let mut found = Vec::new();
    for file in files::<K>(folder) {
        match read_kept::<K>(&file).and_then(|kept| kept.offered(&file, &journal)) {
            Ok(Some((kept, beside))) => found.push(Left { file, kept, beside, _lock: lock.clone() }),
            // Saved, and killed before it was forgotten.
            Ok(None) => drop(fs::remove_file(&file)),
            Err(error) => unreadable.push(error),
        }
    }
    found
}

fn latest_first<K: Keep>(found: &mut [Left<K>]) {
    found.sort_by_key(|left| std::cmp::Reverse(left.kept.changed()));
}

fn sessions(state: &Path) -> PathBuf {
    state.join("sessions")
}

/// The files of one kind in the folder of a session.
fn files<K: Keep>(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let files = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|extension| extension == K::ENDING)).collect();
    files.sort();
    files
}

fn read_kept<K: Keep>(file: &Path) -> Result<K, StorageError> {
    let (text, _) = read::read_up_to(file, 2 * super::LARGEST)?;
    library::ron_options().from_str(&text).map_err(|error| StorageError::Malformed {
        path: file.to_owned(),
        place: Place::default(),
        message: format!("{} was kept here and cannot be read: {error}", K::WHAT),
    })
}

#[cfg(test)]
mod tests;

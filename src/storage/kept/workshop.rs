//! A workshop that runs, kept in the folder of its run as unsaved matters are: a killed
//! program continues where it was.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{LOCK, Session, kept_workshops, sessions, tidy};
use crate::library;
use crate::storage::{StorageError, read};
use crate::workshop;

/// How kept workshops end.
pub(super) const KEPT: &str = "workshop";

/// A workshop as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptWorkshop {
    /// When it was changed last.
    pub changed: Timestamp,
    /// The session, which holds nothing secret.
    pub session: workshop::Session,
    /// The team whose entry lay open, and what was typed but not yet entered.
    #[serde(default)]
    pub typed: Option<(usize, workshop::Estimate)>,
}

/// A workshop of a program that ended.
#[derive(Debug)]
pub struct WorkshopLeftover {
    file: PathBuf,
    /// What was kept.
    pub kept: KeptWorkshop,
    /// Held while it is offered, so that no second window offers it too.
    _lock: std::sync::Arc<File>,
}

impl WorkshopLeftover {
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

impl Session {
    /// Keeps a workshop under a name, in place of what was kept before.
    ///
    /// # Errors
    /// When it cannot be written; the one before is then still there.
    pub fn keep_workshop(&self, name: &str, kept: &KeptWorkshop) -> Result<(), StorageError> {
        let path = self.folder.join(name).with_extension(KEPT);
        let io = |source| StorageError::Io { action: "keep the workshop", path: path.clone(), source };
        let text =
            library::ron_options().to_string(kept).map_err(|error| io(std::io::Error::other(error.to_string())))?;
        let mut file = tempfile::Builder::new().prefix(".part").tempfile_in(&self.folder).map_err(io)?;
        file.write_all(text.as_bytes()).map_err(io)?;
        file.as_file().sync_data().map_err(io)?;
        file.persist(&path).map_err(|error| io(error.error))?;
        Ok(())
    }

    /// Forgets a workshop: it was ended.
    pub fn forget_workshop(&self, name: &str) {
        let _ = fs::remove_file(self.folder.join(name).with_extension(KEPT));
    }

    /// Takes over a workshop that another run left.
    ///
    /// # Errors
    /// When it cannot be moved; it is then still offered.
    pub fn take_over_workshop(&self, leftover: &WorkshopLeftover, name: &str) -> Result<(), StorageError> {
        let io = |source| StorageError::Io { action: "take over the workshop", path: leftover.file.clone(), source };
        fs::rename(&leftover.file, self.folder.join(name).with_extension(KEPT)).map_err(io)?;
        tidy(&leftover.file);
        Ok(())
    }
}

/// The workshops that programs that ended have left, the latest first, and files among them
/// that cannot be read. To be looked for before matters, whose search holds the same locks.
pub fn workshops_left_behind(state: &Path) -> (Vec<WorkshopLeftover>, Vec<StorageError>) {
    let (mut found, mut unreadable) = (Vec::new(), Vec::new());
    let Ok(entries) = fs::read_dir(sessions(state)) else { return (found, unreadable) };
    for folder in entries.flatten().map(|entry| entry.path()) {
        let files = kept_workshops(&folder);
        if files.is_empty() {
            continue;
        }
        let Ok(lock) = File::options().write(true).open(folder.join(LOCK)) else { continue };
        if lock.try_lock().is_err() {
            continue;
        }
        let lock = std::sync::Arc::new(lock);
        for file in files {
            match read_kept(&file) {
                Ok(kept) => found.push(WorkshopLeftover { file, kept, _lock: lock.clone() }),
                Err(error) => unreadable.push(error),
            }
        }
    }
    found.sort_by_key(|leftover| std::cmp::Reverse(leftover.kept.changed));
    (found, unreadable)
}

fn read_kept(file: &Path) -> Result<KeptWorkshop, StorageError> {
    let (text, _) = read::read_up_to(file, 2 * crate::storage::LARGEST)?;
    let kept: KeptWorkshop = library::ron_options().from_str(&text).map_err(|error| StorageError::Malformed {
        path: file.to_owned(),
        place: crate::storage::Place::default(),
        message: format!("a workshop was kept here and cannot be read: {error}"),
    })?;
    let session = kept.session.checked().map_err(|error| StorageError::Session { path: file.to_owned(), error })?;
    Ok(KeptWorkshop { session, ..kept })
}

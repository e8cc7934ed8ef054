//! What a file was like when it was last seen, to notice that somebody else wrote it.

use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::{StorageError, read};
use crate::library;

/// What a file was like: what it said, and when it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    digest: String,
    bytes: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    /// Of these bytes, written then.
    pub(super) fn of(content: &[u8], modified: Option<SystemTime>) -> Self {
        Self { digest: library::sha256(content), bytes: content.len() as u64, modified }
    }

    /// The hash of what it said.
    pub(super) fn digest(&self) -> &str {
        &self.digest
    }

    /// When the file was written, where the system knows.
    pub fn modified(&self) -> Option<SystemTime> {
        self.modified
    }

    /// Whether both say the same. A copy that was only touched has not changed.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

/// Whether a file says something else than it did: `None` where it does not, or is gone.
///
/// The content is read only where size or time moved.
///
/// # Errors
/// When the file is there and cannot be read.
pub fn changed(path: &Path, known: &Stamp) -> Result<Option<Stamp>, StorageError> {
    let Ok(found) = std::fs::metadata(path) else { return Ok(None) };
    if found.len() == known.bytes && found.modified().ok() == known.modified {
        return Ok(None);
    }
    let (_, now) = read::read(path)?;
    Ok((!now.says_the_same(known)).then_some(now))
}

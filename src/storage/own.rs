//! The file of the user's own decisions.

use std::fs;
use std::path::Path;

use super::{LARGEST, StorageError, read, save, write};

/// Many records are longer than a matter.
const LARGEST_OWN: u64 = 4 * LARGEST;

/// What the file says.
///
/// # Errors
/// When it is not there, is no text, or cannot be read.
pub fn own_file(path: &Path) -> Result<String, StorageError> {
    read::read_up_to(path, LARGEST_OWN).map(|(text, _)| text)
}

/// What the file says, where there is one.
///
/// # Errors
/// When it is there and cannot be read.
pub fn own_file_if_any(path: &Path) -> Result<Option<String>, StorageError> {
    match own_file(path) {
        Ok(text) => Ok(Some(text)),
        Err(StorageError::Io { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes the file in the place of what was `known` of it, and keeps that once beside it
/// ([`super::previous`]). Its folder is made where it is missing.
///
/// # Errors
/// [`StorageError::Changed`] where the file says something else than what was known; it is then untouched, as
/// where it cannot be written.
pub fn save_own(path: &Path, text: &str, known: Option<&str>) -> Result<(), StorageError> {
    let target = write::target(path)?;
    let folder = write::folder_of(&target);
    let io = |source| StorageError::Io { action: "make the folder", path: folder.to_owned(), source };
    fs::create_dir_all(folder).map_err(io)?;
    let present = own_file_if_any(&target)?;
    if present.as_deref() != known {
        return Err(StorageError::Changed { path: path.to_owned() });
    }
    save::keep_previous(&target, present.as_deref().map(str::as_bytes), text.as_bytes())?;
    write::write_target(&target, text.as_bytes())
}

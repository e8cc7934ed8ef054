//! Packs for workshops on disk.

use std::path::Path;

use super::{Place, StorageError, read};
use crate::library;
use crate::workshop::Pack;

/// Reads a pack. Whether it holds together, `library::pack_problems` says.
///
/// # Errors
/// Names file, line and key of what is wrong.
pub fn open_pack(path: &Path) -> Result<Pack, StorageError> {
    let (text, _) = read::read(path)?;
    library::ron_options().from_str(&text).map_err(|error| {
        let (line, column) = (error.span.start.line, error.span.start.col);
        let place = Place::of(&text, line, column);
        let message = library::in_words(&error.code, &text, line, column, place.key());
        StorageError::Malformed { path: path.to_owned(), place, message }
    })
}

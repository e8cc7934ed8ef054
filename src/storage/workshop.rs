//! Packs and sessions of workshops on disk.

use std::path::Path;

use jiff::civil::Date;
use serde::de::DeserializeOwned;

use super::{Place, StorageError, read, write};
use crate::library;
use crate::workshop::{Pack, Record, SESSION_FORMAT, Session, SessionError};

/// How the file of a session ends.
pub const SESSION_ENDING: &str = ".workshop.ron";

/// Whether a file is a session, by its name.
pub fn is_session(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().to_lowercase().ends_with(SESSION_ENDING))
}

/// The name a session's file is given: the day alone, which tells nothing.
pub fn session_file_name(day: Date) -> String {
    format!("workshop-{day}{SESSION_ENDING}")
}

/// Reads a pack. Whether it holds together, `library::pack_problems` says.
///
/// # Errors
/// Names file, line and key of what is wrong.
pub fn open_pack(path: &Path) -> Result<Pack, StorageError> {
    Ok(open_pack_text(path)?.0)
}

/// Reads a pack with the text of its file.
///
/// # Errors
/// As [`open_pack`].
pub fn open_pack_text(path: &Path) -> Result<(Pack, String), StorageError> {
    let (text, _) = read::read(path)?;
    Ok((parsed(path, &text)?, text))
}

/// Reads a session, whole and consistent.
///
/// # Errors
/// Names the file and what is wrong; a session of a newer program is refused.
pub fn open_session(path: &Path) -> Result<Session, StorageError> {
    /// The version alone: a newer file may have keys this program does not know.
    #[derive(serde::Deserialize)]
    struct Version {
        format: u32,
    }
    let (text, _) = read::read(path)?;
    let refused = |error| StorageError::Session { path: path.to_owned(), error };
    if let Ok(Version { format }) = library::ron_options().from_str::<Version>(&text)
        && format > SESSION_FORMAT
    {
        return Err(refused(SessionError::Newer(format)));
    }
    parsed::<Session>(path, &text)?.checked().map_err(refused)
}

/// Writes a session in place of what stood there, whole or not at all.
///
/// # Errors
/// When the system refuses.
pub fn save_session(path: &Path, session: &Session) -> Result<(), StorageError> {
    let pretty = ron::ser::PrettyConfig::new();
    let text = library::ron_options()
        .to_string_pretty(session, pretty)
        .map_err(|error| StorageError::Unwritable { path: path.to_owned(), message: error.to_string() })?;
    write::write(path, text.as_bytes())
}

/// The file in the state folder with what somebody alone has played.
const RECORD: &str = "workshops-alone.ron";

/// Reads what somebody alone has played; nothing where there is no such file.
///
/// # Errors
/// When the file is there and cannot be read.
pub fn open_record(state: &Path) -> Result<Record, StorageError> {
    let path = state.join(RECORD);
    if !path.exists() {
        return Ok(Record::default());
    }
    parsed(&path, &read::read(&path)?.0)
}

/// Writes it.
///
/// # Errors
/// When the system refuses.
pub fn save_record(state: &Path, record: &Record) -> Result<(), StorageError> {
    let path = state.join(RECORD);
    let text = library::ron_options()
        .to_string_pretty(record, ron::ser::PrettyConfig::new())
        .map_err(|error| StorageError::Unwritable { path: path.clone(), message: error.to_string() })?;
    write::write(&path, text.as_bytes())
}

fn parsed<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, StorageError> {
    library::ron_options().from_str(text).map_err(|error| {
        let (line, column) = (error.span.start.line, error.span.start.col);
        let place = Place::of(text, line, column);
        let message = library::in_words(&error.code, text, line, column, place.key());
        StorageError::Malformed { path: path.to_owned(), place, message }
    })
}

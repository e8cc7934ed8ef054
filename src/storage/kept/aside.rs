//! Copies beside a file, under names that are still free.

use std::fs;
use std::path::{Path, PathBuf};

use crate::facts::CaseFile;
use crate::storage::{Stamp, StorageError, save, write};

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
    write(&copy, &content)?;
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

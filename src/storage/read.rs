//! Reading a matter: whole, or refused with what is wrong, where and what to do.

use std::fs::{self, FileType};
use std::io::Read as _;
use std::path::Path;

use serde::Deserialize;

use super::{LARGEST, Place, Stamp, StorageError, brackets, migrate, place};
use crate::facts::{CaseFile, FORMAT};
use crate::law::Corpus;
use crate::library;

/// A matter as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The matter, in the present format.
    pub case_file: CaseFile,
    /// What the file was like when it was read.
    pub stamp: Stamp,
    /// What was read otherwise than it stands there.
    pub repaired: Vec<library::Repaired>,
}

/// Opens a matter and checks its answers against the questionnaire.
///
/// # Errors
/// Names file, line and key of what is wrong.
pub fn open(path: &Path, law: &Corpus) -> Result<CaseFile, StorageError> {
    open_stamped(path, law).map(|opened| opened.case_file)
}

/// Opens a matter and notes what the file is like, so that a later change by somebody
/// else is noticed.
///
/// # Errors
/// Names file, line and key of what is wrong.
pub fn open_stamped(path: &Path, law: &Corpus) -> Result<Opened, StorageError> {
    let (text, stamp) = read(path)?;
    let mut case_file = parse(path, &text)?;
    library::modernise(&mut case_file, &law.vocabulary);
    let repaired = library::repair(&mut case_file, law);
    check(path, &text, &case_file, law)?;
    Ok(Opened { case_file, stamp, repaired })
}

/// Where a field stands in a file that was opened before; `None` where it does not.
pub fn place_of(path: &Path, field: &str) -> Option<Place> {
    let (text, _) = read(path).ok()?;
    Place::stated(&text, field)
}

/// Whether the matter would be opened again: its answers fit the questionnaire, and what
/// it names is there.
///
/// # Errors
/// Names each entry that does not fit, with its line in the text.
pub(super) fn check(path: &Path, text: &str, case_file: &CaseFile, law: &Corpus) -> Result<(), StorageError> {
    let problems: Vec<String> = library::answer_problems(case_file, law)
        .into_iter()
        .map(|problem| {
            let line = place::line_of(text, &problem.place).unwrap_or(1);
            format!("{}:{line}: {}", path.display(), problem.message)
        })
        .collect();
    if problems.is_empty() { Ok(()) } else { Err(StorageError::Answers { problems }) }
}

/// The text of a file with its stamp. Whatever is no file is refused before it is
/// opened: a pipe would let the reader wait for ever.
pub(super) fn read(path: &Path) -> Result<(String, Stamp), StorageError> {
    read_up_to(path, LARGEST)
}

/// No report is read beyond this many bytes.
const LARGEST_REPORT: u64 = 128 * 1024 * 1024;

/// The bytes of a report.
///
/// # Errors
/// When it is no file, cannot be read, or is larger than any report is.
pub fn read_whole(path: &Path) -> Result<Vec<u8>, StorageError> {
    let io = |source| StorageError::Io { action: "open the file", path: path.to_owned(), source };
    let found = fs::metadata(path).map_err(io)?;
    if let Some(what) = special(found.file_type()) {
        return Err(StorageError::NotAFile { path: path.to_owned(), what });
    }
    let mut content = Vec::new();
    fs::File::open(path).map_err(io)?.take(LARGEST_REPORT + 1).read_to_end(&mut content).map_err(io)?;
    if content.len() as u64 > LARGEST_REPORT {
        return Err(io(std::io::Error::other("it is larger than any report")));
    }
    Ok(content)
}

/// The text of a file of at most so many bytes.
pub(super) fn read_up_to(path: &Path, largest: u64) -> Result<(String, Stamp), StorageError> {
    let io = |source| StorageError::Io { action: "open the file", path: path.to_owned(), source };
    let found = fs::metadata(path).map_err(io)?;
    if let Some(what) = special(found.file_type()) {
        return Err(StorageError::NotAFile { path: path.to_owned(), what });
    }
    let file = fs::File::open(path).map_err(io)?;
    let found = file.metadata().map_err(io)?;
    let mut content = Vec::new();
    file.take(largest + 1).read_to_end(&mut content).map_err(io)?;
    if content.len() as u64 > largest {
        let head = String::from_utf8_lossy(&content);
        return Err(StorageError::TooLarge { path: path.to_owned(), bytes: found.len(), place: Place::at_end(&head) });
    }
    let stamp = Stamp::of(&content, found.modified().ok());
    Ok((text_of(path, content)?, stamp))
}

/// The text without its byte-order mark.
fn text_of(path: &Path, content: Vec<u8>) -> Result<String, StorageError> {
    if let Some(encoding) = other_encoding(&content) {
        return Err(StorageError::OtherEncoding { path: path.to_owned(), encoding });
    }
    let mut text = String::from_utf8(content).map_err(|error| {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        StorageError::NotText { path: path.to_owned(), place: Place::at_end(&String::from_utf8_lossy(valid)) }
    })?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// The encoding of a text that is not UTF-8: by its mark, or without one by the bytes of
/// nothing beside every letter, which no UTF-8 text of a matter has.
fn other_encoding(content: &[u8]) -> Option<&'static str> {
    match content {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return Some("UTF-32"),
        [0xff, 0xfe, ..] => return Some("UTF-16 (little-endian)"),
        [0xfe, 0xff, ..] => return Some("UTF-16 (big-endian)"),
        _ => {}
    }
    match content.get(..4)? {
        [0, 0, 0, _] | [_, 0, 0, 0] => Some("UTF-32"),
        [0, first, 0, second] if *first != 0 && *second != 0 => Some("UTF-16 (big-endian, without a mark)"),
        [first, 0, second, 0] if *first != 0 && *second != 0 => Some("UTF-16 (little-endian, without a mark)"),
        _ => None,
    }
}

/// What it is that is no file.
pub(super) fn special(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        return None;
    }
    if kind.is_dir() {
        return Some("a folder");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        if kind.is_fifo() {
            return Some("a pipe (FIFO)");
        }
        if kind.is_socket() {
            return Some("a socket");
        }
        if kind.is_char_device() || kind.is_block_device() {
            return Some("a device");
        }
    }
    Some("something else")
}

/// The matter a text holds, brought to the present format.
pub(super) fn parse(path: &Path, text: &str) -> Result<CaseFile, StorageError> {
    /// The version alone: a newer file may have keys this program does not know.
    #[derive(Deserialize)]
    struct Version {
        format: u32,
    }
    if let Ok(Version { format: found }) = library::ron_options().from_str::<Version>(text) {
        let stated = || Place::of_key(text, "format");
        match found {
            0 => return Err(StorageError::NoFormat { path: path.to_owned(), place: stated(), found }),
            found if found > FORMAT => {
                return Err(StorageError::Newer { path: path.to_owned(), place: stated(), found });
            }
            _ => {}
        }
    }
    let mut case_file: CaseFile = library::ron_options().from_str(text).map_err(|error| {
        let (line, column) = (error.span.start.line, error.span.start.col);
        let place = Place::of(text, line, column);
        if let Some(open) = brackets::unclosed(text) {
            return StorageError::Malformed { path: path.to_owned(), message: open.said(), place: open.place };
        }
        let message = library::in_words(&error.code, text, line, column, place.key());
        // What is not there is missed where its entry closes: what is meant is the entry.
        let is_missing = matches!(error.code, ron::Error::MissingStructField { .. });
        let place = Some(place).filter(|_| !is_missing).or_else(|| brackets::around(text, line, column));
        let place = place.unwrap_or_else(|| Place::of(text, line, column));
        // A key that stands twice is noticed where the map ends: what is meant is the second.
        let place = place::second(text, &place, &message).unwrap_or(place);
        StorageError::Malformed { path: path.to_owned(), place, message: with_remedy(message) }
    })?;
    migrate::to_present(&mut case_file);
    Ok(case_file)
}

/// What to do, where the reader's own words do not say it.
fn with_remedy(message: String) -> String {
    if message.contains("missing") && message.contains("`format`") {
        return format!("{message}: a matter begins with `format: {FORMAT},`; where it does not, this is none");
    }
    message
}

//! Matters on disk: the only module of the library that opens files.
//!
//! A file is read whole or refused with what is wrong, where and what to do; it is
//! replaced atomically or not at all.

mod data;
mod place;

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::Deserialize;

use crate::facts::{CaseFile, FORMAT};
use crate::law::Corpus;
use crate::library;

pub use data::data_files;
pub use place::Place;

/// A matter is never larger than this; a larger file is not one.
pub const LARGEST: u64 = 8 * 1024 * 1024;

/// Why a matter could not be opened or saved.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The operating system refused.
    #[error("{}: cannot {action}: {source}", .path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is too large to be a matter.
    #[error(
        "{}:{place}: the file has {bytes} bytes, a matter at most {LARGEST}: this is not a matter, or the entry named has run away; open the matter it came from, or shorten that entry",
        .path.display()
    )]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        bytes: u64,
        /// The last line and key inside the largest size.
        place: Place,
    },
    /// The file is not text.
    #[error("{}:{place}: the file is not UTF-8 text, so it is no matter (*.amende.ron)", .path.display())]
    NotText {
        /// The file.
        path: PathBuf,
        /// Where the text ends.
        place: Place,
    },
    /// The text is not a matter.
    #[error("{}:{place}: {message}", .path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where.
        place: Place,
        /// What is wrong and what would be right.
        message: String,
    },
    /// The file was written by a newer program.
    #[error("{}: the file has format {found}, this program reads up to {FORMAT}: open it with a newer version", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
    /// The answers do not fit the questionnaire.
    #[error("{}", .problems.join("\n"))]
    Answers {
        /// Each with file, line and question.
        problems: Vec<String>,
    },
}

/// Opens a matter and checks its answers against the questionnaire.
///
/// # Errors
/// Names file, line and key of what is wrong.
pub fn open(path: &Path, law: &Corpus) -> Result<CaseFile, StorageError> {
    let text = read(path)?;
    let case_file = parse(path, &text)?;
    let problems: Vec<String> = library::answer_problems(&case_file, law)
        .into_iter()
        .map(|problem| {
            let line = place::line_of(&text, &problem.question).unwrap_or(1);
            format!("{}:{line}: {}", path.display(), problem.message)
        })
        .collect();
    if problems.is_empty() { Ok(case_file) } else { Err(StorageError::Answers { problems }) }
}

/// Saves a matter: written beside the old file and put in its place in one step.
///
/// # Errors
/// When the folder cannot be written; the old file is then untouched.
pub fn save(path: &Path, case_file: &CaseFile) -> Result<(), StorageError> {
    let text = to_text(case_file).map_err(|error| StorageError::Malformed {
        path: path.to_owned(),
        place: Place::default(),
        message: error.to_string(),
    })?;
    write(path, text.as_bytes())
}

/// Writes a file beside the old one and puts it in its place in one step.
///
/// # Errors
/// When the folder cannot be written; the old file is then untouched.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    let io = |source| StorageError::Io { action: "write the file", path: path.to_owned(), source };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".amende-").tempfile_in(folder).map_err(io)?;
    file.write_all(bytes).map_err(io)?;
    file.as_file().sync_all().map_err(io)?;
    if let Ok(old) = fs::metadata(path) {
        file.as_file().set_permissions(old.permissions()).map_err(io)?;
    } else {
        readable(file.as_file()).map_err(io)?;
    }
    file.persist(path).map_err(|error| io(error.error))?;
    Ok(())
}

/// The matter as the text of a file.
///
/// # Errors
/// When a value cannot be written as RON.
pub fn to_text(case_file: &CaseFile) -> Result<String, ron::Error> {
    let pretty = PrettyConfig::new().struct_names(false).indentor("    ");
    library::ron_options().to_string_pretty(case_file, pretty).map(|text| text + "\n")
}

/// A temporary file is for its owner alone; a saved matter is as other new files.
fn readable(file: &fs::File) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    let _ = file;
    Ok(())
}

fn read(path: &Path) -> Result<String, StorageError> {
    let io = |source| StorageError::Io { action: "open the file", path: path.to_owned(), source };
    let file = fs::File::open(path).map_err(io)?;
    let bytes = file.metadata().map_err(io)?.len();
    let mut content = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut content).map_err(io)?;
    if content.len() as u64 > LARGEST {
        let head = String::from_utf8_lossy(&content);
        return Err(StorageError::TooLarge { path: path.to_owned(), bytes, place: Place::at_end(&head) });
    }
    String::from_utf8(content).map_err(|error| {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        StorageError::NotText { path: path.to_owned(), place: Place::at_end(&String::from_utf8_lossy(valid)) }
    })
}

fn parse(path: &Path, text: &str) -> Result<CaseFile, StorageError> {
    /// The version alone: a newer file may have keys this program does not know.
    #[derive(Deserialize)]
    struct Version {
        format: u32,
    }
    if let Ok(version) = library::ron_options().from_str::<Version>(text)
        && version.format > FORMAT
    {
        return Err(StorageError::Newer { path: path.to_owned(), found: version.format });
    }
    library::ron_options().from_str(text).map_err(|error| {
        let place = Place::of(text, error.span.start.line, error.span.start.col);
        StorageError::Malformed { path: path.to_owned(), place, message: error.code.to_string() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matter_comes_back_as_it_was_saved() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("matter.amende.ron");
        let mut matter = CaseFile::new("Quotes \" and\nlines", "Newsletter");
        matter.notes = "ünïcödé".to_owned();
        save(&path, &matter).unwrap();
        let text = read(&path).unwrap();
        assert_eq!(parse(&path, &text).unwrap(), matter);
    }

    #[test]
    fn a_failed_save_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("missing").join("matter.amende.ron");
        assert!(save(&path, &CaseFile::new("A", "B")).is_err());
        assert!(!path.exists());
    }

    #[test]
    fn a_newer_format_is_named() {
        let error = parse(Path::new("x.ron"), "(format: 99, title: \"T\", something: 3)").unwrap_err();
        assert!(error.to_string().contains("format 99"), "{error}");
    }

    #[test]
    fn a_misspelt_key_is_named_with_its_line() {
        let error = parse(Path::new("x.ron"), "(\n    format: 1,\n    titel: \"T\",\n)").unwrap_err().to_string();
        assert!(error.starts_with("x.ron:3:"), "{error}");
        assert!(error.contains("titel") && error.contains("title"), "{error}");
    }

    #[test]
    fn a_truncated_file_names_the_last_key() {
        let error =
            parse(Path::new("x.ron"), "(\n    format: 1,\n    title: \"T\",\n    notes: \"a").unwrap_err().to_string();
        assert!(error.contains("`notes`") && error.starts_with("x.ron:"), "{error}");
    }
}

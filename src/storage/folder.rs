//! What stands in a folder, for the program's own dialog.

use std::fs;
use std::path::{Path, PathBuf};

use super::StorageError;

/// Something in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
}

/// A folder with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The folder, without links and dots.
    pub folder: PathBuf,
    /// Folders first, then files with one of the endings asked for, each by name.
    pub entries: Vec<Entry>,
}

/// Lists a folder: folders and the files with one of the endings; what begins with a dot is
/// left out.
///
/// # Errors
/// When it cannot be read.
pub fn list(folder: &Path, endings: &[&str]) -> Result<Listing, StorageError> {
    let io = |source| StorageError::Io { action: "open the folder", path: folder.to_owned(), source };
    let real = fs::canonicalize(folder).map_err(io)?;
    let mut entries: Vec<Entry> = fs::read_dir(&real)
        .map_err(io)?
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_str()?.to_owned();
            // Through links: a link to a folder is one.
            let found = fs::metadata(entry.path()).ok()?;
            let listed = found.is_dir() || found.is_file() && has_ending(&name, endings);
            (listed && !name.starts_with('.')).then_some(Entry { name, is_folder: found.is_dir() })
        })
        .collect();
    entries.sort_by_key(|entry| (!entry.is_folder, entry.name.to_lowercase()));
    Ok(Listing { folder: real, entries })
}

/// Whether a name has one of the endings, in capitals or not.
fn has_ending(name: &str, endings: &[&str]) -> bool {
    let name = name.to_lowercase();
    endings.iter().any(|ending| name.strip_suffix(ending).is_some_and(|stem| stem.ends_with('.')))
}

/// The ending of a name that is none of those wanted, where it has one that looks like a
/// format: `docx` of `report.docx`. Nothing is wrong with a name without any, or with
/// `Smith v. Jones`.
pub fn ending_problem(name: &str, endings: &[&str]) -> Option<String> {
    if has_ending(name, endings) {
        return None;
    }
    let (_, ending) = name.rsplit_once('.')?;
    let format = (1..=5).contains(&ending.len()) && ending.chars().all(char::is_alphanumeric);
    (format && ending.chars().any(char::is_alphabetic)).then(|| ending.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_first_and_only_what_is_asked_for_is_listed() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.amende.ron", "A.RON", "notes.txt", ".hidden.ron"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        for name in ["zz", ".git"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let listing = list(folder.path(), &["ron"]).unwrap();
        let names: Vec<&str> = listing.entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["zz", "A.RON", "b.amende.ron"]);
        assert!(list(&folder.path().join("none"), &["ron"]).is_err());
    }

    #[test]
    fn a_wrong_ending_is_told_and_a_right_one_is_not() {
        let report = ["pdf", "md"];
        for (name, wrong) in [
            ("x.pdf", None),
            ("x.PDF", None),
            ("report", None),
            ("Smith v. Jones", None),
            ("matter 2026.11", None),
            ("x.docx", Some("docx")),
            ("x.pdf.txt", Some("txt")),
        ] {
            assert_eq!(ending_problem(name, &report).as_deref(), wrong, "{name}");
        }
    }
}

//! Saving a matter: what is written is opened again, what stood there before is kept
//! once, and what somebody else wrote meanwhile is not lost.

use std::fs;
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;

use super::{LARGEST, Place, Stamp, StorageError, read, write};
use crate::facts::{CaseFile, FORMAT};
use crate::law::Corpus;
use crate::library;

/// Saves a matter: written beside the old file and put in its place in one step. The
/// version before is kept as [`previous`].
///
/// # Errors
/// When the matter would not be opened again, or the folder cannot be written; the old
/// file is then untouched.
pub fn save(path: &Path, case_file: &CaseFile, law: &Corpus) -> Result<Stamp, StorageError> {
    save_over(path, case_file, law, None)
}

/// Saves a matter over the file as it was last seen.
///
/// # Errors
/// As [`save`]; [`StorageError::Changed`] where the file says something else than
/// `known`.
pub fn save_over(
    path: &Path,
    case_file: &CaseFile,
    law: &Corpus,
    known: Option<&Stamp>,
) -> Result<Stamp, StorageError> {
    let text = text_that_opens(path, case_file, law)?;
    let target = write::target(path)?;
    let present = fs::read(&target).ok();
    let unchanged = |content: &Vec<u8>| {
        let found = Stamp::of(content, None);
        known.is_none_or(|known| found.says_the_same(known)) || content.as_slice() == text.as_bytes()
    };
    if present.as_ref().is_some_and(|content| !unchanged(content)) {
        return Err(StorageError::Changed { path: path.to_owned() });
    }
    keep_previous(&target, present.as_deref(), text.as_bytes())?;
    write::write_target(&target, text.as_bytes())?;
    let modified = fs::metadata(&target).and_then(|found| found.modified()).ok();
    Ok(Stamp::of(text.as_bytes(), modified))
}

/// Where the version before the last save is kept: beside the file, as editors do, so
/// that whoever guards the folder guards it too.
pub fn previous(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("~");
    PathBuf::from(name)
}

/// The matter as the text of a file.
///
/// # Errors
/// When a value cannot be written as RON.
pub fn to_text(case_file: &CaseFile) -> Result<String, ron::Error> {
    let pretty = PrettyConfig::new().struct_names(false).indentor("    ");
    library::ron_options().to_string_pretty(case_file, pretty).map(|text| text + "\n")
}

/// The text of a matter, once it is certain that it is opened again and says the same.
fn text_that_opens(path: &Path, case_file: &CaseFile, law: &Corpus) -> Result<String, StorageError> {
    let wrong = |message: String| StorageError::Malformed { path: path.to_owned(), place: Place::default(), message };
    let text = to_text(case_file).map_err(|error| wrong(error.to_string()))?;
    let bytes = text.len() as u64;
    if bytes > LARGEST {
        return Err(StorageError::TooLarge { path: path.to_owned(), bytes, place: Place::at_end(&text) });
    }
    let mut again = read::parse(path, &text)?;
    again.format = case_file.format;
    if case_file.format > FORMAT || again != *case_file {
        let message = "the matter would not come back as it is now; nothing was written: report this with the matter";
        return Err(wrong(message.to_owned()));
    }
    read::check(path, &text, case_file, law)?;
    Ok(text)
}

/// Keeps what stands there, unless it is what is about to be written.
pub(super) fn keep_previous(target: &Path, present: Option<&[u8]>, text: &[u8]) -> Result<(), StorageError> {
    let Some(present) = present.filter(|present| *present != text) else { return Ok(()) };
    if fs::metadata(target).is_ok_and(|old| old.permissions().readonly()) {
        return Err(StorageError::ReadOnly { path: target.to_owned() });
    }
    let kept = previous(target);
    // The user knows the file by its own name.
    write::write(&kept, present).map_err(|error| match error {
        StorageError::Io { action, source, .. } => StorageError::Io { action, path: target.to_owned(), source },
        other => other,
    })?;
    if let Ok(old) = fs::metadata(target) {
        // Whoever may not read the file may not read its earlier version.
        let _ = fs::set_permissions(&kept, old.permissions());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    #[test]
    fn a_matter_comes_back_as_it_was_saved() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("matter.amende.ron");
        let law = Library::embedded().unwrap().law;
        let mut matter = CaseFile::new("Quotes \" and\nlines", "Newsletter");
        matter.notes = "ünïcödé".to_owned();
        let stamp = save(&path, &matter, &law).unwrap();
        let opened = read::open_stamped(&path, &law).unwrap();
        assert_eq!((opened.case_file, opened.stamp), (matter, stamp));
    }
}

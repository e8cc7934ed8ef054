//! Reads the data files of a checkout, to check them without building them in.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use super::{LARGEST, StorageError};
use crate::library::{DataFile, EXAMPLES};

/// A table of decisions, or a file that says how to read one, as it stands.
///
/// # Errors
/// When it cannot be read or is far too large.
pub fn table_file(path: &Path) -> Result<Vec<u8>, StorageError> {
    let io = |source| StorageError::Io { action: "read the table", path: path.to_owned(), source };
    let size = fs::metadata(path).map_err(io)?.len();
    if size > LARGEST * 32 {
        return Err(io(std::io::Error::other("the file is larger than 256 MB; divide it")));
    }
    fs::read(path).map_err(io)
}

/// The data and wording under `assets/` and `presets/` of a folder, and the examples in
/// Markdown where it has some.
///
/// # Errors
/// When a folder or a file cannot be read.
pub fn data_files(root: &Path) -> Result<Vec<DataFile>, StorageError> {
    let mut found = Vec::new();
    for folder in ["assets", "presets"] {
        collect(root, folder, &["ron", "ftl"], &mut found)?;
    }
    for folder in EXAMPLES.into_iter().filter(|folder| root.join(folder).is_dir()) {
        collect(root, folder, &["md"], &mut found)?;
    }
    Ok(found)
}

fn collect(root: &Path, below: &str, wanted: &[&str], found: &mut Vec<DataFile>) -> Result<(), StorageError> {
    let folder = root.join(below);
    let io = |source| StorageError::Io { action: "read the folder", path: folder.clone(), source };
    for entry in fs::read_dir(&folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        let path = format!("{below}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(root, &path, wanted, found)?;
        } else if entry.path().extension().is_some_and(|extension| wanted.iter().any(|known| extension == *known)) {
            found.push(DataFile { contents: Cow::Owned(fs::read(entry.path()).map_err(io)?), path });
        }
    }
    Ok(())
}

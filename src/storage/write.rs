//! Writing a file: beside the old one, and put in its place in one step or not at all.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::{StorageError, read};

/// How files in the making are called.
const PREFIX: &str = ".amende-";
/// A file in the making that nobody holds for so long was left behind by a program that ended.
const LEFT_BEHIND: Duration = Duration::from_secs(2);

/// Writes a file beside the old one and puts it in its place in one step. A symbolic link
/// stays: what it points to is replaced.
///
/// # Errors
/// When the folder cannot be written or the old file must not be; it is then untouched.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    let target = target(path)?;
    write_target(&target, bytes)
}

/// Whether a file of this name could be written, as far as that is seen without trying:
/// asked before work is done for it.
///
/// # Errors
/// When the folder is not there, or what has this name is no file or must stay as it is.
pub fn writable(path: &Path) -> Result<(), StorageError> {
    replaceable(&target(path)?).map(|_| ())
}

/// Writes a file into a new folder of its own below the system's folder for passing files,
/// which only this user may read. Returns where it stands.
///
/// # Errors
/// When that folder cannot be made or written.
pub fn write_passing(name: &str, bytes: &[u8]) -> Result<PathBuf, StorageError> {
    let made = tempfile::Builder::new().prefix("amende-").tempdir();
    let io = |source| StorageError::Io { action: "make a folder in", path: tempfile::env::temp_dir(), source };
    let path = made.map_err(|error| io(bare(&error)))?.keep().join(name);
    write(&path, bytes)?;
    Ok(path)
}

/// Whether two names, perhaps by way of links, are of one file.
pub fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        // One of them is not there yet.
        _ => one == other,
    }
}

/// Writes a file that is no link.
pub(super) fn write_target(target: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    let io = |source| StorageError::Io { action: "write the file", path: target.to_owned(), source };
    let folder = folder_of(target);
    let old = replaceable(target)?;
    let mut file = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder).map_err(|error| io(bare(&error)))?;
    // Held until it is in place: another program sees that it is not left behind.
    let _ = file.as_file().lock();
    if let Ok(now) = file.as_file().metadata().and_then(|made| made.modified()) {
        sweep(folder, now);
    }
    file.write_all(bytes).map_err(io)?;
    match old {
        Some(old) => file.as_file().set_permissions(old.permissions()).map_err(io)?,
        None => readable(file.as_file()).map_err(io)?,
    }
    file.as_file().sync_all().map_err(io)?;
    file.persist(target).map_err(|error| io(error.error))?;
    settle(folder);
    Ok(())
}

/// The file that has this name, where there is one and it may be replaced.
fn replaceable(target: &Path) -> Result<Option<fs::Metadata>, StorageError> {
    let old = fs::metadata(target).ok();
    if let Some(what) = old.as_ref().and_then(|old| read::special(old.file_type())) {
        return Err(StorageError::NotReplaceable { path: target.to_owned(), what });
    }
    let folder = folder_of(target);
    if !folder.is_dir() {
        return Err(StorageError::NoFolder { path: folder.to_owned() });
    }
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        return Err(StorageError::ReadOnly { path: target.to_owned() });
    }
    Ok(old)
}

/// What is to be replaced: the file itself, or what a link leads to.
///
/// # Errors
/// When links lead in a circle.
pub(super) fn target(path: &Path) -> Result<PathBuf, StorageError> {
    let io = |source| StorageError::Io { action: "follow the link", path: path.to_owned(), source };
    let mut target = path.to_owned();
    // As many as Linux follows.
    for _ in 0..40 {
        match fs::symlink_metadata(&target) {
            Ok(found) if found.file_type().is_symlink() => {
                let next = fs::read_link(&target).map_err(io)?;
                target = folder_of(&target).join(next);
            }
            _ => return Ok(target),
        }
    }
    Err(io(std::io::Error::other("the links lead in a circle")))
}

/// The folder a file stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Removes what a killed program left in the making. `now` is the folder's own clock.
fn sweep(folder: &Path, now: SystemTime) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let made_here = name.to_str().and_then(|name| name.strip_prefix(PREFIX)).is_some_and(|rest| rest.len() == 6);
        if made_here && is_left_behind(&entry, now) {
            // Where it cannot be removed, it stays: it is in nobody's way.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a file in the making is old and held by nobody.
fn is_left_behind(entry: &fs::DirEntry, now: SystemTime) -> bool {
    let Ok(found) = entry.metadata() else { return false };
    let age = found.modified().ok().and_then(|at| now.duration_since(at).ok());
    found.is_file()
        && age.is_some_and(|age| age > LEFT_BEHIND)
        && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok())
}

/// A temporary file is for its owner alone; a saved matter is as other new files.
fn readable(file: &File) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    let _ = file;
    Ok(())
}

/// Lets the new name survive a power cut too, where the system can.
fn settle(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    let _ = folder;
}

/// The system's error without the path of the temporary file.
fn bare(error: &std::io::Error) -> std::io::Error {
    match error.raw_os_error() {
        Some(code) => std::io::Error::from_raw_os_error(code),
        None => std::io::Error::from(error.kind()),
    }
}

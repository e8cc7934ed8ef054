//! Why a file could not be read or written: what, where, and what to do.

use std::io::ErrorKind;
use std::path::PathBuf;

use super::{LARGEST, Place};
use crate::facts::FORMAT;
use crate::workshop::SessionError;

/// Why a matter could not be opened or saved.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The operating system refused.
    #[error("{}: cannot {action}: {}", .path.display(), plain(source))]
    Io {
        /// What was tried.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is something by this name that holds no text: reading it might never end.
    #[error("{}: this is {what}, not a file: choose a matter (*.amende.ron)", .path.display())]
    NotAFile {
        /// What was named.
        path: PathBuf,
        /// What it is.
        what: &'static str,
    },
    /// There is something by this name that no file can be put in the place of.
    #[error("{}: this is {what}, not a file: nothing was written; choose another name", .path.display())]
    NotReplaceable {
        /// What was named.
        path: PathBuf,
        /// What it is.
        what: &'static str,
    },
    /// The file is marked as not to be written.
    #[error(
        "{}: the file is marked as read-only and was left as it is: save under another name, or allow writing to it",
        .path.display()
    )]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The folder the file is to stand in is not there (any more).
    #[error("{}: the folder is not there (any more): nothing was written; save in another place", .path.display())]
    NoFolder {
        /// The folder.
        path: PathBuf,
    },
    /// Somebody else wrote the file since it was read.
    #[error("{}: the file was changed by another program since it was opened: nothing was written", .path.display())]
    Changed {
        /// The file.
        path: PathBuf,
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
    /// The file is text in an encoding that matters are not written in.
    #[error("{}: the file is written in {encoding}: save it as UTF-8 in the editor it comes from", .path.display())]
    OtherEncoding {
        /// The file.
        path: PathBuf,
        /// The name of the encoding.
        encoding: &'static str,
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
    #[error("{}:{place}: the file has format {found}, this program reads up to {FORMAT}: open it with a newer version", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Where the format is stated.
        place: Place,
        /// Its format.
        found: u32,
    },
    /// The file states a format that never was.
    #[error(
        "{}:{place}: the file has format {found}, which no version of this program wrote: write `format: {FORMAT}` if it is a matter",
        .path.display()
    )]
    NoFormat {
        /// The file.
        path: PathBuf,
        /// Where the format is stated.
        place: Place,
        /// Its format.
        found: u32,
    },
    /// The file of a workshop does not hold together.
    #[error("{}: {error}", .path.display())]
    Session {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: SessionError,
    },
    /// A value has no text form.
    #[error("{}: cannot be written: {message}", .path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why not.
        message: String,
    },
    /// The answers do not fit the questionnaire.
    #[error("{}", .problems.join("\n"))]
    Answers {
        /// Each with file, line and question.
        problems: Vec<String>,
    },
}

/// What the system said, in words that say what to do.
fn plain(error: &std::io::Error) -> String {
    let said = match error.kind() {
        ErrorKind::NotFound => "it is not there (any more)",
        ErrorKind::PermissionDenied => "writing or reading there is not permitted: choose another place",
        ErrorKind::ReadOnlyFilesystem => "the disk or folder can only be read: choose another place",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "there is no room left: free some and try again, or choose another place"
        }
        ErrorKind::NotADirectory => "a part of its path is no folder: choose another place",
        ErrorKind::InvalidFilename => "the name is too long or holds a character that is not allowed: shorten it",
        ErrorKind::IsADirectory => "a folder has this name: choose another name",
        _ => return error.to_string(),
    };
    said.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_one_plain_sentence() {
        let source = std::io::Error::from(ErrorKind::StorageFull);
        let error = StorageError::Io { action: "write the file", path: "/m/a.amende.ron".into(), source };
        assert_eq!(
            error.to_string(),
            "/m/a.amende.ron: cannot write the file: there is no room left: free some and try again, or choose another place"
        );
    }
}

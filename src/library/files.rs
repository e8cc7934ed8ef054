//! Reading RON text with the place of what is wrong.

use std::fmt::Write as _;

use include_dir::{Dir, File};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::Problem;

/// How all data files are read: optional values are written without `Some`.
pub fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Parses RON text.
///
/// # Errors
/// With line, column and what was expected.
pub fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Problem> {
    ron_options().from_str(text).map_err(|error| Problem {
        file: file.to_owned(),
        position: Some((error.span.start.line, error.span.start.col)),
        message: error.code.to_string(),
    })
}

/// The SHA-256 of some bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// All files with this extension in a folder and below, by path.
pub(super) fn with_extension(
    folder: &'static Dir<'static>,
    under: &str,
    extension: &str,
) -> Vec<&'static File<'static>> {
    let mut found = Vec::new();
    if let Some(start) = if under.is_empty() { Some(folder) } else { folder.get_dir(under) } {
        collect(start, extension, &mut found);
    }
    found.sort_by_key(|file| file.path());
    found
}

fn collect(folder: &'static Dir<'static>, extension: &str, found: &mut Vec<&'static File<'static>>) {
    found.extend(folder.files().filter(|file| file.path().extension().is_some_and(|known| known == extension)));
    for inner in folder.dirs() {
        collect(inner, extension, found);
    }
}

/// The hash over names and contents of files.
pub(super) fn hash_all(files: &[&File<'_>]) -> String {
    let mut hasher = Sha256::new();
    for file in files {
        hasher.update(file.path().to_string_lossy().replace('\\', "/").as_bytes());
        hasher.update([0]);
        hasher.update(file.contents());
        hasher.update([0]);
    }
    hexadecimal(&hasher.finalize())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

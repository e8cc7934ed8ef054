//! Reading RON text with the place of what is wrong.

use std::borrow::Cow;
use std::fmt::Write as _;

use include_dir::Dir;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::{Problem, in_words};

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
        message: in_words(&error.code, text, error.span.start.line, error.span.start.col, None),
    })
}

/// The SHA-256 of some bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// A data file by its path below the repository's root.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DataFile {
    /// `assets/law/gdpr/framework.ron`.
    pub path: String,
    /// What it says.
    pub contents: Cow<'static, [u8]>,
}

/// All data files the program was built with, by path.
pub(super) fn embedded() -> Vec<DataFile> {
    let mut found = Vec::new();
    for (root, folder) in [("assets", &super::ASSETS), ("presets", &super::PRESETS)] {
        collect(root, folder, &mut found);
    }
    found
}

/// The examples among data files; of a folder that has none, those built in.
pub(super) fn examples(files: &[DataFile]) -> Vec<DataFile> {
    let mut found = Vec::new();
    for (folder, built_in) in super::EXAMPLES.iter().zip([&super::RULE_EXAMPLES, &super::WORKED_EXAMPLES]) {
        let inside = |file: &&DataFile| file.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let before = found.len();
        found.extend(files.iter().filter(inside).cloned());
        if found.len() == before {
            collect(folder, built_in, &mut found);
        }
    }
    // Their lines are told of and compared: the same wherever they were checked out.
    for file in &mut found {
        file.contents = Cow::Owned(with_plain_lines(&file.contents));
    }
    found.sort();
    found
}

fn collect(root: &str, folder: &'static Dir<'static>, found: &mut Vec<DataFile>) {
    found.extend(folder.files().map(|file| DataFile {
        path: format!("{root}/{}", file.path().to_string_lossy().replace('\\', "/")),
        contents: Cow::Borrowed(file.contents()),
    }));
    for inner in folder.dirs() {
        collect(root, inner, found);
    }
}

/// The RON files of a folder and below.
pub(super) fn below<'f>(files: &'f [DataFile], folder: &str) -> Vec<&'f DataFile> {
    let inside = |file: &&DataFile| {
        is_ron(&file.path) && file.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    };
    files.iter().filter(inside).collect()
}

/// Whether a path names a RON file.
fn is_ron(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|extension| extension == "ron")
}

/// The hash over names and contents of files.
pub(super) fn hash_all(files: &[&DataFile]) -> String {
    let mut hasher = Sha256::new();
    for file in files {
        hasher.update(file.path.as_bytes());
        hasher.update([0]);
        hasher.update(with_plain_lines(&file.contents));
        hasher.update([0]);
    }
    hexadecimal(&hasher.finalize())
}

/// The contents with lines ending as on Unix: the same data is the same wherever it was
/// checked out.
pub(super) fn with_plain_lines(contents: &[u8]) -> Vec<u8> {
    let ends = |place: usize| contents.get(place + 1) == Some(&b'\n');
    let kept = contents.iter().enumerate().filter(|(place, byte)| **byte != b'\r' || !ends(*place));
    kept.map(|(_, byte)| *byte).collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

//! What several tests of the data need.

use amende::library::{DataFile, Library, LibraryError};
use amende::storage;
use pulldown_cmark::{Event, Options, Parser};

/// The data of this checkout.
pub(crate) fn data() -> Vec<DataFile> {
    storage::data_files(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Replaces a text in a file, the first time it stands there.
pub(crate) fn replace(files: &mut [DataFile], path: &str, from: &str, to: &str) {
    let file = files.iter_mut().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
    let text = std::str::from_utf8(&file.contents).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    file.contents = text.replacen(from, to, 1).into_bytes().into();
}

/// What `check` says of data that does not hold together, problem by problem.
pub(crate) fn problems(files: Vec<DataFile>) -> Vec<String> {
    match Library::from_files(files) {
        Ok(_) => Vec::new(),
        Err(LibraryError { problems }) => problems.iter().map(ToString::to_string).collect(),
    }
}

/// What `check` says of the data with texts replaced in files: path, what stands there,
/// what stands there instead. The first place in a file is meant.
pub(crate) fn broken(edits: &[(&str, &str, &str)]) -> String {
    let mut files = data();
    for (path, from, to) in edits {
        replace(&mut files, path, from, to);
    }
    let problems = problems(files);
    assert!(!problems.is_empty(), "{edits:?} is not refused");
    problems.join("\n")
}

/// What Markdown makes of a text: its structure and its words. Line breaks are no
/// structure.
pub(crate) fn read_markdown(markdown: &str) -> (Vec<String>, String) {
    let (mut structure, mut words) = (Vec::new(), String::new());
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::InlineHtml(html) if &*html == "<br>" => words.push('\n'),
            Event::SoftBreak => {}
            Event::Start(tag) => structure.push(format!("{:?}", tag.to_end())),
            Event::End(_) => structure.push("end".to_owned()),
            other => structure.push(format!("{other:?}")),
        }
    }
    (structure, words)
}

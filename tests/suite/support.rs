//! What several tests of the data need.

use amende::library::{Library, LibraryError};
use amende::storage;
use pulldown_cmark::{Event, Options, Parser};

/// What `check` says of the data with texts replaced in files: path, what stands there,
/// what stands there instead. The first place in a file is meant.
pub(crate) fn broken(edits: &[(&str, &str, &str)]) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = storage::data_files(root).unwrap();
    for (path, from, to) in edits {
        let file = files.iter_mut().find(|file| file.path == *path).unwrap_or_else(|| panic!("no {path}"));
        let text = std::str::from_utf8(&file.contents).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        file.contents = text.replacen(from, to, 1).into_bytes().into();
    }
    let LibraryError { problems } = Library::from_files(files).unwrap_err();
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
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

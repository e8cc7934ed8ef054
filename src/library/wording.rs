//! Whether the wording has what the program asks for.
//!
//! The program's own wording, built in, is the list of what it asks for and of what is
//! filled in where: tests compare it with the source code. So wording read elsewhere is
//! held against it.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::{Sources, Word, meant};
use super::{ASSETS, DataFile, Problem, files};

/// So many letters may be wrong in a key that is misspelt.
const SLIP: usize = 3;

/// All that is wrong with the wording of a language.
pub(super) fn problems(language: &str, data: &[DataFile]) -> Vec<Problem> {
    let folder = format!("assets/locale/{language}");
    let read = |file: &DataFile| Some((file.path.clone(), parsed(&file.contents)?));
    let given: BTreeMap<String, BTreeMap<String, String>> =
        files::below(data, &folder).into_iter().filter_map(read).collect();
    let own = built_in();
    let known: BTreeMap<&str, (&str, &str)> = own
        .iter()
        .flat_map(|(file, texts)| texts.iter().map(|(key, text)| (key.as_str(), (file.as_str(), text.as_str()))))
        .collect();
    let stated: BTreeSet<&str> = given.values().flat_map(BTreeMap::keys).map(String::as_str).collect();
    let sources = Sources { files: data };
    let mut problems = Vec::new();
    // Keys that are missing because they are misspelt: told of once.
    let mut misspelt = BTreeSet::new();
    for (file, texts) in &given {
        for (key, text) in texts {
            let at = [Word::Quoted(key)];
            let Some((_, own)) = known.get(key.as_str()) else {
                let missing = known.keys().copied().filter(|key| !stated.contains(key));
                let near = missing.min_by_key(|missing| strsim::osa_distance(missing, key));
                misspelt.extend(near.filter(|near| strsim::osa_distance(near, key) <= SLIP));
                let message = format!("`{key}` is asked for nowhere{}", meant(key, near));
                problems.push(sources.problem(file, &at, message));
                continue;
            };
            let (filled, used) = (placeholders(own), placeholders(text));
            let unknown: Vec<&str> = used.difference(&filled).copied().collect();
            for name in &unknown {
                let near = meant(name, filled.iter().copied());
                let message = format!("`{key}`: nothing is filled in for `{{{name}}}`{near}");
                problems.push(sources.problem(file, &at, message));
            }
            for name in filled.difference(&used).filter(|_| unknown.is_empty()) {
                let message = format!("`{key}`: `{{{name}}}` is missing, so what belongs there would not be shown");
                problems.push(sources.problem(file, &at, message));
            }
        }
    }
    for (key, (name, _)) in known.iter().filter(|(key, _)| !stated.contains(**key) && !misspelt.contains(**key)) {
        let file = format!("{folder}/{name}");
        // Behind the key that stands before it, where it is there.
        let before = known.range(..*key).rev().find(|(before, of)| of.0 == *name && stated.contains(**before));
        let at: Vec<Word<'_>> = before.iter().map(|(before, _)| Word::Quoted(before)).collect();
        let message = format!("`{key}` has no wording; it belongs after this line");
        problems.push(sources.problem(&file, &at, message));
    }
    problems
}

/// The built-in wording, by the name of its file.
fn built_in() -> BTreeMap<String, BTreeMap<String, String>> {
    let files = ASSETS.get_dir("locale/en").into_iter().flat_map(include_dir::Dir::files);
    let named = files.filter_map(|file| {
        let name = file.path().file_name()?.to_string_lossy().into_owned();
        Some((name, parsed(file.contents())?))
    });
    named.collect()
}

/// The wording of a file; a file that cannot be read is told of elsewhere.
fn parsed(contents: &[u8]) -> Option<BTreeMap<String, String>> {
    files::ron_options().from_str(std::str::from_utf8(contents).ok()?).ok()
}

/// The names in braces of a text.
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    let names = text.split('{').skip(1).filter_map(|after| after.split_once('}')).map(|(name, _)| name);
    names.filter(|name| name.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_')).collect()
}

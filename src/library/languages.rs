//! The languages of `assets/locale`: each is `<language>.ron` (figures and days) with a
//! folder of the same name (messages in Fluent, and perhaps texts of the law).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::load::Loader;
use super::sources::{Sources, Word, meant};
use super::{DataFile, Library, Problem, files};
use crate::locale::reading::Words;
use crate::locale::{Locale, MessageProblem, Messages};

/// The language in which the data's own texts are written, which every key has wording in.
pub(super) const FIRST: &str = "en";

const FOLDER: &str = "assets/locale";

/// So many letters may be wrong in a key that is misspelt.
const SLIP: usize = 3;

/// Texts of the law in another language, by the key of the text.
pub(super) type Translation = BTreeMap<String, String>;

/// All languages, the first one first, each with the texts of the law that it has.
pub(super) fn load(loader: &mut Loader) -> Option<Vec<(Locale, Translation)>> {
    let mut names: Vec<String> = files::below(&loader.files, FOLDER)
        .into_iter()
        .filter_map(|file| file.path.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(".ron").map(str::to_owned))
        .filter(|name| !name.contains('/'))
        .collect();
    names.sort_by_key(|name| (name != FIRST, name.clone()));
    if names.first().is_none_or(|name| name != FIRST) {
        names.insert(0, FIRST.to_owned());
    }
    let read: Option<Vec<_>> = names.iter().map(|name| one(loader, name)).collect();
    let mut languages = read?;
    let (first, _) = languages.first()?.clone();
    for (locale, _) in languages.iter_mut().skip(1) {
        locale.fallback = first.messages.clone();
        if locale.reading == Words::default() {
            locale.reading = first.reading.clone();
        }
    }
    Some(languages)
}

fn one(loader: &mut Loader, name: &str) -> Option<(Locale, Translation)> {
    let path = format!("{FOLDER}/{name}.ron");
    let locale: Option<Locale> = loader.one(&path);
    if let Some(locale) = locale.as_ref().filter(|locale| locale.language != name) {
        let message = format!("language: `{}` is not the name of the file, `{name}`", locale.language);
        loader.problem(&path, &[Word::Of("language", &locale.language)], message);
    }
    let messages = messages(&loader.files, name);
    let mut translation = Translation::new();
    for (path, texts) in loader.folder::<Translation>(&format!("{FOLDER}/{name}/law")) {
        for (key, text) in texts {
            if translation.insert(key.clone(), text).is_some() {
                loader.problem(&path, &[Word::Quoted(&key)], format!("`{key}` stands in another file already"));
            }
        }
    }
    match messages {
        Ok(messages) => Some((Locale { messages, ..locale? }, translation)),
        Err(problems) => {
            loader.problems.extend(problems.into_iter().map(Problem::from));
            None
        }
    }
}

/// The messages of a language, from all files of its folder.
fn messages(files: &[DataFile], name: &str) -> Result<Messages, Vec<MessageProblem>> {
    let folder = format!("{FOLDER}/{name}/");
    let is_messages = |path: &str| std::path::Path::new(path).extension().is_some_and(|extension| extension == "ftl");
    let of_language = files.iter().filter(|file| file.path.starts_with(&folder) && is_messages(&file.path));
    let texts: Vec<(&str, String)> =
        of_language.map(|file| (file.path.as_str(), String::from_utf8_lossy(&file.contents).into_owned())).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
    Messages::read(name, &texts)
}

impl From<MessageProblem> for Problem {
    fn from(problem: MessageProblem) -> Self {
        let MessageProblem { place, message } = problem;
        Self { file: place.file, position: Some(place.position), message }
    }
}

/// What the program asks for: the keys and what it gives each to be filled in, by the
/// messages it was built with. A test holds those to the source.
fn asked_for() -> &'static Messages {
    static ASKED: OnceLock<Messages> = OnceLock::new();
    ASKED.get_or_init(|| messages(&files::embedded(), FIRST).unwrap_or_default())
}

/// All that is wrong with the languages.
pub(super) fn problems(library: &Library, sources: Sources<'_>) -> Vec<Problem> {
    let mut problems: Vec<Problem> = library.languages.iter().flat_map(of_wording).collect();
    for locale in library.languages.iter().filter(|locale| locale.months.len() != 12) {
        let message = format!("there are {} months: name twelve", locale.months.len());
        problems.push(sources.problem(&format!("{FOLDER}/{}.ron", locale.language), &[Word::Key("months")], message));
    }
    let keys = library.law.text_keys();
    for (locale, translation) in library.languages.iter().zip(&library.translations) {
        for key in translation.keys().filter(|key| !keys.contains(key)) {
            let near = meant(key, keys.iter().map(String::as_str));
            let file = format!("{FOLDER}/{}/law", locale.language);
            let message = format!("the law has no text `{key}`{near}");
            problems.push(sources.problem(&file, &[Word::Quoted(key)], message));
        }
    }
    problems
}

/// What is wrong with the wording of a language: keys that nothing asks for, names that
/// nothing gives or that are left out, and, in the first language, keys without wording.
fn of_wording(locale: &Locale) -> Vec<Problem> {
    let (asked, messages) = (asked_for(), &locale.messages);
    let mut problems = Vec::new();
    // Keys that are missing because they are misspelt: told of once.
    let mut misspelt = BTreeSet::new();
    for key in messages.keys() {
        let Some(place) = messages.place(key) else { continue };
        let mut problem =
            |message| problems.push(Problem { file: place.file.clone(), position: Some(place.position), message });
        let identifier = identifier(key);
        if !asked.has(key) {
            let missing = asked.keys().filter(|known| !messages.has(known));
            let near = missing.min_by_key(|missing| strsim::osa_distance(missing, key));
            misspelt.extend(near.filter(|near| strsim::osa_distance(near, key) <= SLIP));
            let near = near.or_else(|| asked.keys().min_by_key(|known| strsim::osa_distance(known, key)));
            let near = near.map(self::identifier);
            problem(format!("nothing asks for `{identifier}`{}", meant(&identifier, near.as_deref())));
            continue;
        }
        let (given, named) = (names(asked, key), names(messages, key));
        let unknown: Vec<&&str> = named.difference(&given).collect();
        for name in &unknown {
            let given: Vec<String> = given.iter().map(|name| format!("`${name}`")).collect();
            let given = if given.is_empty() { "nothing".to_owned() } else { given.join(", ") };
            problem(format!("`{identifier}` names `${name}`; what is filled in there is {given}"));
        }
        for name in given.difference(&named).filter(|_| unknown.is_empty()) {
            problem(format!("`{identifier}`: `${name}` is missing, so what belongs there would not be shown"));
        }
    }
    let missing = asked.keys().filter(|key| !messages.has(key) && !misspelt.contains(key));
    for key in missing.filter(|_| locale.language == FIRST) {
        let Some(file) = asked.place(key).map(|place| &place.file) else { continue };
        // Behind the key that stands before it, where it is there.
        let stands = |known: &&str| messages.place(known).filter(|place| place.file == *file && *known < key);
        let before = messages.keys().filter_map(|known| stands(&known)).last();
        let message = format!("`{}` has no wording; it belongs after this line", identifier(key));
        problems.push(Problem { file: file.clone(), position: before.map(|place| place.position), message });
    }
    problems
}

/// The names of a message; a count comes with its plural and is the same as its number.
fn names<'m>(messages: &'m Messages, key: &str) -> BTreeSet<&'m str> {
    messages.variables(key).map(|name| if name == "count" { "n" } else { name }).collect()
}

/// A key as the files of messages write it.
fn identifier(key: &str) -> String {
    key.replace('.', "-")
}

impl Library {
    /// The same data in another of its languages; `None` where there is no such language.
    /// Figures, ids and hashes are the same.
    pub fn in_language(&self, language: &str) -> Option<Self> {
        let place = self.languages.iter().position(|known| known.language == language)?;
        let (locale, translation) = (self.languages.get(place)?, self.translations.get(place)?);
        Some(Self { law: self.law.translated(translation), locale: locale.clone(), ..self.clone() })
    }
}

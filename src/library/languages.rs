//! The languages of `assets/locale`: each is `<language>.ron` (figures and days) with a
//! folder of the same name (messages in Fluent, and perhaps texts of the law).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::load::Loader;
use super::{DataFile, Library, Problem, files};
use crate::locale::reading::Words;
use crate::locale::{Locale, MessageProblem, Messages};

/// The language in which the data's own texts are written, which every key has wording in.
pub(super) const FIRST: &str = "en";

const FOLDER: &str = "assets/locale";

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
        loader.problem(&path, format!("language: `{}` is not the name of the file, `{name}`", locale.language));
    }
    let messages = messages(&loader.files, name);
    let mut translation = Translation::new();
    for (path, texts) in loader.folder::<Translation>(&format!("{FOLDER}/{name}/law")) {
        for (key, text) in texts {
            if translation.insert(key.clone(), text).is_some() {
                loader.problem(&path, format!("`{key}` stands in another file already"));
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

/// What is wrong with the wording: keys that nothing asks for, names that nothing gives,
/// and, in the first language, keys without wording.
pub(super) fn check(library: &Library) -> Vec<Problem> {
    let asked = asked_for();
    let mut problems = Vec::new();
    for locale in &library.languages {
        let messages = &locale.messages;
        for key in messages.keys() {
            let Some(place) = messages.place(key) else { continue };
            let problem = |message| Problem { file: place.file.clone(), position: Some(place.position), message };
            let identifier = key.replace('.', "-");
            if !asked.has(key) {
                let near = nearest(key, asked.keys());
                problems.push(problem(format!("nothing asks for `{identifier}`{near}")));
                continue;
            }
            for name in messages.variables(key).filter(|name| !gives(asked, key, name)) {
                let given: Vec<String> = asked.variables(key).map(|name| format!("`${name}`")).collect();
                let given = if given.is_empty() { "nothing".to_owned() } else { given.join(", ") };
                problems.push(problem(format!("`{identifier}` names `${name}`; what is filled in there is {given}")));
            }
        }
        if locale.language == FIRST {
            let missing = asked.keys().filter(|key| !messages.has(key));
            problems.extend(missing.map(|key| Problem {
                file: asked.place(key).map_or_else(String::new, |place| place.file.clone()),
                position: None,
                message: format!("`{}` has no wording, and the program asks for it", key.replace('.', "-")),
            }));
        }
    }
    let keys = library.law.text_keys();
    for (locale, translation) in library.languages.iter().zip(&library.translations) {
        for key in translation.keys().filter(|key| !keys.contains(key)) {
            let near = keys.iter().min_by_key(|known| strsim::levenshtein(known, key));
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            let file = format!("{FOLDER}/{}/law", locale.language);
            problems.push(Problem { file, position: None, message: format!("the law has no text `{key}`{near}") });
        }
    }
    problems
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

/// Whether a name is given for a key; a count comes with its plural.
fn gives(asked: &Messages, key: &str, name: &str) -> bool {
    let mut given = asked.variables(key);
    if name == "count" { given.any(|known| known == "n" || known == name) } else { given.any(|known| known == name) }
}

/// The hint for a key that is not known.
fn nearest<'a>(key: &str, known: impl Iterator<Item = &'a str>) -> String {
    let near = known.min_by_key(|known| strsim::levenshtein(known, key));
    near.map_or_else(String::new, |near| format!("; did you mean `{}`?", near.replace('.', "-")))
}

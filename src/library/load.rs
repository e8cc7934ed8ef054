//! Loads every folder; a file that does not parse is a problem, not an end.

use std::collections::BTreeMap;

use include_dir::Dir;
use serde::de::DeserializeOwned;

use super::{ASSETS, Library, LibraryError, PRESETS, Preset, Problem, check, files};
use crate::law::{Corpus, RuleFile};
use crate::locale::Locale;

/// The frameworks under `assets/law`, the one whose provisions are kept first.
const FRAMEWORKS: [&str; 2] = ["gdpr", "uk-gdpr"];

pub(super) fn load() -> Result<Library, LibraryError> {
    let mut loader = Loader::default();
    let Some(library) = loader.library() else {
        return Err(loader.into_error());
    };
    loader.problems.extend(check::check(&library));
    if loader.problems.is_empty() { Ok(library) } else { Err(loader.into_error()) }
}

#[derive(Default)]
struct Loader {
    problems: Vec<Problem>,
}

impl Loader {
    fn library(&mut self) -> Option<Library> {
        let instruments = self.one("law/instruments.ron");
        let frameworks = FRAMEWORKS.map(|id| self.one(&format!("law/{id}/framework.ron")));
        let displacements = self.one("law/gdpr/concurrence.ron");
        let provisions = self.one("law/gdpr/provisions.ron");
        let factors = self.one("law/gdpr/factors.ron");
        let circumstances = self.one("law/gdpr/circumstances.ron");
        let questionnaires =
            self.folder(&ASSETS, "assets", "questionnaire").into_iter().map(|(_, read)| read).collect();
        let rules = self.folder::<RuleFile>(&ASSETS, "assets", "law/gdpr/rules");
        let methodologies = FRAMEWORKS
            .map(|id| self.folder(&ASSETS, "assets", &format!("law/{id}/methodologies")))
            .into_iter()
            .flatten();
        let national = self.folder(&ASSETS, "assets", "law/national");
        let decisions = self.folder(&ASSETS, "assets", "decisions");
        let presets = self.folder(&PRESETS, "presets", "");
        let similarity = self.one("estimate/similarity.ron");
        let priors = self.one("estimate/priors.ron");
        let locale = self.locale("en");
        let methodology_sha256 = FRAMEWORKS
            .iter()
            .flat_map(|id| files::with_extension(&ASSETS, &format!("law/{id}/methodologies"), "ron"))
            .filter_map(|file| Some((file.path().file_stem()?.to_str()?.to_owned(), files::sha256(file.contents()))))
            .collect();
        let mut law_files = files::with_extension(&ASSETS, "law", "ron");
        law_files.extend(files::with_extension(&ASSETS, "questionnaire", "ron"));
        let mut decisions: Vec<crate::precedents::Decision> = decisions.into_iter().map(|(_, read)| read).collect();
        decisions.sort_by(|a, b| b.decided.cmp(&a.decided).then_with(|| a.id.cmp(&b.id)));
        Some(Library {
            law: Corpus {
                instruments: instruments?,
                frameworks: frameworks.into_iter().collect::<Option<_>>()?,
                provisions: provisions?,
                questionnaires,
                rules: rules.into_iter().flat_map(|(_, file)| file.rules).collect(),
                factors: factors?,
                circumstances: circumstances?,
                displacements: displacements?,
                methodologies: methodologies.map(|(_, read)| read).collect(),
                national: national.into_iter().map(|(_, read)| read).collect(),
            },
            decisions,
            similarity: similarity?,
            priors: priors?,
            presets: presets.into_iter().map(|(file, case_file)| Preset { file, case_file }).collect(),
            locale: locale?,
            law_sha256: files::hash_all(&law_files),
            decisions_sha256: files::hash_all(&files::with_extension(&ASSETS, "decisions", "ron")),
            methodology_sha256,
        })
    }

    /// One file under `assets/` that must be there.
    fn one<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let name = format!("assets/{path}");
        let Some(text) = ASSETS.get_file(path).and_then(include_dir::File::contents_utf8) else {
            let message = "the file is missing or not UTF-8".to_owned();
            self.problems.push(Problem { file: name, position: None, message });
            return None;
        };
        self.parsed(&name, text)
    }

    /// A language: its numbers, and its wording from all files of its folder.
    fn locale(&mut self, language: &str) -> Option<Locale> {
        let mut locale: Locale = self.one(&format!("locale/{language}.ron"))?;
        for (path, texts) in self.folder::<BTreeMap<String, String>>(&ASSETS, "assets", &format!("locale/{language}")) {
            for (key, text) in texts {
                if locale.texts.insert(key.clone(), text).is_some() {
                    let message = format!("`{key}` has wording in another file already");
                    self.problems.push(Problem { file: format!("assets/{path}"), position: None, message });
                }
            }
        }
        Some(locale)
    }

    /// All files of a folder, each with its path below it.
    fn folder<T: DeserializeOwned>(
        &mut self,
        root: &'static Dir<'static>,
        root_name: &str,
        under: &str,
    ) -> Vec<(String, T)> {
        let mut read = Vec::new();
        for file in files::with_extension(root, under, "ron") {
            let path = file.path().to_string_lossy().replace('\\', "/");
            let name = format!("{root_name}/{path}");
            match file.contents_utf8() {
                Some(text) => read.extend(self.parsed(&name, text).map(|value| (path, value))),
                None => self.problems.push(Problem {
                    file: name,
                    position: None,
                    message: "the file is not UTF-8".to_owned(),
                }),
            }
        }
        read
    }

    fn parsed<T: DeserializeOwned>(&mut self, name: &str, text: &str) -> Option<T> {
        match files::parse(name, text) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    fn into_error(mut self) -> LibraryError {
        self.problems.sort();
        LibraryError { problems: self.problems }
    }
}

//! Loads every folder; a file that does not parse is a problem, not an end.

use serde::de::DeserializeOwned;

use super::words::Named;
use super::{DataFile, Library, LibraryError, Preset, Problem, check, files, languages, words};
use crate::facts::CaseFile;
use crate::law::{Corpus, Instrument, Questionnaire, RuleFile, Vocabulary};
use crate::practice::Practice;
use crate::precedents::Decision;

/// The frameworks under `assets/law`, the one whose provisions are kept first.
const FRAMEWORKS: [&str; 2] = ["gdpr", "uk-gdpr"];

pub(super) fn load(mut files: Vec<DataFile>) -> Result<Library, LibraryError> {
    // Decided matters are for measuring, not to start from.
    files.retain(|file| !file.path.starts_with("presets/decided/"));
    files.sort();
    let mut loader = Loader { files, problems: Vec::new(), named: Vec::new() };
    let Some(library) = loader.library() else {
        return Err(loader.into_error());
    };
    loader.problems.extend(check::check(&library));
    loader.problems.extend(languages::check(&library));
    let named = std::mem::take(&mut loader.named);
    loader.problems.extend(words::check(&library, named, &loader.files));
    if loader.problems.is_empty() { Ok(library) } else { Err(loader.into_error()) }
}

pub(super) struct Loader {
    pub(super) files: Vec<DataFile>,
    pub(super) problems: Vec<Problem>,
    /// Topics of files of rules and questions, to be looked up once the vocabulary is there.
    named: Vec<Named>,
}

impl Loader {
    fn library(&mut self) -> Option<Library> {
        let vocabulary = self.vocabulary();
        let instruments = self.folder::<Vec<Instrument>>("assets/law/instruments");
        let frameworks = FRAMEWORKS.map(|id| self.one(&format!("assets/law/{id}/framework.ron")));
        let displacements = self.one("assets/law/gdpr/concurrence.ron");
        let contradictions = self.one("assets/law/gdpr/contradictions.ron");
        let provisions = self.one("assets/law/gdpr/provisions.ron");
        let factors = self.one("assets/law/gdpr/factors.ron");
        let circumstances = self.one("assets/law/gdpr/circumstances.ron");
        let questionnaires = self.folder::<Questionnaire>("assets/questionnaire");
        let rules = self.folder::<RuleFile>("assets/law/gdpr/rules");
        self.named.extend(questionnaires.iter().map(|(path, file)| Named::topic(path, &file.topic)));
        self.named.extend(rules.iter().map(|(path, file)| Named::topic(path, &file.topic)));
        let rule_topics =
            rules.iter().flat_map(|(_, file)| file.rules.iter().map(|rule| (rule.id.clone(), file.topic.clone())));
        let rule_topics = rule_topics.collect();
        let methodologies =
            FRAMEWORKS.map(|id| self.folder(&format!("assets/law/{id}/methodologies"))).into_iter().flatten();
        let national = self.folder("assets/law/national");
        let rates = self.one("assets/law/rates/ecb.ron");
        let decisions = self.folder("assets/decisions");
        let presets = self.folder("presets");
        let examples: Option<Vec<String>> = self.one("assets/examples.ron");
        let similarity = self.one("assets/estimate/similarity.ron");
        let priors = self.one("assets/estimate/priors.ron");
        let scale = self.one("assets/estimate/score.ron");
        let recipe = self.one("assets/estimate/recipe.ron");
        let mappings = self.folder("assets/estimate/mapping");
        let practice = self.practice();
        let practice_words = self.one("assets/vocabulary/practice.ron");
        let languages = languages::load(self);
        let methods = FRAMEWORKS.map(|id| format!("assets/law/{id}/methodologies"));
        let methodology_sha256 = methods
            .iter()
            .flat_map(|folder| files::below(&self.files, folder))
            .map(|file| (stem(&file.path).to_owned(), files::sha256(&files::with_plain_lines(&file.contents))))
            .collect();
        let mut law_files = files::below(&self.files, "assets/law");
        law_files.extend(files::below(&self.files, "assets/questionnaire"));
        let law_sha256 = files::hash_all(&law_files);
        let decisions_sha256 = files::hash_all(&files::below(&self.files, "assets/decisions"));
        let estimate_sha256 = files::hash_all(&files::below(&self.files, "assets/estimate"));
        for (path, decision) in &decisions {
            let decision: &Decision = decision;
            if *path != format!("assets/decisions/{}.ron", decision.id) {
                let message = format!("the record's id `{}` is not its place under assets/decisions", decision.id);
                self.problems.push(Problem { file: path.clone(), position: None, message });
            }
        }
        let mut decisions: Vec<Decision> = decisions.into_iter().map(|(_, read)| read).collect();
        decisions.sort_by(|a, b| b.decided.cmp(&a.decided).then_with(|| a.id.cmp(&b.id)));
        let presets = self.ordered(presets, &examples?);
        let (languages, translations): (Vec<_>, Vec<_>) = languages?.into_iter().unzip();
        Some(Library {
            law: Corpus {
                vocabulary: vocabulary?,
                instruments: instruments.into_iter().flat_map(|(_, file)| file).collect(),
                frameworks: frameworks.into_iter().collect::<Option<_>>()?,
                provisions: provisions?,
                questionnaires: questionnaires.into_iter().map(|(_, read)| read).collect(),
                rule_topics,
                rules: rules.into_iter().flat_map(|(_, file)| file.rules).collect(),
                factors: factors?,
                circumstances: circumstances?,
                displacements: displacements?,
                contradictions: contradictions?,
                methodologies: methodologies.map(|(_, read)| read).collect(),
                national: national.into_iter().map(|(_, read)| read).collect(),
                rates: rates?,
            },
            decisions,
            similarity: similarity?,
            priors: priors?,
            recipe: recipe?,
            mappings: mappings.into_iter().map(|(_, read)| read).collect(),
            practice,
            practice_words: practice_words?,
            scale: scale?,
            presets,
            locale: languages.first()?.clone(),
            languages,
            translations,
            law_sha256,
            decisions_sha256,
            estimate_sha256,
            methodology_sha256,
        })
    }

    /// The matters to start from in the order of `assets/examples.ron`, those not named
    /// there by their title.
    fn ordered(&mut self, presets: Vec<(String, CaseFile)>, order: &[String]) -> Vec<Preset> {
        let preset =
            |(path, case_file): (String, CaseFile)| Preset { file: path.replacen("presets/", "", 1), case_file };
        let mut presets: Vec<Preset> = presets.into_iter().map(preset).collect();
        for name in order.iter().filter(|name| !presets.iter().any(|preset| preset.file == **name)) {
            let message = format!("`{name}` is not a file of presets/; take the line out or correct the name");
            self.problems.push(Problem { file: "assets/examples.ron".to_owned(), position: None, message });
        }
        let place = |file: &str| order.iter().position(|name| name == file).unwrap_or(order.len());
        presets.sort_by(|one, other| {
            let titles = || one.case_file.title.cmp(&other.case_file.title);
            place(&one.file).cmp(&place(&other.file)).then_with(titles)
        });
        presets
    }

    /// The fitted estimate, where there is one: it is written by the program itself.
    fn practice(&mut self) -> Option<Practice> {
        let path = "assets/estimate/practice.ron";
        let file = self.files.iter().find(|file| file.path == path).cloned()?;
        let practice = Practice::new(self.read(&file)?);
        for message in practice.problems() {
            self.problem(path, message);
        }
        Some(practice)
    }

    /// The lists of words.
    fn vocabulary(&mut self) -> Option<Vocabulary> {
        let countries = self.one("assets/vocabulary/countries.ron");
        let authorities = self.one("assets/vocabulary/authorities.ron");
        let sectors = self.one("assets/vocabulary/sectors.ron");
        let topics = self.one("assets/vocabulary/topics.ron");
        Some(Vocabulary { countries: countries?, authorities: authorities?, sectors: sectors?, topics: topics? })
    }

    /// One file that must be there.
    pub(super) fn one<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let Some(file) = self.files.iter().find(|file| file.path == path).cloned() else {
            let message = "the file is missing".to_owned();
            self.problems.push(Problem { file: path.to_owned(), position: None, message });
            return None;
        };
        self.read(&file)
    }

    /// Something wrong with a file as a whole.
    pub(super) fn problem(&mut self, file: &str, message: String) {
        self.problems.push(Problem { file: file.to_owned(), position: None, message });
    }

    /// All files of a folder and below, each with its path.
    pub(super) fn folder<T: DeserializeOwned>(&mut self, folder: &str) -> Vec<(String, T)> {
        let files: Vec<DataFile> = files::below(&self.files, folder).into_iter().cloned().collect();
        files.into_iter().filter_map(|file| self.read(&file).map(|value| (file.path, value))).collect()
    }

    fn read<T: DeserializeOwned>(&mut self, file: &DataFile) -> Option<T> {
        let Ok(text) = std::str::from_utf8(&file.contents) else {
            let message = "the file is not UTF-8".to_owned();
            self.problems.push(Problem { file: file.path.clone(), position: None, message });
            return None;
        };
        self.parsed(&file.path, text)
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

/// The name of a file without folder and extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".ron").unwrap_or(name)
}

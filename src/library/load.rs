//! Loads every folder; a file that does not parse is a problem, not an end.

use serde::de::DeserializeOwned;

use super::file_names::{self, Says};
use super::packs::ShippedPack;
use super::sources::{Sources, Word, meant};
use super::steps::method_file;
use super::words::Named;
use super::{
    DataFile, Library, LibraryError, Preset, Problem, check, decided, editions, files, languages, packs, words,
};
use crate::facts::CaseFile;
use crate::headline::Tested;
use crate::law::{
    Corpus, Framework, Instrument, Methodology, NationalProcedure, NationalRules, Provision, Questionnaire, RuleFile,
    Vocabulary,
};
use crate::practice::Practice;
use crate::precedents::Decision;

/// The framework whose provisions come first, and which holds what weighs in every one.
const FIRST: &str = "gdpr";

pub(super) fn load(files: Vec<DataFile>) -> Result<Library, LibraryError> {
    // Decided matters are for measuring and packs for workshops, neither to start from.
    let apart = |file: &DataFile| [decided::FOLDER, packs::FOLDER].iter().any(|at| file.path.starts_with(at));
    let (apart, mut files): (Vec<_>, Vec<_>) = files.into_iter().partition(apart);
    files.sort();
    let mut loader = Loader { files, apart, problems: Vec::new(), named: Vec::new(), said: Vec::new() };
    let library = loader.library();
    // What a file that cannot be read would have said is missing everywhere: only the file is told of.
    let (Some(library), true) = (library, loader.problems.is_empty()) else {
        return Err(loader.into_error());
    };
    let named = std::mem::take(&mut loader.named);
    let sources = Sources { files: &loader.files };
    loader.problems.extend(file_names::problems(&library, sources, &loader.said, &named));
    loader.problems.extend(check::check(&library, &loader.files));
    loader.problems.extend(words::check(&library, named, &loader.files));
    // What is wrong in a record a pack would only repeat.
    if loader.problems.is_empty() {
        loader.problems.extend(packs::problems(&library));
    }
    if loader.problems.is_empty() { Ok(library) } else { Err(loader.into_error()) }
}

pub(super) struct Loader {
    pub(super) files: Vec<DataFile>,
    /// Decided matters and packs for workshops.
    apart: Vec<DataFile>,
    pub(super) problems: Vec<Problem>,
    /// Topics of files of rules and questions, to be looked up once the vocabulary is there.
    named: Vec<Named>,
    /// What files say they are, to be compared with their names.
    said: Vec<Says>,
}

impl Loader {
    fn library(&mut self) -> Option<Library> {
        let vocabulary = self.vocabulary();
        let instruments = self.folder::<Vec<Instrument>>("assets/law/instruments");
        let ids = self.framework_ids();
        let frameworks: Option<Vec<Framework>> = ids.iter().map(|id| self.framework(id)).collect();
        let frameworks = frameworks.unwrap_or_default();
        self.named.extend(frameworks.iter().flat_map(covered));
        let articles = self.one("assets/law/gdpr/articles.ron");
        let displacements = self.one("assets/law/gdpr/concurrence.ron");
        let contradictions = self.one("assets/law/gdpr/contradictions.ron");
        let provisions = self.provisions(&ids);
        let factors = self.one("assets/law/gdpr/factors.ron");
        let circumstances = self.one("assets/law/gdpr/circumstances.ron");
        let questionnaires = self.folder::<Questionnaire>("assets/questionnaire");
        let rules: Vec<(String, RuleFile)> =
            ids.iter().flat_map(|id| self.folder(&format!("assets/law/{id}/rules"))).collect();
        self.named.extend(questionnaires.iter().map(|(path, file)| Named::topic(path, &file.topic)));
        self.named.extend(rules.iter().map(|(path, file)| Named::topic(path, &file.topic)));
        let topics = |(_, file): &(String, RuleFile)| {
            file.rules.iter().map(|rule| (rule.id.clone(), file.topic.clone())).collect::<Vec<_>>()
        };
        let rule_topics = rules.iter().flat_map(topics).collect();
        let methodologies = self.methodologies(&ids);
        let national = self.national();
        let (procedures, powers) = (self.procedures(), self.one("assets/law/gdpr/powers.ron"));
        let rates = self.one("assets/law/rates/ecb.ron");
        let decisions = self.decisions();
        let presets = self.folder("presets");
        let examples: Option<Vec<String>> = self.one("assets/examples.ron");
        let similarity = self.one("assets/estimate/similarity.ron");
        let priors = self.one("assets/estimate/priors.ron");
        let scale = self.one("assets/estimate/score.ron");
        let recipe = self.one("assets/estimate/recipe.ron");
        let mappings = self.folder("assets/estimate/mapping");
        let practice = self.practice();
        let practice_words = self.one("assets/vocabulary/practice.ron");
        let (editions, languages) = (editions::load(self), languages::load(self));
        let [law_sha256, decisions_sha256, estimate_sha256] = self.hashes();
        let methodology_sha256 = self.hashes_of_methodologies(&ids);
        let presets = self.ordered(presets, &examples?);
        let (beside, frameworks) = frameworks.into_iter().partition(|framework| framework.beside.is_some());
        let packs = self.packs();
        let decided = decided::load(&self.apart, &mut self.problems);
        let (languages, translations): (Vec<_>, Vec<_>) = languages?.into_iter().unzip();
        Some(Library {
            law: Corpus {
                vocabulary: vocabulary?,
                instruments: instruments.into_iter().flat_map(|(_, file)| file).collect(),
                frameworks,
                beside,
                articles: articles?,
                provisions: provisions?,
                questionnaires: questionnaires.into_iter().map(|(_, read)| read).collect(),
                rule_topics,
                rules: rules.into_iter().flat_map(|(_, file)| file.rules).collect(),
                factors: factors?,
                circumstances: circumstances?,
                displacements: displacements?,
                contradictions: contradictions?,
                methodologies: methodologies.into_iter().map(|(_, read)| read).collect(),
                national: national.into_iter().map(|(_, read)| read).collect(),
                procedures,
                powers: powers?,
                rates: rates?,
                prices: self.one("assets/law/rates/hicp.ron")?,
            },
            decisions,
            own: None,
            similarity: similarity?,
            search_words: self.one("assets/search/words.ron")?,
            priors: priors?,
            recipe: recipe?,
            mappings: mappings.into_iter().map(|(_, read)| read).collect(),
            practice,
            tested: self.tested(),
            practice_words: practice_words?,
            scale: scale?,
            presets,
            packs,
            decided,
            editions: editions?,
            examples: files::examples(&self.files),
            locale: languages.first()?.clone(),
            languages,
            translations,
            law_sha256,
            decisions_sha256,
            estimate_sha256,
            methodology_sha256,
        })
    }

    /// The decided cases, the latest first.
    fn decisions(&mut self) -> Vec<Decision> {
        let read: Vec<(String, Decision)> = self.folder("assets/decisions");
        for (path, decision) in &read {
            self.says(path, "id", &decision.id, format!("assets/decisions/{}.ron", decision.id));
        }
        let mut decisions: Vec<Decision> = read.into_iter().map(|(_, decision)| decision).collect();
        decisions.sort_by(|a, b| b.decided.cmp(&a.decided).then_with(|| a.id.cmp(&b.id)));
        decisions
    }

    fn framework(&mut self, id: &str) -> Option<Framework> {
        let path = format!("assets/law/{id}/framework.ron");
        let framework: Framework = self.one(&path)?;
        self.says(&path, "id", &framework.id, format!("assets/law/{}/framework.ron", framework.id));
        Some(framework)
    }

    /// Keeps what a file says it is.
    fn says(&mut self, path: &str, key: &'static str, name: &str, belongs: String) {
        self.said.push(Says { path: path.to_owned(), key, name: name.to_owned(), belongs });
    }

    /// The matters to start from in the order of `assets/examples.ron`, those not named
    /// there by their title.
    fn ordered(&mut self, presets: Vec<(String, CaseFile)>, order: &[String]) -> Vec<Preset> {
        let preset =
            |(path, case_file): (String, CaseFile)| Preset { file: path.replacen("presets/", "", 1), case_file };
        let mut presets: Vec<Preset> = presets.into_iter().map(preset).collect();
        let is_there = |name: &str| self.files.iter().any(|file| file.path == format!("presets/{name}"));
        let missing: Vec<&String> = order.iter().filter(|name| !is_there(name)).collect();
        for name in missing {
            let near = meant(name, presets.iter().map(|preset| preset.file.as_str()));
            let message = format!("`{name}` is not a file of presets/{near}");
            let sources = Sources { files: &self.files };
            self.problems.push(sources.problem("assets/examples.ron", &[Word::Quoted(name)], message));
        }
        let place = |file: &str| order.iter().position(|name| name == file).unwrap_or(order.len());
        presets.sort_by(|one, other| {
            let titles = || one.case_file.title.cmp(&other.case_file.title);
            place(&one.file).cmp(&place(&other.file)).then_with(titles)
        });
        presets
    }

    /// The folders of `assets/law` that hold a framework, the first one first.
    fn framework_ids(&self) -> Vec<String> {
        let id = |file: &DataFile| {
            let folder = file.path.strip_prefix("assets/law/")?.strip_suffix("/framework.ron")?;
            Some(folder.to_owned())
        };
        let mut ids: Vec<String> = self.files.iter().filter_map(id).filter(|id| id != FIRST).collect();
        ids.insert(0, FIRST.to_owned());
        ids
    }

    /// The hash of all files below some folders.
    fn hash_of(&self, folders: &[&str]) -> String {
        let below: Vec<&DataFile> = folders.iter().flat_map(|folder| files::below(&self.files, folder)).collect();
        files::hash_all(&below)
    }

    /// The hashes of the law, of the decisions, and of what the estimate rests on.
    fn hashes(&self) -> [String; 3] {
        // Countries and authorities settle which method applies; sectors and topics what is comparable.
        let law = ["assets/law", "assets/questionnaire", "assets/vocabulary"].as_slice();
        [law, &["assets/decisions"], &["assets/estimate"]].map(|folders| self.hash_of(folders))
    }

    /// The hash of each method's file, by the method.
    fn hashes_of_methodologies(&self, ids: &[String]) -> Vec<(String, String)> {
        let below = ids.iter().flat_map(|id| files::below(&self.files, &format!("assets/law/{id}/methodologies")));
        below
            .map(|file| (stem(&file.path).to_owned(), files::sha256(&files::with_plain_lines(&file.contents))))
            .collect()
    }

    fn methodologies(&mut self, ids: &[String]) -> Vec<(String, Methodology)> {
        let folders = ids.iter().map(|id| format!("assets/law/{id}/methodologies"));
        let methodologies: Vec<(String, Methodology)> = folders.flat_map(|folder| self.folder(&folder)).collect();
        for (path, method) in &methodologies {
            self.says(path, "id", method.id.as_str(), method_file(method));
        }
        methodologies
    }

    fn national(&mut self) -> Vec<(String, NationalRules)> {
        let national = self.folder::<NationalRules>("assets/law/national");
        for (path, rules) in &national {
            self.says(path, "country", &rules.country, format!("assets/law/national/{}.ron", rules.country));
        }
        national
    }

    /// What follows a fine, country by country.
    fn procedures(&mut self) -> Vec<NationalProcedure> {
        let read = self.folder::<NationalProcedure>("assets/law/procedure");
        for (path, known) in &read {
            self.says(path, "country", &known.country, format!("assets/law/procedure/{}.ron", known.country));
        }
        read.into_iter().map(|(_, known)| known).collect()
    }

    /// The provisions of every framework that has its own, each with its framework.
    fn provisions(&mut self, ids: &[String]) -> Option<Vec<Provision>> {
        let mut all = Vec::new();
        for id in ids {
            let path = format!("assets/law/{id}/provisions.ron");
            if id != FIRST && !self.files.iter().any(|file| file.path == path) {
                continue;
            }
            let provisions: Vec<Provision> = self.one(&path)?;
            all.extend(provisions.into_iter().map(|known| Provision { framework: id.clone(), ..known }));
        }
        Some(all)
    }

    /// The packs for workshops, the easier first.
    fn packs(&mut self) -> Vec<ShippedPack> {
        let of_pack = |file: &&DataFile| file.path.starts_with(packs::FOLDER);
        let files: Vec<DataFile> = self.apart.iter().filter(of_pack).cloned().collect();
        let read = |file: DataFile| self.read(&file).map(|pack| ShippedPack { file: file.path, pack });
        let mut found: Vec<ShippedPack> = files.into_iter().filter_map(read).collect();
        found.sort_by(|one, other| {
            let told = |of: &ShippedPack| (of.pack.told.level, of.pack.told.title.clone());
            told(one).cmp(&told(other))
        });
        found
    }

    /// The fitted estimate, where there is one: it is written by the program itself.
    fn practice(&mut self) -> Option<Practice> {
        let path = "assets/estimate/practice.ron";
        let file = self.files.iter().find(|file| file.path == path).cloned()?;
        let practice = Practice::new(self.read(&file)?);
        for message in practice.problems() {
            self.problem(path, &[], message);
        }
        Some(practice)
    }

    /// What the back-test left.
    fn tested(&mut self) -> Tested {
        let rows = self.written("assets/backtest/rows.ron");
        Tested { rows, matters: self.written("assets/backtest/matters.ron") }
    }

    /// What the program itself wrote, where it did.
    fn written<T: serde::de::DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let file = self.files.iter().find(|file| file.path == path).cloned()?;
        self.read(&file)
    }

    /// The lists of words.
    fn vocabulary(&mut self) -> Option<Vocabulary> {
        let countries = self.one("assets/vocabulary/countries.ron");
        let authorities = self.one("assets/vocabulary/authorities.ron");
        let sectors = self.one("assets/vocabulary/sectors.ron");
        let topics = self.one("assets/vocabulary/topics.ron");
        let currencies = self.one("assets/vocabulary/currencies.ron");
        Some(Vocabulary {
            countries: countries?,
            authorities: authorities?,
            sectors: sectors?,
            topics: topics?,
            currencies: currencies?,
        })
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

    /// Something wrong with a place in a file.
    pub(super) fn problem(&mut self, file: &str, at: &[Word<'_>], message: String) {
        let problem = Sources { files: &self.files }.problem(file, at, message);
        self.problems.push(problem);
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

/// The topics a law beside data protection law covers.
fn covered(framework: &Framework) -> impl Iterator<Item = Named> {
    let covers = framework.beside.iter().flat_map(|beside| &beside.covers);
    covers.map(|topic| Named::covered(&format!("assets/law/{}/framework.ron", framework.id), topic))
}

/// The name of a file without folder and extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".ron").unwrap_or(name)
}

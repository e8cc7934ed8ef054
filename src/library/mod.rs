//! Everything under `assets/` and `presets/`, embedded in the program, parsed and
//! cross-checked once. All problems are reported at once, each with file, line
//! and key.

mod answers;
mod beside;
mod check;
pub mod citations;
mod conditions;
mod decided;
mod editions;
mod figures;
mod file_names;
mod files;
mod grades;
mod in_words;
mod languages;
mod load;
mod modernise;
mod own;
mod packs;
mod questions;
mod reach;
mod records;
mod shelter;
mod sources;
mod steps;
mod words;

use std::fmt;

use include_dir::{Dir, include_dir};

use crate::exposure::Priors;
use crate::facts::CaseFile;
use crate::findings::{Finding, Scale};
use crate::headline::Tested;
use crate::law::Corpus;
use crate::locale::Locale;
use crate::practice::mapping::Mapping;
use crate::practice::{Fact, Practice, Recipe};
use crate::precedents::{Decision, FeatureWeights, SearchWords, TakenUp, taken_up};

pub use answers::{AnswerProblem, answer_problems};
pub use decided::{DecidedMatter, DecidedMatters, FirstRun, Part, Ran};
pub use editions::{Edition, EditionId, Marking, Section, Withheld};
pub use files::{DataFile, parse, ron_options, sha256};
pub use in_words::in_words;
pub use modernise::{Repaired, modernise, repair};
pub use own::{OWN_FOLDER, OwnFile, own_id, own_text};
pub use packs::{ShippedPack, pack_file_problems, pack_problems};

/// The folder `assets/`, as shipped.
pub static ASSETS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets");
/// The folder `presets/`, as shipped.
pub static PRESETS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/presets");
/// An example for each rule, as shipped.
static RULE_EXAMPLES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/tests/rules");
/// Published calculations, as shipped.
static WORKED_EXAMPLES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/tests/worked_examples");
/// The folders that hold examples in Markdown.
pub const EXAMPLES: [&str; 2] = ["tests/rules", "tests/worked_examples"];

/// Something wrong with a data file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, below the repository's root.
    pub file: String,
    /// Line and column, as far as one place is meant.
    pub position: Option<(usize, usize)>,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some((line, column)) => write!(f, "{}:{line}:{column}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

/// The data the program was built with does not hold together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} problem(s) in the data:\n{}", .problems.len(), list(.problems))]
pub struct LibraryError {
    /// All of them, in the order of the files.
    pub problems: Vec<Problem>,
}

fn list(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// A matter that comes with the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    /// Its file name.
    pub file: String,
    /// The matter.
    pub case_file: CaseFile,
}

/// All data of the program.
#[derive(Debug, Clone)]
pub struct Library {
    /// The law.
    pub law: Corpus,
    /// Decided cases, newest first; those of the user among them.
    pub decisions: Vec<Decision>,
    /// The file those of the user come from, where there is one.
    pub own: Option<OwnFile>,
    /// How likeness is weighed.
    pub similarity: FeatureWeights,
    /// What a search understands beside the words of the records.
    pub search_words: SearchWords,
    /// What the simulation assumes.
    pub priors: Priors,
    /// How the estimate from practice is fitted.
    pub recipe: Recipe,
    /// What the facts of the estimate are called: fact, word, wording.
    pub practice_words: Vec<(Fact, String, String)>,
    /// How tables of decisions are read.
    pub mappings: Vec<Mapping>,
    /// How well findings and estimate did on decided cases.
    pub tested: Tested,
    /// The estimate from practice; absent while none was fitted.
    pub practice: Option<Practice>,
    /// What a score is made of.
    pub scale: Scale,
    /// Matters to start from, in the order in which they are offered.
    pub presets: Vec<Preset>,
    /// Packs for workshops, the easier first.
    pub packs: Vec<ShippedPack>,
    /// Decided matters, for the back-test alone.
    pub decided: DecidedMatters,
    /// The editions of the report.
    pub editions: Vec<Edition>,
    /// The pages by which the law is tried; those built in where a folder has none of a kind.
    pub examples: Vec<DataFile>,
    /// The wording in the language shown.
    pub locale: Locale,
    /// All languages there are, the first being that of the data.
    pub languages: Vec<Locale>,
    /// Texts of the law, language by language.
    translations: Vec<languages::Translation>,
    /// The hash of all legal data: the law, the questions, the vocabularies.
    pub law_sha256: String,
    /// The hash of all decided cases.
    pub decisions_sha256: String,
    /// The hash of what the estimate, the score and likeness rest on.
    pub estimate_sha256: String,
    methodology_sha256: Vec<(String, String)>,
}

impl Library {
    /// Parses and checks the embedded data.
    ///
    /// # Errors
    /// Lists every problem found.
    ///
    /// # Example
    /// ```
    /// let library = amende::library::Library::embedded().unwrap();
    /// assert!(library.decisions.iter().any(|decision| decision.id == "cnil/2024-kaspr"));
    /// ```
    pub fn embedded() -> Result<Self, LibraryError> {
        load::load(files::embedded())
    }

    /// Parses and checks data files read elsewhere, in place of the embedded ones.
    ///
    /// # Errors
    /// Lists every problem found.
    pub fn from_files(files: Vec<DataFile>) -> Result<Self, LibraryError> {
        load::load(files)
    }

    /// The hash of a method's file.
    pub fn methodology_sha256(&self, id: &str) -> &str {
        self.methodology_sha256.iter().find(|(known, _)| known == id).map_or("", |(_, hash)| hash)
    }

    /// A matter by its file below `presets/`: one to start from, or a decided one. `None`
    /// where there is no such file.
    ///
    /// # Errors
    /// When the file is no matter.
    pub fn matter(&self, file: &str) -> Option<Result<CaseFile, Problem>> {
        if let Some(preset) = self.presets.iter().find(|preset| preset.file == file) {
            return Some(Ok(preset.case_file.clone()));
        }
        Some(self.decided.matters.iter().find(|decided| decided.file() == file)?.case_file())
    }

    /// How often what a finding is charged beside was found together with it in the decisions
    /// shipped, without that of the matter itself; nothing for what stands by itself.
    pub fn taken_up(&self, finding: &Finding, decided_as: Option<&str>) -> Option<TakenUp> {
        let main = finding.beside.as_ref()?;
        let others = self.shipped().filter(|decision| Some(decision.id.as_str()) != decided_as);
        Some(taken_up(others, main, &finding.provision))
    }

    /// The edition of the report for somebody; each is there once.
    pub fn edition(&self, id: EditionId) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.id == id)
    }

    /// The decided cases that come with the program: all that anything fitted or counted rests on.
    pub fn shipped(&self) -> impl Iterator<Item = &Decision> + Clone {
        self.decisions.iter().filter(|decision| !decision.own)
    }

    /// The decided case of this name.
    pub fn decision(&self, id: &str) -> Option<&Decision> {
        self.decisions.iter().find(|decision| decision.id == id)
    }
}

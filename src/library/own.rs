//! The user's own decisions: one file of records beside those shipped, read and checked as they are.

use std::borrow::Cow;
use std::collections::BTreeSet;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::sources::{Sources, Word, meant};
use super::{DataFile, Library, LibraryError, Problem, files, records, words};
use crate::law::vocabulary::folded;
use crate::precedents::Decision;

/// What the id of every record of the user's own begins with, so that none is ever taken for a shipped one.
pub const OWN_FOLDER: &str = "own/";

/// The form of the file, stated in it.
const FORMAT: u32 = 1;

/// Where the user's own decisions come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile {
    /// The file's name, without its folder.
    pub name: String,
    /// The hash of what it says.
    pub sha256: String,
}

/// The file as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written<'d> {
    format: u32,
    decisions: Cow<'d, [Decision]>,
}

/// Own decisions as the text of their file.
///
/// # Errors
/// When a value cannot be written as RON, which is a defect.
pub fn own_text(decisions: &[Decision]) -> Result<String, ron::Error> {
    let pretty = PrettyConfig::new().struct_names(false).indentor("    ");
    let written = Written { format: FORMAT, decisions: Cow::Borrowed(decisions) };
    files::ron_options().to_string_pretty(&written, pretty).map(|text| text + "\n")
}

/// An id for a new record that none of these has: `own/cnil-2024-kaspr`.
pub fn own_id(decision: &Decision, taken: &[Decision]) -> String {
    let words = folded(&decision.controller);
    let words: Vec<&str> =
        words.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let stem = format!("{OWN_FOLDER}{}-{}-{}", decision.authority, decision.decided.year(), words.join("-"));
    let stem = stem.trim_end_matches('-').to_owned();
    let is_free = |id: &String| taken.iter().all(|known| known.id != *id);
    if is_free(&stem) {
        return stem;
    }
    let mut numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
    numbered.find(is_free).unwrap_or_default()
}

impl Library {
    /// The user's own decisions in this library, in its order.
    pub fn own_decisions(&self) -> impl Iterator<Item = &Decision> {
        self.decisions.iter().filter(|decision| decision.own)
    }

    /// The same data with the decisions of the user's own file, which take the place of any it had. The hash of the
    /// shipped ones stays: nothing that was fitted or counted changes.
    ///
    /// `file` is the path by which problems are told.
    ///
    /// # Errors
    /// Lists every problem found, each with file, line and key; nothing is then taken.
    pub fn with_own(&self, file: &str, text: &str) -> Result<Self, LibraryError> {
        let own = Self::read_own(file, text)?;
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file).to_owned();
        let mut library = self.clone();
        library.decisions.retain(|decision| !decision.own);
        library.own = Some(OwnFile { name, sha256: files::sha256(text.as_bytes()) });
        library.decisions.extend(own);
        library.decisions.sort_by(|a, b| b.decided.cmp(&a.decided).then_with(|| a.id.cmp(&b.id)));
        let data = [DataFile { path: file.to_owned(), contents: Cow::Owned(text.as_bytes().to_vec()) }];
        let problems = problems(&library, Sources { files: &data }, file);
        if problems.is_empty() { Ok(library) } else { Err(LibraryError { problems }) }
    }

    /// The records of the file, in its order, marked as the user's own.
    fn read_own(file: &str, text: &str) -> Result<Vec<Decision>, LibraryError> {
        let wrong = |problem: Problem| LibraryError { problems: vec![problem] };
        let read: Written<'static> = files::parse(file, text).map_err(wrong)?;
        if read.format != FORMAT {
            let data = [DataFile { path: file.to_owned(), contents: Cow::Owned(text.as_bytes().to_vec()) }];
            let message = format!(
                "the file has format {}, this program reads format {FORMAT}: open it with the version that wrote it",
                read.format
            );
            return Err(wrong(Sources { files: &data }.problem(file, &[Word::Key("format")], message)));
        }
        let own = read.decisions.into_owned().into_iter();
        Ok(own.map(|decision| Decision { own: true, ..decision }).collect())
    }
}

/// All that does not hold together in the user's own records.
fn problems(library: &Library, sources: Sources<'_>, file: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for decision in library.own_decisions() {
        let id = Word::Of("id", &decision.id);
        let mut wrong = |at: &[Word<'_>], message: String| found.push(sources.problem(file, at, message));
        if !decision.id.starts_with(OWN_FOLDER) || decision.id.len() == OWN_FOLDER.len() {
            let message = format!("id: `{}` must begin with `{OWN_FOLDER}`, as in `{OWN_FOLDER}name`", decision.id);
            wrong(&[id], message);
        }
        if !seen.insert(decision.id.as_str()) {
            wrong(&[id, id], format!("id: `{}` stands here twice", decision.id));
        }
        if decision.controller.trim().is_empty() {
            wrong(&[id, Word::Key("controller")], "controller: say who was sanctioned".to_owned());
        }
        if let Some(method) =
            decision.method.as_ref().filter(|method| library.law.methodology(method.as_str()).is_none())
        {
            let near = meant(method.as_str(), library.law.methodologies.iter().map(|known| known.id.as_str()));
            wrong(&[id, Word::Key("method")], format!("method: there is no `{method}`{near}"));
        }
        found.extend(records::of(decision, library, sources, file.to_owned()));
        found.extend(words::of_own(decision, library, sources, file));
    }
    found.sort();
    found
}

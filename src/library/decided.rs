//! Matters on which an authority has decided, described before anybody saw what the
//! program makes of them: the material of the back-test, never offered to start from.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{DataFile, Problem, files};
use crate::facts::CaseFile;
use crate::law::{ProvisionId, Strength};
use crate::quantity::Money;

/// The folder of the descriptions.
pub(super) const FOLDER: &str = "presets/decided/";

/// All described matters, with what the program made of them when it first saw them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecidedMatters {
    /// In the order of the list.
    pub matters: Vec<DecidedMatter>,
    /// The results of the first run, part by part as each was run; kept for ever.
    pub first: Vec<FirstRun>,
}

/// One described matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedMatter {
    /// The name of its file, without ending.
    pub name: String,
    /// To which part it belongs.
    pub part: Part,
    text: String,
}

/// What a matter is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all(serialize = "snake_case"))]
pub enum Part {
    /// Rules may be improved by what it shows.
    #[serde(alias = "learning")]
    Learning,
    /// Looked at only when the rules no longer change.
    #[serde(alias = "set_aside")]
    SetAside,
}

/// What the program made of one part when it was first run on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstRun {
    /// Which part.
    pub part: Part,
    /// The day of the run.
    pub on: Date,
    /// The version of the program.
    pub program: String,
    /// The hash of the legal data it ran with.
    pub law_data: String,
    /// What came out, matter by matter.
    pub matters: Vec<Ran>,
}

/// What came out for one matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ran {
    /// The name of its file, without ending.
    pub name: String,
    /// Every provision alleged, with the firmest grade.
    pub alleged: Vec<(ProvisionId, Strength)>,
    /// The fine by the method; absent where none comes out.
    #[serde(default)]
    pub method: Option<Money>,
    /// The 10th, 50th and 90th percentile of the fines drawn; absent where none was.
    #[serde(default)]
    pub drawn: Option<(Money, Money, Money)>,
}

/// The list of what was frozen, as its file writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Frozen {
    #[expect(dead_code, reason = "the day and the seed are for whoever checks the list (tests/suite/decided.rs)")]
    on: Date,
    #[expect(dead_code, reason = "as above")]
    seed: String,
    matters: Vec<Listed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    name: String,
    part: Part,
    #[expect(dead_code, reason = "as above")]
    sha256: String,
}

impl DecidedMatter {
    /// Its file below `presets/`.
    pub fn file(&self) -> String {
        format!("decided/{}.amende.ron", self.name)
    }

    /// The matter, read anew.
    ///
    /// # Errors
    /// Where its file cannot be read, with the place.
    pub fn case_file(&self) -> Result<CaseFile, Problem> {
        files::parse(&format!("{FOLDER}{}.amende.ron", self.name), &self.text)
    }
}

/// What the data files hold of them; nothing where the folder is absent.
pub(super) fn load(data: &[DataFile], problems: &mut Vec<Problem>) -> DecidedMatters {
    let read = |name: &str| {
        let file = data.iter().find(|file| file.path == format!("{FOLDER}{name}"))?;
        Some(String::from_utf8_lossy(&files::with_plain_lines(&file.contents)).into_owned())
    };
    let Some(list) = read("frozen.ron") else { return DecidedMatters::default() };
    let list: Frozen = match files::parse(&format!("{FOLDER}frozen.ron"), &list) {
        Ok(list) => list,
        Err(problem) => {
            problems.push(problem);
            return DecidedMatters::default();
        }
    };
    let mut matters = Vec::new();
    for Listed { name, part, .. } in list.matters {
        match read(&format!("{name}.amende.ron")) {
            Some(text) => matters.push(DecidedMatter { name, part, text }),
            None => problems.push(Problem {
                file: format!("{FOLDER}frozen.ron"),
                position: None,
                message: format!("there is no `{name}.amende.ron` beside it; take it off the list or add the file"),
            }),
        }
    }
    let first = match read("first-run.ron").map(|text| files::parse(&format!("{FOLDER}first-run.ron"), &text)) {
        None => Vec::new(),
        Some(Ok(first)) => first,
        Some(Err(problem)) => {
            problems.push(problem);
            Vec::new()
        }
    };
    DecidedMatters { matters, first }
}

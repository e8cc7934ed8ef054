//! The examples beside the law, run: every rule's own (`tests/rules`) and the calculations
//! of published cases and guidelines (`tests/worked_examples`).
//!
//! They come with the program, so that who edits the law with the program alone can try it;
//! a folder of data that has examples of its own is tried by those.

mod chain;
mod rules;
mod worked;

pub use chain::{Chain, ChainError};

use crate::library::{DataFile, Library, Problem, parse};

/// What came of the examples of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// How many were run.
    pub examples: usize,
    /// Where the outcome is another, each with file and line.
    pub problems: Vec<Problem>,
}

/// Runs the examples of rules: each must fire as it says and not on its near miss, and every
/// rule must have one.
pub fn of_rules(library: &Library) -> Tried {
    rules::run(library)
}

/// Runs the worked examples: every figure they state must come out to the cent.
pub fn worked(library: &Library) -> Tried {
    worked::run(library)
}

/// A Markdown file of examples.
struct Page<'a> {
    path: &'a str,
    text: &'a str,
}

impl<'a> Page<'a> {
    /// The pages of a folder and below, without prose alone.
    fn below(library: &'a Library, folder: &'a str) -> impl Iterator<Item = Page<'a>> {
        let wanted = move |file: &&DataFile| file.path.starts_with(folder) && !file.path.ends_with("/README.md");
        library.examples.iter().filter(wanted).filter_map(|file| {
            let text = std::str::from_utf8(&file.contents).ok()?;
            Some(Page { path: &file.path, text })
        })
    }

    fn problem(&self, at: usize, message: String) -> Problem {
        Problem { file: self.path.to_owned(), position: Some((self.line(at), 1)), message }
    }

    fn line(&self, at: usize) -> usize {
        self.text.get(..at).unwrap_or_default().matches('\n').count() + 1
    }

    /// The fenced block of a kind within a part of the page: the rest of its opening line,
    /// what it holds, and where that begins.
    fn block(&self, part: std::ops::Range<usize>, kind: &str) -> Result<Block<'a>, Problem> {
        let whole = self.text.get(part.clone()).unwrap_or_default();
        let missing = || self.problem(part.start, format!("there is no block ```{kind}"));
        let (before, rest) = whole.split_once(&format!("```{kind}")).ok_or_else(missing)?;
        let (head, rest) = rest.split_once('\n').ok_or_else(missing)?;
        let at = part.start + before.len() + 3 + kind.len() + head.len() + 1;
        let body = rest.split("\n```").next().unwrap_or_default();
        Ok(Block { head: head.trim(), body, at })
    }

    /// What a block says; what is wrong is told with its line in the page.
    fn read<T: serde::de::DeserializeOwned>(&self, block: &Block<'_>) -> Result<T, Problem> {
        parse(self.path, block.body).map_err(|problem| {
            let line = |(line, column)| (line + self.line(block.at) - 1, column);
            Problem { position: problem.position.map(line), ..problem }
        })
    }
}

/// A fenced block.
struct Block<'a> {
    head: &'a str,
    body: &'a str,
    /// Where what it holds begins.
    at: usize,
}

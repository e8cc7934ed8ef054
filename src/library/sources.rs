//! Where in the data files something stands, and what else may have been meant.

use super::{DataFile, Problem};

/// A word of a file to go to, after those before it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Word<'w> {
    /// A text after its key: `id: "retention.defined"`.
    Of(&'static str, &'w str),
    /// A text in quotation marks, wherever.
    Quoted(&'w str),
    /// A key: `grades:`.
    Key(&'w str),
}

impl<'w> Word<'w> {
    /// The word a problem of an answer names: `id: "newsletter"`, a key as `case_of:`, else a text.
    pub(super) fn read(part: &'w str) -> Self {
        let named = part.strip_prefix("id: \"").and_then(|rest| rest.strip_suffix('"'));
        match (named, part.strip_suffix(':')) {
            (Some(id), _) => Self::Of("id", id),
            (None, Some(key)) => Self::Key(key),
            (None, None) => Self::Quoted(part),
        }
    }
}

/// The data files, to find places in.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    pub(super) files: &'a [DataFile],
}

impl Sources<'_> {
    /// A problem at the last of the words that is found, one after the other, in the file
    /// (or in the first file of the folder that has the first word).
    pub(super) fn problem(self, within: &str, words: &[Word<'_>], message: String) -> Problem {
        let found = self.files.iter().filter(|file| is_within(&file.path, within)).find_map(|file| {
            let text = std::str::from_utf8(&file.contents).ok()?;
            Some((file.path.clone(), place(text, words)?))
        });
        match found {
            Some((file, position)) => Problem { file, position: Some(position), message },
            None => Problem { file: within.to_owned(), position: None, message },
        }
    }
}

fn is_within(path: &str, within: &str) -> bool {
    path.strip_prefix(within).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Line and column of the last word that is found; `None` where the first is not there.
fn place(text: &str, words: &[Word<'_>]) -> Option<(usize, usize)> {
    let (mut at, mut begins) = (None, 0);
    for word in words {
        let Some((found, ends)) = next(text, begins, *word) else { break };
        at = Some(found);
        begins = ends;
    }
    let before = text.get(..at?)?;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Some((before.matches('\n').count() + 1, column))
}

/// Where a word stands from a place on, and where it ends.
fn next(text: &str, begins: usize, word: Word<'_>) -> Option<(usize, usize)> {
    let rest = text.get(begins..)?;
    let all = |wanted: String| {
        let length = wanted.len();
        let found: Vec<usize> = rest.match_indices(&wanted).map(|(at, _)| at).collect();
        found.into_iter().map(move |at| (at, at + length))
    };
    let begins_a_word = |at: usize| {
        let before = rest.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|sign| !sign.is_alphanumeric() && sign != '_')
    };
    let found = match word {
        Word::Quoted(quoted) => all(format!("\"{quoted}\"")).next(),
        Word::Key(key) => all(format!("{key}:")).find(|(at, _)| begins_a_word(*at)),
        Word::Of(key, quoted) => all(format!("\"{quoted}\"")).find(|(at, _)| {
            let before = rest.get(..*at).unwrap_or_default().trim_end();
            let key = before.strip_suffix(':').and_then(|before| before.trim_end().strip_suffix(key));
            key.is_some_and(|before| begins_a_word(before.len()))
        }),
    };
    found.map(|(at, ends)| (begins + at, begins + ends))
}

/// A hint at the name most like a word.
pub(super) fn meant<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let near = names.into_iter().min_by_key(|name| strsim::osa_distance(name, word));
    near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_word_by_word() {
        let text = "(\n  kid: \"a\",\n  id: \"b\", // \"a\"\n  id : \"a\",\n  grades: [\"b\"],\n)";
        assert_eq!(place(text, &[Word::Of("id", "a")]), Some((4, 8)));
        assert_eq!(place(text, &[Word::Of("id", "a"), Word::Quoted("b")]), Some((5, 12)));
        assert_eq!(place(text, &[Word::Of("id", "a"), Word::Quoted("c")]), Some((4, 8)));
        assert_eq!(place(text, &[Word::Key("id")]), Some((3, 3)));
        assert_eq!(place(text, &[Word::Of("id", "c"), Word::Quoted("b")]), None);
    }
}

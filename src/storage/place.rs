//! Where in a file something is wrong: line, column and the key it belongs to.

use std::fmt;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    line: usize,
    column: usize,
    key: Option<String>,
}

impl Place {
    /// Where a text ends that a bracket follows, with the key the bracket belongs to.
    pub(super) fn of_bracket(before: &str) -> Self {
        let key = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '(' | '{'));
        let key = if key.ends_with(':') { last_key(key) } else { enclosing_key(before) };
        Self { key, ..Self::at_end(before) }
    }

    /// A line and a column (from 1) with the key that stands there or last before.
    pub(super) fn of(text: &str, line: usize, column: usize) -> Self {
        Self { line, column, key: last_key(head(text, line, column)) }
    }

    /// Where a key stands first, else the beginning.
    pub(super) fn of_key(text: &str, key: &str) -> Self {
        Self::stated(text, key).unwrap_or_else(|| Self { line: 1, column: 1, key: Some(key.to_owned()) })
    }

    /// Where a key stands first, if it does.
    pub(super) fn stated(text: &str, key: &str) -> Option<Self> {
        let stated = format!("{key}:");
        text.lines().enumerate().find_map(|(index, line)| {
            let before = line.get(..line.find(&stated)?)?;
            // A longer name that ends so is another.
            let whole = !before.ends_with(|last: char| last.is_alphanumeric() || last == '_');
            whole.then(|| Self { line: index + 1, column: before.chars().count() + 1, key: Some(key.to_owned()) })
        })
    }

    /// The key.
    pub(super) fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// The end of this text.
    pub(super) fn at_end(text: &str) -> Self {
        let line = text.matches('\n').count() + 1;
        let column = text.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { line, column, key: last_key(text) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)?;
        match &self.key {
            Some(key) => write!(f, ": at `{key}`"),
            None => Ok(()),
        }
    }
}

/// The text up to a line and a column (from 1).
fn head(text: &str, line: usize, column: usize) -> &str {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    let inside: usize = rest.chars().take(column).map(char::len_utf8).sum();
    text.get(..before + inside).unwrap_or(text)
}

/// The line (from 1) on which the last of these stands, each looked for behind the one
/// before: a text in quotation marks, a key (`case_of:`), or both (`id: "newsletter"`). Where
/// one is not found behind another, the line of that other.
pub(super) fn line_of(text: &str, path: &[String]) -> Option<usize> {
    let mut at = None;
    for part in path {
        let from = at.map_or(0, |(_, end)| end);
        let Some(found) = behind(text, from, part) else { break };
        at = Some(found);
    }
    let (start, _) = at?;
    Some(text.get(..start)?.matches('\n').count() + 1)
}

/// Where a part of a path stands first behind a place: its beginning and its end.
fn behind(text: &str, from: usize, part: &str) -> Option<(usize, usize)> {
    let (key, value) = match part.split_once(": \"") {
        Some((key, value)) => (Some(key), format!("\"{value}")),
        None if part.ends_with(':') => (None, part.to_owned()),
        None => (None, format!("\"{part}\"")),
    };
    let is_whole = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        match key {
            Some(key) => before.trim_end().strip_suffix(':').is_some_and(|before| before.trim_end().ends_with(key)),
            // A longer name that ends so is another.
            None if value.ends_with(':') => !before.ends_with(|last: char| last.is_alphanumeric() || last == '_'),
            None => true,
        }
    };
    let mut found = text.get(from..)?.match_indices(&value).map(|(at, _)| from + at);
    found.find(|at| is_whole(*at)).map(|at| (at, at + value.len()))
}

/// Where the key stands that a message says stands twice: the last one before the place at
/// which the reader noticed.
pub(super) fn second(text: &str, noticed: &Place, message: &str) -> Option<Place> {
    let key = message.strip_prefix('`')?.split_once("` stands here twice")?.0;
    let quoted = format!("\"{key}\"");
    let head = head(text, noticed.line, noticed.column);
    let (at, _) = head.rmatch_indices(&quoted).find(|(at, _)| is_key(text, at + quoted.len()))?;
    let place = Place::at_end(text.get(..at)?);
    Some(Place { key: Some(key.to_owned()), ..place })
}

/// The key of the list an entry stands in that has none of its own.
fn enclosing_key(before: &str) -> Option<String> {
    let opened = super::brackets::open_at_end(before);
    let list = opened.last().copied()?;
    let head = before.get(..list)?.trim_end();
    // A name may stand between the key and its bracket: `turnover: Figure(`.
    let bare = head.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').trim_end();
    if bare.ends_with(':') { last_key(bare) } else { None }
}

/// Whether what ends here is followed by a colon.
fn is_key(text: &str, end: usize) -> bool {
    text.get(end..).is_some_and(|rest| rest.trim_start().starts_with(':'))
}

/// The last `key:` or `"key":` that does not stand inside a string.
fn last_key(text: &str) -> Option<String> {
    let mut last = None;
    let (mut word, mut quoted) = (String::new(), false);
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if quoted {
            match character {
                '"' => quoted = false,
                '\\' => {
                    characters.next();
                }
                // A long text is no key; its tail is not kept.
                other if word.len() < 200 => word.push(other),
                _ => {}
            }
            continue;
        }
        match character {
            '"' => {
                quoted = true;
                word.clear();
            }
            ':' if !word.is_empty() => last = Some(std::mem::take(&mut word)),
            other if other.is_alphanumeric() || other == '_' => word.push(other),
            other if other.is_whitespace() => {}
            _ => word.clear(),
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_key_is_found_outside_strings() {
        let text = "(format: 1, title: \"a: b\", answers: {\"scale.people\": (value: ";
        assert_eq!(last_key(text).as_deref(), Some("value"));
        assert_eq!(last_key("(title: \"x: y").as_deref(), Some("title"));
        assert_eq!(last_key("{\"scale.people\": ").as_deref(), Some("scale.people"));
    }
}

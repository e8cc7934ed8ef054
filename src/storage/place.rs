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

/// The line (from 1) on which a name stands: quoted, as the key of a field, or as a field
/// with its value (`linked_to: "newsletter"`).
pub(super) fn line_of(text: &str, name: &str) -> Option<usize> {
    let (quoted, key) = (format!("\"{name}\""), format!("{name}:"));
    let field = |line: &str| line.trim_start().starts_with(&key) || (name.contains(':') && line.contains(name));
    let place = |found: &dyn Fn(&str) -> bool| text.lines().position(found).map(|index| index + 1);
    place(&|line| line.contains(&quoted)).or_else(|| place(&field))
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

//! Brackets of a file: which one is not closed, and which one stands around a place.

use super::Place;

/// A bracket that is not closed.
pub(super) struct Unclosed {
    /// Where it opens, with the key it belongs to.
    pub(super) place: Place,
    bracket: char,
}

impl Unclosed {
    /// What is wrong and what to do.
    pub(super) fn said(&self) -> String {
        let (open, close) = (self.bracket, closing(self.bracket));
        format!("the bracket `{open}` that opens here is not closed: add `{close}` where its entry ends")
    }
}

/// A bracket of a text, outside its strings and remarks.
#[derive(Clone, Copy)]
struct Bracket {
    at: usize,
    sign: char,
    /// How far the line it stands on is set in.
    indent: usize,
    /// Whether it is the first sign of its line.
    leads: bool,
}

/// The bracket that is not closed, if the brackets of a text do not go in pairs because one
/// is missing at the end. Where files are set in as they are written by the program, a
/// bracket that closes further out than the last one opened shows which was left open.
pub(super) fn unclosed(text: &str) -> Option<Unclosed> {
    let all = brackets(text)?;
    let mut open: Vec<Bracket> = Vec::new();
    let mut shown: Option<Bracket> = None;
    for bracket in all {
        if matches!(bracket.sign, '(' | '[' | '{') {
            open.push(bracket);
            continue;
        }
        let last = open.pop()?;
        let fits = closing(last.sign) == bracket.sign;
        let further_out = bracket.leads && bracket.indent < last.indent;
        if !fits || further_out {
            shown = shown.or(Some(last));
        }
        if !fits {
            break;
        }
    }
    // All in pairs: the layout alone proves nothing. More than one is left where a file was
    // cut off: then no single one is wrong.
    let left = open.last().copied();
    let found = match (shown, open.len()) {
        (Some(shown), 1..) => shown,
        (None, 1) => left?,
        _ => return None,
    };
    Some(Unclosed { place: Place::of_bracket(text.get(..found.at)?), bracket: found.sign })
}

/// The entry a place (from 1) stands in: where its bracket opens.
pub(super) fn around(text: &str, line: usize, column: usize) -> Option<Place> {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let inside = text.get(before..)?.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>();
    let head = text.get(..before + inside)?;
    // The place may lie behind the bracket that closes the entry.
    let trimmed = head.trim_end();
    let head = trimmed.strip_suffix(')').unwrap_or(head);
    let at = open_at_end(head).last().copied()?;
    Some(Place::of_bracket(text.get(..at)?))
}

/// Where the brackets open that are still open at the end of a text, the outermost first.
pub(super) fn open_at_end(text: &str) -> Vec<usize> {
    let mut open = Vec::new();
    for bracket in brackets(text).unwrap_or_default() {
        if matches!(bracket.sign, '(' | '[' | '{') {
            open.push(bracket.at);
        } else {
            open.pop();
        }
    }
    open
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// All brackets outside strings and remarks; `None` where a string does not end, so that
/// nobody knows what is outside of it.
fn brackets(text: &str) -> Option<Vec<Bracket>> {
    let mut found = Vec::new();
    let mut characters = text.char_indices().peekable();
    let (mut indent, mut leads) = (0, true);
    while let Some((at, sign)) = characters.next() {
        match sign {
            '\n' => (indent, leads) = (0, true),
            blank if blank.is_whitespace() => indent += usize::from(leads),
            '"' => {
                leads = false;
                while let Some((_, inside)) = characters.next() {
                    match inside {
                        '"' => break,
                        '\\' => drop(characters.next()),
                        _ => {}
                    }
                    characters.peek()?;
                }
            }
            '/' if characters.peek().is_some_and(|(_, next)| *next == '/') => {
                while characters.peek().is_some_and(|(_, next)| *next != '\n') {
                    characters.next();
                }
            }
            '(' | '[' | '{' | ')' | ']' | '}' => {
                found.push(Bracket { at, sign, indent, leads });
                leads = false;
            }
            _ => leads = false,
        }
    }
    Some(found)
}

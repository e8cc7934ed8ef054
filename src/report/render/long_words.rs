//! Where long words may break: names of undertakings and operations are at times longer
//! than a column, and a report shows them whole.

use std::collections::{BTreeMap, BTreeSet};

use hypher::Lang;
use serde::Serialize;
use unicode_normalization::char::is_combining_mark;

use crate::report::{Document, characters};

/// A word of more characters than this may break; the template looks for as many.
const LONG: usize = 20;
/// So many characters at most stand together in a long word.
const TOGETHER: usize = 12;
/// Words so long are compounds, as German makes them; what language a word is of is not
/// known. The same is [`Lang::German`].
const LANGUAGE: &str = "de";

/// How a long word may break. No sign is put into it: what is taken out of the file again
/// is the word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Breaks {
    /// The language by whose syllables it parts with a hyphen; empty for what is no word.
    language: &'static str,
    /// A line may end between these, without a hyphen.
    parts: Vec<String>,
}

/// The long words of a document, each with the places where it may break.
pub(super) fn of(document: &Document) -> BTreeMap<String, Breaks> {
    let texts = characters::texts(document);
    let words = texts.iter().flat_map(|text| text.split_whitespace());
    // An address is broken by the typesetter at its own places.
    let long = words.filter(|word| word.chars().nth(LONG).is_some() && !word.starts_with("http"));
    long.map(|word| (word.to_owned(), breaks(word))).collect()
}

fn breaks(word: &str) -> Breaks {
    let spoken = is_spoken(word);
    let syllables = if spoken { syllables(word) } else { BTreeSet::new() };
    let mut parts = vec![String::new()];
    let mut together = 0;
    let mut before = None;
    for (at, sign) in word.char_indices() {
        if syllables.contains(&at) {
            together = 0;
        }
        if together >= TOGETHER && may_part(before, sign) {
            parts.push(String::new());
            together = 0;
        }
        together = if sign == '-' || breaks_by_itself(sign) { 0 } else { together + 1 };
        if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
        before = Some(sign);
    }
    Breaks { language: if spoken { LANGUAGE } else { "" }, parts }
}

/// Whether a word is one of letters, perhaps with hyphens, and no address, number or code.
fn is_spoken(word: &str) -> bool {
    let core = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    core.chars().all(|sign| sign.is_alphabetic() || is_combining_mark(sign) || matches!(sign, '-' | '’' | '\''))
}

/// Where the syllables of a word begin, as the typesetter finds them.
fn syllables(word: &str) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut at = 0;
    for run in word.split_inclusive(|sign: char| !sign.is_alphabetic()) {
        let letters = run.trim_end_matches(|sign: char| !sign.is_alphabetic());
        let mut inside = at;
        for syllable in hypher::hyphenate(letters, Lang::German) {
            // Where a run begins, the word does not part by itself.
            if inside > at {
                found.insert(inside);
            }
            inside += syllable.len();
        }
        at += run.len();
    }
    found
}

/// Whether a break may stand between two characters: nothing that is one sign is parted.
fn may_part(before: Option<char>, sign: char) -> bool {
    let joiner = |sign: char| matches!(sign, '\u{200c}' | '\u{200d}');
    !is_combining_mark(sign) && !joiner(sign) && !before.is_some_and(joiner)
}

/// Whether lines break at such characters without being told: scripts without blanks.
fn breaks_by_itself(sign: char) -> bool {
    matches!(sign, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_part_between_syllables_and_codes_without_a_hyphen() {
        let word = "Beschäftigtendatenverarbeitung";
        assert!(syllables(word).contains(&word.find("verarbeitung").unwrap()));
        assert_eq!(breaks(word), Breaks { language: "de", parts: vec![word.to_owned()] });
        let code = breaks(&"0a".repeat(40));
        assert_eq!((code.language, code.parts.len(), code.parts.concat()), ("", 7, "0a".repeat(40)));
    }

    #[test]
    fn no_stretch_is_longer_than_a_narrow_column_and_no_sign_is_parted() {
        for word in ["W".repeat(3000), "e\u{301}".repeat(100), "x@y.".repeat(90), "ש".repeat(50)] {
            let breaks = breaks(&word);
            assert_eq!(breaks.parts.concat(), word);
            assert!(breaks.parts.iter().all(|part| part.chars().count() <= TOGETHER + 1), "{breaks:?}");
            assert!(breaks.parts.iter().all(|part| !part.starts_with(is_combining_mark)), "{breaks:?}");
        }
        let chinese = "数据保护".repeat(20);
        assert_eq!(breaks(&chinese).parts, [chinese]);
    }
}

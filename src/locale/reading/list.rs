//! Lists: names or codes with commas, semicolons, blanks or new lines between them.

use super::{Reading, Reason};
use crate::locale::Locale;

impl Locale {
    /// A list of words without blanks in them. Each is taken by `each` or refused with its
    /// reason; then nothing of the list is taken.
    pub fn read_list<T>(&self, text: &str, each: impl Fn(&str) -> Result<T, Reason>) -> Reading<Vec<T>> {
        let apart = |c: char| c == ',' || c == ';' || c.is_whitespace();
        let words: Vec<&str> = text.split(apart).filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return if text.trim().is_empty() {
                Reading::Empty
            } else {
                Reading::Unreadable(Reason::of("reading.empty_list", text))
            };
        }
        words.into_iter().map(each).collect::<Result<Vec<T>, Reason>>().into()
    }

    /// A country code of two letters.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn read_country_code(&self, word: &str) -> Result<String, Reason> {
        let is_code = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        if is_code { Ok(word.to_ascii_uppercase()) } else { Err(Reason::of("reading.no_country_code", word)) }
    }
}

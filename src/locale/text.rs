//! Looking wording up by its key.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::reading::Words;
use crate::law::has_own_sign;

/// The wording of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locale {
    /// The language (BCP 47).
    pub language: String,
    /// Between groups of three digits.
    pub group: String,
    /// Before the decimals.
    pub decimal: String,
    /// Between the ends of a range.
    pub range: String,
    /// The months, January first.
    pub months: Vec<String>,
    /// The words a reader of typed figures and dates knows.
    pub reading: Words,
    /// The wording by key, from the files of the language's folder; `{name}` stands for what is filled in.
    #[serde(default)]
    pub texts: BTreeMap<String, String>,
}

impl Locale {
    /// The wording of a key. A key without wording shows itself, and a test fails.
    pub fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// Whether the key has wording.
    pub fn has(&self, key: &str) -> bool {
        self.texts.contains_key(key)
    }

    /// The wording of a key with names filled in.
    ///
    /// # Example
    /// ```
    /// let library = amende::library::Library::embedded().unwrap();
    /// let text = library.locale.fill("strip.legal_maximum", &[("amount", "20m")]);
    /// assert!(text.contains("20m"));
    /// ```
    pub fn fill(&self, key: &str, names: &[(&str, &str)]) -> String {
        filled(self.t(key), names)
    }

    /// A provision as lawyers cite it: `Art. 5(1)(e)`; what has a sign of its own keeps it
    /// (`§ 25 TDDDG`, `reg. 6 PECR`).
    pub fn article(&self, name: &str) -> String {
        if has_own_sign(name) { name.to_owned() } else { self.fill("provision.article", &[("name", name)]) }
    }

    /// The wording for a count: `key.one` for one, else `key.other`; `{n}` is the
    /// count.
    pub fn plural(&self, key: &str, count: usize) -> String {
        let form = if count == 1 { "one" } else { "other" };
        let grouped = self.count(i64::try_from(count).unwrap_or(i64::MAX));
        self.fill(&format!("{key}.{form}"), &[("n", &grouped)])
    }
}

/// Replaces names in one pass: what is filled in is never looked at again, so that a name
/// in braces that a user typed stays as it was typed.
fn filled(pattern: &str, names: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let known = after.split_once('}').and_then(|(name, beyond)| {
            let (_, value) = names.iter().find(|(known, _)| *known == name)?;
            Some((*value, beyond))
        });
        if let Some((value, beyond)) = known {
            text.push_str(value);
            rest = beyond;
        } else {
            text.push('{');
            rest = after;
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn what_is_filled_in_is_no_placeholder() {
        let names = [("a", "{b}"), ("b", "{a} {c"), ("c", "never")];
        assert_eq!(filled("{a} and {b}, {unknown} { {a", &names), "{b} and {a} {c, {unknown} { {a");
        assert_eq!(filled("{b}{a}", &names), "{a} {c{b}");
        assert_eq!(filled("{{a}}", &names), "{{b}}");
    }
}

//! Looking wording up by its key.

use serde::Deserialize;

use super::messages::Messages;
use super::reading::Words;

/// One language: how it writes figures and days, and its wording.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locale {
    /// The language (BCP 47).
    pub language: String,
    /// What its speakers call it.
    pub name: String,
    /// Between groups of three digits.
    pub group: String,
    /// Before the decimals.
    pub decimal: String,
    /// Between the ends of a range.
    pub range: String,
    /// The months, January first.
    pub months: Vec<String>,
    /// The words a reader of typed figures and dates knows; those of the first language where
    /// there are none.
    #[serde(default)]
    pub reading: Words,
    /// The wording by key, from the files of the language's folder.
    #[serde(skip)]
    pub messages: Messages,
    /// The wording of what this language has none for.
    #[serde(skip)]
    pub fallback: Messages,
}

impl Locale {
    /// The wording of a key. A key without wording shows itself, and a test fails.
    pub fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.messages.text(key).or_else(|| self.fallback.text(key)).unwrap_or(key)
    }

    /// Whether the key has wording of this language.
    pub fn has(&self, key: &str) -> bool {
        self.messages.has(key)
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
        let own = self.messages.fill(key, names);
        own.or_else(|| self.fallback.fill(key, names)).unwrap_or_else(|| key.to_owned())
    }

    /// The wording for a count, by the language's rules for plurals; the message has it as
    /// `$n`.
    pub fn plural(&self, key: &str, count: usize) -> String {
        let grouped = self.count(i64::try_from(count).unwrap_or(i64::MAX));
        let own = self.messages.plural(key, count, &grouped);
        own.or_else(|| self.fallback.plural(key, count, &grouped)).unwrap_or_else(|| key.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::Messages;

    fn messages(text: &str) -> Messages {
        Messages::read("en", &[("en.ftl", text)]).unwrap_or_default()
    }

    #[test]
    fn what_is_filled_in_is_no_placeholder() {
        let messages = messages("both = { $a } and { $b }\nbrace = {\"{\"}{ $a }{\"}\"}\n");
        let fill = |names: &[(&str, &str)]| messages.fill("both", names);
        assert_eq!(fill(&[("a", "{ $b }"), ("b", "{a} {c")]).as_deref(), Some("{ $b } and {a} {c"));
        assert_eq!(fill(&[("a", "both = x"), ("b", "-term *[x]")]).as_deref(), Some("both = x and -term *[x]"));
    }

    #[test]
    fn plurals_follow_the_language() {
        let text = "open = { $count ->\n    [one] { $n } question\n   *[other] { $n } questions\n }\n";
        let said = |language: &str, count: usize| {
            let messages = Messages::read(language, &[("x.ftl", text)]).unwrap_or_default();
            messages.plural("open", count, &count.to_string())
        };
        assert_eq!(said("en", 0).as_deref(), Some("0 questions"));
        assert_eq!(said("en", 1).as_deref(), Some("1 question"));
        assert_eq!(said("fr", 0).as_deref(), Some("0 question"), "nought is singular in French");
        assert_eq!(said("fr", 2).as_deref(), Some("2 questions"));
    }
}

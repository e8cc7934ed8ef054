//! The words of a text as the search compares them: folded, and without their endings.

use std::collections::BTreeMap;

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream as _};

use crate::law::vocabulary::folded;
use crate::precedents::SearchWords;

/// Takes texts apart.
pub(super) struct Words<'w> {
    known: &'w SearchWords,
    /// By language; those Snowball has rules for.
    stemmers: Vec<(String, TextAnalyzer)>,
    /// The stems of words met before, by the word.
    met: BTreeMap<(String, String), Vec<String>>,
}

impl<'w> Words<'w> {
    pub(super) fn new(known: &'w SearchWords) -> Self {
        let stemmer = |language: &String| {
            let rules = Stemmer::new(rules_of(language)?);
            Some((language.clone(), TextAnalyzer::builder(RawTokenizer::default()).filter(rules).build()))
        };
        Self { known, stemmers: known.languages.iter().filter_map(stemmer).collect(), met: BTreeMap::new() }
    }

    /// The stems of a folded word in one language, or in all where none is given.
    pub(super) fn stems(&mut self, word: &str, language: Option<&str>) -> Vec<String> {
        let key = (word.to_owned(), language.unwrap_or_default().to_owned());
        if let Some(met) = self.met.get(&key) {
            return met.clone();
        }
        let mut found = Vec::new();
        let wanted = |known: &str| language.is_none_or(|language| language == known);
        for (_, stemmer) in self.stemmers.iter_mut().filter(|(known, _)| wanted(known)) {
            let mut stream = stemmer.token_stream(word);
            while stream.advance() {
                found.push(stream.token().text.clone());
            }
        }
        let endings = self.known.endings.iter().filter(|(known, _)| wanted(known));
        found.extend(endings.filter_map(|(_, endings)| without_ending(word, endings, self.known.least_stem)));
        found.sort();
        found.dedup();
        self.met.insert(key, found.clone());
        found
    }
}

/// The rules of Snowball for a language.
fn rules_of(language: &str) -> Option<Language> {
    Some(match language {
        "da" => Language::Danish,
        "de" => Language::German,
        "el" => Language::Greek,
        "en" => Language::English,
        "es" => Language::Spanish,
        "fi" => Language::Finnish,
        "fr" => Language::French,
        "hu" => Language::Hungarian,
        "it" => Language::Italian,
        "nb" | "no" => Language::Norwegian,
        "nl" => Language::Dutch,
        "pt" => Language::Portuguese,
        "ro" => Language::Romanian,
        "sv" => Language::Swedish,
        _ => return None,
    })
}

/// A word without the longest of these endings that leaves enough of it; the word itself where
/// none does.
fn without_ending(word: &str, endings: &[String], least: usize) -> Option<String> {
    let cut = endings.iter().filter_map(|ending| word.strip_suffix(folded(ending).as_str()));
    let cut = cut.filter(|stem| stem.chars().count() >= least).min_by_key(|stem| stem.len());
    (word.chars().count() >= least).then(|| cut.unwrap_or(word).to_owned())
}

/// The words of a text, folded; provisions stay whole.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in folded(text).split_whitespace() {
        let bare = part.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
        if is_provision(bare) {
            found.push(bare.to_owned());
            continue;
        }
        found.extend(part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned));
    }
    found
}

/// `5(1)(e)`: a number with what follows in brackets.
fn is_provision(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('(') && word.ends_with(')')
}

/// A provision and what it belongs to: `5(1)(e)`, `5(1)`, `5`.
pub(super) fn with_wider(provision: &str) -> Vec<String> {
    let whole = folded(provision);
    let shorter = whole.match_indices('(').filter_map(|(at, _)| whole.get(..at)).map(str::to_owned);
    shorter.chain([whole.clone()]).collect()
}

#[cfg(test)]
mod tests {
    use super::{with_wider, without_ending, words_of};

    #[test]
    fn words_are_folded_and_provisions_stay_whole() {
        assert_eq!(words_of("L’hôpital, SAN-2024-020 (Łódź)"), ["l", "hopital", "san", "2024", "020", "lodz"]);
        assert_eq!(words_of("Art. 5(1)(e), 6"), ["art", "5(1)(e)", "6"]);
        assert_eq!(with_wider("5(1)(e)"), ["5", "5(1)", "5(1)(e)"]);
    }

    #[test]
    fn an_ending_is_taken_off_where_enough_is_left() {
        let endings = ["a", "ami"].map(str::to_owned);
        assert_eq!(without_ending("karami", &endings, 3).as_deref(), Some("kar"));
        assert_eq!(without_ending("ala", &endings, 3).as_deref(), Some("ala"));
        assert_eq!(without_ending("do", &endings, 3), None);
    }
}

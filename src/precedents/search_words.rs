//! What a search understands beside the words of the records (`assets/search/words.ron`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Languages, endings and words of one meaning. All words stand as a person writes them; they
/// are compared folded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchWords {
    /// Whose lists these are.
    pub note: String,
    /// The languages whose endings are taken off words (BCP 47), by the rules of Snowball.
    pub languages: Vec<String>,
    /// Endings of languages that Snowball has no rules for, by language; the longest that
    /// leaves at least [`SearchWords::least_stem`] letters is taken off.
    pub endings: BTreeMap<String, Vec<String>>,
    /// How many letters must be left of a word.
    pub least_stem: usize,
    /// Words that only say that a number behind them is a provision: `Art.`, `Artikel`.
    pub before_provisions: Vec<String>,
    /// Words that say nothing by themselves.
    pub ignored: Vec<String>,
    /// Words and phrases of one meaning, whatever the language.
    pub synonyms: Vec<Vec<String>>,
}

//! The estimate from practice in words.

use crate::library::Library;
use crate::practice::{Fact, Factor, Remark};

/// What a known fact changes: `× 3.1  Kind of organisation (large undertaking)`.
pub fn factor_in_words(library: &Library, factor: &Factor) -> String {
    let text = &library.locale;
    let known = known_in_words(library, factor);
    text.fill(
        "practice.factor",
        &[("factor", &factor.rounded()), ("fact", text.t(factor.fact.key())), ("known", &known)],
    )
}

/// What is known of the fact of a factor: `large undertaking`, `EUR 54,000,000`.
pub fn known_in_words(library: &Library, factor: &Factor) -> String {
    let text = &library.locale;
    match (factor.money(), factor.number()) {
        (Some(money), _) => text.rough_money(money),
        (None, Some(number)) if factor.fact == Fact::Year => number.to_string(),
        (None, Some(number)) => text.count(number),
        (None, None) => {
            let mut words: Vec<&String> = factor.words.iter().collect();
            // Provisions in their order: 5(1)(a), 6, 12.
            words.sort_by_key(|word| word.split('(').next().and_then(|article| article.parse::<u32>().ok()));
            let words: Vec<String> = words.into_iter().map(|word| word_in_words(library, factor.fact, word)).collect();
            words.join(", ")
        }
    }
}

/// The wording of a word of a fact.
fn word_in_words(library: &Library, fact: Fact, word: &str) -> String {
    if fact == Fact::Country {
        let country = library.law.vocabulary.countries.get(word);
        return country.map_or_else(|| word.to_owned(), |country| country.name.clone());
    }
    if fact == Fact::Provisions {
        return library.locale.fill("provision.article", &[("name", word)]);
    }
    let known = library.practice_words.iter().find(|(known, name, _)| *known == fact && name == word);
    known.map_or_else(|| word.to_owned(), |(_, _, wording)| wording.clone())
}

/// What a reader should know, as a sentence.
pub fn remark_in_words(library: &Library, remark: Remark) -> String {
    let text = &library.locale;
    match remark {
        Remark::FewOfCountry { amounts } => text.plural("practice.few_of_country", amounts),
        Remark::FewOfKind { amounts } => text.plural("practice.few_of_kind", amounts),
        Remark::Outside => text.t("practice.outside").to_owned(),
        Remark::LittleKnown { known, counted } => {
            let (known, counted) = (known.to_string(), counted.to_string());
            text.fill("practice.little_known", &[("known", &known), ("counted", &counted)])
        }
    }
}

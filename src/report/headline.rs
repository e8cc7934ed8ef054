//! The headline in sentences.

use crate::headline::Headline;
use crate::locale::Locale;

/// What the headline says, sentence by sentence: the amount, the probability of a fine, and what the two
/// layers say alone.
pub fn headline_in_words(headline: &Headline, text: &Locale) -> Vec<String> {
    let both = &headline.both;
    let rough = |amount| text.rough_money(amount);
    let (median, low, high) = (rough(both.median), rough(both.most.low), rough(both.most.high));
    let mut told = vec![text.fill("headline.sentence", &[("median", &median), ("low", &low), ("high", &high)])];
    if let Some(chance) = headline.chance {
        told.push(text.fill("headline.sentence_chance", &[("percent", &chance.percent.to_string())]));
    }
    told.push(layers_in_words(headline, text));
    told
}

/// What method and practice say alone.
pub fn layers_in_words(headline: &Headline, text: &Locale) -> String {
    let rough = |amount| text.rough_money(amount);
    let method = headline.method.most;
    let (method_low, method_high) = (rough(method.low), rough(method.high));
    let mut names = vec![("method_low", method_low), ("method_high", method_high)];
    let key = match &headline.practice {
        Some(practice) => {
            names.push(("practice_low", rough(practice.most.low)));
            names.push(("practice_high", rough(practice.most.high)));
            "headline.sentence_layers"
        }
        None => "headline.sentence_method",
    };
    text.fill(key, &names.iter().map(|(name, words)| (*name, words.as_str())).collect::<Vec<_>>())
}

/// How the two layers were weighed; empty where there is only one.
pub fn weights_in_words(headline: &Headline, matters: usize, text: &Locale) -> Vec<String> {
    if headline.practice.is_none() {
        return Vec::new();
    }
    let (method, practice) = (headline.method_percent.to_string(), (100 - headline.method_percent).to_string());
    let key = if headline.turnover_known { "headline.weights_known" } else { "headline.weights_unknown" };
    vec![
        text.fill(key, &[("method", &method), ("practice", &practice)]),
        text.fill("headline.fitted", &[("n", &matters.to_string()), ("maximum", &text.money(headline.maximum))]),
    ]
}

/// From how many decisions the probability of a fine is; nothing where none is estimated.
pub fn chance_in_words(headline: &Headline, text: &Locale) -> Option<String> {
    let chance = headline.chance?;
    let number = |number: usize| text.count(i64::try_from(number).unwrap_or(i64::MAX));
    if chance.outcomes == 0 {
        return Some(text.fill("headline.chance_from_none", &[("all", &number(chance.outcomes_everywhere))]));
    }
    let (fined, outcomes) = (number(chance.fined), number(chance.outcomes));
    Some(text.fill("headline.chance_from", &[("fined", &fined), ("outcomes", &outcomes)]))
}

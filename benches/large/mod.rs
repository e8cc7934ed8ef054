//! A library of a hundred thousand decisions. The records are generated: each takes every part from another shipped
//! one, and has words of its own besides.

use amende::library::Library;

/// How many records there are.
pub(crate) const RECORDS: usize = 100_000;

/// A library so large.
pub(crate) fn library() -> Library {
    let mut library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    let shipped = library.decisions.clone();
    // Strides without a common factor: no two records are put together alike.
    let part = |number: usize, stride: usize| shipped.get(number * stride % shipped.len()).or(shipped.first());
    library.decisions = (0..RECORDS)
        .filter_map(|number| {
            let mut record = part(number, 1)?.clone();
            record.id = format!("{}/{number}", record.authority);
            record.controller = format!("{} {}", part(number, 7)?.controller, syllables(number));
            record.summary = format!("{} {}", part(number, 11)?.summary, syllables(number / 3));
            record.facts.topics.clone_from(&part(number, 13)?.facts.topics);
            Some(record)
        })
        .collect();
    library
}

/// A word made of a number.
fn syllables(mut number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ka", "lo", "mi", "re", "tu", "ne", "so", "vi", "da", "po", "gu", "fe", "zi", "ha", "bo", "ru"];
    let mut word = String::new();
    while number > 0 {
        word.push_str(SYLLABLES.get(number % 16).unwrap_or(&"la"));
        number /= 16;
    }
    word
}

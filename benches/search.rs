//! How long a keystroke takes in a library of a hundred thousand decisions: `cargo bench --bench
//! search`. The records are generated: each takes every part from another shipped one, and has
//! words of its own besides.

use std::sync::OnceLock;

use amende::cases::{Cases, Wanted};
use amende::library::Library;
use divan::Bencher;

/// How many records there are.
const RECORDS: usize = 100_000;

fn main() {
    let wanted = Wanted { words: "kaspr".to_owned(), ..Wanted::default() };
    assert!(matches!(cases().list(&wanted), Ok(found) if !found.records.is_empty()), "they are ready");
    divan::main();
}

/// A library so large.
fn large() -> Library {
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

fn cases() -> &'static Cases {
    static CASES: OnceLock<Cases> = OnceLock::new();
    CASES.get_or_init(|| Cases::new(&large()).unwrap_or_else(|error| panic!("{error}")))
}

/// Search, facets and order: what stands in the field after each key of two searches, a slip and words of one meaning.
const TYPED: [&str; 12] = [
    "c",
    "co",
    "coo",
    "cook",
    "cooki",
    "cookie",
    "cookies",
    "cookies refus",
    "reprimand hospital",
    "moissonnage",
    "linkdin",
    "art 32 security encryption passwords",
];

#[divan::bench(args = TYPED)]
fn keystroke(bencher: Bencher<'_, '_>, typed: &str) {
    let wanted = Wanted { words: typed.to_owned(), ..Wanted::default() };
    bencher.bench(|| cases().list(divan::black_box(&wanted)));
}

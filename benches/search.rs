//! How long a keystroke takes in a library of a hundred thousand decisions: `cargo bench --bench
//! search`.

mod large;

use std::sync::OnceLock;

use amende::cases::{Cases, Wanted};
use divan::Bencher;

fn main() {
    let wanted = Wanted { words: "kaspr".to_owned(), ..Wanted::default() };
    assert!(matches!(cases().list(&wanted), Ok(found) if !found.records.is_empty()), "they are ready");
    divan::main();
}

fn cases() -> &'static Cases {
    static CASES: OnceLock<Cases> = OnceLock::new();
    CASES.get_or_init(|| Cases::new(&large::library()).unwrap_or_else(|error| panic!("{error}")))
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

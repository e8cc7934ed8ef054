//! Published calculations come out to the cent (`tests/worked_examples`, run by
//! [`amende::examples`]); the expectations are contracts.

use std::borrow::Cow;

use amende::examples::worked;
use amende::library::Library;

use crate::library;

#[test]
fn published_chains_come_out_to_the_cent() {
    let tried = worked(library());
    let told: Vec<String> = tried.problems.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(tried.examples >= 20, "only {} examples", tried.examples);
}

/// A figure that comes out otherwise is told with file, line and both amounts.
#[test]
fn a_figure_that_differs_is_told_of() {
    let mut library: Library = library().clone();
    let name = "tests/worked_examples/edpb-04-2022/example-1b.md";
    let page = library.examples.iter_mut().find(|file| file.path == name).unwrap();
    let text = std::str::from_utf8(&page.contents).unwrap();
    let line = text.lines().position(|line| line.starts_with("A.static_cap")).unwrap() + 1;
    page.contents = Cow::Owned(text.replace("EUR 10,000,000.00", "EUR 10,000,000.01").into_bytes());
    let problems = worked(&library).problems;
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, [format!("{name}:{line}:1: A.static_cap = EUR 10,000,000.00, not EUR 10,000,000.01")]);
}

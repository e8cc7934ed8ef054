//! Texts for users are without the terms that `docs/glossary.md` lists at its end as not to
//! be used: one term for each thing, the Regulation's own where it has one.

use std::fs;
use std::path::Path;

use amende::library::{ASSETS, DataFile};

use crate::{library, support};

/// Keys whose text is for readers though it may be one word; other texts are known by their
/// spaces, which names of things do not have.
const WORDED: [&str; 12] = [
    "heading",
    "label",
    "name",
    "note",
    "proposal_note",
    "reason",
    "reasoning",
    "rebuttal",
    "short",
    "text",
    "title",
    "why",
];

/// Keys whose text is a name, an address or a place in a source.
const NAMES: [&str; 4] = ["id", "instrument", "pinpoint", "url"];

#[test]
fn no_text_for_users_has_a_term_that_is_not_to_be_used() {
    let terms = terms();
    assert!(terms.len() > 40, "only {} terms", terms.len());
    let texts = texts();
    assert!(texts.len() > 2_500, "only {} texts", texts.len());
    let mut wrong = Vec::new();
    for (place, text) in &texts {
        wrong.extend(
            terms
                .iter()
                .filter(|(avoid, _)| has(text, avoid))
                .map(|(avoid, instead)| format!("{place}: “{avoid}” is not to be used (instead: {instead}): {text}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The search finds a term as whole words in any case, and nothing within a word.
#[test]
fn a_term_is_found_as_whole_words() {
    assert!(has("The DPO decides", "dpo") && has("Put right.", "put right") && has("by machine", "by machine"));
    assert!(!has("endpoint", "dpo") && !has("manifold", "fold") && !has("input rights", "put right"));
    assert!(has("manifold or fold", "fold"), "a later place counts too");
    let file = DataFile {
        path: "a.ron".to_owned(),
        contents:
            r#"(id: "a b", label: "Fold", when: Is("dpo.x", Yes), s: "one \"two\"", k: ["x y"])"#.as_bytes().into(),
    };
    let found: Vec<String> = quoted(&file).into_iter().map(|(_, text)| text).collect();
    assert_eq!(found, ["Fold", "one \\\"two\\\"", "x y"]);
}

/// The pairs of the list: what is not to be used, in lower case, and what is used instead.
fn terms() -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/glossary.md");
    let text = fs::read_to_string(path).unwrap();
    let list = text.split_once("```avoid\n").unwrap().1.split_once("\n```").unwrap().0;
    let pair = |line: &str| {
        let (avoid, instead) = line.split_once(" -> ").unwrap_or_else(|| panic!("`{line}` is no pair"));
        (avoid.to_lowercase(), instead.to_owned())
    };
    list.lines().map(pair).collect()
}

/// Every text for users, with its place: questions, rules, methods, national law, what the
/// estimate says of itself, wording, help.
fn texts() -> Vec<(String, String)> {
    let worded = ["assets/law/", "assets/questionnaire/", "assets/estimate/"];
    let data = support::data();
    let read = data.iter().filter(|file| worded.iter().any(|folder| file.path.starts_with(folder)));
    let mut found: Vec<(String, String)> = read.flat_map(quoted).collect();
    let messages = &library().locale.messages;
    for key in messages.keys() {
        found.extend(messages.forms(key).into_iter().map(|form| (format!("wording `{key}`"), form)));
    }
    for page in ASSETS.get_dir("help").unwrap().files() {
        let name = page.path().display().to_string();
        let lines = page.contents_utf8().unwrap().lines().enumerate();
        found.extend(lines.map(|(number, line)| (format!("assets/{name}:{}", number + 1), line.to_owned())));
    }
    found
}

/// The texts in quotation marks of a RON file that are for readers.
fn quoted(file: &DataFile) -> Vec<(String, String)> {
    let text = std::str::from_utf8(&file.contents).unwrap();
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('"') {
            let mut escaped = false;
            let end = after.find(|sign| {
                let ends = sign == '"' && !escaped;
                escaped = sign == '\\' && !escaped;
                ends
            });
            let end = end.unwrap_or_else(|| panic!("{}:{}: a text over several lines", file.path, number + 1));
            let quoted = &after[..end];
            let key = before.trim_end().strip_suffix(':').unwrap_or_default();
            let key = key.rsplit(|sign: char| !sign.is_alphanumeric() && sign != '_').next().unwrap_or_default();
            if WORDED.contains(&key) || quoted.contains(' ') && !NAMES.contains(&key) {
                found.push((format!("{}:{}", file.path, number + 1), quoted.to_owned()));
            }
            rest = &after[end + 1..];
        }
    }
    found
}

/// Whether a text has a term (in lower case) as whole words, in any case.
fn has(text: &str, term: &str) -> bool {
    let text = text.to_lowercase();
    let is_letter = |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
    text.match_indices(term).any(|(at, found)| {
        !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + found.len()..].chars().next())
    })
}

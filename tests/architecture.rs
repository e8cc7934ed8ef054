//! The house rules of the source tree: who may import whom, what must be absent,
//! how long a file may be.
#![expect(clippy::unwrap_used, reason = "a helper of a test fails the test by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Module → modules of the crate it may use. Lower knows nothing of higher.
const LAYERS: &[(&str, &[&str])] = &[
    ("quantity", &[]),
    ("law", &["quantity"]),
    ("facts", &["quantity", "law"]),
    // Answers are figures of the trace.
    ("trace", &["quantity", "law", "facts"]),
    ("findings", &["quantity", "law", "trace", "facts"]),
    ("fine", &["quantity", "law", "trace", "facts", "findings"]),
    ("precedents", &["quantity", "law", "facts", "findings"]),
    // Nothing of the matter itself: choices reach it only as a calculation settled them.
    // Facts of decisions and matters before a decision, and nothing that was calculated.
    ("practice", &["quantity", "law", "facts", "findings", "precedents"]),
    ("exposure", &["quantity", "law", "findings", "fine"]),
    ("headline", &["quantity", "law", "practice", "exposure"]),
    // Labels of the trace are keys: words are given to them here.
    ("locale", &["quantity", "law", "facts", "trace"]),
    // A room estimates what was decided; method and practice are handed to it.
    ("workshop", &["quantity", "law", "precedents"]),
    // Holds the priors and the wording besides law and decisions: all embedded data is parsed in one place.
    (
        "library",
        &[
            "quantity",
            "law",
            "facts",
            "findings",
            "precedents",
            "practice",
            "exposure",
            "headline",
            "locale",
            "workshop",
        ],
    ),
    (
        "analysis",
        &[
            "quantity",
            "law",
            "trace",
            "facts",
            "findings",
            "fine",
            "precedents",
            "practice",
            "exposure",
            "headline",
            "library",
            "workshop",
        ],
    ),
    // What was decided, found, counted, sorted and handed on as a table.
    ("cases", &["quantity", "law", "precedents", "library", "locale"]),
    // Runs the examples beside the law through all of it.
    ("examples", &["quantity", "law", "trace", "facts", "findings", "fine", "library", "locale", "analysis"]),
    (
        "report",
        &[
            "quantity",
            "law",
            "trace",
            "facts",
            "findings",
            "fine",
            "precedents",
            "practice",
            "exposure",
            "headline",
            "library",
            "locale",
            "analysis",
            "workshop",
        ],
    ),
    // Estimates what is decided, by the estimate and the method, and compares.
    (
        "backtest",
        &[
            "quantity",
            "law",
            "trace",
            "facts",
            "findings",
            "fine",
            "precedents",
            "practice",
            "exposure",
            "headline",
            "library",
            "analysis",
        ],
    ),
    // Answers are checked against the questionnaire when a matter is opened.
    ("storage", &["quantity", "law", "facts", "library", "workshop"]),
    (
        "cli",
        &[
            "quantity",
            "law",
            "trace",
            "facts",
            "findings",
            "fine",
            "precedents",
            "practice",
            "exposure",
            "headline",
            "library",
            "locale",
            "analysis",
            "backtest",
            "cases",
            "report",
            "storage",
            "examples",
            "workshop",
        ],
    ),
    (
        "gui",
        &[
            "quantity",
            "law",
            "trace",
            "facts",
            "findings",
            "fine",
            "precedents",
            "practice",
            "exposure",
            "headline",
            "library",
            "locale",
            "analysis",
            "backtest",
            "cases",
            "report",
            "storage",
            "workshop",
        ],
    ),
];

/// What must be absent outside the modules named.
const ABSENT: &[(&str, &[&str])] = &[
    ("egui", &["gui"]),
    ("eframe", &["gui"]),
    ("rfd::", &["gui"]),
    ("std::fs", &["storage"]),
    ("std::env::", &["gui", "cli"]),
    ("ZonedDateTime::now", &["gui", "cli"]),
    ("std::net", &[]),
    ("f64", &["practice", "backtest", "cases", "exposure", "headline", "report", "gui", "workshop"]),
    ("f32", &["gui"]),
    // What a pack keeps back until the reveal: checked, and handed to the truth of a session.
    (".behind()", &["workshop", "library", "analysis"]),
    ("todo!(", &[]),
    ("unimplemented!(", &[]),
];

/// What a calculation would copy words of the law's data by: it names them (`law::LawText`),
/// and `locale` finds them in the language shown.
const WORDS: &[&str] = &[
    ".text.clone()",
    "rule.title",
    "step.title",
    ".heading.clone()",
    ".reasoning",
    ".proposal_note",
    ".rebuttal",
    ".why.clone()",
];

/// The rooms that calculate.
const CALCULATING: &[&str] = &["findings", "fine", "exposure", "analysis", "trace"];

/// Longer files, each with the reason.
const LONG: &[&str] = &[];

fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    assert!(found.len() > 60, "the scan must see the tree");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<(String, PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let below = path.strip_prefix(root).unwrap().to_path_buf();
            let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
            let module = first.trim_end_matches(".rs").to_owned();
            found.push((module, below, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The code without comments: what a rule is about.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules of the crate that a text names, in groups too: `crate::{gui, report::Block}`.
fn imported(code: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for part in code.split("crate::").skip(1) {
        let Some(group) = part.strip_prefix('{') else {
            found.push(name(part));
            continue;
        };
        let mut depth = 0;
        let mut start = 0;
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    found.extend(group.get(start..at).map(name));
                    start = at + 1;
                    if c == '}' {
                        break;
                    }
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn grouped_imports_are_seen() {
    let code = "use crate::{gui, report::{self, Block}};\nuse crate::law::Rule;\nlet x = crate::fine::total;";
    assert_eq!(imported(code), ["gui", "report", "law", "fine"]);
}

#[test]
fn no_module_imports_one_above_it() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else {
            assert!(matches!(module.as_str(), "lib" | "main"), "{}: `{module}` has no layer", path.display());
            continue;
        };
        for used in imported(&code(&text)) {
            let known = LAYERS.iter().any(|(name, _)| *name == used);
            if known && used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("src/{}: `{module}` must not import `crate::{used}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_must_be_absent_is_absent() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        let code = code(&text);
        for (word, allowed) in ABSENT {
            // The entry point hands the window over; only it and gui know there is one.
            if code.contains(word) && !allowed.contains(&module.as_str()) && module != "main" {
                wrong.push(format!("src/{}: `{word}` belongs to {allowed:?}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn calculations_hold_no_words() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        let used = WORDS.iter().filter(|word| code(&text).contains(*word));
        if CALCULATING.contains(&module.as_str()) {
            wrong.extend(used.map(|word| format!("src/{}: `{word}`: name the text by its id", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_answers_and_stays_short() {
    let mut wrong = Vec::new();
    for (_, path, text) in sources() {
        if !text.starts_with("//!") {
            wrong.push(format!("src/{}: begins without a module doc", path.display()));
        }
        let lines = text.lines().count();
        if lines > 400 && !LONG.contains(&path.to_string_lossy().as_ref()) {
            wrong.push(format!("src/{}: {lines} lines, split at 400", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_legal_figure_stands_in_the_source() {
    // Maxima, bands and shares of the method, as Rust would write them.
    let figures = ["20_000_000", "10_000_000", "500_000_000", "50_000_000", "2_000_000", "240_000", "0.04", "0.02"];
    // Amounts of examples in doc comments and tests are not the law's.
    let mut wrong = Vec::new();
    for (_, path, text) in sources() {
        let code = code(&text);
        let shipped = code.split("#[cfg(test)]").next().unwrap_or_default();
        for figure in figures {
            if shipped.contains(figure) {
                wrong.push(format!("src/{}: {figure} belongs under assets/", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is typed goes through `widgets::field`, which keeps the text and reads it; a field
/// of egui's own would change or drop what it does not understand.
#[test]
fn nothing_is_typed_past_the_common_fields() {
    let bypasses = [
        "TextEdit::",
        "text_edit_singleline",
        "text_edit_multiline",
        "DragValue",
        "drag_angle",
        "Slider",
        "code_editor",
    ];
    let mut wrong = Vec::new();
    let mut fields = 0;
    for (_, path, text) in sources() {
        let used = bypasses.iter().filter(|word| code(&text).contains(*word));
        if path.starts_with("gui/widgets/field") {
            fields += used.count();
            continue;
        }
        wrong.extend(used.map(|word| format!("src/{}: `{word}`: use widgets::Field", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(fields >= 2, "the scan must see the fields themselves");
}

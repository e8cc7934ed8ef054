//! The user's own decisions: read and checked as those shipped, compared with, and part of no figure.

use std::path::Path;
use std::process::Command;

use amende::analysis::{self, DEFAULT_SEED, Terms};
use amende::cases::{Cases, Facet, Wanted, rows};
use amende::library::{self, Library};
use amende::precedents::Decision;
use amende::storage::{self, StorageError};

/// A shipped record as if the user had entered it.
fn as_own(library: &Library, id: &str) -> Decision {
    let shipped = library.decision(id).unwrap();
    Decision { id: format!("own/{}", id.replace('/', "-")), own: true, ..shipped.clone() }
}

/// One like Kaspr that is no copy of it.
fn contacts(library: &Library) -> Decision {
    Decision {
        id: "own/contacts".to_owned(),
        controller: "Contactbook".to_owned(),
        number: "OWN-1".to_owned(),
        decided: "2025-03-04".parse().unwrap(),
        published: None,
        ..as_own(library, "cnil/2024-kaspr")
    }
}

fn with(own: &[Decision]) -> Library {
    let text = library::own_text(own).unwrap();
    crate::library().with_own("/config/own-decisions.ron", &text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// What is said of a file with this text.
fn refused(text: &str) -> Vec<String> {
    let error = crate::library().with_own("/config/own-decisions.ron", text).unwrap_err();
    error.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_field_of_every_record_comes_back_as_it_was() {
    let library = crate::library();
    let own: Vec<Decision> = library.decisions.iter().map(|known| as_own(library, &known.id)).collect();
    assert!(own.len() >= 250);
    let again = with(&own);
    let read: Vec<&Decision> = again.own_decisions().collect();
    assert_eq!(read.len(), own.len());
    for record in &own {
        assert_eq!(again.decision(&record.id), Some(record));
    }
    let shipped: Vec<&Decision> = again.shipped().collect();
    assert_eq!(shipped, library.decisions.iter().collect::<Vec<_>>(), "those shipped are as they were");
}

#[test]
fn what_is_wrong_is_told_with_file_line_and_key() {
    let library = crate::library();
    let text = library::own_text(&[as_own(library, "cnil/2022-free"), contacts(library)]).unwrap();
    let line = |text: &str, from: usize, key: &str| {
        text.lines().enumerate().skip(from).find(|(_, line)| line.trim().starts_with(key)).unwrap().0 + 1
    };
    let second = line(&text, 0, "id: \"own/contacts\"") - 1;
    let broken = |key: &str, from: &str, to: &str| {
        let at = line(&text, second, key) - 1;
        let lines: Vec<String> = text
            .lines()
            .enumerate()
            .map(|(place, line)| if place == at { line.replacen(from, to, 1) } else { line.to_owned() })
            .collect();
        assert_ne!(lines.join("\n") + "\n", text, "{key} has no {from}");
        (at + 1, refused(&(lines.join("\n") + "\n")))
    };
    let cases = [
        ("id:", "own/contacts", "cnil/contacts", "must begin with `own/`"),
        ("authority:", "cnil", "cnill", "authority: `cnill` is not in assets/vocabulary/authorities.ron; did you mean"),
        ("country:", "FR", "DE", "country: `DE` is not that of `cnil`, which is `FR`"),
        ("controller:", "Contactbook", "", "controller: say who was sanctioned"),
        ("sector:", "63", "6399", "sector: `6399` is not in assets/vocabulary/sectors.ron"),
        ("decided:", "2025-03-04", "2025-03-44", "`2025-03-44` is not a day"),
        ("url:", "https", "http", "no link to the authority's own publication"),
        ("outcome:", "Fine", "Reprimand", "`fine` states an amount, and the outcome is none"),
        ("people:", "160000000", "\"many\"", "a number without quotation marks is expected"),
        ("provisions:", "provisions", "provision", "provision"),
    ];
    for (key, from, to, what) in cases {
        let (at, told) = broken(key, from, to);
        assert!(
            told.iter().any(|told| told.starts_with("/config/own-decisions.ron:") && told.contains(what)),
            "{key}: {told:?}"
        );
        let near = |told: &String| told.split(':').nth(1).and_then(|line| line.parse::<usize>().ok());
        let lines: Vec<usize> = told.iter().filter_map(near).collect();
        // The outcome contradicts the amount: the place is that of the amount. A name that is not known may be told
        // at the end of its record.
        assert!(lines.iter().any(|line| line.abs_diff(at) <= 3), "{key}: line {at}, told at {lines:?}: {told:?}");
    }
    assert!(refused("(format: 2, decisions: [])")[0].contains(":1:2: the file has format 2"));
    assert!(refused("(format: 1, decisions: [").iter().all(|told| told.starts_with("/config/own-decisions.ron:1:")));
    let twice = library::own_text(&[contacts(library), contacts(library)]).unwrap();
    assert!(refused(&twice).iter().any(|told| told.contains("`own/contacts` stands here twice")));
}

#[test]
fn own_records_are_searched_counted_and_marked() {
    let library = with(&[contacts(crate::library())]);
    let cases = Cases::new(&library).unwrap();
    let found = cases.list(&Wanted { words: "contactbook".to_owned(), ..Wanted::default() }).unwrap();
    assert_eq!(found.records.len(), 1);
    assert!(library.decisions[found.records[0]].own);
    let listed = rows(&library, &found.records);
    assert!(listed[0].own && listed[0].id == "own/contacts");
    let mut wanted = Wanted::default();
    wanted.chosen.entry(Facet::Origin).or_default().insert("facet.own".to_owned());
    let own = cases.list(&wanted).unwrap();
    assert_eq!(own.records, found.records, "the facet narrows to one's own");
    let origin = own.counts.iter().find(|(facet, _)| *facet == Facet::Origin).unwrap();
    assert_eq!(origin.1, [("facet.own".to_owned(), 1)], "those shipped have no value of it");
}

#[test]
fn an_own_record_is_compared_with_and_enters_no_figure() {
    let shipped = crate::library();
    let library = with(&[contacts(shipped)]);
    let matter = &shipped.presets.iter().find(|preset| preset.file == "kaspr.amende.ron").unwrap().case_file;
    let terms = Terms { methodology: None, as_of: "2026-11-23".parse().unwrap(), seed: DEFAULT_SEED };
    let before = analysis::analyse(matter, shipped, &terms).unwrap();
    let after = analysis::analyse(matter, &library, &terms).unwrap();
    assert!(after.comparables.iter().any(|near| near.decision.id == "own/contacts"));
    assert_eq!(before.calculation.fine, after.calculation.fine);
    assert_eq!(before.practice, after.practice);
    assert_eq!(before.receipt.decisions, after.receipt.decisions, "the hash of those shipped");
    // It is told where it contributes, and only there.
    assert_eq!(before.receipt.own_decisions, None);
    let told = after.receipt.own_decisions.as_ref().unwrap();
    assert_eq!((told.file.as_str(), &told.sha256), ("own-decisions.ron", &library.own.as_ref().unwrap().sha256));
    let mut other = contacts(shipped);
    other.provisions = vec!["37(1)".into()];
    other.facts.topics = Vec::new();
    other.facts.people = None;
    let elsewhere = with(&[other]);
    let unlike = analysis::analyse(matter, &elsewhere, &terms).unwrap();
    assert!(unlike.comparables.iter().all(|near| !near.decision.own));
    assert_eq!(unlike.receipt.own_decisions, None);
    assert_eq!(before.receipt, unlike.receipt);
}

#[test]
fn a_matter_decided_as_an_own_record_leaves_no_other_out_of_the_fit() {
    let shipped = crate::library();
    let mut own = contacts(shipped);
    own.related = vec!["cnil/2024-kaspr".to_owned()];
    let library = with(&[own]);
    let mut matter = shipped.presets.iter().find(|preset| preset.file == "kaspr.amende.ron").unwrap().case_file.clone();
    let terms = Terms { methodology: None, as_of: "2026-11-23".parse().unwrap(), seed: DEFAULT_SEED };
    let before = analysis::analyse(&matter, &library, &terms).unwrap();
    matter.decided_as = Some("own/contacts".to_owned());
    let after = analysis::analyse(&matter, &library, &terms).unwrap();
    assert!(after.comparables.iter().all(|near| near.decision.id != "own/contacts"), "it is left out itself");
    // What it names as related is left out of the fit, as before.
    assert_eq!(before.practice, after.practice);
}

#[test]
fn while_a_workshop_runs_an_own_record_of_its_decision_is_out_too() {
    let shipped = crate::library();
    for pack in &shipped.packs {
        let behind = shipped.decision(&pack.pack.behind().decision).unwrap();
        let mut own = as_own(shipped, &behind.id);
        // As somebody writes it who looks for neither spelling nor number.
        own.controller = "The company".to_owned();
        own.number = "a number of my own".to_owned();
        own.summary = "What it did.".to_owned();
        own.source.title = "Decision".to_owned();
        own.source.url = "https://example.org/".to_owned();
        let other = Decision { id: "own/other".to_owned(), ..contacts(shipped) };
        let library = with(&[own.clone(), other]);
        let shown = library.without_decisions_of(&[&pack.pack]);
        assert_eq!(shown.decision(&own.id), None, "{}", pack.pack.id);
        assert!(library.decision(&own.id).is_some(), "it is kept back, not lost");
    }
}

#[test]
fn the_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("not there yet").join("own-decisions.ron");
    assert_eq!(storage::own_file_if_any(&path).unwrap(), None);
    storage::save_own(&path, "first", None).unwrap();
    storage::save_own(&path, "second", Some("first")).unwrap();
    assert_eq!(storage::own_file(&path).unwrap(), "second");
    assert_eq!(storage::own_file(&storage::previous(&path)).unwrap(), "first", "what stood there before");
    let changed = storage::save_own(&path, "third", Some("first"));
    assert!(matches!(changed, Err(StorageError::Changed { .. })), "somebody else wrote it meanwhile");
    assert!(matches!(storage::save_own(&path, "third", None), Err(StorageError::Changed { .. })));
    assert_eq!(storage::own_file(&path).unwrap(), "second");
}

#[test]
fn the_command_line_takes_an_own_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.ron");
    let text = library::own_text(&[contacts(crate::library())]).unwrap();
    storage::save_own(&path, &text, None).unwrap();
    let own = path.to_str().unwrap();
    let (good, listed, _) = amende(&["cases", "--search", "contactbook", "--own", own]);
    assert!(good && listed.contains("Contactbook (own record)"), "{listed}");
    let (good, checked, _) = amende(&["check", "--own", own]);
    assert!(good && checked.contains("1 own decision beside them"), "{checked}");
    let kaspr = "presets/kaspr.amende.ron";
    let (good, assessed, _) = amende(&["assess", kaspr, "--own", own, "--format", "json"]);
    let assessed: serde_json::Value = serde_json::from_str(&assessed).unwrap();
    assert!(good && assessed["receipt"]["own_decisions"]["file"] == "own.ron");
    assert!(assessed["comparables"].as_array().unwrap().iter().any(|near| near["own"] == true));
    let report = folder.path().join("report.md");
    let (good, _, told) = amende(&["report", kaspr, "--own", own, "--out", report.to_str().unwrap()]);
    assert!(good, "{told}");
    let written = storage::own_file(&report).unwrap();
    assert!(
        written.contains("Contactbook (own record)") && written.contains("own.ron, "),
        "marked, and in the receipt"
    );
    // Bad: what is wrong, and where.
    let bad = folder.path().join("bad.ron");
    storage::save_own(&bad, &text.replace("\"cnil\"", "\"cnill\""), None).unwrap();
    let (good, _, told) = amende(&["check", "--own", bad.to_str().unwrap()]);
    assert!(!good && told.contains("bad.ron:") && told.contains("authority"), "{told}");
    let (good, ..) = amende(&["calibrate", "--rows", "x.csv", "--out", "y.ron", "--own", own]);
    assert!(!good, "no fit takes it");
}

fn amende(arguments: &[&str]) -> (bool, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_amende"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

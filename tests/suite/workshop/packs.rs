//! What `amende workshop check PACK` (or `amende check PACK`) refuses.

use std::process::Command as Process;

use amende::analysis::{DEFAULT_SEED, Terms, analyse};
use amende::library::{ShippedPack, pack_problems, parse};
use amende::workshop::{Pack, to_be_written};

use super::KASPR;
use crate::library;
use crate::support::broken;

fn file() -> String {
    format!("presets/workshops/{KASPR}.ron")
}

/// What the check says of the example with a text replaced.
fn with(from: &str, to: &str) -> String {
    let text = std::fs::read_to_string(format!("{}/{}", env!("CARGO_MANIFEST_DIR"), file())).unwrap();
    assert!(text.contains(from), "no {from}");
    match parse::<Pack>("pack.ron", &text.replacen(from, to, 1)) {
        Ok(pack) => pack_problems(&pack, library()).join("\n"),
        Err(problem) => problem.to_string(),
    }
}

#[test]
fn shipped_packs_are_without_fault() {
    assert!(library().packs.iter().any(|shipped| shipped.pack.id == KASPR));
    for ShippedPack { file, pack } in &library().packs {
        assert_eq!(pack_problems(pack, library()), Vec::<String>::new(), "{file}");
        assert!(library().matter(pack.matter().unwrap()).unwrap().is_ok(), "{file}");
    }
}

/// Name, number and amount of the decision, however written, must not be told.
#[test]
fn what_gives_the_decision_away_is_refused() {
    for (to, word) in [
        ("Kaspr", "kaspr"),
        ("We, KASPR, sell", "kaspr"),
        ("Decision SAN-2024-020", "san-2024-020"),
        ("It may cost EUR 240,000", "240000"),
        ("It may cost 240 000 euro", "240000"),
        ("It may cost €240.000", "240000"),
        ("A fine of 0.24 million", "240000"),
        ("A fine of 240 thousand", "240000"),
        ("Some report EUR 250,000", "250000"),
    ] {
        let said = with("Several data subjects complained", to);
        assert!(said.contains("gives the decision away") && said.contains(word), "{to}: {said}");
    }
    let said = with("title: \"Contacts from a network\"", "title: \"The Kaspr case\"");
    assert!(said.contains("`told.title` gives the decision away"), "{said}");
    // The same digits that are no money give nothing away.
    assert_eq!(with("Several data subjects complained", "240,000 data subjects complained"), "");
}

#[test]
fn candidates_are_ruled_on_as_the_record_has_it() {
    for (from, to, said) in [
        ("(provision: \"15\", why", "(provision: \"16\", why", "the record does not have `16` under `provisions`"),
        ("\"32\", \"35\"],", "\"35\", \"32\"],", "in the order of the Regulation"),
        ("\"32\", \"35\"],", "\"32\", \"35\", \"37\"],", "`37` stands 0 times"),
        ("\"12\", \"14\"", "\"12\", \"12(1)\", \"14\"", "one holds the other"),
        ("\"12\", \"14\"", "\"12\", \"99\"", "`99` is not a provision"),
        ("(provision: \"17\", why", "(provision: \"14\", why", "the record has `14` under `provisions`"),
    ] {
        let found = with(from, to);
        assert!(found.contains(said), "{to}: {found}");
    }
}

#[test]
fn other_faults_of_a_pack_are_named() {
    for (from, to, said) in [
        ("topic: \"scraping\"", "topic: \"scrapping\"", "not in assets/vocabulary/topics.ron"),
        ("cnil/2024-kaspr", "cnil/2024-kasper", "does not have `cnil/2024-kasper`"),
        ("kaspr.amende.ron", "kasper.amende.ron", "there is no file presets/kasper.amende.ron"),
        ("kaspr.amende.ron", "decided/cnil-2022-lusha.amende.ron", "was decided as another decision"),
        ("minutes: 12", "minutes: 0", "must be 1 to 90"),
        ("level: Introductory", "level: Easy", "Easy"),
        ("goals:", "aims:", "aims"),
        ("title: \"Contacts", "title: \" Contacts", "ends in a blank"),
        ("id: \"contacts-", "id: \"Contacts_", "small letters and hyphens"),
        (
            "Who collects personal data elsewhere owes the information under Article 14 without being asked.\",",
            "x\", \"y\",",
            "`taught` has 4 entries for 3 rounds",
        ),
        ("currency: EUR", "currency: XXX", "XXX"),
    ] {
        let found = with(from, to);
        assert!(found.contains(said), "{to}: {found}");
    }
}

/// A pack begun from a decided matter: every place that is to be written is named by its line,
/// and once all is written nothing is wrong.
#[test]
fn a_pack_begun_from_a_matter_lacks_only_what_is_to_be_written() {
    let decided = library().presets.iter().filter(|preset| preset.case_file.decided_as.is_some());
    let mut count = 0;
    for preset in decided {
        let matter = &preset.case_file;
        let terms = Terms { methodology: None, as_of: matter.as_of.unwrap(), seed: DEFAULT_SEED };
        let analysis = analyse(matter, library(), &terms).unwrap();
        let text = amende::report::pack_from("My scenario 2", matter, library(), &analysis).unwrap();
        let begun = parse::<Pack>("my-scenario.ron", &text).unwrap();
        assert_eq!((begun.id.as_str(), begun.told.rounds.len() >= 3), ("my-scenario", true));
        let marked: Vec<usize> = to_be_written(&text).map(|(line, _)| line).collect();
        let expected: Vec<usize> = (1..)
            .zip(text.lines())
            .filter(|(_, line)| line.contains("\"TO BE WRITTEN: "))
            .map(|(line, _)| line)
            .collect();
        assert_eq!(marked, expected);
        assert!(marked.len() > 15, "{text}");
        // The facts are those of the matter, with their places.
        let facts: Vec<_> = begun.told.rounds.iter().flat_map(|round| &round.facts).collect();
        assert!(facts.len() >= 12 && facts.iter().all(|fact| fact.text.chars().count() <= 260), "{text}");
        let decision = library().decision(matter.decided_as.as_ref().unwrap()).unwrap();
        assert!(!facts.iter().any(|fact| fact.place.contains(&decision.number)), "{text}");
        let mut written = String::new();
        for line in text.lines() {
            match line.split_once("\"TO BE WRITTEN") {
                Some((before, after)) => {
                    for part in [before, "\"Something else", &after[after.find('"').unwrap()..]] {
                        written.push_str(part);
                    }
                }
                None => written.push_str(line),
            }
            written.push('\n');
        }
        let pack = parse::<Pack>("my-scenario.ron", &written).unwrap();
        // Names stand in the facts as the matter has them: the check finds each.
        let others = pack_problems(&pack, library());
        let others: Vec<_> = others.iter().filter(|problem| !problem.contains("gives the decision away")).collect();
        assert_eq!(others, Vec::<&String>::new(), "{}", preset.file);
        count += 1;
    }
    assert!(count >= 1);
}

/// The same on the command line, and a file that is there is not replaced.
#[test]
fn the_command_line_begins_a_pack() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("sold-contacts.ron");
    let amende = |arguments: &[&str]| {
        let root = env!("CARGO_MANIFEST_DIR");
        let output = Process::new(env!("CARGO_BIN_EXE_amende")).args(arguments).current_dir(root).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let path = out.to_string_lossy();
    let (code, said, error) = amende(&["workshop", "new", "presets/kaspr.amende.ron", "--out", &path]);
    assert_eq!(code, Some(0), "{error}");
    let text = std::fs::read_to_string(&out).unwrap();
    let marked = to_be_written(&text).count();
    assert!(said.contains(&format!("{marked} places")), "{said}");
    for check in [&["workshop", "check", &*path][..], &["check", &*path]] {
        let (code, _, error) = amende(check);
        assert_eq!(code, Some(1));
        for (line, what) in to_be_written(&text) {
            assert!(error.contains(&format!("sold-contacts.ron:{line}: to be written: {what}")), "{line}: {error}");
        }
        assert_eq!(error.matches("to be written: ").count(), marked);
    }
    let (code, said, error) = amende(&["check", &file()]);
    assert!(code == Some(0) && said.contains("Contacts from a network"), "{said}{error}");
    let (code, _, error) = amende(&["check", "no-such-pack.ron"]);
    assert!(code == Some(1) && error.contains("no-such-pack.ron"), "{code:?}: {error}");
    let (code, _, error) = amende(&["workshop", "new", "presets/kaspr.amende.ron", "--out", &path]);
    assert!(code == Some(2) && error.contains("already"), "{error}");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), text);
}

/// With the data of a checkout the packs are checked with everything else.
#[test]
fn the_check_of_all_data_looks_at_packs() {
    let said = broken(&[(&file(), "cnil/2024-kaspr", "cnil/1999-none")]);
    assert!(said.contains(&file()) && said.contains("cnil/1999-none"), "{said}");
    let said = broken(&[(&file(), "id: \"contacts-from", "id: \"contacts-of")]);
    assert!(said.contains("is not the name of its file"), "{said}");
}

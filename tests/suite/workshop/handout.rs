//! Hand-outs and results: what was revealed, for all or for one team, and nothing before.

use std::path::Path;
use std::process::{Command as Process, Output};

use amende::report::{self, Block, Format, HandoutParts, NoHandout, SystemFonts, TimelineChart};
use amende::storage;
use amende::workshop::{RevealStep, Session};

use super::*;

/// The session of the worked example in docs/workshop.md, played to this stage.
fn played(until: impl Fn(Stage) -> bool) -> Session {
    let mut session = session(&["West", "North", "Mill", "Harbour", "South"]);
    let estimates = [
        estimate("200_000", "300_000", "250_000", 90, &["5(1)(e)", "6", "14", "15", "32"]),
        estimate("60_000", "400_000", "150_000", 70, &["5(1)(e)", "6", "14"]),
        estimate("20_000", "120_000", "50_000", 40, &["6", "12", "17", "21"]),
        estimate("900_000", "6_000_000", "2_000_000", 95, &["5(1)(e)", "6", "12", "14", "15"]),
        estimate("0", "1_000_000_000", "100_000", 100, &["5(1)(e)", "6", "14"]),
    ];
    for round in 0..3 {
        go_to_entries(&mut session, round);
        for (team, estimate) in estimates.iter().enumerate() {
            enter(&mut session, team, estimate);
        }
    }
    go_to(&mut session, until);
    session
}

fn at(step: RevealStep) -> impl Fn(Stage) -> bool {
    move |stage| matches!(stage, Stage::Scenario { part: Part::Reveal(reached), .. } if reached == step)
}

fn markdown(session: &Session, parts: HandoutParts) -> String {
    let document = report::handout(session, &truths(), library(), parts, now().date()).unwrap();
    String::from_utf8(report::render(&document, Format::Markdown, SystemFonts::installed()).unwrap()).unwrap()
}

fn has(text: &str, wanted: &[&str]) {
    let plain = text.replace(['\u{a0}', '\\'], " ").replace("  ", " ");
    for words in wanted {
        assert!(plain.contains(words), "“{words}” is not in\n{plain}");
    }
}

#[test]
fn nothing_is_handed_out_before_the_reasons() {
    let session = played(at(RevealStep::Decision));
    let refused = report::handout(&session, &truths(), library(), HandoutParts::ALL, now().date());
    assert_eq!(refused.unwrap_err(), NoHandout::Covered);
    let session = played(at(RevealStep::Reasons));
    let none = report::handout(&session, &amende::workshop::Truths::new(), library(), HandoutParts::ALL, now().date());
    assert_eq!(none.unwrap_err(), NoHandout::NoPack(KASPR.to_owned()));
    let nobody = HandoutParts { team: Some(5), ..HandoutParts::ALL };
    let refused = report::handout(&session, &truths(), library(), nobody, now().date());
    assert_eq!(refused.unwrap_err(), NoHandout::NoTeam(5));
}

#[test]
fn the_hand_out_of_the_workshop_tells_facts_estimates_and_reasons() {
    let text = markdown(&played(at(RevealStep::Reasons)), HandoutParts::ALL);
    let pack = pack(KASPR);
    for round in &pack.told.rounds {
        for fact in &round.facts {
            has(&text, &[fact.text.split(['(', ':']).next().unwrap(), fact.place.split(';').next().unwrap()]);
        }
    }
    let reveal = pack.behind();
    has(&text, &reveal.taught.iter().map(String::as_str).collect::<Vec<_>>());
    has(&text, &[&reveal.lesson, "Kaspr", "SAN-2024-020", "EUR 240,000", "5 December 2024"]);
    // Ranges and points as counted by hand in docs/workshop.md.
    has(&text, &["EUR 200,000 – 300,000", "EUR 900,000 – 6,000,000", "3 of 5 ranges held the decision"]);
    for (team, points) in [("West", 89), ("North", 78), ("Mill", 16), ("Harbour", 2), ("South", -28)] {
        let row = text.lines().find(|line| line.starts_with('|') && line.contains(team) && line.contains("EUR"));
        let row = row.unwrap_or_else(|| panic!("no row for {team} in\n{text}"));
        let last = row.trim_end_matches([' ', '|']).rsplit('|').next().unwrap().trim().replace('\\', "");
        assert_eq!(last, points.to_string(), "{row}");
    }
    has(&text, &["Art. 15(1)(g) GDPR", "https://www.legifrance.gouv.fr/cnil/id/CNILTEXT000050791828"]);
    has(&text, &["How points are awarded", "held the decision 3 times of 5; an honest room holds it about 4 times"]);
}

#[test]
fn a_team_gets_its_own_estimates_round_by_round_and_no_others() {
    let session = played(at(RevealStep::Reasons));
    let text = markdown(&session, HandoutParts { team: Some(0), ..HandoutParts::ALL });
    has(&text, &["for West", "Round 1", "Round 3", "EUR 200,000 – 300,000", "EUR 240,000"]);
    for other in ["North", "Mill", "Harbour", "South", "6,000,000"] {
        assert!(!text.contains(other), "{other} is in the hand-out of West:\n{text}");
    }
    let text = markdown(&session, HandoutParts { names: false, ..HandoutParts::ALL });
    has(&text, &["Team A", "Team E"]);
    assert!(!text.contains("Harbour"), "{text}");
    let parts = HandoutParts { facts: false, ranges: false, points: false, sources: false, ..HandoutParts::ALL };
    let text = markdown(&session, parts);
    for left_out in ["browser extension. When", "300,000", "Ranking", "To read again"] {
        assert!(!text.contains(left_out), "{left_out} was left out:\n{text}");
    }
}

/// The chart says what the table says: who held the decision, where it lies, and nothing of
/// other teams on the sheet of one.
#[test]
fn the_ranges_stand_on_one_axis_with_the_decision() {
    let session = played(at(RevealStep::Reasons));
    let chart = |team: Option<usize>| {
        let parts = HandoutParts { team, ..HandoutParts::ALL };
        let document = report::handout(&session, &truths(), library(), parts, now().date()).unwrap();
        let charts: Vec<TimelineChart> = document
            .blocks
            .iter()
            .filter_map(|block| if let Block::Timeline(chart) = block { Some(chart.clone()) } else { None })
            .collect();
        assert_eq!(charts.len(), 1, "one scenario");
        charts[0].clone()
    };
    let all = chart(None);
    has(&all.alternative, &["3 of 5 hold the decision, EUR 240,000"]);
    // From EUR 1 to EUR 1 billion: nine powers of ten, of which 240,000 is 5.3802.
    assert!((all.day - 5.3802 / 9.0).abs() < 1e-4 && (all.marks[0].at - all.day).abs() < f64::EPSILON);
    let held: Vec<(&str, bool)> = all
        .bars
        .iter()
        .take(5)
        .map(|bar| {
            let (from, to) = (bar.parts.first().unwrap().0, bar.parts.last().unwrap().1);
            (bar.title.as_str(), (from..=to).contains(&all.day))
        })
        .collect();
    assert_eq!(held, [("West", true), ("North", true), ("Mill", false), ("Harbour", false), ("South", true)]);
    let west = chart(Some(0));
    let titles: Vec<&str> = west.bars.iter().take(3).map(|bar| bar.title.as_str()).collect();
    assert_eq!(titles, ["Round 1", "Round 2", "Round 3"]);
    assert!(!format!("{west:?}").contains("Harbour") && !format!("{west:?}").contains("6,000,000"));
    let document = report::handout(&session, &truths(), library(), HandoutParts::ALL, now().date()).unwrap();
    let html = report::render(&document, Format::Html, SystemFonts::installed()).unwrap();
    has(&String::from_utf8(html).unwrap(), &["3 of 5 hold the decision"]);
}

fn amende(arguments: &[&str]) -> Output {
    let root = env!("CARGO_MANIFEST_DIR");
    Process::new(env!("CARGO_BIN_EXE_amende")).args(arguments).current_dir(root).output().unwrap()
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

fn saved(folder: &Path, session: &Session) -> String {
    let path = folder.join("a.workshop.ron");
    storage::save_session(&path, session).unwrap();
    path.to_string_lossy().into_owned()
}

#[test]
fn the_command_line_lists_and_checks_packs() {
    let listed = amende(&["workshop", "list"]);
    let (out, _) = said(&listed);
    assert!(listed.status.success() && out.contains(KASPR) && out.contains("54 minutes") && out.contains("3 rounds"));
    for secret in ["Kaspr", "240", "cnil"] {
        assert!(!out.contains(secret), "{out}");
    }
    let file = format!("presets/workshops/{KASPR}.ron");
    assert!(amende(&["workshop", "check", &file]).status.success());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wrong.ron");
    let wrong =
        std::fs::read_to_string(&file).unwrap().replace("Contactline", "Kaspr").replace("\"scraping\"", "\"x\"");
    std::fs::write(&path, wrong).unwrap();
    let checked = amende(&["workshop", "check", &path.to_string_lossy()]);
    let (_, err) = said(&checked);
    assert_eq!(checked.status.code(), Some(1));
    assert!(err.contains("gives the decision away") && err.contains("topics.ron"), "all at once: {err}");
}

#[test]
#[cfg(feature = "typeset")]
fn the_command_line_writes_hand_outs() {
    let folder = tempfile::tempdir().unwrap();
    let session = saved(folder.path(), &played(at(RevealStep::Reasons)));
    // What it is stands above its title, as on every page of the other formats.
    let marked = format!("{}\n\n# ", library().locale.t("workshop.handout.marking"));
    let formats = [("all.pdf", "%PDF-"), ("west.md", &marked), ("west.docx", "PK"), ("west.html", "<!DOCTYPE html>")];
    for (name, begins) in formats {
        let out = folder.path().join(name);
        let out = out.to_string_lossy();
        let written = amende(&["workshop", "handout", &session, "--out", &out, "--team", "west"]);
        assert!(written.status.success(), "{:?}", said(&written));
        assert!(std::fs::read(&*out).unwrap().starts_with(begins.as_bytes()), "{name}");
    }
    for (arguments, code, words) in [
        (["--out", "a.docy", "--team", "West"], 2, ".pdf"),
        (["--out", "a.xlsx", "--team", "West"], 2, ".docx"),
        (["--out", "a.json", "--team", "West"], 2, ".html"),
        (["--out", "/nowhere/a.md", "--team", "West"], 1, "folder"),
        (["--out", "a.md", "--team", "East"], 1, "the teams are: West, North"),
    ] {
        let refused = amende(&[&["workshop", "handout", &session], arguments.as_slice()].concat());
        assert_eq!(refused.status.code(), Some(code), "{:?}", said(&refused));
        assert!(said(&refused).1.contains(words), "{:?}", said(&refused));
    }
    let covered = saved(folder.path(), &played(at(RevealStep::Practice)));
    let out = folder.path().join("b.md");
    let refused = amende(&["workshop", "handout", &covered, "--out", &out.to_string_lossy()]);
    assert!(!refused.status.success() && said(&refused).1.contains("nothing to hand out yet"));
    assert!(!out.exists());
}

#[test]
fn results_hold_the_decision_only_once_it_was_shown() {
    let folder = tempfile::tempdir().unwrap();
    let covered = saved(folder.path(), &played(at(RevealStep::Practice)));
    let secret = ["24000000", "fine,", "\"Fine\"", "89"];
    for form in ["csv", "json"] {
        let (out, err) = said(&amende(&["workshop", "results", &covered, "--format", form]));
        assert!(out.contains("North") && out.contains("20000000"), "{err}");
        for secret in secret.iter().filter(|secret| **secret != "fine," || form == "json") {
            assert!(!out.contains(secret), "{secret} in {out}");
        }
    }
    let shown = saved(folder.path(), &played(at(RevealStep::Decision)));
    let (csv, _) = said(&amende(&["workshop", "results", &shown]));
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 1 + 3 * 5, "five teams in three rounds");
    let west = rows.iter().find(|row| row.contains(",3,true,West,")).unwrap();
    assert!(west.ends_with("fine,24000000,true,57,20,12,89"), "{west}");
    let (json, _) = said(&amende(&["workshop", "results", &shown, "--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["schema"], "amende.workshop/1");
    assert_eq!((&json["standings"][0]["name"], &json["standings"][0]["total"]), (&"West".into(), &89.into()));
    assert_eq!((&json["calibration"]["held"], &json["calibration"]["of"]), (&3.into(), &5.into()));
}

//! The command line as a user meets it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn amende(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_amende"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = amende(arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

const KASPR: &str = "presets/kaspr.amende.ron";
const AS_OF: [&str; 2] = ["--as-of", "2026-11-23"];

#[test]
fn assess_prints_the_documented_json() {
    let value = json(&["assess", KASPR, "--format", "json", AS_OF[0], AS_OF[1]]);
    assert_eq!(value["schema"], "amende.assessment/1");
    assert_eq!(value["fine"]["legal_maximum"]["cents"], 2_000_000_000);
    assert_eq!(value["fine"]["legal_maximum"]["currency"], "EUR");
    for key in ["low", "point", "high"] {
        assert!(value["fine"][key]["cents"].is_i64(), "{key}");
    }
    let starting = &value["fine"]["starting_amount"];
    assert_eq!(
        (&starting["low"]["cents"], &starting["high"]["cents"]),
        (&Value::from(1_200_000), &Value::from(40_000_000))
    );
    for key in ["p5", "p10", "p25", "p50", "p75", "p90", "p95"] {
        assert!(value["exposure"][key]["cents"].is_i64(), "{key}");
    }
    let chance = value["exposure"]["probability_of_fine"].as_f64().unwrap();
    assert!(chance > 0.5 && chance < 0.99, "{chance}");
    let infringement = &value["infringements"][0];
    for key in ["provision", "tier", "seriousness", "strength"] {
        assert!(infringement[key].is_string(), "{key}");
    }
    assert!(value["comparables"].as_array().unwrap().iter().all(|near| near["id"] != "cnil/2024-kaspr"));
    assert!(value["missing"].is_array() && value["receipt"]["law_data"].is_string());
}

/// A word among the countries of the data subjects that is none is told, as text and as JSON.
#[test]
fn assess_warns_of_an_unknown_country() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("matter.amende.ron");
    let mut case_file = super::preset("kaspr.amende.ron");
    case_file.undertaking.people_in = ["FR", "Fantasia"].map(str::to_owned).to_vec();
    std::fs::write(&path, amende::storage::to_text(&case_file).unwrap()).unwrap();
    let path = path.to_str().unwrap();
    let told = text(&amende(&["assess", path, AS_OF[0], AS_OF[1]]).stdout);
    let lines: Vec<&str> = told.lines().filter(|line| line.contains("Fantasia")).collect();
    assert!(matches!(lines.as_slice(), [line] if line.starts_with("Note: ") && line.contains("countr")), "{told}");
    assert!(!told.contains("“FR”"), "{told}");
    let value = json(&["assess", path, "--format", "json", AS_OF[0], AS_OF[1]]);
    let warnings = value["warnings"].as_array().unwrap();
    let unknown: Vec<_> = warnings.iter().filter(|warning| warning["kind"] == "unknown_country").collect();
    assert_eq!(unknown.len(), 1);
    assert_eq!(unknown[0]["word"], "Fantasia");
}

#[test]
fn the_same_call_prints_the_same_bytes() {
    let call = ["assess", KASPR, "--format", "json", AS_OF[0], AS_OF[1]];
    assert_eq!(amende(&call).stdout, amende(&call).stdout);
}

#[test]
fn explain_prints_one_figure_and_names_those_known() {
    let output = amende(&["explain", KASPR, "A.legal_maximum"]);
    assert!(text(&output.stdout).starts_with("Legal maximum = EUR 20,000,000.00"));
    let list = text(&amende(&["explain", KASPR, "--format", "markdown"]).stdout);
    assert!(list.starts_with("- Fine by the method: **EUR"), "{list}");
    assert!(list.contains("Considered; does not apply.)"));
    assert!(list.contains("[Art. 83(5) GDPR](<https://"));
    let output = amende(&["explain", KASPR, "A.nonsense"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("A.starting_amount"));
}

#[test]
fn cases_are_searched_and_compared() {
    let found = json(&["cases", "--search", "scraping linkedin 160", "--format", "json"]);
    assert_eq!(found.as_array().unwrap().len(), 0, "words the record does not have");
    let found = json(&["cases", "--search", "kaspr", "--format", "json"]);
    assert_eq!(found[0]["amount_cents"], 24_000_000);
    let near = json(&["cases", "--like", KASPR, "--format", "json"]);
    assert!(near.as_array().unwrap().iter().all(|row| row["id"] != "cnil/2024-kaspr"));
    let csv = text(&amende(&["cases", "--format", "csv"]).stdout);
    assert!(csv.starts_with("\u{feff}id,authority,country,number,decided,controller"));
}

#[test]
fn check_counts_the_data() {
    let output = amende(&["check"]);
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("decisions"));
}

/// Every doubt that stands in a file of the law, of the questions or of the vocabularies is
/// listed with that file, and none besides.
#[test]
fn check_lists_every_unverified_mark() {
    let said = text(&amende(&["check"]).stdout);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut marks = 0;
    for folder in ["assets/law", "assets/questionnaire", "assets/vocabulary"] {
        for file in ron_files(&root.join(folder)) {
            let written = fs::read_to_string(&file).unwrap();
            let name = file.strip_prefix(root).unwrap().to_str().unwrap();
            for mark in written.split("unverified: \"").skip(1) {
                marks += 1;
                let doubt = mark.split('"').next().unwrap();
                // Some files are told by their folder.
                let told = said.lines().any(|line| {
                    let place = line.trim().split(',').next().unwrap();
                    line.ends_with(doubt) && name.starts_with(place)
                });
                assert!(told, "{name}: {doubt}");
            }
        }
    }
    assert!(marks > 30, "{marks} marks were read");
    assert!(said.contains(&format!("\n{marks} statements rest on a weak source")), "{marks} marks");
    let listed = said.lines().filter(|line| line.starts_with("  assets/")).count();
    assert_eq!(listed, marks);
    let one = "assets/vocabulary/authorities.ron, apdcat: From professional knowledge";
    assert!(said.contains(one), "an authority is told by its name");
}

fn ron_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(ron_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "ron") {
            found.push(path);
        }
    }
    found
}

#[test]
fn without_a_display_one_sentence_and_status_2() {
    let output = amende(&[]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("amende assess"), "{said}");
}

/// Each wrong file gives file, line and key, and exit status 1.
#[test]
fn wrong_files_are_told_with_file_line_and_key() {
    let folder = tempfile::tempdir().unwrap();
    let good = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(KASPR)).unwrap();
    let write = |name: &str, content: &str| -> PathBuf {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        path
    };
    let half = good.find("\"retention.months\"").unwrap();
    let huge = good.replace("choices: {},", &format!("choices: {{}},\n    notes: \"{}", "x".repeat(100 * 1024 * 1024)));
    let cases = [
        (write("truncated.amende.ron", &good[..half + 40]), vec![":", "`value`"]),
        (
            write("misspelt.amende.ron", &good.replace("turnover: Figure", "turnovr: Figure")),
            vec![":", "turnovr", "turnover"],
        ),
        (
            write("question.amende.ron", &good.replace("retention.renewed", "retention.renewd")),
            vec!["retention.renewd", "did you mean `retention.renewed`"],
        ),
        (write("form.amende.ron", &good.replace("Number(160_000_000)", "Yes")), vec!["scale.people", "write Number"]),
        (write("huge.amende.ron", &huge), vec!["bytes", "`notes`"]),
        (write("empty.amende.ron", ""), vec![":1:"]),
        (write("newer.amende.ron", &good.replace("format: 3", "format: 9")), vec!["format 9", "newer"]),
        (folder.path().join("missing.amende.ron"), vec!["cannot open"]),
    ];
    for (path, parts) in cases {
        let output = amende(&["assess", path.to_str().unwrap()]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(path.file_name().unwrap().to_str().unwrap()), "{said}");
        assert!(!said.contains("panicked"), "{said}");
        for part in parts {
            assert!(said.contains(part), "`{part}` in: {said}");
        }
    }
    let misspelt = text(&amende(&["assess", folder.path().join("misspelt.amende.ron").to_str().unwrap()]).stderr);
    let line = good.lines().position(|line| line.contains("turnover: Figure")).unwrap() + 1;
    assert!(misspelt.contains(&format!("misspelt.amende.ron:{line}:")), "{misspelt}");
}

#[test]
fn wrong_arguments_say_what_would_be_right() {
    let output = amende(&["assess", KASPR, "--methodology", "nonsense"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("edpb-04-2022-v2.1"));
    let output = amende(&["report", KASPR, "--out", "/tmp/report.xyz"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains(".pdf"));
}

/// What cannot be followed is told with the line of the matter that says so, unless the
/// arguments said it.
#[test]
fn what_a_matter_states_and_no_law_knows_is_told_with_its_line() {
    let good = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(KASPR)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let good = good.lines().filter(|line| !line.starts_with("    as_of:")).collect::<Vec<_>>().join("\n");
    let stating = |name: &str, field: &str| {
        let text = good.replacen("    title:", &format!("    {field},\n    title:"), 1);
        let path = folder.path().join(name);
        fs::write(&path, &text).unwrap();
        (path, text.lines().position(|line| line.trim() == format!("{field},")).unwrap() + 1)
    };
    let (method, line) = stating("method.amende.ron", "methodology: \"edpb-05\"");
    let said = text(&amende(&["assess", method.to_str().unwrap()]).stderr);
    assert!(said.contains(&format!("method.amende.ron:{line}:5: at `methodology`: ")), "{said}");
    assert!(said.contains("`edpb-04-2022-v2.1`"), "{said}");
    let argued = text(&amende(&["assess", method.to_str().unwrap(), "--methodology", "other"]).stderr);
    assert!(argued.contains("method.amende.ron: there is no methodology `other`"), "{argued}");
    let (day, line) = stating("day.amende.ron", "as_of: \"2016-01-01\"");
    let said = text(&amende(&["assess", day.to_str().unwrap()]).stderr);
    assert!(said.contains(&format!("day.amende.ron:{line}:5: at `as_of`: ")), "{said}");
}

#[test]
#[cfg(feature = "gui")]
fn the_data_may_be_named_before_the_command() {
    let before = amende(&["--data", ".", "assess", KASPR, AS_OF[0], AS_OF[1]]);
    assert!(before.status.success(), "{}", text(&before.stderr));
    assert_eq!(before.stdout, amende(&["assess", KASPR, AS_OF[0], AS_OF[1], "--data", "."]).stdout);
    assert!(amende(&["--data", ".", "check"]).status.success());
    // The window takes it too: a folder that is not there is refused, with or without a display.
    let output = amende(&["--data", "/nonexistent", KASPR]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("/nonexistent"), "{}", text(&output.stderr));
    let output = amende(&["--data", ".", KASPR]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("no display"), "{}", text(&output.stderr));
    let output = amende(&[KASPR, "assess", KASPR]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_report_never_replaces_the_matter() {
    let folder = tempfile::tempdir().unwrap();
    let matter = folder.path().join("matter.md");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(KASPR), &matter).unwrap();
    let before = fs::read(&matter).unwrap();
    let same = folder.path().join(".").join("matter.md");
    let mut names = vec![matter.clone(), same];
    #[cfg(unix)]
    {
        let link = folder.path().join("link.md");
        std::os::unix::fs::symlink(&matter, &link).unwrap();
        names.push(link);
    }
    for out in names {
        let output = amende(&["report", matter.to_str().unwrap(), "--out", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2), "{}", out.display());
        assert!(text(&output.stderr).contains("replace the matter"), "{}", text(&output.stderr));
        assert_eq!(fs::read(&matter).unwrap(), before, "{}", out.display());
    }
}

/// Another matter is not replaced either: a report makes no backup of what was there.
#[test]
fn a_report_is_not_called_like_a_matter() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.amende.ron");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(KASPR), &other).unwrap();
    let before = fs::read(&other).unwrap();
    let output = amende(&["report", KASPR, "--out", other.to_str().unwrap(), "--format", "md"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("is that of a matter"), "{}", text(&output.stderr));
    assert_eq!(fs::read(&other).unwrap(), before);
}

/// What no report can be put in the place of is refused before anything is worked out: the
/// matter is not even opened.
#[test]
#[cfg(unix)]
fn what_is_no_file_is_refused_as_a_report_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.pdf");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let link = folder.path().join("full.pdf");
    std::os::unix::fs::symlink("/dev/full", &link).unwrap();
    let inside = folder.path().join("folder.pdf");
    fs::create_dir(&inside).unwrap();
    let cases = [
        (pipe.as_path(), "a pipe (FIFO)"),
        (link.as_path(), "a device"),
        (inside.as_path(), "a folder"),
        (folder.path(), "a folder"),
    ];
    for (out, what) in cases {
        let output = amende(&["report", "not-there.amende.ron", "--out", out.to_str().unwrap()]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        let expected = format!("{}: this is {what}, not a file: name a new file for the report", out.display());
        assert!(said.contains(&expected) && !said.contains("choose a matter") && said.lines().count() == 1, "{said}");
    }
    let lost = folder.path().join("none").join("r.pdf");
    let output = amende(&["report", "not-there.amende.ron", "--out", lost.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("the folder is not there"), "{}", text(&output.stderr));
}

#[test]
#[cfg(feature = "typeset")]
fn the_ending_of_a_report_may_be_in_capitals_and_an_unknown_one_lists_those_known() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("R.PDF");
    fs::write(&out, "an earlier one").unwrap();
    assert!(amende(&["report", KASPR, "--out", out.to_str().unwrap()]).status.success());
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF"));
    let odt = folder.path().join("r.odt");
    let output = amende(&["report", KASPR, "--out", odt.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let known = ".pdf, .docx, .xlsx, .html, .md or .json";
    assert!(text(&output.stderr).contains(known) && !odt.exists(), "{}", text(&output.stderr));
}

#[test]
#[cfg(feature = "typeset")]
fn a_report_is_written_in_the_format_of_its_ending_or_in_the_one_named() {
    let folder = tempfile::tempdir().unwrap();
    let written = |name: &str, more: &[&str]| {
        let out = folder.path().join(name);
        let output = amende(&[&["report", KASPR, "--out", out.to_str().unwrap()], more].concat());
        assert!(output.status.success(), "{}", text(&output.stderr));
        fs::read(out).unwrap()
    };
    assert!(written("r.docx", &[]).starts_with(b"PK"));
    assert!(written("r.xlsx", &[]).starts_with(b"PK"));
    assert!(written("r.HTML", &[]).starts_with(b"<!DOCTYPE html>"));
    assert!(written("r.bin", &["--format", "docx"]).starts_with(b"PK"));
    // A report says for whom it is written; the rest are the figures of the assessment.
    let mut assessed: serde_json::Value = serde_json::from_slice(&written("r.json", &[])).unwrap();
    let marking = assessed.as_object_mut().unwrap().remove("marking");
    assert_eq!(marking.unwrap(), crate::library().locale.t("report.marking.privileged"));
    assert_eq!(assessed, json(&["assess", KASPR, "--format", "json"]));
    let output = amende(&["report", KASPR, "--out", "r.odt", "--format", "odt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("docx"), "{}", text(&output.stderr));
}

#[test]
fn a_search_needs_no_accents() {
    let found = json(&["cases", "--search", "gawel", "--format", "json"]);
    assert!(found.as_array().unwrap().iter().any(|case| case["controller"].as_str().unwrap().contains("Gaweł")));
    let exact = json(&["cases", "--search", "GAWEŁ", "--format", "json"]);
    assert_eq!(found, exact);
}

#[test]
fn the_help_says_what_the_exit_status_means() {
    assert!(text(&amende(&["--help"]).stdout).contains("Exit status"));
}

/// A folder of fonts that is not there is no folder without fonts.
#[test]
fn a_folder_of_fonts_that_is_not_there_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (out, fonts) = (folder.path().join("report.md"), folder.path().join("no-such-folder"));
    let output = amende(&["report", KASPR, "--out", out.to_str().unwrap(), "--fonts", fonts.to_str().unwrap()]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("no-such-folder: there is no such folder") && said.contains("--fonts"), "{said}");
    assert!(!out.exists());
}

/// A matter with words that were read otherwise says so and is assessed all the same.
#[test]
fn what_was_repaired_is_told() {
    let output = amende(&["assess", "tests/saved_files/refused/provision.amende.ron"]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("`5(1)(a)6(1)` is no provision and was read as `5(1)(a)`, `6(1)`"), "{said}");
}

/// Every kind of warning is in the description of the JSON.
#[test]
fn the_kinds_of_warnings_are_documented() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = fs::read_to_string(root.join("src/trace/warning.rs")).unwrap();
    let described = fs::read_to_string(root.join("docs/json.md")).unwrap();
    let body = source.split("pub enum Warning {").nth(1).unwrap().split("\n}\n").next().unwrap();
    let variants = body.lines().filter_map(|line| {
        let name = line.strip_prefix("    ")?.trim_end_matches([' ', '{', ',']);
        name.starts_with(|first: char| first.is_ascii_uppercase()).then_some(name)
    });
    let snake = |name: &str| {
        let lower = |letter: char| letter.is_ascii_uppercase().then(|| format!("_{}", letter.to_ascii_lowercase()));
        let parts: String = name.chars().map(|letter| lower(letter).unwrap_or_else(|| letter.to_string())).collect();
        parts.trim_start_matches('_').to_owned()
    };
    let missing: Vec<String> = variants.map(snake).filter(|kind| !described.contains(&format!("`{kind}`"))).collect();
    assert_eq!(missing, Vec::<String>::new());
}

//! What `amende check` refuses: each row is one wrong edit of the data and what is said of
//! it, with file and line, and nothing besides.

use std::fs;
use std::path::Path;
use std::process::Command;

use amende::library::DataFile;

use crate::support;

/// A wrong edit: the file, what stands there, what is written instead, a text of the line that
/// is named (in the file as edited), and what is said.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

const KASPR: &str = "assets/decisions/cnil/2024-kaspr.ron";
const RETENTION: &str = "assets/law/gdpr/rules/retention.ron";
const EDPB: &str = "assets/law/gdpr/methodologies/edpb-04-2022-v2.1.ron";
const FRAMEWORK: &str = "assets/law/gdpr/framework.ron";
const CIRCUMSTANCES: &str = "assets/law/gdpr/circumstances.ron";
const PRIORS: &str = "assets/estimate/priors.ron";
const SIMILARITY: &str = "assets/estimate/similarity.ron";
const FIGURES: &str = "assets/locale/en/figures.ftl";

fn refused(rows: &[Row]) {
    for (path, from, to, line, said) in rows {
        let mut edited = support::data();
        support::replace(&mut edited, path, from, to);
        let text = text(edited.iter().find(|file| file.path == *path).unwrap());
        let number = text.lines().position(|candidate| candidate.contains(line)).map(|place| place + 1);
        let number = number.unwrap_or_else(|| panic!("{path} has no line {line}"));
        let problems = support::problems(edited);
        assert_eq!(problems.len(), 1, "{to} in {path}: {problems:#?}");
        let place = format!("{path}:{number}:");
        assert!(problems[0].starts_with(&place) && problems[0].contains(said), "{place} {said}: {}", problems[0]);
    }
}

fn text(file: &DataFile) -> String {
    String::from_utf8(file.contents.to_vec()).unwrap()
}

#[test]
fn words_of_a_decision_are_those_of_the_vocabulary() {
    refused(&[
        (KASPR, "[\"scraping\", ", "[\"scrapping\", ", "topics:", "did you mean `scraping`"),
        (KASPR, "sector: \"63\"", "sector: \"639\"", "sector:", "sector: `639` is not in"),
        (KASPR, "authority: \"cnil\"", "authority: \"cnli\"", "authority:", "did you mean `cnil`"),
        (KASPR, "country: \"FR\"", "country: \"XX\"", "country:", "country: `XX` is not in"),
        (KASPR, "[\"5(1)(e)\", ", "[\"5(1)(z)\", ", "provisions: [", "Art. 5(1) has points (a) to (f)"),
        (KASPR, "\"6\", \"12\"", "\"6(9)\", \"12\"", "provisions: [", "Art. 6 has paragraphs 1 to 4"),
        (KASPR, "\"12\", ", "\"12(2)(a)\", ", "provisions: [", "Art. 12(2) has no points"),
        (KASPR, "    fine: \"EUR 240_000\",\n", "", "outcome:", "the outcome is a fine, and `fine` is missing"),
        (KASPR, "\"people\": \"paras", "\"poeple\": \"paras", "\"poeple\"", "did you mean `people`"),
        (
            RETENTION,
            "pinpoint: \"Art. 5(1)(e)\")],\n",
            "pinpoint: \"Art. 5(1)(x)\")],\n",
            "Art. 5(1)(x)",
            "Art. 5(1) has points (a) to (f)",
        ),
        (RETENTION, "instrument: \"gdpr\"", "instrument: \"gdrp\"", "gdrp", "did you mean `gdpr`"),
    ]);
}

#[test]
fn a_file_is_called_by_what_stands_inside() {
    refused(&[
        (RETENTION, "topic: \"retention\"", "topic: \"security\"", "topic:", "the file is called `retention`"),
        (
            RETENTION,
            "id: \"retention.undefined\"",
            "id: \"security.undefined\"",
            "security.undefined",
            "stands in the file of the topic `retention`",
        ),
        (
            "assets/questionnaire/35-retention.ron",
            "topic: \"retention\"",
            "topic: \"accuracy\"",
            "topic:",
            "the file is called `retention`",
        ),
        (
            "assets/examples.ron",
            "\"shop.amende.ron\"",
            "\"shopp.amende.ron\"",
            "shopp",
            "did you mean `shop.amende.ron`",
        ),
    ]);
    let mut renamed = support::data();
    renamed.iter_mut().find(|file| file.path == EDPB).unwrap().path = EDPB.replace("v2.1", "v2.2");
    let problems = support::problems(renamed);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(problems[0].starts_with(&format!("{}:2:", EDPB.replace("v2.1", "v2.2"))), "{}", problems[0]);
    assert!(problems[0].contains(&format!("belongs at {EDPB}")), "{}", problems[0]);
}

#[test]
fn a_condition_asks_what_its_question_can_answer() {
    refused(&[
        (
            RETENTION,
            "Is(\"retention.deleted\", No)",
            "AtLeast(\"retention.deleted\", 1)",
            "AtLeast(\"retention.deleted\"",
            "asks AtLeast of `retention.deleted`, which is answered by yes, partly or no: ask Is or OneOf of it",
        ),
        (
            RETENTION,
            "Is(\"retention.deleted\", No)",
            "Before(\"retention.deleted\", \"2020-01-01\")",
            "Before(\"retention.deleted\"",
            "asks Before of `retention.deleted`",
        ),
        (
            RETENTION,
            "Is(\"retention.deleted\", No)",
            "SomeMoney(\"retention.deleted\")",
            "SomeMoney(\"retention.deleted\"",
            "asks SomeMoney of `retention.deleted`",
        ),
        (
            RETENTION,
            "Is(\"retention.renewed\", Partly)",
            "Is(\"retention.months\", Partly)",
            "Is(\"retention.months\"",
            "answered by a number: ask AtLeast or Below",
        ),
        (
            RETENTION,
            "OneOf(\"retention.deleted\", [No, Partly])",
            "OneOf(\"retention.delted\", [No, Partly])",
            "delted",
            "did you mean `retention.deleted`",
        ),
        (
            CIRCUMSTANCES,
            "Includes(\"response.cooperation\", \"hindered\")",
            "Includes(\"response.cooperation\", \"hindred\")",
            "hindred",
            "did you mean `hindered`",
        ),
        (
            RETENTION,
            "Is(\"retention.justified\", Partly)",
            "PutRight(BeforeContact)",
            "PutRight(BeforeContact)",
            "asks PutRight, which looks at findings: only factors and circumstances can",
        ),
        (
            "assets/questionnaire/35-retention.ron",
            "when: OneOf(\"retention.defined\"",
            "when: OneOf(\"retention.undefined\"",
            "retention.undefined",
            "did you mean `retention.defined`",
        ),
        (
            RETENTION,
            "\"retention.months\", 24)",
            "\"retention.months\", 24_000)",
            "24_000",
            "takes numbers from 0 to 12000",
        ),
        (
            "assets/law/gdpr/rules/rights.ron",
            "AtLeastOf(2, [Includes(\"rights.hurdles\", \"form\")",
            "AtLeastOf(5, [Includes(\"rights.hurdles\", \"form\")",
            "AtLeastOf(5",
            "asks for at least 5 of 3 conditions",
        ),
        (
            "assets/questionnaire/62-processors.ron",
            "EstablishedIn([\"AT\", ",
            "EstablishedIn([\"AQT\", ",
            "AQT",
            "names the country `AQT`",
        ),
    ]);
}

/// What a question says of itself fits its answer, and the questions it depends on are asked
/// where it is.
#[test]
fn a_question_is_what_it_says_of_itself() {
    const SCALE: &str = "assets/questionnaire/12-scale.ron";
    const PERIODS: &str = "assets/questionnaire/35-retention.ron";
    refused(&[
        (SCALE, "unit: \"months\"", "unit: \"weeks\"", "duration: true", "must ask for a Number of months"),
        (SCALE, "duration: true", "duration: true, lasting: true", "duration: true", "which is no state that lasts"),
        (
            PERIODS,
            "lasting: true,\n            answer: YesNo,\n",
            "lasting: true,\n            at_most: 5,\n            answer: YesNo,\n",
            "at_most: 5",
            "has a greatest number, and asks for none",
        ),
        (
            "assets/questionnaire/60-breach.ron",
            "when: Is(\"breach.happened\", Yes)",
            "when: All([Is(\"breach.happened\", Yes), Includes(\"rights.access_outcome\", \"some\")])",
            "rights.access_outcome",
            "`breach.kinds` is asked of one kind of case and depends on `rights.access_outcome` of another",
        ),
        (
            RETENTION,
            "(strength: Arguable, when: Is(\"retention.justified\", No))",
            "(strength: Clear, when: Is(\"retention.justified\", No))",
            "(strength: Clear, when: Is(\"retention.justified\", No))",
            "Clear rests on facts, and `retention.justified` needs a judgement",
        ),
    ]);
}

/// What all depends on answers of the organisation is one failing of it, and says so.
#[test]
fn a_rule_says_whom_it_is_about() {
    const REPRESENTATIVE: &str = "assets/law/gdpr/rules/representative.ron";
    refused(&[
        (
            REPRESENTATIVE,
            "            scope: Organisation,\n",
            "",
            "provision: \"27\"",
            "`representative.none`: all that it looks at is asked of the organisation",
        ),
        (
            RETENTION,
            "            id: \"retention.undefined\",\n",
            "            id: \"retention.undefined\",\n            scope: Organisation,\n",
            "scope: Organisation",
            "is not asked of it",
        ),
    ]);
}

#[test]
fn every_grade_and_reading_can_be_reached() {
    refused(&[
        (
            CIRCUMSTANCES,
            "when: PutRight(AfterContact)",
            "when: All([PutRight(AfterContact), Not(Contacted)])",
            "Not(Contacted)",
            "no answers are possible by which this condition holds",
        ),
        (
            CIRCUMSTANCES,
            "Mitigating, when: Is(\"response.mitigated\", Yes)",
            "Mitigating, when: All([PutRight(BeforeContact), Is(\"response.mitigated\", Yes), Contacted])",
            "Contacted])",
            "this reading can never be reached",
        ),
        (
            "assets/law/gdpr/rules/information.ron",
            "when: All([Includes(\"transparency.informed_indirect\", \"exempt\"), Includes(\"transparency.exemption\", \"law\"), Any([Includes(\"transparency.exemption_measures\", \"law_silent\"), Includes",
            "when: All([Includes(\"transparency.informed_indirect\", \"exempt\"), Includes(\"transparency.exemption\", \"law\"), All([Includes(\"transparency.exemption_measures\", \"law_silent\"), Includes",
            "All([Includes(\"transparency.exemption_measures\", \"law_silent\")",
            "no answers are possible by which this condition holds",
        ),
        (
            RETENTION,
            "(strength: Clear, when: All([Is(\"retention.renewed\", Yes)",
            "(strength: Weak, when: All([Is(\"retention.renewed\", Yes)",
            "(strength: Arguable, when: Is(\"retention.renewed\", Yes))",
            "Arguable stands after Weak; grades go from the firmest to the weakest",
        ),
        (
            RETENTION,
            "(strength: Weak, when: Is(\"retention.renewed\", Partly))",
            "(strength: Weak, when: All([Is(\"retention.renewed\", Yes), Is(\"retention.defined\", Yes)]))",
            "(strength: Weak, when: All([",
            "Weak can never be reached",
        ),
        (
            RETENTION,
            "Is(\"retention.renewed\", Partly)",
            "All([Is(\"retention.renewed\", Partly), Is(\"retention.renewed\", No)])",
            "Is(\"retention.renewed\", No)])",
            "no answers are possible by which this condition holds",
        ),
        (
            RETENTION,
            "Is(\"retention.justified\", Partly)",
            "All([Is(\"retention.justified\", Partly), Is(\"retention.defined\", No)])",
            "Is(\"retention.defined\", No)])",
            "no answers are possible",
        ),
        (
            CIRCUMSTANCES,
            "Neutral, when: OneOf(\"response.beyond_duty\", [No, Partly])",
            "Neutral, when: Is(\"response.beyond_duty\", Yes)",
            "Neutral, when: Is(\"response.beyond_duty\", Yes)",
            "this reading can never be reached",
        ),
        (
            CIRCUMSTANCES,
            "alleged_as: [\"58(2)\"]",
            "alleged_as: [\"58(22)\"]",
            "alleged_as: [\"58(22)\"]",
            "`i`: there is no provision `58(22)`; did you mean `58(2)`?",
        ),
        (
            CIRCUMSTANCES,
            "direction: Neutral, when: OneOf(\"response.earlier\"",
            "direction: Mitigating, when: OneOf(\"response.earlier\"",
            "direction: Mitigating, when: OneOf(\"response.earlier\"",
            "`e` is read as Mitigating, and allows Aggravating, Neutral only",
        ),
        (
            "assets/law/gdpr/factors.ron",
            "letter: \"a\"",
            "letter: \"c\"",
            "letter: \"c\"",
            "the seriousness rests on the letters a, b and g",
        ),
    ]);
}

#[test]
fn amounts_and_shares_are_in_their_order() {
    refused(&[
        (
            FRAMEWORK,
            "\"EUR 20_000_000\"",
            "\"EUR 2_000\"",
            "\"EUR 2_000\"",
            "the fixed maximum of 83(5) is EUR 2000.00",
        ),
        (FRAMEWORK, "\"4 %\"", "\"1 %\"", "\"1 %\"", "the share of turnover of 83(5) is 1 %, less than 2 %"),
        (
            EDPB,
            "up_to: \"EUR 10_000_000\"",
            "up_to: \"EUR 9_000_000\"",
            "bands: [",
            "the bands must follow on each other",
        ),
        (EDPB, "above: \"EUR 0\"", "above: \"GBP 0\"", "bands: [", "an amount is in GBP; the method counts in EUR"),
        (EDPB, "high: \"100 %\"", "high: \"120 %\"", "classes: [", "must lie between 0 % and 100 %"),
        (
            EDPB,
            "(low: \"10 %\", high: \"20 %\")",
            "(low: \"12 %\", high: \"20 %\")",
            "classes: [",
            "must begin where the one before ends",
        ),
        (
            EDPB,
            "mitigating_proposed: \"-15 %\"",
            "mitigating_proposed: \"15 %\"",
            "mitigating:",
            "must rise and hold its proposal",
        ),
        (
            "assets/law/national/LT.ron",
            "(tier: \"83(5)\", cap: \"EUR 60_000\"",
            "(tier: \"83(5)\", cap: \"EUR 6_000\"",
            "(tier: \"83(5)\"",
            "the cap of 83(5) is lower than that of 83(4)",
        ),
        (
            "assets/law/national/SE.ron",
            "months: 60",
            "months: 0",
            "months: 0",
            "a limitation period has at least one month",
        ),
        (
            "assets/law/national/ES.ron",
            "Tiers([\"83(4)\"])",
            "Tiers([\"83(7)\"])",
            "83(7)",
            "there is no tier `83(7)` that a limitation period is for",
        ),
        ("assets/law/national/ES.ron", "share: \"20 %\"", "share: \"90 %\"", "reductions:", "take off 110 %"),
        (PRIORS, "clear: \"95 %\"", "clear: \"170 %\"", "found:", "clear: 170 % must lie between 0 % and 100 %"),
        (PRIORS, "counted: \"80 %\"", "counted: \"125 %\"", "counted:", "125 % must lie between"),
        (PRIORS, "next: \"25 %\"", "next: \"95 %\"", "seriousness:", "the three chances add up to 170 %, not to 100 %"),
        (PRIORS, "weak: \"25 %\"", "weak: \"75 %\"", "found:", "the firmer an allegation, the more often"),
        (SIMILARITY, "no_kind: 25", "no_kind: 250", "no_kind:", "250 is more than 100 percent"),
        (
            "assets/estimate/score.ron",
            "arguable: 40",
            "arguable: 80",
            "arguable:",
            "must fall from `in_order` to `clear`",
        ),
    ]);
}

#[test]
fn the_wording_is_that_which_the_program_asks_for() {
    refused(&[
        (
            FIGURES,
            "strip-maximum = Legal maximum\n",
            "",
            "strip-decided_short",
            "`strip-maximum` has no wording; it belongs after this line",
        ),
        (
            FIGURES,
            "figure-copy =",
            "figure-coppy =",
            "figure-coppy",
            "nothing asks for `figure-coppy`; did you mean `figure-copy`",
        ),
        (
            FIGURES,
            "of { $all } comparable",
            "of { $al } comparable",
            "{ $al }",
            "names `$al`; what is filled in there is `$all`, `$n`",
        ),
        (FIGURES, "{ $n } of { $all } comparable", "{ $n } comparable", "strip-comparables_of", "`$all` is missing"),
        ("assets/locale/en.ron", "\"January\", ", "", "months: [", "there are 11 months"),
    ]);
}

#[test]
fn what_names_something_names_what_is_there() {
    refused(&[
        (
            SIMILARITY,
            "people: \"scale.people\"",
            "people: \"scale.poeple\"",
            "scale.poeple",
            "did you mean `scale.people`",
        ),
        (
            "assets/law/gdpr/rules/workplace.ron",
            "\"datatilsynet-no/2021-cyberbook\"",
            "\"datatilsynet-no/2021-ciberbook\"",
            "ciberbook",
            "did you mean `datatilsynet-no/2021-cyberbook`",
        ),
        (
            "presets/shop.amende.ron",
            "\"scale.people\"",
            "\"scale.poeple\"",
            "scale.poeple",
            "did you mean `scale.people`",
        ),
        ("assets/law/gdpr/concurrence.ron", "by: \"32\"", "by: \"32(9)\"", "32(9)", "`32(9)` is not a provision"),
    ]);
}

/// A file that cannot be read is told of, and not what it would have said to others.
#[test]
fn a_broken_file_brings_no_others_with_it() {
    refused(&[
        (
            "assets/questionnaire/35-retention.ron",
            "            text: \"Is a storage period defined?\",\n",
            "",
            "        ),",
            "`text`",
        ),
        (RETENTION, "topic: \"retention\",", "topic: retention,", "topic:", "quotation marks"),
        (KASPR, "outcome: Fine", "outcome: Fined", "outcome:", "`Fine`"),
        ("assets/vocabulary/topics.ron", "(id: \"ai\", name", "(id: \"ai\", nam", "(id: \"ai\"", "`name`"),
        (FIGURES, "strip-maximum =", "strip-maximum", "strip-maximum", "the message cannot be read"),
    ]);
}

/// The program says so too, of a copy of the data in a folder, and the window would not open;
/// the examples of the copy are run with it.
#[test]
fn the_program_refuses_a_wrong_copy_of_the_data() {
    let folder = tempfile::tempdir().unwrap();
    let write = |files: &[DataFile]| {
        for file in files {
            let path = folder.path().join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &file.contents).unwrap();
        }
    };
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_amende"));
        let output = command.args(arguments).arg("--data").arg(folder.path()).env_remove("DISPLAY").output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let mut files = support::data();
    let _ = files.extract_if(.., |file| file.path.starts_with("tests/worked_examples/")).count();
    write(&files);
    assert_eq!(run(&["check"]), (Some(0), String::new()));

    // Another result of a rule: the law holds together, the example says otherwise.
    support::replace(&mut files, RETENTION, "(strength: Arguable, when: Is(\"retention.defined\", No)),", "");
    write(&files);
    let (status, said) = run(&["check"]);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("tests/rules/retention.md:3:1: `retention.undefined`: Arguable is expected"), "{said}");

    support::replace(&mut files, PRIORS, "clear: \"95 %\"", "clear: \"170 %\"");
    write(&files);
    let preset = Path::new(env!("CARGO_MANIFEST_DIR")).join("presets/shop.amende.ron");
    let preset = preset.to_str().unwrap();
    for arguments in
        [&["check"][..], &["assess", preset], &["explain", preset], &["cases"], &["check", "--coverage"], &[preset]]
    {
        let (status, said) = run(arguments);
        assert_eq!(status, Some(1), "{arguments:?}: {said}");
        assert!(said.contains("assets/estimate/priors.ron:5:"), "{arguments:?}: {said}");
    }
}

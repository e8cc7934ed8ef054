//! Any name prints, and text of the user stays text: in every field, in every format.

use std::fs;
use std::path::Path;
use std::process::Command;

use amende::analysis;
use amende::facts::{
    Answer, Assignment, CaseFile, ChoiceValue, Exchange, Excluded, Operation, PreviousInfringement, Review, Turnover,
    Undertaking, Verdict,
};
use amende::law::{Seriousness, Strength};
use amende::locale::plain;
use amende::report::{self, Document, Format, SystemFonts};
use amende::storage;

use crate::support::read_markdown;
use crate::{analyse, library, preset};

/// Placeholders, every kind of markup, terminal codes, turned and split words, a
/// formula, an address, and letters of many scripts.
const HOSTILE: &str = "=1+1 {provisions} {name} {n} Ltd\n## injected *heading* <script>alert(1)</script>\n- item [x](http://evil.eu) ![y](z) | cell | `code` ~~gone~~ &amp; \\* $x$\n1. one\n> quoted\n\n    block\u{1b}[31m red\u{7}\u{9b}2J \u{202e}gnp\u{200b}.exe www.evil.eu a@evil.eu 华为 בזק العربية ★ ① → ✓ \u{f0b7} 🙂 \u{e123}";

/// A matter in which something is written in every field that takes free text.
fn matter(words: &str) -> CaseFile {
    let mut case_file = preset("kaspr.amende.ron");
    let exchange = r#"{"from":"USD","to":"EUR","rate":"0.9","source":""}"#;
    case_file.exchange = vec![serde_json::from_str::<Exchange>(exchange).unwrap()];
    case_file.choices.set("A.seriousness".into(), ChoiceValue::Level(Seriousness::Medium), "");
    let finding = analyse(&case_file).assessment.findings().next().unwrap().clone();
    let (operation, rule) = (finding.operation, finding.rule);
    case_file.reviews = vec![Review { operation, rule, verdict: Verdict::Confirmed, reason: String::new() }];
    case_file.compared.exclude("dpc/2024-linkedin", "");
    write_everywhere(&mut case_file, words);
    case_file
}

/// Every field by name: one that is added must be thought of here.
fn write_everywhere(case_file: &mut CaseFile, words: &str) {
    let set = |field: &mut String| words.clone_into(field);
    let CaseFile {
        format: _,
        first_contact: _,
        title,
        summary,
        decided_as: _,
        as_of: _,
        undertaking,
        answers,
        operations,
        assignments,
        reviews,
        methodology: _,
        exchange,
        choices,
        compared,
        notes,
    } = case_file;
    [title, summary, notes].into_iter().for_each(set);
    // Sector, authority, countries and adherence are taken from lists.
    let Undertaking {
        name,
        kind: _,
        public_body: _,
        on_market: _,
        role: _,
        sector: _,
        establishment: _,
        lead_authority: _,
        people_in: _,
        turnover,
        employees: _,
        adherence: _,
        previous_infringements,
    } = undertaking;
    set(name);
    if let Turnover::Figure { source, .. } | Turnover::Bracket { source, .. } = turnover {
        set(source);
    }
    for PreviousInfringement { date: _, what, provisions: _, same_subject: _ } in previous_infringements {
        set(what);
    }
    for Answer { value: _, note, evidence, before: _ } in answers.values_mut() {
        [note, evidence].into_iter().for_each(set);
    }
    for Operation { id: _, name, purpose, linked_to: _, case_of: _, began: _, ended: _, answers } in operations {
        [name, purpose].into_iter().for_each(set);
        for Answer { value: _, note, evidence, before } in answers.values_mut() {
            if let Some(before) = before {
                set(&mut before.evidence);
            }
            [note, evidence].into_iter().for_each(set);
        }
    }
    for Assignment { reason, .. } in assignments {
        set(reason);
    }
    for Review { reason, .. } in reviews {
        set(reason);
    }
    for Exchange { source, .. } in exchange {
        set(source);
    }
    for Excluded { decision: _, reason } in &mut compared.excluded {
        set(reason);
    }
    let made: Vec<_> = choices.iter().map(|(id, choice)| (id.clone(), choice.value)).collect();
    for (id, value) in made {
        choices.set(id, value, words);
    }
}

fn document(case_file: &CaseFile) -> Document {
    let analysis = analyse(case_file);
    let exposure = analysis::simulate(case_file, library(), &analysis).unwrap();
    report::build(case_file, library(), &analysis, &exposure)
}

fn markdown(case_file: &CaseFile) -> String {
    let bytes = report::render(&document(case_file), Format::Markdown, SystemFonts::installed()).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn no_terminal_code(text: &str) {
    let found: Vec<char> = plain::removed(text);
    assert!(found.is_empty(), "{found:?}");
}

fn shown() -> Vec<String> {
    plain::lines(HOSTILE)
        .lines()
        .map(|line| plain::kept_in_place(line.trim()))
        .filter(|line| !line.is_empty())
        .collect()
}

#[test]
fn markdown_of_hostile_words_has_the_structure_of_plain_ones() {
    let (plain_structure, _) = read_markdown(&markdown(&matter("plain words")));
    let hostile = markdown(&matter(HOSTILE));
    let (structure, words) = read_markdown(&hostile);
    // The note on characters left out is one paragraph more.
    let note = ["Paragraph".to_owned(), "end".to_owned()];
    let at = plain_structure.iter().rposition(|part| part == "Rule").unwrap();
    let expected: Vec<String> = [&plain_structure[..at], &note, &plain_structure[at..]].concat();
    assert_eq!(structure, expected);
    let words = words.replace('\u{200e}', "");
    for line in shown() {
        let line = line.replace('\u{200e}', "");
        assert!(words.contains(&line), "{line}");
    }
    assert!(words.contains("U+0007, U+001B, U+009B, U+200B, U+202E"), "the note names what was left out");
}

#[test]
fn a_trace_in_markdown_has_the_structure_of_plain_words_too() {
    let list = |words: &str| {
        let analysis = analyse(&matter(words));
        let trace = analysis.calculation.trace.unwrap();
        read_markdown(&library().locale.trace_markdown(&trace, &library().law))
    };
    let (structure, words) = list(HOSTILE);
    assert_eq!(structure, list("plain words").0);
    no_terminal_code(&words.replace('\n', ""));
}

#[test]
fn the_pdf_takes_hostile_words_in_every_field() {
    let empty = tempfile::tempdir().unwrap();
    let document = document(&matter(HOSTILE));
    for fonts in [&SystemFonts::in_folder(empty.path()), SystemFonts::installed()] {
        let pdf = report::render(&document, Format::Pdf, fonts).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"));
    }
}

#[test]
fn every_single_character_that_a_name_may_have_prints() {
    let empty = tempfile::tempdir().unwrap();
    let fonts = SystemFonts::in_folder(empty.path());
    let mut case_file = CaseFile::new("t", "o");
    // One of every sixteen characters of the first planes, and all of the first blocks.
    let all = (0..0x3000_u32).chain((0x3000..0x2_0000).step_by(16)).chain((0xe_0000..0x11_0000).step_by(4096));
    case_file.undertaking.name = all.filter_map(char::from_u32).flat_map(|sign| [sign, 'a']).collect();
    let document = document(&case_file);
    assert!(report::render(&document, Format::Pdf, &fonts).is_ok());
}

#[test]
fn an_empty_title_and_name_have_a_default() {
    for empty in ["", "  ", "\u{200b}\u{7}"] {
        let mut case_file = matter("x");
        case_file.title = empty.to_owned();
        case_file.undertaking.name = empty.to_owned();
        let document = document(&case_file);
        assert_eq!(document.title, library().locale.t("report.untitled"));
        assert!(document.subtitle.starts_with(library().locale.t("report.unnamed")), "{}", document.subtitle);
        assert!(report::render(&document, Format::Pdf, SystemFonts::installed()).is_ok());
    }
}

/// What a reading of a PDF gives, where the tool that reads it is installed.
fn read_pdf(
    document: &Document,
    fonts: &SystemFonts,
    tool: &str,
    arguments: &[&str],
    after: &[&str],
) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    fs::write(&file, report::render(document, Format::Pdf, fonts).unwrap()).unwrap();
    let output = Command::new(tool).args(arguments).arg(&file).args(after).output().ok()?;
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The text of a PDF, where the tool that reads it is installed (`.ci/run` installs it).
fn pdf_text(document: &Document, fonts: &SystemFonts) -> Option<String> {
    let text = read_pdf(document, fonts, "pdftotext", &["-raw"], &["-"])?;
    // The reader marks words from right to left on its own account.
    let direction = |sign: &char| !matches!(sign, '\u{200e}' | '\u{202a}'..='\u{202e}');
    Some(text.chars().filter(direction).collect())
}

#[test]
fn a_name_of_many_scripts_can_be_taken_out_of_the_pdf_again() {
    let name = "华为 · בזק · საქართველო · 🙂";
    let mut case_file = preset("kaspr.amende.ron");
    case_file.undertaking.name = name.to_owned();
    let document = document(&case_file);
    let with = SystemFonts::in_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fonts"));
    let empty = tempfile::tempdir().unwrap();
    let without = SystemFonts::in_folder(empty.path());
    let (Some(full), Some(signs)) = (pdf_text(&document, &with), pdf_text(&document, &without)) else { return };
    assert!(full.contains(name), "{full}");
    assert!(!full.contains("U+534E"), "nothing is missing");
    assert!(signs.contains("□□ · בזק · საქართველო · 🙂"), "{signs}");
    assert!(signs.contains("U+4E3A, U+534E, in “Title”"), "{signs}");
}

/// An accent that stands alone, often written for an apostrophe, is a sign of its own in every
/// font: it does not move onto a letter beside it.
#[test]
fn an_accent_that_stands_alone_stays_where_it_was_typed() {
    let names = "L`Oréal O´Brien a¨b c¸d a¯b aʻb aʼb aˆb aˇb a˘b a˙b a˚b a˛b a˜b a˝b α΄β α΅β";
    let mut case_file = preset("kaspr.amende.ron");
    case_file.title = names.to_owned();
    case_file.undertaking.name = names.to_owned();
    let empty = tempfile::tempdir().unwrap();
    let Some(text) = pdf_text(&document(&case_file), &SystemFonts::in_folder(empty.path())) else { return };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for name in names.split(' ') {
        assert!(text.contains(name), "{name}: {text}");
    }
    assert!(text.matches("O´Brien").count() > 1 && !text.contains("Ó"), "{text}");
}

#[test]
fn fonts_of_the_system_are_found_by_character() {
    let fonts = SystemFonts::in_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fonts"));
    for sign in ['华', '为', 'カ'] {
        assert!(fonts.with(sign).is_some(), "{sign}");
    }
    assert!(fonts.with('ሀ').is_none());
}

#[test]
fn the_command_line_prints_hostile_words_as_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("m.amende.ron");
    storage::save(&file, &matter(HOSTILE), &library().law).unwrap();
    let file = file.to_str().unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_amende")).args(arguments).output().unwrap();
        let (out, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert!(output.status.success(), "{arguments:?}: {said}");
        out
    };
    let assess = run(&["assess", file, "--as-of", "2026-11-23"]);
    no_terminal_code(&assess);
    assert!(assess.lines().next().unwrap().contains("Ltd ## injected"), "a title is one line: {assess}");
    no_terminal_code(&run(&["explain", file]));
    no_terminal_code(&run(&["explain", file, "--format", "markdown"]));
    for arguments in [&["assess", file, "--format", "json"][..], &["explain", file, "--format", "json"]] {
        let json = run(arguments);
        no_terminal_code(&json);
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        let mut found = false;
        walk(&value, &mut |text| found |= text.contains(HOSTILE));
        assert!(found, "{arguments:?} keeps every character");
    }
    let csv = run(&["cases", "--like", file, "--format", "csv"]);
    no_terminal_code(csv.strip_prefix('\u{feff}').unwrap());
}

fn walk(value: &serde_json::Value, visit: &mut dyn FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => visit(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, visit)),
        serde_json::Value::Object(map) => map.values().for_each(|item| walk(item, visit)),
        _ => {}
    }
}

/// A choice of seriousness and a regrading are written in the words they are read in.
#[test]
fn what_was_chosen_and_regraded_is_saved_and_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("m.amende.ron");
    let mut case_file = matter("words");
    for level in [Seriousness::Low, Seriousness::Medium, Seriousness::High] {
        case_file.choices.set("A.seriousness".into(), ChoiceValue::Level(level), "because");
        for strength in [Strength::Weak, Strength::Arguable, Strength::Clear] {
            case_file.reviews[0].verdict = Verdict::Regraded(strength);
            storage::save(&file, &case_file, &library().law).unwrap();
            assert_eq!(storage::open(&file, &library().law).unwrap(), case_file);
        }
    }
}

#[test]
fn a_name_in_braces_is_no_placeholder() {
    let mut case_file = preset("kaspr.amende.ron");
    let name = "{provisions} {law} {method} {n} Ltd";
    name.clone_into(&mut case_file.undertaking.name);
    name.clone_into(&mut case_file.operations[0].name);
    let markdown = markdown(&case_file);
    assert!(markdown.contains(&format!("On the facts given, {name} could be charged")), "{markdown}");
    // Above its allegations and above its calculation.
    assert_eq!(markdown.matches(&format!("Conduct A: {name}\n")).count(), 2, "{markdown}");
}

/// Left, top, right and bottom of every word of a page, in points.
type Boxes = Vec<([f64; 4], String)>;

/// The pages of what `pdftotext -bbox` says.
fn boxes(said: &str) -> Vec<Boxes> {
    let of_line = |line: &str| {
        let mut parts = line.trim().strip_prefix("<word ")?.split('"');
        let mut next = || parts.by_ref().nth(1).unwrap().parse().unwrap();
        let place = [next(), next(), next(), next()];
        Some((place, line.trim().to_owned()))
    };
    said.split("<page ").skip(1).map(|page| page.lines().filter_map(of_line).collect()).collect()
}

/// Every word stands between the margins, and none upon another.
fn no_word_runs_over(said: &str) {
    // The page is 595.3 points wide, its margins 73.7; labels at the ends of the chart's
    // axis stand out by half their width.
    let (left, right) = (63.0, 595.3 - 63.0);
    let pages = boxes(said);
    assert!(pages.len() > 5 && pages.iter().all(|page| !page.is_empty()));
    for page in pages {
        for (number, (one, words)) in page.iter().enumerate() {
            assert!(one[0] >= left && one[2] <= right, "{words}");
            for (other, beside) in &page[number + 1..] {
                let (x, y) = (one[2].min(other[2]) - one[0].max(other[0]), one[3].min(other[3]) - one[1].max(other[1]));
                // Boxes are as high as the font; lines set close share a part of them.
                let height = (one[3] - one[1]).min(other[3] - other[1]);
                assert!(x < 1.0 || y < height * 0.6, "{words} runs over {beside}");
            }
        }
    }
}

const COMPOUNDS: [&str; 2] = ["Beschäftigtendatenverarbeitung", "Videoüberwachungsanlagenverwaltung"];

/// A matter with these words as title, names, purpose and notes.
fn named(words: &str) -> CaseFile {
    let mut case_file = preset("kaspr.amende.ron");
    for field in [&mut case_file.title, &mut case_file.undertaking.name, &mut case_file.summary] {
        words.clone_into(field);
    }
    let operation = &mut case_file.operations[0];
    for field in [&mut operation.name, &mut operation.purpose] {
        words.clone_into(field);
    }
    for answer in operation.answers.values_mut().take(3) {
        words.clone_into(&mut answer.note);
    }
    case_file
}

#[test]
fn long_words_break_and_run_over_nothing() {
    let empty = tempfile::tempdir().unwrap();
    let fonts = SystemFonts::in_folder(empty.path());
    let endless: String = ('a'..='z').cycle().take(3000).collect();
    for words in [COMPOUNDS[0], COMPOUNDS[1], &endless, &"W".repeat(3000), &"0a_".repeat(1000)] {
        let document = document(&named(words));
        let Some(said) = read_pdf(&document, &fonts, "pdftotext", &["-bbox"], &["-"]) else { return };
        no_word_runs_over(&said);
    }
}

/// Who searches or copies finds the word: nothing is put into it.
#[test]
fn a_long_word_is_taken_out_of_the_pdf_whole() {
    let empty = tempfile::tempdir().unwrap();
    let fonts = SystemFonts::in_folder(empty.path());
    for word in COMPOUNDS {
        let Some(text) = pdf_text(&document(&named(word)), &fonts) else { return };
        let whole = text.matches(word).count();
        // Title, heads of pages, text, headings.
        assert!(whole > 8, "{whole}: {text}");
        assert!(!text.contains('\u{200b}'), "{text}");
        assert!(text.contains(&format!("On the facts given, {word}")), "{text}");
    }
}

#[test]
fn a_long_title_is_shortened_at_the_head_of_the_pages() {
    let empty = tempfile::tempdir().unwrap();
    let fonts = SystemFonts::in_folder(empty.path());
    let heads = |title: &str| {
        let mut case_file = preset("kaspr.amende.ron");
        title.clone_into(&mut case_file.title);
        let text = pdf_text(&document(&case_file), &fonts)?;
        let pages = text.split('\u{c}').filter_map(|page| page.lines().next().map(str::to_owned));
        Some(pages.filter(|head| !head.is_empty()).collect::<Vec<_>>())
    };
    let marking = library().locale.t("report.marking.privileged");
    let Some(short) = heads("A short title") else { return };
    assert!(short.iter().all(|head| *head == format!("{marking} A short title")), "{short:?}");
    let title = "Complaints of former employees about the cameras in the halls, ".repeat(5);
    for head in heads(&title).unwrap() {
        let shown = head.strip_prefix(marking).unwrap().trim();
        let kept = shown.strip_suffix('…').unwrap_or_else(|| panic!("{head}"));
        assert!(kept.len() > 30 && title.starts_with(kept), "{head}");
    }
}

#[test]
fn an_operations_name_stands_above_its_purpose() {
    let mut case_file = preset("kaspr.amende.ron");
    COMPOUNDS[0].clone_into(&mut case_file.operations[0].name);
    "A purpose of ours".clone_into(&mut case_file.operations[0].purpose);
    let name =
        |block: &report::Block| matches!(block, report::Block::Heading { level: 3, text, .. } if *text == COMPOUNDS[0]);
    let purpose = report::Block::Paragraph { content: vec![report::Inline::text("A purpose of ours")] };
    let blocks = document(&case_file).blocks;
    assert!(blocks.windows(2).any(|pair| name(&pair[0]) && pair[1] == purpose), "{blocks:?}");
}

#[test]
fn a_name_of_several_lines_stands_in_one_inside_sentences() {
    let empty = tempfile::tempdir().unwrap();
    let fonts = SystemFonts::in_folder(empty.path());
    let mut case_file = preset("kaspr.amende.ron");
    "One\r\n\nTwo \u{2028} Three".clone_into(&mut case_file.undertaking.name);
    let sentence = "On the facts given, One Two Three could be charged";
    assert!(markdown(&case_file).contains(sentence), "{}", markdown(&case_file));
    if let Some(text) = pdf_text(&document(&case_file), &fonts) {
        assert!(text.contains(sentence), "{text}");
    }
}

/// What the system shows of a file needs no font of ours.
#[test]
fn the_title_told_of_the_file_keeps_every_character() {
    let empty = tempfile::tempdir().unwrap();
    let fonts = SystemFonts::in_folder(empty.path());
    let mut case_file = preset("kaspr.amende.ron");
    "한국어 · Beschäftigtendatenverarbeitung".clone_into(&mut case_file.title);
    let document = document(&case_file);
    let Some(told) = read_pdf(&document, &fonts, "pdfinfo", &["-enc", "UTF-8"], &[]) else { return };
    let title = told.lines().find_map(|line| line.strip_prefix("Title:")).unwrap_or_else(|| panic!("{told}"));
    assert_eq!(title.trim(), case_file.title);
    let text = pdf_text(&document, &fonts).unwrap();
    assert!(text.contains("□□□ · Beschäftigtendatenverarbeitung") && !text.contains('한'), "{text}");
}

#[test]
fn an_empty_title_has_a_default_on_the_command_line_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("m.amende.ron");
    let untitled = library().locale.t("report.untitled");
    for empty in ["", " \n"] {
        let mut case_file = preset("kaspr.amende.ron");
        empty.clone_into(&mut case_file.title);
        storage::save(&file, &case_file, &library().law).unwrap();
        let said = |form: &str| {
            let arguments = ["assess", file.to_str().unwrap(), "--format", form];
            let output = Command::new(env!("CARGO_BIN_EXE_amende")).args(arguments).output().unwrap();
            String::from_utf8(output.stdout).unwrap()
        };
        assert_eq!(said("text").lines().next(), Some(untitled));
        let json: serde_json::Value = serde_json::from_str(&said("json")).unwrap();
        assert_eq!(json["matter"], untitled);
    }
}

//! A second language: its folder is all it takes, and nothing of the first is left in what
//! it has words for.

use std::path::Path;

use amende::analysis;
use amende::library::{DataFile, Library};
use amende::locale::Locale;
use amende::report;

use crate::{library, preset, terms};

/// The checkout's data with the files of a language added or replaced.
fn with(added: &[(&str, &str)]) -> Result<Library, String> {
    let mut files = amende::storage::data_files(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    for (path, text) in added {
        files.retain(|file| file.path != *path);
        files.push(DataFile { path: (*path).to_owned(), contents: text.as_bytes().to_vec().into() });
    }
    Library::from_files(files).map_err(|error| error.to_string())
}

fn french() -> Library {
    let added = [
        ("assets/locale/fr.ron", include_str!("../languages/fr.ron")),
        ("assets/locale/fr/phrases.ftl", include_str!("../languages/fr/phrases.ftl")),
        ("assets/locale/fr/law/texts.ron", include_str!("../languages/fr/law/texts.ron")),
    ];
    with(&added).unwrap()
}

/// All that is said of a matter: trace, warnings, report.
fn said(library: &Library, file: &str) -> String {
    let mut case_file = preset(file);
    case_file.as_of = Some("2026-11-23".parse().unwrap());
    let analysis = analysis::analyse(&case_file, library, &terms(&case_file)).unwrap();
    let exposure = analysis::simulate(&case_file, library, &analysis).unwrap();
    let document = report::build(&case_file, library, &analysis, &exposure);
    let fonts = report::SystemFonts::installed();
    let mut said = String::from_utf8(report::render(&document, report::Format::Markdown, fonts).unwrap()).unwrap();
    said.push_str(&library.locale.trace_text(analysis.calculation.trace.as_ref().unwrap(), &library.law));
    for warning in &analysis.calculation.warnings {
        said.push_str(&library.locale.warning(warning, &library.law));
    }
    said.replace('\u{a0}', " ")
}

/// The parts of a message that stand whatever is filled in.
fn fixed(locale: &Locale, key: &str) -> Vec<String> {
    let forms = locale.messages.forms(key);
    let parts = forms.iter().flat_map(|form| form.split(['{', '}']).step_by(2).map(str::to_owned));
    parts.filter(|part| part.chars().filter(|sign| sign.is_alphabetic()).count() > 3).collect()
}

#[test]
fn a_second_language_is_a_folder_and_leaves_no_english() {
    let data = french();
    let english = &library().locale;
    let shown = data.in_language("fr").unwrap();
    assert_eq!(shown.locale.language, "fr");
    let keys: Vec<String> = shown.locale.messages.keys().map(str::to_owned).collect();
    assert_eq!(keys.len(), 20);
    let (french, before) = (said(&shown, "kaspr.amende.ron"), said(library(), "kaspr.amende.ron"));
    let (mut seen, mut looked) = (0, 0);
    for key in &keys {
        let words = fixed(&shown.locale, key);
        if words.iter().any(|words| french.contains(words.as_str())) {
            seen += 1;
        }
        // Words that other messages have in common say nothing.
        let elsewhere = |words: &str| {
            let others = english.messages.keys().filter(|other| other != key);
            others.flat_map(|other| english.messages.forms(other)).any(|form| form.contains(words.trim()))
        };
        let left = fixed(english, key).into_iter().filter(|words| !elsewhere(words));
        for words in left {
            assert!(!french.contains(&words), "`{key}`: {words}");
            looked += 1;
        }
    }
    assert!(seen >= 12 && looked >= 8, "{seen} of the sentences are said, {looked} looked for in English");
    for (in_french, in_english) in [
        ("amende selon la méthode = EUR ", "Fine by the method = EUR "),
        ("Violation alléguée de l’art. 6(1) = art. 83(5)", "Alleged infringement of Art. 6(1) = Art. 83(5)"),
        ("Maximum légal = EUR 20 000 000,00", "Legal maximum = EUR 20,000,000.00"),
        ("Maximum fixe, art. 83, paragraphe 5 = EUR 20 000 000,00", "= EUR 20,000,000.00"),
        ("conservation est-elle fixée ? = Oui  (réponse)", " = Yes  (answer)"),
    ] {
        let french = french.replace('\u{202f}', " ");
        assert!(before.contains(in_english), "{in_english}");
        assert!(french.contains(in_french), "{in_french}");
        assert!(!french.contains(in_english), "{in_english}");
    }
    // And back.
    assert_eq!(said(&data.in_language("en").unwrap(), "kaspr.amende.ron"), before);
    assert!(data.in_language("de").is_none());
}

#[test]
fn figures_are_the_same_in_every_language() {
    let data = french();
    let shown = data.in_language("fr").unwrap();
    assert_eq!((&shown.law_sha256, &shown.estimate_sha256), (&data.law_sha256, &data.estimate_sha256));
    for preset in &library().presets {
        let case_file = &preset.case_file;
        let first = analysis::analyse(case_file, &data, &terms(case_file)).unwrap();
        let second = analysis::analyse(case_file, &shown, &terms(case_file)).unwrap();
        assert_eq!(first.calculation, second.calculation, "{}", preset.file);
        assert_eq!(first.comparables.len(), second.comparables.len());
        for (one, other) in first.comparables.iter().zip(&second.comparables) {
            assert_eq!((&one.decision.id, one.similarity), (&other.decision.id, other.similarity));
        }
    }
}

/// Every text that a calculation can name can be translated by its key.
#[test]
fn keys_of_the_law_are_those_of_its_texts() {
    let law = &library().law;
    let keys = law.text_keys();
    let distinct: std::collections::BTreeSet<&String> = keys.iter().collect();
    assert_eq!(keys.len(), distinct.len(), "a key names one text");
    let all = keys.iter().map(|key| (key.clone(), format!("<{key}>"))).collect();
    let translated = law.translated(&all);
    let analysis = crate::analyse(&preset("kaspr.amende.ron"));
    let mut seen = 0;
    analysis.calculation.trace.as_ref().unwrap().walk(&mut |node, _| {
        for text in node.notes.iter().chain(node.governed_by.iter().map(|governing| &governing.text)) {
            assert_eq!(translated.text(text), Some(format!("<{text}>").as_str()));
            seen += 1;
        }
        if let amende::trace::Label::Law(text) = &node.label {
            assert_eq!(translated.text(text), Some(format!("<{text}>").as_str()));
        }
    });
    assert!(seen > 25, "{seen}");
}

/// `amende check` names file and line of what is wrong with wording, and what was meant.
#[test]
fn wrong_wording_is_refused_with_its_place() {
    let file = "assets/locale/en/trace.ftl";
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let line = |words: &str| text.lines().position(|line| line.starts_with(words)).unwrap() + 1;
    let refused = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        with(&[(file, &text.replacen(from, to, 1))]).unwrap_err()
    };
    let at = |words: &str| format!("{file}:{}:1: ", line(words));
    for (from, to, told) in [
        (
            "conduct { $name }",
            "conduct { $nam }",
            format!(
                "{}`trace-conduct_fine` names `$nam`; what is filled in there is `$name`",
                at("trace-conduct_fine")
            ),
        ),
        (
            "trace-seriousness =",
            "trace-seriousnes =",
            format!(
                "{}nothing asks for `trace-seriousnes`; did you mean `trace-seriousness`?",
                at("trace-seriousness =")
            ),
        ),
        // Misspelt, it is told of once; as another key, both are.
        ("trace-seriousness =", "trace-another_matter =", "`trace-seriousness` has no wording".to_owned()),
        ("trace-legal_maximum =", "trace-seriousness =", "`trace-seriousness` has wording already".to_owned()),
        ("trace-seriousness = Seriousness", "trace-seriousness", format!("{file}:{}", line("trace-seriousness ="))),
        ("Legal maximum", "{ -maximum }", "there is no term `-maximum`".to_owned()),
        ("Legal maximum", "{ NUMBER($n) }", "`NUMBER()`: there are no functions here".to_owned()),
        ("Legal maximum", "{ trace-fine }", "names another message".to_owned()),
        ("conduct { $name }", "conduct { $name", format!("{file}:{}", line("trace-conduct_fine"))),
    ] {
        let error = refused(from, to);
        assert!(error.contains(&told), "{to}: {told}\n{error}");
    }
    let law = with(&[
        ("assets/locale/fr.ron", include_str!("../languages/fr.ron")),
        ("assets/locale/fr/law/texts.ron", "{\"question.retention.defind\": \"x\"}"),
    ]);
    let error = law.unwrap_err();
    assert!(
        error.contains("no text `question.retention.defind`; did you mean `question.retention.defined`?"),
        "{error}"
    );
}

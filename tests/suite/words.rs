//! No words in calculation: what a calculation holds are ids and values, and each of them
//! has its words in the law's data or in the locale.

use std::collections::BTreeSet;

use amende::analysis::{self, Analysis, Terms};
use amende::facts::{CaseFile, ChoiceValue};
use amende::law::LawText;
use amende::trace::{Label, Origin, Reason, TraceNode, Value, Warning};

use crate::{library, preset};

/// Every preset by every method, and a public body of every country, with all that may be
/// stated at a discretionary point.
fn each(mut visit: impl FnMut(&str, &Analysis<'_>)) {
    for preset in &library().presets {
        for method in &library().law.methodologies {
            calculated(&preset.case_file, Some(method.id.to_string()), &mut |analysis| visit(&preset.file, analysis));
        }
    }
    for rules in &library().law.national {
        let kinds = rules.public_bodies.particular.iter().map(|own| own.kinds.first().copied());
        for kind in kinds.chain([None]) {
            let mut case_file = preset("public-authority.amende.ron");
            case_file.undertaking.establishment.clone_from(&rules.country);
            case_file.undertaking.public_body = kind;
            calculated(&case_file, None, &mut |analysis| visit(&rules.country, analysis));
        }
    }
}

fn calculated(case_file: &CaseFile, methodology: Option<String>, visit: &mut dyn FnMut(&Analysis<'_>)) {
    let terms = Terms { methodology, ..crate::terms(case_file) };
    let mut case_file = case_file.clone();
    let points = match analysis::analyse(&case_file, library(), &terms) {
        Ok(first) => first.calculation.points.clone(),
        Err(_) => return,
    };
    for point in points.iter().filter(|point| matches!(point.value, ChoiceValue::Holds(_))) {
        case_file.choices.set(point.id.clone(), ChoiceValue::Holds(true), "stated");
    }
    visit(&analysis::analyse(&case_file, library(), &terms).unwrap());
}

fn of_label(label: &Label, found: &mut Vec<LawText>) {
    match label {
        Label::Law(text) | Label::LawOf(text, _) | Label::KeyWith(_, Value::Law(text)) => found.push(text.clone()),
        Label::Key(_) | Label::KeyWith(..) | Label::Exchange(_) | Label::Displaced(..) => {}
    }
}

fn of_reason(reason: &Reason, found: &mut Vec<LawText>) {
    if let Reason::Law(texts) = reason {
        found.extend(texts.iter().cloned());
    }
}

fn of_node(node: &TraceNode, found: &mut Vec<LawText>) {
    of_label(&node.label, found);
    if let Value::Law(text) = &node.value {
        found.push(text.clone());
    }
    if let Origin::Choice { reason, .. } = &node.origin {
        of_reason(reason, found);
    }
    found.extend(node.notes.iter().cloned());
    found.extend(node.governed_by.iter().map(|governing| governing.text.clone()));
}

/// Every text of the law that a calculation names is there, with words of its own.
#[test]
fn every_text_that_a_calculation_names_is_there() {
    let law = &library().law;
    let mut kinds = BTreeSet::new();
    let mut named = 0;
    each(|file, analysis| {
        let mut found = Vec::new();
        let calculation = &analysis.calculation;
        calculation.trace.as_ref().unwrap().walk(&mut |node, _| of_node(node, &mut found));
        for point in &calculation.points {
            of_label(&point.label, &mut found);
            of_reason(&point.reason, &mut found);
            of_reason(&point.proposal_reason, &mut found);
        }
        for warning in &calculation.warnings {
            match warning {
                Warning::RulesNotHeld { rules: text }
                | Warning::Contradiction { about: text, .. }
                | Warning::SecondLaw { law: text, .. }
                | Warning::PublicBodyLimit { rule: text, .. } => found.push(text.clone()),
                Warning::AgainstAnswers { reasons, .. } => found.extend(reasons.iter().cloned()),
                _ => {}
            }
        }
        for text in found {
            let words = law.text(&text);
            assert!(words.is_some_and(|words| !words.trim().is_empty()), "{file}: {text} has no words");
            kinds.insert(format!("{text:?}").split('(').next().unwrap().to_owned());
            named += 1;
        }
    });
    assert!(named > 10_000, "{named}");
    assert!(kinds.len() >= 18, "{kinds:?}");
}

/// What a warning tells is words and no key, whatever it is about.
#[test]
fn no_key_shows_in_words() {
    let locale = &library().locale;
    let law = &library().law;
    let families: BTreeSet<&str> = locale.messages.keys().filter_map(|key| key.split('.').next()).collect();
    let shows_key = |words: &str| {
        words.split_whitespace().any(|word| {
            let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
            let family = word.split('.').next().unwrap_or_default();
            word.contains('.') && families.contains(family) && locale.has(word)
        })
    };
    each(|file, analysis| {
        for warning in &analysis.calculation.warnings {
            let words = locale.warning(warning, law);
            assert!(!words.is_empty() && !shows_key(&words), "{file}: {words}");
        }
        analysis.calculation.trace.as_ref().unwrap().walk(&mut |node, _| {
            for words in [locale.label(&node.label, law), locale.value(&node.value, law), locale.grounds(node, law)] {
                assert!(!shows_key(&words), "{file}: {}: {words}", node.id);
            }
        });
    });
}

/// The same answer reads the same in the trace as beside its question.
#[test]
fn an_answer_is_worded_once() {
    let (locale, law) = (&library().locale, &library().law);
    let case_file = preset("kaspr.amende.ron");
    let analysis = crate::analyse(&case_file);
    let mut seen = 0;
    analysis.calculation.trace.as_ref().unwrap().walk(&mut |node, _| {
        let Value::Answer(id, value) = &node.value else { return };
        let question = law.question(id).unwrap();
        assert_eq!(locale.value(&node.value, law), locale.answer(question, value));
        seen += 1;
    });
    assert!(seen > 20, "{seen}");
    let trace = analysis.calculation.trace.as_ref().unwrap();
    let text = locale.trace_text(trace, law).replace('\u{a0}', " ");
    assert!(text.contains("60 months") && text.contains("160,000,000 people"), "a number has its unit");
}

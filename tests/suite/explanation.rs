//! Every figure answers "why?": the trace ends in answers, cited law and stated
//! choices, and nothing else.

use amende::trace::{Operation, Origin, TraceNode};

use crate::{analyse, library, preset};

#[test]
fn every_leaf_is_an_answer_a_cited_parameter_or_a_stated_choice() {
    for preset in &library().presets {
        let analysis = analyse(&preset.case_file);
        let trace = analysis.calculation.trace.as_ref().unwrap();
        if analysis.calculation.conducts.is_empty() {
            // Nothing is alleged: the sum of no fines.
            assert_eq!((trace.children.len(), analysis.calculation.fine.high.minor()), (0, 0), "{}", preset.file);
            continue;
        }
        let mut leaves = 0;
        trace.walk(&mut |node, _| {
            if node.children.is_empty() {
                leaves += 1;
                check(node, &preset.file);
            }
        });
        assert!(leaves > 20, "{}: {leaves} leaves", preset.file);
    }
}

fn check(leaf: &TraceNode, file: &str) {
    let id = &leaf.id;
    match &leaf.origin {
        Origin::Answer { question } => {
            assert!(library().law.question(question).is_some(), "{file}: {id} answers no question");
        }
        Origin::Fact { source, .. } => assert!(!source.is_empty(), "{file}: {id} rests on nothing"),
        Origin::Parameter { .. } => assert!(!leaf.citations.is_empty(), "{file}: {id} is not cited"),
        Origin::Choice { reason, .. } => {
            let words = library().locale.reason_of(reason, &library().law);
            assert!(!words.is_empty(), "{file}: {id} has no reason");
        }
        Origin::Step(operation) => panic!("{file}: {id} is computed ({operation:?}) from nothing"),
    }
}

/// What is said of one operation is not taken for another's: in one conduct a name
/// stands for one figure.
#[test]
fn equal_names_are_equal_figures() {
    let mut seen = 0;
    for preset in &library().presets {
        let analysis = analyse(&preset.case_file);
        let trace = analysis.calculation.trace.as_ref().unwrap();
        let mut known: std::collections::BTreeMap<&str, &TraceNode> = std::collections::BTreeMap::new();
        trace.walk(&mut |node, _| {
            if !node.id.as_str().contains(".answer.") && !node.id.as_str().contains(".finding.") {
                return;
            }
            let first = known.entry(node.id.as_str()).or_insert(node);
            assert_eq!((&first.label, &first.value), (&node.label, &node.value), "{}: {}", preset.file, node.id);
            seen += 1;
        });
    }
    assert!(seen > 200, "{seen}");
}

#[test]
fn what_did_not_apply_is_kept_and_marked() {
    let analysis = analyse(&preset("kaspr.amende.ron"));
    let trace = analysis.calculation.trace.as_ref().unwrap();
    let dynamic = trace.find("A.dynamic_cap").unwrap();
    assert!(!dynamic.applied, "4 % of 3 million is lower than 20 million");
    assert!(trace.find("A.static_cap").unwrap().applied);
}

#[test]
fn the_text_names_figure_value_origin_and_citation() {
    let analysis = analyse(&preset("kaspr.amende.ron"));
    let trace = analysis.calculation.trace.as_ref().unwrap();
    let node = trace.find("A.legal_maximum").unwrap();
    let text = library().locale.trace_text(node, &library().law).replace('\u{a0}', " ");
    let expected = "Legal maximum = EUR 20,000,000.00  (the greater of the figures below)  [Art. 83(5) GDPR]\n  \
        Fixed maximum, Art. 83(5) = EUR 20,000,000.00  (law)  [Art. 83(5) GDPR]\n  \
        Maximum by turnover = EUR 120,000.00  (the amount times the shares below. Considered; does not apply.)  [Art. 83(5) GDPR]\n";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn the_markdown_is_a_nested_list_with_links() {
    let analysis = analyse(&preset("kaspr.amende.ron"));
    let trace = analysis.calculation.trace.as_ref().unwrap();
    let node = trace.find("A.legal_maximum").unwrap();
    let list = library().locale.trace_markdown(node, &library().law).replace('\u{a0}', " ");
    let gdpr = "<https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng>";
    let expected = format!(
        "- Legal maximum: **EUR 20,000,000.00** (the greater of the figures below) [Art. 83(5) GDPR]({gdpr})\n  \
        - Fixed maximum, Art. 83(5): **EUR 20,000,000.00** (law) [Art. 83(5) GDPR]({gdpr})\n  \
        - Maximum by turnover: EUR 120,000.00 (the amount times the shares below. Considered; does not apply.) [Art. 83(5) GDPR]({gdpr})\n    - "
    );
    assert!(list.starts_with(&expected), "{list}");
}

/// Every figure of every shipped matter is an item, as deep as it lies, and no word of
/// a user breaks the list.
#[test]
fn the_markdown_holds_every_figure() {
    for preset in &library().presets {
        let mut case_file = preset.case_file.clone();
        case_file.choices.set(
            "A.proportionality".into(),
            amende::facts::ChoiceValue::Rate("90 %".parse().unwrap()),
            "a *bold*\n- second line with [a link](x)",
        );
        let analysis = analyse(&case_file);
        let trace = analysis.calculation.trace.as_ref().unwrap();
        let list = library().locale.trace_markdown(trace, &library().law);
        let mut depths = Vec::new();
        trace.walk_telling(&mut |_, depth, notes| {
            depths.push(depth);
            depths.extend(notes.iter().map(|_| depth + 1));
        });
        assert_eq!(list.lines().count(), depths.len(), "{}", preset.file);
        for (line, depth) in list.lines().zip(depths) {
            assert!(line.starts_with(&format!("{}- ", "  ".repeat(depth))), "{line}");
        }
        // Where nothing is alleged there is no point to choose at.
        let chosen = list.contains("a \\*bold\\*<br>\\- second line with \\[a link\\](x)");
        assert_eq!(chosen, !analysis.calculation.conducts.is_empty(), "{}", preset.file);
    }
}

/// Case law and guidance stand where a reader asks why, each once, in every form.
#[test]
fn case_law_is_told_with_the_calculation() {
    // Three conducts go through the same steps.
    let mut case_file = preset("kaspr.amende.ron");
    for name in ["second", "third"] {
        let mut copy = case_file.operations[0].clone();
        copy.id = name.into();
        case_file.operations.push(copy);
    }
    let analysis = analyse(&case_file);
    assert_eq!(analysis.calculation.conducts.len(), 3);
    let trace = analysis.calculation.trace.as_ref().unwrap();
    let text = library().locale.trace_text(trace, &library().law);
    let list = library().locale.trace_markdown(trace, &library().law);
    let json = serde_json::to_string(&amende::report::TraceJson::new(trace, library())).unwrap();
    let exposure = amende::analysis::simulate(&case_file, library(), &analysis).unwrap();
    let document = amende::report::build(&case_file, library(), &analysis, &exposure);
    let report =
        amende::report::render(&document, amende::report::Format::Markdown, amende::report::SystemFonts::installed())
            .unwrap();
    let report = String::from_utf8(report).unwrap();
    let mut told = 0;
    let national = library().law.national.iter().find(|rules| rules.country == "FR").unwrap();
    assert!(!national.notes.is_empty());
    let notes = analysis.methodology.steps.iter().map(|step| (3, &step.notes)).chain([(1, &national.notes)]);
    for (times, notes) in notes {
        for note in notes {
            told += 1;
            let start: String = note.text.chars().take(40).collect();
            for (form, words) in [("text", &text), ("Markdown", &list), ("report", &report)] {
                assert_eq!(words.matches(&start).count(), 1, "{form}: {start}");
            }
            let conducts = json.matches(&serde_json::to_string(&note.text).unwrap()).count();
            assert_eq!(conducts, times, "JSON holds it with each conduct's step: {start}");
        }
    }
    assert!(told >= 8, "{told} notes");
    for judgment in ["C-807/21", "C-683/21", "C-383/23", "C-768/21"] {
        for (form, words) in [("text", &text), ("Markdown", &list), ("report", &report)] {
            assert!(words.contains(judgment), "{form}: {judgment}");
        }
    }
    // Each stands at the step it governs.
    let at = |figure: &str| trace.find(figure).unwrap().governed_by.iter().map(|note| note.source.instrument.as_str());
    assert!(at("A.fault").any(|instrument| instrument == "c-807-21"));
    assert!(at("A.after_maximum").any(|instrument| instrument == "c-383-23"));
    assert!(at("A.reprimand").any(|instrument| instrument == "c-768-21"));
}

/// Each operation of the trace is explained in words of its own. A new one must be added
/// here: the match has no arm for the rest, and neither has the program's.
#[test]
fn every_operation_has_its_own_wording() {
    let known = |operation: Operation| match operation {
        Operation::Greater
        | Operation::Lesser
        | Operation::ShareOf
        | Operation::MovedBy
        | Operation::Sum
        | Operation::Lookup
        | Operation::Concluded
        | Operation::Converted
        | Operation::Group => library().locale.operation(operation).to_owned(),
    };
    let all = [
        Operation::Greater,
        Operation::Lesser,
        Operation::ShareOf,
        Operation::MovedBy,
        Operation::Sum,
        Operation::Lookup,
        Operation::Concluded,
        Operation::Converted,
        Operation::Group,
    ];
    let wordings: std::collections::BTreeSet<String> = all.map(known).into();
    assert_eq!(wordings.len(), all.len(), "two operations are explained alike");
    assert!(wordings.iter().all(|wording| !wording.starts_with("operation.")), "{wordings:?}");
    let source = include_str!("../../src/locale/explain.rs");
    let body = source.split("pub fn operation(").nth(1).unwrap().split("\n    }\n").next().unwrap();
    assert!(body.contains("Operation::Group") && !body.contains("_ =>"), "the match is exhaustive");
}

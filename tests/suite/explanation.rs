//! Every figure answers "why?": the trace ends in answers, cited law and stated
//! choices, and nothing else.

use amende::trace::{Origin, TraceNode};

use crate::{analyse, library, preset};

#[test]
fn every_leaf_is_an_answer_a_cited_parameter_or_a_stated_choice() {
    for preset in &library().presets {
        let analysis = analyse(&preset.case_file);
        let trace = analysis.calculation.trace.as_ref().unwrap();
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
        Origin::Choice { reason, .. } => assert!(!reason.is_empty(), "{file}: {id} has no reason"),
        Origin::Step(operation) => panic!("{file}: {id} is computed ({operation:?}) from nothing"),
    }
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
    let expected = "Legal maximum = EUR 20,000,000.00  (the greater of)  [Art. 83(5) GDPR]\n  \
        Fixed maximum, Art. 83(5) = EUR 20,000,000.00  (law)  [Art. 83(5) GDPR]\n  \
        Maximum by turnover = EUR 120,000.00  (the amount times the shares below. Considered; does not apply.)\n";
    assert!(text.starts_with(expected), "{text}");
}

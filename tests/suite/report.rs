//! The report: the same figures as everywhere, in a document that opens.

use amende::analysis;
use amende::report::{self, Format};

use crate::{analyse, library, preset};

fn document() -> report::Document {
    let case_file = preset("kaspr.amende.ron");
    let analysis = analyse(&case_file);
    let exposure = analysis::simulate(&case_file, library(), &analysis).unwrap();
    report::build(&case_file, library(), &analysis, &exposure)
}

#[test]
fn the_pdf_is_tagged_and_the_same_twice() {
    let document = document();
    let pdf = report::render(&document, Format::Pdf, amende::report::SystemFonts::installed()).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let contains = |needle: &[u8]| pdf.windows(needle.len()).any(|window| window == needle);
    assert!(contains(b"/MarkInfo") && contains(b"/StructTreeRoot"), "tagged");
    assert!(contains(b"pdfuaid") && contains(b"pdfaid"), "PDF/UA-1 and PDF/A-3a");
    assert_eq!(
        pdf,
        report::render(&document, Format::Pdf, amende::report::SystemFonts::installed()).unwrap(),
        "reproducible"
    );
}

#[test]
fn amounts_agree_with_the_calculation_to_the_cent() {
    let analysis = analyse(&preset("kaspr.amende.ron"));
    let markdown = String::from_utf8(
        report::render(&document(), Format::Markdown, amende::report::SystemFonts::installed()).unwrap(),
    )
    .unwrap();
    let text = &library().locale;
    let fine = &analysis.calculation.fine;
    for amount in [fine.point, fine.low, fine.high, analysis.calculation.maximum.point] {
        assert!(markdown.contains(&text.money_exact(amount)), "{amount}");
    }
    for finding in analysis.assessment.findings() {
        assert!(markdown.contains(&library().law.rule(&finding.rule).unwrap().title));
    }
    for near in &analysis.comparables {
        assert!(markdown.contains(&near.decision.controller));
    }
    for hash in [&analysis.receipt.law_data, &analysis.receipt.matter_sha256] {
        assert!(markdown.contains(hash.as_str()));
    }
}

#[test]
fn a_matter_without_findings_has_a_report_too() {
    let case_file = amende::facts::CaseFile::new("Empty", "Operation");
    let analysis = analyse(&case_file);
    let exposure = analysis::simulate(&case_file, library(), &analysis).unwrap();
    let document = report::build(&case_file, library(), &analysis, &exposure);
    assert!(report::render(&document, Format::Pdf, amende::report::SystemFonts::installed()).is_ok());
}

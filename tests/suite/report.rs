//! The report: the same figures as everywhere, in a document that opens.

use amende::analysis;
use amende::report::{self, Format};

use crate::currency::currency;
use crate::{analyse, library, preset};

fn document() -> report::Document {
    let case_file = preset("kaspr.amende.ron");
    let analysis = analyse(&case_file);
    let exposure = analysis::simulate(&case_file, library(), &analysis).unwrap();
    report::build(&case_file, library(), &analysis, &exposure)
}

#[test]
#[cfg(feature = "typeset")]
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
    let (_, words) = crate::support::read_markdown(&markdown);
    let text = &library().locale;
    let fine = &analysis.calculation.fine;
    for amount in [fine.point, fine.low, fine.high, analysis.calculation.maximum.point] {
        assert!(markdown.contains(&text.money_exact(amount)), "{amount}");
    }
    for finding in analysis.assessment.findings() {
        assert!(markdown.contains(&library().law.rule(&finding.rule).unwrap().title));
    }
    for near in &analysis.comparables {
        // As it is read: signs of Markdown in a name are escaped.
        assert!(words.contains(&near.decision.controller), "{}", near.decision.controller);
    }
    for hash in [&analysis.receipt.law_data, &analysis.receipt.matter_sha256] {
        assert!(markdown.contains(hash.as_str()));
    }
}

#[test]
#[cfg(feature = "typeset")]
fn a_matter_without_findings_has_a_report_too() {
    let case_file = amende::facts::CaseFile::new("Empty", "Operation");
    let analysis = analyse(&case_file);
    let exposure = analysis::simulate(&case_file, library(), &analysis).unwrap();
    let document = report::build(&case_file, library(), &analysis, &exposure);
    assert!(report::render(&document, Format::Pdf, amende::report::SystemFonts::installed()).is_ok());
}

fn markdown(case_file: &amende::facts::CaseFile) -> String {
    let analysis = analyse(case_file);
    let exposure = analysis::simulate(case_file, library(), &analysis).unwrap();
    let document = report::build(case_file, library(), &analysis, &exposure);
    let bytes = report::render(&document, Format::Markdown, report::SystemFonts::installed()).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn what_was_written_about_a_matter_stands_in_its_report() {
    let mut case_file = preset("kaspr.amende.ron");
    "A summary of ours".clone_into(&mut case_file.summary);
    "A note of ours\nin two lines".clone_into(&mut case_file.notes);
    "A purpose of ours".clone_into(&mut case_file.operations[0].purpose);
    for (number, answer) in case_file.operations[0].answers.values_mut().enumerate() {
        answer.note = format!("note {number} of an answer");
        answer.evidence = format!("file {number}");
    }
    let markdown = markdown(&case_file);
    for words in ["A summary of ours", "A note of ours<br>in two lines", "A purpose of ours"] {
        assert!(markdown.contains(words), "{words}");
    }
    for number in 0..case_file.operations[0].answers.len() {
        assert!(markdown.contains(&format!("(note {number} of an answer; evidence in file {number})")), "{number}");
    }
}

#[test]
fn every_open_question_is_listed() {
    let case_file = preset("kaspr.amende.ron");
    let analysis = analyse(&case_file);
    let markdown = markdown(&case_file);
    assert!(analysis.assessment.missing.len() > 20, "more than a short list");
    for open in &analysis.assessment.missing {
        let question = library().law.question(&open.question).unwrap();
        assert!(
            markdown.contains(&format!("- {}\n", amende::locale::plain::markdown(&question.text))),
            "{}",
            open.question
        );
    }
}

#[test]
fn a_decided_matter_states_what_was_imposed() {
    let markdown = markdown(&preset("kaspr.amende.ron"));
    let summary = markdown.split("## ").nth(1).unwrap();
    assert!(summary.contains("SAN-2024-020") && summary.contains("EUR\u{a0}240,000"), "{summary}");
}

#[test]
#[expect(clippy::cast_precision_loss, reason = "a place on a logarithmic axis")]
fn a_matter_under_the_law_of_the_united_kingdom_names_that_law_and_its_currency() {
    let mut case_file = preset("kaspr.amende.ron");
    "GB".clone_into(&mut case_file.undertaking.establishment);
    case_file.undertaking.turnover = amende::facts::Turnover::Figure {
        amount: Some("GBP 3,000,000".parse().unwrap()),
        year: Some(2025),
        source: String::new(),
        secondary: false,
    };
    case_file.decided_as = None;
    case_file.as_of = Some("2026-11-23".parse().unwrap());
    let markdown = markdown(&case_file);
    assert!(markdown.contains("these articles of the UK GDPR"), "{markdown}");
    assert!(!markdown.contains("these articles of the GDPR"));
    let analysis = analyse(&case_file);
    let exposure = analysis::simulate(&case_file, library(), &analysis).unwrap();
    let document = report::build(&case_file, library(), &analysis, &exposure);
    let mut charts = document.blocks.iter().filter_map(|block| match block {
        report::Block::Chart(chart) => Some(chart),
        _ => None,
    });
    let chart = charts.next().unwrap();
    assert!(chart.caption.starts_with("Estimated fine in GBP, logarithmic"));
    // Decisions in euro are drawn on an axis in pounds at what they come to in pounds; what
    // lies outside the axis is counted in words.
    let rates = &library().law.rates;
    let fined = analysis.comparables.iter().map(|near| near.decision);
    let fined = fined.filter(|decision| decision.standing_amount().is_some_and(|amount| amount.minor() > 0));
    let pounds: Vec<_> =
        fined.map(|decision| decision.standing_in(currency("GBP"), rates).unwrap().amount.major()).collect();
    let foreign = analysis.comparables.iter().filter_map(|near| near.decision.standing_amount());
    assert!(foreign.filter(|amount| amount.currency() != currency("GBP") && amount.minor() > 0).count() > 1);
    let is_drawn = |amount: &&i64| (chart.axis.0..=chart.axis.1).contains(&libm::log10(**amount as f64));
    let drawn = pounds.iter().filter(is_drawn).count();
    assert!(drawn > 1);
    assert_eq!(chart.dots.len(), drawn);
    assert_eq!(markdown.contains("no dot"), drawn < pounds.len());
}

#[test]
fn wording_states_no_amount_of_the_law() {
    let messages = &library().locale.messages;
    for (key, words) in messages.keys().flat_map(|key| messages.forms(key).into_iter().map(move |words| (key, words))) {
        for currency in ["EUR", "GBP", "€", "£"] {
            let figure = words
                .split(currency)
                .skip(1)
                .any(|after| after.trim_start_matches([' ', '\u{a0}']).starts_with(|sign: char| sign.is_ascii_digit()));
            assert!(!figure, "`{key}` states an amount, which belongs to the data: {words}");
        }
    }
}

/// What a user calls things is text: no name in braces is filled in, and the law named is
/// that of the method.
#[test]
fn a_name_in_braces_stays_and_the_law_is_the_methods() {
    let text = |edit: &dyn Fn(&mut amende::facts::CaseFile)| {
        let mut case_file = preset("shop.amende.ron");
        edit(&mut case_file);
        let analysis = analyse(&case_file);
        let exposure = analysis::simulate(&case_file, library(), &analysis).unwrap();
        let document = report::build(&case_file, library(), &analysis, &exposure);
        format!("{:?}", document.blocks)
    };
    let braces = text(&|case_file| case_file.undertaking.name = "{provisions} {framework} {name} Ltd".to_owned());
    assert!(braces.contains("{provisions} {framework} {name} Ltd could be charged"));
    let pounds = text(&|case_file| {
        case_file.undertaking.establishment = "GB".to_owned();
        case_file.undertaking.turnover = amende::facts::Turnover::Unknown;
    });
    assert!(pounds.contains("these articles of the UK GDPR") && !pounds.contains("these articles of the GDPR"));
}

/// The first page: outstanding orders, then what continues, then what happened; five at most.
#[test]
fn what_to_do_first_begins_with_an_outstanding_order_and_goes_on_with_what_continues() {
    let states = |file: &str| -> Vec<String> {
        let case_file = preset(file);
        let analysis = analyse(&case_file);
        let exposure = analysis::simulate(&case_file, library(), &analysis).unwrap();
        let document = report::build(&case_file, library(), &analysis, &exposure);
        let first = document.blocks.iter().find_map(|block| match block {
            report::Block::Table { rows, .. } => Some(rows.clone()),
            _ => None,
        });
        let rows = first.unwrap();
        assert!(!rows.is_empty() && rows.len() <= 5);
        rows.iter().map(|row| row.cells[3].content[0].words().to_owned()).collect()
    };
    let city = states("public-authority.amende.ron");
    assert_eq!(city[0], "order outstanding");
    assert!(city[1..].iter().all(|state| state == "continues"), "{city:?}");
    let clinic = states("clinic.amende.ron");
    let last = clinic.iter().rposition(|state| state == "continues").unwrap();
    assert!(clinic[..last].iter().all(|state| state == "continues"), "{clinic:?}");
}

#[test]
fn cents_stand_in_the_annex_alone() {
    let document = document();
    let annex = document
        .blocks
        .iter()
        .position(|block| matches!(block, report::Block::Heading { level: 1, text, .. } if text.starts_with("Annex")));
    let body = &document.blocks[..annex.unwrap()];
    let analysis = analyse(&preset("kaspr.amende.ron"));
    let fine = library().locale.money_exact(analysis.calculation.fine.point);
    let fine = fine.split('\u{a0}').next_back().unwrap();
    assert!(fine.ends_with(".00"), "{fine}");
    assert!(!format!("{body:?}").contains(fine) && format!("{:?}", document.blocks).contains(fine));
}

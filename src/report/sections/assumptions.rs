//! What the figures rest on besides the facts: assumptions, judgement left open, doubts in
//! the data; and what is not known.

use super::Source;
use crate::analysis;
use crate::law::{QuestionId, Strength};
use crate::library::citations;
use crate::locale::plain;
use crate::report::{Block, Inline, chance_in_words, weights_in_words};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let priors = &source.library.priors;
    let analysis = source.analysis;
    let mut blocks = vec![source.heading("report.assumptions.heading")];
    let samples = text.count(i64::try_from(source.exposure.drawn).unwrap_or(i64::MAX));
    let rates =
        [Strength::Clear, Strength::Arguable, Strength::Weak].map(|strength| text.rate(priors.found.of(strength)));
    let [clear, arguable, weak] = &rates;
    blocks.push(Block::Paragraph { content: vec![Inline::text(&priors.note)] });
    blocks.push(source.paragraph(
        "report.assumptions.simulation",
        &[
            ("samples", &samples),
            ("clear", clear),
            ("arguable", arguable),
            ("weak", weak),
            ("same", &text.rate(priors.seriousness.as_proposed)),
            ("counted", &text.rate(priors.circumstance_counted)),
        ],
    ));
    blocks.push(Block::Paragraph { content: vec![Inline::text(&priors.source_of_proportionality)] });
    let headline = analysis::headline(source.case_file, source.library, analysis, source.exposure);
    if let Some(headline) = headline {
        let matters = source.library.practice.as_ref().map_or(0, |practice| practice.fitted().combination.matters);
        let mut told = weights_in_words(&headline, matters, text);
        told.extend(chance_in_words(&headline, text).map(|words| format!("{words}.")));
        if !told.is_empty() {
            blocks.push(Block::Paragraph { content: vec![Inline::text(told.join(" "))] });
        }
    }
    blocks.push(source.paragraph("report.assumptions.probability", &[]));
    let left = analysis.methodology.left_to_judgement.iter().map(|left| vec![Inline::text(left)]);
    blocks.push(Block::heading(2, text.t("report.assumptions.left").to_owned()));
    blocks.push(Block::List { items: left.collect() });
    let doubts = {
        let country = source.case_file.undertaking.deciding_country(&source.library.law.vocabulary);
        let national = source.library.law.national_for(analysis.methodology, country);
        let method = citations::of_method(analysis.methodology);
        citations::unverified(method.into_iter().chain(national.into_iter().flat_map(citations::of_country)))
    };
    if !doubts.is_empty() {
        blocks.push(Block::heading(2, text.t("report.assumptions.doubts").to_owned()));
        let items = doubts.into_iter().map(|(place, doubt)| {
            // Where it stands in the data is for those who keep them.
            let named = place.split_once(".ron, ").map_or(place.as_str(), |(_, named)| named);
            vec![Inline::text(format!("{named}. {doubt}"))]
        });
        blocks.push(Block::List { items: items.collect() });
    }
    blocks
}

/// What is not known: of the organisation, and every question left open.
pub(super) fn unknown(source: Source<'_>) -> Vec<Block> {
    let unstated = crate::report::unstated_in_words(source.case_file, source.library);
    let several = source.case_file.operations.len() > 1;
    let item = |(question, operations): (String, Vec<String>)| {
        let mut item = vec![Inline::text(question)];
        if several {
            item.push(Inline::text(format!(" ({})", operations.join(", "))));
        }
        item
    };
    let missing: Vec<Vec<Inline>> = open(source).into_iter().map(item).collect();
    if unstated.is_none() && missing.is_empty() {
        return Vec::new();
    }
    let count = source.text.plural("report.open.listed", missing.len());
    let unstated = unstated.map(|words| vec![Inline::text(words)]);
    vec![
        source.heading("report.assumptions.open"),
        Block::Note { content: vec![Inline::text(count)] },
        Block::List { items: unstated.into_iter().chain(missing).collect() },
    ]
}

/// Every open question once, with the operations it is open for.
pub(super) fn open(source: Source<'_>) -> Vec<(String, Vec<String>)> {
    let mut questions: Vec<(&QuestionId, Vec<String>)> = Vec::new();
    for open in &source.analysis.assessment.missing {
        let operation = source
            .case_file
            .operation(&open.operation)
            .map_or_else(String::new, |operation| plain::joined(&operation.name));
        match questions.iter_mut().find(|(question, _)| **question == open.question) {
            Some((_, operations)) => operations.push(operation),
            None => questions.push((&open.question, vec![operation])),
        }
    }
    let worded = |(id, operations): (&QuestionId, Vec<String>)| {
        Some((source.library.law.question(id)?.text.clone(), operations))
    };
    questions.into_iter().filter_map(worded).collect()
}

//! What follows a fine in the country whose authority decides: limitation, appeal, payment,
//! publication, each as far as the data hold it.

use super::Source;
use crate::law::NationalProcedure;
use crate::report::{Block, Inline, When};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let law = &source.library.law;
    let country = source.case_file.undertaking.deciding_country(&law.vocabulary);
    let mut blocks = vec![source.heading("report.procedure.heading")];
    let Some(known) = law.procedure_of(country) else {
        let key = if country.trim().is_empty() { "report.procedure.no_country" } else { "report.procedure.none" };
        blocks.push(source.paragraph(key, &[("country", country)]));
        return blocks;
    };
    let name = law.vocabulary.countries.get(&known.country).map_or(known.country.as_str(), |found| found.name.as_str());
    blocks.push(source.note("report.procedure.note", &[("country", name)]));
    blocks.push(Block::Facts { rows: rows(source, known) });
    if !known.remarks.is_empty() {
        blocks.push(Block::List { items: known.remarks.iter().map(|remark| vec![Inline::text(remark)]).collect() });
    }
    if !known.unverified.is_empty() {
        blocks.push(Block::heading(2, source.text.t("report.procedure.unverified")));
        blocks.push(Block::List { items: known.unverified.iter().map(|doubt| vec![Inline::text(doubt)]).collect() });
    }
    blocks
}

fn rows(source: Source<'_>, known: &NationalProcedure) -> Vec<(String, Vec<Inline>)> {
    let text = source.text;
    let not_found = text.t("report.procedure.not_found");
    let said = |words: &str| vec![Inline::text(if words.is_empty() { not_found } else { words })];
    let appeal = if known.appeal.within.is_empty() {
        text.fill("report.procedure.appeal_to", &[("body", &known.appeal.body)])
    } else {
        text.fill("report.procedure.appeal", &[("body", &known.appeal.body), ("time", &known.appeal.within)])
    };
    let payable = if known.payable.is_empty() {
        not_found.to_owned()
    } else {
        text.fill("report.procedure.payable_within", &[("time", &known.payable)])
    };
    let source_of = vec![source.cited(&known.source.title, &known.source.url, !known.unverified.is_empty())];
    let rows = [
        ("report.procedure.limitation", limitation(source, known)),
        ("report.procedure.interruption", said(&known.interruption)),
        ("report.procedure.appeal_name", said(&appeal)),
        ("report.procedure.effect", said(text.t(known.appeal.suspends.key()))),
        ("report.procedure.payable", said(&payable)),
        ("report.procedure.early", said(&known.early_payment)),
        ("report.procedure.publication", said(&known.publication)),
        ("report.finding.sources", source_of),
    ];
    rows.into_iter().map(|(key, content)| (text.t(key).to_owned(), content)).collect()
}

/// The periods that the timeline calculates with, else what is known besides.
fn limitation(source: Source<'_>, known: &NationalProcedure) -> Vec<Inline> {
    let law = &source.library.law;
    let national = law.national_for(source.analysis.methodology, &known.country);
    let when = When { case_file: source.case_file, law, text: source.text };
    let rules = national.map(|national| when.rules(national)).unwrap_or_default();
    if rules.is_empty() {
        let words = if known.limitation.is_empty() { when.no_rule(national) } else { known.limitation.clone() };
        return vec![Inline::text(words)];
    }
    let mut content = Vec::new();
    for (before, citation, _) in rules {
        if !content.is_empty() {
            content.push(Inline::text(". "));
        }
        content.extend([Inline::text(before), source.cite(citation)]);
    }
    content.push(Inline::text("."));
    content
}

impl Source<'_> {
    /// A source that is no instrument of the data, marked where something of it is weak.
    fn cited(&self, title: &str, url: &str, weak: bool) -> Inline {
        let words = if weak { self.text.fill("citation.weak", &[("cited", title)]) } else { title.to_owned() };
        Inline::link(words, url)
    }
}

//! Who answers for the report: as of which day the facts are stated, by whom, and where they
//! sign.

use super::Source;
use crate::library::EditionId;
use crate::locale::plain;
use crate::report::{Block, Inline};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let day = text.date(source.analysis.calculation.as_of);
    let named = |name: &String| {
        let name = plain::joined(name);
        (!plain::one_line(&name).is_empty()).then_some(name)
    };
    let mut rows = vec![(text.t("report.signature.facts_of").to_owned(), vec![Inline::text(day)])];
    for (key, name) in [("report.signature.author", &source.by.author), ("report.signature.firm", &source.by.firm)] {
        if let Some(name) = named(name) {
            rows.push((text.t(key).to_owned(), vec![Inline::text(name)]));
        }
    }
    let lines = ["report.signature.place", "report.signature.sign"].map(|key| text.t(key).to_owned());
    let mut blocks = vec![source.heading("report.signature.heading"), Block::Facts { rows }];
    blocks.push(Block::Signature { lines: lines.to_vec() });
    if source.edition.id == EditionId::Board {
        blocks.push(source.note("report.disclaimer", &[]));
    }
    blocks
}

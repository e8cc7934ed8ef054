//! What the authority may order besides a fine (Art. 58(2) GDPR), as far as it goes with what is
//! alleged, and what that does.

use super::Source;
use crate::facts::Until;
use crate::law::{CorrectivePower, ProvisionId};
use crate::report::{Block, Cell, Column, Row, Tone};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    if source.findings().next().is_none() {
        return Vec::new();
    }
    let columns = [("report.powers.power", 4, false), ("report.powers.effect", 8, false)];
    let columns = columns.map(|(key, share, right)| Column { heading: text.t(key).to_owned(), share, right });
    let rows = source.library.law.powers.iter().filter(|power| goes(source, power)).map(|power| {
        let article = text.fill("report.powers.letter", &[("letter", &power.letter), ("name", &power.name)]);
        Row::plain(vec![Cell::text(article).toned(Tone::Strong), Cell::text(&power.effect)])
    });
    vec![
        source.heading("report.powers.heading"),
        source.note("report.powers.note", &[("law", source.law())]),
        Block::Table {
            caption: text.t("report.powers.caption").to_owned(),
            columns: columns.to_vec(),
            rows: rows.collect(),
        },
    ]
}

/// Whether a power goes with what is alleged.
fn goes(source: Source<'_>, power: &CorrectivePower) -> bool {
    let alleged = |article: &u16| source.findings().any(|finding| number(&finding.provision) == Some(*article));
    let continues = || {
        let until = source.findings().filter_map(|finding| finding.period.map(|period| period.until));
        until.into_iter().any(|until| !matches!(until, Until::Ended(_)))
    };
    (power.with_articles.is_empty() || power.with_articles.iter().any(alleged))
        && (!power.while_it_continues || continues())
        && (!power.certified || !source.case_file.undertaking.adherence.is_empty())
}

/// The article of a provision: 5 of `5(1)(a)`.
fn number(provision: &ProvisionId) -> Option<u16> {
    provision.as_str().split('(').next()?.parse().ok()
}

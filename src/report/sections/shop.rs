//! Which authority leads where people in several Member States are concerned (Art. 56 and 60
//! GDPR).

use super::Source;
use crate::law::vocabulary::Membership;
use crate::report::{Block, Inline};

/// So many countries are named; more are counted.
const NAMED: usize = 8;

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let vocabulary = &source.library.law.vocabulary;
    let undertaking = &source.case_file.undertaking;
    let member = |code: &String| {
        let known = vocabulary.countries.get(&vocabulary.jurisdiction(code))?;
        matches!(known.membership, Some(Membership::Eu { .. } | Membership::Eea { .. })).then_some(known)
    };
    let mut members: Vec<&str> = Vec::new();
    for country in undertaking.people_or_seat().iter().filter_map(member) {
        if !members.contains(&country.name.as_str()) {
            members.push(&country.name);
        }
    }
    let seat = member(&undertaking.establishment);
    // One State is concerned: the matter is a national one.
    let elsewhere = members.iter().any(|name| seat.is_none_or(|seat| seat.name != **name));
    if members.is_empty() || (members.len() < 2 && !elsewhere) {
        return Vec::new();
    }
    let countries =
        if members.len() > NAMED { text.plural("report.shop.many", members.len()) } else { members.join(", ") };
    let mut blocks = vec![source.heading("report.shop.heading")];
    if undertaking.establishment.trim().is_empty() {
        blocks.push(source.paragraph("report.shop.no_seat", &[("countries", &countries)]));
        return blocks;
    }
    let Some(seat) = seat else {
        blocks.push(source.paragraph("report.shop.outside", &[("countries", &countries)]));
        return blocks;
    };
    let stated = vocabulary.authorities.get(&undertaking.lead_authority);
    let usual = vocabulary.usual_authority(&seat.code);
    let authority = stated.or(usual).map_or_else(
        || text.fill("report.shop.authority_of", &[("country", &seat.name)]),
        |authority| authority.short.clone(),
    );
    let names = [("countries", countries.as_str()), ("seat", &seat.name), ("authority", &authority)];
    blocks.push(source.paragraph("report.shop.leads", &names));
    let steps = [
        "report.shop.draft",
        "report.shop.objection",
        "report.shop.dispute",
        "report.shop.local",
        "report.shop.beside",
    ];
    blocks.push(Block::List { items: steps.map(|key| vec![Inline::text(text.t(key))]).to_vec() });
    blocks
}

//! The tables of a hand-out: estimates against the decision, provisions, ranking.

use super::parts::{cell, column, heading, paragraph, row};
use super::{Played, Source, chart};
use crate::law::ProvisionId;
use crate::report::{Block, Cell, Inline, Row, Tone};
use crate::workshop::{Band, DecisionView, Entry, Points, ReasonsView, Ruled};

/// The ranges of the teams, of method and practice against the decision. For one team: round
/// by round.
pub(super) fn estimates(source: Source<'_>, played: &Played<'_>, decision: &DecisionView<'_>) -> Vec<Block> {
    let text = source.text;
    let last = played.scenario.told.rounds.len().saturating_sub(1);
    let mut rows = Vec::new();
    match source.parts.team {
        Some(team) => {
            for round in 0..=last {
                let n = (round + 1).to_string();
                rows.push(estimate(source, played, round, team, text.fill("workshop.handout.of_round", &[("n", &n)])));
            }
        }
        None => {
            rows.extend(source.teams().into_iter().map(|team| estimate(source, played, last, team, source.team(team))));
        }
    }
    let bands = [("workshop.handout.method", played.view.method), ("workshop.handout.practice", played.view.practice)];
    rows.extend(bands.into_iter().filter_map(|(key, band)| Some(of_band(source, text.t(key), band?))));
    let fine = decision.fine.map_or_else(|| text.t(decision.outcome.key()).to_owned(), |fine| text.money(fine));
    let decided = [text.t("workshop.handout.decision").to_owned(), String::new(), fine, String::new(), String::new()];
    let mut decided: Vec<Cell> = decided.into_iter().map(|words| Cell::text(words).toned(Tone::Strong)).collect();
    decided.extend(source.parts.points.then(|| Cell::text("")));
    rows.push(row(decided));
    let mut columns = vec![
        column(text.t("workshop.handout.who"), 3, false),
        column(text.t("workshop.handout.range"), 5, true),
        column(text.t("workshop.handout.point"), 3, true),
        column(text.t("workshop.handout.probability"), 3, true),
        column(text.t("workshop.handout.held"), 2, false),
    ];
    columns.extend(source.parts.points.then(|| column(text.t("workshop.handout.points"), 2, true)));
    let caption = text.t("workshop.handout.estimates").to_owned();
    let mut blocks = vec![heading(2, caption.clone())];
    blocks.extend(chart::ranges(source, played, decision));
    blocks.push(Block::Table { caption, columns, rows });
    if let Some(room) = played.view.calibration.filter(|room| room.of > 0 && source.parts.team.is_none()) {
        let (held, of) = (room.held.to_string(), room.of.to_string());
        blocks.push(paragraph(text.fill("workshop.handout.calibration", &[("held", &held), ("of", &of)])));
    } else if decision.fine.is_none() {
        blocks.push(paragraph(text.t("workshop.handout.no_fine")));
    }
    blocks
}

/// What a team estimated in a round; without an entry the cells say so.
fn estimate(source: Source<'_>, played: &Played<'_>, round: usize, team: usize, who: String) -> Row {
    let text = source.text;
    let entry = source.session.entry(played.place, round, team).filter(|entry| entry.locked.is_some());
    let points = source.session.points(played.place, round, team, source.truths);
    let none = || text.t("workshop.handout.none").to_owned();
    let amounts = |entry: &Entry| Some((text.money(entry.estimate.low?), text.amount(entry.estimate.high?)));
    let range = entry
        .and_then(amounts)
        .map(|(low, high)| text.fill("workshop.handout.between", &[("low", &low), ("high", &high)]));
    let point = entry.and_then(|entry| entry.estimate.point).map(|point| text.money(point));
    let chance = entry.and_then(|entry| entry.estimate.probability);
    let chance = chance.map(|chance| text.fill("workshop.handout.per_cent", &[("n", &chance.to_string())]));
    let held = points.and_then(|points| points.held);
    let held = held.map(|held| text.t(if held { "workshop.handout.yes" } else { "workshop.handout.no" }));
    let mut cells = vec![
        Cell::text(who),
        Cell::text(range.unwrap_or_else(none)),
        Cell::text(point.unwrap_or_default()),
        Cell::text(chance.unwrap_or_default()),
        Cell::text(held.unwrap_or_default()),
    ];
    let total = points.map(|points| points.total().to_string()).unwrap_or_default();
    cells.extend(source.parts.points.then(|| Cell::text(total)));
    row(cells)
}

fn of_band(source: Source<'_>, who: &str, band: Band) -> Row {
    let text = source.text;
    let (low, high) = (text.money(band.low), text.amount(band.high));
    let range = text.fill("workshop.handout.between", &[("low", &low), ("high", &high)]);
    let words = [who.to_owned(), range, text.money(band.point), String::new(), String::new()];
    let mut cells: Vec<Cell> = words.into_iter().map(|words| Cell::text(words).toned(Tone::Quiet)).collect();
    cells.extend(source.parts.points.then(|| Cell::text("")));
    row(cells)
}

/// Every candidate: whether it was found, why, and who claimed it.
pub(super) fn provisions(source: Source<'_>, played: &Played<'_>, reasons: &ReasonsView<'_>) -> Block {
    let text = source.text;
    let last = played.scenario.told.rounds.len().saturating_sub(1);
    let ruled = |provision: &ProvisionId| {
        let of =
            |list: &'_ [Ruled]| list.iter().find(|ruled| ruled.provision == *provision).map(|ruled| ruled.why.clone());
        of(reasons.found).map(|why| (true, why)).or_else(|| of(reasons.not_found).map(|why| (false, why)))
    };
    let claimed = |provision: &ProvisionId| {
        let teams = source.teams().into_iter().filter(|team| {
            let entry = source.session.entry(played.place, last, *team).filter(|entry| entry.locked.is_some());
            entry.and_then(|entry| entry.estimate.provisions.as_ref()).is_some_and(|set| set.contains(provision))
        });
        match source.parts.team {
            Some(_) => {
                text.t(if teams.count() > 0 { "workshop.handout.yes" } else { "workshop.handout.no" }).to_owned()
            }
            None => teams.map(|team| source.team(team)).collect::<Vec<_>>().join(", "),
        }
    };
    let rows = played.scenario.told.candidates.iter().filter_map(|provision| {
        let (found, why) = ruled(provision)?;
        let url = source.library.law.provision(provision).map_or("", |known| known.url.as_str());
        let name = Inline::link(text.fill("provision.article", &[("name", provision.as_str())]), url);
        let (key, tone) =
            if found { ("workshop.handout.found", Tone::Strong) } else { ("workshop.handout.not_found", Tone::Quiet) };
        Some(row(vec![
            cell(vec![name]),
            Cell::text(text.t(key)).toned(tone),
            Cell::text(why),
            Cell::text(claimed(provision)),
        ]))
    });
    Block::Table {
        caption: text.t("workshop.handout.provisions").to_owned(),
        columns: vec![
            column(text.t("workshop.handout.provision"), 2, false),
            column(text.t("workshop.handout.ruling"), 2, false),
            column(text.t("workshop.handout.reason"), 7, false),
            column(text.t("workshop.handout.claimed"), 3, false),
        ],
        rows: rows.collect(),
    }
}

/// The ranking, how often the room was right, and how points are awarded.
pub(super) fn result(source: Source<'_>, played: &[Played<'_>]) -> Vec<Block> {
    let text = source.text;
    let mut columns =
        vec![column(text.t("workshop.handout.place"), 1, true), column(text.t("workshop.handout.who"), 3, false)];
    columns.extend(played.iter().map(|played| column(&played.scenario.told.title, 3, true)));
    columns.push(column(text.t("workshop.handout.points"), 2, true));
    let standings = source.session.standings(source.truths);
    let shown = standings.iter().filter(|standing| source.teams().contains(&standing.team));
    let of = |points: Option<Points>| {
        points.map_or_else(|| text.t("workshop.handout.none").to_owned(), |points| points.total().to_string())
    };
    let rows = shown.map(|standing| {
        let mut cells = vec![Cell::text(standing.place.to_string()), Cell::text(source.team(standing.team))];
        cells.extend(played.iter().map(|played| {
            let known = standing.scenarios.iter().find(|points| points.scenario == played.place);
            Cell::text(of(known.and_then(|known| known.points)))
        }));
        cells.push(Cell::text(standing.total.to_string()).toned(Tone::Strong));
        row(cells)
    });
    let caption = text.t("workshop.handout.ranking").to_owned();
    let mut blocks = vec![heading(1, caption.clone()), Block::Table { caption, columns, rows: rows.collect() }];
    let room = source.session.calibration(source.truths);
    if room.of > 0 {
        let figures = [room.held, room.of, room.promised(), room.held_if_doubled].map(|figure| figure.to_string());
        let [held, of, promised, doubled] = &figures;
        let names = [("held", held.as_str()), ("of", of), ("promised", promised), ("doubled", doubled)];
        blocks.push(paragraph(text.fill("workshop.calibration", &names)));
    }
    blocks.push(heading(2, text.t("workshop.points.heading")));
    blocks.push(paragraph(text.t("workshop.points.range")));
    blocks.push(paragraph(text.t("workshop.points.rest")));
    blocks
}

//! How far the duties are kept, topic by topic; never part of the fine.

use super::Source;
use crate::findings::Score;
use crate::report::{Block, Cell, Column, Row};

pub(super) fn blocks(source: Source<'_>) -> Vec<Block> {
    let text = source.text;
    let scores = &source.analysis.scores;
    if scores.topics.is_empty() {
        return Vec::new();
    }
    let columns =
        [("report.scores.topic", 1, false), ("report.scores.score", 0, true), ("report.scores.open", 0, true)];
    let columns = columns.map(|(key, share, right)| Column { heading: text.t(key).to_owned(), share, right });
    let named = scores.topics.iter().map(|(topic, score)| {
        let known = source.library.law.questionnaires.iter().find(|known| known.topic == *topic);
        (known.map_or_else(|| topic.to_string(), |known| known.heading.clone()), *score)
    });
    let overall = (text.t("report.scores.overall").to_owned(), scores.overall);
    let rows = named.chain([overall]).map(|(name, score)| row(source, name, score));
    vec![
        source.heading("report.scores.heading"),
        source.note("score.note", &[]),
        Block::Table {
            caption: text.t("report.scores.caption").to_owned(),
            columns: columns.to_vec(),
            rows: rows.collect(),
        },
    ]
}

fn row(source: Source<'_>, name: String, score: Score) -> Row {
    let open = format!("{} / {}", score.open, score.open + score.decided);
    let cells = [name, source.text.score(score.low, score.point, score.high), open];
    Row::plain(cells.map(Cell::text).to_vec())
}

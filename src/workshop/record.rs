//! How well one person's ranges held over time: what somebody who works through packs alone
//! has played, kept in a small file.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Session, Truths};

/// What one person has played.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// In the order in which it was played.
    #[serde(default)]
    pub played: Vec<Played>,
}

/// A scenario played alone to its decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Played {
    /// The pack.
    pub pack: String,
    /// What it is called.
    pub title: String,
    /// When the decision was shown.
    pub day: Date,
    /// Whether the range held the fine; `None` where none was imposed.
    pub held: Option<bool>,
    /// The points.
    pub points: i32,
}

impl Record {
    /// Adds what was played. Who plays a pack again knows its decision: only the first time
    /// counts. Returns whether it was added.
    pub fn add(&mut self, played: Played) -> bool {
        let is_new = self.played.iter().all(|known| known.pack != played.pack);
        if is_new {
            self.played.push(played);
        }
        is_new
    }

    /// How many ranges held the fine, of how many.
    pub fn held(&self) -> (usize, usize) {
        let all = self.played.iter().filter_map(|played| played.held);
        let held = all.clone().filter(|held| *held).count();
        (held, all.count())
    }
}

impl Session {
    /// What somebody alone has played, once the decision of the scenario was shown and an
    /// estimate was locked for it.
    pub fn played(&self, scenario: usize, day: Date, truths: &Truths) -> Option<Played> {
        let known = self.scenarios().get(scenario).filter(|_| self.is_alone())?;
        let last = known.told.rounds.len().checked_sub(1)?;
        let points = self.points(scenario, last, 0, truths)?;
        Some(Played {
            pack: known.pack.clone(),
            title: known.told.title.clone(),
            day,
            held: points.held,
            points: points.total(),
        })
    }
}

//! Estimates and points as flat rows, for spreadsheets and programs.

use jiff::civil::DateTime;
use serde::Serialize;

use super::{Calibration, EnteredBy, Entry, Session, Standing, Truths};
use crate::law::ProvisionId;
use crate::precedents::Outcome;
use crate::quantity::Money;

/// The name and version of the JSON form.
pub const RESULTS_SCHEMA: &str = "amende.workshop/1";

/// Everything that came of a session, as far as it was revealed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Results<'a> {
    /// [`RESULTS_SCHEMA`].
    pub schema: &'static str,
    /// What the workshop is called.
    pub title: &'a str,
    /// One row for each team, round and scenario with an entry.
    pub entries: Vec<ResultRow<'a>>,
    /// The ranking over the scenarios revealed.
    pub standings: Vec<NamedStanding<'a>>,
    /// How often the ranges of the room held the decision.
    pub calibration: Calibration,
}

/// A place in the ranking with the team's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedStanding<'a> {
    /// The team's name.
    pub name: &'a str,
    /// Its place and points.
    #[serde(flatten)]
    pub standing: Standing,
}

/// The entry of a team in a round. Decision and points are absent before the decision was
/// shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResultRow<'a> {
    /// The pack.
    pub scenario: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The round, from 1.
    pub round: usize,
    /// Whether this round earns points.
    pub counts: bool,
    /// The team.
    pub team: &'a str,
    /// The provisions claimed, set apart by blanks; absent where the choice was left open.
    pub provisions: Option<String>,
    /// The probability of a fine in per cent.
    pub probability: Option<u8>,
    /// The currency of all amounts.
    pub currency: &'static str,
    /// The low end of the range, in minor units.
    pub low_cents: Option<i64>,
    /// The high end.
    pub high_cents: Option<i64>,
    /// The point.
    pub point_cents: Option<i64>,
    /// Whether it was locked.
    pub locked: bool,
    /// Who entered it.
    pub entered_by: EnteredBy,
    /// When.
    pub entered_at: DateTime,
    /// How often it was corrected after its round.
    pub corrections: usize,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// The fine, in minor units of the currency.
    pub fine_cents: Option<i64>,
    /// Whether the range held it.
    pub held: Option<bool>,
    /// The points for the range.
    pub points_range: Option<i32>,
    /// The points for the probability of a fine.
    pub points_fine: Option<i32>,
    /// The points for the provisions.
    pub points_provisions: Option<i32>,
    /// The points together.
    pub points: Option<i32>,
}

impl Session {
    /// What came of the session so far.
    pub fn results<'a>(&'a self, truths: &Truths) -> Results<'a> {
        let named = |standing: Standing| {
            let name = self.teams().get(standing.team).map_or("", |team| team.name.as_str());
            NamedStanding { name, standing }
        };
        Results {
            schema: RESULTS_SCHEMA,
            title: self.title(),
            entries: self.entries().iter().filter_map(|entry| self.result(entry, truths)).collect(),
            standings: self.standings(truths).into_iter().map(named).collect(),
            calibration: self.calibration(truths),
        }
    }

    fn result<'a>(&'a self, entry: &'a Entry, truths: &Truths) -> Option<ResultRow<'a>> {
        let scenario = self.scenarios().get(entry.scenario)?;
        let truth = self.revealed(entry.scenario, truths);
        let points = self.points(entry.scenario, entry.round, entry.team, truths);
        let estimate = &entry.estimate;
        let claimed = estimate.provisions.as_ref();
        Some(ResultRow {
            scenario: &scenario.pack,
            title: &scenario.told.title,
            round: entry.round + 1,
            counts: entry.round + 1 == scenario.told.rounds.len(),
            team: self.teams().get(entry.team).map_or("", |team| team.name.as_str()),
            provisions: claimed.map(|set| set.iter().map(ProvisionId::as_str).collect::<Vec<_>>().join(" ")),
            probability: estimate.probability,
            currency: scenario.told.currency.code(),
            low_cents: estimate.low.map(Money::minor),
            high_cents: estimate.high.map(Money::minor),
            point_cents: estimate.point.map(Money::minor),
            locked: entry.locked.is_some(),
            entered_by: entry.by,
            entered_at: entry.at,
            corrections: entry.corrections.len(),
            outcome: truth.map(|truth| truth.outcome),
            fine_cents: truth.and_then(|truth| truth.fine).map(Money::minor),
            held: points.and_then(|points| points.held),
            points_range: points.and_then(|points| points.range),
            points_fine: points.map(|points| points.fine),
            points_provisions: points.map(|points| points.provisions),
            points: points.map(|points| points.total()),
        })
    }
}

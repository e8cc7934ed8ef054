//! The points of the teams so far, their ranking, and how often the room was right.

use serde::Serialize;

use super::{Calibration, Points, Session, Truth, Truths};

/// A team's place and points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Its place; teams with the same points share one.
    pub place: usize,
    /// The team.
    pub team: usize,
    /// All its points.
    pub total: i32,
    /// Its points in each scenario that was revealed.
    pub scenarios: Vec<ScenarioPoints>,
}

/// A team's points in a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScenarioPoints {
    /// The scenario.
    pub scenario: usize,
    /// Its points; `None` where it had no locked estimate in the last round.
    pub points: Option<Points>,
}

impl Session {
    /// The truth behind a scenario whose decision was shown; `None` before, and where the
    /// pack is not at hand or was changed so that it no longer fits.
    pub(super) fn revealed<'t>(&self, scenario: usize, truths: &'t Truths) -> Option<&'t Truth> {
        let told = self.scenarios().get(scenario).filter(|_| self.reached().is_past_decision(scenario))?;
        truths.of(&told.pack).filter(|truth| truth.fits(&told.told))
    }

    /// A team's points for a round of a scenario whose decision was shown.
    pub fn points(&self, scenario: usize, round: usize, team: usize, truths: &Truths) -> Option<Points> {
        let truth = self.revealed(scenario, truths)?;
        let entry = self.entry(scenario, round, team).filter(|entry| entry.locked.is_some())?;
        Points::of(&entry.estimate, truth.fine, &truth.found())
    }

    /// All teams by their points in the scenarios whose decisions were shown, the best first.
    /// The last round of a scenario counts.
    pub fn standings(&self, truths: &Truths) -> Vec<Standing> {
        let shown: Vec<usize> =
            (0..self.scenarios().len()).filter(|scenario| self.revealed(*scenario, truths).is_some()).collect();
        let of_team = |team: usize| {
            let points = |scenario: &usize| {
                let last = self.scenarios().get(*scenario).map_or(0, |known| known.told.rounds.len().saturating_sub(1));
                ScenarioPoints { scenario: *scenario, points: self.points(*scenario, last, team, truths) }
            };
            let scenarios: Vec<ScenarioPoints> = shown.iter().map(points).collect();
            let total = scenarios.iter().filter_map(|of| of.points).map(|points| points.total()).sum();
            Standing { place: 0, team, total, scenarios }
        };
        let mut standings: Vec<Standing> = (0..self.teams().len()).map(of_team).collect();
        standings.sort_by_key(|standing| std::cmp::Reverse(standing.total));
        let totals: Vec<i32> = standings.iter().map(|standing| standing.total).collect();
        for standing in &mut standings {
            standing.place = totals.iter().filter(|total| **total > standing.total).count() + 1;
        }
        standings
    }

    /// How often the last ranges of the room held the decision, over the scenarios shown.
    pub fn calibration(&self, truths: &Truths) -> Calibration {
        let mut room = Calibration::default();
        for scenario in 0..self.scenarios().len() {
            room.add(self.calibration_of(scenario, truths));
        }
        room
    }

    /// The same for one scenario.
    pub fn calibration_of(&self, scenario: usize, truths: &Truths) -> Calibration {
        let mut room = Calibration::default();
        if let Some(truth) = self.revealed(scenario, truths) {
            let entries = (0..self.teams().len()).filter_map(|team| self.last_entry(scenario, team));
            for entry in entries.filter(|entry| entry.locked.is_some()) {
                room.count(&entry.estimate, truth.fine);
            }
        }
        room
    }
}

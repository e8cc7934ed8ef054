//! Whether a session read from a file holds together.

use super::command::check_teams;
use super::session::SESSION_FORMAT;
use super::{Session, SessionError};

impl Session {
    /// Whether a session read from a file can go on: its stage is one of its course, every
    /// entry belongs to a team and a round, what is locked is complete.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn checked(self) -> Result<Self, SessionError> {
        if self.format() > SESSION_FORMAT {
            return Err(SessionError::Newer(self.format()));
        }
        if self.format() == 0 {
            return Err(SessionError::Broken("no version of this program wrote format 0"));
        }
        check_teams(self.teams())?;
        if self.scenarios().is_empty() {
            return Err(SessionError::NoScenario);
        }
        let course = self.course();
        if !course.contains(&self.stage()) || !course.contains(&self.reached()) || self.stage() > self.reached() {
            return Err(SessionError::Broken("its stage is none of its course"));
        }
        for (at, entry) in self.entries().iter().enumerate() {
            let scenario =
                self.scenarios().get(entry.scenario).ok_or(SessionError::None("scenario", entry.scenario))?;
            let team = self.teams().get(entry.team).ok_or(SessionError::None("team", entry.team))?;
            if entry.round >= scenario.told.rounds.len() {
                return Err(SessionError::None("round", entry.round));
            }
            let slot = (entry.scenario, entry.round, entry.team);
            if self.entries().iter().skip(at + 1).any(|other| (other.scenario, other.round, other.team) == slot) {
                return Err(SessionError::Broken("a team has two entries in one round"));
            }
            let wrong = |problem| SessionError::Estimate { team: team.name.clone(), problem };
            entry.estimate.possible(&scenario.told).map_err(wrong)?;
            if entry.locked.is_some() {
                entry.estimate.complete().map_err(wrong)?;
            }
        }
        Ok(self)
    }
}

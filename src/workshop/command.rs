//! What can be done with a session: commands as plain values.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::team::{FEWEST_TEAMS, MOST_TEAMS};
use super::{EnteredBy, Estimate, Pack, SessionError, Team};

/// What a session begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup<'a> {
    /// What the workshop is called.
    pub title: String,
    /// The scenarios in order.
    pub packs: Vec<&'a Pack>,
    /// The teams.
    pub teams: Vec<Team>,
}

impl Setup<'_> {
    /// Whether a session may begin so.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn checked(&self) -> Result<(), SessionError> {
        if !(FEWEST_TEAMS..=MOST_TEAMS).contains(&self.teams.len()) {
            return Err(SessionError::Teams(self.teams.len()));
        }
        self.holds()
    }

    /// The same for one person alone, who is the only team.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn checked_alone(&self) -> Result<(), SessionError> {
        if self.teams.len() != 1 {
            return Err(SessionError::Teams(self.teams.len()));
        }
        self.holds()
    }

    fn holds(&self) -> Result<(), SessionError> {
        check_teams(&self.teams)?;
        if self.packs.is_empty() {
            return Err(SessionError::NoScenario);
        }
        for (at, pack) in self.packs.iter().enumerate() {
            if self.packs.iter().take(at).any(|other| other.id == pack.id) {
                return Err(SessionError::Twice(pack.told.title.clone()));
            }
        }
        let names = self.teams.iter().map(|team| &team.name).chain([&self.title]);
        let given_away = |name: &&String| self.packs.iter().any(|pack| pack.gives_away(name));
        match names.into_iter().find(given_away) {
            Some(name) => Err(SessionError::GivesAway(name.clone())),
            None => Ok(()),
        }
    }
}

/// Up to twelve teams, or one person alone, each with a name and a look of its own.
pub(super) fn check_teams(teams: &[Team]) -> Result<(), SessionError> {
    if !(1..=MOST_TEAMS).contains(&teams.len()) {
        return Err(SessionError::Teams(teams.len()));
    }
    for (at, team) in teams.iter().enumerate() {
        if team.name.trim().is_empty() {
            return Err(SessionError::Nameless(at + 1));
        }
        for other in teams.iter().take(at) {
            if other.name.trim().to_lowercase() == team.name.trim().to_lowercase() {
                return Err(SessionError::SameName(team.name.clone()));
            }
            if (other.color, other.pattern) == (team.color, team.pattern) {
                return Err(SessionError::SameLook(other.name.clone(), team.name.clone()));
            }
        }
    }
    Ok(())
}

/// A change of a session. Each says when, where the time matters: the clock is read by who
/// gives the command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// To the next stage. From the entries it goes on only when all teams are locked, unless
    /// `open_too`: then those that are complete are locked and the others earn nothing.
    Next {
        /// Go on though teams are open.
        open_too: bool,
        /// Now.
        at: DateTime,
    },
    /// To the stage before. No entry is lost.
    Back,
    /// The estimate of a team, whole; open parts stay open.
    Enter {
        /// The team's place.
        team: usize,
        /// What it estimates now.
        estimate: Estimate,
        /// Who enters it.
        by: EnteredBy,
        /// Now.
        at: DateTime,
    },
    /// Locks the estimate of a team.
    Lock {
        /// The team's place.
        team: usize,
        /// Now.
        at: DateTime,
    },
    /// Opens a locked estimate again, while teams enter and before the decision is shown.
    Reopen {
        /// The team's place.
        team: usize,
    },
    /// Takes the last entry of this round back.
    Undo,
    /// Puts an entry right after its round; the entry shows it.
    Correct {
        /// The scenario's place.
        scenario: usize,
        /// The round's place.
        round: usize,
        /// The team's place.
        team: usize,
        /// What should have been entered.
        estimate: Estimate,
        /// Why.
        reason: String,
        /// Now.
        at: DateTime,
    },
    /// Renames a team.
    Rename {
        /// The team's place.
        team: usize,
        /// Its new name.
        name: String,
    },
    /// Stops the timer.
    Pause {
        /// Now.
        at: DateTime,
    },
    /// Lets the timer run on.
    Resume {
        /// Now.
        at: DateTime,
    },
    /// Gives more time, or less.
    Extend {
        /// By so much.
        seconds: i64,
        /// Now.
        at: DateTime,
    },
}

//! Why a command is refused or a session does not hold together.

use super::EstimateProblem;
use super::session::SESSION_FORMAT;
use super::team::{FEWEST_TEAMS, MOST_TEAMS};

/// Why a command is refused, or a file is no session.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// Too few or too many teams.
    #[error("there are {0} teams: a workshop has {FEWEST_TEAMS} to {MOST_TEAMS}")]
    Teams(usize),
    /// A team has no name.
    #[error("team {0} has no name: give it one")]
    Nameless(usize),
    /// Two teams have the same name.
    #[error("two teams are called “{0}”: rename one")]
    SameName(String),
    /// Two teams look the same.
    #[error("“{0}” and “{1}” have the same colour and pattern: change one of them")]
    SameLook(String, String),
    /// No scenario was chosen.
    #[error("no scenario was chosen: choose at least one")]
    NoScenario,
    /// A scenario was chosen twice.
    #[error("the scenario “{0}” was chosen twice: take one out")]
    Twice(String),
    /// A title or a team's name holds a word that belongs to a reveal.
    #[error("“{0}” holds a word that would give a decision away: choose another name")]
    GivesAway(String),
    /// The command belongs to another stage.
    #[error("this cannot be done now: {0}")]
    Stage(&'static str),
    /// There is no such team, scenario or round.
    #[error("there is no {0} at place {1}")]
    None(&'static str, usize),
    /// The estimate is locked.
    #[error("the estimate of “{0}” is locked: reopen it first")]
    Locked(String),
    /// The decision was shown.
    #[error("the decision was shown: correct the entry and give the reason")]
    Revealed,
    /// A correction gives no reason.
    #[error("a correction needs a reason: say why the entry was wrong")]
    NoReason,
    /// Teams are still open.
    #[error("still open: {}; lock them, or go on without them", .0.join(", "))]
    Open(Vec<String>),
    /// The estimate cannot stand.
    #[error("“{team}”: {problem}")]
    Estimate {
        /// Whose.
        team: String,
        /// Why.
        problem: EstimateProblem,
    },
    /// There is nothing to take back.
    #[error("there is no entry to take back in this round")]
    NothingToUndo,
    /// The file was written by a newer program.
    #[error("the session has format {0}, this program reads up to {SESSION_FORMAT}: open it with a newer version")]
    Newer(u32),
    /// The file does not hold together.
    #[error("the session does not hold together: {0}")]
    Broken(&'static str),
}

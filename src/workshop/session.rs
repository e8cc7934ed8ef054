//! A workshop as it runs: scenarios, teams, entries and stage. It holds nothing secret and is
//! one plain value, so that a killed program continues where it was.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::command::{Setup, check_teams};
use super::stage::Part;
use super::{
    Command, Correction, EnteredBy, Entry, Estimate, Round, RoundStep, SessionError, Stage, Team, Timer, Told,
};

/// The version of the file format this program writes.
pub const SESSION_FORMAT: u32 = 1;

/// A workshop as it runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    format: u32,
    title: String,
    scenarios: Vec<Scenario>,
    teams: Vec<Team>,
    stage: Stage,
    /// The farthest stage reached: what was once shown stays known.
    reached: Stage,
    #[serde(default)]
    timer: Option<Timer>,
    #[serde(default)]
    entries: Vec<Entry>,
    /// Entries of the present round as they were before each change, the last at the end.
    #[serde(default)]
    undo: Vec<Before>,
}

/// A scenario as it is told; the pack is named for the reveal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The pack's id.
    pub pack: String,
    /// What it tells, as it was when the session began.
    pub told: Told,
}

/// The entry of a team in the present round before a change; `None`: there was none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Before {
    team: usize,
    entry: Option<Entry>,
}

impl Session {
    /// A new session in the lobby.
    ///
    /// # Errors
    /// As [`Setup::checked`].
    pub fn new(setup: Setup<'_>) -> Result<Self, SessionError> {
        setup.checked()?;
        Ok(Self::begun(setup))
    }

    /// A new session of one person, who is its only team.
    ///
    /// # Errors
    /// As [`Setup::checked_alone`].
    pub fn alone(setup: Setup<'_>) -> Result<Self, SessionError> {
        setup.checked_alone()?;
        Ok(Self::begun(setup))
    }

    fn begun(setup: Setup<'_>) -> Self {
        let scenario = |pack: &&super::Pack| Scenario { pack: pack.id.clone(), told: pack.told.clone() };
        Self {
            format: SESSION_FORMAT,
            scenarios: setup.packs.iter().map(scenario).collect(),
            title: setup.title,
            teams: setup.teams,
            stage: Stage::Lobby,
            reached: Stage::Lobby,
            timer: None,
            entries: Vec::new(),
            undo: Vec::new(),
        }
    }

    /// Whether it is one person's.
    pub fn is_alone(&self) -> bool {
        self.teams.len() == 1
    }

    /// The version of the format it was read in.
    pub(super) fn format(&self) -> u32 {
        self.format
    }

    /// What the workshop is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The scenarios in order, as they are told.
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// The teams; a team's place is its number everywhere.
    pub fn teams(&self) -> &[Team] {
        &self.teams
    }

    /// Where the session stands.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The farthest stage that was shown.
    pub fn reached(&self) -> Stage {
        self.reached
    }

    /// All stages in order.
    pub fn course(&self) -> Vec<Stage> {
        let rounds: Vec<usize> = self.scenarios.iter().map(|scenario| scenario.told.rounds.len()).collect();
        Stage::course(&rounds)
    }

    /// The stage after this one; `None` at the end.
    pub fn next_stage(&self) -> Option<Stage> {
        let course = self.course();
        let at = course.iter().position(|stage| *stage == self.stage)?;
        course.get(at + 1).copied()
    }

    /// The scenario that is played.
    pub fn scenario(&self) -> Option<&Scenario> {
        self.scenarios.get(self.stage.scenario()?)
    }

    /// The round that is played, with its hints and notes for the trainer.
    pub fn round(&self) -> Option<&Round> {
        let Stage::Scenario { scenario, part: Part::Round { round, .. } } = self.stage else { return None };
        self.scenarios.get(scenario)?.told.rounds.get(round)
    }

    /// The timer of the round, if one was started.
    pub fn timer(&self) -> Option<Timer> {
        self.timer
    }

    /// All entries made.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a team in a round.
    pub fn entry(&self, scenario: usize, round: usize, team: usize) -> Option<&Entry> {
        self.entries.iter().find(|entry| (entry.scenario, entry.round, entry.team) == (scenario, round, team))
    }

    /// The entry of a team in the last round of a scenario: the one that earns points.
    pub fn last_entry(&self, scenario: usize, team: usize) -> Option<&Entry> {
        let rounds = self.scenarios.get(scenario)?.told.rounds.len();
        self.entry(scenario, rounds.checked_sub(1)?, team)
    }

    /// The last change that [`Command::Undo`] would take back: the team, what stood there
    /// before, and what stands there now.
    pub fn undoable(&self) -> Option<(usize, Option<&Estimate>, &Estimate)> {
        let last = self.undo.last()?;
        let (scenario, round) = self.entering().ok()?;
        let now = self.entry(scenario, round, last.team)?;
        Some((last.team, last.entry.as_ref().map(|entry| &entry.estimate), &now.estimate))
    }

    /// Carries a command out, or leaves everything as it was.
    ///
    /// # Errors
    /// What cannot be done, why, and what to do.
    pub fn apply(&mut self, command: Command) -> Result<(), SessionError> {
        match command {
            Command::Next { open_too, at } => self.next(open_too, at),
            Command::Back => self.back(),
            Command::Enter { team, estimate, by, at } => self.enter(team, estimate, by, at),
            Command::Lock { team, at } => self.lock(team, at),
            Command::Reopen { team } => self.reopen(team),
            Command::Undo => self.undo(),
            Command::Correct { scenario, round, team, estimate, reason, at } => {
                self.correct((scenario, round, team), estimate, reason, at)
            }
            Command::Rename { team, name } => self.rename(team, name),
            Command::Pause { at } => self.time(at, |timer| timer.paused(at)),
            Command::Resume { at } => self.time(at, |timer| timer.resumed(at)),
            Command::Extend { seconds, at } => self.time(at, |timer| timer.extended(seconds, at)),
        }
    }

    fn next(&mut self, open_too: bool, at: DateTime) -> Result<(), SessionError> {
        let next = self.next_stage().ok_or(SessionError::Stage("the session is at its end"))?;
        if let Ok((scenario, round)) = self.entering() {
            self.lock_all(scenario, round, open_too, at)?;
        }
        self.stage = next;
        self.reached = self.reached.max(next);
        self.undo.clear();
        self.timer = match (next, self.round()) {
            (Stage::Scenario { part: Part::Round { step: RoundStep::Facts, .. }, .. }, Some(round)) => {
                Some(Timer::over(round.minutes, at))
            }
            (Stage::Scenario { part: Part::Round { step: RoundStep::Enter, .. }, .. }, _) => self.timer,
            _ => None,
        };
        Ok(())
    }

    /// Locks all complete entries of a round; refused while teams are open, unless they may be.
    fn lock_all(&mut self, scenario: usize, round: usize, open_too: bool, at: DateTime) -> Result<(), SessionError> {
        let locked = |team: usize| self.entry(scenario, round, team).is_some_and(|entry| entry.locked.is_some());
        let open: Vec<usize> = (0..self.teams.len()).filter(|team| !locked(*team)).collect();
        if !open.is_empty() && !open_too {
            return Err(SessionError::Open(open.into_iter().map(|team| self.name(team)).collect()));
        }
        for entry in self.entries.iter_mut().filter(|entry| (entry.scenario, entry.round) == (scenario, round)) {
            if entry.locked.is_none() && entry.estimate.complete().is_ok() {
                entry.locked = Some(at);
            }
        }
        Ok(())
    }

    fn back(&mut self) -> Result<(), SessionError> {
        let course = self.course();
        let at = course.iter().position(|stage| *stage == self.stage);
        let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| course.get(at));
        self.stage = *before.ok_or(SessionError::Stage("this is the first stage"))?;
        self.undo.clear();
        Ok(())
    }

    /// The scenario and round in which teams enter now.
    fn entering(&self) -> Result<(usize, usize), SessionError> {
        match self.stage {
            Stage::Scenario { scenario, part: Part::Round { round, step: RoundStep::Enter } } => Ok((scenario, round)),
            _ => Err(SessionError::Stage("the teams do not enter estimates at this stage")),
        }
    }

    fn enter(&mut self, team: usize, estimate: Estimate, by: EnteredBy, at: DateTime) -> Result<(), SessionError> {
        let (scenario, round) = self.entering()?;
        self.possible(scenario, team, &estimate)?;
        if self.reached.is_past_decision(scenario) {
            return Err(SessionError::Revealed);
        }
        let before = self.entry(scenario, round, team).cloned();
        if before.as_ref().is_some_and(|entry| entry.locked.is_some()) {
            return Err(SessionError::Locked(self.name(team)));
        }
        let corrections = before.as_ref().map(|entry| entry.corrections.clone()).unwrap_or_default();
        self.put(Entry { scenario, round, team, estimate, by, at, locked: None, corrections });
        self.undo.push(Before { team, entry: before });
        Ok(())
    }

    fn lock(&mut self, team: usize, at: DateTime) -> Result<(), SessionError> {
        let (scenario, round) = self.entering()?;
        let name = self.known(team)?.name.clone();
        let slot = (scenario, round, team);
        let found = self.entries.iter_mut().find(|entry| (entry.scenario, entry.round, entry.team) == slot);
        let nothing = Estimate::default();
        let estimate = found.as_ref().map_or(&nothing, |entry| &entry.estimate);
        estimate.complete().map_err(|problem| SessionError::Estimate { team: name.clone(), problem })?;
        match found {
            Some(entry) if entry.locked.is_some() => Err(SessionError::Locked(name)),
            Some(entry) => {
                entry.locked = Some(at);
                self.undo.retain(|before| before.team != team);
                Ok(())
            }
            // Nothing entered is not complete.
            None => Err(SessionError::None("entry", team)),
        }
    }

    fn reopen(&mut self, team: usize) -> Result<(), SessionError> {
        let (scenario, round) = self.entering()?;
        self.known(team)?;
        if self.reached.is_past_decision(scenario) {
            return Err(SessionError::Revealed);
        }
        let slot = (scenario, round, team);
        let found = self.entries.iter_mut().find(|entry| (entry.scenario, entry.round, entry.team) == slot);
        let entry = found.filter(|entry| entry.locked.is_some());
        entry.ok_or(SessionError::Stage("this team is not locked"))?.locked = None;
        Ok(())
    }

    fn undo(&mut self) -> Result<(), SessionError> {
        let (scenario, round) = self.entering()?;
        let before = self.undo.pop().ok_or(SessionError::NothingToUndo)?;
        match before.entry {
            Some(entry) => self.put(entry),
            None => {
                self.entries
                    .retain(|entry| (entry.scenario, entry.round, entry.team) != (scenario, round, before.team));
            }
        }
        Ok(())
    }

    fn correct(
        &mut self,
        (scenario, round, team): (usize, usize, usize),
        estimate: Estimate,
        reason: String,
        at: DateTime,
    ) -> Result<(), SessionError> {
        let rounds = self.scenarios.get(scenario).ok_or(SessionError::None("scenario", scenario))?.told.rounds.len();
        if round >= rounds {
            return Err(SessionError::None("round", round));
        }
        self.possible(scenario, team, &estimate)?;
        let locked = Stage::Scenario { scenario, part: Part::Round { round, step: RoundStep::Locked } };
        let still_open = self.entering() == Ok((scenario, round)) && !self.reached.is_past_decision(scenario);
        if self.reached < locked || still_open {
            return Err(SessionError::Stage("the teams still enter in this round: change the entry itself"));
        }
        if reason.trim().is_empty() {
            return Err(SessionError::NoReason);
        }
        estimate.complete().map_err(|problem| SessionError::Estimate { team: self.name(team), problem })?;
        let (before, mut corrections) = match self.entry(scenario, round, team) {
            Some(entry) => (entry.estimate.clone(), entry.corrections.clone()),
            None => (Estimate::default(), Vec::new()),
        };
        corrections.push(Correction { before, reason, at });
        self.put(Entry { scenario, round, team, estimate, by: EnteredBy::Trainer, at, locked: Some(at), corrections });
        Ok(())
    }

    fn rename(&mut self, team: usize, name: String) -> Result<(), SessionError> {
        self.known(team)?;
        let mut teams = self.teams.clone();
        if let Some(team) = teams.get_mut(team) {
            team.name = name;
        }
        check_teams(&teams)?;
        self.teams = teams;
        Ok(())
    }

    /// Changes the timer; while facts are told or teams enter there is always one.
    fn time(&mut self, now: DateTime, change: impl FnOnce(Timer) -> Timer) -> Result<(), SessionError> {
        let running = match self.stage {
            Stage::Scenario { part: Part::Round { step: RoundStep::Facts | RoundStep::Enter, .. }, .. } => {
                Some(Timer::over(0, now))
            }
            _ => None,
        };
        let timer = self.timer.or(running).ok_or(SessionError::Stage("no time runs at this stage"))?;
        self.timer = Some(change(timer));
        Ok(())
    }

    fn possible(&self, scenario: usize, team: usize, estimate: &Estimate) -> Result<(), SessionError> {
        let name = &self.known(team)?.name;
        let told = &self.scenarios.get(scenario).ok_or(SessionError::None("scenario", scenario))?.told;
        estimate.possible(told).map_err(|problem| SessionError::Estimate { team: name.clone(), problem })
    }

    /// Puts an entry in the place of the one of the same team and round.
    fn put(&mut self, entry: Entry) {
        let slot = |entry: &Entry| (entry.scenario, entry.round, entry.team);
        self.entries.retain(|old| slot(old) != slot(&entry));
        self.entries.push(entry);
        self.entries.sort_by_key(slot);
    }

    fn known(&self, team: usize) -> Result<&Team, SessionError> {
        self.teams.get(team).ok_or(SessionError::None("team", team))
    }

    fn name(&self, team: usize) -> String {
        self.teams.get(team).map_or_else(String::new, |team| team.name.clone())
    }
}

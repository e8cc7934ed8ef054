//! What is done in a workshop that runs: wishes become commands of its session.

use crate::gui::workshop::{Correcting, Room, Wish, now};
use crate::workshop::{Command as Order, EnteredBy, Part, RoundStep, SessionError, Stage, Timer};

impl Room {
    pub(super) fn carry_out(&mut self, wish: Wish) -> Result<(), SessionError> {
        let at = now();
        if !matches!(
            wish,
            Wish::Typed(..) | Wish::Correcting(_) | Wish::Corrected(_) | Wish::Mode(_) | Wish::Project(_)
        ) {
            self.settle()?;
        }
        match wish {
            // The key of the next step is pressed once more at the end.
            Wish::Next(_) if self.session.next_stage().is_none() => {}
            Wish::Next(open_too) => {
                let enters = matches!(
                    self.session.stage(),
                    Stage::Scenario { part: Part::Round { step: RoundStep::Enter, .. }, .. }
                );
                if enters && self.session.is_alone() && self.entered(0).is_none_or(|entry| entry.locked.is_none()) {
                    self.session.apply(Order::Lock { team: 0, at })?;
                }
                self.session.apply(Order::Next { open_too, at })?;
                // Who plays alone has nobody to cover the entry from.
                self.turn = self.session.is_alone().then_some(0);
                self.correcting = None;
            }
            Wish::Back => {
                self.session.apply(Order::Back)?;
                self.turn = None;
                self.correcting = None;
            }
            Wish::Turn(team) => self.turn = team,
            Wish::Typed(estimate, is_settled) => {
                self.typed = Some(*estimate);
                if is_settled {
                    self.settle()?;
                }
            }
            Wish::Lock => {
                let Some(team) = self.turn else { return Ok(()) };
                self.session.apply(Order::Lock { team, at })?;
                self.turn = None;
            }
            Wish::Reopen(team) => {
                self.session.apply(Order::Reopen { team })?;
                self.turn = Some(team);
            }
            Wish::Undo => self.session.apply(Order::Undo)?,
            Wish::Pause => {
                let is_running = matches!(self.session.timer(), Some(Timer::Running { .. }));
                let pause = Order::Pause { at };
                self.session.apply(if is_running { pause } else { Order::Resume { at } })?;
            }
            Wish::Extend(seconds) => self.session.apply(Order::Extend { seconds, at })?,
            Wish::Project(is_shown) => self.project(is_shown),
            Wish::Mode(mode) => self.mode = mode,
            Wish::Correct(team) => self.correcting = self.correction(team),
            Wish::Correcting(correcting) => self.correcting = correcting.map(|correcting| *correcting),
            Wish::Corrected(correcting) => {
                let Correcting { scenario, round, team, estimate, reason } = *correcting;
                let command = Order::Correct { scenario, round, team, estimate, reason, at };
                self.session.apply(command)?;
                self.correcting = None;
            }
            // Carried out elsewhere, or nothing needs to be done.
            _ => {}
        }
        Ok(())
    }

    /// Enters what was typed.
    pub(super) fn settle(&mut self) -> Result<(), SessionError> {
        let (Some(team), Some(estimate)) = (self.turn, self.typed.clone()) else {
            self.typed = None;
            return Ok(());
        };
        if self.entered(team).map_or(estimate.is_empty(), |entry| entry.estimate == estimate) {
            self.typed = None;
            return Ok(());
        }
        let by = if self.session.is_alone() { EnteredBy::Team } else { EnteredBy::Trainer };
        self.session.apply(Order::Enter { team, estimate, by, at: now() })?;
        self.typed = None;
        Ok(())
    }

    /// The entry of a team as it can be put right now: of the present round, or of the last
    /// one of the scenario that is revealed.
    fn correction(&self, team: usize) -> Option<Correcting> {
        let scenario = self.session.stage().scenario()?;
        let round = match self.session.stage() {
            Stage::Scenario { part: Part::Round { round, .. }, .. } => round,
            _ => self.session.scenarios().get(scenario)?.told.rounds.len().checked_sub(1)?,
        };
        let estimate = self.session.entry(scenario, round, team).map(|entry| entry.estimate.clone());
        Some(Correcting { scenario, round, team, estimate: estimate.unwrap_or_default(), reason: String::new() })
    }
}

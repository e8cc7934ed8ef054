//! Where a session stands: one line of stages, forward and back.

use serde::{Deserialize, Serialize};

/// Where a session stands. Places of scenarios and rounds count from 0. Stages are ordered as
/// they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// The teams come together.
    Lobby,
    /// A scenario is played.
    Scenario {
        /// Which.
        scenario: usize,
        /// What happens in it.
        part: Part,
    },
    /// The end: ranking of all scenarios and calibration of the room.
    Result,
}

/// A part of a scenario, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// A round.
    Round {
        /// Which.
        round: usize,
        /// What happens in it.
        step: RoundStep,
    },
    /// The reveal.
    Reveal(RevealStep),
    /// The points so far.
    Standings,
}

/// What happens in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RoundStep {
    /// The facts are told.
    Facts,
    /// The question is asked and the teams enter their estimates.
    Enter,
    /// All are locked and covered.
    Locked,
    /// The ranges of all teams are shown, without the decision.
    Teams,
}

/// What is shown of the reveal, each with what came before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RevealStep {
    /// The last ranges of all teams.
    Teams,
    /// What the method gives.
    Method,
    /// What comparable decisions suggest.
    Practice,
    /// What was decided, and the points for it.
    Decision,
    /// Why.
    Reasons,
}

impl RoundStep {
    /// All steps in order.
    pub const ALL: [Self; 4] = [Self::Facts, Self::Enter, Self::Locked, Self::Teams];
}

impl RevealStep {
    /// All steps in order.
    pub const ALL: [Self; 5] = [Self::Teams, Self::Method, Self::Practice, Self::Decision, Self::Reasons];
}

impl Stage {
    /// All stages of a session whose scenarios have so many rounds, in order.
    ///
    /// # Example
    /// ```
    /// use amende::workshop::Stage;
    /// // Lobby, three rounds of four steps, five steps of the reveal, standings; result.
    /// assert_eq!(Stage::course(&[3]).len(), 1 + 3 * 4 + 5 + 1 + 1);
    /// ```
    pub fn course(rounds: &[usize]) -> Vec<Self> {
        let mut course = vec![Self::Lobby];
        for (scenario, rounds) in rounds.iter().enumerate() {
            let mut add = |part| course.push(Self::Scenario { scenario, part });
            for round in 0..*rounds {
                for step in RoundStep::ALL {
                    add(Part::Round { round, step });
                }
            }
            for step in RevealStep::ALL {
                add(Part::Reveal(step));
            }
            add(Part::Standings);
        }
        course.push(Self::Result);
        course
    }

    /// The scenario that is played, if one is.
    pub fn scenario(self) -> Option<usize> {
        match self {
            Self::Scenario { scenario, .. } => Some(scenario),
            Self::Lobby | Self::Result => None,
        }
    }

    /// The decision of this scenario is shown at this stage or was before.
    pub fn is_past_decision(self, scenario: usize) -> bool {
        self >= Self::Scenario { scenario, part: Part::Reveal(RevealStep::Decision) }
    }
}

//! What may be shown at a stage. The views before the reveal are made from the session alone,
//! which holds no decision; those of the reveal take from the truth what the step allows.

use jiff::civil::Date;
use serde::Serialize;

use super::stage::Part;
use super::{
    Band, Calibration, Estimate, Points, Reason, RevealStep, RoundStep, Ruled, Session, Source, Stage, Standing, Team,
    Teller, Truth, Truths,
};
use crate::law::{Citation, ProvisionId};
use crate::precedents::{Outcome, PrimarySource};
use crate::quantity::{Currency, Money};

/// What may be shown at a stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "view", rename_all = "snake_case")]
pub enum Shown<'a> {
    /// Before the first scenario.
    Lobby(LobbyView<'a>),
    /// A round.
    Round(Box<RoundView<'a>>),
    /// A reveal, as far as it went.
    Reveal(Box<RevealView<'a>>),
    /// The points so far, or at the end.
    Standings(StandingsView<'a>),
}

/// Before the first scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LobbyView<'a> {
    /// What the workshop is called.
    pub title: &'a str,
    /// The titles of the scenarios.
    pub scenarios: Vec<&'a str>,
    /// The teams.
    pub teams: &'a [Team],
}

/// A round of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoundView<'a> {
    /// What happens in it.
    pub step: RoundStep,
    /// The scenario's title.
    pub title: &'a str,
    /// The round, from 1.
    pub round: usize,
    /// Of so many.
    pub rounds: usize,
    /// What the organisation is called.
    pub organisation: &'a str,
    /// What it is.
    pub about: &'a str,
    /// Who tells the facts.
    pub teller: Teller,
    /// The facts of this round.
    pub facts: Vec<&'a str>,
    /// What the teams should talk about.
    pub questions: &'a [String],
    /// The provisions that may be chosen.
    pub candidates: &'a [ProvisionId],
    /// The currency of the estimates.
    pub currency: Currency,
    /// Who is locked.
    pub teams: Vec<TeamState<'a>>,
    /// What the teams estimated; empty before the step that shows it.
    pub estimates: Vec<TeamEstimate<'a>>,
}

/// A team and whether it is locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TeamState<'a> {
    /// The team.
    pub team: &'a Team,
    /// Whether it is locked.
    pub locked: bool,
}

/// A team and what it estimated; `None`: nothing that was locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TeamEstimate<'a> {
    /// The team.
    pub team: &'a Team,
    /// Its estimate.
    pub estimate: Option<&'a Estimate>,
}

/// A reveal, as far as it went; what comes later is `None`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RevealView<'a> {
    /// How far it went.
    pub step: RevealStep,
    /// The scenario's title.
    pub title: &'a str,
    /// The currency of all amounts.
    pub currency: Currency,
    /// The last estimates of the teams.
    pub teams: Vec<TeamEstimate<'a>>,
    /// What the method gives; `None` too where it could not be calculated.
    pub method: Option<Band>,
    /// What comparable decisions suggest; `None` too where there are too few.
    pub practice: Option<Band>,
    /// What was decided.
    pub decision: Option<DecisionView<'a>>,
    /// The points for it, the best first; empty before.
    pub points: Vec<TeamPoints<'a>>,
    /// How often the ranges held it.
    pub calibration: Option<Calibration>,
    /// Why.
    pub reasons: Option<ReasonsView<'a>>,
    /// The pack is not at hand, or was changed so that it no longer fits: nothing can be revealed.
    pub missing: bool,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionView<'a> {
    /// The authority (`assets/vocabulary/authorities.ron`).
    pub authority: &'a str,
    /// Its country.
    pub country: &'a str,
    /// Who was sanctioned.
    pub controller: &'a str,
    /// The decision's number.
    pub number: &'a str,
    /// When it was taken.
    pub decided: Date,
    /// The gravest measure.
    pub outcome: Outcome,
    /// The fine in the currency of the estimates; `None` where none was imposed.
    pub fine: Option<Money>,
    /// The fine as imposed, where that is another currency.
    pub original: Option<Money>,
}

/// Why it was decided so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReasonsView<'a> {
    /// What weighed.
    pub reasons: &'a [Reason],
    /// What was found infringed.
    pub found: &'a [Ruled],
    /// What was not.
    pub not_found: &'a [Ruled],
    /// What a court made of it.
    pub court: Option<&'a str>,
    /// The fine that stands today in the currency of the estimates.
    pub standing: Option<Money>,
    /// What became of it: `unknown`, `not_appealed`, `pending`, `upheld`, `reduced`, `annulled`.
    pub appeal: &'static str,
    /// What each round should have taught.
    pub taught: &'a [String],
    /// What to remember.
    pub lesson: &'a str,
    /// Articles and guidelines to read again.
    pub read_again: &'a [Citation],
    /// The authority's own publication.
    pub source: &'a PrimarySource,
    /// Other sources.
    pub sources: &'a [Source],
}

/// A team's points for a scenario; `None` where it had no locked estimate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TeamPoints<'a> {
    /// The team.
    pub team: &'a Team,
    /// Its points.
    pub points: Option<Points>,
}

/// The points so far.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StandingsView<'a> {
    /// Whether this is the end.
    pub last: bool,
    /// The titles of the scenarios whose decisions were shown, with what to remember of each.
    pub scenarios: Vec<(&'a str, Option<&'a str>)>,
    /// The teams.
    pub teams: &'a [Team],
    /// The ranking.
    pub standings: Vec<Standing>,
    /// How often the ranges of the room held the decision.
    pub calibration: Calibration,
}

impl Session {
    /// What may be shown at the present stage.
    pub fn shown<'a>(&'a self, truths: &'a Truths) -> Shown<'a> {
        match self.stage() {
            Stage::Lobby => Shown::Lobby(self.lobby()),
            Stage::Scenario { scenario, part: Part::Round { round, step } } => {
                match self.round_view(scenario, round, step) {
                    Some(view) => Shown::Round(Box::new(view)),
                    None => Shown::Lobby(self.lobby()),
                }
            }
            Stage::Scenario { scenario, part: Part::Reveal(step) } => match self.reveal_view(scenario, step, truths) {
                Some(view) => Shown::Reveal(Box::new(view)),
                None => Shown::Lobby(self.lobby()),
            },
            Stage::Scenario { scenario, part: Part::Standings } => {
                Shown::Standings(self.standings_view(scenario + 1, false, truths))
            }
            Stage::Result => Shown::Standings(self.standings_view(self.scenarios().len(), true, truths)),
        }
    }

    /// All that a scenario reveals, once its reasons were reached; for hand-outs and results.
    pub fn whole_reveal<'a>(&'a self, scenario: usize, truths: &'a Truths) -> Option<RevealView<'a>> {
        let reasons = Stage::Scenario { scenario, part: Part::Reveal(RevealStep::Reasons) };
        if self.reached() < reasons {
            return None;
        }
        self.reveal_view(scenario, RevealStep::Reasons, truths)
    }

    fn lobby(&self) -> LobbyView<'_> {
        LobbyView {
            title: self.title(),
            scenarios: self.scenarios().iter().map(|scenario| scenario.told.title.as_str()).collect(),
            teams: self.teams(),
        }
    }

    fn round_view(&self, scenario: usize, round: usize, step: RoundStep) -> Option<RoundView<'_>> {
        let told = &self.scenarios().get(scenario)?.told;
        let current = told.rounds.get(round)?;
        let locked = |team| self.entry(scenario, round, team).is_some_and(|entry| entry.locked.is_some());
        let state = |(at, team)| TeamState { team, locked: locked(at) };
        let shown = step == RoundStep::Teams;
        Some(RoundView {
            step,
            title: &told.title,
            round: round + 1,
            rounds: told.rounds.len(),
            organisation: &told.organisation.name,
            about: &told.organisation.about,
            teller: current.teller,
            facts: current.facts.iter().map(|fact| fact.text.as_str()).collect(),
            questions: &current.questions,
            candidates: &told.candidates,
            currency: told.currency,
            teams: self.teams().iter().enumerate().map(state).collect(),
            estimates: if shown { self.estimates(scenario, round) } else { Vec::new() },
        })
    }

    /// The locked estimates of all teams in a round.
    fn estimates(&self, scenario: usize, round: usize) -> Vec<TeamEstimate<'_>> {
        let of = |(at, team)| {
            let entry = self.entry(scenario, round, at).filter(|entry| entry.locked.is_some());
            TeamEstimate { team, estimate: entry.map(|entry| &entry.estimate) }
        };
        self.teams().iter().enumerate().map(of).collect()
    }

    fn reveal_view<'a>(&'a self, scenario: usize, step: RevealStep, truths: &'a Truths) -> Option<RevealView<'a>> {
        let known = self.scenarios().get(scenario)?;
        let truth = truths.of(&known.pack).filter(|truth| truth.fits(&known.told));
        let at = |reached: RevealStep| truth.filter(|_| step >= reached);
        let last = known.told.rounds.len().saturating_sub(1);
        let decided = at(RevealStep::Decision);
        Some(RevealView {
            step,
            title: &known.told.title,
            currency: known.told.currency,
            teams: self.estimates(scenario, last),
            method: at(RevealStep::Method).and_then(|truth| truth.method),
            practice: at(RevealStep::Practice).and_then(|truth| truth.practice),
            decision: decided.map(decision_view),
            points: decided.map(|_| self.team_points(scenario, last, truths)).unwrap_or_default(),
            calibration: decided.map(|_| self.calibration_of(scenario, truths)),
            reasons: at(RevealStep::Reasons).map(reasons_view),
            missing: truth.is_none(),
        })
    }

    fn team_points(&self, scenario: usize, round: usize, truths: &Truths) -> Vec<TeamPoints<'_>> {
        let of = |(at, team)| TeamPoints { team, points: self.points(scenario, round, at, truths) };
        let mut points: Vec<TeamPoints<'_>> = self.teams().iter().enumerate().map(of).collect();
        points.sort_by_key(|of| std::cmp::Reverse(of.points.map(|points| points.total())));
        points
    }

    fn standings_view<'a>(&'a self, scenarios: usize, last: bool, truths: &'a Truths) -> StandingsView<'a> {
        let lesson = |(at, scenario): (usize, &'a super::Scenario)| {
            let shown = self.whole_reveal(at, truths).and_then(|view| view.reasons);
            (scenario.told.title.as_str(), shown.map(|reasons| reasons.lesson))
        };
        StandingsView {
            last,
            scenarios: self.scenarios().iter().enumerate().take(scenarios).map(lesson).collect(),
            teams: self.teams(),
            standings: self.standings(truths),
            calibration: self.calibration(truths),
        }
    }
}

fn decision_view(truth: &Truth) -> DecisionView<'_> {
    let record = &truth.record;
    DecisionView {
        authority: &record.authority,
        country: &record.country,
        controller: &record.controller,
        number: &record.number,
        decided: record.decided,
        outcome: truth.outcome,
        fine: truth.fine,
        original: truth.original.filter(|original| Some(*original) != truth.fine),
    }
}

fn reasons_view(truth: &Truth) -> ReasonsView<'_> {
    let (reveal, record) = (&truth.reveal, &truth.record);
    ReasonsView {
        reasons: &reveal.reasons,
        found: &reveal.found,
        not_found: &reveal.not_found,
        court: reveal.court.as_deref(),
        standing: record.standing,
        appeal: record.appeal,
        taught: &reveal.taught,
        lesson: &reveal.lesson,
        read_again: &reveal.read_again,
        source: &record.source,
        sources: &reveal.sources,
    }
}

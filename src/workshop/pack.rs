//! A scenario pack (`presets/workshops/<id>.ron`): a decided matter told in rounds, with the
//! decision in a part of its own. [`Told`] is all that a room may see before the reveal.

use serde::{Deserialize, Serialize};

use crate::law::vocabulary::folded;
use crate::law::{Citation, ProvisionId, TopicId};
use crate::quantity::Currency;

/// A scenario: what is told, and what is revealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Its file's name without `.ron`; gives nothing away.
    pub id: String,
    /// All that may be seen before the reveal.
    pub told: Told,
    /// The decision and all that tells of it; read by [`Pack::behind`] alone.
    reveal: Reveal,
}

/// What a room may see before the reveal: no name, amount or outcome of the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// What the scenario is called on the projector.
    pub title: String,
    /// What it is about (`assets/vocabulary/topics.ron`).
    pub topic: TopicId,
    /// How hard it is.
    pub level: Level,
    /// What those who take part can do afterwards.
    pub goals: Vec<String>,
    /// The organisation, under a changed name.
    pub organisation: Organisation,
    /// The currency in which the teams estimate.
    #[serde(default = "euro")]
    pub currency: Currency,
    /// Two to four rounds; facts of earlier rounds stay known.
    pub rounds: Vec<Round>,
    /// The provisions that may be chosen, in the order of the Regulation: those really at
    /// issue and others that come to mind.
    pub candidates: Vec<ProvisionId>,
}

fn euro() -> Currency {
    Currency::EUR
}

/// How hard a scenario is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// For people who know the terms of the Regulation.
    Introductory,
    /// For people who have met a supervisory authority.
    Intermediate,
    /// Several things pull in different directions.
    Advanced,
}

impl Level {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Introductory => "workshop.level.introductory",
            Self::Intermediate => "workshop.level.intermediate",
            Self::Advanced => "workshop.level.advanced",
        }
    }
}

/// The organisation as it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// What it is called in the room: a changed name, or words such as “the hospital”.
    pub name: String,
    /// What it is and does, in a sentence or two.
    pub about: String,
}

/// One round: some facts, then the teams commit themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Who tells the facts.
    pub teller: Teller,
    /// What becomes known now.
    pub facts: Vec<Fact>,
    /// What the teams should talk about.
    pub questions: Vec<String>,
    /// What the trainer may give when a discussion stops.
    pub hints: Vec<String>,
    /// What the trainer should know; never on the projector.
    #[serde(default)]
    pub notes: Vec<String>,
    /// How long the round takes.
    pub minutes: u32,
}

/// Who tells the facts of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Teller {
    /// The client, at the first meeting.
    Client,
    /// A data subject, in a complaint.
    Complaint,
    /// The supervisory authority, in its letters and questions.
    Authority,
    /// The inspection, or what the investigation found.
    Inspection,
    /// The hearing: what the organisation replied and changed.
    Hearing,
}

/// One fact in a short paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What was so; no opinion of the authority.
    pub text: String,
    /// Where the decision's text has it (`paras 18, 39`); shown on the hand-out only.
    pub place: String,
}

/// What is kept back until the reveal. Outcome, amount, authority, day and source stand in
/// the decision's record and are looked up there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reveal {
    /// The record under `assets/decisions`: `cnil/2024-kaspr`.
    pub decision: String,
    /// The matter it was made from, below `presets/`: method and practice are calculated
    /// from it. An own pack may do without.
    #[serde(default)]
    pub matter: Option<String>,
    /// Names and words that would give the decision away: none of them is in what is told.
    pub giveaways: Vec<String>,
    /// The candidates that the decision found infringed, each with why.
    pub found: Vec<Ruled>,
    /// The other candidates, each with why not.
    pub not_found: Vec<Ruled>,
    /// Why this outcome and this amount.
    pub reasons: Vec<Reason>,
    /// What a court made of it, where one has decided or must.
    #[serde(default)]
    pub court: Option<String>,
    /// What the facts of each round should have taught: one entry a round.
    pub taught: Vec<String>,
    /// What to remember, in one sentence.
    pub lesson: String,
    /// Articles and guidelines to read again.
    pub read_again: Vec<Citation>,
    /// Sources besides the decision itself.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// How long the reveal and its discussion take.
    pub minutes: u32,
}

/// A candidate and what the decision made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruled {
    /// The provision, as under `candidates`.
    pub provision: ProvisionId,
    /// Why, or why not, in a sentence.
    pub why: String,
}

/// One reason for the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Which way it weighed.
    pub weight: Weight,
    /// What weighed, in a sentence.
    pub text: String,
    /// Where the decision's text has it.
    pub place: String,
}

/// Which way a reason weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// For a fine, or for a higher one.
    Against,
    /// Against a fine, or for a lower one.
    For,
    /// Looked at, without weight either way.
    Neutral,
}

/// A source with its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// How a text begins that somebody has still to write: no pack with one may be played.
pub const TO_WRITE: &str = "TO BE WRITTEN";

/// The lines of a pack's file with such a text, from 1, and what is to be written there.
pub fn to_be_written(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let marked = |(number, line): (usize, _)| {
        let (_, what) = str::split_once(line, TO_WRITE)?;
        let end = what.find('"').unwrap_or(what.len());
        Some((number, what.get(..end)?.trim_start_matches([':', ' '])))
    };
    (1..).zip(text.lines()).filter(|(_, line)| !line.trim_start().starts_with("//")).filter_map(marked)
}

impl Pack {
    /// A pack of these parts.
    pub fn new(id: String, told: Told, reveal: Reveal) -> Self {
        Self { id, told, reveal }
    }

    /// What is kept back: for checking a pack, and for [`super::Truth`]. Neither the window nor
    /// the command line may ask for it (`tests/architecture.rs`).
    pub fn behind(&self) -> &Reveal {
        &self.reveal
    }

    /// The matter the pack was made from, below `presets/`.
    pub fn matter(&self) -> Option<&str> {
        self.reveal.matter.as_deref()
    }

    /// Whether a text holds a word that would give the decision away.
    pub fn gives_away(&self, text: &str) -> bool {
        let plain = folded(text);
        self.reveal.giveaways.iter().any(|word| holds(&plain, &folded(word)))
    }

    /// How long the scenario takes, in minutes.
    pub fn minutes(&self) -> u32 {
        let rounds = self.told.rounds.iter().map(|round| round.minutes);
        rounds.fold(self.reveal.minutes, u32::saturating_add)
    }
}

/// Whether a text holds a word or phrase, not as a part of a longer word.
pub fn holds(text: &str, word: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(word).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        edge(before) && edge(after)
    })
}

/// Whether one provision holds the other: `12` and `12(1)`, but not `5(1)(a)` and `5(1)(e)`.
///
/// # Example
/// ```
/// use amende::workshop::touches;
/// assert!(touches(&"12".into(), &"12(1)".into()));
/// assert!(!touches(&"1".into(), &"12".into()));
/// ```
pub fn touches(one: &ProvisionId, other: &ProvisionId) -> bool {
    let within = |wide: &str, narrow: &str| {
        narrow.strip_prefix(wide).is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
    };
    within(one.as_str(), other.as_str()) || within(other.as_str(), one.as_str())
}

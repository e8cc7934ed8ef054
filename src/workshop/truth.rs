//! What was decided, and what method and practice say, for one scenario. Only this module
//! reads it; others hand it to [`super::Session::shown`] and see what the stage reveals.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;
use serde::Serialize;

use super::{Pack, Reveal, Told, touches};
use crate::law::{NoRate, ProvisionId, Rates, When};
use crate::precedents::{Decision, Outcome, PrimarySource};
use crate::quantity::Money;

/// Low end, middle and high end of what a way of estimating gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Band {
    /// The low end.
    pub low: Money,
    /// The point.
    pub point: Money,
    /// The high end.
    pub high: Money,
}

/// The decision behind a scenario.
#[derive(Clone, PartialEq)]
pub struct Truth {
    pub(super) reveal: Reveal,
    pub(super) candidates: BTreeSet<ProvisionId>,
    /// The fine in the currency of the estimates; `None` where none was imposed.
    pub(super) fine: Option<Money>,
    /// The fine in the currency of the decision.
    pub(super) original: Option<Money>,
    pub(super) outcome: Outcome,
    pub(super) record: RecordInShort,
    pub(super) method: Option<Band>,
    pub(super) practice: Option<Band>,
}

/// Who decided on whom, and when.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct RecordInShort {
    pub(super) authority: String,
    pub(super) country: String,
    pub(super) controller: String,
    pub(super) number: String,
    pub(super) decided: Date,
    pub(super) source: PrimarySource,
    pub(super) standing: Option<Money>,
    pub(super) appeal: &'static str,
}

/// Says nothing of what it holds: it may be logged.
impl fmt::Debug for Truth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Truth(covered)")
    }
}

impl Truth {
    /// The truth behind a pack: its record, and what method and practice say of the matter
    /// it was made from, in the currency of the estimates.
    ///
    /// # Errors
    /// Where no rate into the currency of the estimates is held for the month of the decision.
    pub fn new(
        pack: &Pack,
        decision: &Decision,
        rates: &Rates,
        method: Option<Band>,
        practice: Option<Band>,
    ) -> Result<Self, NoRate> {
        let currency = pack.told.currency;
        let in_currency = |amount: Money| {
            rates.convert(amount, currency, When::Day(decision.decided)).map(|converted| converted.amount)
        };
        let original = decision.fine.filter(|_| decision.outcome == Outcome::Fine);
        let record = RecordInShort {
            authority: decision.authority.to_string(),
            country: decision.country.clone(),
            controller: decision.controller.clone(),
            number: decision.number.clone(),
            decided: decision.decided,
            source: decision.source.clone(),
            standing: decision.standing_amount().filter(|_| original.is_some()).map(in_currency).transpose()?,
            appeal: decision.appeal.name(),
        };
        Ok(Self {
            reveal: pack.behind().clone(),
            candidates: pack.told.candidates.iter().cloned().collect(),
            fine: original.map(in_currency).transpose()?,
            original,
            outcome: decision.outcome,
            record,
            method,
            practice,
        })
    }

    /// The candidates that the decision found infringed.
    pub(super) fn found(&self) -> BTreeSet<&ProvisionId> {
        let named =
            |candidate: &&ProvisionId| self.reveal.found.iter().any(|ruled| touches(&ruled.provision, candidate));
        self.candidates.iter().filter(named).collect()
    }

    /// Whether it belongs to what a session tells: the pack may have changed since.
    pub(super) fn fits(&self, told: &Told) -> bool {
        told.candidates.iter().all(|candidate| self.candidates.contains(candidate))
            && told.rounds.len() == self.reveal.taught.len()
            && self.fine.is_none_or(|fine| fine.currency() == told.currency)
    }
}

/// The truths of a session's scenarios, by pack. Covered: what may be seen of them,
/// [`super::Session::shown`] gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Truths(BTreeMap<String, Truth>);

impl Truths {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts the truth of a pack in.
    pub fn insert(&mut self, pack: impl Into<String>, truth: Truth) {
        self.0.insert(pack.into(), truth);
    }

    /// Whether the truth of a pack is there.
    pub fn has(&self, pack: &str) -> bool {
        self.0.contains_key(pack)
    }

    /// The truth of a pack.
    pub(super) fn of(&self, pack: &str) -> Option<&Truth> {
        self.0.get(pack)
    }
}

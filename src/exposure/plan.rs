//! What is drawn, named and looked up once before the first outcome.

use super::lot::{Lot, Scale};
use super::of_conduct::OfConduct;
use super::{Cause, Priors};
use crate::fine::{Basis, Drawn, Prepared};
use crate::quantity::Money;

/// What is drawn, in one outcome after the other.
#[derive(Debug, Clone)]
pub(super) struct Plan<'b> {
    prepared: &'b Prepared<'b>,
    only: Only,
    turnover: Lot,
    /// The scale of the turnover, where it is open.
    bracket: Option<Scale>,
    conducts: Vec<OfConduct<'b>>,
    drawn: Drawn,
}

/// The one thing that is drawn, the rest being left as the method has it; `None`: all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Only(pub(super) Option<Cause>);

impl Only {
    /// Whether this is drawn.
    pub(super) fn is_drawn(self, cause: Cause) -> bool {
        self.0.is_none_or(|only| only == cause)
    }
}

impl<'b> Plan<'b> {
    pub(super) fn new(
        basis: &'b Basis<'b>,
        prepared: &'b Prepared<'b>,
        priors: &'b Priors,
        seed: u64,
        only: Option<Cause>,
    ) -> Self {
        let stated = basis.turnover();
        let only = Only(only);
        let bracket = (stated.is_open() && only.is_drawn(Cause::Turnover)).then(|| {
            let floor = Money::from_major(priors.turnover_floor, stated.point.currency()).min(stated.range.high);
            Scale::new(stated.range.low.max(floor).minor(), stated.range.high.minor())
        });
        let conducts = basis.conducts().iter().zip(prepared.tiers());
        let conducts = conducts.map(|(conduct, tiers)| OfConduct::new(basis, priors, (conduct, tiers), seed));
        Self {
            prepared,
            only,
            turnover: Lot::new(seed, "turnover"),
            bracket,
            conducts: conducts.collect(),
            drawn: prepared.nothing_drawn(),
        }
    }

    /// Goes to where it is after so many outcomes.
    pub(super) fn start_at(&mut self, outcomes: usize) {
        self.turnover.start_at(outcomes);
        for conduct in &mut self.conducts {
            conduct.start_at(outcomes);
        }
    }

    /// What the next outcome comes to, in minor units; nothing where nothing is found.
    pub(super) fn next(&mut self) -> i64 {
        if let Some(bracket) = self.bracket {
            let minor = bracket.at(self.turnover.draw().first);
            self.drawn.turnover = Some(Money::from_minor(minor, self.prepared.currency()));
        }
        let turnover = self.drawn.turnover.unwrap_or(self.prepared.turnover());
        for (conduct, drawn) in self.conducts.iter_mut().zip(&mut self.drawn.conducts) {
            conduct.draw(self.only, turnover, drawn);
        }
        self.prepared.fine(&self.drawn).minor()
    }
}

//! What is drawn for each conduct, named once before the first outcome.

use super::lot::{self, Chance, Lot};
use super::{Cause, Priors};
use crate::findings::{Basis as Grouped, Conduct, Infringement, gravest};
use crate::fine::{Basis, Drawn, Known};
use crate::law::{
    ChoiceId, CircumstanceRanges, DailyRates, Direction, Framework, OperationId, Proportionality, Seriousness,
    StepKind, Tier, WithoutTurnover,
};
use crate::quantity::{Money, Rate, Rounding, rounding};

/// What is drawn, in one outcome after the other.
pub(super) struct Plan<'b> {
    basis: &'b Basis<'b>,
    framework: &'b Framework,
    priors: &'b Priors,
    /// The one thing that is drawn, the rest being left as the method has it; `None`: all.
    only: Option<Cause>,
    turnover: (ChoiceId, Lot),
    conducts: Vec<OfConduct<'b>>,
}

/// What is drawn for one conduct.
struct OfConduct<'b> {
    conduct: &'b Conduct,
    found: Vec<(&'b Infringement, Lot)>,
    /// The class, and the one by the method; none where what is settled leaves no class open.
    level: Option<(ChoiceId, Lot)>,
    proposed: Seriousness,
    points: Vec<(ChoiceId, Kind<'b>, Lot)>,
}

/// A point with what it is drawn from.
enum Kind<'b> {
    SeriousnessShare,
    TurnoverShare(Option<&'b WithoutTurnover>),
    DailyFactor(&'b DailyRates),
    Circumstance(Direction, &'b CircumstanceRanges),
    Proportionality(&'b Proportionality),
}

impl Kind<'_> {
    fn cause(&self) -> Cause {
        match self {
            Self::SeriousnessShare | Self::DailyFactor(_) => Cause::Seriousness,
            Self::TurnoverShare(_) => Cause::Size,
            Self::Circumstance(..) => Cause::Circumstances,
            Self::Proportionality(_) => Cause::Proportionality,
        }
    }
}

impl<'b> Plan<'b> {
    pub(super) fn new(
        basis: &'b Basis<'b>,
        framework: &'b Framework,
        priors: &'b Priors,
        seed: u64,
        only: Option<Cause>,
    ) -> Self {
        let conducts = basis.conducts().map(|conduct| OfConduct::new(basis, conduct, seed)).collect();
        let turnover = (ChoiceId::from("matter.turnover"), Lot::new(seed, "turnover"));
        Self { basis, framework, priors, only, turnover, conducts }
    }

    /// The next outcome: which conducts are found under which tier, and what is drawn for them.
    pub(super) fn next(&mut self) -> (Vec<(&'b Conduct, &'b Tier)>, Drawn<'b>) {
        let mut drawn = self.basis.drawn();
        let turnover = self.turnover(&mut drawn);
        let mut found = Vec::with_capacity(self.conducts.len());
        let is_drawn = |cause: Cause| self.only.is_none_or(|only| only == cause);
        for of in &mut self.conducts {
            // Drawn whether it is found or not: a stream goes on by one for every outcome.
            let upheld: Vec<&Infringement> = of.upheld(self.priors, is_drawn(Cause::Findings));
            let level = of.level(self.priors, is_drawn(Cause::Seriousness), &mut drawn);
            let tier = gravest(self.framework, upheld);
            for (id, kind, lot) in &mut of.points {
                let chance = lot.draw();
                if let Some(tier) = tier.filter(|_| is_drawn(kind.cause())) {
                    let of = Of { basis: self.basis, priors: self.priors, level, turnover, tier };
                    if let Some(rate) = of.rate(kind, chance) {
                        drawn.rate(id, rate);
                    }
                }
            }
            found.extend(tier.map(|tier| (of.conduct, tier)));
        }
        (found, drawn)
    }

    /// The turnover of this outcome: stated, settled, or drawn from its bracket.
    fn turnover(&mut self, drawn: &mut Drawn<'_>) -> Money {
        let stated = self.basis.turnover();
        let chance = self.turnover.1.draw();
        let open = matches!(stated.known, Known::Bracket | Known::Assumed);
        if !open || self.only.is_some_and(|only| only != Cause::Turnover) {
            return stated.point;
        }
        let currency = stated.point.currency();
        let floor = Money::from_major(self.priors.turnover_floor, currency).min(stated.range.high);
        let low = stated.range.low.max(floor);
        let minor = lot::between(chance.first, low.minor(), stated.range.high.minor());
        let turnover = Money::from_minor(minor, currency);
        drawn.amount(&self.turnover.0, turnover);
        turnover
    }
}

impl<'b> OfConduct<'b> {
    fn new(basis: &Basis<'b>, conduct: &'b Conduct, seed: u64) -> Self {
        let name = name(conduct);
        let lot = |point: &str| Lot::new(seed, &format!("{name}/{point}"));
        let id = |point: &str| conduct.id.choice(point);
        let settled = |point: &str| basis.settles(&id(point));
        // What is chosen outright leaves nothing before it to draw.
        let last = settled("final_amount");
        let adjusted = last || settled("adjusted_amount");
        let begun = adjusted || settled("starting_amount");
        let classed = ["seriousness", "seriousness_share", "daily_factor"].into_iter().any(settled);
        let mut points: Vec<(String, Kind<'b>)> = Vec::new();
        for step in &basis.methodology().steps {
            match &step.kind {
                StepKind::Seriousness { .. } if !begun => {
                    points.push(("seriousness_share".to_owned(), Kind::SeriousnessShare));
                }
                StepKind::TurnoverAdjustment { without_turnover, .. } if !begun => {
                    let without = Some(without_turnover).filter(|_| basis.turnover().known == Known::Immaterial);
                    points.push(("turnover_share".to_owned(), Kind::TurnoverShare(without)));
                }
                StepKind::DailyRate(rates) if !begun => {
                    points.push(("daily_factor".to_owned(), Kind::DailyFactor(rates)));
                }
                StepKind::Circumstances(ranges) if !adjusted => {
                    for weighed in &conduct.circumstances {
                        let direction = weighed.direction.unwrap_or(Direction::Neutral);
                        let point = format!("circumstance.{}", weighed.circumstance);
                        points.push((point, Kind::Circumstance(direction, ranges)));
                    }
                }
                StepKind::Proportionality(range) if !last => {
                    points.push(("proportionality".to_owned(), Kind::Proportionality(range)));
                }
                _ => {}
            }
        }
        let found = conduct.infringements.iter();
        Self {
            conduct,
            found: found.map(|known| (known, lot(&format!("found.{}", known.provision)))).collect(),
            level: (!begun && !classed).then(|| (id("seriousness"), lot("seriousness"))),
            proposed: basis.level(&conduct.id),
            points: points.into_iter().map(|(point, kind)| (id(&point), kind, lot(&point))).collect(),
        }
    }

    fn upheld(&mut self, priors: &Priors, is_drawn: bool) -> Vec<&'b Infringement> {
        let found = self.found.iter_mut().filter_map(|(known, lot)| {
            let happens = lot::happens(lot.draw().first, priors.found.of(known.strength));
            (happens || !is_drawn).then_some(*known)
        });
        found.collect()
    }

    fn level(&mut self, priors: &Priors, is_drawn: bool, drawn: &mut Drawn<'_>) -> Seriousness {
        let Some((id, lot)) = &mut self.level else { return self.proposed };
        let chance = lot.draw();
        let level = if is_drawn { class(chance, self.proposed, priors) } else { self.proposed };
        drawn.level(id, level);
        level
    }
}

/// What a conduct's streams are named after, whatever its letter: its operations, and the
/// letter too where the user put infringements together.
fn name(conduct: &Conduct) -> String {
    let first = conduct.operations.iter().map(OperationId::as_str).min().unwrap_or_default();
    match conduct.basis {
        Grouped::Assigned => format!("{first}+{}", conduct.id),
        Grouped::OneOperation | Grouped::LinkedOperations => first.to_owned(),
    }
}

/// What a point of a conduct depends on in one outcome.
struct Of<'b> {
    basis: &'b Basis<'b>,
    priors: &'b Priors,
    level: Seriousness,
    turnover: Money,
    tier: &'b Tier,
}

impl Of<'_> {
    fn rate(&self, kind: &Kind<'_>, chance: Chance) -> Option<Rate> {
        let (methodology, floor) = (self.basis.methodology(), self.priors.share_floor);
        Some(match kind {
            Kind::SeriousnessShare => lot::share(chance.first, methodology.class(self.level)?.share, floor),
            Kind::TurnoverShare(Some(without)) => lot::share(chance.first, without.share, floor),
            Kind::TurnoverShare(None) => {
                let band = methodology.band(self.turnover)?;
                let (at, from) = (band.share_at(self.turnover), self.priors.size_begins);
                lot::share_from(chance.first, band.share, at, from, floor)
            }
            Kind::DailyFactor(rates) => {
                let own = rates.classes.iter().find(|class| class.level == self.level && class.tier == self.tier.id)?;
                lot::share(chance.first, own.factor, floor)
            }
            Kind::Circumstance(direction, ranges) => movement(chance, *direction, ranges, self.priors),
            Kind::Proportionality(range) => {
                if lot::happens(chance.first, self.priors.proportionality_unchanged) {
                    Rate::WHOLE
                } else {
                    let (low, high) = (range.usual.low.ppm().max(1), range.usual.high.ppm().max(1));
                    Rate::from_ppm(lot::between(chance.second, low, high))
                }
            }
        })
    }
}

/// The class of seriousness, the same as proposed, next to it or beyond.
fn class(chance: Chance, proposed: Seriousness, priors: &Priors) -> Seriousness {
    let (same, next) = (priors.seriousness.as_proposed, priors.seriousness.next);
    if lot::happens(chance.first, same) {
        return proposed;
    }
    let rest = Rate::WHOLE.ppm() - same.ppm();
    let whole = i128::from(Rate::WHOLE.ppm());
    let to_next = rounding::divide(i128::from(next.ppm()) * whole, i128::from(rest.max(1)), Rounding::Down);
    let to_next = lot::happens(chance.second, Rate::from_ppm(i64::try_from(to_next).unwrap_or_default()));
    let upward = lot::happens(chance.third, Rate::from_ppm(Rate::WHOLE.ppm() / 2));
    match (proposed, to_next) {
        (Seriousness::Low | Seriousness::High, true) => Seriousness::Medium,
        (Seriousness::Low, false) => Seriousness::High,
        (Seriousness::Medium, _) if upward => Seriousness::High,
        (Seriousness::High, false) | (Seriousness::Medium, _) => Seriousness::Low,
    }
}

/// Twice the proposed movement at the most, inside what is permitted.
fn movement(chance: Chance, direction: Direction, ranges: &CircumstanceRanges, priors: &Priors) -> Rate {
    let (range, proposed) = match direction {
        Direction::Aggravating => (ranges.aggravating, ranges.aggravating_proposed),
        Direction::Mitigating => (ranges.mitigating, ranges.mitigating_proposed),
        Direction::Neutral => return Rate::ZERO,
    };
    if !lot::happens(chance.first, priors.circumstance_counted) {
        return Rate::ZERO;
    }
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "far below 53 bits")]
    let ppm = (2.0 * chance.second * proposed.ppm() as f64) as i64;
    range.clamp(Rate::from_ppm(ppm))
}

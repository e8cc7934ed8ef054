//! What is drawn for each conduct, named once before the first outcome.

use super::lot::{self, Chance, Lot};
use super::{Cause, Priors};
use crate::findings::{Conduct, graver, gravest};
use crate::fine::{Basis, Drawn, FineError, Known, Sanctioned};
use crate::law::{
    CircumstanceRanges, DailyRates, Direction, Discretion, PointKey, Proportionality, Seriousness, SetBy, StepKind,
    Tier, WithoutTurnover,
};
use crate::quantity::{Money, Rate, Rounding, rounding};

/// What is drawn, in one outcome after the other.
pub(super) struct Plan<'b> {
    basis: &'b Basis<'b>,
    priors: &'b Priors,
    /// The one thing that is drawn, the rest being left as the method has it; `None`: all.
    only: Option<Cause>,
    turnover: Lot,
    conducts: Vec<OfConduct<'b>>,
    found: Vec<(&'b Sanctioned<'b>, &'b Tier)>,
    drawn: Drawn<'b>,
}

/// What is drawn for one conduct.
struct OfConduct<'b> {
    sanctioned: &'b Sanctioned<'b>,
    /// The tier of each infringement that carries a fine, and how likely it is found.
    found: Vec<(&'b Tier, Rate, Lot)>,
    /// Of the class; none where what is settled leaves no class open.
    level: Option<Lot>,
    /// The class by the method.
    proposed: Seriousness,
    points: Vec<(PointKey<'b>, Kind<'b>, Lot)>,
}

/// A point with what it is drawn from.
enum Kind<'b> {
    SeriousnessShare,
    TurnoverShare(Option<&'b WithoutTurnover>),
    DailyFactor(&'b DailyRates),
    Circumstance(Direction, &'b CircumstanceRanges),
    Proportionality(&'b Proportionality),
    /// An amount from the range of a law that has no method.
    Practice,
}

impl Kind<'_> {
    fn cause(&self) -> Cause {
        match self {
            Self::SeriousnessShare | Self::DailyFactor(_) | Self::Practice => Cause::Seriousness,
            Self::TurnoverShare(_) => Cause::Size,
            Self::Circumstance(..) => Cause::Circumstances,
            Self::Proportionality(_) => Cause::Proportionality,
        }
    }
}

impl<'b> Plan<'b> {
    pub(super) fn new(basis: &'b Basis<'b>, priors: &'b Priors, seed: u64, only: Option<Cause>) -> Self {
        let conducts: Vec<_> =
            basis.conducts().iter().map(|conduct| OfConduct::new(basis, priors, conduct, seed)).collect();
        let found = Vec::with_capacity(conducts.len());
        let turnover = Lot::new(seed, "turnover");
        Self { basis, priors, only, turnover, conducts, found, drawn: basis.drawn() }
    }

    /// Goes on as if so many outcomes had been drawn.
    pub(super) fn skip(&mut self, outcomes: usize) {
        self.turnover.skip(outcomes);
        for of in &mut self.conducts {
            of.level.iter_mut().for_each(|lot| lot.skip(outcomes));
            of.found.iter_mut().for_each(|(_, _, lot)| lot.skip(outcomes));
            of.points.iter_mut().for_each(|(_, _, lot)| lot.skip(outcomes));
        }
    }

    /// What the next outcome comes to; nothing where nothing is found.
    ///
    /// # Errors
    /// As [`crate::fine::calculate`].
    pub(super) fn next(&mut self) -> Result<Option<Money>, FineError> {
        let turnover = self.turnover();
        let only = self.only;
        let is_drawn = |cause: Cause| only.is_none_or(|only| only == cause);
        self.found.clear();
        for of in &mut self.conducts {
            // Drawn whether it is found or not: a stream goes on by one for every outcome.
            let tier = of.tier(is_drawn(Cause::Findings));
            let level = of.level(self.priors, is_drawn(Cause::Seriousness), &mut self.drawn);
            for (key, kind, lot) in &mut of.points {
                let chance = lot.draw();
                if let Some(tier) = tier.filter(|_| is_drawn(kind.cause())) {
                    let of = Of { basis: self.basis, priors: self.priors, level, turnover, tier };
                    match (&*kind, &tier.set_by) {
                        (Kind::Practice, Some(SetBy::Practice { range, .. })) => {
                            let minor = lot::between(chance.first, range.low.minor().max(1), range.high.minor());
                            self.drawn.amount(key, Money::from_minor(minor, range.low.currency()));
                        }
                        (kind, _) => self.drawn.rate(key, of.rate(kind, chance)),
                    }
                }
            }
            self.found.extend(tier.map(|tier| (of.sanctioned, tier)));
        }
        if self.found.is_empty() { Ok(None) } else { self.basis.fine(&self.found, &self.drawn).map(Some) }
    }

    /// The turnover of this outcome: stated, settled, or drawn from its bracket.
    fn turnover(&mut self) -> Money {
        let stated = self.basis.turnover();
        let chance = self.turnover.draw();
        if !stated.is_open() || self.only.is_some_and(|only| only != Cause::Turnover) {
            return stated.point;
        }
        let currency = stated.point.currency();
        let floor = Money::from_major(self.priors.turnover_floor, currency).min(stated.range.high);
        let low = stated.range.low.max(floor);
        let minor = lot::between(chance.first, low.minor(), stated.range.high.minor());
        let turnover = Money::from_minor(minor, currency);
        self.drawn.amount(&PointKey::Turnover, turnover);
        turnover
    }
}

impl<'b> OfConduct<'b> {
    fn new(basis: &Basis<'b>, priors: &Priors, sanctioned: &'b Sanctioned<'b>, seed: u64) -> Self {
        use Discretion as D;
        let conduct: &'b Conduct = &sanctioned.conduct;
        let name = name(conduct);
        let lot = |point: &str| Lot::new(seed, &format!("{name}/{point}"));
        let key = |point: D| PointKey::Conduct(sanctioned.of(), point);
        // What is settled at one point may leave another nothing to say: that is not drawn.
        let open = |point: D| !D::ALL.iter().any(|known| known.settles(point) && basis.settles(&key(*known)));
        let circumstances_open = !basis.settles(&key(D::AdjustedAmount)) && !basis.settles(&key(D::FinalAmount));
        let mut points: Vec<(PointKey<'b>, Kind<'b>, Lot)> = Vec::new();
        let by_practice = is_by_practice(basis, conduct);
        let mut push = |key: PointKey<'b>, name: &str, kind| points.push((key, kind, lot(name)));
        if by_practice && open(D::StartingAmount) && !basis.settles(&key(D::StartingAmount)) {
            push(key(D::StartingAmount), D::StartingAmount.name(), Kind::Practice);
        }
        for step in basis.methodology().steps.iter().filter(|step| !(by_practice && step.kind.sets_amount())) {
            match &step.kind {
                StepKind::Seriousness { .. } if open(D::SeriousnessShare) => {
                    push(key(D::SeriousnessShare), D::SeriousnessShare.name(), Kind::SeriousnessShare);
                }
                StepKind::TurnoverAdjustment { without_turnover, .. } if open(D::TurnoverShare) => {
                    let without = Some(without_turnover).filter(|_| basis.turnover().known == Known::Immaterial);
                    push(key(D::TurnoverShare), D::TurnoverShare.name(), Kind::TurnoverShare(without));
                }
                StepKind::DailyRate(rates) if open(D::DailyFactor) => {
                    push(key(D::DailyFactor), D::DailyFactor.name(), Kind::DailyFactor(rates));
                }
                StepKind::Circumstances(ranges) if circumstances_open => {
                    for (place, weighed) in conduct.circumstances.iter().enumerate() {
                        let direction = weighed.direction.unwrap_or(Direction::Neutral);
                        let key = PointKey::Circumstance(sanctioned.of(), &weighed.circumstance, place);
                        let name = format!("circumstance.{}", weighed.circumstance);
                        push(key, &name, Kind::Circumstance(direction, ranges));
                    }
                }
                StepKind::Proportionality(range) if open(D::Proportionality) => {
                    push(key(D::Proportionality), D::Proportionality.name(), Kind::Proportionality(range));
                }
                _ => {}
            }
        }
        let level = open(D::Seriousness) && !basis.settles(&key(D::Seriousness));
        // A companion is found with what it stands beside, in one draw, and sets no maximum: it
        // needs none of its own.
        let by_themselves = conduct.infringements.iter().filter(|known| known.beside().is_none());
        let found = by_themselves.filter_map(|known| {
            let tier = gravest(basis.law(), basis.methodology(), [known])?;
            Some((tier, priors.found.of(known.strength), lot(&format!("found.{}", known.provision))))
        });
        Self {
            sanctioned,
            found: found.collect(),
            level: level.then(|| lot("seriousness")),
            proposed: basis.level(&conduct.id),
            points,
        }
    }

    /// The tier of the gravest infringement found.
    fn tier(&mut self, is_drawn: bool) -> Option<&'b Tier> {
        let found = self.found.iter_mut().filter_map(|(tier, likely, lot)| {
            let happens = lot::happens(lot.draw().first, *likely);
            (happens || !is_drawn).then_some(*tier)
        });
        graver(found)
    }

    fn level(&mut self, priors: &Priors, is_drawn: bool, drawn: &mut Drawn<'_>) -> Seriousness {
        let Some(lot) = &mut self.level else { return self.proposed };
        let chance = lot.draw();
        let level = if is_drawn { class(chance, self.proposed, priors) } else { self.proposed };
        drawn.level(&PointKey::Conduct(self.sanctioned.of(), Discretion::Seriousness), level);
        level
    }
}

/// Whether its amount comes from a range of practice, under a law that has no method.
fn is_by_practice(basis: &Basis<'_>, conduct: &Conduct) -> bool {
    let tier = conduct.gravest_tier(basis.law(), basis.methodology());
    tier.is_some_and(Tier::is_by_practice)
}

/// What a conduct's streams are named after: the operation its letter belongs to, whatever
/// is found at it and whatever else is linked to it, with the mark of a law beside data
/// protection law; or the letter the user gave it.
fn name(conduct: &Conduct) -> String {
    match (&conduct.root, conduct.id.mark()) {
        (None, _) => format!("+{}", conduct.id),
        (Some(root), Some(mark)) => format!("{root}-{mark}"),
        (Some(root), None) => root.as_str().to_owned(),
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
            Kind::Practice => return None,
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

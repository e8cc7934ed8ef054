//! What is drawn for one conduct: what of it is found, its class, and every point left open.

use super::lot::{self, Chance, Lot, Scale};
use super::plan::Only;
use super::{Cause, Priors};
use crate::findings::{Conduct, gravest};
use crate::fine::{Basis, DrawnConduct, Known, Sanctioned};
use crate::law::{
    CircumstanceRanges, DailyRates, Direction, Discretion, PointKey, Proportionality, Seriousness, SetBy, StepKind,
    Tier, TurnoverBand, WithoutTurnover,
};
use crate::quantity::{Currency, Money, Range, Rate, Rounding, rounding};

/// What is drawn for one conduct.
#[derive(Debug, Clone)]
pub(super) struct OfConduct<'b> {
    found: Vec<Found>,
    /// Of the class; none where what is settled leaves no class open.
    level: Option<Lot>,
    /// The class by the method.
    proposed: Seriousness,
    points: Vec<(Kind<'b>, Lot)>,
    priors: &'b Priors,
    classes: ClassChances,
}

/// An infringement that may be found.
#[derive(Debug, Clone)]
struct Found {
    /// The place of its tier among those of the conduct.
    tier: usize,
    /// What the tier is compared by.
    cap: Option<i64>,
    likely: f64,
    lot: Lot,
}

/// A point with what it is drawn from.
#[derive(Debug, Clone)]
enum Kind<'b> {
    /// By class of seriousness.
    SeriousnessShare([Option<Scale>; 3]),
    TurnoverShare(Size<'b>),
    /// By tier, and by class of seriousness.
    DailyFactor(Vec<[Option<Scale>; 3]>),
    Circumstance {
        place: usize,
        range: Range<Rate>,
        proposed: Rate,
    },
    Proportionality(Scale),
    /// An amount from the range of a law that has no method, by tier.
    Practice(Vec<Option<(Scale, Currency)>>),
}

/// The share for the size.
#[derive(Debug, Clone)]
enum Size<'b> {
    /// From one scale, whatever is drawn.
    Fixed(Scale),
    /// By the band of the turnover drawn.
    Bands(&'b [TurnoverBand]),
}

/// The chances of the classes.
#[derive(Debug, Clone, Copy)]
struct ClassChances {
    same: f64,
    /// Of the class next to it, where it is not the same.
    next: f64,
}

impl Kind<'_> {
    fn cause(&self) -> Cause {
        match self {
            Self::SeriousnessShare(_) | Self::DailyFactor(_) | Self::Practice(_) => Cause::Seriousness,
            Self::TurnoverShare(_) => Cause::Size,
            Self::Circumstance { .. } => Cause::Circumstances,
            Self::Proportionality(_) => Cause::Proportionality,
        }
    }
}

impl<'b> OfConduct<'b> {
    pub(super) fn new(
        basis: &Basis<'b>,
        priors: &'b Priors,
        (sanctioned, tiers): (&'b Sanctioned<'b>, &[&'b Tier]),
        seed: u64,
    ) -> Self {
        let conduct: &'b Conduct = &sanctioned.conduct;
        let name = name(conduct);
        let lot = |point: &str| Lot::new(seed, &format!("{name}/{point}"));
        // A companion is found with what it stands beside, in one draw, and sets no maximum: it
        // needs none of its own.
        let by_themselves = conduct.infringements.iter().filter(|known| known.beside().is_none());
        let found = by_themselves.filter_map(|known| {
            let own = gravest(basis.law(), basis.methodology(), [known])?;
            Some(Found {
                tier: tiers.iter().position(|tier| tier.id == own.id)?,
                cap: own.static_cap.values.last().map(|dated| dated.value.minor()),
                likely: lot::fraction(priors.found.of(known.strength)),
                lot: lot(&format!("found.{}", known.provision)),
            })
        });
        let open = Open { basis, sanctioned };
        let level = open.at(Discretion::Seriousness);
        let points = open.points(priors, tiers).into_iter();
        Self {
            found: found.collect(),
            level: level.then(|| lot("seriousness")),
            proposed: basis.level(&conduct.id),
            points: points.map(|(name, kind)| (kind, lot(&name))).collect(),
            priors,
            classes: ClassChances::of(priors),
        }
    }

    /// Goes to where it is after so many outcomes.
    pub(super) fn start_at(&mut self, outcomes: usize) {
        self.level.iter_mut().for_each(|lot| lot.start_at(outcomes));
        self.found.iter_mut().for_each(|found| found.lot.start_at(outcomes));
        self.points.iter_mut().for_each(|(_, lot)| lot.start_at(outcomes));
    }

    /// Draws the next outcome. All is drawn whether the conduct is found or not: a stream goes on
    /// by one for every outcome.
    pub(super) fn draw(&mut self, only: Only, turnover: Money, drawn: &mut DrawnConduct) {
        drawn.tier = self.tier(only.is_drawn(Cause::Findings));
        let level = self.level(only.is_drawn(Cause::Seriousness), drawn);
        for (kind, lot) in &mut self.points {
            let chance = lot.draw();
            if let Some(tier) = drawn.tier.filter(|_| only.is_drawn(kind.cause())) {
                kind.put(chance, (tier, level, turnover), self.priors, drawn);
            }
        }
    }

    /// The tier of the gravest infringement found; of equal ones the last.
    fn tier(&mut self, is_drawn: bool) -> Option<usize> {
        let mut gravest: Option<(usize, Option<i64>)> = None;
        for found in &mut self.found {
            let happens = found.lot.draw().first < found.likely;
            if (happens || !is_drawn) && gravest.is_none_or(|(_, cap)| found.cap >= cap) {
                gravest = Some((found.tier, found.cap));
            }
        }
        gravest.map(|(tier, _)| tier)
    }

    fn level(&mut self, is_drawn: bool, drawn: &mut DrawnConduct) -> Seriousness {
        let Some(lot) = &mut self.level else { return self.proposed };
        let chance = lot.draw();
        let level = if is_drawn { self.classes.draw(chance, self.proposed) } else { self.proposed };
        drawn.level = Some(level);
        level
    }
}

impl Kind<'_> {
    /// Draws the point where it belongs.
    fn put(
        &self,
        chance: Chance,
        (tier, level, turnover): (usize, Seriousness, Money),
        priors: &Priors,
        drawn: &mut DrawnConduct,
    ) {
        let of_level = |scales: &[Option<Scale>; 3]| scales.get(level as usize).copied().flatten();
        match self {
            Self::SeriousnessShare(scales) => drawn.share = of_level(scales).map(|scale| scale.share_at(chance.first)),
            Self::TurnoverShare(size) => {
                drawn.size = size.scale(turnover, priors).map(|scale| scale.share_at(chance.first));
            }
            Self::DailyFactor(tiers) => {
                drawn.factor = tiers.get(tier).and_then(of_level).map(|scale| scale.share_at(chance.first));
            }
            Self::Circumstance { place, range, proposed } => {
                if let Some(slot) = drawn.circumstances.get_mut(*place) {
                    *slot = Some(movement(chance, *range, *proposed, priors));
                }
            }
            Self::Proportionality(scale) => {
                let unchanged = lot::happens(chance.first, priors.proportionality_unchanged);
                drawn.proportionality = Some(if unchanged { Rate::WHOLE } else { scale.share_at(chance.second) });
            }
            Self::Practice(tiers) => {
                let range = tiers.get(tier).copied().flatten();
                drawn.starting = range.map(|(scale, currency)| Money::from_minor(scale.at(chance.first), currency));
            }
        }
    }
}

impl Size<'_> {
    fn scale(&self, turnover: Money, priors: &Priors) -> Option<Scale> {
        match self {
            Self::Fixed(scale) => Some(*scale),
            Self::Bands(bands) => {
                let band = TurnoverBand::of(bands, turnover)?;
                let so_far = lot::fraction(priors.size_begins);
                Some(Scale::of_shares_from(band.share, band.share_at(turnover), so_far, priors.share_floor))
            }
        }
    }
}

/// A conduct whose open points are looked for.
struct Open<'p, 'b> {
    basis: &'p Basis<'b>,
    sanctioned: &'b Sanctioned<'b>,
}

impl<'b> Open<'_, 'b> {
    fn settles(&self, point: Discretion) -> bool {
        self.basis.settles(&PointKey::Conduct(self.sanctioned.of(), point))
    }

    /// Whether it is not settled, and nothing settled leaves it nothing to say.
    fn at(&self, point: Discretion) -> bool {
        !Discretion::ALL.iter().any(|known| (*known == point || known.settles(point)) && self.settles(*known))
    }

    /// The points that are drawn, with the name of each stream.
    fn points(&self, priors: &Priors, tiers: &[&'b Tier]) -> Vec<(String, Kind<'b>)> {
        use Discretion as D;
        let (basis, conduct) = (self.basis, &self.sanctioned.conduct);
        let named = |point: D, kind| (point.name().to_owned(), kind);
        let mut points = Vec::new();
        let by_practice = conduct.gravest_tier(basis.law(), basis.methodology()).is_some_and(Tier::is_by_practice);
        if by_practice && self.at(D::StartingAmount) {
            points.push(named(D::StartingAmount, Kind::Practice(tiers.iter().map(|tier| practice(tier)).collect())));
        }
        for step in basis.methodology().steps.iter().filter(|step| !(by_practice && step.kind.sets_amount())) {
            match &step.kind {
                StepKind::Seriousness { classes, .. } if self.at(D::SeriousnessShare) => {
                    let mut scales = [None; 3];
                    for class in classes {
                        put(&mut scales, class.level, Scale::of_shares(class.share, priors.share_floor));
                    }
                    points.push(named(D::SeriousnessShare, Kind::SeriousnessShare(scales)));
                }
                StepKind::TurnoverAdjustment { without_turnover, bands, .. } if self.at(D::TurnoverShare) => {
                    points
                        .push(named(D::TurnoverShare, Kind::TurnoverShare(self.size(without_turnover, bands, priors))));
                }
                StepKind::DailyRate(rates) if self.at(D::DailyFactor) => {
                    let of = |tier: &&Tier| factors(rates, tier, priors);
                    points.push(named(D::DailyFactor, Kind::DailyFactor(tiers.iter().map(of).collect())));
                }
                StepKind::Circumstances(ranges)
                    if !self.settles(D::AdjustedAmount) && !self.settles(D::FinalAmount) =>
                {
                    for (place, weighed) in conduct.circumstances.iter().enumerate() {
                        let name = format!("circumstance.{}", weighed.circumstance);
                        points.extend(circumstance(place, weighed.direction, ranges).map(|kind| (name, kind)));
                    }
                }
                StepKind::Proportionality(range) if self.at(D::Proportionality) => {
                    points.push(named(D::Proportionality, Kind::Proportionality(usual(range))));
                }
                _ => {}
            }
        }
        points
    }

    fn size(&self, without: &WithoutTurnover, bands: &'b [TurnoverBand], priors: &Priors) -> Size<'b> {
        let stated = self.basis.turnover();
        if stated.known == Known::Immaterial {
            return Size::Fixed(Scale::of_shares(without.share, priors.share_floor));
        }
        let bands = Size::Bands(bands);
        match bands.scale(stated.point, priors).filter(|_| !stated.is_open()) {
            Some(scale) => Size::Fixed(scale),
            None => bands,
        }
    }
}

fn put(scales: &mut [Option<Scale>; 3], level: Seriousness, scale: Scale) {
    // The first of a class counts, as where it is looked up.
    if let Some(slot) = scales.get_mut(level as usize).filter(|slot| slot.is_none()) {
        *slot = Some(scale);
    }
}

fn factors(rates: &DailyRates, tier: &Tier, priors: &Priors) -> [Option<Scale>; 3] {
    let mut scales = [None; 3];
    for class in rates.classes.iter().filter(|class| class.tier == tier.id) {
        put(&mut scales, class.level, Scale::of_shares(class.factor, priors.share_floor));
    }
    scales
}

fn practice(tier: &Tier) -> Option<(Scale, Currency)> {
    let Some(SetBy::Practice { range, .. }) = &tier.set_by else { return None };
    Some((Scale::new(range.low.minor().max(1), range.high.minor()), range.low.currency()))
}

/// A circumstance that may move the amount; nothing where it is neutral.
fn circumstance<'b>(place: usize, direction: Option<Direction>, ranges: &CircumstanceRanges) -> Option<Kind<'b>> {
    let (range, proposed) = match direction? {
        Direction::Aggravating => (ranges.aggravating, ranges.aggravating_proposed),
        Direction::Mitigating => (ranges.mitigating, ranges.mitigating_proposed),
        Direction::Neutral => return None,
    };
    Some(Kind::Circumstance { place, range, proposed })
}

fn usual(range: &Proportionality) -> Scale {
    Scale::new(range.usual.low.ppm().max(1), range.usual.high.ppm().max(1))
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

impl ClassChances {
    fn of(priors: &Priors) -> Self {
        let (same, next) = (priors.seriousness.as_proposed, priors.seriousness.next);
        let rest = Rate::WHOLE.ppm() - same.ppm();
        let whole = i128::from(Rate::WHOLE.ppm());
        let to_next = rounding::divide(i128::from(next.ppm()) * whole, i128::from(rest.max(1)), Rounding::Down);
        let to_next = Rate::from_ppm(i64::try_from(to_next).unwrap_or_default());
        Self { same: lot::fraction(same), next: lot::fraction(to_next) }
    }

    /// The class of seriousness, the same as proposed, next to it or beyond.
    fn draw(self, chance: Chance, proposed: Seriousness) -> Seriousness {
        if chance.first < self.same {
            return proposed;
        }
        let (to_next, upward) = (chance.second < self.next, chance.third < 0.5);
        match (proposed, to_next) {
            (Seriousness::Low | Seriousness::High, true) => Seriousness::Medium,
            (Seriousness::Low, false) => Seriousness::High,
            (Seriousness::Medium, _) if upward => Seriousness::High,
            (Seriousness::High, false) | (Seriousness::Medium, _) => Seriousness::Low,
        }
    }
}

/// Twice the proposed movement at the most, inside what is permitted.
fn movement(chance: Chance, range: Range<Rate>, proposed: Rate, priors: &Priors) -> Rate {
    if !lot::happens(chance.first, priors.circumstance_counted) {
        return Rate::ZERO;
    }
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "far below 53 bits")]
    let ppm = (2.0 * chance.second * proposed.ppm() as f64) as i64;
    range.clamp(Rate::from_ppm(ppm))
}

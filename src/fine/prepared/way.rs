//! The steps of the method for one conduct under one tier, each with what does not change from
//! outcome to outcome.

use super::step::{Point, Size, Step, Walk};
use super::{DrawnConduct, Settled};
use crate::fine::Sanctioned;
use crate::fine::amount::Amount;
use crate::fine::calculate::{FineError, Input};
use crate::fine::ceiling::Ceiling;
use crate::fine::own_currency::OwnCurrency;
use crate::fine::steps::{category_band, circumstances, seriousness};
use crate::fine::turnover::Known;
use crate::law::{CircumstanceRanges, Discretion, PointKey, SetBy, StepKind, Tier};
use crate::quantity::{Currency, Money, Range, Rate, Rounding};

/// The steps under one tier.
#[derive(Debug, Clone)]
pub(crate) struct Way<'a> {
    ceiling: Ceiling<'a>,
    steps: Vec<Step<'a>>,
    rounding: Rounding,
}

/// A conduct, and what is known of the matter besides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfConduct<'p, 'a> {
    pub(crate) input: Input<'a>,
    pub(crate) sanctioned: &'p Sanctioned<'a>,
    pub(crate) settled: Settled<'p>,
    pub(crate) own: Option<&'p OwnCurrency<'a>>,
    pub(crate) known: Known,
    /// The turnover, and whether another may be drawn.
    pub(crate) turnover: (Money, bool),
}

impl Way<'_> {
    /// What an outcome comes to under this tier.
    pub(super) fn walk(&self, turnover: Money, drawn: &DrawnConduct, own: Option<&OwnCurrency<'_>>) -> Amount {
        let at = self.ceiling.at(turnover, own);
        let mut walk = Walk { amount: at.maximum, band: None, at, turnover, rounding: self.rounding, own };
        for step in &self.steps {
            walk.take(step, drawn);
        }
        walk.amount
    }
}

impl<'a> OfConduct<'_, 'a> {
    /// The steps under one of its tiers.
    ///
    /// # Errors
    /// As [`Ceiling::of`].
    pub(crate) fn way(&self, tier: &'a Tier) -> Result<Way<'a>, FineError> {
        let methodology = self.input.methodology;
        let ceiling = Ceiling::of(&self.input, tier, self.known, self.own)?;
        let mut steps = Vec::with_capacity(methodology.steps.len());
        let practice = match &tier.set_by {
            Some(SetBy::Practice { range, proposed, .. }) => Some((range.low.currency(), *proposed)),
            _ => None,
        };
        if let Some((currency, proposed)) = practice {
            let settled = self.settled.amount(&self.key(Discretion::StartingAmount), currency);
            steps.push(Step::Practice(Point { settled, proposed }));
        }
        let mut without_fault = false;
        for step in methodology.steps.iter().filter(|step| !(practice.is_some() && step.kind.sets_amount())) {
            if let StepKind::Fault { excludes_fine, .. } = &step.kind {
                without_fault = self.sanctioned.absent.everywhere && *excludes_fine;
            }
            steps.extend(self.step(&step.kind, tier, &ceiling, without_fault));
        }
        Ok(Way { ceiling, steps, rounding: methodology.rounding })
    }

    /// One step; nothing where it changes no amount.
    fn step(&self, kind: &'a StepKind, tier: &Tier, ceiling: &Ceiling<'_>, without_fault: bool) -> Option<Step<'a>> {
        use Discretion as D;
        let rate = |point: D| self.settled.rate(&self.key(point));
        let imposed = |point: D| self.settled.amount(&self.key(point), self.imposed());
        let level = |medium_from, high_from| Point {
            settled: self.settled.level(&self.key(D::Seriousness)),
            proposed: seriousness::proposed(&self.sanctioned.conduct.factors, medium_from, high_from),
        };
        Some(match kind {
            StepKind::Concurrence | StepKind::Fault { .. } => return None,
            StepKind::Seriousness { classes, medium_from, high_from, .. } => {
                let mut proposed = [None; 3];
                for class in classes {
                    put(&mut proposed, class.level as usize, class.share.clamp(class.proposed));
                }
                Step::Seriousness {
                    level: level(*medium_from, *high_from),
                    settled: rate(D::SeriousnessShare),
                    proposed,
                }
            }
            StepKind::TurnoverAdjustment { .. } if ceiling.is_base() => return None,
            StepKind::TurnoverAdjustment { bands, without_turnover: without, .. } => Step::Size {
                size: Size::of(self.known, self.turnover, (without.share, without.proposed), bands),
                settled: rate(D::TurnoverShare),
                chosen: imposed(D::StartingAmount),
            },
            StepKind::Circumstances(ranges) => {
                Step::Circumstances { each: self.circumstances(ranges), chosen: imposed(D::AdjustedAmount) }
            }
            StepKind::LegalMaximum { .. } => Step::Maximum,
            StepKind::Proportionality(range) => Step::Proportionality {
                factor: Point { settled: rate(D::Proportionality), proposed: range.permitted.clamp(range.proposed) },
                chosen: imposed(D::FinalAmount),
                without_fault,
            },
            StepKind::Reprimand { .. } => self.settled.holds(&self.key(D::Reprimand)).then_some(Step::Reprimand)?,
            StepKind::AbilityToPay(terms) => {
                let shown = |id: &str| self.settled.holds(&PointKey::Ability(id));
                if !terms.conditions.iter().all(|condition| shown(&condition.id)) {
                    return None;
                }
                let remains = self.settled.rate(&PointKey::AbilityRemains);
                Step::Share(remains.unwrap_or(terms.remains.clamp(Rate::WHOLE)))
            }
            StepKind::CategoryBand(bands) => {
                let proposed = || category_band::proposed(&self.sanctioned.conduct, tier, bands);
                let number = self.settled.category(&self.key(D::Category)).unwrap_or_else(proposed);
                let category = bands.categories.get(usize::from(number).saturating_sub(1))?;
                Step::Category { basic: category.basic, band: category.band }
            }
            StepKind::DailyRate(rates) => {
                let mut proposed = [None; 3];
                for class in rates.classes.iter().filter(|class| class.tier == tier.id) {
                    put(&mut proposed, class.level as usize, class.factor.clamp(class.proposed));
                }
                let level = level(rates.medium_from, rates.high_from);
                Step::Daily { rates, level, settled: rate(D::DailyFactor), proposed }
            }
        })
    }

    fn circumstances(&self, ranges: &CircumstanceRanges) -> Vec<Option<Point<Rate>>> {
        let sanctioned = self.sanctioned;
        let weighed = sanctioned.conduct.circumstances.iter().zip(&sanctioned.circumstances).enumerate();
        let point = |(place, (weighed, circumstance)): (usize, (&crate::findings::WeighedCircumstance, &Option<_>))| {
            let circumstance = (*circumstance)?;
            let key = PointKey::Circumstance(sanctioned.of(), &weighed.circumstance, place);
            let open: Range<Rate> = circumstances::permitted(circumstance, ranges);
            let proposed = open.clamp(circumstances::proposed(weighed, ranges));
            Some(Point { settled: self.settled.rate(&key), proposed })
        };
        weighed.map(point).collect()
    }

    fn key(&self, point: Discretion) -> PointKey<'_> {
        PointKey::Conduct(self.sanctioned.of(), point)
    }

    /// The currency in which the fine is imposed.
    fn imposed(&self) -> Currency {
        self.own.map_or(self.input.methodology.currency, |own| own.currency)
    }
}

fn put(all: &mut [Option<Rate>; 3], place: usize, rate: Rate) {
    // The first of a class counts, as where it is looked up.
    if let Some(slot) = all.get_mut(place).filter(|slot| slot.is_none()) {
        *slot = Some(rate);
    }
}

//! The steps of a method as an outcome takes them. Each is the arithmetic of the step of the same
//! name under `fine/steps`, with what is settled and proposed already read.

use super::DrawnConduct;
use crate::fine::Known;
use crate::fine::amount::Amount;
use crate::fine::ceiling::At;
use crate::fine::own_currency::OwnCurrency;
use crate::fine::steps::{category_band, daily_rate};
use crate::law::{DailyRates, Seriousness, TurnoverBand};
use crate::quantity::{Money, Range, Rate, Rounding};

/// One step with all that does not change from outcome to outcome.
#[derive(Debug, Clone)]
pub(super) enum Step<'a> {
    /// The amount where practice alone sets it.
    Practice(Point<Money>),
    /// The share of the maximum inside the class of seriousness.
    Seriousness { level: Point<Seriousness>, settled: Option<Rate>, proposed: [Option<Rate>; 3] },
    /// The share for the size, and an amount chosen outright.
    Size { size: Size<'a>, settled: Option<Rate>, chosen: Option<Money> },
    /// A basic amount inside a band.
    Category { basic: Money, band: Range<Money> },
    /// A factor on the daily value.
    Daily { rates: &'a DailyRates, level: Point<Seriousness>, settled: Option<Rate>, proposed: [Option<Rate>; 3] },
    /// The circumstances, those that the law does not know left out; and an amount chosen outright.
    Circumstances { each: Vec<Option<Point<Rate>>>, chosen: Option<Money> },
    /// Never above the legal maximum.
    Maximum,
    /// Step 5, and an amount chosen outright; nothing where fault is absent.
    Proportionality { factor: Point<Rate>, chosen: Option<Money>, without_fault: bool },
    /// This share remains to be paid.
    Share(Rate),
    /// A reprimand in place of a fine.
    Reprimand,
}

/// A point of discretion: what is settled there goes before what is drawn, and that before what
/// is proposed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point<T> {
    pub(super) settled: Option<T>,
    pub(super) proposed: T,
}

impl<T: Copy> Point<T> {
    fn holds(&self, drawn: Option<T>) -> T {
        self.settled.or(drawn).unwrap_or(self.proposed)
    }
}

/// The share that may be taken for the size, and the one proposed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Size<'a> {
    /// The same whatever is drawn.
    Fixed { open: Range<Rate>, proposed: Rate },
    /// By the band of the turnover drawn.
    Bands(&'a [TurnoverBand]),
}

impl<'a> Size<'a> {
    /// By the turnover, which is the same in every outcome unless it is open.
    pub(super) fn of(
        known: Known,
        (turnover, is_open): (Money, bool),
        without: (Range<Rate>, Rate),
        bands: &'a [TurnoverBand],
    ) -> Self {
        let (open, proposed) = without;
        match (known, is_open) {
            (Known::Immaterial, _) => Self::Fixed { open, proposed },
            (_, true) => Self::Bands(bands),
            (_, false) => match Self::Bands(bands).at(turnover) {
                Some((open, proposed)) => Self::Fixed { open, proposed },
                None => Self::Bands(bands),
            },
        }
    }

    fn at(&self, turnover: Money) -> Option<(Range<Rate>, Rate)> {
        match self {
            Self::Fixed { open, proposed } => Some((*open, *proposed)),
            Self::Bands(bands) => {
                let band = TurnoverBand::of(bands, turnover)?;
                Some((band.share, band.share_at(turnover)))
            }
        }
    }
}

/// What an outcome carries from step to step.
pub(super) struct Walk<'w> {
    pub(super) amount: Amount,
    pub(super) band: Option<Range<Amount>>,
    pub(super) at: At,
    pub(super) turnover: Money,
    pub(super) rounding: Rounding,
    pub(super) own: Option<&'w OwnCurrency<'w>>,
}

impl Walk<'_> {
    /// Takes one step.
    pub(super) fn take(&mut self, step: &Step<'_>, drawn: &DrawnConduct) {
        match step {
            Step::Practice(point) => self.set(self.capped(Amount::stated(point.holds(drawn.starting)))),
            Step::Seriousness { level, settled, proposed } => {
                let level = level.holds(drawn.level);
                let Some(proposed) = proposed.get(level as usize).copied().flatten() else { return };
                let share = Point { settled: *settled, proposed }.holds(drawn.share);
                self.set(self.at.base.share(share, self.rounding));
            }
            Step::Size { size, settled, chosen } => self.size(size, *settled, *chosen, drawn),
            Step::Category { basic, band } => {
                self.band = Some(Range { low: Amount::stated(band.low), high: Amount::stated(band.high) });
                self.set(Amount::stated(*basic));
            }
            Step::Daily { rates, level, settled, proposed } => {
                let level = level.holds(drawn.level);
                let Some(proposed) = proposed.get(level as usize).copied().flatten() else { return };
                let factor = Point { settled: *settled, proposed }.holds(drawn.factor);
                let daily = daily_rate::daily_value(rates, self.turnover);
                self.set(Amount::stated(daily.share(factor, self.rounding)));
            }
            Step::Circumstances { each, chosen } => self.circumstances(each, *chosen, drawn),
            Step::Maximum => self.set(self.capped(self.amount)),
            Step::Proportionality { factor, chosen, without_fault } => {
                let factor = factor.holds(drawn.proportionality);
                let amount = chosen.map_or_else(|| self.amount.share(factor, self.rounding), Amount::stated);
                self.set(self.capped(amount));
                if *without_fault {
                    self.set(self.nothing());
                }
            }
            Step::Share(remains) => self.set(self.amount.share(*remains, self.rounding)),
            Step::Reprimand => self.set(self.nothing()),
        }
    }

    fn size(&mut self, size: &Size<'_>, settled: Option<Rate>, chosen: Option<Money>, drawn: &DrawnConduct) {
        let Some((open, proposed)) = size.at(self.turnover) else { return };
        let share = if open.low == open.high {
            open.low
        } else {
            Point { settled, proposed: open.clamp(proposed) }.holds(drawn.size)
        };
        self.set(chosen.map_or_else(|| self.amount.share(share, self.rounding), Amount::stated));
    }

    fn circumstances(&mut self, each: &[Option<Point<Rate>>], chosen: Option<Money>, drawn: &DrawnConduct) {
        if let Some(chosen) = chosen {
            return self.set(Amount::stated(chosen));
        }
        let mut movement = Rate::ZERO;
        for (place, point) in each.iter().enumerate() {
            let drawn = drawn.circumstances.get(place).copied().flatten();
            movement = movement.plus(point.map_or(Rate::ZERO, |point| point.holds(drawn)));
        }
        let movement = movement.max(Rate::from_ppm(-Rate::WHOLE.ppm()));
        let moved = self.amount.moved_by(movement, self.rounding);
        self.set(self.band.map_or(moved, |band| category_band::inside(moved, band, self.own)));
    }

    fn set(&mut self, amount: Amount) {
        self.amount = amount;
    }

    fn capped(&self, amount: Amount) -> Amount {
        amount.lesser(self.at.maximum, self.own)
    }

    /// Nothing, in the currency in which the fine is imposed.
    fn nothing(&self) -> Amount {
        Amount::stated(Money::zero(self.at.maximum.imposed(self.own).currency()))
    }
}

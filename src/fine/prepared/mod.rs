//! A matter made ready to be calculated many times: what is settled, what is proposed and what
//! is left to be drawn, conduct by conduct, in the order of the method's steps. An outcome costs
//! no trace, no look-up by name and no allocation.
//!
//! It comes to the cent to what [`calculate`](fn@super::calculate) comes to with the same
//! judgements, which a test holds for all shipped matters and methods.

mod settled;
mod step;
mod way;

use super::amount::Sum;
use super::own_currency::OwnCurrency;
use crate::law::{Seriousness, Tier};
use crate::quantity::{Currency, Money, Rate, Rounding};

pub(super) use settled::Settled;
pub(super) use way::{OfConduct, Way};

/// A matter ready to be calculated.
#[derive(Debug, Clone)]
pub struct Prepared<'a> {
    pub(super) currency: Currency,
    pub(super) own: Option<OwnCurrency<'a>>,
    /// The turnover as stated, settled or taken for.
    pub(super) turnover: Money,
    /// Whether another may be drawn.
    pub(super) turnover_is_open: bool,
    pub(super) conducts: Vec<Ready<'a>>,
    pub(super) national: National,
}

/// A conduct ready to be calculated.
#[derive(Debug, Clone)]
pub(super) struct Ready<'a> {
    /// The tiers that can be found.
    pub(super) tiers: Vec<&'a Tier>,
    /// The steps under each.
    pub(super) ways: Vec<Way<'a>>,
    /// How many circumstances are weighed.
    pub(super) circumstances: usize,
}

/// What national law does to the sum of the fines.
#[derive(Debug, Clone)]
pub(super) struct National {
    /// The caps of the procedures chosen.
    pub(super) caps: Vec<Money>,
    /// What is taken off, below zero; nothing where no reduction was chosen.
    pub(super) taken_off: Rate,
    pub(super) rounding: Rounding,
}

/// What is drawn in one outcome: made once, filled anew for each. What the user settled stays
/// whatever stands here; where nothing stands here, what the method proposes holds.
#[derive(Debug, Clone, Default)]
pub struct Drawn {
    /// The turnover, in the currency of the method.
    pub turnover: Option<Money>,
    /// Conduct by conduct.
    pub conducts: Vec<DrawnConduct>,
}

/// What is drawn of one conduct.
#[derive(Debug, Clone, Default)]
pub struct DrawnConduct {
    /// The place of the tier of its gravest infringement found, among [`Prepared::tiers`];
    /// `None` where nothing is found.
    pub tier: Option<usize>,
    /// The class of seriousness.
    pub level: Option<Seriousness>,
    /// The share inside that class.
    pub share: Option<Rate>,
    /// The factor on the daily value inside that class.
    pub factor: Option<Rate>,
    /// The share for the size of the undertaking.
    pub size: Option<Rate>,
    /// What is effective, proportionate and dissuasive.
    pub proportionality: Option<Rate>,
    /// The amount, where practice alone sets it.
    pub starting: Option<Money>,
    /// How far each circumstance moves the amount, in the order of the conduct's.
    pub circumstances: Vec<Option<Rate>>,
}

impl<'a> Prepared<'a> {
    /// The tiers that can be found at each of the conducts.
    pub fn tiers(&self) -> impl Iterator<Item = &[&'a Tier]> {
        self.conducts.iter().map(|conduct| conduct.tiers.as_slice())
    }

    /// The turnover, where none is drawn.
    pub fn turnover(&self) -> Money {
        self.turnover
    }

    /// The currency of the method, in which every result is.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// An outcome in which nothing is found and nothing drawn.
    pub fn nothing_drawn(&self) -> Drawn {
        let of = |conduct: &Ready<'_>| DrawnConduct {
            circumstances: vec![None; conduct.circumstances],
            ..DrawnConduct::default()
        };
        Drawn { turnover: None, conducts: self.conducts.iter().map(of).collect() }
    }

    /// What an outcome comes to, in the currency of the method; nothing where nothing is found.
    pub fn fine(&self, drawn: &Drawn) -> Money {
        let own = self.own.as_ref();
        let turnover = drawn.turnover.filter(|_| self.turnover_is_open).unwrap_or(self.turnover);
        let mut sum: Option<Sum> = None;
        for (conduct, drawn) in self.conducts.iter().zip(&drawn.conducts) {
            let Some(way) = drawn.tier.and_then(|place| conduct.ways.get(place)) else { continue };
            let fine = Sum::of(way.walk(turnover, drawn, own), own);
            sum = Some(sum.map_or(fine, |sum| sum.and(fine)));
        }
        sum.map_or(Money::zero(self.currency), |sum| self.national.after(sum, own))
    }
}

impl National {
    fn after(&self, sum: Sum, own: Option<&OwnCurrency<'_>>) -> Money {
        let capped = self.caps.iter().fold(sum.imposed(), |imposed, cap| imposed.min(*cap));
        let movement = self.taken_off.max(Rate::from_ppm(-Rate::WHOLE.ppm()));
        let imposed = if movement == Rate::ZERO { capped } else { capped.moved_by(movement, self.rounding) };
        sum.after_national(imposed, own)
    }
}

//! Amounts on their way through the steps: each stays in the currency it was stated or set
//! in, so that a limit in kronor is exact in kronor and an amount of the method exact in
//! that of the method. Into the other currency each is taken once, in the end.

use super::Spread;
use super::own_currency::OwnCurrency;
use crate::quantity::{Money, Rate, Rounding};

/// An amount in the currency it was stated in. Two of them are never compared as such: they
/// may be of different currencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount(Money);

impl Amount {
    /// An amount as stated.
    pub(super) const fn stated(amount: Money) -> Self {
        Self(amount)
    }

    /// This share of it.
    pub(super) fn share(self, rate: Rate, how: Rounding) -> Self {
        Self(self.0.share(rate, how))
    }

    /// Moved by a signed share of itself.
    pub(super) fn moved_by(self, rate: Rate, how: Rounding) -> Self {
        Self(self.0.moved_by(rate, how))
    }

    /// In the currency in which the fine is imposed.
    pub(super) fn imposed(self, own: Option<&OwnCurrency<'_>>) -> Money {
        own.map_or(self.0, |own| own.own(self.0))
    }

    /// The smaller of two. What rounding makes equal is not: the one in the currency of the
    /// limit is then the smaller, since that is never rounded.
    pub(super) fn lesser(self, other: Self, own: Option<&OwnCurrency<'_>>) -> Self {
        if self.0.currency() == other.0.currency() {
            return Self(self.0.min(other.0));
        }
        let (a, b) = (self.imposed(own), other.imposed(own));
        let is_first = a.is_less_than(b) || (a == b && self.0 == a);
        if is_first { self } else { other }
    }

    /// The greater of two.
    pub(super) fn greater(self, other: Self, own: Option<&OwnCurrency<'_>>) -> Self {
        if self.lesser(other, own) == self { other } else { self }
    }
}

/// The fines of some conducts together: as they are imposed, and by the currencies they are
/// stated in, so that their sum is converted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sum {
    imposed: Money,
    /// What is stated in the currency of the method.
    of_method: Money,
    /// What is stated in that of the limit; nothing where that is the same.
    of_limit: Option<Money>,
}

impl Sum {
    /// Of one conduct.
    pub(super) fn of(amount: Amount, own: Option<&OwnCurrency<'_>>) -> Self {
        let imposed = amount.imposed(own);
        let Some(own) = own else { return Self { imposed, of_method: imposed, of_limit: None } };
        let Amount(stated) = amount;
        let part = |currency| if stated.currency() == currency { stated } else { Money::zero(currency) };
        Self { imposed, of_method: part(own.method), of_limit: Some(part(own.currency)) }
    }

    /// With that of further conducts.
    #[must_use]
    pub(super) fn and(self, more: Self) -> Self {
        let of_limit = match (self.of_limit, more.of_limit) {
            (Some(one), Some(other)) => Some(add(one, other)),
            (one, other) => one.or(other),
        };
        Self { imposed: add(self.imposed, more.imposed), of_method: add(self.of_method, more.of_method), of_limit }
    }

    /// As it is imposed.
    pub(super) fn imposed(self) -> Money {
        self.imposed
    }

    /// In the currency of the method.
    pub(super) fn counted(self, own: Option<&OwnCurrency<'_>>) -> Money {
        match (own, self.of_limit) {
            (Some(own), Some(of_limit)) => add(self.of_method, own.counted(of_limit)),
            _ => self.of_method,
        }
    }

    /// In the currency of the method, converted from what is imposed only where the country's
    /// procedures and reductions changed that.
    pub(super) fn after_national(self, imposed: Money, own: Option<&OwnCurrency<'_>>) -> Money {
        match own {
            Some(_) if imposed == self.imposed => self.counted(own),
            Some(own) => own.counted(imposed),
            None => imposed,
        }
    }
}

/// Such a sum at both ends and as chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Together(Spread<Sum>);

impl Together {
    /// Of one conduct.
    pub(super) fn of(amount: Spread<Amount>, own: Option<&OwnCurrency<'_>>) -> Self {
        Self(amount.map(|amount| Sum::of(amount, own)))
    }

    /// With those of further conducts.
    #[must_use]
    pub fn and(self, more: Self) -> Self {
        Self(self.0.with(more.0, Sum::and))
    }

    /// As it is imposed.
    pub(super) fn imposed(self) -> Spread<Money> {
        self.0.map(Sum::imposed)
    }

    /// In the currency of the method.
    pub(super) fn counted(self, own: Option<&OwnCurrency<'_>>) -> Spread<Money> {
        self.0.map(|sum| sum.counted(own))
    }

    /// In the currency of the method, after what national law made of it.
    pub(super) fn after_national(self, imposed: Spread<Money>, own: Option<&OwnCurrency<'_>>) -> Spread<Money> {
        self.0.with(imposed, |sum, imposed| sum.after_national(imposed, own))
    }
}

/// Sums saturate: beyond the range of cents no further conduct can matter.
fn add(sum: Money, more: Money) -> Money {
    sum.checked_add(more).unwrap_or(Money::from_minor(i64::MAX, sum.currency()))
}

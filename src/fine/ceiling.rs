//! The most that may be imposed for a conduct: the maximum of the law at a turnover, and the
//! country's own limit for a public body.

use super::Known;
use super::amount::Amount;
use super::calculate::{FineError, Input};
use super::own_currency::OwnCurrency;
use super::public_body::LimitTerms;
use crate::law::{Dated, Parameter, Tier, UndertakingKind};
use crate::quantity::{Money, Rate, Rounding};

/// What the maximum of one tier is for one body, whatever its turnover.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ceiling<'a> {
    /// The fixed maximum at all times…
    pub(super) fixed: &'a Parameter<Money>,
    /// …and that in force.
    pub(super) static_cap: &'a Dated<Money>,
    /// The share in force; `None` where the law knows no share of the turnover.
    pub(super) dynamic_cap: Option<(&'a Parameter<Rate>, &'a Dated<Rate>)>,
    /// Whether the share of the turnover is a maximum for it.
    pub(super) is_undertaking: bool,
    /// The country's limit, where the matter is a public body's.
    pub(super) limit: Option<LimitTerms<'a>>,
    rounding: Rounding,
}

/// A maximum at one turnover.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    /// What the share for the seriousness is taken from: the maximum, but for a national limit
    /// that only holds at the end.
    pub(super) base: Amount,
    /// The most that may be imposed.
    pub(super) maximum: Amount,
}

impl<'a> Ceiling<'a> {
    /// Of a tier.
    ///
    /// # Errors
    /// Where no maximum was in force, or it is in another currency than the method's.
    pub(super) fn of(
        input: &Input<'a>,
        tier: &'a Tier,
        known: Known,
        own: Option<&OwnCurrency<'_>>,
    ) -> Result<Self, FineError> {
        let in_force = FineError::NotInForce(input.as_of);
        let fixed = fixed_cap(input, tier);
        let static_cap = fixed.on(input.as_of).ok_or_else(|| in_force.clone())?;
        let dynamic_cap = match &tier.dynamic_cap {
            Some(cap) if cap.values.iter().any(|dated| dated.from <= input.as_of) => {
                Some((cap, cap.on(input.as_of).ok_or(in_force)?))
            }
            _ => None,
        };
        if static_cap.value.currency() != input.methodology.currency {
            let (given, wanted) = (static_cap.value.currency(), input.methodology.currency);
            return Err(FineError::Currency { given, wanted });
        }
        Ok(Self {
            fixed,
            static_cap,
            dynamic_cap,
            is_undertaking: input.case_file.undertaking.is_undertaking(),
            limit: LimitTerms::of(input, tier, known, own),
            rounding: input.methodology.rounding,
        })
    }

    /// At a turnover, in the place of which stands the budget of a public body.
    pub(super) fn at(&self, turnover: Money, own: Option<&OwnCurrency<'_>>) -> At {
        let general = match self.dynamic_cap.filter(|_| self.is_undertaking) {
            Some((_, cap)) => self.static_cap.value.max(turnover.share(cap.value, self.rounding)),
            None => self.static_cap.value,
        };
        let general = Amount::stated(general);
        let cap = self.limit.and_then(|limit| limit.cap(turnover, own));
        let maximum = cap.map_or(general, |cap| general.lesser(Amount::stated(cap), own));
        At { base: if self.is_base() { maximum } else { general }, maximum }
    }

    /// Whether the share for the seriousness is taken from the country's limit.
    pub(super) fn is_base(&self) -> bool {
        self.limit.is_some_and(|limit| limit.is_base())
    }
}

/// The fixed maximum of a tier for this body.
fn fixed_cap<'a>(input: &Input<'a>, tier: &'a Tier) -> &'a Parameter<Money> {
    let individual = input.case_file.undertaking.kind == UndertakingKind::Individual;
    tier.individual_cap.as_ref().filter(|_| individual).unwrap_or(&tier.static_cap)
}

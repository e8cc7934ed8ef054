//! From one currency into another: at the rate the matter states, else at the published
//! ones, through the euro. Exact; only what comes out is rounded.

use super::calculate::FineError;
use crate::facts::{CaseFile, Exchange};
use crate::law::{Basis, EuroRate, FigureId, PublishedRate, Rates, When};
use crate::quantity::{Currency, ExchangeRate, Money, Ratio, Rounding};
use crate::trace::{Label, Origin, RateBasis, RateUsed, TraceNode, Value, Warning};

/// The way from one currency into another, with the rates it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bridge<'a> {
    into: Currency,
    ratio: Ratio,
    legs: Vec<Leg<'a>>,
}

/// One rate on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leg<'a> {
    /// Stated in the matter.
    Stated(&'a Exchange),
    /// Against the euro, as the bank published it.
    Bank(EuroRate<'a>),
    /// Named by a country's law: units of its currency for one euro.
    Named(Currency, &'a PublishedRate),
}

impl<'a> Bridge<'a> {
    /// The way between two currencies: at the rate stated for the pair in either
    /// direction; else through the euro, each part at the rate stated for it or at the
    /// bank's.
    ///
    /// # Errors
    /// Where no rate of one of the currencies is stated or held.
    pub(super) fn between(
        from: Currency,
        to: Currency,
        case_file: &'a CaseFile,
        rates: &'a Rates,
        when: When,
    ) -> Result<Self, FineError> {
        let mut bridge = Self { into: to, ratio: Ratio::ONE, legs: Vec::new() };
        if from == to {
            return Ok(bridge);
        }
        if let Some(stated) = case_file.exchange(from, to) {
            return Ok(Self { into: to, ratio: stated.ratio_from(from), legs: vec![Leg::Stated(stated)] });
        }
        let no_rate = FineError::Currency { given: from, wanted: to };
        for (from, to) in [(from, Currency::EUR), (Currency::EUR, to)].into_iter().filter(|(from, to)| from != to) {
            let (ratio, leg) = if let Some(stated) = case_file.exchange(from, to) {
                (stated.ratio_from(from), Leg::Stated(stated))
            } else {
                let other = if from == Currency::EUR { to } else { from };
                let published = rates.per_euro(other, when).ok_or_else(|| no_rate.clone())?;
                let per_euro = Ratio::from(published.rate);
                (if from == Currency::EUR { per_euro } else { per_euro.inverse() }, Leg::Bank(published))
            };
            bridge.ratio = bridge.ratio.then(ratio).ok_or_else(|| no_rate.clone())?;
            bridge.legs.push(leg);
        }
        Ok(bridge)
    }

    /// The same way back.
    pub(super) fn back(&self, into: Currency) -> Self {
        Self { into, ratio: self.ratio.inverse(), legs: self.legs.clone() }
    }

    /// The way into the euro at the rate a country's law names for its fines.
    pub(super) fn named(currency: Currency, rate: &'a PublishedRate) -> Self {
        let ratio = Ratio::from(rate.rate).inverse();
        Self { into: Currency::EUR, ratio, legs: vec![Leg::Named(currency, rate)] }
    }

    /// An amount at the other end, rounded once.
    pub(super) fn amount(&self, amount: Money, how: Rounding) -> Money {
        if amount.currency() == self.into { amount } else { amount.at(self.ratio, self.into, how) }
    }

    /// The rates in the order in which they were used.
    pub(super) fn used(&self) -> Vec<RateUsed> {
        self.legs.iter().map(Leg::used).collect()
    }

    /// The rates stated in the matter that the published ones of the time speak against:
    /// another than a fixed one, or one more than a quarter off.
    pub(super) fn doubted(&self, rates: &Rates, when: When) -> Vec<Warning> {
        let stated =
            self.legs.iter().filter_map(|leg| if let Leg::Stated(stated) = leg { Some(*stated) } else { None });
        let doubted = stated.filter_map(|stated| {
            let (ratio, published) = rates.rate(stated.from, stated.to, when).ok()?;
            let given = Ratio::from(stated.rate);
            let fixed = published.iter().all(|rate| matches!(rate.basis, Basis::Fixed { .. }));
            let fits = if fixed { given == ratio } else { given.is_near(ratio) };
            let published = || published.iter().map(RateUsed::from).collect();
            (!fits).then(|| Warning::RateDoubted { stated: Leg::Stated(stated).used(), published: published() })
        });
        doubted.collect()
    }

    /// The currencies whose bank rate is not of the time that was asked for.
    pub(super) fn of_other_time(&self) -> impl Iterator<Item = RateUsed> {
        let other = self.legs.iter().filter(|leg| matches!(leg, Leg::Bank(rate) if !rate.as_asked));
        other.map(Leg::used)
    }

    /// The rates as figures, each with its source; named after the first.
    pub(super) fn nodes(&self, name: &str) -> Vec<TraceNode> {
        let named = [name.to_owned(), format!("{name}_onward")];
        self.legs.iter().zip(named).map(|(leg, name)| leg.node(FigureId::from(name))).collect()
    }
}

impl Leg<'_> {
    fn used(&self) -> RateUsed {
        let (from, to, rate) = self.pair();
        let basis = match *self {
            Self::Stated(stated) => RateBasis::Stated { source: stated.source.clone() },
            Self::Named(_, published) => RateBasis::Named { day: published.day },
            Self::Bank(published) => return RateUsed::from(&published),
        };
        RateUsed { from, to, rate, basis }
    }

    /// The pair and the rate, the way round it was published or stated.
    fn pair(&self) -> (Currency, Currency, ExchangeRate) {
        match *self {
            Self::Stated(stated) => (stated.from, stated.to, stated.rate),
            Self::Bank(bank) => (Currency::EUR, bank.currency, bank.rate),
            Self::Named(currency, published) => (Currency::EUR, currency, published.rate),
        }
    }

    fn node(&self, figure: FigureId) -> TraceNode {
        let used = self.used();
        let value = Value::Exchange(used.rate);
        let label = Label::Exchange(used);
        match *self {
            Self::Stated(stated) => {
                let origin = Origin::Fact { field: "exchange", source: stated.source.clone() };
                TraceNode::new(figure, label, origin, value, Vec::new())
            }
            Self::Named(_, published) => TraceNode::parameter(figure, label, value, published.source.clone()),
            Self::Bank(published) => TraceNode::parameter(figure, label, value, published.source.clone()),
        }
    }
}

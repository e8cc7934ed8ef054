//! Logarithmic axes of amounts.

use crate::quantity::{Currency, Money};

/// A logarithmic axis between two places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// The powers of ten at its ends.
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// An axis that holds all these amounts, from one power of ten to another.
    pub(super) fn around(amounts: impl Iterator<Item = Money>, from: f64, to: f64) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for amount in amounts.map(power) {
            low = low.min(amount);
            high = high.max(amount);
        }
        if low > high {
            (low, high) = (3.0, 6.0);
        }
        let low = libm::floor(low);
        Self { low, high: libm::ceil(high).max(low + 1.0), from, to }
    }

    /// Where an amount lies.
    pub(super) fn at(&self, amount: Money) -> f64 {
        self.at_power(power(amount))
    }

    fn at_power(&self, power: f64) -> f64 {
        self.from + (power - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// Its ends as amounts.
    pub(super) fn ends(&self) -> (Money, Money) {
        (whole(self.low), whole(self.high))
    }

    /// The powers of ten on it, each with its place.
    pub(super) fn steps(&self) -> Vec<(Money, f64)> {
        let mut steps = Vec::new();
        let mut power = self.low;
        while power <= self.high + 1e-9 {
            steps.push((whole(power), self.at_power(power)));
            power += 1.0;
        }
        steps
    }
}

/// The power of ten of an amount in whole units.
#[expect(clippy::cast_precision_loss, reason = "a place on a logarithmic axis")]
fn power(amount: Money) -> f64 {
    libm::log10(amount.major().max(1) as f64)
}

#[expect(clippy::cast_possible_truncation, reason = "a power of ten")]
fn whole(power: f64) -> Money {
    Money::from_major(libm::exp10(power) as i64, Currency::EUR)
}

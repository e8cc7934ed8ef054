//! A figure at the low end, at the point chosen and at the high end.

use crate::quantity::{Money, Range};

/// One figure three times: at the low end of what the method permits, as chosen,
/// and at the high end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread<T> {
    /// At the low end.
    pub low: T,
    /// As chosen.
    pub point: T,
    /// At the high end.
    pub high: T,
}

impl<T: Copy> Spread<T> {
    /// The same figure throughout.
    pub fn same(value: T) -> Self {
        Self { low: value, point: value, high: value }
    }

    /// Each of the three transformed alike.
    pub fn map<U>(self, transform: impl Fn(T) -> U) -> Spread<U> {
        Spread { low: transform(self.low), point: transform(self.point), high: transform(self.high) }
    }

    /// Each of the three combined with its counterpart.
    pub fn with<U: Copy, V>(self, other: Spread<U>, combine: impl Fn(T, U) -> V) -> Spread<V> {
        Spread {
            low: combine(self.low, other.low),
            point: combine(self.point, other.point),
            high: combine(self.high, other.high),
        }
    }

    /// The ends without the point.
    pub fn ends(self) -> Range<T>
    where
        T: PartialOrd,
    {
        Range { low: self.low, high: self.high }
    }
}

impl Spread<Money> {
    /// Each limited by its counterpart.
    #[must_use]
    pub fn capped(self, maximum: Self) -> Self {
        self.with(maximum, Money::min)
    }
}

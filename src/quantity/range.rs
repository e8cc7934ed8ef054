//! A closed interval: what a judgement is allowed to be.

use serde::{Deserialize, Serialize};

/// From `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range<T> {
    /// The lower end, included.
    pub low: T,
    /// The upper end, included.
    pub high: T,
}

impl<T: PartialOrd + Copy> Range<T> {
    /// An interval from `low` to `high`.
    pub const fn new(low: T, high: T) -> Self {
        Self { low, high }
    }

    /// Only this value.
    pub const fn only(value: T) -> Self {
        Self { low: value, high: value }
    }

    /// Whether the value lies inside, ends included.
    pub fn contains(&self, value: T) -> bool {
        self.low <= value && value <= self.high
    }

    /// The nearest value inside.
    #[must_use]
    pub fn clamp(&self, value: T) -> T {
        if value < self.low {
            self.low
        } else if value > self.high {
            self.high
        } else {
            value
        }
    }
}

//! The time of a round. The clock is read elsewhere and handed in.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// How much time is left: it runs to an end, or stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Timer {
    /// It runs out then.
    Running {
        /// The end.
        until: DateTime,
    },
    /// It is stopped.
    Paused {
        /// Seconds left; below zero when the time is over.
        left: i64,
    },
}

impl Timer {
    /// A timer over so many minutes from now.
    pub(super) fn over(minutes: u32, now: DateTime) -> Self {
        Self::Running { until: later(now, i64::from(minutes) * 60) }
    }

    /// Seconds left at a time; below zero when the time is over.
    pub fn left(self, now: DateTime) -> i64 {
        match self {
            Self::Running { until } => now.duration_until(until).as_secs(),
            Self::Paused { left } => left,
        }
    }

    pub(super) fn paused(self, now: DateTime) -> Self {
        Self::Paused { left: self.left(now) }
    }

    pub(super) fn resumed(self, now: DateTime) -> Self {
        Self::Running { until: later(now, self.left(now)) }
    }

    /// With more or less time; a timer that was over begins from now.
    pub(super) fn extended(self, seconds: i64, now: DateTime) -> Self {
        let left = self.left(now).max(0).saturating_add(seconds).max(0);
        match self {
            Self::Running { .. } => Self::Running { until: later(now, left) },
            Self::Paused { .. } => Self::Paused { left },
        }
    }
}

/// So many seconds later; the end of time where it would lie beyond.
fn later(now: DateTime, seconds: i64) -> DateTime {
    now.saturating_add(jiff::SignedDuration::from_secs(seconds))
}

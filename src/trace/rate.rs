//! Rates of exchange as they were used.

use jiff::civil::Date;
use serde::Serialize;

use crate::law::{Basis, EuroRate};
use crate::quantity::{Currency, ExchangeRate};

/// A rate of exchange that was used, as it was published or stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RateUsed {
    /// One unit of this…
    pub from: Currency,
    /// …is so many of this:
    pub to: Currency,
    /// the rate.
    pub rate: ExchangeRate,
    /// What it rests on.
    pub basis: RateBasis,
}

/// A published rate, one euro in its currency.
impl From<&EuroRate<'_>> for RateUsed {
    fn from(published: &EuroRate<'_>) -> Self {
        let basis = match published.basis {
            Basis::Months { year, first, last } => RateBasis::Average { year, first, last },
            Basis::Fixed { from } => RateBasis::Fixed { from },
        };
        Self { from: Currency::EUR, to: published.currency, rate: published.rate, basis }
    }
}

/// What a rate of exchange rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RateBasis {
    /// The average of these months of a year by the European Central Bank, the first and
    /// the last; of the whole year from 1 to 12.
    Average {
        /// The year.
        year: i16,
        /// The first month.
        first: i8,
        /// The last month.
        last: i8,
    },
    /// Fixed from this day on.
    Fixed {
        /// The first day.
        from: Date,
    },
    /// The rate of this day that the country's law names for its fines.
    Named {
        /// The day of publication.
        day: Date,
    },
    /// Stated in the matter.
    Stated {
        /// What the user says it rests on.
        source: String,
    },
}

//! What an amount of an earlier year is at the prices of the last year in the data.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Citation;
use crate::quantity::{Money, Rate, Rounding};

/// How prices changed from year to year (`assets/law/rates/hicp.ron`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prices {
    /// What the figures are.
    pub text: String,
    /// Where the series comes from.
    pub source: Citation,
    /// Year by year, without a gap.
    pub years: Vec<PriceYear>,
}

/// One year of prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceYear {
    /// The year.
    pub year: i16,
    /// How much higher its average was than that of the year before.
    pub change: Rate,
    /// Where it stands.
    pub source: Citation,
}

impl Prices {
    /// The year at whose prices amounts are shown.
    pub fn last(&self) -> Option<i16> {
        self.years.last().map(|known| known.year)
    }

    /// An amount of that day at the prices of the last year; as it is where it is of that year or a
    /// later one, whose prices are not in the data yet. `None` before the first year.
    pub fn today(&self, amount: Money, day: Date) -> Option<Money> {
        let first = self.years.first()?.year;
        if day.year() < first {
            return None;
        }
        let later = self.years.iter().filter(|known| known.year > day.year());
        Some(later.fold(amount, |amount, known| amount.moved_by(known.change, Rounding::HalfUp)))
    }

    /// What is wrong with the series.
    pub fn problems(&self) -> Vec<String> {
        let pairs = self.years.iter().zip(self.years.iter().skip(1));
        let gaps = pairs.filter(|(one, next)| one.year + 1 != next.year);
        let mut found: Vec<String> = gaps
            .map(|(one, next)| format!("after {} comes {}: a year is missing or twice there", one.year, next.year))
            .collect();
        if self.years.is_empty() {
            found.push("there is no year".to_owned());
        }
        found
    }
}

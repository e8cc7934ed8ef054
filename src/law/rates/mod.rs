//! Rates of exchange held as data, and what an amount is in another currency at a time.
//!
//! All rates are against the euro, as the European Central Bank publishes them; between
//! two other currencies an amount goes through the euro. Nothing is rounded on the way:
//! only the amount that comes out, once.

mod data;

use jiff::civil::Date;
use serde::Serialize;

use super::Citation;
use crate::quantity::{Currency, ExchangeRate, Money, Ratio, Rounding};

pub use data::{Average, FixedRate, Rates};

/// A year or a month of averages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A calendar year.
    Year(i16),
    /// A month of a year, January as 1.
    Month(i16, i8),
}

/// As of when an amount is converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At the average of the month a day lies in: for an amount imposed on that day.
    Day(Date),
    /// At the average of a month, January as 1.
    Month(i16, i8),
    /// At the average of a year.
    Year(i16),
    /// A turnover of this year, converted on this day: at the average of the year, but at
    /// the fixed conversion rate once the currency has given way to the euro.
    FinancialYear(i16, Date),
}

/// What a rate rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The average of these months of a year, the first and the last; of the whole year
    /// from 1 to 12.
    Months {
        /// The year.
        year: i16,
        /// The first month with a rate.
        first: i8,
        /// The last month with a rate.
        last: i8,
    },
    /// Fixed from this day on.
    Fixed {
        /// The first day.
        from: Date,
    },
}

/// A rate against the euro with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EuroRate<'a> {
    /// The currency.
    pub currency: Currency,
    /// Its units for one euro.
    pub rate: ExchangeRate,
    /// What it rests on.
    pub basis: Basis,
    /// Whether it is of the year or month that was asked for; else of the nearest one
    /// with a rate, an earlier one where there is any.
    pub as_asked: bool,
    /// Where it was published.
    pub source: &'a Citation,
}

/// An amount in another currency, with the rates that took it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted<'a> {
    /// The amount, rounded once to the minor unit.
    pub amount: Money,
    /// What one unit of the old currency is in the new one, exactly.
    pub rate: Ratio,
    /// The published rates it is made of: none within one currency, one to or from the
    /// euro, two through it.
    pub source: Vec<EuroRate<'a>>,
}

/// No rate of a currency is held at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no rate of exchange is held for {}", .0.code())]
pub struct NoRate(pub Currency);

impl Rates {
    /// This amount in that currency as of a day, month or year: exact through the euro,
    /// rounded once to the nearest minor unit.
    ///
    /// Where the time asked for is not held, the nearest earlier one is used, else the
    /// first; [`EuroRate::as_asked`] tells.
    ///
    /// # Errors
    /// Where no rate of one of the currencies is held.
    ///
    /// # Example
    /// ```
    /// use amende::law::When;
    /// use amende::quantity::Currency;
    /// let library = amende::library::Library::embedded().unwrap();
    /// let fine = "SEK 75_000_000".parse().unwrap();
    /// let converted = library.law.rates.convert(fine, Currency::EUR, When::Month(2020, 3)).unwrap();
    /// assert_eq!(converted.amount.to_string(), "EUR 6896488.31");
    /// ```
    pub fn convert(&self, amount: Money, to: Currency, when: When) -> Result<Converted<'_>, NoRate> {
        let (rate, source) = self.rate(amount.currency(), to, when)?;
        Ok(Converted { amount: amount.at(rate, to, Rounding::HalfUp), rate, source })
    }

    /// What one unit of a currency is in another, exactly, with the published rates it is
    /// made of.
    ///
    /// # Errors
    /// Where no rate of one of the currencies is held.
    pub fn rate(&self, from: Currency, to: Currency, when: When) -> Result<(Ratio, Vec<EuroRate<'_>>), NoRate> {
        let (mut ratio, mut source) = (Ratio::ONE, Vec::new());
        if from == to {
            return Ok((ratio, source));
        }
        for (currency, into_euro) in [(from, true), (to, false)] {
            if currency == Currency::EUR {
                continue;
            }
            let published = self.per_euro(currency, when).ok_or(NoRate(currency))?;
            let one = Ratio::from(published.rate);
            ratio = ratio.then(if into_euro { one.inverse() } else { one }).ok_or(NoRate(currency))?;
            source.push(published);
        }
        Ok((ratio, source))
    }

    /// The units of a currency for one euro; `None` for the euro itself and where no rate
    /// is held.
    pub fn per_euro(&self, currency: Currency, when: When) -> Option<EuroRate<'_>> {
        let (period, on) = match when {
            When::Day(day) => (Period::Month(day.year(), day.month()), Some(day)),
            When::Month(year, month) => (Period::Month(year, month), Date::new(year, month, 1).ok()),
            When::Year(year) => (Period::Year(year), Date::new(year, 1, 1).ok()),
            When::FinancialYear(year, on) => (Period::Year(year), Some(on)),
        };
        on.and_then(|on| self.fixed(currency, on)).or_else(|| self.average(currency, period))
    }

    /// The rate fixed by then, the latest one.
    fn fixed(&self, currency: Currency, on: Date) -> Option<EuroRate<'_>> {
        let known = self.fixed.iter().rev().find(|fixed| fixed.currency == currency && fixed.from <= on)?;
        let basis = Basis::Fixed { from: known.from };
        Some(EuroRate { currency, rate: known.rate, basis, as_asked: true, source: &known.source })
    }

    /// The average of a period, else of the nearest earlier one of its kind, else of the
    /// first.
    fn average(&self, currency: Currency, asked: Period) -> Option<EuroRate<'_>> {
        let is_year = matches!(asked, Period::Year(_));
        let same_kind = |held: &&Average| matches!(held.of, Period::Year(_)) == is_year;
        let held = || {
            let of_kind = self.averages.iter().filter(same_kind);
            of_kind.filter_map(|average| Some((average.of, self.of(average, currency)?)))
        };
        let (of, rate) = held().rfind(|(of, _)| *of <= asked).or_else(|| held().next())?;
        let basis = match of {
            Period::Year(year) => {
                let (first, last) = self.months_of(currency, year)?;
                Basis::Months { year, first, last }
            }
            Period::Month(year, month) => Basis::Months { year, first: month, last: month },
        };
        let whole = !is_year || matches!(basis, Basis::Months { first: 1, last: 12, .. });
        Some(EuroRate { currency, rate, basis, as_asked: of == asked && whole, source: &self.source })
    }

    /// The first and the last month of a year with a rate of this currency.
    fn months_of(&self, currency: Currency, year: i16) -> Option<(i8, i8)> {
        let months = self.averages.iter().filter_map(|average| match average.of {
            Period::Month(of, month) if of == year => self.of(average, currency).map(|_| month),
            _ => None,
        });
        let months: Vec<i8> = months.collect();
        Some((*months.first()?, *months.last()?))
    }
}

//! The file of rates: as it is written, as it is held, and what may be wrong with it.

use jiff::civil::Date;
use serde::Deserialize;

use super::Period;
use crate::law::Citation;
use crate::quantity::{Currency, ExchangeRate, Ratio, Rounding, rounding};

/// Rates of exchange against the euro.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub struct Rates {
    /// What the averages are, in two sentences.
    pub text: String,
    /// Where they were published.
    pub source: Citation,
    /// The day they were taken over.
    pub retrieved: Date,
    /// Rates fixed once and for all, oldest first.
    pub fixed: Vec<FixedRate>,
    /// Averages of years and months, in the order of time.
    pub averages: Vec<Average>,
    currencies: Vec<Currency>,
}

/// A rate that is fixed from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedRate {
    /// The currency.
    pub currency: Currency,
    /// Its units for one euro.
    pub rate: ExchangeRate,
    /// The first day on which it is converted at this rate.
    pub from: Date,
    /// What it is called.
    pub text: String,
    /// Where it is fixed.
    pub source: Citation,
}

/// The average rates of a year or month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Average {
    /// Of which year or month.
    pub of: Period,
    /// The days with a rate.
    pub days: u16,
    rates: Vec<Option<ExchangeRate>>,
}

/// The form of the file: one line for each year and month, its rates in one text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    text: String,
    source: Citation,
    retrieved: Date,
    fixed: Vec<FixedRate>,
    currencies: Vec<Currency>,
    averages: Vec<(String, u16, String)>,
}

impl TryFrom<Written> for Rates {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let mut averages = Vec::with_capacity(written.averages.len());
        for (of, days, rates) in written.averages {
            let period =
                period(&of).ok_or_else(|| format!("`{of}` is no year or month, as in \"2025\" or \"2025-07\""))?;
            let rates = rates.split_whitespace().map(|rate| match rate {
                "-" => Ok(None),
                rate => rate.parse().map(Some).map_err(|error| format!("{of}: {error}")),
            });
            let rates: Vec<Option<ExchangeRate>> = rates.collect::<Result<_, _>>()?;
            if rates.len() != written.currencies.len() {
                let (found, wanted) = (rates.len(), written.currencies.len());
                return Err(format!("{of}: {found} rates for {wanted} currencies; `-` stands for none"));
            }
            averages.push(Average { of: period, days, rates });
        }
        let Written { text, source, retrieved, fixed, currencies, .. } = written;
        Ok(Self { text, source, retrieved, fixed, averages, currencies })
    }
}

fn period(text: &str) -> Option<Period> {
    match text.split_once('-') {
        None => text.parse().ok().map(Period::Year),
        Some((year, month)) => {
            let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
            Some(Period::Month(year.parse().ok()?, month))
        }
    }
}

impl Rates {
    /// The rate of a currency in an average.
    pub(super) fn of(&self, average: &Average, currency: Currency) -> Option<ExchangeRate> {
        let place = self.currencies.iter().position(|known| *known == currency)?;
        average.rates.get(place).copied().flatten()
    }

    /// What does not hold together: a currency that gave way to the euro without a rate, years or months that are
    /// missing or out of order, an average that does not agree with its months.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        for currency in Currency::all() {
            let places = self.currencies.iter().filter(|known| *known == currency).count();
            if places > 1 {
                problems.push(format!("{} stands among the currencies twice", currency.code()));
            }
            let gave_way = currency.replaced_by() == Some(Currency::EUR);
            if gave_way && !self.fixed.iter().any(|fixed| fixed.currency == *currency) {
                problems.push(format!("{} gave way to the euro and has no fixed rate", currency.code()));
            }
        }
        if !self.fixed.is_sorted_by_key(|fixed| (fixed.currency, fixed.from)) {
            problems.push("the fixed rates must stand by currency, the oldest first".to_owned());
        }
        problems.extend(self.gaps());
        for average in &self.averages {
            if let Period::Year(year) = average.of {
                problems.extend(self.disagreements(year, average));
            }
        }
        problems
    }

    /// Each year is followed by its months from January on, each year by the next; only
    /// the last may still run.
    fn gaps(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let mut before: Option<Period> = None;
        for Average { of, days, .. } in &self.averages {
            if *days == 0 {
                problems.push(format!("{of:?}: no days are counted"));
            }
            let follows = match (before, *of) {
                (None, Period::Year(_)) => true,
                (Some(Period::Year(year)), Period::Month(of, 1)) => of == year,
                (Some(Period::Month(year, month)), Period::Month(of, next)) => of == year && next == month + 1,
                (Some(Period::Month(year, 12)), Period::Year(next)) => next == year + 1,
                _ => false,
            };
            if !follows {
                problems.push(format!("{of:?} does not follow {before:?}: a year, its months in order, the next year"));
            }
            before = Some(*of);
        }
        problems
    }

    /// A year's days are those of its months; its averages lie among those of its months.
    fn disagreements(&self, year: i16, average: &Average) -> Vec<String> {
        let mut problems = Vec::new();
        let months: Vec<&Average> =
            self.averages.iter().filter(|month| matches!(month.of, Period::Month(of, _) if of == year)).collect();
        let days: u16 = months.iter().map(|month| month.days).sum();
        if days != average.days {
            problems.push(format!("{year}: {} days are counted, those of its months are {days}", average.days));
        }
        for currency in &self.currencies {
            let among: Vec<i128> =
                months.iter().filter_map(|month| self.of(month, *currency)).map(millionths).collect();
            let agrees = match (self.of(average, *currency).map(millionths), among.iter().min(), among.iter().max()) {
                (Some(year), Some(least), Some(most)) => (*least..=*most).contains(&year),
                (None, None, None) => true,
                _ => false,
            };
            if !agrees {
                problems
                    .push(format!("{year}: the average of {} does not lie among those of its months", currency.code()));
            }
        }
        problems
    }
}

fn millionths(rate: ExchangeRate) -> i128 {
    let ratio = Ratio::from(rate);
    rounding::divide(ratio.numerator() * 1_000_000, ratio.denominator(), Rounding::HalfUp)
}

//! Rates of exchange in words.

use super::Locale;
use crate::quantity::{Currency, ExchangeRate, Money, Range};
use crate::trace::{RateBasis, RateUsed, Warning};

impl Locale {
    /// A rate with what it rests on: `SEK 11.0663 for EUR 1 (average of 2025, European
    /// Central Bank)`.
    pub fn rate_used(&self, used: &RateUsed) -> String {
        let basis = match &used.basis {
            RateBasis::Average { year, first: 1, last: 12 } => {
                self.fill("rate.average", &[("time", &year.to_string())])
            }
            RateBasis::Average { year, first, last } => {
                self.fill("rate.average", &[("time", &self.months(*year, *first, *last))])
            }
            RateBasis::Fixed { .. } => self.t("rate.fixed").to_owned(),
            RateBasis::Named { day } => self.fill("rate.named", &[("date", &self.date(*day))]),
            RateBasis::Stated { source } if source.trim().is_empty() => self.t("rate.stated").to_owned(),
            RateBasis::Stated { source } => self.fill("rate.stated_from", &[("source", source)]),
        };
        let rate = self.exchange_rate(used.rate);
        let names = [("to", used.to.code()), ("rate", &rate), ("from", used.from.code()), ("basis", &basis)];
        self.fill("rate.used", &names)
    }

    /// A rate of exchange as a figure: `4.3653`.
    pub fn exchange_rate(&self, rate: ExchangeRate) -> String {
        rate.to_string().replace('.', &self.decimal)
    }

    /// What a rate is called: `Average rate of exchange, EUR → SEK, 2025`.
    pub(super) fn rate_label(&self, used: &RateUsed) -> String {
        let (key, time) = match &used.basis {
            RateBasis::Average { year, first: 1, last: 12 } => ("trace.exchange_average", year.to_string()),
            RateBasis::Average { year, first, last } => ("trace.exchange_average", self.months(*year, *first, *last)),
            RateBasis::Fixed { .. } => ("trace.exchange_fixed", String::new()),
            RateBasis::Named { day } => ("trace.exchange_of", self.date(*day)),
            RateBasis::Stated { .. } => ("trace.exchange", String::new()),
        };
        self.fill(key, &[("from", used.from.code()), ("to", used.to.code()), ("time", &time)])
    }

    /// Some months of a year, or one: `January to March 2025`.
    fn months(&self, year: i16, first: i8, last: i8) -> String {
        let [first_name, last_name] = [first, last].map(|month| self.month(month));
        let year = year.to_string();
        if first == last {
            return self.fill("date.month", &[("month", first_name), ("year", &year)]);
        }
        self.fill("date.months", &[("first", first_name), ("last", last_name), ("year", &year)])
    }

    /// Several rates, one after the other.
    pub fn rates_used(&self, rates: &[RateUsed]) -> String {
        let said: Vec<String> = rates.iter().map(|rate| self.rate_used(rate)).collect();
        said.join(self.t("rate.then"))
    }

    /// What is told of currencies and rates.
    pub(super) fn of_exchange(&self, warning: &Warning) -> String {
        match warning {
            Warning::TurnoverConverted { stated, counted, rates } => self.turnover_converted(*stated, *counted, rates),
            Warning::CountedInOwn { currency, rates } => self.counted_in_own(*currency, rates),
            Warning::RateDoubted { stated, published } => self.rate_doubted(stated, published),
            Warning::RateOfOtherTime { rate } => self.rate_of_other_time(rate),
            Warning::RateOfEarlierYear { currency, day } => {
                self.fill("warning.rate_of_earlier_year", &[("currency", currency.code()), ("date", &self.date(*day))])
            }
            Warning::RateUnknown { currency } => self.fill("warning.rate_unknown", &[("currency", currency.code())]),
            _ => String::new(),
        }
    }

    /// An amount, or both ends of a range of amounts, to the minor unit.
    fn exact_range(&self, range: Range<Money>) -> String {
        if range.low == range.high {
            return self.money_exact(range.low);
        }
        format!("{}{}{}", self.money_exact(range.low), self.range, self.money_exact(range.high))
    }

    fn turnover_converted(&self, stated: Range<Money>, counted: Range<Money>, rates: &[RateUsed]) -> String {
        let (stated, counted, rates) = (self.exact_range(stated), self.exact_range(counted), self.rates_used(rates));
        let names = [("stated", stated.as_str()), ("counted", &counted), ("rates", &rates)];
        self.fill("warning.turnover_converted", &names)
    }

    fn counted_in_own(&self, currency: Currency, rates: &[RateUsed]) -> String {
        let names = [("currency", currency.code()), ("rates", &self.rates_used(rates))];
        self.fill("warning.counted_in_own", &names)
    }

    fn rate_doubted(&self, stated: &RateUsed, published: &[RateUsed]) -> String {
        let fixed = published.iter().all(|rate| matches!(rate.basis, RateBasis::Fixed { .. }));
        let key = if fixed { "warning.rate_against_fixed" } else { "warning.rate_doubted" };
        let (stated, published) = (self.rate_used(stated), self.rates_used(published));
        self.fill(key, &[("stated", &stated), ("published", &published)])
    }

    fn rate_of_other_time(&self, rate: &RateUsed) -> String {
        let currency = if rate.from == Currency::EUR { rate.to } else { rate.from };
        self.fill("warning.rate_of_other_time", &[("currency", currency.code()), ("rate", &self.rate_used(rate))])
    }

    fn month(&self, month: i8) -> &str {
        let month = usize::try_from(month).ok().and_then(|month| self.months.get(month.checked_sub(1)?));
        month.map_or("", String::as_str)
    }
}

//! Shares in percent and rates of exchange.

use super::number::{Own, parts};
use super::{Reading, Reason};
use crate::locale::Locale;
use crate::quantity::{Currency, ExchangeRate, Range, Rate};

/// The most decimals of a rate here.
const MOST_PLACES: u32 = 4;

impl Locale {
    /// A share in percent, with or without its sign, inside what is permitted.
    pub fn read_rate(&self, text: &str, permitted: Range<Rate>) -> Reading<Rate> {
        let parts = match parts(text) {
            None => return Reading::Empty,
            Some(Err(reason)) => return Reading::Unreadable(reason),
            Some(Ok(parts)) => parts,
        };
        let word = parts.words.join(" ");
        if !word.is_empty() && !self.reading.percent.contains(&word) {
            let values = [("text", text.trim()), ("word", word.as_str())];
            return Reading::Unreadable(Reason::new("reading.unknown_word", &values));
        }
        self.settled(text, parts.figure, Some(Own::Decimals), MOST_PLACES).and_then(|number| {
            // One percent is ten thousand parts per million.
            let ppm = number.scaled(4).map(|ppm| if parts.negative { -ppm } else { ppm });
            let Some(ppm) = ppm else { return Reading::Unreadable(Reason::of("reading.four_decimals", text)) };
            match i64::try_from(ppm).map(Rate::from_ppm) {
                Ok(rate) if permitted.low <= rate && rate <= permitted.high => Reading::Value(rate),
                _ => {
                    let range = self.rate_range(permitted);
                    let values = [("text", text.trim()), ("range", range.as_str())];
                    Reading::Unreadable(Reason::new("reading.outside", &values))
                }
            }
        })
    }

    /// How many of `into` one unit of another currency is.
    pub fn read_exchange(&self, text: &str, into: Currency) -> Reading<ExchangeRate> {
        let parts = match parts(text) {
            None => return Reading::Empty,
            Some(Err(reason)) => return Reading::Unreadable(reason),
            Some(Ok(parts)) => parts,
        };
        let wanted = into.code().to_lowercase();
        if let Some(word) = parts.words.iter().find(|word| **word != wanted) {
            let values = [("text", text.trim()), ("word", word.as_str())];
            return Reading::Unreadable(Reason::new("reading.unknown_word", &values));
        }
        if parts.negative {
            return Reading::Unreadable(Reason::of("reading.negative", text));
        }
        self.settled(text, parts.figure, Some(Own::Decimals), MOST_PLACES).and_then(|number| {
            let power = 10_i128.checked_pow(number.places).unwrap_or(1).max(1);
            let width = usize::try_from(number.places).unwrap_or_default().max(1);
            let plain = format!("{}.{:0width$}", number.units / power, number.units % power);
            plain.parse().map_err(|_| Reason::of("reading.no_rate", text)).into()
        })
    }
}

//! Amounts of money: a number, a currency, and words such as `million`.

use super::number::{Own, Parts, parts};
use super::{Reading, Reason};
use crate::locale::Locale;
use crate::quantity::{Currency, Money};

/// What the words beside a number say.
#[derive(Default)]
struct Said {
    zeros: Option<u32>,
    /// The currencies that may be meant, each word narrowing them.
    currencies: Option<Vec<Currency>>,
}

impl Locale {
    /// An amount; in `usual`, unless the text names a currency. Zero is an amount, less is
    /// none.
    pub fn read_money(&self, text: &str, usual: Currency) -> Reading<Money> {
        match parts(text) {
            None => Reading::Empty,
            Some(Err(reason)) => Reading::Unreadable(reason),
            Some(Ok(parts)) => match self.said(text, &parts.words) {
                Ok(said) => self.amount_of(text, &parts, &said, usual),
                Err(reason) => Reading::Unreadable(reason),
            },
        }
    }

    fn amount_of(&self, text: &str, parts: &Parts, said: &Said, usual: Currency) -> Reading<Money> {
        let currency = match said.currencies.as_deref() {
            None => usual,
            Some([only]) => *only,
            Some(several) if several.contains(&usual) => usual,
            Some(several) => {
                let codes: Vec<&str> = several.iter().map(|currency| currency.code()).collect();
                let values = [("text", text.trim()), ("codes", &codes.join(", "))];
                return Reading::Ambiguous(Reason::new("reading.which_currency", &values));
            }
        };
        let zeros = said.zeros.unwrap_or_default();
        let own = if zeros == 0 { Some(Own::Groups) } else { None };
        self.settled(text, parts.figure, own, zeros + currency.digits()).and_then(|number| {
            let Some(minor) = number.scaled(zeros + currency.digits()) else {
                let digits = currency.digits().to_string();
                let values = [("text", text.trim()), ("currency", currency.code()), ("digits", digits.as_str())];
                return Reading::Unreadable(Reason::new("reading.too_fine", &values));
            };
            if parts.negative && minor != 0 {
                return Reading::Unreadable(Reason::of("reading.negative", text));
            }
            match i64::try_from(minor) {
                Ok(minor) if minor <= MOST => Reading::Value(Money::from_minor(minor, currency)),
                _ => Reading::Unreadable(Reason::of("reading.too_large", text)),
            }
        })
    }

    /// Multiplier and currency among the words; a word that is neither is an error.
    fn said(&self, text: &str, words: &[String]) -> Result<Said, Reason> {
        let mut said = Said::default();
        let is_zeros = |word: &&String| self.reading.multipliers.contains_key(*word);
        let (zeros, rest): (Vec<&String>, Vec<&String>) = words.iter().partition(is_zeros);
        for word in zeros {
            self.hear(text, word, &mut said)?;
        }
        // A name of several words, as the language has it: `Swedish krona`.
        let name = rest.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(" ");
        let named = Currency::all().iter().copied().find(|currency| self.t(&currency.key()).to_lowercase() == name);
        if let Some(currency) = named {
            narrow(text, &mut said, &[currency])?;
            return Ok(said);
        }
        for word in rest {
            self.hear(text, word, &mut said)?;
        }
        Ok(said)
    }

    fn hear(&self, text: &str, word: &str, said: &mut Said) -> Result<(), Reason> {
        let words = &self.reading;
        if let Some(zeros) = words.multipliers.get(word) {
            return multiply(text, said, *zeros);
        }
        if let Some(found) = self.currency_of(word) {
            return narrow(text, said, &found);
        }
        // `MSEK`, `k€`: a multiplier close before the currency.
        let split = word.char_indices().nth(1).map(|(at, _)| word.split_at(at));
        if let Some((first, rest)) = split
            && let (Some(zeros), Some(found)) = (words.prefixes.get(first), self.currency_of(rest))
        {
            multiply(text, said, *zeros)?;
            return narrow(text, said, &found);
        }
        // `€m`, `3.5Mio€`: a sign close to a word.
        let sign = |c: char| !c.is_alphabetic();
        if let Some(at) = word.find(sign).filter(|_| word.chars().any(char::is_alphabetic)) {
            let (first, rest) = word.split_at(if at == 0 { word.chars().next().map_or(0, char::len_utf8) } else { at });
            for part in [first, rest].map(|part| part.trim_matches('.')).into_iter().filter(|part| !part.is_empty()) {
                self.hear_plain(text, part, said)?;
            }
            return Ok(());
        }
        Err(Reason::new("reading.unknown_word", &[("text", text.trim()), ("word", word)]))
    }

    /// A part of a word: a multiplier or a currency, nothing else.
    fn hear_plain(&self, text: &str, part: &str, said: &mut Said) -> Result<(), Reason> {
        match (self.reading.multipliers.get(part), self.currency_of(part)) {
            (Some(zeros), _) => multiply(text, said, *zeros),
            (None, Some(found)) => narrow(text, said, &found),
            (None, None) => Err(Reason::new("reading.unknown_word", &[("text", text.trim()), ("word", part)])),
        }
    }

    fn currency_of(&self, word: &str) -> Option<Vec<Currency>> {
        let code = Currency::from_code(&word.to_uppercase()).map(|currency| vec![currency]);
        code.or_else(|| self.reading.currencies.get(word).cloned())
    }
}

/// The largest amount: ten million millions of a currency with cents.
const MOST: i64 = 1_000_000_000_000_000;

fn multiply(text: &str, said: &mut Said, zeros: u32) -> Result<(), Reason> {
    if said.zeros.replace(zeros).is_some() {
        return Err(Reason::of("reading.two_multipliers", text));
    }
    Ok(())
}

fn narrow(text: &str, said: &mut Said, found: &[Currency]) -> Result<(), Reason> {
    let kept = match &said.currencies {
        None => found.to_vec(),
        Some(known) => known.iter().copied().filter(|currency| found.contains(currency)).collect(),
    };
    if kept.is_empty() {
        return Err(Reason::of("reading.two_currencies", text));
    }
    said.currencies = Some(kept);
    Ok(())
}

//! Quantities: a whole number and a unit, converted only where that is exact.

use super::number::parts;
use super::{Reading, Reason, UnitWords};
use crate::locale::Locale;

/// What a quantity in a unit no entry describes may be at most.
const MOST: i64 = 1_000_000_000_000;

impl Locale {
    /// A whole number of `unit`. Another unit of its kind is converted where the result is
    /// whole: six days are 144 hours; a month is no number of days.
    pub fn read_quantity(&self, text: &str, unit: &str) -> Reading<i64> {
        let parts = match parts(text) {
            None => return Reading::Empty,
            Some(Err(reason)) => return Reading::Unreadable(reason),
            Some(Ok(parts)) => parts,
        };
        let wanted = self.reading.units.iter().find(|known| known.unit == unit);
        let most = wanted.map_or(MOST, |known| known.most);
        let (numbers, names): (Vec<String>, Vec<String>) =
            parts.words.iter().cloned().partition(|word| self.is_multiplier(word, wanted));
        let name = names.join(" ");
        if name.is_empty() || name == unit {
            return self.counted(text, &parts, &numbers, most);
        }
        let Some(given) = self.reading.units.iter().find(|known| known.names.contains(&name)) else {
            let values = [("text", text.trim()), ("word", name.as_str()), ("unit", unit)];
            return Reading::Unreadable(Reason::new("reading.unknown_unit", &values));
        };
        let values = [("text", text.trim()), ("given", given.unit.as_str()), ("unit", unit)];
        let Some(wanted) = wanted.filter(|wanted| wanted.kind == given.kind) else {
            return Reading::Unreadable(Reason::new("reading.other_unit", &values));
        };
        self.counted(text, &parts, &numbers, given.most).and_then(|count| {
            let Some(smallest) = count.checked_mul(given.size).filter(|whole| whole % wanted.size == 0) else {
                return Reading::Unreadable(Reason::new("reading.not_whole_unit", &values));
            };
            match smallest / wanted.size {
                count if count <= most => Reading::Value(count),
                _ => {
                    let values = [("text", text.trim()), ("most", &self.count(most))];
                    Reading::Unreadable(Reason::new("reading.at_most", &values))
                }
            }
        })
    }

    /// Whether a word stands for zeros in this unit.
    fn is_multiplier(&self, word: &str, unit: Option<&UnitWords>) -> bool {
        unit.is_none_or(|unit| unit.large) && self.reading.multipliers.contains_key(word)
    }
}

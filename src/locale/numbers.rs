//! Amounts, counts and dates in a language's own form.

use jiff::civil::Date;

use super::Locale;
use crate::quantity::{Currency, Money, PartialDate, Range, Rate, Rounding, rounding};

impl Locale {
    /// A score from 0 to 100: a figure, a range while answers are open, or that nothing
    /// is decided.
    pub fn score(&self, low: u8, point: Option<u8>, high: u8) -> String {
        match point {
            None => self.t("score.none").to_owned(),
            Some(point) if low == high => point.to_string(),
            Some(_) => format!("{low}{}{high}", self.range),
        }
    }

    /// A count with grouped digits: `160,000,000`.
    pub fn count(&self, count: i64) -> String {
        let sign = if count < 0 { "−" } else { "" };
        format!("{sign}{}", self.grouped(count.unsigned_abs()))
    }

    /// An amount to the minor unit: `EUR 54,600.00`, `JPY 54,600`.
    pub fn money_exact(&self, amount: Money) -> String {
        let sign = if amount.minor() < 0 { "−" } else { "" };
        let currency = amount.currency();
        let (minor, unit) = (amount.minor().unsigned_abs(), currency.minor_units().unsigned_abs());
        let (code, whole) = (currency.code(), self.grouped(minor / unit));
        match currency.digits() as usize {
            0 => format!("{code}\u{a0}{sign}{whole}"),
            digits => format!("{code}\u{a0}{sign}{whole}{}{:0digits$}", self.decimal, minor % unit),
        }
    }

    /// An amount without its currency, with decimals where it has any: `54,600`, `54,600.50`.
    pub fn figure_of(&self, amount: Money) -> String {
        if amount.minor() % amount.currency().minor_units() == 0 {
            return self.amount(amount);
        }
        let exact = self.money_exact(amount);
        exact.split_once('\u{a0}').map_or(exact.clone(), |(_, figure)| figure.to_owned())
    }

    /// An amount as it was stated, with decimals where it has any: `EUR 54,600`, `EUR 54,600.50`.
    pub fn money_stated(&self, amount: Money) -> String {
        format!("{}\u{a0}{}", amount.currency().code(), self.figure_of(amount))
    }

    /// A currency by code and name: `SEK Swedish krona`.
    pub fn currency(&self, currency: Currency) -> String {
        format!("{} {}", currency.code(), self.currency_name(currency))
    }

    /// A currency by name: `Swedish krona`, `German mark (until 2002)`.
    pub fn currency_name(&self, currency: Currency) -> String {
        let key = currency.key();
        let name = self.t(&key);
        let Some(year) = currency.withdrawn() else { return name.to_owned() };
        self.fill("currency.withdrawn", &[("name", name), ("year", &year.to_string())])
    }

    /// An amount in whole units with its currency: `EUR 240,000`.
    pub fn money(&self, amount: Money) -> String {
        format!("{}\u{a0}{}", amount.currency().code(), self.amount(amount))
    }

    /// An amount in whole units without its currency, where that stands nearby.
    pub fn amount(&self, amount: Money) -> String {
        self.count(amount.major())
    }

    /// An amount to three significant figures, without its currency: an estimate
    /// must not look more exact than it is.
    pub fn rough(&self, amount: Money) -> String {
        self.count(three_figures(amount).major())
    }

    /// The same with its currency.
    pub fn rough_money(&self, amount: Money) -> String {
        format!("{}\u{a0}{}", amount.currency().code(), self.rough(amount))
    }

    /// A range of rough amounts with the currency once: `EUR 120,000 – 400,000`.
    pub fn rough_range(&self, range: Range<Money>) -> String {
        format!("{}{}{}", self.rough_money(range.low), self.range, self.rough(range.high))
    }

    /// A range of rough amounts without currency: `120,000 – 400,000`.
    pub fn amount_range_rough(&self, range: Range<Money>) -> String {
        format!("{}{}{}", self.rough(range.low), self.range, self.rough(range.high))
    }

    /// A range of amounts in whole units, without currency.
    pub fn amount_range(&self, range: Range<Money>) -> String {
        format!("{}{}{}", self.amount(range.low), self.range, self.amount(range.high))
    }

    /// An amount on an axis: `1k`, `20m`, `1.4bn`.
    pub fn short(&self, amount: Money) -> String {
        let major = three_figures(amount).major();
        for (unit, key) in [(1_000_000_000, "unit.billion"), (1_000_000, "unit.million"), (1_000, "unit.thousand")] {
            if major.abs() >= unit {
                let hundredths = rounding::divide(i128::from(major) * 100, i128::from(unit), Rounding::HalfUp);
                let fraction = format!("{:02}", hundredths.unsigned_abs() % 100);
                let fraction = fraction.trim_end_matches('0');
                let dot = if fraction.is_empty() { "" } else { &self.decimal };
                return format!("{}{dot}{fraction}{}", hundredths / 100, self.t(key));
            }
        }
        major.to_string()
    }

    /// A share: `0.3 %`.
    pub fn rate(&self, rate: Rate) -> String {
        rate.to_string().replace('.', &self.decimal).replace('-', "−").replace(' ', "\u{a0}")
    }

    /// A movement, always with its sign: `+10 %`, `−15 %`, `0 %`.
    pub fn movement(&self, rate: Rate) -> String {
        let sign = if rate > Rate::ZERO { "+" } else { "" };
        format!("{sign}{}", self.rate(rate))
    }

    /// A range of shares: `0.3 – 2 %`.
    pub fn rate_range(&self, range: Range<Rate>) -> String {
        let low = self.rate(range.low);
        let low = low.trim_end_matches('%').trim_end_matches('\u{a0}').to_owned();
        format!("{low}{}{}", self.range, self.rate(range.high))
    }

    /// A day: `5 December 2024`.
    pub fn date(&self, date: Date) -> String {
        let month = usize::try_from(date.month()).ok().and_then(|month| self.months.get(month.checked_sub(1)?));
        let (day, month, year) = (date.day().to_string(), month.map_or("", String::as_str), date.year().to_string());
        self.fill("date.long", &[("day", &day), ("month", month), ("year", &year)])
    }

    /// A day, or the month or year of it where no more is known: `December 2024`.
    pub fn partial_date(&self, when: PartialDate) -> String {
        match when {
            PartialDate::Day(day) => self.date(day),
            PartialDate::Year(first) => first.year().to_string(),
            PartialDate::Month(first) => {
                let place = usize::try_from(first.month()).ok().and_then(|month| month.checked_sub(1));
                let month = place.and_then(|place| self.months.get(place)).map_or("", String::as_str);
                self.fill("date.month", &[("month", month), ("year", &first.year().to_string())])
            }
        }
    }

    /// Zero of a currency, as an empty figure is shown.
    pub fn nothing(&self, currency: Currency) -> String {
        self.money(Money::zero(currency))
    }

    fn grouped(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut out = String::with_capacity(digits.len() * 4 / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        out
    }
}

/// Rounded to three significant figures of whole units.
fn three_figures(amount: Money) -> Money {
    let major = amount.major();
    let figures = major.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
    let step = 10_i64.pow(figures.saturating_sub(3));
    let rounded = rounding::divide(i128::from(major), i128::from(step), Rounding::HalfUp) * i128::from(step);
    Money::from_major(i64::try_from(rounded).unwrap_or(major), amount.currency())
}

#[cfg(test)]
mod tests {
    use super::three_figures;
    use crate::quantity::{Currency, Money};

    #[test]
    fn estimates_keep_three_significant_figures() {
        for (given, shown) in [(237_412, 237_000), (1_234_567, 1_230_000), (999_600, 1_000_000), (87, 87), (0, 0)] {
            let amount = three_figures(Money::from_major(given, Currency::EUR));
            assert_eq!(amount.major(), shown, "{given}");
        }
    }
}

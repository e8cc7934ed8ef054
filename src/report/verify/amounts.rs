//! Amounts in the words of a page.

use std::collections::BTreeMap;

use super::Difference;

/// So many characters on each side tell where an amount stands.
const AROUND: usize = 30;

/// An amount as it is shown, with the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// `240,000`, with its currency where that stands before it: `EUR 240,000`.
    pub shown: String,
    /// The words around it.
    pub near: String,
}

/// The amounts of a line: figures behind a currency, and figures in groups of thousands. Years,
/// articles and counts are none.
pub(super) fn of(line: &str) -> Vec<Amount> {
    let signs: Vec<char> = line.chars().map(|sign| if is_space(sign) { ' ' } else { sign }).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let ends = figure_ends(&signs, at);
        if ends == at {
            at += 1;
            continue;
        }
        let begins = currency_begins(&signs, at);
        let text = |from: usize, to: usize| signs.get(from..to).unwrap_or_default().iter().collect::<String>();
        let figure = text(at, ends);
        if begins < at || is_grouped(&figure) {
            let (from, to) = (begins.saturating_sub(AROUND), (ends + AROUND).min(signs.len()));
            found.push(Amount { shown: text(begins, ends), near: text(from, to).trim().to_owned() });
        }
        at = ends;
    }
    found
}

fn is_space(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Where the figure that begins here ends; here where none does.
fn figure_ends(signs: &[char], at: usize) -> usize {
    let digit = |place: usize| signs.get(place).is_some_and(char::is_ascii_digit);
    let inside = at.checked_sub(1).and_then(|before| signs.get(before)).is_some_and(|sign| sign.is_alphanumeric());
    if !digit(at) || inside {
        return at;
    }
    let mut ends = at;
    while digit(ends) || (matches!(signs.get(ends), Some(',' | '.')) && digit(ends + 1)) {
        ends += 1;
    }
    ends
}

/// Where the currency before a figure begins; at the figure where none stands there.
fn currency_begins(signs: &[char], at: usize) -> usize {
    let Some(begins) = at.checked_sub(4) else { return at };
    let is_code = signs.get(begins..at).is_some_and(|before| {
        matches!(before, [one, two, three, ' '] if [one, two, three].iter().all(|sign| sign.is_ascii_uppercase()))
    });
    let apart = begins.checked_sub(1).and_then(|before| signs.get(before)).is_none_or(|sign| !sign.is_alphanumeric());
    if is_code && apart { begins } else { at }
}

/// Whether a figure is written in groups of thousands: `240,000`.
fn is_grouped(figure: &str) -> bool {
    let whole = figure.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    rest.peek().is_some() && (1..=3).contains(&first.len()) && rest.all(|group| group.len() == 3)
}

/// How many amounts there are, and those that are shown more or fewer times than they would.
pub(super) fn that_differ(report: &[Amount], matter: &[Amount]) -> (usize, Vec<Difference>) {
    let mut counted: BTreeMap<&str, (usize, usize, &str)> = BTreeMap::new();
    for amount in report {
        let known = counted.entry(&amount.shown).or_insert((0, 0, &amount.near));
        known.0 += 1;
    }
    for amount in matter {
        let known = counted.entry(&amount.shown).or_insert((0, 0, &amount.near));
        known.1 += 1;
    }
    let differ = counted.into_iter().filter(|(_, (report, matter, _))| report != matter);
    let difference = |(amount, (report, matter, near)): (&str, (usize, usize, &str))| Difference::Shown {
        amount: amount.to_owned(),
        near: near.to_owned(),
        report,
        matter,
    };
    (matter.len(), differ.map(difference).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_found_and_years_articles_and_counts_are_not() {
        let shown = |line: &str| of(line).into_iter().map(|amount| amount.shown).collect::<Vec<_>>();
        assert_eq!(
            shown("about EUR\u{a0}240,000 (range EUR 96,000 to 1,200,000.50)."),
            ["EUR 240,000", "EUR 96,000", "1,200,000.50"]
        );
        assert_eq!(shown("GBP 500 and JPY\u{202f}54,600"), ["GBP 500", "JPY 54,600"]);
        assert!(shown("Art. 83(5) of 27 April 2016, C-807/21, 482872, 10 of 100, 2,5 %, SAN-2024-020").is_empty());
    }

    #[test]
    fn an_amount_changed_is_two_differences() {
        let amounts = |line: &str| of(line);
        let (shown, differ) =
            that_differ(&amounts("EUR 24,000 then EUR 9,000"), &amounts("EUR 240,000 then EUR 9,000"));
        assert_eq!((shown, differ.len()), (2, 2));
    }
}

//! Numbers, exactly: digits, their grouping and decimals, and the words around them.

use super::{Reading, Reason, plain};
use crate::locale::Locale;

/// More digits than any figure here has.
const MOST_DIGITS: usize = 18;

/// A decimal number: `units` divided by ten to the power of `places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) units: i128,
    pub(super) places: u32,
}

impl Decimal {
    /// The number times ten to the power of `zeros`, if that is whole.
    pub(super) fn scaled(self, zeros: u32) -> Option<i128> {
        let power = |exponent: u32| 10_i128.checked_pow(exponent);
        if zeros >= self.places {
            return self.units.checked_mul(power(zeros - self.places)?);
        }
        let divisor = power(self.places - zeros)?;
        (self.units % divisor == 0).then_some(self.units / divisor)
    }
}

/// The digits of a text, read as one number or as two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    /// Only this.
    One(Decimal),
    /// One mark that groups or sets off decimals.
    Two { mark: char, grouped: Decimal, fraction: Decimal },
}

/// A text taken apart: sign, digits with their marks, words around.
pub(super) struct Parts {
    pub(super) negative: bool,
    pub(super) figure: Figure,
    /// In lower case, without blanks; of words before and behind the digits.
    pub(super) words: Vec<String>,
}

/// Takes a text with one number in it apart; `None` where nothing was typed.
pub(super) fn parts(text: &str) -> Option<Result<Parts, Reason>> {
    let trimmed = text.trim();
    if trimmed.is_empty() { None } else { Some(taken_apart(trimmed)) }
}

fn taken_apart(text: &str) -> Result<Parts, Reason> {
    let no_number = || Reason::of("reading.no_number", text);
    let first = text.find(|c: char| c.is_ascii_digit()).ok_or_else(no_number)?;
    let last = text.rfind(|c: char| c.is_ascii_digit()).ok_or_else(no_number)?;
    // ".5" is a half; "Mio. 5" is not.
    let before = text.get(..first).unwrap_or_default();
    let leading = before.ends_with(['.', ',']) && !before.trim_end_matches(['.', ',']).ends_with(char::is_alphabetic);
    let first = if leading { first - 1 } else { first };
    let before = text.get(..first).unwrap_or_default();
    let digits = text.get(first..=last).unwrap_or_default();
    let behind = text.get(last + 1..).unwrap_or_default();
    if behind.trim_end() == "." || behind.trim_end() == "," {
        return Err(Reason::of("reading.unfinished", text));
    }
    let (negative, before) = sign(before);
    let figure = figure(digits).map_err(|key| Reason::of(key, text))?;
    let mut words = Vec::new();
    for word in plain(before).split(' ').chain(plain(behind).split(' ')) {
        // The point of an abbreviation is no part of the word; points alone are no word.
        let bare = word.trim_end_matches('.');
        if bare.is_empty() && !word.is_empty() {
            return Err(Reason::of("reading.marks", text));
        }
        if !bare.is_empty() {
            words.push(bare.to_owned());
        }
    }
    Ok(Parts { negative, figure, words })
}

/// A sign before the number, and what is left before it.
fn sign(before: &str) -> (bool, &str) {
    let minus = ['-', '−', '–'];
    let trimmed = before.trim();
    if let Some(rest) = trimmed.strip_suffix(minus).or_else(|| trimmed.strip_prefix(minus)) {
        return (true, rest);
    }
    (false, trimmed.strip_suffix('+').unwrap_or(trimmed))
}

/// What a mark between digits can be taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Blank,
    Apostrophe,
    Point,
    Comma,
}

impl Mark {
    fn of(character: char) -> Option<Self> {
        match character {
            '\'' | '’' | '‘' | 'ʼ' => Some(Self::Apostrophe),
            '.' => Some(Self::Point),
            ',' => Some(Self::Comma),
            blank if blank.is_whitespace() => Some(Self::Blank),
            _ => None,
        }
    }

    fn sets_off_decimals(self) -> bool {
        matches!(self, Self::Point | Self::Comma)
    }
}

/// Digits with their marks; the error is the key of a reason.
pub(super) fn figure(text: &str) -> Result<Figure, &'static str> {
    let mut runs = vec![String::new()];
    let mut marks = Vec::new();
    for character in text.chars() {
        if character.is_ascii_digit() {
            if let Some(run) = runs.last_mut() {
                run.push(character);
            }
        } else {
            marks.push(Mark::of(character).ok_or("reading.not_one_number")?);
            runs.push(String::new());
        }
    }
    if runs.iter().map(String::len).sum::<usize>() > MOST_DIGITS {
        return Err("reading.too_large");
    }
    let grouped = grouped(&runs, &marks);
    let fraction = fraction(&runs, &marks);
    match (grouped, fraction) {
        (Some(number), None) | (None, Some(number)) => Ok(Figure::One(number)),
        (Some(grouped), Some(fraction)) if marks.is_empty() => {
            debug_assert_eq!(grouped, fraction, "digits alone are one number");
            Ok(Figure::One(grouped))
        }
        (Some(grouped), Some(fraction)) => {
            let mark = if marks.contains(&Mark::Comma) { ',' } else { '.' };
            Ok(Figure::Two { mark, grouped, fraction })
        }
        (None, None) => Err("reading.marks"),
    }
}

/// A whole number whose digits stand in groups of three, or in none.
fn grouped(runs: &[String], marks: &[Mark]) -> Option<Decimal> {
    let (first, rest) = runs.split_first()?;
    let one_kind = marks.iter().all(|mark| Some(mark) == marks.first());
    let threes = rest.iter().all(|run| run.len() == 3);
    let begins = rest.is_empty() || (1..=3).contains(&first.len()) && !first.starts_with('0');
    if !(one_kind && threes && begins) {
        return None;
    }
    Some(Decimal { units: runs.concat().parse().ok()?, places: 0 })
}

/// A number whose last mark sets off decimals.
fn fraction(runs: &[String], marks: &[Mark]) -> Option<Decimal> {
    let Some((last, before)) = marks.split_last() else { return grouped(runs, marks) };
    let (decimals, whole) = runs.split_last()?;
    if !last.sets_off_decimals() || before.contains(last) || decimals.is_empty() {
        return None;
    }
    let whole = match whole {
        [none] if none.is_empty() => Decimal { units: 0, places: 0 },
        whole => grouped(whole, before)?,
    };
    let places = u32::try_from(decimals.len()).ok()?;
    let units = whole.units.checked_mul(10_i128.checked_pow(places)?)?.checked_add(decimals.parse().ok()?)?;
    Some(Decimal { units, places })
}

impl Locale {
    /// How a figure is taken where one mark may do either: see the rules of the module.
    ///
    /// `own` is what the language's own mark means in this kind of field; `None` where it
    /// settles nothing. `places` are the most decimals that a number here can have.
    pub(super) fn settled(&self, text: &str, figure: Figure, own: Option<Own>, places: u32) -> Reading<Decimal> {
        let Figure::Two { mark, grouped, fraction } = figure else {
            let Figure::One(number) = figure else { return Reading::Empty };
            return Reading::Value(number);
        };
        let is = |own: &str| own.chars().eq([mark]);
        match own {
            Some(Own::Whole) => Reading::Value(grouped),
            Some(Own::Groups) if is(&self.group) => Reading::Value(grouped),
            Some(Own::Decimals) if is(&self.decimal) => Reading::Value(fraction),
            _ => {
                let [first, second] =
                    [grouped, fraction].map(|number| instead(text, &self.unmistakable(number, places)));
                let values = [("text", text.trim()), ("first", first.as_str()), ("second", second.as_str())];
                Reading::Ambiguous(Reason::new("reading.two_numbers", &values))
            }
        }
    }

    /// A number in a form that can only be read as that number: digits alone, or with more or
    /// fewer than the three decimals that could be a group of digits.
    /// Decimals past the most there can be are cut off.
    fn unmistakable(&self, number: Decimal, most: u32) -> String {
        let cut = number.places.saturating_sub(most);
        let digits = (number.units / 10_i128.checked_pow(cut).unwrap_or(1).max(1)).to_string();
        let places = usize::try_from(number.places - cut).unwrap_or_default();
        if places == 0 {
            return digits;
        }
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, decimals) = digits.split_at(digits.len() - places);
        let shorter = decimals.trim_end_matches('0');
        let decimals =
            if places == 3 && shorter.len() == 3 { format!("{decimals}0") } else { format!("{shorter:0<1}") };
        format!("{whole}{}{decimals}", self.decimal)
    }

    /// A whole number of things, at most `most`: `1,234`, `1.5 million`.
    pub fn read_count(&self, text: &str, most: i64) -> Reading<i64> {
        match parts(text) {
            None => Reading::Empty,
            Some(Err(reason)) => Reading::Unreadable(reason),
            Some(Ok(parts)) => self.counted(text, &parts, &parts.words, most),
        }
    }

    /// A number with words that must all be multipliers, as a whole number.
    pub(super) fn counted(&self, text: &str, parts: &Parts, words: &[String], most: i64) -> Reading<i64> {
        let zeros = match self.zeros(text, words) {
            Ok(zeros) => zeros,
            Err(reason) => return Reading::Unreadable(reason),
        };
        let own = if zeros == 0 { Some(Own::Whole) } else { None };
        self.settled(text, parts.figure, own, zeros).and_then(|number| {
            let Some(whole) = number.scaled(zeros) else {
                return Reading::Unreadable(Reason::of("reading.not_whole", text));
            };
            if parts.negative && whole != 0 {
                return Reading::Unreadable(Reason::of("reading.negative", text));
            }
            match i64::try_from(whole) {
                Ok(whole) if whole <= most => Reading::Value(whole),
                _ => Reading::Unreadable(Reason::new(
                    "reading.at_most",
                    &[("text", text.trim()), ("most", &self.count(most))],
                )),
            }
        })
    }

    /// The zeros that multipliers add; every word must be one, and one only.
    pub(super) fn zeros(&self, text: &str, words: &[String]) -> Result<u32, Reason> {
        match words {
            [] => Ok(0),
            [word] => self
                .reading
                .multipliers
                .get(word)
                .copied()
                .ok_or_else(|| Reason::new("reading.unknown_word", &[("text", text.trim()), ("word", word)])),
            [first, second, ..] => {
                let word = if self.reading.multipliers.contains_key(first) { second } else { first };
                Err(Reason::new("reading.unknown_word", &[("text", text.trim()), ("word", word)]))
            }
        }
    }
}

/// The text with other digits in the place of its own, the words around them kept.
fn instead(text: &str, digits: &str) -> String {
    let text = text.trim();
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(is_digit), text.rfind(is_digit)) else { return digits.to_owned() };
    let (before, behind) = (text.get(..first).unwrap_or_default(), text.get(last + 1..).unwrap_or_default());
    format!("{before}{digits}{behind}")
}

/// What the language's own mark means where it could do either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    /// There are no decimals in this kind of field.
    Whole,
    /// The grouping mark groups.
    Groups,
    /// The decimal mark sets off decimals.
    Decimals,
}

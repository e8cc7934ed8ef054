//! What persons write: values in a random form, with what must come of it, and noise.

use super::{Dice, Kind, oracle};

/// What must come of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Must {
    /// This value.
    Be(String),
    /// It is told, and nothing is changed.
    BeTold,
    /// Whatever the second reader makes of it, or told.
    Agree,
}

use Must::{Agree, Be, BeTold};

const GROUPS: [Option<char>; 8] =
    [None, Some(','), Some('.'), Some(' '), Some('\u{a0}'), Some('\u{2009}'), Some('\''), Some('’')];

/// A number in some form, and whether its one mark could do either.
fn number(dice: &mut Dice, whole: u64, decimals: &str) -> (String, Option<char>) {
    let digits = whole.to_string();
    let group = *dice.of(&GROUPS);
    let written = group.map_or(digits.clone(), |mark| oracle::group(&digits, mark));
    if decimals.is_empty() {
        let doubtful = group.filter(|mark| matches!(mark, ',' | '.') && (4..=6).contains(&digits.len()));
        return (written, doubtful);
    }
    let marks: Vec<char> = ['.', ','].into_iter().filter(|mark| group != Some(*mark) || digits.len() < 4).collect();
    (format!("{written}{}{decimals}", dice.of(&marks)), None)
}

/// A whole number below ten to the power of nine, small and large ones alike.
fn some(dice: &mut Dice) -> u64 {
    let size = 10_u64.pow(1 + dice.below(9));
    dice.number(size)
}

fn money(dice: &mut Dice) -> (String, Must) {
    let (word, zeros) =
        *dice.of(&[("", 0), ("", 0), ("m", 6), (" million", 6), ("k", 3), ("bn", 9), (" Mio.", 6), (" Mrd", 9)]);
    let whole = if zeros == 0 { some(dice) } else { dice.number(2_000) };
    let decimals = match dice.below(3) {
        0 => String::new(),
        1 => format!("{}", 1 + dice.number(8)),
        _ => format!("{:02}", dice.number(100)),
    };
    let (figure, doubtful) = number(dice, whole, &decimals);
    let (before, after, code) = *dice.of(&[
        ("", "", "EUR"),
        ("EUR ", "", "EUR"),
        ("", " EUR", "EUR"),
        ("€", "", "EUR"),
        ("€ ", "", "EUR"),
        ("", " €", "EUR"),
        ("SEK ", "", "SEK"),
        ("", " sek", "SEK"),
        ("JPY ", "", "JPY"),
        ("£", "", "GBP"),
    ]);
    let text = format!("{before}{figure}{word}{after}");
    let hundredths: u128 = u128::from(whole) * 100 + format!("{decimals:0<2}").parse::<u128>().unwrap();
    let minor = hundredths * 10_u128.pow(zeros);
    let must = match doubtful {
        Some('.') => BeTold,
        Some(_) if zeros > 0 => BeTold,
        _ if code == "JPY" && !minor.is_multiple_of(100) => BeTold,
        _ if code == "JPY" => Be(format!("JPY {}", minor / 100)),
        _ => Be(format!("{code} {}.{:02}", minor / 100, minor % 100)),
    };
    (text, must)
}

fn count(dice: &mut Dice) -> (String, Must) {
    if dice.below(4) == 0 {
        let (tenths, (word, size)) =
            (1 + dice.number(99), *dice.of(&[("k", 1_000), (" million", 1_000_000), ("m", 1_000_000)]));
        let mark = dice.of(&['.', ',']);
        return (format!("{}{mark}{}{word}", tenths / 10, tenths % 10), Be((tenths * size / 10).to_string()));
    }
    if dice.below(6) == 0 {
        let (whole, tenth) = (some(dice), 1 + dice.number(9));
        return (format!("{whole}.{tenth}"), BeTold);
    }
    let whole = some(dice);
    (number(dice, whole, "").0, Be(whole.to_string()))
}

fn hours(dice: &mut Dice) -> (String, Must) {
    let (word, size) = *dice.of(&[
        ("", Some(1)),
        (" hours", Some(1)),
        ("h", Some(1)),
        (" days", Some(24)),
        (" day", Some(24)),
        (" weeks", Some(168)),
        (" months", None),
        (" years", None),
        (" people", None),
        (" moons", None),
        ("m", None),
    ]);
    let count = dice.number(400);
    let must = size.map_or(BeTold, |size| Be((count * size).to_string()));
    (format!("{count}{word}"), must)
}

fn date(dice: &mut Dice) -> (String, Must) {
    let (year, month, day) = (1990 + dice.number(50), 1 + dice.number(12), 1 + dice.number(31));
    let name = oracle::MONTHS[usize::try_from(month - 1).unwrap()];
    let known = day <= 28 || format!("{year:04}-{month:02}-{day:02}").parse::<jiff::civil::Date>().is_ok();
    let iso = if known { Be(format!("{year:04}-{month:02}-{day:02}")) } else { BeTold };
    let either = if day <= 12 && day != month { BeTold } else { iso.clone() };
    match dice.below(11) {
        0 => (format!("{day}.{month}.{year}"), iso),
        1 => (format!("{day:02}.{month:02}.{year}"), iso),
        2 => (format!("{day:02}/{month:02}/{year}"), either),
        3 => (format!("{day}/{month}/{year}"), either),
        4 => (format!("{year}-{month:02}-{day:02}"), iso),
        5 => (format!("{day} {name} {year}"), iso),
        6 => (format!("{name} {day}, {year}"), iso),
        7 => (format!("{day}. {} {year}", &name[..3]), iso),
        8 => (format!("{day:02}-{month:02}-{year}"), either),
        9 => (format!("{name} {year}"), BeTold),
        _ => (format!("{day}.{month}.{:02}", year % 100), BeTold),
    }
}

/// A day, a month or a year.
fn day_or_less(dice: &mut Dice) -> (String, Must) {
    let (year, month) = (1990 + dice.number(50), 1 + dice.number(15));
    let known = month <= 12;
    let name = oracle::MONTHS[usize::try_from((month - 1) % 12).unwrap()];
    let named = format!("{year:04}-{:02}", (month - 1) % 12 + 1);
    let counted = if known { Be(format!("{year:04}-{month:02}")) } else { BeTold };
    match dice.below(9) {
        0 => (year.to_string(), Be(year.to_string())),
        1 => (format!("{name} {year}"), Be(named)),
        2 => (format!("{} {year}", &name[..3]), Be(named)),
        3 => (format!("{month:02}/{year}"), counted),
        4 => (format!("{month}.{year}"), counted),
        5 => (format!("{year}-{month:02}"), counted),
        6 => (format!("{:02}", year % 100), BeTold),
        _ => match date(dice) {
            // What names no day may still name a month.
            (text, BeTold) if text.chars().next().is_some_and(char::is_alphabetic) => (text, Agree),
            other => other,
        },
    }
}

fn percent(dice: &mut Dice) -> (String, Must) {
    let (whole, tenths) = (dice.number(130), dice.number(10));
    let sign = *dice.of(&["", "", "+", "-", "−"]);
    let word = *dice.of(&["", " %", "%", " percent", " per cent"]);
    let mark = dice.of(&['.', ',']);
    let ppm = i64::try_from(whole * 10_000 + tenths * 1_000).unwrap();
    let ppm = if matches!(sign, "-" | "−") { -ppm } else { ppm };
    let must = if (-500_000..=1_000_000).contains(&ppm) { Be(ppm.to_string()) } else { BeTold };
    (format!("{sign}{whole}{mark}{tenths}{word}"), must)
}

fn exchange(dice: &mut Dice) -> (String, Must) {
    let (whole, places) = (dice.number(500), 1 + dice.below(6));
    let decimals = dice.number(10_u64.pow(places));
    let width = usize::try_from(places).unwrap();
    let mark = *dice.of(&['.', ',']);
    // In units of the twelfth place.
    let units = whole * 10_u64.pow(12) + decimals * 10_u64.pow(12 - places);
    let must = match units {
        0 => BeTold,
        _ if mark == ',' && places == 3 && whole > 0 => BeTold,
        _ => Be(units.to_string()),
    };
    (format!("{whole}{mark}{decimals:0width$}{}", dice.of(&["", " PLN"])), must)
}

fn codes(dice: &mut Dice) -> (String, Must) {
    let known = ["DE", "FR", "IT", "BE", "AT", "se", "nl"];
    let count = 1 + dice.below(5);
    let words: Vec<&str> = (0..count).map(|_| *dice.of(&known)).collect();
    let text = words.join(*dice.of(&[", ", ",", " ", "; ", ",  "]));
    let codes: Vec<String> = words.iter().map(|word| word.to_uppercase()).collect();
    match dice.below(5) {
        0 => (format!("{text}, France"), BeTold),
        1 => (format!("{text},"), Be(codes.join("+"))),
        _ => (text, Be(codes.join("+"))),
    }
}

fn year(dice: &mut Dice) -> (String, Must) {
    let year = 1900 + dice.number(300);
    match dice.below(4) {
        0 => (format!("FY{year}"), Be(year.to_string())),
        1 => (format!("{:02}", year % 100), BeTold),
        _ => (year.to_string(), Be(year.to_string())),
    }
}

fn words(dice: &mut Dice, between: &str) -> String {
    let known = ["Consolidated", "accounts", "2024,", "note 4;", "“§ 5”", "1.234", "naïve", "−"];
    (0..=dice.below(5)).map(|_| *dice.of(&known)).collect::<Vec<_>>().join(between)
}

/// A text that a person may write into such a field.
fn clean(dice: &mut Dice, kind: Kind) -> (String, Must) {
    match kind {
        Kind::Count => count(dice),
        Kind::Hours => hours(dice),
        Kind::Money => money(dice),
        Kind::Date => date(dice),
        Kind::DayOrLess => day_or_less(dice),
        Kind::Year => year(dice),
        Kind::Percent => percent(dice),
        Kind::Exchange => exchange(dice),
        Kind::Codes => codes(dice),
        Kind::Text => {
            let text = words(dice, " ");
            (text.clone(), Be(text))
        }
        Kind::Lines => {
            let text = words(dice, "\n");
            (text.clone(), Be(text.replace('\n', "|")))
        }
    }
}

/// A text with what must come of it; one in three has a slip in it.
pub(super) fn typed(dice: &mut Dice, kind: Kind) -> (String, Must) {
    let (text, must) = clean(dice, kind);
    if dice.below(3) > 0 || matches!(kind, Kind::Text | Kind::Lines) {
        return (text, must);
    }
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=dice.below(2) {
        let noise = *dice.of(&"0123456789.,,..' -mkx€e%/".chars().collect::<Vec<_>>());
        let place = usize::try_from(dice.number(letters.len() as u64 + 1)).unwrap();
        match dice.below(3) {
            0 => letters.insert(place, noise),
            1 if place < letters.len() => {
                letters.remove(place);
            }
            _ if place < letters.len() => letters[place] = noise,
            _ => {}
        }
    }
    (letters.into_iter().collect(), Agree)
}

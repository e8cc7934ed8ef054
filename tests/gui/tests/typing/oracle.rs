//! A second reader, made another way: it writes candidates in every known form and looks
//! which of them is the text. Slow and plain; it shares nothing with the program's reader.

use std::collections::BTreeSet;

use super::Kind;

const MARKS: [char; 8] = [',', '.', ' ', '\u{a0}', '\u{2009}', '\u{202f}', '\'', '’'];

/// Digits in groups of three.
pub(super) fn group(digits: &str, mark: char) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// A number as its digits and how many of them are decimals.
type Number = (String, usize);

/// Every number that, written in some form, is this text; whether it has decimals set off.
fn numbers(text: &str) -> BTreeSet<(Number, bool)> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let mut found = BTreeSet::new();
    for places in 0..digits.len().max(1) + usize::from(text.starts_with(['.', ','])) {
        let Some(cut) = digits.len().checked_sub(places) else { continue };
        let (whole, decimals) = digits.split_at(cut);
        let mut wholes = vec![(whole.to_owned(), None)];
        if whole.len() > 3 && !whole.starts_with('0') {
            // A blank of one kind or another is a blank.
            wholes.extend(MARKS.map(|mark| (group(whole, mark), Some(mark))));
        }
        for (written, mark) in wholes {
            if places == 0 {
                if written == text || mark.is_some() && alike(&written, text) {
                    found.insert(((digits.clone(), 0), false));
                }
                continue;
            }
            for decimal in ['.', ','].into_iter().filter(|decimal| mark != Some(*decimal)) {
                let all = format!("{written}{decimal}{decimals}");
                if all == text || mark.is_some() && alike(&all, text) {
                    found.insert(((digits.clone(), places), true));
                }
            }
        }
    }
    found
}

/// The same but for the kind of blank or apostrophe.
fn alike(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> String {
        let plain = |c: char| if c.is_whitespace() { ' ' } else { c };
        text.chars().map(plain).map(|c| if c == '’' { '\'' } else { c }).collect()
    };
    plain(one) == plain(other)
}

/// What the mark means where one number has decimals and the other none.
#[derive(Clone, Copy, PartialEq)]
enum Own {
    Whole,
    Comma,
    Point,
    Nothing,
}

fn one(text: &str, own: Own) -> Option<Number> {
    if text.chars().filter(char::is_ascii_digit).count() > 18 {
        return None;
    }
    let found: Vec<_> = numbers(text).into_iter().collect();
    match found.as_slice() {
        [(number, _)] => Some(number.clone()),
        [] => None,
        several => {
            let decimals = match own {
                Own::Whole => false,
                Own::Comma if text.contains(',') => false,
                Own::Point if text.contains('.') => true,
                _ => return None,
            };
            several.iter().find(|(_, has)| *has == decimals).map(|(number, _)| number.clone())
        }
    }
}

/// The digits with so many zeros more, if nothing but zeros is cut off behind.
fn scaled(number: &Number, zeros: usize) -> Option<i128> {
    let (digits, places) = number;
    let mut all = digits.clone();
    all.extend(std::iter::repeat_n('0', zeros));
    let (kept, cut) = all.split_at(all.len() - places);
    if cut.chars().any(|c| c != '0') {
        return None;
    }
    if kept.is_empty() { Some(0) } else { kept.parse().ok() }
}

/// Takes words off both ends of the text, as long as some are there.
fn strip<'t, T: Copy>(mut text: &'t str, words: &[(&str, T)], taken: &mut Vec<T>) -> &'t str {
    'again: loop {
        text = text.trim();
        let lower = text.to_lowercase();
        for (word, meaning) in words {
            let dotted = format!("{word}.");
            for end in [dotted.as_str(), word] {
                if let Some(rest) = lower.strip_suffix(end)
                    && !rest.ends_with(char::is_alphabetic)
                    && lower.len() == text.len()
                {
                    text = &text[..rest.len()];
                    taken.push(*meaning);
                    continue 'again;
                }
                if let Some(rest) = lower.strip_prefix(end)
                    && !rest.starts_with(char::is_alphabetic)
                    && lower.len() == text.len()
                {
                    text = &text[text.len() - rest.len()..];
                    taken.push(*meaning);
                    continue 'again;
                }
            }
        }
        return text;
    }
}

const ZEROS: [(&str, usize); 17] = [
    ("million", 6),
    ("billion", 9),
    ("thousand", 3),
    ("mille", 3),
    ("mill", 6),
    ("mio", 6),
    ("mln", 6),
    ("mrd", 9),
    ("mld", 9),
    ("tsd", 3),
    ("mm", 6),
    ("mn", 6),
    ("bn", 9),
    ("tn", 12),
    ("k", 3),
    ("m", 6),
    ("b", 9),
];

fn minus(text: &str) -> (bool, &str) {
    match text.trim().strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.trim()),
    }
}

/// A word of an amount: zeros, a currency, or both in one.
#[derive(Clone, Copy)]
enum Word {
    Zeros(usize),
    Currency(&'static str),
    Both(usize, &'static str),
}

fn money(text: &str) -> Option<String> {
    let mut words: Vec<(String, Word)> = Vec::new();
    for (prefix, zeros) in [("m", 6), ("k", 3), ("t", 3)] {
        for code in ["EUR", "SEK", "JPY", "GBP"] {
            words.push((format!("{prefix}{}", code.to_lowercase()), Word::Both(zeros, code)));
        }
        for (sign, code) in [("€", "EUR"), ("£", "GBP")] {
            words.push((format!("{prefix}{sign}"), Word::Both(zeros, code)));
        }
    }
    for code in ["EUR", "SEK", "JPY", "GBP"] {
        words.push((code.to_lowercase(), Word::Currency(code)));
    }
    words.extend(
        [("€", "EUR"), ("£", "GBP"), ("euro", "EUR")].map(|(word, code)| (word.to_owned(), Word::Currency(code))),
    );
    words.extend(ZEROS.map(|(word, zeros)| (word.to_owned(), Word::Zeros(zeros))));
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let words: Vec<(&str, Word)> = words.iter().map(|(word, meaning)| (word.as_str(), *meaning)).collect();
    let (before, text) = minus(text);
    let mut said = Vec::new();
    let figure = strip(text, &words, &mut said);
    let (inside, figure) = minus(figure);
    let zeros: Vec<usize> = said
        .iter()
        .filter_map(|word| if let Word::Zeros(zeros) | Word::Both(zeros, _) = word { Some(*zeros) } else { None })
        .collect();
    let codes: BTreeSet<&str> = said
        .iter()
        .filter_map(|word| if let Word::Currency(code) | Word::Both(_, code) = word { Some(*code) } else { None })
        .collect();
    if zeros.len() > 1 || codes.len() > 1 {
        return None;
    }
    let code = codes.into_iter().next().unwrap_or("EUR");
    let more = zeros.first().copied().unwrap_or(0);
    let number = one(figure, if more == 0 { Own::Comma } else { Own::Nothing })?;
    let digits = if code == "JPY" { 0 } else { 2 };
    let minor = scaled(&number, more + digits)?;
    if (before || inside) && minor != 0 || minor > 1_000_000_000_000_000 {
        return None;
    }
    let unit = 10_i128.pow(u32::try_from(digits).unwrap());
    Some(if digits == 0 { format!("{code} {minor}") } else { format!("{code} {}.{:02}", minor / unit, minor % unit) })
}

fn whole(text: &str, most: i128) -> Option<i128> {
    let (negative, text) = minus(text);
    let mut zeros = Vec::new();
    let core = strip(text, &ZEROS, &mut zeros);
    let (inside, core) = minus(core);
    let more = match zeros.as_slice() {
        [] => 0,
        [one] => *one,
        _ => return None,
    };
    let count = scaled(&one(core, if more == 0 { Own::Whole } else { Own::Nothing })?, more)?;
    if (negative || inside) && count != 0 || count > most { None } else { Some(count) }
}

fn hours(text: &str) -> Option<i128> {
    const UNITS: [(&str, (i128, i128)); 22] = [
        ("minutes", (1, 60)),
        ("minute", (1, 60)),
        ("mins", (1, 60)),
        ("min", (1, 60)),
        ("hours", (1, 1)),
        ("hour", (1, 1)),
        ("hrs", (1, 1)),
        ("hr", (1, 1)),
        ("h", (1, 1)),
        ("stunden", (1, 1)),
        ("heures", (1, 1)),
        ("calendar days", (24, 1)),
        ("days", (24, 1)),
        ("day", (24, 1)),
        ("tage", (24, 1)),
        ("jours", (24, 1)),
        ("d", (24, 1)),
        ("weeks", (168, 1)),
        ("week", (168, 1)),
        ("wks", (168, 1)),
        ("wk", (168, 1)),
        ("w", (168, 1)),
    ];
    let (negative, text) = minus(text);
    let mut units = Vec::new();
    let core = strip(text, &UNITS, &mut units);
    let (inside, core) = minus(core);
    let (times, by) = match units.as_slice() {
        [] => (1, 1),
        [one] => *one,
        _ => return None,
    };
    let count = scaled(&one(core, Own::Whole)?, 0)?;
    let hours = count * times;
    if hours % by != 0 || (negative || inside) && count != 0 || hours / by > 2_000_000 {
        return None;
    }
    Some(hours / by)
}

fn percent(text: &str) -> Option<String> {
    let mut signs = Vec::new();
    let core = strip(text, &[("per cent", ()), ("percent", ()), ("prozent", ()), ("pct", ()), ("%", ())], &mut signs);
    let (negative, core) = match minus(core) {
        (false, core) => (false, core.strip_prefix('+').unwrap_or(core).trim_start()),
        negative => negative,
    };
    if signs.len() > 1 {
        return None;
    }
    let ppm = scaled(&one(core, Own::Point)?, 4)?;
    let ppm = if negative { -ppm } else { ppm };
    (-500_000..=1_000_000).contains(&ppm).then(|| ppm.to_string())
}

fn exchange(text: &str) -> Option<String> {
    let mut codes = Vec::new();
    let core = strip(text, &[("pln", ())], &mut codes);
    let number = one(core.strip_prefix('+').unwrap_or(core).trim_start(), Own::Point)?;
    // In units of the twelfth place; at most twelve digits tell.
    let units = scaled(&number, 12)?;
    let (whole, rest) = (units / 1_000_000_000_000, units % 1_000_000_000_000);
    let digits = format!("{whole}{}", format!("{rest:012}").trim_end_matches('0'));
    (units > 0 && digits.trim_start_matches('0').len() <= 12).then(|| units.to_string())
}

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn days_in(year: i32, month: usize) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A date in lower case: with a month in letters as its words, else with the marks bare.
fn bare(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    if lower.chars().any(char::is_alphabetic) {
        let mut words: Vec<String> = vec![String::new()];
        for c in lower.chars() {
            let alike = |last: char| last.is_ascii_digit() == c.is_ascii_digit();
            if ". /-,".contains(c) {
                words.push(String::new());
            } else if words.last().unwrap().chars().last().is_none_or(alike) {
                words.last_mut().unwrap().push(c);
            } else {
                words.push(c.to_string());
            }
        }
        let beside = ["of", "the", "st", "nd", "rd", "th", "de", "fy", ""];
        return words.into_iter().filter(|word| !beside.contains(&word.as_str())).collect::<Vec<_>>().join(" ");
    }
    let mut out = lower;
    for mark in ['.', '/', '-'] {
        out = out.split(mark).map(str::trim).collect::<Vec<_>>().join(&mark.to_string());
    }
    out
}

fn date(text: &str) -> Option<String> {
    let text = text.trim();
    if !text.chars().next()?.is_alphanumeric() {
        return None;
    }
    let wanted = bare(text);
    let digits: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let year: i32 = match digits.iter().find(|run| run.len() == 4 || run.len() == 8) {
        Some(run) => run[..4].parse().unwrap(),
        None => return None,
    };
    if !(1900..=2199).contains(&year) {
        return None;
    }
    let mut found = BTreeSet::new();
    for month in 1..=12 {
        for day in 1..=days_in(year, month) {
            if written(year, month, day).any(|form| form == wanted) {
                found.insert(format!("{year:04}-{month:02}-{day:02}"));
            }
        }
    }
    if found.len() == 1 { found.pop_first() } else { None }
}

/// Every form of a day, bare.
fn written(year: i32, month: usize, day: u32) -> impl Iterator<Item = String> {
    let name = MONTHS[month - 1].to_lowercase();
    let shortest = (3..=name.len())
        .find(|length| MONTHS.iter().filter(|other| other.to_lowercase().starts_with(&name[..*length])).count() == 1);
    let mut forms = vec![format!("{year}{month:02}{day:02}")];
    let two =
        |number: String| if number.len() == 1 { vec![number.clone(), format!("0{number}")] } else { vec![number] };
    for d in two(day.to_string()) {
        for length in shortest.unwrap_or(name.len())..=name.len() {
            forms.push(format!("{d} {} {year}", &name[..length]));
            forms.push(format!("{} {d} {year}", &name[..length]));
        }
        for m in two(month.to_string()) {
            forms.push(format!("{d}.{m}.{year}"));
            for mark in ['/', '-'] {
                forms.push(format!("{d}{mark}{m}{mark}{year}"));
                forms.push(format!("{m}{mark}{d}{mark}{year}"));
            }
            for mark in ['.', '/', '-'] {
                forms.push(format!("{year}{mark}{m}{mark}{d}"));
            }
        }
    }
    forms.into_iter()
}

/// A day, else a month with its year, else a year.
fn day_or_less(text: &str) -> Option<String> {
    date(text).or_else(|| month(text)).or_else(|| year(text))
}

fn month(text: &str) -> Option<String> {
    let wanted = bare(text);
    let year = text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 4)?;
    if !(1900..=2199).contains(&year.parse::<u32>().unwrap()) {
        return None;
    }
    let mut found = BTreeSet::new();
    for (index, name) in MONTHS.iter().enumerate() {
        let (number, name) = (index + 1, name.to_lowercase());
        let alone =
            |length: &usize| MONTHS.iter().filter(|m| m.to_lowercase().starts_with(&name[..*length])).count() == 1;
        let mut forms: Vec<String> =
            (3..=name.len()).filter(alone).map(|length| format!("{} {year}", &name[..length])).collect();
        for count in [number.to_string(), format!("{number:02}")] {
            for mark in ['.', '/', '-', ' '] {
                forms.push(format!("{count}{mark}{year}"));
                forms.push(format!("{year}{mark}{count}"));
            }
        }
        if forms.contains(&wanted) {
            found.insert(format!("{year}-{number:02}"));
        }
    }
    if found.len() == 1 { found.pop_first() } else { None }
}

fn year(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let digits = lower.strip_prefix("fy").unwrap_or(&lower).trim();
    let year: u32 = if digits.len() == 4 { digits.parse().ok()? } else { return None };
    ((1900..=2199).contains(&year) && digits.chars().all(|c| c.is_ascii_digit())).then(|| year.to_string())
}

fn codes(text: &str) -> Option<String> {
    let (mut codes, mut letters) = (Vec::new(), String::new());
    for c in text.chars().chain([' ']) {
        if c.is_ascii_alphabetic() {
            letters.push(c.to_ascii_uppercase());
        } else if c == ',' || c == ';' || c.is_whitespace() {
            match letters.len() {
                0 => {}
                2 => codes.push(std::mem::take(&mut letters)),
                _ => return None,
            }
        } else {
            return None;
        }
    }
    (!codes.is_empty()).then(|| codes.join("+"))
}

/// What the text means in a field of this kind, or nothing.
pub(super) fn read(kind: Kind, text: &str) -> Option<String> {
    match kind {
        Kind::Count => whole(text, 4_294_967_295).map(|count| count.to_string()),
        Kind::Hours => hours(text).map(|count| count.to_string()),
        Kind::Money => money(text),
        Kind::Date => date(text),
        Kind::DayOrLess => day_or_less(text),
        Kind::Year => year(text),
        Kind::Percent => percent(text),
        Kind::Exchange => exchange(text),
        Kind::Codes => codes(text),
        Kind::Text => Some(text.to_owned()),
        Kind::Lines => {
            let lines: Vec<&str> = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
            (!lines.is_empty()).then(|| lines.join("|"))
        }
    }
}

//! What the reader of RON says, in words that a person who edits a file can act on: what
//! stands there, what is expected, and what to write instead.

use crate::quantity::{Currency, PartialDate};

/// What is wrong at a place of a text. `key` is the key the value belongs to, if one is
/// known; line and column count from one.
pub fn in_words(error: &ron::Error, text: &str, line: usize, column: usize, key: Option<&str>) -> String {
    use ron::Error;
    let before = before(text, line, column);
    let found = found(text, line, column);
    let here = if found.is_empty() { String::new() } else { format!(", not {found}") };
    match error {
        Error::ExpectedString => {
            format!("a text in quotation marks is expected here{here}: write it as in {}", example(key, before))
        }
        Error::ExpectedInteger | Error::ExpectedFloat | Error::InvalidIntegerDigit { .. } => {
            format!("a number without quotation marks is expected here{here}: write it as in {}", number(key))
        }
        Error::IntegerOutOfBounds => {
            let sign = if before.trim_end().ends_with('-') { " below zero" } else { "" };
            let number = number(key);
            format!(
                "the number {found}{sign} cannot be meant here: write a whole number, zero or more, such as {number}"
            )
        }
        Error::ExpectedIdentifier | Error::InvalidIdentifier(_) | Error::SuggestRawIdentifier(_) => format!(
            "a word without quotation marks is expected here{here}: write it as in {}",
            match key {
                Some("from" | "to") => "`EUR`, the code of a currency alone",
                Some("turnover") => {
                    "`Figure(amount: \"EUR 1_500_000\", year: 2025)`, `Bracket(from: \"EUR 1_000_000\", to: \"EUR 1_800_000\")` or `Unknown`"
                }
                Some("value") => "`Yes`, `Number(12)` or `Option(\"…\")`",
                _ => "`Company`",
            }
        ),
        Error::ExpectedArray => {
            format!("a list in square brackets is expected here{here}: write it as in {}", list(key))
        }
        Error::ExpectedMap => format!(
            "entries in braces are expected here{here}: write them as in `{{\"name\": (…)}}`, or `{{}}` for none"
        ),
        Error::ExpectedComma | Error::ExpectedStructLikeEnd | Error::ExpectedArrayEnd | Error::ExpectedMapEnd => {
            separated(error, &here)
        }
        Error::ExpectedMapColon => format!("a colon is missing between the name and its value{here}"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedDifferentStructName { .. } => {
            format!("an entry in round brackets is expected here{here}: write it as in {}", entry(key))
        }
        Error::MissingStructField { field, .. } => {
            format!("the key `{field}` is missing in this entry: add it, as in `{field}: …,`")
        }
        Error::ExpectedStringEnd | Error::Eof => {
            "the file ends before this is complete: a closing quotation mark or bracket is missing, here or further up"
                .to_owned()
        }
        Error::NoSuchEnumVariant { expected, found, .. } => unknown_word(found, expected),
        Error::NoSuchStructField { expected, found, .. } => {
            format!("there is no key `{found}` here{}: {}", nearest(found, expected), known(expected))
        }
        Error::Message(said) => message(said, &found),
        other => other.to_string(),
    }
}

/// What an entry looks like that belongs to a key.
fn entry(key: Option<&str>) -> &'static str {
    match key {
        Some("case_of") => "`(operation: \"…\", kind: Incident)`",
        Some("undertaking") => "`(name: \"…\", kind: Company, …)`",
        Some("operations") => "`(id: \"…\", name: \"…\", answers: {…})`",
        _ => "`(value: …, reason: \"…\")`",
    }
}

/// A separator or a closing bracket that is not there.
fn separated(error: &ron::Error, here: &str) -> String {
    let closing = match error {
        ron::Error::ExpectedStructLikeEnd => "a closing bracket `)`",
        ron::Error::ExpectedArrayEnd => "a closing bracket `]`",
        ron::Error::ExpectedMapEnd => "a closing brace `}`",
        _ => "a comma or a closing bracket",
    };
    format!(
        "{closing} is expected here{here}: look whether the value before it is whole, a number has no decimals, and a text has a quotation mark at both ends"
    )
}

/// A sentence that a type of ours gives itself; those of the calendar are put into ours.
fn message(said: &str, found: &str) -> String {
    let bare = found.trim_matches(['`', '"']);
    let of_calendar = ["failed to parse", "expected", "parsed"].iter().any(|start| said.starts_with(start))
        || said.contains("not in the required range");
    if !of_calendar || said.contains("quotation") {
        return said.to_owned();
    }
    match bare.parse::<PartialDate>() {
        Ok(partial) if !partial.is_day() => {
            let what = if bare.len() == 4 { "a year" } else { "a month" };
            format!("`{bare}` names {what}; a full day is needed here, as in \"{}\" (year-month-day)", partial.last())
        }
        _ if bare.chars().any(|character| character.is_ascii_digit()) && said.len() > bare.len() => {
            format!("`{bare}` is not a day: write year, month and day, as in \"2026-05-31\"")
        }
        _ => said.to_owned(),
    }
}

/// The line up to a place.
fn before(text: &str, line: usize, column: usize) -> &str {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let end: usize = line.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
    line.get(..end).unwrap_or(line)
}

/// What stands at a place, in backticks; nothing at the end of a line.
fn found(text: &str, line: usize, column: usize) -> String {
    let before = before(text, line, column);
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let rest = line.get(before.len()..).unwrap_or_default().trim_start();
    let quoted = before.ends_with('"') && !before.trim_end_matches('"').ends_with([',', '(']) || rest.starts_with('"');
    let end = if quoted {
        let inside = rest.strip_prefix('"').unwrap_or(rest);
        let skipped = rest.len() - inside.len();
        inside.find('"').map_or(rest.len(), |end| end + skipped + usize::from(skipped > 0))
    } else {
        rest.find([',', ')', ']', '}']).unwrap_or(rest.len())
    };
    let word: String = rest.get(..end).unwrap_or(rest).trim().chars().take(60).collect();
    if word.is_empty() { String::new() } else { format!("`{word}`") }
}

fn unknown_word(found: &str, expected: &[&str]) -> String {
    if expected.len() == Currency::all().len() {
        // Another code is no slip of the pen but another currency, unless letters changed places.
        let letters = |code: &str| {
            let mut letters: Vec<char> = code.to_uppercase().chars().collect();
            letters.sort_unstable();
            letters
        };
        let meant = expected.iter().find(|known| letters(known) == letters(found));
        let meant = meant.map_or_else(String::new, |known| format!("; `{known}` may be meant"));
        return format!("`{found}` is no currency of ISO 4217{meant}: write its code in capitals, as in `SEK`");
    }
    format!("`{found}` is not known here{}: {}", nearest(found, expected), known(expected))
}

/// The nearest there is, where it is near at all.
fn nearest(found: &str, expected: &[&str]) -> String {
    let far = |known: &&&str| strsim::osa_distance(&known.to_lowercase(), &found.to_lowercase());
    let near = expected.iter().min_by_key(far).filter(|known| far(known) <= found.chars().count() / 3);
    near.map_or_else(String::new, |known| format!("; `{known}` may be meant"))
}

fn known(expected: &[&str]) -> String {
    let all: Vec<String> = expected.iter().map(|name| format!("`{name}`")).collect();
    format!("write one of {}", all.join(", "))
}

/// How a text is written at this key, or inside this kind of value.
fn example(key: Option<&str>, before: &str) -> &'static str {
    let before = before.trim_end();
    let of_answer = key == Some("value") && before.ends_with(['[', ',']);
    match key {
        _ if before.ends_with("Option(") || of_answer => "\"…\", the name of the answer",
        _ if before.ends_with("Rate(") => "\"12 %\"",
        _ if before.ends_with("Date(") => "\"2024-05-31\"",
        Some("as_of") => "\"2026-05-31\"",
        Some("date") => "\"2024-05-31\"",
        Some("amount" | "value" | "from" | "to") => "\"EUR 1_500_000\"",
        Some("rate") => "\"11.43\"",
        Some("people_in" | "establishment") => "\"FR\"",
        _ => "\"…\"",
    }
}

fn number(key: Option<&str>) -> &'static str {
    match key {
        Some("year") => "`2025`",
        _ => "`1_200`",
    }
}

fn list(key: Option<&str>) -> &'static str {
    match key {
        Some("people_in") => "`[\"FR\", \"DE\"]`",
        Some("value") => "`Options([\"…\", \"…\"])`",
        _ => "`[(…), (…)]`, or `[]` for none",
    }
}

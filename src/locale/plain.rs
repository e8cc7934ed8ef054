//! Text of other hands made safe to show: it stays what was written, and is never a
//! control code, an invisible mark, a turn of the reading direction or markup.
//!
//! What is stored is never changed; this is for showing and printing.

use std::borrow::Cow;

/// What becomes of a character when it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It stands as it is.
    Kept,
    /// It ends a line.
    Break,
    /// Another stands for it and means the same.
    As(char),
    /// It is left out; nothing is lost by it.
    Silent,
    /// It is left out, and a reader is told.
    Removed,
}

/// Signs of the Symbol and Wingdings fonts that word processors write as characters
/// without a meaning of their own, and what they stand for.
const BULLETS: &[(char, char)] =
    &[('\u{f0b7}', '•'), ('\u{f0a7}', '▪'), ('\u{f0d8}', '➢'), ('\u{f0fc}', '✓'), ('\u{f076}', '❖'), ('\u{f0e0}', '→')];

/// A field that a spreadsheet program would read as a formula, marked as words.
pub fn cell(field: &str) -> Cow<'_, str> {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        Cow::Owned(format!("'{field}"))
    } else {
        Cow::Borrowed(field)
    }
}

/// The text in one line: line breaks are spaces, what cannot be seen is left out.
pub fn one_line(text: &str) -> String {
    lines(text).split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// As [`one_line`], with the spaces a table is set with.
pub fn in_line(text: &str) -> String {
    lines(text).replace('\n', " ")
}

/// The text with a space for its line breaks; what cannot be seen stays, to be told of
/// where it is left out.
pub fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each(text, |sign, fate| match fate {
        Fate::Break => out.push('\n'),
        _ if sign == '\r' => {}
        _ => out.push(sign),
    });
    out.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text with its line breaks (as `\n`); what cannot be seen is left out.
pub fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each(text, |sign, fate| match fate {
        Fate::Kept => out.push(sign),
        Fate::Break => out.push('\n'),
        Fate::As(other) => out.push(other),
        Fate::Silent | Fate::Removed => {}
    });
    out
}

/// The characters that [`lines`] leaves out and a reader should know of.
pub fn removed(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    each(text, |sign, fate| {
        if fate == Fate::Removed {
            found.push(sign);
        }
    });
    found
}

/// The text as Markdown shows it word for word: every sign that could be markup is
/// escaped, a line break is a line break.
pub fn markdown(text: &str) -> String {
    let text = lines(text);
    let mut out = String::with_capacity(text.len());
    for (number, line) in text.trim().lines().map(str::trim).enumerate() {
        if number > 0 {
            out.push_str("<br>");
        }
        let numbered = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let mut after = numbered.chars();
        let ordered = numbered.len() < line.len()
            && matches!(after.next(), Some('.' | ')'))
            && after.next().is_none_or(char::is_whitespace);
        let list_mark = ordered.then(|| line.len() - numbered.len());
        for (at, sign) in line.char_indices() {
            let rest = line.get(at..).unwrap_or_default();
            let starts = at == 0 && matches!(sign, '-' | '+' | '=');
            // An address would become a link by itself.
            let address = (sign == ':' && rest.starts_with("://")) || (sign == '.' && line.get(..at).is_some_and(www));
            let always = matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' | '@');
            let entity = sign == '&' && rest.chars().take(32).any(|later| later == ';');
            if always || starts || address || entity || list_mark == Some(at) {
                out.push('\\');
            }
            out.push(sign);
        }
    }
    out
}

fn www(before: &str) -> bool {
    before.to_ascii_lowercase().ends_with("www")
}

/// Text that is read from left to right around words from right to left: a mark after
/// each such run keeps the figures that follow it in their place.
pub fn kept_in_place(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Where the run ends so far, as a place in `out`; none outside a run.
    let mut end: Option<usize> = None;
    for sign in text.chars() {
        if from_right(sign) {
            out.push(sign);
            end = Some(out.len());
            continue;
        }
        if sign.is_alphabetic()
            && let Some(at) = end.take()
        {
            out.insert(at, LEFT_TO_RIGHT);
        }
        out.push(sign);
    }
    if let Some(at) = end {
        out.insert(at, LEFT_TO_RIGHT);
    }
    out
}

const LEFT_TO_RIGHT: char = '\u{200e}';

/// Whether a character is of a script written from right to left.
pub fn from_right(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && !sign.is_numeric()
}

fn each(text: &str, mut visit: impl FnMut(char, Fate)) {
    let mut signs = text.chars().peekable();
    let mut before = None;
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied();
        let fate = if sign == '\r' && next == Some('\n') { Fate::Silent } else { fate(before, sign, next) };
        visit(sign, fate);
        before = Some(sign);
    }
}

fn fate(before: Option<char>, sign: char, next: Option<char>) -> Fate {
    match sign {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Break,
        '\t' => Fate::As(' '),
        // How an emoji is coloured, where a break may fall: nothing to be seen.
        '\u{ad}' | '\u{fe00}'..='\u{fe0f}' => Fate::Silent,
        '\u{200c}' | '\u{200d}' if joins(before) && joins(next) => Fate::Kept,
        _ if sign.is_control() || invisible(sign) => Fate::Removed,
        _ => BULLETS.iter().find(|(from, _)| *from == sign).map_or(Fate::Kept, |(_, to)| Fate::As(*to)),
    }
}

/// Whether joiners belong between such characters: scripts whose letters change shape
/// beside each other, and emoji made of several.
fn joins(sign: Option<char>) -> bool {
    matches!(
        sign,
        Some(
            '\u{600}'..='\u{8ff}'
            | '\u{900}'..='\u{dff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{18af}'
            | '\u{2600}'..='\u{27bf}'
            | '\u{fe0f}'
            | '\u{1f300}'..='\u{1faff}',
        )
    )
}

/// Marks without a shape: they turn the reading direction, split or pad words, or are
/// no characters at all.
fn invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    ) || u32::from(sign) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_no_formula_of_a_spreadsheet() {
        for field in ["=1+1", "+31 20 123", "-2", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(cell(field), format!("'{field}"));
        }
        assert_eq!(cell("Kaspr = a company"), "Kaspr = a company");
    }

    #[test]
    fn what_is_written_in_any_script_stays() {
        for text in ["华为 · בזק · საქართველო · 🙂", "L’Épicerie d’Anvers", "می‌خواهم", "क्‍ष", "👩‍💻", "Ελλάδα ✓ ★ ①"]
        {
            assert_eq!(lines(text), text);
            assert_eq!(one_line(text), text);
            assert!(removed(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_left_out_and_named() {
        let text = "a\u{7}b\u{1b}[31mc\u{202e}d\u{200b}e\u{9b}f\u{feff}g";
        assert_eq!(lines(text), "ab[31mcdefg");
        assert_eq!(removed(text), ['\u{7}', '\u{1b}', '\u{202e}', '\u{200b}', '\u{9b}', '\u{feff}']);
        assert_eq!(lines("❤\u{fe0f} Kas\u{ad}pr"), "❤ Kaspr");
        assert_eq!(lines("\u{f0b7} one"), "• one");
    }

    #[test]
    fn every_kind_of_line_break_is_one() {
        assert_eq!(lines("a\r\nb\rc\u{2028}d\u{85}e"), "a\nb\nc\nd\ne");
        assert_eq!(one_line(" a\r\n\n b\tc "), "a b c");
        assert_eq!(joined(" a\r\n\n b\u{2028}c\u{7} "), "a b c\u{7}");
    }

    #[test]
    fn markdown_shows_text_word_for_word() {
        for (text, shown) in [
            ("# Heading", "\\# Heading"),
            ("one\n\n- two", "one<br><br>\\- two"),
            ("1. first", "1\\. first"),
            ("2019) was", "2019\\) was"),
            ("a | b", "a \\| b"),
            ("<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"),
            ("see https://x.eu or www.x.eu", "see https\\://x.eu or www\\.x.eu"),
            ("H&M & Co", "H&M & Co"),
            ("1.5 %", "1.5 %"),
            ("plain 1.5 text - with dash", "plain 1.5 text - with dash"),
            ("    four spaces", "four spaces"),
        ] {
            assert_eq!(markdown(text), shown);
        }
    }

    #[test]
    fn figures_after_words_from_the_right_stay_after_them() {
        assert_eq!(kept_in_place("בזק 240"), "בזק\u{200e} 240");
        assert_eq!(kept_in_place("a בזק 7 בעמ, 240 b"), "a בזק 7 בעמ\u{200e}, 240 b");
        assert_eq!(kept_in_place("plain"), "plain");
    }
}

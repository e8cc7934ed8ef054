//! What a report as HTML says: its figures, and its lines as a browser shows them.

use super::VerifyError;

/// How the figures begin in the page.
pub(super) const OPENS: &str = "<script type=\"application/json\" id=\"amende-figures\">";
const CLOSES: &str = "</script>";
/// Elements whose content is not shown as words.
const HIDDEN: [&str; 4] = ["script", "style", "svg", "head"];
/// Elements within a line.
const INLINE: [&str; 5] = ["a", "strong", "span", "em", "b"];

fn text(bytes: &[u8]) -> Result<&str, VerifyError> {
    let unreadable =
        |error: std::str::Utf8Error| VerifyError::Unreadable { format: "HTML", problem: error.to_string() };
    std::str::from_utf8(bytes).map_err(unreadable)
}

/// The figures beside the words.
pub(super) fn figures(bytes: &[u8]) -> Result<String, VerifyError> {
    let (_, after) = text(bytes)?.split_once(OPENS).ok_or(VerifyError::NoFigures)?;
    let (figures, _) = after.split_once(CLOSES).ok_or(VerifyError::NoFigures)?;
    Ok(figures.to_owned())
}

/// The lines shown.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<String>, VerifyError> {
    let mut lines = vec![String::new()];
    let mut rest = text(bytes)?;
    while let Some((words, after)) = rest.split_once('<') {
        push(&mut lines, words);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name = tag.trim_start_matches('/').split(|sign: char| !sign.is_ascii_alphanumeric()).next();
        let name = name.unwrap_or_default().to_ascii_lowercase();
        rest = after;
        if HIDDEN.contains(&name.as_str()) && !tag.starts_with('/') && !tag.ends_with('/') {
            let closes = format!("</{name}");
            rest = after.find(&closes).and_then(|at| after.get(at..)).unwrap_or_default();
        } else if !INLINE.contains(&name.as_str()) {
            lines.push(String::new());
        }
    }
    push(&mut lines, rest);
    lines.retain(|line| !line.trim().is_empty());
    Ok(lines)
}

fn push(lines: &mut [String], words: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(&plain(words));
    }
}

/// Words without the escapes of HTML, as far as amounts are written with them.
fn plain(words: &str) -> String {
    let mut words = words.replace("&nbsp;", " ").replace("&#160;", " ").replace("&#xa0;", " ");
    for (escape, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        words = words.replace(escape, sign);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_a_browser_shows_them() {
        let page = b"<html><head><title>EUR 1,000</title></head><body><p>about <strong>EUR&nbsp;2,000</strong></p>\
            <svg><text>EUR 3,000</text></svg><td>4,000</td><td>5,000</td><script>6,000</script></body></html>";
        assert_eq!(lines(page).unwrap(), ["about EUR 2,000", "4,000", "5,000"]);
    }
}

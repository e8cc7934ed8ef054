//! Pages of running text written in a small part of Markdown: headings, paragraphs,
//! lists, tables, emphasis. Links to other files show their words only.

use egui::text::{LayoutJob, TextFormat};
use egui::{FontId, Grid, Label, Ui};

use crate::gui::theme::{self, Theme};

/// What a page is made of.
#[derive(Debug, PartialEq, Eq)]
enum Block<'t> {
    Heading(usize, &'t str),
    Paragraph(String),
    /// The mark of the item and its text.
    Item(&'t str, String),
    Row(Vec<&'t str>),
}

/// Shows a page.
pub fn prose(ui: &mut Ui, theme: &Theme, text: &str) {
    let blocks = blocks(text);
    let mut rest = blocks.as_slice();
    let mut tables = 0;
    while let Some((block, after)) = rest.split_first() {
        rest = after;
        match block {
            Block::Heading(1, words) => {
                super::paragraph(ui, egui::RichText::new(*words).family(theme::serif()), theme::TITLE);
                ui.add_space(6.0);
            }
            Block::Heading(_, words) => {
                ui.add_space(8.0);
                super::heading(ui, words);
            }
            Block::Paragraph(words) => {
                written(ui, theme, words);
                ui.add_space(5.0);
            }
            Block::Item(mark, words) => {
                ui.horizontal_top(|ui| {
                    ui.add_space(6.0);
                    let mark = if *mark == "-" { "–" } else { mark };
                    ui.add_sized([16.0, 0.0], Label::new(mark));
                    written(ui, theme, words);
                });
            }
            Block::Row(first) => {
                let more = rest.iter().take_while(|block| matches!(block, Block::Row(_))).count();
                let (rows, after) = rest.split_at(more);
                rest = after;
                tables += 1;
                table(ui, theme, tables, first, rows);
            }
        }
    }
}

/// A paragraph no wider than is read with ease.
fn written(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.vertical(|ui| {
        ui.set_max_width(ui.available_width().min(super::measure(theme::BODY)));
        ui.add(Label::new(inline(theme, words)).wrap());
    });
}

fn table(ui: &mut Ui, theme: &Theme, number: usize, head: &[&str], rows: &[Block<'_>]) {
    let width = ui.available_width() / f32::from(u8::try_from(head.len().max(1)).unwrap_or(1)) - 12.0;
    Grid::new(("prose", number)).num_columns(head.len()).spacing([12.0, 4.0]).max_col_width(width).show(ui, |ui| {
        for cell in head {
            let words = egui::RichText::new(*cell).size(theme::SMALL).color(*theme.ink_second);
            ui.add(Label::new(words).wrap());
        }
        ui.end_row();
        for row in rows {
            let Block::Row(cells) = row else { continue };
            for cell in cells {
                ui.add(Label::new(inline(theme, cell)).wrap());
            }
            ui.end_row();
        }
    });
    ui.add_space(6.0);
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found: Vec<Block<'_>> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let words = line.trim();
        if words.is_empty() {
            open = false;
        } else if words.starts_with('#') {
            let level = words.chars().take_while(|c| *c == '#').count();
            found.push(Block::Heading(level, words.trim_start_matches('#').trim()));
            open = false;
        } else if words.starts_with('|') {
            let cells: Vec<&str> = words.trim_matches('|').split('|').map(str::trim).collect();
            if !cells.iter().all(|cell| cell.chars().all(|c| c == '-' || c == ':')) {
                found.push(Block::Row(cells));
            }
            open = false;
        } else if let Some((mark, rest)) = item(words) {
            found.push(Block::Item(mark, rest.to_owned()));
            open = true;
        } else if let (true, Some(Block::Paragraph(before) | Block::Item(_, before))) = (open, found.last_mut()) {
            before.push(' ');
            before.push_str(words);
        } else {
            found.push(Block::Paragraph(words.to_owned()));
            open = true;
        }
    }
    found
}

/// The mark of a list item and what follows.
fn item(words: &str) -> Option<(&str, &str)> {
    let (mark, rest) = words.split_once(' ')?;
    let numbered = mark.strip_suffix('.').is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    (mark == "-" || numbered).then_some((mark, rest))
}

/// Emphasis and code in a line; a link becomes its words.
fn inline(theme: &Theme, text: &str) -> LayoutJob {
    let mut job = LayoutJob::default();
    let plain = TextFormat::simple(FontId::proportional(theme::BODY), *theme.ink);
    let strong = TextFormat::simple(FontId::new(theme::BODY, theme::strong()), *theme.ink);
    for (bold, piece) in pieces(text) {
        job.append(&piece, 0.0, if bold { strong.clone() } else { plain.clone() });
    }
    job
}

/// The text in pieces, each plain or emphasised.
fn pieces(text: &str) -> Vec<(bool, String)> {
    let mut found = vec![(false, String::new())];
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        if let Some((words, after)) = link(rest) {
            push(&mut found, words);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("**").or_else(|| rest.strip_prefix('*')) {
            let bold = found.last().is_some_and(|(bold, _)| *bold);
            found.push((!bold, String::new()));
            rest = after;
        } else if let Some((code, after)) = rest.strip_prefix('`').and_then(|rest| rest.split_once('`')) {
            push(&mut found, code);
            rest = after;
        } else {
            push(&mut found, character.encode_utf8(&mut [0; 4]));
            rest = rest.get(character.len_utf8()..).unwrap_or_default();
        }
    }
    found.retain(|(_, piece)| !piece.is_empty());
    found
}

fn push(found: &mut [(bool, String)], words: &str) {
    if let Some((_, last)) = found.last_mut() {
        last.push_str(words);
    }
}

/// `[words](address)` at the start: the words and what follows.
fn link(text: &str) -> Option<(&str, &str)> {
    let (words, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (_, after) = rest.split_once(')')?;
    (!words.contains(['[', '\n'])).then_some((words, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_into_its_parts() {
        let text = "# A\n\none\ntwo\n\n- first\n  more\n2. second\n\n| a | b |\n|---|---|\n| c | d |\n";
        assert_eq!(
            blocks(text),
            [
                Block::Heading(1, "A"),
                Block::Paragraph("one two".to_owned()),
                Block::Item("-", "first more".to_owned()),
                Block::Item("2.", "second".to_owned()),
                Block::Row(vec!["a", "b"]),
                Block::Row(vec!["c", "d"]),
            ]
        );
    }

    #[test]
    fn emphasis_and_links_become_words() {
        let found = pieces("a **b** `*.c` ([data](../x.ron)) *d* [e");
        let expected = [(false, "a "), (true, "b"), (false, " *.c (data) "), (true, "d"), (false, " [e")];
        assert_eq!(found, expected.map(|(bold, words)| (bold, words.to_owned())));
    }
}

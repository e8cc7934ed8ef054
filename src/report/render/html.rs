//! The report as one page of HTML: headings, landmarks and tables that a screen reader
//! reads, light and dark, and fit to print. It holds no script and asks nothing of a network.

use std::fmt::Write as _;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{RenderError, picture};
use crate::library::ASSETS;
use crate::report::{Block, Cell, Column, Document, Inline, Look, Row, RowKind, SystemFonts, Tone, TraceLine};

/// What it looks like.
const LOOKS: &str = "report/report.css";
/// How deep the table of contents goes.
const CONTENTS_DEPTH: u8 = 2;

/// The document as HTML. The same document gives the same bytes.
///
/// # Errors
/// When a picture cannot be typeset.
pub(super) fn html(document: &Document, system: &SystemFonts) -> Result<Vec<u8>, RenderError> {
    let looks = ASSETS.get_file(LOOKS).and_then(include_dir::File::contents_utf8);
    let looks = looks.ok_or_else(|| RenderError::Pack(format!("assets/{LOOKS} is missing")))?;
    let mut content = Vec::new();
    let mut new_page = false;
    for block in &document.blocks {
        match block {
            Block::PageBreak => new_page = true,
            Block::Heading { level, text, anchor } => {
                content.push(heading(*level, text, anchor, std::mem::take(&mut new_page)));
            }
            Block::Chart(_) | Block::Timeline(_) => {
                content.push(figure(block, &picture::svg(document, block, system)?));
            }
            other => content.push(self::block(other)),
        }
    }
    let logo = document.look.logo.as_ref().map(|_| picture::logo_svg(&document.look)).transpose()?;
    // A logo is held in the page itself.
    let images = if logo.is_some() { "; img-src data:" } else { "" };
    let policy = format!("default-src 'none'; style-src 'unsafe-inline'{images}");
    let usual = Look::default();
    let own = |look: &Look| (look.accent.clone(), look.ink.clone(), look.font.clone());
    let dressed = own(&document.look) != own(&usual);
    let page = html! {
        (DOCTYPE)
        html lang=(document.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // Nothing is loaded and nothing runs, whatever stands in the text.
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="author" content=(document.author);
                meta name="generator" content=(document.program);
                meta name="date" content=(document.date);
                title { (document.title) }
                style { (PreEscaped(looks)) }
                style { (PreEscaped(printed(&document.marking))) }
                @if dressed {
                    style { (PreEscaped(house(&document.look))) }
                }
                @if !document.figures.is_empty() {
                    // Data, and nothing that runs: no `<` of it begins an element.
                    script type="application/json" id="amende-figures" {
                        (PreEscaped(document.figures.replace('<', "\\u003c")))
                    }
                }
            }
            body {
                @if !document.contents.is_empty() {
                    a.skip href="#content" { (document.contents) }
                }
                header {
                    p.marking { (document.marking) }
                    @if let Some((logo, svg)) = document.look.logo.as_ref().zip(logo.as_ref()) {
                        div.logo role="img" aria-label=(logo.alternative) { (PreEscaped(svg)) }
                    }
                    p.kicker { (document.kind) }
                    h1 dir="auto" { (document.title) }
                    p.subtitle { (document.subtitle) }
                }
                @if !document.contents.is_empty() { (contents(document)) }
                main #content { @for part in &content { (part) } }
                footer { p { (document.marking) " · " (document.footer) } }
            }
        }
    };
    Ok(page.into_string().into_bytes())
}

/// The colours and the font of a house: on paper and in the light; charts are drawn in them.
fn house(look: &Look) -> String {
    let Look { accent, tint, ink, font, .. } = look;
    let colours = format!("--accent: {accent}; --tint: {tint}; --ink: {ink};");
    let mut rules = format!(
        "@media (prefers-color-scheme: light) {{ :root {{ {colours} }} }} @media print {{ :root {{ {colours} }} }}"
    );
    // Writing to a string cannot fail.
    for (name, colour) in [("accent", accent), ("tint", tint), ("ink", ink)] {
        for part in ["fill", "stroke"] {
            let _ = write!(rules, " figure svg [{part}=\"{colour}\"] {{ {part}: var(--{name}); }}");
        }
    }
    // A name of a font is letters, digits and spaces, or it is none.
    if !font.is_empty() && font.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-')) {
        let _ = write!(rules, " body, body * {{ font-family: \"{font}\", \"IBM Plex Sans\", Calibri, sans-serif; }}");
    }
    rules
}

/// The marking at the head of every printed page.
fn printed(marking: &str) -> String {
    let words: String =
        marking
            .chars()
            .map(|sign| {
                if sign.is_alphanumeric() || sign == ' ' {
                    sign.to_string()
                } else {
                    format!("\\{:x} ", u32::from(sign))
                }
            })
            .collect();
    format!("@page {{ @top-left {{ content: \"{words}\"; font: 8pt sans-serif; }} }}")
}

/// The words and the anchor of a heading.
type Entry<'a> = (&'a str, &'a str);

/// The table of contents: sections, and below each its parts.
fn contents(document: &Document) -> Markup {
    // Words and anchor of a section, and of each of its parts.
    let mut sections: Vec<(Entry<'_>, Vec<Entry<'_>>)> = Vec::new();
    for block in &document.blocks {
        let Block::Heading { level, text, anchor } = block else { continue };
        match (level, sections.last_mut()) {
            (1, _) => sections.push(((text, anchor), Vec::new())),
            (level, Some((_, parts))) if *level <= CONTENTS_DEPTH => parts.push((text, anchor)),
            _ => {}
        }
    }
    let link = |text: &str, anchor: &str| html! { a href={ "#" (anchor) } { (text) } };
    html! {
        nav aria-label=(document.contents) {
            h2 { (document.contents) }
            ol {
                @for ((text, anchor), parts) in &sections {
                    li {
                        (link(text, anchor))
                        @if !parts.is_empty() {
                            ol { @for (text, anchor) in parts { li { (link(text, anchor)) } } }
                        }
                    }
                }
            }
        }
    }
}

/// A heading, one level below the title of the page.
fn heading(level: u8, text: &str, anchor: &str, new_page: bool) -> Markup {
    let class = new_page.then_some("break");
    html! {
        @match level {
            1 => h2 id=(anchor) class=[class] dir="auto" { (text) },
            2 => h3 id=(anchor) class=[class] dir="auto" { (text) },
            _ => h4 id=(anchor) class=[class] dir="auto" { (text) },
        }
    }
}

/// A picture as vectors, with what it shows in words.
fn figure(block: &Block, svg: &str) -> Markup {
    let (alternative, caption) = match block {
        Block::Chart(chart) => (chart.alternative.as_str(), chart.caption.as_str()),
        Block::Timeline(chart) => (chart.alternative.as_str(), ""),
        _ => ("", ""),
    };
    html! {
        figure {
            div role="img" aria-label=(alternative) { (PreEscaped(svg)) }
            @if !caption.is_empty() { figcaption { (caption) } }
        }
    }
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Paragraph { content } => html! { p dir="auto" { (runs(content)) } },
        Block::Note { content } => html! { p.note dir="auto" { (runs(content)) } },
        Block::List { items } => html! { ul { @for item in items { li dir="auto" { (runs(item)) } } } },
        Block::Facts { rows } => html! {
            dl { @for (name, value) in rows { dt { (name) } dd dir="auto" { (runs(value)) } } }
        },
        Block::Table { caption, columns, rows } => table(caption, columns, rows),
        Block::Trace { headings, lines } => trace(headings, lines),
        Block::Signature { lines } => html! {
            div.signature { @for line in lines { p { (line) } } }
        },
        Block::Heading { .. } | Block::Chart(_) | Block::Timeline(_) | Block::PageBreak => html! {},
    }
}

fn table(caption: &str, columns: &[Column], rows: &[Row]) -> Markup {
    html! {
        div.wide {
            table {
                caption { (caption) }
                thead {
                    tr { @for column in columns { th scope="col" class=[column.right.then_some("right")] { (column.heading) } } }
                }
                tbody { @for row in rows { (self::row(row, columns)) } }
            }
        }
    }
}

fn row(row: &Row, columns: &[Column]) -> Markup {
    let kind = match row.kind {
        RowKind::Plain => None,
        RowKind::Group => Some("group"),
        RowKind::Line => Some("line"),
        RowKind::Remark => Some("remark"),
        RowKind::Total => Some("total"),
    };
    let mut at = 0;
    let cells = row.cells.iter().map(|cell| {
        let first = at == 0;
        let right = cell.span <= 1 && columns.get(at).is_some_and(|column| column.right);
        at += usize::from(cell.span.max(1));
        self::cell(cell, right, first, row.kind)
    });
    let cells: Vec<Markup> = cells.collect();
    html! { tr class=[kind] { @for cell in &cells { (cell) } } }
}

/// A cell; the first of a row names it, unless the row is a remark.
fn cell(cell: &Cell, right: bool, first: bool, kind: RowKind) -> Markup {
    let tone = match cell.tone {
        Tone::Plain => None,
        Tone::Quiet => Some("quiet"),
        Tone::Strong => Some("strong"),
        Tone::Good => Some("good"),
        Tone::Caution => Some("caution"),
        Tone::Serious => Some("serious"),
    };
    let classes: Vec<&str> = right.then_some("right").into_iter().chain(tone).collect();
    let class = (!classes.is_empty()).then(|| classes.join(" "));
    let span = (cell.span > 1).then_some(cell.span);
    let names = first && kind != RowKind::Remark;
    let scope = if kind == RowKind::Group { "rowgroup" } else { "row" };
    html! {
        @if names {
            th scope=(scope) class=[class] colspan=[span] dir="auto" { (runs(&cell.content)) }
        } @else {
            td class=[class] colspan=[span] dir="auto" { (runs(&cell.content)) }
        }
    }
}

/// A calculation line by line, set in as it hangs together.
fn trace(headings: &[String; 2], lines: &[TraceLine]) -> Markup {
    let [name, value] = headings;
    html! {
        div.wide {
            table.trace {
                thead { tr { th scope="col" { (name) } th.right scope="col" { (value) } } }
                tbody { @for line in lines { (trace_line(line)) } }
            }
        }
    }
}

fn trace_line(line: &TraceLine) -> Markup {
    let depth = format!("--depth: {}", line.depth.min(14));
    let tone = if !line.applied {
        Some("quiet")
    } else if line.depth < 3 {
        Some("strong")
    } else {
        None
    };
    html! {
        tr {
            th scope="row" style=(depth) {
                span class=[tone] { (lines_of(&line.label)) }
                @if !line.origin.is_empty() || !line.citations.is_empty() {
                    span.reason { (lines_of(&line.origin)) @if !line.citations.is_empty() { " · " (runs(&line.citations)) } }
                }
                @for note in &line.notes { span.reason { (runs(note)) } }
            }
            td.right { (lines_of(&line.value)) }
        }
    }
}

fn runs(content: &[Inline]) -> Markup {
    html! {
        @for part in content {
            @match part {
                Inline::Text { text } | Inline::Value { text, .. } => (lines_of(text)),
                Inline::Strong { text } => strong { (lines_of(text)) },
                Inline::Link { text, url } | Inline::Cite { text, url } => {
                    @if is_address(url) {
                        a href=(url) rel="noreferrer" { (lines_of(text)) }
                    } @else {
                        (lines_of(text))
                    }
                },
            }
        }
    }
}

/// Whether an address leads to a page and not to something that runs.
fn is_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Words with their line breaks.
fn lines_of(words: &str) -> Markup {
    html! {
        @for (index, line) in words.split('\n').enumerate() {
            @if index > 0 { br; }
            (line)
        }
    }
}

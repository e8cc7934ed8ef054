//! Tables: header rows that repeat, rows that stay whole, columns of a fixed width.

use super::paragraph;
use super::runs::{References, Sources, runs};
use super::xml::Xml;
use crate::report::{Cell, Column, Inline, Row, RowKind, Tone, TraceLine};

/// The width of the text in twentieths of a point.
pub(super) const WIDTH: usize = 9070;
/// A row with more characters than this may not fit on a page: it may be parted.
const LONG: usize = 1500;
/// Indents of a trace, each in twentieths of a point, and how many are told apart.
const INDENT: usize = 130;
const DEEPEST: usize = 14;

/// A table with its caption for readers who do not see it.
pub(super) fn table(xml: &mut Xml, caption: &str, columns: &[Column], rows: &[Row], references: &mut References) {
    let widths = widths(columns, rows);
    frame(xml, caption, &widths, |xml| {
        header(xml, &widths, columns.iter().map(|column| (column.heading.as_str(), column.right)));
        for row in rows {
            self::row(xml, row, columns, &widths, references);
        }
    });
}

/// A calculation line by line: names with where they come from, and figures.
pub(super) fn trace(xml: &mut Xml, headings: &[String; 2], lines: &[TraceLine], references: &mut References) {
    let figures = WIDTH / 4;
    let widths = [WIDTH - figures, figures];
    let [name, value] = headings;
    frame(xml, name, &widths, |xml| {
        header(xml, &widths, [(name.as_str(), false), (value.as_str(), true)].into_iter());
        for line in lines {
            let indent = (line.depth.min(DEEPEST) * INDENT).to_string();
            let tone = if line.applied { Tone::Plain } else { Tone::Quiet };
            let length = line.origin.len() + line.value.len();
            table_row(xml, false, length < LONG, |xml| {
                cell(xml, widths.first().copied().unwrap_or_default(), 1, RowKind::Plain, |xml| {
                    // The first levels are the steps of the calculation.
                    let name = if line.depth < 3 { Inline::strong(&line.label) } else { Inline::text(&line.label) };
                    indented(xml, "TableText", &indent, &[name], tone, references);
                    let mut origin = vec![Inline::text(&line.origin)];
                    if !line.citations.is_empty() {
                        origin.push(Inline::text(" · "));
                        origin.extend(line.citations.iter().cloned());
                    }
                    if origin.iter().any(|part| !part.words().is_empty()) {
                        indented(xml, "TraceReason", &indent, &origin, Tone::Plain, references);
                    }
                    for note in &line.notes {
                        indented(xml, "TraceReason", &indent, note, Tone::Plain, references);
                    }
                });
                cell(xml, figures, 1, RowKind::Plain, |xml| {
                    paragraph::of(xml, "TableText", &[("w:jc", "right")], |xml| {
                        runs(xml, &[Inline::text(&line.value)], tone, Sources::InText, references);
                    });
                });
            });
        }
    });
}

fn indented(xml: &mut Xml, style: &str, indent: &str, content: &[Inline], tone: Tone, references: &mut References) {
    paragraph::indented(xml, style, indent, |xml| runs(xml, content, tone, Sources::InText, references));
}

fn frame(xml: &mut Xml, caption: &str, widths: &[usize], rows: impl FnOnce(&mut Xml)) {
    xml.within("w:tbl", &[], |xml| {
        xml.within("w:tblPr", &[], |xml| {
            xml.set("w:tblStyle", "ReportTable");
            xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let look = [("w:val", "0020"), ("w:firstRow", "1"), ("w:lastRow", "0"), ("w:firstColumn", "0")];
            let bands = [("w:lastColumn", "0"), ("w:noHBand", "1"), ("w:noVBand", "1")];
            xml.empty("w:tblLook", &[look.as_slice(), &bands].concat());
            xml.set("w:tblCaption", caption);
        });
        xml.within("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        rows(xml);
    });
}

fn header<'a>(xml: &mut Xml, widths: &[usize], headings: impl Iterator<Item = (&'a str, bool)>) {
    table_row(xml, true, true, |xml| {
        for ((heading, right), width) in headings.zip(widths) {
            cell(xml, *width, 1, RowKind::Plain, |xml| {
                let side = if right { "right" } else { "left" };
                paragraph::of(xml, "TableHeading", &[("w:jc", side)], |xml| {
                    super::runs::words(xml, heading, Tone::Plain, None);
                });
            });
        }
    });
}

fn table_row(xml: &mut Xml, heading: bool, whole: bool, cells: impl FnOnce(&mut Xml)) {
    xml.within("w:tr", &[], |xml| {
        if heading || whole {
            xml.within("w:trPr", &[], |xml| {
                if whole {
                    xml.empty("w:cantSplit", &[]);
                }
                if heading {
                    xml.empty("w:tblHeader", &[]);
                }
            });
        }
        cells(xml);
    });
}

fn row(xml: &mut Xml, row: &Row, columns: &[Column], widths: &[usize], references: &mut References) {
    let length: usize = row.cells.iter().map(length).sum();
    table_row(xml, false, length < LONG, |xml| {
        let mut at = 0;
        for content in &row.cells {
            let span = usize::from(content.span).max(1);
            let width = widths.iter().skip(at).take(span).sum();
            // A cell over several columns is running text, whatever stands in them.
            let right = span == 1 && columns.get(at).is_some_and(|column| column.right);
            cell(xml, width, span, row.kind, |xml| words(xml, content, row.kind, right, references));
            at += span;
        }
    });
}

fn words(xml: &mut Xml, content: &Cell, kind: RowKind, right: bool, references: &mut References) {
    let style = match kind {
        RowKind::Plain | RowKind::Line => "TableText",
        RowKind::Group => "TableGroup",
        RowKind::Remark => "TableRemark",
        RowKind::Total => "TableTotal",
    };
    let side = if right { "right" } else { "left" };
    paragraph::of(xml, style, &[("w:jc", side)], |xml| {
        runs(xml, &content.content, content.tone, Sources::AtFoot, references);
    });
}

fn cell(xml: &mut Xml, width: usize, span: usize, kind: RowKind, content: impl FnOnce(&mut Xml)) {
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if span > 1 {
                xml.set("w:gridSpan", &span.to_string());
            }
            borders(xml, kind);
            if matches!(kind, RowKind::Line | RowKind::Remark) {
                xml.within("w:tcMar", &[], |xml| {
                    for side in ["w:top", "w:bottom"] {
                        xml.empty(side, &[("w:w", "15"), ("w:type", "dxa")]);
                    }
                });
            }
        });
        content(xml);
    });
}

/// What follows a group and its remark belongs to it: no line stands between them.
fn borders(xml: &mut Xml, kind: RowKind) {
    let line = |xml: &mut Xml, side: &str, size: &str, color: &str| {
        xml.empty(side, &[("w:val", "single"), ("w:sz", size), ("w:space", "0"), ("w:color", color)]);
    };
    match kind {
        RowKind::Plain => {}
        RowKind::Group => xml.within("w:tcBorders", &[], |xml| {
            line(xml, "w:top", "4", "DEDACF");
            xml.set("w:bottom", "nil");
        }),
        RowKind::Line | RowKind::Remark => xml.within("w:tcBorders", &[], |xml| {
            xml.set("w:top", "nil");
            xml.set("w:bottom", "nil");
        }),
        RowKind::Total => xml.within("w:tcBorders", &[], |xml| line(xml, "w:top", "8", "1D2026")),
    }
}

fn length(cell: &Cell) -> usize {
    cell.content.iter().map(|part| part.words().len()).sum()
}

/// The widths of the columns: those without a share as wide as their words, within bounds,
/// the others by their shares of what is left.
fn widths(columns: &[Column], rows: &[Row]) -> Vec<usize> {
    let longest = |index: usize, column: &Column| {
        let cells = rows.iter().filter_map(|row| row.cells.get(index)).filter(|cell| cell.span == 1);
        let longest = cells.map(length).chain([column.heading.len()]).max().unwrap_or_default();
        (longest * 105 + 160).clamp(500, WIDTH / 4)
    };
    let own: Vec<Option<usize>> =
        columns.iter().enumerate().map(|(at, column)| (column.share == 0).then(|| longest(at, column))).collect();
    let left = WIDTH.saturating_sub(own.iter().flatten().sum());
    let shares: usize = columns.iter().map(|column| usize::from(column.share)).sum();
    let width = |(column, own): (&Column, &Option<usize>)| {
        own.unwrap_or_else(|| left * usize::from(column.share) / shares.max(1))
    };
    columns.iter().zip(&own).map(width).collect()
}

//! What a report for Word or as a spreadsheet says: its figures, its lines, its cells.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Difference, VerifyError};
use crate::report::render::{FIGURES_PART, FIGURES_SHEET};

/// No part of a package is read beyond this many bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

fn unreadable(format: &'static str, problem: &impl ToString) -> VerifyError {
    VerifyError::Unreadable { format, problem: problem.to_string() }
}

/// A part of a package; `None` where it has none of that name.
fn part(bytes: &[u8], name: &str) -> Result<Option<String>, VerifyError> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable("Word document", &error))?;
    let Ok(file) = zip.by_name(name) else { return Ok(None) };
    let mut text = String::new();
    file.take(LARGEST).read_to_string(&mut text).map_err(|error| unreadable("Word document", &error))?;
    Ok(Some(text))
}

/// The figures in a part of their own.
pub(super) fn word_figures(bytes: &[u8]) -> Result<String, VerifyError> {
    // A program that saves the document may number such parts anew.
    for number in 1..=9 {
        let Some(text) = part(bytes, &FIGURES_PART.replace('1', &number.to_string()))? else { continue };
        let words: String = lines_of(&text, &["figures"], &["figures"])?.concat();
        if words.contains(crate::report::FIGURES) {
            return Ok(words);
        }
    }
    Err(VerifyError::NoFigures)
}

/// The lines of text and footnotes.
pub(super) fn word_lines(bytes: &[u8]) -> Result<Vec<String>, VerifyError> {
    let mut lines = Vec::new();
    for name in ["word/document.xml", "word/footnotes.xml"] {
        if let Some(text) = part(bytes, name)? {
            lines.extend(lines_of(&text, &["w:t"], &["w:p", "w:br", "w:tab"])?);
        }
    }
    Ok(lines)
}

/// The text in elements of some names, parted where elements of other names begin.
fn lines_of(xml: &str, holding: &[&str], parting: &[&str]) -> Result<Vec<String>, VerifyError> {
    let mut reader = Reader::from_str(xml);
    let mut lines = vec![String::new()];
    let mut inside = false;
    loop {
        match reader.read_event().map_err(|error| unreadable("Word document", &error))? {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name();
                if parting.contains(&name.as_ref()) {
                    lines.push(String::new());
                }
                inside = holding.contains(&name.as_ref());
            }
            Event::End(_) => inside = false,
            Event::Text(words) if inside => push(&mut lines, words.as_ref()),
            Event::CData(words) if inside => push(&mut lines, &words.into_inner()),
            Event::GeneralRef(named) if inside => {
                let sign = match &*named.xml10_content() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => named.resolve_char_ref().ok().flatten(),
                };
                push(&mut lines, &sign.map(String::from).unwrap_or_default());
            }
            _ => {}
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    Ok(lines)
}

fn push(lines: &mut [String], words: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(words);
    }
}

fn book(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, VerifyError> {
    let opened: Result<Xlsx<_>, calamine::XlsxError> = calamine::open_workbook_from_rs(Cursor::new(bytes));
    opened.map_err(|error| unreadable("spreadsheet", &error))
}

/// The figures on a sheet of their own, in parts.
pub(super) fn sheet_figures(bytes: &[u8]) -> Result<String, VerifyError> {
    let mut book = book(bytes)?;
    let sheet = book.worksheet_range(FIGURES_SHEET).map_err(|_| VerifyError::NoFigures)?;
    let words: String = sheet.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    if words.is_empty() { Err(VerifyError::NoFigures) } else { Ok(words) }
}

/// How many numbers would stand in the cells, and those cells in which another one, or none,
/// does.
pub(super) fn cells_that_differ(report: &[u8], matter: &[u8]) -> Result<(usize, Vec<Difference>), VerifyError> {
    let (said, would) = (numbers(report)?, numbers(matter)?);
    let differ = would.iter().filter(|(place, number)| said.get(*place) != Some(number));
    let difference = |(place, number): (&String, &String)| Difference::Cell {
        place: place.clone(),
        report: said.get(place).cloned(),
        matter: number.clone(),
    };
    Ok((would.len(), differ.map(difference).collect()))
}

/// Every number and day by sheet and cell.
fn numbers(bytes: &[u8]) -> Result<BTreeMap<String, String>, VerifyError> {
    let mut book = book(bytes)?;
    let mut numbers = BTreeMap::new();
    for name in book.sheet_names() {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let place = |row: usize, column: usize| {
                let line = row.saturating_add(usize::try_from(top).unwrap_or_default()) + 1;
                format!("{name}!{}{line}", letters(column.saturating_add(usize::try_from(left).unwrap_or_default())))
            };
            let written = match cell {
                Data::Float(number) => number.to_string(),
                Data::Int(number) => number.to_string(),
                Data::DateTime(day) => day.as_f64().to_string(),
                _ => continue,
            };
            numbers.insert(place(row, column), written);
        }
    }
    Ok(numbers)
}

/// A column as a spreadsheet names it: `A`, `Z`, `AA`.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.iter().rev().collect()
}

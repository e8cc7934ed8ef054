//! The figures of the report as a spreadsheet: numbers as numbers, days as dates, and
//! everything else as words. No cell is a formula.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{FIGURES_SHEET, RenderError};
use crate::quantity::{Currency, Money};
use crate::report::{Cell, Column, Document, Inline, Row, Sheet, Typed};

/// What a cell may hold at most, in characters as a spreadsheet counts them.
const MOST: usize = 32_767;
/// How many characters of the figures for programs a cell holds.
const PART: usize = 30_000;
/// The width of a column without a share, and of each share, in characters.
const NARROW: f64 = 9.0;
const SHARE: f64 = 10.0;
/// The height of a line in points, and the most lines a row is made high enough for.
const LINE: f64 = 15.0;
const LINES: u32 = 27;
/// What an address may be at most for a spreadsheet to open it.
const ADDRESS: usize = 2_079;

/// The sheets of the document as a workbook. The same document gives the same bytes.
///
/// # Errors
/// When the workbook cannot be written.
pub(super) fn spreadsheet(document: &Document) -> Result<Vec<u8>, RenderError> {
    workbook(document).map_err(|error| RenderError::Pack(error.to_string()))
}

fn workbook(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document)?);
    for sheet in &document.sheets {
        self::sheet(workbook.add_worksheet(), document, sheet)?;
    }
    if !document.figures.is_empty() {
        figures(workbook.add_worksheet(), &document.figures)?;
    }
    workbook.save_to_buffer()
}

/// The figures for programs on a sheet that nobody sees, in parts that a cell can hold.
fn figures(worksheet: &mut Worksheet, figures: &str) -> Result<(), XlsxError> {
    worksheet.set_name(FIGURES_SHEET)?.set_very_hidden(true);
    let signs: Vec<char> = figures.chars().collect();
    for (part, line) in signs.chunks(PART).zip(0_u32..) {
        worksheet.write_string(line, 0, part.iter().collect::<String>())?;
    }
    Ok(())
}

/// Title, author and day of the document: never the clock's.
fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let day = ExcelDateTime::parse_from_str(&document.date)?;
    Ok(DocProperties::new()
        .set_title(&document.title)
        .set_subject(&document.kind)
        .set_author(&document.author)
        .set_company(&document.program)
        .set_creation_datetime(&day))
}

fn sheet(worksheet: &mut Worksheet, document: &Document, sheet: &Sheet) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    let last = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or_default();
    let heading =
        words_format().set_bold().set_border_bottom(FormatBorder::Thin).set_background_color(Color::RGB(0xF0_EE_E8));
    for (column, at) in sheet.columns.iter().zip(0_u16..) {
        worksheet.write_string_with_format(0, at, &column.heading, &heading)?;
        worksheet.set_column_width(at, width(column))?;
    }
    let mut next = 1;
    for row in &sheet.rows {
        worksheet.set_row_height(next, LINE * f64::from(lines(row, &sheet.columns)))?;
        next = self::row(worksheet, next, row)?;
    }
    // The headings stay in sight, on screen and on paper.
    worksheet.set_freeze_panes(1, 0)?;
    worksheet.set_repeat_rows(0, 0)?;
    worksheet.autofilter(0, 0, next.saturating_sub(1).max(1), last)?;
    worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    worksheet.set_header(format!("&L{}&R{}", printed(&document.marking), printed(&document.running_title)));
    worksheet.set_footer(format!("&L{}&R&P / &N", printed(&document.footer)));
    Ok(())
}

fn width(column: &Column) -> f64 {
    if column.share == 0 { NARROW } else { f64::from(column.share) * SHARE }
}

/// How many lines the words of a row take, about: not every program finds out by itself.
fn lines(row: &Row, columns: &[Column]) -> u32 {
    let of = |(cell, column): (&Cell, &Column)| {
        let words: String = cell.content.iter().map(Inline::words).collect();
        let width = width(column);
        let taken = words.split('\n').map(|line| (1..=LINES).find(|lines| f64::from(*lines) * width >= long(line)));
        taken.map(|lines| lines.unwrap_or(LINES)).fold(0_u32, u32::saturating_add)
    };
    row.cells.iter().zip(columns).map(of).max().unwrap_or(1).clamp(1, LINES)
}

/// How long a line is, in characters of the usual width.
fn long(line: &str) -> f64 {
    f64::from(u32::try_from(line.chars().take(MOST).count()).unwrap_or(u32::MAX))
}

/// Words at the head or foot of printed pages: `&` begins a command there, and there is
/// little room.
fn printed(words: &str) -> String {
    words.chars().take(60).collect::<String>().replace('&', "&&")
}

/// Writes a row from line `at` on; returns the next free line. What is too long for a cell
/// goes on in the cell below.
fn row(worksheet: &mut Worksheet, at: u32, row: &Row) -> Result<u32, XlsxError> {
    let mut next = at + 1;
    let mut column = 0_u16;
    for cell in &row.cells {
        match cell.content.as_slice() {
            [] => {}
            [Inline::Value { value, text }] => self::value(worksheet, at, column, *value, text)?,
            [Inline::Link { text, url } | Inline::Cite { text, url }] if !url.is_empty() && url.len() < ADDRESS => {
                worksheet.write_url_with_text(at, column, url.as_str(), text)?;
            }
            _ => {
                for (part, line) in parts(cell).iter().zip(at..) {
                    words(worksheet, line, column, part)?;
                    next = next.max(line + 1);
                }
            }
        }
        column += u16::from(cell.span.max(1));
    }
    Ok(next)
}

/// The words of a cell, in parts that a cell can hold.
fn parts(cell: &Cell) -> Vec<String> {
    let words: String = cell.content.iter().map(Inline::words).collect();
    let mut parts = vec![String::new()];
    let mut length = 0;
    for sign in words.chars() {
        length += sign.len_utf16();
        if length > MOST {
            parts.push(String::new());
            length = sign.len_utf16();
        }
        if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    parts
}

/// Words are never a formula: not now, and not when somebody edits the cell.
fn words(worksheet: &mut Worksheet, line: u32, column: u16, words: &str) -> Result<(), XlsxError> {
    let as_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let format = if as_formula { words_format().set_quote_prefix() } else { words_format() };
    worksheet.write_string_with_format(line, column, words, &format)?;
    Ok(())
}

fn words_format() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

fn value(worksheet: &mut Worksheet, line: u32, column: u16, value: Typed, text: &str) -> Result<(), XlsxError> {
    let format = Format::new().set_align(FormatAlign::Top);
    match value {
        Typed::Money(amount) => {
            let format = format.set_num_format(money_format(amount.currency()));
            worksheet.write_number_with_format(line, column, units(amount), &format)?;
        }
        Typed::Rate(rate) => {
            let format = format.set_num_format("0.####%");
            worksheet.write_number_with_format(line, column, exact(rate.ppm()) / 1e6, &format)?;
        }
        Typed::Number(number) => {
            worksheet.write_number_with_format(line, column, exact(number), &format.set_num_format("#,##0"))?;
        }
        // A day before a spreadsheet's calendar begins is words.
        Typed::Date(day) => match date(day) {
            Some(date) => {
                worksheet.write_datetime_with_format(line, column, &date, &format.set_num_format("yyyy-mm-dd"))?;
            }
            None => words(worksheet, line, column, text)?,
        },
    }
    Ok(())
}

fn date(day: jiff::civil::Date) -> Option<ExcelDateTime> {
    let (year, month) = (u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?);
    ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).ok()?).ok()
}

/// An amount to its minor unit, with its currency before it.
fn money_format(currency: Currency) -> String {
    let decimals = match currency.digits() {
        0 => String::new(),
        digits => format!(".{}", "0".repeat(digits as usize)),
    };
    format!("\"{}\" #,##0{decimals}", currency.code())
}

/// The amount in whole units.
fn units(amount: Money) -> f64 {
    exact(amount.minor()) / exact(amount.currency().minor_units())
}

#[expect(clippy::cast_precision_loss, reason = "a spreadsheet has no other numbers")]
fn exact(number: i64) -> f64 {
    number as f64
}

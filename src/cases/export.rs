//! A selection of decisions as a table: CSV and a spreadsheet that open rightly, and JSON.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use serde::Serialize;

use super::order::in_euro;
use crate::law::ProvisionId;
use crate::library::Library;
use crate::locale::plain::cell;
use crate::precedents::{Decision, Outcome};
use crate::quantity::{Currency, Money};

/// A form of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Comma-separated values, UTF-8 with the mark by which spreadsheet programs know it.
    Csv,
    /// JSON, a list of objects.
    Json,
    /// A workbook.
    Xlsx,
}

impl TableFormat {
    /// All, the one first proposed first.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Json];

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format of an ending.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending().eq_ignore_ascii_case(ending))
    }

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Csv => "table.csv",
            Self::Json => "table.json",
            Self::Xlsx => "table.xlsx",
        }
    }
}

/// Why no table could be written.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The CSV.
    #[error("The table could not be written as CSV: {0}")]
    Csv(#[from] csv::Error),
    /// The bytes of the CSV.
    #[error("The table could not be written as CSV: {0}")]
    Bytes(String),
    /// The JSON.
    #[error("The table could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// The workbook.
    #[error("The table could not be written as a workbook: {0}")]
    Xlsx(#[from] XlsxError),
}

/// One decision in a table. Amounts are whole numbers of minor units (cents).
#[derive(Debug, Clone, Serialize)]
pub struct Row<'a> {
    /// The record.
    pub id: Cow<'a, str>,
    /// The authority, as it is cited.
    pub authority: Cow<'a, str>,
    /// Its country.
    pub country: Cow<'a, str>,
    /// The decision's number.
    pub number: Cow<'a, str>,
    /// The day.
    pub decided: Date,
    /// Who was sanctioned.
    pub controller: Cow<'a, str>,
    /// The provisions found infringed.
    pub provisions: String,
    /// The gravest measure.
    pub outcome: Outcome,
    /// As imposed.
    pub amount_cents: Option<i64>,
    /// As it stands today, after the courts.
    pub standing_cents: Option<i64>,
    /// The currency of both.
    pub currency: Option<&'static str>,
    /// What stands today in euro, at the average rate of the month of the decision.
    pub standing_eur_cents: Option<i64>,
    /// The same at the prices of the last year in the data.
    pub standing_eur_cents_at_prices_of_today: Option<i64>,
    /// What became of it.
    pub appeal: &'static str,
    /// How like a matter it is, of 100; where it is compared with one.
    pub similarity: Option<u32>,
    /// The topics.
    pub topics: String,
    /// The sector.
    pub sector: Cow<'a, str>,
    /// How many people.
    pub people: Option<u64>,
    /// What was done and found.
    pub summary: Cow<'a, str>,
    /// The authority's publication.
    pub source: Cow<'a, str>,
    /// Whether the record is one of the user's own.
    pub own: bool,
}

impl<'a> Row<'a> {
    /// The row of a decision.
    pub fn new(library: &'a Library, decision: &'a Decision, similarity: Option<u32>) -> Self {
        let vocabulary = &library.law.vocabulary;
        let provisions: Vec<&str> = decision.provisions.iter().map(ProvisionId::as_str).collect();
        let topic = |id: &crate::law::TopicId| {
            vocabulary.topics.get(id.as_str()).map_or_else(|| id.to_string(), |known| known.name.clone())
        };
        let topics: Vec<String> = decision.facts.topics.iter().map(topic).collect();
        let euro = in_euro(decision, library);
        let sector = vocabulary.sectors.get(&decision.sector).map_or(decision.sector.as_str(), |known| &known.name);
        Self {
            id: Cow::Borrowed(&decision.id),
            authority: Cow::Borrowed(vocabulary.authority_name(&decision.authority)),
            country: Cow::Borrowed(&decision.country),
            number: Cow::Borrowed(&decision.number),
            decided: decision.decided,
            controller: Cow::Borrowed(&decision.controller),
            provisions: provisions.join(" "),
            outcome: decision.outcome,
            amount_cents: decision.fine.map(Money::minor),
            standing_cents: decision.standing_amount().map(Money::minor),
            currency: decision.fine.map(|fine| fine.currency().code()),
            standing_eur_cents: euro.map(Money::minor),
            standing_eur_cents_at_prices_of_today: euro
                .and_then(|amount| library.law.prices.today(amount, decision.decided))
                .map(Money::minor),
            appeal: decision.appeal.name(),
            similarity,
            topics: topics.join("; "),
            sector: Cow::Borrowed(sector),
            people: decision.facts.people,
            summary: Cow::Borrowed(&decision.summary),
            source: Cow::Borrowed(&decision.source.url),
            own: decision.own,
        }
    }

    /// The same with no field that a spreadsheet program would take for a formula.
    fn guarded(&self) -> Row<'_> {
        Row {
            id: cell(&self.id),
            authority: cell(&self.authority),
            country: cell(&self.country),
            number: cell(&self.number),
            controller: cell(&self.controller),
            provisions: cell(&self.provisions).into_owned(),
            topics: cell(&self.topics).into_owned(),
            sector: cell(&self.sector),
            summary: cell(&self.summary),
            source: cell(&self.source),
            ..self.clone()
        }
    }
}

/// The rows of some decisions, by their places in the library.
pub fn rows<'a>(library: &'a Library, records: &[usize]) -> Vec<Row<'a>> {
    let decisions = records.iter().filter_map(|place| library.decisions.get(*place));
    decisions.map(|decision| Row::new(library, decision, None)).collect()
}

/// The table as a file.
///
/// # Errors
/// When the crate that writes the format fails.
pub fn write(rows: &[Row<'_>], format: TableFormat, library: &Library) -> Result<Vec<u8>, TableError> {
    match format {
        TableFormat::Json => Ok(serde_json::to_vec_pretty(rows)?),
        TableFormat::Csv => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in rows {
                writer.serialize(row.guarded())?;
            }
            let bytes = writer.into_inner().map_err(|error| TableError::Bytes(error.to_string()))?;
            Ok(["\u{feff}".as_bytes(), &bytes].concat())
        }
        TableFormat::Xlsx => Ok(workbook(rows, library)?),
    }
}

/// A workbook with one sheet: amounts as numbers of their currency, days as days.
fn workbook(rows: &[Row<'_>], library: &Library) -> Result<Vec<u8>, XlsxError> {
    let text = &library.locale;
    let mut workbook = Workbook::new();
    // The day of the data, not of the export: the same selection gives the same file.
    let day = library.law.rates.retrieved;
    let made = ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(2000), month(day), day_of(day))?;
    workbook.set_properties(&DocProperties::new().set_title(text.t("screen.decisions")).set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    sheet.set_name(text.t("table.sheet"))?;
    let (bold, date) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    let amount = Format::new().set_num_format("#,##0.00");
    let year = library.law.prices.last().map_or_else(String::new, |year| year.to_string());
    let today = text.fill("table.euro_today", &[("year", &year)]);
    let keys = [
        ("decisions.controller", 34.0),
        ("decisions.authority", 14.0),
        ("facet.country", 9.0),
        ("table.number", 24.0),
        ("decisions.date", 12.0),
        ("decisions.provisions", 24.0),
        ("facet.outcome", 14.0),
        ("table.imposed", 16.0),
        ("table.standing", 16.0),
        ("table.currency", 9.0),
        ("table.euro", 16.0),
        ("", 20.0),
        ("decisions.appeal", 14.0),
        ("facet.topic", 30.0),
        ("facet.sector", 30.0),
        ("decisions.people", 14.0),
        ("table.summary", 80.0),
        ("table.source", 40.0),
        ("table.record", 28.0),
        ("facet.origin", 14.0),
    ];
    for (column, (key, width)) in (0_u16..).zip(keys) {
        let name = if key.is_empty() { today.as_str() } else { text.t(key) };
        sheet.write_with_format(0, column, name, &bold)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    for (line, row) in (1_u32..).zip(rows) {
        let words = [
            (0, row.controller.as_ref()),
            (1, row.authority.as_ref()),
            (2, row.country.as_ref()),
            (3, row.number.as_ref()),
            (5, row.provisions.as_str()),
            (6, text.t(row.outcome.key())),
            (9, row.currency.unwrap_or_default()),
            (12, row.appeal),
            (13, row.topics.as_str()),
            (14, row.sector.as_ref()),
            (16, row.summary.as_ref()),
            (17, row.source.as_ref()),
            (18, row.id.as_ref()),
            (19, if row.own { text.t("facet.own") } else { "" }),
        ];
        for (column, words) in words {
            // A string, whatever it begins with: no program takes it for a formula.
            sheet.write_string(line, column, words)?;
        }
        let day = row.decided;
        let decided = ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(2000), month(day), day_of(day))?;
        sheet.write_with_format(line, 4, &decided, &date)?;
        let own = row.currency.and_then(Currency::from_code);
        let amounts = [
            (7, row.amount_cents, own),
            (8, row.standing_cents, own),
            (10, row.standing_eur_cents, Some(Currency::EUR)),
            (11, row.standing_eur_cents_at_prices_of_today, Some(Currency::EUR)),
        ];
        for (column, cents, currency) in amounts {
            if let (Some(cents), Some(currency)) = (cents, currency) {
                sheet.write_with_format(line, column, number(cents, currency), &amount)?;
            }
        }
        if let Some(people) = row.people {
            sheet.write(line, 15, people)?;
        }
    }
    if let Ok(last) = u32::try_from(rows.len()) {
        sheet.autofilter(0, 0, last, 19)?;
    }
    workbook.save_to_buffer()
}

/// Minor units as the number a cell holds.
#[expect(clippy::cast_precision_loss, reason = "a cell of a spreadsheet holds fifteen digits")]
fn number(minor: i64, currency: Currency) -> f64 {
    minor as f64 / currency.minor_units() as f64
}

fn month(day: Date) -> u8 {
    u8::try_from(day.month()).unwrap_or(1)
}

fn day_of(day: Date) -> u8 {
    u8::try_from(day.day()).unwrap_or(1)
}

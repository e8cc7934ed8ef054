//! Tables of decisions (CSV) as evidence: what each row tells that could be known before, and its
//! outcome.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::law::vocabulary::folded;
use crate::law::{Corpus, When};
use crate::practice::mapping::{Mapping, Reading, parts};
use crate::practice::{Evidence, Fact, Profile, Recipe, told};
use crate::quantity::{Currency, Money};

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it tells.
    pub evidence: Evidence,
    /// When it was decided, where a day is stated.
    pub day: Option<Date>,
    /// The number of the decision, folded; empty where there is none.
    pub number: String,
    /// Who was concerned, folded; empty where there is no name.
    pub name: String,
    /// Its facts are too weak to rely on.
    weak: bool,
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The rows.
    pub rows: Vec<Row>,
    /// What a reader should know: columns left out, codes not understood.
    pub remarks: Vec<String>,
}

/// Why a table cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// No mapping fits.
    #[error(
        "{file}: no mapping knows this table ({found}); name one with --mapping FILE, as assets/estimate/mapping has them"
    )]
    NoMapping {
        /// The file.
        file: String,
        /// Its columns.
        found: String,
    },
    /// It is no well-formed CSV.
    #[error("{file}:{line}: {message}")]
    Malformed {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
        /// What is wrong.
        message: String,
    },
}

/// Reads a table by the mapping that fits its header.
///
/// # Errors
/// With file and line.
pub fn read(
    file: &str,
    bytes: &[u8],
    mappings: &[Mapping],
    recipe: &Recipe,
    law: &Corpus,
) -> Result<(Table, bool), TableError> {
    // The mark that spreadsheet programs set before text in UTF-8.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let headers = reader.headers().map_err(|error| malformed(file, &error))?.clone();
    let names: Vec<&str> = headers.iter().map(str::trim).collect();
    let fits = |mapping: &&Mapping| mapping.header.iter().all(|column| names.contains(&column.as_str()));
    let mapping = mappings.iter().filter(fits).max_by_key(|mapping| mapping.header.len());
    let Some(mapping) = mapping else {
        let found = if names.iter().all(|name| name.is_empty()) { "it is empty".to_owned() } else { names.join(", ") };
        return Err(TableError::NoMapping { file: file.to_owned(), found });
    };
    let mut table = Table::default();
    let unknown: Vec<&str> = names.iter().copied().filter(|name| !mapping.knows(name)).collect();
    if !unknown.is_empty() {
        table.remarks.push(format!("{file}: columns left out: {}", unknown.join(", ")));
    }
    let mut strange: BTreeMap<String, usize> = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(|error| malformed(file, &error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |column: &str| {
            let place = names.iter().position(|name| *name == column);
            place.and_then(|place| record.get(place)).unwrap_or_default().trim()
        };
        let mut reading = Cells { mapping, recipe, law, cell: &cell, strange: &mut strange };
        let row =
            reading.row(line).map_err(|message| TableError::Malformed { file: file.to_owned(), line, message })?;
        table.rows.push(row);
    }
    let told = strange
        .iter()
        .map(|(what, times)| format!("{file}: {what} is not understood ({times} times) and taken as unknown"));
    table.remarks.extend(told);
    Ok((table, mapping.joins))
}

fn malformed(file: &str, error: &csv::Error) -> TableError {
    let line = error.position().map_or(1, csv::Position::line);
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!(
                "the row has {len} fields, the header {expected_len}; a field with commas stands in quotation marks"
            )
        }
        csv::ErrorKind::Utf8 { .. } => "the row is not UTF-8; save the table as CSV in UTF-8".to_owned(),
        _ => error.to_string(),
    };
    TableError::Malformed { file: file.to_owned(), line, message }
}

/// The cells of a row with all that is needed to read them.
struct Cells<'a, 'c> {
    mapping: &'a Mapping,
    recipe: &'a Recipe,
    law: &'a Corpus,
    cell: &'a dyn Fn(&str) -> &'c str,
    strange: &'a mut BTreeMap<String, usize>,
}

impl Cells<'_, '_> {
    fn row(&mut self, line: u64) -> Result<Row, String> {
        let identity = &self.mapping.identity;
        let mut profile = Profile::default();
        profile.say(Fact::Source, &self.mapping.source);
        for (column, reading) in &self.mapping.columns {
            self.tell(&mut profile, column, reading)?;
        }
        let day = (self.cell)(&identity.day).parse().ok();
        let (amount, fined) = self.outcome(day, profile.value(Fact::Year))?;
        let named = |column: &Option<String>| column.as_deref().map(|column| plain((self.cell)(column)));
        let id = (self.cell)(&identity.id);
        let weak =
            identity.weak.as_ref().is_some_and(|(column, codes)| codes.iter().any(|code| code == (self.cell)(column)));
        let id = if id.is_empty() { format!("line {line}") } else { id.to_owned() };
        let evidence = Evidence { id, profile, amount: amount.map(libm::log10), fined, group: 0 };
        Ok(Row {
            evidence,
            day,
            number: named(&identity.number).unwrap_or_default(),
            name: named(&identity.name).unwrap_or_default(),
            weak,
        })
    }

    /// The fine in euro, and whether there was one where an infringement was found.
    fn outcome(&self, day: Option<Date>, year: Option<f64>) -> Result<(Option<f64>, Option<bool>), String> {
        let columns = &self.mapping.outcome;
        let euro = columns.euro.as_deref().map(|column| figure(column, (self.cell)(column))).transpose()?.flatten();
        let corrected = columns.corrected.as_ref().filter(|known| (self.cell)(&known.column) == known.code);
        let corrected = corrected.and_then(|known| self.converted(&known.amount, &known.currency, day));
        let mut amount = corrected.transpose()?.or(euro);
        if let Some((column, currency)) = columns.amount.as_ref().filter(|_| amount.is_none()) {
            amount = self.converted(column, currency, day).transpose()?;
        }
        let positive = amount.filter(|amount| *amount > 0.0);
        let found = columns.found.is_empty()
            || columns.found.iter().any(|test| test.holds(self.cell))
            || (columns.fine_shows && positive.is_some());
        if !found {
            return Ok((None, None));
        }
        let silent = columns.silent_since.zip(year).is_some_and(|(since, year)| year >= f64::from(since));
        let told = columns.fined.as_ref().is_some_and(|test| test.holds(self.cell));
        let fined = match (positive, amount, told) {
            (Some(_), _, _) | (None, None, true) => Some(true),
            // A fine of nothing is told to be one: nobody knows.
            (None, Some(_), true) => None,
            (None, _, false) => (silent || !(self.cell)(&columns.stated).is_empty()).then_some(false),
        };
        Ok((positive, fined))
    }

    /// An amount in euro; `None` where there is none or no rate of exchange.
    fn converted(&self, amount: &str, currency: &str, day: Option<Date>) -> Option<Result<f64, String>> {
        let value = match figure(amount, (self.cell)(amount)) {
            Ok(value) => value?,
            Err(message) => return Some(Err(message)),
        };
        let code = (self.cell)(currency);
        let currency = Currency::from_code(code)?;
        if currency == Currency::EUR {
            return Some(Ok(value));
        }
        let when = When::Day(day.unwrap_or(self.law.rates.retrieved));
        let million = Money::from_major(1_000_000, currency);
        let rate = self.law.rates.convert(million, Currency::EUR, when).ok()?;
        Some(Ok(value * told::figure(rate.amount) / 1_000_000.0))
    }

    fn tell(&mut self, profile: &mut Profile, column: &str, reading: &Reading) -> Result<(), String> {
        let text = (self.cell)(column);
        if text.is_empty() {
            return Ok(());
        }
        let mut strange = |code: &str| {
            *self.strange.entry(format!("`{code}` in column {column}")).or_default() += 1;
        };
        match reading {
            Reading::AsIs(fact) => fill(profile, *fact, text),
            Reading::Code(fact, codes) => match codes.get(text) {
                Some(word) => fill(profile, *fact, word),
                None => strange(text),
            },
            Reading::Codes(fact, codes) => {
                for part in parts(text) {
                    match codes.get(part) {
                        Some(word) => profile.say(*fact, word),
                        None => strange(part),
                    }
                }
            }
            Reading::First(fact, fragments) => {
                match fragments.iter().find(|(fragment, _)| text.contains(fragment.as_str())) {
                    Some((_, word)) => fill(profile, *fact, word),
                    None => strange(text),
                }
            }
            Reading::Unless(fact, word, codes) => {
                if parts(text).any(|part| !codes.iter().any(|code| code == part)) {
                    fill(profile, *fact, word);
                }
            }
            Reading::Provisions => told::provisions(profile, parts(text), self.law),
            Reading::Sector => match self.recipe.sector(text) {
                Some(word) => fill(profile, Fact::Sector, word),
                None => strange(text),
            },
            Reading::Figure(fact) => {
                if let Some(value) = figure(column, text)?.filter(|_| !profile.knows(*fact)) {
                    profile.size(*fact, value);
                }
            }
            Reading::Band(fact, codes) => match codes.get(text) {
                Some(value) if !profile.knows(*fact) => profile.measure(*fact, *value),
                Some(_) => {}
                None => strange(text),
            },
            Reading::Months => {
                let months = figure(column, text)?.and_then(|months| self.recipe.duration(months));
                fill(profile, Fact::Duration, months.unwrap_or_default());
            }
            Reading::Year => {
                let year = text.get(..4).and_then(|year| year.parse::<i16>().ok());
                if let Some(year) = year.filter(|_| !profile.knows(Fact::Year)) {
                    profile.measure(Fact::Year, f64::from(year));
                }
            }
            Reading::Name => told::name(profile, text, self.recipe),
        }
        Ok(())
    }
}

/// Says a word of a fact of which nothing is known yet.
fn fill(profile: &mut Profile, fact: Fact, word: &str) {
    if !profile.knows(fact) {
        profile.say(fact, word);
    }
}

/// A figure; an empty cell is none.
fn figure(column: &str, text: &str) -> Result<Option<f64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let value: Option<f64> = text.parse().ok().filter(|value: &f64| value.is_finite());
    value.map(Some).ok_or_else(|| format!("`{text}` in column {column} is no figure; write it as 1234.56"))
}

/// A name or number as it compares: letters and digits only.
pub(super) fn plain(text: &str) -> String {
    let text: String = folded(text).chars().filter(|sign| sign.is_alphanumeric()).collect();
    if ["na", "anonymous", "unknown", "string"].contains(&text.as_str()) { String::new() } else { text }
}

/// All tables as one: rows of a table that joins add their facts to the row of the same name.
pub fn joined(tables: Vec<(Table, bool)>) -> Table {
    let mut whole = Table::default();
    let mut added = Vec::new();
    for (table, joins) in tables {
        whole.remarks.extend(table.remarks);
        if joins { &mut added } else { &mut whole.rows }.extend(table.rows);
    }
    for row in added {
        match whole.rows.iter_mut().find(|known| known.evidence.id == row.evidence.id) {
            Some(_) if row.weak => {}
            Some(known) => {
                known.evidence.profile.overlay(&row.evidence.profile);
                if known.evidence.amount.is_some() && row.evidence.amount.is_some() {
                    known.evidence.amount = row.evidence.amount;
                }
            }
            None => whole.rows.push(row),
        }
    }
    whole
}

//! How the columns and codes of a table of decisions are read
//! (`assets/estimate/mapping/*.ron`, or a file of the user).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Fact;

/// How a table is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What such a table is.
    pub note: String,
    /// A table with all these columns is read so; of several that fit, the one with most.
    pub header: Vec<String>,
    /// Where its rows come from, a word of [`Fact::Source`].
    pub source: String,
    /// Its rows add facts to rows of the same identity in another table.
    #[serde(default)]
    pub joins: bool,
    /// The columns that name a row.
    pub identity: Identity,
    /// The columns that give the outcome.
    pub outcome: OutcomeColumns,
    /// Which column says what, in order: a fact that is known is not read again, except several words.
    pub columns: Vec<(String, Reading)>,
    /// Columns left out on purpose: what is known only afterwards, or of no use.
    pub unused: Vec<String>,
}

/// The columns that name a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Its own name in the table.
    pub id: String,
    /// Its country.
    pub country: String,
    /// When it was decided.
    pub day: String,
    /// The number of the decision.
    #[serde(default)]
    pub number: Option<String>,
    /// Who was concerned.
    #[serde(default)]
    pub name: Option<String>,
    /// A column with codes that make the row too weak to rely on.
    #[serde(default)]
    pub weak: Option<(String, Vec<String>)>,
}

/// The columns that give the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeColumns {
    /// The fine in euro.
    #[serde(default)]
    pub euro: Option<String>,
    /// The fine and its currency, where none is stated in euro.
    #[serde(default)]
    pub amount: Option<(String, String)>,
    /// The fine and its currency as the text has it, where a column has one of these codes.
    #[serde(default)]
    pub corrected: Option<Corrected>,
    /// An infringement was found where one of these holds; none named: always.
    #[serde(default)]
    pub found: Vec<Test>,
    /// A fine shows that an infringement was found.
    #[serde(default)]
    pub fine_shows: bool,
    /// There was a fine, perhaps of an amount not known, where this holds.
    #[serde(default)]
    pub fined: Option<Test>,
    /// An outcome is stated where this column is not empty.
    pub stated: String,
    /// From this year on an empty outcome says that there was no fine.
    #[serde(default)]
    pub silent_since: Option<i16>,
}

/// Where the text has another amount than the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    /// This column…
    pub column: String,
    /// …has this code.
    pub code: String,
    /// The amount.
    pub amount: String,
    /// Its currency.
    pub currency: String,
}

/// A test on a column of several codes separated by commas or semicolons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// It has one of these.
    Has(String, Vec<String>),
    /// It has any but these.
    Other(String, Vec<String>),
}

/// What a column says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reading {
    /// A word as it stands.
    AsIs(Fact),
    /// The word of a code.
    Code(Fact, BTreeMap<String, String>),
    /// The words of several codes separated by commas or semicolons.
    Codes(Fact, BTreeMap<String, String>),
    /// The word of the first fragment the text contains.
    First(Fact, Vec<(String, String)>),
    /// Any text but these codes is the word.
    Unless(Fact, String, Vec<String>),
    /// Provisions separated by semicolons or commas.
    Provisions,
    /// A division of the classification of economic activities, perhaps behind its section's letter.
    Sector,
    /// A figure, as the log10 of it.
    Figure(Fact),
    /// The log10 that a code stands for.
    Band(Fact, BTreeMap<String, f64>),
    /// A number of months.
    Months,
    /// A day, for its year.
    Year,
    /// The name of the body, for what it tells of its kind and form.
    Name,
}

impl Mapping {
    /// All columns it knows.
    pub fn knows(&self, column: &str) -> bool {
        let outcome = &self.outcome;
        let identity = &self.identity;
        let tests = outcome.found.iter().chain(&outcome.fined);
        let tested = tests.map(|test| match test {
            Test::Has(column, _) | Test::Other(column, _) => column,
        });
        let pairs = outcome.amount.iter().flat_map(|(amount, currency)| [amount, currency]);
        let corrected = outcome.corrected.iter().flat_map(|known| [&known.column, &known.amount, &known.currency]);
        let mut all = self.columns.iter().map(|(column, _)| column).chain(&self.unused).chain(&self.header);
        let mut named = [&identity.id, &identity.country, &identity.day, &outcome.stated]
            .into_iter()
            .chain(&identity.number)
            .chain(&identity.name)
            .chain(identity.weak.iter().map(|(column, _)| column))
            .chain(&outcome.euro)
            .chain(tested)
            .chain(pairs)
            .chain(corrected);
        all.any(|known| known == column) || named.any(|known| known == column)
    }
}

impl Test {
    /// Whether it holds of a cell read by the name of its column.
    pub fn holds<'c>(&self, cell: impl Fn(&str) -> &'c str) -> bool {
        match self {
            Self::Has(column, codes) => parts(cell(column)).any(|part| codes.iter().any(|code| code == part)),
            Self::Other(column, codes) => parts(cell(column)).any(|part| !codes.iter().any(|code| code == part)),
        }
    }
}

/// The codes of a cell.
pub fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([',', ';']).map(str::trim).filter(|part| !part.is_empty())
}

//! By what the decisions are counted and narrowed.

use std::collections::{BTreeMap, BTreeSet};

use super::record::appeal_key;
use crate::law::ProvisionId;
use crate::library::Library;
use crate::precedents::Decision;
use crate::quantity::{Currency, Money};

/// What a list of decisions is narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The country.
    Country,
    /// The supervisory authority.
    Authority,
    /// A provision found infringed: its article, of Art. 5(1) with the letter.
    Provision,
    /// What it is about.
    Topic,
    /// The section of its sector.
    Sector,
    /// The kind of body.
    Kind,
    /// How large the body is: the class the decision names, or the order of its turnover.
    Size,
    /// The year it was decided in.
    Year,
    /// The order of the amount that stands.
    Amount,
    /// The gravest measure.
    Outcome,
    /// What became of it.
    Appeal,
    /// Whether the record is one of the user's own; the others have no value.
    Origin,
}

/// The values chosen of each facet: a decision must have one of each facet that has any.
pub type Chosen = BTreeMap<Facet, BTreeSet<String>>;

impl Facet {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 12] = [
        Self::Origin,
        Self::Country,
        Self::Outcome,
        Self::Provision,
        Self::Authority,
        Self::Topic,
        Self::Sector,
        Self::Kind,
        Self::Size,
        Self::Year,
        Self::Amount,
        Self::Appeal,
    ];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Country => "facet.country",
            Self::Authority => "facet.authority",
            Self::Provision => "facet.provision",
            Self::Topic => "facet.topic",
            Self::Sector => "facet.sector",
            Self::Kind => "facet.kind",
            Self::Size => "facet.size",
            Self::Year => "facet.year",
            Self::Amount => "facet.amount",
            Self::Outcome => "facet.outcome",
            Self::Appeal => "facet.appeal",
            Self::Origin => "facet.origin",
        }
    }

    /// Whether its values have an order of their own; the others stand by their number.
    pub(super) fn is_ordered(self) -> bool {
        matches!(self, Self::Year | Self::Amount | Self::Size)
    }

    /// The values a decision has: none where the record does not tell.
    pub fn values(self, decision: &Decision, library: &Library) -> Vec<String> {
        let facts = &decision.facts;
        match self {
            Self::Country => vec![decision.country.clone()],
            Self::Authority => vec![decision.authority.to_string()],
            Self::Provision => {
                let articles: BTreeSet<String> = decision.provisions.iter().map(ProvisionId::principle).collect();
                articles.into_iter().collect()
            }
            Self::Topic => facts.topics.iter().map(ToString::to_string).collect(),
            Self::Sector => {
                let sector = library.law.vocabulary.sectors.get(&decision.sector);
                sector.map(|known| known.section.as_ref().unwrap_or(&known.code).clone()).into_iter().collect()
            }
            Self::Kind => vec![decision.kind.key().to_owned()],
            Self::Size => {
                let turnover = || {
                    let turnover = crate::precedents::Features::of_decision(decision, &library.law).turnover?;
                    Some(order_of(turnover))
                };
                facts.size.map(|size| size.key().to_owned()).or_else(turnover).into_iter().collect()
            }
            Self::Year => vec![decision.decided.year().to_string()],
            Self::Amount => {
                let amount = decision.standing_in(Currency::EUR, &library.law.rates);
                vec![amount.map_or_else(|| NONE.to_owned(), |amount| order_of(amount.amount))]
            }
            Self::Outcome => vec![decision.outcome.key().to_owned()],
            Self::Appeal => appeal_key(decision).map(ToOwned::to_owned).into_iter().collect(),
            Self::Origin => decision.own.then(|| OWN.to_owned()).into_iter().collect(),
        }
    }

    /// The wording of a value.
    pub fn wording(self, value: &str, library: &Library) -> String {
        let (text, vocabulary) = (&library.locale, &library.law.vocabulary);
        let known = match self {
            Self::Country => vocabulary.countries.get(value).map(|known| known.name.clone()),
            Self::Authority => vocabulary.authorities.get(value).map(|known| known.short.clone()),
            Self::Provision => Some(text.article(value)),
            Self::Topic => vocabulary.topics.get(value).map(|known| known.name.clone()),
            Self::Sector => vocabulary.sectors.get(value).map(|known| known.name.clone()),
            Self::Year => None,
            Self::Size | Self::Amount if value == NONE => Some(text.t("facet.no_amount").to_owned()),
            Self::Size | Self::Amount if value.starts_with(ORDER) => span(value).map(|(low, high)| {
                let key = if self == Self::Size { "facet.turnover_span" } else { "facet.amount_span" };
                text.fill(key, &[("low", &text.short(low)), ("high", &text.short(high))])
            }),
            Self::Appeal => Some(text.t(value).trim_end_matches(':').to_owned()),
            Self::Kind | Self::Size | Self::Amount | Self::Outcome | Self::Origin => Some(text.t(value).to_owned()),
        };
        known.unwrap_or_else(|| value.to_owned())
    }
}

/// The key of what records of the user's own are called.
const OWN: &str = "facet.own";
/// Nothing to pay.
const NONE: &str = "none";
/// What the name of an order of amounts begins with; the power of ten follows.
const ORDER: &str = "e";

/// The power of ten an amount in euro reaches.
fn order_of(amount: Money) -> String {
    let power = u64::try_from(amount.major()).ok().and_then(u64::checked_ilog10).unwrap_or_default();
    format!("{ORDER}{power:02}")
}

/// From where to where an order of amounts goes.
fn span(order: &str) -> Option<(Money, Money)> {
    let power: u32 = order.strip_prefix(ORDER)?.parse().ok()?;
    let whole = |power| Some(Money::from_major(10_i64.checked_pow(power)?, Currency::EUR));
    Some((whole(power)?, whole(power + 1)?))
}

/// The values of one facet, record by record, as numbers: counting a hundred thousand takes milliseconds.
pub(super) struct Column {
    /// Each value once, in the order of the alphabet.
    pub(super) values: Vec<String>,
    /// The values of each record, by their places.
    of: Vec<Box<[u32]>>,
}

impl Column {
    pub(super) fn new(facet: Facet, library: &Library) -> Self {
        let of: Vec<Vec<String>> = library.decisions.iter().map(|decision| facet.values(decision, library)).collect();
        let values: BTreeSet<&String> = of.iter().flatten().collect();
        let places: BTreeMap<&String, u32> = values.iter().copied().zip(0..).collect();
        let place = |value| places.get(value).copied();
        let numbers = of.iter().map(|values| values.iter().filter_map(place).collect()).collect();
        Self { values: values.into_iter().cloned().collect(), of: numbers }
    }

    /// The places of values chosen.
    fn places(&self, chosen: &BTreeSet<String>) -> BTreeSet<u32> {
        let chosen = chosen.iter().filter_map(|value| self.values.binary_search(value).ok());
        chosen.filter_map(|place| u32::try_from(place).ok()).collect()
    }

    fn record(&self, record: usize) -> &[u32] {
        self.of.get(record).map_or(&[], |values| values)
    }
}

/// How many records have each value of a facet.
pub type Counts = Vec<(Facet, Vec<(String, usize)>)>;

/// The records that have a chosen value of every facet, and for each facet how many of those
/// that the others leave have each of its values: what choosing one more would show.
pub(super) fn narrowed(columns: &[(Facet, Column)], records: Vec<usize>, chosen: &Chosen) -> (Vec<usize>, Counts) {
    let wanted: Vec<Option<BTreeSet<u32>>> = columns
        .iter()
        .map(|(facet, column)| chosen.get(facet).filter(|values| !values.is_empty()).map(|v| column.places(v)))
        .collect();
    let mut counts: Vec<Vec<usize>> = columns.iter().map(|(_, column)| vec![0; column.values.len()]).collect();
    let mut kept = Vec::with_capacity(records.len());
    for record in records {
        // By which facets it falls out: more than one, and it counts nowhere.
        let mut out = None;
        let mut falls = 0;
        for (place, ((_, column), wanted)) in columns.iter().zip(&wanted).enumerate() {
            let is_out = |wanted: &BTreeSet<u32>| !column.record(record).iter().any(|value| wanted.contains(value));
            if wanted.as_ref().is_some_and(is_out) {
                out = Some(place);
                falls += 1;
            }
        }
        if falls == 0 {
            kept.push(record);
        }
        for (place, ((_, column), counts)) in columns.iter().zip(&mut counts).enumerate() {
            if falls == 0 || falls == 1 && out == Some(place) {
                for value in column.record(record) {
                    if let Some(count) = usize::try_from(*value).ok().and_then(|value| counts.get_mut(value)) {
                        *count += 1;
                    }
                }
            }
        }
    }
    let counted =
        columns.iter().zip(counts).map(|((facet, column), counts)| (*facet, listed(*facet, column, counts, chosen)));
    (kept, counted.collect())
}

/// The values there are with their numbers; what is chosen stays although nothing has it.
fn listed(facet: Facet, column: &Column, counts: Vec<usize>, chosen: &Chosen) -> Vec<(String, usize)> {
    let is_chosen = |value: &String| chosen.get(&facet).is_some_and(|values| values.contains(value));
    let all = column.values.iter().cloned().zip(counts);
    let mut listed: Vec<(String, usize)> = all.filter(|(value, count)| *count > 0 || is_chosen(value)).collect();
    if facet.is_ordered() {
        listed.reverse();
    } else {
        listed.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    }
    listed
}

//! In which order decisions stand.

use crate::law::vocabulary::folded;
use crate::library::Library;
use crate::precedents::Decision;
use crate::quantity::{Currency, Money};

/// A column by which the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// Who was sanctioned.
    Controller,
    /// The supervisory authority, by its short name.
    Authority,
    /// The day.
    Date,
    /// The provisions found infringed, by their numbers.
    Provisions,
    /// The amount that stands today, in euro at its day.
    Amount,
    /// The gravest measure and what became of it.
    Outcome,
}

impl Sort {
    /// All, in the order of the columns.
    pub const ALL: [Self; 6] =
        [Self::Controller, Self::Authority, Self::Date, Self::Provisions, Self::Amount, Self::Outcome];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Controller => "decisions.controller",
            Self::Authority => "decisions.authority",
            Self::Date => "decisions.date",
            Self::Provisions => "decisions.provisions",
            Self::Amount => "decisions.amount",
            Self::Outcome => "facet.outcome",
        }
    }

    /// Whether the largest comes first where nothing else was asked for.
    pub fn begins_high(self) -> bool {
        matches!(self, Self::Date | Self::Amount)
    }
}

/// The place of every record in one order, the lowest first.
pub(super) fn ranks(sort: Sort, library: &Library) -> Vec<u32> {
    let vocabulary = &library.law.vocabulary;
    match sort {
        Sort::Controller => ranked(library, |known| folded(&known.controller)),
        Sort::Authority => ranked(library, |known| folded(vocabulary.authority_name(&known.authority))),
        Sort::Date => ranked(library, |known| known.decided),
        Sort::Provisions => ranked(library, |known| {
            // What has none stands behind all others.
            (known.provisions.is_empty(), known.provisions.iter().map(|id| numbers(id.as_str())).collect::<Vec<_>>())
        }),
        // Without an amount the gravest measure comes last; with one, cents in euro.
        Sort::Amount => ranked(library, |known| in_euro(known, library).map_or(-1, Money::minor)),
        Sort::Outcome => ranked(library, |known| (known.outcome, known.appeal.name())),
    }
}

fn ranked<K: Ord>(library: &Library, key: impl Fn(&Decision) -> K) -> Vec<u32> {
    let mut order: Vec<(K, usize)> =
        library.decisions.iter().enumerate().map(|(place, decision)| (key(decision), place)).collect();
    order.sort();
    let mut ranks = vec![0; order.len()];
    let mut last = 0;
    for (index, pair) in order.windows(2).enumerate() {
        let [(one, _), (other, place)] = pair else { continue };
        if one != other {
            last = u32::try_from(index + 1).unwrap_or(u32::MAX);
        }
        if let Some(rank) = ranks.get_mut(*place) {
            *rank = last;
        }
    }
    ranks
}

/// `5(1)(f)` as what it is sorted by: 5, then the rest.
fn numbers(provision: &str) -> (u32, String) {
    let digits: String = provision.chars().take_while(char::is_ascii_digit).collect();
    (digits.parse().unwrap_or(u32::MAX), provision.to_owned())
}

/// The amount that stands in euro at its day.
pub(super) fn in_euro(decision: &Decision, library: &Library) -> Option<Money> {
    Some(decision.standing_in(Currency::EUR, &library.law.rates)?.amount)
}

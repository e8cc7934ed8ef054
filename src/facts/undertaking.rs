//! Who is concerned: the undertaking in the sense of Articles 101 and 102 TFEU
//! (recital 150 GDPR), not only the company.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::law::vocabulary::Vocabulary;
use crate::law::{ProvisionId, PublicBodyKind, Role, UndertakingKind};
use crate::quantity::{Money, PartialDate};

/// The undertaking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undertaking {
    /// Its name.
    pub name: String,
    /// What kind of body it is.
    pub kind: UndertakingKind,
    /// Which kind of public body, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_body: Option<PublicBodyKind>,
    /// Whether a public body or a natural person offers goods or services on a market (Art. 83(7) GDPR
    /// and national law).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_market: bool,
    /// Its part in the processing.
    pub role: Role,
    /// Its sector, as decisions are sorted.
    #[serde(default)]
    pub sector: String,
    /// The country of its main establishment (ISO 3166 alpha-2).
    #[serde(default)]
    pub establishment: String,
    /// The authority that would lead.
    #[serde(default)]
    pub lead_authority: String,
    /// The countries of the people concerned.
    #[serde(default)]
    pub people_in: Vec<String>,
    /// Total worldwide annual turnover of the undertaking.
    pub turnover: Turnover,
    /// How many people work there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
    /// Codes of conduct and certifications adhered to (Art. 40, 42, 83(2)(j) GDPR).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adherence: Vec<String>,
    /// Infringements established earlier (Art. 83(2)(e) GDPR).
    #[serde(default)]
    pub previous_infringements: Vec<PreviousInfringement>,
}

impl Undertaking {
    /// The country whose authority decides: that of the authority stated, else that of the
    /// main establishment. It settles method, national rules and practice.
    pub fn deciding_country<'a>(&'a self, vocabulary: &'a Vocabulary) -> &'a str {
        let stated = vocabulary.authorities.get(&self.lead_authority);
        stated.map_or(&self.establishment, |authority| &authority.country)
    }

    /// Whether it is an undertaking, so that a share of its turnover is a maximum
    /// (Art. 83(4) to (6) GDPR): public bodies and natural persons are where they offer
    /// goods or services on a market.
    pub fn is_undertaking(&self) -> bool {
        match self.kind {
            UndertakingKind::Company | UndertakingKind::Association => true,
            UndertakingKind::PublicBody | UndertakingKind::Individual => self.on_market,
        }
    }
}

impl Default for Undertaking {
    fn default() -> Self {
        Self {
            name: String::new(),
            kind: UndertakingKind::Company,
            public_body: None,
            on_market: false,
            role: Role::Controller,
            sector: String::new(),
            establishment: String::new(),
            lead_authority: String::new(),
            people_in: Vec::new(),
            turnover: Turnover::Unknown,
            employees: None,
            adherence: Vec::new(),
            previous_infringements: Vec::new(),
        }
    }
}

/// The turnover of the financial year before the authority's decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Turnover {
    /// Nobody knows: the range widens and says so.
    Unknown,
    /// Somewhere between two amounts.
    Bracket {
        /// At least this, once it is stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Money>,
        /// At most this, once it is stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Money>,
        /// What this rests on.
        #[serde(default)]
        source: String,
    },
    /// A figure.
    Figure {
        /// The amount, once it is stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Money>,
        /// The financial year.
        #[serde(default)]
        year: Option<i16>,
        /// What this rests on.
        #[serde(default)]
        source: String,
        /// Whether it comes from somebody else than the undertaking or the authority.
        #[serde(default)]
        secondary: bool,
    },
}

impl Turnover {
    /// The amounts stated, one or two: what a rate of exchange is needed for.
    pub fn amounts(&self) -> Vec<Money> {
        let (first, second) = match self {
            Self::Unknown => (None, None),
            Self::Bracket { from, to, .. } => (*from, *to),
            Self::Figure { amount, .. } => (*amount, None),
        };
        first.into_iter().chain(second).collect()
    }

    /// What was stated so far counts as: a figure without an amount and a bracket without
    /// both ends are unknown.
    pub fn counted(&self) -> Counted {
        match self {
            Self::Figure { amount: Some(amount), .. } => Counted::Figure(*amount),
            Self::Bracket { from: Some(from), to: Some(to), .. } => Counted::Bracket(*from, *to),
            Self::Figure { .. } | Self::Bracket { .. } | Self::Unknown => Counted::Unknown,
        }
    }
}

impl Turnover {
    /// The ends of a bracket, as far as they are stated.
    pub fn bounds(&self) -> (Option<Money>, Option<Money>) {
        match self {
            Self::Bracket { from, to, .. } => (*from, *to),
            Self::Unknown | Self::Figure { .. } => (None, None),
        }
    }
}

/// A turnover as it counts in a calculation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Nothing is stated, or not enough.
    Unknown,
    /// Between two amounts.
    Bracket(Money, Money),
    /// This amount.
    Figure(Money),
}

/// An infringement established earlier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct PreviousInfringement {
    /// When it was established, once that is stated: the day, or the month or year alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// What it was.
    #[serde(default)]
    pub what: String,
    /// What was infringed.
    #[serde(default)]
    pub provisions: Vec<ProvisionId>,
    /// Whether it concerned the same subject.
    #[serde(default)]
    pub same_subject: bool,
}

impl PreviousInfringement {
    /// Whether it counts on a day: it says when and what, and may have been established before.
    pub fn counts_on(&self, day: Date) -> bool {
        self.established().is_some_and(|known| known.first() < day)
    }

    /// When it was, of an entry that says when and what: only then it counts.
    pub fn established(&self) -> Option<PartialDate> {
        self.date.filter(|_| !self.what.trim().is_empty())
    }
}

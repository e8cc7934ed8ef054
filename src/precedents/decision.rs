//! The record of one decided case.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::law::vocabulary::folded;
use crate::law::{
    AuthorityId, Converted, MethodologyId, ProvisionId, Rates, Role, TopicId, UndertakingKind, Vocabulary, When,
};
use crate::quantity::{Currency, Money};

/// A decided case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// `cnil/2024-kaspr`: its place under `assets/decisions`.
    pub id: String,
    /// The authority (`assets/vocabulary/authorities.ron`).
    pub authority: AuthorityId,
    /// Its country (ISO 3166 alpha-2).
    pub country: String,
    /// The decision's number.
    pub number: String,
    /// When it was taken.
    pub decided: Date,
    /// When it was published.
    #[serde(default)]
    pub published: Option<Date>,
    /// Who was sanctioned.
    pub controller: String,
    /// In which role.
    pub role: Role,
    /// What kind of body.
    pub kind: UndertakingKind,
    /// Its sector (`assets/vocabulary/sectors.ron`); empty where the decision does not tell.
    #[serde(default)]
    pub sector: String,
    /// The authority's own publication.
    pub source: PrimarySource,
    /// What was done and what was found, in our own words.
    pub summary: String,
    /// The infringements found.
    pub provisions: Vec<ProvisionId>,
    /// The gravest measure.
    pub outcome: Outcome,
    /// The official amount, in the decision's currency.
    #[serde(default)]
    pub fine: Option<Money>,
    /// What a reader must know of the amount.
    #[serde(default)]
    pub fine_note: Option<String>,
    /// Amounts in circulation that differ from the official one.
    #[serde(default)]
    pub reported: Vec<Reported>,
    /// What could be known before the decision.
    pub facts: DecisionFacts,
    /// The authority's own weighing.
    #[serde(default)]
    pub weighing: Weighing,
    /// Other measures.
    #[serde(default)]
    pub orders: Vec<String>,
    /// What became of it.
    pub appeal: Appeal,
    /// The method it says it applied.
    #[serde(default)]
    pub method: Option<MethodologyId>,
    /// Doubts.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// Where the authority published it and how it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrimarySource {
    /// The authority's title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The language of the original.
    pub language: String,
    /// How the text was read for this record.
    pub read: Read,
}

/// How a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Read {
    /// In the original.
    Original,
    /// In a translation.
    Translation,
    /// Only in the authority's summary.
    Summary,
}

/// The gravest measure taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all(serialize = "snake_case"))]
pub enum Outcome {
    /// An administrative fine.
    Fine,
    /// A reprimand or warning.
    Reprimand,
    /// An order only.
    Order,
    /// Referred to the police or a court with a proposed amount: no fine yet.
    Referral,
    /// Nothing was found.
    NoInfringement,
}

/// An amount in circulation that is not the official one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// The amount.
    pub amount: Money,
    /// Where it comes from and why it differs.
    pub note: String,
    /// Who reported it.
    pub source: ReportedSource,
}

/// Who reported an amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportedSource {
    /// Title or name.
    pub title: String,
    /// Address; empty where it was not at hand.
    #[serde(default)]
    pub url: String,
}

/// What could be known before the decision. Absent: not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionFacts {
    /// What it is about, the most characteristic first.
    pub topics: Vec<TopicId>,
    /// How many people were concerned.
    #[serde(default)]
    pub people: Option<u64>,
    /// The turnover stated.
    #[serde(default)]
    pub turnover: Option<StatedTurnover>,
    /// How many people worked there.
    #[serde(default)]
    pub employees: Option<u64>,
    /// Data of Articles 9 or 10.
    #[serde(default)]
    pub special_categories: Option<bool>,
    /// Children, patients, employees and the like.
    #[serde(default)]
    pub vulnerable_people: Option<bool>,
    /// A personal data breach.
    #[serde(default)]
    pub breach: Option<bool>,
    /// How it began.
    pub initiation: Initiation,
    /// People in several countries.
    #[serde(default)]
    pub cross_border: Option<bool>,
    /// How long it lasted.
    #[serde(default)]
    pub duration_months: Option<u32>,
}

/// A turnover as stated somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedTurnover {
    /// The amount.
    pub amount: Money,
    /// The financial year.
    #[serde(default)]
    pub year: Option<i16>,
    /// Not from the decision itself.
    #[serde(default)]
    pub secondary: bool,
    /// What a reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// How a case began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Initiation {
    /// By a complaint.
    Complaint,
    /// By a notification of a breach.
    BreachNotification,
    /// By the authority itself.
    OwnInitiative,
    /// Not stated.
    Unknown,
}

/// The authority's own weighing, known only after the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Weighing {
    /// Intent or negligence.
    #[serde(default)]
    pub fault: Option<Fault>,
    /// What it counted as aggravating.
    #[serde(default)]
    pub aggravating: Vec<Weighed>,
    /// What it counted as mitigating.
    #[serde(default)]
    pub mitigating: Vec<Weighed>,
}

/// Fault as the authority found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// A breach of the duty of care.
    Negligence,
    /// With knowledge and will.
    Intent,
}

/// One circumstance the authority weighed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weighed {
    /// The letter of Art. 83(2).
    pub letter: String,
    /// What it was.
    pub text: String,
}

/// What became of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Appeal {
    /// Not known here.
    Unknown,
    /// It stands unchallenged.
    NotAppealed,
    /// Before a court.
    Pending,
    /// A court upheld it.
    Upheld,
    /// A court changed the amount.
    Reduced {
        /// The amount in the end.
        amount: Money,
        /// By whom and why.
        note: String,
    },
    /// A court set it aside.
    Annulled {
        /// By whom and why.
        note: String,
    },
}

impl Appeal {
    /// Its name in machine-readable output.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::NotAppealed => "not_appealed",
            Self::Pending => "pending",
            Self::Upheld => "upheld",
            Self::Reduced { .. } => "reduced",
            Self::Annulled { .. } => "annulled",
        }
    }
}

impl Outcome {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fine => "outcome.fine",
            Self::Reprimand => "outcome.reprimand",
            Self::Order => "outcome.order",
            Self::Referral => "outcome.referral",
            Self::NoInfringement => "outcome.no_infringement",
        }
    }
}

impl Decision {
    /// The amount that stands today: as decided, as a court changed it, or nothing.
    pub fn standing_amount(&self) -> Option<Money> {
        match &self.appeal {
            Appeal::Reduced { amount, .. } => Some(*amount),
            Appeal::Annulled { .. } => None,
            Appeal::Unknown | Appeal::NotAppealed | Appeal::Pending | Appeal::Upheld => self.fine,
        }
    }

    /// The amount that stands today in another currency, at the average rate of the month of
    /// the decision, with the rates used; exact where it is in that currency.
    ///
    /// # Example
    /// ```
    /// use amende::quantity::Currency;
    /// let library = amende::library::Library::embedded().unwrap();
    /// let swedish = library.decisions.iter().find(|decision| decision.country == "SE").unwrap();
    /// let standing = swedish.standing_in(Currency::EUR, &library.law.rates).unwrap();
    /// assert!(standing.amount < "EUR 10_000_000".parse().unwrap());
    /// ```
    pub fn standing_in<'r>(&self, currency: Currency, rates: &'r Rates) -> Option<Converted<'r>> {
        rates.convert(self.standing_amount()?, currency, When::Day(self.decided)).ok()
    }

    /// The amount imposed in another currency, as [`Decision::standing_in`].
    pub fn imposed_in<'r>(&self, currency: Currency, rates: &'r Rates) -> Option<Converted<'r>> {
        rates.convert(self.fine?, currency, When::Day(self.decided)).ok()
    }

    /// Everything a search looks through, folded as [`folded`] does.
    pub fn searchable(&self, vocabulary: &Vocabulary) -> String {
        let provisions: Vec<&str> = self.provisions.iter().map(ProvisionId::as_str).collect();
        let provisions = provisions.join(" ");
        let mut parts = vec![
            self.id.as_str(),
            &self.country,
            &self.number,
            &self.controller,
            &self.sector,
            &self.summary,
            &provisions,
        ];
        if let Some(authority) = vocabulary.authorities.get(self.authority.as_str()) {
            parts.extend([authority.short.as_str(), &authority.name, &authority.english]);
        }
        parts.extend(vocabulary.countries.get(&self.country).map(|country| country.name.as_str()));
        parts.extend(vocabulary.sectors.get(&self.sector).map(|sector| sector.name.as_str()));
        for topic in &self.facts.topics {
            parts.push(topic.as_str());
            parts.extend(vocabulary.topics.get(topic.as_str()).map(|topic| topic.name.as_str()));
        }
        folded(&parts.join("\n"))
    }
}

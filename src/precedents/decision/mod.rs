//! The record of one decided case.

mod appeal;
mod blank;
mod facts;
mod reading;
mod weighing;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use appeal::{Appeal, Proceeding, ProceedingResult};
pub use facts::{DataKind, DecisionFacts, Initiation, SizeClass, StatedTurnover};
pub use reading::{ListDifference, Reading};
pub use weighing::{Fault, Gravity, Seriousness, Weighed, Weighing};

use crate::law::vocabulary::folded;
use crate::law::{AuthorityId, Converted, MethodologyId, ProvisionId, Rates, Role, UndertakingKind, Vocabulary, When};
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
    /// The infringements found, by paragraph where the decision names it.
    pub provisions: Vec<ProvisionId>,
    /// What was examined and not found.
    #[serde(default)]
    pub not_found: Vec<NotFound>,
    /// The gravest measure.
    #[serde(serialize_with = "Outcome::as_in_a_record")]
    pub outcome: Outcome,
    /// The official amount, in the decision's currency.
    #[serde(default)]
    pub fine: Option<Money>,
    /// What a reader must know of the amount.
    #[serde(default)]
    pub fine_note: Option<String>,
    /// What was imposed for each conduct, where the decision divides the amount.
    #[serde(default)]
    pub conducts: Vec<ConductFine>,
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
    /// Decided together with other authorities under Articles 56 and 60. Absent: not stated.
    #[serde(default)]
    pub one_stop_shop: Option<bool>,
    /// What became of it.
    pub appeal: Appeal,
    /// The steps before courts, in order of time.
    #[serde(default)]
    pub proceedings: Vec<Proceeding>,
    /// Records of the same facts or the same body: ids.
    #[serde(default)]
    pub related: Vec<String>,
    /// The method it says it applied.
    #[serde(default)]
    pub method: Option<MethodologyId>,
    /// Doubts.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Where in the text a field stands: the field's name (`people`, `turnover`, `from`) and the place (`para. 12`).
    #[serde(default)]
    pub places: BTreeMap<String, String>,
    /// Where lists in circulation differ from the text, and what the text says.
    #[serde(default)]
    pub differs: Vec<ListDifference>,
    /// When the record was entered, and from which part of the text.
    #[serde(default)]
    pub entered: Option<Reading>,
    /// When somebody else compared every field with the text.
    #[serde(default)]
    pub checked: Option<Reading>,
    /// Entered by the user, not shipped: told wherever it is shown, and no part of the fit. Where it stands says so,
    /// and no file can.
    #[serde(skip)]
    pub own: bool,
}

/// An infringement that was examined and not found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotFound {
    /// The provision.
    pub provision: ProvisionId,
    /// Why not, in our own words.
    pub reason: String,
    /// Where in the text.
    #[serde(default)]
    pub place: String,
}

/// What was imposed for one conduct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConductFine {
    /// The infringements it holds.
    pub provisions: Vec<ProvisionId>,
    /// The amount for it.
    pub amount: Money,
    /// What it was.
    #[serde(default)]
    pub note: String,
    /// Where in the text.
    #[serde(default)]
    pub place: String,
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
    /// An infringement was found and no measure taken.
    Established,
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

impl Outcome {
    /// Written as a record has it, and not as output for other programs does.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over by reference")]
    fn as_in_a_record<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (index, name) = match self {
            Self::Fine => (0, "Fine"),
            Self::Reprimand => (1, "Reprimand"),
            Self::Order => (2, "Order"),
            Self::Referral => (3, "Referral"),
            Self::Established => (4, "Established"),
            Self::NoInfringement => (5, "NoInfringement"),
        };
        serializer.serialize_unit_variant("Outcome", index, name)
    }

    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fine => "outcome.fine",
            Self::Reprimand => "outcome.reprimand",
            Self::Order => "outcome.order",
            Self::Referral => "outcome.referral",
            Self::Established => "outcome.established",
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
    /// let swedish = |known: &&amende::precedents::Decision| known.country == "SE" && known.fine.is_some();
    /// let swedish = library.decisions.iter().find(swedish).unwrap();
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

//! What a country adds to the method: public bodies (Art. 83(7) GDPR),
//! reductions, procedures with a cap of their own, the currency of payment.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Citation, LawText, Limitation, Note, TierId, UndertakingKind};
use crate::quantity::{Currency, ExchangeRate, Money, Rate};

/// The rules of one country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NationalRules {
    /// ISO 3166 alpha-2, as in [`crate::law::Framework::territory`].
    pub country: String,
    /// Its name for readers.
    pub name: String,
    /// Whether public authorities and bodies may be fined.
    pub public_bodies: PublicBodies,
    /// What lowers a fine once it is calculated.
    #[serde(default)]
    pub reductions: Vec<Reduction>,
    /// Procedures with a maximum of their own.
    #[serde(default)]
    pub procedures: Vec<Procedure>,
    /// The currency in which the fine is paid, where it is not the method's.
    #[serde(default)]
    pub payment: Option<Payment>,
    /// Rules of the authority for certain bodies that this program does not hold.
    #[serde(default)]
    pub not_held: Vec<RulesNotHeld>,
    /// Until when a fine may be imposed; empty where no rule is known to the program.
    #[serde(default)]
    pub limitation: Vec<Limitation>,
    /// What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// Rules that would apply and that this program does not hold: told, not guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesNotHeld {
    /// For which kinds of body.
    pub bodies: Vec<UndertakingKind>,
    /// The first day they apply.
    pub from: Date,
    /// What they are and what follows, in two sentences.
    pub text: String,
    /// Where they stand.
    pub source: Citation,
}

/// Fines on public authorities and bodies (Art. 83(7) GDPR).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicBodies {
    /// What may be done to them.
    pub rule: PublicBodyRule,
    /// Whether a body that competes on a market is treated as a company.
    #[serde(default)]
    pub except_on_market: bool,
    /// Whether the share for the seriousness is taken from the limit, without adjustment
    /// to size, rather than the limit only holding at the end.
    #[serde(default)]
    pub share_of_limit: bool,
    /// The rule in a sentence, with its limits.
    pub text: String,
    /// Where it stands.
    pub source: Citation,
    /// Kinds of bodies for which another rule holds.
    #[serde(default)]
    pub particular: Vec<ParticularBodies>,
}

/// A rule of its own for some kinds of public bodies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParticularBodies {
    /// Which.
    pub kinds: Vec<PublicBodyKind>,
    /// What may be done to them.
    pub rule: PublicBodyRule,
    /// The rule in a sentence, with its limits.
    pub text: String,
    /// Where it stands.
    pub source: Citation,
}

/// The kinds of public bodies that national laws tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PublicBodyKind {
    /// The State: ministries, central authorities, their services.
    State,
    /// A municipality, region or other territorial community.
    Territorial,
    /// A museum, library, theatre or other cultural institution of the State or of a
    /// territorial community.
    Cultural,
    /// Any other: a hospital, a university, a social insurance, an agency.
    Other,
}

impl PublicBodyKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::State, Self::Territorial, Self::Cultural, Self::Other];

    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::State => "public_body.state",
            Self::Territorial => "public_body.territorial",
            Self::Cultural => "public_body.cultural",
            Self::Other => "public_body.other",
        }
    }
}

impl NationalRules {
    /// The rule on public bodies in a sentence: on the particular ones of this place, or on
    /// all others.
    pub fn on_public_bodies(&self, particular: Option<usize>) -> LawText {
        match particular {
            Some(place) => LawText::ParticularBodies(self.country.clone(), place),
            None => LawText::PublicBodies(self.country.clone()),
        }
    }
}

impl PublicBodies {
    /// The rule for a kind of body, with its place among the particular ones and its source;
    /// the rule for all others, which has no such place, where the kind is not stated.
    pub fn rule_for(&self, kind: Option<PublicBodyKind>) -> (&PublicBodyRule, Option<usize>, &Citation) {
        let known = self.particular.iter().enumerate();
        let own = kind.and_then(|kind| known.into_iter().find(|(_, own)| own.kinds.contains(&kind)));
        match own {
            Some((place, own)) => (&own.rule, Some(place), &own.source),
            None => (&self.rule, None, &self.source),
        }
    }
}

/// What may be done to a public body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PublicBodyRule {
    /// They may be fined as anybody.
    Fined,
    /// No administrative fine.
    NoFine,
    /// A fine up to an amount of the country's own.
    UpTo(Vec<TierCap>),
    /// The rule is not known to this program.
    NotKnown,
}

impl PublicBodyRule {
    /// Its caps; none where it sets none.
    pub fn caps(&self) -> &[TierCap] {
        match self {
            Self::UpTo(caps) => caps,
            Self::Fined | Self::NoFine | Self::NotKnown => &[],
        }
    }
}

/// A national cap for one tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierCap {
    /// The tier.
    pub tier: TierId,
    /// The cap.
    pub cap: Money,
    /// The share of the body's budget that is the cap where it is lower; the budget
    /// stands in the place of the turnover.
    #[serde(default)]
    pub share_of_budget: Option<Rate>,
}

/// Something the undertaking may do after the fine is proposed that lowers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reduction {
    /// Its name in choices: `acknowledgement`.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// The share of the fine that falls away; several are added up.
    pub share: Rate,
    /// What must be done.
    pub text: String,
    /// Where it stands.
    pub source: Citation,
}

/// A procedure in which the fine has a lower maximum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Its name in choices: `simplified`.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// The most that may be imposed in all.
    pub cap: Money,
    /// The first day it may be used.
    pub from: Date,
    /// What it is.
    pub text: String,
    /// Where it stands.
    pub source: Citation,
}

/// In which currency, and at which rate, the fine is imposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The currency.
    pub currency: Currency,
    /// Which rate the law names.
    pub text: String,
    /// Where the law names it.
    pub source: Citation,
    /// The rates known, oldest first.
    pub rates: Vec<PublishedRate>,
}

/// A rate of exchange as it was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedRate {
    /// The day of publication.
    pub day: Date,
    /// Units of the payment's currency for one of the method's.
    pub rate: ExchangeRate,
    /// Where it was read.
    pub source: Citation,
}

impl Payment {
    /// The newest rate on this day, if one is known for that year or the one before.
    pub fn rate_on(&self, day: Date) -> Option<&PublishedRate> {
        let newest = self.rates.iter().rev().find(|rate| rate.day <= day)?;
        (day.year() - newest.day.year() <= 1).then_some(newest)
    }

    /// Whether a newer rate must have been published by this day: one is each year, at
    /// about the same date.
    pub fn is_of_earlier_year(&self, rate: &PublishedRate, day: Date) -> bool {
        let published_by = |date: Date| (date.month(), date.day()) <= (day.month(), day.day());
        rate.day.year() < day.year() && published_by(rate.day)
    }
}

//! What could be known of a case before it was decided.

use serde::{Deserialize, Serialize};

use crate::law::TopicId;
use crate::quantity::{Money, PartialDate};

/// What could be known before the decision. Absent: not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionFacts {
    /// What it is about, the most characteristic first.
    pub topics: Vec<TopicId>,
    /// How many people were concerned.
    #[serde(default)]
    pub people: Option<u64>,
    /// How many could have been concerned, where the decision tells them apart.
    #[serde(default)]
    pub people_potential: Option<u64>,
    /// How many records, accounts, messages or calls, where the decision counts these.
    #[serde(default)]
    pub records: Option<u64>,
    /// The turnover stated.
    #[serde(default)]
    pub turnover: Option<StatedTurnover>,
    /// The size the decision names, where it states no turnover.
    #[serde(default)]
    pub size: Option<SizeClass>,
    /// How many people worked there.
    #[serde(default)]
    pub employees: Option<u64>,
    /// Data of Articles 9 or 10.
    #[serde(default)]
    pub special_categories: Option<bool>,
    /// The kinds of data, as far as the decision names them.
    #[serde(default)]
    pub data: Vec<DataKind>,
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
    /// How long it lasted, in whole months.
    #[serde(default)]
    pub duration_months: Option<u32>,
    /// When it began.
    #[serde(default)]
    pub from: Option<PartialDate>,
    /// When it ended. Absent with [`DecisionFacts::ongoing`]: it went on when it was decided.
    #[serde(default)]
    pub until: Option<PartialDate>,
    /// It went on when it was decided.
    #[serde(default)]
    pub ongoing: Option<bool>,
    /// When the authority first turned to the body about it.
    #[serde(default)]
    pub first_contact: Option<PartialDate>,
}

/// The size a decision names without a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SizeClass {
    /// A micro or very small business, or a natural person's trade.
    Micro,
    /// A small business.
    Small,
    /// A medium-sized business.
    Medium,
    /// A large business.
    Large,
    /// Part of a group of companies of international size.
    Group,
}

impl SizeClass {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Micro => "size.micro",
            Self::Small => "size.small",
            Self::Medium => "size.medium",
            Self::Large => "size.large",
            Self::Group => "size.group",
        }
    }
}

/// A kind of personal data, as decisions name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DataKind {
    /// Name, date of birth and the like.
    Identity,
    /// Address, telephone, e-mail.
    Contact,
    /// Number or copy of an identity document, national identification number.
    NationalIdentifier,
    /// User names, passwords, keys.
    Credentials,
    /// Bank details, income, debts, creditworthiness.
    Financial,
    /// Purchases, contracts, use of a service.
    Customer,
    /// Where somebody is or was.
    Location,
    /// Visits to pages, cookies, identifiers of devices.
    Online,
    /// What was written or said: messages, calls.
    Communications,
    /// Pictures of people, moving or still.
    Image,
    /// Recorded voice.
    Voice,
    /// Data of employment: hours, performance, absence.
    Employment,
    /// Marks, school records.
    Education,
    /// Health (Art. 9).
    Health,
    /// Genetic data (Art. 9).
    Genetic,
    /// Biometric data to identify somebody (Art. 9).
    Biometric,
    /// Sex life or sexual orientation (Art. 9).
    SexLife,
    /// Racial or ethnic origin (Art. 9).
    Ethnic,
    /// Political opinions (Art. 9).
    Political,
    /// Religious or philosophical beliefs (Art. 9).
    Belief,
    /// Trade union membership (Art. 9).
    Union,
    /// Criminal convictions and offences (Art. 10).
    Criminal,
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

impl DataKind {
    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Identity => "data.identity",
            Self::Contact => "data.contact",
            Self::NationalIdentifier => "data.national_identifier",
            Self::Credentials => "data.credentials",
            Self::Financial => "data.financial",
            Self::Customer => "data.customer",
            Self::Location => "data.location",
            Self::Online => "data.online",
            Self::Communications => "data.communications",
            Self::Image => "data.image",
            Self::Voice => "data.voice",
            Self::Employment => "data.employment",
            Self::Education => "data.education",
            Self::Health => "data.health",
            Self::Genetic => "data.genetic",
            Self::Biometric => "data.biometric",
            Self::SexLife => "data.sex_life",
            Self::Ethnic => "data.ethnic",
            Self::Political => "data.political",
            Self::Belief => "data.belief",
            Self::Union => "data.union",
            Self::Criminal => "data.criminal",
        }
    }
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

impl Initiation {
    /// The key of its wording; none where it is not stated.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Self::Complaint => Some("initiation.complaint"),
            Self::BreachNotification => Some("initiation.breach_notification"),
            Self::OwnInitiative => Some("initiation.own_initiative"),
            Self::Unknown => None,
        }
    }
}

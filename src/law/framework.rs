//! A legal framework: its tiers of maxima (Art. 83(4) to (6) GDPR).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Citation, Parameter, Provision, TierId};
use crate::quantity::{Money, Rate};

/// A legal framework such as the GDPR.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// Its name: `gdpr`.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// The name it is cited by: `GDPR`.
    pub short: String,
    /// Where it applies: ISO codes of countries.
    pub territory: Vec<String>,
    /// Since when conduct is under it, where no other law went before with the same duties.
    #[serde(default)]
    pub beginning: Option<Beginning>,
    /// Countries where it applied once.
    #[serde(default)]
    pub left: Vec<Departure>,
    /// Its tiers, the lower first.
    pub tiers: Vec<Tier>,
}

/// The first day on which conduct is under a law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beginning {
    /// The day.
    pub day: Date,
    /// Where it stands.
    pub source: Citation,
    /// What that means for conduct that began before.
    pub note: String,
}

/// A country that a framework no longer applies in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// Its ISO code.
    pub country: String,
    /// The last day the framework applied there.
    pub last_day: Date,
    /// Where that stands.
    pub source: Citation,
}

/// The maxima of one class of infringements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// `83(4)`, `83(5)`, `83(6)`.
    pub id: TierId,
    /// The fixed maximum.
    pub static_cap: Parameter<Money>,
    /// The maximum as a share of the undertaking's total worldwide annual
    /// turnover of the preceding financial year.
    pub dynamic_cap: Parameter<Rate>,
}

impl Framework {
    /// Whether it applies in a country (its code in capitals) on a day.
    pub fn applies_in(&self, country: &str, day: Date) -> bool {
        let once = |left: &Departure| left.country == country && day <= left.last_day;
        self.territory.iter().any(|known| known == country) || self.left.iter().any(once)
    }

    /// The tier that governs a provision: that whose paragraph its own tier names
    /// (`83(5)(a)` lies in `83(5)`); `None` where no fine of its own is provided.
    pub fn tier_of(&self, provision: &Provision) -> Option<&Tier> {
        self.tier_around(provision.tier.as_ref()?)
    }

    /// The tier a point of Art. 83 lies in.
    pub fn tier_around(&self, point: &TierId) -> Option<&Tier> {
        self.tiers.iter().find(|tier| point.as_str().starts_with(tier.id.as_str()))
    }

    /// The tier of this name.
    pub fn tier(&self, id: &TierId) -> Option<&Tier> {
        self.tiers.iter().find(|tier| tier.id == *id)
    }
}

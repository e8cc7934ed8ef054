//! A legal framework: its tiers of maxima (Art. 83(4) to (6) GDPR).

use serde::{Deserialize, Serialize};

use super::{Parameter, Provision, TierId};
use crate::quantity::{Money, Rate};

/// A legal framework such as the GDPR.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// Its name: `gdpr`.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// Where it applies: ISO codes of countries.
    pub territory: Vec<String>,
    /// Its tiers, the lower first.
    pub tiers: Vec<Tier>,
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

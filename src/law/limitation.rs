//! Until when a fine may be imposed: limitation, which each country has its own way.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Citation, NationalRules, TierId};

/// A limitation period for fines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limitation {
    /// How long it is, in months.
    pub months: u16,
    /// From when it runs.
    pub starts: LimitationStart,
    /// Which infringements it is for.
    #[serde(default)]
    pub applies_to: LimitedTo,
    /// Only for what ended on this day or later, where the law was changed.
    #[serde(default)]
    pub ended_from: Option<Date>,
    /// Where it stands.
    pub source: Citation,
    /// What interrupts it and what else a reader should know.
    pub note: String,
}

/// From when a limitation period runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LimitationStart {
    /// From when the infringement was committed; where it lasted, from its end.
    Commission,
    /// From its end.
    End,
    /// From when the authority knew of it.
    Knowledge,
    /// From when it was found, for what lasted.
    Found,
}

impl LimitationStart {
    /// Whether the end of what lasted is where it starts.
    pub fn is_at_end(self) -> bool {
        matches!(self, Self::Commission | Self::End)
    }

    /// The key of its wording.
    pub fn key(self) -> &'static str {
        match self {
            Self::Commission => "limitation.from_commission",
            Self::End => "limitation.from_end",
            Self::Knowledge => "limitation.from_knowledge",
            Self::Found => "limitation.from_finding",
        }
    }
}

/// Which infringements a limitation period is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub enum LimitedTo {
    /// All.
    #[default]
    All,
    /// Those of these tiers of maxima.
    Tiers(Vec<TierId>),
}

impl NationalRules {
    /// The period for an infringement of a tier that ended on a day: the first that is for it.
    pub fn limitation_for(&self, tier: Option<&TierId>, ended: Date) -> Option<&Limitation> {
        self.limitation.iter().find(|known| {
            let for_it = match &known.applies_to {
                LimitedTo::All => true,
                LimitedTo::Tiers(tiers) => tier.is_some_and(|tier| tiers.contains(tier)),
            };
            for_it && known.ended_from.is_none_or(|from| ended >= from)
        })
    }
}

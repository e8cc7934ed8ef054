//! Concurrence of offences: when one infringement may displace another (EDPB
//! Guidelines 04/2022, chapter 3).

use serde::{Deserialize, Serialize};

use super::{Citation, OfConduct, PointKey, ProvisionId};

/// Why one infringement displaces another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Principle {
    /// The special provision goes before the general one of the same aim.
    Specialty,
    /// One provision applies only where the other does not.
    Subsidiarity,
    /// One infringement regularly includes the other.
    Consumption,
}

impl Principle {
    /// Its wording's key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Specialty => "concurrence.specialty",
            Self::Subsidiarity => "concurrence.subsidiarity",
            Self::Consumption => "concurrence.consumption",
        }
    }
}

/// Two provisions of which one may displace the other. Offered, never applied by
/// the program: authorities mostly find both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Displacement {
    /// The provision that would fall away.
    pub displaced: ProvisionId,
    /// The provision that would remain.
    pub by: ProvisionId,
    /// Why it might.
    pub principle: Principle,
    /// What to consider.
    pub text: String,
    /// Where it is discussed.
    pub source: Citation,
}

impl Displacement {
    /// The discretionary point at which it is chosen for a conduct.
    pub fn point<'a>(&'a self, conduct: OfConduct<'a>) -> PointKey<'a> {
        PointKey::Displaced(conduct, &self.displaced)
    }
}

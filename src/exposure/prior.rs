//! How an authority may decide at each discretionary point: stated assumptions,
//! the same for every matter.

use serde::{Deserialize, Serialize};

use crate::law::Strength;
use crate::quantity::Rate;

/// The assumptions of the simulation (`assets/estimate/priors.ron`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Priors {
    /// Whose assumptions these are.
    pub note: String,
    /// How many times to draw.
    pub samples: usize,
    /// How often an alleged infringement is taken as found.
    pub found: FoundPrior,
    /// How the class of seriousness may differ.
    pub seriousness: SeriousnessPrior,
    /// Where the logarithmic scale of shares begins when a range begins at 0 %.
    pub share_floor: Rate,
    /// How far between the least share of a size band and that at the turnover's place in the
    /// band the shares drawn begin, on a logarithmic scale.
    pub size_begins: Rate,
    /// Where the logarithmic scale of turnovers begins when a bracket begins below it, in
    /// whole units of the method's currency.
    pub turnover_floor: i64,
    /// How often a circumstance the facts show is counted.
    pub circumstance_counted: Rate,
    /// How step 5 is spread, in words.
    pub source_of_proportionality: String,
    /// How often step 5 leaves the amount as it is.
    pub proportionality_unchanged: Rate,
}

/// How often an allegation of each strength is taken as found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FoundPrior {
    /// Of clear ones.
    pub clear: Rate,
    /// Of arguable ones.
    pub arguable: Rate,
    /// Of weak ones.
    pub weak: Rate,
}

impl FoundPrior {
    /// For this strength.
    pub fn of(&self, strength: Strength) -> Rate {
        match strength {
            Strength::Clear => self.clear,
            Strength::Arguable => self.arguable,
            Strength::Weak => self.weak,
        }
    }
}

/// How the class drawn differs from the one proposed or chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriousnessPrior {
    /// The same class.
    pub as_proposed: Rate,
    /// A class next to it.
    pub next: Rate,
    /// The class beyond.
    pub farther: Rate,
}

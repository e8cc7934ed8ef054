//! What a calculation leaves behind, so that it can be reproduced years later.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Point, Spread, Together};
use crate::law::{ConductId, MethodologyId, Seriousness, TierId};
use crate::quantity::Money;
use crate::trace::Value;
use crate::trace::{TraceNode, Warning};

/// The fine for one conduct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConductFine {
    /// Which conduct.
    pub conduct: ConductId,
    /// The tier of its gravest infringement.
    pub tier: TierId,
    /// The legal maximum.
    pub maximum: Spread<Money>,
    /// The class of seriousness, where the method has classes.
    pub seriousness: Option<Seriousness>,
    /// The amount after step 2.
    pub starting: Spread<Money>,
    /// The amount after the circumstances.
    pub adjusted: Spread<Money>,
    /// The amount in the end; never above the maximum.
    pub fine: Spread<Money>,
    /// The same fine to be added to others.
    pub together: Together,
    /// No fine, since neither intent nor negligence is shown.
    pub without_fault: bool,
    /// No fine, since a reprimand was chosen.
    pub reprimand: bool,
}

/// The fine by one method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calculation {
    /// The method.
    pub methodology: MethodologyId,
    /// The day whose law was applied.
    pub as_of: Date,
    /// Conduct by conduct.
    pub conducts: Vec<ConductFine>,
    /// The sum of the maxima of separate conducts.
    pub maximum: Spread<Money>,
    /// The sum of the starting amounts.
    pub starting: Spread<Money>,
    /// The sum of the fines, after what national law takes off.
    pub fine: Spread<Money>,
    /// The fine in the currency in which it is imposed, where that is another.
    pub payable: Option<Spread<Money>>,
    /// The discretionary points, in their order.
    pub points: Vec<Point>,
    /// Choices the method does not permit.
    pub warnings: Vec<Warning>,
    /// Why; absent when it was not recorded.
    pub trace: Option<TraceNode>,
}

impl Calculation {
    /// The fines together before the cap of a procedure, where one was chosen. Known
    /// from the trace alone.
    pub fn before_procedure(&self) -> Option<Money> {
        let trace = self.trace.as_ref()?;
        trace.find("fine.after_procedure")?;
        match trace.find("fine.together")?.value {
            Value::Money(amount) => Some(amount),
            _ => None,
        }
    }

    /// The cap of the procedure that was chosen, which limits the fines together.
    pub fn procedure_cap(&self) -> Option<Money> {
        let mut cap = None;
        self.trace.as_ref()?.walk(&mut |node, _| {
            let id = node.id.as_str();
            if let (Value::Money(amount), true) = (&node.value, id.starts_with("matter.procedure.")) {
                cap = Some(cap.map_or(*amount, |known: Money| known.min(*amount)));
            }
        });
        cap
    }

    /// The point of this name.
    pub fn point(&self, id: &str) -> Option<&Point> {
        self.points.iter().find(|point| point.id.as_str() == id)
    }
}

/// A file of a user's own decisions. They are compared with, and no figure rests on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnDecisions {
    /// Its name, without the folder.
    pub file: String,
    /// Its hash.
    pub sha256: String,
}

/// What a result was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The program's version.
    pub program: String,
    /// The hash of all legal data.
    pub law_data: String,
    /// The hash of all decided cases.
    pub decisions: String,
    /// The user's own decisions, where one of them is compared with: file and hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_decisions: Option<OwnDecisions>,
    /// The hash of what the estimate, the score and likeness rest on.
    pub estimate: String,
    /// The method and its version.
    pub methodology: MethodologyId,
    /// The hash of the method's file.
    pub methodology_sha256: String,
    /// The hash of the matter as it was read.
    pub matter_sha256: String,
    /// The day whose law was applied.
    pub as_of: Date,
    /// The seed of the simulation.
    pub seed: u64,
    /// How many times it was drawn.
    pub samples: usize,
}

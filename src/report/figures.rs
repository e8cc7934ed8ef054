//! The figures of a report for programs, as every file holds them beside its words
//! (`amende.figures/1`, `docs/json.md`): by them it is told whether a report is that of a matter.
//!
//! Nothing of them is the user's own text, and an edition that withholds the estimate holds none.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Contents, Reported};
use crate::fine::{Receipt, Spread};
use crate::library::{EditionId, Section, Withheld};
use crate::quantity::Money;

/// The name and version of the schema.
pub const FIGURES: &str = "amende.figures/1";

/// The figures of a report, with what they were made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// [`FIGURES`].
    pub schema: String,
    /// The edition.
    pub edition: EditionId,
    /// The sections it holds.
    pub sections: BTreeSet<Section>,
    /// What they were made with.
    pub receipt: Receipt,
    /// Each figure by its name, to the smallest unit: `A.fine.point` is `EUR 240000.00`.
    pub figures: BTreeMap<String, String>,
}

impl Figures {
    /// The figures of a report.
    pub fn of(reported: &Reported<'_>) -> Self {
        let contents = reported.contents;
        Self {
            schema: FIGURES.to_owned(),
            edition: contents.edition().id,
            sections: contents.sections().collect(),
            receipt: reported.analysis.receipt.clone(),
            figures: if contents.edition().withholds(Withheld::Estimate) { BTreeMap::new() } else { named(reported) },
        }
    }

    /// As it stands in a file.
    pub(super) fn to_json(&self) -> String {
        // Names and figures always have a form in JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What the report holds, by the editions of these data.
    pub fn contents(&self, library: &crate::library::Library) -> Contents {
        let mut contents = Contents::of(library, self.edition);
        for section in Section::ALL {
            contents.set(section, self.sections.contains(&section));
        }
        contents
    }
}

/// Every figure by its name.
fn named(reported: &Reported<'_>) -> BTreeMap<String, String> {
    let calculation = &reported.analysis.calculation;
    let mut figures = BTreeMap::new();
    let mut spread = |name: &str, spread: Spread<Money>| {
        for (end, amount) in [("low", spread.low), ("point", spread.point), ("high", spread.high)] {
            figures.insert(format!("{name}.{end}"), amount.to_string());
        }
    };
    spread("maximum", calculation.maximum);
    spread("starting", calculation.starting);
    spread("fine", calculation.fine);
    if let Some(payable) = calculation.payable {
        spread("payable", payable);
    }
    for fine in &calculation.conducts {
        let all =
            [("maximum", fine.maximum), ("starting", fine.starting), ("adjusted", fine.adjusted), ("fine", fine.fine)];
        for (name, amounts) in all {
            spread(&format!("{}.{name}", fine.conduct), amounts);
        }
    }
    for percent in [5, 10, 25, 50, 75, 90, 95] {
        if let Some(amount) = reported.exposure.percentile(percent) {
            figures.insert(format!("estimate.p{percent}"), amount.to_string());
        }
    }
    for percent in [10, 25, 50, 75, 90] {
        let amount = reported.analysis.practice.as_ref().and_then(|practice| practice.percentile(percent));
        if let Some(amount) = amount {
            figures.insert(format!("practice.p{percent}"), amount.to_string());
        }
    }
    figures
}

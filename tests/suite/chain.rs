//! One conduct put together by hand, to follow a method's steps with choices made
//! elsewhere: by an authority, by a table, by a test.

use amende::facts::CaseFile;
use amende::findings::{Basis, Conduct, Infringement, WeighedCircumstance};
use amende::fine::{self, Calculation, FineError, Input, Made};
use amende::law::{ConductId, OperationId, ProvisionId, Strength};
use amende::trace::TraceBuilder;
use jiff::civil::Date;

use crate::library;

/// What is followed.
pub(crate) struct Chain<'a> {
    pub(crate) methodology: &'a str,
    pub(crate) as_of: Date,
    pub(crate) provisions: &'a [ProvisionId],
}

impl Chain<'_> {
    /// The calculation for these facts and choices.
    pub(crate) fn calculate(&self, case_file: &CaseFile) -> Result<Calculation, FineError> {
        let law = &library().law;
        let infringement = |provision: &ProvisionId| Infringement {
            provision: provision.clone(),
            tier: law.tier_of(provision),
            strength: Strength::Clear,
            findings: Vec::new(),
            displaced_by: None,
        };
        // Circumstances are open to choice whatever the answers: none was given here.
        let circumstances = law.circumstances.iter().map(|known| WeighedCircumstance {
            circumstance: known.id.clone(),
            direction: None,
            readings: Vec::new(),
            facts: Vec::new(),
        });
        let conduct = Conduct {
            id: ConductId::from("A"),
            root: Some(OperationId::from("operation-1")),
            operations: vec![OperationId::from("operation-1")],
            basis: Basis::OneOperation,
            infringements: self.provisions.iter().map(infringement).collect(),
            factors: Vec::new(),
            circumstances: circumstances.collect(),
            weighed: Vec::new(),
            left_out: Vec::new(),
        };
        let methodology = law.methodology(self.methodology).unwrap();
        let conducts = [conduct];
        let sanctioned = fine::sanctioned(case_file, law, methodology, &conducts);
        let tier = sanctioned[0].tier(law.framework_of(methodology).unwrap()).unwrap();
        let input = Input {
            law,
            methodology,
            national: law.national_for(methodology, &case_file.undertaking.establishment),
            case_file,
            conducts: &[(&sanctioned[0], tier)],
            made: Made::Stated(&case_file.choices),
            as_of: self.as_of,
        };
        fine::calculate(&input, TraceBuilder::recording())
    }
}

/// A calculation by a method for one provision and a turnover; `edit` states the rest.
pub(crate) fn follow(
    methodology: &str,
    provisions: &[&str],
    turnover: &str,
    edit: impl FnOnce(&mut CaseFile),
) -> Result<Calculation, FineError> {
    let provisions: Vec<ProvisionId> = provisions.iter().copied().map(ProvisionId::from).collect();
    let mut case_file = CaseFile::new("Chain", "Operation");
    case_file.undertaking.turnover = amende::facts::Turnover::Figure {
        amount: Some(turnover.parse().unwrap()),
        year: None,
        source: "test".to_owned(),
        secondary: false,
    };
    edit(&mut case_file);
    let chain = Chain { methodology, as_of: "2025-06-01".parse().unwrap(), provisions: &provisions };
    chain.calculate(&case_file)
}

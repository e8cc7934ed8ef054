//! One conduct put together by hand, to follow a method's steps with choices made
//! elsewhere: by an authority or by guidelines.

use jiff::civil::Date;

use crate::facts::CaseFile;
use crate::findings::{Basis, Conduct, Infringement, WeighedCircumstance};
use crate::fine::{self, Calculation, FineError, Input};
use crate::law::{ConductId, Corpus, ProvisionId, Strength};
use crate::trace::TraceBuilder;

/// What is followed.
#[derive(Debug, Clone, Copy)]
pub struct Chain<'a> {
    /// The method.
    pub methodology: &'a str,
    /// The day whose law applies.
    pub as_of: Date,
    /// What was found infringed.
    pub provisions: &'a [ProvisionId],
}

/// Why a chain could not be followed.
#[derive(Debug, thiserror::Error)]
pub enum ChainError {
    /// There is no such method.
    #[error("there is no method `{0}`")]
    Methodology(String),
    /// None of the provisions carries a fine.
    #[error("none of the provisions carries a fine")]
    NoFine,
    /// The method gives no result.
    #[error(transparent)]
    Fine(#[from] FineError),
}

impl Chain<'_> {
    /// The calculation for these facts and choices.
    ///
    /// # Errors
    /// Where there is no such method, where no provision carries a fine, or as
    /// [`fine::calculate`].
    pub fn calculate(&self, law: &Corpus, case_file: &CaseFile) -> Result<Calculation, ChainError> {
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
            otherwise: None,
            facts: Vec::new(),
        });
        let conduct = Conduct {
            id: ConductId::from("A"),
            root: case_file.operations.first().map(|operation| operation.id.clone()),
            operations: case_file.operations.iter().map(|operation| operation.id.clone()).take(1).collect(),
            basis: Basis::OneOperation,
            infringements: self.provisions.iter().map(infringement).collect(),
            factors: Vec::new(),
            circumstances: circumstances.collect(),
            weighed: Vec::new(),
            left_out: Vec::new(),
        };
        let missing = || ChainError::Methodology(self.methodology.to_owned());
        let methodology = law.methodology(self.methodology).ok_or_else(missing)?;
        let conducts = [conduct];
        let sanctioned = fine::sanctioned(case_file, law, methodology, &conducts);
        let first = sanctioned.first().ok_or(ChainError::NoFine)?;
        let tier = first.tier(law, methodology).ok_or(ChainError::NoFine)?;
        let input = Input {
            law,
            methodology,
            national: law.national_for(methodology, case_file.undertaking.deciding_country(&law.vocabulary)),
            case_file,
            conducts: &[(first, tier)],
            choices: &case_file.choices,
            as_of: self.as_of,
        };
        Ok(fine::calculate(&input, TraceBuilder::recording())?)
    }
}

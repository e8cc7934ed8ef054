//! A calculation by a method for one conduct, with choices made elsewhere.

use amende::examples::{Chain, ChainError};
use amende::facts::CaseFile;
use amende::fine::{Calculation, FineError};
use amende::law::ProvisionId;

use crate::library;

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
    chain.calculate(&library().law, &case_file).map_err(|error| match error {
        ChainError::Fine(error) => error,
        other => panic!("{other}"),
    })
}

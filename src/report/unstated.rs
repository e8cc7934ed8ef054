//! What is not stated about the organisation, in words.

use crate::facts::{CaseFile, unstated};
use crate::library::Library;

/// “Not stated: turnover, …”; nothing where all of it is stated.
pub fn unstated_in_words(case_file: &CaseFile, library: &Library) -> Option<String> {
    let text = &library.locale;
    let names: Vec<&str> = unstated(case_file, &library.law).into_iter().map(|fact| text.t(fact.key())).collect();
    (!names.is_empty()).then(|| text.fill("organisation.not_stated", &[("facts", &names.join(" · "))]))
}

//! What can be fined at all: what somebody is at fault for.

use std::borrow::Cow;

use crate::facts::{Answers, CaseFile, Truth};
use crate::findings::Conduct;
use crate::law::{Condition, Methodology, OperationId, StepKind};

/// The conducts without the operations that nobody is at fault for (C-807/21,
/// C-683/21): linked operations share a maximum, not a fault. A conduct of such
/// operations only stays as it is; the method's step on fault then leaves no fine.
pub fn at_fault<'a>(case_file: &CaseFile, methodology: &Methodology, conducts: &'a [Conduct]) -> Vec<Cow<'a, Conduct>> {
    let Some(absent_when) = excluding(methodology) else { return conducts.iter().map(Cow::Borrowed).collect() };
    let faultless = |id: &&OperationId| {
        let operation = case_file.operation(id);
        let answers = operation.map(|operation| Answers::given(&case_file.undertaking, operation));
        answers.is_some_and(|answers| answers.holds(absent_when) == Truth::True)
    };
    let of = |conduct: &'a Conduct| {
        let left_out: Vec<OperationId> = conduct.operations.iter().filter(faultless).cloned().collect();
        if left_out.is_empty() || left_out.len() == conduct.operations.len() {
            Cow::Borrowed(conduct)
        } else {
            Cow::Owned(conduct.without(&left_out))
        }
    };
    conducts.iter().map(of).collect()
}

/// When the method lets the absence of fault exclude a fine.
pub(super) fn excluding(methodology: &Methodology) -> Option<&Condition> {
    methodology.steps.iter().find_map(|step| match &step.kind {
        StepKind::Fault { absent_when, excludes_fine: true } => Some(absent_when),
        _ => None,
    })
}

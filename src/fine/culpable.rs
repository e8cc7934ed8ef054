//! Which infringements can be fined at all: those that somebody is at fault for.

use crate::facts::{Answers, CaseFile, Truth};
use crate::findings::{Infringement, gravest};
use crate::law::{Condition, Framework, Methodology, OperationId, StepKind, Tier};

/// The tier of the gravest infringement that an operation is at fault for (C-807/21,
/// C-683/21): linked operations share a maximum, not a fault. Where no operation is at
/// fault, that of the gravest of all; the method's step on fault then leaves no fine.
pub fn gravest_at_fault<'l, 'i>(
    case_file: &CaseFile,
    methodology: &Methodology,
    framework: &'l Framework,
    infringements: impl IntoIterator<Item = &'i Infringement> + Clone,
) -> Option<&'l Tier> {
    let culpable = infringements.clone().into_iter().filter(|known| is_culpable(case_file, methodology, known));
    gravest(framework, culpable).or_else(|| gravest(framework, infringements))
}

/// Whether an operation it was found at is at fault, as far as the answers tell.
pub(super) fn is_culpable(case_file: &CaseFile, methodology: &Methodology, infringement: &Infringement) -> bool {
    let Some(absent_when) = excluding(methodology) else { return true };
    let faultless = |id: &OperationId| {
        let operation = case_file.operation(id);
        let answers = operation.map(|operation| Answers::given(&case_file.undertaking, operation));
        answers.is_some_and(|answers| answers.holds(absent_when) == Truth::True)
    };
    infringement.findings.is_empty() || infringement.findings.iter().any(|finding| !faultless(&finding.operation))
}

/// When the method lets the absence of fault exclude a fine.
fn excluding(methodology: &Methodology) -> Option<&Condition> {
    methodology.steps.iter().find_map(|step| match &step.kind {
        StepKind::Fault { absent_when, excludes_fine: true } => Some(absent_when),
        _ => None,
    })
}

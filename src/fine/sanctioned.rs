//! A conduct as it is fined: what somebody is at fault for, with all that is the same
//! whatever is chosen or drawn. Made once for a matter, used by every calculation.

use std::borrow::Cow;

use crate::facts::{Answers, CaseFile, Truth};
use crate::findings::{Conduct, gravest};
use crate::law::{Circumstance, Condition, Corpus, FactorId, Methodology, OfConduct, OperationId, StepKind, Tier};

/// A conduct that is fined.
#[derive(Debug, Clone)]
pub struct Sanctioned<'a> {
    /// Without the operations that nobody is at fault for.
    pub conduct: Cow<'a, Conduct>,
    /// Its place among the conducts of the matter, counted from zero.
    pub(super) place: usize,
    /// The answers about its operations, as they were given.
    pub(super) answers: Vec<Answers<'a>>,
    /// Its circumstances in the law, in the order in which they were weighed.
    pub(super) circumstances: Vec<Option<&'a Circumstance>>,
    /// Whether fault is absent, where the method asks.
    pub(super) absent: Absent,
}

/// Whether intent and negligence are certainly absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Absent {
    /// At every operation, of which there is one.
    pub(super) everywhere: bool,
    /// At one at least.
    pub(super) somewhere: bool,
}

/// The conducts without the operations that nobody is at fault for (C-807/21,
/// C-683/21): linked operations share a maximum, not a fault. A conduct of such
/// operations only stays as it is; the method's step on fault then leaves no fine.
pub fn sanctioned<'a>(
    case_file: &'a CaseFile,
    law: &'a Corpus,
    methodology: &'a Methodology,
    conducts: &'a [Conduct],
) -> Vec<Sanctioned<'a>> {
    let excluding = excluding(methodology);
    let asked = methodology.steps.iter().find_map(|step| match &step.kind {
        StepKind::Fault { absent_when, .. } => Some(absent_when),
        _ => None,
    });
    let holds = |id: &OperationId, when: &Condition| {
        let operation = case_file.operation(id);
        let answers = operation.map(|operation| Answers::given(case_file, operation));
        answers.is_some_and(|answers| answers.holds(when) == Truth::True)
    };
    let of = |(place, conduct): (usize, &'a Conduct)| {
        let faultless = |id: &&OperationId| excluding.is_some_and(|when| holds(id, when));
        let left_out: Vec<OperationId> = conduct.operations.iter().filter(faultless).cloned().collect();
        let conduct = if left_out.is_empty() || left_out.len() == conduct.operations.len() {
            Cow::Borrowed(conduct)
        } else {
            Cow::Owned(conduct.without(&left_out))
        };
        let operations = conduct.operations.iter().filter_map(|id| case_file.operation(id));
        let answers: Vec<_> = operations.map(|operation| Answers::given(case_file, operation)).collect();
        let absent = asked.map_or_else(Absent::default, |when| {
            let absent = |answers: &Answers<'_>| answers.holds(when) == Truth::True;
            let everywhere = !answers.is_empty() && answers.iter().all(absent);
            Absent { everywhere, somewhere: answers.iter().any(absent) }
        });
        let known = |id: &FactorId| law.circumstances.iter().find(|known| known.id == *id);
        let circumstances = conduct.circumstances.iter().map(|weighed| known(&weighed.circumstance)).collect();
        Sanctioned { conduct, place, answers, circumstances, absent }
    };
    conducts.iter().enumerate().map(of).collect()
}

impl Sanctioned<'_> {
    /// Which conduct it is, for its discretionary points.
    pub fn of(&self) -> OfConduct<'_> {
        OfConduct { id: &self.conduct.id, place: self.place }
    }

    /// The tiers of what can be found at it by itself, each once, in the order of the infringements.
    pub fn tiers<'l>(&self, law: &'l Corpus, methodology: &Methodology) -> Vec<&'l Tier> {
        let mut tiers: Vec<&Tier> = Vec::new();
        for known in self.conduct.infringements.iter().filter(|known| known.beside().is_none()) {
            let tier = gravest(law, methodology, [known]);
            tiers.extend(tier.filter(|tier| !tiers.iter().any(|known| known.id == tier.id)));
        }
        tiers
    }

    /// The tier of its gravest infringement; `None` where nothing alleged carries a fine.
    pub fn tier<'l>(&self, law: &'l Corpus, methodology: &Methodology) -> Option<&'l Tier> {
        self.conduct.gravest_tier(law, methodology)
    }
}

/// When the method lets the absence of fault exclude a fine.
pub(super) fn excluding(methodology: &Methodology) -> Option<&Condition> {
    methodology.steps.iter().find_map(|step| match &step.kind {
        StepKind::Fault { absent_when, excludes_fine: true } => Some(absent_when),
        _ => None,
    })
}

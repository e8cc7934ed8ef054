//! What is asked at a discretionary point. Names and reasons are only pointed at: they
//! become words where they are shown, and cost nothing where nothing is recorded.

use crate::findings::WeighedCircumstance;
use crate::law::{
    ChoiceId, Citation, Discretion, Displacement, FactorId, Framework, HardshipCondition, LawText, Methodology,
    NationalRules, OfConduct, PointKey, Procedure, Reduction, Step,
};
use crate::trace::{Label, Reason};

/// What is asked at a discretionary point.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask<'a> {
    pub(super) key: PointKey<'a>,
    pub(super) called: Called<'a>,
    pub(super) why: Why<'a>,
    pub(super) citation: &'a Citation,
}

/// What a point is called.
#[derive(Debug, Clone, Copy)]
pub(super) enum Called<'a> {
    /// By the key of its wording.
    Key(&'static str),
    /// A circumstance.
    Circumstance(&'a FactorId),
    /// One provision displaced by another.
    Displacement(&'a Displacement),
    /// A condition of inability to pay.
    Hardship(&'a Methodology, &'a HardshipCondition),
    /// A procedure of a country.
    Procedure(&'a NationalRules, &'a Procedure),
    /// A reduction of a country.
    Reduction(&'a NationalRules, &'a Reduction),
}

/// Why something is proposed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Why<'a> {
    /// By what the method says of its proposals in this step.
    Step(&'a Methodology, &'a Step),
    /// By what the answers say of a circumstance.
    Answers(&'a WeighedCircumstance),
    /// By what the method says where there is no turnover.
    WithoutTurnover(&'a Methodology),
    /// By what it says where the turnover is not known.
    AssumedTurnover(&'a Methodology),
    /// By what is to be considered before one provision displaces another.
    Displacement(&'a Displacement),
    /// By when the law began to apply.
    Beginning(&'a Framework),
    /// By the terms of a procedure.
    Procedure(&'a NationalRules, &'a Procedure),
    /// By the terms of a reduction.
    Reduction(&'a NationalRules, &'a Reduction),
    /// In the user's words.
    Stated(&'a str),
}

impl<'a> Ask<'a> {
    /// A point of a conduct, called what such a point is called, with the step's proposal.
    pub(super) fn of(conduct: OfConduct<'a>, point: Discretion, method: &'a Methodology, step: &'a Step) -> Self {
        let called = Called::Key(point.label());
        Self { key: PointKey::Conduct(conduct, point), called, why: Why::Step(method, step), citation: &step.source }
    }

    /// Its name.
    pub(super) fn id(&self) -> ChoiceId {
        self.key.id()
    }
}

impl Called<'_> {
    /// As a label.
    pub(super) fn label(self) -> Label {
        match self {
            Self::Key(key) => Label::Key(key),
            Self::Circumstance(id) => Label::Law(LawText::Circumstance(id.clone())),
            Self::Displacement(Displacement { principle, displaced, by, .. }) => {
                Label::Displaced(*principle, displaced.clone(), by.clone())
            }
            Self::Hardship(method, condition) => Label::Law(LawText::Hardship(method.id.clone(), condition.id.clone())),
            Self::Procedure(rules, own) => Label::Law(LawText::Procedure(rules.country.clone(), own.id.clone())),
            Self::Reduction(rules, own) => Label::Law(LawText::Reduction(rules.country.clone(), own.id.clone())),
        }
    }
}

impl Why<'_> {
    /// As a reason.
    pub(super) fn reason(self) -> Reason {
        Reason::Law(vec![match self {
            Self::Step(method, step) => method.proposal_of(step),
            Self::Answers(weighed) => return Reason::Law(weighed.reasons()),
            Self::WithoutTurnover(method) => LawText::WithoutTurnover(method.id.clone()),
            Self::AssumedTurnover(method) => LawText::AssumedTurnover(method.id.clone()),
            Self::Displacement(known) => LawText::Displacement(known.displaced.clone(), known.by.clone()),
            Self::Beginning(framework) => LawText::Beginning(framework.id.clone()),
            Self::Procedure(rules, own) => LawText::ProcedureTerms(rules.country.clone(), own.id.clone()),
            Self::Reduction(rules, own) => LawText::ReductionTerms(rules.country.clone(), own.id.clone()),
            Self::Stated(words) => return Reason::Stated(words.to_owned()),
        }])
    }
}

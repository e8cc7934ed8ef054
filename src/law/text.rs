//! Texts of the law's data by what they belong to: what a calculation names is found in
//! words only where it is shown, in the language it is shown in.

use std::fmt;

use serde::{Serialize, Serializer};

use super::{
    Corpus, FactorId, Framework, MethodologyId, NationalRules, Parameter, ProvisionId, QuestionId, RuleId, Step,
    StepKind, Tier,
};

/// A text under `assets/law` or `assets/questionnaire`. Written as the key under which a
/// translation has it: `question.retention.defined`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LawText {
    /// The wording of a question.
    Question(QuestionId),
    /// The title of a rule.
    Rule(RuleId),
    /// Why a rule finds an infringement.
    Reasoning(RuleId),
    /// What a factor of seriousness is.
    Factor(FactorId),
    /// What a reader should know of a factor.
    FactorNote(FactorId),
    /// One reading of a factor, counted from zero.
    FactorReading(FactorId, usize),
    /// What a circumstance is.
    Circumstance(FactorId),
    /// One reading of a circumstance, counted from zero.
    CircumstanceReading(FactorId, usize),
    /// When the first provision is displaced by the second.
    Displacement(ProvisionId, ProvisionId),
    /// What contradicts each other.
    Contradiction(String),
    /// The name of a framework.
    Framework(String),
    /// What the first day of a framework means for earlier conduct.
    Beginning(String),
    /// What a maximum is, by the name of the parameter.
    Parameter(String),
    /// What a reader should know of one of its values, counted from zero.
    ParameterNote(String, usize),
    /// The heading of a step, counted from zero.
    Step(MethodologyId, usize),
    /// Whose proposal it is that a step makes.
    Proposal(MethodologyId, usize),
    /// Case law and guidance on a step, counted from zero.
    StepNote(MethodologyId, usize, usize),
    /// Why a turnover is assumed.
    AssumedTurnover(MethodologyId),
    /// Why a share is taken without a turnover.
    WithoutTurnover(MethodologyId),
    /// A condition of inability to pay.
    Hardship(MethodologyId, String),
    /// The name of a country with rules of its own.
    Country(String),
    /// What a reader should know of its rules, counted from zero.
    CountryNote(String, usize),
    /// Its rule on public bodies.
    PublicBodies(String),
    /// Its rule on some kinds of them, counted from zero.
    ParticularBodies(String, usize),
    /// What a procedure of it is called.
    Procedure(String, String),
    /// What it is.
    ProcedureTerms(String, String),
    /// What a reduction of it is called.
    Reduction(String, String),
    /// What must be done for it.
    ReductionTerms(String, String),
    /// At which rate its fines are paid.
    Payment(String),
    /// Rules of it that are not held, counted from zero.
    NotHeld(String, usize),
}

impl fmt::Display for LawText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question(id) => write!(f, "question.{id}"),
            Self::Rule(id) => write!(f, "rule.{id}.title"),
            Self::Reasoning(id) => write!(f, "rule.{id}.reasoning"),
            Self::Factor(id) => write!(f, "factor.{id}"),
            Self::FactorNote(id) => write!(f, "factor.{id}.note"),
            Self::FactorReading(id, n) => write!(f, "factor.{id}.reading.{n}"),
            Self::Circumstance(id) => write!(f, "circumstance.{id}"),
            Self::CircumstanceReading(id, n) => write!(f, "circumstance.{id}.reading.{n}"),
            Self::Displacement(displaced, by) => write!(f, "displacement.{displaced}.{by}"),
            Self::Contradiction(id) => write!(f, "contradiction.{id}"),
            Self::Framework(id) => write!(f, "framework.{id}"),
            Self::Beginning(id) => write!(f, "framework.{id}.beginning"),
            Self::Parameter(id) => write!(f, "parameter.{id}"),
            Self::ParameterNote(id, n) => write!(f, "parameter.{id}.note.{n}"),
            Self::Step(method, n) => write!(f, "method.{method}.step.{n}"),
            Self::Proposal(method, n) => write!(f, "method.{method}.step.{n}.proposal"),
            Self::StepNote(method, step, n) => write!(f, "method.{method}.step.{step}.note.{n}"),
            Self::AssumedTurnover(method) => write!(f, "method.{method}.assumed_turnover"),
            Self::WithoutTurnover(method) => write!(f, "method.{method}.without_turnover"),
            Self::Hardship(method, id) => write!(f, "method.{method}.hardship.{id}"),
            Self::Country(code) => write!(f, "national.{code}"),
            Self::CountryNote(code, n) => write!(f, "national.{code}.note.{n}"),
            Self::PublicBodies(code) => write!(f, "national.{code}.public_bodies"),
            Self::ParticularBodies(code, n) => write!(f, "national.{code}.public_bodies.{n}"),
            Self::Procedure(code, id) => write!(f, "national.{code}.procedure.{id}"),
            Self::ProcedureTerms(code, id) => write!(f, "national.{code}.procedure.{id}.terms"),
            Self::Reduction(code, id) => write!(f, "national.{code}.reduction.{id}"),
            Self::ReductionTerms(code, id) => write!(f, "national.{code}.reduction.{id}.terms"),
            Self::Payment(code) => write!(f, "national.{code}.payment"),
            Self::NotHeld(code, n) => write!(f, "national.{code}.not_held.{n}"),
        }
    }
}

/// Serialises as its key.
impl Serialize for LawText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Corpus {
    /// The words of a text; `None` where the data has none.
    pub fn text(&self, text: &LawText) -> Option<&str> {
        match text {
            LawText::Question(id) => Some(&self.question(id)?.text),
            LawText::Rule(id) => Some(&self.rule(id)?.title),
            LawText::Reasoning(id) => Some(&self.rule(id)?.reasoning),
            LawText::Factor(id) => Some(&self.factor(id)?.label),
            LawText::FactorNote(id) => self.factor(id)?.note.as_deref(),
            LawText::FactorReading(id, n) => Some(&self.factor(id)?.readings.get(*n)?.reason),
            LawText::Circumstance(id) => Some(&self.circumstance(id)?.label),
            LawText::CircumstanceReading(id, n) => Some(&self.circumstance(id)?.readings.get(*n)?.reason),
            LawText::Displacement(displaced, by) => {
                let known = self.displacements.iter().find(|known| known.displaced == *displaced && known.by == *by);
                known.map(|known| known.text.as_str())
            }
            LawText::Contradiction(id) => {
                self.contradictions.iter().find(|known| known.id == *id).map(|known| known.text.as_str())
            }
            LawText::Framework(id) => Some(&self.framework(id)?.name),
            LawText::Beginning(id) => Some(&self.framework(id)?.beginning.as_ref()?.note),
            LawText::Parameter(id) => self.parameter(id, |fixed| Some(&fixed.label), |share| Some(&share.label)),
            LawText::ParameterNote(id, n) => self.parameter(
                id,
                |fixed| fixed.values.get(*n)?.note.as_deref(),
                |share| share.values.get(*n)?.note.as_deref(),
            ),
            LawText::Step(method, n) => Some(&self.step(method, *n)?.title),
            LawText::Proposal(method, n) => self.step(method, *n)?.kind.proposal_note(),
            LawText::StepNote(method, step, n) => Some(&self.step(method, *step)?.notes.get(*n)?.text),
            LawText::AssumedTurnover(method) => Some(&self.methodology(method.as_str())?.unknown_turnover()?.reason),
            LawText::WithoutTurnover(method) => self.steps(method).find_map(|step| match &step.kind {
                StepKind::TurnoverAdjustment { without_turnover, .. } => Some(without_turnover.reason.as_str()),
                _ => None,
            }),
            LawText::Hardship(method, id) => self.steps(method).find_map(|step| match &step.kind {
                StepKind::AbilityToPay(terms) => {
                    terms.conditions.iter().find(|known| known.id == *id).map(|known| known.text.as_str())
                }
                _ => None,
            }),
            LawText::Country(code)
            | LawText::CountryNote(code, _)
            | LawText::PublicBodies(code)
            | LawText::ParticularBodies(code, _)
            | LawText::Procedure(code, _)
            | LawText::ProcedureTerms(code, _)
            | LawText::Reduction(code, _)
            | LawText::ReductionTerms(code, _)
            | LawText::Payment(code)
            | LawText::NotHeld(code, _) => {
                self.national.iter().find(|rules| rules.country == *code).and_then(|rules| of_country(rules, text))
            }
        }
    }

    fn framework(&self, id: &str) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.id == id)
    }

    fn step(&self, method: &MethodologyId, place: usize) -> Option<&Step> {
        self.methodology(method.as_str())?.steps.get(place)
    }

    fn steps(&self, method: &MethodologyId) -> impl Iterator<Item = &Step> {
        self.methodology(method.as_str()).into_iter().flat_map(|method| &method.steps)
    }

    fn parameter<'a>(
        &'a self,
        id: &str,
        fixed: impl Fn(&'a Parameter<crate::quantity::Money>) -> Option<&'a str>,
        share: impl Fn(&'a Parameter<crate::quantity::Rate>) -> Option<&'a str>,
    ) -> Option<&'a str> {
        let tiers = || self.frameworks.iter().flat_map(|framework| &framework.tiers);
        let of_fixed = |tier: &&Tier| tier.static_cap.id == id;
        match tiers().find(of_fixed) {
            Some(tier) => fixed(&tier.static_cap),
            None => share(&tiers().find(|tier| tier.dynamic_cap.id == id)?.dynamic_cap),
        }
    }
}

/// The texts of one country.
fn of_country<'a>(rules: &'a NationalRules, text: &LawText) -> Option<&'a str> {
    let procedure = |id: &str| rules.procedures.iter().find(|known| known.id == id);
    let reduction = |id: &str| rules.reductions.iter().find(|known| known.id == id);
    match text {
        LawText::Country(_) => Some(&rules.name),
        LawText::CountryNote(_, n) => Some(&rules.notes.get(*n)?.text),
        LawText::PublicBodies(_) => Some(&rules.public_bodies.text),
        LawText::ParticularBodies(_, n) => Some(&rules.public_bodies.particular.get(*n)?.text),
        LawText::Procedure(_, id) => Some(&procedure(id)?.label),
        LawText::ProcedureTerms(_, id) => Some(&procedure(id)?.text),
        LawText::Reduction(_, id) => Some(&reduction(id)?.label),
        LawText::ReductionTerms(_, id) => Some(&reduction(id)?.text),
        LawText::Payment(_) => Some(&rules.payment.as_ref()?.text),
        LawText::NotHeld(_, n) => Some(&rules.not_held.get(*n)?.text),
        _ => None,
    }
}

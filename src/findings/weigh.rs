//! Reads the circumstances of Art. 83(2) GDPR from the answers.

use std::collections::BTreeSet;

use super::{Infringement, Missing};
use crate::facts::{Answers, Truth};
use crate::law::{
    Circumstance, Condition, Corpus, Direction, Factor, FactorId, LawText, ProvisionId, QuestionId, Weight,
};

/// A factor of seriousness as the answers have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeighedFactor {
    /// Which.
    pub factor: FactorId,
    /// Which way it weighs; `None` while not known.
    pub weight: Option<Weight>,
    /// The readings of it that say so, by their place in the law; none while not known.
    pub readings: Vec<usize>,
    /// The answers it rests on.
    pub facts: Vec<QuestionId>,
}

/// A circumstance as the answers have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeighedCircumstance {
    /// Which.
    pub circumstance: FactorId,
    /// Which way it goes; `None` while not known, which counts as neutral.
    pub direction: Option<Direction>,
    /// The readings of it that say so, by their place in the law; none while not known.
    pub readings: Vec<usize>,
    /// Which way it goes, and by which reading, where the infringement that the same facts
    /// are does not count by itself; until the conduct is known.
    pub otherwise: Option<(Direction, usize)>,
    /// The answers it rests on.
    pub facts: Vec<QuestionId>,
}

impl WeighedFactor {
    /// Why it weighs so; nothing while not known.
    pub fn reasons(&self) -> Vec<LawText> {
        self.readings.iter().map(|n| LawText::FactorReading(self.factor.clone(), *n)).collect()
    }
}

impl WeighedCircumstance {
    /// Why it goes that way; nothing while not known.
    pub fn reasons(&self) -> Vec<LawText> {
        self.readings.iter().map(|n| LawText::CircumstanceReading(self.circumstance.clone(), *n)).collect()
    }
}

/// Everything that weighs in an operation; questions that could still change it are
/// recorded.
pub(super) fn weigh(
    law: &Corpus,
    answers: Answers<'_>,
    missing: &mut BTreeSet<Missing>,
) -> (Vec<WeighedFactor>, Vec<WeighedCircumstance>) {
    let factors = law.factors.iter().map(|known| factor(known, answers, missing)).collect();
    let circumstances = law.circumstances.iter().map(|known| circumstance(known, answers, missing)).collect();
    (factors, circumstances)
}

/// What one factor comes to.
pub(super) fn factor(factor: &Factor, answers: Answers<'_>, missing: &mut BTreeSet<Missing>) -> WeighedFactor {
    let readings = factor.readings.iter().enumerate().map(|(n, reading)| (&reading.when, (reading.weight, n)));
    let (found, facts) = first_that_holds(readings, answers, missing);
    WeighedFactor {
        factor: factor.id.clone(),
        weight: found.map(|(weight, _)| weight),
        readings: found.map(|(_, reading)| reading).into_iter().collect(),
        facts,
    }
}

/// What one circumstance comes to.
pub(super) fn circumstance(
    circumstance: &Circumstance,
    answers: Answers<'_>,
    missing: &mut BTreeSet<Missing>,
) -> WeighedCircumstance {
    let all = circumstance.readings.iter().enumerate();
    let readings = all.clone().map(|(n, reading)| (&reading.when, (reading.direction, n)));
    let (found, facts) = first_that_holds(readings, answers, missing);
    let also_alleged = found.filter(|(_, n)| is_alleged_too(circumstance, *n));
    let otherwise = also_alleged.and_then(|(_, first)| {
        let rest = all.skip(first + 1).filter(|(_, reading)| reading.alleged_as.is_empty());
        first_that_holds(rest.map(|(n, reading)| (&reading.when, (reading.direction, n))), answers, missing).0
    });
    WeighedCircumstance {
        circumstance: circumstance.id.clone(),
        direction: found.map(|(direction, _)| direction),
        readings: found.map(|(_, reading)| reading).into_iter().collect(),
        otherwise,
        facts,
    }
}

fn is_alleged_too(circumstance: &Circumstance, reading: usize) -> bool {
    circumstance.readings.get(reading).is_some_and(|reading| !reading.alleged_as.is_empty())
}

/// Settles which way those circumstances go whose facts are infringements as well, once it
/// is known what is fined with what. `elsewhere` tells whether a provision is infringed in
/// another conduct of the same operation.
pub(super) fn settle(
    law: &Corpus,
    circumstances: &mut [WeighedCircumstance],
    here: &[Infringement],
    elsewhere: impl Fn(&ProvisionId) -> bool,
) {
    for known in circumstances {
        let Some((direction, reading)) = known.otherwise.take() else { continue };
        let of = law.circumstance(&known.circumstance).zip(known.readings.first());
        let Some(present) = of.and_then(|(law, reading)| law.readings.get(*reading)) else { continue };
        let highest = |alleged: bool| {
            let standing = here.iter().filter(|one| one.displaced_by.is_none() && one.beside().is_none());
            let wanted = standing.filter(|one| present.alleged_as.contains(&one.provision) == alleged);
            wanted.filter_map(|one| law.highest_of(one.tier.as_ref()?)).max()
        };
        if highest(true) <= highest(false) && !present.alleged_as.iter().any(&elsewhere) {
            known.direction = Some(direction);
            known.readings = vec![reading];
        }
    }
}

/// What weighs in a conduct of several operations: of each factor the reading that
/// weighs most, of each circumstance the aggravating one before the mitigating.
pub(super) fn together(
    mut weighed: impl Iterator<Item = (Vec<WeighedFactor>, Vec<WeighedCircumstance>)>,
) -> (Vec<WeighedFactor>, Vec<WeighedCircumstance>) {
    let Some((mut factors, mut circumstances)) = weighed.next() else { return (Vec::new(), Vec::new()) };
    for (more_factors, more_circumstances) in weighed {
        for (factor, other) in factors.iter_mut().zip(more_factors) {
            if heaviness(other.weight) > heaviness(factor.weight) {
                *factor = other;
            } else if factor.weight.is_some() && other.weight == factor.weight {
                also(&mut factor.readings, &mut factor.facts, other.readings, other.facts);
            }
        }
        for (circumstance, other) in circumstances.iter_mut().zip(more_circumstances) {
            if force(other.direction) > force(circumstance.direction) {
                *circumstance = other;
            } else if circumstance.direction.is_some() && other.direction == circumstance.direction {
                also(&mut circumstance.readings, &mut circumstance.facts, other.readings, other.facts);
            }
        }
    }
    (factors, circumstances)
}

/// What weighs the same way at another operation is a reason too.
fn also(readings: &mut Vec<usize>, facts: &mut Vec<QuestionId>, more: Vec<usize>, more_facts: Vec<QuestionId>) {
    for reading in more {
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    facts.extend(more_facts);
    facts.sort();
    facts.dedup();
}

fn heaviness(weight: Option<Weight>) -> u8 {
    match weight {
        None => 0,
        Some(Weight::Lowers) => 1,
        Some(Weight::Neutral) => 2,
        Some(Weight::Raises) => 3,
    }
}

fn force(direction: Option<Direction>) -> u8 {
    match direction {
        None => 0,
        Some(Direction::Neutral) => 1,
        Some(Direction::Mitigating) => 2,
        Some(Direction::Aggravating) => 3,
    }
}

/// The first reading whose condition certainly holds, with the answers it rests
/// on; questions that could still bring an earlier one about are recorded.
fn first_that_holds<'a, T: Copy>(
    readings: impl Iterator<Item = (&'a Condition, T)>,
    answers: Answers<'_>,
    missing: &mut BTreeSet<Missing>,
) -> (Option<T>, Vec<QuestionId>) {
    for (when, reading) in readings {
        match answers.holds(when) {
            Truth::True => {
                let known = when.questions().into_iter().filter(|q| answers.value(q).is_known());
                return (Some(reading), known.cloned().collect());
            }
            Truth::Unknown => missing.extend(
                answers
                    .missing(when)
                    .into_iter()
                    .map(|question| Missing { operation: answers.operation.id.clone(), question: question.clone() }),
            ),
            Truth::False => {}
        }
    }
    (None, Vec::new())
}

//! Draws choices and calculates, again and again.

use std::borrow::Cow;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::{ExposureDistribution, Priors};
use crate::facts::{CaseFile, ChoiceValue, Choices};
use crate::findings::{Assessment, Conduct, gravest};
use crate::fine::{self, FineError, Input, Stated};
use crate::law::{
    ChoiceId, CircumstanceRanges, Corpus, DailyClass, Direction, Framework, Methodology, Proportionality, Seriousness,
    StepKind, Tier,
};
use crate::quantity::{Money, Range, Rate, Rounding};
use crate::trace::{ChosenBy, TraceBuilder};

/// Draws `priors.samples` outcomes. The user's own choices are kept as they are;
/// the rest is drawn from what the method permits.
///
/// # Errors
/// As [`fine::calculate`].
pub fn simulate(
    case_file: &CaseFile,
    assessment: &Assessment,
    calculation: &fine::Calculation,
    law: &Corpus,
    methodology: &Methodology,
    priors: &Priors,
    seed: u64,
) -> Result<ExposureDistribution, FineError> {
    let mut draw = Draw { random: ChaCha8Rng::seed_from_u64(seed), priors };
    let mut outcomes = Vec::with_capacity(priors.samples);
    let Some(framework) = law.framework_of(methodology) else {
        return Ok(ExposureDistribution::new(seed, methodology.currency, outcomes));
    };
    let national = law.national_for(methodology, &case_file.undertaking.establishment);
    let stated = fine::stated_turnover(case_file, methodology, &law.rates, calculation.as_of)?;
    let culpable = fine::at_fault(case_file, methodology, &assessment.conducts);
    for _ in 0..priors.samples {
        let found = found(&culpable, framework, &mut draw);
        if found.is_empty() {
            outcomes.push(None);
            continue;
        }
        let choices = choices(case_file, stated, &found, calculation, methodology, &mut draw);
        let input = Input {
            law,
            methodology,
            national,
            case_file,
            conducts: &found,
            choices: &choices,
            chosen_by: ChosenBy::Simulation,
            as_of: calculation.as_of,
        };
        outcomes.push(Some(fine::calculate(&input, TraceBuilder::disabled())?.fine.point));
    }
    Ok(ExposureDistribution::new(seed, methodology.currency, outcomes))
}

/// The conducts of which at least one infringement is found in this outcome, with
/// the tier of the gravest found.
fn found<'a>(
    conducts: &'a [Cow<'_, Conduct>],
    framework: &'a Framework,
    draw: &mut Draw<'_>,
) -> Vec<(&'a Conduct, &'a Tier)> {
    let mut found = Vec::with_capacity(conducts.len());
    for conduct in conducts.iter().map(Cow::as_ref) {
        let mut upheld = Vec::with_capacity(conduct.infringements.len());
        for infringement in &conduct.infringements {
            if draw.happens(draw.priors.found.of(infringement.strength)) {
                upheld.push(infringement);
            }
        }
        if let Some(tier) = gravest(framework, upheld) {
            found.push((conduct, tier));
        }
    }
    found
}

/// One set of choices: the user's own, the rest drawn.
fn choices(
    case_file: &CaseFile,
    stated: Stated,
    found: &[(&Conduct, &Tier)],
    calculation: &fine::Calculation,
    methodology: &Methodology,
    draw: &mut Draw<'_>,
) -> Choices {
    let mut choices = case_file.choices.clone();
    let turnover = turnover(stated, &mut choices, draw);
    for (conduct, tier) in found {
        let proposed = calculation.conducts.iter().find(|fine| fine.conduct == conduct.id);
        let proposed = proposed.and_then(|fine| fine.seriousness).unwrap_or(Seriousness::Medium);
        let decided = |point: &str| choices.get(conduct.id.choice(point).as_str()).is_some();
        // What is chosen outright leaves nothing before it to draw.
        let last = decided("final_amount");
        let adjusted = last || decided("adjusted_amount");
        let begun = adjusted || decided("starting_amount");
        let own_level = begun || decided("seriousness");
        let level = if own_level { proposed } else { draw.level(proposed) };
        let mut set = |point: &str, value: &mut dyn FnMut() -> ChoiceValue| {
            let id = conduct.id.choice(point);
            if choices.get(id.as_str()).is_none() {
                choices.set(id, value(), "");
            }
        };
        set("seriousness", &mut || ChoiceValue::Level(level));
        for step in &methodology.steps {
            match &step.kind {
                StepKind::Seriousness { .. } | StepKind::TurnoverAdjustment { .. } | StepKind::DailyRate(_)
                    if begun => {}
                StepKind::Circumstances(_) if adjusted => {}
                StepKind::Proportionality(_) if last => {}
                StepKind::Seriousness { .. } => {
                    if let Some(class) = methodology.class(level) {
                        set("seriousness_share", &mut || ChoiceValue::Rate(draw.share(class.share)));
                    }
                }
                StepKind::TurnoverAdjustment { .. } => {
                    if let Some(band) = methodology.band(turnover) {
                        set("turnover_share", &mut || ChoiceValue::Rate(draw.share(band.share)));
                    }
                }
                StepKind::Circumstances(ranges) => {
                    for weighed in &conduct.circumstances {
                        let direction = weighed.direction.unwrap_or(Direction::Neutral);
                        let point = format!("circumstance.{}", weighed.circumstance);
                        set(&point, &mut || ChoiceValue::Rate(draw.movement(direction, ranges)));
                    }
                }
                StepKind::Proportionality(range) => {
                    set("proportionality", &mut || ChoiceValue::Rate(draw.proportionality(range)));
                }
                StepKind::DailyRate(rates) => {
                    let own = |class: &&DailyClass| class.level == level && class.tier == tier.id;
                    if let Some(class) = rates.classes.iter().find(own) {
                        set("daily_factor", &mut || ChoiceValue::Rate(draw.share(class.factor)));
                    }
                }
                StepKind::CategoryBand(_)
                | StepKind::Concurrence
                | StepKind::Fault { .. }
                | StepKind::LegalMaximum { .. }
                | StepKind::Reprimand { .. }
                | StepKind::AbilityToPay(_) => {}
            }
        }
    }
    choices
}

/// The turnover of this outcome: stated, chosen, or drawn from its bracket.
fn turnover(stated: Stated, choices: &mut Choices, draw: &mut Draw<'_>) -> Money {
    let id = ChoiceId::from("matter.turnover");
    if let Some(ChoiceValue::Amount(amount)) = choices.get(id.as_str()).map(|choice| choice.value) {
        return amount;
    }
    if stated.is_figure {
        return stated.point;
    }
    let minor = draw.between(stated.range.low.minor().max(1), stated.range.high.minor().max(1));
    let drawn = Money::from_minor(minor, stated.point.currency());
    choices.set(id, ChoiceValue::Amount(drawn), "");
    drawn
}

/// The source of chance.
struct Draw<'a> {
    random: ChaCha8Rng,
    priors: &'a Priors,
}

impl Draw<'_> {
    /// Evenly between 0 and 1, 1 excluded.
    fn unit(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits are what a double holds")]
        let bits = (self.random.next_u64() >> 11) as f64;
        bits / 9_007_199_254_740_992.0
    }

    fn happens(&mut self, chance: Rate) -> bool {
        #[expect(clippy::cast_precision_loss, reason = "parts per million are far below 53 bits")]
        let chance = chance.ppm() as f64 / 1_000_000.0;
        self.unit() < chance
    }

    /// Evenly on a logarithmic scale between two positive integers.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        #[expect(clippy::cast_precision_loss, reason = "a draw needs no exact cents")]
        let (from, to) = (libm::log(low as f64), libm::log(high as f64));
        #[expect(clippy::cast_possible_truncation, reason = "brought inside the range below")]
        let drawn = libm::exp(from + (to - from) * self.unit()) as i64;
        drawn.clamp(low.min(high), high.max(low))
    }

    fn share(&mut self, range: Range<Rate>) -> Rate {
        let floor = if range.low == Rate::ZERO { self.priors.share_floor } else { range.low };
        if range.high <= floor {
            return range.high;
        }
        Rate::from_ppm(self.between(floor.ppm(), range.high.ppm()))
    }

    fn level(&mut self, proposed: Seriousness) -> Seriousness {
        let prior = &self.priors.seriousness;
        let (same, next) = (prior.as_proposed, prior.next);
        if self.happens(same) {
            return proposed;
        }
        let rest = Rate::from_ppm(Rate::WHOLE.ppm() - same.ppm());
        let to_next = crate::quantity::rounding::divide(
            i128::from(next.ppm()) * i128::from(Rate::WHOLE.ppm()),
            i128::from(rest.ppm().max(1)),
            Rounding::Down,
        );
        let to_next = self.happens(Rate::from_ppm(i64::try_from(to_next).unwrap_or_default()));
        let upward = self.happens(Rate::from_ppm(Rate::WHOLE.ppm() / 2));
        match (proposed, to_next) {
            (Seriousness::Low | Seriousness::High, true) => Seriousness::Medium,
            (Seriousness::Low, false) => Seriousness::High,
            (Seriousness::Medium, _) if upward => Seriousness::High,
            (Seriousness::High, false) | (Seriousness::Medium, _) => Seriousness::Low,
        }
    }

    /// Twice the proposed movement at the most, inside what is permitted.
    fn movement(&mut self, direction: Direction, ranges: &CircumstanceRanges) -> Rate {
        let counted = self.happens(self.priors.circumstance_counted);
        let size = self.unit();
        let (range, proposed) = match direction {
            Direction::Aggravating => (ranges.aggravating, ranges.aggravating_proposed),
            Direction::Mitigating => (ranges.mitigating, ranges.mitigating_proposed),
            Direction::Neutral => return Rate::ZERO,
        };
        if !counted {
            return Rate::ZERO;
        }
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "far below 53 bits")]
        let ppm = (2.0 * size * proposed.ppm() as f64) as i64;
        range.clamp(Rate::from_ppm(ppm))
    }

    fn proportionality(&mut self, range: &Proportionality) -> Rate {
        if self.happens(self.priors.proportionality_unchanged) {
            return Rate::WHOLE;
        }
        Rate::from_ppm(self.between(range.usual.low.ppm().max(1), range.usual.high.ppm().max(1)))
    }
}

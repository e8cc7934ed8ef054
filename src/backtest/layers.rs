//! The decided matters with a fine: where the amount fell by the method alone, by practice alone, and by both
//! together. What was decided on a matter's own facts is left out of its estimate from practice, and a matter of
//! the learning part out of the weights by which both are combined.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;

use super::matters::{MatterError, prepared, record_of};
use super::scores::{Case, Forecast, SHARES, Scores, scores};
use crate::analysis;
use crate::headline::{logarithm, method_layer, practice_layer};
use crate::law::When;
use crate::library::{DecidedMatter, Library, Part};
use crate::practice::{Combination, Curve, Lesson, Practice};
use crate::precedents::Outcome;
use crate::quantity::Currency;

/// As many outcomes are drawn where only the weights are fitted: enough for a middle and its spread.
const DRAWN: usize = 2_000;

/// What one way of estimating said of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Said {
    /// The middle and the ends of the middle eight tenths, in whole units of the currency.
    pub p10: f64,
    /// Half lies below.
    pub p50: f64,
    /// The upper end.
    pub p90: f64,
    /// Whether the amount lies between the ends.
    pub inside_80: bool,
    /// By what factor the middle missed the amount, 1 or more.
    pub factor: f64,
}

/// One decided matter with a fine.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Layered {
    /// The name of its file, without ending.
    pub name: String,
    /// The country of the authority.
    pub country: String,
    /// The year of the decision.
    pub year: i16,
    /// The id of the decision.
    pub decision: String,
    /// The currency of the amounts.
    pub currency: Currency,
    /// What was imposed, in whole units.
    pub amount: f64,
    /// Whether the turnover is stated as a figure.
    pub turnover_known: bool,
    /// The probability of a fine.
    pub chance_of_fine: f64,
    /// The method alone: its drawn outcomes.
    pub method: Said,
    /// Practice alone, below the maximum.
    pub practice: Said,
    /// Both together.
    pub combined: Said,
}

/// How one way of estimating did over all matters.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Summary {
    /// Of the matters, with the amount in the middle eight tenths.
    pub inside_80: usize,
    /// The median of how far the middle was off, as a factor.
    pub median_factor: Option<f64>,
    /// All scores of the amount.
    #[serde(flatten)]
    pub scores: Scores,
}

/// All of a part.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Layers {
    /// The method alone.
    pub method: Summary,
    /// Practice alone.
    pub practice: Summary,
    /// Both together: the headline.
    pub combined: Summary,
    /// Each matter.
    pub matters: Vec<Layered>,
    /// Matters with a fine that were left out, since no outcome drawn is a fine or nothing is alleged.
    pub left_out: Vec<String>,
}

/// A matter as it is learnt from, with what it is called.
struct Known {
    name: String,
    country: String,
    year: i16,
    decision: String,
    currency: Currency,
    chance: f64,
    lesson: Lesson,
}

/// Fits how method and practice are combined: on the learning part, by an estimate from practice that was fitted.
///
/// # Errors
/// As [`super::matters::run`].
pub fn combination(library: &Library, practice: &Practice) -> Result<Combination, MatterError> {
    let mut quick = library.clone();
    quick.priors.samples = DRAWN.min(library.priors.samples);
    let known = known(&quick, practice, Part::Learning)?;
    let lessons: Vec<Lesson> = known.iter().filter_map(|known| known.as_ref().ok()).map(|known| known.lesson).collect();
    Ok(Combination::fit(&lessons))
}

/// Estimates the matters of a part and scores them; nothing where no estimate is shipped.
///
/// # Errors
/// As [`super::matters::run`].
pub fn layers(library: &Library, part: Part) -> Result<Option<Layers>, MatterError> {
    let Some(practice) = &library.practice else { return Ok(None) };
    let (mut all, mut left_out) = (Vec::new(), Vec::new());
    for known in known(library, practice, part)? {
        match known {
            Ok(known) => all.push(known),
            Err(name) => left_out.extend(name),
        }
    }
    let lessons: Vec<Lesson> = all.iter().map(|known| known.lesson).collect();
    let fitted = &practice.fitted().combination;
    let pooled = |lesson: &Lesson| fitted.pool(lesson.method, lesson.practice, lesson.turnover_known, lesson.ceiling);
    let combined: Vec<Curve> = match part {
        Part::Learning => Combination::each_without_itself(&lessons),
        Part::SetAside => lessons.iter().map(pooled).collect(),
    };
    let method: Vec<Curve> = lessons.iter().map(|lesson| lesson.method.below(lesson.ceiling)).collect();
    let practice: Vec<Curve> = lessons.iter().map(|lesson| lesson.practice.below(lesson.ceiling)).collect();
    let curves = method.iter().zip(&practice).zip(&combined);
    let matters = all.iter().zip(curves).map(|(known, ((method, practice), combined))| Layered {
        name: known.name.clone(),
        country: known.country.clone(),
        year: known.year,
        decision: known.decision.clone(),
        currency: known.currency,
        amount: libm::round(libm::exp10(known.lesson.amount)),
        turnover_known: known.lesson.turnover_known,
        chance_of_fine: known.chance,
        method: said(method, known.lesson.amount),
        practice: said(practice, known.lesson.amount),
        combined: said(combined, known.lesson.amount),
    });
    Ok(Some(Layers {
        matters: matters.collect(),
        method: summary(&lessons, &method),
        practice: summary(&lessons, &practice),
        combined: summary(&lessons, &combined),
        left_out,
    }))
}

/// The matters of a part; of one with a fine that cannot be estimated its name, of one without a fine nothing.
fn known(
    library: &Library,
    practice: &Practice,
    part: Part,
) -> Result<Vec<Result<Known, Option<String>>>, MatterError> {
    let matters: Vec<&DecidedMatter> = library.decided.matters.iter().filter(|matter| matter.part == part).collect();
    matters.par_iter().map(|matter| one(matter, library, practice)).collect()
}

fn one(
    matter: &DecidedMatter,
    library: &Library,
    practice: &Practice,
) -> Result<Result<Known, Option<String>>, MatterError> {
    let record = record_of(matter, library)?;
    let fined = record.outcome == Outcome::Fine && record.fine.is_some_and(|fine| fine.minor() > 0);
    if !fined {
        return Ok(Err(None));
    }
    let (case_file, analysis, drawn) = prepared(matter, library)?;
    let maximum = analysis.calculation.maximum.high;
    let (currency, as_of) = (maximum.currency(), analysis.calculation.as_of);
    let wrong =
        |error: crate::practice::NotPositive| MatterError::Analysis { name: matter.name.clone(), error: error.into() };
    let estimate = analysis::practice(&case_file, &analysis.assessment, library, practice, as_of).map_err(wrong)?;
    let lesson = || {
        let estimate = estimate.as_ref()?;
        let imposed = record.imposed_in(currency, &library.law.rates)?.amount;
        Some(Lesson {
            method: method_layer(&drawn)?,
            practice: practice_layer(estimate, &library.law.rates, currency, When::Day(as_of))?,
            turnover_known: analysis::turnover_known(&case_file),
            ceiling: logarithm(maximum)?,
            amount: logarithm(imposed)?,
        })
    };
    let known = |lesson| Known {
        name: matter.name.clone(),
        country: record.country.clone(),
        year: record.decided.year(),
        decision: record.id.clone(),
        currency,
        chance: estimate.as_ref().map_or(0.0, |estimate| estimate.chance_of_fine),
        lesson,
    };
    Ok(lesson().map(known).ok_or_else(|| Some(matter.name.clone())))
}

fn said(curve: &Curve, amount: f64) -> Said {
    let (low, middle, high) = (curve.at(0.1), curve.at(0.5), curve.at(0.9));
    let whole = |value: f64| libm::round(libm::exp10(value));
    Said {
        p10: whole(low),
        p50: whole(middle),
        p90: whole(high),
        inside_80: low <= amount && amount <= high,
        factor: libm::round(libm::exp10((middle - amount).abs()) * 100.0) / 100.0,
    }
}

fn summary(lessons: &[Lesson], curves: &[Curve]) -> Summary {
    let cases: Vec<Case> = lessons
        .iter()
        .zip(curves)
        .map(|(lesson, curve)| Case {
            forecast: Forecast { values: SHARES.map(|share| curve.at(share)), chance: 1.0 },
            amount: Some(lesson.amount),
            fined: None,
        })
        .collect();
    let scores = scores(&cases);
    let inside = lessons.iter().zip(curves).filter(|(lesson, curve)| said(curve, lesson.amount).inside_80).count();
    Summary { inside_80: inside, median_factor: scores.median_abs_log10_error.map(libm::exp10), scores }
}

//! The back-test: every row is estimated by a fit that did not see it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;

use super::baselines::{Baselines, NAMES};
use super::linked::{distinct, folds, identities, link};
use super::scores::{Case, Forecast, Scores, Step, calibration, quantiles, scores};
use super::{Row, Table};
use crate::library::Library;
use crate::practice::{Evidence, Fact, Model, NotPositive, Practice, Recipe, evidence_of};

/// So many decisions make a group that is told apart.
const GROUP: usize = 10;

/// What a back-test found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Backtest {
    /// The name and version of the schema.
    pub schema: &'static str,
    /// Rows read.
    pub rows: usize,
    /// Rows of which it is known whether infringements found ended in a fine.
    pub n: usize,
    /// Rows with an amount.
    pub n_with_fine: usize,
    /// Rows that the shipped fit saw, estimated by ten fits that did not see them.
    pub refitted: usize,
    /// Rows that no fit ever saw, estimated by the shipped fit.
    pub unseen: usize,
    /// Rows that are a shipped decision, which was left out of their estimate.
    pub shipped: usize,
    /// The scores of the estimate.
    pub estimate: Scores,
    /// The same of simple models.
    pub baselines: BTreeMap<&'static str, Scores>,
    /// The scores of the estimate by country, size, year, how much is known, and source.
    pub by: BTreeMap<&'static str, BTreeMap<String, Scores>>,
    /// Probabilities of a fine beside what came.
    pub calibration_of_fine: Vec<Step>,
    /// Shares of amounts below the values forecast.
    pub calibration_of_amount: Vec<Step>,
    /// What a reader should know.
    pub remarks: Vec<String>,
}

/// The name and version of the schema.
pub const SCHEMA: &str = "amende.backtest/1";

/// All forecasts of one row.
#[derive(Debug, Clone, Copy)]
struct Forecasts {
    estimate: Forecast,
    baselines: [Forecast; 4],
}

/// Estimates every row of a table and scores it.
///
/// # Errors
/// Where the figures of a fit are not finite.
pub fn backtest(mut table: Table, library: &Library, practice: Option<&Practice>) -> Result<Backtest, NotPositive> {
    let recipe = practice.map_or(&library.recipe, |practice| &practice.fitted().recipe);
    let mut shipped: Vec<Evidence> =
        library.decisions.iter().map(|decision| evidence_of(decision, recipe, &library.law)).collect();
    link(&mut table.rows, &mut shipped, &library.decisions);
    let rows = &table.rows;
    let seen = seen(rows, practice);
    let refitted = refit(rows, &shipped, recipe, &seen)?;
    let unseen = by_shipped_fit(rows, &shipped, &seen, practice)?;
    let forecasts: BTreeMap<usize, Forecasts> = refitted.into_iter().chain(unseen).collect();
    let known: BTreeSet<usize> = shipped.iter().map(|own| own.group).collect();
    let scored: Vec<(&Row, Forecasts)> =
        forecasts.iter().filter_map(|(place, forecasts)| Some((rows.get(*place)?, *forecasts))).collect();
    let cases = |of: &dyn Fn(&Forecasts) -> Forecast| -> Vec<Case> {
        let case = |(row, forecasts): &(&Row, Forecasts)| case(row, of(forecasts));
        scored.iter().map(case).collect()
    };
    let estimated = cases(&|forecasts| forecasts.estimate);
    let estimate = scores(&estimated);
    let model = |place: usize| {
        scores(&cases(&|forecasts| forecasts.baselines.get(place).copied().unwrap_or(forecasts.estimate)))
    };
    let mut remarks = table.remarks.clone();
    remarks.extend(said(rows, practice));
    Ok(Backtest {
        schema: SCHEMA,
        rows: rows.len(),
        n: estimate.n,
        n_with_fine: estimate.n_with_fine,
        refitted: rows.iter().filter(|row| seen.contains(&row.evidence.group)).count(),
        unseen: rows.iter().filter(|row| !seen.contains(&row.evidence.group)).count(),
        shipped: rows.iter().filter(|row| known.contains(&row.evidence.group)).count(),
        estimate,
        baselines: NAMES.iter().enumerate().map(|(place, name)| (*name, model(place))).collect(),
        by: by(&scored, recipe),
        calibration_of_fine: calibration(&estimated),
        calibration_of_amount: quantiles(&estimated),
        remarks,
    })
}

fn case(row: &Row, forecast: Forecast) -> Case {
    Case { forecast, amount: row.evidence.amount, fined: row.evidence.fined }
}

/// What a reader must know of the run.
fn said(rows: &[Row], practice: Option<&Practice>) -> Vec<String> {
    let mut said = Vec::new();
    if practice.is_none() {
        said.push("no fitted estimate is shipped: every row was estimated by ten fits".to_owned());
    }
    if rows.iter().all(|row| row.evidence.amount.is_none()) {
        said.push("no row has a fine of a known amount: there is nothing to score amounts by".to_owned());
    }
    said.push(
        "the method alone is left out: a row of a table answers too few questions to make a matter; `amende backtest` without a table shows it on decided matters".to_owned(),
    );
    said
}

/// The groups the shipped fit saw; all where there is none.
fn seen(rows: &[Row], practice: Option<&Practice>) -> BTreeSet<usize> {
    let Some(practice) = practice else {
        return rows.iter().map(|row| row.evidence.group).collect();
    };
    let hashes: BTreeSet<&str> = practice.fitted().rows.iter().map(String::as_str).collect();
    let known = rows.iter().filter(|row| identities(row).iter().any(|identity| hashes.contains(identity.as_str())));
    known.map(|row| row.evidence.group).collect()
}

/// Rows that count for a score.
fn counts(row: &Row) -> bool {
    row.evidence.amount.is_some() || row.evidence.fined.is_some()
}

/// Ten fits on the rows at hand and the shipped decisions, each without one tenth of the groups.
fn refit(
    rows: &[Row],
    shipped: &[Evidence],
    recipe: &Recipe,
    seen: &BTreeSet<usize>,
) -> Result<Vec<(usize, Forecasts)>, NotPositive> {
    let all: Vec<&Evidence> = rows.iter().map(|row| &row.evidence).collect();
    let folds = folds(&all);
    let asked: Vec<(usize, &Row)> =
        rows.iter().enumerate().filter(|(_, row)| counts(row) && seen.contains(&row.evidence.group)).collect();
    let ids: BTreeSet<&str> = shipped.iter().map(|own| own.id.as_str()).collect();
    let fold = |fold: usize| -> Result<Vec<(usize, Forecasts)>, NotPositive> {
        let mine: Vec<_> = asked.iter().filter(|(_, row)| folds.get(&row.evidence.group) == Some(&fold)).collect();
        if mine.is_empty() {
            return Ok(Vec::new());
        }
        let other = |known: &&Evidence| folds.get(&known.group) != Some(&fold);
        let rest: Vec<&Evidence> = all.iter().copied().filter(other).collect();
        let own: Vec<&Evidence> = shipped.iter().filter(other).collect();
        let learnt = distinct(&rest, &own, &recipe.counted);
        let learnt: Vec<&Evidence> = learnt.iter().collect();
        let model = Model::fit(recipe, &learnt, |known| ids.contains(known.id.as_str()))?;
        let simple = Baselines::fit(&learnt, &model.columns);
        let forecast = |(place, row): &(usize, &Row)| {
            let profile = &row.evidence.profile;
            let (mean, variance) = model.amount(recipe, profile, &[]);
            let estimate = Forecast::normal(mean, variance, model.fine(recipe, profile));
            (*place, Forecasts { estimate, baselines: simple.forecasts(profile) })
        };
        Ok(mine.into_iter().map(forecast).collect())
    };
    let folds: Result<Vec<Vec<_>>, NotPositive> = (0..10).into_par_iter().map(fold).collect();
    Ok(folds?.into_iter().flatten().collect())
}

/// The shipped fit, without the shipped decision that a row is.
fn by_shipped_fit(
    rows: &[Row],
    shipped: &[Evidence],
    seen: &BTreeSet<usize>,
    practice: Option<&Practice>,
) -> Result<Vec<(usize, Forecasts)>, NotPositive> {
    let Some(practice) = practice else { return Ok(Vec::new()) };
    let fitted = practice.fitted();
    let neighbours = fitted.decisions.iter().map(|known| (known.vector.0.clone(), known.amount)).collect();
    let simple = Baselines::of(&fitted.baselines, &fitted.columns, neighbours);
    let asked = rows.iter().enumerate().filter(|(_, row)| counts(row) && !seen.contains(&row.evidence.group));
    let forecast = |(place, row): (usize, &Row)| {
        let own: Vec<&str> =
            shipped.iter().filter(|own| own.group == row.evidence.group).map(|own| own.id.as_str()).collect();
        let profile = &row.evidence.profile;
        let answer = practice.answer(profile, &own)?;
        let estimate = Forecast::normal(answer.mean, answer.variance, answer.chance);
        Ok((place, Forecasts { estimate, baselines: simple.forecasts(profile) }))
    };
    asked.map(forecast).collect()
}

/// The scores by what tells decisions apart; small groups together.
fn by(scored: &[(&Row, Forecasts)], recipe: &Recipe) -> BTreeMap<&'static str, BTreeMap<String, Scores>> {
    type Names<'a> = &'a dyn Fn(&Row) -> String;
    let word = |row: &Row, fact: Fact| row.evidence.profile.word(fact).unwrap_or("unknown").to_owned();
    let year = |row: &Row| {
        row.evidence.profile.value(Fact::Year).map_or_else(|| "unknown".to_owned(), |year| format!("{year:.0}"))
    };
    let known = |row: &Row| match row.evidence.profile.known_of(&recipe.counted) {
        0 => "nothing beside the headline".to_owned(),
        1..=2 => "1 or 2 facts".to_owned(),
        3..=5 => "3 to 5 facts".to_owned(),
        _ => "6 facts or more".to_owned(),
    };
    let sets: [(&'static str, Names<'_>); 5] = [
        ("country", &|row| word(row, Fact::Country)),
        ("size", &|row| word(row, Fact::Kind)),
        ("year", &year),
        ("known", &known),
        ("source", &|row| word(row, Fact::Source)),
    ];
    let table = |name: Names<'_>| {
        let mut groups: BTreeMap<String, Vec<Case>> = BTreeMap::new();
        for (row, forecasts) in scored {
            groups.entry(name(row)).or_default().push(case(row, forecasts.estimate));
        }
        let (large, small): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(_, cases)| cases.len() >= GROUP);
        let rest: Vec<Case> = small.into_iter().flat_map(|(_, cases)| cases).collect();
        let mut told: BTreeMap<String, Scores> =
            large.into_iter().map(|(group, cases)| (group, scores(&cases))).collect();
        if !rest.is_empty() {
            told.insert("others".to_owned(), scores(&rest));
        }
        told
    };
    sets.into_iter().map(|(set, name)| (set, table(name))).collect()
}

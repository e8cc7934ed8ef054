//! Fits the estimate on the shipped decisions and tables of rows: figures only, no row.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::Table;
use super::baselines::Baselines;
use super::linked::{distinct, identities, link};
use crate::library::Library;
use crate::practice::{
    Combination, Counts, Evidence, Fact, Fitted, FittedDecision, Model, NotPositive, Numbers, Recipe, Tally, VERSION,
    evidence_of, hexadecimal, point, rounded,
};

/// Fits the estimate. The same input gives the same figures.
///
/// # Errors
/// Where figures are not finite.
pub fn calibrate(mut table: Table, library: &Library) -> Result<Fitted, NotPositive> {
    let recipe = &library.recipe;
    let mut shipped: Vec<Evidence> =
        library.decisions.iter().map(|decision| evidence_of(decision, recipe, &library.law)).collect();
    // Newest first is the order of a list; by id the fit does not hang on it.
    shipped.sort_by(|one, other| one.id.cmp(&other.id));
    link(&mut table.rows, &mut shipped, &library.decisions);
    let rows: Vec<&Evidence> = table.rows.iter().map(|row| &row.evidence).collect();
    let learnt = distinct(&rows, &shipped.iter().collect::<Vec<_>>(), &recipe.counted);
    let learnt: Vec<&Evidence> = learnt.iter().collect();
    let ids: BTreeSet<&str> = shipped.iter().map(|own| own.id.as_str()).collect();
    let own = |known: &Evidence| ids.contains(known.id.as_str());
    let model = Model::fit(recipe, &learnt, own)?;
    let identities: BTreeSet<String> = table.rows.iter().flat_map(identities).collect();
    let days = table.rows.iter().filter_map(|row| row.day).chain(library.decisions.iter().map(|known| known.decided));
    let days: BTreeSet<String> = days.map(|day| day.to_string()).collect();
    let counts = counts(&learnt, own);
    Ok(Fitted {
        version: VERSION,
        note: "Fitted by `amende calibrate` on the shipped decisions and on tables that are not shipped. It holds figures, counts and short hashes; no row of a table.".to_owned(),
        fitted_on: hash(&learnt, recipe),
        from: days.first().cloned().unwrap_or_default(),
        until: days.last().cloned().unwrap_or_default(),
        counts,
        recipe: recipe.clone(),
        inducing: model.inducing.iter().map(|vector| Numbers::kept(vector)).collect(),
        triangle: Numbers::kept(&model.sums.triangle),
        vector: Numbers::kept(&model.sums.vector),
        decisions: learnt.iter().filter(|known| own(known)).filter_map(|known| fitted(&model, recipe, known)).collect(),
        chance: Numbers::kept(&model.chance.weights()),
        curvature: Numbers::kept(&model.chance.triangle()),
        // Method and practice are combined when both are known: `super::combination`.
        combination: Combination::default(),
        baselines: Baselines::fit(&learnt, &model.columns).kept(),
        columns: model.columns,
        spreads: model.spreads,
        rows: identities.into_iter().collect(),
    })
}

fn fitted(model: &Model, recipe: &Recipe, known: &Evidence) -> Option<FittedDecision> {
    let point = point(&model.columns, recipe, &model.spreads, known)?;
    Some(FittedDecision {
        id: known.id.clone(),
        vector: Numbers::kept(&point.vector),
        amount: rounded(point.amount),
        noise: rounded(point.noise),
        fined: known.fined,
    })
}

fn counts(learnt: &[&Evidence], own: impl Fn(&Evidence) -> bool) -> Counts {
    let mut counts = Counts::default();
    for known in learnt {
        let amounts = usize::from(known.amount.is_some());
        let found = usize::from(known.fined.is_some());
        let fined = usize::from(known.fined == Some(true));
        if own(known) {
            counts.decisions += amounts;
        } else {
            counts.rows += amounts;
        }
        counts.found += found;
        counts.fined += fined;
        let add = |tallies: &mut BTreeMap<String, Tally>, fact: Fact| {
            for word in known.profile.words(fact) {
                let tally = tallies.entry(word.to_owned()).or_default();
                tally.amounts += amounts;
                tally.found += found;
                tally.fined += fined;
            }
        };
        add(&mut counts.countries, Fact::Country);
        add(&mut counts.kinds, Fact::Kind);
        if let Some(source) = known.profile.word(Fact::Source).filter(|_| amounts > 0) {
            *counts.sources.entry(source.to_owned()).or_default() += 1;
        }
    }
    counts
}

/// The hash of all that was fitted on.
fn hash(learnt: &[&Evidence], recipe: &Recipe) -> String {
    let mut hasher = Sha256::new();
    hasher.update(format!("{recipe:?}"));
    for known in learnt {
        hasher.update(format!("{known:?}\n"));
    }
    hexadecimal(&hasher.finalize())
}

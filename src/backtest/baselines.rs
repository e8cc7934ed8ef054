//! Simple models to compare with, fitted on the same decisions: the median, the median by country and
//! provision, least squares on provisions, and nearest neighbours.

use std::collections::BTreeMap;

use nalgebra::{Cholesky, DMatrix, DVector};

use super::scores::{Forecast, SHARES, median, value_at};
use crate::practice::{Column, Evidence, Fact, FittedBaselines, Numbers, Profile, count, rounded, square, vector};

/// The fewest decisions that make a group: of fewer the median would be a decision's own amount.
const FEWEST: usize = 5;
/// So many neighbours are asked.
const NEIGHBOURS: usize = 10;
/// Keeps least squares solvable where provisions always stand together.
const RIDGE: f64 = 1e-3;

/// The names of the models, as results list them.
pub(super) const NAMES: [&str; 4] =
    ["training_median", "country_provision_median", "least_squares_provisions", "nearest_neighbours"];

/// The models.
#[derive(Debug, Clone)]
pub(super) struct Baselines {
    fitted: FittedBaselines,
    columns: Vec<Column>,
    amounts: Vec<(Vec<f64>, f64)>,
    outcomes: Vec<(Vec<f64>, f64)>,
}

impl Baselines {
    /// Fits all of them.
    pub(super) fn fit(evidence: &[&Evidence], columns: &[Column]) -> Self {
        let amounts: Vec<(&Profile, f64)> =
            evidence.iter().filter_map(|known| Some((&known.profile, known.amount?))).collect();
        let fined = evidence.iter().filter_map(|known| Some((&known.profile, f64::from(u8::from(known.fined?)))));
        let outcomes: Vec<(&Profile, f64)> = fined.collect();
        let (level, provisions) = least_squares(&amounts);
        let (share_level, share_provisions) = least_squares(&outcomes);
        let placed = |all: &[(&Profile, f64)]| {
            all.iter().map(|(profile, value)| (vector(columns, profile), *value)).collect::<Vec<_>>()
        };
        let mut models = Self {
            fitted: FittedBaselines {
                median: middle(amounts.iter().map(|(_, amount)| *amount)).unwrap_or_default(),
                groups: grouped(&amounts, groups, middle),
                countries: grouped(&amounts, country, middle),
                level,
                provisions,
                misses: BTreeMap::new(),
                share: mean(outcomes.iter().map(|(_, fined)| *fined)).unwrap_or(0.5),
                shares: grouped(&outcomes, country, |values| mean(values.collect::<Vec<_>>().into_iter())),
                share_level,
                share_provisions,
            },
            columns: columns.to_vec(),
            amounts: placed(&amounts),
            outcomes: placed(&outcomes),
        };
        let mut misses: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for (place, (profile, amount)) in amounts.iter().enumerate() {
            for (name, value) in NAMES.iter().zip(models.middles(profile, Some(place))) {
                misses.entry((*name).to_owned()).or_default().push(amount - value);
            }
        }
        models.fitted.misses = misses.into_iter().map(|(name, misses)| (name, spread(misses))).collect();
        models
    }

    /// The models as a file keeps them, with shipped decisions as the only neighbours.
    pub(super) fn of(fitted: &FittedBaselines, columns: &[Column], shipped: Vec<(Vec<f64>, f64)>) -> Self {
        Self { fitted: fitted.clone(), columns: columns.to_vec(), amounts: shipped, outcomes: Vec::new() }
    }

    /// What a file keeps.
    pub(super) fn kept(&self) -> FittedBaselines {
        let mut kept = self.fitted.clone();
        let figures = [&mut kept.median, &mut kept.level, &mut kept.share, &mut kept.share_level];
        let maps =
            [&mut kept.groups, &mut kept.countries, &mut kept.provisions, &mut kept.shares, &mut kept.share_provisions];
        let all = figures.into_iter().chain(maps.into_iter().flat_map(BTreeMap::values_mut));
        for figure in all {
            *figure = rounded(*figure);
        }
        kept
    }

    /// The forecasts of all models.
    pub(super) fn forecasts(&self, profile: &Profile) -> [Forecast; 4] {
        let middles = self.middles(profile, None);
        let chances = self.chances(profile);
        let mut forecasts = [Forecast { values: [0.0; 5], chance: 0.0 }; 4];
        for (((forecast, name), middle), chance) in forecasts.iter_mut().zip(NAMES).zip(middles).zip(chances) {
            forecast.chance = chance;
            let misses = self.fitted.misses.get(name).map(|misses| misses.0.as_slice()).unwrap_or_default();
            for (value, miss) in forecast.values.iter_mut().zip(misses.iter().chain(std::iter::repeat(&0.0))) {
                *value = middle + miss;
            }
            // The middle is the model's own, whatever it missed by on the whole.
            let [_, _, value, _, _] = &mut forecast.values;
            *value = middle;
        }
        forecasts
    }

    /// log10 of the amount by each model; `own`: the place of the decision itself among the amounts.
    fn middles(&self, profile: &Profile, own: Option<usize>) -> [f64; 4] {
        let fitted = &self.fitted;
        let by_group = mean(
            groups(profile)
                .iter()
                .filter_map(|group| fitted.groups.get(group))
                .copied()
                .collect::<Vec<_>>()
                .into_iter(),
        );
        let by_country = profile.word(Fact::Country).and_then(|country| fitted.countries.get(country)).copied();
        let near = self.neighbours(&self.amounts, profile, own).unwrap_or(fitted.median);
        [
            fitted.median,
            by_group.or(by_country).unwrap_or(fitted.median),
            linear(fitted.level, &fitted.provisions, profile),
            near,
        ]
    }

    fn chances(&self, profile: &Profile) -> [f64; 4] {
        let fitted = &self.fitted;
        let by_country = profile.word(Fact::Country).and_then(|country| fitted.shares.get(country)).copied();
        let squares = linear(fitted.share_level, &fitted.share_provisions, profile).clamp(0.01, 0.99);
        let near = self.neighbours(&self.outcomes, profile, None).unwrap_or(fitted.share);
        [fitted.share, by_country.unwrap_or(fitted.share), squares, near]
    }

    /// The mean of the nearest.
    fn neighbours(&self, known: &[(Vec<f64>, f64)], profile: &Profile, own: Option<usize>) -> Option<f64> {
        let place = vector(&self.columns, profile);
        let others = known.iter().enumerate().filter(|(place, _)| Some(*place) != own);
        let mut distances: Vec<(f64, f64)> =
            others.map(|(_, (other, value))| (square(&place, other), *value)).collect();
        distances.sort_by(|one, other| one.0.total_cmp(&other.0));
        mean(distances.iter().take(NEIGHBOURS).map(|(_, value)| *value).collect::<Vec<_>>().into_iter())
    }
}

/// Country and provision together, for each provision.
fn groups(profile: &Profile) -> Vec<String> {
    let country = profile.word(Fact::Country).unwrap_or_default();
    profile.words(Fact::Provisions).map(|provision| format!("{country} {provision}")).collect()
}

fn country(profile: &Profile) -> Vec<String> {
    profile.word(Fact::Country).map(str::to_owned).into_iter().collect()
}

fn grouped(
    known: &[(&Profile, f64)],
    groups: impl Fn(&Profile) -> Vec<String>,
    summary: impl Fn(std::vec::IntoIter<f64>) -> Option<f64>,
) -> BTreeMap<String, f64> {
    let mut found: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for (profile, value) in known {
        for group in groups(profile) {
            found.entry(group).or_default().push(*value);
        }
    }
    let large = found.into_iter().filter(|(_, values)| values.len() >= FEWEST);
    large.filter_map(|(group, values)| Some((group, summary(values.into_iter())?))).collect()
}

fn middle(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    median(&sorted)
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> Option<f64> {
    let number = values.len();
    (number > 0).then(|| values.sum::<f64>() / count(number))
}

/// How far a model misses, at the shares of a forecast.
fn spread(mut misses: Vec<f64>) -> Numbers {
    misses.sort_by(f64::total_cmp);
    Numbers(SHARES.iter().map(|share| rounded(value_at(&misses, *share).unwrap_or_default())).collect())
}

/// Least squares on which provisions are infringed: the level and a weight for each that five decisions have.
fn least_squares(known: &[(&Profile, f64)]) -> (f64, BTreeMap<String, f64>) {
    let names = grouped(known, |profile| profile.words(Fact::Provisions).map(str::to_owned).collect(), |_| Some(0.0));
    let names: Vec<String> = names.into_keys().collect();
    let flag = |profile: &Profile, name: &String| if profile.has(Fact::Provisions, name) { 1.0 } else { 0.0 };
    let figures = known.iter().flat_map(|(profile, _)| {
        std::iter::once(1.0).chain(names.iter().map(|name| flag(profile, name))).collect::<Vec<_>>()
    });
    let matrix = DMatrix::from_row_iterator(known.len(), names.len() + 1, figures);
    let values = DVector::from_iterator(known.len(), known.iter().map(|(_, value)| *value));
    let mut square = matrix.tr_mul(&matrix);
    for place in 0..square.nrows() {
        if let Some(own) = square.get_mut((place, place)) {
            *own += RIDGE;
        }
    }
    let Some(solved) = Cholesky::new(square).map(|known| known.solve(&matrix.tr_mul(&values))) else {
        return (mean(known.iter().map(|(_, value)| *value)).unwrap_or_default(), BTreeMap::new());
    };
    let mut weights = solved.iter().copied();
    let level = weights.next().unwrap_or_default();
    (level, names.into_iter().zip(weights).collect())
}

fn linear(level: f64, weights: &BTreeMap<String, f64>, profile: &Profile) -> f64 {
    level + profile.words(Fact::Provisions).filter_map(|provision| weights.get(provision)).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::Baselines;
    use crate::practice::{Evidence, Fact, Profile};

    fn decided(country: &str, provision: &str, amount: f64, fined: bool) -> Evidence {
        let mut profile = Profile::default();
        profile.say(Fact::Country, country);
        profile.say(Fact::Provisions, provision);
        let amount = fined.then_some(amount);
        Evidence { id: String::new(), profile, amount, fined: Some(fined), group: 0 }
    }

    /// Spain, Art. 6: 3, 3, 4, 5, 5; France, Art. 32: five times 6; and as many Spanish decisions without a fine.
    #[test]
    fn medians_groups_and_least_squares_by_hand() {
        let mut all: Vec<Evidence> = [3.0, 3.0, 4.0, 5.0, 5.0].map(|amount| decided("ES", "6", amount, true)).into();
        all.extend([6.0; 5].map(|amount| decided("FR", "32", amount, true)));
        all.extend([0.0; 5].map(|amount| decided("ES", "6", amount, false)));
        let models = Baselines::fit(&all.iter().collect::<Vec<_>>(), &[]);
        let asked = decided("ES", "6", 0.0, true);
        let [overall, group, squares, _] = models.forecasts(&asked.profile);
        assert!((overall.values[2] - 5.5).abs() < 1e-12 && (overall.chance - 10.0 / 15.0).abs() < 1e-12);
        assert!((group.values[2] - 4.0).abs() < 1e-12 && (group.chance - 0.5).abs() < 1e-12);
        // The mean of the five, but for the little that keeps it solvable.
        assert!((squares.values[2] - 4.0).abs() < 0.01, "{}", squares.values[2]);
        let elsewhere = models.forecasts(&decided("MT", "99", 0.0, true).profile);
        assert!((elsewhere[1].values[2] - 5.5).abs() < 1e-12);
    }
}

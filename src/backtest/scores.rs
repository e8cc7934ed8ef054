//! How near forecasts came to what was decided.

use serde::Serialize;

use crate::practice::count;

/// The shares below which a forecast gives a value.
pub const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

/// How far from the middle of a normal curve those values lie, in standard deviations.
const PLACES: [f64; 5] = [-1.281_551_565_5, -0.674_489_750_2, 0.0, 0.674_489_750_2, 1.281_551_565_5];

/// What is forecast of a decision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// The values of log10 of the amount at [`SHARES`], given a fine.
    pub values: [f64; 5],
    /// The probability of a fine.
    pub chance: f64,
}

impl Forecast {
    /// Of a normal curve.
    pub fn normal(mean: f64, variance: f64, chance: f64) -> Self {
        let deviation = libm::sqrt(variance.max(0.0));
        Self { values: PLACES.map(|place| mean + place * deviation), chance }
    }
}

/// A forecast with what was decided.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Case {
    /// What was forecast.
    pub forecast: Forecast,
    /// log10 of the amount, where there was a fine of a known amount.
    pub amount: Option<f64>,
    /// Whether there was a fine, where it is known.
    pub fined: Option<bool>,
}

/// Scores of many forecasts. Absent where there is nothing to score.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Scores {
    /// Decisions of which it is known whether there was a fine.
    pub n: usize,
    /// Decisions with an amount.
    pub n_with_fine: usize,
    /// The median of how far the middle was off, in log10.
    pub median_abs_log10_error: Option<f64>,
    /// The mean of it.
    pub mean_abs_log10_error: Option<f64>,
    /// The share of amounts within a factor of 2 of the middle.
    pub within_factor_2: Option<f64>,
    /// Of 3.
    pub within_factor_3: Option<f64>,
    /// Of 10.
    pub within_factor_10: Option<f64>,
    /// The share of amounts in the middle half of the forecast.
    pub coverage_50: Option<f64>,
    /// In the middle eight tenths.
    pub coverage_80: Option<f64>,
    /// How wide the middle eight tenths are in the mean, in log10.
    pub mean_width_80_log10: Option<f64>,
    /// The pinball loss in log10, the mean over [`SHARES`]: smaller is better.
    pub pinball: Option<f64>,
    /// The mean square of how far the probability of a fine was off.
    pub brier: Option<f64>,
    /// How often a decision with a fine was given the greater probability than one without.
    pub auc: Option<f64>,
}

/// One step of a table that sets a probability beside what came.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Step {
    /// What was forecast, in the mean.
    pub forecast: f64,
    /// What came.
    pub came: f64,
    /// Of how many.
    pub n: usize,
}

/// All scores of some cases.
pub fn scores(cases: &[Case]) -> Scores {
    let fined: Vec<(Forecast, f64)> = cases.iter().filter_map(|case| Some((case.forecast, case.amount?))).collect();
    let known: Vec<(f64, bool)> = cases.iter().filter_map(|case| Some((case.forecast.chance, case.fined?))).collect();
    let mut misses: Vec<f64> =
        fined.iter().map(|(Forecast { values: [_, _, middle, _, _], .. }, amount)| (middle - amount).abs()).collect();
    misses.sort_by(f64::total_cmp);
    // A factor of exactly 2 is within a factor of 2, whatever the last bit says.
    let within = |factor: f64| share(misses.iter().map(|miss| *miss <= libm::log10(factor) + 1e-12));
    let covered = |half: bool| {
        share(fined.iter().map(|(Forecast { values: [p10, p25, _, p75, p90], .. }, amount)| {
            let (low, high) = if half { (p25, p75) } else { (p10, p90) };
            low <= amount && amount <= high
        }))
    };
    Scores {
        n: known.len(),
        n_with_fine: fined.len(),
        median_abs_log10_error: median(&misses),
        mean_abs_log10_error: mean(misses.iter().copied()),
        within_factor_2: within(2.0),
        within_factor_3: within(3.0),
        within_factor_10: within(10.0),
        coverage_50: covered(true),
        coverage_80: covered(false),
        mean_width_80_log10: mean(fined.iter().map(|(Forecast { values: [low, _, _, _, high], .. }, _)| high - low)),
        pinball: mean(fined.iter().map(|(forecast, amount)| pinball(forecast, *amount))),
        brier: mean(known.iter().map(|(chance, fined)| {
            let miss = chance - f64::from(u8::from(*fined));
            miss * miss
        })),
        auc: auc(&known),
    }
}

/// The loss of a value below which a share is forecast: what lies above costs the share, what lies
/// below costs the rest. The mean over [`SHARES`].
fn pinball(forecast: &Forecast, amount: f64) -> f64 {
    let losses = SHARES.iter().zip(forecast.values).map(|(share, value)| {
        let over = amount - value;
        if over >= 0.0 { share * over } else { (share - 1.0) * over }
    });
    losses.sum::<f64>() / count(SHARES.len())
}

/// The share of pairs, one with a fine and one without, in which the one with has the greater probability; equal
/// ones count half.
fn auc(known: &[(f64, bool)]) -> Option<f64> {
    let mut sorted = known.to_vec();
    sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut below, mut won, mut fines) = (0.0, 0.0, 0.0);
    for equal in sorted.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
        let with = count(equal.iter().filter(|(_, fined)| *fined).count());
        let without = count(equal.len()) - with;
        won += with * (below + without / 2.0);
        below += without;
        fines += with;
    }
    (fines > 0.0 && below > 0.0).then(|| won / (fines * below))
}

/// How often there was a fine where so much was forecast, in ten steps; empty ones are left out.
pub fn calibration(cases: &[Case]) -> Vec<Step> {
    let known = cases.iter().filter_map(|case| Some((case.forecast.chance, case.fined?)));
    let mut steps: Vec<Vec<(f64, bool)>> = vec![Vec::new(); 10];
    for (chance, fined) in known {
        let place = (1..10_u32).take_while(|step| chance >= f64::from(*step) / 10.0).count();
        if let Some(step) = steps.get_mut(place) {
            step.push((chance, fined));
        }
    }
    let told = steps.into_iter().filter_map(|step| {
        let forecast = mean(step.iter().map(|(chance, _)| *chance))?;
        Some(Step { forecast, came: share(step.iter().map(|(_, fined)| *fined))?, n: step.len() })
    });
    told.collect()
}

/// How often the amount lay below the values forecast, share by share.
pub fn quantiles(cases: &[Case]) -> Vec<Step> {
    let fined: Vec<(Forecast, f64)> = cases.iter().filter_map(|case| Some((case.forecast, case.amount?))).collect();
    let told = SHARES.iter().enumerate().filter_map(|(place, forecast)| {
        let below = fined.iter().map(|(known, amount)| known.values.get(place).is_some_and(|value| amount <= value));
        Some(Step { forecast: *forecast, came: share(below)?, n: fined.len() })
    });
    told.collect()
}

/// The middle of sorted values.
pub(super) fn median(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(upper, *sorted.get(sorted.len() / 2 - 1)?))
}

/// The value below which a share of sorted values lies, between two of them in proportion.
pub(super) fn value_at(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = share * count(last);
    let below = (0..last).take_while(|step| count(step + 1) <= place).count();
    let low = *sorted.get(below)?;
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    Some(low + (high - low) * (place - count(below)))
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> Option<f64> {
    let number = values.len();
    (number > 0).then(|| values.sum::<f64>() / count(number))
}

fn share(holds: impl ExactSizeIterator<Item = bool>) -> Option<f64> {
    mean(holds.map(|holds| if holds { 1.0 } else { 0.0 }))
}

#[cfg(test)]
mod tests {
    use super::{Case, Forecast, Step, calibration, median, quantiles, scores, value_at};

    fn case(values: [f64; 5], amount: f64) -> Case {
        Case { forecast: Forecast { values, chance: 0.5 }, amount: Some(amount), fined: Some(true) }
    }

    fn near(got: Option<f64>, expected: f64) {
        assert!((got.unwrap() - expected).abs() < 1e-12, "{got:?} {expected}");
    }

    /// Three forecasts of 10,000 within 1,000 to 100,000, half within 5,000 to 20,000 or so; decided 10,000,
    /// 30,000 and 1,000,000: off by 0, 0.477 and 2.
    #[test]
    fn errors_and_coverage_by_hand() {
        let values = [3.0, 3.7, 4.0, 4.3, 5.0];
        let scores = scores(&[case(values, 4.0), case(values, libm::log10(3.0) + 4.0), case(values, 6.0)]);
        near(scores.median_abs_log10_error, libm::log10(3.0));
        near(scores.mean_abs_log10_error, (libm::log10(3.0) + 2.0) / 3.0);
        near(scores.within_factor_2, 1.0 / 3.0);
        near(scores.within_factor_3, 2.0 / 3.0);
        near(scores.within_factor_10, 2.0 / 3.0);
        near(scores.coverage_50, 1.0 / 3.0);
        near(scores.coverage_80, 2.0 / 3.0);
        near(scores.mean_width_80_log10, 2.0);
    }

    /// Decided 4.5: above 3.0 by 1.5 (0.1), above 3.7 by 0.8 (0.25), above 4.0 by 0.5 (0.5), above 4.3 by 0.2
    /// (0.75), below 5.0 by 0.5 (0.1): 0.15 + 0.2 + 0.25 + 0.15 + 0.05 = 0.8, a fifth of it 0.16.
    #[test]
    fn the_pinball_loss_by_hand() {
        near(scores(&[case([3.0, 3.7, 4.0, 4.3, 5.0], 4.5)]).pinball, 0.16);
    }

    /// Probabilities 0.9 and 0.6 with a fine, 0.6 and 0.2 without: of four pairs three are won and one is even,
    /// 3.5 of 4; squares 0.01, 0.16, 0.36, 0.04.
    #[test]
    fn brier_and_auc_by_hand() {
        let of = |chance, fined| {
            let forecast = Forecast { values: [0.0; 5], chance };
            Case { forecast, amount: None, fined: Some(fined) }
        };
        let cases = [of(0.9, true), of(0.6, true), of(0.6, false), of(0.2, false)];
        let got = scores(&cases);
        near(got.auc, 0.875);
        near(got.brier, 0.57 / 4.0);
        assert_eq!((got.n, got.n_with_fine, got.pinball), (4, 0, None));
        let steps = calibration(&cases);
        assert_eq!(steps.len(), 3);
        assert_eq!(steps[1], Step { forecast: 0.6, came: 0.5, n: 2 });
    }

    #[test]
    fn without_cases_there_are_no_scores() {
        let empty = scores(&[]);
        assert_eq!((empty.n, empty.auc, empty.median_abs_log10_error), (0, None, None));
        assert!(calibration(&[]).is_empty() && quantiles(&[]).is_empty());
    }

    #[test]
    fn amounts_below_the_values_forecast_are_counted() {
        let values = [3.0, 3.5, 4.0, 4.5, 5.0];
        let came: Vec<f64> = quantiles(&[case(values, 3.2), case(values, 4.7)]).iter().map(|step| step.came).collect();
        assert_eq!(came, [0.0, 0.5, 0.5, 0.5, 1.0]);
    }

    #[test]
    fn medians_and_values_between() {
        near(median(&[1.0, 2.0, 4.0]), 2.0);
        near(median(&[1.0, 2.0, 4.0, 9.0]), 3.0);
        assert_eq!(median(&[]), None);
        near(value_at(&[0.0, 10.0, 20.0], 0.25), 5.0);
        near(value_at(&[0.0, 10.0, 20.0], 0.9), 18.0);
        near(value_at(&[7.0], 0.9), 7.0);
        assert_eq!(value_at(&[], 0.5), None);
    }

    /// Of a normal curve with mean 4 and deviation 1 a tenth lies below 2.718.
    #[test]
    fn a_normal_curve_has_its_values() {
        let forecast = Forecast::normal(4.0, 1.0, 0.5);
        assert!((forecast.values[0] - 2.718_448).abs() < 1e-5 && (forecast.values[4] - 5.281_552).abs() < 1e-5);
    }
}

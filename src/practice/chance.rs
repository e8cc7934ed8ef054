//! Whether infringements found end in a fine: a logistic model with weights drawn to nought.

use nalgebra::{Cholesky, DMatrix, DVector};

use super::process::{NotPositive, lower, symmetric};

/// Rounds of Newton's method; it settles in fewer.
const ROUNDS: usize = 30;

/// One decision: its figures, and whether there was a fine.
pub type Outcome = (Vec<f64>, bool);

/// A fitted model.
#[derive(Debug, Clone)]
pub struct Chance {
    /// The level, then a weight for each figure.
    weights: DVector<f64>,
    /// The curvature of the likelihood with the penalty: what one decision more or less moves.
    curvature: DMatrix<f64>,
}

impl Chance {
    /// The model of weights and curvature kept in a file.
    ///
    /// # Errors
    /// Where they do not fit each other.
    pub fn of(weights: &[f64], triangle: &[f64]) -> Result<Self, NotPositive> {
        let curvature = symmetric(weights.len(), triangle).ok_or(NotPositive)?;
        Ok(Self { weights: DVector::from_column_slice(weights), curvature })
    }

    /// The lower triangle of the curvature, row by row.
    pub fn triangle(&self) -> Vec<f64> {
        lower(&self.curvature)
    }

    /// The level, then a weight for each figure.
    pub fn weights(&self) -> Vec<f64> {
        self.weights.iter().copied().collect()
    }

    /// Fits the model: the greatest likelihood less half the penalty times the squares of the weights, the
    /// level being free.
    ///
    /// # Errors
    /// Where figures are not finite.
    pub fn fit(outcomes: &[Outcome], penalty: f64) -> Result<Self, NotPositive> {
        let width = outcomes.first().map_or(0, |(vector, _)| vector.len()) + 1;
        let figures = outcomes.iter().flat_map(|(vector, _)| std::iter::once(1.0).chain(vector.iter().copied()));
        let matrix = DMatrix::from_row_iterator(outcomes.len(), width, figures);
        let fined =
            DVector::from_iterator(outcomes.len(), outcomes.iter().map(|(_, fined)| f64::from(u8::from(*fined))));
        let mut model = Self { weights: DVector::zeros(width), curvature: DMatrix::zeros(width, width) };
        for _ in 0..ROUNDS {
            let chances = (&matrix * &model.weights).map(logistic);
            let mut slope = matrix.tr_mul(&(&fined - &chances));
            let mut scaled = matrix.clone();
            for (mut row, chance) in scaled.row_iter_mut().zip(chances.iter()) {
                row *= (chance * (1.0 - chance)).max(1e-9);
            }
            let mut curvature = matrix.transpose() * scaled;
            for (place, weight) in model.weights.iter().enumerate() {
                // The level is drawn hardly at all, so that an empty list still has a level.
                let drawn = if place == 0 { 1e-6 } else { penalty };
                if let (Some(slope), Some(own)) = (slope.get_mut(place), curvature.get_mut((place, place))) {
                    *slope -= drawn * weight;
                    *own += drawn;
                }
            }
            model.curvature.clone_from(&curvature);
            let step = Cholesky::new(curvature).ok_or(NotPositive)?.solve(&slope);
            model.weights += &step;
            if step.amax() < 1e-9 {
                break;
            }
        }
        Ok(model)
    }

    /// The probability of a fine.
    pub fn of_fine(&self, vector: &[f64]) -> f64 {
        let figures = std::iter::once(&1.0).chain(vector);
        logistic(self.weights.iter().zip(figures).map(|(weight, figure)| weight * figure).sum())
    }

    /// The model as it would be without some of the outcomes it was fitted on: one step of Newton's method
    /// for each, which is close where none of them weighs much.
    ///
    /// # Errors
    /// Where the curvature is none.
    pub fn without(&self, left_out: &[Outcome]) -> Result<Self, NotPositive> {
        let mut model = self.clone();
        for (vector, fined) in left_out {
            let figures = DVector::from_iterator(vector.len() + 1, std::iter::once(1.0).chain(vector.iter().copied()));
            let chance = model.of_fine(vector);
            model.curvature.ger(-chance * (1.0 - chance), &figures, &figures, 1.0);
            let solved = Cholesky::new(model.curvature.clone()).ok_or(NotPositive)?.solve(&figures);
            model.weights.axpy(chance - f64::from(u8::from(*fined)), &solved, 1.0);
        }
        Ok(model)
    }
}

fn logistic(value: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-value))
}

#[cfg(test)]
mod tests {
    use super::Chance;

    /// One figure of 0 or 1 and hardly a penalty: the shares themselves come out.
    #[test]
    fn without_penalty_the_shares_come_out() {
        let mut outcomes = vec![(vec![0.0], true), (vec![0.0], false), (vec![0.0], false), (vec![0.0], false)];
        outcomes.extend([
            (vec![1.0], true),
            (vec![1.0], true),
            (vec![1.0], true),
            (vec![1.0], false),
            (vec![1.0], true),
        ]);
        let model = Chance::fit(&outcomes, 1e-9).unwrap();
        assert!((model.of_fine(&[0.0]) - 0.25).abs() < 1e-4);
        assert!((model.of_fine(&[1.0]) - 0.8).abs() < 1e-4);
    }

    /// A great penalty leaves the overall share.
    #[test]
    fn a_great_penalty_leaves_the_overall_share() {
        let outcomes = [(vec![0.0], true), (vec![0.0], false), (vec![1.0], true), (vec![1.0], true)];
        let model = Chance::fit(&outcomes, 1e9).unwrap();
        assert!((model.of_fine(&[0.0]) - 0.75).abs() < 1e-3);
        assert!((model.of_fine(&[1.0]) - 0.75).abs() < 1e-3);
    }

    /// Twenty outcomes less one: the step comes close to a fit without it.
    #[test]
    fn leaving_one_out_is_nearly_fitting_without() {
        let outcomes: Vec<(Vec<f64>, bool)> = (0..20_u8)
            .map(|place| (vec![f64::from(place % 5) / 2.0, f64::from(place % 3)], place % 4 != 1 || place > 15))
            .collect();
        let whole = Chance::fit(&outcomes, 1.0).unwrap();
        let left = whole.without(&outcomes[..1]).unwrap();
        let fresh = Chance::fit(&outcomes[1..], 1.0).unwrap();
        let at = [0.0, 0.0];
        let (moved, wanted) = (left.of_fine(&at) - whole.of_fine(&at), fresh.of_fine(&at) - whole.of_fine(&at));
        assert!(wanted.abs() > 0.005 && (moved - wanted).abs() < 0.1 * wanted.abs(), "{moved} {wanted}");
        let kept = Chance::of(&whole.weights(), &whole.triangle()).unwrap();
        assert!((kept.without(&outcomes[..1]).unwrap().of_fine(&at) - left.of_fine(&at)).abs() < 1e-12);
    }

    #[test]
    fn no_outcomes_give_an_even_chance() {
        assert!((Chance::fit(&[], 1.0).unwrap().of_fine(&[]) - 0.5).abs() < 1e-9);
    }
}

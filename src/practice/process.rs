//! The amount: a sparse Gaussian process in log10 of euro.
//!
//! Inducing points (shipped decisions and centres of all others) stand for everything that was
//! fitted on; what is kept is `B = I + L⁻¹KₘₙΛ⁻¹KₙₘL⁻ᵀ` and `c = L⁻¹KₘₙΛ⁻¹y` with `LLᵀ = Kₘₘ`. From
//! these follow mean, variance, the weight of each decision, and the estimate without one of
//! them in closed form (Quiñonero-Candela and Rasmussen, JMLR 6 (2005), 1939–1959).

use nalgebra::{Cholesky, DMatrix, DVector, Dyn};

use super::kernel::{Places, Scales};

/// Keeps the covariance of points that nearly coincide positive.
const JITTER: f64 = 1e-5;

/// One decision as the process sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The figures of its profile.
    pub vector: Vec<f64>,
    /// log10 of the amount.
    pub amount: f64,
    /// Variance of log10 that stays open.
    pub noise: f64,
}

/// What a fit came to, to be kept in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Sums {
    /// The lower triangle of `B`, row by row.
    pub triangle: Vec<f64>,
    /// `c`.
    pub vector: Vec<f64>,
}

/// A fitted process.
#[derive(Debug, Clone)]
pub struct Process {
    scales: Scales,
    level: f64,
    points: Places,
    lower: DMatrix<f64>,
    inverse: DMatrix<f64>,
    beta: DVector<f64>,
}

/// An estimate of log10 of the amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normal {
    /// The middle.
    pub mean: f64,
    /// The variance of the practice at this place, without what always stays open.
    pub variance: f64,
}

/// A matter seen from the inducing points.
#[derive(Debug, Clone)]
pub struct Seen {
    white: DVector<f64>,
    own: f64,
}

/// The process without some decisions.
#[derive(Debug, Clone)]
pub struct Without<'p> {
    process: &'p Process,
    beta: DVector<f64>,
    corrections: Vec<(DVector<f64>, f64)>,
}

impl Seen {
    /// What stays open of a decision at this place: its noise, and what the inducing points do not see.
    fn noise(&self, noise: f64) -> f64 {
        noise + unseen(self.own, self.white.norm_squared())
    }
}

/// The variance at a place that the inducing points do not explain (the fully independent training
/// conditional).
fn unseen(own: f64, seen: f64) -> f64 {
    (own - seen).max(0.0)
}

/// Why a fit is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the decisions and the recipe give no positive covariance: leave out columns that are not finite")]
pub struct NotPositive;

impl Process {
    /// Fits the process to points, seen from inducing points.
    ///
    /// # Errors
    /// Where figures are not finite.
    pub fn fit(scales: &Scales, level: f64, inducing: &[Vec<f64>], data: &[Point]) -> Result<Self, NotPositive> {
        let (base, sums) = Self::sums(scales, level, inducing, data)?;
        base.with(&sums)
    }

    /// What a fit comes to.
    ///
    /// # Errors
    /// Where figures are not finite.
    pub fn sums(
        scales: &Scales,
        level: f64,
        inducing: &[Vec<f64>],
        data: &[Point],
    ) -> Result<(Self, Sums), NotPositive> {
        let base = Self::base(scales, level, inducing)?;
        let places = scales.places(&data.iter().map(|point| point.vector.as_slice()).collect::<Vec<_>>());
        let mut white = scales.between(&base.points, &places);
        let size = inducing.len();
        base.lower.solve_lower_triangular_mut(&mut white);
        let mut vector = DVector::zeros(size);
        for (mut column, point) in white.column_iter_mut().zip(data) {
            let own = scales.own(&scales.places(&[&point.vector]));
            let noise = point.noise + unseen(own, column.norm_squared());
            vector.axpy((point.amount - level) / noise, &column, 1.0);
            column /= libm::sqrt(noise);
        }
        let whole = &white * white.transpose();
        let whole = whole + DMatrix::identity(size, size);
        let sums = Sums { triangle: lower(&whole), vector: vector.iter().copied().collect() };
        Ok((base, sums))
    }

    /// The process before anything was learnt.
    ///
    /// # Errors
    /// Where figures are not finite.
    pub fn base(scales: &Scales, level: f64, inducing: &[Vec<f64>]) -> Result<Self, NotPositive> {
        let points = scales.places(&inducing.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let size = inducing.len();
        let mut own = scales.between(&points, &points);
        for place in 0..size {
            if let Some(value) = own.get_mut((place, place)) {
                *value *= 1.0 + JITTER;
            }
        }
        let lower = Cholesky::new(own).ok_or(NotPositive)?.l();
        let (inverse, beta) = (DMatrix::identity(size, size), DVector::zeros(size));
        Ok(Self { scales: scales.clone(), level, points, lower, inverse, beta })
    }

    /// The process with what a fit came to.
    ///
    /// # Errors
    /// Where the figures do not fit the inducing points.
    pub fn with(mut self, sums: &Sums) -> Result<Self, NotPositive> {
        let size = self.points.near.nrows();
        let whole = symmetric(size, &sums.triangle).filter(|_| sums.vector.len() == size).ok_or(NotPositive)?;
        let solved: Cholesky<f64, Dyn> = Cholesky::new(whole).ok_or(NotPositive)?;
        self.beta = solved.solve(&DVector::from_column_slice(&sums.vector));
        self.inverse = solved.inverse();
        Ok(self)
    }

    /// A profile's figures as seen from the inducing points.
    pub fn see(&self, vector: &[f64]) -> Seen {
        let place = self.scales.places(&[vector]);
        let mut white = self.scales.between(&self.points, &place).column(0).into_owned();
        self.lower.solve_lower_triangular_mut(&mut white);
        Seen { white, own: self.scales.own(&place) }
    }

    /// The process as it is without some of the decisions it was fitted on.
    pub fn without(&self, left_out: &[&Point]) -> Without<'_> {
        let mut without = Without { process: self, beta: self.beta.clone(), corrections: Vec::new() };
        for point in left_out {
            let seen = self.see(&point.vector);
            let white = &seen.white;
            let solved = without.solve(white);
            // Positive: what was fitted on never explains more than its own noise.
            let open = (seen.noise(point.noise) - white.dot(&solved)).max(1e-9);
            let miss = white.dot(&without.beta) - (point.amount - self.level);
            without.beta.axpy(miss / open, &solved, 1.0);
            without.corrections.push((solved, open));
        }
        without
    }

    /// For each decision it was fitted on, the square of how far its amount lies from the estimate without it, in
    /// variances of that estimate.
    pub fn misses(&self, data: &[Point]) -> Vec<f64> {
        let miss = |point: &Point| {
            let seen = self.see(&point.vector);
            let known = seen.white.dot(&(&self.inverse * &seen.white));
            let miss = point.amount - self.level - seen.white.dot(&self.beta);
            miss * miss / (seen.noise(point.noise) - known).max(1e-9)
        };
        data.iter().map(miss).collect()
    }

    /// How alike a profile is to the inducing points altogether: the part of its smooth variance
    /// that they explain, from 0 to 1.
    pub fn familiar(&self, seen: &Seen) -> f64 {
        if seen.own > 0.0 { (seen.white.norm_squared() / seen.own).min(1.0) } else { 0.0 }
    }
}

/// The lower triangle of a matrix, row by row.
pub(super) fn lower(matrix: &DMatrix<f64>) -> Vec<f64> {
    let rows = matrix.row_iter().enumerate();
    rows.flat_map(|(row, values)| values.iter().copied().take(row + 1).collect::<Vec<_>>()).collect()
}

/// The symmetric matrix of a lower triangle; `None` where it has another size.
pub(super) fn symmetric(size: usize, triangle: &[f64]) -> Option<DMatrix<f64>> {
    if triangle.len() != size * (size + 1) / 2 {
        return None;
    }
    let mut whole = DMatrix::zeros(size, size);
    let mut values = triangle.iter();
    for row in 0..size {
        for column in 0..=row {
            let value = *values.next()?;
            *whole.get_mut((row, column))? = value;
            *whole.get_mut((column, row))? = value;
        }
    }
    Some(whole)
}

impl Without<'_> {
    fn solve(&self, white: &DVector<f64>) -> DVector<f64> {
        let mut solved = &self.process.inverse * white;
        for (correction, open) in &self.corrections {
            solved.axpy(correction.dot(white) / open, correction, 1.0);
        }
        solved
    }

    /// The estimate.
    pub fn estimate(&self, seen: &Seen) -> Normal {
        let solved = self.solve(&seen.white);
        let variance = seen.own - seen.white.norm_squared() + seen.white.dot(&solved);
        Normal { mean: self.mean(seen), variance: variance.max(0.0) }
    }

    /// The middle alone, which is quicker.
    pub fn mean(&self, seen: &Seen) -> f64 {
        self.process.level + seen.white.dot(&self.beta)
    }

    /// How much one more in log10 of each decision's amount would move this estimate.
    pub fn weights(&self, seen: &Seen, points: &[(&Seen, f64)]) -> Vec<f64> {
        let solved = self.solve(&seen.white);
        points.iter().map(|(point, noise)| point.white.dot(&solved) / point.noise(*noise)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Point, Process, Scales};
    use crate::practice::Kernel;

    fn scales() -> Scales {
        let kernel = Kernel { curved: 0.5, level: 0.2, slow: None };
        Scales { kernel, columns: vec![(1.5, 0.05), (1.5, 0.05)] }
    }

    fn data() -> Vec<Point> {
        let amounts = [4.0, 4.4, 5.1, 3.2, 4.7, 5.9];
        let places = [[0.0, 1.0], [1.0, 0.0], [2.0, 1.0], [-1.0, 0.5], [0.5, -1.0], [3.0, 2.0]];
        let points = amounts.into_iter().zip(places);
        points.map(|(amount, place)| Point { vector: place.to_vec(), amount, noise: 0.2 }).collect()
    }

    /// With every decision an inducing point, the sparse process is the whole one: mean
    /// `k(K+Λ)⁻¹y` and variance `k** − k(K+Λ)⁻¹k`, worked out here by elimination.
    #[test]
    fn with_every_decision_as_point_it_is_the_whole_process() {
        let data = data();
        let inducing: Vec<Vec<f64>> = data.iter().map(|point| point.vector.clone()).collect();
        let process = Process::fit(&scales(), 4.0, &inducing, &data).unwrap();
        let seen = process.see(&[0.7, 0.3]);
        let got = process.without(&[]).estimate(&seen);
        let (mean, variance) = whole(&data, &[0.7, 0.3]);
        assert!((got.mean - mean).abs() < 1e-3, "{} {mean}", got.mean);
        assert!((got.variance - variance).abs() < 1e-3, "{} {variance}", got.variance);
    }

    #[test]
    fn leaving_out_in_closed_form_is_fitting_without() {
        let data = data();
        let inducing: Vec<Vec<f64>> = data.iter().map(|point| point.vector.clone()).collect();
        let process = Process::fit(&scales(), 4.0, &inducing, &data).unwrap();
        let rest = [data[0].clone(), data[1].clone(), data[3].clone(), data[4].clone()];
        let refitted = Process::fit(&scales(), 4.0, &inducing, &rest).unwrap();
        let (seen, other) = (process.see(&[2.5, 1.0]), refitted.see(&[2.5, 1.0]));
        let left = process.without(&[&data[2], &data[5]]).estimate(&seen);
        let fresh = refitted.without(&[]).estimate(&other);
        assert!((left.mean - fresh.mean).abs() < 1e-9, "{} {}", left.mean, fresh.mean);
        assert!((left.variance - fresh.variance).abs() < 1e-9);
    }

    #[test]
    fn misses_are_those_of_estimates_without_the_decision() {
        let data = data();
        let inducing: Vec<Vec<f64>> = data.iter().map(|point| point.vector.clone()).collect();
        let process = Process::fit(&scales(), 4.0, &inducing, &data).unwrap();
        let misses = process.misses(&data);
        for (point, miss) in data.iter().zip(misses) {
            let estimate = process.without(&[point]).estimate(&process.see(&point.vector));
            let wanted = (point.amount - estimate.mean).powi(2) / (estimate.variance + point.noise);
            assert!((miss - wanted).abs() < 1e-6, "{miss} {wanted}");
        }
    }

    #[test]
    fn the_weights_of_the_decisions_make_the_estimate() {
        let data = data();
        let inducing: Vec<Vec<f64>> = data.iter().map(|point| point.vector.clone()).collect();
        let process = Process::fit(&scales(), 4.0, &inducing, &data).unwrap();
        let seen = process.see(&[0.2, 0.9]);
        let all: Vec<_> = data.iter().map(|point| process.see(&point.vector)).collect();
        let points: Vec<_> = all.iter().map(|seen| (seen, 0.2)).collect();
        let weights = process.without(&[]).weights(&seen, &points);
        let mean: f64 = weights.iter().zip(&data).map(|(weight, point)| weight * (point.amount - 4.0)).sum();
        assert!((4.0 + mean - process.without(&[]).mean(&seen)).abs() < 1e-9);
    }

    /// By plain elimination, without the crate.
    fn whole(data: &[Point], at: &[f64; 2]) -> (f64, f64) {
        let of = |a: &[f64], b: &[f64]| {
            let product = a[0] * b[0] + a[1] * b[1];
            let square = (a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2);
            0.5 * libm::exp(-square / (2.0 * 1.5 * 1.5)) + 0.05 * (product + 4.0)
        };
        let near: Vec<f64> = data.iter().map(|point| of(&point.vector, at)).collect();
        let covariance = |i: usize, j: usize| of(&data[i].vector, &data[j].vector) + if i == j { 0.2 } else { 0.0 };
        let size = data.len();
        let solve = |right: Vec<f64>| {
            let mut rows: Vec<Vec<f64>> =
                (0..size).map(|i| (0..size).map(|j| covariance(i, j)).chain([right[i]]).collect()).collect();
            for pivot in 0..size {
                let lead = rows[pivot].clone();
                for (i, row) in rows.iter_mut().enumerate() {
                    if i != pivot {
                        let factor = row[pivot] / lead[pivot];
                        row.iter_mut().zip(&lead).for_each(|(value, lead)| *value -= factor * lead);
                    }
                }
            }
            (0..size).map(|i| rows[i][size] / rows[i][i]).collect::<Vec<f64>>()
        };
        let weights = solve(data.iter().map(|point| point.amount - 4.0).collect());
        let solved = solve(near.clone());
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        (4.0 + dot(&near, &weights), of(at, at) - dot(&near, &solved))
    }
}

//! How alike profiles are: a smooth likeness that fades with distance, and a linear one.

use nalgebra::{DMatrix, DVector};

use super::features::Column;
use super::recipe::Kernel;

/// Vectors as the kernel compares them: divided by their lengths for the smooth part, times the root of
/// their variance for the linear one.
#[derive(Debug, Clone)]
pub(super) struct Places {
    pub(super) near: DMatrix<f64>,
    squares: DVector<f64>,
    along: DMatrix<f64>,
}

/// Which columns count how much.
#[derive(Debug, Clone, PartialEq)]
pub struct Scales {
    /// How likeness fades.
    pub kernel: Kernel,
    /// For each column the distance at which likeness fades and the variance of its linear part.
    pub columns: Vec<(f64, f64)>,
}

impl Scales {
    /// Those of a list of columns.
    pub fn of(kernel: Kernel, columns: &[Column]) -> Self {
        Self { kernel, columns: columns.iter().map(|column| (column.length, column.linear)).collect() }
    }

    pub(super) fn places(&self, vectors: &[&[f64]]) -> Places {
        let (rows, width) = (vectors.len(), self.columns.len());
        let scaled = |scale: fn(&(f64, f64)) -> f64| {
            let figures =
                vectors.iter().flat_map(|vector| vector.iter().zip(&self.columns).map(move |(v, c)| v * scale(c)));
            DMatrix::from_row_iterator(rows, width, figures)
        };
        let near = scaled(|(length, _)| 1.0 / length);
        let along = scaled(|(_, linear)| libm::sqrt(*linear));
        let squares = DVector::from_iterator(rows, near.row_iter().map(|row| row.norm_squared()));
        Places { near, squares, along }
    }

    fn likeness(&self, square: f64) -> f64 {
        let square = square.max(0.0) / 2.0;
        self.kernel.curved
            * match self.kernel.slow {
                None => libm::exp(-square),
                Some(slow) => libm::pow(1.0 + square / slow, -slow),
            }
    }

    /// The covariance of the rows of the one with the rows of the other.
    pub(super) fn between(&self, a: &Places, b: &Places) -> DMatrix<f64> {
        let mut products = &a.near * b.near.transpose();
        for (mut column, square_b) in products.column_iter_mut().zip(b.squares.iter()) {
            for (product, square_a) in column.iter_mut().zip(a.squares.iter()) {
                *product = self.likeness(square_a + square_b - 2.0 * *product) + self.kernel.level;
            }
        }
        products += &a.along * b.along.transpose();
        products
    }

    /// The variance at a place.
    pub(super) fn own(&self, place: &Places) -> f64 {
        self.kernel.curved + self.kernel.level + place.along.norm_squared()
    }
}

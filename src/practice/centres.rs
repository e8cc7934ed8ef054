//! Centres that stand for many rows: the means of clusters, found the same way every time.

use super::features::count;

/// The fewest rows that a centre stands for: one row alone is nobody's centre.
pub const FEWEST: usize = 3;

/// The means of up to `number` clusters of vectors: begun from vectors evenly chosen, moved
/// `rounds` times (Lloyd). Clusters of fewer than [`FEWEST`] are left out.
pub(super) fn centres(vectors: &[Vec<f64>], number: usize, rounds: usize) -> Vec<Vec<f64>> {
    let mut centres: Vec<Vec<f64>> = Vec::new();
    let step = vectors.len().div_ceil(number.max(1)).max(1);
    for vector in vectors.iter().step_by(step).take(number) {
        if !centres.contains(vector) {
            centres.push(vector.clone());
        }
    }
    let mut members = vec![0; centres.len()];
    for _ in 0..rounds.max(1) {
        let mut sums: Vec<Vec<f64>> = centres.iter().map(|centre| vec![0.0; centre.len()]).collect();
        members = vec![0; centres.len()];
        for vector in vectors {
            let Some((nearest, _)) = nearest(vector, &centres) else { continue };
            if let (Some(sum), Some(count)) = (sums.get_mut(nearest), members.get_mut(nearest)) {
                sum.iter_mut().zip(vector).for_each(|(sum, value)| *sum += value);
                *count += 1;
            }
        }
        for ((centre, sum), members) in centres.iter_mut().zip(sums).zip(&members) {
            if *members > 0 {
                *centre = sum.into_iter().map(|value| value / count(*members)).collect();
            }
        }
    }
    let kept = centres.into_iter().zip(members).filter(|(_, members)| *members >= FEWEST);
    kept.map(|(centre, _)| centre).collect()
}

/// The nearest of some vectors with the square of its distance.
pub(super) fn nearest(vector: &[f64], others: &[Vec<f64>]) -> Option<(usize, f64)> {
    let all = others.iter().enumerate().map(|(place, other)| (place, square(vector, other)));
    all.min_by(|(_, one), (_, other)| one.total_cmp(other))
}

/// The square of the distance.
pub fn square(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

#[cfg(test)]
mod tests {
    use super::centres;

    #[test]
    fn two_heaps_have_two_centres() {
        let heap = |x: f64| [0.0, 2.0, 4.0].map(|y| vec![x, y]);
        let vectors: Vec<Vec<f64>> = heap(0.0).into_iter().chain(heap(10.0)).collect();
        assert_eq!(centres(&vectors, 2, 5), [vec![0.0, 2.0], vec![10.0, 2.0]]);
    }

    #[test]
    fn a_single_row_is_no_centre() {
        let vectors = [vec![0.0], vec![0.0], vec![0.0], vec![99.0]];
        assert_eq!(centres(&vectors, 4, 5), [vec![0.0]]);
        assert!(centres(&[], 5, 3).is_empty());
    }
}

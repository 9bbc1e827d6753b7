//! Small systems of linear equations.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "rows and columns of a square matrix of the length checked at the entry; floating point"
)]

/// Solves `matrix · x = right` by Gaussian elimination with partial pivoting; `matrix` row by row.
pub(super) fn solve(mut matrix: Vec<f64>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let n = right.len();
    if matrix.len() != n * n {
        return None;
    }
    for column in 0..n {
        let pivot = (column..n)
            .max_by(|&a, &b| matrix[a * n + column].abs().total_cmp(&matrix[b * n + column].abs()))?;
        let size = matrix[pivot * n + column].abs();
        if size.is_nan() || size < 1e-12 {
            return None;
        }
        if pivot != column {
            (0..n).for_each(|k| matrix.swap(pivot * n + k, column * n + k));
            right.swap(pivot, column);
        }
        for row in column + 1..n {
            let factor = matrix[row * n + column] / matrix[column * n + column];
            if factor != 0.0 {
                for k in column..n {
                    matrix[row * n + k] -= factor * matrix[column * n + k];
                }
                right[row] -= factor * right[column];
            }
        }
    }
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|k| matrix[row * n + k] * right[k]).sum();
        right[row] = (right[row] - known) / matrix[row * n + row];
    }
    right.iter().all(|x| x.is_finite()).then_some(right)
}

/// The whole of a symmetric matrix of which the upper half was summed up, with `ridge` added on its diagonal.
pub(super) fn ridged(upper: &[f32], ridge: f64) -> Vec<f64> {
    let n = upper.len().isqrt();
    let at = |i: usize| {
        let (row, column) = (i / n, i % n);
        let value = f64::from(upper[row.min(column) * n + row.max(column)]);
        if row == column { value + ridge } else { value }
    };
    (0..n * n).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regular_system_is_solved_and_a_singular_one_refused() {
        let x = solve(vec![0.0, 2.0, 1.0, 1.0], vec![4.0, 3.0]).unwrap();
        assert_eq!(x, [1.0, 2.0]);
        assert_eq!(solve(vec![1.0, 2.0, 2.0, 4.0], vec![1.0, 2.0]), None);
        assert_eq!(solve(vec![f64::NAN], vec![1.0]), None);
    }
}

//! The only place where a fraction of a cent is decided.

use serde::{Deserialize, Serialize};

/// How a quotient becomes an integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
pub enum Rounding {
    /// Toward zero: never more than the exact value (in favour of who pays).
    #[default]
    Down,
    /// To the nearest, halves away from zero.
    HalfUp,
}

/// Divides exactly and rounds as told.
///
/// `denominator` must be positive; a zero denominator yields zero, so that no
/// caller can panic on data.
pub fn divide(numerator: i128, denominator: i128, rounding: Rounding) -> i128 {
    if denominator == 0 {
        debug_assert!(false, "division by zero in rounding::divide");
        return 0;
    }
    let quotient = numerator / denominator;
    let remainder = numerator % denominator;
    match rounding {
        Rounding::HalfUp if remainder.abs() * 2 >= denominator.abs() => {
            quotient + (numerator.signum() * denominator.signum())
        }
        Rounding::Down | Rounding::HalfUp => quotient,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero_and_down_goes_toward_it() {
        assert_eq!(divide(5, 2, Rounding::HalfUp), 3);
        assert_eq!(divide(-5, 2, Rounding::HalfUp), -3);
        assert_eq!(divide(5, 2, Rounding::Down), 2);
        assert_eq!(divide(-5, 2, Rounding::Down), -2);
        assert_eq!(divide(4, 3, Rounding::HalfUp), 1);
    }
}

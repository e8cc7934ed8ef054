//! The only place where a fraction of a cent is decided.

use num_bigint::BigInt;
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
    // Nearly all amounts fit: a division of 128 bits takes ten times as long.
    let (quotient, remainder) = match (i64::try_from(numerator), i64::try_from(denominator)) {
        (Ok(numerator), Ok(denominator)) if denominator > 0 => {
            (i128::from(numerator / denominator), i128::from(numerator % denominator))
        }
        _ => (numerator / denominator, numerator % denominator),
    };
    match rounding {
        Rounding::HalfUp if remainder.abs() * 2 >= denominator.abs() => {
            quotient + (numerator.signum() * denominator.signum())
        }
        Rounding::Down | Rounding::HalfUp => quotient,
    }
}

/// `amount` times both factors over both divisors: exact, whatever their size, and rounded
/// as told. Divisors must be positive; the result saturates at the ends of `i128`.
pub fn scale(amount: i64, by: (i128, i128), over: (i128, i128), rounding: Rounding) -> i128 {
    let small = || {
        let numerator = i128::from(amount).checked_mul(by.0)?.checked_mul(by.1)?;
        Some(divide(numerator, over.0.checked_mul(over.1)?, rounding))
    };
    small().unwrap_or_else(|| {
        let numerator = BigInt::from(amount) * by.0 * by.1;
        let divisor = BigInt::from(over.0) * over.1;
        let (quotient, remainder) = (&numerator / &divisor, &numerator % &divisor);
        // What is left, twice over, against the divisor: a half goes away from zero.
        let half = rounding == Rounding::HalfUp && remainder.magnitude() * 2_u32 >= *divisor.magnitude();
        let rounded = if half { quotient + amount.signum() } else { quotient };
        let end = if amount < 0 { i128::MIN } else { i128::MAX };
        i128::try_from(rounded).unwrap_or(end)
    })
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

    #[test]
    fn large_products_round_like_small_ones() {
        let huge = i128::MAX / 3;
        for (amount, how, expected) in [
            (5, Rounding::HalfUp, 3),
            (-5, Rounding::HalfUp, -3),
            (5, Rounding::Down, 2),
            (-5, Rounding::Down, -2),
            (4, Rounding::HalfUp, 2),
        ] {
            assert_eq!(scale(amount, (huge, 1), (huge, 2), how), expected, "{amount} {how:?}");
            assert_eq!(scale(amount, (1, 1), (1, 2), how), expected, "{amount} {how:?}");
        }
    }
}

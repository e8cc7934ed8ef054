//! Points for an estimate (`docs/workshop.md` defines them and counts an example by hand).
//!
//! Range and probability are scored by proper rules (Gneiting and Raftery 2007): who says
//! what it believes earns most on average.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Estimate;
use crate::law::ProvisionId;
use crate::quantity::Money;

/// The most points for the range.
pub const RANGE_POINTS: i32 = 60;
/// The least points for the range: a miss by any distance costs no more.
pub const RANGE_FLOOR: i32 = -60;
/// The most points for the probability of a fine.
pub const FINE_POINTS: i32 = 20;
/// The most points for the provisions.
pub const PROVISION_POINTS: i32 = 20;
/// What a wrong provision costs where none was found.
pub const WRONG_PROVISION: i32 = 5;
/// The interval score, in powers of ten, at which a range earns nothing.
const WORTHLESS: f64 = 4.0;
/// 2/α for a range of 80 % (α = 0.2): what a miss costs for each power of ten.
const MISS: f64 = 10.0;

/// The points of one estimate. A part that was not scored is `None`: the range where no fine
/// was imposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Points {
    /// For the range: −60 to 60.
    pub range: Option<i32>,
    /// For the probability of a fine: 0 to 20.
    pub fine: i32,
    /// For the provisions: 0 to 20.
    pub provisions: i32,
    /// Whether the range held the fine; `None` where none was imposed.
    pub held: Option<bool>,
}

impl Points {
    /// All points together.
    pub fn total(&self) -> i32 {
        self.range.unwrap_or(0) + self.fine + self.provisions
    }

    /// The points of an estimate; `None` while it is not complete.
    ///
    /// `fine` is what was imposed, `found` the candidates found infringed.
    pub fn of(estimate: &Estimate, fine: Option<Money>, found: &BTreeSet<&ProvisionId>) -> Option<Self> {
        let (low, high) = (estimate.low?, estimate.high?);
        let claimed = estimate.provisions.as_ref()?;
        Some(Self {
            range: fine.map(|fine| range_points(interval_score(low, high, fine))),
            fine: fine_points(brier_score(estimate.probability?, fine.is_some())),
            provisions: provision_points(claimed, found),
            held: fine.map(|fine| holds(low, high, fine)),
        })
    }
}

/// Whether a range holds an amount, its ends included.
fn holds(low: Money, high: Money, amount: Money) -> bool {
    !amount.is_less_than(low) && !high.is_less_than(amount)
}

/// The decimal logarithm of an amount in whole units, of at least one unit.
#[expect(clippy::cast_precision_loss, reason = "a score needs no more than 15 digits")]
pub fn exponent(amount: Money) -> f64 {
    let units = amount.minor() as f64 / amount.currency().minor_units() as f64;
    libm::log10(units.max(1.0))
}

/// The interval score of an 80 % range on the decimal logarithm: its width, and ten times
/// the distance by which it misses. Smaller is better.
///
/// # Example
/// ```
/// use amende::workshop::score::interval_score;
/// let money = |text: &str| text.parse().unwrap();
/// let held = interval_score(money("EUR 10_000"), money("EUR 1_000_000"), money("EUR 240_000"));
/// assert!((held - 2.0).abs() < 1e-9);
/// let missed = interval_score(money("EUR 1_000"), money("EUR 10_000"), money("EUR 100_000"));
/// assert!((missed - 11.0).abs() < 1e-9);
/// ```
pub fn interval_score(low: Money, high: Money, amount: Money) -> f64 {
    let (low, high, amount) = (exponent(low), exponent(high), exponent(amount));
    (high - low) + MISS * (low - amount).max(0.0) + MISS * (amount - high).max(0.0)
}

/// The Brier score of a probability in per cent: the squared distance from what happened.
pub fn brier_score(probability: u8, fined: bool) -> f64 {
    let happened = if fined { 1.0 } else { 0.0 };
    let distance = f64::from(probability) / 100.0 - happened;
    distance * distance
}

/// The points for an interval score: 60 at nothing, 0 at 4, never less than −60.
pub fn range_points(interval: f64) -> i32 {
    whole(f64::from(RANGE_POINTS) * (1.0 - interval / WORTHLESS)).max(RANGE_FLOOR)
}

/// The points for a Brier score: 20 at nothing, 0 at one.
pub fn fine_points(brier: f64) -> i32 {
    whole(f64::from(FINE_POINTS) * (1.0 - brier))
}

/// The points for provisions: those found less those over-claimed, as a share of all that
/// were to be found. Where none was to be found, five less for each claimed.
pub fn provision_points(claimed: &BTreeSet<ProvisionId>, found: &BTreeSet<&ProvisionId>) -> i32 {
    let count = |of: usize| i32::try_from(of).unwrap_or(i32::MAX);
    let right = count(claimed.iter().filter(|claimed| found.contains(claimed)).count());
    let wrong = count(claimed.len()) - right;
    match count(found.len()) {
        0 => (PROVISION_POINTS - WRONG_PROVISION.saturating_mul(wrong)).max(0),
        all => whole(f64::from(PROVISION_POINTS) * f64::from((right - wrong).max(0)) / f64::from(all)),
    }
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "points lie far inside the range of i32")]
fn whole(points: f64) -> i32 {
    libm::round(points) as i32
}

/// How often the ranges of a room held what was decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Calibration {
    /// Ranges that held the fine.
    pub held: usize,
    /// All ranges given where a fine was imposed.
    pub of: usize,
    /// Ranges that would have held it at twice the width, about their middle on the
    /// logarithm.
    pub held_if_doubled: usize,
    /// Ranges that would have held it at half the width.
    pub held_if_halved: usize,
}

impl Calibration {
    /// How many of them an honest room holds at 80 %, rounded.
    pub fn promised(&self) -> usize {
        (self.of * 8 + 5) / 10
    }

    /// Counts one estimate in; nothing where no fine was imposed or no range was given.
    pub(super) fn count(&mut self, estimate: &Estimate, fine: Option<Money>) {
        let (Some(low), Some(high), Some(fine)) = (estimate.low, estimate.high, fine) else { return };
        let middle = f64::midpoint(exponent(low), exponent(high));
        let half = (exponent(high) - exponent(low)) / 2.0;
        let distance = (exponent(fine) - middle).abs();
        self.of += 1;
        self.held += usize::from(holds(low, high, fine));
        self.held_if_doubled += usize::from(distance <= half * 2.0);
        self.held_if_halved += usize::from(distance <= half / 2.0);
    }
}

impl Calibration {
    /// Two of them together.
    pub(super) fn add(&mut self, other: Self) {
        self.held += other.held;
        self.of += other.of;
        self.held_if_doubled += other.held_if_doubled;
        self.held_if_halved += other.held_if_halved;
    }
}

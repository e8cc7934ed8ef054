//! Chance: every point that is drawn has a stream of its own, named after what it is about.
//!
//! So neither the order of operations nor what else is drawn moves a point's draws, and the
//! same outcome can be looked at with one thing drawn and the rest left as the method has it.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::quantity::{Range, Rate};

/// The stream of one point.
#[derive(Debug, Clone)]
pub(super) struct Lot {
    random: ChaCha8Rng,
}

/// What a point is given for one outcome: always as much, whether it is used or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chance {
    /// Whether something happens.
    pub(super) first: f64,
    /// How far.
    pub(super) second: f64,
    /// Which way.
    pub(super) third: f64,
}

impl Lot {
    /// The stream of a name under a seed.
    pub(super) fn new(seed: u64, name: &str) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        random.set_stream(fnv(name));
        Self { random }
    }

    /// What the next outcome gives.
    pub(super) fn draw(&mut self) -> Chance {
        Chance { first: self.unit(), second: self.unit(), third: self.unit() }
    }

    /// Goes to where it is after so many outcomes.
    pub(super) fn start_at(&mut self, outcomes: usize) {
        // Three numbers of two words each.
        self.random.set_word_pos(u128::from(u64::try_from(outcomes).unwrap_or(u64::MAX)) * 6);
    }

    /// Evenly between 0 and 1, 1 excluded.
    fn unit(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits are what a double holds")]
        let bits = (self.random.next_u64() >> 11) as f64;
        bits / 9_007_199_254_740_992.0
    }
}

/// Fowler, Noll and Vo's hash (FNV-1a, 64 bits): the same on every system.
fn fnv(name: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    name.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Whether something of this chance happens.
pub(super) fn happens(unit: f64, chance: Rate) -> bool {
    unit < fraction(chance)
}

/// A rate as a fraction.
pub(super) fn fraction(rate: Rate) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "parts per million are far below 53 bits")]
    let ppm = rate.ppm() as f64;
    ppm / 1_000_000.0
}

/// Evenly on a logarithmic scale between two positive integers, with the logarithms taken once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    from: f64,
    width: f64,
    low: i64,
    high: i64,
}

impl Scale {
    /// Between two integers; below one the scale begins at one.
    pub(super) fn new(low: i64, high: i64) -> Self {
        let from = log(low);
        Self { from, width: log(high) - from, low: low.min(high), high: high.max(low) }
    }

    /// Of the shares of a range; where it begins at nothing, the scale begins at `floor`.
    pub(super) fn of_shares(range: Range<Rate>, floor: Rate) -> Self {
        let low = begin(range, floor);
        if range.high <= low {
            Self::new(range.high.ppm(), range.high.ppm())
        } else {
            Self::new(low.ppm(), range.high.ppm())
        }
    }

    /// The same from so far on between the range's least and a share inside it, on the
    /// logarithmic scale.
    pub(super) fn of_shares_from(range: Range<Rate>, inside: Rate, so_far: f64, floor: Rate) -> Self {
        let low = begin(range, floor);
        let from = Self::new(low.ppm(), inside.max(low).ppm()).at(so_far);
        Self::of_shares(Range { low: Rate::from_ppm(from), high: range.high }, floor)
    }

    /// So far up the scale, between 0 and 1.
    pub(super) fn at(&self, place: f64) -> i64 {
        #[expect(clippy::cast_possible_truncation, reason = "brought inside the range")]
        let drawn = libm::exp(self.from + self.width * place) as i64;
        drawn.clamp(self.low, self.high)
    }

    /// The same as a share.
    pub(super) fn share_at(&self, place: f64) -> Rate {
        Rate::from_ppm(self.at(place))
    }
}

fn begin(range: Range<Rate>, floor: Rate) -> Rate {
    if range.low == Rate::ZERO { floor } else { range.low }
}

#[expect(clippy::cast_precision_loss, reason = "a draw needs no exact cents")]
fn log(number: i64) -> f64 {
    libm::log(number.max(1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_a_stream_of_its_own() {
        let take = |seed, name| {
            let mut lot = Lot::new(seed, name);
            (0..50).map(|_| lot.draw().first.to_bits()).collect::<Vec<_>>()
        };
        assert_eq!(take(1, "a"), take(1, "a"));
        assert_ne!(take(1, "a"), take(1, "b"));
        assert_ne!(take(1, "a"), take(2, "a"));
    }

    #[test]
    fn the_higher_the_place_the_higher_the_draw() {
        let range = Range { low: Rate::from_ppm(3_000), high: Rate::from_ppm(20_000) };
        let drawn = |unit: f64, inside: i64| {
            Scale::of_shares_from(range, Rate::from_ppm(inside), 0.5, Rate::ZERO).share_at(unit)
        };
        // From the range's least to its most at the bottom of a band, from half way at its top.
        assert_eq!(drawn(0.0, 3_000).ppm(), 3_000);
        assert_eq!(drawn(0.0, 20_000).ppm(), 7_745);
        for unit in [0.0, 0.25, 0.5, 0.999_999] {
            assert!(drawn(unit, 3_000) <= drawn(unit, 9_000) && drawn(unit, 9_000) <= drawn(unit, 20_000));
            assert!(range.contains(drawn(unit, 20_000)));
        }
    }
}

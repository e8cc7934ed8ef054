//! Ten thousand simulated rooms: honest ranges and probabilities earn more than "EUR 0 to
//! 1 billion", false precision and bravado. The figures stand in docs/workshop.md.

use std::collections::BTreeSet;

use amende::law::ProvisionId;
use amende::quantity::{Currency, Money};
use amende::workshop::{Estimate, Points};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// How many standard deviations a central range of 80 % reaches to each side.
const HONEST: f64 = 1.281_552;
const ROOMS: usize = 10_000;

/// What a team does with what it knows: the middle and the spread of the amount, and the
/// probability of a fine.
struct Strategy {
    name: &'static str,
    /// Half the width of its range on log10, from the spread; `None`: EUR 0 to 1 billion.
    half: fn(f64) -> Option<f64>,
    /// What it says of the probability.
    says: fn(f64) -> f64,
}

const STRATEGIES: [Strategy; 6] = [
    Strategy { name: "honest", half: |spread| Some(HONEST * spread), says: |p| p },
    Strategy { name: "EUR 0 to 1 billion", half: |_| None, says: |p| p },
    Strategy { name: "false precision (±5 %)", half: |_| Some(0.0212), says: |p| p },
    Strategy { name: "half as wide as honest", half: |spread| Some(HONEST * spread / 2.0), says: |p| p },
    Strategy { name: "twice as wide as honest", half: |spread| Some(HONEST * spread * 2.0), says: |p| p },
    Strategy { name: "honest range, 0 or 100 %", half: |spread| Some(HONEST * spread), says: f64::round },
];

fn unit(random: &mut ChaCha8Rng) -> f64 {
    (f64::from(random.next_u32()) + 0.5) / 4_294_967_296.0
}

fn normal(random: &mut ChaCha8Rng) -> f64 {
    libm::sqrt(-2.0 * libm::log(unit(random))) * libm::cos(std::f64::consts::TAU * unit(random))
}

#[expect(clippy::cast_possible_truncation, reason = "amounts far inside the range of i64")]
fn euro(exponent: f64) -> Money {
    Money::from_minor(libm::round(libm::pow(10.0, exponent) * 100.0) as i64, Currency::EUR)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
fn per_cent(probability: f64) -> u8 {
    libm::round(probability * 100.0) as u8
}

/// Mean points for range (where there was a fine), for the probability, and how often the
/// strategy alone had the most points of the room.
#[derive(Default, Clone, Copy)]
struct Outcome {
    range: f64,
    fine: f64,
    total: f64,
    fined: f64,
}

fn play() -> Vec<Outcome> {
    let mut random = ChaCha8Rng::seed_from_u64(20_261_127);
    let mut outcomes = vec![Outcome::default(); STRATEGIES.len()];
    let found: BTreeSet<&ProvisionId> = BTreeSet::new();
    for _ in 0..ROOMS {
        // A room knows its matter well or badly: a factor of 2 to 6 either way.
        let spread = 0.3 + 0.5 * unit(&mut random);
        let middle = 4.0 + 3.0 * unit(&mut random);
        let probability = 0.05 + 0.9 * unit(&mut random);
        let decided = middle + spread * normal(&mut random);
        let fine = (unit(&mut random) < probability).then(|| euro(decided));
        for (strategy, outcome) in STRATEGIES.iter().zip(&mut outcomes) {
            let (low, high) = match (strategy.half)(spread) {
                Some(half) => (euro(middle - half), euro(middle + half)),
                None => (Money::zero(Currency::EUR), Money::from_major(1_000_000_000, Currency::EUR)),
            };
            let estimate = Estimate {
                provisions: Some(BTreeSet::new()),
                probability: Some(per_cent((strategy.says)(probability))),
                low: Some(low),
                high: Some(high),
                point: Some(euro(middle)),
            };
            let points = Points::of(&estimate, fine, &found).unwrap();
            outcome.range += points.range.map_or(0.0, f64::from);
            outcome.fined += if points.range.is_some() { 1.0 } else { 0.0 };
            outcome.fine += f64::from(points.fine);
            outcome.total += f64::from(points.total() - points.provisions);
        }
    }
    outcomes
}

#[test]
fn honesty_earns_most_in_ten_thousand_rooms() {
    let outcomes = play();
    #[expect(clippy::cast_precision_loss, reason = "10,000")]
    let rooms = ROOMS as f64;
    let rows: Vec<(&str, f64, f64, f64)> = STRATEGIES
        .iter()
        .zip(&outcomes)
        .map(|(strategy, of)| (strategy.name, of.range / of.fined, of.fine / rooms, of.total / rooms))
        .collect();
    let lines =
        rows.iter().map(|(name, range, fine, total)| format!("| {name} | {range:.1} | {fine:.1} | {total:.1} |"));
    let table = lines.collect::<Vec<_>>().join("\n");
    let (_, range, fine, total) = rows[0];
    for row in &rows[1..] {
        assert!(total > row.3, "honesty earns less than {}:\n{table}", row.0);
    }
    // By a margin that a room notices, against the two that the scoring is made against.
    assert!(range > rows[1].1 + 60.0 && range > rows[2].1 + 15.0, "{table}");
    assert!(fine > rows[5].2, "{table}");
    // What the note says is what comes out.
    let note = std::fs::read_to_string(format!("{}/docs/workshop.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for line in table.lines() {
        assert!(note.contains(line), "docs/workshop.md lacks the line:\n{line}\nof\n{table}");
    }
}

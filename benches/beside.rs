//! Times the simulation for `benches/pyfair.py`, which sets it beside another program's: prints how long
//! each took, in seconds, as JSON. `--draws NUMBER` says how many outcomes, `--rounds NUMBER` how often.

use std::time::Instant;

use amende::analysis::{self, DEFAULT_SEED, Terms};
use amende::exposure::{self, Draws};
use amende::library::Library;
use amende::quantity::Range;

#[expect(clippy::print_stdout, reason = "what it measured goes to the script that asked")]
fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |name: &str, default: usize| {
        let place = arguments.iter().position(|argument| argument == name);
        let stated = place.and_then(|place| arguments.get(place + 1)).and_then(|number| number.parse().ok());
        stated.unwrap_or(default)
    };
    let (count, rounds) = (number("--draws", 100_000), number("--rounds", 15));
    let library = Library::embedded().unwrap_or_else(|error| panic!("{error}"));
    let Some(kaspr) = library.presets.iter().find(|preset| preset.file == "kaspr.amende.ron") else {
        panic!("the Kaspr matter is shipped")
    };
    let terms = Terms { methodology: None, as_of: jiff::civil::date(2026, 11, 23), seed: DEFAULT_SEED };
    let analysed = analysis::analyse(&kaspr.case_file, &library, &terms);
    let mut analysed = analysed.unwrap_or_else(|error| panic!("{error}"));
    analysed.receipt.samples = count;
    let whole = times(rounds, || analysis::simulate(&kaspr.case_file, &library, &analysed).map(|drawn| drawn.drawn));
    let ends = |low: &str, high: &str| Some((low.parse().ok()?, high.parse().ok()?));
    let often = ends("10 %", "1000 %").map(|(low, high)| Range::new(low, high));
    let much = ["EUR 10_000", "EUR 1_000_000"].map(|amount| amount.parse().unwrap_or_else(|error| panic!("{error}")));
    let Some(often) = often else { panic!("both are rates") };
    let [low, high] = much;
    let draws = Draws { seed: DEFAULT_SEED, count };
    let factors = times(rounds, || exposure::product(often, Range::new(low, high), draws).percentile(50));
    println!(
        "{}",
        serde_json::json!({ "draws": count, "threads": rayon::current_num_threads(), "kaspr": whole, "two_factors": factors })
    );
}

/// How long each round took, in seconds, the first not counted.
fn times<T>(rounds: usize, mut work: impl FnMut() -> T) -> Vec<f64> {
    let mut round = || {
        let begun = Instant::now();
        std::hint::black_box(work());
        begun.elapsed().as_secs_f64()
    };
    round();
    (0..rounds).map(|_| round()).collect()
}

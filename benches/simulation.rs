//! How long an outcome, a simulation and an estimate take: `cargo bench --bench simulation`.
//! It needs no window: `--no-default-features` builds enough of the program.

use std::sync::OnceLock;

use amende::analysis::{self, Analysis, DEFAULT_SEED, Terms};
use amende::facts::CaseFile;
use amende::fine::{self, Basis, Drawn, Input};
use amende::library::Library;
use amende::quantity::Money;
use amende::trace::TraceBuilder;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::embedded().unwrap_or_else(|error| panic!("{error}")))
}

fn matter() -> &'static CaseFile {
    match library().presets.iter().find(|preset| preset.file == "kaspr.amende.ron") {
        Some(preset) => &preset.case_file,
        None => panic!("the Kaspr matter is shipped"),
    }
}

fn analysed(draws: usize) -> Analysis<'static> {
    let terms = Terms { methodology: None, as_of: jiff::civil::date(2026, 11, 23), seed: DEFAULT_SEED };
    let mut analysis = analysis::analyse(matter(), library(), &terms).unwrap_or_else(|error| panic!("{error}"));
    analysis.receipt.samples = draws;
    analysis
}

fn basis<'a>(analysis: &'a Analysis<'a>) -> Basis<'a> {
    let conducts = &analysis.assessment.conducts;
    let basis = Basis::new(matter(), &library().law, analysis.methodology, conducts, &analysis.calculation);
    basis.unwrap_or_else(|error| panic!("{error}"))
}

/// An outcome in which everything alleged is found.
fn all_found(prepared: &fine::Prepared<'_>) -> Drawn {
    let mut drawn = prepared.nothing_drawn();
    for conduct in &mut drawn.conducts {
        conduct.tier = Some(0);
    }
    drawn
}

/// One outcome of the matter prepared once: less than a microsecond.
#[divan::bench]
fn prepared(bencher: Bencher<'_, '_>) {
    let analysis = analysed(1_000);
    let basis = basis(&analysis);
    let prepared = basis.prepare().unwrap_or_else(|error| panic!("{error}"));
    let drawn = all_found(&prepared);
    bencher.bench_local(|| prepared.fine(black_box(&drawn)).minor());
}

/// Making it ready.
#[divan::bench]
fn prepare(bencher: Bencher<'_, '_>) {
    let analysis = analysed(1_000);
    let basis = basis(&analysis);
    bencher.bench_local(|| basis.prepare().is_ok());
}

/// The same with its trace, as the window and `explain` show it; and without.
#[divan::bench(args = [true, false])]
fn calculate(bencher: Bencher<'_, '_>, with_trace: bool) {
    let (case_file, law) = (matter(), &library().law);
    let analysis = analysed(1_000);
    let sanctioned = fine::sanctioned(case_file, law, analysis.methodology, &analysis.assessment.conducts);
    let tiered = sanctioned.iter().filter_map(|fined| Some((fined, fined.tier(law, analysis.methodology)?)));
    let conducts: Vec<_> = tiered.collect();
    let input = Input {
        law,
        methodology: analysis.methodology,
        national: law.national_for(analysis.methodology, case_file.undertaking.deciding_country(&law.vocabulary)),
        case_file,
        conducts: &conducts,
        choices: &case_file.choices,
        as_of: analysis.calculation.as_of,
    };
    let trace = || if with_trace { TraceBuilder::recording() } else { TraceBuilder::disabled() };
    let fine = || -> Option<Money> { Some(fine::calculate(&input, trace()).ok()?.fine.point) };
    bencher.bench_local(fine);
}

/// The whole simulation of the matter: 100,000 outcomes in less than 100 ms on two cores.
#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 20)]
fn simulate(bencher: Bencher<'_, '_>, draws: usize) {
    let analysis = analysed(draws);
    bencher.bench_local(|| analysis::simulate(matter(), library(), &analysis).is_ok());
}

/// What authorities did in like matters: less than a millisecond.
#[divan::bench]
fn practice(bencher: Bencher<'_, '_>) {
    let analysis = analysed(1_000);
    let Some(fitted) = &library().practice else { panic!("an estimate is shipped") };
    let (assessment, as_of) = (&analysis.assessment, analysis.calculation.as_of);
    bencher.bench_local(|| analysis::practice(matter(), assessment, library(), fitted, as_of).is_ok());
}

//! How long the parts take: `cargo bench`. Compare runs as ratios on one machine.

use std::sync::OnceLock;

use amende::analysis::{self, Analysis, DEFAULT_SEED, Terms};
use amende::facts::CaseFile;
use amende::library::Library;
use divan::Bencher;

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

fn terms() -> Terms {
    Terms { methodology: None, as_of: jiff::civil::date(2026, 11, 23), seed: DEFAULT_SEED }
}

fn analysed() -> Analysis<'static> {
    analysis::analyse(matter(), library(), &terms()).unwrap_or_else(|error| panic!("{error}"))
}

/// From an answer to findings, figures and comparable decisions: inside a frame.
#[divan::bench]
fn analyse() -> Analysis<'static> {
    analysed()
}

/// Ten thousand outcomes: behind the window.
#[divan::bench(sample_count = 10)]
fn simulate(bencher: Bencher<'_, '_>) {
    let analysis = analysed();
    bencher.bench_local(|| analysis::simulate(matter(), library(), &analysis));
}

/// All embedded data parsed and checked: once a start.
#[divan::bench(sample_count = 10)]
fn load() -> bool {
    Library::embedded().is_ok()
}

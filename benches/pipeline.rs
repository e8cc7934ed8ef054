//! How long the parts take: `cargo bench`. Compare runs as ratios on one machine.

use std::sync::OnceLock;

use amende::analysis::{self, Analysis, DEFAULT_SEED, Terms};
use amende::facts::CaseFile;
use amende::library::Library;
use amende::report::{self, Document, Format, SystemFonts};
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

/// The answers of all shipped matters, in each of ten operations.
fn ten_operations() -> CaseFile {
    let mut case_file = matter().clone();
    let all = library().presets.iter().flat_map(|preset| &preset.case_file.operations);
    let answers: Vec<_> = all.flat_map(|operation| operation.answers.clone()).collect();
    let Some(mut operation) = case_file.operations.first().cloned() else { return case_file };
    operation.answers.extend(answers);
    case_file.operations = (0..10)
        .map(|number| {
            let mut copy = operation.clone();
            copy.id = format!("operation-{number}").into();
            copy
        })
        .collect();
    case_file
}

/// So many operations, each with forty answers of the shipped matters, no two alike.
fn many_operations(count: usize) -> CaseFile {
    let mut case_file = matter().clone();
    let all = library().presets.iter().flat_map(|preset| &preset.case_file.operations);
    let answers: Vec<_> = all.flat_map(|operation| operation.answers.clone()).collect();
    let Some(operation) = case_file.operations.first().cloned() else { return case_file };
    let one = |number: usize| {
        let mut copy = operation.clone();
        copy.id = format!("operation-{number}").into();
        for (question, answer) in answers.iter().cycle().skip(number * 7) {
            if copy.answers.len() >= 40 {
                break;
            }
            copy.answers.entry(question.clone()).or_insert_with(|| answer.clone());
        }
        copy
    };
    case_file.operations = (0..count).map(one).collect();
    case_file
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

/// The same for ten operations, each with every question of the fullest shipped matter
/// answered: what a keystroke costs in the largest matter.
#[divan::bench]
fn analyse_ten_operations(bencher: Bencher<'_, '_>) {
    let case_file = ten_operations();
    bencher.bench_local(|| analysis::analyse(&case_file, library(), &terms()).is_ok());
}

/// What hangs on every open question: behind the window.
#[divan::bench(sample_count = 10)]
fn relevance(bencher: Bencher<'_, '_>) {
    let analysis = analysed();
    bencher.bench_local(|| analysis::relevance(matter(), library(), &analysis));
}

/// The same for matters of many operations, each with forty answers: the time grows with
/// the number of open questions, not with its square.
#[divan::bench(args = [1, 10, 100], sample_count = 5)]
fn relevance_of_operations(bencher: Bencher<'_, '_>, operations: usize) {
    let case_file = many_operations(operations);
    let analysis = analysis::analyse(&case_file, library(), &terms()).unwrap_or_else(|error| panic!("{error}"));
    bencher.bench_local(|| analysis::relevance(&case_file, library(), &analysis).len());
}

/// A hundred thousand outcomes: behind the window.
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

/// Counsel's report of the shipped matter with most in it.
fn largest() -> Document {
    let weight = |case_file: &CaseFile| case_file.operations.iter().map(|known| known.answers.len()).sum::<usize>();
    let largest = library().presets.iter().max_by_key(|preset| weight(&preset.case_file));
    let case_file = largest.map_or_else(matter, |preset| &preset.case_file);
    let analysis = analysis::analyse(case_file, library(), &terms()).unwrap_or_else(|error| panic!("{error}"));
    let exposure = analysis::simulate(case_file, library(), &analysis).unwrap_or_else(|error| panic!("{error}"));
    report::build(case_file, library(), &analysis, &exposure)
}

fn write(bencher: Bencher<'_, '_>, format: Format) {
    let document = largest();
    bencher.bench_local(|| report::render(&document, format, SystemFonts::installed()).map(|bytes| bytes.len()));
}

/// Counsel's report of the largest shipped matter, from the document to the bytes of the PDF.
#[divan::bench(sample_count = 10)]
fn report_pdf(bencher: Bencher<'_, '_>) {
    write(bencher, Format::Pdf);
}

/// The same for Word.
#[divan::bench(sample_count = 10)]
fn report_word(bencher: Bencher<'_, '_>) {
    write(bencher, Format::Word);
}

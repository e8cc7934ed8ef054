//! Writing to the standard streams.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde::Serialize;

use super::{CliError, TermArguments};
use crate::analysis::{self, Analysis};
use crate::exposure::{ExposureDistribution, Watch};
use crate::facts::CaseFile;
use crate::fine::FineError;
use crate::library::Library;
use crate::locale::plain;
use crate::storage;

/// Prints text for reading: what could steer a terminal is left out.
pub(super) fn text(text: &str) -> Result<(), CliError> {
    raw(&plain::lines(text))
}

/// Prints text as it stands.
pub(super) fn raw(text: &str) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Prints a value as JSON.
pub(super) fn json(value: &impl Serialize) -> Result<(), CliError> {
    raw(&(unseen_escaped(&serde_json::to_string_pretty(value)?) + "\n"))
}

/// JSON with characters that cannot be seen written as their codes: the same value, and
/// no terminal is steered by it. They stand inside strings only.
fn unseen_escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for sign in json.chars() {
        if sign == '\n' || plain::removed(sign.encode_utf8(&mut [0; 4])).is_empty() {
            out.push(sign);
        } else {
            let units: &mut [u16] = &mut [0; 2];
            for unit in sign.encode_utf16(units) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}

/// Tells what is wrong, one `amende:` line a problem.
pub(super) fn complain(message: &str) {
    let mut out = io::stderr().lock();
    for line in plain::lines(message).lines() {
        // Where even this cannot be written, nobody is listening.
        let _ = writeln!(out, "amende: {line}");
    }
}

/// A matter with everything concluded from it.
pub(super) struct Opened<'l> {
    pub(super) case_file: CaseFile,
    pub(super) analysis: Analysis<'l>,
}

/// Opens and analyses a matter.
pub(super) fn open<'l>(library: &'l Library, file: &Path, terms: &TermArguments) -> Result<Opened<'l>, CliError> {
    let storage::Opened { case_file, repaired, .. } = storage::open_stamped(file, &library.law)?;
    for known in repaired {
        let (written, read) = (known.written, known.read.join("`, `"));
        complain(&format!(
            "{}: `{written}` is no provision and was read as `{read}`: correct the file",
            file.display()
        ));
    }
    let mut analysis = analysis::analyse(&case_file, library, &terms.of(&case_file))
        .map_err(|error| CliError::of_analysis(file, terms, error))?;
    if let Some(draws) = terms.draws.and_then(|draws| usize::try_from(draws).ok()) {
        analysis.receipt.samples = draws;
    }
    Ok(Opened { case_file, analysis })
}

impl Opened<'_> {
    /// Draws the exposure; tells how far it is where many outcomes are drawn and somebody looks on.
    pub(super) fn simulate(
        &self,
        library: &Library,
        file: &Path,
        terms: &TermArguments,
    ) -> Result<ExposureDistribution, CliError> {
        let drawn = if self.analysis.receipt.samples >= MANY && io::stderr().is_terminal() {
            self.simulate_watched(library)
        } else {
            analysis::simulate(&self.case_file, library, &self.analysis)
        };
        drawn.map_err(|error| CliError::of_analysis(file, terms, error.into()))
    }

    /// Draws, and tells how far it is on one line, which is overwritten and in the end removed.
    fn simulate_watched(&self, library: &Library) -> Result<ExposureDistribution, FineError> {
        let (watch, is_done) = (Watch::default(), AtomicBool::new(false));
        let samples = self.analysis.receipt.samples;
        let tell = || {
            while !is_done.load(Ordering::Relaxed) {
                let percent = watch.drawn().min(samples) * 100 / samples;
                // Where this cannot be written, nobody is listening.
                let _ = write!(io::stderr(), "\ramende: {percent} % of {samples} outcomes drawn");
                std::thread::sleep(Duration::from_millis(200));
            }
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        };
        let drawn = std::thread::scope(|scope| {
            scope.spawn(tell);
            let drawn = analysis::simulate_watched(&self.case_file, library, &self.analysis, &watch);
            is_done.store(true, Ordering::Relaxed);
            drawn
        });
        // Nobody stops it here; if somebody did, it would be drawn after all.
        drawn?.map_or_else(|| analysis::simulate(&self.case_file, library, &self.analysis), Ok)
    }
}

/// From so many outcomes on they take long enough to be watched.
const MANY: usize = 1_000_000;

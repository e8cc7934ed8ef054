//! Work behind the window: simulation, typesetting, files, dialogs. Inputs are copied
//! in, results come out by a channel, the window is woken at the end.
//!
//! Every result carries the [`Revision`] of the matter it was made from, and none is ever
//! given twice in a run: a result that comes late is recognised, whatever was opened
//! meanwhile. A job that panics ends as a [`JobError`] like any other that fails.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::Command;
use super::app::SavedAs;
use super::links::{self, Opener};
use super::manner::{Manner, Progress};
use super::panels::{Comparison, Conflict};
use super::picture::PictureError;
pub(super) use super::revision::Revision;
use crate::analysis::{self, Analysis, Relevance};
use crate::cases::{Cases, SearchError, TableError};
use crate::exposure::ExposureDistribution;
use crate::facts::CaseFile;
use crate::fine::FineError;
use crate::headline::Headline;
use crate::library::Library;
use crate::report::{self, Format, HandoutParts, NoHandout, NoResults, Preview, RenderError, SystemFonts};
use crate::storage::{self, LeftBehind, Opened, StorageError};
use crate::workshop::{Pack, Record, Session, Truths};

/// Pixels a point of the preview.
const PREVIEW: f64 = 1.6;

/// Why a job came to nothing.
#[derive(Debug, thiserror::Error)]
pub(super) enum JobError {
    #[error(transparent)]
    Fine(#[from] FineError),
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error(transparent)]
    Handout(#[from] NoHandout),
    #[error("the pack cannot be written as RON: {0}")]
    Pack(#[from] ron::Error),
    #[error(transparent)]
    Results(#[from] NoResults),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Search(#[from] SearchError),
    #[error(transparent)]
    Table(#[from] TableError),
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// A defect of the program, which the rest of it survives.
    #[error(
        "A part of the program failed ({0}). The matter is as it was; what failed is tried again at the next change."
    )]
    Panicked(String),
    #[error("The system starts no more work ({0}): close other programs and try again.")]
    NoThread(std::io::Error),
}

/// What a job is for: one of each kind that follows the matter is under way at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Simulate,
    Weigh,
    Typeset,
    Export,
    /// A matter is read.
    Open,
    /// A matter is written.
    Save,
    /// Files are looked at.
    Look,
    /// The decisions are made ready to be searched.
    Shelve,
}

/// What is to be done.
pub(super) enum Task {
    Simulate {
        case_file: CaseFile,
        analysis: Analysis<'static>,
    },
    Weigh {
        case_file: CaseFile,
        analysis: Analysis<'static>,
    },
    Typeset {
        case_file: CaseFile,
        analysis: Analysis<'static>,
        exposure: ExposureDistribution,
        manner: Manner,
    },
    /// The report as files, each in the format of its ending.
    Export {
        paths: Vec<PathBuf>,
        progress: Progress,
        case_file: CaseFile,
        analysis: Analysis<'static>,
        exposure: Option<ExposureDistribution>,
        manner: Manner,
    },
    /// The report as a PDF of this name, opened by what the system opens files with.
    Print {
        name: String,
        case_file: CaseFile,
        analysis: Analysis<'static>,
        exposure: Option<ExposureDistribution>,
        manner: Manner,
        opener: Option<Opener>,
    },
}

impl Task {
    fn kind(&self) -> Kind {
        match self {
            Self::Simulate { .. } => Kind::Simulate,
            Self::Weigh { .. } => Kind::Weigh,
            Self::Typeset { .. } => Kind::Typeset,
            Self::Export { .. } | Self::Print { .. } => Kind::Export,
        }
    }
}

/// What was made.
pub(super) enum Outcome {
    Exposure(Box<(ExposureDistribution, Option<Headline>)>),
    Relevance(Vec<Relevance>),
    Pages(Preview),
    Exported(Vec<PathBuf>),
    /// Written there for printing, and whether something could open it.
    Printed(PathBuf, bool),
    /// A matter was read, or could not be.
    Opened(PathBuf, Result<Box<Opened>, StorageError>),
    Saved(Box<SavedAs>),
    /// It was not saved: somebody else wrote the file.
    Differs(Box<Conflict>),
    /// Theirs was read after mine was kept in a copy.
    Taken {
        path: PathBuf,
        copy: PathBuf,
        theirs: Box<Opened>,
    },
    /// What became of the matter's file.
    Looked {
        path: PathBuf,
        changed: bool,
        gone: bool,
    },
    /// A pack was begun there, and whether something could open it.
    PackBegun(PathBuf, bool),
    /// A pack of one's own was read, or is refused; whether it is to be played.
    PackRead(PathBuf, bool, Result<Box<Pack>, Vec<String>>),
    /// A workshop was saved as it was then.
    WorkshopSaved(PathBuf, Box<Session>),
    /// A saved workshop was read.
    WorkshopOpened(PathBuf, Box<Session>),
    /// What earlier runs left, and what was played alone.
    Leftovers(Box<(LeftBehind, Result<Record, StorageError>)>),
    Compared(Box<Comparison>),
    /// The decisions of a library, ready to be searched.
    Shelved(&'static Library, Arc<Cases>),
}

/// The end of a job.
pub(super) struct Finished {
    pub(super) kind: Kind,
    /// Of the matter it was made from.
    pub(super) revision: Revision,
    pub(super) result: Result<Outcome, JobError>,
}

/// What is under way.
pub(super) struct Jobs {
    done: (Sender<Finished>, Receiver<Finished>),
    wishes: (Sender<Option<Command>>, Receiver<Option<Command>>),
    running: BTreeMap<Kind, usize>,
    dialogs: usize,
}

impl Default for Jobs {
    fn default() -> Self {
        Self { done: channel(), wishes: channel(), running: BTreeMap::new(), dialogs: 0 }
    }
}

impl Jobs {
    /// Whether a job of a kind is under way.
    pub(super) fn is_running(&self, kind: Kind) -> bool {
        self.running.get(&kind).is_some_and(|count| *count > 0)
    }

    pub(super) fn is_idle(&self) -> bool {
        self.dialogs == 0 && self.running.values().all(|count| *count == 0)
    }

    /// Starts a task on a thread of its own.
    pub(super) fn start(&mut self, ctx: &egui::Context, library: &'static Library, revision: Revision, task: Task) {
        self.run(ctx, task.kind(), revision, move || carry_out(library, task));
    }

    /// Does some work on a thread of its own; however it ends, its end is reported.
    pub(super) fn run(
        &mut self,
        ctx: &egui::Context,
        kind: Kind,
        revision: Revision,
        work: impl FnOnce() -> Result<Outcome, JobError> + Send + 'static,
    ) {
        *self.running.entry(kind).or_default() += 1;
        let (sender, ctx) = (self.done.0.clone(), ctx.clone());
        let started = std::thread::Builder::new().spawn(move || {
            let result =
                catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|cause| Err(JobError::Panicked(said(&*cause))));
            // Where the window has gone, nobody waits for the result.
            let _ = sender.send(Finished { kind, revision, result });
            ctx.request_repaint();
        });
        if let Err(error) = started {
            let _ = self.done.0.send(Finished { kind, revision, result: Err(JobError::NoThread(error)) });
        }
    }

    /// Asks the user something on a thread of its own, so that the window goes on.
    pub(super) fn ask(&mut self, ctx: &egui::Context, ask: impl FnOnce() -> Option<Command> + Send + 'static) {
        self.dialogs += 1;
        let (sender, ctx) = (self.wishes.0.clone(), ctx.clone());
        let started = std::thread::Builder::new().spawn(move || {
            let _ = sender.send(catch_unwind(AssertUnwindSafe(ask)).unwrap_or(None));
            ctx.request_repaint();
        });
        if started.is_err() {
            let _ = self.wishes.0.send(None);
        }
    }

    /// Adds what dialogs came back with.
    pub(super) fn collect(&mut self, commands: &mut Vec<Command>) {
        while let Ok(wish) = self.wishes.1.try_recv() {
            self.dialogs = self.dialogs.saturating_sub(1);
            commands.extend(wish);
        }
    }

    /// Lets a result come in again in the next frame.
    pub(super) fn put_back(&mut self, ctx: &egui::Context, finished: Finished) {
        *self.running.entry(finished.kind).or_default() += 1;
        let _ = self.done.0.send(finished);
        ctx.request_repaint();
    }

    /// The results that have come in.
    pub(super) fn finished(&mut self) -> Vec<Finished> {
        let all: Vec<Finished> = self.done.1.try_iter().collect();
        for finished in &all {
            let count = self.running.entry(finished.kind).or_default();
            *count = count.saturating_sub(1);
        }
        all
    }
}

/// What a panic said, where it said something.
fn said(cause: &(dyn std::any::Any + Send)) -> String {
    let text = cause.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no cause given".to_owned())
}

fn carry_out(library: &Library, task: Task) -> Result<Outcome, JobError> {
    Ok(match task {
        Task::Simulate { case_file, analysis } => {
            let exposure = analysis::simulate(&case_file, library, &analysis)?;
            let headline = analysis::headline(&case_file, library, &analysis, &exposure);
            Outcome::Exposure(Box::new((exposure, headline)))
        }
        Task::Weigh { case_file, analysis } => Outcome::Relevance(analysis::relevance(&case_file, library, &analysis)),
        Task::Typeset { case_file, analysis, exposure, manner } => {
            let document = report::compose(manner.reported(library, &case_file, &analysis, &exposure));
            Outcome::Pages(report::preview(&document, PREVIEW, SystemFonts::installed())?)
        }
        Task::Export { paths, progress, case_file, analysis, exposure, manner } => {
            let exposure = simulated(library, &case_file, &analysis, exposure)?;
            let mut written = Vec::new();
            for path in paths {
                if progress.cancelled.load(Ordering::Relaxed) {
                    break;
                }
                let format = Format::from_path(&path)?;
                storage::writable(&path)?;
                let reported = manner.reported(library, &case_file, &analysis, &exposure);
                storage::write(&path, &report::write(reported, format, SystemFonts::installed())?)?;
                progress.done.fetch_add(1, Ordering::Relaxed);
                written.push(path);
            }
            Outcome::Exported(written)
        }
        Task::Print { name, case_file, analysis, exposure, manner, opener } => {
            let exposure = simulated(library, &case_file, &analysis, exposure)?;
            let reported = manner.reported(library, &case_file, &analysis, &exposure);
            let bytes = report::write(reported, Format::Pdf, SystemFonts::installed())?;
            let path = storage::write_passing(&name, &bytes)?;
            let opened = opener.is_some_and(|opener| opener(&links::address_of(&path)));
            Outcome::Printed(path, opened)
        }
    })
}

/// Writes the hand-out of a workshop, of all teams or of one.
pub(super) fn write_handout(
    path: &Path,
    session: &Session,
    truths: &Truths,
    library: &Library,
    team: Option<usize>,
    day: jiff::civil::Date,
) -> Result<(), JobError> {
    let format = report::handout_format(path)?;
    storage::writable(path)?;
    let parts = HandoutParts { team, ..HandoutParts::ALL };
    let document = report::handout(session, truths, library, parts, day)?;
    storage::write(path, &report::render(&document, format, SystemFonts::installed())?)?;
    Ok(())
}

/// The outcomes; simulated here where that is not done yet.
fn simulated(
    library: &Library,
    case_file: &CaseFile,
    analysis: &Analysis<'static>,
    exposure: Option<ExposureDistribution>,
) -> Result<ExposureDistribution, JobError> {
    match exposure {
        Some(exposure) => Ok(exposure),
        None => Ok(analysis::simulate(case_file, library, analysis)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Waits for the end of what is under way.
    fn ends(jobs: &mut Jobs) -> Vec<Finished> {
        for _ in 0..1000 {
            let finished = jobs.finished();
            if !finished.is_empty() {
                return finished;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        Vec::new()
    }

    #[test]
    fn a_job_that_panics_ends_as_an_error_and_the_next_one_runs() {
        let (mut jobs, ctx) = (Jobs::default(), egui::Context::default());
        let revision = Revision::next();
        jobs.run(&ctx, Kind::Simulate, revision, || panic!("a defect, injected by a test"));
        assert!(jobs.is_running(Kind::Simulate));
        let failed = ends(&mut jobs).pop().unwrap();
        assert_eq!((failed.kind, failed.revision), (Kind::Simulate, revision));
        let error = failed.result.err().unwrap().to_string();
        assert!(error.contains("a defect, injected by a test"), "{error}");
        assert!(jobs.is_idle(), "nothing is left marked as under way");

        jobs.run(&ctx, Kind::Simulate, Revision::next(), || Ok(Outcome::Relevance(Vec::new())));
        assert!(ends(&mut jobs).pop().unwrap().result.is_ok());
        assert!(jobs.is_idle());
    }

    #[test]
    fn a_dialog_that_panics_is_as_one_closed() {
        let (mut jobs, ctx) = (Jobs::default(), egui::Context::default());
        jobs.ask(&ctx, || panic!("a dialog's defect, injected by a test"));
        let mut commands = Vec::new();
        for _ in 0..1000 {
            jobs.collect(&mut commands);
            if jobs.is_idle() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        assert!(jobs.is_idle() && commands.is_empty());
    }

    #[test]
    fn no_revision_is_given_twice() {
        let threads: Vec<_> =
            (0..4).map(|_| std::thread::spawn(|| (0..500).map(|_| Revision::next()).collect::<Vec<_>>())).collect();
        let mut all: Vec<Revision> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 2000);
    }
}

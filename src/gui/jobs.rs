//! Work behind the window: simulation, typesetting, export, dialogs. Inputs are
//! copied in, results come out by a channel, the window is woken at the end.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::Command;
use crate::analysis::{self, Analysis, Relevance};
use crate::exposure::ExposureDistribution;
use crate::facts::CaseFile;
use crate::library::Library;
use crate::report::{self, Format, PagePicture};
use crate::storage;

/// Pixels a point of the preview.
const PREVIEW: f64 = 1.6;

/// What is to be done.
pub(super) enum Task {
    Simulate { revision: u64, case_file: CaseFile, analysis: Analysis<'static> },
    Weigh { revision: u64, case_file: CaseFile, analysis: Analysis<'static> },
    Typeset { revision: u64, case_file: CaseFile, analysis: Analysis<'static>, exposure: ExposureDistribution },
    Export { path: PathBuf, case_file: CaseFile, analysis: Analysis<'static>, exposure: Option<ExposureDistribution> },
}

/// What was done.
pub(super) enum Finished {
    Simulated { revision: u64, result: Result<ExposureDistribution, String> },
    Weighed { revision: u64, result: Vec<Relevance> },
    Typeset { revision: u64, result: Result<Vec<PagePicture>, String> },
    Exported { path: PathBuf, result: Result<(), String> },
}

/// What is under way.
pub(super) struct Jobs {
    done: (Sender<Finished>, Receiver<Finished>),
    wishes: (Sender<Option<Command>>, Receiver<Option<Command>>),
    simulating: bool,
    weighing: bool,
    typesetting: bool,
    exporting: usize,
    dialogs: usize,
}

impl Default for Jobs {
    fn default() -> Self {
        Self {
            done: channel(),
            wishes: channel(),
            simulating: false,
            weighing: false,
            typesetting: false,
            exporting: 0,
            dialogs: 0,
        }
    }
}

impl Jobs {
    pub(super) fn is_simulating(&self) -> bool {
        self.simulating
    }

    pub(super) fn is_weighing(&self) -> bool {
        self.weighing
    }

    pub(super) fn is_typesetting(&self) -> bool {
        self.typesetting
    }

    pub(super) fn is_exporting(&self) -> bool {
        self.exporting > 0
    }

    pub(super) fn is_idle(&self) -> bool {
        !self.simulating && !self.weighing && !self.typesetting && self.exporting == 0 && self.dialogs == 0
    }

    /// Starts a task on a thread of its own.
    pub(super) fn start(&mut self, ctx: &egui::Context, library: &'static Library, task: Task) {
        match &task {
            Task::Simulate { .. } => self.simulating = true,
            Task::Weigh { .. } => self.weighing = true,
            Task::Typeset { .. } => self.typesetting = true,
            Task::Export { .. } => self.exporting += 1,
        }
        let (sender, ctx) = (self.done.0.clone(), ctx.clone());
        std::thread::spawn(move || {
            // Where the window has gone, nobody waits for the result.
            let _ = sender.send(carry_out(library, task));
            ctx.request_repaint();
        });
    }

    /// Asks the user something on a thread of its own, so that the window goes on.
    pub(super) fn ask(&mut self, ctx: &egui::Context, ask: impl FnOnce() -> Option<Command> + Send + 'static) {
        self.dialogs += 1;
        let (sender, ctx) = (self.wishes.0.clone(), ctx.clone());
        std::thread::spawn(move || {
            let _ = sender.send(ask());
            ctx.request_repaint();
        });
    }

    /// Adds what dialogs came back with.
    pub(super) fn collect(&mut self, commands: &mut Vec<Command>) {
        while let Ok(wish) = self.wishes.1.try_recv() {
            self.dialogs = self.dialogs.saturating_sub(1);
            commands.extend(wish);
        }
    }

    /// The results that have come in.
    pub(super) fn finished(&mut self) -> Vec<Finished> {
        let mut all = Vec::new();
        while let Ok(finished) = self.done.1.try_recv() {
            match &finished {
                Finished::Simulated { .. } => self.simulating = false,
                Finished::Weighed { .. } => self.weighing = false,
                Finished::Typeset { .. } => self.typesetting = false,
                Finished::Exported { .. } => self.exporting = self.exporting.saturating_sub(1),
            }
            all.push(finished);
        }
        all
    }
}

fn carry_out(library: &Library, task: Task) -> Finished {
    match task {
        Task::Simulate { revision, case_file, analysis } => {
            let result = analysis::simulate(&case_file, library, &analysis).map_err(|error| error.to_string());
            Finished::Simulated { revision, result }
        }
        Task::Weigh { revision, case_file, analysis } => {
            Finished::Weighed { revision, result: analysis::relevance(&case_file, library, &analysis) }
        }
        Task::Typeset { revision, case_file, analysis, exposure } => {
            let document = report::build(&case_file, library, &analysis, &exposure);
            let result = report::pages(&document, PREVIEW).map_err(|error| error.to_string());
            Finished::Typeset { revision, result }
        }
        Task::Export { path, case_file, analysis, exposure } => {
            let result = export(library, &path, &case_file, &analysis, exposure);
            Finished::Exported { path, result }
        }
    }
}

fn export(
    library: &Library,
    path: &std::path::Path,
    case_file: &CaseFile,
    analysis: &Analysis<'static>,
    exposure: Option<ExposureDistribution>,
) -> Result<(), String> {
    let format = Format::from_path(path).map_err(|error| error.to_string())?;
    let exposure = match exposure {
        Some(exposure) => exposure,
        None => analysis::simulate(case_file, library, analysis).map_err(|error| error.to_string())?,
    };
    let document = report::build(case_file, library, analysis, &exposure);
    let bytes = report::render(&document, format).map_err(|error| error.to_string())?;
    storage::write(path, &bytes).map_err(|error| error.to_string())
}

//! Work between frames: commands, the analysis, jobs.

use super::{App, Screen};
use crate::analysis;
use crate::facts::Turnover;
use crate::gui::jobs::{Finished, Task};

impl App {
    /// Carries commands out and keeps every result up to the matter's state.
    pub(super) fn work(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        if let Some(path) = dropped {
            self.push(super::Command::OpenPath(path));
        }
        self.jobs.collect(&mut self.commands);
        for finished in self.jobs.finished() {
            self.take(ctx, finished);
        }
        for command in std::mem::take(&mut self.commands) {
            self.apply(ctx, command);
        }
        self.analyse();
        self.start_jobs(ctx);
    }

    /// Concludes from the matter anew where it changed.
    fn analyse(&mut self) {
        let library = self.library;
        let Some(terms) = self.open.as_ref().map(|open| self.terms(&open.case_file)) else { return };
        let Some(open) = &mut self.open else { return };
        if self.screen == Screen::FineCalculation && open.beside.0 != Some(open.revision) {
            open.beside = (Some(open.revision), analysis::beside(&open.case_file, library, terms.as_of));
        }
        if open.analysed == Some(open.revision) {
            return;
        }
        open.analysed = Some(open.revision);
        match analysis::analyse(&open.case_file, library, &terms) {
            Ok(analysis) => {
                open.analysis = Some(analysis);
                open.problem = None;
            }
            Err(error) => {
                open.problem = Some(error.to_string());
                // What the stages show meanwhile, so that the matter can be put right.
                if open.analysis.is_none() {
                    let mut without = open.case_file.clone();
                    without.undertaking.turnover = Turnover::Unknown;
                    without.methodology = None;
                    open.analysis = analysis::analyse(&without, library, &terms).ok();
                }
            }
        }
    }

    /// Starts what is out of date and not under way.
    fn start_jobs(&mut self, ctx: &egui::Context) {
        let Some(open) = &self.open else { return };
        let (Some(analysis), None) = (&open.analysis, &open.problem) else { return };
        if open.simulated != Some(open.revision) && !self.jobs.is_simulating() {
            let task = Task::Simulate {
                revision: open.revision,
                case_file: open.case_file.clone(),
                analysis: analysis.clone(),
            };
            self.jobs.start(ctx, self.library, task);
        }
        if open.simulated == Some(open.revision) && open.relevance.0 != Some(open.revision) && !self.jobs.is_weighing()
        {
            let task =
                Task::Weigh { revision: open.revision, case_file: open.case_file.clone(), analysis: analysis.clone() };
            self.jobs.start(ctx, self.library, task);
        }
        let Some(exposure) = &open.exposure else { return };
        let current = open.simulated == Some(open.revision);
        if self.screen == Screen::Report
            && current
            && open.typeset != Some(open.revision)
            && !self.jobs.is_typesetting()
        {
            let task = Task::Typeset {
                revision: open.revision,
                case_file: open.case_file.clone(),
                analysis: analysis.clone(),
                exposure: exposure.clone(),
            };
            self.jobs.start(ctx, self.library, task);
        }
    }

    /// Takes a result, unless the matter has moved on.
    fn take(&mut self, ctx: &egui::Context, finished: Finished) {
        match finished {
            Finished::Simulated { revision, result } => {
                let Some(open) = self.open.as_mut().filter(|open| open.revision == revision) else { return };
                open.simulated = Some(revision);
                match result {
                    Ok(exposure) => open.exposure = Some(exposure),
                    Err(error) => open.problem = Some(error),
                }
            }
            Finished::Weighed { revision, result } => {
                let Some(open) = self.open.as_mut().filter(|open| open.revision == revision) else { return };
                open.relevance = (Some(revision), result);
            }
            Finished::Typeset { revision, result } => {
                let Some(open) = self.open.as_mut().filter(|open| open.revision == revision) else { return };
                open.typeset = Some(revision);
                match result {
                    Ok(pages) => open.pages.set(ctx, &pages),
                    Err(error) => self.message = Some(error),
                }
            }
            Finished::Exported { path, result } => {
                self.message = Some(match result {
                    Ok(()) => self.library.locale.fill("message.exported", &[("file", &path.display().to_string())]),
                    Err(error) => error,
                });
            }
        }
    }
}

//! Work between frames: commands, the analysis, jobs.

use super::{App, Screen};
use crate::analysis::{self, AnalysisError};
use crate::facts::Turnover;
use crate::fine::FineError;
use crate::gui::jobs::{Finished, Kind, Outcome, Task};
use crate::gui::notices::Of;
use crate::gui::{NoticeKind, turns};
use crate::locale::Locale;

impl App {
    /// Carries commands out and keeps every result up to the matter's state.
    pub(super) fn work(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        if let Some(path) = dropped {
            self.push(super::Command::OpenPath(path));
        }
        self.jobs.collect(&mut self.commands);
        let is_typing = turns::is_typing(ctx);
        for finished in self.jobs.finished() {
            // What may leave the matter waits until its fields have read what is being typed.
            if is_typing && matches!(finished.kind, Kind::Open | Kind::Save) {
                self.jobs.put_back(ctx, finished);
            } else {
                self.take(ctx, finished);
            }
        }
        for command in std::mem::take(&mut self.commands) {
            self.apply(ctx, command);
        }
        self.enter_typed();
        self.look_for_recent(ctx);
        self.entitle(ctx);
        self.look_again(ctx);
        self.look_at_conflict(ctx);
        self.analyse();
        self.start_jobs(ctx);
        self.keep_shelf(ctx);
        self.keep_up(ctx);
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
                open.problem = Some(said(&error, &library.locale));
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
        let revision = open.revision;
        let copies = || (open.case_file.clone(), analysis.clone());
        let simulated = open.simulated == Some(revision);
        if !simulated && !self.jobs.is_running(Kind::Simulate) {
            let (case_file, analysis) = copies();
            self.jobs.start(ctx, self.library, revision, Task::Simulate { case_file, analysis });
        }
        if simulated && open.relevance.0 != Some(revision) && !self.jobs.is_running(Kind::Weigh) {
            let (case_file, analysis) = copies();
            self.jobs.start(ctx, self.library, revision, Task::Weigh { case_file, analysis });
        }
        let Some(exposure) = &open.exposure else { return };
        let wanted = self.screen == Screen::Report && simulated && open.typeset != Some(revision);
        if wanted && !self.jobs.is_running(Kind::Typeset) {
            let (case_file, analysis) = copies();
            let task = Task::Typeset { case_file, analysis, exposure: exposure.clone(), manner: self.manner() };
            self.jobs.start(ctx, self.library, revision, task);
            self.typesetting = self.looks;
        }
    }

    /// Takes the end of a job: what follows from a matter only while it is as it was.
    fn take(&mut self, ctx: &egui::Context, finished: Finished) {
        let Finished { kind, revision, result } = finished;
        if self.is_uncovered(revision) && !matches!(&result, Ok(Outcome::Leftovers(_))) {
            return self.take_covered(result.ok());
        }
        if matches!(kind, Kind::Export | Kind::Open | Kind::Save | Kind::Look) {
            self.take_file(ctx, Finished { kind, revision, result });
            return;
        }
        if kind == Kind::Shelve {
            self.take_shelf(result);
            return;
        }
        let Some(open) = self.open.as_mut().filter(|open| open.revision == revision) else { return };
        // What failed is not tried again before the next change.
        match kind {
            Kind::Simulate => open.simulated = Some(revision),
            Kind::Weigh => open.relevance = (Some(revision), Vec::new()),
            // What was chosen meanwhile is set anew.
            Kind::Typeset if self.typesetting != self.looks => return,
            Kind::Typeset => open.typeset = Some(revision),
            Kind::Export | Kind::Open | Kind::Save | Kind::Look | Kind::Shelve => {}
        }
        if result.is_ok() {
            self.notices.settled(Of::Job(kind));
        }
        match result {
            Ok(Outcome::Exposure(drawn)) => {
                let (exposure, headline) = *drawn;
                (open.exposure, open.headline) = (Some(exposure), headline);
            }
            Ok(Outcome::Relevance(relevance)) => open.relevance.1 = relevance,
            Ok(Outcome::Pages(pages)) => open.pages.set(ctx, &pages),
            // Files were taken above.
            Ok(_) => {}
            // What was made of a state before is not shown as that of this one.
            Err(error) if kind == Kind::Simulate => {
                open.exposure = None;
                open.problem = Some(error.to_string());
            }
            Err(error) => {
                if kind == Kind::Typeset {
                    open.pages.clear();
                }
                self.notices.outcome(Of::Job(kind), NoticeKind::Error, error.to_string());
            }
        }
    }
}

impl App {
    /// Takes the end of what was begun before a scenario was chosen, and says nothing of it: it
    /// may name the decision. A matter read meanwhile would end the workshop: that is asked.
    fn take_covered(&mut self, outcome: Option<Outcome>) {
        match outcome {
            Some(Outcome::Opened(path, Ok(_)) | Outcome::WorkshopOpened(path, _)) => {
                self.push(super::Command::OpenPath(path));
            }
            Some(Outcome::Saved(saved)) => self.note_saved(&saved),
            Some(Outcome::PackRead(path, is_chosen, read)) => self.pack_read(path, is_chosen, read),
            _ => {}
        }
    }
}

/// Why nothing was calculated; a rate that is missing is told as the window words it.
fn said(error: &AnalysisError, text: &Locale) -> String {
    match error {
        AnalysisError::Fine(FineError::Currency { given, wanted }) => {
            text.fill("exchange.needed", &[("from", given.code()), ("to", wanted.code())])
        }
        other => other.to_string(),
    }
}

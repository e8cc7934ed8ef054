//! Writes the report: which edition, in which formats, where to.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::App;
use crate::analysis::Analysis;
use crate::exposure::ExposureDistribution;
use crate::facts::CaseFile;
use crate::gui::command::Purpose;
use crate::gui::jobs::{Kind, Task};
use crate::gui::manner::{Manner, Progress};
use crate::gui::notices::Of;
use crate::gui::{Command, NoticeKind, dialogs, links};
use crate::library::Section;
use crate::report::{self, Contents, Format, PreparedBy, Reported, SystemFonts, Wanted};
use crate::storage;

impl App {
    /// Carries out what is about the report and what it looks like.
    pub(in crate::gui) fn report(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::ExportReport => self.export(ctx),
            Command::CancelExport => self.cancel_export(),
            Command::CopySummary => self.copy_summary(ctx),
            Command::OpenFile(path) => self.open_file(ctx, &path),
            Command::ExportReportTo(path) => self.export_to(ctx, path),
            Command::Print => self.print(ctx),
            Command::Sign(by) => self.sign(by),
            Command::Want(wanted) => self.choose_contents(wanted),
            Command::Style(style) => self.wear(*style),
            Command::StyleFrom(purpose, None) => {
                let text = &self.library.locale;
                self.jobs.ask(ctx, move || dialogs::style(text, purpose));
            }
            Command::StyleFrom(Purpose::Logo, Some(path)) => self.wear_logo(&path),
            Command::StyleFrom(_, Some(path)) => self.wear_file(&path),
            // The others are carried out elsewhere.
            _ => {}
        }
    }

    /// Asks where to write the report.
    pub(in crate::gui) fn export(&mut self, ctx: &egui::Context) {
        if let Some(open) = &self.open {
            let (text, title) = (&self.library.locale, open.case_file.title.clone());
            let format = self.settings.wanted.formats(self.library).first().copied().unwrap_or(Format::Pdf);
            self.jobs.ask(ctx, move || dialogs::export(text, &title, format));
        }
    }

    /// Writes the report to a file, and beside it in the other formats wanted.
    pub(in crate::gui) fn export_to(&mut self, ctx: &egui::Context, path: PathBuf) {
        let Some(open) = &self.open else { return };
        if open.path.as_ref().is_some_and(|matter| storage::same_file(matter, &path)) {
            let words = self.library.locale.t("message.onto_matter");
            self.notices.outcome(Of::Job(Kind::Export), NoticeKind::Error, words);
            return;
        }
        let Some((case_file, analysis, exposure)) = self.reportable() else { return };
        let wanted = self.settings.wanted.formats(self.library);
        let named = Format::from_path(&path).ok().filter(|named| wanted.contains(named));
        let others = wanted.into_iter().filter(|format| named.is_some_and(|named| named != *format));
        let beside: Vec<PathBuf> = others.map(|format| free(&path.with_extension(format.ending()))).collect();
        let paths: Vec<PathBuf> = std::iter::once(path).chain(beside).collect();
        let progress = Progress { total: paths.len(), ..Progress::default() };
        self.progress = Some(progress.clone());
        let manner = self.manner();
        self.write_report(ctx, Task::Export { paths, progress, case_file, analysis, exposure, manner });
    }

    /// Writes no further file.
    pub(in crate::gui) fn cancel_export(&mut self) {
        if let Some(progress) = &self.progress {
            progress.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// How many reports are written, and of how many; nothing where none is being written.
    pub(in crate::gui) fn exporting(&self) -> Option<(usize, usize)> {
        let progress = self.progress.as_ref().map(|known| (known.done.load(Ordering::Relaxed), known.total));
        self.jobs.is_running(Kind::Export).then_some(progress.unwrap_or((0, 1)))
    }

    /// Writes the report as a PDF and opens it where it can be printed.
    pub(in crate::gui) fn print(&mut self, ctx: &egui::Context) {
        if self.jobs.is_running(Kind::Export) {
            return;
        }
        let Some((case_file, analysis, exposure)) = self.reportable() else { return };
        let name = format!("{}.pdf", dialogs::slug(&case_file.title));
        let (manner, opener) = (self.manner(), self.opener.clone());
        self.write_report(ctx, Task::Print { name, case_file, analysis, exposure, manner, opener });
    }

    /// Copies the first page's words, with their formatting as Markdown.
    pub(in crate::gui) fn copy_summary(&mut self, ctx: &egui::Context) {
        let manner = self.manner();
        let Some(open) = &self.open else { return };
        let (Some(analysis), Some(exposure)) = (&open.analysis, &open.exposure) else { return };
        let mut contents = manner.contents.clone();
        for section in Section::ALL {
            contents.set(section, section == Section::Summary);
        }
        let document = report::compose(Reported {
            case_file: &open.case_file,
            library: self.library,
            analysis,
            exposure,
            by: &manner.by,
            contents: &contents,
            look: &manner.look,
        });
        let bytes = report::render(&document, Format::Markdown, SystemFonts::installed()).unwrap_or_default();
        ctx.copy_text(String::from_utf8_lossy(&bytes).into_owned());
        self.notices.success(self.library.locale.t("message.summary_copied"));
    }

    /// Opens a file or a folder with what the system opens it with.
    pub(in crate::gui) fn open_file(&mut self, ctx: &egui::Context, path: &Path) {
        let address = links::address_of(path);
        let opener = self.opener.clone().unwrap_or_else(links::browser);
        self.jobs.ask(ctx, move || links::open(&opener, address));
    }

    /// Names who prepares reports: the pages shown are made anew.
    pub(in crate::gui) fn sign(&mut self, by: PreparedBy) {
        self.settings.by = by;
        self.set_anew();
    }

    /// Another edition, other sections or formats: the pages shown are made anew.
    pub(in crate::gui) fn choose_contents(&mut self, wanted: Wanted) {
        let same = wanted.contents(self.library) == self.contents();
        self.settings.wanted = wanted;
        if !same {
            self.set_anew();
        }
    }

    /// The pages shown hold no longer.
    pub(in crate::gui) fn set_anew(&mut self) {
        self.looks += 1;
        if let Some(open) = &mut self.open {
            open.typeset = None;
        }
    }

    fn contents(&self) -> Contents {
        self.settings.wanted.contents(self.library)
    }

    /// How the report is written.
    pub(in crate::gui) fn manner(&self) -> Manner {
        Manner { by: self.settings.by.clone(), contents: self.contents(), look: self.look.clone() }
    }

    /// What a report is made of; where there can be none, that is told.
    pub(super) fn reportable(&mut self) -> Option<(CaseFile, Analysis<'static>, Option<ExposureDistribution>)> {
        let open = self.open.as_ref()?;
        if let Some(problem) = &open.problem {
            self.notices.outcome(Of::Job(Kind::Export), NoticeKind::Error, problem.as_str());
            return None;
        }
        let current = open.simulated == Some(open.revision);
        Some((open.case_file.clone(), open.analysis.clone()?, open.exposure.clone().filter(|_| current)))
    }

    fn write_report(&mut self, ctx: &egui::Context, task: Task) {
        let Some(revision) = self.open.as_ref().map(|open| open.revision) else { return };
        let words = self.library.locale.t("message.exporting");
        self.notices.outcome(Of::Job(Kind::Export), NoticeKind::Progress, words);
        self.jobs.start(ctx, self.library, revision, task);
    }
}

/// Whether a command is about the report and what it looks like.
pub(in crate::gui) fn is_of_report(command: &Command) -> bool {
    matches!(
        command,
        Command::ExportReport
            | Command::CancelExport
            | Command::CopySummary
            | Command::OpenFile(_)
            | Command::ExportReportTo(_)
            | Command::Print
            | Command::Sign(_)
            | Command::Want(_)
            | Command::Style(_)
            | Command::StyleFrom(..)
    )
}

/// A path where nothing stands: `report.docx`, else `report 2.docx`.
fn free(path: &Path) -> PathBuf {
    let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let ending = path.extension().map_or_else(String::new, |ending| ending.to_string_lossy().into_owned());
    let numbered = (2..1000).map(|number| path.with_file_name(format!("{stem} {number}.{ending}")));
    let found = std::iter::once(path.to_owned()).chain(numbered).find(|path| !path.exists());
    found.unwrap_or_else(|| path.to_owned())
}

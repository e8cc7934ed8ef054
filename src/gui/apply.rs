//! Carries commands out: one named method each.

use std::path::{Path, PathBuf};

use super::app::{App, Open, Overlay};
use super::jobs::Task;
use super::panels::Palette;
use super::{Command, Screen, dialogs, scale};
use crate::facts::CaseFile;
use crate::storage;

impl App {
    pub(super) fn apply(&mut self, ctx: &egui::Context, command: Command) {
        if self.would_lose(&command) {
            self.overlay = Some(Overlay::Unsaved(Box::new(command)));
            return;
        }
        match command {
            Command::New => self.new_matter(),
            Command::OpenPreset(file) => self.open_preset(&file),
            Command::Open => {
                let text = &self.library.locale;
                self.jobs.ask(ctx, || dialogs::open(text));
            }
            Command::OpenPath(path) => self.open_path(path),
            Command::Save => self.save(ctx),
            Command::SaveAs => self.save_as(ctx),
            Command::SaveTo(path) => self.save_to(path),
            Command::ExportReport => self.export(ctx),
            Command::ExportReportTo(path) => self.export_to(ctx, path),
            Command::CloseMatter => self.close(),
            Command::Discard(next) => self.discard(ctx, *next),
            Command::Undo => self.undo(ctx),
            Command::Redo => self.redo(ctx),
            Command::Edit(case_file) => self.edit(*case_file),
            Command::Show(screen) => self.show(screen),
            Command::ShowQuestion(operation, question) => {
                self.question = Some((operation, question));
                self.show(Screen::Practices);
            }
            Command::ShowDecision(id) => {
                self.decision = Some(id);
                self.show(Screen::Decisions);
            }
            Command::ShowTrace(figure) => self.overlay = Some(Overlay::Trace(figure)),
            Command::ShowEstimate => self.overlay = Some(Overlay::Estimate),
            Command::ShowStrip => self.overlay = Some(Overlay::Strip),
            Command::Dismiss => self.overlay = None,
            Command::Palette => self.overlay = Some(Overlay::Palette(Palette::default())),
            Command::ToggleTheme => self.toggle_theme(ctx),
            Command::Zoom(percent) => self.zoom(ctx, percent),
            Command::ZoomIn => self.zoom(ctx, scale::larger(self.settings.percent())),
            Command::ZoomOut => self.zoom(ctx, scale::smaller(self.settings.percent())),
            Command::ZoomReset => self.zoom(ctx, scale::USUAL),
            Command::Quit => {
                self.leaving = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Whether carrying this out would leave a matter with unsaved changes.
    fn would_lose(&self, command: &Command) -> bool {
        let leaves = matches!(
            command,
            Command::New | Command::OpenPreset(_) | Command::OpenPath(_) | Command::CloseMatter | Command::Quit
        );
        leaves && self.open.as_ref().is_some_and(Open::is_changed)
    }

    fn discard(&mut self, ctx: &egui::Context, next: Command) {
        self.overlay = None;
        self.open = None;
        self.apply(ctx, next);
    }

    fn new_matter(&mut self) {
        let text = &self.library.locale;
        let case_file = CaseFile::new(text.t("matter.new"), text.t("matter.operation"));
        self.begin(Open::new(case_file, None));
    }

    fn open_preset(&mut self, file: &str) {
        if let Some(preset) = self.library.presets.iter().find(|preset| preset.file == file) {
            self.begin(Open::new(preset.case_file.clone(), None));
        }
    }

    fn open_path(&mut self, path: PathBuf) {
        match storage::open(&path, &self.library.law) {
            Ok(case_file) => {
                self.remember(path.clone());
                self.begin(Open::new(case_file, Some(path)));
            }
            Err(error) => {
                self.settings.recent.retain(|known| *known != path || path.exists());
                self.notices.error(error.to_string());
            }
        }
    }

    fn begin(&mut self, open: Open) {
        self.open = Some(open);
        self.overlay = None;
        self.notices.clear();
        self.question = None;
        self.screen = Screen::Organisation;
    }

    fn save(&mut self, ctx: &egui::Context) {
        match self.open.as_ref().map(|open| open.path.clone()) {
            Some(Some(path)) => self.save_to(path),
            Some(None) => self.save_as(ctx),
            None => {}
        }
    }

    fn save_as(&mut self, ctx: &egui::Context) {
        if let Some(open) = &self.open {
            let (text, title) = (&self.library.locale, open.case_file.title.clone());
            self.jobs.ask(ctx, move || dialogs::save(text, &title));
        }
    }

    fn save_to(&mut self, path: PathBuf) {
        let Some(open) = &mut self.open else { return };
        match storage::save(&path, &open.case_file, &self.library.law) {
            Ok(_) => {
                open.saved = open.case_file.clone();
                open.path = Some(path.clone());
                self.notices.success(self.library.locale.fill("message.saved", &[("file", &name(&path))]));
                self.remember(path);
            }
            Err(error) => self.notices.error(error.to_string()),
        }
    }

    fn export(&mut self, ctx: &egui::Context) {
        if let Some(open) = &self.open {
            let (text, title) = (&self.library.locale, open.case_file.title.clone());
            self.jobs.ask(ctx, move || dialogs::export(text, &title));
        }
    }

    fn export_to(&mut self, ctx: &egui::Context, path: PathBuf) {
        let Some(open) = &self.open else { return };
        let (Some(analysis), None) = (&open.analysis, &open.problem) else {
            if let Some(problem) = &open.problem {
                self.notices.error(problem.clone());
            }
            return;
        };
        let revision = open.revision;
        let current = open.simulated == Some(revision);
        let task = Task::Export {
            path,
            case_file: open.case_file.clone(),
            analysis: analysis.clone(),
            exposure: open.exposure.clone().filter(|_| current),
        };
        self.notices.progress(self.library.locale.t("message.exporting"));
        self.jobs.start(ctx, self.library, revision, task);
    }

    fn close(&mut self) {
        self.open = None;
        self.notices.clear();
        self.screen = Screen::Start;
    }

    fn show(&mut self, screen: Screen) {
        self.overlay = None;
        let needs_matter = Screen::STAGES.contains(&screen);
        if !needs_matter || self.open.is_some() {
            self.screen = screen;
        }
    }

    fn toggle_theme(&mut self, ctx: &egui::Context) {
        self.settings.dark = !self.settings.dark;
        self.load_theme();
        self.theme.apply(ctx);
    }

    fn zoom(&mut self, ctx: &egui::Context, percent: u16) {
        self.settings.zoom = f32::from(scale::nearest(percent)) / 100.0;
        ctx.set_zoom_factor(self.settings.zoom);
    }
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

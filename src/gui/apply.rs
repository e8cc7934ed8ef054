//! Carries commands out: one named method each.

use super::app::regions::Region;
use super::app::report::is_of_report;
use super::app::{App, Open, Overlay};
use super::panels::{Palette, PathDialog, practices};
use super::workshop::Wish;
use super::{Command, Screen, dialogs, scale, widgets};
use crate::facts::CaseFile;

impl App {
    pub(super) fn apply(&mut self, ctx: &egui::Context, command: Command) {
        if self.would_lose(&command) {
            self.overlay = Some(Overlay::Unsaved(Box::new(command)));
            return;
        }
        if self.would_end_workshop(&command) {
            self.overlay = Some(Overlay::EndWorkshop(Some(Box::new(command))));
            return;
        }
        self.carry_out(ctx, command);
    }

    fn carry_out(&mut self, ctx: &egui::Context, command: Command) {
        if is_of_report(&command) {
            self.report(ctx, command);
            return;
        }
        match command {
            Command::New => self.new_matter(ctx),
            Command::OpenPreset(file) => self.open_preset(ctx, &file),
            Command::Open => self.jobs.ask(ctx, || dialogs::open(&self.library.locale)),
            Command::OpenPath(path) => self.open_path(ctx, path),
            Command::Save | Command::SaveAs => {
                // Of an earlier wish to leave whose dialog was closed.
                self.after_save = None;
                if command == Command::Save { self.save(ctx) } else { self.save_as(ctx) }
            }
            Command::SaveTo(path) => self.save_to(ctx, path),
            Command::SaveAndThen(next) => {
                self.after_save = Some(Command::Knowing(next));
                self.save(ctx);
            }
            Command::AskPath(purpose, path) => {
                let dialog = PathDialog::new(ctx, self, purpose, &path);
                self.overlay = Some(Overlay::Path(Box::new(dialog)));
            }
            Command::Settle(way) => self.settle(ctx, way),
            Command::Recover(id) => self.recover(ctx, &id),
            Command::CompareKept(id) => self.compare_leftover(ctx, id),
            Command::DiscardKept(id) => self.ask_discard(id),
            Command::DiscardKeptNow(id) => self.discard_leftover(&id),
            Command::CloseMatter => self.close(),
            Command::Discard(next) => self.discard(ctx, *next),
            Command::Knowing(next) => self.carry_out(ctx, *next),
            Command::Workshop(wish) => self.wish(ctx, wish),
            Command::Undo if self.room.is_some() => self.wish(ctx, Wish::Undo),
            Command::Undo | Command::Redo if self.is_entering() => self.own.step(command == Command::Redo),
            Command::Undo => self.undo(ctx),
            Command::Redo => self.redo(ctx),
            Command::Edit(case_file) => self.edit(*case_file),
            Command::Show(screen) => self.show(ctx, screen),
            Command::ShowQuestion(operation, question) => {
                self.show(ctx, Screen::Practices);
                widgets::scroll_again(ctx);
                practices::operations::follow_again(ctx);
                self.question = Some((operation, question));
            }
            Command::ShowField { screen, operation, field } => {
                self.show(ctx, screen);
                widgets::field::open(ctx, field);
                // The operation is chosen, and none of its questions.
                self.question = operation.map(|operation| (operation, String::new()));
            }
            Command::ShowFinding(operation, rule) => {
                self.show(ctx, Screen::Findings);
                widgets::scroll_again(ctx);
                self.finding = Some((operation, rule));
            }
            Command::SearchCleared(words) => {
                self.notices.note(self.library.locale.fill("practices.search_cleared", &[("words", &words)]));
            }
            Command::ShowProvision(id) => self.overlay = Some(Overlay::Provision(id)),
            Command::Help(page) => self.overlay = Some(Overlay::Help(page)),
            Command::Find => self.find(ctx),
            Command::Cut | Command::Copy | Command::Paste | Command::SelectAll => self.send_to_field(ctx, &command),
            Command::CopyText(words) => ctx.copy_text(words),
            Command::LinkFailed(address) => self.link_failed(address),
            Command::Forget(path) => self.forget(&path),
            Command::Vanished(paths) => self.vanished = paths,
            Command::NextPart => self.next_part(ctx, true),
            Command::PreviousPart => self.next_part(ctx, false),
            Command::ShowDecision(id) => {
                self.shelf.open(Some(id));
                self.own.is_shown = false;
                self.show(ctx, Screen::Decisions);
            }
            Command::LeaveDecision => self.shelf.open(None),
            Command::Shelf(wish) => self.shelf_wish(ctx, wish),
            Command::ShowTrace(figure) => self.overlay = Some(Overlay::Trace(figure)),
            Command::Explain(figure) => self.overlay = Some(Overlay::Explained(figure)),
            Command::ShowStrip => self.overlay = Some(Overlay::Strip),
            Command::Dismiss => self.overlay = None,
            Command::Palette => self.overlay = Some(Overlay::Palette(Palette::default())),
            Command::Speak(language) => self.speak(&language),
            Command::ToggleTheme => self.toggle_theme(ctx),
            Command::Zoom(percent) => self.zoom(ctx, percent),
            Command::ZoomIn => self.zoom(ctx, scale::larger(self.settings.percent())),
            Command::ZoomOut => self.zoom(ctx, scale::smaller(self.settings.percent())),
            Command::ZoomReset => self.zoom(ctx, scale::USUAL),
            Command::Quit => {
                self.leaving = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            // Carried out above.
            _ => {}
        }
    }

    fn save_to(&mut self, ctx: &egui::Context, path: std::path::PathBuf) {
        let is_own = self.open.as_ref().is_some_and(|open| open.path.as_ref() == Some(&path));
        self.save_over(ctx, path, is_own);
    }

    /// Whether carrying this out would leave a matter of which something is not saved.
    fn would_lose(&self, command: &Command) -> bool {
        let leaves = matches!(
            command,
            Command::New
                | Command::OpenPreset(_)
                | Command::OpenPath(_)
                | Command::Recover(_)
                | Command::CloseMatter
                | Command::Workshop(Wish::Open | Wish::Begin | Wish::Continue(_))
                | Command::Quit
        );
        leaves && self.is_unsaved()
    }

    fn discard(&mut self, ctx: &egui::Context, next: Command) {
        self.overlay = None;
        self.leave();
        self.apply(ctx, next);
    }

    fn new_matter(&mut self, ctx: &egui::Context) {
        let text = &self.library.locale;
        let case_file = CaseFile::new(text.t("matter.new"), text.t("matter.operation"));
        self.begin(ctx, Open::new(case_file, None));
        widgets::field::open(ctx, "organisation.title");
    }

    fn open_preset(&mut self, ctx: &egui::Context, file: &str) {
        if let Some(preset) = self.library.presets.iter().find(|preset| preset.file == file) {
            self.begin(ctx, Open::new(preset.case_file.clone(), None));
        }
    }

    pub(super) fn begin(&mut self, ctx: &egui::Context, open: Open) {
        self.leave();
        // Scroll places, searches and opened notes are those of the matter before.
        ctx.data_mut(egui::util::IdTypeMap::clear);
        // Whoever is typing was typing into that one.
        ctx.memory_mut(egui::Memory::stop_text_input);
        self.open = Some(open);
        self.overlay = None;
        self.notices.clear();
        self.question = None;
        self.finding = None;
        self.place = None;
        self.screen = Screen::Organisation;
    }

    fn close(&mut self) {
        self.leave();
        self.notices.clear();
        self.screen = Screen::Start;
    }

    /// Into the search of this page, else into the palette.
    fn find(&mut self, ctx: &egui::Context) {
        if matches!(self.screen, Screen::Practices | Screen::Decisions) {
            widgets::ask_for_search(ctx);
        } else {
            self.overlay = Some(Overlay::Palette(Palette::default()));
        }
    }

    fn link_failed(&mut self, address: String) {
        let text = &self.library.locale;
        let words = text.fill("message.link_failed", &[("address", &address)]);
        self.notices.error_with(words, text.t("message.copy_address"), Command::CopyText(address));
    }

    fn next_part(&mut self, ctx: &egui::Context, forward: bool) {
        let framed = self.screen != Screen::Start;
        let led = self.screen == Screen::Workshop && self.room.is_some();
        let strip = led || framed && self.open.as_ref().is_some_and(|open| open.analysis.is_some());
        self.regions.go(ctx, forward, |region| match region {
            Region::Bar | Region::Page => true,
            Region::Rail => framed,
            Region::Strip => strip,
        });
    }

    pub(super) fn show(&mut self, ctx: &egui::Context, screen: Screen) {
        self.overlay = None;
        self.question = None;
        self.finding = None;
        self.place = None;
        if !screen.needs_matter() || self.open.is_some() {
            self.screen = screen;
            // The next Tab reaches the page, not the menu again.
            self.regions.enter(ctx, Region::Page, false);
        }
    }

    fn toggle_theme(&mut self, ctx: &egui::Context) {
        self.settings.dark = !self.settings.dark;
        self.load_theme();
        self.theme.apply(ctx);
        // What is being painted now still has the look of before.
        ctx.request_discard("the theme changed");
        ctx.request_repaint();
    }

    fn zoom(&mut self, ctx: &egui::Context, percent: u16) {
        self.settings.zoom = f32::from(scale::nearest(percent)) / 100.0;
        ctx.set_zoom_factor(self.settings.zoom);
    }
}

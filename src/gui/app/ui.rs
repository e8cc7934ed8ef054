//! What is painted where: bar, rail, stage, strip, and what lies over them.

use std::sync::atomic::Ordering;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Stroke, UiBuilder};

use super::regions::Region;
use super::{App, Overlay, anchor, regions};
use crate::gui::jobs::Kind;
use crate::gui::widgets::field;
use crate::gui::{Command, Screen, View, links, panels, shortcuts, theme, turns};

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.work(ctx);
    }

    /// Scroll places and folds are a matter's, not the next run's.
    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.bring_back(ui.ctx(), frame);
        self.paint(ui);
        if let Some(storage) = frame.storage_mut() {
            self.keep_settings(storage);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.end();
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        self.keep_settings(storage);
    }
}

impl App {
    /// One frame without a window system, for tests.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.work(&ctx);
        self.paint(ui);
    }

    pub(super) fn paint(&mut self, ui: &mut egui::Ui) {
        self.project(ui.ctx());
        let mut out = Vec::new();
        let mut regions = std::mem::take(&mut self.regions);
        let typed = std::mem::take(&mut self.typed);
        ui.input_mut(|input| input.events.extend(typed));
        field::of_matter(ui.ctx(), self.number());
        let keys = shortcuts::pressed(ui.ctx(), |command| self.takes(command));
        match &mut self.heard {
            Some(heard) => heard.extend(keys),
            None => out.extend(keys),
        }
        // What was hovered when a key opened a box would go on explaining itself over it. A list
        // that opens below a field of the page needs the pointer.
        let under_a_box = self.overlay.is_some();
        let pointer = under_a_box.then(|| ui.input_mut(|input| std::mem::take(&mut input.pointer)));
        let rail = Frame::NONE.fill(*self.theme.rail);
        Panel::top("bar")
            .exact_size(theme::BAR)
            .frame(rail.inner_margin(Margin::symmetric(14, 6)))
            .show_separator_line(false)
            .show(ui, |ui| {
                regions.begin(ui, Region::Bar);
                panels::bar::ui(ui, self, &mut out);
            });
        let framed = self.screen != Screen::Start;
        let width = ui.available_width();
        if framed {
            let size = if width < theme::FOLD_RAIL { theme::SLIM_RAIL } else { theme::RAIL };
            Panel::left("rail").exact_size(size).resizable(false).frame(rail).show_separator_line(false).show(
                ui,
                |ui| {
                    regions.begin(ui, Region::Rail);
                    if self.leads() && size > theme::SLIM_RAIL {
                        panels::workshop::course(ui, self, &mut out);
                    } else {
                        panels::rail::ui(ui, self, &mut out);
                    }
                },
            );
        }
        if self.leads() && width >= theme::FOLD_STRIP {
            Panel::right("strip")
                .exact_size(theme::STRIP)
                .resizable(false)
                .frame(rail.inner_margin(Margin::symmetric(18, 14)))
                .show_separator_line(false)
                .show(ui, |ui| {
                    regions.begin(ui, Region::Strip);
                    panels::workshop::beside(ui, self, &mut out);
                });
        }
        if let Some(view) = self.view().filter(|_| framed) {
            let folded = width < theme::FOLD_STRIP;
            let (size, margin) = if folded {
                (theme::SLIM_STRIP, Margin::symmetric(7, 12))
            } else {
                (theme::STRIP, Margin::symmetric(18, 14))
            };
            Panel::right("strip")
                .exact_size(size)
                .resizable(false)
                .frame(rail.inner_margin(margin))
                .show_separator_line(false)
                .show(ui, |ui| {
                    regions.begin(ui, Region::Strip);
                    let show = if folded { panels::strip::slim } else { panels::strip::ui };
                    show(ui, &view, &mut out);
                });
        }
        let paper = Frame::NONE.fill(*self.theme.paper).stroke(Stroke::NONE);
        CentralPanel::default().frame(paper).show(ui, |ui| {
            regions.begin(ui, Region::Page);
            self.centre(ui, &mut out);
        });
        self.regions = regions;
        if let Some(pointer) = pointer {
            ui.input_mut(|input| input.pointer = pointer);
        }
        self.over(ui, &mut out);
        self.notices.ui(ui, &self.theme, &self.library.locale, &mut out);
        self.field_menu(ui, &mut out);
        self.note_field(ui.ctx());
        self.note_unread(ui.ctx());
        self.follow_links(ui.ctx());
        self.hear(ui, out);
        self.note_target(ui);
        self.focused = ui.memory(egui::Memory::focused);
    }

    /// What is typed belongs to: a matter, a workshop, or one that is set up.
    fn number(&self) -> u64 {
        let room = || self.room.as_ref().map(|room| room.number);
        let planned = if self.is_sheltered() { u64::MAX / 2 } else { 0 };
        self.open.as_ref().map(|open| open.number).or_else(room).unwrap_or(planned)
    }

    /// Whether a workshop is led on the page shown.
    pub(super) fn leads(&self) -> bool {
        self.screen == Screen::Workshop && self.room.is_some()
    }

    /// The matter with everything concluded from it; `None` until there is both.
    fn view(&self) -> Option<View<'_>> {
        let open = self.open.as_ref()?;
        Some(View {
            beside: &open.beside.1,
            case_file: &open.case_file,
            analysis: open.analysis.as_ref()?,
            exposure: open.exposure.as_ref(),
            headline: open.headline.as_ref(),
            relevance: &open.relevance.1,
            is_settling: open.simulated != Some(open.revision),
            is_weighing: open.relevance.0 != Some(open.revision),
            problem: open.problem.as_deref(),
            place: self.place.as_ref(),
            library: self.library,
            text: &self.library.locale,
            theme: &self.theme,
        })
    }

    fn centre(&mut self, ui: &mut egui::Ui, out: &mut Vec<Command>) {
        // Taken out while the view borrows the rest.
        let mut pages = self.open.as_mut().map(|open| std::mem::take(&mut open.pages)).unwrap_or_default();
        let side = if ui.available_width() < theme::NARROW { 16 } else { 28 };
        // In a wide window all pages begin at one line, left of the middle, and not at the rail.
        let begin = match self.screen {
            Screen::Start => 0.0,
            _ => ((ui.available_width() - theme::WIDEST) / 2.0).floor().max(0.0),
        };
        let inner = Frame::NONE.inner_margin(Margin { left: side, right: side, top: 16, bottom: 20 });
        // The keys of a page are the page's while nothing lies over it.
        let free = self.overlay.is_none() && !egui::Popup::is_any_open(ui.ctx());
        let is_current = self.open.as_ref().is_some_and(|open| open.typeset == Some(open.revision));
        let focused = self.focused;
        // Each record begins at its top, and the list stays where it was.
        let record = self.shelf.decision().filter(|_| self.screen == Screen::Decisions).map(str::to_owned);
        let scrolled = |ui: &mut egui::Ui, salt: Screen, add: &mut dyn FnMut(&mut egui::Ui)| {
            let mut area = ScrollArea::vertical().id_salt((salt.key(), &record)).auto_shrink(false);
            if let Some(offset) = anchor::offset(ui) {
                area = area.vertical_scroll_offset(offset);
            }
            let area = area.show(ui, |ui| {
                let top = ui.cursor().top();
                let first = regions::count(ui);
                let mut place = ui.available_rect_before_wrap();
                place.min.x += begin;
                ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
                    inner.show(ui, |ui| {
                        ui.set_width(ui.available_width().min(salt.measure()));
                        add(ui);
                    });
                });
                if free {
                    regions::scroll(ui, first, focused);
                }
                top
            });
            anchor::hold(ui, &area.state, area.inner);
        };
        match (self.screen, self.view()) {
            (Screen::Start, _) => scrolled(ui, self.screen, &mut |ui| panels::start::ui(ui, self, out)),
            (Screen::Workshop, _) => scrolled(ui, self.screen, &mut |ui| panels::workshop::ui(ui, self, out)),
            (Screen::Settings, _) => scrolled(ui, self.screen, &mut |ui| panels::settings::ui(ui, self, out)),
            (Screen::Decisions, _) => {
                scrolled(ui, self.screen, &mut |ui| panels::decisions::ui(ui, self, out));
            }
            (Screen::HowGood, _) => scrolled(ui, self.screen, &mut |ui| panels::how_good::ui(ui, self, out)),
            (_, None) => {
                inner.show(ui, |ui| ui.label(self.problem().unwrap_or_default()));
            }
            (screen, Some(view)) => scrolled(ui, screen, &mut |ui| {
                panels::recovery::of_matter(ui, self, out);
                match screen {
                    Screen::Organisation => panels::organisation::ui(ui, &view, out),
                    Screen::Practices => panels::practices::ui(ui, &view, self.question.as_ref(), out),
                    Screen::Findings => panels::findings::ui(ui, &view, self.finding.as_ref(), out),
                    Screen::Comparables => panels::comparables::ui(ui, &view, out),
                    Screen::FineCalculation => panels::fine::ui(ui, &view, out),
                    Screen::Exposure => panels::exposure::ui(ui, &view, out),
                    Screen::Report => {
                        let wanted = &self.settings.wanted;
                        let stage = panels::report::Stage { exporting: self.exporting(), free, wanted, is_current };
                        panels::report::ui(ui, &view, &mut pages, stage, out);
                    }
                    Screen::Timeline => panels::timeline::ui(ui, &view, out),
                    Screen::Start | Screen::Decisions | Screen::Workshop | Screen::HowGood | Screen::Settings => {}
                }
            }),
        }
        if let Some(open) = &mut self.open {
            open.pages = pages;
        }
        self.question = self.question.take().filter(|_| self.screen == Screen::Practices && self.open.is_some());
        self.finding = self.finding.take().filter(|_| self.screen == Screen::Findings && self.open.is_some());
    }

    fn problem(&self) -> Option<&str> {
        self.open.as_ref()?.problem.as_deref()
    }

    /// What lies over the page: palette, trace, a question before leaving.
    fn over(&mut self, ui: &mut egui::Ui, out: &mut Vec<Command>) {
        let Some(mut overlay) = self.overlay.take() else { return };
        // Escape closes a menu before what the menu belongs to.
        let menu = egui::Popup::is_any_open(ui.ctx());
        if !menu && ui.ctx().input(|input| input.key_pressed(egui::Key::Escape)) {
            return;
        }
        let keep = match &mut overlay {
            Overlay::Palette(palette) => palette.ui(ui, self, out),
            Overlay::Trace(figure) => self.view().is_some_and(|view| panels::trace::ui(ui, &view, figure)),
            Overlay::Help(page) => panels::help::ui(ui, self, *page, out),
            Overlay::Provision(id) => panels::provision::ui(ui, self, id, out),
            Overlay::Explained(figure) => self.view().is_some_and(|view| panels::explain::ui(ui, &view, figure, out)),
            Overlay::Strip if ui.ctx().content_rect().width() >= theme::FOLD_STRIP => false,
            Overlay::Strip => self.view().is_some_and(|view| panels::strip::over(ui, &view, out)),
            Overlay::Unsaved(next) => panels::unsaved::ui(ui, self, next, out),
            Overlay::Conflict(conflict) => conflict.ui(ui, self, out),
            Overlay::Compare(comparison) => comparison.ui(ui, self, out),
            Overlay::DiscardKept(id) => panels::recovery::discard(ui, self, id, out),
            Overlay::Path(dialog) => dialog.ui(ui, self, out),
            Overlay::EndWorkshop(next) => panels::workshop::end(ui, self, next.as_deref(), out),
            Overlay::Told(what) => panels::recovery::told(ui, self, what),
        };
        if keep {
            self.overlay = Some(overlay);
        }
    }

    /// Opens the links followed in this frame, off the painting thread.
    fn follow_links(&mut self, ctx: &egui::Context) {
        let Some(opener) = self.opener.clone() else { return };
        for address in links::followed(ctx) {
            let opener = opener.clone();
            self.jobs.ask(ctx, move || links::open(&opener, address));
        }
    }

    /// Whether the keys of a command are taken now: under a dialog or the palette, undo
    /// belongs to the field that has the focus.
    fn takes(&self, command: &Command) -> bool {
        match command {
            Command::Undo | Command::Redo | Command::Find | Command::NextPart | Command::PreviousPart => {
                self.overlay.is_none()
            }
            // These reach the field itself.
            Command::Cut | Command::Copy | Command::Paste | Command::SelectAll => false,
            _ => true,
        }
    }

    /// Takes what the page asked for. Edits are of the matter that was drawn, so they are made
    /// at once, before any command can put another in its place or look at this one.
    fn hear(&mut self, ui: &egui::Ui, out: Vec<Command>) {
        for command in out {
            match command {
                Command::Edit(case_file) => self.edit(*case_file),
                other => self.commands.push(other),
            }
        }
        self.closing(ui);
        if !self.commands.is_empty() {
            turns::await_commands(ui.ctx());
            ui.ctx().request_repaint();
        }
    }

    /// The window is asked to close: not with unsaved changes, unless told so, nor before all
    /// that was typed and asked for until then is done.
    fn closing(&mut self, ui: &egui::Ui) {
        let asked = ui.ctx().input(|input| input.viewport().close_requested());
        // What is kept when the system ends the program needs no answer.
        if !asked || self.ending.load(Ordering::Relaxed) {
            return;
        }
        let ahead = turns::is_waiting(ui.ctx()) || !self.commands.is_empty();
        if self.jobs.is_running(Kind::Save) {
            // What is being written is finished first.
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.after_save = Some(Command::Quit);
        } else if ahead || !self.leaving && self.is_unsaved() {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::CancelClose);
            if turns::is_waiting(ui.ctx()) {
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
            } else {
                self.commands.push(Command::Quit);
            }
        }
    }
}

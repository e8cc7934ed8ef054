//! A workshop in the window: begun, led, kept and continued.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use egui::{ViewportBuilder, ViewportCommand, ViewportId};

use super::{App, Overlay, Screen};
use crate::analysis;
use crate::gui::jobs::{Kind, Outcome, Revision};
use crate::gui::notices::Of;
use crate::gui::workshop::{Plan, Room, Slide, Wish};
use crate::gui::{Command, NoticeKind, dialogs};
use crate::library::Library;
use crate::storage::{self, KeptWorkshop, WorkshopLeftover};
use crate::workshop::{self, Record, Session, SessionError, Setup, Truths};

impl App {
    /// The workshop that runs.
    pub fn room(&self) -> Option<&Room> {
        self.room.as_ref()
    }

    /// The session of the workshop that runs.
    pub fn session(&self) -> Option<&Session> {
        self.room.as_ref().map(|room| &room.session)
    }

    /// What one person has played alone.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Workshops that an earlier run left, the latest first.
    pub fn workshops_left(&self) -> &[WorkshopLeftover] {
        &self.workshops_left
    }

    pub(in crate::gui) fn wish(&mut self, ctx: &egui::Context, wish: Wish) {
        match wish {
            Wish::Open => self.open_workshop(ctx),
            Wish::Plan(plan) => self.plan = Some(*plan),
            Wish::Begin => self.begin_workshop(ctx),
            Wish::Continue(id) => self.continue_workshop(ctx, &id),
            Wish::Discard(id) => self.discard_workshop(&id),
            Wish::End => self.overlay = Some(Overlay::EndWorkshop(None)),
            Wish::EndNow(next) => self.end_workshop(next.map(|next| *next)),
            Wish::Handout(team) => self.ask_handout(ctx, team),
            Wish::HandoutTo(path, team) => self.write_handout(ctx, path, team),
            Wish::Save => {
                let (text, name) = (&self.library.locale, storage::session_file_name(self.today));
                self.jobs.ask(ctx, move || dialogs::save_workshop(text, name));
            }
            Wish::SaveTo(path) => self.save_workshop(ctx, path),
            wish => self.in_room(wish),
        }
    }

    fn open_workshop(&mut self, ctx: &egui::Context) {
        let text = &self.library.locale;
        if self.room.is_none() && self.plan.is_none() {
            self.plan = Some(Plan::proposed(text.t("workshop.title_proposed"), text.t("workshop.team_names")));
        }
        self.show(ctx, Screen::Workshop);
    }

    fn begin_workshop(&mut self, ctx: &egui::Context) {
        let Some(plan) = self.plan.clone() else { return };
        let whole = self.whole();
        let find = |id: &String| whole.packs.iter().map(|shipped| &shipped.pack).find(|pack| pack.id == *id);
        let packs = plan.packs.iter().filter_map(find).collect();
        let mut teams = plan.teams.clone();
        if plan.alone {
            teams = vec![workshop::Team::proposed(0, self.library.locale.t("workshop.alone_team"))];
        }
        let setup = Setup { title: plan.title.trim().to_owned(), packs, teams };
        match if plan.alone { Session::alone(setup) } else { Session::new(setup) } {
            Ok(session) => {
                self.plan = None;
                self.enter_room(ctx, session);
            }
            Err(error) => self.plan = Some(Plan { problem: Some(error.to_string()), ..plan }),
        }
    }

    /// A session takes the place of the matter; nothing shows what it must not.
    fn enter_room(&mut self, ctx: &egui::Context, session: Session) {
        self.leave();
        self.overlay = None;
        self.notices.clear();
        ctx.data_mut(egui::util::IdTypeMap::clear);
        let mut truths = Truths::new();
        let whole = self.whole();
        for scenario in session.scenarios() {
            let Some(shipped) = whole.packs.iter().find(|shipped| shipped.pack.id == scenario.pack) else { continue };
            match analysis::truth(whole, &shipped.pack) {
                Ok(truth) => truths.insert(scenario.pack.clone(), truth),
                Err(error) => self.notices.error(error.to_string()),
            }
        }
        self.clear_shelf();
        self.room = Some(Room::new(session, truths));
        self.shelter();
        self.show(ctx, Screen::Workshop);
    }

    /// All data in the language shown, with what a workshop keeps back.
    fn whole(&self) -> &'static Library {
        let language = &self.library.locale.language;
        let known = std::iter::once(self.data).chain(self.spoken.iter().copied());
        known.into_iter().find(|library| library.locale.language == *language).unwrap_or(self.data)
    }

    /// While a workshop runs, the decisions behind it are in nothing that is shown.
    pub(super) fn shelter(&mut self) {
        let whole = self.whole();
        let Some(room) = &self.room else {
            self.library = whole;
            return;
        };
        let packs: Vec<String> = room.session.scenarios().iter().map(|scenario| scenario.pack.clone()).collect();
        let key = (whole.locale.language.clone(), packs);
        if let Some((_, library)) = self.sheltered.iter().find(|(known, _)| *known == key) {
            self.library = library;
            return;
        }
        let ids: Vec<&str> = key.1.iter().map(String::as_str).collect();
        let library: &'static Library = Box::leak(Box::new(whole.without_decisions_of(&ids)));
        self.sheltered.push((key, library));
        self.library = library;
    }

    fn in_room(&mut self, wish: Wish) {
        let today = self.today;
        let field = self.field;
        let Some(room) = &mut self.room else { return };
        if matches!(wish, Wish::Typed(..)) {
            room.typed_in = field;
        }
        let before = room.session.reached();
        room.problem = None;
        room.waits_for.clear();
        match room.carry_out(wish) {
            Ok(()) => {}
            Err(SessionError::Open(teams)) => room.waits_for = teams,
            Err(error) => room.problem = Some(error.to_string()),
        }
        room.changed();
        let reached = room.session.reached();
        let shown = reached.scenario().filter(|at| reached.is_past_decision(*at) && !before.is_past_decision(*at));
        let Some(played) = shown.and_then(|at| room.session.played(at, today, room.truths())) else { return };
        if self.record.add(played)
            && let Some(keeper) = &self.keeper
            && let Err(error) = storage::save_record(keeper.state(), &self.record)
        {
            self.notices.error(error.to_string());
        }
    }

    /// Enters what was typed once its field is left.
    pub(super) fn enter_typed(&mut self) {
        let field = self.field;
        let left = |room: &&mut Room| room.typed.is_some() && (field.is_none() || room.typed_in != field);
        if let Some(room) = self.room.as_mut().filter(left)
            && room.problem.is_none()
        {
            room.problem = room.settle().err().map(|error| error.to_string());
            room.changed();
        }
    }

    fn end_workshop(&mut self, next: Option<Command>) {
        self.overlay = None;
        let Some(room) = self.room.take() else { return };
        if let Some(keeper) = &self.keeper {
            keeper.forget_workshop(&room.kept.0);
        }
        self.shelter();
        self.clear_shelf();
        self.screen = Screen::Start;
        self.commands.extend(next);
    }

    fn continue_workshop(&mut self, ctx: &egui::Context, id: &str) {
        let Some(at) = self.workshops_left.iter().position(|left| left.id() == id) else { return };
        let left = self.workshops_left.remove(at);
        let KeptWorkshop { changed, mut session, typed } = left.kept.clone();
        if session.timer().is_some() {
            // The time of the round stood still while nobody was there.
            let then = jiff::ZonedDateTime::new(changed, jiff::tz::TimeZone::system()).datetime();
            let _ = session.apply(workshop::Command::Pause { at: then });
        }
        self.enter_room(ctx, session);
        if let (Some(room), Some(keeper)) = (&mut self.room, &self.keeper) {
            if let Some((team, estimate)) = typed {
                room.turn = Some(team);
                room.typed = Some(estimate);
            }
            keeper.take_over_workshop(left, &room.kept.0);
        }
    }

    fn discard_workshop(&mut self, id: &str) {
        if let Some(at) = self.workshops_left.iter().position(|left| left.id() == id) {
            self.workshops_left.remove(at).discard();
        }
    }

    /// Keeps the workshop where it changed.
    pub(super) fn keep_workshop(&mut self) {
        let (Some(room), Some(keeper)) = (&mut self.room, &self.keeper) else { return };
        if room.kept.1 != Some(room.revision) {
            room.kept.1 = Some(room.revision);
            keeper.keep_workshop(&room.kept.0, room.to_keep());
        }
    }

    fn save_workshop(&mut self, ctx: &egui::Context, path: std::path::PathBuf) {
        let Some(room) = &self.room else { return };
        let session = room.session.clone();
        self.jobs.run(ctx, Kind::Export, Revision::next(), move || {
            storage::save_session(&path, &session)?;
            Ok(Outcome::Exported(vec![path]))
        });
    }

    fn ask_handout(&mut self, ctx: &egui::Context, team: Option<usize>) {
        let Some(room) = &self.room else { return };
        let name = team.and_then(|team| room.session.teams().get(team)).map(|team| dialogs::slug(&team.name));
        let name = name.map_or_else(String::new, |name| format!("-{name}"));
        let name = format!("workshop-{}{name}.pdf", self.today);
        let text = &self.library.locale;
        self.jobs.ask(ctx, move || dialogs::handout(text, name, team));
    }

    fn write_handout(&mut self, ctx: &egui::Context, path: std::path::PathBuf, team: Option<usize>) {
        let Some(room) = &self.room else { return };
        let words = self.library.locale.t("message.exporting");
        self.notices.outcome(Of::Job(Kind::Export), NoticeKind::Progress, words);
        let (session, truths) = (room.session.clone(), room.truths().clone());
        let (library, day) = (self.whole(), self.today);
        self.jobs.run(ctx, Kind::Export, Revision::next(), move || {
            crate::gui::jobs::write_handout(&path, &session, &truths, library, team, day)?;
            Ok(Outcome::Exported(vec![path]))
        });
    }

    /// The projector's window, beside the trainer's.
    pub(super) fn project(&mut self, ctx: &egui::Context) {
        let (theme, library) = (self.theme.clone(), self.library);
        let Some(room) = &mut self.room else { return };
        let (slide, is_new) = room.slide(&theme, library);
        if room.was_closed() {
            room.projects = false;
        }
        // Where windows are embedded, a second one would lie over the first.
        if !room.projects || ctx.embed_viewports() {
            return;
        }
        let id = ViewportId::from_hash_of("projector");
        let title = library.locale.t("workshop.projector_title");
        let mut builder = ViewportBuilder::default()
            .with_title(title)
            .with_app_id("amende")
            .with_inner_size([1280.0, 720.0])
            .with_min_inner_size([640.0, 360.0]);
        if let Some(place) = room.opened_at {
            builder = builder.with_position(place.min).with_inner_size(place.size());
        }
        ctx.show_viewport_deferred(id, builder, move |ui, _| {
            slide.note_place(ui.ctx());
            if ui.input(|input| input.viewport().close_requested()) {
                slide.closed.store(true, Ordering::Relaxed);
                ui.ctx().request_repaint_of(ViewportId::ROOT);
            }
            if ui.input(|input| input.key_pressed(egui::Key::F11)) {
                let full = !slide.full.fetch_xor(true, Ordering::Relaxed);
                ui.ctx().send_viewport_cmd(ViewportCommand::Fullscreen(full));
            }
            slide.ui(ui);
        });
        if is_new {
            ctx.request_repaint_of(id);
        }
    }

    /// What the projector's window shows; `None` where no workshop runs.
    pub fn slide(&mut self) -> Option<Arc<Slide>> {
        let (theme, library) = (self.theme.clone(), self.library);
        Some(self.room.as_mut()?.slide(&theme, library).0)
    }

    /// Whether a command would open something in the place of the workshop.
    pub(in crate::gui) fn would_end_workshop(&self, command: &Command) -> bool {
        let opens = matches!(
            command,
            Command::New | Command::Open | Command::OpenPreset(_) | Command::OpenPath(_) | Command::Recover(_)
        );
        opens && self.room.is_some()
    }
}

/// The title of the window while a workshop runs: nothing of its scenarios.
pub(super) fn title(app: &App) -> Option<String> {
    app.room.as_ref()?;
    let text = &app.library.locale;
    Some(text.fill("window.unchanged", &[("name", text.t("screen.workshop"))]))
}

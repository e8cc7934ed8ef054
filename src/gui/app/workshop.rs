//! A workshop in the window: begun, led, kept and continued.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use egui::{ViewportBuilder, ViewportCommand, ViewportId};

use super::{App, Overlay, Screen};
use crate::analysis;
use crate::gui::jobs::Revision;
use crate::gui::workshop::{Plan, Room, Slide, Wish};
use crate::gui::{Command, widgets};
use crate::library::Library;
use crate::storage::{self, KeptWorkshop, WorkshopLeftover};
use crate::workshop::{self, Pack, Record, Session, SessionError, Setup, Truths};

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
            Wish::Plan(plan) => {
                self.plan = Some(*plan);
                self.shelter();
            }
            Wish::Begin => self.begin_workshop(ctx),
            Wish::Continue(id) => self.continue_workshop(ctx, &id),
            Wish::Discard(id) => self.ask_discard(id),
            Wish::End if !self.is_sheltered() || self.room.as_ref().is_some_and(Room::is_saved) => {
                self.end_workshop(None);
            }
            Wish::End => self.overlay = Some(Overlay::EndWorkshop(None)),
            Wish::EndNow(next) => self.end_workshop(next.map(|next| *next)),
            Wish::Handout(team) => self.ask_handout(ctx, team),
            Wish::HandoutTo(path, team) => self.write_handout(ctx, path, team),
            Wish::Pack => self.ask_pack(ctx),
            Wish::PackTo(path) => self.write_pack(ctx, path),
            Wish::Own(wish) => self.pack_wish(ctx, wish),
            Wish::Results => self.ask_results(ctx),
            Wish::ResultsTo(path) => self.write_results(ctx, path),
            Wish::Save => self.ask_workshop(ctx),
            Wish::SaveTo(path) => self.save_workshop(ctx, path),
            wish => {
                let lays_open = matches!(wish, Wish::Turn(Some(_)) | Wish::Reopen(_));
                self.in_room(wish);
                if let Some(place) = self.room.as_ref().and_then(Room::first_field).filter(|_| lays_open) {
                    widgets::field::open(ctx, place);
                }
            }
        }
    }

    fn open_workshop(&mut self, ctx: &egui::Context) {
        let text = &self.library.locale;
        if self.room.is_none() && self.plan.is_none() {
            self.plan = Some(Plan::proposed(text.t("workshop.title_proposed"), text.t("workshop.team_names")));
        }
        // The matter may be the one a scenario was made from: nothing of it is shown beside.
        if self.open.is_some() {
            self.leave();
            self.notices.clear();
            ctx.data_mut(egui::util::IdTypeMap::clear);
        }
        self.show(ctx, Screen::Workshop);
    }

    fn begin_workshop(&mut self, ctx: &egui::Context) {
        let Some(plan) = self.plan.clone() else { return };
        let find = |id: &String| self.packs().find(|pack| pack.id == *id);
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
    pub(super) fn enter_room(&mut self, ctx: &egui::Context, session: Session) {
        self.leave();
        self.overlay = None;
        self.notices.clear();
        ctx.data_mut(egui::util::IdTypeMap::clear);
        let mut truths = Truths::new();
        let whole = self.whole();
        let mut failed = Vec::new();
        for scenario in session.scenarios() {
            let Some(pack) = self.packs().find(|pack| pack.id == scenario.pack) else { continue };
            match analysis::truth(whole, pack) {
                Ok(truth) => truths.insert(scenario.pack.clone(), truth),
                Err(error) => failed.push(error.to_string()),
            }
        }
        for error in failed {
            self.notices.error(error);
        }
        self.clear_shelf();
        self.room = Some(Room::new(session, truths));
        self.shelter();
        self.show(ctx, Screen::Workshop);
    }

    /// All data in the language shown, with what a workshop keeps back.
    pub(super) fn whole(&self) -> &'static Library {
        let language = &self.library.locale.language;
        let known = std::iter::once(self.data).chain(self.spoken.iter().copied());
        known.into_iter().find(|library| library.locale.language == *language).unwrap_or(self.data)
    }

    /// Whether something is kept back: a workshop runs, or scenarios of one are chosen.
    pub fn is_sheltered(&self) -> bool {
        self.room.is_some() || self.plan.as_ref().is_some_and(|plan| !plan.packs.is_empty())
    }

    /// The packs whose decisions are kept back. While one is chosen, those of all: which are
    /// left out says nothing then, and going through the list makes no more than one library.
    fn kept_back(&self) -> Vec<&Pack> {
        let plays = |pack: &&Pack| {
            let room = self.room.as_ref();
            room.is_none_or(|room| room.session.scenarios().iter().any(|scenario| scenario.pack == pack.id))
        };
        self.packs().filter(plays).collect()
    }

    /// While a workshop is set up or runs, the decisions behind it are in nothing that is shown.
    pub(super) fn shelter(&mut self) {
        let whole = self.whole();
        if !self.is_sheltered() {
            self.library = whole;
            self.covered = None;
            return;
        }
        if self.covered.is_none() {
            self.covered = Some(Revision::next());
            self.notices.clear();
            self.clear_shelf();
        }
        let kept_back = self.kept_back();
        let ids = kept_back.iter().map(|pack| pack.id.clone());
        // A pack of one's own may have been opened anew as another.
        let ids = ids.chain([self.own_packs.changes.to_string()]);
        let key = (whole.locale.language.clone(), ids.collect());
        if let Some((_, library)) = self.sheltered.iter().find(|(known, _)| *known == key) {
            self.library = library;
            return;
        }
        let library: &'static Library = Box::leak(Box::new(whole.without_decisions_of(&kept_back)));
        self.sheltered.push((key, library));
        self.library = library;
    }

    /// Whether work was begun before something had to be kept back: its end may name it.
    pub(super) fn is_uncovered(&self, begun: Revision) -> bool {
        self.covered.is_some_and(|since| begun < since)
    }

    /// Whether a command would open something in the place of a workshop.
    pub(in crate::gui) fn would_end_workshop(&self, command: &Command) -> bool {
        let opens = matches!(
            command,
            Command::New | Command::Open | Command::OpenPreset(_) | Command::OpenPath(_) | Command::Recover(_)
        );
        opens && self.is_sheltered()
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
        if let (Some(room), Some(keeper)) = (&self.room, &self.keeper) {
            keeper.forget::<KeptWorkshop>(&room.kept.0);
        }
        if self.room.take().is_none() {
            self.plan = None;
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
            keeper.take_over(left, &room.kept.0);
        }
    }

    pub(super) fn discard_workshop(&mut self, id: &str) {
        if let Some(at) = self.workshops_left.iter().position(|left| left.id() == id) {
            self.workshops_left.remove(at).discard();
        }
    }

    /// Keeps the workshop where it changed.
    pub(super) fn keep_workshop(&mut self) {
        let (Some(room), Some(keeper)) = (&mut self.room, &self.keeper) else { return };
        if room.kept.1 != Some(room.revision) {
            room.kept.1 = Some(room.revision);
            keeper.keep(&room.kept.0, room.to_keep());
        }
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
}

/// The title of the window while a workshop is set up or runs: nothing of its scenarios.
pub(super) fn title(app: &App) -> Option<String> {
    if !app.is_sheltered() {
        return None;
    }
    let text = &app.library.locale;
    Some(text.fill("window.unchanged", &[("name", text.t("screen.workshop"))]))
}

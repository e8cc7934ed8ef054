//! A workshop in the window: how it is set up, how it stands, and what the projector gets.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use jiff::civil::DateTime;

pub use super::own_packs::PackWish;
use super::theme::Theme;
use crate::library::Library;
use crate::storage::KeptWorkshop;
use crate::workshop::{Estimate, Scenario, Session, Shown, Team, Timer, Truth, Truths};

/// A wish about a workshop. The clock is read where it is carried out.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// Show the workshop, or how one is set up.
    Open,
    /// The set-up as it was edited.
    Plan(Box<Plan>),
    /// Begin as it was set up.
    Begin,
    /// To the next stage; with `true` although teams are open.
    Next(bool),
    /// To the stage before.
    Back,
    /// Do not go on while teams are open.
    Wait,
    /// Lay the entry of a team open and cover the others; `None` covers all.
    Turn(Option<usize>),
    /// What is typed for the team whose entry lies open; with `true` it is entered.
    Typed(Box<Estimate>, bool),
    /// Lock that team.
    Lock,
    /// Open a locked team again.
    Reopen(usize),
    /// Take the last entry of the round back.
    Undo,
    /// Stop the timer, or let it run on.
    Pause,
    /// So many seconds more.
    Extend(i64),
    /// Show the projector's window, or close it.
    Project(bool),
    /// What the projector shows.
    Mode(Mode),
    /// Begin to put a locked entry right.
    Correct(usize),
    /// Put it right: what should have been entered, and why.
    Corrected(Box<Correcting>),
    /// The correction as it is typed; `None`: leave everything as it is.
    Correcting(Option<Box<Correcting>>),
    /// Ask where, and write the hand-out: of all, or of one team.
    Handout(Option<usize>),
    /// Write it here.
    HandoutTo(PathBuf, Option<usize>),
    /// Ask where, and save the session.
    Save,
    /// Save it here.
    SaveTo(PathBuf),
    /// Ask where, and write estimates and points.
    Results,
    /// Write them here.
    ResultsTo(PathBuf),
    /// Ask where, and begin a pack from the matter.
    Pack,
    /// Begin it here.
    PackTo(PathBuf),
    /// About the packs of one's own.
    Own(PackWish),
    /// Ask whether the workshop is to end.
    End,
    /// End it, and go on with this.
    EndNow(Option<Box<super::Command>>),
    /// Go on with what an earlier run left.
    Continue(String),
    /// Give that up.
    Discard(String),
}

impl Wish {
    /// The key of its name; `None` for those only panels send.
    pub(super) fn key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Open => "command.workshop",
            Self::Next(false) => "command.workshop_next",
            Self::Pause => "command.workshop_pause",
            Self::Project(true) => "command.workshop_project",
            Self::Mode(Mode::Live) => "command.workshop_live",
            Self::Mode(Mode::Hold) => "command.workshop_hold",
            Self::Mode(Mode::Blank) => "command.workshop_blank",
            Self::Handout(None) => "command.workshop_handout",
            Self::Pack => "command.workshop_pack",
            Self::Results => "command.workshop_results",
            Self::Save => "command.workshop_save",
            Self::End => "command.workshop_end",
            _ => return None,
        })
    }

    /// Whether it is about a workshop that runs.
    pub(super) fn needs_room(&self) -> bool {
        !matches!(
            self,
            Self::Open
                | Self::Plan(_)
                | Self::Begin
                | Self::Continue(_)
                | Self::Discard(_)
                | Self::Pack
                | Self::PackTo(_)
                | Self::Own(_)
        )
    }
}

/// What the projector shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The present stage.
    #[default]
    Live,
    /// What it showed when it was held.
    Hold,
    /// Nothing.
    Blank,
}

/// How a workshop is set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// For one person, not for a room.
    pub alone: bool,
    /// What it is called.
    pub title: String,
    /// The packs by id, in order.
    pub packs: Vec<String>,
    /// The teams.
    pub teams: Vec<Team>,
    /// Why it cannot begin so, as it was told when it was tried.
    pub problem: Option<String>,
}

impl Plan {
    /// Four teams of these names and no pack yet.
    pub(super) fn proposed(title: &str, names: &str) -> Self {
        const TEAMS: usize = 4;
        let teams = names.split(',').take(TEAMS).enumerate().map(|(at, name)| Team::proposed(at, name.trim()));
        Self { alone: false, title: title.to_owned(), packs: Vec::new(), teams: teams.collect(), problem: None }
    }
}

/// An entry that is put right after its round.
#[derive(Debug, Clone, PartialEq)]
pub struct Correcting {
    /// The scenario's place.
    pub scenario: usize,
    /// The round's place.
    pub round: usize,
    /// The team's place.
    pub team: usize,
    /// What should have been entered.
    pub estimate: Estimate,
    /// Why.
    pub reason: String,
}

/// The place of a window, noted by itself.
type Place = Arc<Mutex<Option<egui::Rect>>>;

/// What the projector's window gets: a session and its truths, of which it reads what the
/// stage shows and nothing else.
pub struct Slide {
    session: Session,
    truths: Arc<Truths>,
    pub(super) theme: Theme,
    pub(super) library: &'static Library,
    /// Nothing is shown.
    pub(super) is_blank: bool,
    /// The window was closed by its own button.
    pub(super) closed: Arc<AtomicBool>,
    /// The window is to cover its whole screen, or not any more.
    pub(super) full: Arc<AtomicBool>,
    /// Where the window is: there it is opened again.
    pub(super) place: Place,
}

impl Slide {
    /// Paints the projector's window.
    pub fn ui(&self, ui: &mut egui::Ui) {
        super::panels::projector::ui(ui, self, now());
    }

    /// Notes where the window is, once a frame.
    pub(super) fn note_place(&self, ctx: &egui::Context) {
        let place = ctx.input(|input| {
            let viewport = input.viewport();
            let (outer, inner) = (viewport.outer_rect?, viewport.inner_rect?);
            Some(egui::Rect::from_min_size(outer.min, inner.size()))
        });
        if place.is_some() {
            *self.place.lock().unwrap_or_else(PoisonError::into_inner) = place;
        }
    }

    /// What may be shown.
    pub(super) fn shown(&self) -> Shown<'_> {
        self.session.shown(&self.truths)
    }

    /// The time of the round, and how many seconds the round was given.
    pub(super) fn timer(&self) -> Option<(Timer, i64)> {
        let whole = self.session.round().map_or(0, |round| i64::from(round.minutes) * 60);
        self.session.timer().map(|timer| (timer, whole))
    }
}

/// A workshop that runs in the window.
pub struct Room {
    /// Which of this run: what is typed belongs to one.
    pub(super) number: u64,
    /// As it stands.
    pub(super) session: Session,
    truths: Arc<Truths>,
    /// The team whose entry lies open.
    pub(super) turn: Option<usize>,
    /// What is typed for it and not yet entered.
    pub(super) typed: Option<Estimate>,
    /// The field or slider in which it is typed: another one begins another entry.
    pub(super) typed_in: Option<egui::Id>,
    /// Why the last wish was refused.
    pub(super) problem: Option<String>,
    /// Teams still open when the next stage was asked for.
    pub(super) waits_for: Vec<String>,
    /// The entry that is being put right.
    pub(super) correcting: Option<Correcting>,
    /// The projector's window is there.
    pub(super) projects: bool,
    /// What it shows.
    pub(super) mode: Mode,
    /// What the projector got last, and the state it is of.
    slide: Option<(u64, Arc<Slide>)>,
    /// What is there is not what was there before.
    pub(super) revision: u64,
    /// The name it is kept under, which says nothing of it, and the state kept last.
    pub(super) kept: (String, Option<u64>),
    /// Where it was saved or opened last, as it was then.
    pub(super) saved: Option<(PathBuf, Session)>,
    closed: Arc<AtomicBool>,
    full: Arc<AtomicBool>,
    place: Place,
    /// Where the projector's window was when it was opened.
    pub(super) opened_at: Option<egui::Rect>,
}

impl Room {
    pub(super) fn new(session: Session, truths: Truths) -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        let number = LAST.fetch_add(1, Ordering::Relaxed);
        Self {
            // Matters count from the other end.
            number: u64::MAX - number,
            session,
            truths: Arc::new(truths),
            turn: None,
            typed: None,
            typed_in: None,
            problem: None,
            waits_for: Vec::new(),
            correcting: None,
            projects: false,
            mode: Mode::Live,
            slide: None,
            revision: 0,
            kept: (format!("workshop-{number}"), None),
            saved: None,
            closed: Arc::default(),
            full: Arc::default(),
            place: Arc::default(),
            opened_at: None,
        }
    }

    /// Where it was saved or opened last.
    pub(super) fn path(&self) -> Option<&Path> {
        self.saved.as_ref().map(|(path, _)| path.as_path())
    }

    /// Whether its file has all of it.
    pub(super) fn is_saved(&self) -> bool {
        self.typed.is_none() && self.saved.as_ref().is_some_and(|(_, saved)| *saved == self.session)
    }

    /// What may be shown now.
    pub(super) fn shown(&self) -> Shown<'_> {
        self.session.shown(&self.truths)
    }

    pub(super) fn truths(&self) -> &Arc<Truths> {
        &self.truths
    }

    /// Takes the truth of a scenario whose pack was not at hand when the workshop was opened.
    pub(super) fn learn(&mut self, pack: &str, truth: Truth) {
        Arc::make_mut(&mut self.truths).insert(pack, truth);
        self.changed();
    }

    /// The scenarios whose packs are not at hand: nothing can be revealed of them.
    pub(super) fn lacking(&self) -> impl Iterator<Item = &Scenario> {
        self.session.scenarios().iter().filter(|scenario| !self.truths.has(&scenario.pack))
    }

    /// The entry that lies open, as typed or as entered.
    pub(super) fn estimate(&self, team: usize) -> Estimate {
        let typed = self.typed.clone().filter(|_| self.turn == Some(team));
        typed.or_else(|| self.entered(team).map(|entry| entry.estimate.clone())).unwrap_or_default()
    }

    /// The entry of a team in the present round.
    pub(super) fn entered(&self, team: usize) -> Option<&crate::workshop::Entry> {
        use crate::workshop::{Part, Stage};
        let Stage::Scenario { scenario, part: Part::Round { round, .. } } = self.session.stage() else { return None };
        self.session.entry(scenario, round, team)
    }

    /// The place of what is typed for a team in the present round.
    pub(super) fn place_of(&self, team: usize) -> String {
        use crate::workshop::{Part, Stage};
        match self.session.stage() {
            Stage::Scenario { scenario, part: Part::Round { round, .. } } => {
                format!("workshop/{scenario}/{round}/{team}")
            }
            _ => format!("workshop/{team}"),
        }
    }

    /// The field in which the entry that lies open begins.
    pub(super) fn first_field(&self) -> Option<String> {
        Some(format!("{}/room.low", self.place_of(self.turn?)))
    }

    /// As it is kept.
    pub(super) fn to_keep(&self) -> KeptWorkshop {
        let typed = self.turn.zip(self.typed.clone());
        KeptWorkshop { changed: Timestamp::now(), session: self.session.clone(), typed }
    }

    /// Says that something is not as before.
    pub(super) fn changed(&mut self) {
        self.revision += 1;
    }

    /// What the projector shows, made anew where something changed and it is not held.
    pub(super) fn slide(&mut self, theme: &Theme, library: &'static Library) -> (Arc<Slide>, bool) {
        if let Some((revision, slide)) = &self.slide {
            let same = *revision == self.revision && slide.theme == *theme && std::ptr::eq(slide.library, library);
            let held = self.mode == Mode::Hold && !slide.is_blank;
            if same && slide.is_blank == (self.mode == Mode::Blank) || held {
                return (slide.clone(), false);
            }
        }
        let slide = Arc::new(Slide {
            session: self.session.clone(),
            truths: self.truths.clone(),
            theme: theme.clone(),
            library,
            is_blank: self.mode == Mode::Blank,
            closed: self.closed.clone(),
            full: self.full.clone(),
            place: self.place.clone(),
        });
        self.slide = Some((self.revision, slide.clone()));
        (slide, true)
    }

    /// What the projector got last.
    pub(super) fn last_slide(&self) -> Option<&Slide> {
        self.slide.as_ref().map(|(_, slide)| slide.as_ref())
    }

    /// The projector's window is opened where it was last, or closed.
    pub(super) fn project(&mut self, is_shown: bool) {
        self.opened_at = *self.place.lock().unwrap_or_else(PoisonError::into_inner);
        self.projects = is_shown;
    }

    /// Whether the projector's window was closed by its own button since this was asked.
    pub(super) fn was_closed(&self) -> bool {
        self.closed.swap(false, Ordering::Relaxed)
    }
}

/// Now, by the clock of the room.
pub(super) fn now() -> DateTime {
    jiff::ZonedDateTime::now().datetime()
}

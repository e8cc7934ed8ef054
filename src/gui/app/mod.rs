//! The state of the window.

pub(super) mod anchor;
mod change;
mod desktop;
mod edit;
mod field_menu;
mod files;
mod history;
mod keep;
mod language;
mod logic;
mod own;
mod packs;
mod recent;
pub(super) mod regions;
pub(super) mod report;
mod room;
mod sessions;
mod settings;
mod shelf;
mod style;
mod ui;
mod workshop;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use jiff::civil::Date;

use super::command::{Explained, HelpPage};
use super::jobs::{Jobs, Revision};
use super::keeper::Keeper;
use super::manner::Progress;
use super::panels::{Comparison, Conflict, Palette, PathDialog, ReportPages};
use super::workshop::{Plan, Room};
use super::{Command, Notices, Screen, links::Opener, theme::Theme};
use crate::analysis::{Analysis, Beside, DEFAULT_SEED, Relevance, Terms};
use crate::exposure::ExposureDistribution;
use crate::facts::CaseFile;
use crate::headline::Headline;
use crate::library::{Library, Problem};
use crate::report::{Look, PreparedBy};
use crate::storage::{Claim, Leftover, Stamp, Unread, WorkshopLeftover};
use crate::workshop::Record;

pub use change::{Change, Place};
pub(super) use files::SavedAs;
pub use history::History;
pub(super) use keep::Keeping;
pub use recent::Recent;
use regions::Regions;
pub(super) use settings::Settings;

/// A matter in the window.
pub(super) struct Open {
    /// Which matter of this run it is: what was typed belongs to one.
    pub(super) number: u64,
    pub(super) case_file: CaseFile,
    /// Where it is saved; `None` for a new or a shipped matter.
    pub(super) path: Option<PathBuf>,
    /// What its file was like when it was last saved or opened.
    pub(super) stamp: Option<Stamp>,
    /// That this window has the file.
    pub(super) claim: Option<Claim>,
    /// As it was when last saved or opened; `None` where it is recovered and not saved since.
    pub(super) saved: Option<CaseFile>,
    /// How it is kept while it is not saved.
    pub(super) keeping: Keeping,
    pub(super) history: History,
    /// Of this state and no other in the run, so that late results are recognised.
    pub(super) revision: Revision,
    pub(super) analysis: Option<Analysis<'static>>,
    /// Why there is none.
    pub(super) problem: Option<String>,
    pub(super) analysed: Option<Revision>,
    /// The fine by every method, with the revision it belongs to.
    pub(super) beside: (Option<Revision>, Vec<Beside<'static>>),
    /// What hangs on each open question, with the revision it belongs to.
    pub(super) relevance: (Option<Revision>, Vec<Relevance>),
    pub(super) exposure: Option<ExposureDistribution>,
    pub(super) headline: Option<Headline>,
    pub(super) simulated: Option<Revision>,
    pub(super) pages: ReportPages,
    pub(super) typeset: Option<Revision>,
    /// What an earlier run left of its file, by its id.
    pub(super) left: Option<String>,
}

/// What lies over the page.
pub(super) enum Overlay {
    Palette(Palette),
    Trace(String),
    Help(HelpPage),
    Provision(String),
    Explained(Explained),
    /// The whole strip, where it is folded away.
    Strip,
    /// A matter with unsaved changes is about to be left for this.
    Unsaved(Box<Command>),
    /// The matter's file was written by somebody else.
    Conflict(Box<Conflict>),
    /// What was kept beside what the file says.
    Compare(Box<Comparison>),
    /// What was kept is about to be given up.
    DiscardKept(String),
    /// The program's own dialog for a path.
    Path(Box<PathDialog>),
    /// The workshop is about to end, perhaps for this.
    EndWorkshop(Option<Box<Command>>),
    /// Something that must be known before going on.
    Told(String),
}

/// The program in its window.
pub struct App {
    /// All data in the language shown.
    pub(super) library: &'static Library,
    /// The same in the language of the data.
    data: &'static Library,
    /// As it was loaded: without decisions of the user's own.
    shipped: &'static Library,
    /// Other languages shown in this run.
    spoken: Vec<&'static Library>,
    pub(super) today: Date,
    pub(super) theme: Theme,
    pub(super) settings: Settings,
    /// As they were written last.
    pub(super) written: Option<Settings>,
    pub(super) screen: Screen,
    pub(super) open: Option<Open>,
    pub(super) overlay: Option<Overlay>,
    pub(super) shelf: super::shelf::Shelf,
    /// The user's own decisions.
    pub(super) own: super::own::Own,
    pub(super) question: Option<(String, String)>,
    /// The finding to bring into view, by operation and rule.
    pub(super) finding: Option<(String, String)>,
    /// The place on the page to bring into view.
    pub(super) place: Option<Place>,
    pub(super) notices: Notices,
    /// The text field with the focus or the control being dragged, at the end of the last frame.
    pub(super) field: Option<egui::Id>,
    /// The field that cut, copy and paste are for.
    pub(super) target: Option<egui::Id>,
    /// What is selected in it.
    pub(super) selection: Option<egui::text::CCursorRange>,
    /// What stands in fields and cannot be read, at the end of the last frame: no saving keeps it.
    pub(super) unread: Vec<Unread>,
    /// What such a field gets in the next frame.
    pub(super) typed: Vec<egui::Event>,
    pub(super) regions: Regions,
    /// What had the focus at the end of the last frame.
    pub(super) focused: Option<egui::Id>,
    /// What opens links; without one they are left to the window system.
    pub(super) opener: Option<Opener>,
    /// What reports look like, made of the house style.
    pub(super) look: Look,
    /// Why the house style cannot be followed, if it cannot.
    pub(super) style_problem: Option<String>,
    /// How often what reports hold or look like was changed, and as of which of these the pages
    /// under way are.
    pub(super) looks: u64,
    pub(super) typesetting: u64,
    /// How far the report being written has come.
    pub(super) progress: Option<Progress>,
    /// Recent files that are not there.
    pub(super) vanished: Vec<PathBuf>,
    pub(super) looked: bool,
    /// The title last told to the window system.
    pub(super) titled: Option<String>,
    /// How often the window's place was looked at.
    pub(super) placed: u8,
    pub(super) jobs: Jobs,
    pub(super) commands: Vec<Command>,
    /// Where set, commands of keys are noted here and not carried out: for tests.
    pub(super) heard: Option<Vec<Command>>,
    /// The window is to close although there are unsaved changes.
    pub(super) leaving: bool,
    /// Keeps unsaved work; `None` where nothing is kept, as in tests.
    pub(super) keeper: Option<Keeper>,
    /// What earlier runs left: matters and workshops.
    pub(super) leftovers: Vec<Leftover>,
    pub(super) workshops_left: Vec<WorkshopLeftover>,
    /// The workshop that runs.
    pub(super) room: Option<Room>,
    /// How the next one is set up.
    pub(super) plan: Option<Plan>,
    /// What one person has played alone.
    pub(super) record: Record,
    /// Packs of one's own.
    pub(super) own_packs: super::own_packs::OwnPacks,
    /// The data shown in workshops, by language and packs.
    sheltered: Vec<((String, Vec<String>), &'static Library)>,
    /// Since when something is kept back: what was begun before may name it.
    covered: Option<Revision>,
    /// When a state was kept last, in seconds of the window's clock.
    pub(super) kept_at: f64,
    /// The system wants the program to end.
    pub(super) ending: Arc<AtomicBool>,
    /// What is to be done once the matter is saved.
    pub(super) after_save: Option<Command>,
    pub(super) had_focus: bool,
    /// When the file of an open conflict was looked at last, in seconds of the window's clock.
    pub(super) looked_at: f64,
}

impl App {
    /// The program on its start screen.
    ///
    /// # Errors
    /// When the theme does not load.
    pub fn new(library: &'static Library, today: Date) -> Result<Self, Problem> {
        Ok(Self {
            library,
            data: library,
            shipped: library,
            spoken: Vec::new(),
            today,
            theme: Theme::load("light")?,
            settings: Settings::default(),
            written: None,
            screen: Screen::Start,
            open: None,
            overlay: None,
            shelf: super::shelf::Shelf::default(),
            own: super::own::Own::default(),
            question: None,
            finding: None,
            place: None,
            notices: Notices::default(),
            field: None,
            target: None,
            selection: None,
            unread: Vec::new(),
            typed: Vec::new(),
            regions: Regions::default(),
            focused: None,
            opener: None,
            look: Look::default(),
            style_problem: None,
            looks: 0,
            typesetting: 0,
            progress: None,
            vanished: Vec::new(),
            looked: false,
            titled: None,
            placed: 0,
            jobs: Jobs::default(),
            commands: Vec::new(),
            heard: None,
            leaving: false,
            keeper: None,
            leftovers: Vec::new(),
            workshops_left: Vec::new(),
            room: None,
            plan: None,
            record: Record::default(),
            own_packs: super::own_packs::OwnPacks::default(),
            sheltered: Vec::new(),
            covered: None,
            kept_at: f64::NEG_INFINITY,
            ending: Arc::default(),
            after_save: None,
            had_focus: true,
            looked_at: f64::NEG_INFINITY,
        })
    }

    /// The theme in use.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// Sets a context up for the window: look, scale, and what clicks and keys mean.
    pub fn prepare(&self, ctx: &egui::Context) {
        self.theme.apply(ctx);
        // The keys of the scale are commands, so that they agree with the settings.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.set_zoom_factor(f32::from(super::scale::nearest(self.settings.percent())) / 100.0);
        // Before the rule of clicks, which looks at the events of one frame.
        super::turns::install(ctx);
        super::clicks::install(ctx);
    }

    /// Asks for a command, to be carried out before the next frame.
    pub fn push(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// The matter in the window.
    pub fn case_file(&self) -> Option<&CaseFile> {
        self.open.as_ref().map(|open| &open.case_file)
    }

    /// The simulation of the matter in the window, once it is there and up to date.
    pub fn exposure(&self) -> Option<&ExposureDistribution> {
        self.open.as_ref().filter(|open| open.simulated == Some(open.revision))?.exposure.as_ref()
    }

    /// The messages shown.
    pub fn notices(&self) -> &Notices {
        &self.notices
    }

    /// The steps that can be undone and made again.
    pub fn history(&self) -> Option<&History> {
        self.open.as_ref().map(|open| &open.history)
    }

    /// Notes the commands of keys from now on, and carries none of them out: for tests.
    pub fn listen(&mut self) {
        self.heard = Some(Vec::new());
    }

    /// The commands noted.
    pub fn heard(&self) -> &[Command] {
        self.heard.as_deref().unwrap_or_default()
    }

    /// The scale of the window, in percent.
    pub fn scale(&self) -> u16 {
        self.settings.percent()
    }

    /// Who prepares reports, as the settings say.
    pub fn prepared_by(&self) -> &PreparedBy {
        &self.settings.by
    }

    /// Where the user is.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// Whether nothing is being computed in the background.
    pub fn is_idle(&self) -> bool {
        self.jobs.is_idle()
    }

    pub(super) fn load_theme(&mut self) {
        match Theme::load(if self.settings.dark { "dark" } else { "light" }) {
            Ok(theme) => self.theme = theme,
            Err(problem) => self.notices.error(problem.to_string()),
        }
    }

    /// Sets what opens links: the system's browser, or what a test listens with.
    pub fn set_opener(&mut self, opener: Opener) {
        self.opener = Some(opener);
    }

    /// The law of the matter's day, else of today; its own method; the usual seed.
    pub(super) fn terms(&self, case_file: &CaseFile) -> Terms {
        Terms { methodology: None, as_of: case_file.as_of.unwrap_or(self.today), seed: DEFAULT_SEED }
    }
}

impl Open {
    pub(super) fn new(case_file: CaseFile, path: Option<PathBuf>) -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self {
            number: LAST.fetch_add(1, Ordering::Relaxed) + 1,
            saved: Some(case_file.clone()),
            case_file,
            path,
            stamp: None,
            claim: None,
            keeping: Keeping::new(),
            history: History::default(),
            revision: Revision::next(),
            analysis: None,
            problem: None,
            analysed: None,
            beside: (None, Vec::new()),
            relevance: (None, Vec::new()),
            exposure: None,
            headline: None,
            simulated: None,
            pages: ReportPages::default(),
            typeset: None,
            left: None,
        }
    }

    pub(super) fn is_changed(&self) -> bool {
        self.saved.as_ref() != Some(&self.case_file)
    }
}

/// The name of a file without its folder.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

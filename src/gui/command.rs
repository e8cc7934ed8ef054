//! Everything a user can ask for that has a consequence. One list feeds menu,
//! palette and shortcuts; panels return commands, `gui::apply` carries them out.

use std::path::PathBuf;

use egui::KeyboardShortcut;

pub use super::dialogs::Purpose;
pub use super::panels::Explained;
pub use super::screen::{HelpPage, Screen};
use super::shelf::ShelfWish;
use super::shortcuts;
use super::workshop::{Mode, Wish};
use crate::facts::CaseFile;
use crate::report::{HouseStyle, PreparedBy, Wanted};

/// A wish of the user.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Begin a matter with nothing answered.
    New,
    /// Open a matter that comes with the program, by its file name.
    OpenPreset(String),
    /// Ask for a file and open it.
    Open,
    /// Open this file.
    OpenPath(PathBuf),
    /// Save to where the matter came from.
    Save,
    /// Ask where, and save.
    SaveAs,
    /// Save here.
    SaveTo(PathBuf),
    /// Ask where, and write the report.
    ExportReport,
    /// No further format of the report is written.
    CancelExport,
    /// The report's summary goes to the clipboard.
    CopySummary,
    /// A file or folder is opened with what the system opens it with.
    OpenFile(PathBuf),
    /// Write the report here.
    ExportReportTo(PathBuf),
    /// Write the report as a PDF and open it for printing.
    Print,
    /// Close the matter and go back to the start.
    CloseMatter,
    /// Give unsaved changes up and go on with this.
    Discard(Box<Command>),
    /// Go on with this: what saving does not keep was told.
    Knowing(Box<Command>),
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Replace the matter by an edited one.
    Edit(Box<CaseFile>),
    /// Go there.
    Show(Screen),
    /// Show a question in Practices, by operation and question.
    ShowQuestion(String, String),
    /// These words were searched for and hid what was asked for: they are no longer.
    SearchCleared(String),
    /// Show a field, where there is one by operation, by the name of its place.
    ShowField {
        /// The stage it is on.
        screen: Screen,
        /// The operation it is about.
        operation: Option<String>,
        /// Its place.
        field: String,
    },
    /// Show a finding, by operation and rule.
    ShowFinding(String, String),
    /// Show a provision, by its name.
    ShowProvision(String),
    /// Show a decided case.
    ShowDecision(String),
    /// Show why a figure is what it is.
    ShowTrace(String),
    /// Show a page of the help.
    Help(HelpPage),
    /// Explain a figure that stands in no trace of the calculation in use.
    Explain(Explained),
    /// Show the whole strip, where it is folded away.
    ShowStrip,
    /// Close what lies over the page.
    Dismiss,
    /// Goes back from a decision to the list of all.
    LeaveDecision,
    /// Something about the library of decisions.
    Shelf(ShelfWish),
    /// Find a command by its name.
    Palette,
    /// Find on this page.
    Find,
    /// Cut what is selected in a field.
    Cut,
    /// Copy what is selected.
    Copy,
    /// Put the clipboard into a field.
    Paste,
    /// Select all of a field.
    SelectAll,
    /// Copy this text.
    CopyText(String),
    /// No browser could be opened for this address.
    LinkFailed(String),
    /// Take a file off the recent ones.
    Forget(PathBuf),
    /// These recent files are not there.
    Vanished(Vec<PathBuf>),
    /// Go to the next part of the window.
    NextPart,
    /// Go to the part before.
    PreviousPart,
    /// Name who prepares reports.
    Sign(PreparedBy),
    /// What reports look like.
    Style(Box<HouseStyle>),
    /// The house style or the logo of a file; one is looked for where none is named.
    StyleFrom(Purpose, Option<PathBuf>),
    /// Another edition of the report, or other sections of it.
    Want(Wanted),
    /// Show everything in another language (BCP 47).
    Speak(String),
    /// Light or dark.
    ToggleTheme,
    /// Scale everything to so many percent.
    Zoom(u16),
    /// Scale everything up by one step.
    ZoomIn,
    /// Scale everything down by one step.
    ZoomOut,
    /// Scale everything to its usual size.
    ZoomReset,
    /// End the program.
    Quit,
    /// Save, and then go on with this.
    SaveAndThen(Box<Command>),
    /// Ask for a path in the program's own dialog, beginning with this one.
    AskPath(Purpose, PathBuf),
    /// Do this about a file that somebody else wrote.
    Settle(Settle),
    /// Open what an earlier run left.
    Recover(String),
    /// Show what was left beside what the file says.
    CompareKept(String),
    /// Ask whether to give up what was left.
    DiscardKept(String),
    /// Give it up.
    DiscardKeptNow(String),
    /// Something about a workshop.
    Workshop(Wish),
}

/// What to do about a file that somebody else wrote since it was opened.
#[derive(Debug, Clone, PartialEq)]
pub enum Settle {
    /// Write over it; a copy of theirs is kept.
    KeepMine,
    /// Open it as it is; a copy of mine is kept.
    TakeTheirs,
    /// Write mine beside it.
    SaveCopy,
    /// Write this, taken from both.
    Merge(Box<CaseFile>),
}

impl Command {
    /// Those offered in menus and the palette, in their order.
    pub fn offered() -> Vec<Self> {
        let mut all = vec![
            Self::New,
            Self::Open,
            Self::Save,
            Self::SaveAs,
            Self::ExportReport,
            Self::Print,
            Self::CloseMatter,
            Self::Workshop(Wish::Open),
            Self::Workshop(Wish::Pack),
            Self::Workshop(Wish::Next(false)),
            Self::Workshop(Wish::Pause),
            Self::Workshop(Wish::Project(true)),
            Self::Workshop(Wish::Mode(Mode::Live)),
            Self::Workshop(Wish::Mode(Mode::Hold)),
            Self::Workshop(Wish::Mode(Mode::Blank)),
            Self::Workshop(Wish::Handout(None)),
            Self::Workshop(Wish::Results),
            Self::Workshop(Wish::Save),
            Self::Workshop(Wish::End),
            Self::Quit,
            Self::Undo,
            Self::Redo,
            Self::Cut,
            Self::Copy,
            Self::Paste,
            Self::SelectAll,
            Self::Find,
            Self::Palette,
            Self::ToggleTheme,
            Self::ZoomIn,
            Self::ZoomOut,
            Self::ZoomReset,
            Self::NextPart,
            Self::PreviousPart,
        ];
        all.extend(Screen::STAGES.map(Self::Show));
        all.extend([Screen::Timeline, Screen::Decisions, Screen::HowGood, Screen::Settings].map(Self::Show));
        all.extend(HelpPage::ALL.map(Self::Help));
        all
    }

    /// The key of its name; `None` for those only panels send.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            Self::New => "command.new",
            Self::Open => "command.open",
            Self::Save => "command.save",
            Self::SaveAs => "command.save_as",
            Self::ExportReport => "command.export",
            Self::Print => "command.print",
            Self::CloseMatter => "command.close",
            Self::Undo => "command.undo",
            Self::Redo => "command.redo",
            Self::Palette => "command.palette",
            Self::Find => "command.find",
            Self::Cut => "command.cut",
            Self::Copy => "command.copy",
            Self::Paste => "command.paste",
            Self::SelectAll => "command.select_all",
            Self::NextPart => "command.next_part",
            Self::PreviousPart => "command.previous_part",
            Self::Help(page) => page.key(),
            Self::ToggleTheme => "command.theme",
            Self::ZoomIn => "command.zoom_in",
            Self::ZoomOut => "command.zoom_out",
            Self::ZoomReset => "command.zoom_reset",
            Self::Quit => "command.quit",
            Self::Show(screen) => screen.key(),
            Self::Workshop(wish) => return wish.key(),
            Self::OpenPreset(_)
            | Self::OpenPath(_)
            | Self::SaveTo(_)
            | Self::Discard(_)
            | Self::Zoom(_)
            | Self::CancelExport
            | Self::CopySummary
            | Self::OpenFile(_)
            | Self::ExportReportTo(_)
            | Self::Edit(_)
            | Self::CopyText(_)
            | Self::LinkFailed(_)
            | Self::Forget(_)
            | Self::Vanished(_)
            | Self::ShowField { .. }
            | Self::ShowFinding(..)
            | Self::ShowProvision(_)
            | Self::ShowQuestion(..)
            | Self::SearchCleared(_)
            | Self::Sign(_)
            | Self::Want(_)
            | Self::Style(_)
            | Self::StyleFrom(..)
            | Self::Speak(_)
            | Self::ShowDecision(_)
            | Self::ShowTrace(_)
            | Self::SaveAndThen(_)
            | Self::Knowing(_)
            | Self::AskPath(..)
            | Self::Settle(_)
            | Self::Recover(_)
            | Self::CompareKept(_)
            | Self::DiscardKept(_)
            | Self::DiscardKeptNow(_)
            | Self::Explain(_)
            | Self::ShowStrip
            | Self::Dismiss
            | Self::Shelf(_)
            | Self::LeaveDecision => return None,
        })
    }

    /// Its shortcut, the one shown.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        self.shortcuts().into_iter().next()
    }

    /// All its shortcuts, the one shown first.
    pub fn shortcuts(&self) -> Vec<KeyboardShortcut> {
        shortcuts::of(self)
    }
}

//! The system's own dialogs; where the system has none, the program's own.
//!
//! `rfd` asks the desktop's portal, then `zenity`. Where neither answers it returns nothing,
//! as after a cancel, and logs an error: that error is listened for. A dialog that comes
//! back with nothing sooner than anybody could cancel it has failed too.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::Command;
use super::shelf::ShelfWish;
use super::workshop::{PackWish, Wish};
use crate::cases::{Insight, TableFormat};
use crate::locale::Locale;
use crate::report::{Format, HANDOUT_FORMATS, RESULT_ENDINGS};
use crate::storage;

/// The ending of a matter.
const MATTER: &str = "amende.ron";
/// The ending of a workshop's session.
const WORKSHOP: &str = storage::SESSION_ENDING.split_at(1).1;
/// The endings of a picture.
const PICTURES: &[&str] = &["svg", "png"];
/// Nobody cancels a dialog sooner than this.
const TOO_SOON: Duration = Duration::from_millis(300);

/// What a path is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To open a matter.
    Open,
    /// To save one.
    Save,
    /// To write the report.
    Export,
    /// To write the hand-out of a workshop, of all or of one team.
    Handout(Option<usize>),
    /// To begin a pack from a matter.
    Pack,
    /// To open one of one's own.
    OpenPack,
    /// To write what came of a workshop.
    Results,
    /// To save a workshop.
    SaveWorkshop,
    /// To write decisions as a table.
    Table,
    /// To write a picture of them.
    Picture(Insight),
    /// To take a house style from.
    Style,
    /// To take a logo from.
    Logo,
}

impl Purpose {
    /// The endings it takes; the first is added where there is none.
    pub(super) fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Open | Self::Save => &[MATTER, "ron"],
            Self::Export => &["pdf", "docx", "xlsx", "html", "md", "json"],
            Self::Handout(_) => &["pdf", "docx", "html", "md"],
            Self::Pack | Self::OpenPack | Self::Style => &["ron"],
            Self::Results => RESULT_ENDINGS,
            Self::SaveWorkshop => &[WORKSHOP],
            Self::Table => &["xlsx", "csv", "json"],
            Self::Picture(_) => PICTURES,
            Self::Logo => &["png", "svg"],
        }
    }

    /// What is to be done with the path found.
    pub(super) fn command(self, path: PathBuf) -> Command {
        match self {
            Self::Open => Command::OpenPath(path),
            Self::Save => Command::SaveTo(path),
            Self::Export => Command::ExportReportTo(path),
            Self::Handout(team) => Command::Workshop(Wish::HandoutTo(path, team)),
            Self::Pack => Command::Workshop(Wish::PackTo(path)),
            Self::OpenPack => Command::Workshop(Wish::Own(PackWish::Open(path))),
            Self::Results => Command::Workshop(Wish::ResultsTo(path)),
            Self::SaveWorkshop => Command::Workshop(Wish::SaveTo(path)),
            Self::Table => Command::Shelf(ShelfWish::ExportTo(path)),
            Self::Picture(insight) => Command::Shelf(ShelfWish::PictureTo(path, insight)),
            Self::Style | Self::Logo => Command::StyleFrom(self, Some(path)),
        }
    }

    /// Whether a file is read, which must be there.
    pub(super) fn reads(self) -> bool {
        matches!(self, Self::Open | Self::OpenPack | Self::Style | Self::Logo)
    }

    /// The path with an ending, where it has none of those it takes.
    pub(super) fn with_ending(self, path: &Path) -> PathBuf {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().to_lowercase());
        let has = |ending: &&str| name.ends_with(&format!(".{ending}"));
        if self.reads() || self.endings().iter().any(has) {
            return path.to_owned();
        }
        let mut with = path.as_os_str().to_owned();
        with.push(".");
        with.push(self.endings().first().copied().unwrap_or_default());
        PathBuf::from(with)
    }

    /// The ending that a path must not have for this.
    pub(super) fn wrong_ending(self, path: &Path) -> Option<String> {
        let name = path.file_name()?.to_string_lossy().into_owned();
        // A matter under such a name would be taken for a workshop.
        if self == Self::Save && storage::is_session(path) {
            return Some(WORKSHOP.to_owned());
        }
        storage::ending_problem(&name, self.endings()).filter(|_| !self.reads())
    }
}

/// Asks for a matter to open.
pub(super) fn open(text: &Locale) -> Option<Command> {
    let dialog = rfd::FileDialog::new().add_filter(text.t("dialog.matter"), &["ron"]);
    asked(Purpose::Open, PathBuf::new(), || dialog.pick_file())
}

/// Asks where to save a matter.
pub(super) fn save(text: &Locale, title: &str) -> Option<Command> {
    let name = format!("{}.{MATTER}", slug(title));
    let dialog = rfd::FileDialog::new().add_filter(text.t("dialog.matter"), &["ron"]).set_file_name(&name);
    asked(Purpose::Save, name.into(), || dialog.save_file())
}

/// Asks where to write the report, in this format unless another is chosen there.
pub(super) fn export(text: &Locale, title: &str, format: Format) -> Option<Command> {
    let name = format!("{}.{}", slug(title), format.ending());
    let others = Format::ALL.iter().filter(|other| **other != format);
    let offered = std::iter::once(&format).chain(others);
    let dialog = offered
        .fold(rfd::FileDialog::new(), |dialog, format| dialog.add_filter(text.t(format.key()), &[format.ending()]));
    let dialog = dialog.set_file_name(&name);
    asked(Purpose::Export, name.into(), || dialog.save_file())
}

/// Asks where to write the hand-out of a workshop.
pub(super) fn handout(text: &Locale, name: String, team: Option<usize>) -> Option<Command> {
    let dialog = HANDOUT_FORMATS
        .iter()
        .fold(rfd::FileDialog::new(), |dialog, format| dialog.add_filter(text.t(format.key()), &[format.ending()]));
    let dialog = dialog.set_file_name(&name);
    asked(Purpose::Handout(team), name.into(), || dialog.save_file())
}

/// Asks where to begin a pack.
pub(super) fn pack(text: &Locale) -> Option<Command> {
    const NAME: &str = "scenario.ron";
    let dialog = rfd::FileDialog::new().add_filter(text.t("dialog.pack"), &["ron"]).set_file_name(NAME);
    asked(Purpose::Pack, NAME.into(), || dialog.save_file())
}

/// Asks for a pack of one's own.
pub(super) fn open_pack(text: &Locale) -> Option<Command> {
    let dialog = rfd::FileDialog::new().add_filter(text.t("dialog.pack"), &["ron"]);
    asked(Purpose::OpenPack, PathBuf::new(), || dialog.pick_file())
}

/// Asks where to write what came of a workshop.
pub(super) fn results(text: &Locale, name: String) -> Option<Command> {
    let dialog = rfd::FileDialog::new()
        .add_filter(text.t("format.table"), &["csv"])
        .add_filter(text.t(Format::Json.key()), &["json"])
        .set_file_name(&name);
    asked(Purpose::Results, name.into(), || dialog.save_file())
}

/// Asks where to save a workshop.
pub(super) fn save_workshop(text: &Locale, name: String) -> Option<Command> {
    let dialog = rfd::FileDialog::new().add_filter(text.t("dialog.workshop"), &["ron"]).set_file_name(&name);
    asked(Purpose::SaveWorkshop, name.into(), || dialog.save_file())
}

/// Asks where to write decisions as a table.
pub(super) fn table(text: &Locale, name: &str) -> Option<Command> {
    let dialog = TableFormat::ALL
        .iter()
        .fold(rfd::FileDialog::new(), |dialog, format| dialog.add_filter(text.t(format.key()), &[format.ending()]));
    let name = format!("{name}.{}", TableFormat::Xlsx.ending());
    let dialog = dialog.set_file_name(&name);
    asked(Purpose::Table, name.into(), || dialog.save_file())
}

/// Asks where to write a picture of decisions.
pub(super) fn picture(text: &Locale, name: &str, insight: Insight) -> Option<Command> {
    let dialog = PICTURES.iter().fold(rfd::FileDialog::new(), |dialog, ending| {
        let key = if *ending == "svg" { "insight.svg" } else { "insight.png" };
        dialog.add_filter(text.t(key), &[*ending])
    });
    let name = format!("{name}.{}", PICTURES.first().copied().unwrap_or_default());
    let dialog = dialog.set_file_name(&name);
    asked(Purpose::Picture(insight), name.into(), || dialog.save_file())
}

/// Asks for a house style or a logo.
pub(super) fn style(text: &Locale, purpose: Purpose) -> Option<Command> {
    let key = if purpose == Purpose::Logo { "settings.logo" } else { "settings.style" };
    let dialog = rfd::FileDialog::new().add_filter(text.t(key), purpose.endings());
    asked(purpose, PathBuf::new(), || dialog.pick_file())
}

/// What follows from a dialog: its path, nothing after a cancel, the program's own dialog
/// where the system's failed, or where something is wrong with the path.
fn asked(purpose: Purpose, proposed: PathBuf, ask: impl FnOnce() -> Option<PathBuf>) -> Option<Command> {
    FAILED.store(false, Ordering::SeqCst);
    let begun = Instant::now();
    let answer = ask().filter(|path| !path.as_os_str().is_empty());
    let failed = FAILED.load(Ordering::SeqCst) || begun.elapsed() < TOO_SOON;
    match answer {
        Some(path) => Some(checked(purpose, path)),
        None if failed => Some(Command::AskPath(purpose, proposed)),
        None => None,
    }
}

/// The command for a path a dialog gave; asked again where its ending is wrong, or where
/// the file with the ending added would be overwritten unasked.
fn checked(purpose: Purpose, path: PathBuf) -> Command {
    let named = purpose.with_ending(&path);
    let added = named != path;
    if purpose.wrong_ending(&path).is_some() || added && named.exists() {
        return Command::AskPath(purpose, path);
    }
    purpose.command(named)
}

/// A title as a file name.
pub(super) fn slug(title: &str) -> String {
    let kept: String = title.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = kept.split('-').filter(|word| !word.is_empty()).collect();
    // The system takes names up to 255 bytes, endings included.
    let joined: String = words.join("-").chars().take(60).collect();
    if joined.is_empty() { "matter".to_owned() } else { joined }
}

static FAILED: AtomicBool = AtomicBool::new(false);

/// Hears the one thing that tells a failed dialog from a cancelled one.
struct Listener;

impl log::Log for Listener {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.level() == log::Level::Error && metadata.target().starts_with("rfd")
    }

    fn log(&self, record: &log::Record<'_>) {
        // Without a portal only, zenity may still have answered.
        if self.enabled(record.metadata()) && record.args().to_string().contains("zenity") {
            FAILED.store(true, Ordering::SeqCst);
        }
    }

    fn flush(&self) {}
}

/// Begins to listen; where somebody listens already, the time tells.
pub(super) fn listen() {
    static LISTENER: Listener = Listener;
    if log::set_logger(&LISTENER).is_ok() {
        log::set_max_level(log::LevelFilter::Error);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_made_of_titles() {
        assert_eq!(slug("Kaspr: scraped contacts"), "kaspr-scraped-contacts");
        assert_eq!(slug("///"), "matter");
        assert!(slug(&"long ".repeat(100)).len() <= 60);
    }

    #[test]
    fn endings_are_added_kept_and_refused() {
        let with = |purpose: Purpose, name: &str| purpose.with_ending(Path::new(name)).to_string_lossy().into_owned();
        assert_eq!(with(Purpose::Save, "a"), "a.amende.ron");
        assert_eq!(with(Purpose::Save, "a.RON"), "a.RON");
        assert_eq!(with(Purpose::Export, "exported"), "exported.pdf");
        assert_eq!(with(Purpose::Export, "report.PDF"), "report.PDF");
        assert_eq!(with(Purpose::Export, "Smith v. Jones"), "Smith v. Jones.pdf");
        assert_eq!(Purpose::Export.wrong_ending(Path::new("a.txt")).as_deref(), Some("txt"));
        assert_eq!(Purpose::Export.wrong_ending(Path::new("a.PDF")), None);
    }

    #[test]
    fn every_format_of_a_report_is_an_ending_of_the_dialog() {
        assert_eq!(Purpose::Export.endings(), Format::ALL.iter().map(|format| format.ending()).collect::<Vec<_>>());
    }

    #[test]
    fn a_file_without_an_ending_never_overwrites_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let bare = folder.path().join("exported");
        assert_eq!(checked(Purpose::Export, bare.clone()), Command::ExportReportTo(folder.path().join("exported.pdf")));
        crate::storage::write(&folder.path().join("exported.pdf"), b"").unwrap();
        assert_eq!(checked(Purpose::Export, bare.clone()), Command::AskPath(Purpose::Export, bare));
    }

    #[test]
    fn a_failed_dialog_is_told_from_a_cancelled_one() {
        let slow = |answer: Option<PathBuf>| {
            std::thread::sleep(TOO_SOON);
            answer
        };
        assert_eq!(asked(Purpose::Open, PathBuf::new(), || slow(None)), None, "cancelled");
        let own = Some(Command::AskPath(Purpose::Open, PathBuf::new()));
        assert_eq!(asked(Purpose::Open, PathBuf::new(), || None), own, "nobody is that quick");
        let failing = || {
            let record = log::Record::builder()
                .level(log::Level::Error)
                .target("rfd::backend::xdg_desktop_portal")
                .args(format_args!("Failed to pick file with zenity: No such file or directory"))
                .build();
            log::Log::log(&Listener, &record);
            slow(None)
        };
        assert_eq!(asked(Purpose::Open, PathBuf::new(), failing), own, "after a portal that let one wait");
    }
}

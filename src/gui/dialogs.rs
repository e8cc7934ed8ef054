//! The system's own dialogs.

use std::path::PathBuf;

use super::Command;
use crate::locale::Locale;

/// The extension of a matter.
const MATTER: &str = "amende.ron";

/// Asks for a matter to open.
pub(super) fn open(text: &Locale) -> Option<Command> {
    let dialog = rfd::FileDialog::new().add_filter(text.t("dialog.matter"), &["ron"]);
    dialog.pick_file().map(Command::OpenPath)
}

/// Asks where to save a matter.
pub(super) fn save(text: &Locale, title: &str) -> Option<Command> {
    let dialog = rfd::FileDialog::new().add_filter(text.t("dialog.matter"), &["ron"]);
    let path = dialog.set_file_name(format!("{}.{MATTER}", slug(title))).save_file()?;
    Some(Command::SaveTo(with_extension(path, "ron", MATTER)))
}

/// Asks where to write the report.
pub(super) fn export(text: &Locale, title: &str) -> Option<Command> {
    let dialog = rfd::FileDialog::new()
        .add_filter(text.t("dialog.pdf"), &["pdf"])
        .add_filter(text.t("dialog.markdown"), &["md"]);
    let path = dialog.set_file_name(format!("{}.pdf", slug(title))).save_file()?;
    Some(Command::ExportReportTo(with_extension(path, "", "pdf")))
}

/// Adds an extension where the user typed none (or not the one needed).
fn with_extension(path: PathBuf, wanted: &str, added: &str) -> PathBuf {
    let has = match path.extension().and_then(|extension| extension.to_str()) {
        Some(extension) => wanted.is_empty() || extension == wanted,
        None => false,
    };
    if has {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(added);
    PathBuf::from(name)
}

/// A title as a file name.
fn slug(title: &str) -> String {
    let kept: String = title.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = kept.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "matter".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_made_of_titles() {
        assert_eq!(slug("Kaspr: scraped contacts"), "kaspr-scraped-contacts");
        assert_eq!(slug("///"), "matter");
        assert_eq!(with_extension("a".into(), "ron", MATTER), PathBuf::from("a.amende.ron"));
        assert_eq!(with_extension("a.md".into(), "", "pdf"), PathBuf::from("a.md"));
    }
}

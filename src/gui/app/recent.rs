//! Recent matters, by title.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{App, Screen};
use crate::facts::CaseFile;
use crate::gui::Command;
use crate::storage;

/// How many are kept.
const KEPT: usize = 6;

/// A matter opened or saved before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is: always the whole path.
    pub path: PathBuf,
    /// Its title.
    pub title: String,
    /// Who is concerned.
    pub organisation: String,
    /// The day on which it was last opened or saved.
    pub day: Option<Date>,
}

impl Recent {
    /// A file of which only the path is known.
    pub(super) fn of_path(path: &Path) -> Self {
        let title = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Self { path: whole(path), title, organisation: String::new(), day: None }
    }
}

impl Recent {
    /// Whether it is a workshop.
    pub fn is_workshop(&self) -> bool {
        storage::is_session(&self.path)
    }

    /// What tells it from others of its title: its folder, else its file, else both; nothing
    /// where no other has that title.
    pub fn apart(&self, all: &[Self]) -> Option<String> {
        let others: Vec<&Self> =
            all.iter().filter(|other| other.title == self.title && other.path != self.path).collect();
        if others.is_empty() {
            return None;
        }
        let folder = |of: &Self| of.path.parent().and_then(Path::file_name).map(OsStr::to_os_string);
        let file = |of: &Self| of.path.file_name().map(OsStr::to_os_string);
        let alone = |part: &dyn Fn(&Self) -> Option<OsString>| {
            let own = part(self)?;
            let is_alone = others.iter().all(|other| part(other).as_ref() != Some(&own));
            is_alone.then(|| own.to_string_lossy().into_owned())
        };
        alone(&folder).or_else(|| alone(&file)).or_else(|| Some(self.path.display().to_string()))
    }
}

/// From another folder a relative path would name another file.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

impl App {
    /// Puts a matter first among the recent ones.
    pub(in crate::gui) fn remember(&mut self, path: &Path, matter: &CaseFile) {
        self.note_recent(Recent {
            path: whole(path),
            title: matter.title.clone(),
            organisation: matter.undertaking.name.clone(),
            day: Some(self.today),
        });
    }

    /// The same for what a file is known to be.
    pub(super) fn note_recent(&mut self, recent: Recent) {
        self.settings.matters.retain(|known| known.path != recent.path);
        self.settings.matters.insert(0, recent);
        self.settings.matters.truncate(KEPT);
    }

    /// Takes a file off the list.
    pub(in crate::gui) fn forget(&mut self, path: &Path) {
        self.settings.matters.retain(|known| known.path != path);
    }

    /// The recent matters, the last one first.
    pub fn recent(&self) -> &[Recent] {
        &self.settings.matters
    }

    /// Looks once, off the painting thread, which recent files are still there.
    pub(super) fn look_for_recent(&mut self, ctx: &egui::Context) {
        if self.screen != Screen::Start {
            self.looked = false;
            return;
        }
        if self.looked || self.settings.matters.is_empty() {
            return;
        }
        self.looked = true;
        let paths: Vec<PathBuf> = self.settings.matters.iter().map(|recent| recent.path.clone()).collect();
        self.jobs.ask(ctx, move || {
            let gone = paths.into_iter().filter(|path| !path.exists()).collect();
            Some(Command::Vanished(gone))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matters_of_one_title_are_told_apart() {
        let recent = |path: &str, title: &str| Recent {
            path: PathBuf::from(path),
            title: title.to_owned(),
            organisation: "Same Ltd".to_owned(),
            day: None,
        };
        let all = [
            recent("/files/2025/shop.amende.ron", "Shop"),
            recent("/files/2026/shop.amende.ron", "Shop"),
            recent("/files/2026/other.amende.ron", "Other"),
            recent("/a/x/one.amende.ron", "Twin"),
            recent("/a/x/two.amende.ron", "Twin"),
            recent("/p/y/m.amende.ron", "Deep"),
            recent("/q/y/m.amende.ron", "Deep"),
        ];
        let apart: Vec<Option<String>> = all.iter().map(|one| one.apart(&all)).collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            apart,
            [
                some("2025"),
                some("2026"),
                None,
                some("one.amende.ron"),
                some("two.amende.ron"),
                some("/p/y/m.amende.ron"),
                some("/q/y/m.amende.ron"),
            ]
        );
    }
}

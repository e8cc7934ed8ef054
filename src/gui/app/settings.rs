//! What is kept between two runs: written as soon as it changes, since nobody knows how a run
//! ends.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{App, Recent};
use crate::gui::Command;
use crate::gui::workshop::{PackWish, Wish};
use crate::report::{HouseStyle, PreparedBy, Wanted};

/// The name they are kept under.
const NAME: &str = "settings";

/// What is kept between two runs: the window's own state, nothing of a matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::gui) struct Settings {
    pub(in crate::gui) dark: bool,
    pub(in crate::gui) zoom: f32,
    pub(in crate::gui) matters: Vec<Recent>,
    /// Who prepares reports.
    pub(in crate::gui) by: PreparedBy,
    /// What they look like.
    pub(in crate::gui) style: HouseStyle,
    /// Which edition of the report, and which of its sections.
    pub(in crate::gui) wanted: Wanted,
    /// The language shown (BCP 47); that of the data where it is empty.
    pub(in crate::gui) language: String,
    /// The files of the packs of one's own.
    pub(in crate::gui) packs: Vec<PathBuf>,
    /// As an earlier version kept them.
    pub(in crate::gui) recent: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            dark: false,
            zoom: 1.0,
            matters: Vec::new(),
            by: PreparedBy::default(),
            style: HouseStyle::default(),
            wanted: Wanted::default(),
            language: String::new(),
            packs: Vec::new(),
            recent: Vec::new(),
        }
    }
}

impl Settings {
    /// The scale in percent.
    pub(in crate::gui) fn percent(&self) -> u16 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a scale of a few hundred at most")]
        let percent = (self.zoom * 100.0).round() as u16;
        percent
    }
}

impl App {
    /// Takes up what the last run kept.
    pub(in crate::gui) fn restore(&mut self, storage: Option<&dyn eframe::Storage>) {
        if let Some(settings) = storage.and_then(|storage| eframe::get_value(storage, NAME)) {
            self.settings = settings;
            let known: Vec<Recent> =
                std::mem::take(&mut self.settings.recent).iter().map(|p| Recent::of_path(p)).collect();
            self.settings.matters.extend(known);
            self.load_theme();
            self.dress();
            let language = self.settings.language.clone();
            self.speak(&language);
            let packs = self.settings.packs.iter().cloned();
            self.commands.extend(packs.map(|path| Command::Workshop(Wish::Own(PackWish::Again(path)))));
        }
    }

    /// Writes the settings where they are others than before.
    pub(in crate::gui) fn keep_settings(&mut self, storage: &mut dyn eframe::Storage) {
        if self.written.as_ref() != Some(&self.settings) {
            eframe::set_value(storage, NAME, &self.settings);
            storage.flush();
            self.written = Some(self.settings.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use super::*;
    use crate::facts::CaseFile;
    use crate::library::Library;

    /// Counts how often it was told to write.
    #[derive(Default)]
    struct Memory {
        values: BTreeMap<String, String>,
        flushed: usize,
    }

    impl eframe::Storage for Memory {
        fn get_string(&self, key: &str) -> Option<String> {
            self.values.get(key).cloned()
        }

        fn set_string(&mut self, key: &str, value: String) {
            self.values.insert(key.to_owned(), value);
        }

        fn remove_string(&mut self, key: &str) {
            self.values.remove(key);
        }

        fn flush(&mut self) {
            self.flushed += 1;
        }
    }

    #[test]
    fn a_recent_matter_is_written_at_once_and_once() {
        let library: &'static Library = Box::leak(Box::new(Library::embedded().unwrap()));
        let app = || App::new(library, "2026-11-23".parse().unwrap()).unwrap();
        let (mut storage, mut first) = (Memory::default(), app());
        first.keep_settings(&mut storage);
        first.remember(Path::new("/files/shop.amende.ron"), &CaseFile::new("Shop", "Newsletter"));
        for _ in 0..3 {
            first.keep_settings(&mut storage);
        }
        assert_eq!(storage.flushed, 2, "at the start, and when it changed");
        let mut second = app();
        second.restore(Some(&storage));
        assert_eq!(second.recent(), first.recent());
        assert_eq!(second.recent().len(), 1);
    }
}

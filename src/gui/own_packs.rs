//! Packs of one's own: read from files, checked, and played like those that come with the program.

use std::path::{Path, PathBuf};

use crate::library::{self, Library, ShippedPack};
use crate::storage;
use crate::workshop::Pack;

/// A wish about packs of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackWish {
    /// Ask for the file of one.
    Ask,
    /// Open this file, and choose its scenario while a workshop is set up.
    Open(PathBuf),
    /// Open this file as it was opened in an earlier run.
    Again(PathBuf),
    /// Take the scenario with this id out of the list; its file stays.
    TakeOut(String),
    /// Say no more why a file was refused.
    Hide,
}

/// The packs of one's own that are open.
#[derive(Debug, Default)]
pub(super) struct OwnPacks {
    packs: Vec<ShippedPack>,
    /// The file that was opened last and cannot be played, and what is wrong with it.
    pub(super) refused: Option<(PathBuf, Vec<String>)>,
    /// How often they changed: what is kept back for them is made anew.
    pub(super) changes: u64,
}

impl OwnPacks {
    /// Those that are open.
    pub(super) fn all(&self) -> &[ShippedPack] {
        &self.packs
    }

    /// Takes a pack, in place of what its file held before.
    pub(super) fn take(&mut self, path: &Path, pack: Pack) {
        let file = path.display().to_string();
        let opened = ShippedPack { file, pack };
        match self.packs.iter_mut().find(|known| known.file == opened.file) {
            Some(known) => *known = opened,
            None => self.packs.push(opened),
        }
        self.refused = None;
        self.changes += 1;
    }

    /// Gives up a pack; returns its file.
    pub(super) fn take_out(&mut self, id: &str) -> Option<PathBuf> {
        let at = self.packs.iter().position(|known| known.pack.id == id)?;
        self.changes += 1;
        Some(PathBuf::from(self.packs.remove(at).file))
    }

    /// Whose file holds the scenario with this id, but for this one.
    pub(super) fn other_with(&self, id: &str, path: &Path) -> Option<&str> {
        let file = path.display().to_string();
        self.packs.iter().find(|known| known.pack.id == id && known.file != file).map(|known| known.file.as_str())
    }
}

/// Reads a pack; all that is wrong with it where something is.
pub(super) fn read(path: &Path, whole: &Library) -> Result<Pack, Vec<String>> {
    let (pack, text) = storage::open_pack_text(path).map_err(|error| vec![error.to_string()])?;
    let told = |(line, problem): (Option<usize>, String)| match line {
        Some(line) => format!("line {line}: {problem}"),
        None => problem,
    };
    let mut problems: Vec<String> = library::pack_file_problems(&pack, &text, whole).into_iter().map(told).collect();
    if whole.packs.iter().any(|shipped| shipped.pack.id == pack.id) {
        let id = &pack.id;
        problems.push(format!("`id`: a scenario that comes with the program is `{id}`; give this one another id"));
    }
    if problems.is_empty() { Ok(pack) } else { Err(problems) }
}

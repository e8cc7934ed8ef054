//! Packs of one's own in the window: opened, remembered, and found again in the next run.

use std::path::{Path, PathBuf};

use super::App;
use crate::analysis;
use crate::gui::dialogs;
use crate::gui::jobs::{Kind, Outcome, Revision};
use crate::gui::own_packs::{self, PackWish};
use crate::gui::workshop::Room;
use crate::workshop::Pack;

impl App {
    /// The packs that can be played: those of the program, then one's own.
    pub(in crate::gui) fn packs(&self) -> impl Iterator<Item = &Pack> {
        let shipped = self.whole().packs.iter().map(|shipped| &shipped.pack);
        shipped.chain(self.own_packs.all().iter().map(|own| &own.pack))
    }

    pub(super) fn pack_wish(&mut self, ctx: &egui::Context, wish: PackWish) {
        match wish {
            PackWish::Ask => {
                let text = &self.library.locale;
                self.jobs.ask(ctx, move || dialogs::open_pack(text));
            }
            PackWish::Open(path) => self.read_pack(ctx, path, true),
            PackWish::Again(path) => self.read_pack(ctx, path, false),
            PackWish::TakeOut(id) => {
                let Some(path) = self.own_packs.take_out(&id) else { return };
                self.settings.packs.retain(|known| *known != path);
                if let Some(plan) = &mut self.plan {
                    plan.packs.retain(|chosen| *chosen != id);
                }
                self.shelter();
            }
            PackWish::Hide => {
                if let Some((path, _)) = self.own_packs.refused.take() {
                    self.settings.packs.retain(|known| *known != path);
                }
            }
        }
    }

    fn read_pack(&mut self, ctx: &egui::Context, path: PathBuf, is_chosen: bool) {
        let path = std::path::absolute(&path).unwrap_or(path);
        let whole = self.whole();
        self.jobs.run(ctx, Kind::Look, Revision::next(), move || {
            let read = own_packs::read(&path, whole).map(Box::new);
            Ok(Outcome::PackRead(path, is_chosen, read))
        });
    }

    /// Takes a pack that was read. Where a workshop runs that lacked it, it can be revealed now.
    pub(super) fn pack_read(&mut self, path: PathBuf, is_chosen: bool, read: Result<Box<Pack>, Vec<String>>) {
        let pack = match read.and_then(|pack| self.only(&path, pack)) {
            Ok(pack) => *pack,
            Err(problems) => {
                self.own_packs.refused = Some((path, problems));
                return;
            }
        };
        let id = pack.id.clone();
        self.own_packs.take(&path, pack);
        if !self.settings.packs.contains(&path) {
            self.settings.packs.push(path);
        }
        if let Some(plan) = self.plan.as_mut().filter(|plan| is_chosen && !plan.packs.contains(&id)) {
            plan.packs.push(id.clone());
            plan.problem = None;
        }
        self.reveal_with(&id);
        self.shelter();
    }

    /// Two files may not hold scenarios of the same id: a session knows its scenarios by it.
    fn only(&self, path: &Path, pack: Box<Pack>) -> Result<Box<Pack>, Vec<String>> {
        match self.own_packs.other_with(&pack.id, path) {
            None => Ok(pack),
            Some(other) => {
                let id = &pack.id;
                Err(vec![format!("`id`: {other} is open and is `{id}`, too; take it out, or give this one another id")])
            }
        }
    }

    /// Gives the running workshop the truth of a scenario that it lacks.
    fn reveal_with(&mut self, id: &str) {
        let is_lacking = |room: &Room| room.lacking().any(|scenario| scenario.pack == id);
        if !self.room.as_ref().is_some_and(is_lacking) {
            return;
        }
        let whole = self.whole();
        let truth = self.packs().find(|pack| pack.id == id).map(|pack| analysis::truth(whole, pack));
        match (truth, &mut self.room) {
            (Some(Ok(truth)), Some(room)) => room.learn(id, truth),
            (Some(Err(error)), _) => self.notices.error(error.to_string()),
            _ => {}
        }
    }
}

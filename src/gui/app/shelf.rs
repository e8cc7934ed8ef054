//! The library of decisions: made ready behind the window, and written as a table.

use std::path::PathBuf;
use std::sync::Arc;

use super::{App, Screen};
use crate::cases::{self, Cases, Insight, TableFormat};
use crate::gui::jobs::{JobError, Kind, Outcome, Revision};
use crate::gui::notices::Of;
use crate::gui::shelf::{Shelf, ShelfWish};
use crate::gui::{NoticeKind, dialogs, picture};
use crate::library::Library;
use crate::storage;

impl App {
    pub(in crate::gui) fn shelf_wish(&mut self, ctx: &egui::Context, wish: ShelfWish) {
        match wish {
            ShelfWish::Export => {
                let (text, name) = (&self.library.locale, self.library.locale.t("table.file").to_owned());
                self.jobs.ask(ctx, move || dialogs::table(text, &name));
            }
            ShelfWish::ExportTo(path) => self.write_table(ctx, path),
            ShelfWish::Picture(insight) => {
                let (text, name) = (&self.library.locale, self.library.locale.t("insight.file").to_owned());
                self.jobs.ask(ctx, move || dialogs::picture(text, &name, insight));
            }
            ShelfWish::PictureTo(path, insight) => self.write_picture(ctx, path, insight),
            ShelfWish::Own(wish) => self.own_wish(wish),
            wish => self.shelf.wish(wish),
        }
    }

    /// Has the decisions of the library shown made ready, where they are looked at, and lists
    /// what is wanted of them.
    pub(super) fn keep_shelf(&mut self, ctx: &egui::Context) {
        let library = self.library;
        let wanted = self.screen == Screen::Decisions && self.shelf.problem.is_none();
        if wanted && !self.shelf.is_ready(library) && !self.jobs.is_running(Kind::Shelve) {
            self.jobs.run(ctx, Kind::Shelve, Revision::next(), move || {
                Ok(Outcome::Shelved(library, Arc::new(Cases::new(library)?)))
            });
        }
        self.shelf.refresh(library);
    }

    /// Takes decisions made ready; those of a library no longer shown are made anew.
    pub(super) fn take_shelf(&mut self, result: Result<Outcome, JobError>) {
        match result {
            Ok(Outcome::Shelved(library, cases)) => self.shelf.take(library, cases),
            Ok(_) => {}
            Err(error) => {
                self.notices.outcome(Of::Job(Kind::Shelve), NoticeKind::Error, error.to_string());
                self.shelf.problem = Some(error.to_string());
            }
        }
    }

    /// Nothing is looked for and nothing was read: what a workshop keeps back stays in no trail.
    pub(super) fn clear_shelf(&mut self) {
        self.shelf = Shelf::default();
        // What is being entered may be of it; it stays, and is not shown.
        self.own.is_shown = false;
    }

    fn write_picture(&mut self, ctx: &egui::Context, path: PathBuf, insight: Insight) {
        const WIDTH: f64 = 900.0;
        let library: &'static Library = self.library;
        let Some(shown) = self.shelf.shown().map(<[_]>::to_vec) else { return };
        let words = library.locale.t("insight.writing");
        self.notices.outcome(Of::Job(Kind::Export), NoticeKind::Progress, words);
        self.jobs.run(ctx, Kind::Export, Revision::next(), move || {
            let drawn = insight.picture(&shown, library, WIDTH);
            let is_png = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
            storage::writable(&path)?;
            let bytes = if is_png { picture::png(&drawn)? } else { picture::svg(&drawn)?.into_bytes() };
            storage::write(&path, &bytes)?;
            Ok(Outcome::Exported(vec![path]))
        });
    }

    fn write_table(&mut self, ctx: &egui::Context, path: PathBuf) {
        let library: &'static Library = self.library;
        let Some(records) = self.shelf.listing().map(|listing| listing.records.clone()) else { return };
        let words = library.locale.t("table.writing");
        self.notices.outcome(Of::Job(Kind::Export), NoticeKind::Progress, words);
        self.jobs.run(ctx, Kind::Export, Revision::next(), move || {
            let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
            let format = TableFormat::of_ending(&ending).unwrap_or(TableFormat::Xlsx);
            storage::writable(&path)?;
            storage::write(&path, &cases::write(&cases::rows(library, &records), format, library)?)?;
            Ok(Outcome::Exported(vec![path]))
        });
    }
}

//! The program's own dialog for a path, where the system has none: folders and files, a
//! name with completion, folders used before, and what is wrong beside the field.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use egui::{Button, Key, Label, RichText, Ui};

use crate::gui::app::App;
use crate::gui::dialogs::Purpose;
use crate::gui::widgets::{self, Face, Field};
use crate::gui::{Command, theme};
use crate::storage::{self, Entry, Listing, StorageError};

/// How high the list is.
const LIST: f32 = 230.0;
/// How wide the folders used before stand beside it.
const PLACES: f32 = 150.0;

/// What was asked, typed and seen.
pub(in crate::gui) struct PathDialog {
    purpose: Purpose,
    folder: PathBuf,
    name: String,
    listing: Option<Result<Listing, StorageError>>,
    /// The folder is read off the thread that paints: it may be on a slow disk.
    reading: Option<Receiver<Result<Listing, StorageError>>>,
    /// The user was asked whether this is to be replaced.
    replacing: Option<PathBuf>,
    problem: Option<String>,
    focus: bool,
    /// The name is the program's proposal: typing replaces it.
    proposed: bool,
}

/// Files used before; none while they may name what a workshop keeps back.
fn used(app: &App) -> impl Iterator<Item = &Path> {
    app.recent().iter().filter(|_| !app.is_sheltered()).map(|recent| recent.path.as_path())
}

impl PathDialog {
    /// Begins beside a path where one was given, else in the folder used last.
    pub(in crate::gui) fn new(ctx: &egui::Context, app: &App, purpose: Purpose, proposed: &Path) -> Self {
        let beside = |path: &Path| path.parent().filter(|folder| folder.is_dir()).map(Path::to_owned);
        let absolute = Some(proposed).filter(|path| path.is_absolute()).and_then(beside);
        let own = app.open.as_ref().and_then(|open| open.path.as_deref()).and_then(beside);
        let folder = absolute
            .clone()
            .or(own)
            .or_else(|| used(app).find_map(beside))
            .or_else(|| etcetera::home_dir().ok())
            .unwrap_or_else(|| PathBuf::from("/"));
        let name = proposed.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let mut dialog = Self {
            purpose,
            folder,
            name,
            listing: None,
            reading: None,
            replacing: None,
            problem: None,
            focus: true,
            proposed: true,
        };
        dialog.visit(ctx, dialog.folder.clone());
        if absolute.is_some() {
            // The system's dialog gave this path, and something is wrong with it: say what.
            let _ = dialog.take(ctx, app);
        }
        dialog
    }

    fn visit(&mut self, ctx: &egui::Context, folder: PathBuf) {
        let (sender, reading) = channel();
        let (endings, ctx, there) = (self.purpose.endings(), ctx.clone(), folder.clone());
        // Where no thread can be started, the list stays empty; a path can still be typed.
        let _ = std::thread::Builder::new().spawn(move || {
            let _ = sender.send(storage::list(&there, endings));
            ctx.request_repaint();
        });
        self.folder = folder;
        self.listing = None;
        self.reading = Some(reading);
        self.replacing = None;
    }

    /// Returns whether it stays open.
    pub(in crate::gui) fn ui(&mut self, ui: &mut Ui, app: &App, out: &mut Vec<Command>) -> bool {
        let text = &app.library.locale;
        if let Some(listing) = self.reading.as_ref().and_then(|reading| reading.try_recv().ok()) {
            if let Ok(listing) = &listing {
                self.folder.clone_from(&listing.folder);
            }
            self.listing = Some(listing);
            self.reading = None;
        }
        let (mut keep, mut go) = (true, false);
        let response = widgets::Dialog::new("path", 600.0).show(ui, |ui| {
            widgets::heading(ui, text.t(self.heading()));
            self.place(ui, app);
            widgets::hairline(ui, &app.theme, 4.0);
            if widgets::has_room(ui, PLACES) {
                ui.horizontal_top(|ui| {
                    ui.vertical(|ui| {
                        ui.set_width(PLACES);
                        self.places(ui, app);
                    });
                    ui.vertical(|ui| go |= self.entries(ui, app));
                });
            } else {
                self.places(ui, app);
                go |= self.entries(ui, app);
            }
            widgets::hairline(ui, &app.theme, 4.0);
            go |= self.field(ui, app);
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                let act = if self.replacing.is_some() { "path.replace" } else { self.act() };
                go |= widgets::primary_button(ui, &app.theme, text.t(act)).clicked();
                keep = !ui.button(text.t("path.cancel")).clicked();
            });
        });
        if go {
            if let Some(command) = self.take(&ui.ctx().clone(), app) {
                out.push(command);
                return false;
            }
            // What is wrong is put right in the field.
            self.focus = true;
        }
        keep && !response.should_close()
    }

    fn heading(&self) -> &'static str {
        match self.purpose {
            Purpose::Open => "path.open",
            Purpose::Save => "path.save",
            Purpose::Export => "path.export",
            Purpose::Handout(_) => "path.handout",
            Purpose::Pack => "path.pack",
            Purpose::OpenPack => "path.open_pack",
            Purpose::Results => "path.results",
            Purpose::SaveWorkshop => "path.workshop",
            Purpose::Table => "path.table",
            Purpose::Picture(_) => "path.picture",
            Purpose::Style => "path.style",
            Purpose::Logo => "path.logo",
        }
    }

    fn act(&self) -> &'static str {
        match self.purpose {
            Purpose::Open | Purpose::OpenPack | Purpose::Style | Purpose::Logo => "path.open.act",
            Purpose::Save | Purpose::SaveWorkshop => "command.save",
            Purpose::Export
            | Purpose::Handout(_)
            | Purpose::Results
            | Purpose::Pack
            | Purpose::Table
            | Purpose::Picture(_) => "path.export.act",
        }
    }

    /// The folder, and the way up.
    fn place(&mut self, ui: &mut Ui, app: &App) {
        ui.horizontal(|ui| {
            let up = self.folder.parent().map(Path::to_owned);
            let button = ui.add_enabled(up.is_some(), egui::Button::new(app.library.locale.t("path.up")));
            if let Some(up) = up.filter(|_| button.clicked()) {
                self.visit(ui.ctx(), up);
            }
            let folder = self.folder.display().to_string();
            ui.add(Label::new(RichText::new(&folder).size(theme::BODY)).truncate()).on_hover_text(folder);
        });
    }

    /// Folders used before.
    fn places(&mut self, ui: &mut Ui, app: &App) {
        let text = &app.library.locale;
        let mut places: Vec<(String, PathBuf)> = Vec::new();
        places.extend(etcetera::home_dir().ok().map(|home| (text.t("path.home").to_owned(), home)));
        for folder in used(app).filter_map(|path| path.parent()) {
            if !places.iter().any(|(_, known)| known == folder) {
                let name = folder.file_name().unwrap_or(folder.as_os_str());
                places.push((name.to_string_lossy().into_owned(), folder.to_owned()));
            }
        }
        widgets::small(ui, &app.theme, text.t("path.places"));
        for (name, folder) in places {
            if widgets::link(ui, &name, theme::BODY).on_hover_text(folder.display().to_string()).clicked() {
                self.visit(ui.ctx(), folder);
            }
        }
    }

    /// What stands in the folder and begins with what was typed; returns whether one was opened.
    fn entries(&mut self, ui: &mut Ui, app: &App) -> bool {
        let text = &app.library.locale;
        let mut go = false;
        widgets::list(ui, "entries", LIST, |ui| {
            ui.set_width(ui.available_width());
            // The box must not jump from folder to folder.
            ui.set_min_height(LIST);
            let entries = match &self.listing {
                None => return drop(widgets::small(ui, &app.theme, text.t("path.reading"))),
                Some(Err(error)) => {
                    let said = RichText::new(error.to_string()).color(*app.theme.brick);
                    return drop(ui.add(Label::new(said).wrap()));
                }
                Some(Ok(listing)) if listing.entries.is_empty() => {
                    return drop(widgets::small(ui, &app.theme, text.t("path.empty")));
                }
                Some(Ok(listing)) => listing.entries.clone(),
            };
            for Entry { name, is_folder } in entries {
                let shown = if is_folder { format!("{name}/") } else { name.clone() };
                let words = RichText::new(&shown).size(theme::BODY);
                let row = ui.add(Button::selectable(name == self.name, words).truncate()).on_hover_text(shown);
                if row.clicked() && is_folder {
                    self.visit(ui.ctx(), self.folder.join(&name));
                } else if row.clicked() {
                    go = row.double_clicked();
                    self.name = name;
                    (self.problem, self.replacing) = (None, None);
                }
            }
        });
        go
    }

    /// The name, completed as it is typed; returns whether Enter was pressed in it.
    fn field(&mut self, ui: &mut Ui, app: &App) -> bool {
        let text = &app.library.locale;
        let label = text.t("path.name");
        widgets::small(ui, &app.theme, label);
        let field = Field::new(Face { text, theme: &app.theme }, "path.name", label).hint(text.t("path.hint"));
        let field = field.width(f32::INFINITY).focused(std::mem::take(&mut self.focus));
        let field = field.selected(std::mem::take(&mut self.proposed));
        let response = field.search(ui, &mut self.name);
        if response.changed() {
            (self.problem, self.replacing) = (None, None);
        }
        let matches = self.completions();
        if !matches.is_empty() && self.problem.is_none() {
            ui.horizontal_wrapped(|ui| {
                for name in matches.iter().take(4) {
                    if widgets::chip(ui, &app.theme, name, false).clicked() {
                        self.name.clone_from(name);
                        response.request_focus();
                    }
                }
            });
        }
        if let Some(problem) = &self.problem {
            let said = RichText::new(problem).size(theme::SMALL).color(*app.theme.brick);
            ui.add(Label::new(said).wrap());
        }
        response.lost_focus() && ui.ctx().input(|input| input.key_pressed(Key::Enter))
    }

    /// Names in the folder that begin with what was typed.
    fn completions(&self) -> Vec<String> {
        let Some(Ok(listing)) = &self.listing else { return Vec::new() };
        let typed = self.name.to_lowercase();
        let begins = |entry: &&Entry| {
            !typed.is_empty() && entry.name.to_lowercase().starts_with(&typed) && entry.name != self.name
        };
        listing.entries.iter().filter(begins).map(|entry| entry.name.clone()).collect()
    }

    /// What is to be done with what was typed; `None` where something is wrong with it, which
    /// is then said beside the field, or where it leads to another folder.
    fn take(&mut self, ctx: &egui::Context, app: &App) -> Option<Command> {
        let text = &app.library.locale;
        self.problem = None;
        let typed = self.name.trim();
        if typed.is_empty() {
            self.problem = Some(text.t("path.nothing").to_owned());
            return None;
        }
        let path = match typed.strip_prefix("~/").and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest))) {
            Some(path) => path,
            None => self.folder.join(typed),
        };
        if path.is_dir() {
            self.name.clear();
            self.focus = true;
            self.visit(ctx, path);
            return None;
        }
        if let Some(ending) = self.purpose.wrong_ending(&path) {
            let key = match self.purpose {
                Purpose::Export | Purpose::Handout(_) | Purpose::Results | Purpose::Pack => "path.wrong_report",
                Purpose::Open | Purpose::OpenPack | Purpose::Save | Purpose::Style | Purpose::Logo => {
                    "path.wrong_matter"
                }
                Purpose::SaveWorkshop => "path.wrong_workshop",
                Purpose::Table => "path.wrong_table",
                Purpose::Picture(_) => "path.wrong_picture",
            };
            let endings = either(self.purpose.endings(), text.t("path.or"));
            self.problem = Some(text.fill(key, &[("ending", &ending), ("endings", &endings)]));
            return None;
        }
        let path = self.purpose.with_ending(&path);
        let there = path.exists();
        if self.purpose.reads() && !there {
            self.problem = Some(text.t("path.not_there").to_owned());
            return None;
        }
        if path.parent().is_some_and(|folder| !folder.is_dir()) {
            self.problem = Some(text.t("path.no_folder").to_owned());
            return None;
        }
        if !self.purpose.reads() && there && self.replacing.as_ref() != Some(&path) {
            self.problem = Some(text.fill("path.exists", &[("file", &crate::gui::app::name_of(&path))]));
            self.replacing = Some(path);
            return None;
        }
        Some(self.purpose.command(path))
    }
}

/// Endings as a person names them: `.pdf, .docx or .md`.
fn either(endings: &[&str], or: &str) -> String {
    let named: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    match named.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} {or} {last}", before.join(", ")),
        _ => named.join(", "),
    }
}

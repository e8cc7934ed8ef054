//! The window. Panels read a [`View`] and return [`Command`]s; [`app`] keeps the
//! state and carries them out.

pub mod app;
mod apply;
mod clicks;
pub mod command;
mod dialogs;
mod jobs;
mod keeper;
mod links;
mod manner;
mod notices;
mod own;
mod own_packs;
pub mod panels;
mod picture;
mod revision;
mod scale;
mod screen;
mod shelf;
mod shortcuts;
mod signals;
pub mod theme;
mod turns;
pub mod view;
pub mod widgets;
pub mod workshop;

use std::path::PathBuf;

use crate::library::{Library, Problem};

pub use app::{App, Change, History, Place, Recent};
pub use clicks::install as install_click_rule;
pub use command::{Command, Explained, HelpPage, Screen};
pub use links::Opener;
pub use notices::{NoticeKind, Notices};
pub use own::{Draft, OwnWish};
pub use shelf::ShelfWish;
pub use view::View;
pub use workshop::Wish;

/// The name of the file that keeps the user's own decisions.
const OWN: &str = "own-decisions.ron";

/// Why the window does not open.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// There is no display.
    #[error("no display to open a window on: use `amende assess FILE` or `amende report FILE --out PATH` instead")]
    NoDisplay,
    /// The window system refused.
    #[error("the window cannot open ({0}): use `amende assess FILE` or `amende report FILE --out PATH` instead")]
    Window(String),
    /// A theme does not load.
    #[error("{0}")]
    Theme(Problem),
}

/// Opens the window, with a matter where a file is given.
///
/// # Errors
/// Where there is no display, or the window system refuses.
pub fn run(library: Library, path: Option<PathBuf>) -> Result<(), RunError> {
    if !has_display() {
        return Err(RunError::NoDisplay);
    }
    let library: &'static Library = Box::leak(Box::new(library));
    let mut app = App::new(library, today()).map_err(RunError::Theme)?;
    app.set_opener(links::browser());
    if let Some(path) = path {
        app.push(Command::OpenPath(path));
    }
    dialogs::listen();
    let viewport = egui::ViewportBuilder::default()
        .with_title("Amende")
        .with_app_id("amende")
        .with_inner_size([1280.0, 720.0])
        .with_min_inner_size([960.0, 600.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let create: eframe::AppCreator<'_> = Box::new(move |context| {
        theme::install_fonts(&context.egui_ctx);
        app.restore(context.storage);
        // Beside the settings.
        if let Some(folder) = eframe::storage_dir("amende") {
            app.keep_own_in(folder.join(OWN));
        }
        app.prepare(&context.egui_ctx);
        if let Some(state) = state_folder() {
            app.keep_below(&context.egui_ctx, state);
        }
        app.ends_with(signals::ending(&context.egui_ctx));
        Ok(Box::new(app))
    });
    eframe::run_native("amende", options, create).map_err(|error| RunError::Window(without_places(&error.to_string())))
}

/// A message without the places in source code that libraries put into theirs: they are
/// paths of the machine the program was built on.
fn without_places(message: &str) -> String {
    let place = |word: &&str| word.contains(".rs:");
    let words: Vec<&str> = message.split_whitespace().collect();
    let mut kept: Vec<&str> = Vec::new();
    for word in words {
        if place(&word) {
            kept.pop_if(|before| *before == "at");
        } else {
            kept.push(word);
        }
    }
    kept.join(" ")
}

/// Where each system keeps the state of programs: `$XDG_STATE_HOME/amende` on Linux.
fn state_folder() -> Option<PathBuf> {
    use etcetera::BaseStrategy as _;
    let places = etcetera::base_strategy::choose_native_strategy().ok()?;
    Some(places.state_dir().unwrap_or_else(|| places.data_dir()).join("amende"))
}

/// The clock is read here and in [`App`] only.
fn today() -> jiff::civil::Date {
    jiff::ZonedDateTime::now().date()
}

/// On Linux a window needs a display server; elsewhere there always is one.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    #[test]
    fn messages_name_no_place_in_source_code() {
        let message =
            "winit EventLoopError: os error at /home/x/.cargo/registry/winit-0.30/src/linux/mod.rs:765: no display";
        assert_eq!(super::without_places(message), "winit EventLoopError: os error no display");
    }
}

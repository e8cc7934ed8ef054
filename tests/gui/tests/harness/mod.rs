//! The window without a window: how every test of the window starts it.

use std::sync::OnceLock;

use amende::gui::{App, theme};
use amende::library::Library;
use egui_kittest::{Harness, HarnessBuilder};

pub(crate) type Window = Harness<'static, App>;

/// The law and the words, read once for a whole run.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::embedded().unwrap())
}

/// The program on its start screen, in a window built as a test needs it.
pub(crate) fn start(window: HarnessBuilder<App>) -> Window {
    start_with(library(), window)
}

/// The same with other data.
pub(crate) fn start_with(library: &'static Library, window: HarnessBuilder<App>) -> Window {
    let app = || App::new(library, "2026-11-23".parse().unwrap()).unwrap();
    // The context is set up before the window has its program, so a twin of it does it.
    let twin = app();
    let window = window.with_max_steps(20).with_context_setup(move |ctx| {
        theme::install_fonts(ctx);
        twin.prepare(ctx);
    });
    let mut window = window.build_ui_state(|ui, app: &mut App| app.frame(ui), app());
    window.run_ok();
    window
}

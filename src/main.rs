//! `amende`: with a subcommand the command line, else the window.

use std::process::ExitCode;

use amende::cli::{self, Request};
use amende::library::Library;

fn main() -> ExitCode {
    match cli::run() {
        Request::Done(status) => status,
        Request::Window { library, file } => window(*library, file),
    }
}

#[cfg(feature = "gui")]
fn window(library: Library, file: Option<std::path::PathBuf>) -> ExitCode {
    match amende::gui::run(library, file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::refuse(&error.to_string()),
    }
}

#[cfg(not(feature = "gui"))]
fn window(_library: Library, _file: Option<std::path::PathBuf>) -> ExitCode {
    cli::refuse("this build has no window: use `amende assess FILE`, or build with the feature `gui`")
}

//! `amende`: with a subcommand the command line, else the window.

use std::process::ExitCode;

use amende::cli::{self, Request};

fn main() -> ExitCode {
    match cli::run() {
        Request::Done(status) => status,
        Request::Window(file) => window(file),
    }
}

#[cfg(feature = "gui")]
fn window(file: Option<std::path::PathBuf>) -> ExitCode {
    match amende::gui::run(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::refuse(&error.to_string()),
    }
}

#[cfg(not(feature = "gui"))]
fn window(_file: Option<std::path::PathBuf>) -> ExitCode {
    cli::refuse("this build has no window: use `amende assess FILE`, or build with the feature `gui`")
}

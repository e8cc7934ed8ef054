//! The window. Panels read a [`View`] and return [`Command`]s; [`app`] keeps the
//! state and carries them out.

pub mod command;
pub mod theme;
pub mod view;
pub mod widgets;

pub use command::{Command, Screen};
pub use view::View;

/// Opens the window.
///
/// # Errors
/// Not built yet.
pub fn run(_path: Option<std::path::PathBuf>) -> Result<(), std::fmt::Error> {
    Err(std::fmt::Error)
}

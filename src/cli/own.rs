//! The user's own decisions as an argument.

use std::path::{Path, PathBuf};

use super::Command;

/// The user's own decisions. No command that fits or scores takes them.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct OwnArgument {
    /// Your own decisions (RON, as the window keeps them) beside those that come with the program; they are compared
    /// with and enter no figure
    #[arg(long, value_name = "FILE")]
    own: Option<PathBuf>,
}

/// The file a command names.
pub(super) fn file(command: &Command) -> Option<&Path> {
    let argument = match command {
        Command::Assess { own, .. }
        | Command::Explain { own, .. }
        | Command::Cases { own, .. }
        | Command::Check { own, .. } => own,
        Command::Report(wanted) => &wanted.own,
        Command::Verify(wanted) => &wanted.own,
        Command::Backtest { .. } | Command::Calibrate { .. } | Command::Workshop { .. } => return None,
    };
    argument.own.as_deref()
}

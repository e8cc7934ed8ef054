//! `amende workshop`: the packs, and what comes of a session.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::{CliError, output};
use crate::library::{self, Library};
use crate::storage;

/// What is done about workshops.
#[derive(Debug, Subcommand)]
pub(super) enum WorkshopCommand {
    /// List the packs: id, level, minutes, rounds, title; nothing of the decisions
    List,
    /// Say what is wrong with a pack, all at once
    Check {
        /// The pack (*.ron)
        pack: PathBuf,
    },
}

pub(super) fn run(library: &Library, command: &WorkshopCommand) -> Result<(), CliError> {
    match command {
        WorkshopCommand::List => list(library),
        WorkshopCommand::Check { pack } => check(library, pack),
    }
}

fn list(library: &Library) -> Result<(), CliError> {
    let text = &library.locale;
    let mut out = String::new();
    for shipped in &library.packs {
        let (pack, told) = (&shipped.pack, &shipped.pack.told);
        let (minutes, rounds) = (pack.minutes() as usize, told.rounds.len());
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{:<32} {:<13} {:<12} {:<9} {}",
            pack.id,
            text.t(told.level.key()),
            text.plural("workshop.minutes", minutes),
            text.plural("workshop.rounds", rounds),
            told.title
        );
    }
    output::text(&out)
}

fn check(library: &Library, file: &Path) -> Result<(), CliError> {
    let pack = storage::open_pack(file)?;
    let problems = library::pack_problems(&pack, library);
    if !problems.is_empty() {
        let problems = problems.into_iter().map(|problem| format!("{}: {problem}", file.display())).collect();
        return Err(CliError::Pack { problems });
    }
    let names = [("title", pack.told.title.as_str())];
    output::text(&format!("{}\n", library.locale.fill("workshop.check.good", &names)))
}

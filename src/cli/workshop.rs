//! `amende workshop`: the packs, and what comes of a session.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};

use super::{CliError, output};
use crate::analysis::{self, DEFAULT_SEED, Terms};
use crate::library::{self, Library};
use crate::report::{self, HandoutParts, SystemFonts};
use crate::storage;
use crate::workshop::{self, Pack, Session, Truths};

/// What is done about workshops.
#[derive(Debug, Subcommand)]
pub(super) enum WorkshopCommand {
    /// List the packs: id, level, minutes, rounds, title; nothing of the decisions
    List,
    /// Begin a pack from a matter: its facts in rounds, the rest marked as to be written
    New {
        /// The matter (*.amende.ron)
        matter: PathBuf,
        /// Where to write it: the pack's id with .ron
        #[arg(long)]
        out: PathBuf,
    },
    /// Say what is wrong with a pack, all at once
    Check {
        /// The pack (*.ron)
        pack: PathBuf,
    },
    /// Write the hand-out of a session: facts, estimates, decisions, what to read again
    Handout {
        /// The session (*.workshop.ron)
        session: PathBuf,
        /// Where to write it: .pdf, .docx, .html or .md
        #[arg(long)]
        out: PathBuf,
        /// For this team alone
        #[arg(long, value_name = "NAME")]
        team: Option<String>,
        /// Leave a part out
        #[arg(long, value_enum, value_name = "PART")]
        without: Vec<HandoutPart>,
        /// A pack that does not come with the program
        #[arg(long, value_name = "FILE")]
        pack: Vec<PathBuf>,
    },
    /// Print estimates and points, as far as they were revealed
    Results {
        /// The session (*.workshop.ron)
        session: PathBuf,
        /// How to print them
        #[arg(long, value_enum, default_value_t = ResultForm::Csv)]
        format: ResultForm,
        /// A pack that does not come with the program
        #[arg(long, value_name = "FILE")]
        pack: Vec<PathBuf>,
    },
}

/// A part of a hand-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum HandoutPart {
    /// The facts and what each round taught
    Facts,
    /// The ranges of the teams
    Ranges,
    /// The points and the ranking
    Points,
    /// The names of the teams: letters instead
    Names,
    /// Sources and articles to read again
    Sources,
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ResultForm {
    /// For spreadsheets: one row for each team and round
    Csv,
    /// For programs: with ranking and calibration
    Json,
}

pub(super) fn run(library: &Library, command: &WorkshopCommand) -> Result<(), CliError> {
    match command {
        WorkshopCommand::List => list(library),
        WorkshopCommand::New { matter, out } => begin(library, matter, out),
        WorkshopCommand::Check { pack } => check(library, pack),
        WorkshopCommand::Handout { session, out, team, without, pack } => {
            handout(library, session, out, team.as_deref(), without, pack)
        }
        WorkshopCommand::Results { session, format, pack } => results(library, session, *format, pack),
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

/// Writes the beginning of a pack; a file that is there is never replaced.
fn begin(library: &Library, file: &Path, out: &Path) -> Result<(), CliError> {
    if out.exists() {
        return Err(CliError::PackExists { out: out.to_owned() });
    }
    storage::writable(out)?;
    let matter = storage::open(file, &library.law)?;
    let terms = Terms { methodology: None, as_of: super::day_of(&matter), seed: DEFAULT_SEED };
    let analysis = analysis::analyse(&matter, library, &terms).map_err(|error| CliError::Analysis {
        file: file.to_owned(),
        place: storage::place_of(file, error.field()),
        error,
    })?;
    let stem = out.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let text = report::pack_from(&stem, &matter, library, &analysis)
        .map_err(|error| CliError::Ron { file: out.to_owned(), error })?;
    storage::write(out, text.as_bytes())?;
    let (count, file) = (workshop::to_be_written(&text).count().to_string(), out.display().to_string());
    output::text(&format!("{}\n", library.locale.fill("workshop.draft.written", &[("count", &count), ("file", &file)])))
}

/// Says what is wrong with a pack, each thing with its line where it has one.
pub(super) fn check(library: &Library, file: &Path) -> Result<(), CliError> {
    let (pack, text) = storage::open_pack_text(file)?;
    let name = file.display();
    let in_file = |(line, problem): (Option<usize>, String)| match line {
        Some(line) => format!("{name}:{line}: {problem}"),
        None => format!("{name}: {problem}"),
    };
    let problems: Vec<String> = library::pack_file_problems(&pack, &text, library).into_iter().map(in_file).collect();
    if !problems.is_empty() {
        return Err(CliError::Pack { problems });
    }
    let names = [("title", pack.told.title.as_str())];
    output::text(&format!("{}\n", library.locale.fill("workshop.check.good", &names)))
}

fn handout(
    library: &Library,
    file: &Path,
    out: &Path,
    team: Option<&str>,
    without: &[HandoutPart],
    packs: &[PathBuf],
) -> Result<(), CliError> {
    let format = report::handout_format(out).map_err(CliError::HandoutFormat)?;
    if storage::same_file(file, out) {
        return Err(CliError::OntoMatter { out: out.to_owned() });
    }
    storage::writable(out)?;
    let session = storage::open_session(file)?;
    let has = |part| !without.contains(&part);
    let parts = HandoutParts {
        team: team.map(|name| place_of(&session, file, name)).transpose()?,
        facts: has(HandoutPart::Facts),
        ranges: has(HandoutPart::Ranges),
        points: has(HandoutPart::Points),
        names: has(HandoutPart::Names),
        sources: has(HandoutPart::Sources),
    };
    let truths = truths(library, &session, packs)?;
    // The day of the workshop is that of its last entry.
    let held = session.entries().iter().map(|entry| entry.at.date()).max();
    let day = held.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
    let document = report::handout(&session, &truths, library, parts, day)
        .map_err(|error| CliError::Handout { file: file.to_owned(), error })?;
    let bytes = report::render(&document, format, SystemFonts::installed())
        .map_err(|error| CliError::Render { file: file.to_owned(), error })?;
    storage::write(out, &bytes)?;
    Ok(())
}

/// The place of the team of this name, whatever its capitals.
fn place_of(session: &Session, file: &Path, name: &str) -> Result<usize, CliError> {
    let wanted = name.trim().to_lowercase();
    let place = session.teams().iter().position(|team| team.name.trim().to_lowercase() == wanted);
    place.ok_or_else(|| {
        let known: Vec<&str> = session.teams().iter().map(|team| team.name.as_str()).collect();
        CliError::NoTeam { file: file.to_owned(), asked: name.to_owned(), known: known.join(", ") }
    })
}

/// The truths of the scenarios whose decisions were shown, and of no other.
fn truths(library: &Library, session: &Session, files: &[PathBuf]) -> Result<Truths, CliError> {
    let own = files.iter().map(|file| Ok(storage::open_pack(file)?)).collect::<Result<Vec<Pack>, CliError>>()?;
    let mut truths = Truths::new();
    for (place, scenario) in session.scenarios().iter().enumerate() {
        if !session.reached().is_past_decision(place) {
            continue;
        }
        let shipped = library.packs.iter().map(|shipped| &shipped.pack);
        if let Some(pack) = own.iter().chain(shipped).find(|pack| pack.id == scenario.pack) {
            truths.insert(pack.id.clone(), analysis::truth(library, pack)?);
        }
    }
    Ok(truths)
}

fn results(library: &Library, file: &Path, form: ResultForm, packs: &[PathBuf]) -> Result<(), CliError> {
    let session = storage::open_session(file)?;
    let truths = truths(library, &session, packs)?;
    let results = session.results(&truths);
    match form {
        ResultForm::Json => output::json(&results),
        ResultForm::Csv => output::raw(&report::results_table(&results)?),
    }
}

//! The command line: one file a subcommand. Without one, the window opens.

mod assess;
mod backtest;
mod cases;
mod check;
mod coverage;
mod explain;
mod matters;
mod output;
mod own;
mod report;
mod verify;
mod workshop;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::analysis::{DEFAULT_SEED, Terms};
use crate::facts::CaseFile;
use crate::library::Library;
use own::OwnArgument;

/// What the exit status says, below the help.
const EXIT_STATUS: &str = "Exit status:\n  0  done\n  1  the input is wrong, or cannot be read or written; file and place are named\n  2  the arguments are wrong, or there is no display for the window";

/// GDPR fine exposure with a reason for every figure. Offline; an estimate, no legal advice.
#[derive(Debug, Parser)]
#[command(version, disable_help_subcommand = true, after_help = EXIT_STATUS)]
pub struct Arguments {
    /// The matter or workshop to open in the window (*.amende.ron, *.workshop.ron)
    file: Option<PathBuf>,
    /// Use the data files of this checkout in place of those built in
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Assess a matter: alleged infringements, fine, exposure, comparable decisions
    Assess {
        /// The matter (*.amende.ron)
        file: PathBuf,
        #[command(flatten)]
        terms: TermArguments,
        #[command(flatten)]
        own: OwnArgument,
        /// How to print it
        #[arg(long, value_enum, default_value_t = Form::Text)]
        format: Form,
    },
    /// Print why the fine, or one of its figures, is what it is
    Explain {
        /// The matter (*.amende.ron)
        file: PathBuf,
        /// The figure, such as `A.starting_amount`; without it, the whole trace
        figure: Option<String>,
        #[command(flatten)]
        terms: TermArguments,
        #[command(flatten)]
        own: OwnArgument,
        /// How to print it
        #[arg(long, value_enum, default_value_t = TraceForm::Text)]
        format: TraceForm,
    },
    /// Write the risk report; the format follows the file's extension
    Report(report::ReportArguments),
    /// Say whether the figures of a report are those of a matter, and which differ (exit status 1)
    Verify(verify::VerifyArguments),
    /// List decided cases
    Cases {
        /// Only those that contain all these words, the best first
        #[arg(long)]
        search: Option<String>,
        /// Those most like this matter, the nearest first
        #[arg(long)]
        like: Option<PathBuf>,
        #[command(flatten)]
        own: OwnArgument,
        /// How to print them
        #[arg(long, value_enum, default_value_t = TableForm::Text)]
        format: TableForm,
    },
    /// Score the estimate on decided cases; without a table, on the decided matters
    Backtest {
        /// Tables of decisions (CSV), as assets/estimate/mapping knows them
        tables: Vec<PathBuf>,
        /// Read the tables by this file
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
        /// How to print it
        #[arg(long, value_enum, default_value_t = Form::Text)]
        format: Form,
        /// Write the result, too: as a page of the documentation (.md), or as what the window shows (.ron)
        #[arg(long, value_name = "FILE")]
        write: Vec<PathBuf>,
        /// Of the decided matters, also those set aside, which are looked at only when the rules no longer change
        #[arg(long, conflicts_with = "tables")]
        set_aside: bool,
        /// Write what comes out of the decided matters as the first run of their part, to be kept for ever
        #[arg(long, value_name = "FILE", conflicts_with = "tables")]
        record: Option<PathBuf>,
    },
    /// Fit the estimate on the shipped decisions and tables; only figures are written
    Calibrate {
        /// Tables of decisions (CSV)
        #[arg(long, num_args = 1.., value_name = "FILE")]
        rows: Vec<PathBuf>,
        /// Read the tables by this file
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
        /// Where to write the fit
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Validate all data, or one pack for workshops, and list every problem at once
    Check {
        /// A pack (*.ron): say what is wrong with it, and nothing of the rest
        #[arg(conflicts_with = "coverage")]
        pack: Option<PathBuf>,
        /// Print which rules allege each provision, and why none does
        #[arg(long)]
        coverage: bool,
        #[command(flatten)]
        own: OwnArgument,
    },
    /// Workshops: the packs, and what comes of a session
    Workshop {
        #[command(subcommand)]
        command: workshop::WorkshopCommand,
    },
}

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For reading
    Text,
    /// For programs
    Json,
}

/// How a trace is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TraceForm {
    /// For reading
    Text,
    /// For programs
    Json,
    /// For a document: a nested list with linked citations
    Markdown,
}

/// How a list is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TableForm {
    /// For reading
    Text,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
}

#[derive(Debug, clap::Args)]
struct TermArguments {
    /// The method, such as edpb-04-2022-v2.1 (default: the one in force on that day in the
    /// country of the main establishment; before any was published, the first, with a note)
    #[arg(long, value_name = "ID")]
    methodology: Option<String>,
    /// The day whose law applies (default: the matter's own, else today)
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// The seed of the simulation
    #[arg(long, default_value_t = DEFAULT_SEED)]
    seed: u64,
    /// How many outcomes are drawn, from 1000 to 10000000 (default: 100000)
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1_000..=MOST_DRAWS))]
    draws: Option<u32>,
}

impl TermArguments {
    fn of(&self, case_file: &CaseFile) -> Terms {
        let as_of = self.as_of.unwrap_or_else(|| day_of(case_file));
        Terms { methodology: self.methodology.clone(), as_of, seed: self.seed }
    }
}

/// The most outcomes that may be asked for: eight bytes each are kept.
const MOST_DRAWS: i64 = 10 * 1_000_000;

/// The day of a matter, else today. The clock is read here and nowhere below.
fn day_of(case_file: &CaseFile) -> Date {
    case_file.as_of.unwrap_or_else(|| jiff::ZonedDateTime::now().date())
}

/// What the arguments ask for.
#[derive(Debug)]
pub enum Request {
    /// Open the window.
    Window {
        /// The data it works with.
        library: Box<Library>,
        /// The matter to open.
        file: Option<PathBuf>,
    },
    /// A subcommand was carried out, with this exit status.
    Done(ExitCode),
}

/// Exit status for input that is wrong.
const WRONG_INPUT: u8 = 1;
/// Exit status where the arguments are wrong or the window cannot open.
const WRONG_ARGUMENTS: u8 = 2;

/// Reads the arguments and carries a subcommand out.
pub fn run() -> Request {
    let Arguments { file, data, command } = Arguments::parse();
    let done = match (command, file) {
        (None, file) => match library(data.as_deref()) {
            Ok(library) => return Request::Window { library: Box::new(library), file },
            Err(error) => Err(error),
        },
        (Some(_), Some(file)) => Err(CliError::FileBeforeCommand { file }),
        (Some(command), None) => carry_out(command, data.as_deref()),
    };
    Request::Done(match done {
        Ok(()) => ExitCode::SUCCESS,
        // The reader of our output has gone: nothing is wrong.
        Err(CliError::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error.to_string());
            ExitCode::from(error.status())
        }
    })
}

/// The data built in, or that of a checkout.
fn library(data: Option<&Path>) -> Result<Library, CliError> {
    Ok(match data {
        Some(folder) => Library::from_files(crate::storage::data_files(folder)?)?,
        None => Library::embedded()?,
    })
}

fn carry_out(command: Command, data: Option<&Path>) -> Result<(), CliError> {
    // What the arguments alone show to be wrong is said first.
    if let Command::Report(wanted) = &command {
        wanted.format()?;
    }
    let mut library = library(data)?;
    if let Some(path) = own::file(&command) {
        library = library.with_own(&path.display().to_string(), &crate::storage::own_file(path)?)?;
    }
    match command {
        Command::Assess { file, terms, format, .. } => assess::run(&library, &file, &terms, format),
        Command::Explain { file, figure, terms, format, .. } => {
            explain::run(&library, &file, figure.as_deref(), &terms, format)
        }
        Command::Report(wanted) => report::run(&library, &wanted),
        Command::Verify(wanted) => verify::run(&library, &wanted),
        Command::Cases { search, like, format, .. } => cases::run(&library, search.as_deref(), like.as_deref(), format),
        Command::Backtest { tables, write, set_aside, record, format, .. } if tables.is_empty() => {
            matters::run(&library, set_aside, record.as_deref(), &write, format)
        }
        Command::Backtest { tables, mapping, format, write, .. } => {
            backtest::run(&library, &tables, mapping.as_deref(), format, &write)
        }
        Command::Calibrate { rows, mapping, out } => backtest::calibrate(&library, &rows, mapping.as_deref(), &out),
        Command::Check { pack: Some(file), .. } => workshop::check(&library, &file),
        Command::Check { coverage: false, .. } => check::run(&library),
        Command::Workshop { command } => workshop::run(&library, &command),
        Command::Check { coverage: true, .. } => coverage::run(&library),
    }
}

/// Says in one sentence why the window does not open; exit status 2.
pub fn refuse(reason: &str) -> ExitCode {
    output::complain(reason);
    ExitCode::from(WRONG_ARGUMENTS)
}

/// Why a subcommand failed.
#[derive(Debug, thiserror::Error)]
enum CliError {
    #[error(transparent)]
    Library(#[from] crate::library::LibraryError),
    #[error(transparent)]
    Storage(#[from] crate::storage::StorageError),
    #[error("{}{}: {error}", .file.display(), at(.place.as_ref()))]
    Analysis { file: PathBuf, place: Option<crate::storage::Place>, error: crate::analysis::AnalysisError },
    #[error(transparent)]
    Search(#[from] crate::cases::SearchError),
    #[error(transparent)]
    List(#[from] crate::cases::TableError),
    #[error(transparent)]
    Report(#[from] crate::report::RenderError),
    #[error("{}: {error}", .file.display())]
    Render { file: PathBuf, error: crate::report::RenderError },
    #[error("{0}")]
    Style(crate::library::Problem),
    #[error("{}: {error}", .file.display())]
    Verify { file: PathBuf, error: crate::report::verify::VerifyError },
    #[error("{}: not the figures of {} ({count} differ)", .report.display(), .matter.display())]
    Differs { report: PathBuf, matter: PathBuf, count: usize },
    #[error("{}: the report would replace the matter itself; name another file with --out", .out.display())]
    OntoMatter { out: PathBuf },
    #[error("{}: a name that ends in .ron is that of a matter; name the report by its format, as in `--out report.pdf`", .out.display())]
    OntoAnotherMatter { out: PathBuf },
    #[error(
        "{}: this is {what}, not a file: name a new file for the report with --out, as in `--out report.pdf` (or .docx, .xlsx, .html, .md, .json)",
        .out.display()
    )]
    NoReport { out: PathBuf, what: &'static str },
    #[error("{}: there is no such folder: name one with fonts in it with --fonts, or leave it out", .folder.display())]
    NoFonts { folder: PathBuf },
    #[error(
        "the edition `{edition}` never holds the section `{section}`: leave --with {section} out, or choose another edition"
    )]
    NeverIn { section: &'static str, edition: &'static str },
    #[error("{}: what to do with the file comes first, as in `amende assess FILE`", .file.display())]
    FileBeforeCommand { file: PathBuf },
    #[error(transparent)]
    Matter(#[from] crate::backtest::matters::MatterError),
    #[error("{}: this part has been run before, and its first run is kept as it was; nothing is written", .file.display())]
    AlreadyRun { file: PathBuf },
    #[error("there is no decided matter: presets/decided is empty or absent in these data")]
    NoMatters,
    #[error("{}: the results cannot be written as RON: {error}", .file.display())]
    Ron { file: PathBuf, error: ron::Error },
    #[error("there is no figure `{asked}`; the figures are: {known}")]
    NoFigure { asked: String, known: String },
    #[error("{}: {error}", .file.display())]
    Handout { file: PathBuf, error: crate::report::NoHandout },
    #[error(transparent)]
    Results(#[from] crate::report::NoResults),
    #[error(transparent)]
    HandoutFormat(crate::report::NoHandout),
    #[error("{}: there is no team `{asked}`; the teams are: {known}", .file.display())]
    NoTeam { file: PathBuf, asked: String, known: String },
    #[error(transparent)]
    NoTruth(#[from] crate::analysis::NoTruth),
    #[error("{}: there is such a file already; name another with --out", .out.display())]
    PackExists { out: PathBuf },
    #[error("{}", .problems.join("\n"))]
    Pack { problems: Vec<String> },
    #[error(transparent)]
    Table(#[from] crate::backtest::TableError),
    #[error("{0}")]
    Mapping(String),
    #[error(transparent)]
    Fit(#[from] crate::practice::NotPositive),
    #[error("cannot write the output: {0}")]
    Output(#[from] std::io::Error),
    #[error("cannot write JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("cannot write CSV: {0}")]
    Csv(#[from] csv::Error),
}

/// A place, to stand behind the name of its file.
fn at(place: Option<&crate::storage::Place>) -> String {
    place.map_or_else(String::new, |place| format!(":{place}"))
}

impl CliError {
    /// Why a matter could not be analysed, with the place in its file that says so, unless
    /// the arguments do.
    fn of_analysis(file: &Path, terms: &TermArguments, error: crate::analysis::AnalysisError) -> Self {
        let argued = match error.field() {
            "methodology" => terms.methodology.is_some(),
            "as_of" => terms.as_of.is_some(),
            _ => false,
        };
        let place = if argued { None } else { crate::storage::place_of(file, error.field()) };
        Self::Analysis { file: file.to_owned(), place, error }
    }

    /// The exit status.
    fn status(&self) -> u8 {
        use crate::report::RenderError::UnknownFormat;
        match self {
            Self::OntoMatter { .. }
            | Self::OntoAnotherMatter { .. }
            | Self::PackExists { .. }
            | Self::NoReport { .. }
            | Self::NoFonts { .. }
            | Self::FileBeforeCommand { .. }
            | Self::HandoutFormat(_)
            | Self::Report(UnknownFormat { .. }) => WRONG_ARGUMENTS,
            _ => WRONG_INPUT,
        }
    }
}

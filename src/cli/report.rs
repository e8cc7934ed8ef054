//! `amende report`: the risk report as a file.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::own::OwnArgument;
use super::{CliError, TermArguments, output};
use crate::library::{EditionId, Library, Section};
use crate::report::{self, Contents, Format, HouseStyle, Look, PreparedBy, Reported, SystemFonts};
use crate::storage::{self, StorageError};

/// What is to be written, and where.
#[derive(Debug, clap::Args)]
pub(super) struct ReportArguments {
    /// The matter (*.amende.ron)
    file: PathBuf,
    /// Where to write it: .pdf, .docx, .xlsx, .html, .md or .json
    #[arg(long)]
    out: PathBuf,
    /// The format, whatever the file is called
    #[arg(long, value_parser = formats())]
    format: Option<Format>,
    /// Take fonts for what the bundled ones lack from this folder, not from the system
    #[arg(long, value_name = "DIR")]
    fonts: Option<PathBuf>,
    /// For whom it is: board (two pages), counsel (everything), authority (nothing privileged)
    #[arg(long, value_parser = editions(), default_value = EditionId::Counsel.name())]
    edition: EditionId,
    /// Take this section in, too (repeatable)
    #[arg(long = "with", value_name = "SECTION", value_parser = sections())]
    with: Vec<Section>,
    /// Leave this section out (repeatable)
    #[arg(long = "without", value_name = "SECTION", value_parser = sections())]
    without: Vec<Section>,
    /// Who prepares it, as named below the title (default: as the style says)
    #[arg(long)]
    author: Option<String>,
    /// The firm or department (default: as the style says)
    #[arg(long)]
    firm: Option<String>,
    /// The house style (*.style.ron): firm, logo, colours, font, footer
    #[arg(long, value_name = "FILE")]
    style: Option<PathBuf>,
    #[command(flatten)]
    terms: TermArguments,
    #[command(flatten)]
    pub(super) own: OwnArgument,
}

impl ReportArguments {
    /// The format asked for, where the file named can be one: never the matter itself,
    /// under whatever name.
    pub(super) fn format(&self) -> Result<Format, CliError> {
        let out = &self.out;
        if storage::same_file(&self.file, out) {
            return Err(CliError::OntoMatter { out: out.clone() });
        }
        // Another matter has no backup that a report would make.
        if out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) {
            return Err(CliError::OntoAnotherMatter { out: out.clone() });
        }
        match storage::writable(out) {
            Err(StorageError::NotReplaceable { what, .. }) => Err(CliError::NoReport { out: out.clone(), what }),
            other => Ok(other?),
        }?;
        match self.format {
            Some(format) => Ok(format),
            None => Ok(Format::from_path(out)?),
        }
    }

    /// The house style, and the look it makes.
    fn look(&self, fonts: &SystemFonts) -> Result<(HouseStyle, Look), CliError> {
        let Some(path) = &self.style else { return Ok((HouseStyle::default(), Look::default())) };
        let file = path.display().to_string();
        let bytes = storage::read_whole(path)?;
        let text = String::from_utf8_lossy(&bytes);
        let style = HouseStyle::parse(&file, &text).map_err(CliError::Style)?;
        let beside = (!style.logo.is_empty()).then(|| path.with_file_name("").join(&style.logo));
        let logo = beside.map(|logo| storage::read_whole(&logo)).transpose()?;
        let look = style.look((&file, &text), logo, fonts).map_err(CliError::Style)?;
        Ok((style, look))
    }

    /// The sections of the edition, with those taken in and without those left out.
    fn contents(&self, library: &Library) -> Result<Contents, CliError> {
        let mut contents = Contents::of(library, self.edition);
        for section in &self.with {
            if !contents.set(*section, true) {
                return Err(CliError::NeverIn { section: section.name(), edition: self.edition.name() });
            }
        }
        for section in &self.without {
            contents.set(*section, false);
        }
        Ok(contents)
    }
}

pub(super) fn run(library: &Library, wanted: &ReportArguments) -> Result<(), CliError> {
    let format = wanted.format()?;
    if let Some(folder) = wanted.fonts.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(CliError::NoFonts { folder: folder.clone() });
    }
    let contents = wanted.contents(library)?;
    let opened = output::open(library, &wanted.file, &wanted.terms)?;
    let exposure = opened.simulate(library, &wanted.file, &wanted.terms)?;
    let folder = wanted.fonts.as_deref().map(SystemFonts::in_folder);
    let fonts = folder.as_ref().unwrap_or_else(|| SystemFonts::installed());
    let (style, look) = wanted.look(fonts)?;
    let by = PreparedBy {
        author: wanted.author.clone().unwrap_or(style.author),
        firm: wanted.firm.clone().unwrap_or(style.firm),
    };
    let reported = Reported {
        case_file: &opened.case_file,
        library,
        analysis: &opened.analysis,
        exposure: &exposure,
        by: &by,
        contents: &contents,
        look: &look,
    };
    let bytes = report::write(reported, format, fonts)
        .map_err(|error| CliError::Render { file: wanted.file.clone(), error })?;
    storage::write(&wanted.out, &bytes)?;
    Ok(())
}

/// The formats by the endings of their files.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.ending())).map(|ending| {
        let named = Format::ALL.iter().find(|format| format.ending() == ending);
        named.copied().unwrap_or(Format::Pdf)
    })
}

/// The editions by their names.
fn editions() -> impl TypedValueParser<Value = EditionId> {
    PossibleValuesParser::new(EditionId::ALL.map(EditionId::name))
        .map(|name| EditionId::named(&name).unwrap_or(EditionId::Counsel))
}

/// The sections by their names.
fn sections() -> impl TypedValueParser<Value = Section> {
    PossibleValuesParser::new(Section::ALL.map(Section::name))
        .map(|name| Section::named(&name).unwrap_or(Section::Summary))
}

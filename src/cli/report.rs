//! `amende report`: the risk report as a file.

use std::path::Path;

use super::{CliError, TermArguments, output};
use crate::library::Library;
use crate::report::{self, Format, PreparedBy, Reported, SystemFonts};
use crate::storage::{self, StorageError};

/// The format asked for, where the file named can be one: never the matter itself,
/// under whatever name.
pub(super) fn checked(file: &Path, out: &Path, format: Option<Format>) -> Result<Format, CliError> {
    if storage::same_file(file, out) {
        return Err(CliError::OntoMatter { out: out.to_owned() });
    }
    // Another matter has no backup that a report would make.
    if out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) {
        return Err(CliError::OntoAnotherMatter { out: out.to_owned() });
    }
    match storage::writable(out) {
        Err(StorageError::NotReplaceable { what, .. }) => Err(CliError::NoReport { out: out.to_owned(), what }),
        other => Ok(other?),
    }?;
    match format {
        Some(format) => Ok(format),
        None => Ok(Format::from_path(out)?),
    }
}

/// Where a report goes, and how.
pub(super) struct Wanted<'a> {
    /// The file.
    pub(super) out: &'a Path,
    /// The format; that of the file's ending where none is named.
    pub(super) format: Option<Format>,
    /// A folder of fonts in place of the system's.
    pub(super) fonts: Option<&'a Path>,
}

pub(super) fn run(library: &Library, file: &Path, wanted: &Wanted<'_>, terms: &TermArguments) -> Result<(), CliError> {
    let format = checked(file, wanted.out, wanted.format)?;
    if let Some(folder) = wanted.fonts.filter(|folder| !folder.is_dir()) {
        return Err(CliError::NoFonts { folder: folder.to_owned() });
    }
    let opened = output::open(library, file, terms)?;
    let exposure = opened.simulate(library, file, terms)?;
    let folder = wanted.fonts.map(SystemFonts::in_folder);
    let fonts = folder.as_ref().unwrap_or_else(|| SystemFonts::installed());
    let reported = Reported {
        case_file: &opened.case_file,
        library,
        analysis: &opened.analysis,
        exposure: &exposure,
        by: &PreparedBy::default(),
    };
    let bytes =
        report::write(reported, format, fonts).map_err(|error| CliError::Render { file: file.to_owned(), error })?;
    storage::write(wanted.out, &bytes)?;
    Ok(())
}

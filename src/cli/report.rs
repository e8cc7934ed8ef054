//! `amende report`: the risk report as a file.

use std::path::Path;

use super::{CliError, TermArguments, output};
use crate::library::Library;
use crate::report::{self, Format, SystemFonts};
use crate::storage::{self, StorageError};

/// The format asked for, where the file named can be one: never the matter itself,
/// under whatever name.
pub(super) fn checked(file: &Path, out: &Path) -> Result<Format, CliError> {
    if storage::same_file(file, out) {
        return Err(CliError::OntoMatter { out: out.to_owned() });
    }
    match storage::writable(out) {
        Err(StorageError::NotReplaceable { what, .. }) => Err(CliError::NoReport { out: out.to_owned(), what }),
        other => Ok(other?),
    }?;
    Ok(Format::from_path(out)?)
}

pub(super) fn run(
    library: &Library,
    file: &Path,
    out: &Path,
    fonts: Option<&Path>,
    terms: &TermArguments,
) -> Result<(), CliError> {
    let format = checked(file, out)?;
    if let Some(folder) = fonts.filter(|folder| !folder.is_dir()) {
        return Err(CliError::NoFonts { folder: folder.to_owned() });
    }
    let opened = output::open(library, file, terms)?;
    let exposure = opened.simulate(library, file, terms)?;
    let document = report::build(&opened.case_file, library, &opened.analysis, &exposure);
    let folder = fonts.map(SystemFonts::in_folder);
    let fonts = folder.as_ref().unwrap_or_else(|| SystemFonts::installed());
    let bytes =
        report::render(&document, format, fonts).map_err(|error| CliError::Render { file: file.to_owned(), error })?;
    storage::write(out, &bytes)?;
    Ok(())
}

//! `amende report`: the risk report as a file.

use std::path::Path;

use super::{CliError, TermArguments, output};
use crate::library::Library;
use crate::report::{self, Format};
use crate::storage;

pub(super) fn run(library: &Library, file: &Path, out: &Path, terms: &TermArguments) -> Result<(), CliError> {
    let format = Format::from_path(out)?;
    let opened = output::open(library, file, terms)?;
    let exposure = opened.simulate(library, file)?;
    let document = report::build(&opened.case_file, library, &opened.analysis, &exposure);
    storage::write(out, &report::render(&document, format)?)?;
    Ok(())
}
